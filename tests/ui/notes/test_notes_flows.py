"""Taking notes as it is done: real keys through the real program, on the day at 16:21."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from meeting_tui.meeting.facts import Point
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.notes_screen import NotesScreen
from meeting_tui.ui.widgets.typed_line import TypedLine
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]
SMALL, USUAL, LARGE = (80, 24), (120, 36), (200, 50)
TIME = "16:20:59"


def points(app: MeetingApp) -> list[Point]:
    return list(app.desk.state.points.values())


def notes(app: MeetingApp) -> NotesScreen:
    assert isinstance(app.screen, NotesScreen)
    return app.screen


async def to_notes(pilot: Pilot[int]) -> MeetingApp:
    app = pilot.app
    assert isinstance(app, MeetingApp)
    await pilot.press("f3")
    await until(lambda: isinstance(app.screen, NotesScreen) and app.screen.is_mounted)
    await pilot.pause()
    await pilot.pause()
    return app


def write(app: MeetingApp, text: str) -> None:
    """Add text to the line at once; letters one by one take the pilot long."""
    line = notes(app).act_line
    line.put(line.value + text)


async def entered(pilot: Pilot[int], text: str) -> Point:
    """Type a line and enter it; the newest point."""
    app = pilot.app
    assert isinstance(app, MeetingApp)
    had = len(points(app))
    write(app, text)
    await pilot.press("enter")
    await until(lambda: len(points(app)) == had + 1)
    await until(lambda: not notes(app).act_line.value)
    await pilot.pause()
    return points(app)[-1]


async def test_a_text_belongs_to_whom_it_was_begun_on(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        first = app.desk.state.floor
        await pilot.press(*"late thought")
        await pilot.press("f9")
        await until(lambda: app.desk.state.floor != first)
        await pilot.pause()
        assert "▲ EARLIER: notes on SIERRA LEONE  not speaking now" in seen(app)
        assert "Sierra Leone (earlier)" in seen(app)
        assert (await entered(pilot, " ends")).intervention == first
        assert "Notes on URUGUAY  speaking now" in seen(app), "an empty line follows the floor"
        assert (await entered(pilot, "new")).intervention == app.desk.state.floor


async def test_tags_stay_until_they_are_changed(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        await pilot.press("alt+1", "alt+6")
        assert (await entered(pilot, "/proposal one")).questions == ("A1", "A6")
        again = await entered(pilot, "two")
        assert (again.questions, again.kind) == (("A1", "A6"), "statement")
        assert (await entered(pilot, "a2 three")).questions == ("A2",)
        assert (await entered(pilot, "four")).questions == ("A2",)
        await pilot.press(*"a3 a4", "enter")
        await pilot.pause()
        assert " A3 A4 ▏" in seen(app) and len(points(app)) == len(set(points(app)))
        assert (await entered(pilot, "five")).questions == ("A3", "A4")
        await pilot.press("-", "enter")
        assert (await entered(pilot, "six")).questions == ()
        await pilot.press("ctrl+k", *"seven")
        assert (await entered(pilot, "")).kind == "proposal"
        await pilot.press("alt+9", "alt+9", "alt+8")
        await pilot.pause()
        assert "Tags: A8" in seen(app)


async def test_an_earlier_intervention_is_one_key_away(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        before = list(app.desk.state.interventions)[-2]
        await pilot.press("up")
        await pilot.pause()
        assert "European Union (earlier)" in seen(app)
        for text in ("x", "y"):
            assert (await entered(pilot, text)).intervention == before, "chosen by hand it stays"
        await pilot.press("down", "down")
        assert (await entered(pilot, "z")).intervention == app.desk.state.floor


async def test_an_empty_line_comes_back_to_who_speaks_now(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        first = app.desk.state.floor
        await pilot.press("up", "f9")
        await until(lambda: app.desk.state.floor != first)
        await pilot.pause()
        assert "Notes on URUGUAY  speaking now" in seen(app), "a change of floor"
        await pilot.press("up", "escape")
        await pilot.pause()
        assert "Notes on URUGUAY  speaking now" in seen(app), "Escape"
        await pilot.press("up", "f2", "f3")
        await until(lambda: isinstance(app.screen, NotesScreen))
        await until(lambda: "Notes on URUGUAY  speaking now" in seen(app))
        await pilot.press("up", *"on them", "escape")
        await pilot.pause()
        assert "EARLIER: notes on SIERRA LEONE" in seen(app), "a begun text stays"
        app.submit("floor mex!")
        await until(lambda: app.desk.state.floor not in (first, None))
        assert (await entered(pilot, "")).intervention == first
        assert "Notes on MEXICO  speaking now" in seen(app)


async def test_a_colon_makes_it_an_act_and_a_refusal_keeps_the_text(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        had = len(app.desk.state.inscriptions)
        write(app, ":inscribe zaf")
        await pilot.press("enter")
        await until(lambda: len(app.desk.state.inscriptions) == had + 1)
        write(app, ":floor qqq")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert notes(app).act_line.value == ":floor qqq"
        assert "Not done" in seen(app)
        await pilot.press("ctrl+u")
        write(app, "/zzz text")
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert notes(app).act_line.value == "/zzz text" and "Not done" in seen(app)


async def test_the_last_point_is_corrected_in_the_line(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        point = await entered(pilot, "a1 first wrod")
        await pilot.press("x", "ctrl+e")
        assert notes(app).act_line.value == "x", "a text is never pushed away"
        await pilot.press("backspace", "ctrl+e")
        await pilot.pause()
        assert notes(app).act_line.value == f":correct {point.id} a1 first wrod"
        await pilot.press(*["backspace"] * 4, *"word", "enter")
        await until(lambda: app.desk.state.points[point.id].text == "first word")
        await pilot.pause()
        assert "first word (corrected)" in seen(app)
        assert (await entered(pilot, "next")).questions == ("A1",)


async def test_escape_destroys_nothing(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        entries = len(app.desk.intake.meeting.entries)
        write(app, "five lines of a note")
        await pilot.press("escape", "escape")
        assert notes(app).act_line.value == "five lines of a note"
        await pilot.press("escape", "w", "alt+w", "escape")
        await pilot.pause()
        assert notes(app).act_line.value.startswith("five lines of a note")
        assert len(app.desk.intake.meeting.entries) == entries
        await pilot.press("f2", "f3")
        await until(lambda: isinstance(app.screen, NotesScreen))
        assert notes(app).act_line.value.startswith("five lines of a note")


@pytest.mark.unmeasured
@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
async def test_pasted_lines_become_points_in_order(opened_app: OpenedApp, ends: str) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        floor, had = app.desk.state.floor, len(points(app))
        await pilot.press("alt+2")
        lines = ["one", ":next", "-", "a5 four", "[State Party]"]
        notes(app).act_line.post_message(events.Paste(ends.join(lines)))
        await until(lambda: len(points(app)) == had + 5)
        await pilot.pause()
        new = points(app)[-5:]
        assert [each.text for each in new] == ["one", ":next", "-", "four", "[State Party]"]
        assert [each.questions for each in new][2:4] == [("A2",), ("A5",)]
        assert app.desk.state.floor == floor, "pasted letters are no keys and no acts"
        assert notes(app).act_line.value == ""
        notes(app).act_line.post_message(events.Paste(ends.join(["fine", "/zzz not a mark"])))
        await pilot.pause(0.2)
        assert len(points(app)) == had + 5
        assert notes(app).act_line.value == "fine /zzz not a mark", "nothing pasted is lost"


async def test_what_is_typed_is_shown(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        for text in (
            "[State Party] asked [/]",
            "[",
            "]",
            "[缔约国]说：你好，世界",
            '"quoted" word',
        ):
            assert (await entered(pilot, text)).text == text
            assert text in seen(app)


async def test_after_a_kill_text_tags_and_whom_are_back(
    opened_app: OpenedApp, tmp_path: Path
) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        first = app.desk.state.floor
        await pilot.press("alt+1", "alt+6")
        await entered(pilot, "kept")
        write(app, "half a word")
        await pilot.press("f9")
        await until(lambda: app.desk.state.floor != first)
        await pilot.pause(1.2)
        shutil.copytree(tmp_path / "sessions" / "day", tmp_path / "sessions" / "killed")
    async with opened_app(TIME, name="killed").run_test(size=SMALL) as pilot:
        again = await to_notes(pilot)
        assert notes(again).act_line.value == "half a word"
        assert "▲ Sierra Leone (earlier)  A1 A6 ▏half a word" in seen(again)
        point = await entered(pilot, "!")
        assert (point.intervention, point.questions) == (first, ("A1", "A6"))


async def test_tags_alone_are_back_too(opened_app: OpenedApp, tmp_path: Path) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        await pilot.press("alt+3")
        await pilot.pause(0.7)
        await entered(pilot, "quick")
        await pilot.pause(1.2)
        shutil.copytree(tmp_path / "sessions" / "day", tmp_path / "sessions" / "killed")
        assert app.desk.keeping.trouble is None
    async with opened_app(TIME, name="killed").run_test(size=SMALL) as pilot:
        again = await to_notes(pilot)
        assert notes(again).noting.tags == ("A3",)


@pytest.mark.unmeasured
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE, (80, 20), (60, 20)])
async def test_everything_is_there_at_every_size(
    opened_app: OpenedApp, size: tuple[int, int], language: str
) -> None:
    async with opened_app(TIME, language=language).run_test(size=size) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a8 最后一点，the last point")
        strips = app.screen._compositor.render_strips()
        assert len(strips) == size[1]
        assert {strip.cell_length for strip in strips} == {size[0]}
        shown = seen(app)
        assert "最后一点，the last point" in shown
        assert all(f"A{n}" in shown for n in range(1, 9)) and "P7" in shown
        assert ("SIERRA LEONE" if language == "en" else "塞拉利昂") in shown
        assert "A8 ▏" in shown
        line = notes(app).act_line
        assert line.region.width >= 20 and line.region.height == 1


async def test_the_cursor_stands_at_the_caret(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        line = notes(app).act_line
        write(app, "透明度和报告工作组会议日志要点")
        await pilot.press("left", "left")
        await pilot.pause()
        assert app.cursor_position == (line.content_region.x + 26, line.content_region.y)
        await pilot.press("alt+1", "alt+2")
        await pilot.pause()
        assert app.cursor_position == (line.content_region.x + 26, line.content_region.y)


@pytest.mark.unmeasured
async def test_the_line_keeps_the_focus_and_a_tick_paints_the_clock_alone(
    opened_app: OpenedApp,
) -> None:
    async with opened_app(TIME).run_test(size=USUAL) as pilot:
        app = await to_notes(pilot)
        await pilot.click("#questions")
        await pilot.press("tab", *"abc")
        await pilot.pause(1.2)  # the draft is kept, and that is told once
        painted: list[str] = []
        for widget in app.screen.query("Painted"):
            name, old = widget.id or "", widget.refresh

            def noted(*args: object, _n: str = name, _o: Callable[..., object] = old, **kw: object):  # type: ignore[no-untyped-def]
                painted.append(_n)
                return _o(*args, **kw)

            widget.refresh = noted  # type: ignore[method-assign]
        await pilot.pause(2.2)
        assert app.focused is notes(app).act_line
        assert notes(app).act_line.value == "abc"
        assert set(painted) <= {"clock", "top"} and "clock" in painted


@pytest.mark.unmeasured
async def test_a_key_is_painted_in_a_moment(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=LARGE) as pilot:
        app = await to_notes(pilot)
        began = time.perf_counter()
        for letter in "the minister said":
            await pilot.press("space" if letter == " " else letter)
        took = (time.perf_counter() - began) / 17
        assert notes(app).act_line.value == "the minister said"
        assert took < 0.25, f"{took * 1000:.0f} ms a key"


async def test_a_tag_of_another_item_or_of_none_is_kept_and_said(opened_app: OpenedApp) -> None:
    async with opened_app(TIME).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        assert "a1 a6 tags" in seen(app)
        assert (await entered(pilot, "p1 they stray")).questions == ("P1",)
        assert "▲ Attention: Note on " in seen(app)
        assert "p1 they stray; P1 belongs to item 1" in " ".join(seen(app).split())
        await pilot.press("-", "enter")
        had = len(points(app))
        write(app, "p9")
        await pilot.press("enter")
        await until(lambda: "p9 is not a question. Enter: keep the line as text" in seen(app))
        await pilot.press("enter")
        await until(lambda: len(points(app)) == had + 1)
        assert points(app)[-1].text == "p9"
        await until(lambda: not notes(app).act_line.value)
        await pilot.pause()
        assert "p9 is not a question; kept as text" in seen(app)
        await pilot.press("f2", "f3")
        await until(lambda: isinstance(app.screen, NotesScreen))
        await pilot.pause()
        write(app, "p2")
        await pilot.press("enter")
        await pilot.pause()
        assert "Tags: P2; P2 belongs to item 2" in seen(app)


@pytest.mark.unmeasured
@pytest.mark.parametrize(
    ("until_time", "tags"), [("10:20", "p1 tags  ·  "), ("11:53", ""), ("16:20", "a1 a6 tags  ·  ")]
)
async def test_the_hint_names_the_open_items_own_questions(
    opened_app: OpenedApp, until_time: str, tags: str
) -> None:
    async with opened_app(until_time).run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        assert f"A point, then Enter  ·  {tags}/ marks" in seen(app)


@pytest.mark.unmeasured
@pytest.mark.parametrize("sign", ["(", "[", "“"])
async def test_a_key_costs_as_much_as_the_line_is_long(opened_app: OpenedApp, sign: str) -> None:
    app = opened_app(TIME)
    async with app.run_test(size=USUAL) as pilot:
        await to_notes(pilot)
        line = app.screen.query_one(TypedLine)

        async def key(length: int) -> float:
            line.put(f"a1 {sign * length}")
            await pilot.pause()
            began = time.process_time()
            await pilot.press("x")
            await pilot.pause()
            return time.process_time() - began

        short, long = await key(10_000), await key(40_000)
        for _ in range(4):  # what else the program does now and then is no part of it
            if long < 9 * short:
                break
            short, long = max(short, await key(10_000)), min(long, await key(40_000))

    assert long < 9 * short
