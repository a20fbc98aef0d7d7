"""Writing what leaves a session: whole files, made beside their place and renamed into it.

The report as it would be exported now is made again and again while the meeting goes on. That has a
meeting of its own which follows the log, so that it can be made in another thread than the one that
gives the floor, and only new entries are folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.bundle import USUAL_NAMING, Choice, session_json
from meeting_tui.desk.reading import Reading, leaving_log, read_log, read_session
from meeting_tui.desk.sessions import TOML, SessionFolder
from meeting_tui.desk.typesetting import typeset
from meeting_tui.desk.written_files import write_files
from meeting_tui.errors import InvalidInput, LogDamaged, MeetingTuiError, PdfNotMade, why
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.left_to_do import BLANKS, BY_HAND
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.outside import LOG, read_outside
from meeting_tui.report.formats import FORMATS, Format, format_named
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.files import free_name, hashes_in, os_reason, write_atomic
from meeting_tui.session_log.store import SessionLog, WriteRefused
from meeting_tui.session_log.toml_log import dump_session
from meeting_tui.words import Sentence, say

OF_THE_CHAIR = ("markdown", "word", "pdf")
"""Formats of the Chair's report."""


def left_to_do(report: MeetingReport) -> Iterator[str]:
    """A sentence for lines to rewrite, and once the meeting is over for blanks to fill.

    Counted on the checklist: what was ticked off it is not told again.
    """
    kinds = [each.kind for each in report.open_points]
    lines = kinds.count(BY_HAND) if report.naming != "named" else 0
    if lines:
        yield say("export.by_hand", report.language, count=lines)
    blanks = sum(each in BLANKS for each in kinds)
    if blanks:
        yield say("export.blanks", report.language, count=blanks)


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
            Sentence("log_fault.lacks_kept", path=str(folder.database), text=TOML, kept=str(kept))
        )


def _kept_aside(toml: Path, hashes: frozenset[str]) -> Path | None:
    """A copy of the text, made where it has events that are not among `hashes`."""
    if not toml.exists():
        return None
    try:
        content = read_outside(toml, LOG)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), toml, why(fault)) from fault
    if hashes_in(content) <= hashes:
        return None
    kept = free_name(toml, "set-aside")
    write_atomic(kept, content)
    return kept


def report_of(log: SessionLog, *, language: str, naming: str = "counted") -> MeetingReport:
    """The read model of a session as its log stands; times run up to its newest entry."""
    return read_log(log).report(language=language, naming=naming)


def export_files(
    folder: SessionFolder,
    formats: tuple[str, ...],
    choice: Choice | None = None,
    *,
    language: str = "en",
    naming: str = "counted",
    template: bytes | None = None,
    tell: Callable[[str], None] | None = None,
    reading: Reading | None = None,
) -> dict[str, bytes]:
    """File name -> content for some formats, Word and PDF in a template where one is given.

    A naming that is not the usual one is in the names of the files that obey it, and a language
    other than English in all but JSON and TOML. `choice` instead of the three that follow;
    `reading` of the session where it was read already.
    `tell` hears a sentence for what had to be left out: characters, events of a damaged log, or the
    PDF among others. Raises InvalidInput for a format there is not, TemplateError, PdfNotMade where
    nothing else was asked for, LogDamaged when nothing of the log can be read.
    """
    check_formats(formats)
    choice = choice or Choice(language, naming, template=template)
    reading = reading or read_session(folder)
    if tell is not None:
        for notice in reading.notices(choice.language):
            tell(notice)
        if any((found := _known(name)) and found.name in OF_THE_CHAIR for name in formats):
            for notice in left_to_do(choice.report(reading)):
                tell(notice)
    files: dict[str, bytes] = {}
    for name in formats:
        try:
            files |= _made(name, reading, choice, tell)
        except PdfNotMade as fault:
            if tell is None or len(formats) == 1:
                raise
            tell(fault.sentence(choice.language))
    return files


