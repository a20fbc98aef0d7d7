"""What happened, in one line of plain words: for the message line, the shell and the Record screen.

The state told from is the one right after the entry (`telling_then` has it for a whole log), so
that a sentence says what was so then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from meeting_tui.agenda.local_times import local_text
from meeting_tui.meeting.clock_gaps import ClockJumped, GapCounted, GapDiscounted
from meeting_tui.meeting.decisions import DecisionTaken, DocumentReceived
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorContinued, FloorGiven, FloorPaused, FloorYielded
from meeting_tui.meeting.happenings import CORRECTION_EVENTS, POINT_EVENTS, SCHEDULE_EVENTS
from meeting_tui.meeting.items import (
    ItemClosed,
    ItemOpened,
    ItemReopened,
    ItemsJoined,
    SegmentOpened,
)
from meeting_tui.meeting.leaving import FoundAbsent, NotReached, TextHandedIn, Withdrawn
from meeting_tui.meeting.limits import LimitExtended, LimitSet, tiers_with_own_limit
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, LossesSeen, stretches
from meeting_tui.meeting.names import DelegationIdentified, GroupIdentified
from meeting_tui.meeting.notes import ItemNoted, PointNoted
from meeting_tui.meeting.point_of_order import (
    PointOfOrderLapsed,
    PointOfOrderRaised,
    PointOfOrderRuled,
)
from meeting_tui.meeting.presiding import ChairTaken
from meeting_tui.meeting.sittings import (
    MeetingAdjourned,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from meeting_tui.meeting.spans import span as span
from meeting_tui.meeting.speakers_list import Inscribed, ListClosed, ListOpened, Moved, Swapped
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.telling_corrections import CorrectionTeller, for_group
from meeting_tui.meeting.telling_details import TOLD_HERE, DetailTeller
from meeting_tui.meeting.telling_points import PointTeller
from meeting_tui.meeting.telling_schedule import tell_schedule
from meeting_tui.words import say

NameOf = Callable[[str], str]
"""A delegation's code -> its name in the reader's language; an unknown code is its own name."""

_POINTS = ("points_noted", "points_noted.item")
_OF_SEVERAL = (*_POINTS, "limits_set")
"""What is gathered only if there are several."""
"""Of several points noted at once it is said how many there are."""

ToldOf = Callable[[str], str]
"""An act -> what was told of it when it was done."""


def tell(
    state: MeetingState,
    entry: Entry,
    language: str,
    name_of: NameOf,
    told_of: ToldOf | None = None,
) -> str:
    """One entry in one line; with `told_of` an undo says what it took back.

    People's text is put in as it is, never formatted or marked up.
    """
    return tell_act(state, (entry,), language, name_of, told_of)


def tell_act(
    state: MeetingState,
    entries: Sequence[Entry],
    language: str,
    name_of: NameOf,
    told_of: ToldOf | None = None,
) -> str:
    """All entries of one act in one line: "Inscribed: Mexico, France (for the European Union)"."""
    teller = _Teller(state, language, name_of, told_of, entries[0].at)
    return teller.joined([entry.event for entry in entries])


@dataclass
class _Teller:
    """Who tells what happened, in one language."""

    state: MeetingState
    language: str
    name_of: NameOf
    told_of: ToldOf | None
    at: datetime
    """When it took effect."""

    def joined(self, events: Sequence[Event]) -> str:
        """The events of one act; several of one kind that only name somebody become one."""
        told: list[str] = []
        for key, group in groupby(events, self._gathers):
            of_kind = list(group)
            if key is None or (key[0] in _OF_SEVERAL and len(of_kind) == 1):
                told.extend(self.one(event) for event in of_kind)
            else:
                told.append(self.gathered(key[0], of_kind))
        return self.phrase("between").join(told)

    def _gathers(self, event: Event) -> tuple[str, str] | None:
        """The sentence that names several at once, and what they share; None for one of its own."""
        if isinstance(event, PointNoted):
            return "points_noted", event.intervention
        if isinstance(event, ItemNoted):
            return "points_noted.item", event.item
        if isinstance(event, LimitSet):
            return "limits_set", ""
        if isinstance(event, NotReached):
            return "not_reached", ""
        if not isinstance(event, Inscribed):
            return None
        kind = self.state.rules.kind(event.kind)
        if kind is not None and kind.own_lane:
            return "inscribed.reply", ""
        return "inscribed" if event.item == self.state.item else "inscribed.item", event.item

    def gathered(self, key: str, events: Sequence[Any]) -> str:
        if key in _POINTS:
            name = self.who(events[0].intervention) if key == _POINTS[0] else ""
            item = getattr(events[0], "item", "")
            return self.phrase(key, count=len(events), name=name, item=item)
        if key == "limits_set":
            return self.limits(events)
        names = self.phrase("and").join(
            self.asked(each) if isinstance(each, Inscribed) else self.who(each.inscription)
            for each in events
        )
        return self.phrase(key, names=names, item=getattr(events[0], "item", ""))

    def limits(self, events: Sequence[LimitSet]) -> str:
        """Limits set at once, that for all first: `1:45; 2:45 for group statements`."""
        told = [
            span(each.seconds)
            if each.scope == "default"
            else self.phrase("limit_of", limit=span(each.seconds), who=_limited(self, each))
            for each in sorted(events, key=lambda one: one.scope != "default")
        ]
        limits = self.phrase("between").join(told)
        named = [each.key for each in events if each.scope == "tier"]
        is_for_all = any(each.scope == "default" for each in events)
        kept = _kept_limits(self, named) if is_for_all else ""
        return self.phrase("limits_set.kept" if kept else "limits_set", limits=limits, kept=kept)

    def asked(self, event: Inscribed) -> str:
        """`Kenya (for the African Group)`, `Somebody (not in the directory)`."""
        kind = self.state.rules.kind(event.kind)
        is_plain = kind is None or kind.own_lane or kind.id == self.state.rules.default_kind
        marks = [
            *self._spoken_for(event),
            *([] if is_plain or kind is None else [kind.name.say(self.language)]),
            *([] if event.known else [self.phrase("unknown_name")]),
        ]
        return self.marked(self.name_of(event.delegation), marks)

    def _spoken_for(self, event: Inscribed) -> Iterator[str]:
        """The group and the States that align, or the States alone; the EU's own goes unsaid."""
        if event.group == event.delegation:
            return
        if event.group is not None:
            yield for_group(event.group, self.language)
        if event.aligned:
            names = self.phrase("and").join(self.name_of(each) for each in event.aligned)
            yield self.phrase("also_for", names=names)
        if not event.group_known:
            yield self.phrase("unknown_group")
        if not event.is_member:
            yield self.phrase("not_a_member")

    def marked(self, name: str, marks: Sequence[str]) -> str:
        joined = self.phrase("and").join(marks)
        return self.phrase("in_brackets", name=name, marks=joined) if marks else name

    def on_another_item(self, event: FloorGiven) -> list[str]:
        """`Right of reply, on item 2`, where that is not the open one."""
        asked = self.state.inscriptions.get(event.inscription)
        if asked is None or event.item in (self.state.item, *self.state.joined):
            return []
        kind = self.state.rules.kind(asked.kind)
        named = kind.name.say(self.language) if kind else asked.kind
        return [say("room.on_another_item", self.language, kind=named, item=event.item)]

    def one(self, event: Event) -> str:
        if isinstance(event, SCHEDULE_EVENTS):
            return tell_schedule(self.state, event, self.language)
        if isinstance(event, TOLD_HERE):
            return DetailTeller(
                self.language, self.who, self.name_of, len(self.state.present)
            ).tell(event)
        if isinstance(event, POINT_EVENTS):
            return PointTeller(self.state, self.language, self.who).tell(event)
        if isinstance(event, CORRECTION_EVENTS):
            return CorrectionTeller(self.state, self.language, self.who, self.name_of).tell(event)
        key, params = event.name, _TOLD[type(event)](self, event)
        return self.phrase(f"{key}.{params.pop('case')}" if "case" in params else key, **params)

    def phrase(self, key: str, **params: str | int) -> str:
        return say(f"happened.{key}", self.language, **params)

    def who(self, key: str) -> str:
        """The name of whoever an inscription, intervention or point of order is."""
        state = self.state
        if key in state.interventions:
            key = state.interventions[key].inscription
        if key in state.struck:
            asked = state.struck[key].asked
            return self.name_of(asked.delegation) if asked else self.phrase("unknown")
        if key in state.inscriptions:
            return self.name_of(state.inscriptions[key].delegation)
        if key in state.points_of_order:
            return self.name_of(state.points_of_order[key].delegation)
        return self.phrase("unknown")

    def clock(self, instant: datetime) -> str:
        return local_text(instant.astimezone(ZoneInfo(self.state.agenda.zone)))

    def title(self, item: str) -> str:
        found = self.state.agenda.item(item)
        return found.title.say(self.language) if found else item


