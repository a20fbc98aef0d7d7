"""Parts added to the schedule, dropped and held, and what every change of it does to the state.

A segment held on condition is not counted in the minutes of its item until its condition has come
true. Every change is also kept as a line of its own, with what was planned before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from msgspec.structs import fields, replace

from meeting_tui.agenda.local_times import local_text
from meeting_tui.agenda.model import Item, Segment, Words
from meeting_tui.meeting.declared import SCHEDULE, Act, Happening, Teller
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import ScheduleChange
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.schedule import (
    MOST_MINUTES,
    ItemReplanned,
    ItemSplit,
    PlannedTimeSet,
    SittingRetimed,
    minutes,
    next_in_sitting,
    pieces_of,
    planned_item,
    split_at,
)
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import SEGMENTS, next_word, no_such_segment, part, with_reason

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


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

    name = "matter_added"
    item: str
    segment: str
    title: str
    minutes: int
    reason: str


class SegmentDropped(Event, frozen=True):
    """A segment that was held on condition, or added, will not be held."""

    name = "segment_dropped"
    segment: str
    reason: str


class SegmentKept(Event, frozen=True):
    """A segment will be held: its condition has come true, or it was dropped before."""

    name = "segment_kept"
    segment: str
    reason: str


KIND_OF_MATTER = "discussion"


def on_replanned(state: MeetingState, event: ItemReplanned, entry: Entry) -> None:
    """The item is planned whole, in that sitting, before that item."""
    was = _place(state, event.item)
    order = [each for each in state.running_order if each != event.item]
    place = len(order) if event.before is None else order.index(event.before)
    state.running_order = (*order[:place], event.item, *order[place:])
    state.splits.pop(event.item, None)
    _sitting_place(state, event.sitting)
    _put_item(state, replace(_item(state, event.item), sitting=event.sitting))
    _keep(state, entry, "move", event.item, was, _place(state, event.item))


def on_time_set(state: MeetingState, event: PlannedTimeSet, entry: Entry) -> None:
    """The item has so many minutes; what a segment has more or less, its item has too."""
    item = state.agenda.item(event.place)
    if item is not None:
        was: int | None = item.minutes
        _resize(state, item, event.minutes)
    else:
        item, segment = _holder(state, event.place)
        was = segment.minutes
        item = _put_segment(state, item, replace(segment, minutes=event.minutes))
        if is_sure(state, segment):
            _resize(state, item, _with_segment(state, item, was, event.minutes))
    before = "" if was is None else str(was)
    _keep(state, entry, "time", event.place, before, str(event.minutes))


def on_split(state: MeetingState, event: ItemSplit, entry: Entry) -> None:
    """The item is planned in parts."""
    was = pieces_of(state, event.item)
    _sitting_place(state, event.sitting)
    becomes = split_at(was, event.minutes, event.sitting)
    state.splits[event.item] = becomes
    _put_item(state, replace(_item(state, event.item), sitting=becomes[0][0]))
    _keep(state, entry, "split", event.item, _parts(was), _parts(becomes))


def on_added(state: MeetingState, event: MatterAdded, entry: Entry) -> None:
    """The item has one segment more, and its minutes."""
    item = _item(state, event.item)
    if state.agenda.segment(event.segment) or state.agenda.item(event.segment):
        raise ValueError(event.segment)
    added = Segment(
        id=event.segment,
        title=Words(en=event.title),
        kind=KIND_OF_MATTER,
        minutes=event.minutes,
    )
    item = replace(item, segments=(*item.segments, added))
    _resize(state, item, item.minutes + event.minutes)
    _keep(state, entry, "add", event.segment, "", f"{event.minutes} {event.title}")


def on_dropped(state: MeetingState, event: SegmentDropped, entry: Entry) -> None:
    """The segment is not counted any more."""
    item, segment = _holder(state, event.segment)
    was = _standing(state, segment)
    if is_sure(state, segment):
        _resize(state, item, item.minutes - (segment.minutes or 0))
    state.dropped |= {event.segment}
    state.kept -= {event.segment}
    _keep(state, entry, "drop", event.segment, was, _standing(state, segment))


def on_kept(state: MeetingState, event: SegmentKept, entry: Entry) -> None:
    """The segment counts, and its item is so much longer."""
    item, segment = _holder(state, event.segment)
    was = _standing(state, segment)
    state.dropped -= {event.segment}
    state.kept |= {event.segment}
    _resize(state, item, item.minutes + (segment.minutes or 0))
    _keep(state, entry, "hold", event.segment, was, _standing(state, segment))


def on_retimed(state: MeetingState, event: SittingRetimed, entry: Entry) -> None:
    """The sitting has new times, on the agenda's day and on the day it is held."""
    zone = state.agenda.time_zone
    start, end = (each.astimezone(zone) for each in (event.planned_start, event.planned_end))
    sittings = list(state.agenda.sittings)
    place = _sitting_place(state, event.sitting)
    old = sittings[place]
    sittings[place] = replace(old, start=start, end=end)
    state.agenda = replace(state.agenda, sittings=tuple(sittings))
    run = state.sittings.get(event.sitting)
    if run is not None:
        held = run.planned_start.astimezone(zone).date()
        days = timedelta(days=(held - old.start.astimezone(zone).date()).days)
        state.sittings[run.id] = replace(run, planned_start=start + days, planned_end=end + days)
    spans = [
        f"{local_text(a.astimezone(zone))}-{local_text(b.astimezone(zone))}"
        for a, b in ((old.start, old.end), (start, end))
    ]
    _keep(state, entry, "sitting", event.sitting, *spans)


