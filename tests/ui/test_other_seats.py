"""What another seat does comes to the screen, and is told there where it is about this seat."""

from __future__ import annotations

from pathlib import Path

from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from tests.ui.conftest import OpenedApp
from tests.ui.seen import seen, until


async def test_what_another_seat_enters_is_shown_and_what_it_takes_back_of_ours_is_told(
    opened_app: OpenedApp, tmp_path: Path
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        folder = SessionFolder(tmp_path / "sessions" / "day")
        with visit(folder, Seat("shell", "CD"), "en") as other:
            other.do("inscribe nor")
        await until(lambda: "Norway" in seen(app))
        assert "CD:" not in seen(app)

        await pilot.press(*"inscribe chl", "enter")
        await until(lambda: "Inscribed: Chile" in seen(app))
        with visit(folder, Seat("shell", "CD"), "en") as other:
            other.do("undo EK")
        await until(lambda: "CD: Undone: Inscribed: Chile" in seen(app))


async def test_the_line_of_a_seat_for_notes_does_not_invite_to_inscribe(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38", role="notes")
    async with app.run_test(size=(80, 24)):
        await until(lambda: "A command, such as take this" in seen(app))
        assert "to inscribe" not in seen(app)
