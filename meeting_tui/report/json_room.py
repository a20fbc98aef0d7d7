"""What JSON tells of the room: who presided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from meeting_tui.report.read_model import MeetingReport

Table = dict[str, Any]
Instants = Callable[[datetime | None], str | None]


def room(report: MeetingReport, at: Instants) -> Table:
    """Who presided from when to when; the Chair has no name there."""
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
    }
