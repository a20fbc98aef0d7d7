"""Two sittings of the Canadian House of Commons: the floor goes as the record says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.replay.hansard import HouseSitting, Turn, read_hansard

FOLDER = "samples/meetings/hansard-ca"
NONE_GIVEN = "none in the record"


def _sitting(shared: Path, name: str) -> HouseSitting:
    return HouseSitting(read_hansard(shared / FOLDER / f"{name}.xml"))


def _became(sitting: HouseSitting, what: str) -> list[Turn]:
    speeches = [turn for turn in sitting.turns if turn.sort == "speech"]
    return [turn for turn, became in zip(speeches, sitting.became, strict=True) if became == what]


@pytest.mark.parametrize(
    ("name", "became", "refused"),
    [
        (
            "44-1-303-en",
            {"floor": 173, "order": 10, "ruling": 8, "continue": 2, "pause": 1},
            {
                "next next_twice": 139,
                "next point_of_order_pending": 1,
                "continue point_of_order_pending": 1,
            },
        ),
        (
            "42-1-2-en",
            {"floor": 39, "order": 1, "ruling": 1, "continue": 1},
            {"next next_twice": 29},
        ),
        (
            "42-1-2-fr",
            {"floor": 39, "order": 1, "ruling": 1, "continue": 1},
            {"next next_twice": 29},
        ),
    ],
)
def test_every_intervention_is_accounted_for(
    shared: Path, name: str, became: dict[str, int], refused: dict[str, int]
) -> None:
    sitting = _sitting(shared, name)
    room = sitting.hold()
    room.no_loose_end()

    assert Counter(sitting.became) == became
    assert len(sitting.became) == sum(turn.sort == "speech" for turn in sitting.turns)
    assert room.refused == refused
    state = room.meeting.state
    given = [(state.asked_by(each).name, each.given_at) for each in state.interventions.values()]
    assert given == [(turn.name, turn.at) for turn in _became(sitting, "floor")]
    assert [each.number for each in state.interventions.values()] == list(
        range(1, became["floor"] + 1)
    )
    raised = [(each.name, each.raised_at) for each in state.points_of_order.values()]
    assert raised == [(turn.name, turn.at) for turn in _became(sitting, "order")]
    assert all(each.ruled_at for each in state.points_of_order.values())


def test_a_whole_sitting_has_its_orders_and_subjects(shared: Path) -> None:
    sitting = _sitting(shared, "44-1-303-en")
    sorts = Counter(turn.sort for turn in sitting.turns)
    assert sorts == {"speech": 194, "subject": 68, "order": 6}
    state = sitting.hold().meeting.state
    assert len(state.segments) == 68
    assert {each.phase for each in state.items.values()} == {"closed"}


def test_several_speak_at_one_time_and_keep_their_order(shared: Path) -> None:
    sitting = _sitting(shared, "44-1-303-en")
    room = sitting.hold()
    turns = list(room.meeting.state.interventions.values())
    times = [each.given_at for each in turns]
    assert times == sorted(times)
    assert all(at.minute % 5 == 0 and at.second == 0 for at in times)
    assert len(set(times)) == len(times) - room.refused["next next_twice"]
    total = sum(seconds for _, seconds in room.spoken(sitting.end))
    assert total == 12_300
    assert (sitting.end - sitting.start).total_seconds() == 12_900


def test_a_speaker_interrupted_by_a_point_of_order_goes_on(shared: Path) -> None:
    sitting = _sitting(shared, "44-1-303-en")
    state = sitting.hold().meeting.state
    interrupted = [
        (each.name, state.asked_by(state.interventions[each.interrupted]).name)
        for each in state.points_of_order.values()
        if each.interrupted
    ]
    assert len(interrupted) == 3
    resumed = [turn.name for turn in _became(sitting, "continue")]
    assert resumed == [interrupted[0][1], interrupted[2][1]]
    assert all(raised_by != speaker for raised_by, speaker in interrupted)


def test_points_of_order_are_ruled_in_the_order_raised(shared: Path) -> None:
    state = _sitting(shared, "44-1-303-en").hold().meeting.state
    ruled = [each.ruled_at for each in state.points_of_order.values() if each.ruled_at]
    assert ruled == sorted(ruled)
    none_given = [each for each in state.points_of_order.values() if each.ruling == NONE_GIVEN]
    assert len(none_given) == 2


def test_one_sitting_is_the_same_in_english_and_french(shared: Path) -> None:
    english, french = (_sitting(shared, f"42-1-2-{each}") for each in ("en", "fr"))
    rooms = english.hold(), french.hold()

    assert sum(turn.sort == "speech" for turn in english.turns) == 42
    for one, other in zip(english.turns, french.turns, strict=True):
        assert (one.sort, one.at, one.person) == (other.sort, other.at, other.person)
    assert english.became == french.became
    assert rooms[0].applied == rooms[1].applied
    seconds = [[each[1] for each in room.spoken(english.end)] for room in rooms]
    assert seconds[0] == seconds[1]
    assert sum(seconds[0]) == 8_700
    paused = [
        [each.paused_seconds for each in room.meeting.state.interventions.values()]
        for room in rooms
    ]
    assert paused[0] == paused[1]
    assert sum(paused[0]) == 300
    names = [{turn.name for turn in each.turns if turn.name} for each in (english, french)]
    assert len(names[0]) == len(names[1])
    assert names[0] != names[1]
