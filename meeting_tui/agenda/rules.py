"""Rules of procedure as data: tiers, kinds of speech, limits, replies.

Adding a kind of speech or changing an order touches a rules file and no code.
"""

from __future__ import annotations

from typing import Annotated, Literal

from meeting_tui.agenda.checks import A_SHARE, AN_ID, FROM_ONE, MAJORITY, NOT_EMPTY, Frozen
from meeting_tui.agenda.model import Words


class Tier(Frozen, frozen=True):
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
    share: float | None = None
    """Of its limit, how much of it a turn typically takes; None: as all."""


class SpeechKind(Frozen, frozen=True):
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
    share: float | None = None
    """Of its limit, how much of it a turn typically takes; None: as its tier, or as all."""
    leads_segments: tuple[str, ...] = ()
    """Kinds of segment (`PHASE_KINDS`) in which it is heard before everything else."""
    own_lane: bool = False
    """It waits apart from the speakers' list (rights of reply)."""


class ReplyRules(Frozen, frozen=True):
    """Rights of reply: how long, how often per delegation and item."""

    limits_seconds: Annotated[tuple[int, ...], NOT_EMPTY]
    """Limit of the first, second ... reply; their number is how many may be made."""


class Quorum(Frozen, frozen=True):
    """How many must be in the room: a share of those who count, or `majority`.

    Source of the usual figures: Rules of Procedure of the General Assembly, rules 67 and 108 (a
    third in plenary, a quarter in a committee to open; a majority for a decision).
    """

    delegation_kinds: Annotated[tuple[str, ...], NOT_EMPTY]
    """Kinds of delegation that count."""
    to_open: Annotated[str, A_SHARE]
    """`1/3`: at least so many of them; `majority`: more than half."""
    to_decide: Annotated[str, A_SHARE]

    def needed_to_open(self, of: int) -> int:
        """How many of so many must be there for the meeting to be opened."""
        return _needed(self.to_open, of)

    def needed_to_decide(self, of: int) -> int:
        """How many of so many must be there for a decision."""
        return _needed(self.to_decide, of)


