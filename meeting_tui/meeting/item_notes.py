"""Notes on an item itself, which belong to nobody's statement, and points that change places."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting.attributions import FilePoint, PointFiled, file_point
from meeting_tui.meeting.declared import (
    CORRECTIONS,
    NOTES,
    Act,
    Happening,
    Seat,
    Teller,
    Together,
    When,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import STANCES, OnItem, Point, Who
from meeting_tui.meeting.notes import (
    CorrectPoint,
    ItemNoted,
    PointCorrected,
    corrected_on,
    intervention_meant,
    item_note_told,
    item_notes_told,
    not_asked,
    noted,
    noted_so,
    reads_so,
    sorts_counted,
)
from meeting_tui.meeting.point_marks import point_marks
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import (
    Fields,
    Part,
    next_word,
    no_such_item,
    on_item,
    point,
    said,
    statement,
)

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class MovePoint(Command, frozen=True):
    """Whose a point is: another intervention's, or an item's itself."""

    point: str
    on: Who | int | OnItem
    reads: CorrectPoint | None = None
    """How it reads there; None: as it did."""


class PointMoved(Event, frozen=True):
    """A point belongs to another intervention, or to an item itself."""

    name = "point_moved"
    point: str
    intervention: str | None
    item: str | None = None
    """The item itself, where it belongs to no intervention."""
    not_asked: tuple[str, ...] = ()


def on_item_noted(state: MeetingState, event: ItemNoted, entry: Entry) -> None:
    """The note stands at the end of the item's own."""
    state.item_notes[event.point] = noted_so(event, entry.at, entry.hand)


def notes_on(state: MeetingState, item: str | None) -> tuple[Point, ...]:
    """The notes on an item itself, in the order noted."""
    return tuple(each for each in state.item_notes.values() if each.item == item)


def move_point(
    state: MeetingState, command: MovePoint, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Let a point be another statement's, or the item's own, and read there as it is said to."""
    point, reads = noted(state, command.point), command.reads
    if point is None:
        return refuse("no_such_point", point=command.point)
    if reads is not None and not reads.text:
        return refuse("empty_note")
    if isinstance(command.on, OnItem):
        item, there = command.on.item, reads or point
        if not point.intervention and point.item == item:
            return refuse("filed_so", point=point.id, item=item)
        if there.stance != STANCES[0] or there.kind == PROPOSAL or there.proposals:
            return refuse("item_takes_no_position", item=item)
        moved, turn = PointMoved(point.id, None, item), None
    else:
        about = intervention_meant(state, command.on)
        if isinstance(about, Refusal):
            return about
        if about.id == point.intervention:
            name = state.asked_by(about).name
            return refuse("moved_so", point=point.id, name=name, number=about.number)
        marked = not_asked(state, about, point.questions)
        moved, turn = PointMoved(point.id, about.id, None, marked), about
    if reads is None:
        return (moved,)
    event = corrected_on(state, reads, point, turn)
    is_same = reads_so(replace(point, not_asked=event.not_asked), event)
    return (moved,) if is_same else (moved, event)


def on_moved(state: MeetingState, event: PointMoved, entry: Entry) -> None:
    """The point is there, in the order noted; where it was is among the corrections."""
    before = taken_out(state, event.point)
    after = replace(
        before,
        intervention=event.intervention or "",
        item=event.item,
        not_asked=event.not_asked,
        corrected=True,
    )
    if event.intervention is None:
        state.item_notes[after.id] = after
    else:
        state.points[after.id] = after
        beside = state.points_of.setdefault(event.intervention, [])
        beside.append(after.id)
        beside.sort(key=lambda each: state.points[each].at)
    places = (place_line(state, each) for each in (before, after))
    state.keep_correction(entry, "place", after.id, *places)


def taken_out(state: MeetingState, point: str) -> Point:
    """The point, no longer among those that stand. Raises KeyError where it does not."""
    if point in state.item_notes:
        return state.item_notes.pop(point)
    found = state.points.pop(point)
    state.points_of[found.intervention].remove(point)
    return found


def place_line(state: MeetingState, point: Point) -> str:
    """Where a point is as it would be typed: `on 7`, `on item 3`."""
    if not point.intervention:
        return f"on item {point.item}"
    return f"on {state.interventions[point.intervention].number}"


def _moved_told(teller: Teller, event: PointMoved) -> str:
    if event.intervention is None:
        return teller.say("points.moved_to_item", point=event.point, item=event.item or "")
    name, number = teller.who(event.intervention), teller.number(event.intervention)
    return teller.say("points.moved", point=event.point, name=name, number=number)


HAPPENINGS = (
    Happening(
        ItemNoted,
        on_item_noted,
        item_note_told,
        (NOTES,),
        Together(lambda t, e: e.item, item_notes_told),
        sorts_counted,
        stays=True,
    ),
    Happening(PointMoved, on_moved, _moved_told, (NOTES, CORRECTIONS), stays=True, corrects=True),
)


AS = "as"
"""Between where a point belongs and how it reads there."""


def _where(reader: Reader) -> Fields | Refusal:
    """`under ITEM`, or `on D|N|item ID` and how the point reads there."""
    token = reader.peek()
    if token is not None and token.word == "on" and reader.peek(1) is not None:
        return _moved(reader)
    if token is None or token.word != "under":
        return refuse("file_under_missing")
    reader.take()
    found = next_word(reader)
    return {"item": found} if reader.lexicon.agenda.item(found) else no_such_item(reader, found)


def _moved(reader: Reader) -> Fields | Refusal:
    itself = on_item(reader)
    if isinstance(itself, Refusal):
        return itself
    if itself is None:
        reader.take()
    on = itself or statement(reader)
    if isinstance(on, Refusal):
        return on
    if not said(reader, AS):
        return {"on": on}
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    return {"on": on, "reads": {"text": reader.rest(), **marks}}


def _filed(
    point: str,
    item: str = "",
    on: Who | int | OnItem | None = None,
    reads: Fields | None = None,
) -> FilePoint | MovePoint:
    if on is None:
        return FilePoint(point, item)
    return MovePoint(point, on, CorrectPoint(point, **reads) if reads else None)


ACTS = (
    Act(
        "file",
        "record",
        {FilePoint: file_point, MovePoint: move_point},
        (point(), Part("under ITEM|on D|on N|on item ID [as TEXT]", _where)),
        When.EVER,
        Seat.NOTES,
        make=_filed,
        events=(PointFiled, PointMoved, PointCorrected),
    ),
)
