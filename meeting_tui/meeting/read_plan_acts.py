"""How the changes of the schedule are typed: what is changed, then `because` and the reason.

The reason is what stands behind the last `because`, so a title may hold that word too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.clock_words import longest_clock
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.read_list_acts import no_such_item
from meeting_tui.meeting.reader import Reader, complete
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.schedule import PlanMove, PlanSitting, PlanSplit, PlanTime
from meeting_tui.meeting.schedule_parts import PlanAdd, PlanDrop, PlanHold
from meeting_tui.meeting.tokens import Token

BECAUSE = "because"

Change = Callable[["Words"], Callable[[str], Command] | Refusal]
"""What is read before `because`: a command that only wants its reason."""


class Words:
    """The words of a line between its act and `because`."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.agenda: Agenda = reader.lexicon.agenda
        until = max(
            (n for n, each in enumerate(reader.tokens) if each.word == BECAUSE and n >= reader.at),
            default=len(reader.tokens),
        )
        self.tokens = list(reader.tokens[reader.at : until])
        reader.at = min(until + 1, len(reader.tokens))
        self.end = reader.tokens[until].start if until < len(reader.tokens) else len(reader.line)

    def take(self) -> Token | None:
        """The next word, if there is one."""
        return self.tokens.pop(0) if self.tokens else None

    def text(self) -> str:
        """The next word as typed; a dash where there is none."""
        token = self.take()
        return token.text if token else "–"

    def rest(self) -> str:
        """All words left, as typed; without its quotation marks where that is one quoted text."""
        left, self.tokens = self.tokens, []
        if len(left) == 1 and left[0].quoted:
            return left[0].text
        return self.reader.line[left[0].start : self.end].strip() if left else ""

    def keyword(self, *words: str) -> str | None:
        """The next word if it is one of `words`, none of which begins like another."""
        found = complete(self.tokens[0].word, words) if self.tokens else None
        if not isinstance(found, str):
            return None
        self.take()
        return found

    def finished(self) -> Refusal | None:
        """A refusal when words are left over before the reason."""
        if not self.tokens:
            return None
        return refuse("words_left", word=self.reader.line[self.tokens[0].start : self.end].strip())

    def item(self) -> str | Refusal:
        """The id of an item."""
        text = self.text()
        if self.agenda.segment(text):
            return refuse("plan_is_segment", segment=text)
        return text if self.agenda.item(text) else no_such_item(self.reader, text)

    def segment(self) -> str | Refusal:
        """The id of a segment."""
        text = self.text()
        if self.agenda.segment(text):
            return text
        if self.agenda.item(text):
            return refuse("plan_is_item", item=text)
        ids = ", ".join(each.id for item in self.agenda.items for each in item.segments)
        return refuse("no_such_segment", segment=text, segments=ids or "–")

    def place(self) -> str | Refusal:
        """The id of an item or a segment."""
        text = self.text()
        if self.agenda.segment(text) or self.agenda.item(text):
            return text
        return no_such_item(self.reader, text)

    def sitting(self) -> str | Refusal:
        """The id of a sitting."""
        text = self.text()
        ids = ", ".join(each.id for each in self.agenda.sittings)
        if self.agenda.sitting(text):
            return text
        return refuse("plan_no_such_sitting", sitting=text, sittings=ids)

    def minutes(self) -> int | Refusal:
        """A whole number of minutes."""
        token = self.take()
        number = token.number if token else None
        return number or refuse("plan_minutes", found=token.text if token else "–")

    def clock(self) -> time | Refusal:
        """A time of day (`10:05`, `10.05`, `3 p.m.`)."""
        found = longest_clock([each.text for each in self.tokens])
        if found is None or found[0].second:
            return refuse("plan_clock", found=self.text())
        del self.tokens[: found[1]]
        return found[0]


def with_reason(change: Change) -> Callable[[Reader], Command | Refusal]:
    """How a change of the schedule is read, its reason behind it."""

    def read(reader: Reader) -> Command | Refusal:
        words = Words(reader)
        make = change(words)
        if isinstance(make, Refusal):
            return make
        left = words.finished()
        if left is not None:
            return left
        reason = reader.rest()
        if not reason:
            return refuse("plan_because", line=reader.line[: words.end].strip())
        return make(reason)

    return read


def move(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan move ID [to SITTING] [before ID|last]`."""
    item = words.item()
    if isinstance(item, Refusal):
        return item
    sitting: str | None = None
    before: str | None = None
    word = words.keyword("to", "before", "last")
    if word == "to":
        found = words.sitting()
        if isinstance(found, Refusal):
            return found
        sitting, word = found, words.keyword("before", "last")
    if word == "before":
        found = words.item()
        if isinstance(found, Refusal):
            return found
        before = found
    if sitting is None and before is None and word != "last":
        return words.finished() or refuse("plan_move_where", item=item)
    return lambda reason: PlanMove(item, sitting, before, word == "last", reason)


def set_time(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan time ID MINUTES`."""
    place = words.place()
    if isinstance(place, Refusal):
        return place
    minutes = words.minutes()
    if isinstance(minutes, Refusal):
        return minutes
    return lambda reason: PlanTime(place, minutes, reason)


def split(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan split ID MINUTES then SITTING`."""
    item = words.item()
    if isinstance(item, Refusal):
        return item
    minutes = words.minutes()
    if isinstance(minutes, Refusal):
        return minutes
    if words.keyword("then") != "then":
        return refuse("plan_then", item=item, minutes=minutes)
    sitting = words.sitting()
    if isinstance(sitting, Refusal):
        return sitting
    return lambda reason: PlanSplit(item, minutes, sitting, reason)


def add(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan add ID MINUTES TITLE`."""
    item = words.item()
    if isinstance(item, Refusal):
        return item
    minutes = words.minutes()
    if isinstance(minutes, Refusal):
        return minutes
    title = words.rest()
    if not title:
        return refuse("plan_title", item=item, minutes=minutes)
    return lambda reason: PlanAdd(item, minutes, title, reason)


def drop(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan drop ID`."""
    segment = words.segment()
    if isinstance(segment, Refusal):
        return segment
    return lambda reason: PlanDrop(segment, reason)


def hold(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan hold ID`."""
    segment = words.segment()
    if isinstance(segment, Refusal):
        return segment
    return lambda reason: PlanHold(segment, reason)


def sitting_times(words: Words) -> Callable[[str], Command] | Refusal:
    """`plan sitting ID HH:MM HH:MM`."""
    sitting = words.sitting()
    if isinstance(sitting, Refusal):
        return sitting
    start = words.clock()
    if isinstance(start, Refusal):
        return start
    end = words.clock()
    if isinstance(end, Refusal):
        return end
    return lambda reason: PlanSitting(sitting, start, end, reason)
