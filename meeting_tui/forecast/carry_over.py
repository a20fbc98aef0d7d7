"""What a sitting's end leaves over: who is still to be heard, in what order, and what it costs.

A list is not changed by it. An item open at the end of a sitting is open in the next one, with its
list, counts and limits; one that was closed with `carry` comes back when it is reopened.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from meeting_tui.forecast.extension import Moved
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.lists import carried_lists, list_outlook
from meeting_tui.meeting.waiting_order import waiting


class CarriedList(Struct, frozen=True):
    """The list of an item that was closed with names waiting."""

    item: str
    inscriptions: tuple[str, ...]
    """In the order in which they will be heard."""
    seconds: float
    """At full time, hand-overs included."""
    pace_seconds: float


class CarryOver(Struct, frozen=True):
    """What the end of the present sitting, or of the next one, leaves over."""

    sitting: str
    at: datetime
    item: str | None
    """The item that would still be open."""
    left: tuple[str, ...]
    """Inscriptions on it that would not be heard by then at full time, in the order they resume."""
    left_at_pace: int
    """How many of them at today's pace."""
    resumes_at: datetime | None
    """When the next sitting begins; None behind the last one."""
    resumes_in: str | None
    seconds: float
    """Sitting time that what is left over of the open item takes, at full time."""
    carried: tuple[CarriedList, ...]
    moves: tuple[Moved, ...]
    """Items planned in later sittings that would begin late, by how much and when."""

    @property
    def is_anything(self) -> bool:
        """Whether anything is left over."""
        return bool(self.left or self.carried or self.seconds > 0)


def carry_over(projection: Projection) -> CarryOver | None:
    """What is left over at the planned end of the sitting; None once the meeting is adjourned."""
    sitting, item, seen = projection.sitting, projection.item, projection.seen
    if sitting is None:
        return None
    end = sitting.planned_end
    left = [turn for turn in item.turns if turn.is_after_sitting] if item else []
    behind = item.time.time.seconds_between(end, item.list_ends_at) if item else 0.0
    later = next((run for run in seen.sittings if run.planned_start >= end), None)
    return CarryOver(
        sitting=sitting.id,
        at=end,
        item=item.id if item else None,
        left=tuple(turn.inscription for turn in left),
        left_at_pace=sum(turn.pace_ends_at > end for turn in left),
        resumes_at=later.planned_start if later else None,
        resumes_in=later.id if later else None,
        seconds=max(0.0, behind),
        carried=tuple(_carried(projection, each) for each in carried_lists(seen.state)),
        moves=_moves(projection, end),
    )


def _carried(projection: Projection, item: str) -> CarriedList:
    full, pace, _ = list_outlook(projection.seen, item)
    ids = tuple(each.id for each in waiting(projection.seen.state, item))
    return CarriedList(item, ids, full, pace)


def _moves(projection: Projection, end: datetime) -> tuple[Moved, ...]:
    return tuple(
        Moved(each.id, (each.starts_at - each.planned_start).total_seconds(), each.starts_at)
        for each in projection.day.items
        if each.phase == "planned"
        and each.starts_at
        and each.planned_start >= end
        and each.starts_at > each.planned_start
    )
