"""A report draft changed by hand is left as it is, and the screen says so, once."""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.ui.app import MeetingApp
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


async def test_a_draft_changed_by_hand_is_told_of_once(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    draft = app.port.files.folder.drafts / "report.md"
    async with app.run_test(size=(200, 50)) as pilot:
        app.submit("yield")
        app.submit("close item carry")
        await until(draft.exists)
        thread = app.port.files._thread
        assert thread is not None
        await until(lambda: not thread.is_alive())
        draft.write_text("corrected by hand", encoding="utf-8")

        app.submit("item 3")
        app.submit("close item carry")
        await until(lambda: "was not overwritten" in seen(app))
        assert draft.read_text(encoding="utf-8") == "corrected by hand"
        await pilot.pause(0.3)

        app.tell("something else")
        app.submit("item 5")
        app.submit("close item carry")
        await until(lambda: app.desk.state.items["5"].phase == "closed")
        await until(
            lambda: app.port.files._thread is not None and not app.port.files._thread.is_alive()
        )
        await pilot.pause()
        assert "was not overwritten" not in seen(app)
    assert app.leave()
    assert [draft.name in each for each in app.port.files.left] == [True], "told on leaving"
