"""Items and segments: one item is open at a time, and it may be taken up again.

Closing an item with names waiting must be said twice: `close item` alone is refused, `carry` keeps
them for when the item is reopened, `not-reached` marks them.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting import segments
from meeting_tui.meeting.declared import Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, ItemRun, Together
from meeting_tui.meeting.leaving import NotReached
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.point_of_order import pending_refusal
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import ITEMS, item, no_such_item, part, segment
from meeting_tui.meeting.waiting_order import place_for, put_in_order, some_of, waiting

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class OpenItem(Command, frozen=True):
    item: str


class OpenSegment(Command, frozen=True):
    segment: str


class CloseItem(Command, frozen=True):
    waiting: str = "refuse"
    """What becomes of names that wait: `refuse`, `carry` or `not_reached`."""


class ReopenItem(Command, frozen=True):
    item: str


class ItemOpened(Event, frozen=True):
    """An item was taken up."""

    name = "item_opened"
    item: str


class ItemsJoined(Event, frozen=True):
    """Further items are taken together with the open one from here on."""

    name = "items_joined"
    item: str
    others: tuple[str, ...]


class ItemReopened(Event, frozen=True):
    """A closed item was taken up again."""

    name = "item_reopened"
    item: str


class SegmentOpened(Event, frozen=True):
    """A segment of the open item began."""

    name = "segment_opened"
    item: str
    segment: str


class ItemClosed(Event, frozen=True):
    """The item is done with for now."""

    name = "item_closed"
    item: str
    carried: bool = False
    """Names still wait, for when the item is reopened."""


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
    if holder is None or holder.id not in open_items(state):
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
    take_along_again(state, event.item, entry.at)


def on_segment_opened(state: MeetingState, event: SegmentOpened, entry: Entry) -> None:
    """The segment before it, if any, is over."""
    segments.begin(state, event.item, event.segment, entry.at)
    put_in_order(state, state.heard_under(event.item) or event.item)


def on_item_closed(state: MeetingState, event: ItemClosed, entry: Entry) -> None:
    """No item is open."""
    close_with(state, entry.at, carried=event.carried)
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
    note_together(state, entry.at)


class JoinItems(Command, frozen=True):
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


def _item(teller: Teller, event: ItemOpened | ItemReopened) -> str:
    return teller.told(event, item=event.item, title=teller.title(event.item))


def _segment(teller: Teller, event: SegmentOpened) -> str:
    found = teller.state.agenda.segment(event.segment)
    title = found.title.say(teller.language) if found else event.item
    told = teller.told(event, segment=event.segment, title=title)
    changed = _limits_changed(teller, event)
    if not changed:
        return told
    befores, nows = (teller.both(dict.fromkeys(each)) for each in zip(*changed, strict=True))
    return teller.say(
        "happened.limits_change", told=told, count=len(changed), before=befores, now=nows
    )


def _limits_changed(teller: Teller, event: SegmentOpened) -> list[tuple[str, str]]:
    """The limits before and now of those left from the segment before who take another now."""
    state, item = teller.state, teller.state.agenda.item(event.item)
    ids = [each.id for each in item.segments if each.id != event.segment] if item else []
    runs = [state.segments[each] for each in ids if each in state.segments]
    before = next((run.id for run in runs if run.closed_at == teller.at), None)
    if before is None:
        return []
    left = [each for each in waiting(state, event.item) if each.segment is None]
    limits = [
        (limit_for(state, replace(each, segment=before)), limit_for(state, each)) for each in left
    ]
    return [(span(was), span(now)) for was, now in limits if was and now and was != now]


def _closed(teller: Teller, event: ItemClosed) -> str:
    last = teller.state.together[-1] if teller.state.together else None
    are_together = last is not None and last.until == teller.at and event.item in last.items
    items = last.items if last is not None and are_together else (event.item,)
    is_kept = event.carried and any(teller.state.lists.get(each) for each in items)
    case = "_".join(["carried"] * is_kept + ["together"] * are_together)
    told = teller.told(event, case, item=event.item, items=teller.both(items))
    replies = [
        each
        for each in teller.state.replies
        if event.carried and teller.state.inscriptions[each].item in items
    ]
    if not replies:
        return told
    names = teller.both(map(teller.who, replies))
    return teller.say("happened.replies_stay", told=told, count=len(replies), names=names)


HAPPENINGS = (
    Happening(ItemOpened, on_item_opened, _item),
    Happening(ItemsJoined, on_joined, lambda t, e: t.told(e, items=t.both((e.item, *e.others)))),
    Happening(ItemReopened, on_item_opened, _item),
    Happening(SegmentOpened, on_segment_opened, _segment),
    Happening(ItemClosed, on_item_closed, _closed),
)


_AND = ("and", "with", "&", "和")


def _several(reader: Reader) -> tuple[str, ...] | Refusal:
    """The ids of several items."""
    ids = []
    while not reader.is_done:
        token = reader.take()
        if token.word in _AND:
            continue
        if reader.lexicon.agenda.item(token.text) is None:
            return no_such_item(reader, token.text)
        ids.append(token.text)
    return tuple(ids) or no_such_item(reader, "")


def _waiting(reader: Reader) -> str:
    """What becomes of the names that wait: `carry`, `not-reached`."""
    word = reader.keyword(("carry", "not-reached"))
    return word.replace("-", "_") if isinstance(word, str) else "refuse"


ACTS = (
    Act("item", "item", {OpenItem: open_item}, (item(),), When.SITTING),
    Act(
        "join",
        "item",
        {JoinItems: join_items},
        (part("ID [ID ...]", "items", _several, ITEMS),),
        When.SITTING,
    ),
    Act("segment", "item", {OpenSegment: open_segment}, (segment(),), When.SITTING),
    Act(
        "close_item",
        "item",
        {CloseItem: close_item},
        (part("[carry|not-reached]", "waiting", _waiting),),
        When.SITTING,
        probe=CloseItem("carry"),
        at_once=True,
    ),
    Act("reopen", "item", {ReopenItem: reopen_item}, (item(),), When.SITTING),
)
