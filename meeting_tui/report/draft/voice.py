"""How a report says things: in its language, with names only where its naming allows.

Every text of people passes through here on its way into a draft, so that no name slips into one
without names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from meeting_tui.agenda.local_times import offset_where_twice
from meeting_tui.agenda.model import Segment, Words
from meeting_tui.delegations.directory import takes_article
from meeting_tui.delegations.discretion import Discretion
from meeting_tui.delegations.model import GUEST, STATES
from meeting_tui.delegations.phrases import language_of
from meeting_tui.meeting.facts import Inscription, Point
from meeting_tui.meeting.left_to_do import PRESENTATION as PRESENTATION
from meeting_tui.meeting.left_to_do import is_on_show as is_on_show
from meeting_tui.meeting.left_to_do import unlisted_names
from meeting_tui.meeting.notes import point_text
from meeting_tui.meeting.sittings import held_between
from meeting_tui.report.draft.numbers import Numbers
from meeting_tui.report.positions import WhatWasSaid
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport, Statement, days_of
from meeting_tui.text import capital, clean_line

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", ":", "：")
_CLOSING = "\"'”’»)）」』]"
"""What may stand behind the end of a sentence."""
Day = date
"""A day; `Voice.date` says one."""
_OFFICES = ("chair", "chairperson", "president", "facilitator", "secretary", "rapporteur")
"""How the name of an office that somebody presides in ends."""


class Voice(Numbers):
    """The language, the naming and the clock of one report."""

    def __init__(self, report: MeetingReport, *, is_clean: bool = False) -> None:
        """`is_clean`: as a text is issued, without the figures behind its words."""
        super().__init__(report, is_clean=is_clean)
        self.is_named = report.naming == "named"
        self.said = WhatWasSaid(report)
        self._days = days_of(report)
        self.discretion = None if self.is_named else _discretion(report)

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen: of what did not happen it is told that it did not."""
        return self.report.phase == "adjourned"

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

    def people(self, text: str, subject: str, keep: Iterable[str] = ()) -> str:
        """What somebody wrote; without names where the report has none (see `Discretion`)."""
        line = clean_line(text)
        if self.discretion is None:
            return line
        return self.discretion.without_names(line, subject, keep)

    def point(self, statement: Statement, point: Point) -> str:
        """What a point says; a position without words of its own in a sentence."""
        text = point_text(point, self.report.language)
        return self.people(text, point.id, self.own_names(statement))

    def is_listed(self, subject: str) -> bool:
        """Whether it is named at the head as a line to be read again; known once it was told."""
        found = self.discretion
        return found is not None and subject in (*found.touched, *found.by_hand)

    # Times

    def date(self, day: date) -> str:
        """A day in words."""
        month = self.say(f"draft.month.{day.month}")
        return self.say("draft.date", day=day.day, month=month, year=day.year)

    def time_of_day(self, local: datetime) -> str:
        """`10:05`; in an hour that comes twice, as the clocks go back, also which of the two."""
        time, offset = f"{local:%H:%M}", offset_where_twice(local)
        return self.say("draft.clock_twice", time=time, offset=offset) if offset else time

    def dates(self, days: Sequence[Day]) -> str:
        """Days in words: `19 and 20 March 2026`."""
        if len(days) == 1 or len({(each.year, each.month) for each in days}) > 1:
            return self.listed([self.date(each) for each in days])
        first = days[0]
        numbers = self.listed([self.say("draft.day_number", day=each.day) for each in days])
        month = self.say(f"draft.month.{first.month}")
        return self.say("draft.days", days=numbers, month=month, year=first.year)

    def days(self, first: Day, last: Day) -> str:
        """From which day to which: `27 and 28 May 2026`, `24-28 August 2026`."""
        if first == last:
            return self.date(first)
        if (first.year, first.month) != (last.year, last.month):
            return self.say("draft.span", start=self.date(first), end=self.date(last))
        key = "draft.two_days" if (last - first).days == 1 else "draft.day_range"
        days = self.say(key, first=first.day, last=last.day)
        month = self.say(f"draft.month.{first.month}")
        return self.say("draft.days", days=days, month=month, year=first.year)

    def clock(self, instant: datetime) -> str:
        """The time of day in the agenda's zone, with the day where the meeting has several."""
        local = self.report.local(instant)
        time = self.time_of_day(local)
        if (local.date(),) == self._days:
            return time
        if local.date() in self._days:
            return self.say("draft.clock_of", time=time, day=self._short_day(local.date()))
        return self.say("draft.clock_on", date=self.date(local.date()), time=time)

    def clocks(self, start: datetime, end: datetime) -> tuple[str, str]:
        """From when to when; a day that both have is said once, where the language says it."""
        return self._clocks_of([(start, end)])[0]

    def clocks_held(self, start: datetime, end: datetime) -> list[tuple[str, str]]:
        """The same for each part between the breaks; also a day of several parts is said once."""
        return self._clocks_of(held_between(self.report.sittings, start, end))

    def _clocks_of(self, spans: Sequence[tuple[datetime, datetime]]) -> list[tuple[str, str]]:
        """English says a day with the last moment of it, Chinese with the first."""
        moments = [each for span in spans for each in span]
        local = [self.report.local(each) for each in moments]
        days = [each.date() for each in local]
        beside = [None, *days[:-1]] if self.report.language == "zh" else [*days[1:], None]
        told = [
            self.time_of_day(here) if here.date() == other else self.clock(moment)
            for moment, here, other in zip(moments, local, beside, strict=True)
        ]
        return list(zip(told[::2], told[1::2], strict=True))

    def _short_day(self, day: Day) -> str:
        """A day of the meeting; with its year where that is not the agenda's."""
        if day.year != self.report.agenda.date.year:
            return self.date(day)
        month = self.say(f"draft.month.{day.month}")
        return self.say("draft.short_day", day=day.day, month=month)

    def times(self, start: datetime, end: datetime | None) -> str:
        """From when to when; what is still going on has no end, what is over at once one time."""
        if end is None:
            return self.say("digest.since", start=self.clock(start))
        if self.clock(start) == self.clock(end):
            return self.clock(start)
        first, last = self.clocks(start, end)
        return self.say("draft.span", start=first, end=last)

    def times_held(self, start: datetime, end: datetime | None) -> str:
        """The same without the breaks between sittings: `12:56–13:00 and 15:00–15:06`."""
        if end is None:
            return self.times(start, end)
        spans = held_between(self.report.sittings, start, end)
        told = [
            self.times(*span)
            if self.clock(span[0]) == self.clock(span[1])
            else self.say("draft.span", start=first, end=last)
            for span, (first, last) in zip(spans, self._clocks_of(spans), strict=True)
        ]
        return self.listed(told)

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

    # Names

    def may_name(self, asked: Inscription) -> bool:
        """Whether this report may say who it was."""
        return self.is_named or is_on_show(asked)

    def who_briefly(self, asked: Inscription) -> str:
        """Who spoke; for which group only where all are named, as that names others."""
        report = self.report
        who = clean_line(report.name(asked.delegation))
        if asked.delegation == GUEST:
            who = self.say("draft.guest")
        if self.is_named and asked.group and asked.group != asked.delegation:
            group = clean_line(report.directory.group_in_sentence(asked.group, report.language))
            who = self.say("draft.on_behalf", name=who, group=group)
        return who

    def in_sentence(self, asked: Inscription) -> str:
        """Who spoke, within a sentence: an office with its article, others by name or not."""
        if not self.may_name(asked):
            return self.say("draft.a_delegation")
        who = self.who_briefly(asked)
        is_office = asked.delegation_kind in NAMED_KINDS and asked.known
        has_article = is_office or (
            self.report.language == "en" and asked.delegation_kind in STATES and takes_article(who)
        )
        return self.say("draft.the", name=who) if has_article else who

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

    def items_of(self, statements: Iterable[Statement]) -> str:
        """`item 2 and item 5`: under which items those were made, in the agenda's order."""
        made_under = {each.intervention.item for each in statements}
        ids = [each.plan.id for each in self.report.items if each.plan.id in made_under]
        return self.listed([self.say("room.item_told", id=each) for each in ids])

    def presiding(self, person: str) -> str:
        """Who presides, before a verb: `Jane Roe, Vice-Chair,`, in whatever order it was typed."""
        first, comma, last = person.partition(", ")
        if self.report.language != "en" or not comma or "," in last:
            return person
        is_office = first.casefold().endswith(_OFFICES)
        return f"{last}, {first}," if is_office else f"{person},"

    def own_names(self, statement: Statement) -> tuple[str, ...]:
        """Whose names may stay in the text of a statement: the speaker's own, where it is named."""
        return (statement.asked.delegation,) if self.may_name(statement.asked) else ()

    # Joining

    def sentences(self, said: Iterable[str]) -> str:
        """Sentences one after the other; Chinese has no space between them."""
        return ("" if self.report.language == "zh" else " ").join(said)

    def marks(self, marks: Iterable[str]) -> str:
        """Remarks in brackets; nothing when there are none."""
        joined = self.say("draft.semicolon").join(marks)
        return self.say("draft.brackets", text=joined) if joined else ""


def lower(text: str) -> str:
    """`text` as it goes on in a sentence; not one that begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def finished(text: str) -> str:
    """What somebody wrote as a sentence of its own: with a capital, and a full stop at its end."""
    if text.rstrip(_CLOSING).endswith(_ENDS):
        return capital(text)
    return capital(text) + ("。" if language_of(text) == "zh" else ".")


def _discretion(report: MeetingReport) -> Discretion:
    unlisted = unlisted_names(
        report.inscriptions, report.points_of_order, report.documents, report.corrections
    )
    return Discretion(report.directory, unlisted)
