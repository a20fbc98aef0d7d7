"""Finished meetings teach the next one of their body; `forecast --prior` says what."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from meeting_tui.desk.earlier import prior_path, read_prior
from meeting_tui.desk.sessions import SessionFolder
from tests.shell.calling import AGENDA, Call, Called, write_script

BODY = "att-wgtr"
MEETING = (
    "10:00:00 open",
    "10:00:05 item 0",
    "10:00:10 inscribe mex fra(eu) zaf per chl",
    "10:00:20 next",
    "10:01:00 next",
    "10:01:40 next",
    "10:02:10 next",
    "10:02:50 next",
    "10:03:20 yield",
    "10:04:00 adjourn!",
)
RESTS_ON_RULES = "Pace and late case start from the rules of procedure"
Run = Callable[..., Called]


@pytest.fixture
def three(call: Call, tmp_path: Path) -> None:
    """Three finished sessions."""
    script = write_script(tmp_path, *MEETING)
    for name in ("one", "two", "three"):
        assert call("play", AGENDA, script, "--session", name).code == 0


@pytest.fixture
def run(call: Call, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a session of the agenda line by line."""

    def begin(session: str, *lines: str, options: tuple[str, ...] = ()) -> Called:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return call("run", AGENDA, "--session", session, "--plain", *options)

    return begin


def share(sessions: Path, name: str) -> float:
    """What a turn of that session was expected to take of its limit when it began."""
    log = SessionFolder(sessions / name).read()
    first = next(iter(log.read()))
    log.close()
    return float(first.event.rules.timekeeper.share)  # type: ignore[attr-defined]


def test_a_new_meeting_begins_with_what_finished_ones_taught(
    three: None, call: Call, run: Run, sessions: Path
) -> None:
    told = call("forecast", "--prior").out
    assert "ATT WGTR: 3 earlier meetings, 15 interventions" in told
    assert "2026-03-19  three: 5 interventions" in told
    assert f"File: {prior_path(BODY)}" in told

    run("next")

    assert share(sessions, "next") < 0.4
    assert (
        "start from 3 earlier meetings of ATT WGTR (15 interventions)"
        in call("forecast", "next").out
    )
    rests_on = call("forecast", "next", "--json").json["rests_on"]
    assert rests_on == {"meetings": 3, "interventions": 15}


def test_a_body_is_found_by_its_title_and_an_unknown_one_is_told(three: None, call: Call) -> None:
    told = call("forecast", "--prior").out

    assert told.startswith("ATT WGTR: 3 earlier meetings")
    assert call("forecast", "--prior", "ATT WGTR").out == told
    assert call("forecast", "--prior", "ATT-WGTR").out == told
    assert call("forecast", "--prior", "BWC").out == (
        "There is no finished meeting of “BWC” yet. Bodies known here: att-wgtr\n"
    )


def test_deleting_the_file_brings_the_rules_back(
    three: None, call: Call, run: Run, sessions: Path
) -> None:
    call("forecast", "--prior", BODY)
    prior_path(BODY).unlink()

    run("next")

    assert share(sessions, "next") == 0.85
    assert RESTS_ON_RULES in call("forecast", "next").out


def test_what_a_meeting_began_with_stays_whatever_is_learned_later(
    three: None, call: Call, run: Run, sessions: Path
) -> None:
    run("next")
    before = call("forecast", "next").out
    call("forecast", "--prior")

    assert RESTS_ON_RULES in before
    assert call("forecast", "next").out == before


def test_a_meeting_teaches_when_it_is_left_after_it_was_adjourned(
    call: Call, run: Run, tmp_path: Path
) -> None:
    call("play", AGENDA, write_script(tmp_path, *MEETING[:-1]), "--session", "one")
    run("one", "now")
    assert not prior_path(BODY).exists()

    told = run("one", "adjourn!")

    assert (told.code, told.err) == (0, "")
    assert [each.session for each in read_prior(BODY).lessons] == ["one"]


def test_what_keeps_a_meeting_from_teaching_is_told_and_harms_nothing(
    call: Call, run: Run, tmp_path: Path
) -> None:
    call("play", AGENDA, write_script(tmp_path, *MEETING), "--session", "one")
    prior_path(BODY).parent.mkdir(parents=True)
    prior_path(BODY).write_text("x = [", encoding="utf-8")

    told = run("one", "now")

    assert told.code == 0
    assert told.err.startswith(
        f"Later meetings will learn nothing from this one: {prior_path(BODY)}"
    )


