"""Whether the log of a session is what was written, whichever of its two files is meant."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.record import record
from meeting_tui.session_log.chain import Finding, Row, gaps, verify
from meeting_tui.session_log.purges import redactions


@record
class Checked:
    """What was found."""

    findings: tuple[Finding, ...]
    events: int
    purged: int = 0
    """How many of them lost their text to a purge, as it recorded them."""


def check_session(folder: SessionFolder, *, is_text: bool) -> Checked:
    """Everything wrong with the log; with its text where that is meant, or is all there is.

    A database is compared with the text beside it too, as one that was emptied or cut proves
    itself. Raises as `SessionFolder.read`, and NewerSchema.
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
    findings = findings or tuple(_lacking(folder, rows))
    return Checked(findings, head.seq, _purged(findings, rows))


def _purged(findings: Sequence[Finding], rows: Sequence[Row]) -> int:
    return 0 if findings else len(redactions(rows))


def _lacking(folder: SessionFolder, rows: list[Row]) -> list[Finding]:
    """What a database that is whole in itself lacks: its first event, or some the text has."""
    from meeting_tui.session_log.remains import believed
    from meeting_tui.session_log.toml_check import check_session_toml

    hashes = {row.hash for row in rows}
    in_text = believed(check_session_toml(folder.toml).rows) if folder.toml.exists() else ()
    lost = [row.seq for row in in_text if row.hash not in hashes]
    if not lost and not rows:
        lost = [1]
    if not lost:
        return []
    kept = [number for number in range(1, max(lost) + 1) if number not in lost]
    return [Finding("removed", first, last) for first, last in gaps(kept, max(lost))]
