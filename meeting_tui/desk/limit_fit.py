"""`limit fit HH:MM`: the limit that ends the open item by a time, suggested and not set.

It is no act of the meeting: what it gives is the line a person may then enter, and the sum that
leads to it. The screen, the line-by-line mode and the shell ask here, so that they cannot differ.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of, local_text
from meeting_tui.forecast.inverse import LimitAct, limit_to_end_by
from meeting_tui.meeting.clock_words import clock_time
from meeting_tui.meeting.spans import length
from meeting_tui.views.look import Look


class Suggestion(Struct, frozen=True):
    """What would end the open item by a time, or why nothing does."""

    line: str
    """What a person may enter, all limits in one; empty where nothing need be set or helps."""
    sentence: str
    """With the sum."""
    suffices: bool
    """Whether the item ends by then, once the line is entered."""


def limit_fit_asked(line: str) -> str | None:
    """What stands behind `limit fit` in a typed line, or None for another line."""
    first, _, rest = line.strip().partition(" ")
    second, _, clock = rest.strip().partition(" ")
    is_asked = bool(first) and "limit".startswith(first.casefold()) and second.casefold() == "fit"
    return clock.strip() if is_asked else None


def fit_limit(look: Look, clock: str) -> Suggestion:
    """The limit with which the open item ends by a local time of the day that is looked at."""
    wanted = clock_time(clock)
    if wanted is None:
        return Suggestion("", look.say("forecast.no_clock", found=clock or "–"), False)
    if look.state.item is None:
        return Suggestion("", look.say("forecast.no_item"), False)
    zone = look.zone
    target = instant_of(_nearest_day(wanted, look.now, zone), wanted, zone)
    if isinstance(target, NotOne):
        return Suggestion("", look.say("forecast.clock_not_one", what=target.told), False)
    if target <= look.now:
        told = look.say("forecast.clock_past", clock=local_text(target.astimezone(zone)))
        return Suggestion("", told, False)
    found = limit_to_end_by(look.projection, target)
    if found is None:
        return Suggestion("", look.say("forecast.nobody_to_limit", item=look.state.item), False)
    sentence = look.saying.limit(found)
    acts = found.acts if found.meets else ()
    line = f"limit {' and '.join(map(_told, acts))}" if acts else ""
    return Suggestion(line, sentence, found.meets)


def _nearest_day(clock: time, now: datetime, zone: ZoneInfo) -> date:
    """The day of `now`, or where that time of the next one is nearer that: over midnight."""
    here = now.astimezone(zone).date()
    following = here + timedelta(days=1)
    today, tomorrow = (instants_of(each, clock, zone) for each in (here, following))
    return following if min(tomorrow) - now < now - max(today) else here


def _told(act: LimitAct) -> str:
    scope, key, seconds = act
    return length(seconds) + (f" for {key}" if scope != "default" else "")
