"""What was typed and not entered comes back where it was typed; what was entered does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]

BACK = "Your text is back"


def shows(app: MeetingApp, mode: str) -> Callable[[], bool]:
    return lambda: isinstance(app.screen, MeetingScreen) and mode == app.screen.MODE


@pytest.mark.parametrize(
    "line", ["export md counted en", "screen floor", "limit fit 13:00", "theme"]
)
async def test_the_draft_of_an_act_of_the_screen_goes_when_it_is_done(
    opened_app: OpenedApp, line: str
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await until(shows(app, "report"))
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)
        screen = app.screen
        screen.act_line.put(line)
        screen.keep_draft()
        assert app.desk._drafts.held["report"].text == line
        await pilot.press("enter")
        await until(lambda: "report" not in app.desk._drafts.held)
        screen.keep_draft()
        kept = app.desk._drafts.held.get("report")
        assert kept is None or kept.text != line


async def test_text_is_said_to_be_back_on_the_screen_that_has_it(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        app.desk.keep_draft("report", "export all counted en")
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=(120, 36)) as pilot:
        await until(lambda: "restored." in seen(again))
        assert BACK not in seen(again)
        await until(lambda: "What you typed on Report is kept there." in seen(again))
        await pilot.press("f8")
        await until(shows(again, "report"))
        await until(lambda: BACK in seen(again))
        assert isinstance(again.screen, MeetingScreen)
        assert again.screen.act_line.value == "export all counted en"


async def test_on_the_first_screen_the_greeting_says_it(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        app.desk.keep_draft("floor", "zaf ke")
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=(120, 36)):
        await until(lambda: "restored." in seen(again) and BACK in seen(again))


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("on 2 a1 a6 half a sent", "What you typed on Notes is kept there."),
        ("half", "What you typed on Notes is kept there."),
        ("a1 a6", ""),
    ],
)
async def test_on_the_first_screen_it_is_said_where_a_half_sentence_is_kept(
    opened_app: OpenedApp, draft: str, told: str
) -> None:
    app = opened_app("16:20:59")
    async with app.run_test(size=(80, 24)):
        app.desk.keep_draft("notes", draft)
    assert app.leave()
    again = opened_app(name="day")
    async with again.run_test(size=(80, 24)):
        await until(lambda: "restored." in seen(again))
        await until(lambda: told in " ".join(seen(again).split()))
        assert ("What you typed" in seen(again)) == bool(told)
