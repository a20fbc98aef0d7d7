"""The speakers' list: who joins it, who leaves it unheard, and who is put where by hand.

The list is kept by item. Requests come by e-mail before the day, at the desk or from the floor, and
each keeps its route and time (ATT practice: speakers' lists of CSP7 to CSP10).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting.declared import LIST, Act, Happening, Teller, Together, for_group
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.name_words import OPTIONS
from meeting_tui.meeting.names import as_in_use
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import NAMES, Fields, Part, insisted, no_such_item, part, request
from meeting_tui.meeting.waiting_order import find_waiting, is_same, note_name, place_for, waiting
from meeting_tui.text import fold
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class Inscribe(Command, frozen=True):
    whom: tuple[Who, ...]
    item: str | None = None
    segment: str | None = None
    kind: str | None = None
    via: str = "floor"
    about: str = ""
    insist: bool = False
    """Also after the list was closed, and once more for who waits already."""
    as_group: bool = False
    """They speak for a group, though it is in no list: with a group's rank and limit."""


class Move(Command, frozen=True):
    who: Who
    place: int


class Swap(Command, frozen=True):
    first: Who
    second: Who


class OpenList(Command, frozen=True):
    pass


class CloseList(Command, frozen=True):
    pass


class Inscribed(Event, frozen=True):
    """A delegation asked for the floor; tier and capacity are settled here for good."""

    name = "inscribed"
    makes = "inscription"
    inscription: str
    item: str
    delegation: str
    """Code of the directory, or the name as typed when it is not in it."""
    display_name: str
    delegation_kind: str
    tier: str
    kind: str
    capacity: str
    """`national`, `group` or `organisation`."""
    via: str
    """`email`, `desk`, `floor`, or `online`: on a page of the delegation's own."""
    known: bool = True
    segment: str | None = None
    group: str | None = None
    aligned: tuple[str, ...] = ()
    about: str = ""
    group_known: bool = True
    """Whether the group is in the list; else it is as somebody typed it."""
    is_member: bool = True
    """False: a State speaks for a group it does not belong to, as somebody insisted."""


class Moved(Event, frozen=True):
    """A request was put at a place of the list by hand."""

    name = "moved"
    inscription: str
    place: int
    """From 1, in the order shown."""


class Swapped(Event, frozen=True):
    """Two requests changed places."""

    name = "swapped"
    first: str
    second: str


class ListOpened(Event, frozen=True):
    """The list takes requests again."""

    name = "list_opened"
    item: str


class ListClosed(Event, frozen=True):
    """The list takes no more requests."""

    name = "list_closed"
    item: str


def inscribe(state: MeetingState, command: Inscribe, now: datetime) -> tuple[Event, ...] | Refusal:
    """Put delegations on the list of an item; those who already wait so are left where they are."""
    item = state.heard_under(command.item or state.item)
    if item is None:
        return refuse("no_item_open")
    refusal = _cannot_inscribe(state, command, item)
    if refusal:
        return refusal
    ids = state.new_ids("inscription")
    events: list[Event] = []
    seen: set[tuple[str, str | None]] = set()
    for who in command.whom:
        key = (fold(who.code), who.group)
        if key in seen or (not command.insist and _already_waits(state, command, item, who)):
            continue
        seen.add(key)
        events.append(_inscribed(state, command, item, who, next(ids)))
    if not events:
        first = command.whom[0]
        place = next((n for n, i in enumerate(waiting(state, item), 1) if is_same(i, first)), 0)
        return refuse("already_waits", name=first.name, place=place)
    return tuple(events)


def left_out(state: MeetingState, command: Inscribe) -> tuple[Sentence, ...]:
    """What is said of each name that a line would inscribe and that waits so already."""
    item = state.heard_under(command.item or state.item)
    if item is None or command.insist:
        return ()
    listed = waiting(state, item)
    told = []
    for who in command.whom:
        if _already_waits(state, command, item, who):
            place = next((n for n, each in enumerate(listed, 1) if is_same(each, who)), 0)
            told.append(Sentence("refusal.already_waits", name=who.name, place=place))
    return tuple(told)


