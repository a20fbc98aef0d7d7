"""Names that are not in the directory: accepted at once, identified later.

Identifying a name changes what is shown and counted from then on; the events before it keep the
name as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from meeting_tui.delegations.model import GUEST, STATES
from meeting_tui.meeting.declared import CORRECTIONS, LIST, Act, Happening, Seat, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.notes import not_asked
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState, free_names, unknown_names
from meeting_tui.meeting.syntax import NAMES, Fields, Part
from meeting_tui.meeting.waiting_order import find_waiting, note_name, put_in_order
from meeting_tui.text import fold

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class Identify(Command, frozen=True):
    """Which delegation or group a typed name is, or another free name."""

    typed_name: str
    who: Who | None
    """None where what it is said to be is no delegation."""
    group: str | None = None
    """The id of the group it is said to be."""
    group_name: str = ""
    is_group: bool = False
    """It is said to be a group, as it was typed."""
    typed_who: Who | None = None
    """The delegation whose name was typed, which may wait under a name that is to be another."""


class DelegationIdentified(Event, frozen=True):
    """A name that was not in the directory is this delegation."""

    name = "delegation_identified"
    typed_name: str
    delegation: str
    display_name: str
    delegation_kind: str
    tier: str
    known: bool = True
    """Whether the new name is in the directory; else it is free, and marked as before."""
    inscription: str | None = None
    """The one request that is named anew; None for all under the typed name."""


class GroupIdentified(Event, frozen=True):
    """A group that was in no list is this one, or these States; or it is one as it was typed."""

    name = "group_identified"
    typed_group: str
    display_name: str
    tier: str
    """The group's rank; empty where States are spoken for, whose speaker keeps its own."""
    group: str | None
    aligned: tuple[str, ...] = ()


def identify(state: MeetingState, command: Identify, now: datetime) -> tuple[Event, ...] | Refusal:
    """Say which delegation or group a typed name is, or give who waits a name of its own."""
    names, groups = unknown_names(state), unknown_groups(state)
    typed = _same(free_names(state), command.typed_name)
    if typed is not None:
        who = command.who
        if who is None:
            return refuse("not_in_directory", name=command.group_name or command.typed_name)
        if not who.known and fold(who.code) == fold(typed):
            return refuse("not_in_directory", name=who.name)
        if who.code == GUEST:  # whose place the name takes
            if typed in state.guests:
                return refuse("guest_already", name=typed)
            who = Who(typed, typed, who.kind, known=False)
        return (_identified(state, typed, who),)
    group = _same(groups, command.typed_name)
    if group is not None:
        found = identify_group(state, group, command)
        return found if isinstance(found, Refusal) else (found,)
    if command.typed_who is not None and command.who is not None and not command.who.known:
        return _named_anew(state, command.typed_who, command.who)
    shown = ", ".join((*names, *groups))
    if not shown:
        return refuse("no_unknown_names", name=command.typed_name)
    return refuse("no_such_unknown_name", name=command.typed_name, names=shown)


def _same(names: tuple[str, ...], typed: str) -> str | None:
    return next((each for each in names if fold(each) == fold(typed)), None)


def _identified(state: MeetingState, typed: str, who: Who) -> DelegationIdentified:
    return DelegationIdentified(
        typed_name=typed,
        delegation=who.code,
        display_name=who.name,
        delegation_kind=who.kind,
        tier=state.rules.tier_for(who.kind, for_group=False).id,
        known=who.known,
    )


def _named_anew(state: MeetingState, typed: Who, free: Who) -> tuple[Event, ...] | Refusal:
    """A free name for one request that waits under a delegation's; a guest stays a guest."""
    asked = find_waiting(state, typed)
    if isinstance(asked, Refusal):
        return asked
    event = _identified(state, asked.delegation, free)
    if asked.delegation_kind not in STATES:
        event = replace(event, delegation_kind=asked.delegation_kind, tier=asked.tier)
    return (replace(event, inscription=asked.id),)


