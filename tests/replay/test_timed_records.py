"""Records with exact times, and a report's list of names: our figures and our order are theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from meeting_tui.delegations.directory import load_directory
from tests.replay.openslides import OpenSlides
from tests.replay.parlamint import hold, read_parlamint
from tests.replay.room import Room, plan
from tests.replay.un_lists import read_report

SAMPLES = "samples/meetings"
START = datetime(2008, 3, 5, 15, tzinfo=UTC)


def test_openslides_begin_and_end_are_our_seconds(shared: Path) -> None:
    lists = OpenSlides(shared / SAMPLES / "openslides/example-data-subset.json")
    heard = [each for each in lists.speakers if each.begin and each.end]
    room = lists.hold()

    assert [each.id for each in heard] == [11]
    assert room.spoken(lists.end) == [(heard[0].name, 600.0)]
    assert not room.refused


def test_openslides_lists_wait_in_the_order_of_their_weights(shared: Path) -> None:
    lists = OpenSlides(shared / SAMPLES / "openslides/example-data-subset.json")
    state = lists.hold().meeting.state
    waiting = {
        item: [state.inscriptions[each].name for each in ids] for item, ids in state.lists.items()
    }
    expected: dict[str, list[str]] = {}
    for each in lists.speakers:
        if each.begin is None:
            expected.setdefault(each.item, []).append(each.name)

    assert len(lists.speakers) == 13
    assert len(state.items) == 15
    assert waiting == expected
    again = next(each for each in lists.speakers if each.id == 13)
    assert waiting[again.item][1:] == [again.name]
    assert [each.name for each in state.inscriptions.values()].count(again.name) > 1


def test_parlamint_counts_to_the_second_and_hears_no_shout(shared: Path) -> None:
    speeches = read_parlamint(shared / SAMPLES / "parlamint-at-178-excerpt.xml")
    room = hold(speeches)
    room.no_loose_end()
    state = room.meeting.state

    assert [seconds for _, seconds in room.spoken(speeches[-1].begun)] == [85.0]
    (raised,) = state.points_of_order.values()
    assert (raised.name, raised.text) == (speeches[1].name, speeches[1].procedure)
    assert raised.lapsed_at is not None
    assert [each.text for each in state.points.values()] == [
        shout for each in speeches for shout in each.interruptions
    ]
    assert len(state.points) == 3
    assert not room.refused


def test_a_reports_list_is_inscribed_in_its_order(shared: Path) -> None:
    report = shared / SAMPLES / "un-lists/hrc7-general-segment-report.txt"
    listed = read_report(report.read_text("utf-8"))
    agenda = plan([("1", "General segment", [])], START, START + timedelta(hours=3))
    directory = load_directory()
    room = Room(agenda, directory)
    room.must("open", START)
    room.must("item 1", START)
    for each in listed:
        group = f"({each.group})" if each.group else ""
        room.must(f'inscribe "{each.name}"{group}', START)

    asked = list(room.meeting.state.inscriptions.values())
    assert len(asked) == len(listed) == 35
    not_held = [each.name for each in listed if directory.exact(each.name) is None]
    assert [each.name for each in asked if not each.known] == not_held
    assert len(not_held) <= 5
    assert [each.id for each in asked] == room.meeting.state.lists["1"]
    assert [each.group for each in asked] == [each.group or None for each in listed]
    assert [each.delegation for each in asked if each.group] == ["PAK", "PSE"]
