"""A typed line as words: quoted names and bracketed groups stay whole, free text untouched.

A comma or semicolon between words is as good as a space: `mex, fra` and `墨西哥、法国` are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.patterns import late_pattern

_TOKEN = late_pattern(
    r"""
    (?P<quoted>"(?P<q1>[^"]*)"|“(?P<q2>[^”]*)”|「(?P<q3>[^」]*)」)
        (?P<qgroup>[(（][^)）]{0,300}[)）])?(?P<qbang>!?)[,，、;；]*
    | (?P<plain>[^\s"“「\0(（,，、;；]*[(（][^)）]{0,300}[)）]!?|[^\s,，、;；]+|[^\s]+)[,，、;；]*
    """,
    re.VERBOSE,
)
LONGEST_NUMBER = 6
_OPENING = late_pattern("[(（]")
_CLOSING = (")", "）")
_PAIRS = (("“", "”"), ("「", "」"))


class Token(Struct, frozen=True):
    """One word of a line and where it stands."""

    text: str
    """Without quotes, group and exclamation mark."""
    start: int
    """Offset of its first character in the line."""
    quoted: bool = False
    group: str | None = None
    """What stands in brackets after a name: `eu+alb`."""
    insists: bool = False
    """An exclamation mark stands at its end."""

    @property
    def is_bare(self) -> bool:
        """Nothing but the word itself was typed: no quotes, brackets or exclamation mark."""
        return not self.quoted and self.group is None and not self.insists

    @property
    def number(self) -> int | None:
        """The word as a whole number of at most six digits, or None."""
        is_number = self.text.isdecimal() and len(self.text) <= LONGEST_NUMBER
        return int(self.text) if is_number else None

    @property
    def word(self) -> str:
        """The word as a keyword is compared: lower case; empty when quoted."""
        return "" if self.quoted else self.text.casefold()


def tokenise(line: str) -> tuple[Token, ...]:
    """The words of a line, in order; never fails, an open quote is taken as it stands."""
    return tuple(_token(match, line) for match in _TOKEN.finditer(closed(line)))


def closed(line: str) -> str:
    """The line with NUL for each quotation mark that nothing closes, as no line holds that sign.

    What looks for a pair would go through the rest of the line for each of them.
    """
    for opening, closing in _PAIRS:
        end = line.rfind(closing) + 1
        if opening in line[end:]:
            line = line[:end] + line[end:].replace(opening, "\0")
    return line


def _token(match: re.Match[str], line: str) -> Token:
    if match["quoted"] is not None:
        text = next(each for each in (match["q1"], match["q2"], match["q3"]) if each is not None)
        group = match["qgroup"][1:-1] if match["qgroup"] else None
        return Token(text.strip(), match.start(), True, group, bool(match["qbang"]))
    text = line[match.start("plain") : match.end("plain")]
    insists = len(text) > 1 and text.endswith(("!", "！"))
    text = text[:-1] if insists else text
    name, group = _parted(text)
    return Token(name, match.start(), False, group, insists)


def _parted(text: str) -> tuple[str, str | None]:
    """A word and what stands in brackets at its end; looked for once, as brackets may be many."""
    if not text.endswith(_CLOSING):
        return text, None
    inside = max(text.rfind(sign, 0, -1) for sign in _CLOSING) + 1
    opened = _OPENING.search(text, inside)
    if opened is None or opened.start() == 0:
        return text, None
    return text[: opened.start()], text[opened.end() : -1]


def complete(word: str, words: Iterable[str]) -> str | None | Refusal:
    """The one of `words` that `word` is or uniquely begins; None for none, else a refusal."""
    if not word:
        return None
    plain = word.replace("_", "-")
    spelled = {each.replace("_", "-"): each for each in words}
    if plain in spelled:
        return spelled[plain]
    begun = [each for each in spelled if each.startswith(plain)]
    if len(begun) > 1:
        return refuse("ambiguous_word", word=word, words=", ".join(sorted(begun)))
    return spelled[begun[0]] if begun else None
