"""A pasted text of many paragraphs is offered as the statement or as points; one undo is enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events
from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.views.record import read_filter
from tests.ui.notes.test_notes_flows import notes, points, to_notes
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]
TEXT = [f"Paragraph {n}: " + "the delegation reports every year in public. " * 3 for n in range(6)]


async def pasted(pilot: Pilot[int]) -> MeetingApp:
    app = await to_notes(pilot)
    notes(app).act_line.post_message(events.Paste("\r\n\r\n".join(TEXT)))
    await until(lambda: "6 paragraphs pasted on Sierra Leone" in seen(app))
    return app


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_keeps_it_as_the_text_of_the_statement(
    opened_app: OpenedApp, size: tuple[int, int]
) -> None:
    async with opened_app("16:20:59").run_test(size=size) as pilot:
        app = await pasted(pilot)
        had, floor = len(points(app)), app.desk.state.floor
        await pilot.press("enter")
        await until(lambda: floor in app.desk.state.statement_texts)
        assert app.desk.state.statement_texts[floor or ""].split("\n") == [t.strip() for t in TEXT]
        await until(lambda: "text of 6 paragraphs" in seen(app))
        assert (len(points(app)), notes(app).act_line.value) == (had, "")
        await pilot.press("f6")
        await until(lambda: "Text of the statement of Sierra Leone" in seen(app))
        found = read_filter("paragraph 4 every year")
        assert not isinstance(found, str)
        app.submit("undo")
        await until(lambda: floor not in app.desk.state.statement_texts)


async def test_tab_makes_points_and_one_undo_takes_them_back(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await pasted(pilot)
        had = len(points(app))
        await pilot.press("tab")
        await until(lambda: len(points(app)) == had + 6)
        assert points(app)[-1].text == TEXT[-1].strip()
        await until(lambda: not notes(app).act_line.value)
        await pilot.press("ctrl+z")
        await until(lambda: len(points(app)) == had)


async def test_escape_leaves_it_in_the_line(opened_app: OpenedApp) -> None:
    async with opened_app("16:20:59").run_test(size=(80, 24)) as pilot:
        app = await pasted(pilot)
        entries = len(app.desk.intake.meeting.entries)
        await pilot.press("escape")
        await until(lambda: "paragraphs pasted" not in seen(app))
        assert notes(app).act_line.value.startswith("Paragraph 0")
        assert len(app.desk.intake.meeting.entries) == entries
