from __future__ import annotations

import csv
import io

import pytest

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.csv_export import EVENTS, SPEECHES, events_files, speeches_files
from meeting_tui.text import spreadsheet_plain
from tests.report.hard_day import INSIDE, SECRET, adjourned, begin, mid_day, report, run


def rows(content: bytes) -> list[list[str]]:
    """The table as the csv module reads it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def speeches(meeting: Meeting) -> list[dict[str, str]]:
    table = rows(speeches_files(report(meeting, "16:00:00"))["speeches.csv"])
    return [dict(zip(SPEECHES, row, strict=True)) for row in table[1:]]


def events(meeting: Meeting) -> list[dict[str, str]]:
    table = rows(events_files(report(meeting, "16:00:00"))["events.csv"])
    return [dict(zip(EVENTS, row, strict=True)) for row in table[1:]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tables_open_by_a_double_click(language: str) -> None:
    model = report(adjourned(), "16:00:00", language=language)

    for content in {**speeches_files(model), **events_files(model)}.values():
        text = content.decode("utf-8")
        assert text.startswith("\ufeff")
        assert text.endswith("\r\n")
        assert "\r" not in text.replace("\r\n", "")
        assert len({len(row) for row in rows(content)}) == 1


def test_an_empty_meeting_has_its_headings() -> None:
    table = rows(speeches_files(report(begin(), language="zh"))["speeches.csv"])

    assert [row[:4] for row in table] == [["序号", "项目", "环节", "代表团代码"]]


def test_round_trip_through_the_csv_module() -> None:
    meeting = adjourned()
    model = report(meeting, "16:00:00")
    said = [
        "\n".join(point.text for point in each.points if point.audience == "report")
        for each in model.statements
    ]

    assert [spreadsheet_plain(each["notes"]) for each in speeches(meeting)] == said
    assert [each["name"] for each in speeches(meeting)] == [
        model.name(each.asked.delegation) for each in model.statements
    ]


def test_speeches_say_who_when_and_how_long() -> None:
    european = speeches(adjourned())[1]

    assert european["delegation"] == "EU"
    assert european["given_at"] == "2026-03-19 10:13:00"
    assert european["yielded_at"] == "2026-03-19 10:19:10"
    assert (european["seconds"], european["paused_seconds"]) == ("315", "55")
    assert (european["limit_seconds"], european["over_seconds"]) == ("300", "15")
    assert european["aligned"] == "ALB GEO ISL MDA MKD MNE NOR"
    assert (european["questions"], european["points"]) == ("A1 P4", "2")
    assert [each["out_of_order"] for each in speeches(adjourned())] == list("0000010")


def test_a_running_speech_has_no_end() -> None:
    assert speeches(mid_day())[-1]["yielded_at"] == ""


def test_c65_text_is_no_formula_and_times_stay_times() -> None:
    lines = "open|item 3|floor mex!|note =1+1|floor chn!|note -0:15|floor bra!|note ＝SUM(A1)"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))

    assert [each["notes"] for each in speeches(meeting)] == ["'=1+1", "-0:15", "'＝SUM(A1)"]


def test_only_points_for_the_report_are_in_the_tables() -> None:
    model = report(adjourned(), "16:00:00")
    both = b"".join({**speeches_files(model), **events_files(model)}.values()).decode()

    for text in (SECRET, INSIDE, "to be hidden", "wrong mark", "a note that is wrong"):
        assert text not in both
    assert "off-record" not in both
    assert "audience=internal" not in both


def test_events_are_numbered_without_gaps_and_in_order() -> None:
    found = events(adjourned())

    assert [each["number"] for each in found] == [str(n) for n in range(1, len(found) + 1)]
    assert [each["at"] for each in found] == sorted(each["at"] for each in found)
    assert found[0]["event"] == "session_started"
    assert found[-1]["event"] == "meeting_adjourned"
    assert found[-1]["text"] == "with thanks"


def test_events_say_whose_they_are() -> None:
    found = {(each["event"], each["subject"]): each for each in events(adjourned())}

    assert found["floor_yielded", "s2"]["delegation"] == "EU"
    assert found["floor_yielded", "s2"]["item"] == "1"
    assert found["floor_yielded", "s2"]["segment"] == "1.2"
    assert found["point_corrected", "n9"]["name"] == "France"
    assert found["point_of_order_ruled", "o1"]["delegation"] == "BRA"
    assert found["withdrawn", "i8"]["delegation"] == "CARMS"
    assert found["document_received", "t1"]["name"] == "Côte d'Ivoire"
    assert found["inscribed", "i1"]["text"] == "a plan, with comma"


def test_acts_taken_back_are_marked_and_brought_back_ones_are_not() -> None:
    lines = "open|item 3|inscribe mex|undo|redo|inscribe chn|undo|order bra x|undo|inscribe jpn"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    found = events(meeting)

    assert [(each["delegation"], each["taken_back"]) for each in found if each["delegation"]] == [
        ("MEX", "0"),
        ("CHN", "1"),
        ("BRA", "1"),
        ("JPN", "0"),
    ]
    assert [each["event"] for each in found].count("act_undone") == 3
    assert [each["event"] for each in found].count("act_redone") == 1


def test_the_undo_of_a_note_is_no_trace_of_it() -> None:
    lines = "open|item 3|floor mex!|note /off-record x|undo|note y|undo|redo"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))

    found = [each["event"] for each in events(meeting)]
    assert found.count("point_noted") == 1
    assert found.count("act_undone") == found.count("act_redone") == 1


def test_nothing_of_a_withheld_point_that_was_filed_or_purged_is_in_the_tables() -> None:
    meeting = run(
        begin(),
        "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:00:00 note /off-record a cable\n"
        "10:00:00 note open\n10:00:00 file n1 under 2_b\n10:00:00 file n2 under 2_b",
    )
    subjects = [each.subject for each in report(meeting).events]

    assert "n1" not in subjects
    assert subjects.count("n2") == 2
    assert [each.subject for each in report(meeting).corrections] == ["n2"]
