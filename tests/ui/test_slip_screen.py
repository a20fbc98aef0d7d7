"""The Slip as the Chair sees it: large, whole at every size, and always of this moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.slip_screen import SlipScreen
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.slip_screen import screen_lines
from tests.ui.seen import seen, until
from tests.views.day_room import look_at

OpenedApp = Callable[..., MeetingApp]
SIZES = ((60, 15), (80, 20), (118, 31), (198, 45))
LATE = ("limit 5:00", "inscribe mex fra zaf ken jam per bra jpn gbr usa deu ita esp prt che aut")


def text(*lines: str, size: tuple[int, int] = (118, 31), language: str = "en") -> str:
    """The slip at 11:50, after these lines."""
    look = look_at("11:50", *lines, language=language)
    return "\n".join(plain(each) for each in screen_lines(look, *size))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("moment", ["10:02", "10:38", "11:40", "12:00", "16:20", "18:30"])
def test_it_fits_every_size_in_both_languages(
    size: tuple[int, int], language: str, moment: str
) -> None:
    lines = screen_lines(look_at(moment, language=language), *size)

    assert len(lines) <= size[1]
    assert max(line_cells(each) for each in lines) <= size[0]


@pytest.mark.parametrize("size", SIZES)
def test_lanes_next_and_the_sentence_are_there_at_every_size(size: tuple[int, int]) -> None:
    shown = text(*LATE, "reply per", size=size)

    assert "POINT OF ORDER" in shown and "RIGHT OF REPLY" in shown and "Peru" in shown
    told = "13 more" if size[0] < 80 else "13 more, and about 1 more to come"
    assert f"{told}, room for" in " ".join(shown.split())
    assert "“" in shown and "”" in shown, "the whole sentence"


def test_a_long_title_takes_two_lines_where_there_is_room_and_else_ends_at_a_word() -> None:
    look = look_at("11:50", "preside Vice-Chair, Jane Roe")
    roomy, small = (
        [plain(each).strip() for each in screen_lines(look, *size)] for size in ((80, 30), (80, 19))
    )
    title = "2.8 Data sources and collection, decisions on substantive reporting issues"
    assert " ".join(roomy[:2]) == f"{title}; then other substantive issues"
    assert small[0] == f"{title}…"
    assert "PRESIDING  Vice-Chair, Jane Roe" in small[1]


def test_a_suspended_sitting_reads_from_top_to_bottom() -> None:
    look = look_at("11:50", "yield", "suspend coffee")
    lines = [plain(each) for each in screen_lines(look, 80, 20)]
    (label,) = (n for n, each in enumerate(lines) if "SUSPENDED SINCE" in each)
    column = lines[label].index("SUSPENDED SINCE")
    assert lines[label + 4][column:].strip() == "sitting 1, planned to end at 13:00"


def test_what_is_for_the_officer_alone_is_not_shown() -> None:
    assert "pace" not in text(*LATE)


def test_parts_that_matter_least_go_first_and_say_that_they_are_cut() -> None:
    wide = "\n".join(plain(each) for each in screen_lines(look_at("10:38"), 118, 31))
    small = "\n".join(plain(each) for each in screen_lines(look_at("10:38"), 60, 14))

    assert "2.1 Delegations'" in wide and "2.1 Delegations'" not in small
    assert "industry" in wide and "industry" not in small
    assert "…" in small


async def test_f7_shows_it_and_what_happens_is_seen_at_once(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f7")
        await until(lambda: isinstance(app.screen, SlipScreen) and "ITEM 2 ENDS" in seen(app))
        assert "EUROPEAN UNION" in seen(app) and "██" in seen(app)
        assert "F6 Record" in seen(app)
        await pilot.press("space")
        await until(lambda: " MALTA " in seen(app))
        assert isinstance(app.screen, MeetingScreen)
        app.screen.act_line.put("reply per")
        await pilot.press("enter")
        await until(lambda: "RIGHT OF REPLY     Peru" in seen(app))
        for size in ((80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await until(lambda: "POINT OF ORDER  none    RIGHT OF REPLY  Peru" in seen(app))
        await pilot.press("f2", "f7")
        await until(lambda: "MALTA" in seen(app) and isinstance(app.screen, SlipScreen))
