"""What stands before a point's text: tags and slash marks, as people write them.

`a1 a6`, `A1:`, `A1.`, `(A7)`, `A5/A6` and `A1-A3` are tags. A sentence that begins with an id is
text: "A1 and A3 of the annex will be answered", "P1 is the main concern". The number or sign of a
list before tags (`1. A5: text`, `2) p6 text`, `• a1 text`) is dropped; before a text it stays. So
is a dash that joins tags and text (`p6 - text`); between two ids it is a range (`A1 – A3`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from meeting_tui.meeting.tokens import Token, tokenise
from meeting_tui.patterns import late_pattern

Tag = tuple[str, str]
"""The sort of tag (`questions`, `topics`, `proposals`) and its id."""
TagOf = Callable[[str], Tag | None]
"""The tag that a word is, or None."""

MARK = "mark"

_ENDS = ":：.．。"
_COLON_WITHIN = late_pattern(r"([^:：]+[:：])(?=[^\s\d])")
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_BETWEEN = late_pattern(r"[/／,，、;；&\s]+")
_RANGE = late_pattern(r"([^\W\d]+)(\d{1,3})[-‐-―－]([^\W\d]+)(\d{1,3})")
_DASH = late_pattern(r"[-‐-―－]+(?!\S)")
"""A dash that stands by itself, as `p6 - text` has it."""

_LISTED = late_pattern(
    r"""\s*(?:
        [(（\[［]\d{1,3}[)）\]］]\s*
      | (?:(?:no\.?|n[º°]|№|\#|第)\s?)?\d{1,3}(?:[.)）．:：º°、]|\s*[-–—])\s*
      | (?:[a-z]|[ivx]{2,4})[)）]\s+
      | [①-⑳]\s*
      | [-–—•·*▪‣◦➢]+\s*
    )+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What numbers an entry of a list or marks it as one, as in a list of names."""

_LIKE_A_TAG = late_pattern(rf"[(\[（【]?[^\W\d]{{1,3}}\d{{1,3}}(?!\w)|{_DASH.pattern}")
"""What would be taken for a part of the beginning, if it stood behind tags."""

_JOINING = frozenset(
    ("and", "or", "&", "et", "ou", "y", "e", "o", "и", "или", "و", "和", "与", "或")
)
_GOES_ON = _JOINING | {
    *("is", "are", "was", "were", "be", "will", "would", "can", "could", "may", "might", "shall"),
    *("should", "must", "has", "have", "had", "does", "do", "did", "asks", "remains", "seems"),
    *("needs", "concerns", "covers", "refers", "isn't", "aren't", "wasn't", "won't", "cannot"),
    *(
        "of",
        "to",
        "through",
        "as",
        "de",
        "du",
        "à",
        "est",
        "sont",
        "sera",
        "seront",
        "es",
        "son",
        "será",
    ),
}
"""What follows an id in capital letters where that is part of a sentence."""


class Word(Struct, frozen=True):
    """One thing that stands before the text."""

    sort: str
    """`questions`, `topics`, `proposals`, or `mark` for a slash mark."""
    text: str
    """The id of the tag, or the mark as typed."""
    start: int
    """Where the word it came from begins in the line."""


class Beginning(Struct, frozen=True):
    """The tags and marks of a line, in the order typed."""

    words: tuple[Word, ...]
    end: int
    """Where the text begins, or would."""

    def ids(self, sort: str) -> tuple[str, ...]:
        """The ids of one sort, each once."""
        return tuple(dict.fromkeys(each.text for each in self.words if each.sort == sort))


class _Tags(Struct, frozen=True):
    """Tags side by side."""

    words: tuple[Word, ...]
    after: int
    """The place of the first word behind them."""
    is_closed: bool
    """A colon, a full stop or a bracket says that they end here."""


def beginning(line: str, tag: TagOf, is_mark: Callable[[str], bool]) -> Beginning:
    """What a line begins with; `is_mark` says of a word that it is a slash mark."""
    unlisted = _beginning(without_number(line), tag, is_mark)
    return unlisted if unlisted.words else _beginning(line, tag, is_mark)


def without_number(line: str) -> str:
    """The line with blanks where the number or sign of a list stands before it."""
    listed = _LISTED.match(line)
    return " " * listed.end() + line[listed.end() :] if listed else line


def _beginning(line: str, tag: TagOf, is_mark: Callable[[str], bool]) -> Beginning:
    tokens = list(tokenise(line))
    words: list[Word] = []
    at, is_closed = 0, False
    while at < len(tokens):
        token = tokens[at]
        if token.is_bare and is_mark(token.text):
            words.append(Word(MARK, token.text, token.start))
            at, is_closed = at + 1, False
            continue
        found = _side_by_side(tokens, at, tag)
        if found is None or (is_closed and not found.is_closed):
            break
        words += found.words
        at, is_closed = found.after, is_closed or found.is_closed
    return Beginning(tuple(words), tokens[at].start if at < len(tokens) else len(line))


def tagged_line(tags: Sequence[str], text: str) -> str:
    """Tags and a text as they would be typed; a text that begins like a tag or a dash stays one."""
    if not tags:
        return text
    typed = " ".join(each.lower() if each.isupper() else each for each in tags)
    return f"{typed}: {text}" if _LIKE_A_TAG.match(text) else f"{typed} {text}"


def _side_by_side(tokens: list[Token], first: int, tag: TagOf) -> _Tags | None:
    """The tags from a place on; None for none, and where they belong to a sentence."""
    words: list[Word] = []
    at = first
    while (found := _written(tokens, at, tag)) is not None:
        words += found.words
        at += 1
        if found.is_closed:
            return _Tags(tuple(words), at, True)
    if not words:
        return None
    if at < len(tokens):
        if tokens[at].word in _JOINING:
            more = _side_by_side(tokens, at + 1, tag)
            if more is not None and more.is_closed:  # `A1 and A3: text`
                return _Tags((*words, *more.words), more.after, True)
            if _written(tokens, at + 1, tag) is not None:
                return None
        if _goes_on(tokens[first:at], tokens[at].word):
            return None
        if _is_joining_dash(tokens, at, tag):
            at += 1
    return _Tags(tuple(words), at, False)


def _is_joining_dash(tokens: list[Token], at: int, tag: TagOf) -> bool:
    """Whether a dash joins tags and their text; one before a tag may be a range of another sort."""
    return _is_dash(tokens[at]) and _written(tokens, at + 1, tag) is None


def _is_dash(token: Token) -> bool:
    return token.is_bare and _DASH.fullmatch(token.text) is not None


def _goes_on(ids: Sequence[Token], following: str) -> bool:
    return following in _GOES_ON and all(each.text.isupper() for each in ids)


def _written(tokens: list[Token], at: int, tag: TagOf) -> _Tags | None:
    """The tags that one word is written for; one run into a text is taken apart."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.is_bare:
        return None
    _join_range(tokens, at, tag)
    token = tokens[at]
    run_in = _COLON_WITHIN.match(token.text)
    written = run_in[1] if run_in else token.text
    found = _tags_in(written, tag)
    if found is None:
        return None
    if run_in:
        rest = Token(token.text[len(written) :], token.start + len(written))
        tokens[at : at + 1] = [Token(written, token.start), rest]
    tags, is_closed = found
    _drop_end(tokens, at)
    words = tuple(Word(sort, text, token.start) for sort, text in tags)
    return _Tags(words, at + 1, is_closed)


def _join_range(tokens: list[Token], at: int, tag: TagOf) -> None:
    """`A1 – A3` becomes one word, as `A1–A3` is."""
    parts = tokens[at : at + 3]
    if len(parts) == 3 and parts[2].is_bare and _is_dash(parts[1]):
        joined = f"{parts[0].text}-{parts[2].text}"
        if _tags_in(joined, tag) is not None:
            tokens[at : at + 3] = [Token(joined, parts[0].start)]


def _drop_end(tokens: list[Token], at: int) -> None:
    """The colon behind `(A5, A6):` is a word of its own, and no part of the text."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.start != token.start + len(token.text):
        return
    if following.is_bare and following.text[0] in _ENDS:
        rest = Token(following.text[1:], following.start + 1)
        tokens[at + 1 : at + 2] = [rest] if rest.text else []


def _tags_in(written: str, tag: TagOf) -> tuple[tuple[Tag, ...], bool] | None:
    """The tags of a written word, and whether it says that they end with it."""
    is_closed = written[-1:] in _ENDS and len(written) > 1
    core = written[:-1] if is_closed else written
    if _BRACKETS.get(core[:1]) == core[-1:]:
        core, is_closed = core[1:-1], True
        if not core.isupper():  # in small letters, `(a1) in brackets` is text
            return None
    tags: list[Tag] = []
    for part in _BETWEEN.split(core):
        found = _ranging(part, tag) if part else ()
        if not found:
            return None
        tags += found
    return tuple(tags), is_closed


def _ranging(part: str, tag: TagOf) -> tuple[Tag, ...]:
    """The one tag that it is, or all from the first to the last of `A1-A3`; else none."""
    single = tag(part)
    if single is not None:
        return (single,)
    ends = _RANGE.fullmatch(part)
    if ends is None or ends[1].casefold() != ends[3].casefold():
        return ()
    found = [tag(f"{ends[1]}{number}") for number in range(int(ends[2]), int(ends[4]) + 1)]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else ()
