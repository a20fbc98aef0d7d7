"""A replay on the screen: marked everywhere, stepped through by key and by place, never written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events

from meeting_tui.desk.as_it_stood import as_it_stood
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.replay import Guide, Replay, ReplayDesk
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.errors import SessionError
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.clock_words import clock_time
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.live_port import LivePort
from meeting_tui.ui.running import replay_app
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.ui.screens.help_screen import help_entries
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from tests.shell.test_run_looking_back import contents
from tests.ui.conftest import OpenedApp
from tests.ui.seen import seen, until

Looking = Callable[..., MeetingApp]


@pytest.fixture
def looking(tmp_path: Path, played_day: Callable[[str], Path]) -> Looking:
    """Makes the app on the day played until 11:50: `looking("11:42", language="zh")`."""

    def look(at: str = "11:42", *, folder: Path | None = None, **settings: Any) -> MeetingApp:
        replay = Replay(SessionFolder(folder or played_day("11:50")))
        guide = Guide(
            replay.moments, ReplayDesk(replay, SEAT, replay.moments.end).intake.directory, "en"
        )
        going = guide.to_clock(at, replay.moments.end)
        assert going is not None and going.at is not None
        chosen = load_settings({"language": "en", **settings}, path=tmp_path / "settings.toml")
        return replay_app(ReplayDesk(replay, SEAT, going.at), chosen, "dark", going.sentence)

    return look


SEAT = Seat("desk", "EK")


def top(app: MeetingApp) -> str:
    """The first line that is shown; empty while a screen is being made."""
    return seen(app).partition("\n")[0]


def field(app: MeetingApp) -> str:
    """What stands in the input line."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    return screen.act_line.value