def on_identified(state: MeetingState, event: DelegationIdentified, entry: Entry) -> None:
    """Everything under the typed name is the delegation's; where it waits, it is in its tier."""
    own: dict[str, Any] = {
        "delegation": event.delegation,
        "name": event.display_name,
        "known": event.known,
    }
    _identify_requests(state, event, own)
    if event.inscription is None:
        _identify_others(state, event, own)
        state.guests -= {event.typed_name}
    if event.delegation_kind == "guest" and not event.known:
        state.guests |= {event.delegation}
    if event.typed_name == event.display_name:  # a guest, whose name stays as it is
        return
    state.keep_correction(
        entry, "delegation", event.delegation, event.typed_name, event.display_name
    )


def _identify_others(
    state: MeetingState, event: DelegationIdentified, own: Mapping[str, Any]
) -> None:
    """Points of order, texts, presence and limits under the name."""
    typed = fold(event.typed_name)
    for key, raised in list(state.points_of_order.items()):
        if not raised.known and fold(raised.delegation) == typed:
            state.points_of_order[key] = replace(raised, **own)
    state.documents[:] = [
        replace(each, **own) if not each.known and fold(each.delegation) == typed else each
        for each in state.documents
    ]
    for key, seen in list(state.present.items()):
        if not seen.known and fold(key) == typed:
            del state.present[key]
            state.present[event.delegation] = replace(
                seen, delegation=event.delegation, known=event.known
            )
    for scope, key in list(state.limits):
        if scope == "delegation" and fold(key) == typed:
            state.limits[scope, event.delegation] = state.limits.pop((scope, key))


def _identify_requests(
    state: MeetingState, event: DelegationIdentified, own: Mapping[str, Any]
) -> None:
    """Requests under the name, their places in the lists, and the questions asked of its kind."""
    typed = fold(event.typed_name)
    capacity = "national" if event.delegation_kind in STATES else "organisation"
    meant = (event.inscription,) if event.inscription else state.asked_as.get(typed, ())
    for key in dict.fromkeys(meant):
        asked = state.inscriptions[key]
        if not event.inscription and (asked.known or fold(asked.delegation) != typed):
            continue  # no longer under it
        changes = {**own, "delegation_kind": event.delegation_kind}
        if asked.group is None or not asked.group_known:
            changes["tier"] = event.tier
        if asked.group is None:
            changes["capacity"] = capacity
        state.inscriptions[key] = replace(asked, **changes)
        note_name(state, state.inscriptions[key])
    for item in state.lists:
        put_in_order(state, item)
    once_theirs = state.asked_as.get(fold(event.delegation), ())
    theirs = {k for k in once_theirs if state.inscriptions[k].delegation == event.delegation}
    for turn in [each for each in state.interventions.values() if each.inscription in theirs]:
        for key in state.points_of.get(turn.id, ()):
            point = state.points[key]
            marked = not_asked(state, turn, point.questions)
            state.points[key] = replace(point, not_asked=marked)


def unknown_groups(state: MeetingState) -> tuple[str, ...]:
    """Groups spoken for that are in no list, in the order they came up."""
    asked = (each.group for each in state.inscriptions.values() if not each.group_known)
    return tuple(dict.fromkeys(group for group in asked if group is not None))


def as_in_use(state: MeetingState, who: Who) -> Who:
    """Who speaks for a group that was typed before and said to be one, as it is called since."""
    if who.group_known or who.group is None:
        return who
    typed = fold(who.group)
    groups = (each.group for each in state.inscriptions.values() if each.group_known and each.group)
    known = next((group for group in groups if fold(group) == typed), None)
    return who if known is None else replace(who, group=known, group_known=True)


def identify_group(state: MeetingState, typed: str, command: Identify) -> GroupIdentified | Refusal:
    """Say which group a typed one is, or which State; or that it is a group as it was typed."""
    tier = state.rules.tier_for("", for_group=True).id
    if command.is_group:
        return GroupIdentified(typed, typed, tier, typed)
    if command.group is not None:
        return GroupIdentified(typed, command.group_name, tier, command.group)
    who = command.who
    if who is None or not who.known:
        return refuse("no_such_group", name=typed)
    return GroupIdentified(typed, who.name, "", None, (who.code,))