def _needed(share: str, of: int) -> int:
    if share == MAJORITY:
        return of // 2 + 1
    part, _, whole = share.partition("/")
    return -(-of * int(part) // int(whole))


class TimekeeperRules(Frozen, frozen=True):
    """What the timekeeper reckons with before anything is known of the day.

    What it sees in the meeting counts more with every turn. Spreads are standard deviations of
    natural logarithms: 0.4 is "one and a half times as much or as little". What each of them does
    is in `docs/timekeeping.md`; a rules file keeps them within `TIMEKEEPER_BOUNDS`.
    """

    ALWAYS = frozenset(
        {
            *("closing_words_seconds", "point_of_order_seconds", "least_limit_seconds"),
            *("share", "spread", "items_spread", "drift", "taper"),
            *("handover_spread", "handover_turns"),
        }
    )

    closing_words_seconds: int = 0
    """Kept for the Chair's words that close an item."""
    point_of_order_seconds: int = 120
    """Counted for each point of order that waits for its ruling."""
    least_limit_seconds: int = 90
    """No shorter limit is ever suggested."""
    share: float = 0.85
    """Of its limit, how much of it a turn typically takes."""
    spread: float = 0.4
    """How far one turn is from another of the same item."""
    mean_lean: float = 1.0
    """How far the mean turn is above the typical one: 1 as the spread says, less where limits cut
    the longest turns off."""
    spread_lean: float = 1.0
    """The same of how far sums of turns are apart."""
    items_spread: float = 0.25
    """How far the turns of one item are, as a whole, from those of another."""
    drift: float = 0.05
    """How far that moves from turn to turn."""
    taper: float = 0.0
    """How fast turns shorten as an item goes on: the n-th takes n to the power of -taper."""
    opening: float = 0.0
    """How much longer the first turn of an item is than the others: a logarithm."""
    closing: float = 0.0
    """How much shorter the last turn of an item is: a logarithm; half as much two turns before."""
    fading: float = 0.0
    """How fast turns shorten by their own place: the sixth is shorter by 2 to that power."""
    growth: float = 0.0
    """How turns go with their number: those of an item of n take n to that power."""
    carried: float = 0.5
    """How much of what an item taught still holds at the beginning of the next one."""
    middle_level: float = 0.5
    """Which share of all that may come lies below the middle case, for it to be the middle."""
    late_level: float = 0.9
    """Which share lies below the late case where one turn is left, for nine in ten to be so."""
    late_growth: float = 0.0
    """By how many deviations the late case is later where three times as many are left."""
    handover_spread: float = 0.75
    """How far one hand-over is from another."""
    handover_turns: Annotated[int, FROM_ONE] = 8
    """After so many hand-overs what was seen counts as much as `handover` in the rules."""
    newcomers: float = 0.0
    """How many ask for the floor once an item is open, before the first turn; 0: not known."""
    newcomers_spread: float = 1.0
    """How far that number is from item to item: standard deviation against the mean."""
    newcomers_items: Annotated[int, FROM_ONE] = 2
    """After so many items what was seen counts as much as `newcomers`."""
    newcomers_early: float = 0.7
    """Which share of them asks in the first five minutes."""
    newcomers_place: float = 0.5
    """Of older logs and rules files; it is read and counts for nothing."""
    newcomers_later: float = 0.2
    """How many more ask during the first turn, where nobody asked before it."""
    newcomers_fading: float = 0.5
    """How fast they become fewer: during the n-th turn as many, times n to the power of -this."""
    newcomers_drawn: float = 0.0
    """How far more ask then where n asked before the first turn: times n + 1 to that power."""
    break_minutes: float = 0.0
    """For how long a sitting goes on until half of all had a break that no plan names; 0: not
    known."""
    break_power: float = 1.0
    """How fast breaks become likelier: 1 for not at all, 8 for all after nearly the same time."""
    break_length: float = 20.0
    """Minutes that such a break typically takes."""
    break_length_spread: float = 0.5
    """How far one break is from another."""


TIMEKEEPER_BOUNDS = {
    "share": (0.05, 2.0),
    "spread": (0.0, 1.0),
    "mean_lean": (0.2, 1.5),
    "spread_lean": (0.2, 1.5),
    "items_spread": (0.0, 1.0),
    "drift": (0.0, 0.5),
    "taper": (0.0, 0.5),
    "opening": (0.0, 1.5),
    "closing": (0.0, 1.5),
    "fading": (0.0, 0.5),
    "growth": (0.0, 0.5),
    "carried": (0.0, 1.0),
    "middle_level": (0.3, 0.7),
    "late_level": (0.75, 0.99),
    "late_growth": (0.0, 0.5),
    "handover_spread": (0.0, 1.0),
    "newcomers": (0.0, 200.0),
    "newcomers_spread": (0.1, 3.0),
    "newcomers_early": (0.0, 1.0),
    "newcomers_place": (0.05, 5.0),
    "newcomers_later": (0.0, 5.0),
    "newcomers_fading": (0.0, 1.5),
    "newcomers_drawn": (0.0, 1.25),
    "break_minutes": (0.0, 10_000.0),
    "break_power": (1.0, 8.0),
    "break_length": (1.0, 240.0),
    "break_length_spread": (0.0, 1.0),
}
"""The least and the most each may be in a rules file; beyond them sums of turns mean nothing."""


class Earlier(Frozen, frozen=True):
    """What the figures of the timekeeper rest on besides the rules."""

    meetings: Annotated[int, FROM_ONE]
    """Earlier meetings of the body."""
    turns: Annotated[int, FROM_ONE]
    """Of these meetings together."""


class Rules(Frozen, frozen=True):
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
    """Time between two speakers that the projection counts until it has seen how long it is."""
    timekeeper: TimekeeperRules = TimekeeperRules()
    points_of_order_first: Literal["first_raised", "last_raised"] = "first_raised"
    """`first_raised` or `last_raised`: which pending point of order is heard first."""
    quorum: Quorum | None = None
    """None where the rules have none, or it is not known."""
    body: Annotated[str, AN_ID] | None = None
    """Id of the body that meets under them; its earlier meetings teach the timekeeper."""

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
