"""Instants as clocks of the room show them; one on a later day says how many days later.

A day that runs past midnight must not look as if it were back in time, so `16:34` of tomorrow is
`+1 d 16:34`. The day the others are compared with is that of the sitting held, or else to come.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from meeting_tui.forecast.figures import Projection
from meeting_tui.words import say


def today(projection: Projection) -> date:
    """The local day that clocks without a word are of."""
    state, sitting, at = projection.seen.state, projection.sitting, projection.now
    if sitting is None:
        at = state.adjourned_at or at
    elif not sitting.is_held:
        at = max(at, sitting.planned_start)
    return at.astimezone(ZoneInfo(state.agenda.zone)).date()


def clock_text(instant: datetime, zone: ZoneInfo, day: date | None, language: str) -> str:
    """`16:34`, or `+1 d 16:34` for an instant on a later day than `day`, if one is given."""
    local = instant.astimezone(zone)
    clock = f"{local:%H:%M}"
    days = (local.date() - day).days if day else 0
    return say("procedure.later_day", language, days=days, clock=clock) if days > 0 else clock
