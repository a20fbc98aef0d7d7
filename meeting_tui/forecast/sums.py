"""The sum behind an end, so that the Chair can read out how it comes about.

A figure that cannot be followed is not believed: every answer of the timekeeper carries one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.forecast.figures import OpenItem
from meeting_tui.forecast.to_come import Alike, alike, presentation_seconds, turn_seconds
from meeting_tui.meeting.state import MeetingState


class Sum(Struct, frozen=True):
    """What is added up from `begins_at` to `ends_at`, in seconds of sitting time."""

    begins_at: datetime
    order_seconds: float
    """For points of order that wait for their ruling."""
    speaker_seconds: float
    """What whoever speaks has left."""
    turns: tuple[tuple[int, int], ...]
    """How many speakers at which limit in seconds, the most numerous first."""
    presentation_seconds: int
    gaps_seconds: float
    """All hand-overs together."""
    hand_over_seconds: int
    """One of them."""
    closing_seconds: int
    kept_seconds: float
    """Kept of the planned minutes for those who have not asked yet; 0 of a list alone."""
    ends_at: datetime

    @property
    def speakers(self) -> int:
        """How many take turns in it."""
        return sum(count for count, _ in self.turns)

    @property
    def seconds(self) -> float:
        """All of it together."""
        turns = sum(count * seconds for count, seconds in self.turns)
        floor = self.order_seconds + self.speaker_seconds
        reserves = self.closing_seconds + self.kept_seconds
        return floor + turns + self.presentation_seconds + self.gaps_seconds + reserves


def sum_of(state: MeetingState, projected: OpenItem, groups: Sequence[Alike]) -> Sum:
    """The sum of all who wait, with the limits of `state`, which may be others than now."""
    item = state.agenda.item(projected.id)
    planned = presentation_seconds(state, item, groups) if item else 0
    limits: Counter[int] = Counter()
    for each in groups:
        limits[turn_seconds(state, each.first)] += each.number
    turns = sum(count * seconds for seconds, count in limits.items())
    total = (
        projected.order_seconds
        + projected.speaker_seconds
        + turns
        + planned
        + projected.gaps_seconds
    )
    return Sum(
        begins_at=projected.begins_at,
        order_seconds=projected.order_seconds,
        speaker_seconds=projected.speaker_seconds,
        turns=tuple((count, seconds) for seconds, count in limits.most_common()),
        presentation_seconds=planned,
        gaps_seconds=projected.gaps_seconds,
        hand_over_seconds=projected.hand_over_seconds,
        closing_seconds=projected.closing_seconds,
        kept_seconds=0.0,
        ends_at=projected.course.end(total + projected.closing_seconds),
    )


def sum_of_open(state: MeetingState, projected: OpenItem) -> Sum:
    """How the end of the open item comes about, as every screen shows it."""
    item = state.agenda.item(projected.id)
    listed = sum_of(state, projected, alike(state, item) if item else ())
    return replace(listed, kept_seconds=projected.kept_seconds, ends_at=projected.ends_at)
