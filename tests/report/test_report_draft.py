"""The draft of the Chair's report: what stands in it, and that no part of it is ever empty."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Topic, Words
from meeting_tui.report.blocks import Heading, Notice, Table
from meeting_tui.report.draft import annex_draft, handover_sheet
from meeting_tui.report.from_meeting import report_on
from tests.report.draft_text import draft, lines_of, part, said, text_of
from tests.report.full_day import full_report
from tests.report.hard_day import (
    AGENDA,
    INSIDE,
    SECRET,
    adjourned,
    begin,
    directory,
    local,
    mid_day,
    report,
    run,
)

TOPICS = (
    Topic(id="group", title=Words(en="A group", zh="小组"), item="1", questions=("P4",)),
    Topic(id="mandate", title=Words(en="Mandate"), item="2_b", questions=("P8",)),
)


def test_counts_stand_beside_the_word() -> None:
    model = said(
        "floor mex!",
        "note a1 /supports one",
        "floor eu(eu+alb+mda)!",
        "note a1 /supports two",
        "floor fra!",
        "note a1 /opposes three",
        "floor sec!",
        "note a1 /supports four",
    )

    # Mexico, Albania and Moldova; France spoke for itself against, and is the only member here.
    assert part(model, "question A1").splitlines()[1] == (
        "A few States and one regional organisation (two States and one regional organisation;"
        " 3 statements; 4 States behind them) addressed the question “Is it given?”."
        " One State and one regional organisation (2 statements; 3 States behind them) answered in"
        " favour, while one State (1 statement) answered against."
    )


def test_all_members_of_a_group_are_counted_where_that_is_chosen() -> None:
    meeting = run(begin(), "10:00:00 open\n10:00:00 item 1\n10:00:00 floor eu!\n10:00:00 note a1 x")
    counted = {
        members: report_on(
            meeting, directory(), now=local("10:01:00"), verified=True, group_members=members
        )
        for members in ("none", "present", "all")
    }

    states = {key: len(each.statements[0].states_behind) for key, each in counted.items()}
    assert states["all"] - states["none"] == len(directory().members("EU"))
    assert states["present"] == states["none"]
    assert "all members of their groups" in draft(counted["all"])
    with pytest.raises(ValueError, match="group_members is one of none, present, all"):
        report_on(meeting, directory(), now=local("10:01:00"), verified=True, group_members="some")


def test_most_is_said_of_those_who_spoke_and_all_is_never_said() -> None:
    entered = [
        line
        for code in ("mex", "chn", "bra", "per", "chl")
        for line in (f"floor {code}!", "note a1 /supports x")
    ]
    text = draft(said(*entered))

    assert (
        "Most of the States that spoke on it (five States; 5 statements) answered in favour."
        in text
    )
    assert "consensus" not in text.lower()
    assert not re.search(r"\ball (delegations|States)\b", text, re.IGNORECASE)


def test_anonymous_says_neither_names_nor_numbers() -> None:
    model = said("floor mex!", "note a1 /supports x", "floor chn!", "note a1 /opposes y")
    text = part(replace(model, naming="anonymous"), "question A1")

    assert text.splitlines()[1] == (
        "Delegations addressed the question “Is it given?”."
        " Delegations expressed views in favour and views against."
    )
    assert "statement" not in text


def test_questions_nobody_took_up_are_said() -> None:
    model = said("floor mex!", "note p4 x")

    assert part(model, "question A1").splitlines()[1] == (
        "No delegation addressed the question “Is it given?”."
    )


def test_the_structured_item_has_its_coverage_practical_questions_first() -> None:
    told = part(full_report(), "item 4")

    assert "All 9 questions were addressed." in told
    assert re.findall(r"^(A\d|P\d) \| ", told, re.MULTILINE) == [
        *(f"A{number}" for number in range(1, 9)),
        "P7",
    ]
    anonymous = part(full_report("anonymous"), "item 4")
    assert " | " not in anonymous


def test_silent_questions_of_the_structured_item_are_named_together() -> None:
    items = (replace(AGENDA.items[0], kind="structured"), *AGENDA.items[1:])
    model = said("floor mex!", meeting=begin(replace(AGENDA, items=items)))

    assert "No delegation addressed the following questions: A1 and P4." in part(model, "item 1")


def test_segments_that_were_not_held_are_said() -> None:
    assert (
        "“Amendments and new questions for the FAQ-type document on annual reporting”"
        " (condition: only if proposals came in by 5 March 2026)"
    ) in part(full_report(), "item 2")
    assert "The following was not taken up: “Never held”." in part(
        report(adjourned(), "16:00:00"), "item 1"
    )


def test_points_that_stray_stand_under_their_right_item() -> None:
    told = part(report(adjourned(), "16:00:00", naming="counted"), "item 2_b")

    assert "off its item | here (said under item 1)" in told


def test_topics_with_a_section_of_their_own_are_told_there_alone() -> None:
    agenda = replace(AGENDA, topics=TOPICS)
    model = said(
        "floor mex!",
        "note p4 /proposal let there be one",
        "floor chn!",
        "position chn conditional r1 if it costs nothing",
        "note p4 why not",
        meeting=begin(agenda),
    )
    told, item = part(model, "topic group"), part(model, "item 1")

    assert "r1: let there be one" in told
    assert "On r1: One State (1 statement) expressed support with conditions." in told
    assert "why not" in told
    assert "No delegation expressed support or opposition." in told
    assert "The discussion on “A group” is set out in a separate section below." in item
    assert "let there be one" not in item
    assert "why not" not in item
    assert "No other proposal was recorded." in item
    assert "This matter has not been taken up yet." in part(model, "topic mandate")


def test_a_topic_addressed_from_the_podium_alone_says_so() -> None:
    model = said("floor sec!", "note p4 x", meeting=begin(replace(AGENDA, topics=TOPICS)))

    assert "Only the podium addressed" in part(model, "topic group")
    assert "No recommendation was proposed." in part(model, "topic group")


def test_presentations_are_named_with_their_points() -> None:
    model = said(
        "segment 1.1",
        "inscribe nor kind presentation",
        "next",
        "note our practice",
        "note a1 we report",
        "yield",
        "floor carms!",
        "floor sec!",
        "note thanks",
        naming="counted",
    )
    told = part(model, "item 1")

    assert "Norway gave a presentation under “Presentation” (10:00)." in told
    assert "\nour practice\n" in told
    assert "Norway: we report" in told
    assert "The ATT Secretariat took the floor (from 10:00)." in told
    assert "One civil society organisation (1 statement) took the floor on this item." in told


def test_the_guest_is_named_as_a_person() -> None:
    told = part(
        said("inscribe guest kind presentation", "next", "person Ms A. Scholar, A University"),
        "item 1",
    )

    assert "The invited guest speaker (Ms A. Scholar, A University) gave a presentation" in told


def test_requests_and_offers_of_assistance_have_their_place() -> None:
    told = part(said("floor mex!", "note /request help us", "note a1 /offer we help"), "item 1")

    assert "Assistance was requested as follows:\nhelp us\n" in told
    assert "Assistance was offered as follows:\nwe help (on A1)\n" in told
    assert "No decision was recorded under this item. No proposal was recorded." in told


def test_outcomes_rulings_decisions_and_texts() -> None:
    text = draft(report(adjourned(), "16:00:00"))

    assert "Statement handed in, not read out: item 1: Romania." in text
    assert "Absent when called: item 1: Peru." in text
    assert "10:17, Brazil: the [ruling] of *yesterday*; ruling at 10:17: 1. Noted & closed" in text
    assert "China: is it 13:00?; no ruling, as the sitting ended" in text
    assert "At 10:27: The [draft] was *adopted*; see 3) and <annex>." in text
    assert 'Romania: "Text, as delivered"' in text
    assert "No texts are awaited." in text


def test_texts_of_statements_awaited_and_received() -> None:
    entered = ("floor mex!", "mark awaited", "floor chn!", "received", "floor per!", "mark awaited")
    named = draft(said(*entered, naming="named"))
    counted = draft(said(*entered))

    assert "Texts promised, not yet received: item 1: Mexico and Peru." in named
    assert "Texts of statements received: item 1: China." in named
    assert "Texts promised, not yet received: item 1: 2 statements." in counted


def test_a_draft_of_a_running_meeting_says_what_still_goes_on() -> None:
    text = draft(report(run(mid_day(), "10:25:10 order bra")))

    assert "Somebody was still speaking when this text was made." in text
    assert "This item was opened at 10:02 and has taken 23 minutes so far" in text
    assert "Still waiting: item 1: Ποτάμι [Org] and Control Arms; item 2_b: Mexico." in text
    assert "10:25, Brazil; no ruling yet" in text


def test_oddities_are_flagged_inside() -> None:
    blocks = annex_draft(replace(report(mid_day()), rehearsal=True, verified=False)).blocks
    notices = "\n".join(each.text for each in blocks if isinstance(each, Notice))

    assert "REHEARSAL" in notices
    assert "could not be verified" in notices
    assert "(times: 1)" in notices
    assert "Names that are not in the list of delegations: 1." in notices


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_no_part_is_empty(naming: str, language: str) -> None:
    for meeting, clock in (
        (begin(), "09:30:00"),
        (mid_day(), "10:25:30"),
        (adjourned(), "18:30:00"),
    ):
        model = report(meeting, clock, language=language, naming=naming)
        blocks = [*annex_draft(model).blocks, Heading(1, "end")]

        for block, following in pairwise(blocks):
            if isinstance(block, Heading):
                deeper = isinstance(following, Heading) and following.level > block.level
                assert deeper or not isinstance(following, Heading), block.text
            if isinstance(block, Table):
                assert block.rows
                assert all(len(row) == len(block.columns) for row in block.rows)
            assert all(lines_of(block))


@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_only_points_for_the_report_are_in_it(naming: str) -> None:
    text = draft(report(adjourned(), "16:00:00", naming=naming))

    for withheld in (SECRET, INSIDE, "to be hidden", "a note that is wrong"):
        assert withheld not in text
    assert "was meant for the report all along" in text


def test_names_and_capacities_stand_in_a_named_draft() -> None:
    model = said("floor fra(eu+alb+mda)!", "note a1 x", "yield", naming="named")

    assert "France on behalf of the European Union: x" in draft(model)
    assert (
        "France on behalf of the European Union (aligned: Albania and Republic of Moldova)"
        in draft(model)
    )


def test_whom_a_question_asks_is_said_only_with_names() -> None:
    model = said("floor carms!", "note p4 x", naming="named")
    remark = "the question is not meant for this kind of delegation"

    assert f"Control Arms: x ({remark})" in draft(model)
    assert remark not in draft(replace(model, naming="counted"))


def test_what_was_heard_through_interpretation_is_marked() -> None:
    model = said("floor mex!", "heard es interpreted", "note a1 x")

    assert "x (heard through interpretation)" in draft(model)


def test_corrections_keep_names_to_themselves() -> None:
    entered = (
        'floor "Mexiko"!',
        "note a1 x",
        "yield",
        "floor per!",
        "note a1 not MEXIKO",
        "identify Mexiko as mex",
        "correct n1 a1 y",
    )
    named, counted = said(*entered, naming="named"), said(*entered)

    assert "10:00: The name entered as “Mexiko” stands for Mexico." in draft(named)
    assert "not a delegation" in part(counted, "question A1")
    assert "The record was later corrected (points: 1; names: 1)" in draft(counted)


def test_corrections_of_internal_points_do_not_leave() -> None:
    model = said(
        "floor mex!",
        "note a1 /internal first secret",
        "correct n1 a1 /internal second secret",
        "note a1 open",
        "correct n2 a1 /internal third secret",
        "note a1 /internal fourth secret",
        "correct n3 a1 all may know",
        "note a1 once",
        "correct n4 a1 twice",
    )
    text = draft(model)

    assert "secret" not in text
    assert "The record was later corrected (points: 1)" in text
    named = draft(replace(model, naming="named"))
    assert named.endswith("Corrections\n10:00: Point on A1: was “once”, is “twice”.")


def test_the_annex_needs_names_and_to_be_asked_for() -> None:
    model = said(
        "floor mex!", "person A. Person, Minister", "note a1 x", "floor chn!", naming="named"
    )
    asked = replace(model, with_annex=True)

    assert "Annex" not in draft(model)
    assert "Annex" not in draft(replace(asked, naming="counted"))
    text = draft(asked)
    assert "1. Mexico (A. Person, Minister)\nItem 1, 10:00, 0:00.\nx (on A1)\n" in text
    assert "2. China\nItem 1, from 10:00, 0:00.\nNo points were noted." in text.replace(
        "25:30", "0:00"
    )


def test_an_annex_of_nothing_says_so() -> None:
    asked = replace(report(begin()), with_annex=True)

    assert draft(asked).endswith("Nobody took the floor.")


def test_what_the_agenda_does_not_say_is_left_out() -> None:
    agenda = replace(AGENDA, venue=None, chair=None)
    text = draft(report(run(begin(agenda), "10:00:00 open")))

    assert "The meeting was held on 19 March 2026. The rules of procedure of" in text


def test_another_day_than_the_agendas_is_told() -> None:
    planned = date(2026, 3, 18)
    sittings = tuple(
        replace(each, start=each.start.replace(day=18), end=each.end.replace(day=18))
        for each in AGENDA.sittings
    )
    agenda = replace(AGENDA, date=planned, sittings=sittings)
    model = report(run(begin(agenda), "10:00:00 open"))
    text = draft(model)

    assert annex_draft(model).head.startswith("Hard day, 19 March 2026")
    assert "The meeting was held on 19 March 2026" in text
    assert "It was planned for 18 March 2026." in text
    assert "Sitting 1 was opened at 10:00 (planned: 10:00 to 13:00)." in text


def test_the_words_are_those_the_session_counts_with() -> None:
    model = said(
        "floor mex!", "note a1 x", "floor chn!", "note a1 y", "bands one=1 several=2 most=never"
    )
    text = draft(model)

    assert "Several States (two States; 2 statements) addressed" in text
    assert "“one State” for 1; “several States” for 2 or more." in text
    assert "most delegations" not in text
    assert "The record was later corrected (counting words: 1)" in text


def test_a_filed_point_stands_where_it_was_filed() -> None:
    model = said(
        "inscribe sec kind presentation",
        "next",
        "note of the mandate",
        "yield",
        "floor mex!",
        "note /internal secret",
        "file n1 under 2_b",
        "file n2 under 2_b",
    )

    assert "of the mandate (said under item 1)" in part(model, "item 2_b")
    assert "of the mandate" not in part(model, "item 1")
    assert "The record was later corrected (items of points: 1)" in draft(model)


def test_a_corrected_attribution_and_times_are_told_without_names() -> None:
    entered = ("floor mex!", "note a1 Mexico says", "yield", "attribute 1 chn")
    named, counted = said(*entered, naming="named"), said(*entered)

    assert "Statement 1: recorded as made by Mexico, was made by China." in draft(named)
    assert "The record was later corrected (who made a statement: 1)" in draft(counted)
    assert "China: Mexico says" in draft(named)


def test_a_final_report_is_no_draft() -> None:
    meeting = run(adjourned(), "15:04:00 finalise!")
    made = annex_draft(report(meeting, "16:00:00"))

    assert not made.is_draft
    assert "Open points on the checklist: " in text_of(made)
    assert "DRAFT" not in made.head
    assert "Declared final on 19 March 2026 at 15:04." in text_of(made)


def test_changes_of_the_schedule_are_told_with_their_reasons() -> None:
    lines = (
        "plan move 3 to 2 because Mexico asked",
        "plan time 2_b 50 because time is short",
        "plan add 3 10 A matter of Chile because asked for",
        "plan drop 1.3 because nobody needs it",
        "plan split 2_b 20 then 2 because of lunch",
        "plan sitting 2 15:10 18:00 because of the lift",
    )
    first = AGENDA.items[0]
    *sure, last = first.segments
    segments = (*sure, replace(last, condition=Words(en="if asked for")))
    agenda = replace(AGENDA, items=(replace(first, segments=segments), *AGENDA.items[1:]))
    told = draft(said(*lines, meeting=begin(agenda)))

    assert "item 3 was moved to last in sitting 2 (planned before: last in sitting 1)." in told
    assert "2_b was given 50 minutes (planned before: 60 minutes). Reason: time is short" in told
    assert "“A matter of a delegation” was added as" in told
    assert "Reason: A delegation asked" in told
    assert "segment 1.3 was cancelled. Reason: nobody needs it" in told
    assert "20 min in sitting 1 and 30 min in sitting 2" in told
    assert "sitting 2 was moved to 15:10-18:00 (planned before: 15:00-18:00)" in told


def test_a_document_says_what_it_is_of() -> None:
    made = annex_draft(report(begin(), language="zh"))

    assert (made.title, made.subtitle) == ("主席报告秘书处附件", "工作组")
    assert made.head == "困难的一天，2026年3月19日：草案"
    assert made.is_draft
    assert made.language == "zh"
    assert "会议定于2026年3月19日举行。" in text_of(made)


def test_the_annex_the_handover_and_the_checklist_count_alike() -> None:
    made = report(adjourned(), "16:00:00")
    told = f"Open points on the checklist: {len(made.open_points)} ("

    assert made.open_points
    assert told in text_of(annex_draft(made)) and told in text_of(handover_sheet(made))
    one = replace(made, open_points=tuple(e for e in made.open_points if e.kind == "conclusions"))
    assert "Open points on the checklist: 1 (for the Chair to write 1)." in text_of(
        annex_draft(one)
    )
