"""Everything that may happen is told in one line, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from meeting_tui import words
from meeting_tui.agenda.presets import load_rules
from meeting_tui.meeting import (
    attributions,
    bands,
    checklist,
    details,
    item_notes,
    purged_points,
    statement_texts,
    striking,
    turn_times,
)
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.declared import SORTS
from meeting_tui.meeting.entry import ActUndone, Command, Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.happenings import EVENTS, of_sort
from meeting_tui.meeting.items import ItemOpened, SegmentOpened
from meeting_tui.meeting.limits import LimitSet
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, LossesSeen
from meeting_tui.meeting.point_of_order import PointOfOrderRuled
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.telling import acts_of, tell, tell_newest
from tests.meeting.room import Room, directory

_KEPT_OR_PUT_RIGHT = (
    attributions,
    bands,
    checklist,
    details,
    item_notes,
    purged_points,
    statement_texts,
    striking,
    turn_times,
)
OTHERS = [each.kind for noun in _KEPT_OR_PUT_RIGHT for each in noun.HAPPENINGS]
OF_LOSSES = (EventsLost, EventsSetApart, LossesSeen)
"""Of a damaged log, which no day has."""


def told(room: Room, line: str | Command, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal)
    return retold(room, entries, language)


def retold(room: Room, entries: Sequence[Entry], language: str = "en") -> str:
    def name_of(code: str) -> str:
        return directory().name(code, language)

    return tell_newest(room.meeting, entries, language, name_of)


DAY: tuple[tuple[float, str | Command, str, str], ...] = (
    (
        0,
        "plan move 3 before 2 because Peru leaves at noon",
        "Item 3 moved to sitting 1, before item 2: Peru leaves at noon",
        "项目3改在第1次会议、项目2之前：Peru leaves at noon",
    ),
    (
        0,
        "plan move 3 to 2 because no quorum",
        "Item 3 moved to the end of sitting 2: no quorum",
        "项目3改在第2次会议的最后：no quorum",
    ),
    (
        0,
        "plan time 2 60 because late",
        "Item 2: 60 min instead of 90: late",
        "项目2计划时间由90分钟改为60分钟：late",
    ),
    (
        0,
        "plan time 2.2 30 because [b]",
        "Segment 2.2: 30 min instead of 25: [b]",
        "环节2.2计划时间由25分钟改为30分钟：[b]",
    ),
    (
        0,
        "plan time 2.3 5 because {0}",
        "Segment 2.3: 5 min: {0}",
        "环节2.3计划时间定为5分钟：{0}",
    ),
    (
        0,
        "plan split 2 30 then 2 because late",
        "Item 2: the first 30 min stay here, the rest moves to sitting 2: late",
        "项目2：前30分钟不变，其余改在第2次会议：late",
    ),
    (
        0,
        'plan add 3 10 "Next meeting" because asked',
        "Added to item 3: 3.1 “Next meeting”, 10 min: asked",
        "项目3之下新增：3.1“Next meeting”，10分钟：asked",
    ),
    (
        0,
        "plan drop 3.1 because no",
        "Segment 3.1 cancelled: no",
        "环节3.1取消：no",
    ),
    (0, "plan hold 3.1 because yes", "Segment 3.1 will be held: yes", "环节3.1确定举行：yes"),
    (
        0,
        "plan sitting 2 15:30 18:30 because the room",
        "Sitting 2: now 15:30 to 18:30: the room",
        "第2次会议改为 15:30 至 18:30：the room",
    ),
    (0, "open", "Sitting 1 is open until 13:00", "第1次会议开始，至 13:00"),
    (0, "item 2", "Item 2 is open: Reporting", "项目2开始：Reporting"),
    (0, "segment 2.1", "Segment 2.1: Survey", "环节2.1：Survey"),
    (
        0,
        "inscribe mex fra(eu+alb) zaf",
        "Inscribed: Mexico, France (for the European Union, also for Albania), South Africa",
        "已登记：墨西哥、法国（代表欧洲联盟、并代表阿尔巴尼亚）、南非",
    ),
    (
        0,
        "inscribe jpn kind question",
        "Inscribed: Japan (Question)",
        "已登记：日本（提问）",
    ),
    (
        0,
        'inscribe "[State Party]" for 3',
        "Inscribed for item 3: [State Party] (not in the directory)",
        "已登记到项目3：[State Party]（名录外）",
    ),
    (0, "move zaf 1", "South Africa is now at place 1", "南非移至第1位"),
    (0, "swap zaf mex", "South Africa and Mexico changed places", "南非与墨西哥对调"),
    (
        0,
        "limit 2:30",
        "New limit: 2:30; unchanged for group statements (5:00)",
        "新时限：2:30；集团发言 (5:00)不变",
    ),
    (
        0,
        "limit 2:30 for others",
        "New limit for other observers: 2:30",
        "其他观察员的新时限：2:30",
    ),
    (
        0,
        "limit 1:05:00 for reply",
        "New limit for Right of reply: 1:05:00",
        "答辩权的新时限：1:05:00",
    ),
    (0, "limit 2:30 for mex", "New limit for Mexico: 2:30", "墨西哥的新时限：2:30"),
    (0, "limit 2:00 for 1", "New limit for Mexico: 2:00", "墨西哥的新时限：2:00"),
    (5, "next", "Mexico has the floor, 2:00", "墨西哥发言，2:00"),
    (9, "pause", "Mexico: clock stopped", "墨西哥：计时暂停"),
    (9, "continue", "Mexico: clock running again", "墨西哥：计时继续"),
    (0, "extend 0:30", "Mexico gets 0:30 more", "墨西哥延长 0:30"),
    (9, "order nga", "Point of order: Nigeria", "程序问题：尼日利亚"),
    (
        0,
        "order per {0} on [it]",
        "Point of order: Peru: {0} on [it]",
        "程序问题：秘鲁：{0} on [it]",
    ),
    (
        9,
        "ruling No.",
        "Ruling on the point of order of Nigeria: No.",
        "对尼日利亚程序问题的裁决：No.",
    ),
    (0, "ruling Yes.", "Ruling on the point of order of Peru: Yes.", "对秘鲁程序问题的裁决：Yes."),
    (
        0,
        "note p1 /proposal {x} [b]",
        "Note on Mexico: r1: p1 /proposal {x} [b]",
        "记于墨西哥：r1: p1 /proposal {x} [b]",
    ),
    (0, "correct n1 p1 better", "Point n1 now reads: p1 better", "要点n1更正为：p1 better"),
    (
        0,
        "floor zaf",
        "Mexico finished (0:18); South Africa has the floor, 2:30, ahead of the list",
        "墨西哥发言结束（0:18）；南非发言，2:30，先于名单",
    ),
    (60, NoteClockJump("sleep", 45.0), "The computer slept for 0:45", "电脑休眠了 0:45"),
    (0, "gap in", "South Africa: the gap of 0:45 counts", "南非：中断的 0:45 计时"),
    (0, "undo", "", ""),
    (0, "gap out", "South Africa: the gap of 0:45 does not count", "南非：中断的 0:45 不计时"),
    (
        7200,
        NoteClockJump("closed", 7200.0),
        "The session was closed for 2:00:00 while somebody had the floor",
        "有人发言时会议日志关闭了 2:00:00",
    ),
    (
        0,
        "gap out",
        "South Africa: the gap of 2:00:00 does not count",
        "南非：中断的 2:00:00 不计时",
    ),
    (
        0,
        NoteClockJump("step", 3600.0),
        "The computer's clock jumped forward by 1:00:00",
        "电脑时钟拨快了 1:00:00",
    ),
    (
        0,
        NoteClockJump("step", -60.0),
        "The computer's clock jumped back by 1:00",
        "电脑时钟拨慢了 1:00",
    ),
    (0, "yield", "South Africa finished (0:15)", "南非发言结束（0:15）"),
    (0, "reply per", "Right of reply requested: Peru", "要求答辩：秘鲁"),
    (0, "withdraw per", "Peru withdrew from the list", "秘鲁退出名单"),
    (0, "absent jpn", "Japan is absent", "日本缺席"),
    (
        0,
        "text-only fra",
        "France handed in its text without reading it",
        "法国提交书面发言，不宣读",
    ),
    (0, "inscribe carms", "Inscribed: Control Arms", "已登记：Control Arms"),
    (
        0,
        "floor carms",
        "Control Arms has the floor, 2:30",
        "Control Arms发言，2:30",
    ),
    (
        0,
        "note p1 p4 text",
        "Note on Control Arms: p1 p4 text (question not meant for it: P4)",
        "记于Control Arms：p1 p4 text（该问题不向其提出：P4）",
    ),
    (0, "close list", "The list of item 2 is closed", "项目2的名单截止"),
    (0, "open list", "The list of item 2 is open", "项目2的名单开放"),
    (0, "decision So be it.", "Decision on item 2: So be it.", "项目2的决定：So be it."),
    (0, "document mex paper", "Text received from Mexico: paper", "收到墨西哥的文本：paper"),
    (0, "inscribe bra(amigos)", "", ""),
    (0, "identify amigos as group", "“amigos” is a group and ranks as one", "按集团排序"),
    (0, "withdraw bra", "", ""),
    (0, 'identify "[State Party]" as per', "“[State Party]” is Peru", "“[State Party]”即秘鲁"),
    (0, "inscribe mex deu", "Inscribed: Mexico, Germany", "已登记：墨西哥、德国"),
    (0, "undo", "Undone: Inscribed: Mexico, Germany", "已撤回：已登记：墨西哥、德国"),
    (0, "redo", "Redone: Inscribed: Mexico, Germany", "已恢复：已登记：墨西哥、德国"),
    (0, "order per", "Point of order: Peru", "程序问题：秘鲁"),
    (
        0,
        "suspend",
        "No ruling was made on the point of order of Peru; Control Arms finished (0:00); "
        "The sitting is suspended",
        "未对秘鲁的程序问题作出裁决；Control Arms发言结束（0:00）；会议暂停",
    ),
    (0, "undo", "", ""),
    (0, "suspend lunch", "", "；会议暂停：lunch"),
    (9, "resume", "Sitting 1 continues until 13:00", "第1次会议继续，至 13:00"),
    (
        0,
        "preside Vice-Chair, Jane Roe",
        "Vice-Chair, Jane Roe is presiding",
        "由Vice-Chair, Jane Roe主持会议",
    ),
    (0, "preside chair", "The Chair is presiding", "由主席主持会议"),
    (0, "close item carry", "Item 2 is closed; its list is kept", "项目2结束；等候名单保留"),
    (0, "reopen 2", "Item 2 is open again: Reporting", "项目2重新开始：Reporting"),
    (
        0,
        "close item not-reached",
        "Not reached: Mexico, Germany; Item 2 is closed",
        "未轮到：墨西哥、德国；项目2结束",
    ),
    (0, "reopen 2", "", ""),
    (0, "join 3", "Items 2, 3 are taken together", "项目2、3合并审议"),
    (
        0,
        "close item carry",
        "Items 2, 3 are closed; their list is kept",
        "项目2、3结束；等候名单保留",
    ),
    (0, "adjourn!", "Not reached: Peru; The meeting is adjourned", "未轮到：秘鲁；会议休会"),
    (0, "undo", "", ""),
    (0, "adjourn! thanks", "", "；会议休会：thanks"),
)


def test_a_whole_day_is_told_and_nothing_that_may_happen_is_left_out() -> None:
    room = Room().at("10:00:00")
    heard: list[Event] = [room.meeting.entries[0].event]
    for seconds, line, english, chinese in DAY:
        room.later(seconds)
        entries = room.tried(line)
        assert not isinstance(entries, Refusal), (line, entries)
        heard += [entry.event for entry in entries]
        if english:
            assert retold(room, entries) == english
        assert retold(room, entries, "zh").endswith(chinese)

    # What is kept of a statement and what is put right later is told in tests of their own.
    # An event of another noun is told by the general tests of every act.
    nouns = {type(event).__module__ for event in heard}
    kinds = {each for each in EVENTS if each.__module__ in nouns}
    assert {type(event) for event in heard} == kinds - {*OTHERS, *OF_LOSSES}


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        ("points a1 one ¶ a6 two ¶ three", "3 points noted on Mexico", "为墨西哥记3条要点"),
        ("points only one", "Note on Mexico: only one", "记于墨西哥：only one"),
        ("points on item 2 one ¶ two", "2 points noted on item 2", "为项目2记2条要点"),
        ("points on item 2 one", "Noted on item 2: one", "记于项目2：one"),
    ],
)
def test_several_points_noted_at_once_are_counted(line: str, english: str, chinese: str) -> None:
    room = Room().opened()
    room.do("floor mex!")
    entries = room.tried(line)
    assert not isinstance(entries, Refusal)
    assert [retold(room, entries, each) for each in ("en", "zh")] == [english, chinese]
    assert retold(room, entries[:1]).endswith(" one"), "on the Record each has its line"


def test_no_sentence_is_of_an_event_that_is_gone() -> None:
    others = {"between", "and", "in_brackets", "unknown_name", "everybody", "unknown"}
    others |= {"no_limit", "no_time", "no_number", "limit_in_segment"}
    others |= {
        "points_noted",
        "limits_set",
        "limit_of",
        "not_a_member",
        "unknown_group",
        "also_for",
        "for_group",
        "for_unknown_group",
        "set_apart",
        "replies_stay",
        "limits_change",
    }

    told = {key.split(".")[1] for area in ("happened", "plan") for key in words.sentences(area)}

    assert told == others | {event.name for event in EVENTS if event not in OTHERS}


def test_the_beginning_of_a_session() -> None:
    room = Room()

    assert tell(room.state, room.meeting.last, "en", str) == "Session trial begins: Trial meeting"


def test_undo_without_the_log_at_hand() -> None:
    room = Room().opened()
    room.do("undo")

    assert tell(room.state, room.meeting.last, "en", str) == "Undone"


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (FloorGiven("s1", "i1", "3"), "somebody has the floor, no limit"),
        (FloorYielded("s1"), "somebody finished (time unknown)"),
        (PointOfOrderRuled("o1", "yes"), "Ruling on the point of order of somebody: yes"),
        (ItemOpened("9"), "Item 9 is open: 9"),
        (SegmentOpened("9", "9.1"), "Segment 9.1: 9"),
        (LimitSet("tier", "royals", 60), "New limit for royals: 1:00"),
        (LimitSet("kind", "toast", 60), "New limit for toast: 1:00"),
        (LimitSet("segment", "2.1", 60), "New limit for segment 2.1: 1:00"),
        (LimitSet("inscription", "i9", 60), "New limit for somebody: 1:00"),
        (ActUndone("desk-1"), "Undone"),
    ],
)
def test_what_the_state_does_not_hold_is_told_all_the_same(event: Event, sentence: str) -> None:
    room = Room()
    first = room.meeting.last
    entry = Entry(2, "desk-2", "desk-2", first.at, first.at, "desk", "EK", event)

    assert tell(room.state, entry, "en", str) == sentence


def test_a_span_is_told_in_minutes_and_seconds() -> None:
    assert [span(each) for each in (0, 9.9, 61, -61, 3599, 3600, 7199.5)] == [
        "0:00",
        "0:09",
        "1:01",
        "1:01",
        "59:59",
        "1:00:00",
        "1:59:59",
    ]


def test_a_limit_for_everybody_says_so_where_no_tier_has_its_own() -> None:
    room = Room(rules=load_rules("flat")).opened()
    assert told(room, "limit 2:30") == "New limit for everybody: 2:30"
    assert told(room, "limit 2:00", "zh") == "全体的新时限：2:00"


@pytest.mark.parametrize("sort", SORTS)
def test_the_record_can_be_narrowed_to_every_sort(sort: str) -> None:
    kinds = of_sort(sort)
    assert kinds
    assert SessionStarted not in kinds


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("en", "Dr Jane Roe is an invited guest"), ("zh", "Dr Jane Roe是特邀嘉宾")],
)
def test_who_keeps_the_name_is_said_to_be_a_guest(language: str, wanted: str) -> None:
    room = Room().opened()
    room.do('inscribe "Dr Jane Roe"')

    assert told(room, 'identify "Dr Jane Roe" as guest', language) == wanted


def test_entries_that_follow_each_other_are_parted_by_act() -> None:
    room = Room().opened()
    room.do("inscribe mex fra")
    entries = room.meeting.entries[-2:]
    first = room.meeting.entries[-3]

    assert acts_of([first, *entries]) == [(first,), tuple(entries)]
