"""A draft without names has none in people's own text either: a note may name another delegation.

Who is named in a point, decision, ruling or text becomes "a delegation" in the language of that
text, several in a row "three delegations". What only a hand can rewrite is told: a sign stands
where no phrase fits, and other words that tell of one State are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from meeting_tui.delegations.around_names import expression, fits
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.delegations.names_in_text import GROUP, Found, names_of
from meeting_tui.delegations.phrases import HAND, Whom, joined, language_of, phrase
from meeting_tui.delegations.telltales import telltales
from meeting_tui.patterns import late_pattern

_JOINER = late_pattern(
    r"\s*(?:(?:[,;/、，；&和与及]|\b(?:and|et|y|e|и)\b|\bو)\s*)+(?:(?:the|la|le|les|el|los|las) )?",
    re.IGNORECASE,
)
"""Between names that are told together."""
_STRONG = late_pattern(r"\b(?:and|et|y|e)\b|[&、和与及]", re.IGNORECASE)
_ENDS = late_pattern(r"\s*(?:[.;:!?)\]。；：！？）]|$)")
_POSSESSIVE = late_pattern("['’]s\\b")


class Unnamed(Struct, frozen=True):
    """A text without the names in it."""

    text: str
    is_touched: bool
    """Whether a name was taken out."""
    by_hand: tuple[str, ...]
    """Words for which somebody has to rewrite it, as they were written."""


class Discretion:
    """Takes the names out of people's text, and remembers where it had to."""

    def __init__(self, directory: Directory, unlisted: Iterable[str] = ()) -> None:
        """`unlisted`: names as typed of those who are not in the directory."""
        self._unlisted = frozenset(unlisted)
        self._directory = directory
        self._touched: dict[str, None] = {}
        self._by_hand: dict[str, None] = {}

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of what a name was taken out of, in the order met."""
        return tuple(self._touched)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """Ids of what somebody has to rewrite, in the order met."""
        return tuple(self._by_hand)

    def without_names(self, text: str, subject: str, keep: Iterable[str] = ()) -> str:
        """`text` with a neutral phrase for each name; `subject` is the id it is remembered by.

        `keep`: codes of delegations whose names may stay (a presenter's own, in its presentation).
        """
        found = unnamed(text, self._directory, self._unlisted, tuple(keep))
        if found.is_touched:
            self._touched[subject] = None
        if found.by_hand:
            self._by_hand[subject] = None
        return found.text


@lru_cache(4096)
def unnamed(
    text: str, directory: Directory, unlisted: frozenset[str], keep: tuple[str, ...] = ()
) -> Unnamed:
    """The text without names; the same for each that asks, as an export asks several times.

    `unlisted`: names as typed of those who are not in the directory; `keep`: codes of delegations
    whose names may stay.
    """
    language = language_of(text)
    names = names_of(directory, unlisted)
    found = [each for each in names.find(text) if each.owner not in keep]
    runs = _runs(found, text)
    by_hand = [] if keep else list(_telltales(text, directory, language, runs))
    said, done = "", 0
    named: set[str] = set()
    for run in runs:
        owners = {each.owner for each in run if each.owner != GROUP}
        groups = sum(each.owner == GROUP for each in run)
        start, end = run[0].start, run[-1].end
        whom = Whom(len(owners), groups, owners <= named, bool(named))
        meant = expression(text, start, end, whom, language)
        put = phrase(meant.whom, language)
        if put == HAND or not fits(text, meant, text[start:end], language):
            by_hand.append(text[meant.start : meant.end])
            put, language_here = HAND, ""
        else:
            put, language_here = put + meant.tail, language
        # What a phrase before this one took with it is not there any more.
        said = _with(said + text[done : max(done, meant.start)], put, language_here)
        named |= owners
        done = max(done, meant.end)
        is_several = meant.whom.delegations + meant.whom.groups > 1
        if is_several and language == "en" and _POSSESSIVE.match(text, done):
            said, done = f"{said}{text[done]}", done + 2
    return Unnamed(said + text[done:], bool(runs), tuple(dict.fromkeys(by_hand)))


def _telltales(
    text: str, directory: Directory, language: str, runs: Sequence[Sequence[Found]]
) -> Iterator[str]:
    """Words that tell of one State and are not within a name (`Groupe africain`)."""
    for start, said in telltales(text, language, _stems(directory, language)):
        end = start + len(said)
        if not any(each.start <= start and end <= each.end for run in runs for each in run):
            yield said


def _with(before: str, put: str, language: str) -> str:
    """The text so far and the phrase, with a capital where it begins."""
    fitted = joined(before, put, language)
    return fitted + (put[:1].upper() + put[1:] if not fitted.strip() else put)


def _runs(found: Sequence[Found], text: str) -> list[list[Found]]:
    """Names that follow each other with nothing but joining words between them."""
    runs: list[list[Found]] = []
    for each in found:
        last = runs[-1][-1] if runs else None
        is_again = last is not None and last.owner == each.owner != GROUP
        if last and not is_again and _JOINER.fullmatch(text[last.end : each.start]):
            runs[-1].append(each)
        else:
            runs.append([each])
    kept = ([each for each in run if not each.is_word or _is_listed(run, text)] for run in runs)
    return [run for run in kept if run]


def _is_listed(run: Sequence[Found], text: str) -> bool:
    """Whether words that may be codes are, as they stand in a list of names."""
    if all(each.is_word for each in run):
        return False
    between = text[run[0].end : run[-1].start]
    return bool(_STRONG.search(between) or _ENDS.match(text, run[-1].end))


@lru_cache(8)
def _stems(directory: Directory, language: str) -> frozenset[str]:
    """Names of States in French or Spanish, by which adjectives are known."""
    if language not in ("fr", "es"):
        return frozenset()
    states = (each.code for each in directory.all() if each.kind in STATES)
    return frozenset(directory.name(code, language) for code in states)
