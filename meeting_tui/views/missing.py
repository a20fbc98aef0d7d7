"""What a report lacks: the checklist and who was not reached, as rows, and where each is put right.

The count is that of the checklist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from meeting_tui.meeting.checklist import open_points, tell_open
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.floor_control import ActDisputed
from meeting_tui.meeting.left_to_do import BY_HAND, KINDS, STANDING, counted_as, told_by_kind
from meeting_tui.meeting.notes import ItemNoted, PointNoted, noted, point_line
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import in_list_order
from meeting_tui.text import fold
from meeting_tui.views.columns import Row
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import EMPTY, Line, Piece, wrap
from meeting_tui.words import say

NOT_REACHED = "not_reached"
NOT_TAKEN_UP = "not_taken_up"
SAID = (NOT_REACHED, NOT_TAKEN_UP)
"""Nothing can be done about these; the report says so."""
_UNCOUNTED = (*STANDING, *SAID)


class Lack(Struct, frozen=True):
    """One thing that is missing."""

    kind: str
    """As the checklist calls it, or one of `SAID`."""
    subject: str
    text: str
    """In the reader's language."""
    id: str = ""
    """By what it is ticked off the checklist; empty where it is not on it."""


class Place(Struct, frozen=True):
    """Where something missing is put right."""

    screen: str
    subject: str
    """Row of the Record or the Schedule, intervention for the Notes."""
    line: str = ""
    """What is put into the input line there."""


def lacks(look: Look) -> tuple[Lack, ...]:
    """Everything missing at that moment, what is to be done first."""
    return (
        *sorted(_to_do(look), key=lambda each: KINDS.index(counted_as(each.kind))),
        *_not_heard(look),
        *_not_taken_up(look),
    )


def _to_do(look: Look) -> Iterator[Lack]:
    for found in open_points(look.state, look.now, look.directory):
        told = tell_open(found, look.state, look.language, look.name)
        yield Lack(found.kind, found.subject, told, found.id)


def _not_heard(look: Look) -> Iterator[Lack]:
    for asked in in_list_order(look.state):
        if asked.outcome == NOT_REACHED:
            name = look.name(asked.delegation)
            told = look.say("preview.not_heard", name=name, item=asked.item)
            yield Lack(NOT_REACHED, f"inscription {asked.id}", told)


def _not_taken_up(look: Look) -> Iterator[Lack]:
    state = look.state
    if state.phase != "adjourned":
        return
    for item in state.agenda.items:
        if state.items[item.id].phase == "planned":
            title = item.title.say(look.language)
            told = look.say("preview.not_taken_up", item=item.id, title=title)
            yield Lack(NOT_TAKEN_UP, f"item {item.id}", told)


def summary(found: Sequence[Lack], language: str) -> Line:
    """What is to be done, by kind, in one line, and whether it is a rehearsal.

    What the report only says is not missing.
    """
    to_do = [each.kind for each in found if each.kind not in _UNCOUNTED]
    unreal = [say(f"preview.kind_{each.kind}", language) for each in found if each.kind in STANDING]
    apart = tuple(Piece(f"  ·  {each}", "muted") for each in unreal)
    if not to_do:
        return (Piece(say("preview.none_missing", language), "on_time strong"), *apart)
    count = Piece(say("preview.missing", language, count=len(to_do)), "nearly strong")
    return (count, Piece(told_by_kind(to_do, language), "nearly"), *apart)


def lack_rows(found: Sequence[Lack], language: str, width: int) -> list[Row[Line]]:
    """The panel: what is to be done, what the session is, then what the report only says.

    Texts are wrapped to `width`.
    """
    to_do = [each for each in found if each.kind not in _UNCOUNTED]
    standing = [each for each in found if each.kind in STANDING]
    said = [each for each in found if each.kind in SAID]
    head = say("preview.to_do" if to_do else "preview.nothing_to_do", language, count=len(to_do))
    rows = [_heading("to_do", head), *_rows(to_do, width, 0)]
    if standing:
        rows += [Row("apart", EMPTY, can_select=False), *_rows(standing, width, len(to_do))]
    if said:
        head = say("preview.said_in_it", language, count=len(said))
        rows += [Row("gap", EMPTY, can_select=False), _heading("said", head)]
        rows += _rows(said, width, len(to_do) + len(standing))
    return rows


