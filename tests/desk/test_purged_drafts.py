"""After a purge no draft that the program wrote says what went; one changed by hand is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk import purging
from meeting_tui.desk.exporting import write_drafts
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.purging import drafts_left, remove_drafts
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.refusal import Refusal
from tests.desk.exported import kept
from tests.report.full_day import full_day
from tests.session_log.purged_session import files_saying

SECRET = "SECRETWE was said in confidence"


def do(folder: SessionFolder, *lines: str) -> str:
    told = ""
    with visit(folder, Seat("shell", "ab"), "en") as visitor:
        for line in lines:
            done = visitor.do(line)
            assert not isinstance(done, Refusal), done
            told = visitor.tell(done)
    return told


def drafted(tmp_path: Path) -> tuple[SessionFolder, str]:
    """A session whose drafts say a point that went off the record since, and its id."""
    folder = kept(full_day(), tmp_path / "day")
    told = do(folder, f"note on 1 a1 {SECRET}")
    write_drafts(folder, "en")
    assert files_saying(folder.drafts, SECRET)
    log = folder.read()
    noted = (each.event for each in log.read() if isinstance(each.event, PointNoted))
    point = next(each.point for each in noted if each.text == SECRET)
    log.close()
    assert told
    do(folder, f"correct {point} a1 /off-record {SECRET}")
    return folder, point


@pytest.mark.unmeasured
def test_a_purged_text_stays_in_no_file_of_the_session(tmp_path: Path) -> None:
    folder, point = drafted(tmp_path)

    told = do(folder, f"purge! {point}")

    assert "These drafts were changed" not in told
    assert files_saying(folder.path, SECRET) == []
    assert write_drafts(folder, "en") == ()
    assert files_saying(folder.path, SECRET) == []


def test_a_draft_changed_by_hand_is_named(tmp_path: Path) -> None:
    folder, point = drafted(tmp_path)
    report = folder.drafts / "report.md"
    report.write_bytes(report.read_bytes() + b"\nmine\n")

    told = do(folder, f"purge! {point}")

    assert told.endswith(f"Check whether they still hint at it: {report}.")
    assert files_saying(folder.path, SECRET) == []
    assert report.read_bytes().endswith(b"\nmine\n"), "the rest of it is theirs"
    assert b"*" * len(SECRET) in report.read_bytes()


def test_one_that_cannot_be_removed_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = drafted(tmp_path)

    def held(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", held)
        remove_drafts(folder.path)
    assert files_saying(folder.drafts, SECRET)

    with monkeypatch.context() as broken:
        broken.setattr(purging, "read_outside", held)
        assert drafts_left(folder.path)
    remove_drafts(folder.path)
    assert files_saying(folder.drafts, SECRET) == []
