"""What was lost of a log is an entry of its own; what depends on it is set apart, and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from meeting_tui.desk.intake import mint
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.entry import ActUndone, Entry, Event
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.losses import (
    EventsLost,
    EventsSetApart,
    LossesSeen,
    found_lost,
    missing_numbers,
    set_apart,
    unseen,
)
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.meeting.telling import Chronicle, tell
from meeting_tui.meeting.undo import UndoFloor
from tests.meeting.room import Room


def morning() -> Room:
    """Mexico and France speak, with a note each; Kenya waits."""
    room = Room().opened()
    room.do("inscribe mex fra ken")
    for name in ("mex", "fra"):
        room.later(60).do(f"floor {name}!")
        room.later(30).do(f"note a1 what {name} said")
        room.later(30).do("yield")
    return room


def number_of(room: Room, kind: type, which: int = 0) -> int:
    return [each.seq for each in room.meeting.entries if isinstance(each.event, kind)][which]


def without(room: Room, *numbers: int) -> Meeting:
    """The same log with a hole."""
    return replay([each for each in room.meeting.entries if each.seq not in numbers])


def note(room: Room, events: tuple[Event, ...], after: int) -> None:
    """Let the desk note in the log what it found."""
    for entry in mint(after, events, room.now, room.now, room.seat):
        room.meeting.apply(entry)


def reopened(room: Room, *numbers: int) -> Room:
    """A room that goes on with the log with a hole, once that is noted in it."""
    room.meeting = without(room, *numbers)
    entries = room.meeting.entries
    note(room, found_lost(entries, room.meeting.apart, entries[-1].seq), entries[-1].seq)
    return room


def test_a_log_without_a_hole_sets_nothing_apart() -> None:
    room = morning()
    again = replay(room.meeting.entries)

    assert again.apart == frozenset()
    assert found_lost(room.meeting.entries, (), room.meeting.last.seq) == ()
    assert again.state == room.state


def test_what_depends_on_a_lost_turn_has_no_effect_and_the_rest_goes_on() -> None:
    room = morning()
    given = number_of(room, FloorGiven)
    noted, yielded = number_of(room, PointNoted), number_of(room, FloorYielded)
    found = without(room, given)

    assert found.apart == {noted, yielded}
    assert [each.id for each in found.state.interventions.values()] == ["s2"]
    assert found.state.interventions["s2"].yielded_at is not None
    assert list(found.state.points) == ["n2"]
    assert len(found.entries) == len(room.meeting.entries) - 1


def test_what_depends_on_a_lost_request_has_no_effect() -> None:
    room = morning()
    found = without(room, number_of(room, Inscribed, 0))

    assert "s1" not in found.state.interventions
    assert "s2" in found.state.interventions
    assert len(found.apart) == 3


def test_a_lost_end_is_when_the_next_begins() -> None:
    room = morning()
    found = without(room, number_of(room, FloorYielded))

    first, second = found.state.interventions.values()
    assert first.yielded_at == second.given_at
    assert found.apart == frozenset()


def test_an_act_whose_first_entry_is_lost_holds_with_what_is_left() -> None:
    room = morning()
    first = number_of(room, Inscribed, 0)
    found = without(room, first)

    assert {each.delegation for each in found.state.inscriptions.values()} == {"FRA", "KEN"}
    room.meeting = found
    room.do("undo")
    assert room.state.interventions["s2"].yielded_at is None


def test_a_hole_is_noted_with_its_numbers_and_moments() -> None:
    room = morning()
    given = number_of(room, FloorGiven)
    entries = {each.seq: each for each in room.meeting.entries}
    reopened(room, given)

    lost, apart = room.meeting.entries[-2:]
    assert lost.event == EventsLost(
        given, given, entries[given - 1].recorded_at, entries[given + 1].recorded_at
    )
    assert isinstance(apart.event, EventsSetApart)
    (first, second) = unseen(room.state)
    assert (first.seq, first.first, first.last, second.apart) == (
        lost.seq,
        given,
        given,
        apart.event.numbers,
    )


def test_a_lost_end_of_the_log_is_noted_with_the_moment_that_is_known() -> None:
    room = morning()
    kept = room.meeting.entries[:-3]
    until = room.meeting.last.recorded_at
    (event,) = found_lost(kept, (), room.meeting.last.seq, until, "log.db.set-aside-1")

    assert event == EventsLost(
        kept[-1].seq + 1, room.meeting.last.seq, kept[-1].recorded_at, until, "log.db.set-aside-1"
    )
    (start,) = found_lost(kept[1:2], (), 2)
    assert isinstance(start, EventsLost) and start.since is None


def test_what_is_noted_is_not_noted_again_and_read_alike_by_all() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))
    again = replay(room.meeting.entries, strictly=True)

    assert again.apart == room.meeting.apart == set_apart(room.meeting.entries)
    assert again.state == room.state
    assert missing_numbers(room.meeting.entries, room.meeting.last.seq) == ()
    assert found_lost(room.meeting.entries, again.apart, room.meeting.last.seq) == ()


def test_a_second_hole_beside_the_first_is_noted_alone() -> None:
    room = reopened(morning(), 4)
    left = [each for each in room.meeting.entries if each.seq not in (3, 9)]

    assert missing_numbers(left, room.meeting.last.seq) == ((3, 3), (9, 9))


def test_ids_of_lost_events_are_never_given_out_again() -> None:
    room = morning()
    last_given = number_of(room, FloorGiven, 1)
    # The newest turn is lost with all that came of it, at the end of the log.
    kept = [each for each in room.meeting.entries if each.seq < last_given]
    end = room.meeting.last.seq
    room.meeting = replay(kept)
    note(room, found_lost(kept, (), end), end)

    room.do("floor ken!")
    room.do("note a1 what ken said")

    assert "s2" not in room.state.interventions
    assert "n2" not in room.state.points
    assert room.state.floor is not None


def test_it_is_told_until_somebody_says_it_is_seen() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))
    assert len(unseen(room.state)) == 2

    (event,) = room.do("seen")

    assert isinstance(event, LossesSeen)
    assert unseen(room.state) == ()
    assert room.refused("seen") == "nothing_lost"
    room.do("undo")
    assert len(unseen(room.state)) == 2
    assert len(room.state.losses) == 2


def test_it_may_be_seen_after_the_meeting_and_leaves_the_report_final() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))
    room.do("adjourn!")
    room.do("finalise!")
    assert room.state.finalised_at is not None

    room.do("seen")

    assert room.state.finalised_at is not None


def test_nothing_is_lost_in_a_whole_meeting() -> None:
    assert morning().refused("seen") == "nothing_lost"


def test_the_loss_itself_cannot_be_undone() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))
    before = [each.seq for each in room.state.losses]

    room.do("undo")

    assert [each.seq for each in room.state.losses] == before


def test_an_act_of_the_floor_can_be_undone_behind_a_hole() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))

    assert isinstance(decide(room.meeting, UndoFloor(), room.now), tuple)


def test_an_undo_of_what_is_lost_is_set_apart() -> None:
    room = morning()
    noted = number_of(room, PointNoted, 1)
    room.do("undo")
    room.do("undo")
    found = without(room, noted)
    undone = [each.seq for each in room.meeting.entries if isinstance(each.event, ActUndone)]

    assert undone[-1] in found.apart
    assert "n2" not in found.state.points


def changed(room: Room, number: int, event: FloorGiven) -> list[Entry]:
    return [
        replace(each, event=event) if each.seq == number else each for each in room.meeting.entries
    ]


def test_an_entry_that_does_not_follow_is_set_apart_and_refused_strictly() -> None:
    room = morning()
    given = number_of(room, FloorGiven)
    entries = changed(room, given, FloorGiven("s1", "i99", "1"))
    found = replay(entries)

    assert given in found.apart
    assert "s2" in found.state.interventions
    assert found_lost(entries, found.apart, room.meeting.last.seq) == (
        EventsSetApart(tuple(sorted(found.apart))),
    )
    with pytest.raises(LogDamaged, match="does not follow"):
        replay(entries, strictly=True)


def test_a_log_without_its_first_entry_cannot_be_gone_on_with() -> None:
    with pytest.raises(LogDamaged, match="does not begin"):
        without(morning(), 1)


def test_what_is_purged_behind_a_hole_is_purged() -> None:
    room = morning()
    room.do("correct n2 /off-record what fra said", "purge! n2")
    found = without(room, number_of(room, FloorGiven))

    assert "n2" not in found.state.points
    assert not any(getattr(each.event, "text", "") == "what fra said" for each in found.entries)


@pytest.mark.parametrize(
    ("event", "english", "chinese"),
    [
        (EventsLost(8, 8, None, None), "Entry 8 was lost", "第8条记录已丢失"),
        (
            EventsLost(8, 9, Room().now, None),
            "Entries 8-9 were lost, entered after 09:55",
            "第8-9条记录已丢失（09:55 之后记入）",
        ),
        (
            EventsLost(8, 9, Room().now, Room().now + timedelta(minutes=9)),
            "Entries 8-9 were lost, entered between 09:55 and 10:04",
            "第8-9条记录已丢失（09:55 至 10:04 之间记入）",
        ),
        (
            EventsLost(8, 9, Room().now, Room().now + timedelta(seconds=9)),
            "Entries 8-9 were lost, entered at about 09:55",
            "第8-9条记录已丢失（约 09:55 记入）",
        ),
        (
            EventsLost(8, 8, None, None, replaced=True),
            "Entry 8 is not the one that was saved: the log was replaced by another",
            "第8条记录不是当初保存的那一条：日志被换成另一份",
        ),
        (
            EventsSetApart((3, 9, 10, 11)),
            "Entries 3, 9-11 depend on what was lost and have no effect",
            "第3, 9-11条记录所依据的内容已丢失，不起作用",
        ),
        (LossesSeen((12,)), "What was lost has been seen", "丢失的内容已有人知悉"),
    ],
)
def test_it_is_told_in_plain_words(
    event: EventsLost | EventsSetApart | LossesSeen, english: str, chinese: str
) -> None:
    room = morning()
    entry = replace(room.meeting.last, event=event)

    assert tell(room.state, entry, "en", str) == english
    assert tell(room.state, entry, "zh", str) == chinese


def test_the_record_marks_what_has_no_effect() -> None:
    room = reopened(morning(), number_of(morning(), FloorGiven))
    chronicle = Chronicle("en", str)

    chronicle.follow(room.meeting.entries)

    told = dict(zip([each.seq for each in room.meeting.entries], chronicle.sentences, strict=True))
    for number in room.meeting.apart:
        assert told[number].startswith("No effect, as it depends on what was lost (")
    assert sum(each.startswith("No effect") for each in chronicle.sentences) == 2
