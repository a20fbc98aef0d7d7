"""The Floor as the support officer uses it: keys and lines, through the real program."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from rich.style import Style
from textual import events
from textual.pilot import Pilot

from meeting_tui.desk.clock import ScriptClock
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.floor_screen import FloorScreen
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.views.agenda_column import AgendaRow
from meeting_tui.views.columns import Row
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]
SMALL, USUAL, LARGE = (80, 24), (120, 36), (200, 50)


def names(app: MeetingApp) -> list[str]:
    return [each.delegation for each in waiting(app.desk.state)]


def cursor(app: MeetingApp) -> str | None:
    """The inscription the cursor of the list is on."""
    assert isinstance(app.screen, FloorScreen)
    return app.screen.chosen


def first(app: MeetingApp) -> str:
    """The inscription of the one who is next."""
    return waiting(app.desk.state)[0].id


def speaker(app: MeetingApp) -> str:
    speaking = app.desk.state.speaking()
    return app.desk.state.asked_by(speaking).delegation if speaking else "nobody"


async def typed(app: MeetingApp, line: str) -> None:
    """Type a line as a paste would and enter it."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    screen.act_line.put(line)
    entries = len(app.desk.intake.meeting.entries)
    await screen.act_line.action_submit()
    await until(lambda: len(app.desk.intake.meeting.entries) > entries)


