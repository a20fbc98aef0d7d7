"""Items taken together: decided on the day, from a moment on, until the open item is closed.

There is one list, that of the open item, and one clock. Every statement made meanwhile belongs to
all of them and is counted once. Source: practice of cluster debates, where a chair proposes to take
two agenda items together.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from meeting_tui.meeting import segments
from meeting_tui.meeting.commands import Command
from meeting_tui.meeting.events import Entry, Event, ItemOpened, ItemReopened, ItemsJoined
from meeting_tui.meeting.records import ItemRun
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.room_records import Together
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import place_for
from meeting_tui.record import record


@record
class JoinItems(Command):
    """Take items together, from now on."""

    items: tuple[str, ...]


def join_items(
    state: MeetingState, command: JoinItems, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take items together with the open one; where none is open the first named is opened."""
    named = list(dict.fromkeys(command.items))
    opened: tuple[Event, ...] = ()
    if state.item is None:
        if len(named) == 1:
            return refuse("join_with_what", item=named[0])
        is_new = state.items[named[0]].phase == "planned"
        opened = (ItemOpened(named[0]) if is_new else ItemReopened(named[0]),)
    main = state.item or named[0]
    others = tuple(each for each in named if each != main and each not in state.joined)
    if not others:
        return refuse("joined_already", items=", ".join((main, *state.joined)))
    return (*opened, ItemsJoined(main, others))


def on_joined(state: MeetingState, event: ItemsJoined, entry: Entry) -> None:
    """The others are open too, and who waits for them waits on the one list."""
    for other in event.others:
        _take_along(state, event.item, other, entry.at)
    note_together(state, entry.at)


def _take_along(state: MeetingState, main: str, other: str, at: datetime) -> None:
    run = state.items[other]
    state.items[other] = replace(
        run,
        phase="open",
        opened_at=run.opened_at or at,
        closed_at=None,
        open_since=at,
        joined_to=main,
        alone_seconds=run.seconds,
    )
    segments.take_up(state, other, at)
    listed = state.lists.setdefault(main, [])
    for key in state.lists.pop(other, []):
        moved = replace(state.inscriptions[key], item=main, placed_by_hand=False)
        state.inscriptions[key] = moved
        listed.insert(place_for(state, moved, listed), key)


def note_together(state: MeetingState, at: datetime) -> None:
    """Note which items are taken together from now on, and that others no longer are."""
    if state.together and state.together[-1].until is None:
        state.together[-1] = replace(state.together[-1], until=at)
    if state.joined:
        order = [each for each in state.items if each in (state.item, *state.joined)]
        state.together.append(Together(tuple(order), at))


def take_along_again(state: MeetingState, main: str, at: datetime) -> None:
    """An item that was carried over with others is open again: so are they."""
    for run in list(state.items.values()):
        if run.joined_to == main and run.phase == "carried":
            _take_along(state, main, run.id, at)
    note_together(state, at)


def close_with(state: MeetingState, at: datetime, *, carried: bool) -> None:
    """The items taken together with the open one, which is closed, are closed with it."""
    for other in state.joined:
        run = _stopped(state.items[other], at)
        segments.close(state, other, at)
        state.items[other] = replace(
            run,
            phase="carried" if carried else "closed",
            closed_at=at,
            joined_to=run.joined_to if carried else None,
        )


def run_on(state: MeetingState, at: datetime) -> None:
    """The time of the open items runs: a sitting has begun."""
    for each in open_items(state):
        state.items[each] = replace(state.items[each], open_since=at)
        segments.go_on(state, each, at)


def stand_still(state: MeetingState, at: datetime) -> None:
    """The time of the open items stands still: a sitting is over, or a break."""
    for each in open_items(state):
        state.items[each] = _stopped(state.items[each], at)
        segments.stand_still(state, each, at)


def open_items(state: MeetingState) -> tuple[str, ...]:
    """The open item and those taken together with it; none where none is open."""
    return (state.item, *state.joined) if state.item else ()


def _stopped(run: ItemRun, at: datetime) -> ItemRun:
    return replace(run, seconds=run.open_seconds(at), open_since=None)
