"""Proposals by id: a point of kind `proposal` is called `r1`, `r2` … for others to speak to it.

An id belongs to its point for good and is never given out a second time.
"""

from __future__ import annotations

from collections.abc import Container

from meeting_tui.meeting.records import Point
from meeting_tui.meeting.state import ID_LETTERS, MeetingState

PROPOSAL = "proposal"
"""The kind of point that has an id as a proposal, and the sort of that id."""

_ANY = ("report", "internal", "off-record")


def proposals_made(state: MeetingState, audiences: Container[str] = _ANY) -> dict[str, Point]:
    """Id -> the point that makes the proposal, in the order noted; only points for `audiences`."""
    return {
        point.proposal: point
        for point in state.points.values()
        if point.proposal and point.kind == PROPOSAL and point.audience in audiences
    }


def new_id(state: MeetingState, kind: str, before: str | None = None) -> str | None:
    """The id a point of that kind is to be given; None where it needs none or has one `before`."""
    if kind != PROPOSAL or before is not None:
        return None
    return next(state.new_ids(PROPOSAL))


def latest_id(state: MeetingState) -> str:
    """The id of the newest proposal that was counted, for events that do not hold one."""
    return f"{ID_LETTERS[PROPOSAL]}{state.counts[PROPOSAL]}"
