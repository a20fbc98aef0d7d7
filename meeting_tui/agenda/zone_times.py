"""Times of an agenda file as instants: local times as written, in the zone of the meeting."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from meeting_tui.agenda.checks import is_day
from meeting_tui.agenda.findings import Finding, nearest
from meeting_tui.agenda.local_times import NotOne, instant_of
from meeting_tui.agenda.toml_lines import Place
from meeting_tui.words import Sentence


def in_zone(document: dict[str, Any], wrong: list[Finding]) -> dict[str, Any]:
    """The document with the times of its sittings aware and in its zone.

    What is no zone, or a time that clocks skip in it or have twice, is added to `wrong`.
    """
    zone = _zone(document.get("zone"), wrong)
    sittings = document.get("sittings")
    if zone is None or not isinstance(sittings, tuple):
        return document
    return document | {
        "sittings": tuple(_aware(sitting, zone, n, wrong) for n, sitting in enumerate(sittings))
    }


def _zone(name: object, wrong: list[Finding]) -> ZoneInfo | None:
    if not isinstance(name, str):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        meant = nearest(name, available_timezones(), likeness=0.75)
        what = Sentence("plan_fault.unknown_zone", name=name)
        example = Sentence("plan_fault.want_zone", example="Europe/Zurich")
        wrong.append(Finding(("zone",), what, f'"{meant}"' if meant else example))
        return None


def _aware(sitting: Any, zone: ZoneInfo, number: int, wrong: list[Finding]) -> Any:
    if not isinstance(sitting, dict):
        return sitting
    times = {}
    for key in ("start", "end"):
        written = sitting.get(key)
        if isinstance(written, datetime):
            place = ("sittings", number, key)
            times[key] = _instant(written, zone, place, wrong)
    return sitting | times


def _instant(written: datetime, zone: ZoneInfo, place: Place, wrong: list[Finding]) -> datetime:
    try:
        if written.tzinfo is not None:
            return written.astimezone(zone)
    except OverflowError:
        found: datetime | NotOne = NotOne("no_year", written.date(), written.time())
    else:
        found = instant_of(written.date(), written.time(), zone)
    if not is_day(written):
        found = NotOne("no_year", written.date(), written.time())
    if not isinstance(found, NotOne):
        return found.astimezone(zone)
    if found.why == "no_year":
        what = Sentence("plan_fault.no_year", year=written.year)
        wrong.append(Finding(place, what, Sentence("plan_fault.near_day")))
        return written
    # In a file an offset stands behind the whole: `2026-10-25T02:30:00+02:00`.
    told = tuple(each.isoformat() if found.meant[1:] else f"{each:%H:%M}" for each in found.meant)
    expected = Sentence("plan_fault.want_time", time=told[0])
    if told[1:]:
        expected = Sentence("plan_fault.want_either", time=told[0], other=told[1])
    wrong.append(Finding(place, found.what, expected))
    return found.meant[0]