def _cannot_inscribe(state: MeetingState, command: Inscribe, item: str) -> Refusal | None:
    if state.phase == "adjourned":
        return refuse("adjourned")
    run = state.items[item]
    if run.phase == "closed":
        return refuse("item_closed", item=item)
    if not run.is_list_open and not command.insist:
        return refuse("list_closed", item=item)
    kind = state.rules.kind(command.kind) if command.kind else None
    if kind and kind.pauses_floor:
        return refuse("use_order")
    if kind and kind.own_lane:
        return refuse("use_reply")
    stray = next((each for each in command.whom if each.outside), None)
    if stray and not command.insist:
        return refuse("not_a_member", name=stray.name, group=stray.outside)
    return None


def _already_waits(state: MeetingState, command: Inscribe, item: str, who: Who) -> bool:
    kind = command.kind or state.rules.default_kind
    here = state.items[item].segment
    segment = command.segment or here
    return any(
        is_same(each, who)
        and each.group == who.group
        and each.kind == kind
        and (each.segment or here) == segment
        and each.id in state.lists.get(item, ())
        for each in (state.inscriptions[id_] for id_ in state.asked_as.get(fold(who.code), ()))
    )


def _inscribed(
    state: MeetingState, command: Inscribe, item: str, who: Who, inscription: str
) -> Inscribed:
    return inscribed(
        state,
        who,
        inscription=inscription,
        item=item,
        segment=command.segment,
        kind=command.kind or state.rules.default_kind,
        via=command.via,
        about=command.about,
        as_group=command.as_group,
    )


def inscribed(
    state: MeetingState,
    who: Who,
    *,
    inscription: str,
    item: str,
    kind: str,
    via: str = "floor",
    segment: str | None = None,
    about: str = "",
    as_group: bool = False,
) -> Inscribed:
    """The event of one request for the floor, with its tier and capacity as the rules have them.

    A group has its rank and limit if it is in the list, or with `as_group`.
    """
    who = as_in_use(state, who)
    ranks = as_group or (who.group is not None and who.group_known)
    return Inscribed(
        inscription=inscription,
        item=item,
        delegation=who.code,
        display_name=who.name,
        delegation_kind=who.kind,
        tier=state.rules.tier_for(who.kind, for_group=ranks).id,
        kind=kind,
        capacity=who.capacity,
        via=via,
        known=who.known,
        segment=segment,
        group=who.group,
        aligned=who.aligned,
        about=about,
        group_known=who.group_known or as_group,
        is_member=not who.outside,
    )


def move(state: MeetingState, command: Move, now: datetime) -> tuple[Event, ...] | Refusal:
    """Put a waiting delegation at a place of its list, counted from 1 as shown."""
    found = find_waiting(state, command.who, is_one=True)
    if isinstance(found, Refusal):
        return found
    if found.id in state.replies:
        return refuse("reply_has_no_place", name=found.name)
    length = len(state.lists[found.item])
    if not 1 <= command.place <= length:
        return refuse("no_such_place", place=command.place, length=length)
    return (Moved(found.id, command.place),)


def swap(state: MeetingState, command: Swap, now: datetime) -> tuple[Event, ...] | Refusal:
    """Let two waiting delegations change places."""
    first = find_waiting(state, command.first, is_one=True)
    second = find_waiting(state, command.second, is_one=True)
    if isinstance(first, Refusal):
        return first
    if isinstance(second, Refusal):
        return second
    if (
        first.id == second.id
        or first.item != second.item
        or {first.id, second.id} & {*state.replies}
    ):
        return refuse("cannot_swap", first=first.name, second=second.name)
    return (Swapped(first.id, second.id),)


def open_list(state: MeetingState, command: OpenList, now: datetime) -> tuple[Event, ...] | Refusal:
    """Let delegations inscribe again."""
    if state.item is None:
        return refuse("no_item_open")
    if state.items[state.item].is_list_open:
        return refuse("list_is_open", item=state.item)
    return (ListOpened(state.item),)


