"""What was struck: out of every count and of what leaves, and still to be looked up."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.records import Inscription, Intervention, Point
from meeting_tui.record import record


@record
class Struck:
    """A point or a statement that does not stand."""

    at: datetime
    author: str
    reason: str
    point: Point | None = None
    intervention: Intervention | None = None
    asked: Inscription | None = None
    """What the statement came from."""
