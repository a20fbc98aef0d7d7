"""Whether the log of a session is what was written, whichever of its two files is meant."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.record import record
from meeting_tui.session_log.chain import Finding, Row, gaps, verify
from meeting_tui.session_log.purges import redactions
from meeting_tui.session_log.sqlite_check import refuse_damaged


@record
class Checked:
    """What was found."""

    findings: tuple[Finding, ...]
    """Of the log that was meant: the database, or its text."""
    events: int
    purged: int = 0
    """How many of them lost their text to a purge, as it recorded them."""
    in_text: tuple[Finding, ...] = ()
    """Of the session.toml beside a database."""


def check_session(folder: SessionFolder, *, is_text: bool) -> Checked:
    """Everything wrong with the log; with its text where that is meant, or is all there is.

    A database is compared with the text beside it too, as one that was emptied or cut proves
    itself, and that text is checked as well. Raises as `SessionFolder.read`, and NewerSchema.
    """
    # Only who verifies waits for what reads the text.
    from meeting_tui.session_log.toml_check import check_session_toml

    if is_text or (folder.toml.exists() and not folder.database.exists()):
        text = check_session_toml(folder.toml)
        return Checked(text.findings, len(text.rows), _purged(text.findings, text.rows))
    log = folder.read()
    try:
        head, rows = log.head(), list(log.rows())
    finally:
        log.close()
    findings = verify(rows, head)
    in_text = check_session_toml(folder.toml) if folder.toml.exists() else None
    findings = findings or _lacking(in_text.rows if in_text else (), rows) or _of_file(folder)
    return Checked(findings, head.seq, _purged(findings, rows), in_text.findings if in_text else ())


def _of_file(folder: SessionFolder) -> tuple[Finding, ...]:
    """Whether the file would refuse to be written, although all of it can be read."""
    with suppress(LogDamaged):
        refuse_damaged(folder.database)
        return ()
    return (Finding("file", 0, 0),)


def _purged(findings: Sequence[Finding], rows: Sequence[Row]) -> int:
    return 0 if findings else len(redactions(rows))


def _lacking(in_text: Sequence[Row], rows: list[Row]) -> tuple[Finding, ...]:
    """What a database that is whole in itself lacks: its first event, or some the text has."""
    from meeting_tui.session_log.remains import believed

    hashes = {row.hash for row in rows}
    lost = [row.seq for row in believed(in_text) if row.hash not in hashes]
    if not lost and not rows:
        lost = [1]
    if not lost:
        return ()
    kept = [number for number in range(1, max(lost) + 1) if number not in lost]
    return tuple(Finding("removed", first, last) for first, last in gaps(kept, max(lost)))
