"""Of what was purged nothing is left in any byte of the session, its exports, drafts or copies."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from meeting_tui.desk.exporting import export_files, write_drafts
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.purging import cut_out
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.verifying import check_session
from meeting_tui.desk.visiting import visit
from meeting_tui.desk.written_files import write_files
from meeting_tui.meeting.refusal import Refusal
from tests.desk.exported import kept
from tests.meeting.room import Room
from tests.session_log.purged_session import files_saying

WORD = "Quetzalcoatlus"
SECRET = f"{WORD} flies on Friday"


def do(folder: SessionFolder, *lines: str) -> None:
    with visit(folder, Seat("shell", "ab"), "en") as visitor:
        for line in lines:
            done = visitor.do(line)
            assert not isinstance(done, Refusal), done


def packed_saying(folder: Path) -> list[str]:
    """The office documents below a folder that hold the word."""
    found = []
    for each in sorted(folder.rglob("*")):
        if each.is_file() and each.read_bytes().startswith(b"PK"):
            with ZipFile(io.BytesIO(each.read_bytes())) as packed:
                if any(WORD.encode() in packed.read(name) for name in packed.namelist()):
                    found.append(each.name)
    return found


def session(tmp_path: Path) -> SessionFolder:
    """Noted, undone and noted again, exported and drafted before it went off the record."""
    room = Room().opened("3")
    room.do("floor mex!", f"note a1 {SECRET}", "undo", f"note a1 {SECRET}", "note a1 all the rest")
    folder = kept(room.meeting, tmp_path / "day")
    write_drafts(folder, "en")
    formats = ("markdown", "json", "word", "excel", "csv")
    write_files(export_files(folder, formats, naming="named"), folder.path / "export", folder.path)
    return folder


def test_a_word_that_occurs_nowhere_else_is_nowhere(tmp_path: Path) -> None:
    folder = session(tmp_path)
    assert files_saying(folder.path, WORD) and packed_saying(folder.path)
    by_hand = folder.drafts / "report.md"
    by_hand.write_bytes(by_hand.read_bytes() + b"\nmine\n")
    aside = folder.path / "session.toml.set-aside-1"
    aside.write_bytes(folder.toml.read_bytes())
    database = folder.path / "log.db.set-aside-1"
    database.write_bytes(folder.database.read_bytes())
    letter = folder.path / "export" / "letter.docx"
    letter.write_bytes(next((folder.path / "export").glob("*.docx")).read_bytes() + b"\n")

    do(folder, f"correct n2 a1 /off-record {SECRET}", "purge! n2")

    assert files_saying(folder.path, WORD) == []
    assert packed_saying(folder.path) == []
    assert by_hand.read_bytes().endswith(b"\nmine\n")
    assert aside.exists()
    assert not check_session(folder, is_text=False).findings
    assert not check_session(folder, is_text=True).findings


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (SECRET.encode(), b"*" * len(SECRET)),
        (b'say "it" \\u00fc', b'say "it" \\u00fc'),
        (b"PK broken " + SECRET.encode(), None),
        (b"nothing of it", b"nothing of it"),
    ],
)
def test_words_are_covered_where_they_can_be(
    tmp_path: Path, content: bytes, left: bytes | None
) -> None:
    file, handed_in = tmp_path / "a", tmp_path / "texts" / "b"
    handed_in.parent.mkdir()
    for each in (file, handed_in):
        each.write_bytes(content)
    cut_out(tmp_path, (SECRET, ""))
    assert (file.read_bytes() if file.exists() else None) == left
    assert handed_in.read_bytes() == content, "what a delegation handed in is theirs"
    cut_out(tmp_path, ())


def test_a_text_with_quotation_marks_is_found_as_json_spells_it(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"text": "say \\"Zürich\\" \\u2013 twice", "b": "say \\"Z\\u00fcrich\\""}')
    cut_out(tmp_path, ('say "Zürich"',))
    assert "rich" not in file.read_text()
