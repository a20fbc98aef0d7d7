"""12:20, a long list on item 3: what will not be reached before 13:00, and what would save it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.cli import main
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.forecast.inverse import limit_to_end_by
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.limits import LimitSet
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from tests.scenarios.late_day import (
    AGENDA,
    LONG_LIST,
    at,
    enter,
    play_until,
    seated,
    shown,
)
from tests.ui.seen import until

MOMENT = "12:20:00"
SUM = "(3:29 left for the speaker, 12 speakers at 2:00, 2 at 3:15, 1:00 to close and 15 s between"
SAVES = "With a limit of 2:00 and 3:15 for group statements, all are heard by 12:58"
CHAIR = (
    "I have 13 more speakers and one right of reply. To hear all by 13:00, I propose a limit of "
    "two minutes, and three minutes 15 seconds for group statements."
)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sessions folder with the day as it was at 12:20."""
    return play_until(tmp_path_factory.mktemp("late") / "sessions", LONG_LIST, MOMENT).path


@pytest.fixture
def session(played: Path, tmp_path: Path) -> SessionFolder:
    """A copy of it that may be gone on with."""
    shutil.copytree(played, tmp_path / "sessions" / "day")
    return SessionFolder(tmp_path / "sessions" / "day")


@pytest.fixture
def told(session: SessionFolder, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command says of the session."""

    def tell(command: str, *options: str) -> str:
        capsys.readouterr()
        assert main(["--sessions", str(session.path.parent), command, "day", *options]) == 0
        return capsys.readouterr().out

    return tell


def test_the_whole_day_is_played_without_a_refusal(tmp_path: Path) -> None:
    files = [str(AGENDA), str(LONG_LIST), "--session", "day", "--rehearsal", "--strict"]
    assert main(["--sessions", str(tmp_path), "play", *files]) == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_floor_says_what_will_not_be_reached_and_what_saves_it(
    session: SessionFolder, size: tuple[int, int]
) -> None:
    with seated(session, MOMENT) as app:
        async with app.run_test(size=size):
            await shown(
                app,
                "10 can speak, 4 cannot",
                "3 speakers, 1 right of reply and items 5, 6 will not be reached before 13:00",
            )
            await shown(app, SAVES)
            if size[0] > 100:  # a sum cut in two is of no use
                await shown(app, SUM)


async def test_the_floor_says_so_in_chinese(session: SessionFolder) -> None:
    with seated(session, MOMENT, language="zh") as app:
        async with app.run_test(size=(80, 24)):
            await shown(app, "13:00前无法进行：3位发言者、1项答辩和项目5、6。发言时限设为2:00")


def test_the_command_says_the_same(told: Callable[..., str]) -> None:
    said = told("forecast", "--at", "12:20")

    assert "Until 13:00, the list gets as far as Lithuania: 10 can speak, 4 cannot" in said
    assert (
        "Not heard by 13:00: Belize, Control Arms, International Committee of the Red Cross, Malta"
    ) in said
    assert "Not reached before 13:00: items 5, 6" in said
    assert f"Advice: {SAVES} {SUM}" in said
    assert CHAIR in said


def test_the_json_of_the_command_says_the_same(told: Callable[..., str]) -> None:
    said = json.loads(told("forecast", "--at", "12:20", "--json"))

    assert said["open_item"]["waiting"] == 14
    assert (said["open_item"]["fits"], said["open_item"]["left_over"]) == (10, 4)
    assert [each["behind"] for each in said["cuts"] if each["sitting"] == "1"] == [["5", "6"]]
    assert said["advice"]["step"] == "limit"
    assert said["advice"]["text"].startswith(SAVES)
    assert said["advice"]["proposal"] == CHAIR
    assert [each["seconds"] for each in said["advice"]["limits"]] == [120, 195]


def test_the_chairs_slip_has_the_sentence(told: Callable[..., str]) -> None:
    assert CHAIR in " ".join(told("slip").split())


async def test_what_is_suggested_is_set_by_enter_alone_and_saves_it(
    session: SessionFolder, told: Callable[..., str]
) -> None:
    with seated(session, MOMENT) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(app, "restored.")
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            screen.act_line.put("limit fit 13:00")
            await screen.act_line.action_submit()
            await until(lambda: screen.act_line.value == "limit 2:00 and 3:15 for group")
            assert limits_set(app) == []
            await pilot.press("enter")
            await until(lambda: limits_set(app) == [195, 120])
            said = await shown(app, "Item 3 ends 12:58", "all 14 can speak")
            assert "4 speakers" not in said
            item = app.look.projection.item
            assert item is not None and item.ends_at <= at("13:00:00")
            await pilot.press("f7")
            await shown(app, "room for all")
    after: Any = json.loads(told("forecast", "--json"))
    assert after["open_item"]["left_over"] == 0
    assert after["open_item"]["ends_at"][11:16] == "12:58"


def limits_set(app: MeetingApp) -> list[int | None]:
    """The limits set from the desk, behind those of the script."""
    entries = app.desk.intake.meeting.entries
    return [
        each.event.seconds
        for each in entries
        if isinstance(each.event, LimitSet) and each.desk == "desk"
    ]


async def test_one_step_more_would_not(session: SessionFolder) -> None:
    with seated(session, MOMENT) as app:
        found = limit_to_end_by(project(app.desk.state, at(MOMENT)), at("13:00:00"))
        assert found is not None
        assert found.step_up == (("default", "", 135), ("tier", "group", 225))
        async with app.run_test(size=(80, 24)):
            await enter(app, "limit 2:15")
            await enter(app, "limit 3:45 for group")
            said = await shown(app, "13 can speak, 1 cannot")
            assert "1 right of reply and items 5, 6 will not be reached before 13:00" in said


def test_the_afternoon_goes_on_under_the_limits_of_before(tmp_path: Path) -> None:
    session = play_until(tmp_path / "sessions", LONG_LIST, "15:30:00")
    with seated(session, "15:30:00") as app:
        state = app.desk.state
        assert state.items["3"].phase == "closed"
        assert state.limits[("default", "")] == 180
        assert state.limits[("tier", "group")] == 300
