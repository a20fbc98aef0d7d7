"""A session read for export, whatever state its log is in, and its log as it is handed on.

A whole log is read as it stands. Of a damaged one everything readable is taken, as mending would
take it, but nothing on the disk is changed: who exports may not be who mends.

A log that is handed on is whole, except for what was said off the record: in its place it says only
that something was noted. The events after it are chained again, so that whoever gets the log can
verify it; a log that was not whole is not chained.
"""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry
from meeting_tui.meeting.losses import set_apart
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.purged_points import without_text
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.leaving import OFF_RECORD
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.session_log.chain import (
    GENESIS,
    Head,
    Row,
    anchor,
    believed,
    but_noted,
    link,
    verify,
)
from meeting_tui.session_log.codec import canonical, decode_bytes, encode, parse
from meeting_tui.session_log.store import SessionLog
from meeting_tui.session_log.toml_log import check_session_toml, dump_session
from meeting_tui.text import json_plain
from meeting_tui.words import Sentence, say

_TRIES = 5
_PLAIN: dict[str, Any] = {"ensure_ascii": False}
_LOOKS: dict[str, Any] = {**_PLAIN, "indent": 2}


class Reading(Struct, frozen=True):
    """What a session log tells."""

    meeting: Meeting
    rows: tuple[Row, ...]
    """The events of the meeting as they are stored, in order."""
    head: Head
    """As the log itself records it."""
    verified: bool
    """Whether the log was found unaltered, but for gaps that it tells of itself."""
    is_damaged: bool = False
    """Whether it could not be read as it stands: this is what is left of it."""
    directory: Directory | None = None
    """The session's delegations; None for those that come with the program."""
    unread: int = 0
    """How many events are known to have been, and could not be read."""

    @property
    def as_of(self) -> datetime:
        """UTC; the newest instant anything took effect at."""
        return max(entry.at for entry in self.meeting.entries)

    @property
    def local_as_of(self) -> datetime:
        """The same in the agenda's zone."""
        return self.as_of.astimezone(self.meeting.state.agenda.time_zone)

    def notices(self, language: str) -> tuple[str, ...]:
        """What has to be said of a log that is not whole, a sentence each."""
        if self.is_damaged:
            read = len(self.rows)
            return (say("export.unread", language, read=read, unread=self.unread),)
        return () if self.verified else (say("export.unverified", language),)

    def report(
        self,
        *,
        language: str,
        naming: str = "counted",
        with_annex: bool = False,
        group_members: str = "present",
    ) -> MeetingReport:
        """The read model; times run up to the newest entry."""
        report = report_on(
            self.meeting,
            self.directory or load_directory(),
            now=self.as_of,
            verified=self.verified,
            language=language,
            naming=naming,
            with_annex=with_annex,
            group_members=group_members,
        )
        return replace(report, anchor=anchor(self.head)) if self.verified else report


def read_session(folder: SessionFolder) -> Reading:
    """All that can be read of a session.

    Raises LogDamaged when not even its beginning can be, NewerSchema, SessionError.
    """
    try:
        log = folder.read()
        try:
            reading = replace(read_log(log), directory=directory_of(folder.path))
        finally:
            log.close()
        if not reading.verified:
            _check_it_can_be_told(reading)
        return reading
    except LogDamaged as fault:
        return _what_is_left(folder, fault)


def _check_it_can_be_told(reading: Reading) -> None:
    """Raise LogDamaged where events are missing without which the others say nothing."""
    try:
        reading.report(language="en")
    except (LookupError, ValueError) as fault:
        raise LogDamaged(Sentence("log_fault.altered")) from fault


def read_log(log: SessionLog) -> Reading:
    """The log as it stands; raises LogDamaged where events cannot be read or do not go together."""
    head, rows = _at_rest(log)
    meeting = replay(map(_entry, rows))
    if meeting.apart - set_apart(meeting.entries):
        raise LogDamaged(Sentence("log_fault.altered"))
    return Reading(meeting, rows, head, not but_noted(verify(rows, head), rows))


def _at_rest(log: SessionLog) -> tuple[Head, tuple[Row, ...]]:
    """Head and rows of one moment, also while somebody writes."""
    for _ in range(_TRIES):
        before, rows = log.head(), tuple(log.rows())
        if log.head() == before:
            break
    return before, rows


def _entry(row: Row) -> Entry:
    entry = decode_bytes(row.content)
    if entry.seq != row.seq or entry.id != row.id:
        raise LogDamaged(Sentence("log_fault.not_the_one", seq=row.seq))
    return entry


def _what_is_left(folder: SessionFolder, fault: LogDamaged) -> Reading:
    """What the remains of the files add up to; raises the fault where that is nothing."""
    # Seldom needed, and slow to load.
    from meeting_tui.session_log.damaged_database import read_remains

    offered: list[Row] = []
    last = 0
    if folder.database.exists() or folder.holds_more():
        remains = read_remains(folder.database)
        offered += remains.rows
        last = remains.head.seq if remains.head else 0
    if folder.toml.exists():
        offered += check_session_toml(folder.toml).rows
    rows = believed(offered)
    last = max([last, *(row.seq for row in rows)])
    if not rows:
        raise fault
    # What speaks of something that is lost in a hole has no effect.
    meeting = replay(map(_entry, rows))
    head = Head(last, rows[-1].hash)
    unread = last - len(rows)
    return Reading(
        meeting,
        rows,
        head,
        verified=False,
        is_damaged=True,
        unread=unread,
        directory=directory_of(folder.path),
    )


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
