"""Who presided and who was in the room, in report, JSON and slip."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.rules import Quorum
from meeting_tui.meeting.attendance import QuorumNow
from meeting_tui.report.draft import annex_draft, report_draft
from meeting_tui.report.json_export import tables
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.course import schedule
from meeting_tui.report.tables.model import Value
from meeting_tui.report.tables.people import presence
from meeting_tui.report.tables.statements import speeches
from meeting_tui.report.tables.teller import Teller
from meeting_tui.views.look import Look
from meeting_tui.views.slip import quorum
from tests.meeting.room import Room, directory, wgtr_rules
from tests.report.draft_text import said, text_of
from tests.report.workbooks import values, workbook_of
from tests.views.test_slip import AT_WORK, rows


def test_the_report_says_from_when_to_when_another_presided() -> None:
    model = said("preside at 10:00 Jane Roe (Kenya)", naming="anonymous")
    told = text_of(annex_draft(model))
    assert "Since 10:00, Jane Roe (Kenya) has presided." in told
    assert "chaired the meeting" not in told, "the Chair never presided"


def test_json_says_who_presided() -> None:
    model = said("preside at 10:00 Jane Roe")
    assert tables(model)["presiding"] == [
        {
            "person": "Jane Roe",
            "is_chair": False,
            "from": "2026-03-19T10:00:00+01:00",
            "until": None,
        }
    ]


def test_the_slip_says_who_presides_in_the_place_of_the_chair() -> None:
    assert "PRESIDING" not in rows(*AT_WORK)
    told = rows(*AT_WORK, "10:00:50 preside Vice-Chair, Jane Roe", now="10:05:00")
    assert told["PRESIDING"] == "Vice-Chair, Jane Roe, since 10:00"


STATES = Quorum(("state_party",), "1/4", "majority")


def present(*entered: str, naming: str = "named", quorum: Quorum | None = None) -> MeetingReport:
    model = said("present mex jpn ken", *entered, naming=naming)
    if quorum is None:
        return model
    here = next(each for each in model.attendance.kinds if each.kind == "state_party")
    of = len(here.present) + len(here.absent)
    now = QuorumNow(of, len(here.present), quorum.needed_to_open(of), quorum.needed_to_decide(of))
    return replace(model, attendance=replace(model.attendance, quorum=now))


def section(model: MeetingReport) -> list[str]:
    told = text_of(annex_draft(model))
    return told.partition("Attendance\n")[2].partition("\nSpeakers by item")[0].splitlines()


def test_the_report_lists_by_kind_who_was_present_and_absent() -> None:
    lines = section(present())
    assert lines[0] == (
        "Present: 3 delegations. The Secretariat, the Chair and guests are not counted."
    )
    assert lines[1].startswith("States Parties | Japan and Mexico | Afghanistan, Albania")
    kenya = next(line for line in lines if "Kenya" in line)
    assert kenya.split(" | ")[1:] == ["Kenya", ""]
    assert not any("to be entered" in line for line in lines)
    assert len(lines) == 3


def test_a_report_without_names_says_how_many() -> None:
    assert section(present(naming="counted")) == [
        "Present: 3 delegations. The Secretariat, the Chair and guests are not counted."
    ]
    assert section(present(naming="anonymous")) == [
        "Attendance was recorded. Without counts it is not shown."
    ]


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ("present mex jpn", "Attendance was recorded. Without counts it is not shown."),
        ("inscribe mex", "Nothing was recorded."),
    ],
)
def test_an_empty_sheet_of_attendance_says_whether_it_was_recorded(entered: str, told: str) -> None:
    book = workbook_of(said(entered, naming="anonymous"))

    assert [row[0] for row in values(book["Attendance"])][-1] == told


def test_a_report_of_a_meeting_without_a_roll_says_so() -> None:
    lines = section(said("inscribe mex", naming="named"))
    assert lines[0].startswith("Attendance was not recorded. 1 delegation took part")
    assert len(lines) == 1, "no table where nobody was marked"
    unnamed = section(said("inscribe mex", naming="anonymous"))
    assert unnamed == ["Attendance was not recorded."]


@pytest.mark.parametrize(
    ("quorum", "last"),
    [
        (Quorum(("state_party",), "1/99", "1/99"), "There was a quorum for decisions."),
        (
            Quorum(("state_party",), "1/99", "majority"),
            "There was a quorum to open the meeting, but not for decisions.",
        ),
        (Quorum(("state_party",), "1/3", "majority"), "There was no quorum."),
    ],
)
def test_the_report_says_whether_there_was_a_quorum(quorum: Quorum, last: str) -> None:
    lines = section(present(quorum=quorum, naming="anonymous"))
    assert lines[0].endswith(last)
    assert "The quorum is" in lines[0]


def test_json_has_everybody_by_kind() -> None:
    found = tables(present('inscribe "Smith"', quorum=STATES))["presence"]
    assert (found["recorded"], found["count"], found["unlisted"]) == (True, 4, ["Smith"])
    parties = found["kinds"][0]
    assert (parties["kind"], parties["present"]) == ("state_party", ["JPN", "MEX"])
    assert len(parties["absent"]) == 114
    assert found["quorum"] == {"of": 116, "present": 2, "to_open": 29, "to_decide": 59}


def sheet(model: MeetingReport) -> list[list[Value]]:
    made = presence(Teller(model))
    return [[each.key for each in made.heads], *map(list, made.rows)]


def test_the_workbook_has_a_row_for_each_delegation() -> None:
    rows = sheet(present('inscribe "Smith"'))
    assert rows[0] == ["delegation_kind", "delegation", "name", "present"]
    assert [row[1:] for row in rows[1:3]] == [["JPN", "Japan", True], ["MEX", "Mexico", True]]
    assert rows[3][3] is False
    assert rows[-1] == [None, "Smith", "Smith", True]
    assert len(sheet(said("inscribe mex", naming="named"))) == 2, "nobody is known to be absent"


def test_a_workbook_without_names_never_tells_of_one_alone() -> None:
    alone = sheet(present(naming="counted"))
    assert alone == [
        ["delegation_kind", "delegations_present", "delegations_absent"],
        [None, 3, None],
    ]
    two_of_each = sheet(present("present not ken", naming="counted"))
    assert [row[1:] for row in two_of_each[1:]] == [[2, 114]]
    assert sheet(present(naming="anonymous")) == [["delegation_kind"]]
    assert len(sheet(said(naming="counted"))) == 1


def test_the_slip_says_the_quorum_where_the_rules_have_one() -> None:
    room = Room(rules=wgtr_rules(quorum=STATES)).opened()
    assert quorum(Look.of(room.state, room.now, directory(), "en")) == ""
    room.do("present mex jpn")
    assert quorum(Look.of(room.state, room.now, directory(), "en")) == (
        "2 of 116 present; needed: 29 to open, 59 to decide"
    )


TOGETHER = ("floor mex!", "yield", "join 2_b", "floor jpn!", "note a1 ours", "yield")


def test_the_report_says_of_each_item_with_which_it_was_taken_together() -> None:
    model = said(*TOGETHER, naming="named")
    told = text_of(annex_draft(model))
    since = "Since 10:00 it has been taken together with item {}; what is said is counted once."
    assert since.format("2_b") in told and since.format("1") in told
    speakers = told.partition("Speakers by item\n")[2].splitlines()[:2]
    assert speakers[0].startswith("1 | 2 | Mexico") and "Japan" in speakers[0]
    assert speakers[1].startswith("2_b | 1 | Japan")
    assert "This item was discussed together with item 2_b." in text_of(report_draft(model))


def test_once_they_are_closed_the_report_says_from_when_to_when() -> None:
    told = text_of(annex_draft(said(*TOGETHER, "close item", naming="named")))
    assert "From 10:00 it was taken together with item 2_b; what was said then" in told


def test_json_and_workbook_have_both_items_of_a_statement() -> None:
    model = said(*TOGETHER, naming="named")
    found = tables(model)
    assert [each["items"] for each in found["interventions"]] == [["1"], ["1", "2_b"]]
    assert found["together"] == [
        {"items": ["1", "2_b"], "from": "2026-03-19T10:00:00+01:00", "until": None}
    ]
    assert found["speaking_time"]["JPN"]["interventions"] == 1
    made = speeches(Teller(model))
    place = [each.key for each in made.heads].index("also_items")
    assert [row[place] for row in made.rows] == ["", "2_b"]
    plan = schedule(Teller(model))
    place = [each.key for each in plan.heads].index("together")
    with_others = {row[1]: row[place] for row in plan.rows if row[place]}
    assert with_others == {"1": "2_b", "2_b": "1"}
