"""Every command of the contract: what it prints, as JSON too, and its exit code."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from meeting_tui.cli import main
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.shell.commands import COMMANDS
from tests.shell.calling import AGENDA, CHECKOUT, Call, write_script

INVALID = sorted((CHECKOUT / "tests" / "agendas" / "invalid").glob("*.toml"))


@pytest.mark.parametrize("command", [*COMMANDS, "agenda check", "session verify"])
def test_help_and_version(command: str, call: Call) -> None:
    told = call(*command.split(), "--help")
    assert told.code == 0
    assert told.out.startswith("Usage: meeting-tui")
    assert "\x1b" not in told.out
    version = call("--version")
    assert version.code == 0
    assert version.out.startswith("meeting-tui")
    listed = call("--help").out
    assert f"\n  {command.split()[0]} " in listed


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("do",),
        ("do", "day"),
        ("play", AGENDA),
        ("play", AGENDA, "x", "--session", "y", "--speed", "0"),
        ("play", AGENDA, "x", "--session", "y", "--speed", "nan"),
        ("export", "day", "--names", "all"),
        ("export", "day", "--format", "odt"),
        ("export",),
        ("export", "day", "--format", ","),
        ("export", "day", "--to", "-", "--format", "csv"),
        ("export", "day", "--to", "-", "--format", "json,md"),
        ("session",),
        ("agenda",),
        ("run", AGENDA, "--rehearse", "-1"),
        ("--lang", "fr", "settings"),
        ("delegations",),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(
    day: Path, call: Call, arguments: tuple[str, ...]
) -> None:
    told = call(*arguments)
    assert told.code == 2
    assert told.out == ""
    assert "Usage:" in told.err or "Error:" in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("do", "nowhere", "open"),
        ("play", "nowhere.toml", "x", "--session", "y"),
        ("play", AGENDA, "nowhere.script", "--session", "y"),
        ("export", "nowhere"),
        ("agenda", "check", "nowhere.toml"),
        ("agenda", "check", "."),
        ("session", "show", "nowhere"),
        ("session", "verify", "nowhere"),
        ("session", "rebuild", "nowhere"),
        ("delegations", "zzzqqqxxx"),
    ],
)
def test_what_is_not_there_is_1_and_one_sentence(call: Call, arguments: tuple[str, ...]) -> None:
    told = call(*arguments)
    assert (told.code, told.out) == (1, "")
    assert len(told.err.splitlines()) == 1


def test_options_stand_before_and_behind_the_command(
    day: Path, tmp_path: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(day.parent)
    for arguments in (
        ["--sessions", place, "--json", "--lang", "zh", "session", "list"],
        ["session", "--sessions", place, "--json", "list"],
        ["session", "list", "--json", "--sessions", place],
        ["--sessions", str(tmp_path / "other"), "session", "list", "--sessions", place, "--json"],
    ):
        capsys.readouterr()
        assert main(arguments) == 0
        assert [each["name"] for each in json.loads(capsys.readouterr().out)] == ["day"]
    assert call("--lang", "zh", "session", "show", "day").out.startswith("day  演练，进行中  9条")
    assert call("--lang", "zh", "session", "show", "day", "--lang", "en").out.startswith(
        "day  rehearsal, open  9 entries"
    )


class TestDo:
    """Acts from the shell."""

    def test_each_act_is_told_and_durable(self, day: Path, call: Call) -> None:
        told = call("do", "day", "inscribe ken", "withdraw zaf")
        assert told.code == 0
        assert told.out.splitlines() == ["Inscribed: Kenya", "South Africa withdrew from the list"]
        assert call("session", "show", "day", "--json").json["events"] == 11
        assert "ken" in (day / "session.toml").read_text().casefold()

    def test_it_stops_at_the_first_refusal_with_the_reason(self, day: Path, call: Call) -> None:
        told = call("do", "day", "inscribe ken", "withdraw usa", "inscribe deu")
        assert told.code == 1
        assert told.out == "Inscribed: Kenya\n"
        assert told.err.startswith("Refused: ")
        assert call("session", "show", "day", "--json").json["events"] == 10

    def test_json_is_one_object_a_line(self, day: Path, call: Call) -> None:
        told = call("do", str(day), "inscribe ken", "withdraw usa", "--json")
        did, refused = map(json.loads, told.out.splitlines())
        assert did == {"line": "inscribe ken", "did": "Inscribed: Kenya", "events": ["shell-10"]}
        assert (refused["line"], refused["refused"]) == ("withdraw usa", "does_not_wait")
        assert refused["why"] in told.err

    def test_a_session_open_elsewhere_is_1_and_says_by_whom(self, day: Path, call: Call) -> None:
        log = SessionFolder(day).write("desk-2")
        told = call("do", "day", "open")
        assert told.code == 1
        assert f"process {os.getpid()} (desk desk-2)" in told.err
        log.close()
        assert call("do", "day", "inscribe ken").code == 0

    def test_a_mended_log_is_told(self, day: Path, call: Call) -> None:
        content = bytearray((day / "log.db").read_bytes())
        content[:100] = b"x" * 100
        (day / "log.db").write_bytes(bytes(content))
        told = call("do", "day", "inscribe ken")
        assert told.code == 0
        assert "9 entries were recovered" in told.err
        assert "set-aside-1" in told.err

    def test_initials_are_kept_with_what_is_entered(
        self, day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MEETING_TUI_HAND", "mk")
        assert call("do", "day", "inscribe ken").code == 0
        assert 'hand = "mk"' in (day / "session.toml").read_text()


class TestAgendas:
    """`agenda check`."""

    def test_a_good_one_is_0(self, call: Call) -> None:
        told = call("agenda", "check", AGENDA)
        assert (told.code, told.err) == (0, "")
        assert "7 items, 2 sittings" in told.out
        assert call("agenda", "check", AGENDA, "--json").json["errors"] == []

    @pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
    def test_a_bad_one_is_1_with_its_place(self, call: Call, path: Path) -> None:
        told = call("agenda", "check", path)
        assert (told.code, told.out) == (1, "")
        assert all(line.startswith(str(path)) for line in told.err.splitlines())
        errors = call("agenda", "check", path, "--json").json["errors"]
        assert len(errors) == len(told.err.splitlines())


class TestDelegations:
    """Looking one up."""

    def test_by_code_name_or_typing_error(self, call: Call) -> None:
        for sought in ("mex", "Méxique", "墨西哥", "Mexcio"):
            assert call("delegations", sought).out.startswith("MEX       Mexico")
        assert call("delegations", "cote", "d'ivoire", "--json").json[0]["code"] == "CIV"
        assert call("delegations", "zzzqqqxxx", "--json").json == []


class TestSettings:
    """What is set, and where."""

    def test_each_has_its_source(self, call: Call, sessions: Path) -> None:
        told = call("settings", "--lang", "zh")
        assert f'sessions = "{sessions}"   （命令行）' in told.out
        shown = call("settings", "--json").json
        assert shown["theme"] == {"value": "dark", "source": "default"}
        assert set(shown) == {
            *("file", "language", "theme", "hand", "name", "sessions", "csv_separator"),
            *("private_exports", "sound", "body", "learn", "keys", "shared"),
        }

    def test_a_bad_file_is_1_with_its_place(
        self, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        (tmp_path / "meeting-tui").mkdir()
        (tmp_path / "meeting-tui" / "settings.toml").write_text('langage = "zh"\n')
        told = call("settings")
        assert told.code == 1
        assert "settings.toml:1: langage" in told.err


class TestPlay:
    """Scripts."""

    def test_refusals_have_their_line_and_strict_stops(self, tmp_path: Path, call: Call) -> None:
        script = write_script(tmp_path, "10:02 open", "next", "item 0", "next", "mex")
        told = call("play", AGENDA, script, "--session", "a")
        assert told.code == 0
        assert [line.split(": ")[0] for line in told.err.splitlines()] == [
            f"{script}:2",
            f"{script}:4",
        ]
        assert "5 lines into a: 3 acts, 2 refused" in told.out
        strict = call("play", AGENDA, script, "--session", "b", "--strict", "--json")
        assert strict.code == 1
        assert (strict.json["acts"], strict.json["refused"]) == (1, 1)
        assert strict.json["refusals"][0]["line"] == 2

    def test_the_same_again_changes_nothing_and_another_is_refused(
        self, day: Path, tmp_path: Path, call: Call
    ) -> None:
        before = (day / "session.toml").read_bytes()
        script = tmp_path / "a.script"
        again = ("play", AGENDA, script, "--session", "day")
        assert call(*again, "--rehearsal").code == 0
        assert (day / "session.toml").read_bytes() == before
        told = call(*again)
        assert told.code == 1
        assert "another meeting is saved there" in told.err
        script.write_text("10:02 open\n10:02:06 item 0\n")
        assert call(*again, "--rehearsal").code == 1

    def test_an_empty_script_is_1(self, tmp_path: Path, call: Call) -> None:
        script = write_script(tmp_path, "# nothing")
        assert "is empty" in call("play", AGENDA, script, "--session", "a").err

    def test_the_agenda_is_found_by_its_name(self, tmp_path: Path, call: Call) -> None:
        script = write_script(tmp_path, "10:02 open", "10:03 item 0")
        told = call("play", "2026-03-19-wgtr", script, "--session", "a", "--speed", "100000")
        assert told.code == 0


class TestExport:
    """What leaves."""

    def test_files_are_written_and_named(self, day: Path, tmp_path: Path, call: Call) -> None:
        told = call("export", "day", "--format", "json,md,csv,toml,json", "--to", tmp_path / "out")
        assert told.code == 0
        written = sorted(map(str, (tmp_path / "out").iterdir()))
        assert sorted(told.out.splitlines()) == written
        assert call("export", "day", "--json").json[0].startswith(str(day / "export"))

    def test_one_goes_to_a_pipe(self, day: Path, call: Call) -> None:
        told = call("export", day, "--format", "json", "--to", "-")
        exported = json.loads(told.out)
        assert (told.code, told.err) == (0, "")
        assert exported["schema"] == 1
        assert exported["verified"] is True

    def test_a_place_that_cannot_be_is_a_sentence(
        self, day: Path, tmp_path: Path, call: Call
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        told = call("export", "day", "--to", tmp_path / "file")
        assert told.code == 1
        assert str(tmp_path / "file") in told.err

    def test_a_session_of_text_alone_is_exported_too(self, day: Path, call: Call) -> None:
        for file in day.glob("log.db*"):
            file.unlink()
        assert call("export", "day").code == 0
        assert call("session", "list").out.startswith("day  rehearsal, open  9 entries")

    def test_a_damaged_log_is_3(self, day: Path, call: Call) -> None:
        shutil.copy(AGENDA, day / "log.db")
        assert call("export", "day").code == 3
        assert call("session", "show", "day").code == 3
        assert "cannot be read" in call("session", "list").out
        assert "unreadable" in call("session", "list", "--json").json[0]
