"""How often and how long each delegation has spoken; kinds that do not count are left out.

The rules of procedure say which kinds of speech count (`SpeechKind.counted`). Seconds are net of
pauses, and whoever speaks now is counted up to now. The whole time of a statement belongs to the
delegation that made it, also on behalf of a group, so that delegations, kinds of delegation and
regions add up to the same. The podium (Secretariat, Chair, guests) counts and stands apart: it has
no share, as nobody weighs a delegation's time against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from meeting_tui.delegations.directory import REGION, Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting.heard import NOT_AWAITED
from meeting_tui.meeting.records import STATES, Inscription, Intervention
from meeting_tui.meeting.state import MeetingState
from meeting_tui.record import record

GROUPINGS = ("delegation", "kind", "region")
"""What rows of speaking time are made by."""
OUTSIDE, ORGANISATIONS, PODIUM = "outside", "organisations", "podium"
"""In place of a region: States of no regional group; others, also unknown; who sits in front."""


@record
class Spoken:
    """What one delegation has had of the floor."""

    interventions: int
    seconds: float
    """Net of pauses; whoever speaks now is counted up to now."""


@record
class TimeRow:
    """What one delegation, kind of delegation or region has had of the floor."""

    id: str
    """Code or typed name; kind of delegation; `UNRG:AG`, `outside`, `organisations`, `podium`."""
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


@record
class SpeakingTime:
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


def spoken(state: MeetingState, now: datetime, item: str | None = None) -> dict[str, Spoken]:
    """Delegation -> what it has had, on one item or on all, in the order of first speaking."""
    found: dict[str, Spoken] = {}
    for each, asked in _counted(state, item):
        before = found.get(asked.delegation, NEVER)
        found[asked.delegation] = Spoken(
            before.interventions + 1, before.seconds + each.used_seconds(now)
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
    found = {each.id: each for each in _awaited(directory, by)}
    total, floor = TimeRow(""), TimeRow("")
    speakers: dict[str, set[str]] = {}
    for each, asked in _counted(state, item):
        key = _row_of(asked, directory, by)
        speakers.setdefault(key, set()).add(asked.delegation)
        used = each.used_seconds(now)
        if key not in found:
            found[key] = TimeRow(key, is_podium=asked.delegation_kind in NOT_AWAITED)
        found[key] = _more(found[key], used, asked)
        total = _more(total, used, asked)
        floor = floor if found[key].is_podium else _more(floor, used, asked)
    awaited = [each for each in directory.all() if each.kind not in NOT_AWAITED]
    spoke = set().union(*speakers.values())
    in_front = (speakers.get(key, ()) for key, row in found.items() if row.is_podium)
    return SpeakingTime(
        by=by,
        item=item,
        rows=_in_order(found, speakers, floor.seconds),
        total=replace(total, delegations=len(spoke), known=len(directory.all())),
        floor=replace(
            floor,
            delegations=len(spoke.difference(*in_front)),
            known=len(awaited),
            share=1.0 if floor.seconds else 0.0,
        ),
    )


def _in_order(
    found: Mapping[str, TimeRow], speakers: Mapping[str, Collection[str]], whole: float
) -> tuple[TimeRow, ...]:
    """The rows with their share of the `whole` seconds, the longest first, the podium last."""
    rows = (
        replace(
            each,
            delegations=len(speakers.get(key, ())),
            share=each.seconds / whole if whole and not each.is_podium else 0.0,
        )
        for key, each in found.items()
    )
    return tuple(sorted(rows, key=lambda row: (row.is_podium, -row.seconds, -row.interventions)))


def _counted(state: MeetingState, item: str | None) -> Iterator[tuple[Intervention, Inscription]]:
    """The interventions that count, in the order they were made."""
    counted = {kind.id: kind.counted for kind in state.rules.kinds}
    for each in state.interventions.values():
        asked = state.asked_by(each)
        if counted.get(asked.kind, True) and item in (None, each.item):
            yield each, asked


def _more(row: TimeRow, seconds: float, asked: Inscription) -> TimeRow:
    return replace(
        row,
        interventions=row.interventions + 1,
        seconds=row.seconds + seconds,
        group_seconds=row.group_seconds + (seconds if asked.group is not None else 0.0),
    )


def _awaited(directory: Directory, by: str) -> Iterator[TimeRow]:
    """The rows there are before anybody spoke; of delegations there are none."""
    if by == "kind":
        kinds = Counter(each.kind for each in directory.all())
        yield from (
            TimeRow(kind, known=count) for kind, count in kinds.items() if kind not in NOT_AWAITED
        )
    elif by == "region":
        regions = Counter(_region(each) for each in directory.all())
        places = sorted(each for each in regions if each.startswith(REGION))
        for region in (*places, OUTSIDE, ORGANISATIONS):
            yield TimeRow(region, known=regions[region])


def _region(delegation: Delegation) -> str:
    if delegation.kind in NOT_AWAITED:
        return PODIUM
    own = (group for group in delegation.groups if group.startswith(REGION))
    return next(own, OUTSIDE if delegation.kind in STATES else ORGANISATIONS)


def _row_of(asked: Inscription, directory: Directory, by: str) -> str:
    if by == "delegation":
        return asked.delegation
    if by == "kind":
        return asked.delegation_kind
    if asked.delegation_kind in NOT_AWAITED:
        return PODIUM
    known = directory.get(asked.delegation) if asked.known else None
    return ORGANISATIONS if known is None else _region(known)
