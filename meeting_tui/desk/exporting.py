"""Writing what leaves a session: whole files, made beside their place and renamed into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.sessions import TOML, SessionFolder
from meeting_tui.desk.typesetting import typeset
from meeting_tui.errors import InvalidInput, LogDamaged, PdfNotMade
from meeting_tui.meeting.meeting import replay
from meeting_tui.report.formats import FORMATS, Format, format_named
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.files import free_name, hashes_in, write_atomic
from meeting_tui.session_log.store import SessionLog, WriteRefused
from meeting_tui.session_log.toml_log import dump_session
from meeting_tui.session_log.writer_lock import os_reason


def write_session_toml(folder: SessionFolder, log: SessionLog) -> None:
    """Write the whole session log as text beside its database; raises WriteRefused.

    Where the text there has events that the log lacks it is kept under another name; then raises
    LogDamaged naming that, once the new one is written.
    """
    # The head first: a writer may add to the rows meanwhile.
    head = log.head()
    rows = [row for row in log.rows() if row.seq <= head.seq]
    kept = _kept_aside(folder.toml, frozenset(row.hash for row in rows))
    write_atomic(folder.toml, dump_session(folder.name, rows, head).encode("utf-8"))
    if kept:
        raise LogDamaged(
            f"{folder.database}: lacks events that {TOML} had; what it was is kept as {kept}, and"
            " opening the session again gets back what it can"
        )


def _kept_aside(toml: Path, hashes: frozenset[str]) -> Path | None:
    """A copy of the text, made where it has events that are not among `hashes`."""
    if not toml.exists():
        return None
    try:
        content = toml.read_bytes()
    except OSError as fault:
        raise WriteRefused(os_reason(fault), toml, fault.strerror or "") from fault
    if hashes_in(content) <= hashes:
        return None
    kept = free_name(toml, "set-aside")
    write_atomic(kept, content)
    return kept


def write_files(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, made where it is missing; their paths.

    Each is whole or not there. Raises WriteRefused naming what could not be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder, fault.strerror or "") from fault
    written = []
    for name, content in files.items():
        path = folder / name
        write_atomic(path, content)
        written.append(path)
    return tuple(written)


def report_of(log: SessionLog, *, language: str, naming: str = "counted") -> MeetingReport:
    """The read model of a session as its log stands; times run up to its newest entry."""
    meeting = replay(log.read())
    return report_on(
        meeting,
        load_directory(),
        now=max(entry.at for entry in meeting.entries),
        verified=not verify(log.rows(), log.head()),
        language=language,
        naming=naming,
    )


def export_files(
    folder: SessionFolder,
    formats: tuple[str, ...],
    *,
    language: str,
    naming: str,
    template: bytes | None = None,
    tell: Callable[[str], None] | None = None,
) -> dict[str, bytes]:
    """File name -> content for some formats, Word and PDF in a template where one is given.

    `tell` hears a sentence for what had to be left out: characters, or the PDF among others.
    Raises InvalidInput for a format there is not, TemplateError, PdfNotMade where nothing else was
    asked for, LogDamaged when the log cannot be read.
    """
    for name in formats:
        _known(name)
    log = folder.read()
    try:
        files: dict[str, bytes] = {}
        report = report_of(log, language=language, naming=naming)
        for name in formats:
            found = _known(name)
            if found is None:
                text = dump_session(folder.name, log.rows(), log.head())
                files[TOML] = text.encode("utf-8")
            elif not found.is_of_pages:
                files |= found.export(report)
            else:
                try:
                    files |= typeset(report, found, template, tell)
                except PdfNotMade as fault:
                    if tell is None or len(formats) == 1:
                        raise
                    tell(str(fault))
        return files
    finally:
        log.close()


def _known(name: str) -> Format | None:
    """The format of that name; None for the session log as text, which is made of the log."""
    if name.casefold() == "toml":
        return None
    found = format_named(name)
    if found is None:
        known = ", ".join(["toml", *(each.name for each in FORMATS)])
        raise InvalidInput(f"there is no format “{name}”", key="--format", expected=known)
    return found


def write_drafts(folder: SessionFolder, language: str) -> None:
    """Write `session.toml` and the report draft from the log on disk; raises WriteRefused."""
    log = folder.read()
    try:
        write_session_toml(folder, log)
        draft = format_named("markdown")
        assert draft is not None  # the draft's own format is always there
        write_files(draft.export(report_of(log, language=language)), folder.drafts)
    finally:
        log.close()
