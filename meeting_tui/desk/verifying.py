"""Whether the log of a session is what was written, whichever of its two files is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import SessionStarted
from meeting_tui.meeting.facts import Loss
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.session_log.acknowledged import (
    Acknowledged,
    HeadTrouble,
    head_trouble,
    read_acknowledged,
)
from meeting_tui.session_log.chain import (
    APART,
    LOST,
    Finding,
    Head,
    Row,
    believed,
    but_noted,
    gaps,
    noted_lost,
    verify,
)
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.purges import redactions
from meeting_tui.session_log.sqlite import SqliteLog
from meeting_tui.session_log.sqlite_check import HiddenCommits, refuse_damaged
from meeting_tui.session_log.store import SessionLog

if TYPE_CHECKING:
    from meeting_tui.session_log.toml_log import CheckedText

_TRIES = 5
_LOOKS = 12
"""How often a file that somebody may be writing is looked at before it is called damaged."""


class Checked(Struct, frozen=True):
    """What was found."""

    findings: tuple[Finding, ...]
    """Of the log that was meant: the database, or its text."""
    events: int
    purged: int = 0
    """How many of them lost their text to a purge, as it recorded them."""
    in_text: tuple[Finding, ...] = ()
    """Of the session.toml beside a database."""
    meeting: Meeting | None = None
    """What a log without findings adds up to, if that can be told."""
    lacks: Acknowledged | None = None
    """What was saved last, where the log has it not and does not say so."""
    zone: str = ""
    """Of the meeting's own times."""
    hashes: tuple[tuple[int, str], ...] = ()
    """Number and hash of each entry, in order."""
    head_trouble: HeadTrouble | None = None
    """What is wrong with `log.head`."""

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the log itself says is lost or has no effect; the gaps among it are no findings."""
        return tuple(self.meeting.state.losses) if self.meeting else ()

    @property
    def unseen(self) -> tuple[Loss, ...]:
        """Of these, what nobody has said yet that it is seen."""
        return tuple(each for each in self.losses if not each.is_seen)


def check_session(folder: SessionFolder, *, is_text: bool) -> Checked:
    """Everything wrong with the log; with its text where that is meant, or is all there is.

    A database is compared with the text beside it too, as one that was emptied or cut proves
    itself, and that text is checked as well. Raises as `SessionFolder.read`, and NewerSchema.
    """
    # Only who verifies waits for what reads the text.
    from meeting_tui.session_log.toml_log import check_session_toml

    is_alone = not folder.database.exists() and not folder.holds_more()
    if is_text or (folder.toml.exists() and is_alone):
        return _of_text(check_session_toml(folder.toml))
    # Before the rows: whoever writes meanwhile has only added to them.
    noted = read_acknowledged(folder.path)
    log = folder.read()
    try:
        head, rows = at_rest(log)
        keeps_head = isinstance(log, SqliteLog) and log.keeps_head()
    finally:
        log.close()
    findings = but_noted(verify(rows, head), rows)
    in_text = check_session_toml(folder.toml) if folder.toml.exists() else None
    session = rows[0].hash if rows and rows[0].seq == 1 else None
    of_noted = _lacking_noted(noted if noted and noted.is_of(session) else None, rows, head)
    findings = (
        findings or _of_file(folder) or _lacking(in_text.rows if in_text else (), rows) or of_noted
    )
    of_text = but_noted(in_text.findings, in_text.rows) if in_text else ()
    return Checked(
        findings,
        len(rows),
        _purged(findings, rows),
        of_text,
        _meeting(rows),
        noted if findings == of_noted and of_noted else None,
        _zone(rows),
        _hashes(rows),
        # After the log was looked at: whoever writes it notes its head first.
        head_trouble(folder.path, session, keeps_head=keeps_head),
    )


def _of_text(text: CheckedText) -> Checked:
    found = but_noted(text.findings, text.rows)
    purged, meeting = _purged(found, text.rows), _meeting(text.rows)
    return Checked(found, len(text.rows), purged, (), meeting, hashes=_hashes(text.rows))


def at_rest(log: SessionLog) -> tuple[Head, list[Row]]:
    """Head and rows of one moment, also while somebody writes."""
    for _ in range(_TRIES):
        head, rows = log.head(), list(log.rows())
        if log.head() == head:
            return head, rows
    # What came after the head was looked at is not judged.
    return head, [row for row in rows if row.seq <= head.seq]


def _meeting(rows: Sequence[Row]) -> Meeting | None:
    """What the log adds up to, if it says anything of losses and can be folded."""
    if not any(LOST in row.content or APART in row.content for row in rows):
        return None
    try:
        return replay(decode_bytes(row.content) for row in rows)
    except LogDamaged:
        return None


def _hashes(rows: Sequence[Row]) -> tuple[tuple[int, str], ...]:
    return tuple((row.seq, row.hash) for row in rows)


def _lacking_noted(
    noted: Acknowledged | None, rows: Sequence[Row], head: Head
) -> tuple[Finding, ...]:
    """What was acknowledged last and is not in the log, unless the log itself says so."""
    if noted is None or any(row.hash == noted.hash for row in rows):
        return ()
    if noted.seq > head.seq:
        return (Finding("removed", head.seq + 1, noted.seq),)
    if noted.seq in noted_lost(rows):
        return ()
    return (Finding("replaced", noted.seq, noted.seq),)


def _of_file(folder: SessionFolder) -> tuple[Finding, ...]:
    """What of the file does not show in its rows: it hides some, or would refuse to be written."""
    try:
        refuse_damaged(folder.database, is_mended=True, tries=_LOOKS)
    except HiddenCommits:
        return (Finding("hidden", 0, 0),)
    except LogDamaged:
        return (Finding("file", 0, 0),)
    return ()


def _zone(rows: Sequence[Row]) -> str:
    """The zone of the meeting, as its first entry says; empty where that cannot be read."""
    try:
        started = decode_bytes(rows[0].content).event if rows else None
    except LogDamaged:
        return ""
    return started.agenda.zone if isinstance(started, SessionStarted) else ""


def _purged(findings: Sequence[Finding], rows: Sequence[Row]) -> int:
    return 0 if findings else len(redactions(rows))


def _lacking(in_text: Sequence[Row], rows: list[Row]) -> tuple[Finding, ...]:
    """What a database that is whole in itself lacks: its first event, or some the text has."""

    hashes = {row.hash for row in rows}
    lost = [row.seq for row in believed(in_text) if row.hash not in hashes]
    if not lost and not rows:
        lost = [1]
    if not lost:
        return ()
    kept = [number for number in range(1, max(lost) + 1) if number not in lost]
    return tuple(Finding("removed", first, last) for first, last in gaps(kept, max(lost)))
