"""A list of delegations of one's own, from the shell: shown, given, or named by the agenda."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from meeting_tui.agenda import toml_file
from meeting_tui.errors import AgendaError
from tests.shell.calling import AGENDA, Call, write_script

LIST = "code,name_en,kind\nUNIDIR,Disarmament Research,igo\nKEN,Kenya,state_party\n"


def test_what_a_list_adds_and_changes(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    assert call("delegations", "--list", str(path)).out.splitlines() == [
        "Delegations in the list: 2. New: 1. Changed: 1.",
        "  new: UNIDIR Disarmament Research",
        "  changed: KEN, kind: observer_state -> state_party",
    ]
    assert call("delegations", "unidir", "--list", str(path)).out.startswith("UNIDIR")
    assert call("delegations").code == 2
    assert "cannot be read" in call("delegations", "--list", str(tmp_path / "no.csv")).err


def test_the_agenda_names_its_list(call: Call, tmp_path: Path, sessions: Path) -> None:
    plan = tmp_path / "plan.toml"
    text = Path(AGENDA).read_text(encoding="utf-8")
    plan.write_text(f'delegations = "list.csv"\n{text}', encoding="utf-8")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    script = write_script(tmp_path, "10:02:00 open", "10:02:06 item 0", "10:03:00 inscribe unidir")

    assert call("play", str(plan), str(script), "--session", "own").code == 0
    assert (sessions / "own" / "delegations.csv").exists()
    assert "Disarmament Research" in call("do", "own", "inscribe! unidir").out
    asked = json.loads(call("export", "own", "--format", "json", "--to", "-").out)["inscriptions"]
    assert [(each["name"], each["known"]) for each in asked] == [("Disarmament Research", True)] * 2


def test_a_list_the_agenda_names_wrongly_is_refused(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    text = Path(AGENDA).read_text(encoding="utf-8")
    plan.write_text(f'delegations = "nowhere.csv"\n{text}', encoding="utf-8")
    script = tmp_path / "script"
    script.write_text("10:02:00 open\n", encoding="utf-8")
    told = call("play", str(plan), str(script), "--session", "none")
    assert told.code == 1 and "nowhere.csv" in told.err


def test_a_list_is_given_when_a_meeting_is_opened(
    call: Call, tmp_path: Path, sessions: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    told = call("run", AGENDA, "--session", "given", "--plain", "--delegations", str(path))
    assert "new: UNIDIR Disarmament Research" in told.err
    assert (sessions / "given" / "delegations.csv").exists()


def test_an_agenda_that_names_a_list_nobody_can_use_is_not_called_good(
    call: Call, tmp_path: Path
) -> None:
    agenda = tmp_path / "plan.toml"
    text = Path(AGENDA).read_text(encoding="utf-8")
    agenda.write_text(f'delegations = "ours.csv"\n{text}', encoding="utf-8")

    missing = call("agenda", "check", agenda)
    (tmp_path / "ours.csv").write_text("code,name_en,kind\nXX1,Our friends,party\n")
    wrong = call("agenda", "check", agenda)
    (tmp_path / "ours.csv").write_text("code,name_en,kind\nXX1,Our friends,ngo\n")

    assert missing.code == wrong.code == 1
    assert str(tmp_path / "ours.csv") in missing.err
    assert "ours.csv:2" in wrong.err
    assert call("agenda", "check", agenda).code == 0


def test_an_agenda_that_names_broken_rules_is_not_called_good(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(rules_id: str) -> None:
        raise AgendaError("is empty", path=f"{rules_id}.toml", line=3, key="tiers")

    monkeypatch.setattr(toml_file, "load_rules", broken)

    checked = call("agenda", "check", AGENDA)

    assert checked.code == 1
    assert "att-wgtr.toml:3: tiers: is empty" in checked.err
