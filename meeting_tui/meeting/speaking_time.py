"""How often and how long each delegation has spoken; kinds that do not count are left out.

The rules of procedure say which kinds of speech count (`SpeechKind.counted`). Seconds are net of
pauses, and whoever speaks now is counted up to now. Each intervention counts in whole seconds, so
that every sum is that of the lengths shown. The whole time of a statement belongs to the
delegation that made it, also on behalf of a group, so that delegations, kinds of delegation and
regions add up to the same. The podium (Secretariat, Chair, guests) counts and stands apart: it has
no share, as nobody weighs a delegation's time against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from meeting_tui.delegations.directory import REGION, Directory
from meeting_tui.delegations.model import STATES, Delegation
from meeting_tui.meeting.facts import Inscription, Intervention
from meeting_tui.meeting.heard import NOT_AWAITED
from meeting_tui.meeting.spans import whole_seconds
from meeting_tui.meeting.state import MeetingState

GROUPINGS = ("delegation", "kind", "region")
"""What rows of speaking time are made by."""
OUTSIDE, ORGANISATIONS, PODIUM = "outside", "organisations", "podium"
"""In place of a region: States of no regional group; others, also unknown; who sits in front."""
CHAIR = "chair"
"""In place of a kind: the Chair, whom the directory seats with the Secretariat."""


class Spoken(Struct, frozen=True):
    """What one delegation has had of the floor."""

    interventions: int
    seconds: float
    """Net of pauses; whoever speaks now is counted up to now."""


class TimeRow(Struct, frozen=True):
    """What one delegation, kind of delegation or region has had of the floor."""

    id: str
    """Code or typed name; kind (`kind_of`); `UNRG:AG`, `outside`, `organisations`, `podium`."""
    interventions: int = 0
    seconds: float = 0.0
    group_seconds: float = 0.0
    """Of these, on behalf of a group."""
    delegations: int = 0
    """How many delegations these interventions came from."""
    known: int = 0
    """How many of the directory belong here."""
    share: float = 0.0
    """Of all seconds of the view but the podium's, 0 to 1; the podium has none."""
    is_podium: bool = False

    @property
    def average_seconds(self) -> float:
        """Of one intervention; 0 without any."""
        return self.seconds / self.interventions if self.interventions else 0.0


class SpeakingTime(Struct, frozen=True):
    """Who has had how much of the floor, on one item or on all."""

    by: str
    """One of `GROUPINGS`."""
    item: str | None
    """None: on every item, over all sittings."""
    rows: tuple[TimeRow, ...]
    """The longest first, the podium last; kinds and regions also where nobody said a word."""
    total: TimeRow
    """All rows together; its id is empty."""
    floor: TimeRow
    """The same without the podium."""


NEVER = Spoken(0, 0.0)
_CHAIR_CODE = "CHAIR"


def kind_of(asked: Inscription) -> str:
    """The kind of delegation a table shows: the Chair, the Secretariat and guests stand apart."""
    is_chair = asked.delegation == _CHAIR_CODE and asked.delegation_kind in NOT_AWAITED
    return CHAIR if is_chair else asked.delegation_kind


def spoken(state: MeetingState, now: datetime, item: str | None = None) -> dict[str, Spoken]:
    """Delegation -> what it has had, on one item or on all, in the order of first speaking."""
    found: dict[str, Spoken] = {}
    for each, asked in _counted(state, item):
        before = found.get(asked.delegation, NEVER)
        found[asked.delegation] = Spoken(
            before.interventions + 1, before.seconds + _counted_seconds(each, now)
        )
    return found


