"""Everything from the shell: one folder, a bar for who looks, and a session made of it again."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from meeting_tui.desk.typesetting import find_libreoffice
from meeting_tui.shell.export_command import LateBar
from tests.desk.exported import files_below
from tests.shell.calling import CHECKOUT, Call, write_script


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice takes seconds."""
    monkeypatch.setattr("meeting_tui.desk.typesetting.find_libreoffice", lambda: None)


@pytest.mark.usefixtures("no_printer")
def test_everything_is_told_file_by_file(day: Path, call: Call) -> None:
    told = call("export", "day", "--format", "all")
    folder = day / "export" / "2026-03-19-1004"
    assert told.code == 0
    assert sorted(told.out.splitlines()) == sorted(
        str(folder / each) for each in files_below(folder)
    )
    assert "LibreOffice" in told.err
    assert "━" not in told.err

    again = call("export", "day", "--format", "ALL", "--json")
    assert again.json == told.out.splitlines()
    assert call("export", "day", "--format", "all", "--lang", "zh", "--names", "named").code == 0
    assert (day / "export" / "2026-03-19-1004-zh-named" / "manifest.json").exists()


@pytest.mark.usefixtures("no_printer")
def test_what_was_changed_by_hand_is_said(day: Path, call: Call) -> None:
    call("export", "day", "--format", "all")
    (day / "export" / "2026-03-19-1004" / "report.md").write_text("mine")
    told = call("export", "day", "--format", "all")
    assert told.code == 0
    assert "“report (2).md”" in told.err

    call("export", "day", "--format", "md,speakers")
    (day / "export" / "report.md").write_text("mine")
    told = call("export", "day", "--format", "md,speakers")
    assert "“report (2).md”" in told.err
    assert (day / "export" / "report.md").read_text() == "mine"
    assert {"speakers.md", "speakers.docx"} <= {each.name for each in (day / "export").iterdir()}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--format", "all,json"), "cannot be combined with another format"),
        (("--format", "all", "--to", "-"), "written to a pipe"),
        (("--format", "odt"), "expected all, toml, json"),
        (("--format", "md", "--annex"), "--names named"),
        (("--format", "md", "--count-members", "some"), "'none', 'present', 'all'"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(
    day: Path, call: Call, options: tuple[str, ...], reason: str
) -> None:
    told = call("export", "day", *options)
    assert told.code == 2
    assert reason in " ".join(told.err.split())
    assert not (day / "export").exists()


def test_who_said_what_is_in_the_annex_on_request(day: Path, call: Call, tmp_path: Path) -> None:
    asked = ("export", "day", "--format", "annex", "--names", "named", "--to")
    call(*asked, tmp_path / "plain")
    call(*asked, tmp_path / "whole", "--annex")
    plain, whole = ((tmp_path / each / "annex-named.md").read_text() for each in ("plain", "whole"))
    assert "Statements with attribution" in whole
    assert "Statements with attribution" not in plain


@pytest.mark.usefixtures("no_printer")
@pytest.mark.parametrize("file", ["session.toml", "session.json"])
def test_a_session_comes_back(day: Path, call: Call, tmp_path: Path, file: str) -> None:
    call("export", "day", "--format", "all", "--to", tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    path = folder / "record" / file
    assert "day" in call("session", "import", path).err
    told = call("session", "import", path, "--session", "again")
    assert (told.code, told.err) == (0, "")
    assert told.out == f"again: created from {path}, with 9 entries.\n"
    assert call("session", "verify", "again").code == 0
    assert call("session", "import", path, "--session", "b", "--json").json["events"] == 9
    for name in ("json", "toml", "csv-events", "md"):
        exported = [
            call("export", each, "--format", name, "--to", "-").out for each in ("day", "b")
        ]
        assert exported[0] == exported[1]


def test_an_altered_file_makes_no_session(day: Path, call: Call) -> None:
    path = day / "session.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("transfers", "nothing"), "utf-8")
    told = call("session", "import", path, "--session", "b")
    assert (told.code, told.out) == (3, "")
    assert "altered" in told.err
    assert call("session", "import", CHECKOUT / "README.md", "--session", "b").code == 1


ENVIRONMENTS = [
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "77", "COLUMNS": "30"},
]


def test_the_same_bytes_wherever_and_whenever(call: Call, tmp_path: Path, sessions: Path) -> None:
    """Of every format, the PDF too where one is printed."""
    lines = (CHECKOUT / "tests" / "scripts" / "wgtr-day.script").read_text(encoding="utf-8")
    script = write_script(tmp_path, *lines.splitlines()[:120])
    assert call("play", "2026-03-19-wgtr", script, "--session", "day").code == 0
    found = []
    for number, environment in enumerate(ENVIRONMENTS):
        out = tmp_path / f"out-{number}"
        command = [sys.executable, "-m", "meeting_tui", "--sessions", str(sessions), "export"]
        subprocess.run(
            [*command, "day", "--format", "all", "--to", str(out)],
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
        )
        (folder,) = out.iterdir()
        found.append(
            {name: hashlib.sha256(made).hexdigest() for name, made in files_below(folder).items()}
        )
    assert found[0] == found[1]
    assert ("report.pdf" in found[0]) == (find_libreoffice() is not None)


class TestLateBar:
    """The bar."""

    def drawn(self, monkeypatch: pytest.MonkeyPatch, act: Callable[[LateBar], None]) -> str:
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        with LateBar("Writing [all] out", is_shown=True, after=0.0) as bar:
            act(bar)
        return screen.getvalue()

    def test_it_shows_what_takes_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def slowly(bar: LateBar) -> None:
            bar.tell(1, 4, "word")
            for _ in range(200):
                if bar.is_drawn:
                    break
                Event().wait(0.01)
            bar.tell(2, 4, "[json]")
            bar.tell(4, 4, "pdf")

        drawn = self.drawn(monkeypatch, slowly)
        assert "Writing [all] out" in drawn
        assert "4/4" in drawn

    def test_what_is_quickly_done_shows_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        with LateBar("Writing", is_shown=True, after=60) as bar:
            bar.tell(1, 1, "a")
        with LateBar("Writing", is_shown=False, after=0.0) as hidden:
            hidden.tell(1, 1, "a")
        assert capsys.readouterr().err == ""
        bar.show()
        assert not bar.is_drawn


def test_a_draft_edited_by_hand_is_told_line_by_line(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_plain(*lines: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return call("run", "day", "--plain").out

    assert "report (2).md" not in run_plain("withdraw mex")
    (day / "drafts" / "report.md").write_text("mine")
    assert "“report (2).md”" in run_plain("withdraw zaf")
    assert (day / "drafts" / "report.md").read_text() == "mine"
