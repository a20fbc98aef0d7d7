from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.json_export import json_files, tables
from meeting_tui.report.plain_values import duration
from tests.report.hard_day import AGENDA, INSIDE, SECRET, adjourned, begin, mid_day, report, run

CHECKOUT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((CHECKOUT / "docs" / "session.schema.json").read_text(encoding="utf-8"))
STATES = {"empty": begin, "mid-day": mid_day, "adjourned": adjourned}


def exported(meeting: Meeting, clock: str = "16:00:00", **choices: Any) -> dict[str, Any]:
    """The JSON export, read again."""
    files = json_files(report(meeting, clock, **choices))
    found = json.loads(files["session.json"].decode())
    assert isinstance(found, dict)
    return found


def closed(schema: Any) -> Any:
    """The schema with every object held to the keys it describes."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        strict["additionalProperties"] = False
    return strict


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_export_is_valid_and_wholly_described(state: str, language: str) -> None:
    found = exported(STATES[state](), language=language)

    for schema in (SCHEMA, closed(SCHEMA)):
        errors = Draft202012Validator(schema).iter_errors(found)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_schema_refuses_what_is_not_an_export() -> None:
    found = exported(begin())
    del found["coverage"]
    found["session"]["state"] = "over"

    errors = list(Draft202012Validator(SCHEMA).iter_errors(found))

    assert sorted(error.validator for error in errors) == ["enum", "required"]


def test_nothing_has_happened_yet() -> None:
    found = exported(begin(rehearsal=True), verified=False)

    assert found["session"] == {
        "name": "2026-03-19",
        "state": "planned",
        "opened_at": None,
        "adjourned_at": None,
        "rehearsal": True,
    }
    assert [each["id"] for each in found["sittings"]] == ["1", "2"]
    assert [(each["id"], each["state"]) for each in found["items"]] == [
        (each.id, "planned") for each in AGENDA.items
    ]
    assert found["coverage"] == found["speaking_time"] == {}
    assert found["verified"] is False


def test_instants_are_in_the_agendas_zone_and_durations_plain() -> None:
    found = exported(mid_day(), "10:25:30")
    european = found["interventions"][1]

    assert european["given_at"] == "2026-03-19T10:13:00+01:00"
    assert (european["seconds"], european["paused_seconds"]) == (315, 55)
    assert (european["limit_seconds"], european["over_seconds"]) == (300, 15)
    assert european["capacity"] == "group"
    assert european["group"] == "EU"
    assert found["interventions"][-1]["yielded_at"] is None
    assert found["interventions"][-1]["seconds"] == 90
    assert found["gaps"][0]["seconds"] == 2.5


def test_a_paused_speaker_is_paused_until_now() -> None:
    meeting = run(begin(), "10:00:00 open\n10:00:00 item 3\n10:00:00 floor mex!\n10:01:00 pause")
    found = exported(meeting, "10:03:00")["interventions"][0]

    assert (found["seconds"], found["paused_seconds"]) == (60, 120)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, "0"), (90.0, "90"), (0.1 + 0.2, "0.3"), (1.23456, "1.235")]
)
def test_seconds_have_three_decimals_at_most(seconds: float, shown: str) -> None:
    assert json.dumps(duration(seconds)) == shown


def test_milliseconds_are_kept_where_there_are_any() -> None:
    meeting = begin()
    run(meeting, "10:00:00 open")
    opened = meeting.state.opened_at
    assert opened is not None
    meeting.state.opened_at = opened.replace(microsecond=250_000)

    assert exported(meeting)["session"]["opened_at"] == "2026-03-19T10:00:00.250+01:00"


def test_off_the_record_leaves_neither_in_text_nor_in_traces() -> None:
    found = exported(adjourned())
    points = {p["id"]: p for each in found["interventions"] for p in each["points"]}

    assert SECRET not in json.dumps(found)
    assert "to be hidden" not in json.dumps(found)
    assert "wrong mark" not in json.dumps(found)
    assert "off-record" not in json.dumps(found)
    assert {"n4", "n8", "n11"} & points.keys() == set()
    # Once off the record, now for the report: it does not tell that it was put right.
    assert points["n6"]["corrected"] is False
    assert points["n9"]["corrected"] is True
    assert [(each["subject"], each["after"]) for each in found["corrections"]] == [
        ("n9", "p4: - not a bullet")
    ]


def test_an_off_record_answer_is_not_counted_as_coverage() -> None:
    lines = "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:01:00 note a1 /off-record no"

    assert exported(run(begin(), lines))["coverage"] == {}


def test_internal_points_leave_with_their_mark() -> None:
    found = exported(mid_day())
    internal = [p for each in found["interventions"] for p in each["points"] if p["text"] == INSIDE]

    assert [each["audience"] for each in internal] == ["internal"]


def test_what_was_taken_back_is_not_there() -> None:
    assert "a note that is wrong" not in json.dumps(exported(adjourned()))


def test_outcomes_and_papers() -> None:
    found = exported(adjourned())
    outcomes = {
        (each["delegation"], each["item"], each["outcome"]) for each in found["inscriptions"]
    }

    assert {
        ("ROU", "1", "text_only"),
        ("PER", "1", "absent"),
        ("CARMS", "1", "withdrew"),
        ("CARMS", "1", "not_reached"),
        ("Ποτάμι [Org]", "1", "not_reached"),
        ("JPN", "2_b", "not_reached"),
    } <= outcomes
    assert [each["delegation"] for each in found["documents"]] == ["CIV", "ROU"]
    assert [each["text"] for each in found["rulings"]] == [
        "1. Noted & closed",
        "Not a point of order",
    ]
    assert found["points_of_order"][2]["lapsed_at"] == "2026-03-19T12:00:00+01:00"
    assert [each["state"] for each in found["items"]] == ["closed", "carried", "planned"]
    assert found["items"][1]["seconds"] == (12 * 60 - 10 * 60 - 29 + 2) * 60
    assert found["limits"] == [{"scope": "tier", "key": "states", "seconds": 150}]
    assert found["coverage"] == {
        "A1": ["EU", "FRA", "MEX", "ZAF"],
        "P4": ["CHN", "EU", "FRA"],
        "P8": ["MEX"],
    }
    assert found["speaking_time"]["MEX"] == {"interventions": 2, "seconds": 150}
    assert found["speaking_time"]["SEC"] == {"interventions": 1, "seconds": 610}


def test_identified_names_are_exported_as_the_delegation() -> None:
    lines = 'item 3\nfloor "Tall man"!\nyield\nidentify "tall man" as mex'
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in ("open", *lines.split("\n"))))
    found = exported(meeting)

    assert found["interventions"][0]["delegation"] == "MEX"
    assert list(found["speaking_time"]) == ["MEX"]
    assert [each["what"] for each in found["corrections"]] == ["delegation"]


def test_titles_are_in_the_language_of_the_export() -> None:
    model = report(begin(), language="zh")

    assert tables(model)["items"][2]["title"] == "其他事项"
    assert tables(model)["items"][1]["title"] == "1. A title with a number"


def test_kinds_that_the_rules_do_not_count_are_no_speaking_time() -> None:
    meeting = run(begin(), "10:00:00 open\n10:00:00 item 3\n10:00:00 floor mex!\n10:01:00 yield")
    rules = meeting.state.rules
    kinds = tuple(replace(each, counted=False) for each in rules.kinds)
    meeting.state.rules = replace(rules, kinds=kinds)

    assert exported(meeting)["speaking_time"] == {}
    assert exported(meeting)["interventions"][0]["seconds"] == 60
