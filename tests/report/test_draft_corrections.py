"""Corrections in a draft: in words with names, by their sorts without, never as they were typed."""

from __future__ import annotations

import pytest

from tests.report.draft_text import draft, said


def corrected(*entered: str, language_of: str = "named") -> str:
    """What stands under Corrections."""
    return draft(said(*entered, naming=language_of)).rpartition("Corrections\n")[2]


def test_a_corrected_point_is_told_with_what_it_is_on() -> None:
    told = corrected(
        "floor mex!",
        "note a1 first",
        "correct n1 a1 second",
        "note of nothing",
        "correct n2 of something",
    )

    assert told.splitlines() == [
        "10:00: Point on A1: was “first”, is “second”.",
        "10:00: Point: was “of nothing”, is “of something”.",
    ]


@pytest.mark.parametrize("text", ["P4 is the main concern", "- a dash first", "A1 too"])
def test_a_text_that_begins_like_a_tag_is_told_apart_from_its_tags(text: str) -> None:
    told = corrected("floor mex!", "note a1 first", f"correct n1 a1: {text}")

    assert told == f"10:00: Point on A1: was “first”, is “{text}”."


def test_a_proposal_that_is_not_told_goes_from_before_such_a_text_too() -> None:
    told = corrected(
        "floor mex!",
        "propose /internal an idea",
        "note a1 first",
        "correct n2 a1 r1: P4 is the main concern",
        "correct n2 r1: P4 is settled",
    )

    assert told.splitlines()[0] == "10:00: Point on A1: was “first”, is “P4 is the main concern”."
    assert "r1" not in told


def test_marks_are_told_where_they_were_changed() -> None:
    told = corrected(
        "floor mex!",
        "note 18 in all",
        "correct n1 a1 p4 /figure /supports 18 in all",
        "propose an idea",
        "note r1 /opposes no",
        "correct n3 r1 /reserves no",
    )

    assert told.splitlines() == [
        "10:00: Point: was “18 in all” (without a question; statement; without a position),"
        " is “18 in all” (on A1 and P4; figure; in support).",
        "10:00: Point on r1: was “no” (against), is “no” (with reservations).",
    ]


def test_a_filed_point_is_told_by_its_text() -> None:
    told = corrected("floor mex!", "note off its item", "file n1 under 2_b")

    assert told == "10:00: Point “off its item”: was under item 1, is under item 2_b."


def test_whose_a_statement_was_is_told_by_name_and_capacity() -> None:
    told = corrected(
        'floor "Nobody (Ltd)"!',
        "yield",
        "attribute 1 fra(eu+alb+mda)",
        "attribute 1 eu(eu+alb)",
    )

    assert told.splitlines() == [
        "10:00: Statement 1: recorded as made by Nobody (Ltd), was made by France on behalf"
        " of the European Union (aligned: Albania and Republic of Moldova).",
        "10:00: Statement 1: recorded as made by France on behalf of the European Union"
        " (aligned: Albania and Republic of Moldova), was made by European Union"
        " (aligned: Albania).",
    ]


def test_times_and_words_for_numbers_are_told_as_people_read_them() -> None:
    told = corrected(
        "floor mex!",
        "yield",
        "times 1 09:58:00 09:59:30",
        "bands one=1 many=2 most=never",
    )

    assert "Statement 1: was 10:00:00 to 10:00:00, is 09:58:00 to 09:59:30." in told
    assert "Counting words: was “one State” for 1; “a few States” for 2 to 3;" in told
    assert "is “one State” for 1; “many States” for 2 or more." in told


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_without_names_only_their_sorts_are_told(naming: str) -> None:
    told = corrected(
        "floor mex!",
        "note a1 first",
        "correct n1 a1 second",
        "correct n1 a1 third",
        "yield",
        "times 1 09:58 09:59",
        language_of=naming,
    )

    assert told == (
        "The record was later corrected (points: 2; times of statements: 1)."
        " The details are in the record of the session."
    )


def test_a_beginning_put_right_while_it_ran_is_told_as_from_when_to_when() -> None:
    told = corrected("floor mex!", "began 09:59:20", "yield")

    assert told == "10:00: Statement 1: was from 10:00:00, is from 09:59:20."


STRUCK = (
    "floor mex!",
    "note was said by France",
    "note was not said",
    "note /internal not for the report",
    "yield",
    "floor fra!",
    "note other words",
    "yield",
    "floor bra!",
    "yield",
    "file n1 on fra",
    "strike n2 because not said",
    "strike n3 because nobody's business",
    "strike 3 because wrong speaker",
)


def test_what_was_moved_or_struck_is_told_with_its_reason_and_without_its_words() -> None:
    assert corrected(*STRUCK).splitlines() == [
        "10:00: Point “was said by France”: was in statement 1 (Mexico),"
        " is in statement 2 (France).",
        "10:00: A point in statement 1 (Mexico): struck. Reason: not said",
        "10:00: Statement 3: struck. Reason: wrong speaker",
    ]


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_what_was_moved_or_struck_is_counted_without_names(naming: str) -> None:
    assert corrected(*STRUCK, language_of=naming).startswith(
        "The record was later corrected (points moved: 1; points and statements struck: 2)."
    )


def test_a_note_moved_to_an_item_and_one_struck_there_are_told() -> None:
    told = corrected(
        "floor mex!",
        "note the room is full",
        "yield",
        "note on item 3 nobody came",
        "file n1 on item 1",
        "strike n2 because it was item 2",
    )

    assert told.splitlines() == [
        "10:00: Point “the room is full”: was in statement 1 (Mexico), is on item 1 itself.",
        "10:00: A point on item 3 itself: struck. Reason: it was item 2",
    ]


def test_points_struck_with_their_statement_are_not_told_again() -> None:
    told = corrected("floor mex!", "note a1 first", "yield", "strike! 1 because a mistake")

    assert told == "10:00: Statement 1: struck. Reason: a mistake"
