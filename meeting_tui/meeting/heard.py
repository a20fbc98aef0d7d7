"""Which regions and kinds of delegation have not spoken on an item: whom the Chair may look to.

Coverage, slip and report ask here, so that they name the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from meeting_tui.delegations.directory import REGION, Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import everybody_waiting, in_list_order, waiting

NOT_AWAITED = ("secretariat", "guest")
"""Kinds of delegation that nobody waits to hear from."""


class Unheard(Struct, frozen=True):
    """Who has not been heard, in the order of the directory's own lists."""

    regions: tuple[str, ...]
    """Ids of regional groups (`UNRG:AG`)."""
    kinds: tuple[str, ...]
    """Kinds of delegation of which there are any."""


def unheard(state: MeetingState, item: str | None, directory: Directory) -> Unheard:
    """The regions and kinds of delegation not heard so far on that item, or (None) on any.

    A region is heard in one of its States, and in a statement on behalf of one: the members of the
    group that it was made for, and the States aligned with it.
    """
    invited = directory.all()
    regions = sorted(
        {group for each in invited for group in each.groups if group.startswith(REGION)}
    )
    kinds = dict.fromkeys(each.kind for each in invited if each.kind not in NOT_AWAITED)
    asked = [state.made_by(each) for each in state.interventions.values() if each.is_on(item)]
    spoke = {each.delegation_kind for each in asked}
    heard = {region for each in asked for region in _regions_behind(each, directory)}
    return Unheard(
        tuple(each for each in regions if each not in heard),
        tuple(each for each in kinds if each not in spoke),
    )


def _regions_behind(asked: Inscription, directory: Directory) -> Iterator[str]:
    """The regions that a statement speaks for."""
    own = (asked.delegation,) if asked.delegation_kind in STATES else ()
    group = directory.members(asked.group) if asked.group else ()
    for code in (*own, *group, *asked.aligned):
        region = directory.region(code)
        if region:
            yield region


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
