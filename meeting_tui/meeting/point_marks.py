"""The marks before a point's text: its tags, its kind, its stance, whom it is for.

The text behind them is free; a mark that stands in it is asked about, see `_late_mark`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.point_tags import MARK, Beginning, Word, beginning
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.syntax import Fields, Part
from meeting_tui.meeting.tokens import closed, complete
from meeting_tui.patterns import late_pattern
from meeting_tui.text import fold
from meeting_tui.words import say

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


UNMARKED = (KINDS[0], STANCES[0], AUDIENCES[0])
_MARK = late_pattern(r"/[^\W\d][\w-]*$")
_MARKS = (*KINDS, *STANCES[1:], *AUDIENCES[1:])
_SLASHED = late_pattern(r"(?<![\w/])/([a-z][a-z-]*)(?![\w/])")
_QUOTED = late_pattern(r"(?<!\w)(?:\"[^\"]*\"|“[^”]*”|「[^」]*」)")
_TELLING = 4
"""From how many letters on the beginning of an audience mark within a text is taken for one."""


def marked(shown: str = "[TAG ...] [KIND] [STANCE] [AUDIENCE]") -> Part:
    """The part of a line that holds the marks."""

    def read(reader: Reader) -> Fields | Refusal:
        return point_marks(reader)

    return Part(shown, read)


class Marks(TypedDict):
    """What stands before a point's text."""

    questions: tuple[str, ...]
    topics: tuple[str, ...]
    proposals: tuple[str, ...]
    kind: str
    stance: str
    audience: str
    stance_on: tuple[str, ...] | None


def point_marks(reader: Reader, stance: str | None = None) -> Marks | Refusal:
    """The tags and slash marks before a point's text; the text is free, see `_late_mark`.

    A tag is the id of a question, of a topic, or of a proposal that was made.
    `stance`: the one that was said before them.
    """
    offset = reader.offset
    found = beginning(reader.line[offset:], reader.lexicon.tag, _is_mark)
    chosen = {"stance": stance} if stance else {}
    for typed in found.ids(MARK):
        mark = complete(fold(typed)[1:], _MARKS)
        if isinstance(mark, Refusal):
            return mark
        if mark is None:
            return refuse("no_such_mark", mark=typed, marks=" ".join(f"/{m}" for m in _MARKS))
        sort = "kind" if mark in KINDS else "stance" if mark in STANCES else "audience"
        if chosen.setdefault(sort, mark) != mark:
            return _two(sort, f"/{chosen[sort]}", f"/{mark}")
    reader.go_to(offset + found.end)
    return _late_mark(reader, chosen.get("stance")) or Marks(
        questions=found.ids("questions"),
        topics=found.ids("topics"),
        proposals=found.ids("proposals"),
        kind=chosen.get("kind", KINDS[0]),
        stance=chosen.get("stance", STANCES[0]),
        audience=chosen.get("audience", AUDIENCES[0]),
        stance_on=_objects(found),
    )


def _two(sort: str, first: str, second: str) -> Refusal:
    """The refusal of two different marks of one sort, of which the last would win unseen."""
    if sort == "kind":
        return refuse("two_kinds", first=first, second=second)
    if sort == "stance":
        return refuse("two_stances", first=first, second=second)
    return refuse("two_audiences", first=first, second=second)


def _objects(found: Beginning) -> tuple[str, ...] | None:
    """The tags behind a mark of stance, where others stand before it."""
    places = [n for n, each in enumerate(found.words) if _is_stance(each)]
    tags = [(n, each.text) for n, each in enumerate(found.words) if each.sort != MARK]
    behind = tuple(dict.fromkeys(tag for n, tag in tags if places and n > places[0]))
    return behind if behind and len(behind) < len({tag for _, tag in tags}) else None


def _is_stance(word: Word) -> bool:
    return word.sort == MARK and complete(fold(word.text)[1:], _MARKS) in STANCES


def _is_mark(word: str) -> bool:
    return _MARK.match(fold(word)) is not None


def _late_mark(reader: Reader, stance: str | None) -> Refusal | None:
    """A refusal where a mark of audience or stance is a word of the text, outside quotation marks.

    As text it would keep nothing back and count for nobody, and the report would print it.
    """
    text = _QUOTED.sub(" ", closed(fold(reader.line[reader.offset :]).replace("_", "-")))
    for found in _SLASHED.finditer(text):
        mark = found[1].rstrip("-")
        meant = complete(mark, _MARKS) if len(mark) >= _TELLING else None
        if stance and meant in STANCES and meant != stance:
            return _two("stance", f"/{stance}", f"/{meant}")
        if meant in STANCES or meant in AUDIENCES[1:]:
            word, _, _ = reader.rest().partition(" ")
            return refuse("mark_in_text", word=word, mark=f"/{mark}")
    return None


def recorded(stance: str, tags: tuple[str, ...]) -> str:
    """What is written down in place of its words: `opposes p3`."""
    return " ".join([stance, *(each.lower() for each in tags)])


def stance_told(stance: str, on: Mapping[str, tuple[str, ...]], language: str) -> str:
    """`opposes the proposal r1`, `expresses opposition on question P3`.

    `on`: `question`, `topic`, `proposal` -> the ids of that sort that it is on.
    """
    told = (
        say(f"points.stance_{sort}", language, id=each) for sort, ids in on.items() for each in ids
    )
    way = "on" if on["question"] or on["topic"] else "to"
    what = say("points.stance_and", language).join(told)
    return say(f"points.{stance}_{way}", language, what=what)
