"""The base of everything that is recorded as having happened."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.record import record


@record
class Event:
    """Base of all events; `name` is the name in the log and never changes."""

    name: ClassVar[str] = ""
