"""What words mean in this meeting: delegations, groups, items, questions, tiers, kinds of speech.

Names that are not in the directory are accepted as they are typed and marked unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting.records import Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.tokens import Token
from meeting_tui.record import record
from meeting_tui.text import clean_line

_LONGEST_NAME = 9
_SHORTEST_PREFIX = 3
_LONGEST_CODE = 3


@record
class Lexicon:
    """The plan, the rules and the directory a line is read against."""

    agenda: Agenda
    rules: Rules
    directory: Directory
    proposals: tuple[str, ...] = ()
    """Ids of the proposals made so far; only those are tags, anything else is text."""

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

    def delegation(self, tokens: Sequence[Token]) -> tuple[Who, int] | Refusal:
        """The delegation the first words name, and how many words that takes.

        A code counts first, then the longest exact name, then a beginning that only one
        delegation has, then the word as typed.
        """
        first = tokens[0]
        if not first.quoted and first.text.startswith(("(", "（")):
            return refuse("group_apart", found=first.text)
        coded = None if first.quoted else self.directory.get(first.text)
        if coded:
            who = self._who(coded, first)
            return who if isinstance(who, Refusal) else (who, 1)
        for length in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
            found = self._exact(tokens[:length])
            if found:
                who = self._who(found, tokens[length - 1])
                return who if isinstance(who, Refusal) else (who, length)
        if not first.quoted and len(first.text) >= _SHORTEST_PREFIX:
            starting = self.directory.starting(first.text)
            if len(starting) > 1:
                names = ", ".join(f"{each.name} ({each.code.lower()})" for each in starting[:6])
                return refuse("ambiguous_name", name=first.text, names=names)
            if starting:
                who = self._who(starting[0], first)
                return who if isinstance(who, Refusal) else (who, 1)
        unknown = self._unknown(first)
        return unknown if isinstance(unknown, Refusal) else (unknown, 1)

    def is_delegation(self, token: Token) -> bool:
        """Whether one word alone names a delegation; two letters are too few, as acts begin so."""
        if len(token.text) < _SHORTEST_PREFIX and token.text.isascii():
            return False
        return self.directory.get(token.text) is not None or bool(self._exact((token,)))

    def is_short_code(self, token: Token) -> bool:
        """Whether one word is a delegation's code of two letters."""
        is_short = len(token.text) == 2 and token.text.isascii() and not token.insists
        return is_short and bool(self._exact((token,)))

    def _exact(self, tokens: Sequence[Token]) -> Delegation | None:
        if len(tokens) > 1 and any(each.quoted for each in tokens):
            return None
        if any(each.group is not None or each.insists for each in tokens[:-1]):
            return None
        if len(tokens) > 1 and self._are_codes(tokens):
            return None
        return self.directory.exact(" ".join(each.text for each in tokens))

    def _are_codes(self, tokens: Sequence[Token]) -> bool:
        """Whether the words are codes side by side (`ma li`) or would be run into one (`us a`)."""
        if sum(len(each.text) for each in tokens) <= _LONGEST_CODE:
            return True
        found = ((self.directory.exact(each.text), each.text.upper()) for each in tokens)
        return all(each and text in (each.code, each.alpha2) for each, text in found)

    def _who(self, found: Delegation, token: Token) -> Who | Refusal:
        if token.group is None:
            group = found.speaks_for[0] if found.speaks_for else None
            aligned = found.aligned_by_default if group else ()
            return Who(found.code, found.name, found.kind, True, group, aligned)
        group_and_aligned = self._group(token.group)
        if isinstance(group_and_aligned, Refusal):
            return group_and_aligned
        group, aligned = group_and_aligned
        return Who(found.code, found.name, found.kind, True, group, aligned)

    def _unknown(self, token: Token) -> Who | Refusal:
        name = clean_line(token.text)
        if not name:
            return refuse("name_missing")
        if token.group is None:
            return Who(name, name, "unknown", known=False)
        group_and_aligned = self._group(token.group)
        if isinstance(group_and_aligned, Refusal):
            return group_and_aligned
        return Who(name, name, "unknown", False, *group_and_aligned)

    def _group(self, text: str) -> tuple[str, tuple[str, ...]] | Refusal:
        names = [clean_line(each) for each in text.replace("＋", "+").split("+")]
        if not names[0]:
            return refuse("group_missing")
        group = self.directory.group(names[0]) or names[0].upper()
        aligned = []
        for name in names[1:]:
            found = self.directory.exact(name)
            if found is None:
                return refuse("aligned_unknown", name=name)
            aligned.append(found.code)
        return group, tuple(dict.fromkeys(aligned))
