"""The Report screen in the real program: made aside, switched, put right, exported."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from meeting_tui.errors import SessionError
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.palette import offered_acts
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.notes_screen import NotesScreen
from meeting_tui.ui.screens.record_screen import RecordScreen
from meeting_tui.ui.screens.report_screen import ReportScreen
from meeting_tui.views.missing import lack_of_row
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


def screen_of(app: MeetingApp) -> ReportScreen:
    assert isinstance(app.screen, ReportScreen)
    return app.screen


def line_of(app: MeetingApp) -> str:
    assert isinstance(app.screen, MeetingScreen)
    return app.screen.act_line.value


def is_of_now(app: MeetingApp) -> bool:
    """The draft in view is of the newest act and as was chosen."""
    shown = screen_of(app).shown
    entries = len(app.desk.intake.meeting.entries)
    return shown is not None and (shown.entries, shown.choice) == (entries, app.report_choice)


async def at_report(app: MeetingApp, pilot: Pilot[int]) -> None:
    await pilot.press("f8")
    await until(lambda: isinstance(app.screen, ReportScreen) and is_of_now(app), 20)
    await until(lambda: "report of the Chair" in seen(app))


async def test_f8_shows_the_draft_and_tab_and_arrows_make_it_otherwise(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_report(app, pilot)
        assert "COUNTED  English  DRAFT" in seen(app)
        assert "Ctrl+Q Leave" in seen(app)
        await pilot.press("tab")
        await until(lambda: is_of_now(app) and "ANONYMOUS" in seen(app), 20)
        await pilot.press("shift+tab", "shift+tab", "right")
        await until(lambda: is_of_now(app) and "主席报告草案" in seen(app), 20)
        assert "NAMED  Chinese" in seen(app)
        assert "Every delegation is named" in seen(app)
        await pilot.press("left")
        await until(lambda: is_of_now(app) and "report of the Chair" in seen(app), 20)


async def test_keys_go_to_parts_and_pages_of_the_draft(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        screen = screen_of(app)
        await pilot.press("down", "down")
        await until(lambda: screen.parts.cursor_key == "part 2" and screen.part == 2)
        assert screen.shown is not None
        assert screen.text.first == screen.shown.laid.parts[2].line
        await pilot.press("pagedown", "pagedown", "pagedown")
        await until(lambda: screen.part > 3)
        at = screen.part
        await pilot.press("up")
        await until(lambda: screen.part < at)
        await pilot.press("end")
        await until(lambda: screen.text.last == len(screen.shown.laid.lines))  # type: ignore[union-attr]
        await pilot.resize_terminal(80, 24)
        await until(lambda: screen.shown is not None and screen.shown.width == 78, 20)
        await until(lambda: "‹" in seen(app))


async def test_what_happens_is_in_the_draft_a_moment_later(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        before = screen_of(app).shown
        assert before is not None
        app.submit("mark on 7 awaited")
        await until(lambda: screen_of(app).shown is not before and is_of_now(app), 20)
        await until(lambda: "texts awaited 1" in seen(app))


async def test_enter_leads_from_what_is_missing_to_where_it_is_put_right(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        app.submit('inscribe "Ruritania"')
        app.submit("mark on 7 awaited")
        await at_report(app, pilot)
        await pilot.press("enter")
        await until(lambda: "“Ruritania” is not in the directory" in seen(app))
        assert "Esc Text" in seen(app) and "Enter Go there" in seen(app)
        await pilot.press("escape")
        await until(lambda: "report of the Chair" in seen(app) and not screen_of(app).is_open)
        await pilot.press("enter")
        await until(lambda: "“Ruritania” is not in the directory" in seen(app))
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, RecordScreen) and bool(line_of(app)))
        assert line_of(app) == 'identify "Ruritania" as '
        await pilot.press("ctrl+u", "f8", "down", "enter")
        await until(lambda: isinstance(app.screen, NotesScreen) and bool(line_of(app)))
        assert line_of(app) == ":received on 7 "
        notes = app.screen
        assert isinstance(notes, NotesScreen)
        target = notes.noting.target(app.desk.state)
        assert target is not None and target.number == 7


async def test_bands_are_edited_in_the_line(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_report(app, pilot)
        await pilot.press("asterisk")
        await until(lambda: line_of(app).startswith("bands one=1 few=2"))
        assert isinstance(app.screen, MeetingScreen)
        app.screen.act_line.put("bands one=1 few=2 some=5 many=9 most=never")
        await pilot.press("enter")
        await until(lambda: ("some", 5) in app.desk.state.bands.words)
        await until(lambda: is_of_now(app), 20)


async def test_the_members_counted_are_chosen_on_the_report_and_on_coverage(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        await until(lambda: "members present" in seen(app).splitlines()[1])
        await pilot.press("equals_sign")
        await until(lambda: "all members" in seen(app).splitlines()[1])
        await until(lambda: is_of_now(app), 20)
        await pilot.press("f4")
        await until(lambda: "States, all members" in seen(app))
        await pilot.press("equals_sign")
        await until(lambda: "States, no group members" in seen(app))
        await pilot.press("f8", "slash")
        await until(lambda: line_of(app) == "export all counted en members-none")


async def test_what_is_missing_is_ticked_off_with_plus(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        await pilot.press("plus")
        await until(lambda: "go to an open point" in seen(app))
        await pilot.press("enter", "home")
        lacks = screen_of(app).shown
        assert lacks is not None
        first = lack_of_row(lacks.lacks, screen_of(app).missing.cursor_key)
        assert first is not None and first.id
        await pilot.press("plus")
        await until(lambda: f"Ticked off the checklist: {first.subject}" in seen(app))
        await until(lambda: is_of_now(app), 20)
        again = screen_of(app).shown
        assert again is not None and first not in again.lacks


async def test_export_is_written_aside_and_says_where(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        await pilot.press("tab", "slash")
        await until(lambda: bool(line_of(app)))
        assert line_of(app) == "export all anonymous en members-present"
        assert isinstance(app.screen, MeetingScreen)
        app.screen.act_line.put("export markdown counted zh")
        await pilot.press("enter")
        path = app.port.files.folder.path / "export" / "report-zh.md"
        await until(lambda: path.exists() and "Saved: /" in seen(app), 20)
        assert "主席报告草案" in path.read_text(encoding="utf-8")
        app.screen.act_line.put("export papyrus")
        await pilot.press("enter")
        await until(lambda: "Unknown format: “papyrus”" in seen(app))
        offered = {each.act_id: each for each in offered_acts(app)}
        assert offered["show_report"].label == "Report" and "export" in offered


async def test_an_export_that_cannot_be_written_says_why(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise SessionError("the disk is full")

    monkeypatch.setattr("meeting_tui.desk.reading.read_session", refuse)
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        app.submit("export json")
        await until(lambda: "Nothing was exported: the disk is full" in seen(app), 20)


async def test_a_draft_that_cannot_be_made_says_why_and_the_floor_goes_on(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("no such band")

    monkeypatch.setattr("meeting_tui.ui.drafting.report_draft", fail)
    app, goes_on = opened_app("16:20"), False
    with pytest.raises(ValueError, match="no such band"):  # in a test a fault is raised at the end
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("f8")
            await until(lambda: "The draft could not be made: no such band" in seen(app), 20)
            count = len(app.desk.intake.meeting.entries)
            app.submit("mark on 7 awaited")
            await until(lambda: len(app.desk.intake.meeting.entries) > count)
            goes_on = True
    assert goes_on


async def test_a_replay_shows_the_draft_of_its_moment_and_exports_nothing(
    opened_app: OpenedApp, tmp_path: Path
) -> None:
    from meeting_tui.desk.intake import Seat
    from meeting_tui.desk.replay import Replay, ReplayDesk
    from meeting_tui.ui.running import replay_app

    opened = opened_app("16:20")
    replay = Replay(opened.port.files.folder)
    at = replay.meeting.entries[200].at.replace(microsecond=0)
    app = replay_app(ReplayDesk(replay, Seat("desk", "EK"), at), opened.settings)
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        shown = screen_of(app).shown
        assert shown is not None and shown.entries < len(replay.meeting.entries)
        assert "Export" not in seen(app) and "Bands" not in seen(app)
        await pilot.press("slash")
        await until(lambda: "This is a replay: the preview shows that moment" in seen(app))
        await pilot.press("asterisk")
        await until(lambda: "nothing is recorded" in seen(app))
        await pilot.press("greater_than_sign")
        await until(lambda: screen_of(app).shown is not shown and is_of_now(app), 20)
        assert not (opened.port.files.folder.path / "export").exists()


async def test_one_export_is_written_at_a_time_and_a_line_without_a_format_asks(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def wait(*_: object) -> None:
        goes_on.wait(20)
        raise SessionError("given up")

    monkeypatch.setattr("meeting_tui.desk.reading.read_session", wait)
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_report(app, pilot)
        app.submit("export named")
        await until(lambda: "Which format? all, toml" in seen(app))
        app.submit("export json")
        await until(lambda: "Exporting json" in seen(app))
        app.submit("export json")
        await until(lambda: "still running" in seen(app))
        goes_on.set()
        await until(lambda: "given up" in seen(app), 20)
