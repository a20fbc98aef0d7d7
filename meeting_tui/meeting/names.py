"""Names that are not in the directory: accepted at once, identified later.

Identifying a name changes what is shown and counted from then on; the events before it keep the
name as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from meeting_tui.meeting.commands import Identify
from meeting_tui.meeting.events import DelegationIdentified, Entry, Event
from meeting_tui.meeting.notes import not_asked
from meeting_tui.meeting.records import STATES, Correction
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import note_name, put_in_order
from meeting_tui.text import fold


def unknown_names(state: MeetingState) -> tuple[str, ...]:
    """Names in use that are not in the directory, in the order they came up."""
    asked = [each.delegation for each in state.inscriptions.values() if not each.known]
    raised = [each.delegation for each in state.points_of_order.values() if not each.known]
    sent = [each.delegation for each in state.documents if not each.known]
    seen = [each.delegation for each in state.present.values() if not each.known]
    return tuple(dict.fromkeys((*asked, *raised, *sent, *seen)))


def identify(state: MeetingState, command: Identify, now: datetime) -> tuple[Event, ...] | Refusal:
    """Say which delegation a typed name is."""
    if not command.who.known:
        return refuse("not_in_directory", name=command.who.name)
    names = unknown_names(state)
    typed = next((each for each in names if fold(each) == fold(command.typed_name)), None)
    if typed is None:
        shown = ", ".join(names) or "–"
        return refuse("no_such_unknown_name", name=command.typed_name, names=shown)
    who = command.who
    return (
        DelegationIdentified(
            typed_name=typed,
            delegation=who.code,
            display_name=who.name,
            delegation_kind=who.kind,
            tier=state.rules.tier_for(who.kind, for_group=False).id,
        ),
    )


def on_identified(state: MeetingState, event: DelegationIdentified, entry: Entry) -> None:
    """Everything under the typed name is the delegation's; where it waits, it is in its tier."""
    typed = fold(event.typed_name)
    own: dict[str, Any] = {
        "delegation": event.delegation,
        "name": event.display_name,
        "known": True,
    }
    _identify_requests(state, event, own)
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
            state.present[event.delegation] = replace(seen, delegation=event.delegation, known=True)
    for scope, key in list(state.limits):
        if scope == "delegation" and fold(key) == typed:
            state.limits[scope, event.delegation] = state.limits.pop((scope, key))
    state.corrections.append(
        Correction(
            at=entry.at,
            author=entry.hand,
            what="delegation",
            subject=event.delegation,
            before=event.typed_name,
            after=event.display_name,
        )
    )


def _identify_requests(
    state: MeetingState, event: DelegationIdentified, own: Mapping[str, Any]
) -> None:
    """Requests under the name, their places in the lists, and the questions asked of its kind."""
    typed = fold(event.typed_name)
    capacity = "national" if event.delegation_kind in STATES else "organisation"
    for key, asked in list(state.inscriptions.items()):
        if asked.known or fold(asked.delegation) != typed:
            continue
        changes = {**own, "delegation_kind": event.delegation_kind}
        if asked.group is None:
            changes |= {"tier": event.tier, "capacity": capacity}
        state.inscriptions[key] = replace(asked, **changes)
        note_name(state, state.inscriptions[key])
    for item in state.lists:
        put_in_order(state, item)
    for key, point in state.points.items():
        intervention = state.interventions[point.intervention]
        if state.asked_by(intervention).delegation == event.delegation:
            marked = not_asked(state, intervention, point.questions)
            state.points[key] = replace(point, not_asked=marked)
