"""When each who waits has their turn, and when the open item ends, at three paces.

Sums of seconds are laid over the sittings one behind the other, hand-overs included, so that an end
is always what its sum says, whatever the order of the speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import datetime, timedelta

from meeting_tui.agenda.model import Item
from meeting_tui.forecast.breaks import Breaks, breaks_to_come
from meeting_tui.forecast.figures import OpenItem, SittingNow
from meeting_tui.forecast.fitting import part
from meeting_tui.forecast.lateness import seconds_late
from meeting_tui.forecast.newcomers import Newcomers, newcomers
from meeting_tui.forecast.open_time import OpenTime, time_of_open
from meeting_tui.forecast.outlook import Outlook, turns_to_come
from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import Course
from meeting_tui.forecast.spread import still_to_come
from meeting_tui.forecast.to_come import (
    Run,
    full_time,
    has_heard_somebody,
    is_last_segment,
    seconds_before_next,
    seconds_left,
    seconds_of_order,
    to_come,
)
from meeting_tui.forecast.turns import Turns
from meeting_tui.meeting.limits import default_limit


def project_open_item(
    seen: Seen, item: Item, planned_end: datetime, sitting: SittingNow
) -> OpenItem:
    """The projection of the item that is open."""
    state, now, runs = seen.state, seen.now, to_come(seen.state, item)
    floor = _floor(seen, runs, breaks_to_come(state, seen.resumes, sitting.planned_end))
    time = time_of_open(seen, item.id, floor.full)
    turns = _lay(seen, runs, sitting.planned_end, floor, time)
    closing = state.rules.timekeeper.closing_words_seconds
    list_ends = _list_ends(turns, closing, lays=bool(runs))
    expected = newcomers(state, now)
    ends = [list_ends[0], *_with_newcomers(seen, turns, list_ends[1:], closing, expected)]
    ends_at, pace_ends_at, late_ends_at = _kept(seen, item, time, ends)
    heard, beyond = part(seen, turns, list_ends[0], sitting.planned_end)
    return OpenItem(
        id=item.id,
        planned_end=planned_end,
        ends_at=ends_at,
        pace_ends_at=pace_ends_at,
        late_ends_at=late_ends_at,
        list_ends_at=list_ends[0],
        list_pace_ends_at=list_ends[1],
        list_late_ends_at=list_ends[2],
        difference_seconds=seconds_late(seen, planned_end, ends_at),
        turns=turns,
        speaker_seconds=seconds_left(state, now),
        order_seconds=seconds_of_order(state, now),
        presentation_seconds=_unasked(runs),
        hand_over_seconds=seen.hand_over.seconds,
        gaps_seconds=turns.gaps_seconds,
        closing_seconds=closing,
        newcomers=expected,
        begins_at=seen.resumes,
        heard=heard,
        beyond=beyond,
        cut_at=time.over_here(seen, sitting.planned_end),
        seconds=turns.outlook.full + closing,
        course=turns.course,
        time=time,
    )


def _unasked(runs: Sequence[Run]) -> int:
    """The presentations to come that nobody is inscribed for."""
    return sum(seconds for seconds, asked, _ in runs if not asked)


def _list_ends(turns: Turns, closing: int, *, lays: bool) -> list[datetime]:
    """When all are heard and the closing words said, at the three paces.

    Unless something to come is laid over the sittings, they are not sent into the next one.
    """
    outlook, course = turns.outlook, turns.course
    return [
        course.end(each + closing) if lays else course.start + timedelta(seconds=each + closing)
        for each in (outlook.full, *outlook.figures())
    ]


def _with_newcomers(
    seen: Seen, turns: Turns, ends: list[datetime], closing: int, expected: Newcomers
) -> list[datetime]:
    """The `ends` at pace and in the late case, with those who have not asked yet."""
    if not expected.mean:
        return ends
    outlook = copy(turns.outlook)
    outlook.add_newcomers(expected, default_limit(seen.state))
    return [turns.course.end(each + closing) for each in outlook.figures()]


def _kept(seen: Seen, item: Item, time: OpenTime, ends: Sequence[datetime]) -> list[datetime]:
    """The `ends`, not before what is kept of its planned minutes is over."""
    until = _kept_until(seen, item, time)
    return [max(each, until) for each in ends]


def _kept_until(seen: Seen, item: Item, time: OpenTime) -> datetime:
    """Until when the open item goes on although nobody waits any more.

    While requests are still to be expected, what is left of its planned minutes counts at least:
    until the list is closed, or somebody has been heard in the last segment.
    """
    state = seen.state
    run = state.items[item.id]
    is_winding_up = is_last_segment(state, item) and has_heard_somebody(state, item)
    if is_winding_up or not run.is_list_open:
        return seen.resumes
    # Items taken together have the minutes of all; the time spent on them together counts once.
    others = [(state.agenda.item(each), state.items[each]) for each in state.joined]
    minutes = item.minutes + sum(each.minutes for each, _ in others if each)
    spent = run.open_seconds(seen.now) + sum(run.alone_seconds for _, run in others)
    left = timedelta(seconds=max(0.0, minutes * 60 - spent))
    return time.time.after(seen.resumes, left)


def _lay(
    seen: Seen, runs: Sequence[Run], sitting_end: datetime, floor: Outlook, time: OpenTime
) -> Turns:
    """What is to come, behind whoever has the floor."""
    course = Course(time.time, seen.resumes, seen.resumes + timedelta(seconds=floor.full))
    hand_over = seen.hand_over.seconds
    gaps = (seconds_before_next(seen.state, seen.now, hand_over), hand_over)
    return Turns(runs, floor, gaps, course, sitting_end)


def _floor(seen: Seen, runs: Sequence[Run], breaks: Breaks | None) -> Outlook:
    """Points of order that wait, and whoever speaks: they are not sent to the next sitting."""
    state, now = seen.state, seen.now
    before = seen.pace.heard + (state.floor is not None)
    outlook = Outlook(seen.pace, seen.hand_over, turns_to_come(runs), before, breaks)
    outlook.add_fixed(seconds_of_order(state, now))
    speaking = state.speaking()
    if speaking is not None:
        asked = state.asked_by(speaking)
        limit = full_time(state, speaking.limit_seconds, speaking.segment)
        typical = outlook.typical_share_now(asked) * limit
        left = still_to_come(typical, seen.pace.spread, speaking.used_seconds(now))
        outlook.add_begun(seconds_left(state, now), *left)
    return outlook
