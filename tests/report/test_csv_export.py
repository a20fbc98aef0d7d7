from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.csv_export import (
    csv_files,
    events_files,
    inscriptions_files,
    points_files,
    positions_files,
    speeches_files,
)
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.course import events as events_table
from meeting_tui.report.tables.model import Table
from meeting_tui.report.tables.positions import positions as positions_table
from meeting_tui.report.tables.statements import inscriptions as inscriptions_table
from meeting_tui.report.tables.statements import points as points_table
from meeting_tui.report.tables.statements import speeches as speeches_table
from meeting_tui.report.tables.teller import Teller
from meeting_tui.text import spreadsheet_plain
from tests.report.full_day import full_report
from tests.report.hard_day import INSIDE, SECRET, adjourned, begin, mid_day, report, run
from tests.report.hard_tables import HARD, hard_report
from tests.report.name_search import names_in, presenters

MADE: dict[Callable[[Teller], Table], Callable[[MeetingReport], dict[str, bytes]]] = {
    speeches_table: speeches_files,
    points_table: points_files,
    positions_table: positions_files,
    inscriptions_table: inscriptions_files,
    events_table: events_files,
}


def rows(content: bytes) -> list[list[str]]:
    """The table as the csv module reads it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def lines(model: MeetingReport, table: Callable[[Teller], Table]) -> list[dict[str, str]]:
    """The lines of a file by the keys of its columns."""
    (content,) = MADE[table](model).values()
    keys = [each.key for each in table(Teller(model)).heads]
    return [dict(zip(keys, row, strict=True)) for row in rows(content)[1:]]


def speeches(meeting: Meeting) -> list[dict[str, str]]:
    return lines(report(meeting, "16:00:00"), speeches_table)


def events(meeting: Meeting) -> list[dict[str, str]]:
    return lines(report(meeting, "16:00:00"), events_table)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tables_open_by_a_double_click(language: str) -> None:
    model = report(adjourned(), "16:00:00", language=language)

    for content in csv_files(model).values():
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


def test_text_is_no_formula_and_times_stay_times() -> None:
    lines = "open|item 3|floor mex!|note =1+1|floor chn!|note -0:15|floor bra!|note ＝SUM(A1)"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))

    assert [each["notes"] for each in speeches(meeting)] == ["'=1+1", "-0:15", "'＝SUM(A1)"]


def test_only_points_for_the_report_are_in_the_tables() -> None:
    model = report(adjourned(), "16:00:00")
    every = b"".join(csv_files(model).values()).decode()

    for text in (SECRET, INSIDE, "to be hidden", "wrong mark", "a note that is wrong"):
        assert text not in every
    assert "off-record" not in every
    assert "audience=internal" not in every


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


def test_points_say_what_they_are_on_and_whose_they_are() -> None:
    found = {each["point"]: each for each in lines(report(adjourned()), points_table)}

    assert found["n2"]["delegation"] == "EU"
    assert found["n2"]["name"] == "European Union"
    assert (found["n2"]["number"], found["n2"]["item"], found["n2"]["filed_under"]) == (
        "2",
        "1",
        "1",
    )
    assert (found["n2"]["questions"], found["n2"]["point_kind"], found["n2"]["stance"]) == (
        "A1",
        "statement",
        "supports",
    )
    assert found["n2"]["at"] == "2026-03-19 10:13:30"
    assert found["n3"]["proposal"] == "r1"
    assert found["n9"]["corrected"] == "1"
    assert "n4" not in found


def test_positions_have_a_line_for_each_stance_and_one_where_none_was_taken() -> None:
    found = lines(full_report("named"), positions_table)
    held = {(each["subject_id"], each["stance"]): each for each in found}

    assert [stance for subject, stance in held if subject == "advisory-group"] == [
        "supports",
        "conditional",
        "reserves",
        "opposes",
    ]
    model = full_report("named")
    for subject, position in model.positions.items():
        if position.is_taken:
            for side in position.sides:
                line = held[subject.id, side.stance]
                assert line["statements"] == str(len(side.statements))
                assert line["states"] == str(len(side.states))
                assert line["state_codes"] == " ".join(side.states)
        else:
            assert held[subject.id, "none"]["statements"] == "0"


def test_inscriptions_say_what_became_of_them() -> None:
    found = {each["request"]: each for each in lines(report(adjourned()), inscriptions_table)}

    assert found["i1"]["about"] == "a plan, with comma"
    assert (found["i1"]["via"], found["i1"]["delegation"]) == ("email", "MEX")
    outcomes = {each["outcome"] for each in found.values()}
    assert {"spoke", "withdrew", "absent", "text_only", "not_reached"} <= outcomes


def test_what_was_exported_reads_back_equal() -> None:
    model = hard_report()
    texts = {each["point"]: each["text"] for each in lines(model, points_table)}
    read = [spreadsheet_plain(texts[f"h{number}"]) for number, _ in enumerate(HARD)]

    assert read == [shown for _, shown in HARD]


def test_no_character_is_left_that_a_spreadsheet_stops_at() -> None:
    every = b"".join(csv_files(hard_report()).values()).decode()

    for sign in "\x00\x0b\uffff":
        assert sign not in every


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_tables_that_obey_the_naming_name_nobody(naming: str, language: str) -> None:
    model = full_report(naming, language, with_names=True)
    files = csv_files(model, obeys_naming=True)

    assert sorted(files) == [
        "inscriptions.csv",
        "item_notes.csv",
        "points.csv",
        "positions.csv",
        "speeches.csv",
    ]
    text = b"".join(files.values()).decode()
    assert names_in(text, allowed=presenters(model)) == []


def test_tables_are_records_unless_they_are_asked_to_obey() -> None:
    counted, named = full_report("counted"), full_report("named")

    assert csv_files(counted) == csv_files(named)
    assert csv_files(named, obeys_naming=True) == csv_files(named)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_parts_the_same_cells(separator: str) -> None:
    model = report(adjourned(), "16:00:00")
    usual = {name: rows(content) for name, content in csv_files(model).items()}
    for name, content in csv_files(replace(model, separator=separator)).items():
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        found = list(csv.reader(text, delimiter=separator, strict=True))

        assert len(found[0]) > 5
        assert found == usual[name]


def test_where_a_semicolon_parts_cells_a_comma_marks_fractions() -> None:
    model = report(adjourned(), "16:00:00")
    spoken = tuple(replace(each, seconds=12.5) for each in model.statements)
    made = [
        speeches_files(replace(model, statements=spoken, separator=each))["speeches.csv"].decode()
        for each in (",", ";")
    ]

    assert ",12.5," in made[0]
    assert ";12,5;" in made[1]
