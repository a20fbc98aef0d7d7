"""A meeting that is gone on with: what is typed is read as the library of commands reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.cli import OPTIONS, asked_plainly, main
from meeting_tui.desk.elsewhere import leave_note
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import Opened
from meeting_tui.desk.settings import Settings
from meeting_tui.shell.run_command import command
from tests.shell.calling import AGENDA, Called

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(
    lambda word: not word.startswith("-")
)
GIVEN = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(values) if values else WORDS for name, values in OPTIONS.items()
    },
)


@given(WORDS, GIVEN, st.data())
def test_what_is_read_plainly_is_read_so_by_the_library_too(
    what: str, given: dict[str, str], data: st.DataObject
) -> None:
    parts = [[what], *([f"--{name}", value] for name, value in given.items())]
    arguments = [each for part in data.draw(st.permutations(parts)) for each in part]

    assert asked_plainly(["run", *arguments]) == {"what": what, **given}

    read = command.make_context("run", arguments, obj={}).params
    assert read | {"what": what, **given} == read
    others = {name: value for name, value in read.items() if name not in {"what", *given}}
    assert set(others.values()) == {None, False, "floor"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["run"],
        ["do", "day", "next"],
        ["run", "day", "other"],
        ["run", "day", "--plain"],
        ["run", "day", "--at", "10:00"],
        ["run", "day", "--as", "notes"],
        ["run", "day", "--lang", "fr"],
        ["run", "day", "--theme"],
        ["run", "day", "--hand", ""],
        ["run", "day", "--hand", "--plain"],
        ["run", "day", "--hand", "a", "--hand", "b"],
        ["run", "day", "--hand=a"],
        ["run", "day", "--", "--plain"],
        ["run", "day", "-h"],
        ["run", "--help"],
        ["--lang", "zh", "run", "day"],
        ["run", ""],
    ],
    ids=" ".join,
)
def test_whatever_else_is_typed_is_left_to_the_library(arguments: list[str]) -> None:
    assert asked_plainly(arguments) is None


@pytest.fixture
def sat(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """How each meeting was sat at that was opened in a terminal."""
    seats: list[tuple[object, ...]] = []

    def screen(opened: Opened, seat: Seat, settings: Settings, *how: object) -> int:
        opened.close()
        seats.append((seat, settings, *how))
        return 0

    monkeypatch.setattr("meeting_tui.ui.running.run_screen", screen)
    monkeypatch.setattr("meeting_tui.shell.going_on.with_terminal", lambda: None)
    monkeypatch.setattr("meeting_tui.shell.run_command.with_terminal", lambda: None)
    return seats


def both_ways(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[Called]:
    """What the program says where it reads the words itself, and where the library does."""
    told = []
    for library in ((), ("--as", "floor")):
        code = main(["run", *map(str, arguments), *library])
        told.append(Called(code, *capsys.readouterr()))
    return told


@pytest.mark.parametrize(
    "options",
    [(), ("--lang", "zh"), ("--theme", "light", "--hand", " AB "), ("--name", "Ana\tB")],
    ids=" ".join,
)
def test_a_meeting_is_gone_on_with_alike_on_both_ways(
    day: Path,
    sat: list[tuple[object, ...]],
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
) -> None:
    plainly, by_library = both_ways(capsys, day, *options)

    assert plainly == by_library == Called(0, "", "")
    assert len(sat) == 2 and sat[0] == sat[1]


def test_what_cannot_be_gone_on_with_is_told_alike_on_both_ways(
    day: Path, sat: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    nowhere = both_ways(capsys, "nowhere", "--lang", "zh", "--sessions", tmp_path)
    leave_note(day, tmp_path / "there", datetime(2026, 3, 19, 16, tzinfo=UTC))
    moved = both_ways(capsys, day)

    for plainly, by_library in (nowhere, moved):
        assert plainly == by_library
        assert plainly.code == 1 and plainly.err and not plainly.out
    assert not sat


def test_an_agenda_is_for_the_library(sat: list[tuple[object, ...]], tmp_path: Path) -> None:
    assert main(["run", AGENDA, "--sessions", str(tmp_path)]) == 0

    assert len(sat) == 1


@pytest.mark.parametrize("fault", [KeyboardInterrupt, EOFError])
def test_who_breaks_off_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: type[BaseException]
) -> None:
    def broken_off(*_: object) -> int:
        raise fault

    monkeypatch.setattr("meeting_tui.shell.going_on.go_on", broken_off)

    assert main(["run", "day"]) == 1
    assert capsys.readouterr().err.strip() == ""