Params = dict[str, str | int]


def _identified(teller: _Teller, event: DelegationIdentified) -> Params:
    is_guest = event.delegation_kind == "guest" and not event.known
    case: Params = {"case": "as_guest"} if is_guest and event.inscription is None else {}
    return {"typed": event.typed_name, "name": teller.name_of(event.delegation), **case}


def _group_identified(teller: _Teller, event: GroupIdentified) -> Params:
    case: Params = {"case": "as_typed"} if event.group == event.typed_group else {}
    return {"typed": event.typed_group, "name": event.display_name, **case}


def _started(teller: _Teller, event: SessionStarted) -> Params:
    return {"session": event.session, "title": event.agenda.title.say(teller.language)}


def _resumed(teller: _Teller, event: SittingResumed) -> Params:
    """Whether a sitting goes on or the next one has begun, perhaps before its planned time."""
    told: Params = {"sitting": event.sitting, "until": teller.clock(event.planned_end)}
    run = teller.state.sittings.get(event.sitting)
    if run is None or run.opened_at != teller.at:
        return told
    if teller.at < event.planned_start:
        return {"case": "early", "start": teller.clock(event.planned_start), **told}
    return {"case": "begun", **told}


def _with_text(teller: _Teller, event: SittingSuspended | MeetingAdjourned) -> Params:
    return {"case": "text", "text": event.text} if event.text else {}


