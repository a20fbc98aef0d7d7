"""What stands in place of names in people's text: grammatical in the language of that text.

English, Chinese, French and Spanish have a phrase that fits where a name stood. Russian and Arabic
would need its case or its gender: there a sign stands in its place, for a hand to rewrite.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

from meeting_tui.patterns import late_pattern

HAND = "[…]"
"""Stands where no phrase can be made to fit."""

_WORDS = {
    "en": "the of and to in that is with for on by as it not be are we this which from has have an",
    "fr": "le la les des du de et que qui dans avec pour sur par est une un au aux nous ne pas ce",
    "es": "el la los las del de y que en con para por es una un al no se su lo como más nos",
}
"""Words by which a language is known."""
_SCRIPTS = {
    "zh": late_pattern("[\u3400-\u9fff]"),
    "ar": late_pattern("[\u0600-\u06ff]"),
    "ru": late_pattern("[\u0400-\u04ff]"),
}
_SIGNS = {
    "fr": late_pattern(r"[àâçèêëîïôœùû]|\b(?:[cdjlmnst]|qu)['’]", re.IGNORECASE),
    "es": late_pattern("[áíóúñ¿¡]", re.IGNORECASE),
}
"""What one of two languages with many words in common has alone."""
_LATIN = late_pattern("[A-Za-z\u00c0-\u024f]")
_LETTERS_A_SIGN = 2
"""A Chinese sign weighs as much as so many letters."""
_NUMBERS = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    "es": ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    "zh": ("两", *"三四五六七八九"),
}
_PHRASES = {
    "en": (
        *("a delegation", "another delegation", "that delegation", "{n} delegations"),
        *("a group of delegations", "groups of delegations", "delegations"),
    ),
    "fr": (
        *("une délégation", "une autre délégation", "cette délégation", "{n} délégations"),
        *("un groupe de délégations", "des groupes de délégations", "des délégations"),
    ),
    "es": (
        *("una delegación", "otra delegación", "esa delegación", "{n} delegaciones"),
        *("un grupo de delegaciones", "grupos de delegaciones", "delegaciones"),
    ),
    "zh": (
        *("一个代表团", "另一个代表团", "该代表团", "{n}个代表团"),
        *("一个国家集团", "若干国家集团", "若干代表团"),
    ),
}
"""Language -> one; another one; the same again; several; a group; several groups; of both."""
_JOINED_BEFORE = {
    "fr": (
        (late_pattern(r"\b(?:du|des|de|d['’])\s*$", re.IGNORECASE), "d’", "de "),
        (late_pattern(r"\b(?:au|aux)\s*$", re.IGNORECASE), "à ", "à "),
        (late_pattern(r"\bqu(?:e\s+|['’])$", re.IGNORECASE), "qu’", "que "),
    ),
    "es": (
        (late_pattern(r"\bdel\s*$", re.IGNORECASE), "de ", "de "),
        (late_pattern(r"\bal\s*$", re.IGNORECASE), "a ", "a "),
    ),
}
"""Language -> what ends before the name, what it is before a vowel and before a consonant."""
_VOWEL = late_pattern("[aeiouhé]", re.IGNORECASE)


class Whom(Struct, frozen=True):
    """Who is meant at one place of a text."""

    delegations: int
    groups: int
    is_again: bool = False
    """One delegation that was named in this text before."""
    is_another: bool = False
    """One delegation after another one was named."""


def language_of(text: str) -> str:
    """The language a note is in: `zh`, `ar` and `ru` by their letters, others by their words."""
    letters = {name: len(script.findall(text)) for name, script in _SCRIPTS.items()}
    letters["zh"] *= _LETTERS_A_SIGN
    script, count = max(letters.items(), key=lambda each: each[1])
    if count and count >= len(_LATIN.findall(text)):
        return script
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    scores = {name: sum(words[each] for each in known.split()) for name, known in _WORDS.items()}
    signs = {name: len(each.findall(text)) for name, each in _SIGNS.items()}
    best = max(scores, key=lambda name: (scores[name], signs.get(name, 0)))
    return best if scores[best] > scores["en"] else "en"


def phrase(whom: Whom, language: str) -> str:
    """The phrase for them; `HAND` where that language has none that fits."""
    if language not in _PHRASES:
        return HAND
    one, another, again, several, group, groups, both = _PHRASES[language]
    if whom.groups:
        if whom.delegations:
            return both
        return group if whom.groups == 1 else groups
    if whom.delegations == 1:
        return again if whom.is_again else another if whom.is_another else one
    numbers = _NUMBERS[language]
    place = whom.delegations - 2
    number = numbers[place] if place < len(numbers) else str(whom.delegations)
    return several.format(n=number)


def joined(before: str, said: str, language: str) -> str:
    """The text before a phrase, its last word made to fit: `du` as `d’` before `une`."""
    for pattern, to_vowel, to_consonant in _JOINED_BEFORE.get(language, ()):
        found = pattern.search(before)
        if found:
            kept = to_vowel if _VOWEL.match(said) else to_consonant
            begun = kept.capitalize() if found.group()[:1].isupper() else kept
            return before[: found.start()] + begun
    return before
