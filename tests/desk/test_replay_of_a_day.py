"""A replay of the full day: at each moment the meeting as it stood, the forecast of then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from meeting_tui.desk.as_it_stood import as_it_stood
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.replay import Replay, ReplayDesk
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import SessionError
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.entry import Entry
from tests.ui.conftest import played

SEAT = Seat("desk", "EK")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> SessionFolder:
    folder = SessionFolder(tmp_path_factory.mktemp("replayed") / "day")
    played(folder, "12:30")
    return folder


@pytest.fixture
def desk(folder: SessionFolder) -> Iterator[ReplayDesk]:
    replay = Replay(folder)
    yield ReplayDesk(replay, SEAT, replay.moments.end)


def test_going_back_turn_by_turn_shows_each_speaker_at_the_beginning(desk: ReplayDesk) -> None:
    turns = desk.replay.moments.turns
    seen = []
    while desk.step("turn", -1):
        if desk.state.floor:
            intervention = desk.state.interventions[desk.state.floor]
            seen.append((desk.at, desk.state.asked_by(intervention).delegation))
            assert desk.at - intervention.given_at < timedelta(seconds=1)

    assert seen == [(each.at, each.delegation) for each in reversed(turns)]
    assert len(seen) > 30


def test_each_moment_is_what_the_shell_shows_of_that_time(
    desk: ReplayDesk, folder: SessionFolder
) -> None:
    zone = ZoneInfo(desk.state.agenda.zone)
    moments = [each.at for each in desk.replay.moments.turns[::5]]
    moments += [each.at for each in desk.replay.moments.openings[::4]]
    for moment in reversed(moments):
        desk.go(moment)
        stood = as_it_stood(folder, moment.astimezone(zone).time())
        assert desk.at == stood.now
        assert desk.state == stood.meeting.state
        assert desk.intake.meeting.entries == stood.meeting.entries
        assert project(desk.state, desk.at) == project(stood.meeting.state, stood.now)


def test_going_on_by_minutes_passes_every_entry(desk: ReplayDesk) -> None:
    desk.step("edge", -1)
    counted = [len(desk.intake.meeting.entries)]
    while desk.step("minute", 1):
        counted.append(len(desk.intake.meeting.entries))

    assert counted == sorted(counted)
    assert counted[0] < counted[-1] == len(desk.replay.meeting.entries)
    assert desk.state == desk.replay.meeting.state


def test_items_come_as_they_were_opened(desk: ReplayDesk) -> None:
    desk.step("edge", -1)
    opened = []
    while desk.step("item", 1):
        opened.append(desk.state.item)

    assert opened[:3] == ["0", "1", "2"]


def test_there_is_nothing_to_write_with(desk: ReplayDesk) -> None:
    with pytest.raises(SessionError):
        desk.submit("next")
    with pytest.raises(SessionError):
        desk.go_on_in(lambda: desk.replay.folder.write("other"))
    desk.keep_draft("floor", "text")
    desk.tick()
    assert desk.leave()
    assert not hasattr(desk, "_writer")


def test_the_end_is_that_of_a_meeting_that_goes_on(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    played(folder, "10:20")
    opened = open_session(folder, SEAT)
    try:
        replay = Replay(folder)
        desk = ReplayDesk(replay, SEAT, replay.moments.end)
        last = replay.meeting.last
        assert not desk.step("turn", 1)

        later = last.at + timedelta(minutes=3)
        opened.writer.append((_noted(last, later),))
        assert opened.writer.flush(5)
        assert desk.step("edge", 1)
        assert desk.at == later.replace(microsecond=0)
        assert len(desk.intake.meeting.entries) == last.seq + 1
    finally:
        assert opened.close()


def _noted(last: Entry, at: datetime) -> Entry:
    from meeting_tui.meeting.decisions import DecisionTaken

    event = DecisionTaken("d99", "1", "agreed")
    return Entry(last.seq + 1, "late", "late", at, at, "other", "EK", event)
