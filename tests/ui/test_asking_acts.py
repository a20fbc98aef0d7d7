"""What the screens say where an act asks, offers or is due."""

from __future__ import annotations

import pytest

from meeting_tui.ui import live_port
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.floor import face, speaker_lines
from meeting_tui.views.keeping import Keeping, standing_line
from meeting_tui.views.notes import questions_of
from meeting_tui.views.pieces import line_cells, plain
from tests.ui.conftest import OpenedApp
from tests.ui.seen import seen, until
from tests.views.test_floor_lines import BEGUN, at, said


def test_a_line_says_that_the_break_is_over() -> None:
    suspended = (*BEGUN, "suspend lunch")
    assert standing_line(at(299, *suspended), Keeping()) is None
    told = standing_line(at(302, *suspended), Keeping())
    assert told is not None
    assert plain(told).strip() == (
        "▲ The break is over. Sitting 2 was planned for 15:00. To begin, type `resume`"
    )
    assert standing_line(at(302, *suspended, "resume"), Keeping()) is None


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        (60, "Suspended. To continue sitting 1, type `resume`"),
        (200, "Suspended. To begin sitting 2 (planned 15:00), type `resume`"),
    ],
)
def test_what_resume_would_begin_is_said_while_suspended(minutes: float, sentence: str) -> None:
    assert sentence in said(speaker_lines(at(minutes, *BEGUN, "suspend"), 120))


def test_the_clock_is_the_point_of_orders_while_one_is_heard() -> None:
    raised = (*BEGUN, "mex", "next", "order per")
    shown = face(at(2, *raised))  # raised 50 s after ten
    assert shown is not None
    assert (shown.text, shown.word, shown.limit_seconds) == ("1:10", "POINT OF ORDER", None)
    after = face(at(3, *raised, "ruling not in order"))
    assert after is not None and after.paused and after.limit_seconds == 180
    alone = face(at(2, *BEGUN, "order per"))
    assert alone is not None and alone.word == "POINT OF ORDER"


async def test_more_time_with_nobody_speaking_begins_the_line_that_extends_the_sitting(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(".")
        await until(lambda: app.desk.state.speaking() is None)
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        screen.act_line.put("extend 10:00")
        await screen.act_line.action_submit()
        await until(lambda: screen.act_line.value.startswith("plan sitting"))
        await pilot.pause()
        assert screen.act_line.value == "plan sitting 1 10:00 13:10 because "
        assert "To extend sitting 1 to 13:10" in seen(app)


def test_who_presides_in_the_place_of_the_chair_stands_beside_the_item() -> None:
    begun = (*BEGUN, "mex", "next")
    assert "presiding" not in said(speaker_lines(at(2, *begun), 80))
    for width in (80, 120):
        first = speaker_lines(at(2, *begun, "preside Vice-Chair, Jane Roe"), width)[0]
        assert plain(first).endswith("presiding: Vice-Chair, Jane Roe ")
        assert line_cells(first) == width
    long = speaker_lines(at(2, *begun, f"preside {'Vice-Chair ' * 20}"), 80)[0]
    assert line_cells(long) == 80 and plain(long).startswith(" 1.2")


def test_the_heading_says_with_which_items_the_open_one_is_taken_together() -> None:
    look = at(2, *BEGUN, "join 3")
    assert plain(speaker_lines(look, 80)[0]).startswith(" 1.2 with 3  ")
    signs = {each.key: each.content.sign for each in agenda_rows(look)}
    assert (signs["item 1"], signs["item 3"]) == ("▶", "▶")
    with_questions = at(2, *BEGUN, "join 2").state
    assert {each.item for each in questions_of(with_questions, "1")} == {"1", "2"}


def test_what_is_allowed_is_asked_of_the_state_and_not_of_a_forecast(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = opened_app("10:38").port

    def no_forecast(*_: object) -> None:
        raise AssertionError("the whole forecast was made")

    monkeypatch.setattr(live_port, "project", no_forecast)
    assert port.may("pause") is None
    assert port.may("resume") == "The sitting is not suspended."
