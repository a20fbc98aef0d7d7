"""How long a projection takes with 200 waiting, against the least any projection could do.

Every change of the meeting is projected anew, within 1 ms with 200 waiting and 60 who have spoken:
the sums of all of them at three paces, the item and the day. The least is one limit and one
addition a turn, knowing nothing of sittings, segments, the pace and the rest of the day. Instants
of single turns are worked out where they are looked at: measured apart, as is the advice.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from benchmarks.days import AGENDA
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.inverse import limit_to_end_by
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.entry import Command, Entry, Event, SessionStarted
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import OpenItem, OpenSegment
from meeting_tui.meeting.limits import SetLimit, limit_for
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import Inscribe
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting

TITLE = "Forecast of the rest of the meeting, 200 waiting"
QUICK = 3

NOW = datetime(2026, 3, 19, 9, 40, tzinfo=UTC)
WAITING = 200
SPOKEN = 60
TURN, GAP = timedelta(seconds=100), timedelta(seconds=15)
KINDS = ("state_party", "signatory", "igo", "ngo")


def busy_meeting() -> MeetingState:
    """Item 2 of the full agenda, 60 have spoken, somebody speaks, 200 wait in several tiers."""
    agenda = load_agenda(AGENDA)
    meeting = Meeting(_entry(1, SessionStarted("bench", agenda, load_rules(agenda.rules)), NOW))
    count = WAITING + SPOKEN + 1
    whom = tuple(Who(f"d{n}", f"D {n}", KINDS[n % len(KINDS)]) for n in range(count))
    at = NOW - (TURN + GAP) * SPOKEN
    _carry_out(meeting, at, OpenMeeting(), OpenItem("2"), OpenSegment("2.1"))
    _carry_out(meeting, at, Inscribe(whom), SetLimit(150, "delegation", "d7"))
    for _ in range(SPOKEN):
        _carry_out(meeting, at, Next(insist=True))
        _carry_out(meeting, at + TURN, Yield())
        at += TURN + GAP
    _carry_out(meeting, NOW, Next(insist=True))
    return meeting.state


def _carry_out(meeting: Meeting, at: datetime, *commands: Command) -> None:
    for command in commands:
        outcome = decide(meeting, command, at)
        if isinstance(outcome, Refusal):
            raise SystemExit(f"refused: {outcome}")
        for event in outcome:
            meeting.apply(_entry(meeting.last.seq + 1, event, at))


def _entry(seq: int, event: Event, at: datetime) -> Entry:
    return Entry(seq, f"b-{seq}", f"b-{seq}", at, at, "b", "b", event)


def plain_sum(state: MeetingState) -> list[datetime]:
    """When each turn would come if limits and hand-overs were all there is."""
    at = NOW
    turns = []
    for each in waiting(state):
        turns.append(at)
        at += timedelta(seconds=(limit_for(state, each) or 0) + state.rules.handover_seconds)
    return turns


def run(rounds: int = 300) -> list[Row]:
    """A row for a projection, one for the plain sum, and what is worked out only when asked for."""
    state = busy_meeting()
    seen = project(state, NOW)
    target = seen.now + timedelta(hours=8)
    taken = taking_turns(
        rounds,
        lambda: milliseconds(lambda: project(state, NOW)),
        lambda: milliseconds(lambda: plain_sum(state)),
        lambda: milliseconds(lambda: [turn.turn_at for turn in seen.turns]),
        lambda: milliseconds(lambda: [turn.late_ends_at for turn in seen.turns[:30]]),
        lambda: milliseconds(lambda: advice(seen)),
        lambda: milliseconds(lambda: limit_to_end_by(seen, target)),
    )
    ours, plain = against(
        Row(f"project, {WAITING} waiting", tuple(taken[0])),
        Row("plain sum of limits", tuple(taken[1])),
    )
    return [
        aimed(ours, "p50 at most 1 ms", lambda row: row.p(50) <= 1),
        plain,
        Row("when each has their turn, all 200", tuple(taken[2])),
        Row("late case of the 30 a screen shows", tuple(taken[3])),
        aimed(Row("advice", tuple(taken[4])), "p50 at most 1 ms", lambda row: row.p(50) <= 1),
        Row("the limit that ends it by an hour", tuple(taken[5])),
    ]
