"""Who has not been heard on an item, or on the day: whom the Chair may still look to.

Those who asked and have not spoken there, those who spoke on other items only, and the regions and
kinds of delegation nobody was heard from. Whoever made any statement there is heard, whatever its
kind; whoever gave the floor up (withdrew, handed in a text) is not missed.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.heard import NOT_AWAITED, unheard
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import everybody_waiting, in_list_order, waiting

MISSED = ("absent", "not_reached")
"""Outcomes of those who asked and had no turn."""


class NotHeard(Struct, frozen=True):
    """Who has not been heard; delegations by code, or by the name as typed."""

    waiting: tuple[str, ...]
    """They wait for the floor, in the order of the list."""
    missed: tuple[str, ...]
    """They were called and were absent, or were not reached, in the order they left the list."""
    regions: tuple[str, ...]
    """Ids of regional groups (`UNRG:AG`)."""
    kinds: tuple[str, ...]
    """Kinds of delegation."""
    elsewhere: tuple[str, ...]
    """They spoke on another item, in the order of first speaking; of the day there are none."""


def not_heard(state: MeetingState, directory: Directory, item: str | None = None) -> NotHeard:
    """Who has not been heard on that item, or (None) on any."""
    spoke = [(each, state.asked_by(each)) for each in state.interventions.values()]
    heard = {asked.delegation for turn, asked in spoke if turn.is_on(item)}
    missing = unheard(state, item, directory)
    listed = everybody_waiting(state) if item is None else waiting(state, item)
    wait = _others(listed, heard)
    elsewhere = (asked for _, asked in spoke if asked.delegation_kind not in NOT_AWAITED)
    asked = (
        each
        for each in in_list_order(state)
        if each.outcome in MISSED and item in (None, each.item)
    )
    return NotHeard(
        waiting=wait,
        missed=_others(asked, {*heard, *wait}),
        regions=missing.regions,
        kinds=missing.kinds,
        elsewhere=_others(elsewhere, heard),
    )


def _others(asked: Iterable[Inscription], than: Iterable[str]) -> tuple[str, ...]:
    """Their delegations without those of `than`, each once."""
    left_out = frozenset(than)
    return tuple(
        dict.fromkeys(each.delegation for each in asked if each.delegation not in left_out)
    )
