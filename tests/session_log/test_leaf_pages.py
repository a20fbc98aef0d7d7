"""Rows are read from pages that SQLite leads to no more: no session is lost with its tree."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from meeting_tui.session_log.damaged_database import PAGE, rows_in_pages
from meeting_tui.session_log.salvage import salvage
from tests.session_log.damaged_session import DAY, ROWS, make, opened


def test_a_whole_file_gives_every_row_also_one_of_several_pages(tmp_path: Path) -> None:
    raw = make(tmp_path)
    assert len(ROWS[0].content) > PAGE
    found = {seq: (id_, content, hash_) for seq, id_, content, hash_ in rows_in_pages(raw)}
    assert found == {row.seq: (row.id, row.content, row.hash) for row in ROWS}


@pytest.mark.parametrize("page", [1, 2, 3])
def test_without_its_first_page_or_the_root_of_its_tree_nothing_is_lost(
    tmp_path: Path, page: int
) -> None:
    content = bytearray(make(tmp_path))
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    (tmp_path / "log.db").write_bytes(content)

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()


def test_of_a_cut_file_all_that_is_left_is_read(tmp_path: Path) -> None:
    whole = make(tmp_path)
    left = len(whole) // PAGE * 2 // 3
    (tmp_path / "log.db").write_bytes(whole[: left * PAGE])

    salvage(tmp_path)

    found = opened(tmp_path)
    assert found[0] == DAY[0]
    assert set(found) <= set(DAY)
    assert len(found) > len(DAY) // 2


def test_bytes_at_random_give_nothing_and_end() -> None:
    chance = random.Random(3)
    for _ in range(50):
        raw = bytearray(chance.randbytes(3 * PAGE))
        raw[PAGE] = raw[2 * PAGE] = 0x0D
        assert list(rows_in_pages(bytes(raw))) == []
    assert list(rows_in_pages(os.urandom(100))) == []


def test_damaged_pages_of_a_database_never_raise(tmp_path: Path) -> None:
    whole = make(tmp_path)
    chance = random.Random(5)
    for _ in range(60):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 200)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        for seq, id_, content, hash_ in rows_in_pages(bytes(raw)):
            assert (type(seq), type(id_), type(content), type(hash_)) == (int, str, bytes, str)