def _presides(teller: _Teller, event: ChairTaken) -> Params:
    told: Params = {"person": event.person or say("room.the_chair", teller.language)}
    return (
        told
        if event.since is None
        else {"case": "since", "since": teller.clock(event.since), **told}
    )


def _item(teller: _Teller, event: ItemOpened | ItemReopened) -> Params:
    return {"item": event.item, "title": teller.title(event.item)}


def _segment(teller: _Teller, event: SegmentOpened) -> Params:
    found = teller.state.agenda.segment(event.segment)
    title = found.title.say(teller.language) if found else event.item
    return {"segment": event.segment, "title": title}


def _closed(teller: _Teller, event: ItemClosed) -> Params:
    last = teller.state.together[-1] if teller.state.together else None
    if last is None or last.until != teller.at or event.item not in last.items:
        return {"item": event.item, **({"case": "carried"} if event.carried else {})}
    items = teller.phrase("and").join(last.items)
    return {"case": "carried_together" if event.carried else "together", "items": items}


_GAPS = {each: each for each in ("closed", "restarted", "moved", "stopped")}


def _jumped(teller: _Teller, event: ClockJumped) -> Params:
    case = "forward" if event.seconds > 0 else "back"
    case = {"sleep": "", **_GAPS}.get(event.cause, case)
    told: Params = {"span": span(event.seconds)}
    if case == "stopped":
        has_floor = next(iter(teller.state.pending_order), teller.state.floor or "")
        told["name"] = teller.who(has_floor)
    return {**told, **({"case": case} if case else {})}


def _gap(teller: _Teller, event: GapDiscounted | GapCounted) -> Params:
    return {
        "name": teller.who(event.point_of_order or event.intervention),
        "span": span(event.seconds),
    }


def _lost(teller: _Teller, event: EventsLost) -> Params:
    told = _numbers([*range(event.first_number, event.last_number + 1)])
    if event.replaced:
        return {"case": "replaced", **told}
    if event.since is None:
        return told
    since = teller.clock(event.since)
    if event.until is None:
        return {"case": "after", "since": since, **told}
    until = teller.clock(event.until)
    case = "at" if since == until else "between"
    return {"case": case, "since": since, "until": until, **told}


def _numbers(numbers: Sequence[int]) -> Params:
    """`3, 7, 9-18`, and how many they are."""
    ends = stretches(numbers)
    told = (str(first) if first == last else f"{first}-{last}" for first, last in ends)
    return {"place": ", ".join(told), "count": len(numbers)}


def _undone(teller: _Teller, event: ActUndone | ActRedone) -> Params:
    if teller.told_of is None:
        return {}
    return {"case": "what", "what": teller.told_of(event.act)}


