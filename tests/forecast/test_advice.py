"""One line when there is something to decide, silence otherwise."""

from __future__ import annotations

import pytest

from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import proposal_said, say_advice, say_proposal, sum_said
from meeting_tui.forecast.spoken import spoken_length
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.schedule import PlanTime
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, who

PLAN = agenda(
    item("1", 40, sitting="1"),
    item("2", 120, segment("2.1"), segment("2.2", "presentation", 10), sitting="1"),
    item("3", 20, sitting="1"),
    item("4", 180, sitting="2"),
)
NEXT = Next(insist=True)


def opened(instant: str = "10:00", first: str = "1", **timekeeper: float) -> Room:
    return Room(PLAN, known=timekeeper).do(instant, OpenMeeting(), OpenItem(first))


def asks(room: Room, instant: str, count: int) -> Room:
    return room.do(instant, inscribe(*[f"d{n}" for n in range(count)]))


def found(room: Room, instant: str) -> Advice:
    told = advice(room.see(instant))
    assert told is not None
    return told


def saying(language: str = "en", room: Room | None = None) -> Saying:
    state = (room or Room(PLAN)).state
    return Saying(state.agenda, state.rules, language)


def said(room: Room, instant: str, language: str = "en") -> tuple[str, str]:
    told, voice = found(room, instant), saying(language, room)
    return say_advice(voice, told), say_proposal(voice, told)


def test_no_sum_is_said_while_no_item_is_open() -> None:
    room = Room(PLAN)

    assert sum_said(room.see("10:00"), saying()) is None
    assert sum_said(opened().see("10:00"), saying()) is not None


def test_what_is_proposed_is_as_in_the_sitting_of_the_moment() -> None:
    room = asks(opened(), "10:00", 14)
    seen, told = room.see("10:00"), found(room, "10:00")

    assert proposal_said(seen, told, saying()) == say_proposal(saying(), told)


def test_silent_while_all_is_well_or_nobody_waits_or_no_sitting_is_held() -> None:
    assert advice(asks(opened(), "10:00", 8).see("10:00")) is None
    assert advice(opened().see("10:50")) is None
    assert advice(Room(PLAN).see("10:00")) is None
    late = asks(opened(), "10:00", 14)
    assert advice(late.see("10:00")) is not None
    assert advice(late.do("10:00", Suspend()).see("10:01")) is None
    assert advice(late.do("10:01", Adjourn(insist=True)).see("10:01")) is None


def test_the_sum_is_told_or_left_away() -> None:
    room = asks(opened(), "10:00", 14)
    voice, told = saying(room=room), found(room, "10:00")

    short = say_advice(voice, told, with_sum=False)
    assert say_advice(voice, told).startswith(f"{short} (") and "(" not in short


def test_a_limit_that_keeps_the_plan() -> None:
    room = asks(opened(), "10:00", 14)
    told = found(room, "10:00")

    assert (told.step, told.item, told.waiting, told.until) == ("limit", "1", 14, at("10:40"))
    assert told.limit is not None
    assert told.limit.seconds == 150
    assert said(room, "10:00") == (
        (
            "With a limit of 2:30, all are heard by 10:39 (14 "
            "speakers at 2:30 and 20 s between them: 10:39)"
        ),
        (
            "I have 14 more speakers. To hear all by 10:40, I "
            "propose a limit of two and a half minutes."
        ),
    )
    assert said(room, "10:00", "zh") == (
        "发言时限设为2:30，全部发言可于10:39前结束（14位发言者各2:30，每次交接20秒：10:39）",
        "还有14位发言者。为在10:40前听取全部发言，我建议发言时限为2分30秒。",
    )


def test_groups_are_named_with_their_limit() -> None:
    room = opened().do("10:00", Inscribe((who("eu", group="EU"),)))
    line, proposal = said(asks(room, "10:00", 14), "10:00")

    assert line == (
        "With a limit of 2:15 and 3:45 for group statements, all are heard by 10:39 "
        "(14 speakers at 2:15, 1 at 3:45 and 20 s between them: 10:39)"
    )
    assert proposal.endswith(
        "I propose a limit of two minutes 15 seconds, and three minutes 45 seconds for group "
        "statements."
    )


def test_past_the_plan_the_end_of_the_sitting_is_what_counts() -> None:
    room = asks(opened("12:00"), "12:00", 20)
    told = found(room, "12:00")

    assert (told.step, told.until, told.left_over) == ("limit", at("13:00"), 2)
    assert said(room, "12:00")[0].startswith("With a limit of 2:30, all are heard by 12:56")


def test_where_no_limit_helps_the_rest_is_carried_over() -> None:
    room = asks(opened("12:50"), "12:50", 12)

    assert found(room, "12:50").step == "carry_over"
    assert said(room, "12:50") == (
        (
            "7 of 12 cannot speak before 13:00, even with a "
            "limit of 1:30. Close the list and carry it over"
        ),
        "I have 12 more speakers and ten minutes left. I propose to close the list and to "
        "hear the remaining speakers in the next sitting.",
    )
    assert say_proposal(saying(), found(room, "12:50"), is_last_sitting=True).endswith(
        "the remaining statements in writing."
    )


