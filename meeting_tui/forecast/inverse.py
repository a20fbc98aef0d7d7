"""What would make it end on time: the limit that ends the item by a given moment.

It suggests and sets nothing. A limit is a multiple of 15 seconds, never below the least one of the
rules, never longer than the present one, and never touches whoever speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from datetime import datetime

from msgspec import Struct

from meeting_tui.agenda.model import Item
from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.sums import Sum, sum_of
from meeting_tui.forecast.to_come import Alike, alike, list_seconds, turn_seconds
from meeting_tui.meeting.limits import default_limit
from meeting_tui.meeting.state import MeetingState

STEP = 15
"""Seconds that limits are multiples of."""

UNLIKELY = 10**9
"""A limit nobody has: whoever gets it is touched."""

LimitAct = tuple[str, str, int]
"""Scope, key and seconds, as `SetLimit` takes them."""


class LimitToEnd(Struct, frozen=True):
    """The longest limit that ends the open item by a given moment, if everybody uses it."""

    scope: str
    key: str
    seconds: int
    """The limit; with the least of the rules, `meets` says whether it is short enough."""
    acts: tuple[LimitAct, ...]
    """What would have to be set, groups and other tiers in proportion; empty if nothing."""
    step_up: tuple[LimitAct, ...]
    """The same with one step more, up to the present limit: too long for the target."""
    speakers: int
    """How many who wait would have another limit, or the present one if nothing need be set."""
    target: datetime
    meets: bool
    sum: Sum
    """How the end comes about."""

    @property
    def is_needed(self) -> bool:
        """Whether anything would have to be set."""
        return bool(self.acts)

    @property
    def ends_at(self) -> datetime:
        """When the item would end, if it were set and everybody used their full time."""
        return self.sum.ends_at


def limit_to_end_by(
    projection: Projection, target: datetime, scope: str = "default", key: str = ""
) -> LimitToEnd | None:
    """The limit that ends the open item by `target` (aware) at full time.

    `scope` and `key` are those of `SetLimit`: for all (`default`), a `tier` or a `kind` of speech;
    a kind without a limit of its own has that of all. With a limit for all every tier that has one
    of its own keeps its proportion. None when no item is open or nobody waits whom it would touch.
    """
    open_item, state = projection.item, projection.seen.state
    item = state.agenda.item(open_item.id) if open_item else None
    if open_item is None or item is None:
        return None
    if scope == "kind" and not _has_own_limit(state, key):
        scope, key = "default", ""
    search = _Search(state, open_item, item, (scope, key))
    return search.find(target) if search.touched else None


def longest_limit(
    projection: Projection, target: datetime, serves: Callable[[Sequence[LimitAct]], bool]
) -> LimitToEnd | None:
    """The longest limit for all that serves, though it need not meet the target.

    `serves` is asked of limits to set; where one serves, all shorter ones do, and the least must.
    None where no limit is shorter than now.
    """
    open_item, state = projection.item, projection.seen.state
    item = state.agenda.item(open_item.id) if open_item else None
    if open_item is None or item is None:
        return None
    search = _Search(state, open_item, item, ("default", ""))
    return search.longest(target, serves) if search.touched else None


def under(state: MeetingState, acts: Sequence[LimitAct]) -> MeetingState:
    """The state with these limits set."""
    twin = copy(state)
    twin.limits = state.limits | {(scope, key): limit for scope, key, limit in acts}
    return twin


class _Search:
    """The end of one item under other limits."""

    def __init__(
        self, state: MeetingState, open_item: OpenItem, item: Item, scope: tuple[str, str]
    ) -> None:
        self._state, self._open_item, self._item, self._scope = state, open_item, item, scope
        self._groups = alike(state, item)
        self._rest = open_item.seconds - list_seconds(state, item, self._groups)
        self._tiers = self._weighed() if scope[0] == "default" else ()
        self.touched = self._touched()
        """Those who wait whom the limit is for."""
        self._present = self._present_limit()

    def find(self, target: datetime) -> LimitToEnd:
        """The longest limit that meets the target, or the least one if none does."""
        if self._ends_at(self._state) <= target:
            return self._answer(target, self._present, ())
        found = self._longest(lambda acts: self._ends_at(self._under(acts)) <= target)
        return self._answer(target, found or self._present, self._acts(found) if found else ())

    def longest(
        self, target: datetime, serves: Callable[[Sequence[LimitAct]], bool]
    ) -> LimitToEnd | None:
        """The longest limit that serves, shorter than the present one."""
        found = self._longest(serves)
        return self._answer(target, found, self._acts(found)) if found else None

    def _longest(self, serves: Callable[[Sequence[LimitAct]], bool]) -> int:
        """The longest limit that serves, else the least; 0 where none is shorter than now."""
        least = self._state.rules.timekeeper.least_limit_seconds
        low, high = -(-least // STEP), (self._present - 1) // STEP
        if high < low:
            return 0
        while low < high:
            middle = (low + high + 1) // 2
            if serves(self._acts(middle * STEP)):
                low = middle
            else:
                high = middle - 1
        return low * STEP

    def _answer(self, target: datetime, seconds: int, acts: tuple[LimitAct, ...]) -> LimitToEnd:
        step_up = self._acts(min(seconds + STEP, self._present)) if acts else ()
        shown = sum_of(self._under(acts), self._open_item, self._groups)
        return LimitToEnd(
            scope=self._scope[0],
            key=self._scope[1],
            seconds=seconds,
            acts=acts,
            step_up=step_up,
            speakers=sum(each.number for each in self.touched),
            target=target,
            meets=shown.ends_at <= target,
            sum=shown,
        )

    def _ends_at(self, state: MeetingState) -> datetime:
        lists = list_seconds(state, self._item, self._groups)
        return self._open_item.course.end(self._rest + lists)

    def _acts(self, seconds: int) -> tuple[LimitAct, ...]:
        """The limits to set: the one asked for, and those of other tiers in proportion to it."""
        least = self._state.rules.timekeeper.least_limit_seconds
        acts = [(*self._scope, seconds)]
        for tier, present in self._tiers:
            share = present * seconds // self._present // STEP * STEP
            acts.append(("tier", tier, min(present, max(least, share))))
        return tuple(acts)

    def _weighed(self) -> tuple[tuple[str, int], ...]:
        """The tiers somebody waits in that have a limit of their own, and that limit."""
        waiting = dict.fromkeys(each.first.tier for each in self._groups)
        limits = ((tier, _own_limit(self._state, "tier", tier)) for tier in waiting)
        return tuple((tier, limit) for tier, limit in limits if limit is not None)

    def _under(self, acts: Sequence[LimitAct]) -> MeetingState:
        return under(self._state, acts)

    def _touched(self) -> tuple[Alike, ...]:
        scopes = (self._scope, *(("tier", tier) for tier, _ in self._tiers))
        other = self._under(tuple((*each, UNLIKELY) for each in scopes))
        return tuple(each for each in self._groups if turn_seconds(other, each.first) == UNLIKELY)

    def _present_limit(self) -> int:
        """The limit that holds now for those asked about."""
        scope, key = self._scope
        own = _own_limit(self._state, scope, key)
        if own is None and scope == "kind":
            return max((turn_seconds(self._state, each.first) for each in self.touched), default=0)
        return default_limit(self._state) if own is None else own


def _own_limit(state: MeetingState, scope: str, key: str) -> int | None:
    """The limit that was set for a tier or a kind, or that the rules give it."""
    if (scope, key) in state.limits:
        return state.limits[scope, key]
    found = state.rules.tier(key) if scope == "tier" else state.rules.kind(key)
    return found.limit_seconds if found else None


def _has_own_limit(state: MeetingState, kind_id: str) -> bool:
    """Whether a kind of speech has a limit that is not that of its tier or of all."""
    kind = state.rules.kind(kind_id)
    is_special = kind is None or kind.own_lane or kind.limit_from_segment
    return is_special or _own_limit(state, "kind", kind_id) is not None
