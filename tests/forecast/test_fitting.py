"""What is to come on the open item is parted once by the end of the sitting."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.figures import OpenItem as Foreseen
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import besides_said, say_advice, say_proposal
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import OpenItem, OpenSegment
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.point_of_order import RaisePointOfOrder
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.schedule_changes import PlanDrop, PlanHold
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import CloseList
from meeting_tui.meeting.waiting_order import waiting
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, who
from tests.forecast.test_forecast_properties import rooms

WHY = "if ready"
HELD_IF = agenda(
    item(
        "2",
        120,
        segment("2.1"),
        segment("2.2", "presentation", 10, condition=WHY),
        segment("2.3"),
        segment("2.4", "presentation", 5, condition=WHY),
        sitting="1",
    ),
)
TALKS = (segment("2.2", "presentation", 10), segment("2.3"), segment("2.4", "presentation", 5))
PLAN = agenda(
    item("1", 40, sitting="1"),
    item("2", 120, segment("2.1"), *TALKS, sitting="1"),
    item("4", 120, segment("4.1"), segment("4.2", "presentation", 10), sitting="2"),
)
NEXT = Next(insist=True)


def opened(
    instant: str, count: int, name: str = "2", of: Agenda = PLAN, **timekeeper: float
) -> Room:
    room = Room(of, known=timekeeper).do(instant, OpenMeeting(), OpenItem(name))
    plan = of.item(name)
    if plan and plan.segments:
        room.do(instant, OpenSegment(plan.segments[0].id))
    return room.do(instant, *[inscribe(f"d{n}") for n in range(count)])


def foreseen(room: Room, instant: str | datetime) -> Foreseen:
    found = room.see(instant).item
    assert found is not None
    return found


def advised(room: Room, instant: str) -> Advice:
    found = advice(room.see(instant))
    assert found is not None
    return found


def said(
    room: Room, instant: str, language: str = "en", *, is_last: bool = False
) -> tuple[str, str]:
    told = advised(room, instant)
    voice = Saying(room.state.agenda, room.state.rules, language)
    return say_advice(voice, told), say_proposal(voice, told, is_last_sitting=is_last)


def test_a_presentation_that_has_no_time_is_told_and_nobody_who_can_speak() -> None:
    room = opened("12:44", 1)  # until 12:47, then 10 and 5 minutes

    found = foreseen(room, "12:44")
    assert found.heard == ToCome(speakers=1, presentations=("2.2",))
    assert found.beyond == ToCome(presentations=("2.4",))
    assert advised(room, "12:44").step == "postpone"
    assert said(room, "12:44") == (
        "There is not enough time for presentation 2.4 before 13:00. Hear it later",
        "I have one more speaker, two presentations and 16 minutes left. "
        "I propose to hear presentation 2.4 in the next sitting.",
    )
    assert said(room, "12:44", "zh") == (
        "13:00前时间不够：专题介绍2.4。请另作安排",
        "还有1位发言者、2项专题介绍，还剩16分钟。我建议在下次会议听取专题介绍2.4。",
    )


def test_several_presentations_are_told_by_their_numbers() -> None:
    room = opened("12:50", 2)

    assert foreseen(room, "12:50").beyond == ToCome(presentations=("2.2", "2.4"))
    assert said(room, "12:50")[0] == (
        "There is not enough time for presentations 2.2 and 2.4 before 13:00. Hear them later"
    )


def beside(told: Advice, language: str = "en") -> str:
    """The advice where what has no time is named beside it."""
    plan = opened("12:44", 1).state
    return say_advice(Saying(plan.agenda, plan.rules, language), told, is_missed_said=True)


def test_what_is_named_beside_as_having_no_time_is_not_named_again() -> None:
    one, two = advised(opened("12:44", 1), "12:44"), advised(opened("12:50", 2), "12:50")
    assert beside(one) == "Hear the presentation later"
    assert beside(two) == "Hear the presentations later"
    replied = replace(two, beyond=ToCome(presentations=("2.2",), replies=2))
    assert beside(replied) == "Hear the presentation and the rights of reply later"
    assert beside(replied, "zh") == "专题介绍和答辩请另作安排"
    assert beside(replace(one, beyond=ToCome(closing=1))) == ""
    all_can_speak = "With a limit of 2:00, all on the list can speak"
    limited = advised(opened("12:25", 15), "12:25")
    assert beside(limited) == f"{all_can_speak}. Hear the presentations later"
    assert beside(replace(limited, beyond=ToCome(closing=1))) == all_can_speak


def test_presentations_that_have_no_time_are_told_while_nobody_waits() -> None:
    room = opened("12:48", 0)

    assert foreseen(room, "12:48").beyond == ToCome(presentations=("2.4",))
    assert said(room, "12:48")[1] == (
        "I have two presentations and 12 minutes left. "
        "I propose to hear presentation 2.4 in the next sitting."
    )
    assert advice(opened("12:40", 0).see("12:40")) is None


def test_in_the_last_sitting_a_presentation_is_taken_in_writing() -> None:
    room = opened("17:55", 0, "4")

    assert said(room, "17:55", is_last=True)[1] == (
        "I have one presentation and five minutes left. "
        "I propose to receive presentation 4.2 in writing."
    )


def test_under_the_least_limit_as_many_are_counted_as_then_cannot_speak() -> None:
    # At 1:30 each, 14 take 25:20 of the 24 minutes; at 3:00 only seven have time.
    room = opened("12:36", 14)

    assert foreseen(room, "12:36").left_over == 7
    assert advised(room, "12:36").left_over == 1
    assert said(room, "12:36")[0] == (
        "1 of 14 cannot speak before 13:00, even with a limit of 1:30. "
        "Close the list and carry it over"
    )


def test_where_all_can_speak_under_a_limit_only_presentations_are_left() -> None:
    # At 2:00 each, 15 take 34:40 of the 35 minutes; at 3:00 five have no time.
    room = opened("12:25", 15)

    assert foreseen(room, "12:25").left_over == 5
    assert advised(room, "12:25").left_over == 0
    assert said(room, "12:25") == (
        "With a limit of 2:00, all on the list can speak. There is not enough time for "
        "presentations 2.2 and 2.4 before 13:00. Hear them later",
        "I have 15 more speakers, two presentations and 35 minutes left. I propose a limit of two "
        "minutes. Presentations 2.2 and 2.4 would be heard in the next sitting.",
    )


def test_a_limit_for_all_counts_the_presentations_with_the_speakers() -> None:
    room = opened("12:00", 14)

    assert foreseen(room, "12:00").beyond == ToCome(presentations=("2.4",))
    assert advised(room, "12:00").step == "limit"
    assert said(room, "12:00")[1] == (
        "I have 14 more speakers and two presentations. To hear all by 13:00, I propose a limit "
        "of two minutes 45 seconds."
    )


def test_a_reply_behind_presentations_keeps_no_speaker_from_being_heard() -> None:
    # The speaker until 12:50, a presentation until 13:00, another and the reply behind it.
    late = opened("12:47", 1).do("12:47", AskReply(who("per")))
    assert foreseen(late, "12:47").beyond == ToCome(replies=1, presentations=("2.4",))
    assert said(late, "12:47") == (
        "There is not enough time for presentation 2.4 and one right of reply before 13:00. "
        "Hear them later",
        "I have one more speaker, one right of reply, two presentations and 13 minutes left. "
        "I propose to hear presentation 2.4 and one right of reply in the next sitting.",
    )


def test_replies_alone_are_put_off_where_the_list_can_be_heard() -> None:
    room = opened("12:57", 1, "1").do("12:57", AskReply(who("per")), AskReply(who("bol")))

    assert said(room, "12:57")[1] == (
        "I have one more speaker, two rights of reply and three minutes left. "
        "I propose to hear two rights of reply in the next sitting."
    )


def test_less_than_a_minute_is_said_so() -> None:
    room = opened("12:48", 0)

    assert said(room, "12:59:30")[1].startswith("I have two presentations and less than a minute")
    assert "还剩不到1分钟" in said(room, "12:59:30", "zh")[1]


def test_closing_words_alone_put_nobody_off() -> None:
    room = opened("12:50", 3, "1", closing_words_seconds=60, least_limit_seconds=180)

    assert foreseen(room, "12:50").beyond == ToCome(closing=1)
    assert said(room, "12:50")[0] == ("Close the list now: there is no room for more before 13:00")
    assert advice(room.do("12:50", CloseList()).see("12:50")) is None


def test_a_limit_under_which_only_the_closing_words_have_no_time() -> None:
    # Six at 1:30 take 10:40 of 11 minutes; at 3:00 three have no time.
    room = opened("12:49", 6, "1", closing_words_seconds=60)

    assert said(room, "12:49") == (
        "With a limit of 1:30, all on the list can speak. "
        "There is not enough time for the closing words before 13:00",
        "I have six more speakers and 11 minutes left. "
        "I propose a limit of one and a half minutes.",
    )


def test_replies_points_of_order_and_the_speaker_are_counted() -> None:
    room = opened("12:50", 3).do("12:50", NEXT, AskReply(who("per")))
    room.do("12:51", RaisePointOfOrder(who("fra")), RaisePointOfOrder(who("ita")))

    found = foreseen(room, "12:51")
    assert found.heard == ToCome(orders=2, speaker=1)
    assert found.beyond == ToCome(speakers=2, replies=1, presentations=("2.2", "2.4"))
    late = foreseen(room, "12:58:30")
    assert late.heard == ToCome(orders=1)
    assert (late.beyond.orders, late.beyond.speaker, late.beyond.count) == (1, 1, 7)
    voice = Saying(room.state.agenda, room.state.rules)
    assert besides_said(voice, late.beyond) == (
        "1 point of order, the end of the present statement and presentations 2.2, 2.4"
    )


@given(rooms())
def test_what_has_time_and_what_has_none_is_all_there_is(drawn: tuple[Room, datetime]) -> None:
    room, now = drawn
    seen = room.see(now)
    found = seen.item
    assert found is not None
    state, heard, beyond = room.state, found.heard, found.beyond
    assert heard.speakers + beyond.speakers == len(waiting(state))
    assert heard.replies + beyond.replies == len(state.replies)
    assert heard.speaker + beyond.speaker == (state.speaking() is not None)
    assert heard.orders + beyond.orders == len(state.pending_order)
    assert heard.turns == found.fits == sum(not each.is_after_sitting for each in found.turns)
    assert beyond.turns == found.left_over == len(found.turns) - found.fits
    assert (heard.presentations + beyond.presentations != ()) == (found.presentation_seconds > 0)
    assert seen.sitting is not None
    assert (beyond.count == 0) == (found.list_ends_at <= seen.sitting.planned_end)


@given(st.integers(0, 170), st.integers(0, 40), st.booleans(), st.sampled_from((0, 60)))
def test_what_is_advised_is_true_once_it_is_done(
    minute: int, count: int, is_speaking: bool, closing: int
) -> None:
    now = at("10:00") + timedelta(minutes=minute)
    start = f"{10 + minute // 60}:{minute % 60:02}"
    room = opened(start, count, "2", HELD_IF, closing_words_seconds=closing)
    room.do(now, PlanHold("2.2", WHY), PlanHold("2.4", WHY))
    if is_speaking and count:
        room.do(now, NEXT)
    found = advice(room.see(now))
    if found is None:
        return
    if found.limit is not None:
        room.do(now, *[SetLimit(each[2], each[0], each[1]) for each in found.limit.acts])
    after = foreseen(room, now)
    if found.step == "limit":
        assert after.list_ends_at <= found.until
    if found.step in ("carry_over", "postpone"):
        assert after.beyond == found.beyond
        assert found.step != "carry_over" or after.left_over
        assert found.step != "postpone" or not after.left_over
    if found.step == "postpone":
        for each in found.beyond.presentations:
            room.do(now, PlanDrop(each, WHY))
        assert not foreseen(room, now).beyond.presentations
        assert foreseen(room, now).left_over == 0
        later = advice(room.see(now))
        assert later is None or later.step not in ("carry_over", "postpone")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_said_of_a_part_that_is_empty(language: str) -> None:
    assert besides_said(Saying(PLAN, Room(PLAN).state.rules, language), ToCome()) == ""


@given(rooms())
def test_what_is_not_reached_is_what_begins_after_the_last_sitting(
    drawn: tuple[Room, datetime],
) -> None:
    room, now = drawn
    day = room.see(now).day
    last_end = day.sittings[-1].planned_end
    behind = [name for cut in day.cuts if cut.at == last_end for name in cut.behind]
    if now < last_end:
        assert [name for name in day.not_reached if name in behind] == list(day.not_reached)
    for each in day.items:
        is_behind = each.starts_at is not None and each.starts_at >= last_end
        assert (each.id in day.not_reached) == (each.phase == "planned" and is_behind)