def _keep(state: MeetingState, entry: Entry, kind: str, place: str, was: str, becomes: str) -> None:
    event: Any = entry.event
    state.schedule_changes.append(
        ScheduleChange(entry.at, entry.act, kind, place, was, becomes, event.reason, entry.hand)
    )


def _item(state: MeetingState, item: str) -> Item:
    return {each.id: each for each in state.agenda.items}[item]


def _holder(state: MeetingState, segment: str) -> tuple[Item, Segment]:
    """The item a segment is of, and the segment; raises KeyError where there is none."""
    return {each.id: (item, each) for item in state.agenda.items for each in item.segments}[segment]


def _sitting_place(state: MeetingState, sitting: str) -> int:
    """Raises ValueError for a sitting that the agenda does not have."""
    return [each.id for each in state.agenda.sittings].index(sitting)


def _put_item(state: MeetingState, item: Item) -> Item:
    items = tuple(item if each.id == item.id else each for each in state.agenda.items)
    state.agenda = replace(state.agenda, items=items)
    return item


def _put_segment(state: MeetingState, item: Item, segment: Segment) -> Item:
    segments = tuple(segment if each.id == segment.id else each for each in item.segments)
    return _put_item(state, replace(item, segments=segments))


def _with_segment(state: MeetingState, item: Item, was: int | None, minutes: int) -> int:
    """The minutes of an item one of whose segments has other minutes now.

    A segment that had none takes them from those its item has left over.
    """
    if was is not None:
        return item.minutes + minutes - was
    together = sum(each.minutes or 0 for each in item.segments if is_sure(state, each))
    return max(item.minutes, together)


def _resize(state: MeetingState, item: Item, minutes: int) -> None:
    """Give an item so many minutes; of one that is split the last parts are longer or shorter."""
    minutes = max(0, minutes)
    _put_item(state, replace(item, minutes=minutes))
    pieces = state.splits.pop(item.id, ())
    parts, left = [], minutes
    for place, (sitting, length) in enumerate(pieces, 1):
        part = left if place == len(pieces) else min(length, left)
        left -= part
        if part:
            parts.append((sitting, part))
    if len(parts) > 1:
        state.splits[item.id] = tuple(parts)


def _place(state: MeetingState, item: str) -> str:
    """Where an item is planned: `2 before 6`, `1, 2 last`."""
    sittings = [sitting for sitting, _ in pieces_of(state, item)]
    before = next_in_sitting(state, item, sittings[0])
    where = ", ".join(sittings)
    return f"{where} before {before}" if before else f"{where} last"


def _parts(pieces: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{sitting}: {minutes}" for sitting, minutes in pieces)


def _standing(state: MeetingState, segment: Segment) -> str:
    if segment.id in state.dropped:
        return "dropped"
    return "held" if is_sure(state, segment) else "on_condition"


def _told(teller: Teller, event: Event, case: str = "", **params: str | int) -> str:
    """A change of the schedule in one line that ends with the reason given."""
    key = f"plan.{event.name}.{case}" if case else f"plan.{event.name}"
    said = {each.name: getattr(event, each.name) for each in fields(event)}
    params = {
        **{name: text for name, text in said.items() if isinstance(text, str | int)},
        **params,
    }
    return teller.say(key, **params)


def _replanned(teller: Teller, event: ItemReplanned) -> str:
    """Item 5 is now planned in sitting 2, before item 6: travel."""
    return _told(teller, event, "last" if event.before is None else "")


def _time_set(teller: Teller, event: PlannedTimeSet) -> str:
    if event.before_minutes is None:
        return _told(teller, event, "first", before=0)
    case = "segment" if teller.state.agenda.item(event.place) is None else ""
    return _told(teller, event, case, before=event.before_minutes)


def _retimed(teller: Teller, event: SittingRetimed) -> str:
    start, end = teller.clock(event.planned_start), teller.clock(event.planned_end)
    return _told(teller, event, start=start, end=end)


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
    return no_such_segment(reader, found)


def _title(reader: Reader) -> str | Refusal:
    """All words left; without its quotation marks where that is one quoted text."""
    token = reader.peek()
    is_whole = token is not None and token.quoted and reader.peek(1) is None
    words = reader.rest()
    if words:
        return token.text if token and is_whole else words
    item, given = (each.text for each in reader.tokens[reader.at - 2 : reader.at])
    return refuse("plan_title", item=item, minutes=given)


HAPPENINGS = (
    Happening(ItemReplanned, on_replanned, _replanned, (SCHEDULE,)),
    Happening(PlannedTimeSet, on_time_set, _time_set, (SCHEDULE,)),
    Happening(ItemSplit, on_split, _told, (SCHEDULE,)),
    Happening(MatterAdded, on_added, _told, (SCHEDULE,), counted=lambda e: (f"segment {e.item}",)),
    Happening(SegmentDropped, on_dropped, _told, (SCHEDULE,)),
    Happening(SegmentKept, on_kept, _told, (SCHEDULE,)),
    Happening(SittingRetimed, on_retimed, _retimed, (SCHEDULE,)),
)

ACTS = (
    Act(
        "plan_add",
        "schedule",
        {PlanAdd: add_matter},
        with_reason(planned_item(), minutes(), part("TITLE", "title", _title)),
    ),
    Act(
        "plan_drop",
        "schedule",
        {PlanDrop: drop_segment},
        with_reason(part("ID", "segment", _segment, SEGMENTS)),
    ),
    Act(
        "plan_hold",
        "schedule",
        {PlanHold: hold_segment},
        with_reason(part("ID", "segment", _segment, SEGMENTS)),
    ),
)