def _made(
    name: str, reading: Reading, choice: Choice, tell: Callable[[str], None] | None
) -> dict[str, bytes]:
    """The files of one format."""
    found = _known(name)
    if found is None:
        return {TOML: leaving_log(reading).toml()}
    report = choice.report(reading)
    if found.name == "json":
        return session_json(report, leaving_log(reading))
    if found.is_of_pages:
        files = typeset(report, found, choice.template, tell)
    else:
        files = found.export(report)
    naming = choice.naming if found.obeys_naming else USUAL_NAMING
    return {_named_as(file, naming, choice.language): made for file, made in files.items()}


def _named_as(file: str, named: str, language: str) -> str:
    """`report-zh-named.docx`: a file replaces none in another language, or that names otherwise.

    One in English, and one with the usual naming, has the plain name.
    """
    stem, ending = file.rsplit(".", 1)
    naming = "" if named == USUAL_NAMING else f"-{named}"
    suffix = "" if language == "en" else f"-{language}"
    return f"{stem}{suffix}{naming}.{ending}"


def check_formats(names: Iterable[str]) -> None:
    """Raise InvalidInput for a format there is not."""
    for name in names:
        _known(name)


def _known(name: str) -> Format | None:
    """The format of that name; None for the session log as text, which is made of the log."""
    if name.casefold() == "toml":
        return None
    found = format_named(name)
    if found is None:
        known = ("all", "toml", *(each.name for each in FORMATS))
        raise InvalidInput(
            Sentence("meeting_fault.no_format", name=name),
            key="--format",
            expected=Sentence("fault.these", names=known),
        )
    return found


def write_drafts(folder: SessionFolder, language: str) -> tuple[str, ...]:
    """Write `session.toml` and the report draft from the log on disk; raises WriteRefused.

    A draft that was changed by hand is left and the new one is written beside it; a sentence says
    so.
    """
    log = folder.read()
    try:
        write_session_toml(folder, log)
        draft = format_named("markdown")
        assert draft is not None  # the draft's own format is always there
        report = report_of(log, language=language)
        written = write_files(draft.export(report), folder.drafts, folder.path)
    finally:
        log.close()
    return tuple(each.sentence(language) for each in written.kept)


class Previewing:
    """Makes one report after another of one session; never two at a time."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._meeting: Meeting | None = None
        self._verified: bool | None = None

    def report(
        self,
        entries: Sequence[Entry],
        folder: SessionFolder,
        *,
        language: str,
        naming: str,
        group_members: str = "present",
    ) -> MeetingReport:
        """The report on the log so far, as an export would have it now.

        `entries` is a copy that nobody changes; `folder` holds the log, which is verified once.
        """
        self._follow(entries)
        if self._verified is None:
            self._verified = _is_unaltered(folder)
        return report_on(
            self.meeting,
            self._directory,
            now=self.now,
            verified=self._verified,
            language=language,
            naming=naming,
            group_members=group_members,
        )

    @property
    def meeting(self) -> Meeting:
        """The meeting of the last report; read it only where reports are made."""
        assert self._meeting is not None  # a report was made
        return self._meeting

    @property
    def state(self) -> MeetingState:
        """Its state."""
        return self.meeting.state

    @property
    def now(self) -> datetime:
        """The time of its newest act, UTC."""
        return max(entry.at for entry in self.meeting.entries)

    def _follow(self, entries: Sequence[Entry]) -> None:
        """Bring the meeting up to the last entry; rebuild it if the entries are other ones."""
        meeting = self._meeting
        known = len(meeting.entries) if meeting else 0
        if meeting is None or known > len(entries) or meeting.last.id != entries[known - 1].id:
            self._meeting = replay(entries)
            return
        for entry in entries[known:]:
            meeting.apply(entry)


def _is_unaltered(folder: SessionFolder) -> bool:
    """Whether the log on disk is unaltered; False if it cannot be read."""
    try:
        with closing(folder.read()) as log:
            return not verify(log.rows(), log.head())
    except MeetingTuiError:
        return False