async def typed(app: MeetingApp, pilot: Any, line: str) -> None:
    """Type a line and enter it."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    screen.act_line.put(line)
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.unmeasured
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("language", "mark"),
    [("en", " REPLAY 11:42:00 – read-only"), ("zh", " 回放 11:42:00 – 只读")],
)
async def test_every_screen_is_marked(
    looking: Looking, language: str, mark: str, size: tuple[int, int]
) -> None:
    app = looking(language=language)
    async with app.run_test(size=size) as pilot:
        for mode in MODES:
            app.action_show(mode)
            await pilot.pause()
            assert top(app).startswith(mark), mode
            styles = {segment.style for segment in app.screen._compositor.render_strips()[0]}
            assert all(style is not None and style.reverse for style in styles)


async def test_what_is_shown_first_says_where_one_is_and_how_to_go_on(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "The meeting at 11:42:00" in seen(app))
        shown = seen(app)
        assert "Space Next turn  Backspace Back  + - Minute  . , Item" in shown
        assert "turn 34 of " in shown
        assert "Go to: 11:42, mexico, item 3" in shown
        assert "on disk" not in shown
        await pilot.pause()


async def test_nobody_is_told_to_type_notes_while_looking_back(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "f3")  # to the first moment of the next turn
        await until(lambda: "There were no notes at this moment." in seen(app))
        assert "Type a line" not in seen(app)


async def test_what_was_asked_for_beyond_the_log_is_said(looking: Looking) -> None:
    app = looking("23:00")
    async with app.run_test(size=(80, 24)):
        await until(lambda: "23:00 is after the last entry. This is the end" in seen(app))


@pytest.mark.parametrize("mode", ["floor", "notes", "coverage", "slip", "record", "help"])
async def test_the_keys_step_on_every_screen(looking: Looking, mode: str) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_show(mode)
        await pilot.pause()
        for key, time in (
            ("plus", "11:43:00"),
            ("minus", "11:42:00"),
            ("space", "11:43:41"),
            ("backspace", "11:41:07"),
            ("space", "11:43:41"),
            ("comma", "10:36:59"),
            ("less_than_sign", "10:02:00"),
            ("full_stop", "10:02:05"),
            ("greater_than_sign", "11:49:58"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert top(app)[8:16] == time, key
        await pilot.press("space")
        assert field(app) == ""


async def test_the_edges_are_said(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "minus")
        await until(lambda: "This is the start" in seen(app))
        await pilot.press("end", "space")
        await until(lambda: "This is the end" in seen(app))


async def test_a_name_leads_to_the_turns_of_a_delegation(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, "mozambique")
        assert "Mozambique, turn 2 of 2" in seen(app)
        assert "MOZAMBIQUE   State Party" in seen(app)
        first = top(app)
        await typed(app, pilot, "moz")
        assert "turn 1 of 2" in seen(app)
        assert top(app) != first


@pytest.mark.parametrize(
    ("line", "time"),
    [("11:30:05", "11:30:05"), ("item 1", "10:04:52"), ("2.1", "10:3"), ("end", "11:49:58")],
)
async def test_places_are_typed(looking: Looking, line: str, time: str) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(app, pilot, line)
        assert top(app)[8:16].startswith(time)
        assert field(app) == ""


@pytest.mark.parametrize("line", ["next", "inscribe ken", "close item", "save /tmp/x", "open"])
async def test_a_typed_act_is_refused_in_a_sentence(looking: Looking, line: str) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(lambda: "The meeting at 11:42:00" in seen(app))
        await typed(app, pilot, line)
        await until(lambda: "This is a replay of 11:42:00; nothing is recorded." in seen(app))
        assert field(app) == line
        await pilot.press("escape", "plus")
        await until(lambda: top(app)[8:16] == "11:43:00")


@pytest.mark.parametrize("key", ["f9", "f10", "f12", "ctrl+z", "ctrl+g", "exclamation_mark"])
async def test_the_keys_of_acts_are_refused(looking: Looking, key: str) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(lambda: "The meeting at 11:42:00" in seen(app))
        await pilot.press(key)
        await until(lambda: "nothing is recorded" in seen(app))


async def test_a_note_is_refused_and_stays_to_be_copied(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_show("notes")
        await pilot.pause()
        await typed(app, pilot, "asks whether this is kept")
        assert "nothing is recorded" in seen(app)
        assert field(app) == "asks whether this is kept"


@pytest.mark.unmeasured
async def test_nothing_is_written_whatever_is_pressed(
    looking: Looking, played_day: Callable[[str], Path]
) -> None:
    folder = played_day("11:50")
    before = contents(folder)
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        for mode in MODES:
            app.action_show(mode)
            await pilot.pause()
            await pilot.press("space", "f9", "delete", "ctrl+z", "plus", "enter", "x")
            await typed(app, pilot, "next")
        await pilot.press("ctrl+q", "ctrl+q")
    assert app.leave()

    assert contents(folder) == before
    assert not (folder / "log.lock").exists() or before.get("log.lock") is not None


async def test_a_desk_goes_on_writing_while_it_is_looked_at(
    opened_app: OpenedApp, looking: Looking
) -> None:
    live = opened_app("11:50")
    assert isinstance(live.port, LivePort)
    folder = live.port.files.folder
    app = looking("11:42", folder=folder.path)
    async with app.run_test(size=(80, 24)) as pilot:
        last = live.desk.intake.meeting.last.seq
        opened = live.port.opened
        live.desk.keep_draft("floor", "being typed")
        assert await asyncio.to_thread(opened.writer.flush, 5)
        await pilot.press("end")
        assert top(app)[8:16] == "11:49:58"
        live.desk.keep_draft("floor", "")
        assert await asyncio.to_thread(opened.writer.flush, 5)
        assert len(app.desk.intake.meeting.entries) == last
    assert opened.writer.trouble is None


async def test_time_stands_still(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)):
        before = seen(app).splitlines()[:12]
        await asyncio.sleep(1.3)
        assert seen(app).splitlines()[:12] == before


@pytest.mark.parametrize("at", ["10:20", "11:12:30", "11:42"])
async def test_the_forecast_is_that_of_the_moment(
    looking: Looking, played_day: Callable[[str], Path], at: str
) -> None:
    app = looking(at)
    async with app.run_test(size=(120, 36)):
        stood = as_it_stood(SessionFolder(played_day("11:50")), clock_time(at))
        assert app.look.projection == project(stood.meeting.state, stood.now)


async def test_the_record_is_that_of_the_moment_and_enter_goes_there(looking: Looking) -> None:
    app = looking("11:49:58")
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_show("record")
        await pilot.pause()
        await pilot.press("home", "down", "enter")
        await pilot.pause()
        assert top(app)[8:16] == "10:02:00"
        assert "2 entries" in seen(app)
        assert "Guyana" not in seen(app)


async def test_the_palette_leads_to_places(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"go to moz")
        await until(lambda: "Spoke at" in seen(app))
        assert "go to Mozambique" in seen(app)
        await pilot.press("down", "enter")
        await until(lambda: "MOZAMBIQUE" in seen(app))


async def test_the_help_tells_the_keys_of_a_replay_first(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_show("help")
        await pilot.pause()
        shown = seen(app)
        assert "In a replay (run SESSION --at 11:42)" in shown
        assert "Backspace" in shown
        assert "inscribe D" not in shown
        entries = help_entries(app.own_keys, app.look.state.rules, "en")
        groups = {each.group for each in app.port.help(entries)}
        assert groups == {"replay", "screen"}, "neither acts nor the editing keys of the Schedule"
        assert "export FORMATS" not in {each.syntax for each in app.port.help(entries)}


async def test_the_language_changes_where_one_is(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_change_language()
        await until(lambda: top(app).startswith(" 回放 11:42:00 – 只读"))
        await until(lambda: app.modes.to_show is None)
        await pilot.press("plus")
        assert "11:43:00" in top(app)


async def test_a_limit_that_would_have_fitted_is_only_said(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        await typed(app, pilot, "limit fit 11:55")
        assert "11:55" in seen(app) or "2:" in seen(app)
        assert field(app) in ("", "limit fit 11:55")


async def test_enter_on_the_schedule_goes_to_where_an_item_began(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        app.action_show("schedule")
        await pilot.pause()
        await pilot.press("home", "down", "enter")
        await until(lambda: "Item 0 begins" in seen(app))
        assert top(app)[8:16] == "10:02:05"
        assert "Go there" in seen(app)
        assert "Split" not in seen(app)
        await pilot.press("end", "enter")
        assert top(app)[8:16] == "10:02:05"
        await pilot.press("shift+right")
        await until(lambda: "nothing is recorded" in seen(app))
        assert field(app) == ""


async def test_names_are_offered_of_those_who_spoke(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*"moz")
        await until(lambda: "Mozambique ⇥" in seen(app))
        await pilot.press("tab", "enter")
        await until(lambda: "MOZAMBIQUE" in seen(app))
        await pilot.press(*"item 2")
        await until(lambda: "item 2.1" in seen(app))
        completer = app.port.completer()
        assert completer("next", 4) == ()
        assert completer("m", 1) == ()
        assert [each.text for each in completer("go item 2.1", 11)] == []


async def test_a_click_on_the_key_bar_steps(looking: Looking) -> None:
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#keys", offset=(3, 0))
        await until(lambda: top(app)[8:16] == "11:43:41")


async def test_a_log_that_is_gone_meanwhile_is_told(
    looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(replay: Replay) -> None:
        raise SessionError("there is no session log")

    monkeypatch.setattr(Replay, "look", gone)
    app = looking()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "The meeting at 11:42:00" in seen(app))
        await pilot.press("end")
        await until(lambda: "there is no session log" in seen(app))
        assert top(app)[8:16] == "11:42:00"
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        screen.act_line.post_message(events.Key("fullwidth_hyphen_minus", "－"))
        await until(lambda: top(app)[8:16] == "11:41:00")
