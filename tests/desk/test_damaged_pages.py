"""Pages of the database are zeroed: what reads well still and refuses every act is mended too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meeting_tui.desk.opening import begin, open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.verifying import check_session
from meeting_tui.desk.visiting import visit
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.refusal import Refusal
from tests.desk.long_session import long_session
from tests.desk.seat import MORNING, SEAT, plan

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return long_session(tmp_path)


def zero(database: Path, *pages: int) -> None:
    content = bytearray(database.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    database.write_bytes(content)


def index_pages(database: Path) -> list[int]:
    """The pages that only writing needs."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_entry_1'"
        ).fetchone()
    return [int(found[0])]


def test_an_index_that_only_writing_needs_is_mended_and_acts_are_kept(
    folder: SessionFolder,
) -> None:
    pages = index_pages(folder.database)
    assert pages == [3]
    before = folder.database.read_bytes()
    zero(folder.database, *pages)
    hurt = folder.database.read_bytes()
    assert [each.what for each in check_session(folder, is_text=False).findings] == ["file"]

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and visitor.mended.missing == ()
        assert visitor.mended.database is not None and visitor.mended.database.path is not None
        assert visitor.mended.database.path.read_bytes() == hurt
        assert not isinstance(visitor.do("inscribe ita"), Refusal)
        entries = len(visitor.intake.meeting.entries)

    assert check_session(folder, is_text=False).findings == ()
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert len(visitor.intake.meeting.entries) == entries
    assert hurt != before


@pytest.mark.parametrize("has_text", [True, False])
def test_one_bit_of_an_index_is_mended_on_opening(folder: SessionFolder, has_text: bool) -> None:
    """A quick check does not look at what an index says, and finds nothing wrong."""
    content = folder.database.read_bytes()
    log = folder.read()
    ids = [each.id.encode() for each in log.read()]
    log.close()
    (root,) = index_pages(folder.database)
    leaf = PAGE * (root - 1)
    if content[leaf] != 10:  # it leads to leaves: the last of them
        leaf = PAGE * (int.from_bytes(content[leaf + 8 : leaf + 12], "big") - 1)
    assert content[leaf] == 10
    at = max(content.find(each, leaf, leaf + PAGE) for each in ids)
    assert at > leaf
    hurt = content[: at + 5] + bytes([content[at + 5] ^ 1]) + content[at + 6 :]
    folder.database.write_bytes(hurt)
    if not has_text:
        folder.toml.unlink()
    with closing(sqlite3.connect(folder.database)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    assert [each.what for each in check_session(folder, is_text=False).findings] == ["file"]

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and visitor.mended.missing == ()
        assert visitor.mended.database is not None and visitor.mended.database.path is not None
        assert visitor.mended.database.path.read_bytes() == hurt
        assert [each.id.encode() for each in visitor.intake.meeting.entries] == ids
        assert not isinstance(visitor.do("inscribe ita"), Refusal)

    assert check_session(folder, is_text=False).findings == ()


@pytest.mark.parametrize("pages", [(3,), (40,), (3, 40)])
def test_whichever_page_is_gone_the_desk_says_so_and_writes(
    folder: SessionFolder, pages: tuple[int, ...]
) -> None:
    assert folder.database.stat().st_size > 40 * PAGE
    zero(folder.database, *pages)

    opened = open_session(folder, SEAT)

    assert opened.restored is not None and opened.restored.salvaged is not None
    assert opened.restored.salvaged.missing == ()
    assert opened.close()
    assert check_session(folder, is_text=False).findings == ()


def test_a_damaged_first_entry_is_got_back_before_any_item_is_closed(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    writer = folder.write("desk")
    (first,) = writer.read()
    writer.close()
    content = folder.database.read_bytes()
    title = plan().title.en.encode()[:20]
    assert title in content
    folder.database.write_bytes(content.replace(title, bytes([title[0] ^ 4]) + title[1:]))
    assert check_session(folder, is_text=False).findings

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and visitor.mended.missing == ()
        assert visitor.intake.meeting.entries[0] == first
        assert not isinstance(visitor.do("open"), Refusal)
    assert check_session(folder, is_text=False).findings == ()


def test_whichever_page_is_zeroed_is_noticed(folder: SessionFolder) -> None:
    folder.toml.unlink()
    whole = folder.database.read_bytes()
    for page in range(1, len(whole) // PAGE + 1, 3):
        zero(folder.database, page)
        if folder.database.read_bytes() != whole:
            with pytest.raises(LogDamaged):
                folder.write("desk").close()
        folder.database.write_bytes(whole)


def test_a_folder_of_session_toml_alone_is_made_whole_and_not_called_damaged(
    folder: SessionFolder,
) -> None:
    for file in folder.path.glob("log.db*"):
        file.unlink()

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None
        assert visitor.mended.is_only_remade
        assert not isinstance(visitor.do("inscribe ita"), Refusal)

    assert check_session(folder, is_text=False).findings == ()
    assert not list(folder.path.glob("*aside*"))
