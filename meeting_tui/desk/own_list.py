"""A meeting's own list of delegations, beside the one that comes with the program.

It is copied into the session's folder, so that the session is whole wherever it goes. A row with a
code of the built-in list changes what it says and leaves the rest; any other row is one more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.delegations.table import parse_table, table_bytes
from meeting_tui.errors import DirectoryError
from meeting_tui.outside import LIST, TEXT_LIST, UnfitFile, read_outside, refuse_larger
from meeting_tui.session_log.files import write_atomic
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.delegations.participants import Participants


OWN_LIST = "delegations.csv"
_PACKAGE = b"PK"
"""How a file of Word or Excel begins."""
"""Its name in the session's folder."""


class Change(Struct, frozen=True):
    """What one row of the own list does."""

    code: str
    field: str
    """Empty for a new delegation, else what is otherwise: `name`, `kind`, `groups` ..."""
    before: str
    after: str


def read_own_list(path: Path) -> tuple[Delegation, ...]:
    """The delegations of a CSV or Excel workbook; raises DirectoryError for what cannot be used."""
    return parse_table(_content(path, "list_fault.want_file"), path)


def read_participants_of(path: Path) -> Participants:
    """The delegations of a list of participants; raises DirectoryError for what cannot be used."""
    from meeting_tui.delegations.participants import read_participants

    raw = _content(path, "list_fault.want_participants")
    return read_participants(raw, load_directory(), path)


def _content(path: Path, wanted: str) -> bytes:
    try:
        raw = read_outside(path, LIST)
        if not raw.startswith(_PACKAGE):
            refuse_larger(raw, TEXT_LIST)
        return raw
    except UnfitFile as fault:
        raise DirectoryError(fault.said, path=path) from fault
    except (OSError, ValueError) as fault:
        what = Sentence("list_fault.not_there")
        raise DirectoryError(what, path=path, expected=Sentence(wanted)) from fault


def beside(own: Sequence[Delegation]) -> Directory:
    """The built-in directory with the rows of a list of one's own."""
    rows = {each.code: each for each in own}
    built_in = load_directory().all()
    known = [_changed(each, rows[each.code]) if each.code in rows else each for each in built_in]
    codes = {each.code for each in built_in}
    return Directory([*known, *(each for each in own if each.code not in codes)])


def _changed(before: Delegation, row: Delegation) -> Delegation:
    """A delegation with what a row says of it; what the row leaves empty stays."""
    return replace(
        row,
        alpha2=row.alpha2 or before.alpha2,
        name_zh=row.name_zh or before.name_zh,
        groups=row.groups or before.groups,
        speaks_for=row.speaks_for or before.speaks_for,
        aligned_by_default=row.aligned_by_default or before.aligned_by_default,
        aliases=tuple(dict.fromkeys((*before.aliases, *row.aliases))),
        status_date=row.status_date or before.status_date,
    )


def changes(own: Sequence[Delegation]) -> Iterator[Change]:
    """What the list adds and changes, in its order."""
    after = beside(own)
    for row in own:
        before, now = load_directory().get(row.code), after.get(row.code)
        assert now is not None  # it is in the list
        if before is None:
            yield Change(row.code, "", "", now.name)
            continue
        for field in ("name", "name_zh", "kind", "groups", "aliases"):
            was, becomes = (_said(getattr(each, field)) for each in (before, now))
            if was != becomes:
                yield Change(row.code, field, was, becomes)


def _said(value: str | tuple[str, ...] | None) -> str:
    return ("; ".join(value) if isinstance(value, tuple) else value) or "–"


def keep_own_list(folder: Path, own: Sequence[Delegation]) -> None:
    """Copy the list into a session's folder; it is there whole or not at all."""
    write_atomic(folder / OWN_LIST, table_bytes(own))


def directory_of(folder: Path) -> Directory:
    """The delegations of a session: built in, and its own where it has a list."""
    path = folder / OWN_LIST
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return load_directory()
    return _read(path, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> Directory:
    """Read once as long as the file is the same; a directory never changes."""
    return beside(read_own_list(path))
