"""The week after from the shell: the checklist, purging, verifying, what never leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.report.formats import FORMATS
from meeting_tui.views.look import Look
from meeting_tui.views.plain import checklist_lines, is_checklist_asked
from meeting_tui.views.speaking_times import times_asked
from tests.meeting.room import Room, directory
from tests.session_log.purged_session import files_saying
from tests.shell.calling import Call, PlayOnce, write_script

SECRETS = ("whispered over coffee", "said once and taken back", "first the wrong way round")


@pytest.fixture
def over(play_once: PlayOnce, tmp_path: Path) -> Path:
    """A meeting that is over, with words off the record in three ways."""
    script = write_script(
        tmp_path,
        "10:02:00 open",
        "10:02:05 item 4",
        "10:02:20 floor mex!",
        "10:02:30 note a1 a point that may leave",
        f"10:02:40 note a2 /reserves /off-record {SECRETS[0]}",
        f"10:02:50 note /off-record {SECRETS[1]}",
        "10:02:51 undo",
        f"10:03:00 note a3 {SECRETS[2]}",
        "10:03:10 correct n4 a3 /off-record nobody may know",
        "10:03:20 correct n4 a3 what may be known",
        "10:04:00 yield",
        "10:05:00 close item",
        "10:06:00 adjourn!",
    )
    return play_once(script)


def test_the_checklist_in_both_languages_and_for_programs(day: Path, call: Call) -> None:
    told = call("checklist", "day")

    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "No open points. To make the report final anyway: `finalise!`",
        "This is a rehearsal; its times are simulated",
    ]
    assert call("checklist", "day", "--lang", "zh").out.startswith(
        "没有未处理事项。如仍要定稿：finalise!\n这是演练"
    )
    found = call("checklist", "day", "--json").json
    assert [each["kind"] for each in found["open"]] == ["rehearsal"]
    assert found["finalised_at"] is None


def written(call: Call) -> None:
    """What the Chair writes is in the report."""
    blanks = call("checklist", "day", "--json").json["open"]
    assert call("do", "day", *(f"tick {each['id']}" for each in blanks)).code == 0


def test_what_the_chair_writes_is_on_the_checklist(over: Path, call: Call) -> None:
    told = call("checklist", "day").out.splitlines()

    assert told[:3] == [
        "5 open points:",
        "conclusion 4: The Chair's conclusion on item 4 is still to be written in the report",
        "conclusions: The general conclusions are still to be written in the report",
    ]
    assert call("do", "day", "finalise").err.startswith("Refused: 5 open points are left")
    exported = call("export", "day", "--format", "markdown", "--to", "-")
    assert "5 places in the report of the Chair are still to be completed" in exported.err


def test_from_the_checklist_to_the_final_report(over: Path, call: Call) -> None:
    written(call)
    lines = call("checklist", "day").out.splitlines()
    assert lines[0] == "No open points. To make the report final: `finalise`"
    assert lines[1].startswith("Ticked off: conclusion 4, conclusions")
    assert len(lines) == 2
    assert call("do", "day", "mark on 1 awaited").code == 0
    assert call("checklist", "day").out.startswith("One open point:\ns1: Text of Mexico")
    refused = call("do", "day", "finalise")
    assert (refused.code, "One open point is left" in refused.err) == (1, True)

    assert call("do", "day", "received on 1", "finalise").out.endswith("The report is final\n")

    told = call("checklist", "day")
    assert told.out.startswith("The report has been final since ")
    assert len(told.out.splitlines()) == 2


def test_a_final_report_with_open_points_names_them_still() -> None:
    room = Room().opened()
    room.do("floor mex!", "yield", "close item", "adjourn!", "finalise!")

    lines = checklist_lines(Look.of(room.state, room.now, directory(), "en"))

    assert lines[0] == "The report has been final since 2026-03-19 10:00."
    assert lines[1] == "4 open points:"


def test_the_words_of_plain_mode() -> None:
    assert is_checklist_asked(" Checklist ")
    assert is_checklist_asked("核对表")
    assert not is_checklist_asked("check")
    assert times_asked("times 4 by kind") == "4 by kind"
    assert times_asked("times 4 10:02 10:04") is None
    assert times_asked("times 4 10：02 10：04") is None


def test_plain_mode_tells_the_checklist(
    over: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    written(call)
    monkeypatch.setattr("sys.stdin", io.StringIO("checklist\ntimes 1 10:02:20 10:03:50\nquit\n"))

    told = call("run", "day", "--plain")

    assert "No open points. To make the report final" in told.out
    assert "Intervention 1 (Mexico): now 10:02:20–10:03:50" in told.out


def test_a_purge_and_what_verify_says_of_it(over: Path, call: Call) -> None:
    assert files_saying(over, SECRETS[0]) != []

    told = call("do", "day", "purge! n2")

    assert told.code == 0
    assert "removed for good" in told.out
    assert files_saying(over, SECRETS[0]) == []
    for target in ("day", str(over / "session.toml")):
        assert call("session", "verify", target).out.endswith(
            "One entry was purged; the rest of it matches what the purge recorded.\n"
        )
    assert call("session", "verify", "day", "--json").json["purged"] == 1
    assert "was purged for good" in call("do", "day", "undo").err
    assert call("do", "day", "purge! n3", "purge! n4").code == 1
    assert files_saying(over, SECRETS[1]) == []
    assert "2 entries were purged" in call("session", "verify", "day").out
    before = (over / "session.toml").read_bytes()
    assert call("session", "rebuild", "day").code == 0
    assert call("session", "verify", "day").code == 0
    assert (over / "session.toml").read_bytes() == before


def test_what_was_off_the_record_never_leaves(over: Path, call: Call, tmp_path: Path) -> None:
    formats = ["toml", *(each.name for each in FORMATS if each.name != "pdf")]
    place = tmp_path / "out"
    for named in ("named", "counted", "anonymous"):
        told = call(
            "export", "day", "--format", ",".join(formats), "--to", place / named, "--names", named
        )
        assert told.code == 0, told.err

    assert len(list(place.rglob("*.*"))) >= 3 * len(formats)
    unpacked = tmp_path / "unpacked"
    for packed in (*place.rglob("*.docx"), *place.rglob("*.xlsx")):
        from zipfile import ZipFile

        ZipFile(packed).extractall(unpacked / packed.parent.name / packed.name)
    for folder in (place, unpacked):
        assert files_saying(folder, *SECRETS, "nobody may know") == []
    assert files_saying(place, "a point that may leave", "what may be known") != []
    assert files_saying(over, *SECRETS, "nobody may know") != []


def test_after_a_purge_the_tables_say_nothing_of_it(over: Path, call: Call, tmp_path: Path) -> None:
    call("do", "day", "purge! n2")
    call("export", "day", "--format", "json,csv-events,toml", "--to", tmp_path / "out")

    assert (
        b"purge"
        not in (tmp_path / "out" / "session.json")
        .read_bytes()
        .replace(b'"name": "point_purged"', b"")
        .partition(b'"log"')[0]
    )
    assert b"purge" not in (tmp_path / "out" / "events.csv").read_bytes()
    assert b"point_purged" in (tmp_path / "out" / "session.toml").read_bytes()


@pytest.mark.parametrize(
    "line", ["note on 1 more", "position 1 supports p3", "tag n1 p2", "attribute 1 jpn", "undo"]
)
def test_whatever_changes_the_record_says_that_the_report_is_a_draft_again(
    over: Path, call: Call, line: str
) -> None:
    assert "draft again" not in call("do", "day", "finalise!").out

    told = call("do", "day", line)

    assert told.out.endswith("The report is a draft again; `finalise` makes it final.\n")
    assert "draft again" not in call("do", "day", "note on 1 still more").out
    assert "报告重新成为草案" in call("do", "day", "finalise!", "undo", "--lang", "zh").out
