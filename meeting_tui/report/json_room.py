"""What JSON tells of the room: who presided, who was in it, which items were taken together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from meeting_tui.meeting.attendance import Attendance
from meeting_tui.report.read_model import MeetingReport

Table = dict[str, Any]
Instants = Callable[[datetime | None], str | None]


def room(report: MeetingReport, at: Instants) -> Table:
    """Who presided from when to when, who was present, and which items were taken together.

    The Chair has no name there.
    """
    return {
        "presiding": [
            {
                "person": each.person or None,
                "is_chair": not each.person,
                "from": at(each.since),
                "until": at(each.until),
            }
            for each in report.presided
        ],
        "presence": _presence(report.attendance),
        "together": [
            {"items": list(each.items), "from": at(each.since), "until": at(each.until)}
            for each in report.together
        ],
    }


def _presence(found: Attendance) -> Table:
    quorum = found.quorum
    return {
        "recorded": found.is_recorded,
        "count": found.count,
        "kinds": [
            {
                "kind": each.kind,
                "podium": each.is_podium,
                "present": list(each.present),
                "absent": list(each.absent),
            }
            for each in found.kinds
        ],
        "unlisted": list(found.unlisted),
        "quorum": {
            "of": quorum.of,
            "present": quorum.here,
            "to_open": quorum.to_open,
            "to_decide": quorum.to_decide,
        }
        if quorum
        else None,
    }
