"""What a stance is on is said in its line, or asked; it is never guessed from the line before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from textual import events

from meeting_tui.ui.app import MeetingApp
from meeting_tui.views.noting import Noting
from meeting_tui.views.points import stance_asked, to_mind
from tests.ui.notes.test_notes_flows import entered, notes, points, to_notes, write
from tests.ui.seen import seen, until
from tests.views.held import Held, mexico_then_japan

OpenedApp = Callable[..., MeetingApp]


def left_over(*tags: str) -> Noting:
    return replace(Noting(tags), is_left_over=True)


def asked(held: Held, noting: Noting, value: str) -> str | None:
    return stance_asked(held.look(), noting, value)


@pytest.mark.parametrize(
    ("tags", "value", "told"),
    [
        (("P3",), "/supports the idea", "Supports: P3, as tagged before? Enter: yes"),
        (("P3",), "/opp", "Opposes: P3"),
        (("A1", "P3"), "/reserves it", "Reserves: P3"),
        (("A1",), "/supports it", "Supports: what? A1 only collects answers. Enter: keep it"),
        (("P4",), "/supports it", "Supports: P4"),
    ],
)
def test_a_stance_that_meets_a_tag_left_over_is_asked_about(
    tags: tuple[str, ...], value: str, told: str
) -> None:
    found = asked(mexico_then_japan(), left_over(*tags), value)
    assert found is not None
    assert found.startswith(told)
    assert "/supports advisory-group" in found


@pytest.mark.parametrize(
    ("noting", "value"),
    [
        (left_over(), "/supports the idea"),
        (Noting(("P3",)), "/supports put on for this line"),
        (left_over("P3"), "no stance"),
        (left_over("P3"), "/figure 40"),
        (left_over("P3"), "p3 /supports named"),
        (left_over("A1"), "/supports advisory-group named"),
        (left_over("A1"), "/supports /proposal its own"),
        (left_over("A1"), "/supports r1 named"),
    ],
)
def test_where_the_line_itself_says_it_nothing_is_asked(noting: Noting, value: str) -> None:
    held = mexico_then_japan()
    held.do("propose to meet")
    assert asked(held, noting, value) is None


def test_support_for_an_open_question_is_said_to_count_for_nobody() -> None:
    held = mexico_then_japan()
    held.do("note a1 a6 /supports yes")
    last = held.intake.meeting.entries[-1]
    assert to_mind(held.look(), last, "EK").startswith("A1 A6 only collects answers")
    for line in ("p3 /supports x", "a1 advisory-group /supports x", "a1 x", "/supports x"):
        held.do(f"note {line}")
        last = held.intake.meeting.entries[-1]
        assert "answers" not in to_mind(held.look(), last, "EK")


async def test_it_is_asked_above_the_line_and_enter_says_yes(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        had = len(points(app))
        write(app, "/supports the idea")
        await pilot.press("enter")
        await until(lambda: "counted on nothing" in seen(app))
        assert len(points(app)) == had, "nothing is guessed"
        rows = seen(app).splitlines()
        (line,) = (n for n, row in enumerate(rows) if "/supports the idea" in row)
        assert "advisory-group" in rows[line - 1], "asked in the line above"
        await pilot.press("enter")
        await until(lambda: len(points(app)) == had + 1)
        assert (points(app)[-1].questions, points(app)[-1].stance) == (("A1",), "supports")
        await until(lambda: "Supports: what?" not in seen(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_escape_leaves_the_line_and_its_tags_as_they_were(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    async with opened_app("16:20:59").run_test(size=size) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        had = len(points(app))
        write(app, "/supports it fully")
        for _ in range(2):
            await pilot.press("enter")
            await until(lambda: "Supports: what?" in seen(app))
            await pilot.press("escape")
            await until(lambda: "Supports: what?" not in seen(app))
            assert notes(app).act_line.value == "/supports it fully"
            assert notes(app).noting.tags == ("A1",)
            assert len(points(app)) == had, "nothing is recorded"


async def test_tab_takes_the_tag_off_and_typing_on_answers_too(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(120, 36)) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        had = len(points(app))
        write(app, "/supports it")
        await pilot.press("enter")
        await until(lambda: "Supports: what?" in seen(app))
        await pilot.press("tab")
        await until(lambda: len(points(app)) == had + 1)
        assert points(app)[-1].questions == ()
        await until(lambda: not notes(app).act_line.value)
        await entered(pilot, "a1 again")
        write(app, "/supports ")
        await pilot.press("x", "enter")
        await until(lambda: "Supports: what?" in seen(app))
        await pilot.press("backspace")
        await until(lambda: "Supports: what?" not in seen(app))
        write(app, "advisory-group yes")
        await pilot.press("enter")
        await until(lambda: len(points(app)) == had + 3)
        newest = points(app)[-1]
        assert (newest.questions, newest.stance_on) == (("A1",), ("advisory-group",))


@pytest.mark.parametrize(
    ("key", "tags", "after"),
    [("enter", (), ()), ("tab", ("A1",), ("A1",)), ("escape", None, ("A1",))],
)
async def test_a_tag_that_is_none_leaves_no_other_on_unasked(
    opened_app: OpenedApp, key: str, tags: tuple[str, ...] | None, after: tuple[str, ...]
) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        had = len(points(app))
        write(app, "a99 in the law")
        await pilot.press("enter")
        await until(lambda: "a99 is not a question." in seen(app))
        assert len(points(app)) == had
        await pilot.press(key)
        if tags is None:
            await until(lambda: "a99 is not a question." not in seen(app))
            assert (len(points(app)), notes(app).act_line.value) == (had, "a99 in the law")
        else:
            await until(lambda: len(points(app)) == had + 1)
            assert (points(app)[-1].questions, points(app)[-1].text) == (tags, "a99 in the law")
        assert notes(app).noting.tags == after


async def test_a_pasted_line_that_begins_with_no_known_tag_takes_no_other(
    opened_app: OpenedApp,
) -> None:
    async with opened_app("16:20:59").run_test(size=(120, 36)) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        had = len(points(app))
        notes(app).act_line.post_message(events.Paste("a99 in the law\nin a decree"))
        await until(lambda: len(points(app)) == had + 2)
        assert [each.questions for each in points(app)[-2:]] == [(), ("A1",)]


async def test_numbered_lines_that_are_pasted_keep_their_tags(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        had = len(points(app))
        lines = ["1. A5/A6: every year", "2) a3 in public", "• a1 on paper", "4. we thank all"]
        notes(app).act_line.post_message(events.Paste("\n".join(lines)))
        await until(lambda: len(points(app)) == had + 4)
        assert [(each.questions, each.text) for each in points(app)[-4:]] == [
            (("A5", "A6"), "every year"),
            (("A3",), "in public"),
            (("A1",), "on paper"),
            ((), "4. we thank all"),
        ]


async def test_behind_a_tag_one_that_is_none_is_kept_as_text_only_after_enter(
    opened_app: OpenedApp,
) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        had = len(points(app))
        write(app, "a1 a99 in the law")
        await pilot.press("enter")
        await until(lambda: "a99 is not a question." in seen(app))
        assert len(points(app)) == had
        await pilot.press("enter")
        await until(lambda: len(points(app)) == had + 1)
        assert (points(app)[-1].questions, points(app)[-1].text) == (("A1",), "a99 in the law")


@pytest.mark.parametrize("value", ["a99", "a99 in the law"])
async def test_a_tag_that_is_none_is_kept_as_text_only_after_enter(
    opened_app: OpenedApp, value: str
) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        had = len(points(app))
        write(app, value)
        await pilot.press("enter")
        await until(lambda: "a99 is not a question. Enter: keep the line as text" in seen(app))
        await pilot.press("escape")
        await until(lambda: "a99 is not a question." not in seen(app))
        assert (len(points(app)), notes(app).act_line.value) == (had, value)
        await pilot.press("enter")
        await until(lambda: "a99 is not a question." in seen(app))
        await pilot.press("enter")
        await until(lambda: len(points(app)) == had + 1)
        assert (points(app)[-1].questions, points(app)[-1].text) == ((), value)


async def test_tags_end_with_their_point_on_the_screen(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(120, 36)) as pilot:
        app = await to_notes(pilot)
        point = await entered(pilot, "a1 annual report")
        await pilot.press("ctrl+e", "alt+up", "enter")
        await until(lambda: app.desk.state.points[point.id].intervention != point.intervention)
        await pilot.pause()
        assert (await entered(pilot, "in a decree")).questions == ()
        await entered(pilot, "a3 in public")
        await pilot.press("ctrl+z")
        await until(lambda: not notes(app).noting.tags)
        had = len(points(app))
        notes(app).act_line.post_message(events.Paste("a1 in the law\n/supports it\nand more"))
        await until(lambda: len(points(app)) == had + 3)
        assert [each.questions for each in points(app)[-3:]] == [("A1",), (), ()]


async def test_a_stance_is_asked_about_behind_an_act_too(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await to_notes(pilot)
        await entered(pilot, "a1 annual report")
        asked = len(app.desk.state.inscriptions)
        write(app, ":inscribe isr")
        await pilot.press("enter")
        await until(lambda: len(app.desk.state.inscriptions) > asked)
        await until(lambda: not notes(app).act_line.value)
        write(app, "/supports it")
        await pilot.press("enter")
        await until(lambda: "Supports: what?" in seen(app))
