"""Playing a script: timed lines of the command language, as a person would have typed them.

The same script on the same agenda gives the same session log, ids and instants included. So a
script that was cut off goes on where its log ends: its lines are decided again and compared.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.decoding import read_text
from meeting_tui.agenda.local_times import NotOne, instant_of, local_text
from meeting_tui.desk.intake import Intake
from meeting_tui.errors import AgendaError, ScriptError, told
from meeting_tui.meeting.clock_words import clock_time
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.outside import SCRIPT
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.store import SessionLog
from meeting_tui.words import Sentence

_TIMED = late_pattern(
    r"(?:\+(?P<days>\d+)d\s+)?(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)"
    r"(?P<offset>[+-]\d{2}:\d{2})?(?:\s+(?P<line>.*))?",
    re.ASCII,
)


class ScriptLine(Struct, frozen=True):
    """One act of a script."""

    number: int
    """In the file, from 1."""
    at: datetime
    line: str


class Played(Struct, frozen=True):
    """What became of one line."""

    line: ScriptLine
    outcome: tuple[Entry, ...] | Refusal


def read_script(path: Path, day: date, zone: str) -> tuple[ScriptLine, ...]:
    """The lines of a script file, with their instants in the agenda's zone.

    A byte order mark and any line ends do. Raises ScriptError with file and line for a file that
    cannot be read, is not UTF-8 or has a time that does not exist.
    """
    try:
        text = read_text(path, SCRIPT)
    except AgendaError as fault:
        raise ScriptError(
            fault.what, path=path, line=fault.line, expected=fault.expected
        ) from fault
    except ValueError as fault:
        raise ScriptError(told(fault), path=path) from fault
    return tuple(_lines(text, path, day, ZoneInfo(zone)))


def _lines(text: str, path: Path, day: date, zone: ZoneInfo) -> Iterator[ScriptLine]:
    at: datetime | None = None
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _TIMED.fullmatch(line)
        if match:
            at = _instant(match, path, number, day, zone)
            line = match["line"] or ""
        if at is None:
            raise ScriptError(
                Sentence("meeting_fault.untimed"),
                path=path,
                line=number,
                expected=Sentence("meeting_fault.want_timed"),
            )
        yield ScriptLine(number, at, line)


def _instant(match: re.Match[str], path: Path, number: int, day: date, zone: ZoneInfo) -> datetime:
    hour, minute, *second = match["time"].split(":")
    seconds = float(second[0]) if second else 0.0
    if int(hour) > 23 or int(minute) > 59 or seconds >= 60:
        raise ScriptError(
            Sentence("meeting_fault.no_time", time=match["time"]),
            path=path,
            line=number,
            expected="HH:MM:SS",
        )
    try:
        on = day + timedelta(days=int(match["days"] or 0))
    except (OverflowError, ValueError) as fault:
        raise ScriptError(
            Sentence("meeting_fault.no_day", days=match["days"]),
            path=path,
            line=number,
            expected="+1d",
        ) from fault
    clock = clock_time(f"{hour}:{minute}{match['offset'] or ''}")
    begun = instant_of(on, clock, zone) if clock else None
    if begun is None or isinstance(begun, NotOne):
        what = begun.what if begun else Sentence("meeting_fault.no_time", time=match["time"])
        expected = begun.expected if begun else "HH:MM:SS+HH:MM"
        raise ScriptError(what, path=path, line=number, expected=expected)
    return (begun + timedelta(seconds=seconds)).astimezone(zone)


def play(
    intake: Intake,
    lines: tuple[ScriptLine, ...],
    log: SessionLog,
    *,
    speed: float | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Played]:
    """Play lines into a log that holds the first entries of `intake`; tells each as it is kept.

    A log that holds more is compared as far as it goes. Raises ScriptError when it is of another
    script.
    """
    held = list(log.read(after=intake.meeting.last.seq))
    last: datetime | None = None
    for line in lines:
        at = line.at.astimezone(UTC)
        if speed and last and not held:
            sleep(max(0.0, (at - last).total_seconds() / speed))
        late = last is not None and at < last
        outcome = (
            refuse("time_goes_back", time=local_text(line.at, seconds=True))
            if late
            else intake.propose(line.line, at)
        )
        last = last if late else at
        if not isinstance(outcome, Refusal):
            if held:
                _compare(outcome, held, line)
            else:
                log.append(outcome, intake.meeting.last.seq)
            intake.accept(outcome)
        yield Played(line, outcome)
    if held:
        raise ScriptError(Sentence("meeting_fault.holds_more"))


def _compare(outcome: tuple[Entry, ...], held: list[Entry], line: ScriptLine) -> None:
    if held[: len(outcome)] != list(outcome):
        raise ScriptError(
            Sentence("meeting_fault.differs"),
            line=line.number,
        )
    del held[: len(outcome)]
