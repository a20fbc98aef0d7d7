"""The formats a meeting leaves in, by the names people ask for them.

An exporter takes the read model and gives the content of each file; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from meeting_tui.report.blocks import Document
from meeting_tui.report.csv_export import (
    csv_files,
    events_files,
    inscriptions_files,
    item_notes_files,
    points_files,
    positions_files,
    speeches_files,
)
from meeting_tui.report.draft import (
    annex_draft,
    follow_ups_sheet,
    handover_sheet,
    speakers_sheet,
)
from meeting_tui.report.excel import excel_files
from meeting_tui.report.json_export import json_files
from meeting_tui.report.markdown_export import markdown, markdown_files
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.word import word_file, word_files

Exporter = Callable[[MeetingReport], dict[str, bytes]]
"""File name -> content; the names are legal on every system."""
ALIASES = {"md": "markdown", "docx": "word", "xlsx": "excel"}


class Format(Struct, frozen=True):
    """One format, and what has to be known before it is handed on."""

    name: str
    export: Exporter
    obeys_naming: bool
    """Whether delegations are named only as the report's naming allows; else all are named."""
    is_of_pages: bool = False
    """Whether it is set on pages, in a template of one's own where one is given."""
    is_handed_on: bool = False
    """Whether a folder of everything has it among what may be handed on."""
    is_recorded: bool = False
    """Whether such a folder has it among what names everybody."""
    is_printed: bool = False
    """Whether its pages are then printed to PDF, which is done outside this room."""


def _sheet(name: str, written: Callable[[MeetingReport], Document]) -> Exporter:
    """A sheet as `name.md` and `name.docx`."""

    def files(report: MeetingReport) -> dict[str, bytes]:
        document = written(report)
        return {
            f"{name}.md": markdown(document).encode("utf-8", "replace"),
            f"{name}.docx": word_file(document),
        }

    return files


_SPEAKERS = _sheet("speakers", speakers_sheet)
_FOLLOW_UPS = _sheet("follow-ups", follow_ups_sheet)
_HANDOVER = _sheet("handover", handover_sheet)


FORMATS: tuple[Format, ...] = (
    Format("json", json_files, obeys_naming=False),
    Format("markdown", markdown_files, obeys_naming=True),
    Format("csv", csv_files, obeys_naming=False),
    Format("csv-speeches", speeches_files, obeys_naming=False),
    Format("csv-points", points_files, obeys_naming=False),
    Format("csv-item-notes", item_notes_files, obeys_naming=False),
    Format("csv-positions", positions_files, obeys_naming=False),
    Format("csv-inscriptions", inscriptions_files, obeys_naming=False),
    Format("csv-events", events_files, obeys_naming=False),
    Format("excel", excel_files, obeys_naming=True, is_handed_on=True, is_recorded=True),
    Format("word", word_files, obeys_naming=True, is_of_pages=True),
    Format("pdf", word_files, obeys_naming=True, is_of_pages=True, is_printed=True),
    Format("annex", _sheet("annex", annex_draft), obeys_naming=True, is_recorded=True),
    Format("speakers", _SPEAKERS, obeys_naming=True, is_handed_on=True, is_recorded=True),
    Format("follow-ups", _FOLLOW_UPS, obeys_naming=True, is_handed_on=True, is_recorded=True),
    Format("handover", _HANDOVER, obeys_naming=True, is_recorded=True),
    Format(
        "sheets",
        lambda report: {**_SPEAKERS(report), **_FOLLOW_UPS(report), **_HANDOVER(report)},
        obeys_naming=True,
    ),
)
"""Every format of this room; the session log in TOML is written by the session log itself."""


def format_named(name: str) -> Format | None:
    """The format of that name or alias, in any case; None where there is none."""
    wanted = name.strip().casefold()
    wanted = ALIASES.get(wanted, wanted)
    return next((each for each in FORMATS if each.name == wanted), None)
