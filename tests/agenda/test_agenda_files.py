"""Agenda files as people save them: which are read, and with which sentence others are refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.agenda import decoding
from meeting_tui.agenda.toml_file import check_agenda, load_agenda, parse_agenda
from meeting_tui.errors import AgendaError
from tests.agenda.written_agenda import dump_agenda

FILES = Path(__file__).resolve().parents[1] / "agendas"
VALID = sorted((FILES / "valid").glob("*.toml"))
INVALID = sorted((FILES / "invalid").glob("*.toml"))


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_file_is_read_and_written_again(path: Path) -> None:
    assert check_agenda(path) == ()
    agenda = load_agenda(path)
    assert parse_agenda(dump_agenda(agenda), "again") == agenda


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_byte_order_mark_and_windows_line_ends_change_nothing(path: Path, tmp_path: Path) -> None:
    saved = tmp_path / "from-notepad.toml"
    saved.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_agenda(saved) == load_agenda(path)
    saved.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    assert load_agenda(saved) == load_agenda(path)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_file_is_refused_with_its_sentences(path: Path) -> None:
    sentences = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [str(error).replace(str(path), path.name) for error in check_agenda(path)] == sentences
    with pytest.raises(AgendaError) as refused:
        load_agenda(path)
    assert str(refused.value).replace(str(path), path.name) == sentences[0]


def test_every_sentence_has_its_file() -> None:
    files = {path.stem for path in INVALID}
    assert {path.stem for path in (FILES / "invalid").glob("*.txt")} == files
    assert len(files) >= 20
    assert len(VALID) >= 5


def test_lines_are_counted_alike_with_windows_line_ends(tmp_path: Path) -> None:
    path = FILES / "invalid" / "minutes-in-quotes.toml"
    saved = tmp_path / path.name
    saved.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert [error.line for error in check_agenda(saved)] == [24]


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    absent = tmp_path / "absent.toml"
    assert [str(error) for error in check_agenda(absent)] == [f"{absent}: the file does not exist"]
    assert [str(error) for error in check_agenda(tmp_path)] == [
        f"{tmp_path}: this is a folder; expected a file"
    ]


def test_file_that_the_system_withholds_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withheld(path: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(decoding, "read_outside", withheld)
    secret = tmp_path / "secret.toml"
    assert [str(error) for error in check_agenda(secret)] == [
        f"{secret}: cannot be read (Permission denied)"
    ]


def test_what_the_toml_reader_alone_can_say_is_passed_on() -> None:
    with pytest.raises(AgendaError, match=r"^plan\.toml:1: not TOML \(.+\); expected a line like"):
        parse_agenda("[[items]\n", "plan.toml")


def test_local_times_are_in_the_zone_on_both_sides_of_summer_time() -> None:
    summer = load_agenda(FILES / "valid" / "summer-time-begins.toml").sitting("day")
    assert summer is not None
    assert summer.start.isoformat() == "2026-03-29T10:00:00+02:00"
    winter = parse_agenda(
        (FILES / "valid" / "summer-time-begins.toml")
        .read_text(encoding="utf-8")
        .replace("2026-03-29", "2026-03-19"),
        "winter",
    ).sitting("day")
    assert winter is not None
    assert winter.start.isoformat() == "2026-03-19T10:00:00+01:00"


def test_sittings_are_as_long_as_they_really_are() -> None:
    begins = load_agenda(FILES / "valid" / "summer-time-begins.toml")
    ends = load_agenda(FILES / "valid" / "summer-time-ends.toml")
    assert [sitting.seconds for sitting in begins.sittings] == [7200, 28800]
    assert [sitting.seconds for sitting in ends.sittings] == [4500]
    assert begins.sitting("dusk") is None


def test_times_with_an_offset_are_shown_in_the_zone() -> None:
    last = load_agenda(FILES / "valid" / "two-days.toml").sittings[-1]
    assert last.end.isoformat() == "2026-06-10T18:00:00-04:00"
    assert last.end == datetime(2026, 6, 10, 22, tzinfo=UTC)


def test_text_is_cleaned_and_kept_as_typed_otherwise() -> None:
    agenda = load_agenda(FILES / "valid" / "hard-text.toml")
    assert agenda.title.en == "[State Party] asked /why/ txt.exe"
    assert agenda.body.en == "Comité   of lists"
    assert agenda.chair == "Ms O'Brien-Ñandú [link=x]"
    assert agenda.items[0].title.en == "Many # signs, on two lines"
    assert load_agenda(FILES / "valid" / "chinese.toml").items[0].title.say("zh") == "开幕　并通过"


def test_phases_are_found_by_id() -> None:
    agenda = load_agenda(FILES.parents[1] / "agendas" / "2026-03-19-wgtr.toml")
    found = agenda.item_of_segment("2.4")
    assert found is not None
    assert found.id == "2"
    assert agenda.item_of_segment("2") is None
    assert agenda.segment("2") is None
    assert agenda.item("2.4") is None


def test_question_ids_are_upper_case_and_found_in_any_case() -> None:
    agenda = load_agenda(FILES / "valid" / "chinese.toml")
    found = agenda.question("q1")
    assert found is not None
    assert found.id == "Q1"
    assert found.text.say("zh") == "贵国如何报告？"
    assert agenda.title.say("fr") == "Reporting"
    assert agenda.question("q2") is None
