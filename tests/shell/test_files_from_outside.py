"""Whatever is handed over as a file: one sentence, exit code 1, little memory, at once.

The files are really made (`tests/hostile_files.py`), and the calls are made in a program whose
memory is measured.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import hostile_files as hostile
from tests.hostile_files import Make
from tests.shell.calling import AGENDA, CHECKOUT, PlayOnce, write_script
from tests.shell.conftest import MORNING

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no such pipes, devices and figures there"),
    pytest.mark.unmeasured,
]

MOST_MB = 300
MOST_SECONDS = 2.0
"""Of the processor, which other programs do not lengthen; twice that is granted to a slow one."""
HANGS_AFTER = 240.0

Line = tuple[str | Path, ...]


def called(*lines: Line) -> list[dict[str, Any]]:
    """What each call gave."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.shell.calls_measured"],
        cwd=CHECKOUT,
        input=json.dumps([[*map(str, line)] for line in lines]),
        capture_output=True,
        text=True,
        timeout=HANGS_AFTER,
        check=False,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(lines), (lines[len(found)], done.returncode, done.stderr)
    return found


def refused_each(paths: list[Path], *line: str | Path, code: tuple[int, ...] = (1,)) -> None:
    """Each of the files in that call (in the place of `FILE`) is refused as it should be."""
    lines = [tuple(str(part).replace("FILE", str(path)) for part in line) for path in paths]
    for path, found in zip(paths, called(*lines), strict=True):
        said = (path.name, found)
        assert found["code"] in code, said
        assert len(found["told"].splitlines()) == 1, said
        assert path.name in found["told"], said
        assert "unexpected error" not in found["told"], said
        assert found["seconds"] < 2 * MOST_SECONDS, said
        assert found["peak"] < MOST_MB, said


def made(tmp_path: Path, *makes: Make, ending: str = "") -> list[Path]:
    return [make(tmp_path / f"{make.__name__}{ending}") for make in makes]


def test_no_agenda_takes_the_memory_or_the_time(tmp_path: Path) -> None:
    paths = made(tmp_path, *hostile.KINDS, *hostile.TEXTS)

    refused_each(paths, "agenda", "check", "FILE")


def test_no_script_takes_the_memory_or_the_time(tmp_path: Path) -> None:
    refused_each(
        made(tmp_path, *hostile.KINDS, *hostile.TEXTS),
        *("--sessions", tmp_path / "sessions", "play", AGENDA, "FILE", "--session", "day"),
    )


def test_no_exported_session_takes_the_memory_or_the_time(tmp_path: Path) -> None:
    refused_each(
        made(
            tmp_path,
            *hostile.KINDS,
            *hostile.TEXTS,
            *(hostile.nested_json, hostile.swollen_json, hostile.long_schema),
        ),
        *("--sessions", tmp_path / "sessions", "session", "import", "FILE"),
        code=(1, 3),  # what was altered is damage
    )


def test_no_list_of_delegations_takes_the_memory_or_the_time(tmp_path: Path) -> None:
    paths = made(tmp_path, *hostile.KINDS, hostile.one_line, hostile.noise, hostile.wide_row)
    packages = made(tmp_path, *hostile.PACKAGES, ending=".xlsx")

    refused_each([*paths, *packages], "delegations", "--list", "FILE")
    [rows] = made(tmp_path, hostile.many_rows)
    refused_each([rows], "delegations", "import", "FILE", "--to", tmp_path / "out.csv")


def test_no_template_takes_the_memory_or_the_time(tmp_path: Path, play_once: PlayOnce) -> None:
    day = play_once(write_script(tmp_path, *MORNING))
    packages = [each for each in hostile.PACKAGES if each is not hostile.far_cell]

    refused_each(
        [
            *made(tmp_path, *hostile.KINDS, hostile.one_line, hostile.noise),
            *made(tmp_path, *packages, ending=".docx"),
        ],
        *("export", day, "--format", "word", "--template", "FILE", "--to", tmp_path / "out"),
    )
    assert not (tmp_path / "out").exists()


def test_no_settings_take_the_memory_or_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for make in (*hostile.KINDS, *hostile.TEXTS):
        place = tmp_path / make.__name__ / "meeting-tui"
        place.mkdir(parents=True)
        make(place / "settings.toml")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(place.parent))
        (found,) = called(("settings",))
        assert found["code"] == 1, (make, found)
        assert len(found["told"].splitlines()) == 1, (make, found)
        assert found["peak"] < MOST_MB, (make, found)
        assert found["seconds"] < 2 * MOST_SECONDS, (make, found)


def test_no_statement_handed_in_does(tmp_path: Path, play_once: PlayOnce) -> None:
    day = play_once(write_script(tmp_path, *MORNING))

    refused_each(
        made(tmp_path, *hostile.KINDS),
        *("--sessions", day.parent, "do", "day", "received on 1 FILE"),
    )


@pytest.mark.parametrize("name", ["log.db", "log.db-wal", "session.toml", "delegations.csv"])
def test_no_file_of_a_session_somebody_made_does(
    tmp_path: Path, play_once: PlayOnce, name: str
) -> None:
    day = play_once(write_script(tmp_path, *MORNING))
    lines: list[Line] = []
    for make in hostile.KINDS:
        theirs = tmp_path / make.__name__
        shutil.copytree(day, theirs)
        (theirs / name).unlink(missing_ok=True)
        make(theirs / name)
        lines += [("session", "show", theirs), ("export", theirs, "--to", tmp_path / "out")]
        lines += [("session", "verify", theirs), ("do", theirs, "inscribe arg")]

    for line, found in zip(lines, called(*lines), strict=True):
        assert found["code"] in (0, 1, 3), (line, found)
        assert "unexpected error" not in found["told"], (line, found)
        assert found["seconds"] < 2 * MOST_SECONDS, (line, found)
        assert found["peak"] < MOST_MB, (line, found)
