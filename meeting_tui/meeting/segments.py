"""The segments of an item: one at a time is gone through, and its time is that of the sittings.

A segment's time stands still while its item is closed or another segment is on, between sittings
and in a break.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from meeting_tui.meeting.facts import NOT_HELD, HeldTime, SegmentRun
from meeting_tui.meeting.state import MeetingState


def begin(state: MeetingState, item: str, segment: str, at: datetime) -> None:
    """The item goes to a segment; the one it was at is over."""
    close(state, item, at)
    state.segments.setdefault(segment, SegmentRun(segment, at))
    state.items[item] = replace(state.items[item], segment=segment)
    take_up(state, item, at)


def take_up(state: MeetingState, item: str, at: datetime) -> None:
    """The segment that an item is at, if any, goes on: its item is open again."""
    run = state.segments.get(state.items[item].segment or "")
    if run is not None:
        state.segments[run.id] = replace(run, closed_at=None)
        go_on(state, item, at)


def close(state: MeetingState, item: str, at: datetime) -> None:
    """The segment that an item is at, if any, is over."""
    run = state.segments.get(state.items[item].segment or "")
    if run is not None:
        state.segments[run.id] = replace(run, closed_at=at)
        stand_still(state, item, at)


def go_on(state: MeetingState, item: str, at: datetime) -> None:
    """The time of the segment that an item is at runs: a sitting has begun."""
    segment = state.items[item].segment
    if segment is not None:
        seconds = state.segment_times.get(segment, NOT_HELD).seconds
        state.segment_times[segment] = HeldTime(seconds, at)


def stand_still(state: MeetingState, item: str, at: datetime) -> None:
    """The time of the segment that an item is at stands still: a sitting is over, or a break."""
    segment = state.items[item].segment
    if segment is not None:
        seconds = state.segment_times.get(segment, NOT_HELD).at(at)
        state.segment_times[segment] = HeldTime(seconds)