def on_group_identified(state: MeetingState, event: GroupIdentified, entry: Entry) -> None:
    """All who spoke or will speak for it do so for what it is; who waits is in its tier."""
    typed = fold(event.typed_group)
    for key, asked in list(state.inscriptions.items()):
        if not asked.group_known and fold(asked.group or "") == typed:
            state.inscriptions[key] = _group_identified(asked, event)
    for item in state.lists:
        put_in_order(state, item)
    group = event.group or event.aligned[0]
    state.keep_correction(entry, "delegation", group, event.typed_group, event.display_name)


def _group_identified(asked: Inscription, event: GroupIdentified) -> Inscription:
    aligned = dict.fromkeys((*asked.aligned, *event.aligned))
    changes: dict[str, Any] = {
        "group": event.group,
        "group_known": True,
        "aligned": tuple(code for code in aligned if code != asked.delegation),
    }
    if event.group is None:
        changes["capacity"] = "national" if asked.delegation_kind in STATES else "organisation"
    if event.tier:
        changes["tier"] = event.tier
    return replace(asked, **changes)


def _told(teller: Teller, event: DelegationIdentified) -> str:
    is_guest = event.delegation_kind == "guest" and not event.known and event.inscription is None
    name = teller.name_of(event.delegation)
    return teller.told(event, "as_guest" if is_guest else "", typed=event.typed_name, name=name)


def _group_told(teller: Teller, event: GroupIdentified) -> str:
    case = "as_typed" if event.group == event.typed_group else ""
    return teller.told(event, case, typed=event.typed_group, name=event.display_name)


HAPPENINGS = (
    Happening(
        DelegationIdentified,
        on_identified,
        _told,
        (LIST, CORRECTIONS),
        stays=True,
        corrects=True,
    ),
    Happening(
        GroupIdentified,
        on_group_identified,
        _group_told,
        (LIST, CORRECTIONS),
        stays=True,
        corrects=True,
    ),
)


_AROUND = ' "“”「」'


def _typed(reader: Reader) -> Fields | Refusal:
    """`NAME as`: the name as it was typed when it was in no list."""
    places = [n for n, token in enumerate(reader.tokens) if token.word == "as" and n > reader.at]
    if not places:
        return refuse("identify_as_missing")
    begin, end = reader.tokens[reader.at].start, reader.tokens[places[0]].start
    typed = reader.line[begin:end].strip(_AROUND)
    named = reader.lexicon.one_name(reader.line[:end].rstrip(), begin, apart=False, is_exact=True)
    reader.at = places[0] + 1
    return {"typed_name": typed, "typed_who": None if isinstance(named, Refusal) else named.who}


def _meant(reader: Reader) -> Fields | Refusal:
    """What the name is said to be: a group, a delegation, or what may be either (the EU)."""
    token = reader.peek()
    target = "" if token is None else reader.line[token.start :].strip()
    if target.casefold() == "group":
        reader.rest()
        return {"who": None, "is_group": True}
    if target.casefold() == GUEST.casefold():  # also where the list in use has no such place
        reader.rest()
        return {"who": Who(GUEST, GUEST, "guest")}
    found: dict[str, Any] = {"who": None}
    directory = reader.lexicon.directory
    group = directory.group(target.strip(_AROUND)) if target else None
    if group is not None:
        found |= {"group": group, "group_name": directory.group_name(group)}
    who = reader.who(is_exact=True)
    if isinstance(who, Refusal) and group is not None:
        reader.rest()
        return found
    return who if isinstance(who, Refusal) else {**found, "who": who}


ACTS = (
    Act(
        "identify",
        "record",
        {Identify: identify},
        (Part("NAME as", _typed, NAMES), Part("D|GROUP|group|guest", _meant, NAMES)),
        When.EVER,
        Seat.NOTES,
        events=(DelegationIdentified, GroupIdentified),
    ),
)
