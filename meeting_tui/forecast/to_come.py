"""What is still to be heard on the open item, and how long each of it takes at full time.

Only lengths, in the order they will be heard; when each begins is for whoever lays them over the
sittings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.meeting.limits import default_limit, limit_for
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting


@dataclass(frozen=True, slots=True)
class Stretch:
    """One piece of floor time to come."""

    seconds: int
    inscription: str | None = None
    """Whose turn it is; None for planned presentations that nobody is inscribed for."""


def seconds_left(state: MeetingState, now: datetime) -> float:
    """What whoever speaks has left at full time; at least 0, and 0 while nobody speaks."""
    speaking = state.speaking()
    if speaking is None:
        return 0.0
    full = _full_time(state, speaking.limit_seconds, speaking.segment)
    return max(0.0, full - speaking.used_seconds(now))


def seconds_before_next(state: MeetingState, now: datetime) -> float:
    """What is left of the hand-over from the last speaker to the next.

    All of it while somebody speaks, nothing between sittings.
    """
    handover = state.rules.handover_seconds
    if state.floor is not None:
        return handover
    last = state.interventions.get(state.last_intervention or "")
    if state.phase != "open" or last is None or last.yielded_at is None:
        return 0.0
    return max(0.0, handover - (now - last.yielded_at).total_seconds())


def to_come(state: MeetingState, item: Item) -> tuple[Stretch, ...]:
    """The turns of all who wait on the open item, its presentations to come, then the replies.

    Requests for a later segment stand behind the presentations of the segments before it.
    """
    held = _turns_of_list(state, item)
    places = {segment.id: place for place, segment in enumerate(item.segments)}
    presentations = _presentations(state, item, held)
    stretches = []
    for inscription, seconds in held:
        place = places.get(inscription.segment or "", -1)
        while presentations and presentations[0][0] < place:
            stretches.append(presentations.pop(0)[1])
        stretches.append(Stretch(seconds, inscription.id))
    stretches += [each for _, each in presentations]
    replies = (state.inscriptions[each] for each in state.replies)
    return (*stretches, *(Stretch(_turn_seconds(state, each), each.id) for each in replies))


def is_last_segment(state: MeetingState, item: Item) -> bool:
    """Whether the item is in its last segment, those that may not be held left aside."""
    place = _place(state, item)
    return place >= 0 and all(each.condition for each in item.segments[place + 1 :])


def has_heard_somebody(state: MeetingState, item: Item) -> bool:
    """Whether the floor was last given in the item's present segment."""
    last = state.interventions.get(state.last_intervention or "")
    return last is not None and (last.item, last.segment) == (
        item.id,
        state.items[item.id].segment,
    )


def _place(state: MeetingState, item: Item) -> int:
    """The place of the item's present segment; -1 while it stands in none."""
    present = state.items[item.id].segment
    return next((n for n, each in enumerate(item.segments) if each.id == present), -1)


def _presentations(
    state: MeetingState, item: Item, held: list[tuple[Inscription, int]]
) -> list[tuple[int, Stretch]]:
    """Place and planned time of each presentation to come, less the turns inscribed for it."""
    inscribed: defaultdict[str | None, int] = defaultdict(int)
    for inscription, seconds in held:
        inscribed[inscription.segment] += seconds
    return [
        (place, Stretch(left))
        for place, segment in _segments_to_come(state, item)
        if (left := 60 * (segment.minutes or segment.each_minutes or 0) - inscribed[segment.id]) > 0
    ]


def _segments_to_come(state: MeetingState, item: Item) -> Iterator[tuple[int, Segment]]:
    """The presentations behind the present segment that were not opened and are sure to be held."""
    here = _place(state, item)
    for place, segment in enumerate(item.segments):
        is_to_come = place > here and segment.id not in state.segments
        if is_to_come and segment.kind == "presentation" and segment.condition is None:
            yield place, segment


def _turns_of_list(state: MeetingState, item: Item) -> list[tuple[Inscription, int]]:
    """Who waits, and the seconds of each; the limit of alike requests is looked up once."""
    singled_out = {key for scope, key in state.limits if scope in ("inscription", "delegation")}
    found: dict[tuple[str, str, str | None], int] = {}
    held = []
    for each in waiting(state, item.id):
        if each.id in singled_out or each.delegation in singled_out:
            held.append((each, _turn_seconds(state, each)))
            continue
        alike = (each.kind, each.tier, each.segment)
        if alike not in found:
            found[alike] = _turn_seconds(state, each)
        held.append((each, found[alike]))
    return held


def _turn_seconds(state: MeetingState, inscription: Inscription) -> int:
    segment = inscription.segment or state.items[inscription.item].segment
    return _full_time(state, limit_for(state, inscription), segment)


def _full_time(state: MeetingState, limit: int | None, segment_id: str | None) -> int:
    """A limit, or what stands for one: the segment's minutes, else the default limit."""
    if limit is not None:
        return limit
    segment = state.agenda.segment(segment_id) if segment_id else None
    minutes = (segment.each_minutes or segment.minutes) if segment else None
    return minutes * 60 if minutes else default_limit(state)
