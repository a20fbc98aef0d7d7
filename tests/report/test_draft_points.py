"""Points in a draft: in which order, under which heading, and which of them are only counted."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Topic, Words
from tests.report.draft_text import draft, part, said
from tests.report.hard_day import AGENDA, begin


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_without_names_points_stand_in_no_order_of_speaking(naming: str) -> None:
    entered = (
        "floor mex!",
        "note a1 /supports zebra",
        "note a1 /request year",
        "floor chn!",
        "note a1 /supports Ant",
        "note a1 /request day",
        "floor sec!",
        "note a1 /supports later",
    )
    told = part(said(*entered, naming=naming), "question A1")
    named = part(said(*entered, naming="named"), "question A1")
    item = part(said(*entered, naming=naming), "item 1")

    assert told.splitlines()[-3:] == ["ATT Secretariat: later", "Ant", "zebra"]
    assert named.splitlines()[-3:] == ["Mexico: zebra", "China: Ant", "ATT Secretariat: later"]
    assert "day (on A1)\nyear (on A1)" in item


def test_a_name_that_was_taken_out_does_not_show_in_the_order() -> None:
    told = part(said("floor chn!", "note a1 Mexico said so", "note a1 later"), "question A1")

    assert told.splitlines()[-2:] == ["A delegation said so (n1)", "later"]


def test_without_names_kinds_of_speakers_stand_in_the_order_of_the_list() -> None:
    told = draft(
        said(
            "floor carms!",
            'floor "Nobody Knows"!',
            "floor mex!",
            "floor eu!",
            "floor chn!",
            "floor icrc!",
            "floor wilpf!",
            'floor "Nor This"!',
        )
    )

    assert (
        "States Parties: 2; international organisations: 2; civil society: 2;"
        " not on the list of delegations: 2"
    ) in told


def test_what_a_point_is_on_is_told_in_order() -> None:
    told = draft(
        said("floor mex!", "note p8 p4 a1 on all", "propose p4 b", "note r1 p4 a1 on both")
    )

    assert "on all (also on P4 and P8)" in told
    assert "on both (also on P4 and r1)" in told


def test_a_replaced_position_leaves_the_list_it_stood_in() -> None:
    entered = (
        "floor mex!",
        "note a1 /opposes too early",
        "note a1 /figure /opposes 12 States",
        "yield",
        "floor chn!",
        "note a1 /opposes never",
        "yield",
        "floor mex!",
        "note a1 /supports after what was said",
    )
    told = part(said(*entered), "question A1")
    lists = told[told.index("Views in favour:") :]

    assert lists.splitlines() == [
        "Views in favour:",
        "after what was said",
        "Views against:",
        "never",
        "The following figures were given:",
        "12 States",
        "The same delegations later replaced these positions:",
        "too early (against)",
    ]


def test_what_is_internal_or_off_the_record_counts_in_no_figure() -> None:
    entered = ("floor mex!", "note a1 /supports told", "yield", "floor chn!")
    without = draft(said(*entered))

    for audience in ("internal", "off-record"):
        told = draft(said(*entered, f"note a1 /supports /{audience} kept"))
        assert told == without, audience


def test_a_filed_point_stands_under_its_new_item_also_when_it_has_a_question() -> None:
    model = said("floor mex!", "note p4 strayed", "note p4 stayed", "file n1 under 2_b")
    question, item = part(model, "question P4"), part(model, "item 2_b")

    assert (
        "Other points\nThe following points were made:\nstrayed (on P4; said under item 1)" in item
    )
    assert "strayed" not in question
    assert "stayed" in question
    assert "Further points on it are under item 2_b." in question
    assert "One State (1 statement) addressed the question" in question


def test_a_point_filed_under_the_item_of_its_question_stands_under_the_question() -> None:
    model = said("floor mex!", "note p8 a1 of both", "file n1 under 2_b")

    assert "of both (also on A1; said under item 1)" in part(model, "question P8")
    assert "of both" not in part(model, "item 1")
    assert draft(model).count("of both") == 1


def test_a_point_filed_away_is_not_told_with_the_segment_it_was_made_in() -> None:
    topic = Topic(id="talk", title=Words(en="A talk"), item="1", segments=("1.2",))
    model = said(
        "segment 1.2",
        "floor mex!",
        "note of the talk",
        "note of another matter",
        "file n2 under 3",
        meeting=begin(replace(AGENDA, topics=(topic,))),
    )

    assert "of the talk" in part(model, "topic talk")
    assert "of another matter" not in part(model, "topic talk")
    assert "of another matter (said under item 1)" in part(model, "item 3")


@pytest.mark.parametrize("naming", ["named", "counted"])
def test_a_position_without_a_text_is_only_counted(naming: str) -> None:
    model = said(
        "floor mex!",
        "propose a1 an idea",
        "floor chn!",
        "position chn supports r1",
        "position chn conditional a1 r1 if it is cheap",
        naming=naming,
    )
    told = part(model, "item 1")

    assert "On r1: One State (1 statement) expressed support" in told
    assert "supports r1" not in told
    assert "if it is cheap" in told


def test_a_question_is_answered_and_a_proposal_supported() -> None:
    entered = (
        "floor mex!",
        "note a1 /supports yes",
        "propose p4 an idea",
        "floor carms!",
        "note a1 /reserves perhaps",
        "position carms opposes r1 too dear",
    )
    told = part(said(*entered), "item 1")
    anonymous = part(said(*entered, naming="anonymous"), "item 1")

    assert (
        "One State (1 statement) answered in favour, while"
        " one civil society organisation (1 statement) expressed reservations."
    ) in told
    assert "Views in favour:\nyes\nReservations:\nperhaps" in told
    assert "On r1: One civil society organisation (1 statement) expressed opposition." in told
    assert "Views against:\ntoo dear (on r1)" in told
    assert "Delegations expressed views in favour and reservations." in anonymous


def test_who_supports_the_proposal_it_makes_is_among_those_that_spoke_on_it() -> None:
    alone = ("floor mex!", "note p4 /proposal /supports an idea")
    three = (*alone, "floor jpn!", "note r1 /supports yes", "floor chn!", "note r1 /supports too")

    assert "On r1: One State (1 statement) expressed support." in draft(said(*alone))
    assert "On r1: A few States (three States; 3 statements) expressed support." in draft(
        said(*three)
    )


def test_a_question_that_takes_a_side_answers_what_it_is_on() -> None:
    told = part(said("floor mex!", "note a1 /asks /supports yes, but how often?"), "question A1")

    assert "One State (1 statement) addressed the question" in told
    assert "One State (1 statement) answered in favour." in told


def test_no_state_behind_a_statement_goes_without_saying() -> None:
    told = draft(said("floor carms!", "note a1 x", "floor wilpf!", "note a1 y"))

    assert "Two civil society organisations (2 statements) addressed the question" in told
    assert "0 States" not in told


def test_figures_are_said_to_be_of_the_whole_day() -> None:
    told = draft(said("floor mex!"))

    assert "the members of their groups present at some time during the day" in told


def test_that_views_were_exchanged_is_one_fact() -> None:
    told = part(said("floor mex!", "floor chn!"), "item 1")

    assert ("A few States (two States; 2 statements) exchanged views on this item.") in told
    assert "took the floor" not in told


def test_a_table_by_delegation_does_not_count_delegations() -> None:
    told = draft(said("floor mex!", naming="named"))

    assert "Mexico | 1 | 25:30 | 100 %" in told
    assert "States Parties | 1 | 1 | 25:30 | 100 %" in told
