"""What goes into a folder of everything, file by file, under which names, and the list of it.

At the top lies what may be handed on, in `record` what names everybody or is not for the report.
Each has a list of its own, with the hash of each file and of which log it is made: so neither names
what is in the other, and a folder that is handed on alone can still be checked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.desk.reading import LeavingLog, Reading, json_bytes, leaving_log
from meeting_tui.desk.received_texts import TEXTS
from meeting_tui.desk.sessions import TOML, SessionFolder
from meeting_tui.desk.typesetting import pdf_of, typeset
from meeting_tui.desk.written_files import hash_of
from meeting_tui.errors import PdfNotMade
from meeting_tui.outside import LOG, STATEMENT, read_outside
from meeting_tui.report.blocks import Document
from meeting_tui.report.draft import report_draft
from meeting_tui.report.formats import FORMATS, Format, format_named
from meeting_tui.report.json_export import tables
from meeting_tui.report.markdown_export import markdown_files
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.words import say

MANIFEST = "manifest.json"
VERSION = 1
_PROGRAM = "meeting-tui"
RECORD = "record"
NOTE = "READ-ME-FIRST.txt"
_PDF = "report.pdf"
USUAL_NAMING = "counted"
"""How statements are attributed where nothing else is asked for; no name of a file says it."""


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


Step = tuple[str, Callable[[], list[Leaf]]]
"""What is made next, and how."""


class Choice(Struct, frozen=True):
    """How somebody wants a session written out."""

    language: str
    naming: str = USUAL_NAMING
    with_annex: bool = False
    template: bytes | None = None
    group_members: str = "present"
    """Which members of a group are counted behind its statements: one of `GROUP_MEMBERS`."""
    separator: str = ","
    """Between the cells of CSV tables."""
    is_private: bool = False
    """Whether the files are for their owner alone outside the session's folder too."""

    def report(self, reading: Reading) -> MeetingReport:
        """The read model as it is to be written out."""
        report = reading.report(
            language=self.language,
            naming=self.naming,
            with_annex=self.with_annex,
            group_members=self.group_members,
        )
        return replace(report, separator=self.separator)


class Bundle:
    """Makes the files of one session."""

    def __init__(
        self,
        session: SessionFolder,
        reading: Reading,
        choice: Choice,
        tell: Callable[[str], None],
    ) -> None:
        self._session = session
        self._reading = reading
        self._choice = choice
        self._tell = tell
        self._word = b""
        self.missing: list[str] = []
        """Files that could not be made."""

    def steps(self) -> list[Step]:
        """What there is to make, in order; PDF last, as it takes longest."""
        obeying = [each.name for each in FORMATS if each.is_handed_on]
        recorded = [each.name for each in FORMATS if each.is_recorded]
        if self._choice.naming == "named":
            recorded = [each for each in recorded if each not in obeying]
        return [
            ("markdown", self._markdown),
            *((name, partial(self._handed_on, name)) for name in obeying),
            ("word", self._pages),
            *((name, partial(self._recorded, name)) for name in recorded),
            ("csv", partial(self._recorded, "csv")),
            ("json", self._json),
            ("toml", self._toml),
            (TEXTS, self._texts),
            ("pdf", self._pdf),
        ]

    @cached_property
    def _report(self) -> MeetingReport:
        return self._choice.report(self._reading)

    @cached_property
    def _named(self) -> MeetingReport:
        # Nothing but the naming is different, and to make it anew would take a while.
        return replace(self._report, naming="named", with_annex=True)

    @cached_property
    def _draft(self) -> Document:
        # The same for Markdown and Word; to tell a long day twice would take a while.
        return report_draft(self._report)

    @cached_property
    def _log(self) -> LeavingLog:
        return leaving_log(self._reading)

    def _handed_on(self, name: str) -> list[Leaf]:
        return self._leaves(name, _format(name).export(self._report), "", self._choice.naming)

    def _recorded(self, name: str) -> list[Leaf]:
        return self._leaves(name, _format(name).export(self._named), f"{RECORD}/", "named")

    def _leaves(self, name: str, files: Mapping[str, bytes], part: str, naming: str) -> list[Leaf]:
        language = self._choice.language
        return [Leaf(f"{part}{file}", made, name, naming, language) for file, made in files.items()]

    def _markdown(self) -> list[Leaf]:
        files = markdown_files(self._report, self._draft)
        return self._leaves("markdown", files, "", self._choice.naming)

    def _pages(self) -> list[Leaf]:
        template = self._choice.template
        files = typeset(self._report, _format("word"), template, self._tell, self._draft)
        self._word = next(iter(files.values()))
        return self._leaves("word", files, "", self._choice.naming)

    def _pdf(self) -> list[Leaf]:
        try:
            printed = pdf_of(self._word)
        except PdfNotMade as fault:
            self._tell(fault.sentence(self._choice.language))
            self.missing.append(_PDF)
            return []
        return self._leaves("pdf", {_PDF: printed}, "", self._choice.naming)

    def _json(self) -> list[Leaf]:
        content = session_json(self._named, self._log)
        return self._leaves("json", content, f"{RECORD}/", "named")

    def _toml(self) -> list[Leaf]:
        language = self._choice.language
        note = say("export.record_note", language, session=self._log.name)
        log = Leaf(f"{RECORD}/{TOML}", self._log.toml(), "toml", "named")
        return [log, Leaf(f"{RECORD}/{NOTE}", f"{note}\n".encode(), "note", None, language)]

    def _texts(self) -> list[Leaf]:
        """The texts received, as they were; one that is not there any more is told."""
        found: dict[str, Leaf] = {}
        for statement in self._report.statements:
            text = statement.intervention.text
            if text is None or text.file is None:
                continue
            name = f"{RECORD}/{TEXTS}/{text.file}"
            content = _content(self._session.path / TEXTS, text.file)
            if content is None or hash_of(content) != text.sha256:
                if name not in self.missing:
                    self._tell(say("export.text_gone", self._choice.language, file=text.file))
                    self.missing.append(name)
            else:
                found[name] = Leaf(name, content, "text")
        return list(found.values())


def session_json(report: MeetingReport, log: LeavingLog) -> dict[str, bytes]:
    """`session.json` with the log in it, so that the session can be made again."""
    return {"session.json": json_bytes(tables(report), log)}


def _content(folder: Path, name: str) -> bytes | None:
    """The file of that name in the folder; None where it is not there, or is no name of a file."""
    if Path(name).name != name or "\\" in name:
        return None
    try:
        return read_outside(folder / name, STATEMENT)
    except (OSError, ValueError):
        return None


def _format(name: str) -> Format:
    found = format_named(name)
    assert found is not None  # every name here is one of the formats
    return found
