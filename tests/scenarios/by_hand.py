"""A meeting reckoned by hand: its figures from the entries of the log alone.

Nothing of `forecast/` is used, so that what a screen says can be held against the log. Only what
the days of `tests/scripts` and the busy day have in them is known: no splits, one item at a time.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from meeting_tui.meeting.entry import Entry

CHECKOUT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("Europe/Zurich")
AGENDA = tomllib.loads((CHECKOUT / "agendas" / "2026-03-19-wgtr.toml").read_text("utf-8"))
RULES = tomllib.loads(
    (CHECKOUT / "meeting_tui" / "agenda" / "presets" / "att-wgtr.toml").read_text("utf-8")
)
ITEMS: dict[str, Any] = {each["id"]: each for each in AGENDA["items"]}
SEGMENTS: dict[str, Any] = {
    segment["id"]: segment for item in ITEMS.values() for segment in item.get("segments", [])
}
KINDS: dict[str, Any] = {each["id"]: each for each in RULES["kinds"]}
PLANNED = ("0", "1", "2", "3", "5", "6", "4")
"""As the agenda has them; item 4 alone in the second sitting."""
CLOSING, GROUP, LEAST, STEP = 60, 300, 90, 15


def clock(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 19, hour, minute, tzinfo=ZONE)


SITTINGS = [(clock(10), clock(13)), (clock(15), clock(18))]
PLANNED_END = {
    "0": clock(10, 10),
    "1": clock(10, 45),
    "2": clock(12, 15),
    "3": clock(12, 45),
    "5": clock(12, 55),
    "6": clock(13),
    "4": clock(18),
}
Spans = list[tuple[datetime, datetime]]
Limits = dict[str, int]
"""Tier, or empty for all -> seconds."""


def between(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds()


def after(start: datetime, seconds: float, spans: Spans) -> datetime:
    """When so much sitting time has passed."""
    at = start
    for begun, until in spans:
        if seconds > 0 and at < until:
            at = max(at, begun)
            if seconds <= between(at, until):
                return at + timedelta(seconds=seconds)
            seconds -= between(at, until)
            at = until
    return at + timedelta(seconds=max(0.0, seconds)) if seconds > 0 else start


def length(text: str) -> int:
    minutes, seconds = text.split(":")
    return int(minutes) * 60 + int(seconds)


class Piece(NamedTuple):
    """Something to come: `turn`, `reply` or the id of a presentation."""

    what: str
    ends: datetime


@dataclass
class Turn:
    inscription: str
    item: str
    segment: str | None
    limit: int
    at: datetime
    end: datetime | None = None
    paused: float = 0.0
    since: datetime | None = None


@dataclass
class ByHand:
    """The meeting as far as its entries were read."""

    asked: dict[str, tuple[Any, datetime]] = field(default_factory=dict)
    waits: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    """What no longer waits, or was withdrawn."""
    withdrawn: set[str] = field(default_factory=set)
    turns: list[Turn] = field(default_factory=list)
    opened: dict[str, datetime] = field(default_factory=dict)
    closed: dict[str, datetime] = field(default_factory=dict)
    seconds: Counter[str] = field(default_factory=Counter)
    begun: list[datetime] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    segments: list[tuple[str, datetime]] = field(default_factory=list)
    """The item of each segment that was opened, and when."""
    limits: Limits = field(default_factory=lambda: {"": 180, "group": GROUP})
    item: str | None = None
    since: datetime | None = None
    segment: str | None = None
    sitting: str | None = None
    is_list_open: bool = True
    speaks: bool = False

    def read(self, entry: Entry) -> None:
        does = getattr(self, f"_{entry.event.name}", None)
        if does is not None:
            does(entry.event, entry.at.astimezone(ZONE))

    def _sitting_opened(self, event: Any, at: datetime) -> None:
        self.sitting = event.sitting
        self.begun.append(at)
        self.since = at if self.item else None

    _sitting_resumed = _sitting_opened

    def _sitting_suspended(self, event: Any, at: datetime) -> None:
        self._rest(at)
        self.sitting = None

    def _rest(self, at: datetime) -> None:
        if self.item and self.since:
            self.seconds[self.item] += round(between(self.since, at))
        self.since = None

    def _item_opened(self, event: Any, at: datetime) -> None:
        self.item, self.since, self.segment, self.is_list_open = event.item, at, None, True
        self.opened[event.item] = at
        self.begun.append(at)

    def _segment_opened(self, event: Any, at: datetime) -> None:
        self.segment = event.segment
        self.visited.append(event.segment)
        self.segments.append((self.item or "", at))

    def _item_closed(self, event: Any, at: datetime) -> None:
        self._rest(at)
        self.closed[event.item] = at
        self.item = None

    def _inscribed(self, event: Any, at: datetime) -> None:
        self.asked[event.inscription] = (event, at)
        self.waits.append(event.inscription)

    def _withdrawn(self, event: Any, at: datetime) -> None:
        self.waits.remove(event.inscription)
        self.withdrawn.add(event.inscription)

    def _not_reached(self, event: Any, at: datetime) -> None:
        self.waits.remove(event.inscription)

    def _floor_given(self, event: Any, at: datetime) -> None:
        self.waits.remove(event.inscription)
        limit = event.limit_seconds or self._minutes(event.segment) * 60 or self.limits[""]
        self.turns.append(Turn(event.inscription, event.item, event.segment, limit, at))
        self.speaks = True

    def _floor_yielded(self, event: Any, at: datetime) -> None:
        self._floor_continued(event, at)
        self.turns[-1].end = at
        self.speaks = False

    def _floor_paused(self, event: Any, at: datetime) -> None:
        self.turns[-1].since = at

    def _floor_continued(self, event: Any, at: datetime) -> None:
        turn = self.turns[-1]
        turn.paused += between(turn.since, at) if turn.since else 0.0
        turn.since = None

    def _list_closed(self, event: Any, at: datetime) -> None:
        self.is_list_open = False

    def _limit_set(self, event: Any, at: datetime) -> None:
        self.limits[event.key] = event.seconds

    # What is asked of it

    def _minutes(self, segment: str | None) -> int:
        found = SEGMENTS.get(segment or "", {})
        return int(found.get("each_minutes") or found.get("minutes") or 0)

    @property
    def speakers(self) -> list[str]:
        """Who waits on the list of the open item."""
        asked = (each for each in self.waits if not self._is_reply(each))
        return [each for each in asked if self.asked[each][0].item == self.item]

    @property
    def replies(self) -> list[str]:
        return [each for each in self.waits if self._is_reply(each)] if self.item else []

    def _is_reply(self, inscription: str) -> bool:
        return bool(KINDS[self.asked[inscription][0].kind].get("own_lane"))

    def _limit(self, inscription: str, limits: Limits) -> int:
        event, _ = self.asked[inscription]
        kind = KINDS[event.kind]
        if kind.get("own_lane"):
            return length(RULES["replies"]["limits"][0])
        if kind.get("limit_from_segment"):
            return self._minutes(event.segment or self.segment) * 60 or limits[""]
        return length(kind["limit"]) if "limit" in kind else limits.get(event.tier, limits[""])

    def hand_over(self) -> int:
        gaps = []
        for before, turn in zip(self.turns, self.turns[1:], strict=False):
            end = before.end or turn.at
            is_new = any(end < each <= turn.at for each in self.begun)
            asked_before = self.asked[turn.inscription][1] <= end
            if before.item == turn.item and asked_before and not is_new:
                gaps.append(between(end, turn.at))
        counted = [min(each, 120.0) for each in gaps if each < 600]
        return round((8 * 20 + sum(counted)) / (8 + len(counted)))

    def spans(self, now: datetime) -> Spans:
        found = list(SITTINGS)
        if self.sitting:
            start, end = found[int(self.sitting) - 1]
            found[int(self.sitting) - 1] = (min(start, now), end)
        return found

    def resumes(self, now: datetime) -> datetime:
        if self.sitting:
            return now
        return next((max(now, start) for start, end in SITTINGS if now < end), now)

    def _to_come(self, limits: Limits) -> list[tuple[str, int]]:
        """What is to come with its seconds at full time: the list, presentations, replies."""
        segments = ITEMS[self.item or ""].get("segments", [])
        asked: Counter[str | None] = Counter()
        for each in self.speakers:
            asked[self.asked[each][0].segment] += self._limit(each, limits)
        found = [("turn", self._limit(each, limits)) for each in self.speakers]
        for segment in segments[self._place(segments) + 1 :]:
            is_sure = segment["kind"] == "presentation" and not segment.get("condition")
            minutes = segment.get("minutes") or segment.get("each_minutes") or 0
            left = minutes * 60 - asked[segment["id"]]
            if is_sure and segment["id"] not in self.visited and left > 0:
                found.append((segment["id"], left))
        return [*found, *(("reply", self._limit(each, limits)) for each in self.replies)]

    def _place(self, segments: list[Any]) -> int:
        return next((n for n, each in enumerate(segments) if each["id"] == self.segment), -1)

    def _left(self, now: datetime) -> float:
        if not self.speaks:
            return 0.0
        turn = self.turns[-1]
        used = between(turn.at, now) - turn.paused
        return max(0.0, turn.limit - used + (between(turn.since, now) if turn.since else 0.0))

    def course(self, now: datetime, limits: Limits | None = None) -> tuple[list[Piece], datetime]:
        """When each piece of the open item is over at full time, and when the list is."""
        limits, hand_over, left = limits or self.limits, self.hand_over(), self._left(now)
        gap: float = hand_over
        if not self.speaks:
            last = self.turns[-1].end if self.turns else None
            gap = max(0.0, hand_over - between(last, now)) if last and self.sitting else 0.0
        begins, spans = self.resumes(now), self.spans(now)
        held = begins + timedelta(seconds=left)
        if not any(start <= begins < held <= end for start, end in spans) and left:
            spans = sorted([*(each for each in spans if each[1] != begins), (begins, held)])
        pieces, total = [], left
        for what, seconds in self._to_come(limits):
            total += seconds + (gap if what in ("turn", "reply") else 0)
            gap = hand_over
            pieces.append(Piece(what, after(begins, total, spans)))
        end = begins + timedelta(seconds=total + CLOSING)
        return pieces, after(begins, total + CLOSING, spans) if pieces else end

    def spent(self, now: datetime) -> float:
        held = self.seconds[self.item or ""]
        return held + (between(self.since, now) if self.since else 0.0)

    def ends(self, now: datetime) -> datetime:
        """When the open item ends at full time, its planned minutes kept while more may ask."""
        segments = ITEMS[self.item or ""].get("segments", [])
        place = self._place(segments)
        is_last = place >= 0 and all(each.get("condition") for each in segments[place + 1 :])
        heard = bool(self.turns) and (self.turns[-1].item, self.turns[-1].segment) == (
            self.item,
            self.segment,
        )
        listed = self.course(now)[1]
        if not self.is_list_open or (is_last and heard):
            return listed
        kept = max(0.0, ITEMS[self.item or ""]["minutes"] * 60 - self.spent(now))
        return max(listed, after(self.resumes(now), kept, self.spans(now)))

    def minutes_over(self, now: datetime) -> int:
        """By how many minutes the day is too long for its sittings."""
        free = self.ends(now) if self.item else self.resumes(now)
        ends = [*self.closed.values(), free]
        for item in PLANNED:
            if item not in self.opened:
                begins = max(free, clock(15) if item == "4" else clock(10))
                free = after(begins, ITEMS[item]["minutes"] * 60, self.spans(now))
                ends.append(free)
        last = max(ends).replace(second=0, microsecond=0)
        return max(0, int(between(clock(18), last) // 60))

    def under(self, seconds: int) -> Limits:
        """The limits, that for all so long and that of groups in proportion."""
        share = self.limits["group"] * seconds // self.limits[""] // STEP * STEP
        return {"": seconds, "group": min(self.limits["group"], max(LEAST, share))}

    def _counts(self, inscription: str, item: str) -> bool:
        event, _ = self.asked[inscription]
        is_other = event.kind == "presentation" or self._is_reply(inscription)
        return event.item == item and not is_other and inscription not in self.withdrawn

    def _stages(self, item: str, until: datetime) -> list[tuple[datetime, list[float], list[int]]]:
        """Each time people asked anew: when, the seconds before the first turn, then by turns."""
        opened = self.opened[item]
        at = sorted(when for each, (_, when) in self.asked.items() if self._counts(each, item))
        begun = [each.at for each in self.turns if self._counts(each.inscription, item)]
        starts = [opened]
        for of, when in self.segments:
            if of == item and any(starts[-1] <= each < when for each in begun):
                starts.append(when)
        found = []
        for start, end in zip(starts, [*starts[1:], until + timedelta(1)], strict=True):
            made = [each for each in at if start <= each < end and each <= until]
            turns = [each for each in begun if start <= each < end]
            before = [each for each in made if not turns or each <= turns[0]]
            during = [
                sum(one < each and (two is None or each <= two) for each in made)
                for one, two in zip(turns, [*turns[1:], None], strict=False)
            ]
            marks = [opened, *(when for of, when in self.segments if of == item and when < end)]
            seconds = [
                between(max(mark for mark in marks if mark <= each), each) for each in before
            ]
            found.append((marks[-1], seconds, during))
        return found

    def more_to_come(self, now: datetime) -> int:
        """How many more will ask, as docs/timekeeping.md says it."""
        if self.item is None or not self.is_list_open or not self.closed:
            return 0
        over = [
            (before, during)
            for item, closed in self.closed.items()
            for _, before, during in self._stages(item, closed)
            if before or sum(during)
        ]
        if not over:
            return 0
        early = [each for before, _ in over for each in before]
        mean = len(early) / len(over)
        waited = (20 * 300 / -log(0.3) + sum(early)) / (20 + len(early))
        usual = [of_class(n) ** -0.5 for _, during in over for n in range(1, len(during) + 1)]
        came = sum(sum(during) for _, during in over)
        weight = 16 / len(usual) if usual else 0.0
        rate = (weight * 0.2 * sum(usual) + came) / (1 + weight) / sum(usual) if usual else 0.2
        start, before, during = self._stages(self.item, now)[-1]
        heard, likely = len(during), 0.0
        if not heard:
            passed = min(self.spent(now), between(start, now))
            likely = exp(-passed / max(1.0, waited)) * mean * exp(-len(before) / mean)
        expected = sum(rate * n**-0.5 for n in range(1, heard + 1))
        speaks = heard > 0 and self.speaks
        half = rate * heard**-0.5 / 2 if speaks else 0.0
        lively = (0.3**-2 + sum(during)) / (0.3**-2 + expected - half)
        more = min(0.97, lively * half)
        waits = len([each for each in self.waits if self._counts(each, self.item)]) + likely + more
        for n in range(heard + 1, heard + 400):
            if waits < 0.02:
                break
            new = min(1.0, waits) * min(0.97, lively * rate * n**-0.5)
            waits, more = waits + new - min(1.0, waits), more + new
        return int(likely + more + 0.5)


def of_class(place: int) -> float:
    """What stands for the class of a turn's place."""
    classes = ((33, 48.0), (17, 24.0), (9, 12.0), (5, 6.5), (3, 3.5), (2, 2.0), (1, 1.0))
    return next(middle for least, middle in classes if place >= least)
