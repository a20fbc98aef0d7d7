"""Who was in the room, and for how long who spoke: by delegation, or by kind and region."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from meeting_tui.meeting.speaking_time import GROUPINGS, SpeakingTime, TimeRow
from meeting_tui.report.merging import MERGED, is_of_one, merged_times
from meeting_tui.report.tables.model import COUNTED, NAMED, Column, Table, table
from meeting_tui.report.tables.teller import Teller, span

_Times = tuple[str, TimeRow]
"""What the row is made by, and the row."""


class _Seat(Struct, frozen=True):
    """A delegation, or without names a kind or all of them."""

    kind: str | None
    """None for a delegation that is in no directory."""
    code: str
    is_present: bool
    present: int
    absent: int | None


def presence(teller: Teller) -> Table:
    """Those present and, where anybody was marked, those absent; without names how many.

    A kind of which one alone was there would tell of it, so that all kinds are one row then.
    """
    columns: list[Column[_Seat]] = [
        Column("delegation_kind", lambda each: teller.kind(each.kind) if each.kind else None),
        Column("delegation", lambda each: each.code, NAMED),
        Column(
            "name",
            lambda each: teller.report.directory.name(each.code, teller.report.language),
            NAMED,
        ),
        Column("present", lambda each: each.is_present, NAMED),
    ]
    if not teller.is_named:
        columns += [
            Column("delegations_present", lambda each: each.present, COUNTED),
            Column("delegations_absent", lambda each: each.absent, COUNTED),
        ]
    seats = _seats(teller) if teller.is_named else _kinds(teller) if teller.voice.is_counted else []
    return table("presence", columns, seats, teller.naming)


def _seats(teller: Teller) -> list[_Seat]:
    found = teller.report.attendance
    seats = []
    for each in found.kinds:
        seats += [_Seat(each.kind, code, True, 1, 0) for code in each.present]
        absent = each.absent if found.is_recorded else ()
        seats += [_Seat(each.kind, code, False, 0, 1) for code in absent]
    return [*seats, *(_Seat(None, name, True, 1, 0) for name in found.unlisted)]


def _kinds(teller: Teller) -> list[_Seat]:
    found = teller.report.attendance
    kinds = [each for each in found.kinds if each.present and not each.is_podium]
    if not kinds:
        return []
    if found.unlisted or any(len(each.present) == 1 for each in kinds):
        return [_Seat(None, "", True, found.count, None)]
    return [
        _Seat(
            each.kind,
            "",
            True,
            len(each.present),
            len(each.absent) if found.is_recorded and each.is_member else None,
        )
        for each in kinds
    ]


def groupings(teller: Teller) -> tuple[str, ...]:
    """By what the rows are made, in their order."""
    return GROUPINGS if teller.is_named else GROUPINGS[1:]


def speaking_time(teller: Teller) -> Table:
    """One row for each delegation, kind and region; the sums at its foot."""
    times = _times(teller)
    feet = {"": teller.voice.say("times.total"), "-": teller.voice.say("times.floor")}
    whole = times[GROUPINGS[0]]

    def called(each: _Times) -> str:
        by, row = each
        if by in feet:
            return feet[by]
        if row.id == MERGED:
            return teller.voice.say(f"sheet.merged_{by}")
        return teller.kind(row.id).said if by == "kind" else teller.row_of_times(row.id, by)

    columns: list[Column[_Times]] = [
        Column("called", called),
        Column("by", lambda each: teller.word("excel.by_", each[0]) if each[0] in times else None),
        Column("delegation", lambda each: each[1].id if each[0] == GROUPINGS[0] else None, NAMED),
        Column("delegations", _delegations, COUNTED),
        Column("interventions", lambda each: each[1].interventions, COUNTED),
        Column("seconds", lambda each: span(each[1].seconds)),
        Column("group_seconds", lambda each: span(each[1].group_seconds), COUNTED),
        Column("average_seconds", lambda each: span(each[1].average_seconds), COUNTED),
        Column("share", _share),
    ]
    if not teller.is_named and is_of_one(whole):
        return table("speaking_time", columns, (), teller.naming)
    rows = [(by, row) for by in groupings(teller) for row in times[by].rows]
    sums = [("-", whole.floor), ("", whole.total)]
    return table("speaking_time", columns, rows, teller.naming, feet=sums)


def _times(teller: Teller) -> Mapping[str, SpeakingTime]:
    """As they may be told: without names no class of one stands by itself."""
    times = teller.report.times
    return times if teller.is_named else {by: merged_times(each) for by, each in times.items()}


def _delegations(times: _Times) -> int | None:
    """Of how many the row is; of a delegation that goes without saying."""
    by, row = times
    return None if by == GROUPINGS[0] else row.delegations


def _share(times: _Times) -> float | None:
    """Of the floor; the podium, and all together, have none."""
    by, row = times
    return None if row.is_podium or not by else round(row.share, 4)
