"""What words mean in this meeting: delegations, groups, items, questions, tiers, kinds of speech.

A name that is not in the directory is taken in quotation marks, and marked unknown.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.look_up import solid
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.name_capacity import Capacities
from meeting_tui.meeting.name_list import NameList
from meeting_tui.meeting.name_words import JOINING
from meeting_tui.meeting.naming import Named, Naming
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState, free_names
from meeting_tui.meeting.tokens import Token


class Lexicon(Struct, frozen=True):
    """The plan, the rules and the directory a line is read against."""

    agenda: Agenda
    rules: Rules
    directory: Directory
    proposals: tuple[str, ...] = ()
    """Ids of the proposals made so far; only those are tags, anything else is text."""
    free_names: tuple[str, ...] = ()
    """Names in use that are in no directory."""
    guests: frozenset[str] = frozenset()
    """Those of them that are guests'."""

    def tag(self, text: str) -> tuple[str, str] | None:
        """What a word before a point's text tags it with: the sort of tag and its id, or None."""
        question = self.agenda.question(text)
        if question is not None:
            return "questions", question.id
        topic = self.agenda.topic(text)
        if topic is not None:
            return "topics", topic.id
        wanted = text.casefold()
        return ("proposals", wanted) if wanted in self.proposals else None

    def one_name(
        self, line: str, start: int, *, apart: bool, is_exact: bool = False
    ) -> Named | Refusal:
        """The delegation that `line` names from an offset on, with what belongs to it.

        A word that is no name and is like none is taken as it is typed, and marked; not where
        `is_exact`.
        """
        naming = self.naming(line, start)
        capacities = Capacities(naming)
        found = capacities.one(apart=apart)
        if found is not None:
            return found
        refused = NameList(naming).no_name(is_one=True)
        is_like_none = refused.code == "not_a_name" and not is_exact
        return (capacities.unknown(apart=apart) if is_like_none else None) or refused

    def names(
        self, line: str, start: int, *, is_first: bool
    ) -> tuple[tuple[Named, ...], int] | Refusal:
        """All delegations that `line` names from an offset on, and where they end."""
        return NameList(self.naming(line, start)).read(is_first=is_first)

    def naming(self, line: str, start: int = 0) -> Naming:
        """What can be named from an offset of a line on."""
        free = {solid(each): self._free(each) for each in self.free_names}
        return Naming(line, start, self.directory, free)

    def _free(self, name: str) -> Who:
        kind = "guest" if name in self.guests else "unknown"
        return Who(name, name, kind, known=False)

    def is_short_code(self, token: Token) -> bool:
        """Whether one word is a delegation's code of two letters."""
        text = token.text
        is_short = len(text) == 2 and text.isascii() and not token.insists
        return is_short and text not in JOINING and self.directory.exact(text) is not None


def lexicon_of(state: MeetingState, directory: Directory) -> Lexicon:
    """What words mean in a meeting as it stands."""
    proposals = tuple(proposals_made(state))
    return Lexicon(state.agenda, state.rules, directory, proposals, free_names(state), state.guests)
