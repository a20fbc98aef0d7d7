"""What a change of the schedule does to the state: the agenda as it is run, its order and parts.

Every change is also kept as a line of its own, with what was planned before it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from msgspec.structs import fields, replace

from meeting_tui.agenda.local_times import local_text
from meeting_tui.agenda.model import Item, Segment, Words
from meeting_tui.meeting.declared import SCHEDULE, Happening
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.records import ScheduleChange
from meeting_tui.meeting.schedule import (
    ItemReplanned,
    ItemSplit,
    PlannedTimeSet,
    SittingRetimed,
    next_in_sitting,
    pieces_of,
    split_at,
)
from meeting_tui.meeting.schedule_parts import MatterAdded, SegmentDropped, SegmentKept, is_sure
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.teller import Teller

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


HAPPENINGS = (
    Happening(ItemReplanned, on_replanned, _replanned, (SCHEDULE,)),
    Happening(PlannedTimeSet, on_time_set, _time_set, (SCHEDULE,)),
    Happening(ItemSplit, on_split, _told, (SCHEDULE,)),
    Happening(MatterAdded, on_added, _told, (SCHEDULE,), counted=lambda e: (f"segment {e.item}",)),
    Happening(SegmentDropped, on_dropped, _told, (SCHEDULE,)),
    Happening(SegmentKept, on_kept, _told, (SCHEDULE,)),
    Happening(SittingRetimed, on_retimed, _retimed, (SCHEDULE,)),
)
