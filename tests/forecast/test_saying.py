"""Every answer of the timekeeper in words, with its sum."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from meeting_tui.forecast.block import block_of_day, lists_left_out
from meeting_tui.forecast.closing import closing_now_saves, latest_close
from meeting_tui.forecast.inverse import limit_to_end_by
from meeting_tui.forecast.saying import Saying, minutes, parts_shown
from meeting_tui.forecast.sums import sum_of
from meeting_tui.forecast.to_come import alike
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment
from meeting_tui.meeting.point_of_order import RaisePointOfOrder
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.spans import length
from meeting_tui.words.procedure import SENTENCES
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


def saying(language: str = "en", room: Room | None = None) -> Saying:
    state = (room or Room(PLAN)).state
    return Saying(state.agenda, state.rules, language)


def test_sum_of_all_that_counts() -> None:
    room = opened("10:00", "2", closing_words_seconds=60).do("10:00", OpenSegment("2.1"))
    room.do("10:00", inscribe("a", "b"), inscribe("c", kind="question"), NEXT)
    room.do("10:01", RaisePointOfOrder(who("per")))
    seen, plan = room.see("10:01"), PLAN.item("2")
    assert seen.item is not None
    assert plan is not None
    value = sum_of(room.state, seen.item, alike(room.state, plan))

    assert value.ends_at == seen.item.list_ends_at
    assert value.seconds == seen.item.seconds
    assert saying().sum(value) == (
        "2:00 for points of order, 2:00 left for the speaker, 1 speaker at 3:00, 1 at 2:00, "
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
    assert value(opened()) == "nobody to speak: 10:00"


def test_limits_that_do_not_suffice_or_need_not_be_set() -> None:
    room = asks(opened(), "10:00", 14)
    far, near = (limit_to_end_by(room.see("10:00"), at(each)) for each in ("11:00", "10:10"))
    tier = limit_to_end_by(room.see("10:00"), at("10:40"), "tier", "states")
    assert far
    assert near
    assert tier

    assert saying().limit(far) == (
        "With a limit of 3:00, all are heard by 10:46, no later than 11:00 "
        "(14 speakers at 3:00 and 20 s between them: 10:46)"
    )
    assert (
        saying()
        .limit(near)
        .startswith("Even with a limit of 1:30, all are heard only by 10:25, after 10:10 (14")
    )
    assert saying().limits(tier) == "2:30 for States Parties and signatories"
    assert saying("zh").limits(tier) == "缔约国和签署国2:30"


def test_unknown_tier_is_called_by_its_id() -> None:
    room = asks(opened(), "10:00", 14)
    held = replace(room.state.rules, tiers=room.state.rules.tiers[:1])
    tier = limit_to_end_by(room.see("10:00"), at("10:40"), "tier", "states")
    assert tier

    assert Saying(PLAN, held).limits(tier) == "2:30 for states"


def test_the_latest_moment_to_close_the_list() -> None:
    seen = opened("12:30").see("12:30")
    close = latest_close(seen)
    assert close

    assert saying().latest_close(close) == (
        "Close the list by 12:56: room for 9 more before 13:00, 3:20 each"
    )


def test_more_than_an_hour_that_is_lost_is_told_in_hours() -> None:
    seen = opened().see("10:00")
    block = block_of_day(seen.seen, seen.day.items)
    assert block
    eaten = replace(
        block, eaten_seconds=79 * 60.0, late_start_seconds=60 * 60.0, carried_seconds=19 * 60.0
    )

    assert saying().block(eaten) == (
        "Item 4 loses 1 h 19 of its 3 h, 1 h because it starts late, "
        "19 minutes because of lists carried over"
    )
    assert saying("zh").block(eaten).startswith("项目4的3小时将被占用1小时19分")
    # It cannot lose more than it has: causes that are longer together are named without minutes.
    whole = replace(eaten, eaten_seconds=180 * 60.0, late_start_seconds=181 * 60.0)
    assert saying().block(whole) == (
        "Item 4 loses 3 h of its 3 h because it starts late and because of lists carried over"
    )
    assert saying("zh").block(whole) == "项目4的3小时将被占用3小时，因开始较晚和因结转名单"


@pytest.mark.parametrize(
    ("every", "english", "chinese"),
    [
        (4, "10 seconds", "10秒"),
        (53, "50 seconds", "50秒"),
        (118, "2 minutes", "2分钟"),
        (150, "2.5 minutes", "2.5分钟"),
        (600, "10 minutes", "10分钟"),
        (640, "11 minutes", "11分钟"),
    ],
)
def test_how_often_requests_come_is_no_time_of_day(every: int, english: str, chinese: str) -> None:
    saves = closing_now_saves(opened().do("10:00", inscribe("a")).see("10:00"))
    assert saves
    often = replace(saves, every_seconds=every)

    assert saying().saves(often).endswith(f"(a request about every {english})")
    assert saying("zh").saves(often).endswith(f"（约每{chinese}有一位申请）")


def test_what_closing_comes_to() -> None:
    seen = opened().do("10:00", inscribe("a")).see("10:00")
    saves = closing_now_saves(seen)
    assert saves

    assert saying().saves(saves).startswith("Close the list now: ends 10:03 instead of")


def test_protected_block_in_words() -> None:
    def told(room: Room, instant: str, language: str = "en") -> str:
        seen = room.see(instant)
        block = block_of_day(seen.seen, seen.day.items)
        assert block is not None
        return saying(language).block(block)

    assert told(Room(PLAN), "10:00") == "Item 4 keeps its 3 h"
    assert told(Room(PLAN), "10:00", "zh") == "项目4仍有3小时"
    assert saying("zh").hours(9000) == "2小时30分"
    assert told(Room(PLAN), "10:10") == "Item 4 loses 10 min of its 3 h because it starts late"
    carried = asks(opened(), "10:00", 3).do("10:05", CloseItem("carry"))
    assert told(carried, "10:05") == "Item 4 loses 9 min of its 3 h because of lists carried over"
    assert lists_left_out(carried.see("10:05").seen) == ("1",)
    assert saying().lists_left_out(()) == ""
    assert saying().lists_left_out(("1",)) == "without the list kept for item 1"
    assert saying().lists_left_out(("1", "2")) == "without the lists kept for items 1, 2"
    assert saying("zh").lists_left_out(("1", "2")) == "不含项目1、2保留的名单"


def test_parts_in_whole_minutes_add_up_to_the_whole() -> None:
    assert parts_shown((3 * 60 + 40, 0, 33 * 60 + 30), 37) == [4, 0, 33]
    assert parts_shown((60, 0, 120), 3) == [1, 0, 2]
    # Longer than the whole item: each is told as it is.
    assert parts_shown((3600, 0, 10800), 180) == [60, 0, 180]


@pytest.mark.parametrize(
    ("seconds", "as_length", "as_hours", "as_minutes"),
    [(0, "0:00", "0 h", 0), (59.2, "1:00", "0 h", 0), (9000, "150:00", "2 h 30", 150)],
)
def test_a_length_is_said_in_minutes_or_in_hours(
    seconds: float, as_length: str, as_hours: str, as_minutes: int
) -> None:
    told = (length(seconds), saying().hours(seconds), minutes(seconds))
    assert told == (as_length, as_hours, as_minutes)


def test_both_languages_say_the_same_figures() -> None:
    for english, chinese in SENTENCES.values():
        figures = [set(re.findall(r"{(\w+)}", each)) for each in (english, chinese)]
        assert figures[0] == figures[1], english