async def test_the_next_speaker_takes_one_key(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        first = names(app)[0]
        await pilot.press("space")
        await until(lambda: speaker(app) == first)
        await pilot.pause()
        assert "MALTA" in seen(app)
        await pilot.press("space")
        await pilot.pause()
        assert speaker(app) == first, "a second press within three seconds advances nobody"
        assert "next!" in seen(app)
        await pilot.press(".")
        await until(lambda: speaker(app) == "nobody")


async def test_five_delegations_take_one_line(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        before = names(app)
        await pilot.press(*"zaf jam")
        await pilot.pause()
        assert "Jamaica" in seen(app), "what is typed is told before Enter"
        await typed(app, "zaf jam fra(eu) 秘鲁 türkiye")
        await pilot.pause()
        assert set(names(app)) - set(before) == {"ZAF", "JAM", "FRA", "PER", "TUR"}
        assert names(app)[0] == "FRA", "on behalf of a group comes first"
        assert seen(app).count("South Africa") >= 1


async def test_undo_gives_the_floor_back_with_its_clock(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=USUAL) as pilot:
        held = app.desk.state.speaking()
        assert held is not None
        await pilot.press("space")
        await until(lambda: app.desk.state.floor != held.id)
        await pilot.press("ctrl+z")
        await until(lambda: app.desk.state.floor == held.id)
        again = app.desk.state.speaking()
        assert again is not None and again.given_at == held.given_at
        await pilot.pause()
        assert "Undone" in seen(app)


async def test_the_floor_goes_to_whom_the_cursor_is_on(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        third = names(app)[2]
        await pilot.press("down", "down", "ctrl+g")
        await until(lambda: speaker(app) == third)
        given = app.desk.state.speaking()
        assert given is not None and app.desk.state.asked_by(given).out_of_order
        await until(lambda: cursor(app) == first(app))
        chosen = names(app)[2]
        await pilot.press("down", "down", "delete")
        await until(lambda: chosen not in names(app))


async def test_the_list_follows_whoever_is_next_once_the_floor_changes(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down")
        await pilot.pause(1.2)
        assert cursor(app) == waiting(app.desk.state)[2].id, "a second later it is where it was"
        await pilot.press("space")
        await until(lambda: cursor(app) == first(app))


async def test_a_group_statement_asked_for_is_followed_to_unless_a_row_was_chosen(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await typed(app, "jam(caricom)")
        await until(lambda: cursor(app) == first(app))
        await pilot.press("down")
        chosen = cursor(app)
        await typed(app, "gha(ecowas)")
        await pilot.pause(1.2)
        assert cursor(app) == chosen


async def test_pause_and_continue_are_one_key(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(",")
        await until(lambda: app.desk.state.speaking() is not None and _paused(app))
        await pilot.pause()
        assert "CLOCK STOPPED" in seen(app)
        assert "Continue" in seen(app)
        await pilot.press("f12")
        await until(lambda: not _paused(app))


def _paused(app: MeetingApp) -> bool:
    speaking = app.desk.state.speaking()
    return speaking is not None and speaking.paused_since is not None


async def test_a_point_of_order_and_its_ruling(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("!")
        await pilot.pause()
        assert isinstance(app.screen, FloorScreen)
        assert app.screen.act_line.value == "order "
        await typed(app, "order swe the time")
        await pilot.pause()
        assert "Point of order: Sweden" in seen(app)
        await pilot.press("space")
        await pilot.pause()
        assert "ruling" in seen(app), "a greyed act says why when pressed"
        await pilot.press("!")
        await pilot.pause()
        assert app.screen.act_line.value == "ruling "
        await typed(app, "ruling We go on.")
        assert not app.desk.state.pending_order


async def test_a_refusal_is_a_line_and_keeps_the_text(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, FloorScreen)
        app.screen.act_line.put("withdraw zaf")
        await pilot.press("enter")
        await pilot.pause()
        assert "South Africa is not waiting" in seen(app)
        assert app.screen.act_line.value == "withdraw zaf"
        assert len(app.screen_stack) == 1, "nothing modal"


async def test_the_greeting_leaves_the_answer_to_a_fast_key_alone(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await until(lambda: "82 entries restored" in seen(app))
        app.tell("An answer.")
        app._greet()
        await pilot.pause()
        assert "An answer." in seen(app)
        assert "82 entries restored" not in seen(app)


async def test_brackets_are_shown_as_typed(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=USUAL) as pilot:
        await typed(app, 'inscribe "[/] [b]X[/b] [State Party]"')
        await typed(app, "decision [link=http://x]y 你好，世界")
        await pilot.pause()
        assert "[link=http://x]y 你好，世界" in seen(app)
        assert "[/] [b]X[/b]" in seen(app)


@pytest.mark.unmeasured
async def test_every_size_shows_clock_list_end_and_disk(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        for size in (SMALL, USUAL, LARGE, (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            text = seen(app)
            assert "EUROPEAN UNION" in text, size
            assert "on disk" in text and "Malta" in text and "12:0" in text, size
            assert all(len(line) <= size[0] for line in text.splitlines())
        await pilot.resize_terminal(50, 18)
        await pilot.pause()
        assert "60 × 20" in seen(app), "below the least size a sentence stands alone"
        await pilot.resize_terminal(*USUAL)
        await pilot.pause()
        assert "Timekeeper" in seen(app)


async def test_quitting_is_asked_twice_and_text_survives(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"zaf ke")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running and "press Ctrl+Q or type quit once more" in seen(app)
        await pilot.press("escape", "up", "ctrl+c")
        assert isinstance(app.screen, FloorScreen)
        assert app.screen.act_line.value == "zaf ke", "what Escape left is one Up away"
        await asyncio.sleep(0.8)
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, FloorScreen)
        assert again.screen.act_line.value == "zaf ke", "what was typed is back"
        assert "restored." in seen(again)


async def test_the_whole_meeting_by_typed_lines(opened_app: OpenedApp) -> None:
    app = opened_app("00:00")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert "open" in seen(app)
        for line in ("open", "item 0", "caf mkd", "next", "note /supports all well", "yield"):
            await typed(app, line)
        await typed(app, "next!")
        await typed(app, "yield")
        await typed(app, "decision Agenda adopted.")
        await typed(app, "close item")
        await typed(app, "suspend lunch")
        await pilot.pause()
        assert "resume" in seen(app)
        await typed(app, "adjourn!")
        await pilot.pause()
        assert app.desk.state.phase == "adjourned"
        folder = app.port.files.folder
        await until(lambda: folder.toml.exists() and (folder.drafts / "report.md").exists())


@pytest.mark.unmeasured
async def test_chinese_says_all_of_it_in_chinese(opened_app: OpenedApp) -> None:
    app = opened_app("10:38", language="zh")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        text = seen(app)
        assert "欧洲联盟" in text and "马耳他" in text and "已存盘" in text
        await typed(app, "zaf")
        await pilot.pause()
        assert "南非" in seen(app)


async def test_letters_behind_a_sign_go_into_the_line_it_begins(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, FloorScreen)
        held = app.desk.state.floor
        for key, character in (
            ("semicolon", ";"),
            ("a", "a"),
            ("1", "1"),
            ("space", " "),
            ("b", "b"),
        ):
            app.screen.act_line.post_message(events.Key(key, character))
        await pilot.pause()
        assert app.screen.act_line.value == "note a1 b", "all at once, as a slow line brings them"
        assert app.desk.state.floor == held


async def test_two_enters_in_the_palette_are_one(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        for _ in range(2):
            app.post_message(events.Key("enter", "\r"))
        await until(lambda: len(app.screen_stack) == 1)
        await pilot.pause()
        assert app.is_running and len(app.screen_stack) == 1


async def test_another_key_withdraws_the_wish_to_leave(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+q", "a", "ctrl+q")
        await pilot.pause()
        assert app.is_running and "press Ctrl+Q or type quit once more" in seen(app)


async def test_the_wish_to_leave_stands_for_seconds_and_until_an_act(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL):
        wish = app._leaving
        assert not wish.is_said_again(10.0)
        assert wish.ask("pressed", 10.0)[1] == 5.0
        assert wish.is_said_again(15.0) and not wish.is_said_again(15.1)
        assert wish.ask("typed", 20.0)[1] == 20.0
        assert wish.is_said_again(40.0) and not wish.is_said_again(40.1)
        app.stay()
        assert not wish.is_said_again(21.0)


LEAST_CONTRAST = 4.5
"""Of text to its ground: WCAG 2, level AA."""


@pytest.mark.unmeasured
@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_everything_shown_stands_out_from_its_ground(
    opened_app: OpenedApp, theme: str
) -> None:
    app = opened_app("10:38", theme=theme)
    async with app.run_test(size=USUAL) as pilot:
        for mode in ("floor", "notes", "coverage", "times", "schedule", "record", "slip", "help"):
            app.action_show(mode)
            await pilot.pause()
            await pilot.pause()
            hidden = [
                segment.text
                for strip in app.screen._compositor.render_strips()
                for segment in strip
                if any(map(str.isalnum, segment.text)) and segment.style
                if _is_hidden(segment.style)
            ]
            assert not hidden, (mode, hidden[:5])


def _is_hidden(style: Style) -> bool:
    """Whether text of that style is too like its ground to be read."""
    if style.color is None or style.bgcolor is None or style.reverse:
        return False
    text, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    lights = sorted((_light(*text), _light(*ground)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05) < LEAST_CONTRAST


def _light(*colour: int) -> float:
    """How light a colour is, between 0 and 1, as WCAG 2 has it."""
    parts = (each / 255 for each in colour)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_how_to_leave_is_on_the_smallest_screens_without_alt(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        for mode in ("floor", "notes", "coverage", "times", "schedule", "record", "slip", "report"):
            app.action_show(mode)
            await pilot.pause()
            await pilot.pause()
            assert "Ctrl+Q Leave" in seen(app), mode
            assert mode == "floor" or "F2 Floor" in seen(app), "leaving is not the only way out"


async def take_row(app: MeetingApp, pilot: Pilot[int], row: str, key: str) -> None:
    """Press a key on the row of an inscription."""
    rows = [each.id for each in waiting(app.desk.state)]
    await pilot.press(*["up"] * len(rows), *["down"] * rows.index(row))
    await until(lambda: cursor(app) == row)
    await pilot.press(key)
    await until(lambda: app.desk.state.inscriptions[row].outcome != "waiting")
    await pilot.pause()


async def test_a_key_acts_on_the_row_under_the_cursor_not_on_its_delegation_s_first(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SMALL) as pilot:
        await typed(app, 'inscribe jpn "Tall man"')
        await typed(app, 'inscribe! jpn "Tall man"')
        asked = waiting(app.desk.state)
        first_japan, last_japan = [each.id for each in asked if each.delegation == "JPN"]
        first_man, last_man = [each.id for each in asked if each.delegation == "Tall man"]
        await take_row(app, pilot, last_japan, "delete")
        await take_row(app, pilot, last_man, "ctrl+g")
        outcomes = {key: each.outcome for key, each in app.desk.state.inscriptions.items()}
        assert (outcomes[first_japan], outcomes[last_japan]) == ("waiting", "withdrew")
        assert (outcomes[first_man], outcomes[last_man]) == ("waiting", "speaking")


async def test_a_key_with_another_between_is_not_held(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)):
        came = time.monotonic()
        told = []
        for n, key in enumerate(("ctrl+z", "ctrl+z", "ctrl+y", "ctrl+z")):
            event = events.Key(key, None)
            event.time = came + 0.05 * n
            await app.take_input(event)
            told.append(app.is_held(key))
        assert told == [False, True, False, False]


async def test_a_key_press_takes_one_forecast(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("10:38")
    made: list[datetime] = []

    def counted(state: MeetingState, now: datetime) -> Projection:
        made.append(now)
        return project(state, now)

    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        monkeypatch.setattr("meeting_tui.ui.live_port.project", counted)
        began = time.monotonic()
        first = names(app)[0]
        await pilot.press("space")
        await until(lambda: speaker(app) == first)
        await pilot.pause()
        passed = time.monotonic() - began

    assert 1 <= len(made) <= 2 + passed, "one for what was done, and one for each second"


async def test_the_agenda_moves_on_while_a_speaker_runs_over(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, FloorScreen)
        before = agenda_times(screen)
        app.desk.clock = ScriptClock(app.desk.clock.now() + timedelta(hours=1))
        screen.show_moment()
        await pilot.pause()
        item = screen.look.projection.item
        assert item is not None
        assert screen.look.clock(item.ends_at) in agenda_times(screen)
        assert screen.look.clock(item.ends_at) not in before


def agenda_times(screen: FloorScreen) -> list[str]:
    rows: list[Row[AgendaRow]] = list(screen.query_one("#agenda", LineList).rows)
    return [each.content.time for each in rows]


async def test_what_is_typed_goes_to_the_line_also_where_nothing_has_the_focus(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=USUAL) as pilot:
        for leave in (
            lambda: app.screen.set_focus(None),
            lambda: app.post_message(events.AppBlur()),
        ):
            leave()
            await pilot.pause()
            await pilot.press("k", "e")
            await until(lambda: "ke" in seen(app).splitlines()[-2])
            await pilot.press("escape", "escape")


@pytest.mark.unmeasured
async def test_a_window_that_is_made_wide_shows_no_line_of_the_narrow_one(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20:30")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Item 4 ends" in seen(app)

        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        await pilot.pause()

        assert "Item 4 ends" not in seen(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await until(lambda: "Item 4 ends" in seen(app))
