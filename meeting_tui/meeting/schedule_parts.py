"""Parts of items in the schedule: matters added, segments dropped and held after all.

A segment held on condition is not counted in the minutes of its item until its condition has come
true; what is added, dropped or held makes the item so much longer or shorter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count, islice
from typing import ClassVar

from meeting_tui.agenda.model import Segment
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.reader import Reader
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.schedule import MOST_MINUTES, minutes, planned_item
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import SEGMENTS, next_word, part, with_reason


class PlanAdd(Command, frozen=True):
    item: str
    minutes: int
    title: str
    reason: str


class PlanDrop(Command, frozen=True):
    segment: str
    reason: str


class PlanHold(Command, frozen=True):
    segment: str
    reason: str


class MatterAdded(Event, frozen=True):
    """A matter was added under an item, as its next segment."""

    name: ClassVar[str] = "matter_added"
    item: str
    segment: str
    title: str
    minutes: int
    reason: str


class SegmentDropped(Event, frozen=True):
    """A segment that was held on condition, or added, will not be held."""

    name: ClassVar[str] = "segment_dropped"
    segment: str
    reason: str


class SegmentKept(Event, frozen=True):
    """A segment will be held: its condition has come true, or it was dropped before."""

    name: ClassVar[str] = "segment_kept"
    segment: str
    reason: str


def is_sure(state: MeetingState, segment: Segment) -> bool:
    """Whether a segment will be held, as far as is known: not dropped, and on no open condition."""
    if segment.id in state.dropped:
        return False
    return segment.condition is None or segment.id in state.kept


def add_matter(state: MeetingState, command: PlanAdd, now: datetime) -> tuple[Event, ...] | Refusal:
    """Add a matter under an item, as its next segment."""
    if state.items[command.item].phase == "closed":
        return refuse("plan_item_over", item=command.item)
    if not 1 <= command.minutes <= MOST_MINUTES:
        return refuse("plan_minutes", found=command.minutes)
    segment = next_segment(state, command.item)
    return (MatterAdded(command.item, segment, command.title, command.minutes, command.reason),)


def next_segment(state: MeetingState, item: str) -> str:
    """The id of the next segment of an item; one given to an act taken back is not given again."""
    given = state.counts.get(f"segment {item}", 0)
    return next(islice(_free_ids(state, item), given, None))


def _free_ids(state: MeetingState, item: str) -> Iterator[str]:
    """Ids for segments of an item behind those it was imported with."""
    taken = [each.id for each in state.imported.items]
    taken += [each.id for one in state.imported.items for each in one.segments]
    heads = (each.rpartition(".") for each in taken)
    numbers = [int(tail) for head, _, tail in heads if head == item and tail.isdecimal()]
    ids = (f"{item}.{number}" for number in count(max(numbers, default=0) + 1))
    folded = {each.casefold() for each in taken}
    return (each for each in ids if each.casefold() not in folded)


def drop_segment(
    state: MeetingState, command: PlanDrop, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Not hold a segment that was held on condition, or added."""
    refusal = _cannot_change(state, command.segment)
    if refusal:
        return refusal
    found = state.agenda.segment(command.segment)
    is_imported = state.imported.segment(command.segment) is not None
    if is_imported and found is not None and found.condition is None:
        return refuse("plan_not_on_condition", segment=command.segment)
    if command.segment in state.dropped:
        return refuse("plan_is_dropped", segment=command.segment)
    return (SegmentDropped(command.segment, command.reason),)


def hold_segment(
    state: MeetingState, command: PlanHold, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Hold a segment: its condition has come true, or it was dropped before."""
    refusal = _cannot_change(state, command.segment)
    if refusal:
        return refusal
    found = state.agenda.segment(command.segment)
    if found is not None and is_sure(state, found):
        return refuse("plan_is_held", segment=command.segment)
    return (SegmentKept(command.segment, command.reason),)


def _cannot_change(state: MeetingState, segment: str) -> Refusal | None:
    """Why it is too late to say whether a segment is held."""
    item = state.agenda.item_of_segment(segment)
    if segment in state.segments:
        return refuse("plan_segment_begun", segment=segment)
    if item is not None and state.items[item.id].phase == "closed":
        return refuse("plan_item_over", item=item.id)
    return None


def _segment(reader: Reader) -> str | Refusal:
    """The id of a segment."""
    found, agenda = next_word(reader), reader.lexicon.agenda
    if agenda.segment(found):
        return found
    if agenda.item(found):
        return refuse("plan_is_item", item=found)
    ids = ", ".join(each.id for item in agenda.items for each in item.segments)
    return refuse("no_such_segment", segment=found, segments=ids or "–")


def _title(reader: Reader) -> str | Refusal:
    """All words left; without its quotation marks where that is one quoted text."""
    token = reader.peek()
    is_whole = token is not None and token.quoted and reader.peek(1) is None
    words = reader.rest()
    if words:
        return token.text if token and is_whole else words
    item, given = (each.text for each in reader.tokens[reader.at - 2 : reader.at])
    return refuse("plan_title", item=item, minutes=given)


ACTS = (
    Act(
        "plan_add",
        ("plan", "add"),
        "schedule",
        {PlanAdd: add_matter},
        PlanAdd,
        with_reason(planned_item(), minutes(), part("TITLE", "title", _title)),
    ),
    Act(
        "plan_drop",
        ("plan", "drop"),
        "schedule",
        {PlanDrop: drop_segment},
        PlanDrop,
        with_reason(part("ID", "segment", _segment, SEGMENTS)),
    ),
    Act(
        "plan_hold",
        ("plan", "hold"),
        "schedule",
        {PlanHold: hold_segment},
        PlanHold,
        with_reason(part("ID", "segment", _segment, SEGMENTS)),
    ),
)
