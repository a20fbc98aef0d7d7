"""A report tells the day of each time, which of two hours is meant, and minutes that add up."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from functools import cache

import pytest
from openpyxl import load_workbook

from meeting_tui.agenda.model import Sitting
from meeting_tui.report.csv_export import csv_files
from meeting_tui.report.draft import report_draft, speakers_sheet
from meeting_tui.report.excel import excel_files
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.report.markdown_export import markdown
from meeting_tui.report.read_model import MeetingReport
from tests.meeting.room import DAY, ZONE, Room, agenda, at_time, directory, sitting
from tests.report.draft_text import draft, part
from tests.report.hard_day import begin, report, run
from tests.report.workbooks import values, workbook_of

MORROW = DAY + timedelta(days=1)
TWO_DAYS = (
    sitting("1", "10:00:00", "13:00:00"),
    sitting("2", "10:00:00", "13:00:00", MORROW),
)
THREE_SITTINGS = (
    TWO_DAYS[0],
    sitting("2", "15:00:00", "18:00:00"),
    sitting("3", "10:00:00", "13:00:00", MORROW),
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


@pytest.mark.parametrize(
    ("language", "considered", "shown"),
    [
        (
            "en",
            "from 10:02 to 12:58, from 15:00 to 17:58 on 19 March and from 10:04 to 10:20 on 20",
            "10:02 to 12:58, 15:00 to 17:58 on 19 March and 10:04 to 10:20 on 20 March",
        ),
        (
            "zh",
            "3月19日10:02至12:58、15:00至17:58和3月20日10:04至10:20审议",
            "3月19日10:02至12:58、15:00至17:58和3月20日10:04至10:20",
        ),
    ],
)
def test_a_day_with_a_break_is_said_once(language: str, considered: str, shown: str) -> None:
    room = Room(agenda(*THREE_SITTINGS), day=DAY).at("10:02:00")
    room.do("open", "item 2", "inscribe mex fra")
    room.at("12:58:00").do("suspend lunch")
    room.at("15:00:00").do("resume")
    room.at("17:58:00").do("suspend until tomorrow")
    room.at("10:04:00", DAY + timedelta(days=1)).do("resume")
    room.at("10:20:00").do("close item not-reached", "adjourn!")
    text = draft(told(room, language))

    assert considered in text
    assert shown in text


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


OFFSET = "UTC offset"
NIGHT = date(2026, 10, 25)


@cache
def night(language: str = "en") -> MeetingReport:
    """Mexico speaks at half past two by summer time, France an hour later at the same clock."""
    room = Room(day=NIGHT).at("01:50:00")
    for line, minutes in (
        ("open", 0),
        ("item 3", 0),
        ("inscribe mex fra", 40),
        ("next", 1),
        ("yield", 0),
        ("decision As read out.", 59),
        ("next", 1),
        ("yield", 59),
        ("times 1 02:29:55+02:00 02:31:05+02:00", 0),
        ("adjourn!", 0),
    ):
        room.do(line)
        room.later(60 * minutes)
    return report_on(
        room.meeting, directory(), now=room.now, verified=True, language=language, naming="named"
    )


def rows(name: str) -> list[dict[str, str]]:
    text = csv_files(night())[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_tables_carry_the_offset_where_an_hour_comes_twice() -> None:
    given = [each["given at (Europe/Zurich)"] for each in rows("speeches.csv")]
    asked = [each["requested at (Europe/Zurich)"] for each in rows("speeches.csv")]

    assert given == ["2026-10-25 02:29:55+02:00", "2026-10-25 02:30:00+01:00"]
    assert asked == ["2026-10-25 01:50:00"] * 2


def test_no_instant_of_a_table_can_be_taken_for_another() -> None:
    told = [datetime.fromisoformat(each["at (Europe/Zurich)"]) for each in rows("events.csv")]

    assert len({each.tzinfo for each in told}) == 3
    assert all((each.tzinfo is not None) == (each.hour == 2) for each in told)


def test_the_report_says_which_of_the_two_it_was() -> None:
    english = draft(night())
    chinese = markdown(speakers_sheet(night("zh")))

    assert "02:29:55 (UTC+02:00) to 02:31:05 (UTC+02:00)" in english
    assert "02:29（UTC+02:00）" in chinese
    assert "03:30 (UTC" not in english


def sheet(name: str, language: str = "en") -> list[dict[str, object]]:
    """The rows of a sheet by their headings, the offset named after the column it stands behind."""
    book = load_workbook(io.BytesIO(excel_files(night(language))["report.xlsx"]))
    head, *body = ([cell.value for cell in row] for row in book[name].iter_rows())
    named = [
        f"{head[n - 1]} {each}" if each == OFFSET else str(each) for n, each in enumerate(head)
    ]
    return [dict(zip(named, row, strict=True)) for row in body]


def test_a_workbook_counts_with_the_time_of_day() -> None:
    moments = [value for row in sheet("Interventions") for value in row.values()]

    assert datetime(2026, 10, 25, 2, 30) in moments  # noqa: DTZ001


def test_a_workbook_has_the_offset_in_a_column_beside_an_hour_that_comes_twice() -> None:
    given, requested = "Given at (Europe/Zurich)", "Requested at (Europe/Zurich)"
    rows = sheet("Interventions")

    assert [each[f"{given} {OFFSET}"] for each in rows] == ["+02:00", "+01:00"]
    assert f"{requested} {OFFSET}" not in rows[0], "no hour of it comes twice"


def test_any_other_workbook_has_no_such_column() -> None:
    room = Room().opened()
    report = report_on(room.meeting, directory(), now=room.now, verified=True, language="en")
    book = load_workbook(io.BytesIO(excel_files(report)["report.xlsx"]))

    assert not [c for each in book for row in each.iter_rows() for c in row if c.value == OFFSET]


def told_of(script: str) -> str:
    return draft(report(run(begin(), script), "18:00:00"))


def test_minutes_are_those_between_the_times_shown() -> None:
    text = told_of("10:00:00 open\n10:02:05 item 1\n10:04:55 close item carry")

    assert "from 10:02 to 10:04, for 2 minutes (planned: 30 minutes)" in text
    assert "Reports & <status> # | 10:00 to 10:30 | 10:02 to 10:04 | 2 (30)" in text


def test_what_was_over_at_once_took_less_than_a_minute() -> None:
    text = told_of("10:00:00 open\n10:04:05 item 1\n10:04:55 close item carry")

    assert "considered at 10:04, for less than a minute (planned: 30 minutes)" in text
    assert "| 10:04 | <1 (30)" in text


def test_a_break_is_not_counted() -> None:
    text = told_of(
        "10:00:00 open\n11:50:10 item 1\n12:00:40 suspend lunch\n15:00:10 resume\n"
        "15:10:50 close item carry"
    )

    assert (
        "from 11:50 to 12:00 and from 15:00 to 15:10, for 20 minutes (planned: 30 minutes)" in text
    )


def test_what_is_open_is_counted_up_to_now() -> None:
    model = report(run(begin(), "10:00:00 open\n10:02:50 item 1"), "10:04:10")

    assert "has taken 2 minutes so far" in part(model, "item 1")


def test_a_segment_goes_on_after_the_break_without_its_minutes() -> None:
    text = told_of(
        "10:00:00 open\n11:50:00 item 1\n11:50:00 segment 1.2\n12:00:00 suspend lunch\n"
        "15:00:00 resume\n15:10:00 close item carry"
    )

    assert "1.2 | Discussion |  | 11:50 to 12:00 and 15:00 to 15:10 | 20 (–)" in text
