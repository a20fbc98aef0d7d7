"""Speaking time as lines: bars, figures, what they add up to, and that everything fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.meeting.heard import NotHeard, not_heard
from meeting_tui.meeting.speaking_time import GROUPINGS, SpeakingTime, TimeRow, speaking_time
from meeting_tui.text import cells
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.speaking_times import (
    bar_parts,
    draw_time,
    feet,
    header_line,
    heading_line,
    item_at_first,
    items_to_choose,
    missing_lines,
    missing_title,
    next_grouping,
    percents,
    time_rows,
)
from tests.views.day_room import look_at

WIDTHS = (40, 78, 82, 138)


def view(look: Look, by: str = "delegation", item: str | None = "4") -> SpeakingTime:
    return speaking_time(look.state, look.now, look.directory, by, item)


def table(look: Look, found: SpeakingTime, width: int = 78) -> dict[str, str]:
    """Name of the row -> the row as shown."""
    return {row.content.name: plain(draw_time(row, width, False)) for row in time_rows(look, found)}


@pytest.mark.parametrize(
    ("seconds", "group_seconds", "longest", "width", "expected"),
    [
        (0, 0, 100, 8, ("", "")),
        (100, 0, 100, 8, ("", "████████")),
        (50, 0, 100, 8, ("", "████")),
        (100, 0, 800, 8, ("", "█")),
        (113, 0, 800, 8, ("", "█▏")),
        (700, 0, 800, 1, ("", "▉")),
        (1, 0, 10_000, 8, ("", "▏")),
        (100, 100, 100, 4, ("▒▒▒▒", "")),
        (100, 50, 100, 4, ("▒▒", "██")),
        (90, 90, 160, 2, ("▒", "")),
        (1, 1, 160, 2, ("▒", "")),
        (50, 0, 0, 8, ("", "")),
        (50, 0, 50, 0, ("", "")),
    ],
)
def test_a_bar_is_exact_to_an_eighth(
    seconds: int, group_seconds: int, longest: int, width: int, expected: tuple[str, str]
) -> None:
    assert bar_parts(seconds, group_seconds, longest, width) == expected


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 120))
def test_a_bar_never_leaves_its_column_and_more_is_never_shorter(
    longest: int, one: int, other: int, width: int
) -> None:
    less, more = sorted((min(one, longest), min(other, longest)))
    short, long = ("".join(bar_parts(each, 0, longest, width)) for each in (less, more))

    assert cells(short) <= cells(long) <= width
    assert (short == "") == (less == 0)


def shares_of(*seconds: int) -> dict[str, str]:
    whole = sum(seconds)
    rows = tuple(
        TimeRow(str(place), 1, each, 0.0, 1, 0, each / whole if whole else 0.0)
        for place, each in enumerate(seconds)
    )
    return percents(SpeakingTime("delegation", None, rows, rows[0], rows[0]))


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ((0,), []),
        ((7,), ["100"]),
        ((1, 1, 1), ["34", "33", "33"]),
        ((1, 999), ["<1", "100"]),
        ((297, 201, 502), ["30", "20", "50"]),
    ],
)
def test_shares_are_whole_per_cent(seconds: tuple[int, ...], told: list[str]) -> None:
    assert list(shares_of(*seconds).values()) == told


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=40).filter(any))
def test_shares_add_to_a_hundred(seconds: list[int]) -> None:
    assert sum(int(each) for each in shares_of(*seconds).values() if each != "<1") == 100


def test_a_row_has_bar_time_number_average_share_and_time_for_a_group() -> None:
    look = look_at("16:20")
    rows = table(look, view(look))

    assert rows["Netherlands"].split() == [
        "Netherlands",
        "█" * 15,
        *("6:42", "1×", "6:42", "15", "%"),
    ]
    assert rows["European Union"].split()[-5:] == ["1×", "2:42", "6", "%", "2:42"]
    assert "▒" in rows["European Union"]
    assert "▶" in rows["Sierra Leone"]


def test_the_podium_is_last_with_words_in_place_of_a_bar() -> None:
    look = look_at("16:20")
    rows = [*table(look, view(look, "kind")).values()]

    assert rows[-2].split() == ["guest", "podium", "20:00", "1×", "20:00", "1"]
    foot = plain(feet(look, view(look, "kind"), 78)[0])
    assert foot.split()[:3] == ["Without", "the", "podium"]
    assert "15 of 212" in foot


def test_a_silent_region_is_there_and_says_of_how_many_nobody_spoke() -> None:
    look = look_at("16:20")
    rows = table(look, view(look, "region"))

    assert rows["Asia-Pacific Group"].split() == ["Asia-Pacific", "Group", "–", "0", "of", "54"]
    assert "4 of 54" in rows["African Group"]


def test_without_the_podium_all_are_together_and_signs_that_occur_are_explained() -> None:
    look = look_at("12:00")
    found = view(look, item="3")
    total, *signs = (plain(each) for each in feet(look, found, 78))

    assert total.split()[:2] == ["All", "together"]
    assert all("group" not in each for each in signs) == (not found.total.group_seconds)
    now = look_at("16:20")
    assert plain(feet(now, view(now), 78)[1]) == (
        "▒ on behalf of a group   ▶ Sierra Leone is speaking"
    )
    assert len(feet(now, view(now, item="3"), 78)) == 1


def test_an_unknown_name_has_its_sign() -> None:
    look = look_at("16:20")
    key = next(each.inscription for each in look.state.interventions.values() if each.item == "4")
    state = look.state.snapshot()
    asked = state.inscriptions[key]
    state.inscriptions[key] = replace(asked, delegation="[List]", name="[List]", known=False)
    seen = replace(look, state=state)

    assert "[List] ?" in table(seen, view(seen))["[List]"]
    assert "? not in the directory" in plain(feet(seen, view(seen), 78)[1])


def test_nobody_has_spoken_yet() -> None:
    look = look_at("10:02")

    assert plain(feet(look, view(look, item=None), 78)[0]) == "Nobody has spoken yet."
    told = plain(feet(look, view(look, item="4"), 78)[0])
    assert told == "Nobody has spoken on item 4 yet."
    assert items_to_choose(look)[0] is None
    assert item_at_first(look) in items_to_choose(look)


def test_after_the_meeting_all_items_are_shown_together() -> None:
    assert item_at_first(look_at("18:30")) is None


def test_the_open_item_is_first_and_all_together_can_be_chosen() -> None:
    look = look_at("16:20")

    assert item_at_first(look) == "4"
    assert items_to_choose(look) == (None, "0", "1", "2", "3", "4")
    assert (
        plain(header_line(look, view(look, item=None), 78)).split()[-4:]
        == [*("‹", "1", "of", "6", "›")][-4:]
    )
    assert "All items" in plain(header_line(look, view(look, item=None), 78))
    assert "Item 4" in plain(header_line(look, view(look, "region"), 78))


def test_groupings_follow_each_other_round() -> None:
    assert [next_grouping(each, 1) for each in GROUPINGS] == [*GROUPINGS[1:], GROUPINGS[0]]
    assert next_grouping(GROUPINGS[0], -1) == GROUPINGS[-1]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("width", WIDTHS)
def test_rows_and_heading_are_as_wide_as_their_place_in_both_languages(
    language: str, by: str, width: int
) -> None:
    look = look_at("16:20", language=language)
    for item in (None, "3", "4"):
        found = view(look, by, item)
        rows = [draw_time(row, width, False) for row in time_rows(look, found)]
        for each in (heading_line(look, found, width), *rows, feet(look, found, width)[0]):
            assert line_cells(each) == width
        assert line_cells(header_line(look, found, width)) == width
        missing = not_heard(look.state, look.directory, item)
        assert all(line_cells(each) <= width for each in missing_lines(look, missing, width))


def test_who_is_not_heard_is_told_the_most_urgent_first() -> None:
    look = look_at("16:20")
    missing = not_heard(look.state, look.directory, "4")
    lines = [plain(each) for each in missing_lines(look, missing, 78)]

    assert lines[0].startswith("On the list (11): Uruguay, Mauritius")
    assert "Kinds: signatories, civil society, industry" in lines
    assert missing_title(look, "4") == "Not yet heard, item 4"
    assert missing_title(look, None) == "Not yet heard, all items"


def test_when_nobody_is_missing_it_says_so() -> None:
    lines = missing_lines(look_at("16:20"), NotHeard((), (), (), (), ()), 78)
    assert [plain(each) for each in lines] == [
        "Everyone who asked, every region and every kind has spoken."
    ]
