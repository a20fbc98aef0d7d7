"""Earlier points put right from the Notes screen itself, in at most four keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from meeting_tui.meeting.facts import Point
from meeting_tui.ui.app import MeetingApp
from meeting_tui.views import note_correcting as right
from meeting_tui.views.pieces import plain
from meeting_tui.views.points import numbered_rows
from tests.ui.notes.test_notes_flows import entered, notes, points, to_notes, write
from tests.ui.seen import seen, until
from tests.views.held import Held, mexico_then_japan

OpenedApp = Callable[..., MeetingApp]
SMALL, USUAL = (80, 24), (120, 36)


def with_points() -> Held:
    """Mexico has n1; Japan n2 to n4."""
    held = mexico_then_japan()
    held.do("note a6 in law", "note /figure 40", "note advisory-group /supports yes")
    return held


def point(held: Held, key: str) -> Point:
    found = held.state.points.get(key) or held.state.item_notes.get(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (":correct n2 text", "n2"),
        ("：strike n3 because", "n3"),
        (":file N1 on 2", "n1"),
        (":strike! n1 because", "n1"),
        (":correct n9 text", None),
        (":correct", None),
        (":next", None),
        ("correct n1", None),
        ("n1", None),
    ],
)
def test_which_point_a_line_puts_right(line: str, found: str | None) -> None:
    named = right.point_in(line, with_points().state)
    assert (named.id if named else None) == found


@pytest.mark.parametrize(("act", "found"), [("n2", "n2"), ("correct n2", "n2"), ("N2", "n2")])
def test_a_point_is_chosen_by_its_number(act: str, found: str) -> None:
    held = with_points()
    assert right.point_named(act, held.state) == point(held, found)
    assert right.point_named(f"{act} text", held.state) is None
    assert right.point_named("n9", held.state) is None


@pytest.mark.parametrize(
    ("key", "line", "question", "after"),
    [
        ("n2", "", "A6", ":correct n2 in law"),
        ("n2", "", "A1", ":correct n2 a1 a6 in law"),
        ("n2", ":correct n2 a6 in the law", "A1", ":correct n2 a1 a6 in the law"),
        ("n3", "", "A2", ":correct n3 a2 /figure 40"),
        ("n4", "", "A2", ":correct n4 a2 advisory-group /supports yes"),
        ("n2", ":strike n2 because", "A2", ":correct n2 a2 a6 in law"),
    ],
)
def test_a_key_tags_the_point_in_the_line(key: str, line: str, question: str, after: str) -> None:
    held = with_points()
    found = point(held, key)
    begun = line or right.correcting(found)
    assert right.retagged(begun, found, question, held.state) == after
    held.do(after[1:])


def test_a_point_moves_statement_by_statement_and_stops_at_the_ends() -> None:
    held = with_points()
    found = point(held, "n2")
    first = right.moved(right.correcting(found), found, -1, held.state)
    assert first == ":file n2 on 1"
    assert right.moved(first, found, -1, held.state) == first
    assert right.moved(first, found, 1, held.state) == right.correcting(found), "back where it is"
    held.do("yield", "close item carry", "item 5", "note of the item")
    last = right.moved(first, found, 5, held.state)
    assert last == ":file n2 on item 5"
    assert right.moved(last, found, -1, held.state) == right.correcting(found)
    assert right.place_in(last, held.state) == "item 5"
    own = point(held, "n5")
    assert right.moved(right.correcting(own), own, -1, held.state) == ":file n5 on 2"
    assert right.beside(own, held.state) == ["n5"]


@pytest.mark.parametrize(
    ("line", "steps", "after"),
    [
        (":correct n2 a6 in the law", -1, ":file n2 on 1 as a6 in the law"),
        (":correct n2 a6 in law", -1, ":file n2 on 1"),
        (":file n2 on 1 as a6 in the law", 1, ":correct n2 a6 in the law"),
        (":file n2 on 1 as a6 in the law", -1, ":file n2 on 1 as a6 in the law"),
        (":file n2 on 1 as", 1, ":correct n2 a6 in law"),
        (":correct n2 ", -1, ":file n2 on 1"),
        (":strike n2 because of me", -1, ":file n2 on 1"),
    ],
)
def test_a_changed_text_goes_with_the_point_that_moves(line: str, steps: int, after: str) -> None:
    held = with_points()
    found = point(held, "n2")
    assert right.moved(line, found, steps, held.state) == after
    if after.startswith(":file"):
        held.do(after[1:])


def test_a_point_that_moves_with_another_text_can_be_tagged_anew() -> None:
    held = with_points()
    found = point(held, "n2")
    line = right.retagged(":file n2 on 1 as a6 in the law", found, "A1", held.state)
    assert line == ":file n2 on 1 as a1 a6 in the law"
    assert right.place_in(line, held.state) == "s1"
    line = right.retagged(":file n2 on 1", found, "A6", held.state)
    assert line == ":file n2 on 1 as in law"
    assert right.retagged(line, found, "A6", held.state) == ":file n2 on 1"


@pytest.mark.parametrize(
    ("line", "after", "drops"),
    [
        (":correct n2 a6 in law", ":strike n2 because ", False),
        (":correct n2 a6 in the law", ":strike n2 because ", True),
        (":correct n2 a6 in the law", ":file n2 on 1 as a6 in the law", False),
        (":file n2 on 1 as a6 in the law", ":strike n2 because ", True),
        (":file n2 on 1", ":strike n2 because ", False),
        (":strike n2 because", ":correct n2 a6 in law", False),
        (":strike n2 because of me", ":correct n2 a6 in law", True),
        (":strike n2 because of me", ":strike n2 because ", True),
        (":tag n2 a1 a2", ":file n2 on 1", True),
    ],
)
def test_what_a_key_takes_out_of_the_line_is_noticed(line: str, after: str, drops: bool) -> None:
    held = with_points()
    assert right.drops(line, after, point(held, "n2")) is drops


def test_points_are_numbered_and_a_cursor_stands_at_the_chosen_one() -> None:
    held = with_points()
    shown = [point(held, key) for key in ("n2", "n3")]
    rows = numbered_rows(held.look(), shown, 80, "n3")
    lines = [plain(each) for each, *_ in rows]
    assert lines[0].startswith(" n2 ") and lines[1].startswith("▸n3 ")


async def with_three(pilot: Pilot[int]) -> tuple[MeetingApp, list[Point]]:
    app = await to_notes(pilot)
    return app, [await entered(pilot, text) for text in ("a1 first", "a2 second", "a3 third")]


async def test_a_point_is_tagged_anew_in_three_keys(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=USUAL) as pilot:
        app, made = await with_three(pilot)
        await pilot.press("ctrl+e", "alt+5", "enter")
        await until(lambda: app.desk.state.points[made[2].id].questions == ("A3", "A5"))
        assert app.desk.state.points[made[2].id].text == "third"
        await pilot.press("ctrl+e", "up", "alt+2", "enter")
        await until(lambda: app.desk.state.points[made[1].id].questions == ())


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_a_point_is_moved_to_another_statement_in_four_keys(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    async with opened_app("16:20:59").run_test(size=size) as pilot:
        app, made = await with_three(pilot)
        before = list(app.desk.state.interventions)[-3]
        await pilot.press("ctrl+e", "alt+up", "alt+up")
        await until(lambda: f"Move {made[2].id} to " in seen(app))
        assert f"Correcting {made[2].id}, on SIERRA LEONE" in seen(app)
        await pilot.press("enter")
        await until(lambda: app.desk.state.points[made[2].id].intervention == before)
        await until(lambda: not notes(app).act_line.value)
        assert (await entered(pilot, "next")).intervention == app.desk.state.floor


async def test_a_point_is_struck_with_a_reason(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=USUAL) as pilot:
        app, made = await with_three(pilot)
        await pilot.press("ctrl+e", "ctrl+e", "ctrl+x")
        await until(lambda: notes(app).act_line.value == f":strike {made[1].id} because ")
        write(app, "said by another")
        await pilot.press("enter")
        await until(lambda: made[1].id not in app.desk.state.points)
        assert app.desk.state.struck[made[1].id].reason == "said by another"
        await until(lambda: "second" not in seen(app))


async def test_the_cursor_is_seen_and_escape_leaves_correcting(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=USUAL) as pilot:
        app, made = await with_three(pilot)
        had = len(app.desk.intake.meeting.entries)
        await pilot.press("ctrl+e", "up", "up", "down")
        await until(lambda: f"▸{made[1].id} " in seen(app))
        assert f"Correcting {made[1].id}, on SIERRA LEONE" in seen(app)
        await pilot.press("escape")
        await until(lambda: "Correcting" not in seen(app))
        assert notes(app).act_line.value == ""
        write(app, f":{made[0].id}")
        await pilot.press("enter")
        await until(lambda: notes(app).act_line.value == f":correct {made[0].id} a1 first")
        await pilot.press("x", "up")
        assert notes(app).act_line.value != f":correct {made[0].id} a1 firstx", "history, as ever"
        await pilot.press("down", "escape")
        await until(lambda: not notes(app).act_line.value)
        assert len(app.desk.intake.meeting.entries) == had, "nothing was done"
        assert len(points(app)) == len(set(points(app)))


async def test_a_cursor_far_up_is_scrolled_into_view(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=SMALL) as pilot:
        app = await to_notes(pilot)
        made = [await entered(pilot, f"point {n}") for n in range(9)]
        await pilot.press("ctrl+e", *["up"] * 8)
        await until(lambda: f"▸{made[0].id} " in seen(app))


async def test_a_point_left_as_it_was_is_put_right_by_the_same_line_again(
    opened_app: OpenedApp,
) -> None:
    async with opened_app("16:20:59").run_test(size=USUAL) as pilot:
        app, made = await with_three(pilot)
        for _ in range(3):
            write(app, f":{made[0].id}")
            await pilot.press("enter")
            await until(lambda: notes(app).act_line.value == f":correct {made[0].id} a1 first")
            await pilot.press("escape")
            await until(lambda: not notes(app).act_line.value)


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_a_correction_goes_with_the_point_to_another_statement(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    async with opened_app("16:20:59").run_test(size=size) as pilot:
        app, made = await with_three(pilot)
        before = list(app.desk.state.interventions)[-2]
        acts = len(app.desk.intake.meeting.done_acts)
        await pilot.press("ctrl+e", *" and more", "alt+up")
        await until(lambda: " with the new text?" in seen(app))
        await pilot.press("enter")
        await until(lambda: app.desk.state.points[made[2].id].intervention == before)
        moved = app.desk.state.points[made[2].id]
        assert (moved.questions, moved.text) == (("A3",), "third and more")
        assert len(app.desk.intake.meeting.done_acts) == acts + 1, "one undo takes it back"


async def test_a_text_that_gives_way_to_another_line_is_one_arrow_away(
    opened_app: OpenedApp,
) -> None:
    async with opened_app("16:20:59").run_test(size=USUAL) as pilot:
        app, made = await with_three(pilot)
        await pilot.press("ctrl+e", *" and more", "ctrl+x")
        await until(lambda: notes(app).act_line.value == f":strike {made[2].id} because ")
        await pilot.press(*"as", "alt+up")
        await until(lambda: notes(app).act_line.value.startswith(f":file {made[2].id} on "))
        await pilot.press("up")
        await until(lambda: notes(app).act_line.value == f":strike {made[2].id} because as")
        await pilot.press("up")
        await until(lambda: notes(app).act_line.value == f":correct {made[2].id} a3 third and more")
