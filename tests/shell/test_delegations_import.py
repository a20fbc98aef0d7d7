"""`meeting-tui delegations import`: from a list of participants to a list of one's own."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from tests.shell.calling import Call

LIST = "STATES PARTIES\nArgentina\nMs Ana Pérez, Counsellor\nMexio\nNGOs\nFriends of Reporting\n"


def _no(*_: object, **__: object) -> None:
    raise click.Abort


@pytest.fixture
def participants(tmp_path: Path) -> Path:
    path = tmp_path / "participants.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_it_writes_the_list_and_says_what_to_check(participants: Path, call: Call) -> None:
    target = participants.with_name("own.csv")

    told = call("delegations", "import", participants, "--to", target)

    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        f"2 delegations written to {target}.",
        "1 line does not name a delegation.",
        "Please check 2 lines:",
        "  line 4: “Mexio” is not a name in the list; left out. Perhaps Mexico (MEX)",
        "  line 6: “Friends of Reporting” is in no list; taken as `ngo`, with the code FRIEREPO",
    ]
    shown = call("delegations", "--list", target)
    assert "new: FRIEREPO Friends of Reporting" in shown.out
    assert call("delegations", "--list", target, "friends of rep").out.startswith("FRIEREPO")


def test_the_list_is_beside_the_one_who_asks_where_nothing_is_said(
    participants: Path, call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert call("delegations", "import", participants).code == 0

    assert (tmp_path / "participants-delegations.csv").exists()
    again = call("delegations", "import", participants, "--lang", "zh")
    assert (again.code, "已存在" in again.err) == (1, True)


def test_json_tells_what_was_read_and_what_was_passed_over(participants: Path, call: Call) -> None:
    target = participants.with_name("own.csv")

    found = call("delegations", "import", participants, "--to", target, "--json").json

    assert (found["delegations"], found["passed_over"], found["to"]) == (2, 1, str(target))
    assert found["rows"][0] == {
        "line": 2,
        "text": "Argentina",
        "code": "ARG",
        "name": "Argentina",
        "kind": "state_party",
    }
    assert [each["doubt"] for each in found["unsure"]] == ["near", "new"]


def test_nothing_is_written_where_nobody_is_named(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "none.txt"
    path.write_text("hello\n", encoding="utf-8")
    target = tmp_path / "own.csv"

    for source, said in ((path, "it has no delegations"), (tmp_path / "x", "cannot be read")):
        told = call("delegations", "import", source, "--to", target)
        assert (told.code, said in told.err, target.exists()) == (1, True, False)


def test_at_a_terminal_the_source_stands_beside_what_it_was_taken_for(
    participants: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    import meeting_tui.shell.delegations_command as module

    target = participants.with_name("own.csv")
    monkeypatch.setattr(module, "_is_seen", lambda shell: True)
    monkeypatch.setattr("click.confirm", _no)

    told = call("delegations", "import", participants, "--to", target)

    lines = told.out.splitlines()
    assert lines[0].split() == ["Argentina", "ARG", "Argentina", "state_party"]
    assert lines[1].split() == ["Mexio", "?", "–"]
    assert lines[2].split()[-5:] == ["FRIEREPO", "Friends", "of", "Reporting", "ngo"]
    assert not target.exists()


@pytest.mark.parametrize(
    "words", [("import", "a", "b"), ("mexico", "--to", "x"), ("import", "a", "--list", "b")]
)
def test_wrong_arguments_end_with_code_2(words: tuple[str, ...], call: Call) -> None:
    assert call("delegations", *words).code == 2


def test_the_word_alone_is_looked_up(call: Call) -> None:
    assert "import" in call("delegations", "import").err
