"""What columns are called in the language of a report.

A file for programs and a sheet for people share their headings, but where a sheet shows a length
of time and a file counts its seconds.
"""

from __future__ import annotations

from meeting_tui.report.draft.voice import capital
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.model import Head
from meeting_tui.text import clean_line
from meeting_tui.words import say, sentences


def heading(head: Head, report: MeetingReport, *, is_sheet: bool = False) -> str:
    """The heading of a column, of a sheet or of a file."""
    if head.text is not None:
        return clean_line(head.text)
    of_file, of_sheet = f"report.column.{head.key}", f"excel.column_{head.key}"
    first, second = (of_sheet, of_file) if is_sheet else (of_file, of_sheet)
    key = first if first in sentences(first.partition(".")[0]) else second
    members = say(f"report.members.{report.group_members}", report.language)
    said = say(key, report.language, zone=report.agenda.zone, members=members)
    return capital(said) if is_sheet else said