def _heading(key: str, text: str) -> Row[Line]:
    return Row(key, (Piece(text, "heading"),), can_select=False)


def _rows(found: Sequence[Lack], width: int, first: int) -> Iterator[Row[Line]]:
    for place, each in enumerate(found, first):
        for number, drawn in enumerate(wrap((Piece(each.text),), width - 2)):
            mark = Piece("  " if number else "· ", "muted")
            key = f"lack {place} {number}" if number else f"lack {place}"
            yield Row(key, (mark, *drawn), can_select=not number)


def lack_of_row(found: Sequence[Lack], key: str | None) -> Lack | None:
    """What the row with that key stands for."""
    sort, _, number = (key or "").partition(" ")
    ordered = sorted(found, key=lambda each: each.kind in SAID)
    return ordered[int(number)] if sort == "lack" and int(number) < len(ordered) else None


def place_of(lack: Lack, state: MeetingState, log: Sequence[Entry]) -> Place | None:
    """Where it is put right; None where nothing can be done about it."""
    kind, subject = lack.kind, lack.subject
    turn = state.interventions.get(subject)
    if turn is not None and kind in ("no_points", "text_awaited"):
        line = f":received on {turn.number} " if kind == "text_awaited" else ""
        return Place("notes", subject, line)
    if turn is not None:
        act = "attribute" if kind in ("outside_group", "rival_whose") else "times"
        return Place("record", _row(log, _gave, subject), f"{act} {turn.number} ")
    if kind == "unknown_name":
        return Place("record", _row(log, _named, subject), f'identify "{subject}" as ')
    if kind == "unknown_group":
        return Place("record", _row(log, _spoke_for, subject), f'identify "{subject}" as ')
    of_points = ("rival", "no_question", "both_sides", BY_HAND)
    point = noted(state, subject) if kind in of_points else None
    if point is not None:
        line = f"correct {subject} {point_line(point)}"
        return Place("record", _row(log, _noted, subject), line)
    if kind == BY_HAND:
        return Place("record", _row(log, _written, subject))
    if kind == "disputed":
        return Place("record", _row(log, _disputed, subject), f"accept {subject}")
    if subject.startswith("inscription "):
        return Place("record", _row(log, _asked, subject.removeprefix("inscription ")))
    if kind in ("item_open", "long_item", NOT_TAKEN_UP):
        return Place("schedule", f"item {subject.removeprefix('item ')}")
    return None


def _row(log: Sequence[Entry], is_it: Callable[[Event, str], bool], subject: str) -> str:
    """The row of the Record of the newest entry that is it; empty where there is none."""
    return next((str(each.seq) for each in reversed(log) if is_it(each.event, subject)), "")


def _gave(event: Event, subject: str) -> bool:
    return isinstance(event, FloorGiven) and event.intervention == subject


def _noted(event: Event, subject: str) -> bool:
    noted_by = PointNoted | ItemNoted
    return isinstance(event, noted_by) and event.point == subject


def _disputed(event: Event, subject: str) -> bool:
    return isinstance(event, ActDisputed) and event.dispute == subject


def _written(event: Event, subject: str) -> bool:
    ids = ("decision", "point_of_order", "document")
    return any(getattr(event, each, None) == subject for each in ids)


def _asked(event: Event, subject: str) -> bool:
    return isinstance(event, Inscribed) and event.inscription == subject


def _named(event: Event, subject: str) -> bool:
    return fold(str(getattr(event, "delegation", ""))) == fold(subject)


def _spoke_for(event: Event, subject: str) -> bool:
    return isinstance(event, Inscribed) and event.group == subject