def test_a_meeting_of_no_body_teaches_nobody(call: Call, run: Run, tmp_path: Path) -> None:
    text = Path(AGENDA).read_text(encoding="utf-8")
    nameless = tmp_path / "nameless.toml"
    nameless.write_text(
        text.replace('rules = "att-wgtr"', 'rules = "flat"').replace('en = "ATT WGTR"', 'en = "—"'),
        encoding="utf-8",
    )
    call("play", nameless, write_script(tmp_path, *MEETING), "--session", "one")

    assert run("one", "now").code == 0
    assert call("forecast", "--prior").out.startswith("There is no finished meeting yet.")


def test_each_body_is_shown(three: None, call: Call, tmp_path: Path) -> None:
    text = Path(AGENDA).read_text(encoding="utf-8")
    flat = tmp_path / "flat.toml"
    flat.write_text(
        text.replace('rules = "att-wgtr"', 'rules = "flat"').replace('"ATT WGTR"', '"BWC"'),
        encoding="utf-8",
    )
    call("play", flat, write_script(tmp_path, *MEETING), "--session", "four")
    told = call("forecast", "--prior").out

    assert "\n\nBWC: 1 earlier meeting, 5 interventions\n" in told
    assert told.count("Part of the pace that the next item keeps") == 2


def test_a_rehearsal_teaches_nothing_and_learns(
    call: Call, run: Run, sessions: Path, tmp_path: Path
) -> None:
    script = write_script(tmp_path, *MEETING)
    call("play", AGENDA, script, "--session", "trial", "--rehearsal")
    assert call("forecast", "--prior").out.startswith("There is no finished meeting yet.")

    call("play", AGENDA, script, "--session", "held")
    call("forecast", "--prior")
    run("again", options=("--rehearse",))

    assert share(sessions, "again") < 0.6


def test_a_script_is_played_with_the_rules_as_they_are(
    three: None, call: Call, sessions: Path, tmp_path: Path
) -> None:
    call("forecast", "--prior")
    call("play", AGENDA, write_script(tmp_path, *MEETING), "--session", "four")

    assert share(sessions, "four") == 0.85


def test_a_damaged_file_is_told_in_one_sentence_and_the_rules_are_used(
    call: Call, run: Run, sessions: Path
) -> None:
    prior_path(BODY).parent.mkdir(parents=True)
    prior_path(BODY).write_text("x = [", encoding="utf-8")

    told = run("next")
    shown = call("forecast", "--prior")

    assert told.code == 0
    assert share(sessions, "next") == 0.85
    (sentence,) = [line for line in told.err.splitlines() if str(prior_path(BODY)) in line]
    assert sentence.startswith("The rules of procedure are used, without what earlier meetings")
    assert shown.code == 1
    assert shown.out == ""
    assert shown.err.startswith(f"{prior_path(BODY)}:1: ")
    assert call("forecast", "--prior", BODY, "--json").json is None


def test_settings_turn_it_off_and_name_the_body(
    three: None,
    call: Call,
    run: Run,
    sessions: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    call("forecast", "--prior")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = tmp_path / "config" / "meeting-tui" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("learn = false\n", encoding="utf-8")
    run("next")
    assert share(sessions, "next") == 0.85

    settings.write_text('body = "my body"\n', encoding="utf-8")
    told = call("settings")
    assert told.code == 1
    assert "body: 'my body'" in told.err


def test_every_figure_is_shown_beside_that_of_the_rules(three: None, call: Call) -> None:
    told = call("forecast", "--prior", BODY).out
    table = call("forecast", "--prior", BODY, "--json").json
    listed = call("forecast", "--prior", "--json").json

    assert listed == [table]
    assert (table["body"], table["rules"], table["interventions"]) == (BODY, BODY, 15)
    assert table["of_rules"]["share"] == 0.85
    assert table["learned"]["tiers"].keys() == {"group", "states"}
    row = next(line for line in told.splitlines() if line.startswith("Part of the limit"))
    assert row.split()[-4:] == [f"{100 * table['learned']['share']:.0f}", "%", "85", "%"]
    assert "规则" in call("forecast", "--prior", "--lang", "zh").out


@pytest.mark.parametrize(
    "arguments",
    [("forecast",), ("forecast", "one", "--prior"), ("forecast", "--at", "10:00", "--prior")],
)
def test_a_session_or_a_body_and_not_both(call: Call, arguments: tuple[str, ...]) -> None:
    told = call(*arguments)

    assert told.code == 2
    assert "--prior" in told.err