def _given(teller: _Teller, event: FloorGiven) -> Params:
    limit = "–" if event.limit_seconds is None else span(event.limit_seconds)
    case: Params = {"case": "out_of_order"} if event.out_of_order else {}
    name = teller.marked(teller.who(event.inscription), teller.on_another_item(event))
    return {"name": name, "limit": limit, **case}


def _yielded(teller: _Teller, event: FloorYielded) -> Params:
    found = teller.state.interventions.get(event.intervention)
    used = span(round(found.used_seconds(found.yielded_at))) if found and found.yielded_at else "–"
    return {"name": teller.who(event.intervention), "used": used}


def _raised(teller: _Teller, event: PointOfOrderRaised) -> Params:
    name = teller.name_of(event.delegation)
    return {"name": name, **({"case": "text", "text": event.text} if event.text else {})}


def _limit(teller: _Teller, event: LimitSet) -> Params:
    kept = _kept_limits(teller) if event.scope == "default" else ""
    if kept:
        return {"case": "kept", "kept": kept, "limit": span(event.seconds)}
    return {"who": _limited(teller, event), "limit": span(event.seconds)}


def _kept_limits(teller: _Teller, named: Sequence[str] = ()) -> str:
    """The tiers with limits of their own, except those named: `group statements (5:00)`."""
    return teller.phrase("and").join(
        f"{tier.name.say(teller.language)} ({span(limit)})"
        for tier, limit in tiers_with_own_limit(teller.state)
        if tier.id not in named
    )


def _limited(teller: _Teller, event: LimitSet) -> str:
    """Whose limit it is."""
    rules = teller.state.rules
    if event.scope == "tier":
        tier = rules.tier(event.key)
        return tier.name.say(teller.language) if tier else event.key
    if event.scope == "kind":
        kind = rules.kind(event.key)
        return kind.name.say(teller.language) if kind else event.key
    if event.scope == "delegation":
        return teller.name_of(event.key)
    if event.scope == "inscription":
        return teller.who(event.key)
    return teller.phrase("everybody")


_TOLD: dict[type[Event], Callable[[_Teller, Any], Params]] = {
    SessionStarted: _started,
    SittingOpened: lambda t, e: {"sitting": e.sitting, "until": t.clock(e.planned_end)},
    SittingSuspended: _with_text,
    SittingResumed: _resumed,
    MeetingAdjourned: _with_text,
    ChairTaken: _presides,
    ItemOpened: _item,
    ItemReopened: _item,
    ItemsJoined: lambda t, e: {"items": t.phrase("and").join((e.item, *e.others))},
    SegmentOpened: _segment,
    ItemClosed: _closed,
    ClockJumped: _jumped,
    EventsLost: _lost,
    EventsSetApart: lambda t, e: _numbers(e.numbers),
    LossesSeen: lambda t, e: {},
    ActUndone: _undone,
    ActRedone: _undone,
    Withdrawn: lambda t, e: {"name": t.who(e.inscription)},
    FoundAbsent: lambda t, e: {"name": t.who(e.inscription)},
    TextHandedIn: lambda t, e: {"name": t.who(e.inscription)},
    FloorGiven: _given,
    FloorYielded: _yielded,
    PointOfOrderRaised: _raised,
    LimitSet: _limit,
    Moved: lambda t, e: {"name": t.who(e.inscription), "place": e.place},
    Swapped: lambda t, e: {"first": t.who(e.first), "second": t.who(e.second)},
    ListOpened: lambda t, e: {"item": e.item},
    ListClosed: lambda t, e: {"item": e.item},
    DelegationIdentified: _identified,
    GroupIdentified: _group_identified,
    FloorPaused: lambda t, e: {"name": t.who(e.intervention)},
    FloorContinued: lambda t, e: {"name": t.who(e.intervention)},
    GapDiscounted: _gap,
    GapCounted: _gap,
    LimitExtended: lambda t, e: {"name": t.who(e.intervention), "span": span(e.seconds)},
    PointOfOrderRuled: lambda t, e: {"name": t.who(e.point_of_order), "ruling": e.ruling},
    PointOfOrderLapsed: lambda t, e: {"name": t.who(e.point_of_order)},
    DecisionTaken: lambda t, e: {"item": e.item, "text": e.text},
    DocumentReceived: lambda t, e: {"name": t.name_of(e.delegation), "text": e.text},
}
