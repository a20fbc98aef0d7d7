"""On a slow disk Enter takes the line away at once, and only what is typed since is the next."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from meeting_tui.desk import desk as desks
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.meeting.decisions import DecisionTaken
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.ui import one_by_one
from meeting_tui.ui.app import MeetingApp
from tests.bad_disk import Disk
from tests.ui.seen import line_of, seen, send, until

OpenedApp = Callable[..., MeetingApp]

SECONDS = (0.0, 0.001, 0.05, 0.15, 0.3, 1.0)
pytestmark = pytest.mark.unmeasured


class News:
    """What happened at a desk since this was made."""

    def __init__(self, app: MeetingApp) -> None:
        self._app = app
        self._before = len(app.desk.intake.meeting.entries)

    def __call__(self) -> list[Event]:
        return [each.event for each in self._app.desk.intake.meeting.entries[self._before :]]

    def are(self, number: int) -> bool:
        return len(self()) >= number and not self._app.desk.is_at_work


@pytest.mark.parametrize("seconds", SECONDS)
async def test_two_names_entered_one_after_the_other_are_two_acts(
    disk: Disk, opened_app: OpenedApp, seconds: float
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news, disk.seconds = News(app), seconds
        send(app, "bra", "enter", "per", "enter")
        await until(lambda: news.are(2))
        assert [each.delegation for each in news() if isinstance(each, Inscribed)] == ["BRA", "PER"]
        await until(lambda: line_of(app).value == "")


@pytest.mark.parametrize("seconds", SECONDS)
async def test_two_notes_entered_one_after_the_other_are_two_points(
    disk: Disk, opened_app: OpenedApp, seconds: float
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news = News(app)
        send(app, "f3", "yes", "enter", "no", "enter")
        disk.seconds = seconds
        await until(lambda: news.are(2))
        assert [each.text for each in news() if isinstance(each, PointNoted)] == ["yes", "no"]


@pytest.mark.parametrize("seconds", SECONDS)
async def test_space_behind_a_decision_gives_the_floor_once(
    disk: Disk, opened_app: OpenedApp, seconds: float
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        news, disk.seconds = News(app), seconds
        send(app, "decision all agree", "enter", "space")
        await until(lambda: news.are(3))
        await pilot.pause(0.1)
        assert [type(each) for each in news()].count(FloorGiven) == 1
        assert isinstance(news()[0], DecisionTaken) and line_of(app).value == ""


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a disk that hangs is waited for."""
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 60.0)
    monkeypatch.setattr(one_by_one, "LONGEST_SECONDS", 60.0)


@pytest.mark.usefixtures("patient")
async def test_enter_takes_the_line_away_before_the_disk_answers(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news, disk.hangs = News(app), True
        send(app, "bra", "enter")
        await until(lambda: app.desk.is_at_work and line_of(app).value == "")
        send(app, "per")
        await until(lambda: line_of(app).value == "per")
        assert app.desk.is_at_work and not news(), "typed while the act was on its way"
        disk.heal()
        await until(lambda: news.are(1))
        assert line_of(app).value == "per", "what was typed since stays"


@pytest.mark.usefixtures("patient")
async def test_what_is_on_its_way_is_shown_as_being_saved_and_then_as_done(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news, disk.hangs = News(app), True
        send(app, "bra", "enter")
        await until(lambda: "saving: bra" in seen(app))
        assert "Inscribed: Brazil" not in seen(app) and not news()
        assert "saving 1" in seen(app) and "on disk" not in seen(app)
        disk.heal()
        await until(lambda: "Inscribed: Brazil" in seen(app))
        await until(lambda: "on disk" in seen(app))
        assert "saving: bra" not in seen(app)


@pytest.mark.usefixtures("patient")
async def test_a_key_that_acts_waits_for_the_act_before_and_holds_back_what_follows(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        news, disk.hangs = News(app), True
        send(app, "bra", "enter", "full_stop", "per")
        await until(lambda: app.desk.is_at_work and line_of(app).value == "")
        await pilot.pause(0.1)
        assert line_of(app).value == "", "letters behind a key that acts come after it"
        disk.heal()
        await until(lambda: news.are(2))
        await until(lambda: line_of(app).value == "per")


async def test_a_text_behind_a_change_of_the_floor_belongs_to_the_new_speaker(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news, disk.seconds = News(app), 0.3
        send(app, "f3", "last words", "enter", "f9", "first words", "enter")
        await until(lambda: news.are(4))
        (last, first) = [each for each in news() if isinstance(each, PointNoted)]
        assert (last.text, first.text) == ("last words", "first words")
        assert last.intervention != first.intervention


async def test_a_refused_line_comes_back_whatever_the_disk_does(
    disk: Disk, opened_app: OpenedApp
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)):
        news, disk.seconds = News(app), 0.3
        send(app, "bra", "enter", "withdraw zaf", "enter")
        await until(lambda: "Not done" in seen(app))
        assert line_of(app).value == "withdraw zaf" and line_of(app).is_refused
        assert len(news()) == 1


async def test_a_line_refused_late_leaves_what_was_typed_since_and_is_one_up_away(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, slowly = TextFolder.keep, threading.Event()

    def keep(folder: TextFolder, path: str) -> Copied | Refusal:
        slowly.wait(10)
        return kept(folder, path)

    monkeypatch.setattr(TextFolder, "keep", keep)
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        line, file = line_of(app), "received mex /nowhere/at/all.pdf"
        send(app, file, "enter")
        await until(lambda: line.value == "" and bool(list(app.port.sent)))
        await pilot.press(*"per")
        assert line.value == "per"
        slowly.set()
        await until(lambda: "Not done" in seen(app))
        assert line.value == "per" and "received mex /nowhere" in seen(app)
        await pilot.press("up")
        assert line.value == file
        await pilot.press("down")
        assert line.value == "per"
