"""A past act is told as it was then, whatever happened afterwards; and it costs little."""

from __future__ import annotations

import pytest

from meeting_tui.meeting import meeting as fold
from meeting_tui.meeting import telling
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import evolve, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.speaking_time import speaking_time
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.telling import Chronicle, tell_newest
from tests.meeting.room import Room, directory


def name_of(code: str) -> str:
    return directory().name(code, "en")


def chronicle_of(room: Room) -> Chronicle:
    chronicle = Chronicle("en", name_of)
    chronicle.follow(room.meeting.entries)
    return chronicle


def told(room: Room, line: str) -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), line
    return tell_newest(room.meeting, entries, "en", name_of)


def test_a_limit_says_what_was_excepted_then() -> None:
    room = Room().opened()
    sentence = told(room, "limit 2:00")
    room.do("limit 3:15 for group")

    assert sentence == "New limit: 2:00; unchanged for group statements (5:00)"
    assert sentence in chronicle_of(room).sentences


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("limit 1:45 and 2:45 for group", "New limits: 1:45; 2:45 for group statements"),
        ("limit 1:45 and 2:45 for other", "New limits: 1:45; 2:45 for other observers; "),
        ("limit 2:00 for other and 2:45 for group", "2:45 for group statements"),
    ],
)
def test_limits_set_at_once_are_told_once(line: str, expected: str) -> None:
    sentence = told(Room().opened(), line)

    assert expected in sentence
    assert sentence.count("New limit") == 1
    assert "unchanged for group statements" not in sentence or "for other observers" in sentence


def test_a_name_is_told_as_it_was_known_then() -> None:
    room = Room().opened()
    room.do('inscribe "Atlantis"', "next")
    room.later(9).do("yield", "identify Atlantis as jpn", "attribute 1 per")

    assert [each for each in chronicle_of(room).sentences if each.startswith("Atlantis")] == [
        "Atlantis has the floor, 3:00",
        "Atlantis finished (0:09)",
    ]


def test_what_was_spoken_is_told_without_later_corrections() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(60).do("yield", "times 1 10:00:30 10:00:50")

    assert "Mexico finished (1:00)" in chronicle_of(room).sentences


@pytest.mark.parametrize(("spoken", "length"), [(277.4, "4:37"), (277.6, "4:38")])
def test_a_finished_statement_has_the_length_that_its_times_add_up_to(
    spoken: float, length: str
) -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(spoken).do("yield")
    (row,) = (
        each for each in speaking_time(room.state, room.now, directory()).rows if each.seconds
    )

    assert f"Mexico finished ({length})" in chronicle_of(room).sentences
    assert span(row.seconds) == length


@pytest.mark.parametrize("later", [(), ("inscribe per", "next")])
def test_a_yield_taken_back_keeps_its_time(later: tuple[str, ...]) -> None:
    room = Room().opened()
    room.do("inscribe jam", "next")
    room.later(125).do("yield")
    assert told(room, "undo") == "Undone: Jamaica finished (2:05)"
    assert told(room, "redo") == "Redone: Jamaica finished (2:05)"
    room.do("undo", *later)

    told_lines = [each for each in chronicle_of(room).sentences if "finished" in each]
    assert told_lines[:4] == [
        "Jamaica finished (2:05)",
        "Undone: Jamaica finished (2:05)",
        "Redone: Jamaica finished (2:05)",
        "Undone: Jamaica finished (2:05)",
    ]


def test_an_act_of_several_events_is_told_as_a_whole() -> None:
    room = Room().opened()
    room.do("floor mex!")
    chronicle = chronicle_of(room)
    act = room.meeting.last.act
    whole = "Inscribed: Mexico; Mexico has the floor, 3:00, ahead of the list"
    assert chronicle.told_of(act) == whole

    room.do("inscribe per")
    chronicle.follow(room.meeting.entries)
    assert chronicle.told_of(act) == whole
    assert chronicle.told_of(room.meeting.last.act) == "Inscribed: Peru"
    assert chronicle_of(room).told_of(act) == whole


def test_a_line_told_late_is_told_as_when_it_was_done() -> None:
    room = Room().opened()
    entries = room.tried("limit 2:00")
    assert not isinstance(entries, Refusal)
    room.do("limit 3:15 for group")

    assert tell_newest(room.meeting, entries, "en", name_of).endswith("group statements (5:00)")


def test_a_log_that_goes_back_and_on_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room().opened()
    room.do("inscribe mex", "undo", "redo", "next", "floor per!")
    log = room.meeting.entries
    chronicle = chronicle_of(room)
    sentences = list(chronicle.sentences)
    monkeypatch.delattr(telling, "tell")

    assert not any(chronicle.follow(log[:n]) for n in (3, 5, len(log)))
    assert chronicle.sentences == sentences


