"""What the adjourned meeting no longer takes, each refused by its own act."""

from __future__ import annotations

import pytest

from meeting_tui.meeting import limits, right_of_reply, sittings, speakers_list
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import Adjourn
from meeting_tui.meeting.speakers_list import Inscribe
from tests.meeting.room import Room


def adjourned() -> Room:
    room = Room().opened()
    room.do("inscribe mex", "next", "yield", "adjourn!")
    return room.later(60)


@pytest.mark.parametrize("line", ["adjourn", "reply mex", "inscribe mex for 3", "limit 2:00"])
def test_nothing_is_asked_of_an_adjourned_meeting(line: str) -> None:
    room = adjourned()
    assert room.refused(line) == "adjourned"


@pytest.mark.parametrize("line", ["adjourn", "reply mex", "inscribe mex for 3", "limit 2:00"])
def test_each_act_knows_by_itself_that_the_meeting_is_over(line: str) -> None:
    room = adjourned()
    command = read_line(line, room.lexicon)
    assert isinstance(command, Command)
    outcome: object = None
    if isinstance(command, Adjourn):
        outcome = sittings.adjourn(room.state, command, room.now)
    elif isinstance(command, AskReply):
        outcome = right_of_reply.ask_reply(room.state, command, room.now)
    elif isinstance(command, Inscribe):
        outcome = speakers_list.inscribe(room.state, command, room.now)
    elif isinstance(command, SetLimit):
        outcome = limits.set_limit(room.state, command, room.now)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "adjourned"
