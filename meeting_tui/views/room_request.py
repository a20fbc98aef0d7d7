"""A delegation's own page: what it may ask for, where it stands on the list, when its turn comes.

It sees its own requests and no other delegation's, and what everybody in the room sees anyway.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.spans import length
from meeting_tui.meeting.waiting_order import is_same, requests_of
from meeting_tui.views.floor import queue, under_discussion
from meeting_tui.views.look import Look
from meeting_tui.views.room_display import RoomClock, room_clock


class OwnRequest(Struct, frozen=True):
    """One request that waits."""

    id: str
    item: str
    """Number and title."""
    stands: str
    """Its place, or that the item has not begun."""
    turn: str
    """When its turn comes, as it looks now; empty where that is not known."""
    limit: str


class Askable(Struct, frozen=True):
    """An item for which the floor may be asked."""

    id: str
    title: str
    is_open: bool


class RequestPage(Struct, frozen=True):
    """What one delegation sees at one moment, texts in one language."""

    meeting: str
    name: str
    item: str
    """What is under discussion; why nothing is."""
    list_closed: str
    """That the open list takes no more requests; empty while it does."""
    has_floor: bool
    clock: RoomClock | None
    own: tuple[OwnRequest, ...]
    items: tuple[Askable, ...]
    is_over: bool


def request_page(look: Look, who: Who) -> RequestPage:
    """The page of one delegation."""
    state = look.state
    speaking = state.speaking()
    has_floor = speaking is not None and is_same(state.asked_by(speaking), who)
    is_over = state.phase == "adjourned"
    open_item = state.items[state.item] if state.item else None
    is_closed = open_item is not None and not open_item.is_list_open
    return RequestPage(
        meeting=state.agenda.short_title.say(look.language),
        name=look.name(who.code),
        item=" ".join(filter(None, under_discussion(look))) or _nothing(look),
        list_closed=look.say("request.list_closed", item=state.item or "") if is_closed else "",
        has_floor=has_floor,
        clock=room_clock(look) if has_floor else None,
        own=tuple(_own(look, each) for each in requests_of(state, who)),
        items=() if is_over else _askable(look),
        is_over=is_over,
    )


def _nothing(look: Look) -> str:
    phase = look.state.phase
    return look.say("slip.no_item" if phase == "open" else f"slip.is_{phase}")


def _askable(look: Look) -> tuple[Askable, ...]:
    """The open item, if its list is open, and those to come."""
    state = look.state
    found = []
    for each in state.running_order:
        run, item = state.items[each], state.agenda.item(each)
        if item is None or run.phase == "closed" or not run.is_list_open:
            continue
        found.append(Askable(each, item.title.say(look.language), each == state.item))
    return tuple(sorted(found, key=lambda each: not each.is_open))


def _own(look: Look, asked: Inscription) -> OwnRequest:
    state = look.state
    line = [each.id for each in queue(look)]
    item = state.agenda.item(asked.item)
    title = item.title.say(look.language) if item else ""
    limit = limit_for(state, asked)
    turns = look.projection.item.turns if look.projection.item else ()
    turn = next((each.turn_at for each in turns if each.inscription == asked.id), None)
    if asked.id in line:
        stands = look.say("request.place", place=line.index(asked.id) + 1, count=len(line))
    elif asked.id in state.replies:
        stands = look.say("request.reply")
    else:
        stands = look.say("request.to_come")
    return OwnRequest(
        id=asked.id,
        item=f"{asked.item} {title}".strip(),
        stands=stands,
        turn=look.say("request.turn", time=look.clock(turn)) if turn else "",
        limit=look.say("request.limit", limit=length(limit)) if limit is not None else "",
    )
