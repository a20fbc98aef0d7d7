"""What a table may say of somebody: names, codes and people's text, as the report's naming allows.

The rules are those of the report draft; only here a name that may not stand leaves an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from meeting_tui.agenda.local_times import offset_where_twice
from meeting_tui.agenda.model import DELEGATION_KINDS
from meeting_tui.meeting.details import INTERPRETED
from meeting_tui.meeting.facts import STANCES, Inscription
from meeting_tui.meeting.speaking_time import CHAIR
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.plain_values import duration
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.model import Head, Term
from meeting_tui.text import capital, clean_line
from meeting_tui.views.speaking_times import Naming
from meeting_tui.words import say, sentences


class Teller:
    """One report, its naming and its language, as they are needed cell by cell."""

    def __init__(self, report: MeetingReport, *, names_all: bool = False) -> None:
        """`names_all`: name delegations whatever the naming."""
        self.report = replace(report, naming="named") if names_all else report
        self.voice = Voice(self.report)
        self.naming = self.report.naming
        self.is_named = self.voice.is_named
        self._called = Naming(report.directory, report.language)
        self._terms: dict[str, Term] = {}

    # Who

    def code(self, asked: Inscription) -> str | None:
        """The delegation's code, or its name as typed, where it may be named."""
        return asked.delegation if self.voice.may_name(asked) else None

    def name(self, asked: Inscription) -> str | None:
        """The delegation's name, where it may stand."""
        return self.report.name(asked.delegation) if self.voice.may_name(asked) else None

    def kind(self, kind: str) -> Term:
        """A kind of delegation, or the Chair."""
        if kind in (*DELEGATION_KINDS, CHAIR):
            return self.word("screen.kind_", kind)
        return Term(kind, self.voice.say("screen.kind_unknown"))

    def region(self, asked: Inscription) -> Term | None:
        """The regional group of a State; of others there is none."""
        region = self.report.directory.region(asked.delegation)
        return Term(region, self._called.region(region)) if region else None

    def row_of_times(self, row: str, by: str) -> str:
        """What a row of speaking time is called."""
        return self._called.row(row, by)

    # What

    def kind_of_speech(self, kind: str) -> Term:
        """A kind of speech, as the rules of procedure call it."""
        found = next((each for each in self.report.rules.kinds if each.id == kind), None)
        return Term(kind, found.name.say(self.report.language) if found else kind)

    def word(self, prefix: str, word: str) -> Term:
        """A word from a list, said by the sentence `<prefix><word>`; another one is as it is."""
        key = f"{prefix}{word}"
        # The same few words stand in thousands of cells.
        if key not in self._terms:
            known = key in sentences(key.partition(".")[0])
            self._terms[key] = Term(word, self.voice.say(key) if known else word)
        return self._terms[key]

    def stance(self, stance: str) -> Term:
        """A stance; where none was taken, people see nothing."""
        return Term(stance, "") if stance == STANCES[0] else self.word("record.value_", stance)

    def spoken(self, language: str | None) -> Term | None:
        """A language that was spoken, as known or as typed."""
        if language is None:
            return None
        known = language in INTERPRETED
        said = self.voice.say(f"details.language_{language}") if known else language
        return Term(language, said)

    def text(self, text: str, subject: str, keep: Iterable[str] = ()) -> str:
        """What people wrote; without names where the report has none (see `Discretion`)."""
        if self.voice.discretion is None:
            return text
        return self.voice.discretion.without_names(text, subject, keep)

    # When

    def local(self, instant: datetime | None) -> datetime | None:
        """The instant in the agenda's zone to the second, as a spreadsheet holds it.

        Of an hour that comes twice it keeps which of the two it is.
        """
        if instant is None:
            return None
        local = self.report.local(instant).replace(microsecond=0)
        return local if offset_where_twice(local) else local.replace(tzinfo=None)


def span(seconds: float | None) -> timedelta | None:
    """A length of time, to the millisecond."""
    return None if seconds is None else timedelta(seconds=duration(seconds))


def joined(parts: Iterable[str]) -> str:
    """Ids or codes, one after the other."""
    return " ".join(parts)


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
