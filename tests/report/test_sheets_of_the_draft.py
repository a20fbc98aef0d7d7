"""Speakers by item, follow-ups, and the handover to the next note-taker."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.report.blocks import Document, Heading
from meeting_tui.report.draft import (
    annex_draft,
    follow_ups_sheet,
    handover_sheet,
    speakers_sheet,
)
from meeting_tui.report.read_model import MeetingReport
from tests.report.draft_text import said, text_of
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, begin, report, run
from tests.report.name_search import names_in, presenters

TAKING_OVER = (
    "segment 1.2",
    "inscribe mex eu chn",
    "next",
    "mark awaited",
    "note a1 /asks what of the form?",
    "note a1 first",
    "note a1 second",
    "note of Chile",
    "order bra the time",
)
SHEETS = (speakers_sheet, follow_ups_sheet, handover_sheet)


def heads(document: Document) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Heading)]


def test_the_handover_says_where_we_are_and_who_waits() -> None:
    sheet = handover_sheet(said(*TAKING_OVER, naming="named"))
    text = text_of(sheet)

    assert not sheet.is_draft
    assert "The meeting is in session." in text
    assert "Item 1, “Reports & <status> #”, has been open since 10:00." in text
    assert "Segment 1.2: Discussion." in text
    assert "If all speakers use their full time, the item ends at " in text
    assert "Speaking now: European Union, " in text
    assert "Point of order without a ruling, Brazil: the time" in text
    assert "No delegation addressed the following questions: P4." in text
    assert "Question asked: European Union: what of the form?" in text
    assert "\nMexico and China.\n" in text
    assert "Texts promised, not yet received: item 1: European Union." in text
    assert (
        "A1 given [systematically]? (3): European Union: what of the form? / European Union" in text
    )
    assert "– Other points (1): European Union: of Chile" in text


def test_the_handover_without_names() -> None:
    text = text_of(handover_sheet(said(*TAKING_OVER)))

    assert "Speaking now: a delegation, " in text
    assert "\n2 requests.\n" in text
    assert "of a delegation" in text
    assert names_in(text) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_handover_of_nothing_has_a_sentence_for_each_part(language: str) -> None:
    sheet = handover_sheet(report(begin(), "09:30:00", language=language))

    assert len(heads(sheet)) == 5
    assert len(text_of(sheet).splitlines()) == 11


def test_what_was_said_longer_ago_than_an_hour_is_left_out() -> None:
    meeting = run(
        begin(), "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:00:00 note a1 x"
    )

    assert "No points were noted in the last hour." in text_of(
        handover_sheet(report(meeting, "11:30:00"))
    )


def test_the_last_hour_is_of_the_meetings_own_time() -> None:
    morning = "10:00:00 open\n10:00:00 item 1\n11:30:00 floor mex!\n11:40:00 note a1 early"
    noon = "12:30:00 note a1 late in the morning\n13:00:00 suspend\n15:00:00 resume"
    after = "15:00:00 floor jpn!\n15:10:00 note a1 first after lunch"
    meeting = run(begin(), f"{morning}\n{noon}\n{after}")
    text = text_of(handover_sheet(report(meeting, "15:20:00")))

    assert "late in the morning" in text and "first after lunch" in text
    assert "early" not in text


def test_what_was_corrected_in_the_week_after_is_not_of_the_last_hour() -> None:
    day = (
        "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:00:00 note a1 long ago\n"
        "10:20:00 yield\n"
        "12:00:00 floor jpn!\n12:10:00 note a1 near the end\n12:20:00 yield\n"
        "12:30:00 close item\n12:30:00 adjourn!\n18:00:00 note on 1 a1 added in the evening\n"
        "18:00:00 note on 2 a1 added to the last one"
    )
    text = text_of(handover_sheet(report(run(begin(), day), "18:10:00")))

    assert "near the end" in text and "added to the last one" in text
    assert "long ago" not in text and "added in the evening" not in text


def test_follow_ups_have_an_owner() -> None:
    model = said(
        "floor mex!",
        "note /request help with forms",
        "floor jpn!",
        "note /offer a workshop",
        "mark awaited",
        "decision Take note.",
        naming="named",
    )
    rows = text_of(follow_ups_sheet(model)).splitlines()

    assert "1 | the meeting | Take note. | to be assigned" in rows
    assert "1 | Mexico | help with forms | to be assigned" in rows
    assert "1 | Japan | a workshop | Japan" in rows
    assert "1 | Japan | text of statement 2 | Japan" in rows


def test_without_names_follow_ups_have_no_owner_and_say_where_owners_stand() -> None:
    model = said(
        "floor mex!",
        "note /request training",
        "mark awaited",
        "floor jpn!",
        "note /request a form",
        "mark awaited",
        "decision Take note.",
    )
    counted = text_of(follow_ups_sheet(model)).splitlines()
    anonymous = text_of(follow_ups_sheet(replace(model, naming="anonymous"))).splitlines()

    assert any("in the folder “record”" in line for line in counted)
    assert not any("Owner" in line or "to be assigned" in line for line in counted)
    assert "1 | the meeting | Take note." in counted
    # Neither in the order of speaking nor by the number of the statement.
    requests = [line for line in counted if line.startswith("1 | A delegation")]
    assert requests == ["1 | A delegation | a form", "1 | A delegation | training"]
    assert "1 | Delegations | texts of 2 statements" in counted
    assert "1 | Delegations | texts of statements" in anonymous


def test_whoever_presented_is_named_with_the_text_that_is_promised() -> None:
    model = said(
        "inscribe sec kind presentation", "next", "mark awaited", "floor mex!", "mark awaited"
    )
    rows = text_of(follow_ups_sheet(model)).splitlines()

    assert "1 | Delegations | texts of 1 statement" in rows
    assert "1 | The ATT Secretariat | text of statement 1" in rows


def test_what_is_odd_of_the_day_stands_in_no_sheet_for_others() -> None:
    model = said("floor mex!", "yield")
    odd = "Looks odd: interventions of less than three seconds: 1 (0:00)"

    assert odd in text_of(annex_draft(model))
    assert odd in text_of(handover_sheet(model))
    for sheet in (speakers_sheet, follow_ups_sheet):
        assert "Looks odd" not in text_of(sheet(model))


def test_nothing_to_follow_up_is_said() -> None:
    text = text_of(follow_ups_sheet(report(begin())))

    for sentence in (
        "No decision was recorded.",
        "No assistance was requested.",
        "No assistance was offered.",
        "No text was promised.",
    ):
        assert sentence in text


def test_speakers_with_names_have_their_times() -> None:
    text = text_of(speakers_sheet(report(adjourned(), "18:30:00")))

    assert "3 | 10:19 to 10:22 | France on behalf of the European Union (aligned: " in text
    assert "Nobody took the floor." in text


def test_speakers_without_names_are_counted_by_kind() -> None:
    text = text_of(speakers_sheet(full_report()))

    assert "1 | 9 | ATT Secretariat; States Parties: 5; other delegations: 3" in text
    assert "ATT Secretariat; States Parties; other delegations" in text_of(
        speakers_sheet(full_report("anonymous"))
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_no_sheet_names_anybody(naming: str, language: str) -> None:
    model: MeetingReport = full_report(naming, language, with_names=True)

    for sheet in SHEETS:
        assert names_in(text_of(sheet(model)), allowed=presenters(model)) == []
