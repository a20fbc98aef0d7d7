"""Who has answered which question, and how many States stand behind it."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.counting import ASKS, members_counted, states_behind
from meeting_tui.meeting.facts import KINDS
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.questions import Coverage, answered_by, coverage
from tests.report.hard_day import begin, directory, run


def lines(text: str) -> Meeting:
    """A meeting with item 1 open and these lines entered."""
    return run(
        begin(), "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *text.split("|")))
    )


def seen(meeting: Meeting, item: str | None = "1") -> Coverage:
    return coverage(meeting.state, item, members=directory().members)


def test_nobody_has_spoken() -> None:
    found = seen(begin())

    assert [each.id for each in found.questions] == ["A1", "P4"]
    assert found.rows == ()
    assert found.answered == found.states_behind == (0, 0)
    assert found.unanswered == ("A1", "P4")


def test_rows_are_in_the_order_of_the_first_intervention() -> None:
    found = seen(lines("floor mex!|note a1 x|floor chn!|floor mex!|note a1 p4 y|note z|note a1 w"))

    assert [(each.delegation, each.points, each.total) for each in found.rows] == [
        ("MEX", (3, 1), 4),
        ("CHN", (0, 0), 0),
    ]
    assert found.answered == (1, 1)
    assert found.unanswered == ()


def test_a_state_is_counted_once_behind_a_question() -> None:
    union = len(directory().members("EU"))
    found = seen(
        lines(
            "floor eu(eu+alb+mda)!|note a1 x|floor fra!|note a1 x|note p4 x"
            "|floor alb!|note a1 x|floor carms!|note a1 x|floor mex!|note a1 x"
        )
    )

    # 27 members, Albania and Moldova aligned, Mexico; France and Albania are in already.
    assert found.states_behind == (union + 3, 1)
    assert found.answered == (5, 1)
    first = found.rows[0]
    assert (first.group, first.members, first.aligned) == ("EU", union, ("ALB", "MDA"))


def test_for_itself_and_for_a_group_are_two_rows_of_one_delegation() -> None:
    found = seen(lines("floor fra!|note a1 x|floor fra(eu+alb+deu)!|note a1 x"))

    assert [(each.delegation, each.group) for each in found.rows] == [("FRA", None), ("FRA", "EU")]
    assert found.rows[1].aligned == ("ALB",)
    assert found.answered == (1, 0)


def test_a_question_that_does_not_ask_this_kind_is_greyed() -> None:
    found = seen(lines('floor mex!|floor carms!|floor "Somebody Else"!'))

    assert [each.asked for each in found.rows] == [(True, True), (True, False), (True, False)]
    assert [each.known for each in found.rows] == [True, True, False]
    assert found.rows[2].kind == "unknown"


def test_an_answer_under_another_item_counts_for_its_question() -> None:
    meeting = lines(
        "floor mex!|note p8 x|floor chn!|yield|close item|item 2_b|floor bra!|note a1 x"
    )

    assert [each.delegation for each in seen(meeting).rows] == ["MEX", "CHN", "BRA"]
    assert [(each.delegation, each.total) for each in seen(meeting, "2_b").rows] == [
        ("MEX", 1),
        ("BRA", 1),
    ]


def test_the_total_counts_untagged_points_and_of_other_items_those_on_its_questions() -> None:
    meeting = lines(
        "floor mex!|note untagged|note p8 elsewhere|note a1 tagged|yield|close item"
        "|item 2_b|floor mex!|note later|note a1 still on item 1"
    )

    assert [(each.points, each.total) for each in seen(meeting).rows] == [((2, 0), 4)]
    assert [(each.points, each.total) for each in seen(meeting, "2_b").rows] == [((1,), 3)]
    assert [each.total for each in seen(meeting, None).rows] == [5]


def test_all_questions_of_the_meeting() -> None:
    found = seen(lines("floor mex!|note p8 x|floor chn!"), None)

    assert found.item is None
    assert [each.id for each in found.questions] == ["A1", "P4", "P8"]
    assert [each.points for each in found.rows] == [(0, 0, 1), (0, 0, 0)]


def test_what_is_not_for_the_report_counts_in_no_figure() -> None:
    meeting = lines(
        "floor mex!|note a1 /off-record x|floor chn!|note a1 /internal x|floor bra!|note p4 x"
    )
    found = seen(meeting)

    assert found.answered == found.states_behind == (0, 1)
    assert found.unanswered == ("A1",)
    assert [(each.delegation, each.points, each.kept) for each in found.rows] == [
        ("MEX", (0, 0), (1, 0)),
        ("CHN", (0, 0), (1, 0)),
        ("BRA", (0, 1), (0, 0)),
    ]
    assert answered_by(meeting.state) == {"P4": ("BRA",)}


def test_what_is_said_from_the_podium_answers_no_question() -> None:
    meeting = lines("floor sec!|note a1 x|floor mex!|note p4 x")

    assert seen(meeting).answered == (0, 1)
    assert answered_by(meeting.state) == {"P4": ("MEX",)}


def test_the_members_of_a_group_are_counted_as_chosen() -> None:
    state = lines("present deu pol|floor eu!|aligned alb|note a1 x").state
    union = directory().members

    behind = {
        choice: coverage(state, "1", members=members_counted(state, union, choice)).states_behind
        for choice in ("none", "present", "all")
    }

    assert behind == {"none": (1, 0), "present": (3, 0), "all": (28, 0)}


def test_states_behind_a_statement() -> None:
    state = lines("inscribe mex carms carms(caricom+alb)").state
    mexico, alone, group = state.inscriptions.values()

    assert states_behind(mexico, directory().members) == {"MEX"}
    assert states_behind(alone, directory().members) == set()
    assert states_behind(group, directory().members) == {
        "ALB",
        *directory().members("CARICOM"),
    }


def test_who_only_asks_about_a_question_has_not_answered_it() -> None:
    meeting = lines(
        "floor mex!|note a1 /asks how often?|note p4 every year|floor chn!|note a1 /asks of whom?"
        "|note a1 /figure 40 %|floor bra!|note a1 /asks /internal why?"
    )
    found = seen(meeting)

    assert (found.answered, found.states_behind, found.unanswered) == ((1, 1), (1, 1), ())
    assert [(each.delegation, each.points, each.kept, each.total) for each in found.rows] == [
        ("MEX", (0, 1), (0, 0), 2),
        ("CHN", (1, 0), (0, 0), 2),
        ("BRA", (0, 0), (0, 0), 1),
    ]
    assert answered_by(meeting.state) == {"A1": ("CHN",), "P4": ("MEX",)}


def test_a_question_that_was_only_asked_about_is_unanswered() -> None:
    meeting = lines(
        "floor mex!|note a1 /asks how often?|yield|close item!|item 2_b|floor bra!"
        "|note a1 /asks why?"
    )
    found = seen(meeting)

    assert "A1" in found.unanswered
    assert [each.delegation for each in found.rows] == ["MEX"], "Brazil answered nothing of item 1"


@pytest.mark.parametrize("kind", [each for each in KINDS if each != ASKS])
def test_points_of_all_other_kinds_are_answers(kind: str) -> None:
    mark = "" if kind == KINDS[0] else f"/{kind} "
    assert answered_by(lines(f"floor mex!|note a1 {mark}x").state) == {"A1": ("MEX",)}


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ("note a1 /asks /supports yes, but how often?", {"A1": ("MEX",)}),
        ("note p4 /proposal x|note a1 /asks /supports r1 how often?", {"P4": ("MEX",)}),
    ],
)
def test_a_question_that_takes_a_side_is_an_answer_to_what_the_side_is_on(
    line: str, answered: dict[str, tuple[str, ...]]
) -> None:
    assert answered_by(lines(f"floor mex!|{line}").state) == answered


def test_a_point_corrected_to_a_question_is_no_answer_any_more() -> None:
    meeting = lines("floor mex!|note a1 how often?|correct n1 a1 /asks how often?")
    assert answered_by(meeting.state) == {}
