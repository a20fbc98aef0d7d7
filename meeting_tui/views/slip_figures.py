"""The three numbers of the Chair's slip: the speaker's time, the item's end, the sitting's rest."""

from __future__ import annotations

import re
from datetime import datetime

from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.figures import OpenItem, Projection, SittingNow
from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.forecast.saying import Saying, length
from meeting_tui.meeting.attendance import attendance
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.presiding import presides
from meeting_tui.meeting.records import Intervention
from meeting_tui.meeting.state import MeetingState
from meeting_tui.views.slip_model import Figure

MINUTE = 60
_CLOCK = re.compile(r"(?P<day>.*?)(?P<clock>\d\d:\d\d)(?P<offset>[+-]\d\d:\d\d)?")
"""A time as it is told: `Thu 23:40`, `+1 d 16:34`, `02:30+02:00`."""
NOISE = 1e-6
"""Seconds; differences of clock readings are off by less, and must not show as a second."""


def presiding(saying: Saying, state: MeetingState) -> str:
    """Who presides in the Chair's place, and since when; empty while the Chair does."""
    taken = presides(state)
    if taken is None:
        return ""
    return saying.say("room.presides_since", person=taken.person, since=saying.clock(taken.since))


def quorum(saying: Saying, state: MeetingState, directory: Directory) -> str:
    """How many are present of how many needed; empty without a quorum, or while none is marked."""
    if state.rules.quorum is None or not state.present:
        return ""
    now = attendance(state, directory).quorum
    assert now is not None  # the rules have one
    return saying.say(
        "room.quorum_now", here=now.here, of=now.of, open=now.to_open, decide=now.to_decide
    )


def time_of_floor(saying: Saying, state: MeetingState, now: datetime) -> Figure | None:
    """What the speaker has left, or how long a point of order has been heard."""
    since, speaking = heard_since(state), state.speaking()
    if since is not None:
        return order_heard(saying, since, now)
    return speaker_left(saying, speaking, now) if speaking else None


def speaker_left(saying: Saying, speaking: Intervention, now: datetime) -> Figure:
    """What whoever speaks has left, or is over; without a limit what is used."""
    left, limit = speaking.left_seconds(now), speaking.limit_seconds
    is_over = left is not None and left <= 0
    if left is None or limit is None:
        digits, key = length(_whole(speaking.used_seconds(now))), "used"
    else:
        digits = f"+{length(_whole(-left))}" if is_over else length(left - NOISE)
        key = "over" if is_over else "stopped" if speaking.paused_since else "left"
    params = {"digits": digits, "limit": length(limit or 0)}
    label = saying.say("slip.label_speaker")
    word = saying.say(f"slip.{key}", **params)
    told = saying.say(f"slip.{key}_told", **params | {"digits": digits.lstrip("+")})
    return Figure(label, digits, word, is_over, (label, told))


def order_heard(saying: Saying, since: datetime, now: datetime) -> Figure:
    """How long a point of order has been heard."""
    digits = length(_whole(max(0.0, (now - since).total_seconds())))
    label = saying.say("slip.row_order")
    word, told = saying.say("slip.heard"), saying.say("slip.heard_told", digits=digits)
    return Figure(label, digits, word, False, (label, told))


def item_ends(saying: Saying, projection: Projection, item: OpenItem) -> Figure:
    """When the item ends at full time, and by how many of the minutes shown that is too late."""
    late = minutes_late(projection.seen, item.planned_end, item.ends_at)
    ends, planned = saying.clock(item.ends_at), saying.clock(item.planned_end)
    if late > 0:
        key = "slip.minutes" if late < MINUTE else "slip.hours"
        span = saying.say(key, hours=late // MINUTE, minutes=late % MINUTE)
        # 12:45 and 15:12 with 27 minutes between them look wrong, as lunch is not counted.
        between = (item.ends_at - item.planned_end).total_seconds()
        key = "slip.planned_late" if between < (late + 1) * MINUTE else "slip.late_of_sittings"
        word = saying.say(key, time=planned, late=span)
    else:
        word = saying.say("slip.planned", time=planned)
    row = saying.say("slip.row_item", item=item.id)
    told = saying.say("slip.ends", time=ends, planned=word)
    clock, word = _bare(saying, ends, word)
    return Figure(saying.say("slip.label_item", item=item.id), clock, word, late > 0, (row, told))


def sitting_left(saying: Saying, state: MeetingState, sitting: SittingNow) -> Figure:
    """How many minutes the sitting has left or is over, or when the next one begins.

    Since when it stands still where it was suspended and goes on.
    """
    number = [each.id for each in state.agenda.sittings].index(sitting.id) + 1
    end = saying.clock(sitting.planned_end)
    is_over = sitting.is_held and sitting.seconds_left < 0
    run = state.sittings.get(sitting.id)
    row = label = saying.say("slip.row_sitting", number=number)
    if run is not None and run.suspended_at is not None and not sitting.is_held:
        digits, key = saying.clock(run.suspended_at), "suspended"
        label = saying.say("slip.label_suspended")
    elif not sitting.is_held:
        digits, key = saying.clock(sitting.planned_start), "begins"
    elif is_over:
        digits, key = f"+{_whole(-sitting.seconds_left) // MINUTE}", "minutes_over"
    else:
        digits, key = str(_whole(sitting.seconds_left) // MINUTE), "minutes_left"
    word = saying.say(f"slip.{key}", digits=digits, end=end, number=number)
    told = saying.say(f"slip.{key}_told", digits=digits.lstrip("+"), end=end)
    digits, word = _bare(saying, digits, word)
    return Figure(label, digits, word, is_over, (row, told))


def _bare(saying: Saying, told: str, word: str) -> tuple[str, str]:
    """The clock or number alone, and the word with its day and its offset from UTC.

    Big digits have no letters and little room, so the word says those.
    """
    found = _CLOCK.fullmatch(told)
    if found is None:
        return told, word
    for before in filter(None, (found["offset"] and f"UTC{found['offset']}", found["day"].strip())):
        word = saying.say("slip.on_day", day=before, planned=word)
    return found["clock"], word


def _whole(seconds: float) -> int:
    return int(seconds + NOISE)
