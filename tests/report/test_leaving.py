"""What leaves knows nothing that stays, and has the notes on items and the order of the list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from meeting_tui.meeting.facts import Correction
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.csv_export import csv_files
from meeting_tui.report.draft import annex_draft, handover_sheet
from meeting_tui.report.draft.voice import finished
from meeting_tui.report.excel import excel_files
from meeting_tui.report.formats import FORMATS
from meeting_tui.report.json_export import tables
from meeting_tui.report.leaving import corrections_speaking_of
from meeting_tui.report.markdown_export import markdown, markdown_files
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.statements import inscriptions, item_notes
from meeting_tui.report.tables.teller import Teller
from tests.report.draft_text import draft, issued, said
from tests.report.hard_day import begin, report, run
from tests.report.test_json_export import SCHEMA, closed, exported
from tests.report.workbooks import parts_of

LINES = (
    "floor mex!",
    "propose /off-record a secret thing",
    "propose /internal an inner thing",
    "propose an open thing",
    "note r1 r3 /supports both of them",
    "note r2 /opposes what is inside",
    "position mex supports r1",
    "position mex reserves a1 r2",
    "correct n5 r1 /opposes what is known",
    "correct n7 r1 a1 /supports what is new",
    "correct n7 r2 a1 /supports what is new",
)
HIDDEN = re.compile(r"\br[12]\b")


def test_what_is_handed_on_names_no_proposal_that_stays() -> None:
    model = said(*LINES, naming="named")
    files = [each.decode() for each in csv_files(model).values()]

    for text in (draft(model), *files, *parts_of(model).values()):
        assert not HIDDEN.search(re.sub(r'<(?:c|row|dimension)[^>]*>|[rs]="?\w+"', "", text))
    assert "both of them (on r3)" in draft(model)
    assert any("r3" in each for each in files)


def test_json_names_internal_ones_and_none_off_the_record() -> None:
    found = tables(said(*LINES))
    points = {each["id"]: each for given in found["interventions"] for each in given["points"]}

    assert "r1" not in json.dumps(found)
    assert list(points) == ["n2", "n3", "n4", "n5", "n7"]
    assert points["n4"]["proposals"] == ["r3"]
    assert (points["n5"]["text"], points["n5"]["stance"]) == ("what is known", "none")
    assert points["n7"]["proposals"] == ["r2"]


def test_a_mere_stance_keeps_what_else_it_is_on() -> None:
    found = tables(
        said("floor mex!", "propose /off-record x", "position mex supports a1 r1", "note y")
    )
    points = [each for given in found["interventions"] for each in given["points"]]

    assert [each["text"] for each in points] == ["supports a1", "y"]


def test_a_correction_is_told_as_far_as_it_may_be() -> None:
    at = said().now
    made = [
        Correction(at, "EK", "point", "n1", "a1 r1 /supports supports a1 r1", "r2 /figure r1"),
        Correction(at, "EK", "point", "n2", "r1 as before", "as before"),
        Correction(at, "EK", "item", "n2", "r1", "2"),
    ]
    told = corrections_speaking_of(made, said().agenda, {"r2"})

    assert [(each.what, each.before, each.after) for each in told] == [
        ("point", "a1 /supports supports a1", "r2 /figure "),
        ("item", "r1", "2"),
    ]


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


ASKED = """
10:00:00 open
10:00:01 item 3
10:00:02 inscribe mex jpn bra fra
10:00:03 inscribe zaf ken for 2_b
10:00:04 move fra 1
10:00:05 swap mex bra
10:00:06 move ken 1
"""
LISTED = ["KEN", "ZAF", "FRA", "BRA", "JPN", "MEX"]
NAMES = ["France", "Brazil", "Japan", "Mexico"]


@cache
def waiting() -> MeetingReport:
    return report(run(begin(), ASKED), "10:01:00")


@cache
def not_reached() -> MeetingReport:
    meeting: Meeting = run(begin(), ASKED + "10:02:00 close item not-reached")
    return report(meeting, "10:03:00")


def follow(text: str, names: list[str]) -> bool:
    """Whether the names stand one behind the other in one line."""
    return any(
        all(name in line for name in names) and sorted(names, key=line.index) == names
        for line in text.splitlines()
    )


@pytest.mark.parametrize("model", [waiting, not_reached])
def test_json_and_tables_have_the_order_of_the_list(model: Callable[[], MeetingReport]) -> None:
    told = model()
    rows = inscriptions(Teller(told)).rows

    assert [each["delegation"] for each in tables(told)["inscriptions"]] == LISTED
    assert [row[3] for row in rows] == LISTED


def test_the_texts_have_the_order_of_the_list() -> None:
    assert follow(markdown(annex_draft(waiting())), NAMES)
    assert follow(markdown(annex_draft(waiting())), ["Kenya", "South Africa"])
    assert follow(markdown(handover_sheet(waiting())), [*NAMES, "Kenya", "South Africa"])
    assert follow(markdown(annex_draft(not_reached())), NAMES)
