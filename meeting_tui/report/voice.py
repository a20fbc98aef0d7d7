"""How a report draft says things: in its language, with names only where its naming allows.

Every text of people and of the agenda passes through here on its way into Markdown, so that none is
taken for markup and no name slips into a draft without names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from meeting_tui.agenda.model import Words
from meeting_tui.meeting.records import Inscription, Point
from meeting_tui.report.markdown_text import escaped
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport
from meeting_tui.words import say


class Voice:
    """The language, the naming and the clock of one report."""

    def __init__(self, report: MeetingReport) -> None:
        self.report = report
        self.is_named = report.naming == "named"
        self.is_counted = report.naming != "anonymous"

    def say(self, key: str, **params: str | int) -> str:
        """The sentence of that key; texts among its values are escaped already."""
        return say(key, self.report.language, **params)

    def words(self, words: Words) -> str:
        """A text of the agenda in the report's language."""
        return escaped(words.say(self.report.language))

    def clock(self, instant: datetime) -> str:
        """The time of day in the agenda's zone, with the date where it is not the agenda's."""
        local = self.report.local(instant)
        time = local.strftime("%H:%M:%S")
        return time if local.date() == self.report.agenda.date else f"{local.date()} {time}"

    def who(self, asked: Inscription, *, with_aligned: bool = True) -> str:
        """Who asked for the floor, by name and capacity; for those that `may_name` allows."""
        report = self.report
        who = escaped(report.name(asked.delegation))
        if asked.group and asked.group != asked.delegation:
            group = escaped(report.group_name(asked.group))
            who = self.say("report.on_behalf", name=who, group=group)
        if asked.aligned and with_aligned:
            names = self.listed(escaped(report.name(code)) for code in asked.aligned)
            who = self.say("report.aligned", who=who, names=names)
        return who

    def may_name(self, asked: Inscription) -> bool:
        """Whether this draft may say who it was."""
        return self.is_named or asked.delegation_kind in NAMED_KINDS

    def other(self, delegation: str) -> str:
        """Who raised a point of order: by name where all are named, else a delegation."""
        if self.is_named:
            return escaped(self.report.name(delegation))
        return self.say("report.a_delegation")

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other."""
        return self.say("report.list_comma").join(names)

    def sentences(self, said: Iterable[str]) -> str:
        """Sentences one after the other; Chinese has no space between them."""
        return ("" if self.report.language == "zh" else " ").join(said)

    def marks(self, marks: Iterable[str]) -> str:
        """Remarks in brackets; nothing when there are none."""
        joined = self.say("report.mark_comma").join(marks)
        return self.say("report.marks", marks=joined) if joined else ""

    def point_marks(self, point: Point, asked: Inscription) -> Iterator[str]:
        """What a point is marked as, apart from being a statement."""
        for mark, default in ((point.kind, "statement"), (point.stance, "none")):
            if mark != default:
                yield self.say(f"report.mark.{mark}")
        # Whom a question does not ask would narrow down who spoke.
        if point.not_asked and self.may_name(asked):
            yield self.say("report.mark.not_asked")


def bullets(lines: Iterable[str]) -> Iterator[str]:
    """One list of those lines, or nothing when there are none."""
    listed = "\n".join(f"- {line}" for line in lines)
    if listed:
        yield listed