def speaking_time(
    state: MeetingState,
    now: datetime,
    directory: Directory,
    by: str = "delegation",
    item: str | None = None,
) -> SpeakingTime:
    """What each delegation, kind or region has had, on one item or on all, up to `now` (UTC).

    Raises ValueError for another `by` than those of `GROUPINGS`.
    """
    if by not in GROUPINGS:
        raise ValueError(f"there is no speaking time by {by}")
    known = dict(_awaited(directory, by))
    sums = {key: _Sum() for key in known}
    for each, asked in _counted(state, item):
        sums.setdefault(_row_of(asked, directory, by), _Sum()).add(
            asked, _counted_seconds(each, now)
        )
    floor = _joined(each for each in sums.values() if not each.is_podium)
    rows = (each.row(key, known.get(key, 0), floor.seconds) for key, each in sums.items())
    awaited = sum(each.kind not in NOT_AWAITED for each in directory.all())
    return SpeakingTime(
        by=by,
        item=item,
        rows=tuple(sorted(rows, key=lambda row: (row.is_podium, -row.seconds, -row.interventions))),
        total=_joined(sums.values()).row("", len(directory.all()), 0.0),
        floor=floor.row("", awaited, floor.seconds),
    )


class _Sum:
    """What a row comes to while it is added up; made a row once, as rows cost more to change."""

    __slots__ = ("delegations", "group_seconds", "interventions", "is_podium", "seconds")

    def __init__(self) -> None:
        self.interventions, self.seconds, self.group_seconds = 0, 0.0, 0.0
        self.delegations: set[str] = set()
        self.is_podium = False

    def add(self, asked: Inscription, seconds: float) -> None:
        """One intervention more."""
        self.interventions += 1
        self.seconds += seconds
        if asked.group is not None:
            self.group_seconds += seconds
        self.delegations.add(asked.delegation)
        self.is_podium = asked.delegation_kind in NOT_AWAITED

    def row(self, key: str, known: int, whole: float) -> TimeRow:
        """The row; its share is of the `whole` seconds."""
        return TimeRow(
            key,
            self.interventions,
            self.seconds,
            self.group_seconds,
            len(self.delegations),
            known,
            self.seconds / whole if whole and not self.is_podium else 0.0,
            self.is_podium,
        )


def _joined(sums: Iterable[_Sum]) -> _Sum:
    whole = _Sum()
    for each in sums:
        whole.interventions += each.interventions
        whole.seconds += each.seconds
        whole.group_seconds += each.group_seconds
        whole.delegations |= each.delegations
    return whole


def _counted(state: MeetingState, item: str | None) -> Iterator[tuple[Intervention, Inscription]]:
    """The interventions that count, in the order they were made."""
    counted = {kind.id: kind.counted for kind in state.rules.kinds}
    for each in state.interventions.values():
        asked = state.asked_by(each)
        if counted.get(asked.kind, True) and each.is_on(item):
            yield each, asked


def _counted_seconds(intervention: Intervention, now: datetime) -> float:
    return float(whole_seconds(intervention.used_seconds(now)))


def _awaited(directory: Directory, by: str) -> Iterator[tuple[str, int]]:
    """The rows there are before anybody spoke, and how many there are of each; no delegations."""
    if by == "kind":
        kinds = Counter(each.kind for each in directory.all())
        yield from ((kind, count) for kind, count in kinds.items() if kind not in NOT_AWAITED)
    elif by == "region":
        regions = Counter(_region(each) for each in directory.all())
        places = sorted(each for each in regions if each.startswith(REGION))
        yield from ((region, regions[region]) for region in (*places, OUTSIDE, ORGANISATIONS))


def _region(delegation: Delegation) -> str:
    if delegation.kind in NOT_AWAITED:
        return PODIUM
    own = (group for group in delegation.groups if group.startswith(REGION))
    return next(own, OUTSIDE if delegation.kind in STATES else ORGANISATIONS)


def _row_of(asked: Inscription, directory: Directory, by: str) -> str:
    if by == "delegation":
        return asked.delegation
    if by == "kind":
        return kind_of(asked)
    if asked.delegation_kind in NOT_AWAITED:
        return PODIUM
    known = directory.get(asked.delegation) if asked.known else None
    return ORGANISATIONS if known is None else _region(known)
