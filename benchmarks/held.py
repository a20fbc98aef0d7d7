"""Real debates held again in meetings of ours, and what the screen says of their ends meanwhile.

A debate is an item; its end is that of its last turn. Whoever sits at the table looks after each
turn and once a minute; nobody looks during a recess, whose end is known once it is announced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from msgspec.structs import replace as changed

from benchmarks.days import AGENDA, SCRIPT
from benchmarks.debates import UNKNOWN_LIMIT, Debate, Sitting
from meeting_tui.agenda.model import Agenda, Item, Words
from meeting_tui.agenda.model import Sitting as PlannedSitting
from meeting_tui.agenda.rules import Rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.figures import OpenItem
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.entry import Command, Entry, SessionStarted
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.floor import GiveFloor, Yield
from meeting_tui.meeting.items import CloseItem
from meeting_tui.meeting.items import OpenItem as TakeUp
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.views.look import Look
from tests.meeting.room import Room, at_time

LEAST_TURNS = 4
"""Of fewer turns nobody asks when they will be over."""
RECESS = 900
"""A gap as long as this, in seconds, was a break of the sitting: known, once it is announced."""
EVERY = 60
"""Seconds between two looks."""
NOBODY = Directory(())
_BEGIN = datetime(2026, 3, 19, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the screen said at one moment, and what came: seconds from then on."""

    truth: float
    middle: float
    late: float
    full: float
    """All who are known to come at their whole limits, hand-overs included."""
    waiting: int
    """Names on the list, whoever speaks left aside."""
    spoken: float | None
    """How long the present turn has lasted; None between two turns."""
    left: int
    """Turns that are not over, whoever speaks included, on the list or not."""
    turns: int
    """Of the whole debate; its thirds are those of its turns."""
    has_recess: bool = False
    """A recess was still ahead."""

    @property
    def third(self) -> int:
        """In which third of the debate: 0, 1 or 2."""
        return min(2, 3 * (self.turns - self.left) // self.turns)


def without(sitting: Sitting, share: float, seed: int) -> Sitting:
    """The sitting with that share of names not on the list until some moment before their turn."""
    chance = Random(seed)
    return tuple(
        tuple(
            replace(turn, asks=chance.uniform(debate[0].begins, turn.begins))
            if n and chance.random() < share
            else replace(turn, asks=debate[0].begins)
            for n, turn in enumerate(debate)
        )
        for debate in sitting
    )


def glances(sitting: Sitting, rules: Rules, minutes: int = 1) -> Iterator[Glance]:
    """What is seen of every debate of four turns or more, under these rules.

    Items are planned for so many minutes. The list is closed at once where it is not known when
    somebody asked for the floor.
    """
    for table, debate, at in _held(sitting, rules, minutes):
        if debate is not None:
            yield table.seen(debate, at)


def state_after(sitting: Sitting, rules: Rules) -> MeetingState | None:
    """The meeting when all debates are over, for what it teaches; None where nobody spoke."""
    state = None
    for table, _, _ in _held(sitting, rules, 1):
        state = table.state
    return state


def _held(
    sitting: Sitting, rules: Rules, minutes: int
) -> Iterator[tuple[_Table, Debate | None, float]]:
    """Each moment at which somebody looks at a debate, and without a debate the end of each."""
    debates = [debate for debate in sitting if debate]
    if not debates:
        return
    first = debates[0][0].begins
    table = _Table(rules, len(debates), minutes, debates[-1][-1].ends - first)
    for number, debate in enumerate(debates):
        for at, _, step in sorted(_steps(debate, str(number)), key=lambda each: each[:2]):
            table.at(at - first)
            if isinstance(step, Command):
                table.do(step)
            else:
                yield table, debate, at
        yield table, None, 0.0


class _Table:
    """One meeting, with commands carried out at seconds from its beginning."""

    def __init__(self, rules: Rules, items: int, minutes: int, seconds: float) -> None:
        known = changed(rules.timekeeper, closing_words_seconds=0)
        used = changed(rules, timekeeper=known, default_limit_seconds=UNKNOWN_LIMIT)
        plan = _plan(items, minutes, seconds)
        first = SessionStarted("study", plan, used)
        self._now = _BEGIN
        self._meeting = Meeting(Entry(1, "s-1", "s-1", _BEGIN, _BEGIN, "s", "s", first))
        self.do(OpenMeeting())

    @property
    def state(self) -> MeetingState:
        """As it stands now."""
        return self._meeting.state

    def at(self, seconds: float) -> None:
        """Let it be so late; time never runs back."""
        self._now = max(self._now, _BEGIN + timedelta(seconds=seconds))

    def do(self, command: Command) -> None:
        """Carry it out now."""
        outcome = decide(self._meeting, command, self._now)
        if isinstance(outcome, Refusal):
            raise SystemExit(f"refused: {command} {outcome}")
        for event in outcome:
            name = f"s-{self._meeting.last.seq + 1}"
            seq = self._meeting.last.seq + 1
            self._meeting.apply(Entry(seq, name, name, self._now, self._now, "s", "s", event))

    def seen(self, debate: Debate, at: float) -> Glance:
        """What the screen says now of the end of the debate."""
        look = Look.of(self._meeting.state, self._now, NOBODY, "en")
        left = sum(turn.ends > at for turn in debate)
        recess = any(b.begins - a.ends >= RECESS for a, b in pairwise(debate) if b.begins > at)
        return replace(
            _glance(look, debate[-1].ends - at), left=left, turns=len(debate), has_recess=recess
        )


def _glance(look: Look, truth: float) -> Glance:
    state, item = look.state, look.projection.item
    assert item is not None
    speaking = state.speaking()
    return Glance(
        truth=truth,
        middle=(item.pace_ends_at - look.now).total_seconds(),
        late=(item.late_ends_at - look.now).total_seconds(),
        full=_at_limits(item, look.now),
        waiting=len(waiting(state)),
        spoken=None if speaking is None else speaking.used_seconds(look.now),
        left=0,
        turns=0,
    )


def _at_limits(item: OpenItem, now: datetime) -> float:
    return (item.list_ends_at - now).total_seconds()


_LAST = 10**6
_Step = tuple[float, int, Command | None]
"""When, in which order of what happens at once, and what is done; None: somebody looks."""


def _steps(debate: Debate, item: str) -> Iterator[_Step]:
    begins = debate[0].begins
    yield begins, -3, TakeUp(item)
    is_known = all(turn.asks is not None for turn in debate)
    looked = len(debate) >= LEAST_TURNS
    before = begins
    for number, turn in enumerate(debate):
        who = Who(f"{item}-{number}", f"{item}-{number}", "state_party")
        start = max(before, turn.begins)
        before = max(start, turn.ends)
        asks = begins if turn.asks is None else min(max(begins, turn.asks), start)
        yield asks, -2, Inscribe((who,))
        yield start, 3 * number, GiveFloor(who, insist=True)
        yield before, 3 * number + 1, Yield()
        if looked and turn is not debate[-1]:
            yield before, 3 * number + 2, None
    if not is_known:
        yield begins, -1, CloseList()
    if looked:
        yield from ((at, _LAST, None) for at in _minutes(debate))
    yield before, _LAST + 1, CloseItem(waiting="carry")


def _minutes(debate: Debate) -> Iterator[float]:
    """Once a minute from the beginning to the end, but in no recess."""
    breaks = [(a.ends, b.begins) for a, b in pairwise(debate) if b.begins - a.ends >= RECESS]
    at, end = debate[0].begins, max(turn.ends for turn in debate)
    while at < end:
        if not any(begun <= at < over for begun, over in breaks):
            yield at
        at += EVERY


def _plan(items: int, minutes: int, seconds: float) -> Agenda:
    words = Words(en="Study")
    end = _BEGIN + timedelta(seconds=seconds, hours=24)
    return Agenda(
        id="study",
        title=words,
        body=words,
        short_title=words,
        date=_BEGIN.date(),
        zone="UTC",
        rules="flat",
        sittings=(PlannedSitting(id="1", start=_BEGIN, end=end),),
        items=tuple(
            Item(id=str(n), title=words, kind="discussion", minutes=minutes) for n in range(items)
        ),
    )


def glances_at_full_day(rules: Rules, *, by_lists: bool) -> Iterator[Glance]:
    """The day of `tests/scripts` as it was, with its plan, limits and lists, once a minute.

    What is foreseen is the end of the item, closing words included: as the screen shows it, with
    its planned minutes and newcomers, or that of its list alone.
    """
    room = Room(load_agenda(AGENDA), rules)
    seen: list[tuple[str, datetime, Glance]] = []
    for row in SCRIPT.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            clock, _, line = row.partition(" ")
            until = at_time(clock)
            minute = room.now.replace(second=0) + timedelta(seconds=EVERY)
            while minute < until:
                seen += _seen_on_day(room.state, minute, by_lists=by_lists)
                minute += timedelta(seconds=EVERY)
            room.at(clock).do(line)
    closed = {item: run.closed_at for item, run in room.state.items.items()}
    given = _turns_of_items(room.state)
    for item, at, glance in seen:
        end, turns = closed[item], given.get(item, ())
        if end is not None and len(turns) >= LEAST_TURNS:
            left = sum(over > at for over in turns)
            truth = (end - at).total_seconds()
            yield replace(glance, truth=truth, left=left, turns=len(turns))


def _seen_on_day(
    state: MeetingState, at: datetime, *, by_lists: bool
) -> Iterator[tuple[str, datetime, Glance]]:
    look = Look.of(state, at, NOBODY, "en")
    item = look.projection.item
    if item is None or state.phase != "open":
        return
    seen = _glance(look, 0.0)
    if by_lists:
        middle, late = (
            (each - look.now).total_seconds()
            for each in (item.list_pace_ends_at, item.list_late_ends_at)
        )
        seen = replace(seen, middle=middle, late=late)
    yield item.id, at, seen


def _turns_of_items(state: MeetingState) -> dict[str, Sequence[datetime]]:
    """When each turn of an item was over."""
    found: dict[str, list[datetime]] = {}
    for each in state.interventions.values():
        if each.yielded_at is not None:
            found.setdefault(each.item, []).append(each.yielded_at)
    return dict(found)
