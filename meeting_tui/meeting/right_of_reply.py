"""Rights of reply: they wait in a lane of their own for the end of the item or day.

How often a delegation may reply on an item, and for how long, is in the rules of procedure. Source
of the practice: General Assembly decision 34/401, paragraphs 8 to 10 (two replies, the second
shorter).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.speakers_list import inscribed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import NAMES, part
from meeting_tui.meeting.waiting_order import is_same

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class AskReply(Command, frozen=True):
    who: Who


def ask_reply(state: MeetingState, command: AskReply, now: datetime) -> tuple[Event, ...] | Refusal:
    """Ask for a right of reply on the open item, or on the last one that was open."""
    if state.phase == "adjourned":
        return refuse("adjourned")
    item = state.item or state.last_item
    if item is None:
        return refuse("no_item_open")
    lane = next((kind.id for kind in state.rules.kinds if kind.own_lane), None)
    if lane is None:
        return refuse("no_replies_in_rules")
    asked = _asked_before(state, command, item, lane)
    if any(each.outcome == "waiting" for each in asked):
        return refuse("reply_waits", name=command.who.name)
    allowed = len(state.rules.replies.limits_seconds)
    if len(asked) >= allowed:
        return refuse("replies_used_up", name=command.who.name, allowed=allowed)
    return (
        inscribed(
            state,
            command.who,
            inscription=next(state.new_ids("inscription")),
            item=item,
            kind=lane,
        ),
    )


def _asked_before(
    state: MeetingState, command: AskReply, item: str, lane: str
) -> list[Inscription]:
    return [
        each
        for each in state.inscriptions.values()
        if each.kind == lane
        and each.item == item
        and is_same(each, command.who)
        and each.outcome in ("waiting", "speaking", "spoke")
    ]


def _who(reader: Reader) -> Who | Refusal:
    """The delegation alone: which item it is on follows from what is open."""
    who = reader.request()
    left = reader.peek()
    if not isinstance(who, Refusal) and left is not None and left.word in ("to", "on", "under"):
        return refuse("reply_to_item", word=reader.line[left.start :])
    return who


ACTS = (Act("reply", "order", {AskReply: ask_reply}, (part("D", "who", _who, NAMES),)),)