def test_after_a_purge_all_is_told_anew_once() -> None:
    room = Room().opened()
    room.do("floor mex!", "note /off-record a whisper")
    chronicle = chronicle_of(room)
    room.do("purge! n1")

    assert chronicle.follow(room.meeting.entries)
    assert not any("whisper" in each for each in chronicle.sentences)
    before = list(room.meeting.entries[:-1])
    assert not chronicle.follow(before), "the log before it has lost the text as well"
    looked_at_earlier = Chronicle("en", name_of)
    looked_at_earlier.follow(before)
    assert not looked_at_earlier.follow(room.meeting.entries)
    assert looked_at_earlier.sentences == chronicle.sentences
    assert not chronicle.follow(room.meeting.entries)
    room.do("inscribe per")
    assert not chronicle.follow(room.meeting.entries)


def long_room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(fold, "KEPT_EVERY", 4)
    room = Room().opened()
    for number in range(12):
        room.do(f"inscribe {'mex' if number % 2 else 'per'}", "next")
        room.later(20).do(f"note a1 point {number}", "undo", "redo", "yield", "undo", "undo")
        room.do("redo", "redo", "limit 2:00", "undo")
    return room


def test_taking_back_from_a_kept_state_is_as_folding_all(monkeypatch: pytest.MonkeyPatch) -> None:
    room = long_room(monkeypatch)
    assert room.state == replay(room.meeting.entries).state
    for _ in range(40):
        room.do("undo")
        assert room.state == replay(room.meeting.entries).state
    for _ in range(40):
        room.do("redo")
    assert room.state == replay(room.meeting.entries).state


def test_taking_back_folds_little_late_in_a_long_day(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room().opened()
    for number in range(400):
        room.do(f'inscribe "Organisation {number}"')
    evolved = 0

    def counted(state: MeetingState, entry: Entry) -> None:
        nonlocal evolved
        evolved += 1
        evolve(state, entry)

    monkeypatch.setattr(fold, "evolve", counted)
    room.do("undo", "redo")

    assert evolved <= 2 * fold.KEPT_EVERY + 2


def test_no_kept_state_holds_what_was_purged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fold, "KEPT_EVERY", 1)
    room = Room().opened()
    room.do("floor mex!", "note /off-record a whisper", "note a1 other", "purge! n1")
    assert "whisper" not in repr(vars(room.meeting))

    room.do("inscribe per", "undo")
    assert room.state == replay(room.meeting.entries).state


LEFT = ("segment 2.1", "inscribe mex kind presentation", "inscribe fra kind presentation", "bra")


@pytest.mark.parametrize(
    ("lines", "line", "expected"),
    [
        (LEFT, "segment 2.2", ". 2 are waiting, now with 25:00 instead of 7:00"),
        (LEFT, "segment 2.3", ". 2 are waiting, now with 3:00 instead of 7:00"),
        ((*LEFT, "withdraw fra", "withdraw mex"), "segment 2.2", ""),
        (
            ("segment 2.1", "mex bra", "limit 2:00 for 2.2"),
            "segment 2.2",
            ". 2 are waiting, now with",
        ),
        (("segment 2.1", "mex", "limit 2:00 for mex", "limit 1:00 for 2.2"), "segment 2.2", ""),
        (("mex bra", "limit 2:00 for 2.1"), "segment 2.1", ""),
        (("segment 2.1",), "segment 2.2", ""),
    ],
)
def test_a_segment_says_whose_limit_it_changes(
    lines: tuple[str, ...], line: str, expected: str
) -> None:
    room = Room().opened("2")
    room.do(*lines)
    room.later(60)
    title = (
        "Survey" if line.endswith("2.1") else "Platform" if line.endswith("2.2") else "Questions"
    )

    sentence = told(room, line)

    assert sentence.startswith(f"{line.capitalize()}: {title}{expected}")
    assert bool(expected) == ("instead" in sentence)
    assert sentence in chronicle_of(room).sentences


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("mex", "reply fra"), "Item 3 is closed; its list is kept. A right of reply stays, "),
        (("reply fra", "reply bra"), "Item 3 is closed. Rights of reply stay, to be heard after "),
        (("mex",), "Item 3 is closed; its list is kept"),
    ],
)
def test_what_is_kept_of_an_item_is_told_with_the_replies_that_stay(
    lines: tuple[str, ...], expected: str
) -> None:
    room = Room().opened()
    room.do(*lines)
    sentence = told(room, "close item carry")

    assert sentence.startswith(expected)
    assert ("whichever item is open: France" in sentence) == ("reply fra" in lines)
    assert len(room.replies) == sum(each.startswith("reply") for each in lines)
