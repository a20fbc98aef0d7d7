"""The formats a meeting leaves in, by the names people ask for them.

An exporter takes the read model and gives the content of each file; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.record import record
from meeting_tui.report.csv_export import events_files, speeches_files
from meeting_tui.report.json_export import json_files
from meeting_tui.report.markdown_export import markdown_files, sheets_files
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.word import word_files

Exporter = Callable[[MeetingReport], dict[str, bytes]]
"""File name -> content; the names are legal on every system."""


@record
class Format:
    """One format, and what has to be known before it is handed on."""

    name: str
    export: Exporter
    obeys_naming: bool
    """Whether delegations are named only as the report's naming allows; a record names them all."""
    is_of_pages: bool = False
    """Whether it is set on pages, in a template of one's own where one is given."""
    is_printed: bool = False
    """Whether its pages are then printed to PDF, which is done outside this room."""


FORMATS: tuple[Format, ...] = (
    Format("json", json_files, obeys_naming=False),
    Format("markdown", markdown_files, obeys_naming=True),
    Format("sheets", sheets_files, obeys_naming=True),
    Format(
        "csv",
        lambda report: {**speeches_files(report), **events_files(report)},
        obeys_naming=False,
    ),
    Format("csv-speeches", speeches_files, obeys_naming=False),
    Format("csv-events", events_files, obeys_naming=False),
    Format("word", word_files, obeys_naming=True, is_of_pages=True),
    Format("pdf", word_files, obeys_naming=True, is_of_pages=True, is_printed=True),
)
"""Every format of this room; the session log in TOML is written by the session log itself."""

ALIASES = {"md": "markdown", "docx": "word"}


def format_named(name: str) -> Format | None:
    """The format of that name or alias, in any case; None where there is none."""
    wanted = name.strip().casefold()
    wanted = ALIASES.get(wanted, wanted)
    return next((each for each in FORMATS if each.name == wanted), None)