def close_list(
    state: MeetingState, command: CloseList, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Close the list of the open item; those on it still speak."""
    if state.item is None:
        return refuse("no_item_open")
    if not state.items[state.item].is_list_open:
        return refuse("list_is_closed", item=state.item)
    return (ListClosed(state.item),)


def inscription_of(event: Inscribed, at: datetime) -> Inscription:
    """The request an event tells of, waiting."""
    return Inscription(
        id=event.inscription,
        item=event.item,
        delegation=event.delegation,
        name=event.display_name,
        delegation_kind=event.delegation_kind,
        known=event.known,
        tier=event.tier,
        kind=event.kind,
        capacity=event.capacity,
        group=event.group,
        aligned=event.aligned,
        via=event.via,
        about=event.about,
        segment=event.segment,
        inscribed_at=at,
        group_known=event.group_known,
        is_member=event.is_member,
    )


def on_inscribed(state: MeetingState, event: Inscribed, entry: Entry) -> None:
    """A request joins the list at the place the rules give it."""
    inscription = inscription_of(event, entry.at)
    state.inscriptions[inscription.id] = inscription
    note_name(state, inscription)
    kind = state.rules.kind(inscription.kind)
    if kind and kind.own_lane:
        state.replies.append(inscription.id)
        return
    listed = state.lists.setdefault(inscription.item, [])
    listed.insert(place_for(state, inscription, listed), inscription.id)


def on_moved(state: MeetingState, event: Moved, entry: Entry) -> None:
    """A request stands where somebody put it, and stays there."""
    found = replace(state.inscriptions[event.inscription], placed_by_hand=True)
    shown = [each.id for each in waiting(state, found.item) if each.id != found.id]
    shown.insert(event.place - 1, found.id)
    state.inscriptions[found.id] = found
    state.lists[found.item] = shown


def on_swapped(state: MeetingState, event: Swapped, entry: Entry) -> None:
    """Two requests change places, and stay there."""
    item = state.inscriptions[event.first].item
    shown = [each.id for each in waiting(state, item)]
    first, second = shown.index(event.first), shown.index(event.second)
    shown[first], shown[second] = shown[second], shown[first]
    state.lists[item] = shown
    for each in (event.first, event.second):
        state.inscriptions[each] = replace(state.inscriptions[each], placed_by_hand=True)


def on_list_opened(state: MeetingState, event: ListOpened, entry: Entry) -> None:
    """Requests are taken again."""
    state.items[event.item] = replace(state.items[event.item], is_list_open=True)


def on_list_closed(state: MeetingState, event: ListClosed, entry: Entry) -> None:
    """No more requests are taken."""
    state.items[event.item] = replace(state.items[event.item], is_list_open=False)


def _shared(teller: Teller, event: Inscribed) -> str:
    """`inscribed`, that of another item or that of a reply, with the item."""
    kind = teller.state.rules.kind(event.kind)
    if kind is not None and kind.own_lane:
        return "happened.inscribed.reply"
    if event.item == teller.state.item:
        return "happened.inscribed"
    return f"happened.inscribed.item {event.item}"


def _told_inscribed(teller: Teller, events: Sequence[Inscribed]) -> str:
    key = _shared(teller, events[0]).split()[0]
    names = teller.both(_asked(teller, each) for each in events)
    return teller.say(key, names=names, item=events[0].item)


def _asked(teller: Teller, event: Inscribed) -> str:
    """`Kenya (for the African Group)`, `Somebody (not in the directory)`."""
    kind = teller.state.rules.kind(event.kind)
    is_plain = kind is None or kind.own_lane or kind.id == teller.state.rules.default_kind
    marks = [
        *_spoken_for(teller, event),
        *([] if is_plain or kind is None else [kind.name.say(teller.language)]),
        *([] if event.known else [teller.say("happened.unknown_name")]),
    ]
    return teller.marked(teller.name_of(event.delegation), marks)


def _spoken_for(teller: Teller, event: Inscribed) -> Iterator[str]:
    """The group and the States that align, or the States alone; the EU's own goes unsaid."""
    if event.group == event.delegation:
        return
    if event.group is not None:
        yield for_group(event.group, teller.language)
    if event.aligned:
        yield teller.say("happened.also_for", names=teller.names(event.aligned))
    if not event.group_known:
        yield teller.say("happened.unknown_group")
    if not event.is_member:
        yield teller.say("happened.not_a_member")


HAPPENINGS = (
    Happening(
        Inscribed,
        on_inscribed,
        lambda t, e: _told_inscribed(t, (e,)),
        (LIST,),
        Together(_shared, _told_inscribed),
        with_floor=True,
        stays=True,
    ),
    Happening(
        Moved,
        on_moved,
        lambda t, e: t.told(e, name=t.who(e.inscription), place=e.place),
        (LIST,),
        stays=True,
    ),
    Happening(
        Swapped,
        on_swapped,
        lambda t, e: t.told(e, first=t.who(e.first), second=t.who(e.second)),
        (LIST,),
        stays=True,
    ),
    Happening(ListOpened, on_list_opened, lambda t, e: t.told(e, item=e.item), (LIST,), stays=True),
    Happening(ListClosed, on_list_closed, lambda t, e: t.told(e, item=e.item), (LIST,), stays=True),
)


VIA = ("email", "desk", "floor", "online")


def _whom(reader: Reader) -> Fields | Refusal:
    """The delegations, with the options between and behind them."""
    whom: list[Who] = []
    options: dict[str, str] = {}
    while not reader.is_done:
        token = reader.peek()
        if token and token.word in OPTIONS:
            refusal = _option(reader, options)
            if refusal:
                return refusal
            continue
        found = reader.whom(is_first=not whom)
        if isinstance(found, Refusal):
            return found
        whom.extend(found)
    if not whom:
        return refuse("name_missing")
    as_group = options.pop("as", None) is not None
    return {"whom": tuple(whom), "as_group": as_group, **options}


def _option(reader: Reader, options: dict[str, str]) -> Refusal | None:
    word = reader.take().word
    token = reader.peek()
    if token is None:
        return refuse("option_empty", word=word)
    if word == "about":
        following = reader.peek(1)
        alone = following is None or following.word in OPTIONS
        options["about"] = reader.take().text if token.quoted and alone else reader.rest()
        return None
    if word == "for":
        return _place_on_agenda(reader, options)
    kinds = {kind.id: kind.name for kind in reader.lexicon.rules.kinds} if word == "kind" else {}
    allowed = {"via": VIA, "as": ("group",), "kind": tuple(kinds)}[word]
    found = reader.titled(kinds) or reader.keyword(allowed)
    if isinstance(found, Refusal):
        return found
    if found is None:
        return refuse("option_unknown", word=word, value=token.text, allowed=", ".join(allowed))
    options[word] = found
    return None


def _place_on_agenda(reader: Reader, options: dict[str, str]) -> Refusal | None:
    token = reader.take()
    agenda = reader.lexicon.agenda
    if agenda.item(token.text):
        options["item"] = token.text
        return None
    holder = agenda.item_of_segment(token.text)
    if holder is None:
        return no_such_item(reader, token.text)
    options["item"], options["segment"] = holder.id, token.text
    return None


def _place(reader: Reader) -> int | Refusal:
    """A place in the list."""
    token = reader.peek()
    if token is None:
        return refuse("place_missing")
    if token.number is None:
        return refuse("place_expected", found=token.text)
    reader.take()
    return token.number


def _second(reader: Reader) -> Who | Refusal:
    """The other delegation, behind a word that may join the two."""
    reader.joining_word()
    return reader.request()


ACTS = (
    Act(
        "inscribe",
        "list",
        {Inscribe: inscribe},
        (
            insisted(),
            Part(
                "D [D ...] [for ID] [kind K] [as group] [via email|desk|floor|online]"
                ' [about "TEXT"]',
                _whom,
                NAMES,
            ),
        ),
    ),
    Act("move", "list", {Move: move}, (request(), part("N", "place", _place))),
    Act(
        "swap",
        "list",
        {Swap: swap},
        (
            part("D", "first", lambda reader: reader.request(), NAMES),
            part("D", "second", _second, NAMES),
        ),
    ),
    Act("open_list", "list", {OpenList: open_list}, probe=OpenList()),
    Act("close_list", "list", {CloseList: close_list}, probe=CloseList()),
)
