"""Names, counts and titles on the Floor are whole wherever there is room for them."""

from __future__ import annotations

import pytest

from meeting_tui.views.agenda_column import (
    agenda_cells,
    draw_agenda,
    longest_title,
    whole_rows,
)
from meeting_tui.views.floor import speaker_lines
from meeting_tui.views.notes import around_line, who_line
from meeting_tui.views.noting import Noting
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.slip_screen import screen_lines as slip_lines
from meeting_tui.views.waiting import draw_waiting, lanes_lines, waiting_rows
from tests.views.day_room import look_at

AT_120 = 59
"""Cells of a row of the list on a screen of 120 columns."""
OPEN = ("open", "item 0")


def listed(*lines: str, width: int = AT_120, language: str = "en") -> str:
    """The list after these lines."""
    rows = waiting_rows(look_at("10:00", *OPEN, *lines, language=language))
    drawn = [draw_waiting(row, width, False) for row in rows]
    assert all(line_cells(each) <= width for each in drawn)
    return "\n".join(plain(each) for each in drawn)


def speaking(line: str, width: int = 61, *more: str) -> str:
    """Who speaks on a screen of 120 columns."""
    return plain(speaker_lines(look_at("10:00", *OPEN, line, "next", *more), width)[-1])


@pytest.mark.parametrize(
    "name",
    [
        "Bosnia and Herzegovina",
        "Central African Republic",
        "Republic of Moldova",
        "Stimson Center (ATT-BAP)",
        "United Republic of Tanzania",
    ],
)
def test_names_of_some_25_letters_are_whole_at_120_columns(name: str) -> None:
    assert f" {name} " in listed(f'inscribe "{name}"')


def test_the_count_of_a_group_stands_whole_behind_its_speaker() -> None:
    shown = listed(
        'inscribe eu jam(caricom) fra(eu+alb+mda) "Saint Vincent and the Grenadines"(caricom)'
    )

    assert "European Union (27+7)" in shown
    assert "Jamaica (CARICOM 14)" in shown and "France (EU 27+2)" in shown
    assert "Saint Vincent and th… (CARICOM 14)" in shown, "the name is cut, not what it speaks for"


def test_what_there_is_to_know_stands_beside_a_name_and_gives_way_to_a_long_one() -> None:
    shown = listed("inscribe mys bol carms").splitlines()

    assert any("Malaysia" in row and "signatory" in row for row in shown)
    assert any("Control Arms" in row and "NGO" in row for row in shown)
    assert any("Bolivia (Plurinational State of)" in row and "obs." not in row for row in shown)


def test_a_long_name_takes_the_room_of_when_it_asked_and_an_organisation_has_its_letters() -> None:
    names = {"ven": "Venezuela (Bolivarian Republic of)", "icrc": "ICRC", "ecowas": "ECOWAS"}
    for code, name in names.items():
        assert f" {name} " in listed(f"inscribe {code}")
    assert "10:00  3:00" in listed("inscribe icrc") and "10:00  3:00" not in listed("inscribe ven")
    assert " International Committee of the Red Cross " in listed("inscribe icrc", width=78)
    assert "Democratic People's Republic of K… " in listed("inscribe prk"), "a State is a State"
    assert " 红十字国际委员会 " in listed("inscribe icrc", language="zh")


def test_that_a_name_is_in_no_list_is_always_said() -> None:
    long = "Association of Friends of Transparency in Transfers"
    assert "unknown ?" in listed(f'inscribe "{long}"')


def test_the_dash_alone_says_who_was_not_heard() -> None:
    assert "not heard" not in listed("inscribe nor bih per", width=78)


@pytest.mark.parametrize("width", [61, 78, 48])
def test_a_group_statement_tells_how_many_are_behind_it(width: int) -> None:
    assert "(14)" in speaking("inscribe jam(caricom)", width)
    assert "(27+7)" in speaking("inscribe eu", width)
    assert "(14)" in speaking('inscribe "Trinidad and Tobago"(caricom)', width)


def test_notes_name_who_comes_next_and_who_spoke_without_cutting_a_name() -> None:
    look = look_at("10:00", *OPEN, 'inscribe jam(caricom) "Saint Kitts and Nevis" tto bih', "next")
    for width in (60, 78, 118):
        told = plain(around_line(look, Noting(), width))
        assert "…" not in told and "next: Saint Kitts and Nevis" in told
        assert "for CARICOM (14)" in plain(who_line(look, 40))


def test_the_slip_tells_how_many_are_behind_a_group_at_every_size() -> None:
    look = look_at("10:00", *OPEN, "inscribe gha(ecowas)")
    for size in ((78, 18), (118, 31)):
        told = "\n".join(plain(each) for each in slip_lines(look, *size))
        assert "12 members" in told and "…" not in told


def test_a_text_that_came_for_a_statement_is_told_of() -> None:
    look = look_at("10:00", *OPEN, "inscribe bra", "next", "yield", "received")
    assert "Text received Brazil" in plain(lanes_lines(look, 78)[0])


def test_the_group_is_named_in_full_where_that_has_room() -> None:
    assert "on behalf of the Caribbean Community (14)" in speaking("inscribe jam(caricom)", 78)
    assert "for CARICOM (14)" in speaking("inscribe jam(caricom)")
    assert "intervention 1" in speaking("inscribe jam(caricom)")


def test_a_title_under_discussion_takes_a_second_line_where_there_is_one() -> None:
    look = look_at("11:50")
    one, two = speaker_lines(look, 61), speaker_lines(look, 61, rows=2)

    assert plain(one[0]).endswith("…") and len(two) == 3
    assert plain(two[1]).strip().endswith("then other substantive issues")
    assert plain(one[-1]) == plain(two[-1])


@pytest.mark.parametrize(
    ("columns", "cells"), [(110, 22), (120, 28), (133, 28), (150, 45), (200, 84), (400, 105)]
)
def test_the_agenda_is_as_wide_as_the_names_leave_it(columns: int, cells: int) -> None:
    assert agenda_cells(columns, 105) == cells
    assert agenda_cells(columns, 30) == min(cells, 30)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("width", "height"), [(24, 30), (24, 17), (41, 34), (80, 44), (24, 5)])
def test_the_agenda_takes_the_lines_it_is_given_and_no_more(
    width: int, height: int, language: str
) -> None:
    look = look_at("11:50", language=language)
    rows = whole_rows(look, width, height)
    drawn = [draw_agenda(row, width, False) for row in rows]

    assert len(rows) <= max(height, 17)
    assert len({row.key for row in rows}) == len(rows)
    for row, each in zip(rows, drawn, strict=True):
        if row.content.time:
            assert plain(each).endswith(row.content.time) and line_cells(each) == width


def test_titles_are_whole_where_the_agenda_has_room() -> None:
    look = look_at("11:50")
    for width, height in ((longest_title(look), 20), (80, 44)):
        rows = whole_rows(look, width, height)
        drawn = [plain(draw_agenda(row, width, False)) for row in rows]
        assert not [each for each in drawn if "…" in each]


def test_no_word_of_a_title_is_broken_over_two_lines() -> None:
    rows = whole_rows(look_at("11:50"), 18, 40)
    shown = "\n".join(plain(draw_agenda(row, 18, False)) for row in rows)

    assert "2 Support… 1" in shown and "\n    ng" not in shown


def test_what_is_to_come_is_shown_in_full_before_what_was_held() -> None:
    look = look_at("11:50")
    rows = whole_rows(look, 24, 20)
    longer = {row.key.split(" line ")[0] for row in rows if " line " in row.key}

    assert longer and not longer & {"item 0", "item 1", "segment 2.1"}
