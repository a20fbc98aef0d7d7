"""A refused line is the same on every screen: as it was typed, until Enter or Escape ends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events
from textual.message import Message
from textual.pilot import Pilot

from meeting_tui.meeting.refusal import refuse
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.answers import line_to_finish
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.parsing import TypedText
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.schedule_screen import ScheduleScreen
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]

SCREENS = {"floor": "f2", "notes": "f3", "coverage": "f4", "schedule": "f5", "record": "f6"}


def line_of(app: MeetingApp) -> ActLine:
    assert isinstance(app.screen, MeetingScreen)
    return app.screen.act_line


async def on(app: MeetingApp, pilot: Pilot[int], mode: str) -> ActLine:
    """The line of a screen."""
    if mode != "floor":
        await pilot.press(SCREENS[mode])
    await until(lambda: isinstance(app.screen, MeetingScreen) and mode == app.screen.MODE)
    await pilot.pause()
    return line_of(app)


@pytest.mark.unmeasured
@pytest.mark.parametrize("mode", SCREENS)
async def test_it_stays_as_typed_is_typed_on_and_tried_again(
    opened_app: OpenedApp, mode: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, mode)
        typed = ":limit 3:15 fpr group" if mode == "notes" else "limit 3:15 fpr group"
        line.put(typed, 8)
        await pilot.press("enter")
        await until(lambda: "Not done" in seen(app))
        assert line.value == typed and line.selection.is_empty
        assert line.cursor_position == len(typed)
        await pilot.press("backspace", "p", "enter")
        await until(lambda: line.is_refused)
        assert line.value == typed, "put right by hand, tried again, refused again"
        held = app.desk.state.floor
        await pilot.press("right", "end", "space", "escape")
        await pilot.pause()
        assert app.desk.state.floor == held, "Space belongs to the line that stands there"
        line.put(typed)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await until(lambda: line.value == "" and "↑ brings it back" in seen(app))
        await pilot.press("up")
        assert line.value == typed
        assert app.desk.state.floor == held


@pytest.mark.unmeasured
@pytest.mark.parametrize("mode", SCREENS)
@pytest.mark.parametrize("way", ["letters", "burst", "paste"])
async def test_what_is_typed_after_a_refusal_is_a_line_of_its_own(
    opened_app: OpenedApp, mode: str, way: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, mode)
        typed = ":withdraw zaf" if mode == "notes" else "withdraw zaf"
        line.put(typed)
        await pilot.press("enter")
        await until(lambda: line.is_refused)
        if way == "letters":
            await pilot.press(*"bra")
        else:
            app.post_message(TypedText("bra") if way == "burst" else events.Paste("bra"))
        await until(lambda: line.value == "bra")
        await pilot.press("up")
        assert line.value == typed, "the old one is one Up away"
        await pilot.press("down")
        assert line.value == "bra"


@pytest.mark.unmeasured
@pytest.mark.parametrize("mode", ["floor", "coverage", "schedule", "record"])
async def test_a_key_of_the_empty_line_acts_on_a_refused_line_too(
    opened_app: OpenedApp, mode: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, mode)
        line.begins = None
        done: list[str] = []
        post = line.post_message

        def posted(message: Message) -> bool:
            if not isinstance(message, ActLine.KeyPressed):
                return post(message)
            done.append(message.act)
            return True

        line.post_message = posted  # type: ignore[method-assign]
        for key in ("space", "full_stop", "comma", "exclamation_mark"):
            line.put_refused("withdraw zaf")
            await pilot.press(key)
            assert done.pop() == line.keys[key]
            assert line.value == ""
            await pilot.press("up")
            assert line.value == "withdraw zaf", "the refused line is one Up away"


@pytest.mark.parametrize("way", ["keys", "burst"])
async def test_the_next_speaker_gets_the_floor_behind_a_refused_line(
    opened_app: OpenedApp, way: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = line_of(app)
        before = app.desk.state.floor
        line.put("frnace")
        await pilot.press("enter")
        await until(lambda: line.is_refused)
        if way == "keys":
            await pilot.press("space", *"bra", "enter")
        else:
            app.post_message(TypedText(" bra"))
            app.post_message(events.Key("enter", "\r"))
        await until(lambda: "Inscribed: Brazil" in seen(app))
        assert app.desk.state.floor not in (None, before)


async def test_a_refused_line_that_somebody_moves_in_keeps_its_signs(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = line_of(app)
        before = app.desk.state.floor
        line.put("frnace")
        await pilot.press("enter")
        await until(lambda: line.is_refused)
        await pilot.press("left", "right", "comma", "space", *"bra")
        assert line.value == "frnace, bra"
        assert app.desk.state.floor == before


async def test_a_refused_line_gives_way_after_a_restart_too(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = line_of(app)
        line.put("withdraw zaf")
        await pilot.press("enter")
        await until(lambda: line.is_refused)
        assert isinstance(app.screen, MeetingScreen)
        app.screen.keep_draft()
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=(80, 24)) as pilot:
        line = line_of(again)
        assert line.value == "withdraw zaf"
        await pilot.press(*"withdraw chl")
        assert line.value == "withdraw chl"


async def test_a_line_half_typed_is_typed_on_after_a_restart(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)):
        line_of(app).put("withdraw za")
        assert isinstance(app.screen, MeetingScreen)
        app.screen.keep_draft()
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert line_of(again).value == "withdraw zaf"


@pytest.mark.unmeasured
@pytest.mark.parametrize("mode", ["floor", "schedule", "notes"])
@pytest.mark.parametrize("ends", ["", " because", " because  "])
async def test_a_plan_without_its_reason_is_typed_on_with_it(
    opened_app: OpenedApp, mode: str, ends: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        line = await on(app, pilot, mode)
        plan = ":plan move 6 before 5" if mode == "notes" else "plan move 6 before 5"
        line.put(f"{plan}{ends}")
        await pilot.press("enter")
        await until(lambda: "Give the reason" in seen(app))
        assert line.value == f"{plan} because "
        assert line.selection.is_empty and line.cursor_position == len(line.value)
        await pilot.press("end", *"lunch", "enter")
        await until(lambda: bool(app.desk.state.schedule_changes))
        assert app.desk.state.schedule_changes[0].reason == "lunch"
        await until(lambda: line.value == "")


async def test_an_arrow_behind_a_refused_plan_never_gives_the_floor(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        line = await on(app, pilot, "schedule")
        assert isinstance(app.screen, MeetingScreen)
        held = app.desk.state.floor
        row = app.screen.query_one("#rows").cursor_key  # type: ignore[attr-defined]
        await pilot.press("*", *"Title Y", "enter")
        await until(lambda: "Give the reason" in seen(app))
        begun = line.value
        assert begun.endswith(" Title Y because ")
        await pilot.press("end", "space", "right", *"the Chair")
        assert line.value == f"{begun} the Chair"
        assert app.desk.state.floor == held
        assert app.screen.query_one("#rows").cursor_key == row  # type: ignore[attr-defined]
        assert "Esc Cancel" in seen(app), "still the line that the key began"
        await pilot.press("enter")
        await until(lambda: bool(app.desk.state.schedule_changes))
        assert app.desk.state.schedule_changes[0].reason == "the Chair"


@pytest.mark.parametrize("mode", ["floor", "notes", "schedule"])
async def test_undo_first_takes_back_the_plan_that_stands_in_the_line(
    opened_app: OpenedApp, mode: str
) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, mode)
        entries = len(app.desk.intake.meeting.entries)
        plan = ":plan time 3 35 because " if mode == "notes" else "plan time 3 35 because "
        line.put(plan)
        await pilot.press("ctrl+z")
        await until(lambda: line.value == "" and "nothing was done" in seen(app))
        assert len(app.desk.intake.meeting.entries) == entries
        await pilot.press("up")
        assert line.value == plan
        await pilot.press("escape")
        await pilot.pause(0.2)
        line.put("planned text")
        await pilot.press("ctrl+z")
        await until(lambda: len(app.desk.intake.meeting.entries) > entries)
        assert line.value == "planned text", (
            "what is no plan stays and the latest act is taken back"
        )


async def test_a_line_begun_by_a_click_takes_nothing_typed_away(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, "schedule")
        assert isinstance(app.screen, ScheduleScreen)
        assert app.screen.line_list.highlight("item 3")
        line.put("zaf ken")
        app.screen.action_choose()
        app.action_save_elsewhere()
        assert line.value == "save "
        await pilot.press("up")
        await pilot.press("up")
        assert "zaf ken" in (line.value, *line.history._entered)


async def test_escape_takes_no_note_away(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        line = await on(app, pilot, "notes")
        await pilot.press(*"long text", "escape", "escape")
        assert line.value == "long text"


@pytest.mark.parametrize(
    ("line", "finished"),
    [("purge n5", "purge! n5"), (":purge n5", ":purge! n5"), ("pur n5", "pur! n5")],
)
def test_a_purge_that_was_asked_about_needs_enter_alone(line: str, finished: str) -> None:
    assert line_to_finish(line, refuse("purge_asks", point="n5")) == finished
    assert line_to_finish(line, refuse("no_such_point", point="n5")) == line


async def test_a_refusal_is_not_covered_by_the_answer_to_a_key_of_the_same_moment(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        app.post_message(TypedText("withdraw zaf"))
        app.post_message(events.Key("enter", "\r"))
        app.post_message(TypedText("bra"))
        app.post_message(events.Key("enter", "\r"))
        await until(lambda: "Inscribed: Brazil" in seen(app))
        assert "Not done" in seen(app)
        await pilot.pause(0.6)
        await pilot.press(*"per", "enter")
        await until(lambda: "Inscribed: Peru" in seen(app))
        assert "Not done" not in seen(app)


async def test_a_name_of_a_line_that_waits_already_is_told(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*"malta, brazil", "enter")
        await until(lambda: "Inscribed: Brazil" in seen(app))
        assert "Inscribed: Brazil. Malta" in seen(app) and "1" in seen(app).split("Malta")[-1][:40]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_answer_behind_a_refusal_of_the_same_burst_is_whole(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=size):
        app.tell("Which format? " + ", ".join(f"csv-table-{n}" for n in range(30)), "refusal")
        app.tell("Mexico has the floor, 3:00")
        await until(lambda: "Mexico has the floor, 3:00" in " ".join(seen(app).split()))
        assert "Which format? csv-table-0" in seen(app)
