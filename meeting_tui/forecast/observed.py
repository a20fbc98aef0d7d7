"""What the meeting itself shows of its pace: the turns that are over and the gaps between them.

Only facts of the state; what they teach is in `pace`.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime

from msgspec.structs import replace

from meeting_tui.forecast.pace import HandOver, Pace, TurnTaken, learn_hand_over, learn_pace
from meeting_tui.forecast.to_come import full_time
from meeting_tui.meeting.facts import Intervention
from meeting_tui.meeting.state import MeetingState


def observe(state: MeetingState, now: datetime) -> tuple[Pace, HandOver]:
    """The pace at which the open item, or else the next one, goes on, and today's hand-over."""
    taken, gaps = heard(state)
    pace = learn_pace(state.rules, taken, state.item)
    speaking = state.speaking()
    if speaking is not None:
        limit = full_time(state, speaking.limit_seconds, speaking.segment)
        if speaking.used_seconds(now) > limit:
            pace = replace(pace, is_within_limits=False)
    return pace, learn_hand_over(state.rules, [gap for gap in gaps if gap is not None])


def heard(state: MeetingState) -> tuple[list[TurnTaken], list[float | None]]:
    """All turns that are over, oldest first and net of the pauses in them, and the gaps before.

    A gap is a hand-over between turns of one item without a break, where the next one waited
    already; None where it is something else. Whoever speaks has a gap and is no turn yet.
    """
    taken: list[TurnTaken] = []
    gaps: list[float | None] = []
    asked, begun = state.inscriptions, _begun(state)
    before: Intervention | None = None
    for each in state.interventions.values():
        request, given, over = asked[each.inscription], each.given_at, each.yielded_at
        gap = None
        if before is not None and before.item == each.item:
            ended = before.yielded_at or given
            if request.inscribed_at <= ended and (
                bisect_right(begun, ended) == bisect_right(begun, given)
            ):
                gap = (given - ended).total_seconds()
        gaps.append(gap)
        if over is not None:
            limit = each.limit_seconds or full_time(state, None, each.segment)
            # As `used_seconds`, spelt out: it is asked of all who spoke, at every change.
            used = (over - given).total_seconds() - each.paused_seconds
            used = used if each.paused_since is None else each.used_seconds(over)
            taken.append(TurnTaken(each.item, request.kind, request.tier, used, limit))
        before = each
    return taken, gaps


def _begun(state: MeetingState) -> list[datetime]:
    """When sittings and items began or went on: no gap that holds one of these is a hand-over."""
    sittings = (run.opened_at for run in state.sittings.values())
    items = (run.open_since for run in state.items.values())
    return sorted(at for at in (*sittings, *items) if at)
