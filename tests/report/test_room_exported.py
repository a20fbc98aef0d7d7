"""Who presided and who was in the room, in report, JSON and slip."""

from __future__ import annotations

from meeting_tui.report.draft import report_draft
from meeting_tui.report.json_export import tables
from tests.report.draft_text import said, text_of
from tests.report.test_slip import AT_WORK, rows


def test_the_report_says_from_when_to_when_another_presided() -> None:
    model = said("preside at 10:00 Jane Roe (Kenya)", naming="anonymous")
    told = text_of(report_draft(model))
    assert "Since 10:00, Jane Roe (Kenya) has presided." in told
    assert "was in the Chair" not in told, "the Chair never presided"


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
