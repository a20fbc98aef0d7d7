"""Before anybody has spoken every screen says what to do next; empty ones show the agenda."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.ui.app import MeetingApp
from meeting_tui.views.floor import agenda_lines, first_step, next_step
from meeting_tui.views.pieces import line_cells, plain
from tests.ui.seen import seen
from tests.views.day_room import look_at

OpenedApp = Callable[..., MeetingApp]

EMPTY = ("floor", "notes", "coverage", "times", "slip")
ALL = (*EMPTY, "schedule", "record", "report", "help")
BEGINNINGS = (
    "Opening and adoption",
    "State of play of",
    "Supporting complian",
    "Supporting informat",
    "WGTR mandate",
    "Other matters",
    "National implement",
)
SIZES = ((80, 24), (120, 36), (200, 50))


def text(*lines: str, size: tuple[int, int] = (80, 30), language: str = "en") -> str:
    """The agenda before the meeting, after these lines."""
    shown = agenda_lines(look_at("10:00", *lines, language=language), *size)
    return "\n".join(plain(each) for each in shown)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_says_how_to_open_the_meeting_and_shows_the_agenda(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    app = opened_app("10:00")
    async with app.run_test(size=size) as pilot:
        for screen in ALL:
            app.action_show(screen)
            await pilot.pause()
            await pilot.pause()
            shown = seen(app)
            typed = ":open" if screen == "notes" else "open"
            assert shown.count(f"To open the meeting, type `{typed}`.") == 1, (screen, shown)
            if screen in EMPTY:
                missing = [each for each in BEGINNINGS if each not in shown]
                assert (size == (120, 36) and screen == "floor") or not missing, (screen, shown)


async def test_the_agenda_gives_way_to_the_first_name_and_the_first_speaker(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:02:08")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Central African Republic" in seen(app)
        assert "Sitting 2" not in seen(app)
        app.action_show("coverage")
        await pilot.pause()
        assert "Other matters" in seen(app)


async def test_between_the_items_a_small_floor_shows_the_agenda_as_it_stands(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:36:56")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = seen(app)
        assert "✓ 1 State of play" in shown and "–10:36" in shown
        assert "· 2 Supporting compliance" in shown and "type `item 2`" in shown


async def test_once_somebody_has_spoken_tables_are_shown_and_nothing_is_told(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        for screen in ("coverage", "times", "slip"):
            app.action_show(screen)
            await pilot.pause()
            assert "Other matters" not in seen(app), screen
            assert "type `" not in seen(app), screen


def test_each_item_has_its_times_and_whoever_waits_for_it() -> None:
    shown = text("inscribe mex jpn for 2 via email")

    assert " Sitting 1 " in shown and "10:00–13:00" in shown
    assert "· 0 Opening and adoption of the annotated draft agenda" in shown
    assert "2 wait  10:45–12:15" in shown
    assert shown.count("\n") == 10, "two titles take two lines each"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(40, 30), (58, 12), (78, 9), (78, 4), (110, 40)])
def test_it_has_room_at_every_size_and_says_what_is_left_out(
    size: tuple[int, int], language: str
) -> None:
    shown = agenda_lines(look_at("10:00", language=language), *size)

    assert len(shown) <= size[1]
    assert max(line_cells(each) for each in shown) <= size[0]
    if size[1] < 9:
        assert ("more lines" if language == "en" else "另有") in plain(shown[-1])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "To open the meeting, type `open`."),
        (("open",), "To open one, type `item 0`."),
        (("open", "item 0", "close item"), "To open one, type `item 1`."),
        (("open", "item 0"), "Nobody is waiting"),
        (("open", "item 0", "mex"), "Next: Mexico"),
    ],
)
def test_the_one_thing_to_do_next_is_told(lines: tuple[str, ...], expected: str) -> None:
    assert expected in next_step(look_at("10:00", *lines))
    assert expected in first_step(look_at("10:00", *lines))


def test_when_every_item_is_closed_the_meeting_can_be_ended() -> None:
    items = ("0", "1", "2", "3", "4", "5", "6")
    acts = [act for each in items for act in (f"item {each}", "close item")]

    assert next_step(look_at("10:00", "open", *acts)).endswith("type `adjourn`.")


def test_nothing_is_told_first_once_somebody_has_spoken_or_all_is_over() -> None:
    assert first_step(look_at("10:38")) == ""
    assert first_step(look_at("10:00", "open", "adjourn!")) == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_after_an_item_is_carried_the_next_planned_one_is_offered(language: str) -> None:
    look = look_at("10:02:08", "inscribe mex fra", "close item carry", language=language)
    closed = look.state.last_item
    assert closed is not None
    assert look.state.items[closed].phase == "carried"
    assert "item 1" in next_step(look)
    assert f"item {closed}" not in next_step(look)
