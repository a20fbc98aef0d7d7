"""Rows without names never tell of one delegation alone: a class of one is merged with others.

Whoever was in the room would know whose time, kind or region such a row shows.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from meeting_tui.meeting.speaking_time import SpeakingTime, TimeRow

Key = TypeVar("Key", bound=Hashable)

MERGED = "merged"
"""Id of a row that stands for several kinds or regions."""


def merged(counts: Mapping[Key, int]) -> tuple[tuple[Key, ...], ...]:
    """The keys in groups, in their order; no group stands for one delegation, where others are.

    `counts`: key -> how many delegations. Those of one go together, with the smallest other where
    only one of them is. Keys of none stay as they are.
    """
    single = [key for key, count in counts.items() if count == 1]
    others = [key for key, count in counts.items() if count > 1]
    together = set(single)
    if len(single) == 1 and others:
        together.add(min(others, key=lambda key: counts[key]))
    groups: list[tuple[Key, ...]] = []
    for key in counts:
        if key not in together:
            groups.append((key,))
        elif key == next(each for each in counts if each in together):
            groups.append(tuple(each for each in counts if each in together))
    return tuple(groups)


def merged_times(times: SpeakingTime) -> SpeakingTime:
    """Speaking time by kind or region with classes of one merged; the podium is named always."""
    floor = {row.id: row for row in times.rows if not row.is_podium}
    rows = [
        _row([floor[key] for key in group])
        for group in merged({key: row.delegations for key, row in floor.items()})
    ]
    rows.sort(key=lambda row: (-row.seconds, -row.interventions))
    podium = [row for row in times.rows if row.is_podium]
    return replace(times, rows=(*rows, *podium))


def is_of_one(times: SpeakingTime) -> bool:
    """Whether the sum of all is the time of one delegation."""
    return times.floor.delegations == 1


def _row(rows: list[TimeRow]) -> TimeRow:
    if len(rows) == 1:
        return rows[0]
    return TimeRow(
        MERGED,
        sum(each.interventions for each in rows),
        sum(sorted(each.seconds for each in rows)),
        sum(sorted(each.group_seconds for each in rows)),
        sum(each.delegations for each in rows),
        sum(each.known for each in rows),
        sum(sorted(each.share for each in rows)),
    )
