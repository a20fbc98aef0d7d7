"""When the disk refuses: it is seen, the floor goes on, and nothing pretends to be saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from meeting_tui.desk.clock import Clock, Jump
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.session_log.sqlite import SqliteLog
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.ui.app import MeetingApp
from meeting_tui.words import say
from tests.bad_disk import FULL, IOERR_SYNC, READONLY, Disk
from tests.ui.seen import seen, send, until

OpenedApp = Callable[..., MeetingApp]


async def test_a_full_disk_is_seen_and_the_floor_goes_on(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened_app("10:38")
    kept = SqliteLog.append
    full = True

    def append(log: SqliteLog, *args: Any, **more: Any) -> None:
        if full:
            raise WriteRefused("full", log.path)
        kept(log, *args, **more)

    monkeypatch.setattr(SqliteLog, "append", append)
    async with app.run_test(size=(80, 24)) as pilot:
        held = app.desk.state.floor
        await pilot.press("space")
        await until(lambda: app.desk.state.floor != held)
        await pilot.pause()
        assert "NOT ON DISK: 2" in seen(app)
        assert "disk is full" in seen(app)
        await pilot.press(".")
        await until(lambda: app.desk.state.floor is None)
        await until(lambda: "NOT ON DISK: 3" in seen(app))
        full = False
        await until(lambda: app.desk.keeping.trouble is None)
        await pilot.pause()
        assert "NOT ON DISK" not in seen(app) and "on disk" in seen(app)


async def test_saving_elsewhere_keeps_the_whole_session(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened_app("10:38")
    original = app.port.files.folder.database
    kept = SqliteLog.append

    def append(log: SqliteLog, *args: Any, **more: Any) -> None:
        if log.path == original:
            raise WriteRefused("read_only", log.path)
        kept(log, *args, **more)

    monkeypatch.setattr(SqliteLog, "append", append)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("space")
        await until(lambda: app.desk.keeping.trouble == "read_only")
        app.submit(f"save {tmp_path / 'stick'}")
        await until(lambda: app.desk.keeping.trouble is None)
        await pilot.pause()
    assert app.leave()
    saved = app.port.files.folder
    assert saved.path.parent == tmp_path / "stick"
    log = saved.read()
    assert list(log.read()) == app.desk.intake.meeting.entries
    log.close()
    assert saved.toml.exists()


def missing(app: MeetingApp) -> int:
    """How many of the entries that are shown does who opens the session now not find."""
    log = app.port.files.folder.read()
    found = len(list(log.read()))
    log.close()
    return len(app.desk.intake.meeting.entries) - found


@pytest.mark.parametrize(
    ("call", "ends"), [("write", FULL), ("write", READONLY), ("sync", IOERR_SYNC)]
)
async def test_the_question_on_leaving_says_how_many_are_not_on_disk(
    disk: Disk, opened_app: OpenedApp, call: str, ends: int
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        setattr(disk, call, ends)
        send(app, "space")
        await until(lambda: "NOT ON DISK: 2" in seen(app))
        assert missing(app) == 2
        await pilot.press("ctrl+q")
        await until(lambda: "2 entries are NOT on disk" in seen(app))
        assert "`save FOLDER`" in seen(app) and "Everything is on disk" not in seen(app)
        disk.heal()
        await until(lambda: "Everything is on disk. To leave" in seen(app))
        assert "NOT ON DISK" not in seen(app) and missing(app) == 0
        await pilot.press("ctrl+q")
        await until(lambda: not app.is_running)
    assert app.leave()


async def test_a_wish_to_leave_ends_where_the_disk_fails_meanwhile(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
        await until(lambda: "Everything is on disk. To leave" in seen(app))
        shutil.rmtree(app.port.files.folder.path)
        await until(lambda: "NOT ON DISK" in seen(app))
        await until(lambda: "Everything is on disk" not in seen(app))
        await pilot.press("ctrl+q")
        await until(lambda: "The log is gone" in seen(app))
        assert app.is_running


async def test_of_a_session_folder_that_was_deleted_nothing_is_on_disk(
    disk: Disk, opened_app: OpenedApp, tmp_path: Path
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        shutil.rmtree(app.port.files.folder.path)
        entries = len(app.desk.intake.meeting.entries)
        await until(lambda: f"NOT ON DISK: {entries}" in seen(app))
        await until(lambda: "The log was deleted or replaced" in seen(app))
        await pilot.press("space")
        await until(lambda: f"NOT ON DISK: {entries + 2}" in seen(app))
        app.submit(f"save {tmp_path / 'stick'}")
        await until(lambda: "NOT ON DISK" not in seen(app))
    assert app.leave()
    log = SessionFolder(tmp_path / "stick" / "day").read()
    assert len(list(log.read())) == entries + 2
    log.close()


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.5])
async def test_enter_and_leave_in_one_burst_still_do_the_act(
    disk: Disk, opened_app: OpenedApp, seconds: float
) -> None:
    app = opened_app("10:38")
    entries = len(app.desk.intake.meeting.entries)
    async with app.run_test(size=(80, 24)):
        disk.seconds = seconds
        send(app, "bra", "enter", "ctrl+q", "ctrl+q")
        await until(lambda: not app.is_running)
    assert app.leave()
    log = app.port.files.folder.read()
    assert [type(each.event) for each in log.read(entries)] == [Inscribed]
    log.close()


async def test_a_second_desk_sits_beside_and_both_are_shown(opened_app: OpenedApp) -> None:
    first = opened_app("10:38", name="one")
    async with first.run_test(size=(100, 24)):
        second = opened_app(name="one")
        try:
            assert second.desk.intake.seat.desk == "desk-2"
            first.desk.tick()
            await until(lambda: f"with {second.desk.intake.seat.hand or 'desk-2'}" in seen(first))
        finally:
            second.desk.leave()


async def test_a_sleep_counts_and_is_asked_about_without_a_dialog(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        app.desk.clock = _Slept(app.desk.clock)
        app.desk.tick()
        await until(lambda: bool(app.desk.state.gaps))
        await pilot.pause()
        assert "slept 0:20" in seen(app) and "gap out" in seen(app)
        assert len(app.screen_stack) == 1
        speaking = app.desk.state.speaking()
        assert speaking is not None
        before = speaking.paused_seconds
        app.submit("gap out")
        await until(lambda: app.desk.state.gaps[-1].discounted)
        after = app.desk.state.speaking()
        assert after is not None and after.paused_seconds == before + 20
        await pilot.pause()
        assert "it counts" not in seen(app)


class _Slept:
    """A clock that tells of one sleep of twenty seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._jumps = [Jump("sleep", 20.0)]

    def now(self) -> datetime:
        return self._clock.now()

    def jump(self) -> Jump | None:
        return self._jumps.pop() if self._jumps else None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_to_do_about_the_disk_is_never_cut_on_a_narrow_screen(language: str) -> None:
    troubles = ("full", "read_only", "link", "locked", "slow", "gone", "damaged", "other")
    for trouble in (*troubles, "unreachable", "not_allowed"):
        assert cell_len(f" ▲ {say(f'screen.trouble_{trouble}', language)}") <= 80, trouble
