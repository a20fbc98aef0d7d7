"""What leaves knows no statement that never was, and has the notes on the items themselves."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.csv_export import csv_files
from meeting_tui.report.draft.voice import finished
from meeting_tui.report.excel import excel_files
from meeting_tui.report.formats import FORMATS
from meeting_tui.report.markdown_export import markdown_files
from meeting_tui.report.tables.statements import item_notes
from meeting_tui.report.tables.teller import Teller
from tests.report.draft_text import issued
from tests.report.hard_day import begin, report, run
from tests.report.test_json_export import SCHEMA, closed, exported

DAY = """
10:00:00 open
10:00:10 item 1
10:00:20 note The room is half full
10:00:30 note /internal not for the report
10:01:00 floor mex!
10:02:00 note p1 annual reports since 2014
10:02:30 statement Thank you. ¶ Mexico reports every year.
10:03:00 yield
10:03:10 floor bra!
10:03:14 floor jpn!
10:05:00 yield
11:05:00 strike 2 because the floor was given by mistake
11:06:00 note on item 3 Nobody asked for the floor
11:07:00 note on item 3 as Chile had asked, it was kept open
"""


def day() -> Meeting:
    return run(begin(), DAY)


def test_json_has_neither_the_statement_nor_its_request() -> None:
    found = exported(day())
    assert [each["delegation"] for each in found["interventions"]] == ["MEX", "JPN"]
    assert [each["number"] for each in found["interventions"]] == [1, 3]
    assert "BRA" not in {each["delegation"] for each in found["inscriptions"]}
    assert "BRA" not in found["speaking_time"]
    assert found["interventions"][0]["statement"] == "Thank you.\nMexico reports every year."
    notes = {each["id"]: [n["text"] for n in each.get("notes", [])] for each in found["items"]}
    assert notes["1"] == ["The room is half full", "not for the report"]
    assert notes["3"][0] == "Nobody asked for the floor"
    assert found["corrections"] == [], "what was struck does not leave"
    for schema in (SCHEMA, closed(SCHEMA)):
        assert not list(Draft202012Validator(schema).iter_errors(found))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_the_report_has_the_notes_and_not_the_statement(language: str, naming: str) -> None:
    model = report(day(), "12:00:00", language=language, naming=naming)
    (text,) = markdown_files(model).values()
    told = text.decode()
    assert "Brazil" not in told and "巴西" not in told
    assert "The room is half full" in told
    assert "not for the report" not in told


@pytest.mark.unmeasured
def test_every_table_and_file_is_made_without_it() -> None:
    model = report(day(), "12:00:00")
    assert csv_files(model) and excel_files(model)
    for each in FORMATS:
        if not each.is_of_pages:
            each.export(model)


def test_a_note_on_an_item_is_a_sentence_in_the_report_of_the_chair() -> None:
    told = issued(report(day(), "12:00:00", naming="counted"))

    assert "The room is half full.\n" in told
    assert "As a delegation had asked, it was kept open.\n" in told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("nobody asked", "Nobody asked."),
        ("is it so?", "Is it so?"),
        ("(it was so.)", "(it was so.)"),
        ("会议室半满", "会议室半满。"),
        ("会议室半满。", "会议室半满。"),
    ],
)
def test_how_a_sentence_is_finished(text: str, sentence: str) -> None:
    assert finished(text) == sentence


@pytest.mark.parametrize(
    ("naming", "rows"),
    [
        (
            "named",
            [
                ["n1", "1", "The room is half full"],
                ["n4", "3", "Nobody asked for the floor"],
                ["n5", "3", "as Chile had asked, it was kept open"],
            ],
        ),
        (
            "anonymous",
            [
                ["1", "The room is half full"],
                ["3", "Nobody asked for the floor"],
                ["3", "as a delegation had asked, it was kept open"],
            ],
        ),
    ],
)
def test_the_tables_have_the_notes_on_items(naming: str, rows: list[list[str]]) -> None:
    found = item_notes(Teller(report(day(), "12:00:00", naming=naming)))
    keys = [each.key for each in found.heads]
    shown = [keys.index(each) for each in ("point", "item", "text") if each in keys]

    assert [[row[place] for place in shown] for row in found.rows] == rows
    assert ("author" in keys) == (naming == "named")
