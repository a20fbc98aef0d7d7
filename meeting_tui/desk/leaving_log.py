"""The session log as it is handed on: whole, except for what was said off the record.

In its place the log says only that something was noted. The events after it are chained again, so
that whoever gets the log can verify it; a log that was not whole is not chained.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.desk.reading import Reading
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.purged_points import without_text
from meeting_tui.report.leaving import OFF_RECORD
from meeting_tui.session_log.chain import GENESIS, Head, Row, link
from meeting_tui.session_log.codec import canonical, encode, parse
from meeting_tui.session_log.toml_log import dump_session
from meeting_tui.text import json_plain

_PLAIN: dict[str, Any] = {"ensure_ascii": False}
_LOOKS: dict[str, Any] = {**_PLAIN, "indent": 2}


class LeavingLog(Struct, frozen=True):
    """The rows of a log that may be handed on."""

    name: str
    """The session's own name, whatever its folder is called now."""
    rows: tuple[Row, ...]
    head: Head
    withheld: int
    """How many events have lost their text."""

    def toml(self) -> bytes:
        """As `session.toml`, from which a session can be rebuilt."""
        return dump_session(self.name, self.rows, self.head).encode("utf-8")

    def table(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {
            "schema": SCHEMA_VERSION,
            "name": self.name,
            "count": self.head.seq,
            "head": self.head.hash,
            "withheld": self.withheld,
            "events": [{**parse(row.content), "hash": row.hash} for row in self.rows],
        }


def leaving_log(reading: Reading) -> LeavingLog:
    """The log of a reading, without what was said off the record."""
    name = reading.meeting.state.session
    secret = _off_record(reading)
    if not secret:
        return LeavingLog(name, reading.rows, reading.head, 0)
    rows: list[Row] = []
    previous = GENESIS
    for row, entry in zip(reading.rows, reading.meeting.entries, strict=True):
        if entry.seq in secret:
            row = replace(row, content=canonical(encode(_bare(entry))))
        if reading.verified:
            row = replace(row, hash=link(previous, row.content))
        previous = row.hash
        rows.append(row)
    head = Head(rows[-1].seq, rows[-1].hash) if reading.verified else reading.head
    return LeavingLog(name, tuple(rows), head, len(secret))


def _bare(entry: Entry) -> Entry:
    event = entry.event
    assert isinstance(event, PointNoted | PointCorrected | ItemNoted)
    return replace(entry, event=without_text(event, event.point))


def _off_record(reading: Reading) -> frozenset[int]:
    """Numbers of the entries whose text must not leave.

    For a point that is or was off the record these are all versions except the current one, if that
    one may leave. An act that was undone puts nothing off the record.
    """
    meeting = reading.meeting
    versions: dict[str, list[Entry]] = {}
    for entry in meeting.entries:
        if isinstance(entry.event, PointNoted | PointCorrected | ItemNoted):
            versions.setdefault(entry.event.point, []).append(entry)
    holds = set(meeting.done_acts)
    secret: set[int] = set()
    for told in versions.values():
        off = {each.seq for each in told if getattr(each.event, "audience", "") == OFF_RECORD}
        standing = [each.seq for each in told if each.act in holds]
        if off.intersection(standing):
            secret |= {each.seq for each in told} - (set(standing[-1:]) - off)
        else:
            secret |= off
    return frozenset(secret)


def json_bytes(tables: dict[str, Any], log: LeavingLog) -> bytes:
    """Tables and the log as a sealed file: indented by two spaces, one event of the log a line."""
    whole = {**tables, "log": log.table()}
    told = json.dumps({**tables, "log": {**log.table(), "events": []}}, **_LOOKS)
    head, mark, tail = told.rpartition('"events": []')
    events = ",\n".join(f"      {json.dumps(each, **_PLAIN)}" for each in whole["log"]["events"])
    text = f'{head}{mark[:-1]}\n{events}\n    ]{tail[:-2]},\n  "sha256": "{seal(whole)}"\n}}\n'
    return json_plain(text).encode("utf-8", "replace")


def seal(tables: dict[str, Any]) -> str:
    """SHA-256 of everything but the seal itself: sorted keys, compact, UTF-8."""
    bare = {key: value for key, value in tables.items() if key != "sha256"}
    text = json.dumps(bare, sort_keys=True, separators=(",", ":"), **_PLAIN)
    return sha256(text.encode("utf-8", "replace")).hexdigest()