def test_where_there_is_no_limit_to_set_that_is_said_without_one() -> None:
    room = opened("12:58").do("12:58", inscribe("a"), SetLimit(240, "delegation", "a"))

    assert said(room, "12:58") == (
        "1 of 1 cannot speak before 13:00. Close the list and carry it over",
        "I have one more speaker and two minutes left. I propose to close the list and to "
        "hear the remaining speakers in the next sitting.",
    )


def test_late_with_no_limit_that_helps_the_list_is_closed() -> None:
    room = asks(opened(), "10:34", 8)
    told = found(room, "10:34")

    assert (told.step, told.limit) == ("close_now", None)
    assert said(room, "10:34") == (
        "Close the list now: ends 11:00. Left open: about 11:33"
        " (a request about every 2.5 minutes)",
        "I have eight more speakers and six minutes left for this item. "
        "I propose to close the list.",
    )
    assert said(room, "10:41")[1] == (
        "I have eight more speakers, and the time for this item is over. "
        "I propose to close the list."
    )
    assert advice(room.do("10:41", CloseList()).see("10:41")) is None


def test_late_after_the_flurry_of_the_opening_only_what_closing_gives_is_told() -> None:
    room = asks(opened(), "10:04", 21)

    assert found(room, "10:05").step == "close_now"
    assert said(room, "10:05")[0] == "Close the list now: ends 11:14"
    assert said(room, "10:05", "zh")[0] == "立即截止登记：11:14结束"


def test_late_and_nobody_else_asks_there_is_nothing_to_decide() -> None:
    room = opened().do("10:02", inscribe("a", "b"))

    assert advice(room.see("10:45")) is None


def test_the_list_is_to_be_closed_before_it_is_too_long() -> None:
    room = opened("12:20", "3")
    for minute in range(22, 34, 2):
        room.do(f"12:{minute}", inscribe(f"d{minute}"))
    told = found(room, "12:35")

    assert told.step == "close_by"
    assert said(room, "12:35")[0] == (
        "Close the list by 12:37: room for 1 more before "
        "13:00, 3:20 each. One asks about every 2.5 minutes"
    )
    room.do("12:35", inscribe("x"))
    assert said(room, "12:35:30")[0] == "Close the list now: there is no room for more before 13:00"
    assert said(room, "12:35:30")[1] == (
        "I have seven more speakers and 24 minutes left. I propose to close the list."
    )
    assert advice(room.do("12:36", CloseList()).see("12:36")) is None


def test_time_left_is_said_in_whole_minutes() -> None:
    room = opened("12:55", "3").do("12:55", inscribe("a"))

    assert said(room, "12:55:30")[1].startswith("I have one more speaker and four minutes left.")
    assert (
        "one minute"
        in said(opened("12:55", "3").do("12:55", inscribe("a"), NEXT, inscribe("b")), "12:58:30")[1]
    )


def test_rights_of_reply_among_those_who_wait_are_told() -> None:
    room = asks(opened(), "10:00", 14).do("10:00", AskReply(who("per")))
    assert said(room, "10:00")[1].startswith("I have 14 more speakers and one right of reply. ")
    room.do("10:00", AskReply(who("bol")))
    assert said(room, "10:00")[1].startswith("I have 14 more speakers and two rights of reply. ")
    assert said(room, "10:00", "zh")[1].startswith("还有14位发言者和2项答辩。")


def test_where_only_replies_wait_no_speakers_are_told() -> None:
    room = opened("12:55", "3").do("12:55", AskReply(who("per")))
    room.do("12:56", AskReply(who("bol")), AskReply(who("mex")))
    told = advice(room.see("12:58"))

    assert told is not None
    assert "three rights of reply" in say_proposal(saying(), told)
    assert "more speaker" not in say_proposal(saying(), told)


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (45, "45 seconds", "45秒"),
        (1, "1 second", "1秒"),
        (60, "one minute", "1分钟"),
        (90, "one and a half minutes", "1分30秒"),
        (180, "three minutes", "3分钟"),
        (195, "three minutes 15 seconds", "3分15秒"),
        (61, "one minute 1 second", "1分1秒"),
        (660, "11 minutes", "11分钟"),
    ],
)
def test_lengths_are_spoken(seconds: int, english: str, chinese: str) -> None:
    assert spoken_length(saying().say, seconds) == english
    assert spoken_length(saying("zh").say, seconds) == chinese


def test_minutes_to_an_end_behind_lunch_are_of_the_meeting() -> None:
    room = asks(opened(), "12:50", 30).do("12:50", PlanTime("1", 200, "long list"))
    told = found(room, "12:50")

    assert told.until == at("13:00")
    assert told.seconds_left == 600
