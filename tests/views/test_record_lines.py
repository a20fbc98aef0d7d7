"""The record as rows: what is told, what was taken back, what was put right, what Enter offers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from meeting_tui import words
from meeting_tui.desk.intake import Seat
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.text import cells
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.record import (
    FILTERS,
    RecordBook,
    RecordFilter,
    draw_record,
    end_of,
    read_filter,
    record_heading,
    record_line,
)
from meeting_tui.views.record_detail import detail_lines, offer
from tests.meeting.room import Room
from tests.views.looked_at import followed, look_of, told


def a_morning() -> Room:
    """Item 3 with Mexico's note corrected, an unknown name identified, and Peru taken back."""
    room = Room().opened()
    room.do('inscribe mex "Atlantis"', "next", "note a1 annual report")
    room.later(20).do("correct n1 a6 laid down in law")
    room.later(5).do("identify Atlantis as jpn")
    room.later(5).do("inscribe per", "undo")
    return room


def test_every_entry_is_a_row_with_number_time_and_hand() -> None:
    room = a_morning()
    book = followed(room)

    assert [row.content.number for row in book.rows] == [
        str(entry.seq) for entry in room.meeting.entries
    ]
    assert plain(draw_record(book.rows[1], 60, False)).startswith("    2 10:00:00 EK  ")


def test_what_nobody_signed_names_the_desk_it_came_from() -> None:
    room = Room(seat=Seat("script")).opened()
    book = followed(room)
    assert plain(draw_record(book.rows[1], 60, False)).startswith("    2 10:00:00 script ")


def test_what_was_put_right_or_taken_back_says_so() -> None:
    marked = {line for line in told(followed(a_morning())) if line.startswith("(")}

    assert marked == {
        "(corrected) Note on Mexico: a1 annual report",
        "(correction) Point n1 now reads: a6 laid down in law",
        "(identified) Inscribed: Atlantis (not in the directory)",
        "(correction) “Atlantis” is Japan",
        "(undone) Inscribed: Peru",
    }


def test_what_was_taken_back_is_struck_too() -> None:
    book = followed(a_morning())
    [row] = [row for row in book.rows if row.content.mark == "undone"]

    roles = {piece.text.strip(): piece.role for piece in draw_record(row, 80, False)}
    assert roles["Inscribed: Peru"] == "muted struck"
    assert told(book)[-1] == "Undone: Inscribed: Peru"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_followed_entry_by_entry_reads_as_followed_at_once(language: str) -> None:
    room, book = Room().opened(), RecordBook()
    book.follow(look_of(room, language), room.meeting.entries)
    for line in (
        "inscribe mex fra(eu) zaf",
        "next",
        "note a1 text",
        "undo",
        "note a6 other",
        "correct n2 third",
        "order bra Quorum",
        "ruling There is one",
        "continue",
        "yield",
        "close item carry",
    ):
        room.later(7).do(line)
        book.follow(look_of(room, language), room.meeting.entries)

    assert told(book) == told(followed(room, language))


def test_taken_back_acts_are_told_by_name_when_the_session_is_opened_again() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "order bra Quorum", "ruling Yes", "continue", "note a1 x")
    room.do("undo", "undo", "undo", "undo", "undo", "undo")

    lines = told(followed(room))
    assert "(undone) Mexico has the floor, 3:00" in lines
    assert "(undone) Ruling on the point of order of Brazil: Yes" in lines
    assert "(undone) Note on Mexico: a1 x" in lines
    assert not any("somebody" in line for line in lines)


def test_what_is_brought_back_is_no_longer_struck() -> None:
    room, book = Room().opened(), RecordBook()
    room.do("inscribe per", "undo")
    book.follow(look_of(room), room.meeting.entries)
    assert told(book)[-2] == "(undone) Inscribed: Peru"

    room.do("redo")
    book.follow(look_of(room), room.meeting.entries)
    assert told(book)[-3] == "Inscribed: Peru"


def test_a_correction_taken_back_leaves_the_note_as_it_was() -> None:
    room, book = a_morning(), RecordBook()
    book.follow(look_of(room), room.meeting.entries)
    room.do("undo", "undo")  # who Atlantis is, then the correction
    book.follow(look_of(room), room.meeting.entries)

    assert "Note on Mexico: a1 annual report" in told(book)
    assert "Inscribed: Atlantis (not in the directory)" in told(book)


