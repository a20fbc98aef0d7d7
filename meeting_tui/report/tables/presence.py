"""Who was in the room as a table: one row for each delegation, or for each kind without names."""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.report.tables.model import COUNTED, NAMED, Column, Table, table
from meeting_tui.report.tables.teller import Teller


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
