"""What was changed by hand is never lost, whatever is written again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from meeting_tui.desk import written_files
from meeting_tui.desk.exporting import write_drafts
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.written_files import MEMORY, Memory, write_files
from meeting_tui.session_log import files
from meeting_tui.session_log.store import WriteRefused
from tests.desk.exported import kept
from tests.report.hard_day import mid_day


@pytest.fixture
def session(tmp_path: Path) -> Path:
    (tmp_path / "day").mkdir()
    return tmp_path / "day"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_as_it_was_written_is_written_over(session: Path) -> None:
    out = session / "export"
    write_files({"report.md": b"1"}, out, session)
    written = write_files({"report.md": b"2"}, out, session)

    assert written.kept == ()
    assert (out / "report.md").read_bytes() == b"2"
    assert names(out) == ["report.md"]


def test_what_was_changed_by_hand_is_left_and_said(session: Path) -> None:
    out = session / "drafts"
    write_files({"report.md": b"1"}, out, session)
    (out / "report.md").write_bytes(b"mine")
    first = write_files({"report.md": b"2"}, out, session)
    second = write_files({"report.md": b"3"}, out, session)

    assert (out / "report.md").read_bytes() == b"mine"
    assert (out / "report (2).md").read_bytes() == b"3"
    assert names(out) == ["report (2).md", "report.md"]
    for written in (first, second):
        (kept_file,) = written.kept
        assert written.paths == (out / "report (2).md",)
        assert "report (2).md" in kept_file.sentence("en")
        assert str(out / "report.md") in kept_file.sentence("zh")


def test_what_never_was_ours_is_left(session: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "report.md").write_bytes(b"theirs")
    (elsewhere / "report (2).md").mkdir()
    (elsewhere / "report (3).md").symlink_to(elsewhere / "nowhere")
    write_files({"report.md": b"1"}, elsewhere, session)

    assert (elsewhere / "report.md").read_bytes() == b"theirs"
    assert (elsewhere / "report (3).md").is_symlink()
    assert (elsewhere / "report (4).md").read_bytes() == b"1"
    assert str(tmp_path) not in (session / MEMORY).read_text()


def test_what_would_be_written_the_same_is_ours(session: Path) -> None:
    out = session / "export"
    out.mkdir()
    (out / "a.csv").write_bytes(b"1")
    assert write_files({"a.csv": b"1"}, out, session).kept == ()
    assert write_files({"a.csv": b"2"}, out, session).kept == ()
    assert names(out) == ["a.csv"]


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"export": 1}', b'{"export": {"a": 1}}'])
def test_a_memory_that_is_lost_makes_everything_dear(session: Path, damage: bytes) -> None:
    out = session / "export"
    write_files({"a": b"1"}, out, session)
    (session / MEMORY).write_bytes(damage)
    written = write_files({"a": b"2"}, out, session)

    assert [each.path.name for each in written.kept] == ["a"]
    assert (out / "a").read_bytes() == b"1"
    assert json.loads((session / MEMORY).read_bytes())["export"].keys() >= {"a (2)"}


def test_a_write_that_was_cut_off_leaves_nothing_that_passes_for_changed_by_hand(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = session / "export"
    write_files({"a": b"1", "b": b"1"}, out, session)
    real = files.write_atomic

    def refusing(path: Path, content: bytes, *, is_shared: bool = False) -> None:
        if path.name == "b":
            raise WriteRefused("full", path)
        real(path, content, is_shared=is_shared)

    monkeypatch.setattr(written_files, "write_atomic", refusing)
    with pytest.raises(WriteRefused, match="b: the disk is full"):
        write_files({"a": b"2", "b": b"2"}, out, session)
    monkeypatch.undo()
    assert [(out / name).read_bytes() for name in "ab"] == [b"2", b"1"]
    assert write_files({"a": b"3", "b": b"3"}, out, session).kept == ()


def test_nothing_is_held_back_because_it_cannot_be_remembered(
    session: Path, tmp_path: Path
) -> None:
    (session / MEMORY).mkdir()
    written = write_files({"a": b"1"}, tmp_path / "out", session)
    assert written.paths[0].read_bytes() == b"1"
    assert Memory(session, tmp_path / "out").known() == {}


def test_a_draft_edited_during_the_meeting_outlives_every_close_of_an_item(
    tmp_path: Path,
) -> None:
    folder: SessionFolder = kept(mid_day(), tmp_path / "day")
    assert write_drafts(folder, "en") == ()
    draft = folder.drafts / "report.md"
    draft.write_text("# The Chair's own words\n", encoding="utf-8")
    for _ in range(2):
        (told,) = write_drafts(folder, "en")
        assert "report (2).md" in told
    assert draft.read_text(encoding="utf-8") == "# The Chair's own words\n"
    assert names(folder.drafts) == ["report (2).md", "report.md"]