def test_a_log_of_several_days_says_which() -> None:
    room = Room().opened()
    room.at("15:00:00", date(2026, 3, 20)).do("inscribe mex")
    book = followed(room)

    rows = book.with_days(book.rows)
    assert [row.content.day for row in rows if not row.can_select] == [
        "Thu 19 March 2026",
        "Fri 20 March 2026",
    ]
    assert [row.key for row in rows if row.can_select] == [row.key for row in book.rows]
    assert len(followed(a_morning()).with_days(book.rows)) == len(book.rows)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mexico", ["Mexico has the floor, 3:00", "(corrected) Note on Mexico: a1 annual report"]),
        ("MEXICO floor", ["Mexico has the floor, 3:00"]),
        ("México nóté", ["(corrected) Note on Mexico: a1 annual report"]),
        ("/notes", ["(corrected) Note on", "(correction) Point n1"]),
        ("/floor", ["Mexico has the floor, 3:00"]),
        ("/list japan", ["(correction) “Atlantis” is Japan"]),
        ("/decisions", []),
        ("/corr peru", ["(undone) Inscribed: Peru", "Undone: Inscribed: Peru"]),
        ("[State Party]", []),
    ],
)
def test_find_shows_words_and_sorts(typed: str, found: list[str]) -> None:
    room = a_morning()
    book = followed(room)
    asked = read_filter(typed)
    assert isinstance(asked, RecordFilter)

    shown = [plain(draw_record(row, 100, False))[18:].strip() for row in asked.shown(book)]
    shown = [line for line in shown if "Inscribed: Mexico" not in line]
    assert [line[: len(want)] for line, want in zip(shown, found, strict=True)] == found


def test_a_sort_that_does_not_exist_is_given_back() -> None:
    assert read_filter("mexico /nots") == "/nots"
    assert read_filter("/") == "/"
    assert read_filter("") == RecordFilter()


def test_every_event_but_those_of_sittings_and_items_has_a_sort() -> None:
    sorted_events = {event for events in FILTERS.values() for event in events}
    others = {event.name for event in EVENTS if event not in sorted_events}

    assert others == {
        "session_started",
        *("sitting_opened", "sitting_suspended", "sitting_resumed", "meeting_adjourned"),
        *("item_opened", "item_reopened", "items_joined", "segment_opened"),
        "item_closed",
        "clock_jumped",
    }


def entry_told(room: Room, beginning: str) -> Entry:
    book = followed(room)
    return next(
        entry
        for entry, row in zip(book.entries, book.rows, strict=True)
        if row.content.told.startswith(beginning)
    )


@pytest.mark.parametrize(
    ("beginning", "line", "sentence"),
    [
        ("Note on Mexico", "correct n1 a6 laid down in law", "stays in the log"),
        ("Point n1 now", "correct n1 a6 laid down in law", "stays in the log"),
        ("Inscribed: Peru", "redo", "Press Enter to redo: Inscribed: Peru"),
        ("Inscribed: Atlantis", "", "Only the last act"),
        ("“Atlantis” is", "undo", "Press Enter to undo: “Atlantis” is Japan"),
        ("Session trial", "", "Only the last act"),
    ],
)
def test_enter_offers_what_can_be_done(beginning: str, line: str, sentence: str) -> None:
    room = a_morning()
    offered = offer(look_of(room), room.meeting, followed(room), entry_told(room, beginning))

    assert offered.line == line
    assert sentence in offered.sentence


def test_enter_on_a_statement_offers_whose_it_was_and_its_times() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(60).do("yield")
    room.later(5).do("inscribe per")
    given, ended = (entry_told(room, each) for each in ("Mexico has the floor", "Mexico finished"))

    offered = [offer(look_of(room), room.meeting, followed(room), each) for each in (given, ended)]

    assert [each.line for each in offered] == ["attribute 1 ", "times 1 10:00:30 10:01:30"]
    assert "Who made intervention 1?" in offered[0].sentence
    room.do("floor per")
    room.later(5).do("inscribe mex")
    running = entry_told(room, "Peru has the floor")
    assert offer(look_of(room), room.meeting, followed(room), running).line == ""
    gone = replace(given, event=FloorGiven("s9", "i1", "3"), act="none")
    assert offer(look_of(room), room.meeting, followed(room), gone).line == ""


def test_what_was_purged_is_told_no_more() -> None:
    room = Room().opened()
    room.do("floor mex!", "note /off-record a whisper")
    book = followed(room)
    assert any("a whisper" in line for line in told(book))

    room.do("purge! n1", "bands one=1 many=2")
    book.follow(look_of(room), room.meeting.entries)

    lines = told(book)
    assert not any("a whisper" in line for line in lines)
    assert "Note on Mexico: (text removed)" in lines
    assert [line[:20] for line in lines[-2:]] == ["(correction) Text of", "(correction) Words f"]
    purged = next(e for e in room.meeting.entries if isinstance(e.event, PointPurged))
    shown = " ".join(plain(line) for line in detail_lines(look_of(room), book, purged, 60))
    assert "a whisper" not in shown
    assert len(read_filter("/corrections").shown(book)) == 2  # type: ignore[union-attr]


