"""Proposals by id: a point of kind `proposal` is called `r1`, `r2` … for others to speak to it.

An id belongs to its point for good and is never given out a second time.
"""

from __future__ import annotations

from collections.abc import Container

from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.state import ID_LETTERS, MeetingState

PROPOSAL = "proposal"
"""The kind of point that has an id as a proposal, and the sort of that id."""


def proposals_made(
    state: MeetingState, audiences: Container[str] | None = None
) -> dict[str, Point]:
    """Id -> the point that makes the proposal, in the order noted.

    Only points for `audiences`, all where it is None.
    """
    return {
        point.proposal: point
        for point in state.points.values()
        if point.proposal
        and point.kind == PROPOSAL
        and (audiences is None or point.audience in audiences)
    }


def new_id(state: MeetingState, kind: str, before: str | None = None) -> str | None:
    """The id a point of that kind is to be given; None where it needs none or has one `before`."""
    if kind != PROPOSAL or before is not None:
        return None
    return next(state.new_ids(PROPOSAL))


def latest_id(state: MeetingState) -> str:
    """The id of the proposal counted last, for an event that does not hold its id."""
    return f"{ID_LETTERS[PROPOSAL]}{state.counts[PROPOSAL]}"


def counted_id(state: MeetingState) -> str:
    """The id of one more proposal, for an event that made one and did not say so."""
    state.counts[PROPOSAL] = state.counts.get(PROPOSAL, 0) + 1
    return latest_id(state)
