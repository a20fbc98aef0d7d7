"""How a report says things: in its language, with names only where its naming allows.

Every text of people passes through here on its way into a draft, so that no name slips into one
without names.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime

from meeting_tui.agenda.model import Segment, Words
from meeting_tui.agenda.offsets import offset_where_twice
from meeting_tui.meeting.records import STATES, Inscription
from meeting_tui.report.draft.discretion import Discretion
from meeting_tui.report.positions import Count, WhatWasSaid
from meeting_tui.report.quantifiers import quantifier
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport, Statement
from meeting_tui.text import clean_line
from meeting_tui.words import say

NAMING = ("delegation", "attribution")
"""Corrections that say who it was, or was taken for."""
_GUEST = "GUEST"
"""The code of the guest speaker, whose name in the list is to be entered."""
PRESENTATION = "presentation"
"""The kind of speech whose speakers are named in every report, where they are States."""


class Voice:
    """The language, the naming and the clock of one report."""

    def __init__(self, report: MeetingReport) -> None:
        self.report = report
        self.is_named = report.naming == "named"
        self.is_counted = report.naming != "anonymous"
        self.said = WhatWasSaid(report)
        self.discretion = None if self.is_named else Discretion(report.directory, _unlisted(report))

    def say(self, key: str, **params: str | int) -> str:
        """The sentence of that key; quotation marks within quotation marks are single ones."""
        return _quotes_within(say(key, self.report.language, **params))

    @property
    def members(self) -> str:
        """Which members of groups are counted, for beside a figure of States."""
        return self.say(f"report.members.{self.report.group_members}")

    def words(self, words: Words) -> str:
        """A text of the agenda in the report's language."""
        return clean_line(words.say(self.report.language))

    def segment_title(self, segment: Segment) -> str:
        """The title of a segment; one that was added in the meeting is what somebody wrote."""
        title = self.words(segment.title)
        changes = self.report.schedule_changes
        is_added = any((each.kind, each.place) == ("add", segment.id) for each in changes)
        return self.people(title, segment.id) if is_added else title

    def people(self, text: str, subject: str, keep: Container[str] = ()) -> str:
        """What somebody wrote; without names where the report has none (see `Discretion`)."""
        line = clean_line(text)
        if self.discretion is None:
            return line
        return self.discretion.without_names(line, subject, keep)

    # Times

    def date(self, day: date) -> str:
        """A day in words."""
        month = self.say(f"draft.month.{day.month}")
        return self.say("draft.date", day=day.day, month=month, year=day.year)

    def time_of_day(self, local: datetime) -> str:
        """`10:05`; in an hour that comes twice, as the clocks go back, also which of the two."""
        time, offset = f"{local:%H:%M}", offset_where_twice(local)
        return self.say("draft.clock_twice", time=time, offset=offset) if offset else time

    def clock(self, instant: datetime) -> str:
        """The time of day in the agenda's zone, with the day where it is not the agenda's."""
        local = self.report.local(instant)
        time = self.time_of_day(local)
        if local.date() == self.report.agenda.date:
            return time
        return self.say("draft.clock_on", date=self.date(local.date()), time=time)

    def times(self, start: datetime, end: datetime | None) -> str:
        """From when to when; what is still going on has no end, what is over at once one time."""
        if end is None:
            return self.say("digest.since", start=self.clock(start))
        shown = (self.clock(start), self.clock(end))
        return (
            shown[0]
            if shown[0] == shown[1]
            else self.say("draft.span", start=shown[0], end=shown[1])
        )

    def minutes_held(self, start: datetime, end: datetime, seconds: float | None = None) -> int:
        """Whole minutes between the times as they are shown, so that a reader's sum is the same.

        `seconds`: how many of them count, where what came between (a suspension) does not.
        """
        shown = end.replace(second=0, microsecond=0) - start.replace(second=0, microsecond=0)
        between = 0.0 if seconds is None else (end - start).total_seconds() - seconds
        return max(0, round(shown.total_seconds() / 60) - round(between / 60))

    def held(self, minutes: int) -> str:
        """`26 minutes`; what was over within the minute did take some time."""
        return self.number("minutes", minutes) if minutes else self.say("draft.no_minute")

    def minutes(self, seconds: float) -> str:
        """A length of time in whole minutes."""
        return self.number("minutes", round(seconds / 60))

    # How many

    def number(self, noun: str, count: int) -> str:
        """`1 statement`, `7 statements`: one of the nouns that are counted."""
        return self.say(f"draft.{noun}.{'one' if count == 1 else 'other'}", count=count)

    def who_many(self, by: Count, among: int | None = None) -> str:
        """`several delegations (8 statements by 7 delegations; 34 States)`; without counts where
        the report has none."""
        if not self.is_counted:
            return self.say("draft.delegations_at_large")
        values = {
            "who": self.say(f"draft.who.{quantifier(by.delegations, among, self.report.bands)}"),
            "statements": self.number("statements", by.statements),
            "states": self.number("states", by.states),
        }
        if by.delegations > 1:
            values["delegations"] = self.number("delegations", by.delegations)
        key = "draft.counted" if by.delegations > 1 else "draft.counted_one"
        # Organisations alone have no State behind them; that goes without saying.
        return self.say(key if by.states else f"{key}_no_state", **values)

    # Names

    def may_name(self, asked: Inscription) -> bool:
        """Whether this report may say who it was."""
        return self.is_named or is_on_show(asked)

    def who_briefly(self, asked: Inscription) -> str:
        """Who spoke; for which group only where all are named, as that names others."""
        report = self.report
        who = clean_line(report.name(asked.delegation))
        if asked.delegation == _GUEST:
            who = self.say("draft.guest")
        if self.is_named and asked.group and asked.group != asked.delegation:
            group = clean_line(report.group_name(asked.group))
            who = self.say("draft.on_behalf", name=who, group=group)
        return who

    def in_sentence(self, asked: Inscription) -> str:
        """Who spoke, within a sentence: an office with its article, others by name or not."""
        if not self.may_name(asked):
            return self.say("draft.a_delegation")
        who = self.who_briefly(asked)
        return self.say("draft.the", name=who) if asked.delegation_kind in NAMED_KINDS else who

    def who(self, asked: Inscription) -> str:
        """Who spoke; also with whom aligned, where all are named."""
        report, who = self.report, self.who_briefly(asked)
        if self.is_named and asked.aligned:
            names = self.listed([report.name(code) for code in asked.aligned])
            who = self.say("draft.aligned", who=who, names=names)
        return who

    def on_show(self, statement: Statement) -> str:
        """Whoever is named in every report, in a sentence; from the podium with the person."""
        who = self.in_sentence(statement.asked)
        return self._of(who, statement) if statement.asked.delegation_kind in NAMED_KINDS else who

    def with_person(self, statement: Statement) -> str:
        """Who spoke and for whom; only for texts that name delegations."""
        return self._of(self.who(statement.asked), statement)

    def _of(self, who: str, statement: Statement) -> str:
        run = statement.intervention
        person = self.say("draft.comma").join(each for each in (run.person, run.title) if each)
        return self.say("draft.person", who=who, person=clean_line(person)) if person else who

    def other(self, delegation: str) -> str:
        """Who raised a point of order or handed in a text: by name only where all are named."""
        if self.is_named:
            return clean_line(self.report.name(delegation))
        return capital(self.say("draft.a_delegation"))

    def own_names(self, statement: Statement) -> tuple[str, ...]:
        """Whose names may stay in the text of a statement: the speaker's own, where it is named."""
        return (statement.asked.delegation,) if self.may_name(statement.asked) else ()

    # Joining

    def listed(self, names: Sequence[str]) -> str:
        """`A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        first = self.say("draft.comma").join(names[:-1])
        return self.say("draft.and", first=first, last=names[-1])

    def sentences(self, said: Iterable[str]) -> str:
        """Sentences one after the other; Chinese has no space between them."""
        return ("" if self.report.language == "zh" else " ").join(said)

    def marks(self, marks: Iterable[str]) -> str:
        """Remarks in brackets; nothing when there are none."""
        joined = self.say("draft.semicolon").join(marks)
        return self.say("draft.brackets", text=joined) if joined else ""


def is_on_show(asked: Inscription) -> bool:
    """Whether it is named in every report: the podium, and a State that gives a presentation."""
    return asked.delegation_kind in NAMED_KINDS or (
        asked.kind == PRESENTATION and asked.delegation_kind in STATES
    )


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def _quotes_within(text: str) -> str:
    """`“a “b” c”` as `“a ‘b’ c”`; as it is where the marks are not in pairs."""
    if text.count("“") < 2 or text.count("“") != text.count("”"):
        return text
    found, depth = [], 0
    for sign in text:
        depth += (sign == "“") - (sign == "”")
        within = {"“": "‘" if depth > 1 else sign, "”": "’" if depth > 0 else sign}
        found.append(within.get(sign, sign))
    return "".join(found)


def _unlisted(report: MeetingReport) -> list[str]:
    """Names of those who are not in the directory as they were typed, also if identified later."""
    asked = [each.name for each in report.inscriptions if not each.known]
    raised = [each.name for each in report.points_of_order if not each.known]
    handed_in = [each.name for each in report.documents if not each.known]
    typed = [each.before for each in report.corrections if each.what in NAMING]
    return [*asked, *raised, *handed_in, *typed]
