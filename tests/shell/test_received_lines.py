"""`received FILE` from the shell, a script and line by line: it is kept, or said why not."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.shell.calling import AGENDA, Call, write_script


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "usb" / "our text.docx"
    path.parent.mkdir()
    path.write_bytes(b"thank you")
    return path


def text_of(call: Call, session: str) -> object:
    """The text of the last statement, as it is exported."""
    exported = json.loads(call("export", session, "--format", "json", "--to", "-").out)
    return exported["interventions"][-1]["text"]


def test_do_keeps_the_file(call: Call, day: Path, statement: Path) -> None:
    told = call("do", "day", "mark awaited", f'received "{statement}"')

    assert told.code == 0
    assert told.out.splitlines()[-1] == (
        "Text received: France, saved as texts/our text.docx (9 B)"
    )
    assert (day / "texts" / "our text.docx").read_bytes() == b"thank you"
    kept = text_of(call, "day")
    assert isinstance(kept, dict)
    assert (kept["file"], kept["size"], len(kept["sha256"])) == ("our text.docx", 9, 64)


def test_do_says_what_is_missing_and_records_nothing(call: Call, day: Path) -> None:
    told = call("do", "day", "received gone.docx")

    assert told.code == 1
    assert "File not found: gone.docx. Nothing was recorded." in told.err
    assert text_of(call, "day") is None
    assert not (day / "texts").exists()


def test_do_keeps_nothing_that_the_meeting_refuses(call: Call, day: Path, statement: Path) -> None:
    told = call("do", "day", f"received on nga {statement}")

    assert told.code == 1
    assert not (day / "texts").exists()


def test_a_script_names_files_beside_itself_and_may_be_played_again(
    call: Call, sessions: Path, statement: Path
) -> None:
    script = write_script(
        statement.parent,
        "10:00:00 open",
        "10:00:05 item 1",
        "10:00:10 floor mex!",
        f"10:00:20 received {statement.name}",
        "10:00:30 yield",
    )
    first = call("play", AGENDA, script, "--session", "played", "--strict")
    again = call("play", AGENDA, script, "--session", "played", "--strict")

    assert (first.code, again.code) == (0, 0)
    texts = sessions / "played" / "texts"
    assert [each.name for each in texts.iterdir()] == [statement.name]
    assert call("session", "verify", "played").code == 0


def test_line_by_line_the_file_is_kept_and_goes_along(
    call: Call, day: Path, statement: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    lines = ("received gone.docx", f"received {statement}", f"save {elsewhere}", "quit")
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    told = call("run", "day", "--plain")

    assert "File not found: gone.docx. Nothing was recorded." in told.out
    assert "Text received: France, saved as texts/our text.docx (9 B)" in told.out
    for folder in (day, elsewhere / "day"):
        assert (folder / "texts" / "our text.docx").read_bytes() == b"thank you"


def test_a_session_is_rebuilt_with_its_details(call: Call, day: Path, statement: Path) -> None:
    call("do", "day", f"received {statement}", "heard es interpreted", "person Ana Paz, Embajadora")
    call("do", "day", "propose to meet", "position fra supports r1 advisory-group", "present nga")
    before = json.loads(call("export", "day", "--format", "json", "--to", "-").out)
    for each in day.glob("log.db*"):
        each.unlink()

    assert call("session", "rebuild", "day").code == 0
    after = json.loads(call("export", "day", "--format", "json", "--to", "-").out)
    assert after["interventions"] == before["interventions"]
    assert after["positions"] == before["positions"]
    (made,) = after["interventions"]
    assert (made["language"], made["interpreted"], made["person"], made["title"]) == (
        "es",
        True,
        "Ana Paz",
        "Embajadora",
    )
    assert [(each["proposal"], each["proposals"], each["topics"]) for each in made["points"]][
        1:
    ] == [
        ("r1", [], []),
        (None, ["r1"], ["advisory-group"]),
    ]
    sides = {(each["sort"], each["id"]): each["supports"]["states"] for each in after["positions"]}
    assert sides["proposal", "r1"] == sides["topic", "advisory-group"] == ["FRA"]
    assert sides["topic", "next-mandate"] == []
    assert [each["id"] for each in after["topics"]] == [
        "advisory-group",
        "tool-and-platform",
        "next-mandate",
    ]
