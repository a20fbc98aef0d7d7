"""The lines of the Floor without a terminal: what they say in each moment of a meeting."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.views.agenda_column import agenda_rows, draw_agenda
from meeting_tui.views.floor import face, next_step, speaker_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, line_cells, plain
from meeting_tui.views.schedule_detail import detail_lines, totals
from meeting_tui.views.timekeeper import (
    advice_text,
    decision_lines,
    difference,
    one_line,
    panel,
)
from meeting_tui.views.top import top_line
from meeting_tui.views.waiting import (
    draw_waiting,
    heading_line,
    lanes_lines,
    waiting_rows,
)
from tests.ui.conftest import AGENDA

ZONE = ZoneInfo("Europe/Zurich")
MORNING = datetime(2026, 3, 19, 10, 0, tzinfo=ZONE)
BEGUN = ("open", "item 1", "segment 1.2")


def at(minutes: float, *lines: str, language: str = "en", pace: float = 1.0) -> Look:
    """A look `minutes` after ten, when these lines were typed ten seconds apart from ten on."""
    agenda = load_agenda(AGENDA)
    seat = Seat("desk", "EK")
    first = started("s", agenda, load_rules(agenda.rules), MORNING, seat, rehearsal=pace != 1)
    intake = Intake(Meeting(first), load_directory(), seat)
    for n, typed in enumerate(lines):
        outcome = intake.propose(typed, MORNING + timedelta(seconds=10 * n))
        assert not isinstance(outcome, Refusal), (typed, outcome)
        intake.accept(outcome)
    now = MORNING + timedelta(minutes=minutes)
    state = intake.meeting.state
    return Look(state, now, project(state, now), intake.directory, language, pace)


def said(lines: list[Line]) -> str:
    return "\n".join(plain(each).rstrip() for each in lines)


@pytest.mark.parametrize(
    ("minutes", "lines", "expected"),
    [
        (-5, (), "not open; sitting 1 from 10:00"),
        (5, ("open",), "Sitting 1 ends 13:00, 2:55:00 left"),
        (175, ("open",), "5:00 left"),
        (185, ("open",), "Sitting 1 ends 13:00, 5:00 over"),
        (130, ("open", "suspend lunch"), "suspended since 10:00; sitting 1 ends 13:00"),
        (185, ("open", "suspend lunch"), "suspended since 10:00; sitting 2 at 15:00"),
        (330, ("open", "suspend lunch"), "suspended since 10:00"),
        (330, ("open", "adjourn!"), "adjourned"),
    ],
)
def test_the_top_line_tells_how_the_sitting_stands(
    minutes: float, lines: tuple[str, ...], expected: str
) -> None:
    assert expected in plain(top_line(at(minutes, *lines), 120))


@pytest.mark.parametrize(
    ("days", "lines", "expected", "other"),
    [
        (0, ("open",), "Thu 19 March", "now"),
        (0, ("open", "adjourn!"), "Thu 19 March", "now"),
        (7, ("open", "adjourn!"), "Thu 19 March", "Thu 26 March 2026"),
        (7, ("open", "suspend"), "Thu 19 March", "Thu 26 March 2026"),
        (7, ("open",), "Thu 19 March", "Thu 26 March 2026"),
        (7, (), "Thu 26 March", "now"),
    ],
)
def test_the_top_line_keeps_the_day_of_the_meeting(
    days: int, lines: tuple[str, ...], expected: str, other: str
) -> None:
    for width in (80, 120):
        told = plain(top_line(at(5 + days * 1440, *lines), width))
        assert expected in told and other not in told
        assert "10:05:00" in told
    wide = plain(top_line(at(5 + days * 1440, *lines), 150))
    assert ("now Thu 26 March, 10:05:00" in wide) == bool(days and lines)


def test_who_else_is_there_goes_before_the_day_on_a_small_screen() -> None:
    look = at(5, "open")
    alone, both = (
        plain(top_line(replace(look, others=each), 80)) for each in ((), ("Chen Dao", "EF"))
    )
    rehearsed = replace(look, state=replace(look.state, rehearsal=1.0))

    assert "Thu 19 March" in alone
    assert "with Chen Dao, EF" in both and "10:05:00" in both and "2:55:00 left" in both
    assert "with CD" in plain(top_line(replace(rehearsed, others=("CD",)), 80))


@pytest.mark.parametrize("minutes", [5, 130, 185, 330])
def test_suspended_the_top_line_and_the_floor_speak_of_the_same_sitting(minutes: float) -> None:
    look = at(minutes, "open", "suspend lunch")
    top, floor = plain(top_line(look, 120)), next_step(look)
    (coming,) = re.findall(r"sitting (\d)", floor)
    assert re.findall(r"sitting (\d)", top) in ([coming], [])
    assert ("15:00" in top) == (coming == "2" and minutes < 300)


@pytest.mark.parametrize(
    ("language", "others", "told"),
    [
        ("zh", ("CD",), "同席：CD"),
        ("zh", ("CD", "EF"), "同席：CD、EF"),
        ("zh", ("CD", "EF", "note-taker", "desk-12"), "同席4人"),
        ("en", ("CD", "EF"), "with CD"),
        ("en", ("Chen Dao", "Elena Fuentes", "notes-12"), "with 3 others"),
    ],
)
def test_who_else_is_there_has_room_on_a_small_screen_in_a_demonstration(
    language: str, others: tuple[str, ...], told: str
) -> None:
    look = at(140, "open", language=language)
    look = replace(look, state=replace(look.state, rehearsal=1.0, demonstration=True))
    line = top_line(replace(look, others=others), 80)
    assert told in plain(line) and "…" not in plain(line)
    assert "12:20:00" in plain(line) and "13:00" in plain(line) and "40:00" in plain(line)
    assert line_cells(line) == 80


def test_the_time_of_day_is_never_cut() -> None:
    for language in ("en", "zh"):
        look = at(5, "open", language=language, pace=60)
        for width in (60, 80, 100, 200):
            line = top_line(look, width)
            assert "10:05:00" in plain(line) and line_cells(line) <= width
    assert "REHEARSAL ×60" in plain(top_line(at(5, "open", pace=60), 120))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "To open the meeting, type `open`."),
        (("open",), "To open one, type `item 0`."),
        (BEGUN, "Nobody is waiting"),
        ((*BEGUN, "mex"), "Next: Mexico · Space gives the floor"),
        ((*BEGUN, "mex", "next"), "MEXICO   State Party, national"),
        ((*BEGUN, "eu", "next"), "EUROPEAN UNION   group statement (27+7)"),
        ((*BEGUN, "fra(eu)", "next"), "FRANCE   on behalf of the European Union (27)"),
        ((*BEGUN, '"New Body"', "next"), "NEW BODY ?"),
        ((*BEGUN, "sec kind presentation", "next"), "Presentation"),
        ((*BEGUN, "mex", "next", "order swe now"), "Point of order: Sweden  Mexico is waiting"),
        (("open", "suspend"), "To continue sitting 1, type `resume`"),
        (("open", "adjourn!"), "The meeting is adjourned"),
    ],
)
def test_the_speaker_lines_say_who_speaks_or_what_is_next(
    lines: tuple[str, ...], expected: str
) -> None:
    typed = tuple(each.replace("sec kind", "inscribe sec kind") for each in lines)
    assert expected in said(speaker_lines(at(5, *typed), 100))


CHAIRING = "preside Vice-Chair, H.E. Ms. Maria-Jose Rodriguez de la Fuente"


@pytest.mark.parametrize(
    ("width", "rows", "shown"),
    [
        (
            80,
            1,
            [" 2.8  Data sources and…      presiding: Vice-Chair, H.E. Ms. Maria-Jose Rodrig…"],
        ),
        (
            80,
            2,
            [
                " 2.8  Data sources and collection, decisions on substantive reporting issues…",
                " presiding: Vice-Chair, H.E. Ms. Maria-Jose Rodriguez de la Fuente",
            ],
        ),
    ],
)
def test_who_presides_and_a_long_title_are_shortened_at_a_word(
    width: int, rows: int, shown: list[str]
) -> None:
    look = at(5, "open", "item 2", "segment 2.8", CHAIRING)
    lines = [plain(each).rstrip() for each in speaker_lines(look, width, rows=rows)[:-1]]
    assert lines == shown


def test_who_presides_is_whole_beside_a_title_that_has_room() -> None:
    look = at(5, "open", "item 6", "preside Vice-Chair, Jane Roe")
    line = plain(speaker_lines(look, 80)[0])
    assert line.startswith(" 6  Other matters  ")
    assert line.rstrip().endswith("presiding: Vice-Chair, Jane Roe")
    assert len(line) == 80


def test_items_taken_along_are_named_with_the_segment_they_are_at() -> None:
    look = at(5, "open", "item 3", "join 2", "segment 2.1")
    assert plain(speaker_lines(look, 100)[0]).startswith(" 3 with 2.1  ")


@pytest.mark.parametrize(
    ("seconds", "word"),
    [
        (0, "ON TIME"),
        (149, "ON TIME"),
        (150, "NEARLY OVER"),
        (180, "OVER TIME"),
        (400, "OVER TIME"),
    ],
)
def test_the_clock_says_in_a_word_how_it_stands(seconds: int, word: str) -> None:
    given_at = 10 * (len(BEGUN) + 1)
    shown = face(at((given_at + seconds) / 60, *BEGUN, "mex", "next"))
    assert shown is not None and shown.word == word


def test_the_clock_of_who_is_paused_and_of_nobody() -> None:
    paused = face(at(9, *BEGUN, "mex", "next", "pause"))
    assert paused is not None and paused.paused and paused.word == "CLOCK STOPPED"
    assert face(at(9, *BEGUN)) is None


def test_the_list_says_for_each_what_one_must_know() -> None:
    look = at(
        20, *BEGUN, "mex", "next", "yield", 'mex ken tur carms eu "New Body"', "limit 4:00 for mex"
    )
    told = said([draw_waiting(row, 90, False) for row in waiting_rows(look)])
    for name, marks in (
        ("European Union (27+7)", ("group", "5:00")),
        ("Mexico", ("4:00", "1x 0:10")),
        ("Türkiye", ("signatory", "–")),
        ("Kenya", ("observer",)),
        ("Control Arms", ("NGO",)),
        ("New Body", ("unknown ?",)),
    ):
        row = next(each for each in told.splitlines() if name in each)
        assert all(mark in row for mark in marks), row
    assert "Waiting 6, list open" in plain(heading_line(look, 90))


def test_the_end_of_the_sitting_cuts_the_list() -> None:
    look = at(172, *BEGUN, "mex jpn fra ita esp deu", "close list")
    rows = waiting_rows(look)
    cut = next(row for row in rows if row.key == "cut")
    assert "13:00: 2 can speak, 4 cannot" in plain(draw_waiting(cut, 80, False))
    assert "CLOSED" in plain(heading_line(look, 80))
    assert "2 can speak, 4 cannot" in plain(one_line(look))
    assert advice_text(look), "something is to be decided, and it is said"
    assert "TO DECIDE" in said(panel(look, 30))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", range(56, 120, 8))
def test_the_sum_of_an_advice_is_whole_or_left_away(language: str, width: int) -> None:
    names = "eu, mex jpn fra ita esp deu nor swe che nzl kor zaf can"
    look = at(148, *BEGUN, names, "close list", language=language)
    told = said(decision_lines(look, width))

    assert "…" not in told
    assert told.count("(") == told.count(")") and told.count("（") == told.count("）")
    assert len(told.splitlines()) <= 3
    assert max(line_cells(each) for each in decision_lines(look, width)) < width
    summed = look.say("procedure.with_sum", text="", sum="")[0] in told
    assert summed or width < 96, "the sum is told where there is room"


def test_what_waits_apart_is_always_in_sight() -> None:
    look = at(
        20,
        *BEGUN,
        "fra",
        "reply per",
        "document bra national report",
        "text-only fra",
        "order swe",
    )
    lanes = plain(lanes_lines(look, 78)[0])
    assert "Reply Peru" in lanes and "Point of order Sweden" in lanes
    assert "Text received Brazil, France" in lanes


def test_the_agenda_shows_who_waits_for_an_item_that_is_not_open() -> None:
    look = at(5, "inscribe mex jpn for 4 via email", *BEGUN)
    told = said([draw_agenda(row, 40, False) for row in agenda_rows(look)])
    row = next(each for each in told.splitlines() if "4 National" in each)
    assert "2 wait" in row
    assert "▶" in told and "1.2" in told and "13:00–15:00" in told


def test_turns_of_a_later_day_say_so_and_only_then_take_more_room() -> None:
    begun = ("open", "item 0", "close item", "item 1", "inscribe mex fra")
    rows = waiting_rows(at(1, *begun))
    assert [row.content.clock_cells for row in rows] == [(5, 5), (5, 5)]
    look = at(1, *begun, "limit 960:00")
    rows = [row for row in waiting_rows(look) if row.content.cells]
    assert dict(rows[-1].content.cells)["turn"].startswith("+1 d ")
    assert "+1 d " in plain(draw_waiting(rows[-1], 60, False))
    assert plain(heading_line(look, 60)).endswith("turn")


@given(st.integers(-85, 85))
def test_a_difference_is_that_of_the_minutes_shown(minutes: int) -> None:
    look = at(1)
    planned = MORNING + timedelta(minutes=90)
    piece = difference(look, planned, planned + timedelta(minutes=minutes))
    sign = "+" if minutes > 0 else "−"
    hours, rest = divmod(abs(minutes), 60)
    told = f"{sign}{hours} h {rest:02}" if hours else f"{sign}{rest} min"
    assert piece.text == (told if minutes else "on plan")


def test_no_late_case_is_drawn_from_nobody_who_waits() -> None:
    assert "late case" not in said(panel(at(1, *BEGUN), 30))
    assert "late case" in said(panel(at(1, *BEGUN, "inscribe mex"), 30))
    for lines, is_shown in ((BEGUN, False), ((*BEGUN, "inscribe mex"), True)):
        look = at(1, *lines)
        assert ("late case" in said(totals(look, 120))) is is_shown
        assert ("late case" in said(detail_lines(look, "item 1", 100))) is is_shown
        assert "at pace" in said([*totals(look, 120), *detail_lines(look, "item 1", 100)])


def test_lists_that_no_end_counts_are_named_beside_the_end_of_the_day() -> None:
    look = at(8, "open", "item 1", "segment 1.2", "inscribe mex fra zaf", "close item carry")
    ends = look.clock(look.projection.day.ends_at)

    shown = said(panel(look, 40))
    assert f"ends       {ends}" in shown
    assert "without the list kept for item 1" in shown
    both = said(totals(look, 80))
    assert f"The day ends {ends}" in both
    assert "without the list kept for item 1" in both
