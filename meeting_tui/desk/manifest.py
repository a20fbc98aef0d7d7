"""What was written into a folder of exports: each file with its hash, and of which log it is made.

There is one for what may be handed on and one for the record, so that neither names what is in the
other, and a folder that is handed on alone can still be checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from meeting_tui.desk.reading import Reading
from meeting_tui.outside import LOG, read_outside

MANIFEST = "manifest.json"
VERSION = 1
_PROGRAM = "meeting-tui"


class Leaf(Struct, frozen=True):
    """One file that leaves."""

    name: str
    """Below the folder, parted by `/`."""
    content: bytes
    format: str
    attribution: str | None = None
    """How it names delegations; None for what is handed on as it was received."""
    language: str | None = None


def manifest(
    reading: Reading,
    leaves: Iterable[Leaf],
    *,
    language: str,
    attribution: str,
    missing: Iterable[str] = (),
    earlier: Iterable[Mapping[str, Any]] = (),
) -> bytes:
    """The content of a manifest; equal sessions and equal files give equal bytes.

    `missing`: files that could not be made. `earlier`: entries of a manifest before, whose files
    are there still and were not made anew.
    """
    state = reading.meeting.state
    told = {
        "manifest": VERSION,
        "program": _PROGRAM,
        "session": state.session,
        "agenda": state.agenda.id,
        "as_of": reading.local_as_of.isoformat(),
        "state": state.phase,
        "rehearsal": state.rehearsal,
        "events": len(reading.rows),
        "unread": reading.unread,
        "head": reading.head.hash,
        "verified": reading.verified,
        "language": language,
        "attribution": attribution,
        "files": sorted(
            [*map(_entry, leaves), *({**each, "earlier": True} for each in earlier)],
            key=lambda each: str(each["file"]),
        ),
        "missing": sorted(missing),
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode("utf-8", "replace")


def _entry(leaf: Leaf) -> dict[str, Any]:
    return {
        "file": leaf.name,
        "bytes": len(leaf.content),
        "sha256": sha256(leaf.content).hexdigest(),
        "format": leaf.format,
        "attribution": leaf.attribution,
        "language": leaf.language,
    }


def listed(path: Path) -> list[dict[str, Any]] | None:
    """The files that a manifest lists; None where there is no file that is a manifest of ours."""
    try:
        told = json.loads(read_outside(path, LOG))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("program") != _PROGRAM:
        return None
    entries = told.get("files")
    return [
        each
        for each in (entries if isinstance(entries, list) else [])
        if isinstance(each, dict)
        and isinstance(each.get("file"), str)
        and isinstance(each.get("sha256"), str)
    ]
