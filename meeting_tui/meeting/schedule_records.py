"""What was planned otherwise while the meeting was run, as a fact."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.record import record


@record
class ScheduleChange:
    """What was changed in the plan while the meeting was run, and why.

    `was` and `becomes` are plain values, the same in every language; what they look like for each
    kind is in `docs/formats.md`.
    """

    at: datetime
    act: str
    """Id of the act."""
    kind: str
    """`move`, `time`, `split`, `add`, `drop`, `hold` or `sitting`."""
    place: str
    """The item, segment or sitting."""
    was: str
    becomes: str
    reason: str
    hand: str
