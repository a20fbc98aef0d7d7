"""A session read for export, whatever state its log is in.

A whole log is read as it stands. Of a damaged one everything readable is taken, as mending would
take it, but nothing on the disk is changed: who exports may not be who mends.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.losses import set_apart
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.session_log.chain import Head, Row, anchor, believed, but_noted, verify
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.store import SessionLog
from meeting_tui.words import Sentence, say

_TRIES = 5


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
    from meeting_tui.session_log.toml_log import check_session_toml

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
