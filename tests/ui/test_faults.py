"""A fault in the program ends nothing: it is said in its place, written down once; all goes on."""

from __future__ import annotations

import asyncio
import re
import stat
import sys
import threading
import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from meeting_tui.desk.fault_file import FAULTS
from meeting_tui.desk.intake import Intake
from meeting_tui.ui import live_port
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.live_port import LivePort
from meeting_tui.ui.screens import coverage_screen, floor_screen
from meeting_tui.ui.screens.coverage_screen import CoverageScreen
from meeting_tui.ui.widgets.key_bar import KeyBar
from meeting_tui.views import waiting
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]

SECRET = "zebra crossing"
PANEL = "This panel could not be drawn"
ANSWER = "An error in the program"


class Fault(Exception):
    """What no code of ours expects."""


def failing(*_: Any, **__: Any) -> Any:
    raise Fault(SECRET)


@asynccontextmanager
async def running(app: MeetingApp, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[int]]:
    """The app as it runs; that it had a fault fails no test here."""
    wrong: BaseException | None = None
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            try:
                yield pilot
            except BaseException as fault:
                wrong = fault
                raise
    except Fault:
        if wrong:
            raise wrong from None


def faults(app: MeetingApp, kind: str = "fault") -> list[dict[str, Any]]:
    """What is written down about them."""
    path = app.fault_folder / FAULTS
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert SECRET not in text
    return list(tomllib.loads(text).get(kind, []))


def flat(app: MeetingApp, panel: str = "Screen") -> str:
    """The words of a panel, or of the whole screen, in one line, however they are broken."""
    region = app.screen.query_one(panel).region if panel != "Screen" else app.screen.region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    cut = (each.crop(region.x, region.right).text for each in strips)
    return " ".join(" ".join(cut).replace("│", " ").split())


async def go_on(app: MeetingApp, pilot: Pilot[int]) -> None:
    """The floor takes the next act."""
    spoke = len(app.desk.state.interventions)
    await pilot.press("f2")
    app.submit("next!")
    await until(lambda: len(app.desk.state.interventions) > spoke)