def test_enter_on_an_unknown_name_asks_who_it_is() -> None:
    room = Room().opened()
    room.do('inscribe "Friends of [b]Peace"', "inscribe mex")
    entry = next(
        each for each in room.meeting.entries if getattr(each.event, "known", True) is False
    )

    offered = offer(look_of(room), room.meeting, followed(room), entry)
    assert offered.line == 'identify "Friends of [b]Peace" as '
    assert "“Friends of [b]Peace”" in offered.sentence


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [28, 40, 78])
def test_detail_says_everything_in_lines_that_fit(language: str, width: int) -> None:
    room = a_morning()
    book = followed(room, language)

    for entry in book.entries:
        lines = detail_lines(look_of(room, language), book, entry, width)
        assert max(line_cells(line) for line in lines) <= width
        assert entry.id in "".join(plain(line) for line in lines)


def test_detail_of_a_corrected_note_says_what_it_reads_now() -> None:
    room = a_morning()
    book = followed(room)
    note = entry_told(room, "Note on Mexico")
    lines = [plain(line).rstrip() for line in detail_lines(look_of(room), book, note, 60)]

    assert lines[0] == "No. 7, 10:00:30, Thu 19 March"
    assert "text now       a6 laid down in law" in lines
    assert "entered by     EK, desk" in lines
    assert "intervention   Mexico (s1)" in lines
    assert "questions      A1" in lines


def test_detail_of_what_was_taken_back_says_by_whom() -> None:
    room = a_morning()
    book = followed(room)
    entry = entry_told(room, "Inscribed: Peru")
    lines = [plain(line).rstrip() for line in detail_lines(look_of(room), book, entry, 60)]

    assert f"undone by      no. {entry.seq + 1}, 10:01:00, EK" in lines


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_every_field_of_every_event_has_a_name(event: type[Event]) -> None:
    silent = {"entries"}
    names = set(event.__struct_fields__) - silent

    assert {f"record.field_{name}" for name in names} <= set(words.sentences("record"))


def test_every_value_with_a_word_has_it() -> None:
    values = (*KINDS, *STANCES, *AUDIENCES, "email", "desk", "floor", "sleep", "step")

    assert {f"record.value_{value}" for value in values} <= set(words.sentences("record"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 78, 118])
def test_lines_fit_and_columns_agree(language: str, width: int) -> None:
    room = a_morning()
    book, look = followed(room, language), look_of(room, language)
    log = "/a/very/long/path/of/a/folder/where/sessions/are/2026-03-19/log.db"

    rows = [draw_record(row, width, False) for row in book.rows]
    assert {line_cells(row) for row in [*rows, record_heading(look, width)]} == {width}
    for asked in (RecordFilter(), RecordFilter("mexico", ("mexico",))):
        assert line_cells(record_line(look, 12, 3, asked, log, width)) <= width


def test_a_long_path_keeps_its_end() -> None:
    assert end_of("/home/ek/sessions/day/log.db", 12) == "…/day/log.db"
    assert end_of("/s/log.db", 12) == "/s/log.db"
    assert cells(end_of("/会议/记录/log.db", 10)) <= 10


def test_ten_thousand_events_are_followed_one_by_one_at_once() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    first, note = len(room.meeting.entries), room.tried("note a1 something said")
    assert isinstance(note, tuple)
    log = list(room.meeting.entries)
    look = look_of(room)
    while len(log) < 10_000:
        seq = log[-1].seq + 1
        at = log[-1].at + timedelta(seconds=1)
        log.append(replace(note[0], seq=seq, id=f"desk-{seq}", act=f"desk-{seq}", at=at))
    book = RecordBook()
    book.follow(look, log)
    assert len(book.rows) == 10_000 and first == 5

    log.append(replace(note[0], seq=10_001, id="desk-10001", act="desk-10001"))
    told_before = book.rows[4]
    book.follow(look, log)
    assert book.rows[4] is told_before, "what was told is not told again"
    assert book.rows[-1].content.told == book.rows[-2].content.told


def test_a_replay_that_goes_back_tells_no_line_again(monkeypatch: pytest.MonkeyPatch) -> None:
    room = a_morning()
    look, log = look_of(room), list(room.meeting.entries)
    book = RecordBook()
    book.follow(look, log)
    fresh = RecordBook()
    fresh.follow(look, log[:-1])

    def told_again(*_: object) -> str:
        raise AssertionError("a line was told twice")

    monkeypatch.setattr("meeting_tui.meeting.telling.tell", told_again)
    back = RecordBook(book)
    back.follow(look, log[:-1])
    assert back.rows == fresh.rows
    back.follow(look, log)
    assert back.rows == book.rows
