"""A meeting of two days, and one over midnight: a report names the day of every time it tells."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from meeting_tui.agenda.model import Sitting
from meeting_tui.report.draft import report_draft, speakers_sheet
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.report.markdown_export import markdown
from meeting_tui.report.read_model import MeetingReport
from tests.meeting.room import DAY, ZONE, Room, agenda, at_time, directory, sitting
from tests.report.draft_text import draft
from tests.report.workbooks import values, workbook_of

MORROW = DAY + timedelta(days=1)
TWO_DAYS = (
    sitting("1", "10:00:00", "13:00:00"),
    sitting("2", "10:00:00", "13:00:00", MORROW),
)


def told(room: Room, language: str = "en") -> MeetingReport:
    return report_on(
        room.meeting, directory(), now=room.now, verified=True, language=language, naming="named"
    )


@cache
def two_days(language: str = "en", *, days_later: int = 0, is_over: bool = True) -> MeetingReport:
    first = DAY + timedelta(days=days_later)
    room = Room(agenda(*TWO_DAYS), day=first).at("10:02:00")
    room.do("open", "item 2", "inscribe mex fra")
    room.at("12:50:00").do("next")
    room.at("12:58:00").do("suspend until tomorrow")
    if is_over:
        room.at("10:04:00", first + timedelta(days=1)).do("resume")
        room.at("10:05:00").do("next")
        room.at("10:08:00").do("yield", "decision As read out.")
        room.at("10:20:00").do("adjourn!")
    return told(room, language)


def test_the_days_stand_in_the_head_and_beside_every_time() -> None:
    text = draft(two_days())

    assert report_draft(two_days()).head == "TRIAL, 19 and 20 March 2026: DRAFT"
    assert "The meeting was held on 19 and 20 March 2026." in text
    assert "It was planned for" not in text
    assert (
        "Sitting 1 was held from 10:02 to 12:58 on 19 March (planned: 10:00 to 13:00 on 19" in text
    )
    assert "considered from 10:02 to 12:58 on 19 March and from 10:04 to 10:20 on 20 March," in text
    assert "At 10:08 on 20 March: " in text
    assert "| 1 | 12:50 to 12:58 on 19 March | Mexico |" in markdown(speakers_sheet(two_days()))


def test_chinese_says_the_day_first() -> None:
    text = draft(two_days("zh"))

    assert report_draft(two_days("zh")).head.startswith("TRIAL，2026年3月19日和20日：")
    assert "3月19日10:02至12:58" in text
    assert "3月19日10:02至12:58和3月20日10:04至10:20" in text


def test_on_other_days_than_planned_it_says_for_which_it_was_planned() -> None:
    text = draft(two_days(days_later=12))
    head = report_draft(two_days(days_later=12)).head

    assert head == "TRIAL, 31 March 2026 and 1 April 2026: DRAFT"
    assert "It was planned for 19 and 20 March 2026." in text
    assert "(planned: 10:00 to 13:00 on 1 April)" in text


def test_what_is_to_come_stands_on_its_day_of_the_meeting_as_held() -> None:
    model = two_days(days_later=5, is_over=False)
    text = draft(model)

    assert report_draft(model).head == "TRIAL, 24 and 25 March 2026: DRAFT"
    assert "The meeting was held on 24 March 2026." in text
    assert tables(model)["sittings"][1]["planned_start"] == "2026-03-25T10:00:00+01:00"


def test_a_workbook_says_the_days() -> None:
    sheets = workbook_of(two_days()).worksheets

    assert any("2026-03-19 – 2026-03-20" in row for each in sheets for row in values(each))


def night_sitting(start: str, end: str) -> Sitting:
    begins, ends = at_time(start), at_time(end, MORROW)
    return Sitting(id="1", start=begins.astimezone(ZONE), end=ends.astimezone(ZONE))


def test_a_night_has_both_its_days() -> None:
    room = Room(agenda(night_sitting("22:00:00", "01:30:00"))).at("22:01:00")
    room.do("open", "item 3", "inscribe mex fra")
    room.at("23:58:00").do("next")
    room.at("00:03:00", MORROW).do("next")
    room.at("00:06:00").do("yield")
    room.at("01:20:00").do("adjourn!")
    sheet = markdown(speakers_sheet(told(room)))

    assert "| 1 | 23:58 on 19 March to 00:03 on 20 March | Mexico | 5:00 |" in sheet
    assert "| 2 | 00:03 to 00:06 on 20 March | France | 3:00 |" in sheet
    assert "held on 19 and 20 March 2026" in draft(told(room))


def test_a_sitting_that_ends_at_midnight_is_of_one_day() -> None:
    room = Room(agenda(night_sitting("22:00:00", "00:00:00"))).at("22:01:00")
    room.do("open", "item 3")
    room.at("23:50:00").do("adjourn!")

    assert report_draft(told(room)).head == "TRIAL, 19 March 2026: DRAFT"
    assert "(planned: 22:00 to 20 March 2026 at 00:00)" in draft(told(room))


def test_what_was_before_the_days_of_the_meeting_has_its_whole_date() -> None:
    room = Room(agenda(*TWO_DAYS), day=DAY - timedelta(days=1)).at("17:00:00")
    room.do("document mex Our statement", "plan time 3 40 because it is contested")
    room.at("10:02:00", DAY).do("open")

    assert "18 March 2026 at 17:00" in draft(told(room))
    assert isinstance(told(room).now, datetime)
