"""What was struck, as far as a report may tell it: that it was, when and why; no word of it."""

from __future__ import annotations

from meeting_tui.meeting.records import Correction, Point, Struck
from meeting_tui.meeting.state import MeetingState
from meeting_tui.report.read_model import LEAVING, REPORTED

_NOT_TOLD = frozenset(f"/{each}" for each in LEAVING if each not in REPORTED) | {"/off-record"}


def strikes(state: MeetingState) -> tuple[Correction, ...]:
    """Each with its reason after it, and before it where the point was: `on 7`, `on item 3`.

    A statement has its number for its subject and nothing before it. Points struck with their
    statement are not told by themselves, and none that was ever for others than the report.
    """
    found = []
    hidden = {
        each.subject
        for each in state.corrections
        if not _NOT_TOLD.isdisjoint(f"{each.before} {each.after}".split())
    }
    for key, each in state.struck.items():
        if each.intervention is not None:
            found.append(_strike(each, str(each.intervention.number), ""))
        elif each.point is not None and each.point.audience in REPORTED and key not in hidden:
            place = _place(state, each.point)
            if place:
                found.append(_strike(each, key, place))
    return tuple(found)


def _strike(struck: Struck, subject: str, place: str) -> Correction:
    return Correction(struck.at, struck.author, "strike", subject, place, struck.reason)


def _place(state: MeetingState, point: Point) -> str:
    """Nothing where the statement itself was struck."""
    if not point.intervention:
        return f"on item {point.item}"
    turn = state.interventions.get(point.intervention)
    return f"on {turn.number}" if turn else ""
