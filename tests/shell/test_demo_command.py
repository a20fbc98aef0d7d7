"""`meeting-tui demo`: a day to look around in, begun anew each time and touching nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from tests.shell.calling import Call, Called

Demo = Callable[..., Called]


@pytest.fixture
def demo(call: Call, monkeypatch: pytest.MonkeyPatch) -> Demo:
    """Runs a demonstration line by line on lines given."""

    def run(*lines: str, command: tuple[str, ...] = ("demo",)) -> Called:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return call(*command, "--plain")

    return run


def test_it_tells_first_that_it_is_a_demonstration_under_way(demo: Demo) -> None:
    shown = demo("quit")

    assert shown.code == 0
    first, second, *_ = shown.out.splitlines()
    assert first == "This is a demonstration. Every statement is invented."
    assert second == "It is 12:20:00."
    assert "Waiting: 13, list open." in shown.out


@pytest.mark.unmeasured
def test_each_time_it_begins_anew_in_a_session_of_its_own(demo: Demo, sessions: Path) -> None:
    demo("decision a line of the first")
    again = demo("quit")

    assert sorted(path.name for path in sessions.iterdir()) == ["demo", "demo-2"]
    assert "It is 12:20:00." in again.out


@pytest.mark.unmeasured
def test_one_in_which_nobody_did_anything_is_used_again(demo: Demo, sessions: Path) -> None:
    for _ in range(3):
        shown = demo("list", "times", "quit")
        assert "It is 12:20:00." in shown.out
        assert "restored" not in shown.out
    assert [path.name for path in sessions.iterdir()] == ["demo"]


def test_one_in_which_somebody_worked_stays_as_it_is(demo: Demo, sessions: Path) -> None:
    demo("decision a line of the first")
    kept = {path: path.read_bytes() for path in (sessions / "demo").rglob("*") if path.is_file()}
    demo("quit")
    demo("quit")

    assert sorted(path.name for path in sessions.iterdir()) == ["demo", "demo-2"]
    assert {path: path.read_bytes() for path in kept} == kept


@pytest.mark.unmeasured
def test_one_that_somebody_exported_or_left_a_file_in_is_not_used_again(
    demo: Demo, sessions: Path
) -> None:
    demo("quit")
    (sessions / "demo" / "my notes.txt").write_text("mine", encoding="utf-8")
    demo("quit")

    assert sorted(path.name for path in sessions.iterdir()) == ["demo", "demo-2"]


@pytest.mark.unmeasured
def test_one_with_a_line_begun_is_not_used_again(demo: Demo, sessions: Path) -> None:
    demo("quit")
    log = SessionFolder(sessions / "demo").write("desk")
    log.keep_draft("floor", "inscribe pe", datetime(2026, 3, 19, 11, 20, tzinfo=UTC))
    log.close()
    demo("quit")

    assert sorted(path.name for path in sessions.iterdir()) == ["demo", "demo-2"]


@pytest.mark.unmeasured
def test_one_that_is_open_or_broken_is_not_used_again(demo: Demo, sessions: Path) -> None:
    demo("quit")
    log = SessionFolder(sessions / "demo").write("desk")
    demo("quit")
    log.close()
    (sessions / "demo" / "log.db").write_bytes(b"broken")
    (sessions / "demo-3").write_text("a file", encoding="utf-8")
    demo("decision x")
    demo("quit")

    assert sorted(path.name for path in sessions.iterdir()) == [
        "demo",
        "demo-2",
        "demo-3",
        "demo-4",
    ]


@pytest.mark.unmeasured
def test_one_that_was_left_is_continued_by_its_name(demo: Demo) -> None:
    demo("inscribe per")
    again = demo("", command=("run", "demo"))

    assert "This is a demonstration." in again.out
    assert "Waiting: 14, list open." in again.out


def test_it_is_listed_as_a_demonstration(demo: Demo, call: Call) -> None:
    demo("quit")

    assert "demonstration, " in call("session", "list").out


def test_without_a_terminal_it_says_how_to_go_on_and_makes_nothing(
    call: Call, sessions: Path
) -> None:
    refused = call("demo")

    assert refused.code == 1 and "--plain" in refused.err
    assert not sessions.exists()
