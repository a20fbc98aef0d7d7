"""The clock of a desk: right through sleep, whoever sets the machine's, never going back."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from meeting_tui.desk import clock as clocks
from meeting_tui.desk.clock import (
    Jump,
    RehearsalClock,
    ScriptClock,
    ServerTime,
    SharedClock,
    SystemClock,
)
from meeting_tui.desk.opening import clock_for
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.language import read_line
from tests.desk.seat import MORNING, FaultyLog, Room

START = datetime(2026, 3, 19, 10, tzinfo=UTC)


class Machine:
    """A computer with its three clocks."""

    def __init__(self) -> None:
        self.wall = START.timestamp()
        self.through_sleep = 5000.0
        self.awake = 4000.0

    def work(self, seconds: float) -> None:
        self.wall += seconds
        self.through_sleep += seconds
        self.awake += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds
        self.through_sleep += seconds

    def clock(self, not_before: datetime | None = None, *, knows_sleep: bool = True) -> SystemClock:
        """A clock on it; without `knows_sleep` as on a system whose clocks all stop."""
        return SystemClock(
            not_before,
            wall=lambda: self.wall,
            elapsed=lambda: self.through_sleep if knows_sleep else self.awake,
            awake=lambda: self.awake,
            through_sleep=knows_sleep,
        )


def about(cause: str, seconds: float, within: float = 0.001) -> Jump:
    """A jump of about so many seconds."""
    return Jump(cause, cast(float, pytest.approx(seconds, abs=within)))


def since_start(clock: SystemClock) -> float:
    return (clock.now() - START).total_seconds()


@pytest.mark.parametrize("knows_sleep", [True, False])
def test_sleep_counts_and_is_told_once(knows_sleep: bool) -> None:
    machine = Machine()
    clock = machine.clock(knows_sleep=knows_sleep)
    machine.work(60)
    assert clock.jump() is None
    machine.sleep(480)
    told = clock.jump()
    assert told == about("sleep", 480)
    assert clock.jump() is None
    machine.work(20)
    assert since_start(clock) == pytest.approx(560)
    assert clock.jump() is None


def test_a_speech_through_sleep_has_two_minutes_left_of_ten() -> None:
    machine = Machine()
    clock = machine.clock()
    room = Room(FaultyLog())
    intake = room.desk.intake
    for line in ("open", "item 0", "limit 10:00", "mex", "next"):
        intake.accept(intake.propose(line, clock.now()))  # type: ignore[arg-type]
    machine.sleep(480)
    speaking = room.desk.state.speaking()
    assert speaking is not None
    assert speaking.left_seconds(clock.now()) == pytest.approx(120, abs=0.01)
    room.desk.leave()


def test_a_limit_passed_in_sleep_is_over_and_the_next_can_speak_at_once() -> None:
    machine = Machine()
    clock = machine.clock()
    room = Room(FaultyLog())
    intake = room.desk.intake
    for line in ("open", "item 0", "mex fra", "next"):
        intake.accept(intake.propose(line, clock.now()))  # type: ignore[arg-type]
    machine.sleep(200)
    speaking = room.desk.state.speaking()
    assert speaking is not None
    assert speaking.left_seconds(clock.now()) == pytest.approx(-20, abs=0.01)
    command = read_line("next", intake.lexicon)
    events = decide(intake.meeting, command, clock.now())  # type: ignore[arg-type]
    assert [event.name for event in events] == ["floor_yielded", "floor_given"]  # type: ignore[union-attr]
    room.desk.leave()


@pytest.mark.parametrize("step", [-3600.0, 3600.0])
def test_a_clock_that_is_set_changes_no_span(step: float) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.work(30)
    machine.wall += step
    assert since_start(clock) == pytest.approx(30)
    assert clock.jump() == about("step", step)
    machine.work(30)
    assert clock.jump() is None
    assert since_start(clock) == pytest.approx(60)


def test_set_back_while_asleep_is_two_jumps() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.sleep(300)
    machine.wall -= 3600
    assert clock.jump() == about("sleep", 300)
    assert clock.jump() == about("step", -3600)
    assert since_start(clock) == pytest.approx(300)


def test_a_wall_clock_behind_the_log_never_undercuts_it() -> None:
    machine = Machine()
    last = START + timedelta(hours=1)
    clock = machine.clock(last)
    assert clock.now() == last
    assert clock.jump() == about("step", -3600)
    machine.work(10)
    assert clock.now() == last + timedelta(seconds=10)
    assert clock.jump() is None
    machine.wall += 3600
    assert clock.jump() == about("step", 3600)


def test_a_little_behind_the_log_is_no_jump() -> None:
    clock = Machine().clock(START + timedelta(seconds=1.5))
    assert clock.jump() is None
    assert clock.now() == START + timedelta(seconds=1.5)


def test_clocks_that_drift_as_clocks_do_are_no_jump() -> None:
    machine = Machine()
    clock = machine.clock()
    for _ in range(2 * 8 * 3600):
        machine.work(0.5)
        machine.wall += 0.5 * 0.0005
        assert clock.jump() is None
    machine.wall += 2.5
    assert clock.jump() == about("step", 2.5, 0.1)


def test_the_machine_itself_tells_the_time() -> None:
    clock = SystemClock()
    before = clock.now()
    assert abs(before.timestamp() - time.time()) < 1
    assert clock.now() >= before
    assert clock.jump() is None


def test_without_a_clock_through_sleep_the_monotonic_one_serves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(sys, "platform", "freebsd14")
    assert abs(clocks.elapsed_through_sleep() - time.monotonic()) < 1
    assert not clocks.runs_through_sleep()
    clock = SystemClock()
    assert clock.jump() is None


def test_on_a_mac_the_clock_that_runs_through_sleep_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(time, "clock_gettime", lambda which: {time.CLOCK_MONOTONIC: 7.0}[which])
    assert clocks.elapsed_through_sleep() == 7.0
    assert clocks.runs_through_sleep()


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no `unshare` to change boottime with")
def test_a_process_whose_boottime_is_ahead_sees_that_much_sleep() -> None:
    """Boot time runs ahead of the monotonic clock by the time slept: here by an hour."""
    script = (
        "import time; from meeting_tui.desk.clock import *;"
        "base = time.monotonic();"
        "clock = SystemClock(awake=lambda: time.monotonic(), elapsed=elapsed_through_sleep);"
        "print(round(elapsed_through_sleep() - awake_seconds()), clock.jump())"
    )
    command = ["unshare", "--time", "--boottime", "3600", "--fork", sys.executable, "-c", script]
    ahead = subprocess.run(command, capture_output=True, text=True, check=False)
    if ahead.returncode != 0:
        pytest.skip(f"this machine allows no time namespace: {ahead.stderr.strip()}")
    here = subprocess.run(command[5:], capture_output=True, text=True, check=True)
    apart, *told = ahead.stdout.split()
    assert int(apart) - int(here.stdout.split()[0]) in (3599, 3600, 3601)
    assert told == ["None"]


def test_a_rehearsal_runs_at_its_own_speed_and_never_jumps() -> None:
    passed = [0.0]
    clock = RehearsalClock(START, 60, elapsed=lambda: passed[0])
    passed[0] = 2.5
    assert clock.now() == START + timedelta(seconds=150)
    assert clock.jump() is None


def test_a_script_says_what_time_it_is() -> None:
    clock = ScriptClock(START)
    clock.set(START + timedelta(seconds=5))
    assert clock.now() == START + timedelta(seconds=5)
    assert clock.jump() is None


def test_a_session_goes_on_with_the_clock_it_needs(tmp_path: Path) -> None:
    room = Room(FaultyLog())
    assert isinstance(clock_for(room.desk.intake.meeting, 60, tmp_path), SystemClock)
    room.desk.state.rehearsal = True
    clock = clock_for(room.desk.intake.meeting, None, tmp_path)
    assert isinstance(clock, RehearsalClock)
    assert 0 <= (clock.now() - MORNING).total_seconds() < 5
    room.desk.leave()


# The time of a server


class Elsewhere:
    """A computer whose clocks are set by hand, and what time it is at the server."""

    def __init__(self) -> None:
        self.wall, self.elapsed, self.awake, self.server = 1090.0, 50.0, 50.0, 1000.0
        self.time = ServerTime(
            clocks.Machine(lambda: self.wall, lambda: self.elapsed, lambda: self.awake)
        )

    def passes(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall += seconds
        self.elapsed += seconds
        self.server += seconds
        self.awake += 0 if asleep else seconds

    def hear(self, there: float = 0.1, back: float = 0.1) -> None:
        asked_at = self.elapsed
        self.passes(there)
        said = self.server
        self.passes(back)
        self.time.heard(said, asked_at, self.elapsed)


def told(clock: SharedClock) -> tuple[str, int] | None:
    jump = clock.jump()
    return (jump.cause, round(jump.seconds)) if jump else None


def test_the_time_of_a_server_is_gone_by_once_it_is_heard() -> None:
    here = Elsewhere()
    assert here.time.now() == 1090
    here.hear()
    assert here.time.now() == pytest.approx(here.server)
    assert here.time.machine_ahead == pytest.approx(90)
    here.wall -= 90
    here.passes(60)
    assert here.time.now() == pytest.approx(here.server)
    assert here.time.machine_ahead == pytest.approx(0)


def test_of_several_answers_the_quickest_is_gone_by() -> None:
    here = Elsewhere()
    here.hear(there=2.0, back=0.2)
    assert here.time.now() - here.server == pytest.approx(0.9)
    here.hear(there=0.01, back=0.03)
    assert here.time.now() - here.server == pytest.approx(-0.01)
    here.hear(there=1.0, back=0.0)
    assert here.time.now() - here.server == pytest.approx(-0.01)


def test_a_clock_by_a_servers_time_tells_of_sleep_and_of_a_server_that_is_set() -> None:
    here = Elsewhere()
    here.hear()
    clock = SharedClock(here.time)
    assert clock.jump() is None
    here.passes(600, asleep=True)
    assert told(clock) == ("sleep", 600)
    assert clock.jump() is None
    here.server += 30
    here.hear()
    assert told(clock) == ("moved", 30)
    here.server -= 90
    here.hear()
    assert told(clock) == ("step", -90)
    assert clock.now().timestamp() == pytest.approx(here.server)


def test_a_clock_by_a_servers_time_goes_back_by_no_moment() -> None:
    here = Elsewhere()
    here.hear(there=1.0, back=0.0)
    clock = SharedClock(here.time)
    before = clock.now()
    here.hear(there=0.01, back=0.01)
    assert here.time.now() < before.timestamp()
    assert clock.now() >= before
    here.passes(2)
    assert clock.now().timestamp() == pytest.approx(here.server)


def test_a_seat_that_sat_down_without_the_server_is_put_right_once_it_answers() -> None:
    here = Elsewhere()
    clock = SharedClock(here.time)
    assert clock.now().timestamp() == 1090
    here.hear()
    assert told(clock) == ("step", -90)
    assert clock.now().timestamp() == pytest.approx(here.server)
