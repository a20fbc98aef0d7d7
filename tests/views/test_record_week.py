"""The record of details, changes of the schedule and the week after: found by sort, and whole."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.meeting import replay
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.record import RecordBook, RecordFilter, draw_record, read_filter
from meeting_tui.views.record_detail import detail_lines
from tests.meeting.room import Room
from tests.views.looked_at import followed, look_of

WEEK_AFTER = (
    "plan time 2 60 because the list is long",
    "floor eu!",
    "heard fr interpreted",
    "person Ms Eva Grün, Head",
    "mark awaited",
    "aligned ukr mda",
    "present deu",
    "note /off-record a whisper",
    "note p1 a text",
    "document mex a paper",
    "yield",
    "purge! n1",
    "file n2 under 2",
    "attribute 1 fra(eu)",
    "times 1 10:00:30 10:00:50",
    "bands one=1 many=2",
)


def after_the_week() -> Room:
    """One event of each sort that is not of the floor and the list alone."""
    room = Room().opened()
    for line in WEEK_AFTER:
        room.later(30).do(line)
    return room


@pytest.mark.parametrize(
    ("sort", "beginnings"),
    [
        (
            "/notes",
            [
                *("European Union: statement in", "Speaking for European Union: Ms Eva"),
                *("Text still to come: European Union", "Aligned with European Union: Ukr"),
                *("In the room: Germany", "Note on European Union: (text removed)"),
                *("Note on European Union: p1 a", "Text received from Mexico: a p"),
                *(
                    "(correction) Text of point n1 on",
                    "(correction) Point n2 i",
                ),
            ],
        ),
        (
            "/floor",
            [
                *("European Union has the floor", "European Union finished"),
                *(
                    (
                        "(correction) Intervention 1 is now France's, "
                        "for the European Union; aligned"
                    ),
                ),
                *("(correction) Intervention 1 (France): now 10:00:30–10:00:50",),
            ],
        ),
        ("/schedule", ["Item 2: 60 min instead of 90: the list"]),
        (
            "/corrections",
            [
                *(
                    "(correction) Text of point",
                    "(correction) Point n2",
                    "(correction) Intervention 1 is now",
                ),
                *("(correction) Intervention 1 (", "(correction) Words for numbers"),
            ],
        ),
    ],
)
def test_details_schedule_and_corrections_are_found_by_their_sort(
    sort: str, beginnings: list[str]
) -> None:
    book = followed(after_the_week())
    asked = read_filter(sort)
    assert isinstance(asked, RecordFilter)

    shown = [plain(draw_record(row, 120, False))[18:].strip() for row in asked.shown(book)]
    pairs = zip(shown, beginnings, strict=True)
    assert [line[: len(want)] for line, want in pairs] == beginnings


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [28, 40, 78])
def test_every_event_of_the_week_after_fits_row_and_detail(language: str, width: int) -> None:
    room = after_the_week()
    book, look = followed(room, language), look_of(room, language)

    assert {line_cells(draw_record(row, width, False)) for row in book.rows} == {width}
    for entry in book.entries:
        lines = detail_lines(look, book, entry, width)
        assert max(line_cells(line) for line in lines) <= width


def test_a_replay_that_went_back_knows_no_name_before_it_was_known() -> None:
    room = Room().opened()
    room.do('inscribe "Atlantis"', "next")
    moment, look = list(room.meeting.entries), look_of(room)
    earlier = replay(moment)
    room.later(5).do("identify Atlantis as jpn")
    later = followed(room)
    assert "(identified)" in plain(draw_record(later.rows[3], 100, False))

    book = RecordBook(later)
    book.follow(replace(look, state=earlier.state), moment)
    shown = [plain(draw_record(row, 100, False))[18:].strip() for row in book.rows[3:]]
    assert shown == ["Inscribed: Atlantis (not in the directory)", "Atlantis has the floor, 3:00"]
