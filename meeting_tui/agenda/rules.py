"""Rules of procedure as data: tiers, kinds of speech, limits, replies.

Adding a kind of speech or changing an order touches a rules file and no code.
"""

from __future__ import annotations

from typing import Annotated, Literal

from meeting_tui.agenda.checks import NOT_EMPTY, Frozen
from meeting_tui.agenda.model import Words
from meeting_tui.record import record


@record
class Tier(Frozen):
    """One class in the order of speaking; the first tier speaks first."""

    id: str
    """As in `limit ... for TIER`: `group`, `states`, `observer_states`, `others` in ATT."""
    name: Words
    delegation_kinds: tuple[str, ...] = ()
    """Kinds of delegation that belong here when they speak for themselves."""
    for_groups: bool = False
    """Statements on behalf of a group belong here, whoever makes them."""
    limit_seconds: int | None = None
    """Overrides the default limit; None keeps it."""


@record
class SpeechKind(Frozen):
    """One kind of speech."""

    id: str
    """As typed after `kind`: `statement`, `presentation`, `reply`, `point_of_order`."""
    name: Words
    rank: int = 1
    """Lower speaks first, before the tier counts."""
    limit_seconds: int | None = None
    limit_from_segment: bool = False
    """The limit is the segment's: its minutes for each, or its planned minutes (presentations)."""
    pauses_floor: bool = False
    """It interrupts: the speaker's time stops while it is heard."""
    counted: bool = True
    """It counts in `spoke n times` and in the speaking time of its delegation."""
    leads_segments: tuple[str, ...] = ()
    """Kinds of segment (`PHASE_KINDS`) in which it is heard before everything else."""
    own_lane: bool = False
    """It waits apart from the speakers' list (rights of reply)."""


@record
class ReplyRules(Frozen):
    """Rights of reply: how long, how often per delegation and item."""

    limits_seconds: Annotated[tuple[int, ...], NOT_EMPTY]
    """Limit of the first, second ... reply; their number is how many may be made."""


@record
class Rules(Frozen):
    """The rules of procedure a meeting is run under."""

    id: str
    name: Words
    default_limit_seconds: int
    tiers: Annotated[tuple[Tier, ...], NOT_EMPTY]
    kinds: Annotated[tuple[SpeechKind, ...], NOT_EMPTY]
    replies: ReplyRules
    default_kind: str = "statement"
    next_guard_seconds: float = 3.0
    """A second `next` within this span is refused."""
    handover_seconds: int = 20
    """Time between two speakers that the projection counts."""
    points_of_order_first: Literal["first_raised", "last_raised"] = "first_raised"
    """`first_raised` or `last_raised`: which pending point of order is heard first."""

    def tier(self, tier_id: str) -> Tier | None:
        """The tier of that id, or None."""
        return next((tier for tier in self.tiers if tier.id == tier_id), None)

    def kind(self, kind_id: str) -> SpeechKind | None:
        """The kind of speech of that id, or None."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def tier_place(self, tier_id: str) -> int:
        """The place of a tier in the order of speaking; unknown tiers come last."""
        return next((n for n, tier in enumerate(self.tiers) if tier.id == tier_id), len(self.tiers))

    def tier_for(self, delegation_kind: str, *, for_group: bool) -> Tier:
        """The tier of a statement by a delegation of that kind; the last where none names it."""
        for tier in self.tiers:
            if for_group and tier.for_groups:
                return tier
            if not for_group and delegation_kind in tier.delegation_kinds:
                return tier
        return self.tiers[-1]
