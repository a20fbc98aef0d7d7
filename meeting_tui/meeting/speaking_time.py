"""How often and how long each delegation has spoken; kinds that do not count are left out."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.state import MeetingState
from meeting_tui.record import record


@record
class Spoken:
    """What one delegation has had of the floor."""

    interventions: int
    seconds: float
    """Net of pauses; whoever speaks now is counted up to now."""


NEVER = Spoken(0, 0.0)


def spoken(state: MeetingState, now: datetime, item: str | None = None) -> dict[str, Spoken]:
    """Delegation -> what it has had, on one item or on all, in the order of first speaking."""
    counted = {kind.id: kind.counted for kind in state.rules.kinds}
    found: dict[str, Spoken] = {}
    for each in state.interventions.values():
        asked = state.asked_by(each)
        if not counted.get(asked.kind, True) or (item is not None and each.item != item):
            continue
        before = found.get(asked.delegation, NEVER)
        found[asked.delegation] = Spoken(
            before.interventions + 1, before.seconds + each.used_seconds(now)
        )
    return found
