"""What was changed in the schedule, in one line that ends with the reason given."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from meeting_tui.agenda.local_times import local_text
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.schedule import ItemReplanned, PlannedTimeSet, SittingRetimed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import say


def tell_schedule(state: MeetingState, event: Event, language: str) -> str:
    """A change of the schedule: "Item 5 is now planned in sitting 2, before item 6: travel"."""
    params: dict[str, str | int] = {
        name: value
        for name in event.__struct_fields__
        if isinstance(value := getattr(event, name), str | int)
    }
    key = event.name
    if isinstance(event, ItemReplanned) and event.before is None:
        key += ".last"
    elif isinstance(event, PlannedTimeSet):
        if event.before_minutes is None:
            key += ".first"
        elif state.agenda.item(event.place) is None:
            key += ".segment"
        params["before"] = event.before_minutes or 0
    elif isinstance(event, SittingRetimed):
        zone = ZoneInfo(state.agenda.zone)
        params |= {"start": _clock(event.planned_start, zone)}
        params |= {"end": _clock(event.planned_end, zone)}
    return say(f"plan.{key}", language, **params)


def _clock(instant: datetime, zone: ZoneInfo) -> str:
    return local_text(instant.astimezone(zone))
