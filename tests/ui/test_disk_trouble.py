"""When the disk refuses: it is seen, the floor goes on, and nothing pretends to be saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.desk.clock import Clock, Jump
from meeting_tui.session_log.sqlite import SqliteLog
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.ui.app import MeetingApp
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


async def test_c27_a_full_disk_is_seen_and_the_floor_goes_on(
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
    original = app.opened.folder.database
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
    saved = app.files.folder
    assert saved.path.parent == tmp_path / "stick"
    log = saved.read()
    assert list(log.read()) == app.desk.table.meeting.entries
    log.close()
    assert saved.toml.exists()


async def test_c28_a_second_desk_is_refused(opened_app: OpenedApp) -> None:
    app = opened_app("10:38", name="one")
    async with app.run_test(size=(80, 24)):
        with pytest.raises(Exception, match="already being written"):
            opened_app(name="one")


async def test_c18_a_sleep_counts_and_is_asked_about_without_a_dialog(
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
