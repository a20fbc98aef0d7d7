"""Points of order: they interrupt, and the Chair rules before the list moves.

The speaker's time stands still from the moment a point is raised until `continue`. Several are
heard in the order raised, unless the rules say otherwise (`points_of_order_first`). Source: Rules
of Procedure of the General Assembly, rules 71 and 113 (the Chair rules at once).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from meeting_tui.meeting.declared import FLOOR, Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import PointOfOrder, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import delegation, optional_text, text


class RaisePointOfOrder(Command, frozen=True):
    who: Who
    text: str = ""


class Rule(Command, frozen=True):
    text: str


class PointOfOrderRaised(Event, frozen=True):
    """Interrupts; the speaker's time stands still from here until `FloorContinued`."""

    name = "point_of_order_raised"
    makes = "point_of_order"
    point_of_order: str
    delegation: str
    display_name: str
    known: bool = True
    item: str | None = None
    text: str = ""


class PointOfOrderRuled(Event, frozen=True):
    """The Chair ruled."""

    name = "point_of_order_ruled"
    point_of_order: str
    ruling: str


class PointOfOrderLapsed(Event, frozen=True):
    """The sitting ended before the Chair ruled."""

    name = "point_of_order_lapsed"
    point_of_order: str


def raise_point_of_order(
    state: MeetingState, command: RaisePointOfOrder, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Interrupt for a point of order."""
    who = command.who
    return (
        PointOfOrderRaised(
            point_of_order=next(state.new_ids("point_of_order")),
            delegation=who.code,
            display_name=who.name,
            known=who.known,
            item=state.item,
            text=command.text,
        ),
    )


def pending_refusal(state: MeetingState) -> Refusal:
    """The refusal while a point of order waits for the Chair's ruling."""
    return refuse("point_of_order_pending", name=state.points_of_order[state.pending_order[0]].name)


def heard_since(state: MeetingState) -> datetime | None:
    """Since when the point of order that waits for its ruling is heard; None where none does.

    From when it was raised, or from the ruling on another that was heard before it; gaps of the
    clock that do not count are left out.
    """
    if not state.pending_order:
        return None
    heard = state.points_of_order[state.pending_order[0]]
    ruled = (each.ruled_at for each in state.points_of_order.values() if each.ruled_at)
    gaps = (each.seconds for each in state.gaps if each.heard == heard.id and each.discounted)
    began = max(heard.raised_at, max(ruled, default=heard.raised_at))
    return began + timedelta(seconds=sum(gaps))


def rule(state: MeetingState, command: Rule, now: datetime) -> tuple[Event, ...] | Refusal:
    """Record the Chair's ruling on the point of order being heard."""
    if not state.pending_order:
        return refuse("no_point_of_order")
    return (PointOfOrderRuled(state.pending_order[0], command.text),)


def lapses(state: MeetingState) -> tuple[Event, ...]:
    """What becomes of points of order that wait when a sitting ends."""
    return tuple(PointOfOrderLapsed(each) for each in state.pending_order)


def on_raised(state: MeetingState, event: PointOfOrderRaised, entry: Entry) -> None:
    """The speaker's time stands still while the point is heard."""
    state.points_of_order[event.point_of_order] = PointOfOrder(
        id=event.point_of_order,
        delegation=event.delegation,
        name=event.display_name,
        known=event.known,
        item=event.item,
        text=event.text,
        raised_at=entry.at,
        interrupted=state.floor,
    )
    if state.rules.points_of_order_first == "last_raised":
        state.pending_order.insert(0, event.point_of_order)
    else:
        state.pending_order.append(event.point_of_order)
    speaking = state.speaking()
    if speaking and speaking.paused_since is None:
        state.interventions[speaking.id] = replace(speaking, paused_since=entry.at)


def on_ruled(state: MeetingState, event: PointOfOrderRuled, entry: Entry) -> None:
    """The point is settled; the next one is heard, or the speaker waits for `continue`."""
    found = state.points_of_order[event.point_of_order]
    state.points_of_order[found.id] = replace(found, ruled_at=entry.at, ruling=event.ruling)
    state.pending_order.remove(found.id)


def on_lapsed(state: MeetingState, event: PointOfOrderLapsed, entry: Entry) -> None:
    """The sitting ended before a ruling."""
    found = state.points_of_order[event.point_of_order]
    state.points_of_order[found.id] = replace(found, lapsed_at=entry.at)
    state.pending_order.remove(found.id)


def _raised(teller: Teller, event: PointOfOrderRaised) -> str:
    name = teller.name_of(event.delegation)
    if event.text:
        return teller.told(event, "text", name=name, text=event.text)
    return teller.told(event, name=name)


HAPPENINGS = (
    Happening(PointOfOrderRaised, on_raised, _raised, (FLOOR,), of_floor=True),
    Happening(
        PointOfOrderRuled,
        on_ruled,
        lambda t, e: t.told(e, name=t.who(e.point_of_order), ruling=e.ruling),
        (FLOOR,),
        of_floor=True,
    ),
    Happening(
        PointOfOrderLapsed,
        on_lapsed,
        lambda t, e: t.told(e, name=t.who(e.point_of_order)),
        (FLOOR,),
    ),
)


ACTS = (
    Act(
        "order",
        "order",
        {RaisePointOfOrder: raise_point_of_order},
        (delegation(apart=False), optional_text()),
        When.SITTING,
    ),
    Act("ruling", "order", {Rule: rule}, (text(),), When.SITTING, probe=Rule("–")),
)
