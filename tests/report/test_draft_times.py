"""Times in a draft: the minutes told are those between the times told."""

from __future__ import annotations

from tests.report.draft_text import draft, part
from tests.report.hard_day import begin, report, run


def told(script: str) -> str:
    return draft(report(run(begin(), script), "18:00:00"))


def test_minutes_are_those_between_the_times_shown() -> None:
    text = told("10:00:00 open\n10:02:05 item 1\n10:04:55 close item carry")

    assert "from 10:02 to 10:04, for 2 minutes (planned: 30 minutes)" in text
    assert "Reports & <status> # | 10:00 to 10:30 | 10:02 to 10:04 | 2 (30)" in text


def test_what_was_over_at_once_took_less_than_a_minute() -> None:
    text = told("10:00:00 open\n10:04:05 item 1\n10:04:55 close item carry")

    assert "considered at 10:04, for less than a minute (planned: 30 minutes)" in text
    assert "| 10:04 | <1 (30)" in text


def test_a_break_is_not_counted() -> None:
    text = told(
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
    text = told(
        "10:00:00 open\n11:50:00 item 1\n11:50:00 segment 1.2\n12:00:00 suspend lunch\n"
        "15:00:00 resume\n15:10:00 close item carry"
    )

    assert "1.2 | Discussion |  | 11:50 to 12:00 and 15:00 to 15:10 | 20 (–)" in text
