"""Lines made of pieces, and rows in columns: cells, cuts and alignment, without a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.text import cells
from meeting_tui.views.columns import Column, lay_out, row_line
from meeting_tui.views.pieces import (
    Align,
    Piece,
    fit_line,
    fit_words,
    line,
    line_cells,
    plain,
    sides,
    wrap_whole,
)

ALIGNS: tuple[Align, ...] = ("left", "right", "centre")

TEXTS = st.text(
    st.sampled_from(
        "ab [/]é中，e\u0301\u200d👩\u202e\x1b\t"  # brackets, wide, joined, steering signs
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    ("parts", "width", "shown"),
    [
        (("Mexico", " national"), 15, "Mexico national"),
        (("Mexico", " national"), 10, "Mexico na…"),
        (("Mexico", " national"), 6, "Mexic…"),
        (("中华", "人民"), 8, "中华人民"),
        (("中华", "人民"), 7, "中华人…"),
        (("中华", "人民"), 6, "中华… "),  # a wide sign is never cut in two
        (("Peru",), 6, "Peru  "),
        ((), 2, "  "),
        (("Peru",), 0, ""),
    ],
)
def test_a_line_is_cut_on_a_cell(parts: tuple[str, ...], width: int, shown: str) -> None:
    assert plain(fit_line(line(*parts), width)) == shown


@given(st.lists(TEXTS, max_size=5), st.integers(0, 30), st.sampled_from(ALIGNS))
def test_a_fitted_line_has_its_width_and_steers_no_terminal(
    parts: list[str], width: int, align: Align
) -> None:
    text = plain(fit_line(line(*parts), width, align))
    assert cells(text) == width
    assert not set(text) & set("\x1b\u202e\t\n")


def test_both_sides_keep_their_edge_until_there_is_no_room() -> None:
    left, right = line("Refused: the list is closed"), line("on disk 11:42")
    assert plain(sides(left, right, 46)).endswith("closed      on disk 11:42")
    assert plain(sides(left, right, 30)) == "Refused: the l…  on disk 11:42"
    assert plain(sides(left, right, 12)) == "Refused: th…"


NUMBER = Column("number", 2, align="right", priority=9)
NAME = Column("name", 8, weight=2, priority=9)
TAG = Column("tag", 5, weight=1, priority=2, most=6)
LIMIT = Column("limit", 5, priority=5, align="right")
ALL = (NUMBER, NAME, TAG, LIMIT)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (40, {"number": 2, "name": 24, "tag": 6, "limit": 5}),
        (23, {"number": 2, "name": 8, "tag": 5, "limit": 5}),
        (24, {"number": 2, "name": 9, "tag": 5, "limit": 5}),
        (22, {"number": 2, "name": 13, "limit": 5}),
        (12, {"number": 2, "name": 9}),
        (9, {"number": 9 - 7}),
        (1, {"number": 1}),
    ],
)
def test_columns_share_what_is_left_and_drop_the_least_important(
    width: int, widths: dict[str, int]
) -> None:
    assert {placed.column.key: placed.width for placed in lay_out(ALL, width)} == widths


COLUMNS = st.lists(
    st.builds(
        Column,
        key=st.uuids().map(str),
        least=st.integers(1, 12),
        weight=st.integers(0, 3),
        priority=st.integers(0, 3),
        most=st.one_of(st.none(), st.integers(12, 20)),
    ),
    min_size=1,
    max_size=7,
).map(tuple)


@given(COLUMNS, st.integers(0, 120), TEXTS)
def test_every_row_is_exactly_as_wide_as_the_list(
    columns: tuple[Column, ...], width: int, text: str
) -> None:
    placed = lay_out(columns, width)
    assert sum(one.width for one in placed) + len(placed) - 1 <= max(width, 0)
    for one in placed:
        assert one.column.most is None or one.width <= one.column.most
    row = row_line(columns, {column.key: text for column in columns}, width)
    assert line_cells(row) == width


def test_chinese_names_keep_the_columns() -> None:
    """What stands after a wide name begins in the same cell as after a narrow one."""
    rows = [
        plain(row_line(ALL, {"number": "1", "name": name, "limit": "3:00"}, 40))
        for name in ("Japan", "中华人民共和国", "你好，世界，再见", "Côte d’Ivoire")
    ]
    assert {cells(row[: row.index("3:00")]) for row in rows} == {36}


def test_a_cell_keeps_its_roles_and_takes_the_row_s_for_the_rest() -> None:
    row = row_line(
        (NUMBER, NAME),
        {"number": "1", "name": (Piece("EU", "strong"), Piece(" 27"))},
        12,
        role="muted",
    )
    assert Piece("EU", "strong") in row
    assert Piece(" 27", "muted") in row
    assert Piece("1", "muted") in row


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Data sources and collection", 27, "Data sources and collection"),
        ("Data sources and collection", 26, "Data sources and collecti…"),
        ("Data sources, and collection", 16, "Data sources…"),
        ("Data sources and collection", 21, "Data sources and…"),
        ("Supporting compliance", 19, "Supporting complia…"),
        ("Kurdistanisches", 8, "Kurdist…"),
        ("数据来源和收集", 9, "数据来源…"),
        ("", 5, ""),
    ],
)
def test_a_line_is_shortened_at_a_word_that_leaves_few_cells_unused(
    text: str, width: int, shown: str
) -> None:
    line = fit_words((Piece(text),), width)
    assert plain(line) == shown
    assert line_cells(line) <= width


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["ends  full Fri 10:05  late Fri 10:10", "      20 min late"]),
        (60, ["ends  full Fri 10:05  late Fri 10:10  20 min late"]),
        (24, ["ends  full Fri 10:05", "      late Fri 10:10", "      20 min late"]),
    ],
)
def test_a_part_is_broken_only_where_a_line_has_no_room_for_it(
    width: int, lines: list[str]
) -> None:
    parts = [(Piece(each),) for each in ("full Fri 10:05", "late Fri 10:10", "20 min late")]
    told = wrap_whole((Piece("ends  "),), parts, width)
    assert [plain(each) for each in told] == lines
