"""No sentence of a report denies another one, or says of what is to come that it was not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Topic, Words
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.lexicon import lexicon_of
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.statement_texts import KeepStatement
from meeting_tui.report.draft import handover_sheet, speakers_sheet
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import MeetingReport
from tests.report.draft_text import draft, issued, part, said, text_of
from tests.report.hard_day import AGENDA, begin, directory, enter, local, report, run

EVERYBODY = "Everybody on the list of speakers took the floor."


@pytest.mark.parametrize(
    "left",
    [
        ("inscribe chn",),
        ("inscribe chn", "withdraw chn"),
        ("inscribe chn", "absent chn"),
        ("inscribe chn", "text-only chn"),
        ("inscribe chn", "close item not-reached"),
    ],
)
def test_everybody_took_the_floor_only_where_nobody_is_left(left: tuple[str, ...]) -> None:
    heard = draft(said("floor mex!", "yield"))
    told = draft(said("floor mex!", "yield", *left))

    assert EVERYBODY in heard
    assert EVERYBODY not in told
    assert EVERYBODY not in draft(said())


def test_nothing_is_said_of_texts_read_out_where_none_was_handed_in() -> None:
    assert "read out" not in draft(said("floor mex!", "yield"))


def test_points_on_an_item_not_taken_up_are_told_with_where_they_were_made() -> None:
    model = said("floor mex!", "note p8 extend it", "yield", "adjourn!")
    sentence = "This item was not considered. The following points on it were made under item 1."

    assert "The following items were not taken up:\n1. A title with a number\n" in issued(model)
    for is_issued in (True, False):
        told = part(model, "item 2_b", is_issued=is_issued)
        assert sentence in told
        assert "No delegation took the floor" not in told
        assert "exchanged views" not in told


def with_topic() -> Agenda:
    topic = Topic(id="next", title=Words(en="Mandate", zh="任务"), item="2_b", questions=("P8",))
    return replace(AGENDA, topics=(topic,))


def test_a_matter_was_discussed_where_it_was_discussed() -> None:
    model = said("floor mex!", "note p8 extend it", meeting=begin(with_topic()))

    for is_issued in (True, False):
        told = part(model, "topic next", is_issued=is_issued)
        assert "This matter was discussed under item 1. One State" in told
        assert "item 2_b" not in told


def test_a_matter_nobody_spoke_on_was_discussed_nowhere() -> None:
    model = said(meeting=begin(with_topic()))

    assert "was discussed" not in part(model, "topic next")
    assert "was discussed" not in part(model, "topic next", is_issued=True)


def test_a_matter_whose_item_was_not_opened_was_not_taken_up() -> None:
    open_still = said(meeting=begin(with_topic()))
    over = report(run(begin(with_topic()), "10:00:00 open\n10:10:00 adjourn!"), naming="counted")
    begun = said("close item", "item 2_b", meeting=begin(with_topic()))

    for is_issued in (True, False):
        told = [part(each, "topic next", is_issued=is_issued) for each in (open_still, over, begun)]
        assert "This matter has not been taken up yet." in told[0]
        assert "This matter was not taken up." in told[1]
        assert "No delegation addressed this matter" in told[2]


def test_a_part_of_an_item_was_discussed_in_a_segment_only_once_that_was_taken_up() -> None:
    first = AGENDA.items[0]
    segments = (*first.segments[:2], replace(first.segments[2], merges="3"))
    agenda = replace(AGENDA, items=(replace(first, segments=segments), *AGENDA.items[1:]))
    sentence = "Part of this item was discussed together with “Never held” (item 1)."

    assert sentence not in draft(said("segment 1.2", meeting=begin(agenda)))
    assert sentence in part(said("segment 1.3", meeting=begin(agenda)), "item 3")


def test_what_is_to_come_is_not_told_as_if_it_had_been_left_out() -> None:
    running, over = said("floor mex!", "yield"), said("floor mex!", "yield", "adjourn!")

    assert "Sitting 2 is still to come (planned: 15:00 to 18:00)." in draft(running)
    assert "This item has not been considered yet." in part(running, "item 3")
    assert "The following items have not been taken up yet:\n" in issued(running)
    assert "Sitting 2 was not held (planned: 15:00 to 18:00)." in draft(over)
    assert "This item was not considered." in part(over, "item 3")
    assert "The following items were not taken up:\n" in issued(over)


def test_a_sitting_that_a_later_one_came_before_was_not_held() -> None:
    model = said("floor mex!", "yield")
    first, second = model.sittings
    skipped = replace(
        model, sittings=(replace(first, opened_at=None), replace(second, opened_at=first.opened_at))
    )

    assert "Sitting 1 was not held" in draft(skipped)


def spoken(*seconds: float) -> MeetingReport:
    """One State after the other, for so long."""
    meeting, now = run(begin(), "10:00:00 open\n10:00:00 item 1"), local("10:00:01")
    for code, each in zip(("mex", "chn", "per"), seconds, strict=True):
        for line, waits in ((f"floor {code}!", each), ("yield", 0)):
            command = read_line(line, lexicon_of(meeting.state, directory()))
            assert not isinstance(command, Refusal)
            enter(meeting, command, now)
            now += timedelta(seconds=waits)
    return report(meeting, naming="named")


def test_lengths_are_rounded_one_by_one_and_their_sums_are_those_of_the_rows() -> None:
    told = draft(spoken(1.7, 1.7, 1.7)).partition("Speaking time\n")[2]

    for line in (
        "States Parties | 3 | 3 | 0:06 | 100 %",
        "Mexico | 1 | 0:02 | 34 %",
        "China | 1 | 0:02 | 33 %",
        "Peru | 1 | 0:02 | 33 %",
        "All together | 3 | 0:06 | –",
    ):
        assert f"{line}\n" in told


def test_a_statement_is_as_long_as_between_its_times() -> None:
    sheet = text_of(speakers_sheet(spoken(275.9, 1.0, 1.0)))

    assert "Mexico | 4:36" in sheet


def test_a_handover_does_not_say_that_nothing_is_open_while_the_checklist_is() -> None:
    unknown = said('floor "Smith"!', "yield", "close item", naming="named")
    clear = text_of(handover_sheet(replace(unknown, open_points=())))
    told = text_of(handover_sheet(unknown))

    assert f"Open points on the checklist: {len(unknown.open_points)} (" in told
    assert "Nothing is open." not in told
    assert "Nothing is open." in clear


def test_rules_of_a_body_have_its_article_and_the_plain_order_is_said_as_what_it_is() -> None:
    body = draft(said())
    flat = draft(said(meeting=begin(replace(AGENDA, rules="flat"))))

    assert "The rules of procedure of the ATT Working Group on Transparency" in body
    assert "Delegations spoke in the order in which they asked for the floor." in flat


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Vice-Chair, Jane Roe", "Jane Roe, Vice-Chair, presided over part of the meeting."),
        ("Jane Roe, Vice-Chair", "Jane Roe, Vice-Chair, presided over part of the meeting."),
        ("Jane Roe (Kenya)", "Jane Roe (Kenya) presided over part of the meeting."),
    ],
)
def test_who_presided_is_named_with_the_office_behind_the_name(typed: str, told: str) -> None:
    script = f"10:00:00 open\n10:10:00 preside {typed}\n10:20:00 preside chair"

    assert told in issued(report(run(begin(), script)))


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        ((2026, 5, 27), (2026, 5, 27), "27 May 2026", "2026年5月27日"),
        ((2026, 5, 27), (2026, 5, 28), "27 and 28 May 2026", "2026年5月27日至28日"),
        ((2026, 5, 27), (2026, 5, 29), "27-29 May 2026", "2026年5月27日至29日"),
        ((2026, 5, 31), (2026, 6, 1), "31 May 2026 to 1 June 2026", "2026年5月31日至2026年6月1日"),
    ],
)
def test_days_are_said_once(
    first: tuple[int, int, int], last: tuple[int, int, int], english: str, chinese: str
) -> None:
    days = date(*first), date(*last)

    assert Voice(report(begin(), "09:30:00")).days(*days) == english
    assert Voice(report(begin(), "09:30:00", language="zh")).days(*days) == chinese


def test_segments_not_held_are_said_in_one_sentence() -> None:
    first = AGENDA.items[0]
    condition = Words(en="if time permits", zh="视时间而定")
    segments = (*first.segments[:2], replace(first.segments[2], condition=condition))
    agenda = replace(AGENDA, items=(replace(first, segments=segments), *AGENDA.items[1:]))
    told = part(said("segment 1.1", "close item", meeting=begin(agenda)), "item 1")

    assert (
        "The following were not taken up: “Discussion” and “Never held” (condition: if time"
        " permits)."
    ) in told


def test_a_name_identified_as_it_was_typed_is_not_said_to_be_itself() -> None:
    told = draft(said("inscribe mex(SADC)", "identify SADC as group", naming="named"))

    assert "The name “SADC” was confirmed." in told


def test_a_text_kept_whole_is_told_where_there_are_no_points() -> None:
    meeting = run(begin(), "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!")
    enter(meeting, KeepStatement("Thank you, Chair."), local("10:01:00"))
    told = draft(replace(report(meeting, naming="named"), with_annex=True))

    assert "Texts of statements kept whole: item 1: Mexico." in told
    assert "No points were noted. The text of the statement was kept." in told
    assert "No text was received." not in told
