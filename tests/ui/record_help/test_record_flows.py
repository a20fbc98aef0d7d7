"""The Record, the Help and the palette as they are used: real keys through the real program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.own_keys import EVERY_ACT
from meeting_tui.ui.screens.floor_screen import FloorScreen
from meeting_tui.ui.screens.help_screen import HelpScreen
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.record_screen import RecordScreen
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]
SMALL, USUAL, LARGE = (80, 24), (120, 36), (200, 50)
SIZES = [SMALL, USUAL, LARGE]


async def go(pilot: Pilot[int], key: str, kind: type[MeetingScreen]) -> None:
    await pilot.press(key)
    await until(lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await pilot.pause()
    await pilot.pause()


async def typed(pilot: Pilot[int], text: str) -> None:
    """A line typed and entered."""
    screen = pilot.app.screen
    assert isinstance(screen, MeetingScreen)
    screen.act_line.put(text)
    await pilot.press("enter")
    await pilot.pause()


def on_screen(app: MeetingApp) -> RecordScreen:
    assert isinstance(app.screen, RecordScreen)
    return app.screen


def line_typed(app: MeetingApp) -> str:
    assert isinstance(app.screen, MeetingScreen)
    return app.screen.act_line.value


@pytest.mark.unmeasured
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_record_shows_the_newest_and_where_the_log_is(
    opened_app: OpenedApp, size: tuple[int, int], language: str
) -> None:
    app = opened_app("11:00", language=language)
    async with app.run_test(size=size) as pilot:
        await go(pilot, "f6", RecordScreen)
        count = len(app.desk.intake.meeting.entries)

        shown = seen(app)
        assert app.say("record.events", count=count) in shown
        assert "log.db" in shown
        newest = on_screen(app).book.rows[-1].content.told
        assert newest[:20] in shown
        assert on_screen(app).line_list.cursor_key == str(count)
        assert (app.say("record.detail_by") in shown) == (size != SMALL)
        detail, log = app.screen.query_one("#detail"), app.screen.query_one("#log")
        assert size == SMALL or detail.region.x == log.region.right  # beside it, not below


async def test_the_cursor_follows_the_newest_until_it_is_moved(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, "f6", RecordScreen)
        count = len(app.desk.intake.meeting.entries)
        await typed(pilot, "limit 2:30")
        await until(lambda: on_screen(app).line_list.cursor_key == str(count + 1))

        await pilot.press("home")
        await until(lambda: on_screen(app).line_list.cursor_key == "1")
        assert "Session day begins" in seen(app)
        await typed(pilot, "limit 2:45")
        await until(lambda: len(on_screen(app).book.rows) == count + 2)
        assert on_screen(app).line_list.cursor_key == "1"

        await pilot.press("end", "up", "up", "pageup", "pagedown", "down")
        await until(lambda: on_screen(app).line_list.cursor_key == str(count + 1))


async def test_undo_strikes_the_act_and_redo_brings_it_back(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, "f6", RecordScreen)
        await typed(pilot, "limit 2:30")
        await until(lambda: "New limit: 2:30" in seen(app))
        on_screen(app).act_line.put("inscribe m")
        await pilot.press("ctrl+z")
        await until(lambda: "(undone) New limit" in seen(app))
        assert line_typed(app) == "inscribe m"

        await pilot.press("ctrl+y")
        await until(lambda: "(undone)" not in seen(app))


async def test_find_shows_a_part_and_escape_all(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "f6", RecordScreen)
        await typed(pilot, "find /notes [/]")
        await until(lambda: "Nothing in the record matches" in seen(app))
        await typed(pilot, "find /nots")
        await until(lambda: "Unknown filter: /nots" in seen(app))
        assert line_typed(app) == "find /nots"

        await typed(pilot, "find /notes")
        await until(lambda: f"of {len(on_screen(app).book.rows)} entries" in seen(app))
        rows = on_screen(app).line_list.rows
        assert rows and all(row.content.told.startswith("Note on") for row in rows)

        await pilot.press("escape")
        await until(lambda: len(on_screen(app).line_list.rows) == len(on_screen(app).book.rows))

        await typed(pilot, "/notes")
        await until(lambda: on_screen(app).line_list.rows == rows)
        await typed(pilot, "/nots")
        await until(lambda: "Unknown filter: /nots" in seen(app))


async def test_enter_on_a_note_begins_its_correction(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, "f6", RecordScreen)
        await typed(pilot, "note p1 [State Party] asks")
        await until(lambda: "[State Party] asks" in seen(app))
        await pilot.press("enter")
        await pilot.pause()
        point = list(app.desk.state.points)[-1]
        assert line_typed(app) == f"correct {point} p1 [State Party] asks"
        assert "stays in the log" in seen(app)

        await pilot.press(*" again", "enter")
        await until(lambda: "(corrected) Note on" in seen(app))
        assert app.desk.state.points[point].text == "[State Party] asks again"


async def test_enter_on_the_latest_act_offers_to_take_it_back(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, "f6", RecordScreen)
        await typed(pilot, "limit 2:30")
        await until(lambda: "New limit: 2:30" in seen(app))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()

        assert line_typed(app) == "undo"
        assert "Press Enter to undo: New limit" in seen(app)


@pytest.mark.unmeasured
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_help_opens_with_a_question_mark_and_escape_goes_back(
    opened_app: OpenedApp, size: tuple[int, int], language: str
) -> None:
    app = opened_app("11:00", language=language)
    async with app.run_test(size=size) as pilot:
        await go(pilot, "f6", RecordScreen)
        await go(pilot, "question_mark", HelpScreen)
        assert app.say("record.group_screen") in seen(app)
        await typed(pilot, "find F9")
        await until(lambda: app.say("act.next")[:20] in seen(app))
        assert app.say("record.group_screen") not in seen(app)

        await pilot.press("escape")
        await until(lambda: app.say("record.help_back") in seen(app))
        await go(pilot, "escape", RecordScreen)


async def test_palette_begins_or_does_an_act_and_keeps_what_is_typed(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await until(lambda: isinstance(app.screen, FloorScreen))
        await pilot.press(*"mex fr")
        await pilot.press("ctrl+p")
        await until(lambda: isinstance(app.screen, CommandPalette))
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, FloorScreen))
        assert line_typed(app) == "mex fr"

        await choose(pilot, "reply")
        await until(lambda: line_typed(app) == "reply ")
        await pilot.press("up")
        assert line_typed(app) == "mex fr"

        count = len(app.desk.intake.meeting.entries)
        await choose(pilot, "close list")
        await until(lambda: len(app.desk.intake.meeting.entries) == count + 1)
        await choose(pilot, "theme")
        await until(lambda: app.theme == "meeting-light")


async def choose(pilot: Pilot[int], text: str) -> None:
    """Find an act in the palette and take the first."""
    await pilot.press("ctrl+p")
    await until(lambda: isinstance(pilot.app.screen, CommandPalette))
    await pilot.press(*text)
    listed = pilot.app.screen.query_one(CommandList)
    await until(lambda: 0 < listed.option_count < 12 and listed.highlighted == 0)
    await pilot.press("enter")
    await until(lambda: not isinstance(pilot.app.screen, CommandPalette))


async def test_palette_holds_every_act_and_nothing_else(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("ctrl+p")
        await until(lambda: isinstance(app.screen, CommandPalette))
        listed = app.screen.query_one(CommandList)
        await until(lambda: listed.option_count == len(EVERY_ACT))
        prompts = [str(listed.get_option_at_index(n).prompt) for n in range(len(EVERY_ACT))]
        assert any("suspend [TEXT]" in prompt for prompt in prompts)

        await pilot.press(*"[/]zz")
        await until(lambda: listed.option_count == 1)
        assert "No act has this name" in str(listed.get_option_at_index(0).prompt)


async def test_own_keys_work_and_are_shown(opened_app: OpenedApp) -> None:
    app = opened_app("11:00", keys={"undo": "Ctrl+T", "redo": "=", "show_record": "f11"})
    async with app.run_test(size=USUAL) as pilot:
        await go(pilot, "f11", RecordScreen)
        assert "Ctrl+T Undo" in seen(app) and "= (Redo)" in seen(app)
        count = len(app.desk.intake.meeting.entries)
        await pilot.press("ctrl+z", "f6")
        await pilot.press("ctrl+t")
        await until(lambda: len(app.desk.intake.meeting.entries) == count + 1)
        await pilot.press("equals_sign")
        await until(lambda: len(app.desk.intake.meeting.entries) == count + 2)


async def test_language_changes_everywhere_and_keeps_what_is_typed(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        await until(lambda: isinstance(app.screen, FloorScreen))
        await pilot.press(*"mex fr")
        await go(pilot, "f6", RecordScreen)
        assert "Limit" in seen(app) or "Inscribed" in seen(app)
        await typed(pilot, "language")
        await until(lambda: isinstance(app.screen, RecordScreen) and "条记录" in seen(app))
        assert "Inscribed" not in seen(app)
        assert app.focused is on_screen(app).act_line

        await go(pilot, "f2", FloorScreen)
        assert line_typed(app) == "mex fr"
        assert "发言名单" in seen(app)
        await pilot.press("end")
        assert app.focused is not None
        await pilot.press("ctrl+z")
        await until(lambda: "已撤回" in seen(app))


@pytest.mark.unmeasured
async def test_theme_repaints_every_line_of_every_screen(opened_app: OpenedApp) -> None:
    app = opened_app("11:00")
    async with app.run_test(size=USUAL) as pilot:
        for key, kind in (("f2", FloorScreen), ("f6", RecordScreen), ("f1", HelpScreen)):
            await go(pilot, key, kind)
        dark = grounds(app)
        await typed(pilot, "theme")
        await until(lambda: app.theme == "meeting-light")
        await pilot.pause()
        for key, kind in (("f1", HelpScreen), ("f6", RecordScreen), ("f2", FloorScreen)):
            await go(pilot, key, kind)
            assert not grounds(app) & dark, key


def grounds(app: MeetingApp) -> set[Any]:
    """Every background colour on the screen."""
    strips = app.screen._compositor.render_strips()
    return {
        segment.style.bgcolor
        for strip in strips
        for segment in strip
        if segment.style and segment.style.bgcolor
    }


@pytest.mark.parametrize(("sound", "times"), [(True, 1), (False, 0)])
async def test_the_bell_rings_only_where_sound_is_wanted(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch, sound: bool, times: int
) -> None:
    rung: list[int] = []
    monkeypatch.setattr(MeetingApp, "bell", lambda self: rung.append(1))
    app = opened_app("10:38", sound=sound)
    async with app.run_test(size=SMALL) as pilot:
        speaking = app.desk.state.speaking()
        assert speaking is not None and speaking.limit_seconds is not None
        left = speaking.left_seconds(app.desk.clock.now())
        assert left is not None and left > 0
        await pilot.pause(0.7)
        now = app.desk.clock.now
        monkeypatch.setattr(app.desk.clock, "now", lambda: now() + timedelta(minutes=10))
        await pilot.pause(1.2)

    assert len(rung) == times
