"""The clock of a session goes on when the program is started again, whatever its date says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meeting_tui.desk.clock import CLOCK, Machine, SessionClock, time_of
from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.desk.opening import LEFT_SECONDS, left_open_told, note_left_open
from meeting_tui.meeting.clock_gaps import ClockJumped, NoteClockJump, gap_asked
from meeting_tui.meeting.entry import Command, Entry
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell
from tests.meeting.room import Room, directory

HOUR = 3600.0


def _at_once(work: Callable[[], None]) -> None:
    work()


@dataclass
class Computer:
    """A machine with a session on it; what really passes is known."""

    folder: Path
    wall: float = datetime(2026, 3, 19, 9, 30, tzinfo=UTC).timestamp()
    up: float = 5000.0
    really: float = 0.0
    boot: str = "first"
    knows_sleep: bool = True
    entries: list[Entry] = field(default_factory=list)
    intake: Intake = field(init=False)
    clock: SessionClock = field(init=False)

    def __post_init__(self) -> None:
        room = Room().opened()
        self.entries = list(room.meeting.entries)
        self.wall = room.now.timestamp()
        self.open()
        self.do("floor mex!")
        self.given = self.really

    def machine(self) -> Machine:
        return Machine(
            lambda: self.wall,
            lambda: self.up,
            lambda: self.up,
            lambda: self.knows_sleep,
            lambda: self.boot,
        )

    def work(self, seconds: float) -> None:
        self.wall += seconds
        self.up += seconds
        self.really += seconds

    def open(self) -> None:
        """Start the program, after whatever ended it."""
        self.intake = Intake(replay(self.entries), directory(), Seat("desk", "EK"))
        self.clock = SessionClock(self.folder, self.intake.meeting, self.machine(), _at_once)
        note_left_open(self.intake, self.clock, self.entries.extend)

    def restart(self, away: float = 2.0) -> None:
        """Kill the program and start it again so much later."""
        self.work(away)
        self.open()

    def start_anew(self, away: float = 60.0) -> None:
        """Start the machine anew, which takes so long."""
        self.work(away)
        self.up, self.boot = 12.0, uuid4().hex
        self.open()

    def tick(self) -> None:
        jump = self.clock.jump()
        if jump:
            self.do(NoteClockJump(jump.cause, round(jump.seconds, 3)))

    def do(self, line: str | Command) -> None:
        now = self.clock.now()
        intake = self.intake
        made = (
            intake.propose(line, now)
            if isinstance(line, str)
            else intake.propose_command(line, now)
        )
        assert not isinstance(made, Refusal)
        self.entries.extend(made)
        self.intake.accept(made)

    @property
    def used(self) -> float:
        speaking = self.intake.meeting.state.speaking()
        assert speaking is not None
        return speaking.used_seconds(self.clock.now())

    @property
    def spoken(self) -> float:
        """For how long Mexico really had the floor."""
        return self.really - self.given

    @property
    def jumps(self) -> list[tuple[str, float]]:
        return [
            (each.event.cause, each.event.seconds)
            for each in self.entries
            if isinstance(each.event, ClockJumped)
        ]

    @property
    def off(self) -> float:
        """By how much the session's clock is behind the machine's."""
        return self.wall - self.clock.now().timestamp()


@contextmanager
def computer() -> Iterator[Computer]:
    with TemporaryDirectory() as folder:
        yield Computer(Path(folder))


@pytest.mark.parametrize("step", [HOUR, -HOUR, 600.0, -600.0, 86_400.0])
@pytest.mark.parametrize("when", ["running", "unnoticed", "closed"])
def test_a_step_of_the_clock_is_no_time_after_a_restart(when: str, step: float) -> None:
    with computer() as here:
        here.work(5)
        if when == "closed":
            here.work(1)
            here.wall += step
            here.restart(1)
        else:
            here.wall += step
            if when == "running":
                here.tick()
            here.restart()
        here.tick()

        assert here.used == pytest.approx(7, abs=0.01)
        assert gap_asked(here.intake.meeting.state) is None
        assert here.off == pytest.approx(min(step, 0), abs=0.01)


def test_it_is_told_once_that_the_clock_was_followed() -> None:
    with computer() as here:
        here.work(5)
        here.wall += HOUR
        here.tick()
        here.restart()
        here.restart()
        here.tick()

        assert here.jumps == [("step", HOUR), ("moved", HOUR)]
        told = tell(here.intake.meeting.state, here.intake.meeting.last, "en", str)
        assert told == (
            "The computer's clock was set forward by 1:00:00; that is nobody's speaking time"
        )
        assert left_open_told(here.intake, "en") == f"{told}."


def test_a_clock_set_back_is_told_once_over_restarts() -> None:
    with computer() as here:
        here.wall -= HOUR
        here.tick()
        for _ in range(3):
            here.restart()
            here.tick()

        assert here.jumps == [("step", -HOUR)]


def test_set_forward_and_back_again_leaves_nothing() -> None:
    with computer() as here:
        here.wall += HOUR
        here.tick()
        here.wall -= HOUR
        here.tick()
        here.restart()

        assert here.jumps == [("step", HOUR), ("step", -HOUR)]
        assert here.off == pytest.approx(0, abs=0.01)


def test_a_session_closed_for_long_is_asked_about_without_the_step() -> None:
    with computer() as here:
        here.work(10)
        here.wall += 2 * HOUR
        here.restart(5 * HOUR)

        assert here.jumps == [("closed", 5 * HOUR + 10), ("moved", 2 * HOUR)]
        assert "closed for 5:00 hours while Mexico" in left_open_told(here.intake, "en")
        assert here.used == pytest.approx(0, abs=0.01)
        here.do("gap in")
        assert here.used == pytest.approx(5 * HOUR + 10, abs=0.01)
        here.do("undo")
        here.do("gap out")
        assert here.used == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("step", [0.0, 1800.0, -20.0])
def test_after_the_machine_was_started_anew_it_is_asked(step: float) -> None:
    with computer() as here:
        here.work(10)
        here.wall += step
        here.start_anew(90)

        gap = gap_asked(here.intake.meeting.state)
        assert gap is not None
        assert gap.cause == "restarted"
        assert gap.seconds == pytest.approx(100 + step, abs=0.01)
        assert "The computer was restarted while Mexico had the floor" in left_open_told(
            here.intake, "en"
        )
        assert here.used == pytest.approx(100 + step, abs=0.01)
        here.do("gap out")
        assert here.used == pytest.approx(0, abs=0.01)
        here.restart()
        assert gap_asked(here.intake.meeting.state) is None
        assert len(here.jumps) == 1


def test_a_step_in_the_log_is_no_time_even_where_nothing_was_kept() -> None:
    with computer() as here:
        here.work(5)
        here.wall += HOUR
        here.tick()
        (here.folder / CLOCK).unlink()
        here.restart()

        assert here.used == pytest.approx(7, abs=0.01)
        assert here.jumps == [("step", HOUR), ("moved", HOUR)]
        (here.folder / CLOCK).unlink()
        here.restart()
        assert here.used == pytest.approx(9, abs=0.01)
        assert len(here.jumps) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[1]",
        b'{"boot": 1, "elapsed": 2, "at": 3, "ahead": 4}',
        b'{"boot": "first", "elapsed": 1, "at": 1e300, "ahead": 0}',
        b'{"boot": "first", "elapsed": NaN, "at": 3, "ahead": 0}',
        b'{"boot": "first", "elapsed": 9000, "at": 3, "ahead": 0}',
        b'{"boot": "first"}',
    ],
)
def test_a_file_that_cannot_be_believed_is_none(content: bytes) -> None:
    with computer() as here:
        (here.folder / CLOCK).write_bytes(content)
        here.restart()

        assert here.used == pytest.approx(2, abs=0.01)
        assert here.jumps == []


def test_where_no_clock_runs_through_sleep_nothing_is_kept() -> None:
    with computer() as here:
        (here.folder / CLOCK).unlink()
        here.knows_sleep = False
        here.restart()

        assert not (here.folder / CLOCK).exists()
        assert here.used == pytest.approx(2, abs=0.01)


def test_a_folder_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    here = Computer(tmp_path)
    here.clock.keep_in(tmp_path / "gone")

    here.restart()

    assert here.used == pytest.approx(2, abs=0.01)


def test_kept_in_another_folder_it_goes_on_there(tmp_path: Path) -> None:
    with computer() as here:
        here.clock.keep_in(tmp_path)
        here.folder = tmp_path
        here.wall += HOUR
        here.restart()

        assert here.used == pytest.approx(2, abs=0.01)


def test_a_date_far_from_the_plan_is_not_followed() -> None:
    with computer() as here:
        here.wall += 73 * 365 * 86_400.0
        here.restart()
        here.tick()

        assert here.used == pytest.approx(2, abs=0.01)
        assert f"{here.clock.now():%Y}" == "2026"
        assert [cause for cause, _ in here.jumps] == ["step"]
        here.restart()
        here.tick()
        assert len(here.jumps) == 1


def test_who_only_looks_sees_the_time_of_the_session() -> None:
    with computer() as here:
        here.work(5)
        here.wall += HOUR
        here.tick()
        here.work(20)

        seen = time_of(here.folder, here.intake.meeting, here.machine())
        assert abs(seen - here.clock.now()) < timedelta(milliseconds=1)
        before = (here.folder / CLOCK).read_bytes()
        assert json.loads(before)["boot"] == "first"


STEPS = st.one_of(
    st.tuples(st.just("work"), st.floats(0.1, 600)),
    st.tuples(st.just("set"), st.floats(-90_000, 90_000)),
    st.tuples(st.just("tick"), st.just(0.0)),
    st.tuples(st.just("restart"), st.floats(0, 300)),
    st.tuples(st.just("act"), st.just(0.0)),
)


@given(st.lists(STEPS, max_size=20))
def test_a_turn_is_what_really_passed_whatever_the_clock_was_set_to(
    steps: list[tuple[str, float]],
) -> None:
    with computer() as here:
        for what, seconds in steps:
            if what == "work":
                here.work(seconds)
            elif what == "set":
                here.wall += seconds
            elif what == "tick":
                here.tick()
            elif what == "restart":
                here.restart(seconds)
            else:
                here.do("note a1 words")
            asked_out = sum(each for cause, each in here.jumps if cause == "closed")
            assert abs(here.used - (here.spoken - asked_out)) < 1
            if asked_out:
                assert gap_asked(here.intake.meeting.state) is not None


@example(step=-30.0, away=20.0, before=10.0)
@example(step=-HOUR, away=60.0, before=10.0)
@given(
    step=st.floats(-90_000, 90_000),
    away=st.floats(0, LEFT_SECONDS),
    before=st.floats(0.1, 600),
)
def test_what_cannot_be_known_is_never_silent(step: float, away: float, before: float) -> None:
    with computer() as here:
        here.work(before)
        here.wall += step
        here.start_anew(away)
        here.tick()

        assert gap_asked(here.intake.meeting.state) is not None
