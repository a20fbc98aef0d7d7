"""The program's edge: any pipe, any argument; a sentence and a code, no traceback."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meeting_tui import cli
from meeting_tui.shell import choosing
from meeting_tui.shell.commands import COMMANDS
from tests.shell.calling import AGENDA, CHECKOUT, Call, caller

PROGRAM = [sys.executable, "-m", "meeting_tui"]
ENCODINGS = (
    {"LANG": "C", "LC_ALL": "C"},
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": "ascii:strict"},
)


def run(
    *arguments: str, environment: dict[str, str] | None = None, cwd: Path = CHECKOUT
) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), **(environment or {})}
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("environment", ENCODINGS, ids=lambda e: next(iter(e.values())))
def test_a_pipe_gets_utf_8_without_colour_whatever_the_locale(
    day: Path, environment: dict[str, str]
) -> None:
    told = run("--lang", "zh", "session", "show", str(day), environment=environment)
    assert told.returncode == 0
    assert "演练，进行中" in told.stdout.decode("utf-8")
    assert b"\x1b" not in told.stdout
    refused = run("--lang", "zh", "do", str(day), "frob", environment=environment)
    assert refused.returncode == 1
    assert "被拒绝" in refused.stderr.decode("utf-8")
    exported = run("export", str(day), "--format", "md", "--lang", "zh", environment=environment)
    assert exported.returncode == 0
    assert Path(exported.stdout.decode().splitlines()[0]).exists()


def test_a_pipe_that_is_closed_early_is_no_matter(day: Path) -> None:
    command = subprocess.Popen(
        [*PROGRAM, "export", str(day), "--format", "json", "--to", "-"],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout is not None and command.stderr is not None
    command.stdout.close()
    complaint = command.stderr.read()
    command.stderr.close()
    assert command.wait(30) == 1
    assert complaint == b""


def test_run_without_a_terminal_says_so(call: Call, sessions: Path) -> None:
    for arguments in (("run", AGENDA), ("run",), ()):
        told = call(*arguments)
        assert told.code == 1
        assert "`run` needs a terminal" in told.err
    assert not sessions.exists()


class TestUnforeseen:
    """What nobody thought of still ends in a sentence."""

    @pytest.mark.parametrize(
        ("fault", "said"),
        [
            (PermissionError(errno.EACCES, "Permission denied", "/srv/x"), "/srv/x: Permission"),
            (OSError("odd"), "the system: odd"),
            (RuntimeError("odd"), "unexpected error happened (RuntimeError: odd)"),
        ],
    )
    def test_it_is_a_sentence(
        self, call: Call, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
    ) -> None:
        def break_down(*_: object) -> None:
            raise fault

        monkeypatch.setattr("meeting_tui.shell.session_command.list_sessions", break_down)
        told = call("session", "list")
        assert (told.code, told.out) == (1, "")
        assert said in told.err
        assert len(told.err.splitlines()) == 1

    def test_a_programmer_may_see_where(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        def break_down(*_: object) -> None:
            raise RuntimeError("odd")

        monkeypatch.setattr("meeting_tui.shell.session_command.list_sessions", break_down)
        monkeypatch.setenv("MEETING_TUI_TRACEBACK", "1")
        with pytest.raises(RuntimeError):
            call("session", "list")

    def test_interrupting_is_1(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("meeting_tui.shell.session_command.list_sessions", interrupt)
        assert call("session", "list").code == 1

    def test_whoever_read_has_gone(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(_: object) -> int:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")

        monkeypatch.setattr(cli, "_run", gone)
        monkeypatch.setattr(sys, "stdout", sys.stdout)
        assert cli.main([]) == 1
        assert capsys.readouterr().err == ""


WORDS = st.sampled_from(
    [
        *COMMANDS,
        *("check", "list", "show", "verify", "rebuild", "day", "a.script", AGENDA, ".", "..", "/"),
        *("--json", "--lang", "zh", "--session", "--speed", "1e400", "--to", "-", "--format"),
        *("open", "item 0", "next", "note [/", "undo", "--rehearse", "--at", "--strict", "--"),
        *("a\x00b", "\udcff", "x" * 5000, "con", "名", "=1+1", "\x1b[31m", "", "log.db"),
    ]
)


@settings(
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(arguments=st.lists(WORDS | st.text(max_size=8), max_size=6))
def test_random_arguments_end_in_a_code_and_no_traceback(
    day: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
) -> None:
    monkeypatch.chdir(day.parent.parent)
    told = caller(day.parent, capsys)(*arguments)
    assert told.code in (0, 1, 2, 3)
    assert told.code == 0 or told.err or "--json" in arguments
    assert "\x1b" not in told.out + told.err
    assert "unexpected error" not in told.err or "\x00" in "".join(arguments)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_sentence(day: Path, call: Call) -> None:
    day.chmod(0o555)
    try:
        told = call("do", "day", "inscribe ken")
        assert told.code == 1
        assert "cannot be written to" in told.err
        assert call("session", "show", "day").code == 0
    finally:
        day.chmod(0o755)


def test_sessions_below_a_file_are_a_sentence(tmp_path: Path, call: Call) -> None:
    (tmp_path / "file").write_text("in the way")
    script = tmp_path / "a.script"
    script.write_text("10:02 open\n")
    place = ("--sessions", tmp_path / "file" / "x")
    told = call("play", AGENDA, script, "--session", "a", *place)
    assert told.code == 1
    assert len(told.err.splitlines()) == 1
    assert call("session", "list", *place).code == 0


class TestChoosing:
    """`meeting-tui` alone."""

    def test_it_offers_sessions_then_agendas(self, day: Path, call: Call) -> None:
        told = call("--json")
        assert told.code == 0
        assert [each["name"] for each in told.json] == ["day", "2026-03-19-wgtr.toml"]

    def test_nothing_to_choose_is_1(
        self, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(choosing, "packaged_agendas", lambda: tmp_path)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        told = call()
        assert told.code == 1
        assert "There is no agenda" in told.err

    @pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")
    def test_on_a_terminal_the_number_typed_is_opened(self, day: Path) -> None:
        said = on_a_terminal(["--sessions", str(day.parent), "run", "--plain"], b"1\nquit\n")
        assert "  1  day" in said
        assert "  2  2026-03-19-wgtr.toml" in said
        assert "Nothing was lost. 9 entries restored." in said
        assert "Everything is on disk in" in said


def on_a_terminal(arguments: list[str], typed: bytes) -> str:
    """What is said on a terminal of 200 columns where somebody types."""
    import pty

    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [*PROGRAM, *arguments], cwd=CHECKOUT, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, typed)
    said = b""
    give_up = time.monotonic() + 30
    while time.monotonic() < give_up:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    assert command.wait(30) == 0
    return said.decode().replace("\r\n", "\n")


def test_the_command_reference_names_every_command_and_setting() -> None:
    reference = (CHECKOUT / "docs" / "command-line.md").read_text(encoding="utf-8")
    kept = (CHECKOUT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"meeting-tui {name}" not in reference] == []
    shown = run("settings", "--json")
    names = set(json.loads(shown.stdout)) - {"file"}
    assert [name for name in sorted(names) if f"`{name}`" not in kept] == []
