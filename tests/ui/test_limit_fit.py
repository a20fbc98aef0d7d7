"""`limit fit HH:MM` on the screen: it waits in the line; Enter, and only Enter, sets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.meeting.limits import LimitSet
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.ui_acts import ui_act_typed
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


async def enter(app: MeetingApp, line: str) -> None:
    """Type a line as a paste would and enter it."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    screen.act_line.put(line)
    await screen.act_line.action_submit()


def line(app: MeetingApp) -> str:
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    return screen.act_line.value


def limits_set(app: MeetingApp) -> int:
    return sum(isinstance(each.event, LimitSet) for each in app.desk.intake.meeting.entries)


async def test_the_suggestion_waits_in_the_line_for_enter(opened_app: OpenedApp) -> None:
    app = opened_app("10:45")
    async with app.run_test(size=(120, 36)) as pilot:
        before = limits_set(app)
        asked = sum(map(len, app.desk.state.lists.values()))
        await enter(app, "inscribe fra(eu) deu ita esp jpn per")
        await until(lambda: sum(map(len, app.desk.state.lists.values())) >= asked + 6)
        await enter(app, "limit fit 11:42")
        await until(lambda: line(app).startswith("limit ") and "fit" not in line(app))
        await pilot.pause()
        assert line(app).endswith(" for group"), "groups keep their proportion"
        assert "heard by 11:4" in seen(app) and "between them" in seen(app)
        assert limits_set(app) == before, "nothing is set before Enter"
        await pilot.press("enter")
        await until(lambda: limits_set(app) == before + 2)
        await until(lambda: line(app) == "")
        assert app.look.projection.item is not None
        ends = app.look.projection.item.list_ends_at.astimezone(
            app.desk.state.agenda.sittings[0].start.tzinfo
        )
        assert f"{ends:%H:%M}" <= "11:42"
        limits = dict(app.desk.state.limits)
        await enter(app, "undo")
        await until(lambda: app.desk.state.limits != limits)
        assert ("tier", "group") not in app.desk.state.limits, "one undo takes back both"
        assert app.desk.state.limits.get(("default", "")) != limits["default", ""]


async def test_what_does_not_suffice_is_said_and_the_line_stays(opened_app: OpenedApp) -> None:
    app = opened_app("10:45")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(lambda: "restored." in seen(app))
        before = limits_set(app)
        await enter(app, "limit fit 10:50")
        await until(lambda: "Even with a limit" in seen(app))
        await pilot.pause()
        assert line(app) == "limit fit 10:50"
        assert limits_set(app) == before


async def test_without_a_time_the_line_is_begun(opened_app: OpenedApp) -> None:
    app = opened_app("10:45", language="zh")
    async with app.run_test(size=(80, 24)) as pilot:
        app.do_act("limit_fit")
        await until(lambda: line(app) == "limit fit ")
        await pilot.pause()


@pytest.mark.parametrize(
    ("typed", "rest"), [("limit fit 12:55", "12:55"), ("lim fit 9:05", "9:05"), ("LIMIT FIT", "")]
)
def test_it_is_no_act_of_the_meeting(typed: str, rest: str) -> None:
    found = ui_act_typed(typed)
    assert found is not None
    assert (found[0].id, found[1]) == ("limit_fit", rest)


@pytest.mark.parametrize("typed", ["limit 2:30", "limit 2:30 for fit", "fit 12:55", ""])
def test_other_lines_are_for_the_meeting(typed: str) -> None:
    assert ui_act_typed(typed) is None
