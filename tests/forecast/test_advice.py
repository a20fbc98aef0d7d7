"""One line when there is something to decide, silence otherwise, and every answer in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.block import block_of_day
from meeting_tui.forecast.carry_over import carry_over
from meeting_tui.forecast.closing import closing_now_saves, latest_close, more_that_fit
from meeting_tui.forecast.extension import extension
from meeting_tui.forecast.inverse import limit_to_end_by
from meeting_tui.forecast.saying import Saying, hours, length, minutes
from meeting_tui.forecast.saying_advice import say_advice, say_proposal
from meeting_tui.forecast.sums import sum_of
from meeting_tui.forecast.to_come import alike
from meeting_tui.meeting import commands as asked
from meeting_tui.words.procedure import SENTENCES
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, sitting, who

PLAN = agenda(
    item("1", 40, sitting="1"),
    item("2", 120, segment("2.1"), segment("2.2", "presentation", 10), sitting="1"),
    item("3", 20, sitting="1"),
    item("4", 180, sitting="2"),
)
NEXT = asked.Next(insist=True)


def opened(instant: str = "10:00", first: str = "1", **timekeeper: float) -> Room:
    return Room(PLAN, known=timekeeper).do(instant, asked.OpenMeeting(), asked.OpenItem(first))


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


def test_silent_while_all_is_well_or_nobody_waits_or_no_sitting_is_held() -> None:
    assert advice(asks(opened(), "10:00", 8).see("10:00")) is None
    assert advice(opened().see("10:50")) is None
    assert advice(Room(PLAN).see("10:00")) is None
    late = asks(opened(), "10:00", 14)
    assert advice(late.see("10:00")) is not None
    assert advice(late.do("10:00", asked.Suspend()).see("10:01")) is None
    assert advice(late.do("10:01", asked.Adjourn()).see("10:01")) is None


def test_a_limit_that_keeps_the_plan() -> None:
    room = asks(opened(), "10:00", 14)
    told = found(room, "10:00")

    assert (told.step, told.item, told.waiting, told.until) == ("limit", "1", 14, at("10:40"))
    assert told.limit is not None
    assert told.limit.seconds == 150
    assert said(room, "10:00") == (
        "Set 2:30 and item 1 ends 10:39 (14 speakers at 2:30 and 20 s between them: 10:39)",
        "I have 14 more requests. To conclude by 10:40, I propose 2:30.",
    )
    assert said(room, "10:00", "zh") == (
        "发言时限设为2:30，议题1于10:39结束（14位发言者各2:30，每次交接20秒：10:39）",
        "尚有14位申请发言。为在10:40前结束，我建议发言时限为2:30。",
    )


def test_groups_are_named_with_their_limit() -> None:
    room = opened().do("10:00", asked.Inscribe((who("eu", group="EU"),)))
    line, proposal = said(asks(room, "10:00", 14), "10:00")

    assert line == (
        "Set 2:15, 3:45 for Group statements and item 1 ends 10:39 "
        "(14 speakers at 2:15, 1 at 3:45 and 20 s between them: 10:39)"
    )
    assert proposal.endswith("I propose 2:15, 3:45 for Group statements.")


def test_past_the_plan_the_end_of_the_sitting_is_what_counts() -> None:
    room = asks(opened("12:00"), "12:00", 20)
    told = found(room, "12:00")

    assert (told.step, told.until, told.left_over) == ("limit", at("13:00"), 2)
    assert said(room, "12:00")[0].startswith("Set 2:30 and item 1 ends 12:56")


def test_where_no_limit_helps_the_rest_is_carried_over() -> None:
    room = asks(opened("12:50"), "12:50", 12)

    assert found(room, "12:50").step == "carry_over"
    assert said(room, "12:50") == (
        "Not heard before 13:00, even at 1:30: 9 of 12; close the list and carry it over",
        "I see 12 more requests and 10 minutes; I propose to close the list and to hear the "
        "remaining speakers in the next sitting.",
    )
    assert say_proposal(saying(), found(room, "12:50"), is_last_sitting=True).endswith(
        "the remaining statements in writing."
    )


def test_where_there_is_no_limit_to_set_that_is_said_without_one() -> None:
    room = opened("12:58").do("12:58", inscribe("a"), asked.SetLimit(240, "delegation", "a"))

    assert said(room, "12:58") == (
        "Not heard before 13:00: 1 of 1; close the list and carry it over",
        "I see one more request and 2 minutes; I propose to close the list and to hear the "
        "remaining speakers in the next sitting.",
    )


def test_late_with_no_limit_that_helps_the_list_is_closed() -> None:
    room = asks(opened(), "10:34", 8)
    told = found(room, "10:34")

    assert (told.step, told.limit) == ("close_now", None)
    assert said(room, "10:34") == (
        "Close the list now: 11:00 instead of 11:33, 34 min less",
        "I see 8 more requests and 6 minutes; I propose to close the list.",
    )
    assert said(room, "10:41")[1] == (
        "I see 8 more requests and we are past the time for this item; I propose to close the list."
    )
    assert advice(room.do("10:41", asked.CloseList()).see("10:41")) is None


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
        "Close the list by 12:37: room for 1 more before 13:00, 3:20 each, and one asks every 2:30"
    )
    room.do("12:35", inscribe("x"))
    assert said(room, "12:35:30")[0] == "Close the list now: nobody else fits before 13:00"
    assert said(room, "12:35:30")[1] == (
        "I see 7 more requests and 24 minutes; I propose to close the list."
    )
    assert advice(room.do("12:36", asked.CloseList()).see("12:36")) is None


def test_time_left_is_said_in_whole_minutes() -> None:
    room = opened("12:55", "3").do("12:55", inscribe("a"))

    assert said(room, "12:55:30")[1].startswith("I see one more request and 4 minutes;")
    assert (
        "one minute"
        in said(opened("12:55", "3").do("12:55", inscribe("a"), NEXT, inscribe("b")), "12:58:30")[1]
    )


def test_sum_of_all_that_counts() -> None:
    room = opened("10:00", "2", closing_words_seconds=60).do("10:00", asked.OpenSegment("2.1"))
    room.do("10:00", inscribe("a", "b"), inscribe("c", kind="question"), NEXT)
    room.do("10:01", asked.RaisePointOfOrder(who("per")))
    seen, plan = room.see("10:01"), PLAN.item("2")
    assert seen.item is not None
    assert plan is not None
    value = sum_of(room.state, seen.item, alike(room.state, plan))

    assert value.ends_at == seen.item.ends_at
    assert value.seconds == seen.item.seconds
    assert saying().sum(value) == (
        "2:00 for points of order, 2:00 left of the speaker, 1 speaker at 3:00, 1 at 2:00, "
        "10:00 of presentations, 1:00 to close and 20 s between them: 10:21"
    )
    assert saying("zh").sum(value) == (
        "程序问题2:00，正在发言者还有2:00，1位发言者3:00，1位各2:00，"
        "专题介绍10:00，结束语1:00，每次交接20秒：10:21"
    )


def test_sum_of_one_speaker_and_of_nothing() -> None:
    def value(room: Room) -> str:
        seen, plan = room.see("10:00"), PLAN.item("1")
        assert seen.item is not None
        assert plan is not None
        return saying().sum(sum_of(room.state, seen.item, alike(room.state, plan)))

    assert value(opened().do("10:00", inscribe("a"))) == "1 speaker at 3:00: 10:03"
    assert value(opened()) == "nothing to come: 10:00"


def test_limits_that_do_not_suffice_or_need_not_be_set() -> None:
    room = asks(opened(), "10:00", 14)
    far, near = (limit_to_end_by(room.see("10:00"), at(each)) for each in ("11:00", "10:10"))
    tier = limit_to_end_by(room.see("10:00"), at("10:40"), "tier", "states")
    assert far
    assert near
    assert tier

    assert saying().limit(far, "1") == (
        "At 3:00 item 1 ends 10:46, by 11:00 (14 speakers at 3:00 and 20 s between them: 10:46)"
    )
    assert saying().limit(near, "1").startswith("Even at 1:30 item 1 ends 10:25, after 10:10 (14")
    assert saying().limits(tier) == "2:30 for States Parties and signatories"
    assert saying("zh").limits(tier) == "缔约国和签署国2:30"


def test_unknown_tier_is_called_by_its_id() -> None:
    room = asks(opened(), "10:00", 14)
    held = replace(room.state.rules, tiers=room.state.rules.tiers[:1])
    tier = limit_to_end_by(room.see("10:00"), at("10:40"), "tier", "states")
    assert tier

    assert Saying(PLAN, held).limits(tier) == "2:30 for states"


def test_room_for_more_and_the_latest_moment() -> None:
    seen = opened("12:30").see("12:30")
    fit, close = more_that_fit(seen), latest_close(seen)
    assert fit
    assert close

    assert saying().more_fit(fit) == (
        "Room for 9 more before 13:00: from 12:30, at 3:00 and 20 s between them"
    )
    assert saying().latest_close(close) == (
        "Close the list by 12:56: room for 9 more before 13:00, 3:20 each"
    )


def test_what_closing_and_more_time_come_to() -> None:
    seen = opened().do("10:00", inscribe("a")).see("10:00")
    saves, price = closing_now_saves(seen), extension(seen, 600)
    assert saves
    assert price

    assert saying().saves(saves).startswith("Close the list now: 10:03 instead of")
    assert saying().extension(price, "1") == (
        "10 min more: item 1 until 10:50, items 2, 3, 4 later, "
        "10 min of the sitting's own item, 10 min more after the end"
    )


def test_more_time_that_costs_nothing_or_an_item() -> None:
    free = agenda(item("1", 60, sitting="1"), item("4", 60, sitting="2"))
    room = Room(free).do("10:00", asked.OpenMeeting(), asked.OpenItem("1"))
    price = extension(room.see("10:00"), 600)
    assert price

    assert saying().extension(price, "1") == "10 min more: item 1 until 11:10, nothing else moves"

    full = agenda(item("1", 30), item("2", 10), sittings=(sitting("1", "10:00", "10:45"),))
    room = Room(full).do("10:00", asked.OpenMeeting(), asked.OpenItem("1"))
    price = extension(room.see("10:00"), 900)
    assert price

    assert saying().extension(price, "1") == (
        "15 min more: item 1 until 10:45, item 2 later, 10 min more after the end, not reached: 2"
    )


def test_protected_block_in_words() -> None:
    def told(room: Room, instant: str) -> str:
        seen = room.see(instant)
        block = block_of_day(seen.seen, seen.day.items)
        assert block is not None
        return saying().block(block)

    assert told(Room(PLAN), "10:00") == "Item 4 has its 3 h"
    assert told(Room(PLAN), "10:10") == "Item 4 loses 10 min of its 3 h, 10 by a late start"
    carried = asks(opened(), "10:00", 3).do("10:05", asked.CloseItem("carry"))
    assert told(carried, "10:05") == "Item 4 loses 10 min of its 3 h, 10 by lists carried over"


def test_carry_over_in_words() -> None:
    noon = carry_over(asks(opened("12:50"), "12:50", 4).see("12:50"))
    evening = carry_over(asks(opened("17:55", "4"), "17:55", 3).see("17:55"))
    assert noon
    assert evening

    assert saying().carry_over(noon) == "Left at 13:00: 1, going on at 15:00 for 3:00"
    assert saying("zh").carry_over(noon) == "13:00时尚余1位，15:00继续，需3:00"
    assert saying().carry_over(evening) == (
        "Left at 18:00: 2, with no sitting after it; 4:40 are missing"
    )


@pytest.mark.parametrize(
    ("seconds", "as_length", "as_hours", "as_minutes"),
    [(0, "0:00", "0 h", 0), (59.2, "1:00", "0 h", 1), (9000, "150:00", "2 h 30", 150)],
)
def test_lengths(seconds: float, as_length: str, as_hours: str, as_minutes: int) -> None:
    assert (length(seconds), hours(seconds), minutes(seconds)) == (as_length, as_hours, as_minutes)


def test_both_languages_say_the_same_figures() -> None:
    for english, chinese in SENTENCES.values():
        figures = [set(re.findall(r"{(\w+)}", each)) for each in (english, chinese)]
        assert figures[0] == figures[1], english