async def test_a_fault_in_one_panel_is_a_line_in_it_and_the_others_go_on(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    with monkeypatch.context() as patch:
        patch.setattr(floor_screen, "panel", failing)
        async with running(app) as pilot:
            assert PANEL in flat(app, "#timekeeper")
            assert "day/faults.toml" in flat(app, "#timekeeper")
            assert re.search(r"\d:\d\d of \d:\d\d", flat(app, "#clock"))
            assert "Agenda" in seen(app) and "Malta" in flat(app, "#waiting")
            await go_on(app, pilot)
            patch.undo()
            app.screen.query_one("#timekeeper").redraw()  # type: ignore[attr-defined]
            await pilot.pause()
            assert PANEL not in flat(app, "#timekeeper")
    (fault,) = faults(app)
    assert fault["fault"].endswith("Fault")
    assert fault["terminal"].startswith("120 x 36") and fault["screen"] == "floor"
    assert fault["where"] == "drawing Painted#timekeeper"
    assert fault["places"][-1].startswith("test_faults.py:")
    assert any(
        each.startswith("meeting_tui/ui/screens/floor_screen.py") for each in fault["places"]
    )
    assert {"meeting_tui", "python", "textual", "system", "language", "entries"} <= fault.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
async def test_only_the_owner_reads_what_is_written(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr(floor_screen, "panel", failing)
    async with running(app):
        mode = (app.fault_folder / FAULTS).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


async def test_a_fault_that_comes_at_each_look_is_written_once_and_counted(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr(floor_screen, "panel", failing)
    async with running(app):
        for _ in range(30):
            app.screen.refresh_all()  # type: ignore[attr-defined]
        assert len(faults(app)) == 1
    app.leave()
    (again,) = faults(app, "again")
    assert again["times"] > 30


async def test_a_row_that_cannot_be_drawn_leaves_the_others(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    draw = waiting.draw_waiting
    keys = list[str]()

    def second_fails(row: Any, *more: Any) -> Any:
        keys.append(row.key)
        return failing() if row.key in list(dict.fromkeys(keys))[1:2] else draw(row, *more)

    monkeypatch.setattr(floor_screen, "draw_waiting", second_fails)
    async with running(app):
        rows = [each for each in seen(app).splitlines() if PANEL[:20] in each]
        assert len(rows) == 1


async def test_a_list_that_cannot_be_filled_says_so_and_the_rest_of_the_screen_is_new(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    with monkeypatch.context() as patch:
        patch.setattr(floor_screen, "waiting_rows", failing)
        async with running(app) as pilot:
            assert PANEL in flat(app, "#waiting")
            await go_on(app, pilot)
            await pilot.pause()
            speaking = app.desk.state.speaking()
            assert speaking is not None
            name = app.look.name(app.desk.state.asked_by(speaking).delegation)
            assert name in seen(app)
            patch.undo()
            app.screen.refresh_all()  # type: ignore[attr-defined]
            await pilot.pause()
            assert PANEL not in flat(app, "#waiting")


@pytest.mark.parametrize("part", ["compose_body", "show_state", "on_mount", "key_hints"])
async def test_a_screen_that_cannot_be_made_or_filled_is_said_and_left_again(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr(CoverageScreen, part, failing)
    async with running(app) as pilot:
        await pilot.press("f4")
        await until(lambda: app.current_mode == "coverage")
        await until(lambda: PANEL in flat(app) or ANSWER in flat(app))
        assert app.screen.query(KeyBar)
        await go_on(app, pilot)
        assert PANEL not in flat(app)


async def test_a_screen_that_cannot_even_begin_is_said_where_one_is(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr(coverage_screen.CoverageScreen, "__init__", failing)
    async with running(app) as pilot:
        await pilot.press("f4")
        await until(lambda: ANSWER in flat(app))
        assert app.current_mode == "floor"
        await go_on(app, pilot)


async def test_a_key_that_fails_is_said_and_the_next_is_taken(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    with monkeypatch.context() as patch:
        patch.setattr(LivePort, "do_act", failing)
        async with running(app) as pilot:
            await pilot.press(".")
            await until(lambda: ANSWER in flat(app))
            patch.undo()
            await pilot.press("x", "y")
            await until(lambda: "xy" in seen(app))
    (fault,) = faults(app)
    assert fault["last_inputs"][-1].endswith("act yield")


async def test_a_key_is_taken_after_one_that_failed_on_its_way(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    with monkeypatch.context() as patch:
        patch.setattr(MeetingApp, "take_input", failing)
        async with running(app) as pilot:
            await pilot.press("x")
            await until(lambda: bool(faults(app)))
            patch.undo()
            await pilot.press("y", "z")
            await until(lambda: "yz" in seen(app))


async def test_a_line_that_the_program_fails_on_is_refused_and_stays_to_be_entered_again(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    before = len(app.desk.intake.meeting.entries)
    with monkeypatch.context() as patch:
        patch.setattr(Intake, "propose", failing)
        async with running(app) as pilot:
            await pilot.press(*"ken", "enter")
            await until(lambda: ANSWER in flat(app))
            assert "nothing was recorded" in flat(app) and "day/faults.toml" in flat(app)
            assert len(app.desk.intake.meeting.entries) == before
            patch.undo()
            await pilot.press("enter")
            await until(lambda: len(app.desk.intake.meeting.entries) > before)


async def test_what_was_recorded_is_shown_though_it_cannot_be_told(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr(live_port, "tell_newest", failing)
    async with running(app) as pilot:
        await pilot.press(*"ken", "enter")
        await until(lambda: ANSWER in flat(app))
        assert "Kenya" in seen(app)


async def test_the_clock_goes_on_where_the_forecast_fails(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    async with running(app) as pilot:
        monkeypatch.setattr(live_port, "project", failing)
        await go_on(app, pilot)
        before = seen(app)
        await until(lambda: seen(app) != before)
        await until(lambda: ANSWER in flat(app))
        assert PANEL not in flat(app)


async def test_the_floor_goes_on_where_not_even_the_first_forecast_is_made(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_port, "project", failing)
    monkeypatch.setattr("meeting_tui.views.look.project", failing)
    app = opened_app("10:38")
    async with running(app) as pilot:
        await until(lambda: PANEL in flat(app))
        await pilot.press("space")
        await until(lambda: "has the floor" in flat(app))
        assert "MALTA" in seen(app)
        assert "of 3:00" in seen(app), "the clock needs no forecast"


async def test_timers_workers_tasks_and_threads_are_heard_once(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")

    async def failing_task() -> None:
        failing()

    async with running(app) as pilot:
        app.set_interval(0.01, lambda: failing())
        app.screen.run_worker(lambda: failing(), thread=True, exit_on_error=False)
        app.run_worker(failing_task())
        threading.Thread(target=failing, name="files").start()
        task = asyncio.create_task(failing_task())
        await until(task.done)
        del task
        await until(lambda: len(faults(app)) == 4)
        count = app.fault_file.count
        await until(lambda: app.fault_file.count > count + 5)
        written = len(faults(app))
        assert ANSWER in flat(app)
        await go_on(app, pilot)
        assert len(faults(app)) == written


async def test_nothing_that_was_typed_is_written_down(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    async with running(app) as pilot:
        await pilot.press("f3", *"zebra", "left", "enter")
        monkeypatch.setattr(live_port, "tell_newest", failing)
        app.submit(f"note {SECRET}")
        await until(lambda: bool(faults(app)))
    (fault,) = faults(app)
    said = [each.partition(": ")[2] for each in fault["last_inputs"]]
    assert "key: f3" in said and "size 120 x 36" in said
    assert said.count("key: a character") == len("zebra")
    assert "key: left" in said and "key: enter" in said
    assert "recorded PointNoted" in said
    assert "zebra" not in (app.fault_folder / FAULTS).read_text(encoding="utf-8")


async def test_a_fault_that_cannot_be_written_down_is_said_all_the_same(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    (app.fault_folder / FAULTS).mkdir()
    monkeypatch.setattr(floor_screen, "panel", failing)
    async with running(app):
        assert "could not be written to a file" in flat(app, "#timekeeper")


async def test_no_link_is_followed_to_another_file(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    other = app.fault_folder.parent / "other"
    other.write_text("", encoding="utf-8")
    (app.fault_folder / FAULTS).symlink_to(other)
    monkeypatch.setattr(floor_screen, "panel", failing)
    async with running(app) as pilot:
        await pilot.pause()
    assert other.read_text(encoding="utf-8") == ""


async def test_a_palette_that_fails_closes_and_the_floor_goes_on(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr("meeting_tui.ui.palette.offered_acts", failing)
    async with running(app) as pilot:
        await pilot.press("ctrl+p")
        await until(lambda: bool(faults(app)))
        await pilot.press("escape")
        await until(lambda: len(app.screen_stack) == 1)
        await until(lambda: ANSWER in flat(app))
        await go_on(app, pilot)


async def test_files_that_fail_are_said_and_the_session_is_whole(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    monkeypatch.setattr("meeting_tui.desk.exporting.report_of", failing)
    async with running(app) as pilot:
        await go_on(app, pilot)
        count = len(app.desk.intake.meeting.entries)
    assert not app.leave()
    assert app.port.files.trouble == "an error in the program"
    log = app.port.files.folder.read()
    assert len(list(log.read())) == count
    log.close()
    assert app.port.files.folder.toml.exists()


def test_screens_of_textual_itself_stand_behind_the_boundary(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")

    async def run() -> None:
        async with running(app) as pilot:
            screen: Screen[None] = Screen()
            await app.push_screen(screen)
            screen.call_later(failing)
            await until(lambda: bool(faults(app)))
            await app.pop_screen()
            await go_on(app, pilot)

    asyncio.run(run())
