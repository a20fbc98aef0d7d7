"""A purge cut off at any step is finished by whoever opens the session next, or it never was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.purges import redactions
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import check_session_toml
from tests.crash.purging_desk import STEPS
from tests.session_log.purged_session import FIRST, SECRET, files_saying, purge, spoken

CHECKOUT = Path(__file__).resolve().parents[2]


def killed(folder: Path, step: str) -> None:
    """A session whose purge was cut off there."""
    command = [sys.executable, "-m", "tests.crash.purging_desk", str(folder), step]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (9, "")


@pytest.mark.parametrize("step", STEPS[1:])
def test_the_next_to_open_it_finishes_the_purge(tmp_path: Path, step: str) -> None:
    folder = tmp_path / "trial"
    killed(folder, step)

    log = SessionFolder(folder).write("desk-2")
    rows, head = tuple(log.rows()), log.head()

    assert files_saying(folder, SECRET, FIRST) == []
    assert verify(rows, head) == ()
    assert len(redactions(rows)) == 2
    assert log.drafts() == {}
    assert check_session_toml(folder / "session.toml").findings == ()
    log.close()
    again = open_sqlite(folder / "log.db", writer=True, desk="desk-3")
    assert tuple(again.rows()) == rows
    again.close()


def test_a_purge_that_was_not_recorded_has_removed_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "trial"
    killed(folder, STEPS[0])
    room = spoken()

    log = open_sqlite(folder / "log.db", writer=True, desk="desk-2")

    assert tuple(log.read()) == tuple(room.meeting.entries)
    assert list(log.drafts()) == ["note"]
    log.append(purge(room), room.meeting.last.seq)
    assert files_saying(folder, SECRET, FIRST) == []
    log.close()
