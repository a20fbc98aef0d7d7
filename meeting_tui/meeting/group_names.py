"""Groups that are in no list: kept as they were typed, marked, identified later.

Such a group has a group's rank and limit only once somebody says that it is one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from meeting_tui.meeting.correction_commands import Identify
from meeting_tui.meeting.events import Entry, GroupIdentified
from meeting_tui.meeting.records import STATES, Correction, Inscription, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import put_in_order
from meeting_tui.text import fold


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
            state.inscriptions[key] = _identified(asked, event)
    for item in state.lists:
        put_in_order(state, item)
    state.corrections.append(
        Correction(
            at=entry.at,
            author=entry.hand,
            what="delegation",
            subject=event.group or event.aligned[0],
            before=event.typed_group,
            after=event.display_name,
        )
    )


def _identified(asked: Inscription, event: GroupIdentified) -> Inscription:
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
