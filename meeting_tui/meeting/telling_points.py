"""Notes on an item itself, and points and statements put right, in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.item_notes import PointMoved
from meeting_tui.meeting.notes import ItemNoted, point_line
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.statement_texts import StatementKept
from meeting_tui.meeting.striking import InterventionStruck, PointStruck
from meeting_tui.words import say


class PointTeller(Struct, frozen=True):
    """Who tells it, in one language."""

    state: MeetingState
    language: str
    who: Callable[[str], str]
    """An intervention, also a struck one -> the name of the delegation that made it."""

    def tell(self, event: Event) -> str:
        """One event in one line. Raises KeyError for an event of another kind."""
        return _TOLD[type(event)](self, event)

    def say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)

    def number(self, intervention: str) -> str:
        found = self.state.interventions.get(intervention)
        if found is None and intervention in self.state.struck:
            found = self.state.struck[intervention].intervention
        return str(found.number) if found else "–"


def _item_noted(teller: PointTeller, event: ItemNoted) -> str:
    text = point_line(event) if event.text else teller.say("corrections.nothing_left")
    return teller.say("points.item_noted", item=event.item, text=text)


def _moved(teller: PointTeller, event: PointMoved) -> str:
    if event.intervention is None:
        return teller.say("points.moved_to_item", point=event.point, item=event.item or "")
    name, number = teller.who(event.intervention), teller.number(event.intervention)
    return teller.say("points.moved", point=event.point, name=name, number=number)


def _struck(teller: PointTeller, event: PointStruck) -> str:
    return teller.say("points.struck", point=event.point, reason=event.reason)


def _statement_struck(teller: PointTeller, event: InterventionStruck) -> str:
    name, number = teller.who(event.intervention), teller.number(event.intervention)
    return teller.say("points.statement_struck", name=name, number=number, reason=event.reason)


def _kept(teller: PointTeller, event: StatementKept) -> str:
    text = " ¶ ".join(event.text.split("\n")) or teller.say("corrections.nothing_left")
    return teller.say("points.statement_kept", name=teller.who(event.intervention), text=text)


_TOLD: dict[type[Event], Callable[[PointTeller, Any], str]] = {
    ItemNoted: _item_noted,
    PointMoved: _moved,
    PointStruck: _struck,
    InterventionStruck: _statement_struck,
    StatementKept: _kept,
}
