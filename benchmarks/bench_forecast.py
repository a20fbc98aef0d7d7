"""How long a projection takes with 200 waiting, against the least any projection could do.

Every change of the meeting is projected anew, within 1 ms with 200 waiting. The least is one limit
and one addition a turn, knowing nothing of sittings, segments and the rest of the day.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from benchmarks.days import AGENDA
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.forecast.projection import project
from meeting_tui.meeting import commands as asked
from meeting_tui.meeting.decide import decide
from meeting_tui.meeting.events import Entry, Event, SessionStarted
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.records import Who
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting

TITLE = "Forecast of the rest of the meeting, 200 waiting"
QUICK = 3

NOW = datetime(2026, 3, 19, 9, 40, tzinfo=UTC)
WAITING = 200
KINDS = ("state_party", "signatory", "igo", "ngo")


def busy_meeting() -> MeetingState:
    """Item 2 of the full agenda, somebody speaking, 200 waiting in several tiers."""
    agenda = load_agenda(AGENDA)
    meeting = Meeting(_entry(1, SessionStarted("bench", agenda, load_rules(agenda.rules))))
    whom = tuple(Who(f"d{n}", f"D {n}", KINDS[n % len(KINDS)]) for n in range(WAITING + 1))
    for command in (
        asked.OpenMeeting(),
        asked.OpenItem("2"),
        asked.OpenSegment("2.1"),
        asked.Inscribe(whom),
        asked.SetLimit(150, "delegation", "d7"),
        asked.Next(),
    ):
        outcome = decide(meeting, command, NOW)
        if isinstance(outcome, Refusal):
            raise SystemExit(f"refused: {outcome}")
        for event in outcome:
            meeting.apply(_entry(meeting.last.seq + 1, event))
    return meeting.state


def _entry(seq: int, event: Event) -> Entry:
    return Entry(seq, f"b-{seq}", f"b-{seq}", NOW, NOW, "b", "b", event)


def plain_sum(state: MeetingState) -> list[datetime]:
    """When each turn would come if limits and hand-overs were all there is."""
    at = NOW
    turns = []
    for each in waiting(state):
        turns.append(at)
        at += timedelta(seconds=(limit_for(state, each) or 0) + state.rules.handover_seconds)
    return turns


def run(rounds: int = 300) -> list[Row]:
    """A row for a projection and one for the plain sum."""
    state = busy_meeting()
    taken = taking_turns(
        rounds,
        lambda: milliseconds(lambda: project(state, NOW)),
        lambda: milliseconds(lambda: plain_sum(state)),
    )
    ours, plain = against(
        Row(f"project, {WAITING} waiting", tuple(taken[0])),
        Row("plain sum of limits", tuple(taken[1])),
    )
    return [aimed(ours, "p50 at most 1 ms", lambda row: row.p(50) <= 1), plain]
