"""What acts that were taken back speak of, so that they can still be told by name.

The state does not hold it any more; the record shows such acts struck, not nameless.
"""

from __future__ import annotations

from collections.abc import Iterable

from meeting_tui.meeting import events as happened
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.records import Inscription, Intervention, PointOfOrder
from meeting_tui.meeting.speakers_list import inscription_of
from meeting_tui.meeting.state import MeetingState


class TakenBack:
    """Requests, interventions and points of order that a state does not hold."""

    def __init__(self) -> None:
        self._inscriptions: dict[str, Inscription] = {}
        self._interventions: dict[str, Intervention] = {}
        self._points_of_order: dict[str, PointOfOrder] = {}

    def learn(self, state: MeetingState, entries: Iterable[Entry]) -> None:
        """Remember what these entries made and `state` does not hold."""
        for entry in entries:
            event = entry.event
            if isinstance(event, happened.Inscribed):
                if event.inscription not in state.inscriptions:
                    self._inscriptions[event.inscription] = inscription_of(event, entry.at)
            elif isinstance(event, happened.FloorGiven):
                if event.intervention not in state.interventions:
                    self._interventions[event.intervention] = _intervention(event, entry)
            elif (
                isinstance(event, happened.PointOfOrderRaised)
                and event.point_of_order not in state.points_of_order
            ):
                self._points_of_order[event.point_of_order] = _point_of_order(event, entry)

    def completed(self, state: MeetingState) -> MeetingState:
        """`state`, which must be a copy, with what it does not hold."""
        if self._inscriptions:
            state.inscriptions = self._inscriptions | state.inscriptions
        if self._interventions:
            state.interventions = self._interventions | state.interventions
        if self._points_of_order:
            state.points_of_order = self._points_of_order | state.points_of_order
        return state


def _intervention(event: happened.FloorGiven, entry: Entry) -> Intervention:
    return Intervention(
        id=event.intervention,
        number=0,
        inscription=event.inscription,
        item=event.item,
        segment=event.segment,
        given_at=entry.at,
        limit_seconds=event.limit_seconds,
    )


def _point_of_order(event: happened.PointOfOrderRaised, entry: Entry) -> PointOfOrder:
    return PointOfOrder(
        id=event.point_of_order,
        delegation=event.delegation,
        name=event.display_name,
        known=event.known,
        item=event.item,
        text=event.text,
        raised_at=entry.at,
        interrupted=None,
    )
