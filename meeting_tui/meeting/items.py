"""Items and segments: one item is open at a time, and it may be taken up again.

Closing an item with names waiting must be said twice: `close item` alone is refused, `carry` keeps
them for when the item is reopened, `not-reached` marks them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from meeting_tui.meeting import joint_items, segments
from meeting_tui.meeting.commands import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.events import (
    Entry,
    Event,
    ItemClosed,
    ItemOpened,
    ItemReopened,
    NotReached,
    SegmentOpened,
)
from meeting_tui.meeting.point_of_order import pending_refusal
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import put_in_order, some_of, waiting


def open_item(state: MeetingState, command: OpenItem, now: datetime) -> tuple[Event, ...] | Refusal:
    """Take up an item of the agenda."""
    if state.item:
        return refuse("item_open", item=state.item)
    if state.items[command.item].phase != "planned":
        return refuse("item_was_open", item=command.item)
    return (ItemOpened(command.item),)


def reopen_item(
    state: MeetingState, command: ReopenItem, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take up again an item that was closed, with whoever still waits on it."""
    if state.item:
        return refuse("item_open", item=state.item)
    if state.items[command.item].phase == "planned":
        return refuse("item_never_open", item=command.item)
    return (ItemReopened(command.item),)


def open_segment(
    state: MeetingState, command: OpenSegment, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Go to a segment of the open item, or of one that is taken together with it."""
    holder = state.agenda.item_of_segment(command.segment)
    if state.item is None:
        return refuse("no_item_open")
    if holder is None or holder.id not in joint_items.open_items(state):
        return refuse("segment_of_other_item", segment=command.segment, item=state.item)
    if state.items[holder.id].segment == command.segment:
        return refuse("segment_is_open", segment=command.segment)
    return (SegmentOpened(holder.id, command.segment),)


def close_item(
    state: MeetingState, command: CloseItem, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Be done with the open item, saying what becomes of names that wait."""
    if state.item is None:
        return refuse("no_item_open")
    speaking = state.speaking()
    if speaking:
        return refuse("somebody_speaks", name=state.asked_by(speaking).name)
    if state.pending_order:
        return pending_refusal(state)
    left = _left_waiting(state, state.item)
    if left and command.waiting == "refuse":
        names = some_of([each.name for each in left], 3)
        replies = sum(each.id in state.replies for each in left)
        if 0 < replies < len(left):
            listed = len(left) - replies
            return refuse("names_and_replies_wait", count=listed, replies=replies, names=names)
        if replies:
            return refuse("replies_wait", count=replies, names=names)
        return refuse("names_wait", count=len(left), names=names)
    if command.waiting == "carry":
        return (ItemClosed(state.item, carried=bool(left)),)
    unheard = tuple(NotReached(each.id) for each in left)
    return (*unheard, ItemClosed(state.item))


def _left_waiting(state: MeetingState, item: str) -> tuple[Inscription, ...]:
    replies = (state.inscriptions[each] for each in state.replies)
    heard_here = (item, *state.joined)
    return (*waiting(state, item), *(each for each in replies if each.item in heard_here))


def on_item_opened(state: MeetingState, event: ItemOpened | ItemReopened, entry: Entry) -> None:
    """The item is the one under discussion."""
    run = state.items[event.item]
    state.items[event.item] = replace(
        run,
        phase="open",
        opened_at=run.opened_at or entry.at,
        closed_at=None,
        open_since=entry.at,
        joined_to=None,
    )
    state.item = state.last_item = event.item
    segments.take_up(state, event.item, entry.at)
    joint_items.take_along_again(state, event.item, entry.at)


def on_segment_opened(state: MeetingState, event: SegmentOpened, entry: Entry) -> None:
    """The segment before it, if any, is over."""
    segments.begin(state, event.item, event.segment, entry.at)
    put_in_order(state, state.heard_under(event.item) or event.item)


def on_item_closed(state: MeetingState, event: ItemClosed, entry: Entry) -> None:
    """No item is open."""
    joint_items.close_with(state, entry.at, carried=event.carried)
    run = state.items[event.item]
    segments.close(state, event.item, entry.at)
    state.items[event.item] = replace(
        run,
        phase="carried" if event.carried else "closed",
        closed_at=entry.at,
        seconds=run.open_seconds(entry.at),
        open_since=None,
    )
    state.item = None
    joint_items.note_together(state, entry.at)
