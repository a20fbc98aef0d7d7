"""What was lost stands on the screen until somebody says that it is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk.intake import mint
from meeting_tui.desk.opening import Restored
from meeting_tui.desk.rescued import Rescued
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.losses import EventsLost, EventsSetApart
from meeting_tui.session_log.acknowledged import HeadTrouble
from meeting_tui.ui.answers import restored_sentence
from meeting_tui.views.keeping import Keeping, lost_sentence, standing_line
from meeting_tui.views.pieces import plain
from tests.meeting.room import Room, at_time
from tests.views.looked_at import look_of


def room_with(*events: Event) -> Room:
    room = Room().opened()
    for entry in mint(room.meeting.last.seq, events, room.now, room.now, room.seat):
        room.meeting.apply(entry)
    return room


LOST = EventsLost(339, 377, at_time("10:41:00"), at_time("10:43:00"), "log.db.set-aside-1")


def test_it_stands_there_until_it_is_seen() -> None:
    room = room_with(LOST)
    told = standing_line(look_of(room), Keeping())
    assert told is not None
    assert plain(told).strip() == "▲ Lost entries: 339-377 (10:41-10:43). Seen? `seen`"

    room.do("seen")
    assert standing_line(look_of(room), Keeping()) is None
    assert lost_sentence(look_of(room)) == ""


def test_several_losses_fit_a_narrow_screen() -> None:
    room = room_with(
        LOST, EventsLost(8, 8, None, None), EventsLost(3, 4, None, None), EventsSetApart((9, 12))
    )
    told = standing_line(look_of(room), Keeping())
    assert told is not None
    sentence = "Lost entries: 339-377 (10:41-10:43), 2 more gaps, 2 without effect. Seen? `seen`"
    assert plain(told).strip() == f"▲ {sentence}"
    assert lost_sentence(look_of(room_with(EventsLost(8, 8, None, None)))) == (
        "Lost entries: 8. Seen? `seen`"
    )
    assert lost_sentence(look_of(room, "zh")) == (
        "已丢失记录：339-377（10:41-10:43），另有2处，2条不起作用。看过请输入 seen"
    )


def test_what_has_no_effect_alone_is_told_too() -> None:
    told = lost_sentence(look_of(room_with(EventsSetApart((2,)))))
    assert told == "1 entry does not fit the log. Seen? `seen`"


def test_nobody_is_told_that_nothing_was_lost() -> None:
    restored = Restored(12, {}, None)
    assert "Nothing was lost" in restored_sentence(look_of(Room().opened()), restored, "")
    joined = restored_sentence(look_of(Room().opened()), restored, "", joins=True)
    assert joined == "You have joined the meeting."
    lost = restored_sentence(look_of(room_with(LOST)), restored, "", joins=True)
    assert lost.startswith("12 entries restored.")
    told = restored_sentence(look_of(room_with(LOST)), restored, "")
    assert told.startswith("12 entries restored.")


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (
            HeadTrouble("missing", is_anew=True),
            "log.head was missing, so a loss at the end of the log would not show."
            " It was written again.",
        ),
        (
            HeadTrouble("damaged", is_anew=True, kept=Path("/day/log.head.set-aside-1")),
            "log.head was damaged (kept as log.head.set-aside-1),"
            " so a loss at the end would not show.",
        ),
        (
            HeadTrouble("foreign"),
            "log.head is from another session, so a loss at the end of the log would not show.",
        ),
    ],
)
def test_a_head_of_no_use_is_told_when_the_session_is_opened(
    trouble: HeadTrouble, sentence: str
) -> None:
    restored = Restored(12, {}, None, trouble)
    told = restored_sentence(look_of(Room().opened()), restored, "")
    assert told == f"12 entries restored. {sentence}"
    chinese = restored_sentence(look_of(Room().opened(), "zh"), restored, "")
    assert "log.head" in chinese and "末尾" in chinese


def test_nothing_is_said_to_be_whole_of_a_session_that_was_rescued_elsewhere() -> None:
    restored = Restored(12, {}, None, None, Rescued(Path("day.toml"), 1))
    told = restored_sentence(look_of(Room().opened()), restored, "")
    assert told.startswith("12 entries restored. 1 entry is missing here")
    assert "Nothing was lost" not in told and "day.toml" in told
