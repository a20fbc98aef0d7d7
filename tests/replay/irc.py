"""Reads chat logs of several clients into timed messages, whatever their stamp and brackets.

Joins, quits and other notices of the client are no messages. Lines that a client broke are put back
onto the message they belong to. Logs without a date are given the day, logs without a time a clock
of their own that ticks once a message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Message:
    """One message: when (UTC), from whom, what; `action` for `/me` and for a bot's remarks."""

    at: datetime
    sender: str
    text: str
    action: bool = False


_STAMPS = (
    re.compile(r"\[?(?P<iso>\d{4}-\d\d-\d\dT[\d:.]+Z)\]?"),
    re.compile(r"\[?(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d) (?P<clock>\d\d:\d\d:\d\d)\]?"),
    re.compile(r"(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d{4}) (?P<clock>\d\d:\d\d:\d\d)"),
    re.compile(r"\[?(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?: (?P<half>[ap]m))?\]?(?= )"),
)
_SAID = (
    re.compile(r"<(?P<nick>[^>]*)> ?(?P<text>.*)"),
    re.compile(r"(?P<act>\*|-\*-|—) (?P<nick>\S+) (?P<text>.*)"),
    re.compile(r"[<>] (?P<act>\* )?(?P<nick>[^\s!:]+)(?:!\[host removed\])?:? (?P<text>.*)"),
    re.compile(r"(?P<act>\*) +\| (?P<nick>\S+) (?P<text>.*)"),
    re.compile(r"[@+]? *(?P<nick>[^\s|«]+) \| (?P<text>.*)"),
)
_NOTICE = re.compile(r"-->|<--|<->|-!-|==|[→⇐←«]|\* \S+ →")
_OPENED = re.compile(r"--- Log opened \w{3} (?P<month>\w{3}) (?P<day>\d+) [\d:]+ (?P<year>\d{4})")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_TICK = timedelta(seconds=1)


def read_log(text: str, day: date) -> list[Message]:
    """The messages of a log in their order; `day` is used where the log has no date."""
    clock = datetime.combine(day, time(), UTC)
    messages: list[Message] = []
    broken = False
    for line in text.removeprefix("\ufeff").splitlines():
        stamp = next((found for each in _STAMPS if (found := each.match(line))), None)
        rest = (line[stamp.end() :] if stamp else line).strip()
        said = next((found for each in _SAID if (found := each.fullmatch(rest))), None)
        if stamp:
            clock = _instant(stamp, clock)
        if opened := _OPENED.match(rest):
            month = _MONTHS.index(opened["month"]) + 1
            clock = datetime(int(opened["year"]), month, int(opened["day"]), tzinfo=UTC)
        if said and not _NOTICE.match(rest):
            clock = clock if stamp else clock + _TICK
            act = said.groupdict().get("act") is not None
            messages.append(Message(clock, said["nick"], said["text"].strip(), act))
            broken = True
        elif stamp or rest.startswith("---"):
            broken = False
        elif broken and rest:
            messages[-1] = replace(messages[-1], text=f"{messages[-1].text} {rest}".strip())
    return messages


def _instant(stamp: re.Match[str], before: datetime) -> datetime:
    held = stamp.groupdict()
    if held.get("iso"):
        return datetime.fromisoformat(held["iso"])
    hour, minute, second = (int(part) for part in f"{held['clock']}:0".split(":")[:3])
    if held.get("half"):
        hour = hour % 12 + (12 if held["half"] == "pm" else 0)
    if held.get("year"):
        day = date(int(held["year"]), int(held["month"]), int(held["day"]))
        return datetime.combine(day, time(hour, minute, second), UTC)
    at = datetime.combine(before.date(), time(hour, minute, second), UTC)
    return at + timedelta(days=1) if before - at > timedelta(hours=12) else at
