"""The list of delegations as a table: what its columns mean, read and written.

The list that comes with the program and one that a secretariat keeps itself have the same columns,
so that a list can be saved, corrected in a spreadsheet and taken back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NoReturn

from msgspec.structs import replace

from meeting_tui.delegations.model import KINDS, Delegation
from meeting_tui.delegations.spreadsheet import Row, rows
from meeting_tui.errors import DirectoryError
from meeting_tui.patterns import late_pattern
from meeting_tui.text import spreadsheet_safe
from meeting_tui.words import Sentence

REQUIRED = ("code", "name_en", "kind")
COLUMNS = (
    "code",
    "alpha2",
    "name_en",
    "name_zh",
    "kind",
    "group_memberships",
    "aliases",
    "status_date",
    "status_open",
    "source_note",
)

SPEAKER = "GROUP_SPEAKER:"
"""Marks a delegation that speaks for the group named after it."""

_CODE = late_pattern(r"[A-Z0-9][A-Z0-9_-]{1,11}")
_ALPHA2_NOTE = late_pattern(r"\biso2=([A-Z]{2})\b")
_DAY_NUMBER = late_pattern(r"[345]\d{4}")
_DAY_0 = date(1899, 12, 30)
_OPEN = {"": False, "no": False, "yes": True}


def parse_table(raw: bytes, path: Path | str | None = None) -> tuple[Delegation, ...]:
    """The delegations of a CSV, in its order.

    Needs the columns `REQUIRED`, knows `COLUMNS`, passes over others. Raises DirectoryError naming
    file, line and column of what cannot be used.
    """
    found: dict[str, tuple[int, Delegation]] = {}
    letters: dict[str, str] = {}
    for row in rows(raw, path):
        delegation = _delegation(row, path)
        if delegation.code in found:
            line = found[delegation.code][0]
            what = Sentence("list_fault.code_twice", code=delegation.code, line=line)
            _refuse(row, path, "code", what)
        if delegation.alpha2 and delegation.alpha2 in letters:
            whose = letters[delegation.alpha2]
            what = Sentence("list_fault.letters_twice", code=delegation.alpha2, whose=whose)
            _refuse(row, path, "alpha2", what)
        found[delegation.code] = (row.line, delegation)
        if delegation.alpha2:
            letters[delegation.alpha2] = delegation.code
    if not found:
        expected = Sentence("list_fault.want_columns", names=REQUIRED)
        raise DirectoryError(Sentence("list_fault.nobody"), path=path, expected=expected)
    return _with_alignments([delegation for _, delegation in found.values()])


def _delegation(row: Row, path: Path | str | None) -> Delegation:
    """The delegation of one row; who aligns with it is known only when all are read."""
    cells = row.cells
    for column in REQUIRED:
        if column not in cells:
            expected = Sentence("fault.these", names=REQUIRED)
            _refuse(row, path, column, Sentence("list_fault.no_column"), expected)
        if not cells[column]:
            expected = Sentence("list_fault.want_value")
            _refuse(row, path, column, Sentence("list_fault.empty"), expected)
    code = cells["code"].upper()
    if not _CODE.fullmatch(code):
        expected = Sentence("list_fault.want_code", first="MEX", second="ICRC")
        _refuse(row, path, "code", _given(code), expected)
    if cells["kind"] not in KINDS:
        expected = Sentence("fault.one_of", names=tuple(KINDS))
        _refuse(row, path, "kind", _given(cells["kind"]), expected)
    tags = _several(cells.get("group_memberships", ""))
    return Delegation(
        code=code,
        name=cells["name_en"],
        kind=cells["kind"],
        alpha2=_alpha2(row, path),
        name_zh=cells.get("name_zh") or None,
        groups=tuple(tag for tag in tags if not tag.startswith(SPEAKER)),
        speaks_for=tuple(tag.removeprefix(SPEAKER) for tag in tags if tag.startswith(SPEAKER)),
        aliases=_several(cells.get("aliases", "")),
        status_date=_status_date(row, path),
        status_open=_status_open(row, path),
        source=cells.get("source_note", ""),
    )


def _several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _alpha2(row: Row, path: Path | str | None) -> str | None:
    """The ISO code of two letters, from its column or else from the note of sources."""
    given = row.cells.get("alpha2", "").upper()
    if not given:
        noted = _ALPHA2_NOTE.search(row.cells.get("source_note", ""))
        return noted.group(1) if noted else None
    if not re.fullmatch("[A-Z]{2}", given):
        expected = Sentence("list_fault.want_letters", example="MX")
        _refuse(row, path, "alpha2", _given(given), expected)
    return given


def _status_date(row: Row, path: Path | str | None) -> date | None:
    """The day up to which the kind is documented."""
    given = row.cells.get("status_date", "")
    if not given:
        return None
    if _DAY_NUMBER.fullmatch(given):  # as a workbook keeps a day
        return _DAY_0 + timedelta(days=int(given))
    try:
        return date.fromisoformat(given)
    except ValueError:
        expected = Sentence("list_fault.want_day", example="2026-03-19")
        _refuse(row, path, "status_date", _given(given), expected)


def _status_open(row: Row, path: Path | str | None) -> bool:
    """Whether the kind is contested by a source that nobody has confirmed."""
    given = row.cells.get("status_open", "").lower()
    if given not in _OPEN:
        expected = Sentence("list_fault.want_yes_no")
        _refuse(row, path, "status_open", _given(given), expected)
    return _OPEN[given]


def _given(text: str) -> Sentence:
    """What stands in a cell, named as what is wrong."""
    return Sentence("list_fault.given", text=text)


def _refuse(
    row: Row,
    path: Path | str | None,
    column: str,
    what: Sentence,
    expected: Sentence | None = None,
) -> NoReturn:
    """Say what in this row cannot be used."""
    raise DirectoryError(what, path=path, line=row.line, key=column, expected=expected)


def _with_alignments(delegations: list[Delegation]) -> tuple[Delegation, ...]:
    """The same delegations, each group's speaker knowing who usually aligns with it.

    States that align decide so for each statement, so the tag of such a group (`EU_ALIGNED_CSP11`)
    gives a proposal, `aligned_by_default`, and not a group spoken for.
    """
    return tuple(_aligned(each, delegations) if each.speaks_for else each for each in delegations)


def _aligned(speaker: Delegation, delegations: Iterable[Delegation]) -> Delegation:
    """The speaker with its own groups apart from those that only align with it."""
    allies = {group for group in speaker.speaks_for if _allied(group)}
    return replace(
        speaker,
        speaks_for=tuple(group for group in speaker.speaks_for if group not in allies),
        aligned_by_default=tuple(
            sorted(each.code for each in delegations if allies.intersection(each.groups))
        ),
    )


def _allied(group: str) -> bool:
    """Whether the group is one of States that align with another group's statements."""
    return "_ALIGNED" in group


def table_bytes(delegations: Sequence[Delegation]) -> bytes:
    """The delegations as a CSV that `parse_table` reads and spreadsheets open by double click.

    UTF-8 with a byte order mark, separated by commas; no cell is taken for a formula.
    """
    members: dict[str, list[str]] = {}
    for each in delegations:
        for group in each.groups:
            members.setdefault(group, []).append(each.code)
    allies = {tuple(sorted(codes)): group for group, codes in members.items() if _allied(group)}
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for each in delegations:
        table.writerow([spreadsheet_safe(cell) for cell in _cells(each, allies)])
    return written.getvalue().encode("utf-8-sig")


def _cells(each: Delegation, allies: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    """One row in the order of `COLUMNS`."""
    spoken_for = list(each.speaks_for)
    if each.aligned_by_default in allies:
        spoken_for.append(allies[each.aligned_by_default])
    return (
        each.code,
        each.alpha2 or "",
        each.name,
        each.name_zh or "",
        each.kind,
        ";".join([*each.groups, *(SPEAKER + group for group in spoken_for)]),
        ";".join(each.aliases),
        each.status_date.isoformat() if each.status_date else "",
        "yes" if each.status_open else "",
        each.source,
    )
