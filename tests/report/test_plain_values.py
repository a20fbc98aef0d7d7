"""The forecast in the JSON export: the very figures of the screens, in the zone of the agenda."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.json_export import json_files
from meeting_tui.report.plain_values import forecast_table
from tests.report.hard_day import adjourned, begin, local, mid_day, report, run

LIST = "10:00:00 open\n10:00:00 item 1\n10:00:00 inscribe mex zaf jpn deu per"


def forecast(meeting: Meeting, clock: str, **choices: Any) -> dict[str, Any]:
    """The forecast of the export as seen then."""
    told = json.loads(json_files(report(meeting, clock, **choices))["session.json"])
    found = told["forecast"]
    assert isinstance(found, dict)
    return found


def instants(value: Any, key: str = "") -> list[str]:
    """Every value below whose key says it is an instant."""
    if isinstance(value, dict):
        return [each for name, below in value.items() for each in instants(below, name)]
    if isinstance(value, list):
        return [each for below in value for each in instants(below, key)]
    is_instant = key in ("at", "until", "turn_at") or key.endswith(("_at", "_start", "_end"))
    return [value] if is_instant and value is not None else []


def test_it_says_what_the_projection_says() -> None:
    meeting = run(begin(), LIST)
    projection = project(meeting.state, local("10:02:00"))
    found = forecast(meeting, "10:02:00")
    item = projection.item
    assert item is not None

    assert found == json.loads(json.dumps(forecast_table(projection, "en")))
    assert found["at"] == "2026-03-19T10:02:00+01:00"
    assert datetime.fromisoformat(found["open_item"]["ends_at"]) == item.ends_at
    assert found["open_item"]["waiting"] == len(found["open_item"]["turns"]) == 5
    turns = found["open_item"]["turns"]
    assert [each["inscription"] for each in turns] == [each.inscription for each in item.turns]
    assert "5 speakers" in found["open_item"]["sum"]
    assert [each["id"] for each in found["items"]] == [
        each.id for each in meeting.state.agenda.items
    ]


@pytest.mark.parametrize("clock", ["10:02:00", "10:31:07"])
def test_instants_are_in_the_agendas_zone_to_the_second(clock: str) -> None:
    found = instants(forecast(mid_day(), clock))

    assert len(found) > 20
    for each in found:
        read = datetime.fromisoformat(each)
        assert read.utcoffset() == read.astimezone(ZoneInfo("Europe/Zurich")).utcoffset()
        assert read.microsecond == 0


def test_the_sitting_cuts_the_list_and_a_limit_is_advised() -> None:
    meeting = run(begin(), LIST)
    found = forecast(meeting, "12:50:00")
    item, turns = found["open_item"], found["open_item"]["turns"]

    assert item["fits"] + item["left_over"] == len(turns) == 5
    assert item["left_over"] > 0
    heard, beyond = item["heard"], item["beyond"]
    assert heard["speakers"] + heard["replies"] == item["fits"]
    assert beyond["speakers"] + beyond["replies"] == item["left_over"]
    assert [each["is_after_sitting"] for each in turns] == [
        place >= item["fits"] for place in range(5)
    ]
    assert found["advice"]["step"] in ("limit", "carry_over", "postpone")
    assert found["advice"]["text"]
    assert found["cuts"][0]["item"] == "1"
    assert found["cuts"][0]["at"] == found["sitting"]["planned_end"]


def test_sentences_are_in_the_language_of_the_export() -> None:
    english = forecast(run(begin(), LIST), "12:50:00")["advice"]["text"]
    chinese = forecast(run(begin(), LIST), "12:50:00", language="zh")["advice"]["text"]

    assert english.isascii()
    assert not chinese.isascii()


def test_before_and_after_the_meeting_nothing_is_open() -> None:
    before, after = forecast(begin(), "09:30:00"), forecast(adjourned(), "18:30:00")

    assert before["open_item"] is None and before["advice"] is None
    assert before["sitting"]["is_held"] is False
    assert {each["state"] for each in before["items"]} == {"planned"}
    assert after["sitting"] is None and after["open_item"] is None
    assert after["day"]["not_reached"] == [
        each["id"] for each in after["items"] if each["starts_at"] is None
    ]
