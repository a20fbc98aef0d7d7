"""A session that was saved elsewhere is not gone on with in its old folder by mistake."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.desk.elsewhere import NOTE, leave_note, moved_to
from tests.shell.calling import AGENDA, Call, Called

AT = datetime(2026, 3, 19, 9, tzinfo=UTC)


def plain(call: Call, monkeypatch: pytest.MonkeyPatch, session: str | Path, *lines: str) -> Called:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return call("run", session, "--plain")


@pytest.fixture
def saved(day: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The new folder of a session that was saved elsewhere."""
    told = plain(call, monkeypatch, "day", f"save {tmp_path / 'stick'}", "withdraw mex")
    assert told.code == 0
    return tmp_path / "stick" / "day"


def test_the_old_folder_says_where_and_when(day: Path, saved: Path) -> None:
    lines = (day / NOTE).read_text(encoding="utf-8").splitlines()
    assert lines[1] == str(saved)
    assert lines[2].startswith("2026-03-19T09:04")
    assert moved_to(day) == saved
    assert moved_to(saved) is None


def test_the_usual_command_is_refused_and_told_the_place(
    day: Path, saved: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (day / "log.db").read_bytes()
    for session in ("day", day, day / "log.db"):
        told = plain(call, monkeypatch, session, "withdraw zaf")
        assert (told.code, told.out) == (1, "")
        assert f"continued in {saved}" in told.err
        assert call("do", session, "withdraw zaf").code == 1
    assert "已改存于" in call("--lang", "zh", "do", "day", "withdraw zaf").err
    script = day.parent.parent / "a.script"
    again = call("play", AGENDA, script, "--session", "day", "--rehearsal")
    assert (again.code, "continued in" in again.err) == (1, True)
    assert (day / "log.db").read_bytes() == before
    assert plain(call, monkeypatch, saved, "withdraw zaf").code == 0


def test_the_list_says_so_and_the_choice_leaves_it_out(saved: Path, day: Path, call: Call) -> None:
    assert f"(continued in {saved})" in call("session", "list").out
    assert "已改存于" in call("--lang", "zh", "session", "show", "day").out
    assert call("session", "list", "--json").json[0]["went_on_in"] == str(saved)
    assert str(day) not in [each["path"] for each in call("--json").json]
    assert call("session", "verify", "day").code == 0
    assert call("export", "day").code == 0


def test_a_session_that_comes_back_is_live_where_it_is(
    saved: Path, day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plain(call, monkeypatch, saved, f"save {day.parent}").code == 0
    assert moved_to(day) is None
    assert moved_to(saved) == day.resolve()
    assert call("do", "day", "withdraw zaf").code == 0


def test_a_folder_that_takes_no_note_is_told(
    day: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not leave_note(tmp_path / "gone", day, AT)
    monkeypatch.setattr("meeting_tui.shell.plain.leave_note", lambda *given: False)
    told = plain(call, monkeypatch, "day", f"save {tmp_path / 'stick'}")
    assert f"{day} still looks like" in told.out


def test_a_note_that_says_nothing_refuses_nothing(day: Path, call: Call) -> None:
    (day / NOTE).write_text("")
    assert moved_to(day) is None
    assert call("do", "day", "withdraw zaf").code == 0
