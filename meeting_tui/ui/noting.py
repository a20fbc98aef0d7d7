"""What a note-taker is writing, on whom, and with which tags: pure values, no screen.

A text belongs to the intervention that was in view when it was begun, whoever gets the floor
meanwhile; an earlier one chosen by hand lasts only until the floor or the item changes, so that no
point goes to the wrong speaker unseen. Tags go with the next lines too, as long as those belong to
the same intervention on the same item. As typed form (`on 12 a1 a6 text`) it is also the draft.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.notes import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.point_tags import Tag, beginning, tagged_line
from meeting_tui.meeting.reader import complete
from meeting_tui.meeting.records import Intervention
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.tokens import Token, tokenise

MARKS = (*KINDS[1:], *STANCES[1:], *AUDIENCES[1:])
"""What may be typed after a slash."""

ACT_SIGNS = (":", "：")
NO_TAGS = ("-", "－", "—")

Moment = tuple[str | None, ...]
"""Who has or last had the floor, on what point of order, under which item."""

Place = tuple[str | None, str | None]
"""The intervention a point would belong to, and the item that is open."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What Enter on the line means."""

    kind: Literal["act", "correct", "tags", "note", "lost"]
    """`lost`: the intervention the text was begun on was taken back."""
    line: str = ""
    """In the command language."""
    tags: tuple[str, ...] = ()
    """The tags from then on."""


@dataclass(frozen=True, slots=True)
class Noting:
    """The line being written and what it belongs to."""

    tags: tuple[str, ...] = ()
    """Question ids that go with each point of the same speaker on the same item."""
    text: str = ""
    chosen: str | None = None
    """The intervention chosen by hand; None follows whoever speaks."""
    chosen_at: Moment | None = None
    """The moment of the meeting it was chosen at; it lasts as long as that does."""
    begun_on: str | None = None
    """The intervention in view when the text was begun."""
    tagged_at: Place | None = None
    """Where its tags were put on; None: where the line is next looked at."""
    is_left_over: bool = field(default=False, compare=False)
    """Its tags were put on for a line that was entered since."""

    @property
    def is_act(self) -> bool:
        """Whether the line is an act of the meeting rather than a point."""
        return self.text.startswith(ACT_SIGNS)

    @property
    def is_begun(self) -> bool:
        """Whether a point stands in the line; blanks alone are none."""
        return bool(self.text.strip()) and not self.is_act

    @property
    def attached(self) -> str | None:
        """The intervention the line belongs to whoever speaks; None follows whoever speaks."""
        return self.begun_on or self.chosen

    def is_lost(self, state: MeetingState) -> bool:
        """Whether a text was begun on an intervention that has been taken back."""
        return self.begun_on is not None and self.begun_on not in state.interventions

    def target(self, state: MeetingState) -> Intervention | None:
        """The intervention a point would belong to; None while nobody has spoken, or when lost."""
        if self.is_lost(state):
            return None
        attached = state.interventions.get(self.attached or "")
        return attached or present(state)

    def typed(self, text: str, in_view: str | None) -> Noting:
        """The line reads so now; `in_view` is the intervention the note-taker sees."""
        changed = replace(self, text=text)
        if not changed.is_begun:
            return replace(changed, begun_on=None)
        return changed if self.is_begun else replace(changed, begun_on=in_view)

    def at_moment(self, state: MeetingState) -> Noting:
        """What was chosen by hand is dropped once the floor or the item changed; a text stays.

        Tags end with the speaker and with the item; those of a begun text go with it.
        """
        holds = self.chosen is None or self.chosen_at == moment(state)
        noting = self if holds else self.following()
        place = noting.place(state) if noting.tags else None
        if noting.tagged_at == place or (noting.is_begun and noting.tagged_at):
            return noting
        tags = noting.tags if noting.tagged_at is None else ()
        return replace(noting, tags=tags, tagged_at=place if tags else None)

    def place(self, state: MeetingState) -> Place:
        """Where tags put on now belong."""
        target = self.target(state)
        return (target.id if target else None, state.item)

    def tagged(self, tags: tuple[str, ...], state: MeetingState) -> Noting:
        """These tags go with the line, and with the next ones, from now on."""
        return replace(self, tags=tags, tagged_at=self.place(state) if tags else None)

    def following(self) -> Noting:
        """Whoever speaks is followed again; a begun text stays with whom it was begun on."""
        return replace(self, chosen=None, chosen_at=None)

    def stepped(self, state: MeetingState, steps: int) -> Noting:
        """An earlier or later intervention is chosen by hand; a begun text goes with it.

        Choosing the one that has or last had the floor means to follow again.
        """
        ids = list(state.interventions)
        if not ids:
            return self
        here = self.target(state)
        at = ids.index(here.id) if here else len(ids)
        to = ids[min(max(at + steps, 0), len(ids) - 1)]
        now = present(state)
        moved = replace(self, begun_on=to if self.is_begun else None)
        if now and to == now.id:
            return moved.following()
        return replace(moved, chosen=to, chosen_at=moment(state))

    def toggled(self, question: str, agenda: Agenda) -> Noting:
        """The tag is put on in the agenda's order, or taken off when it is on."""
        wanted = {*self.tags} ^ {question}
        return replace(self, tags=tuple(each.id for each in agenda.questions if each.id in wanted))

    def lifted(self, agenda: Agenda) -> Noting:
        """Tags typed before the text taken out of it, to stay from now on."""
        typed = leading(self.text, agenda)
        if not typed.questions or self.is_act:
            return self
        marks = " ".join(token.text for token in typed.marks)
        text = f"{marks} {self.text[typed.end :]}" if marks else self.text[typed.end :]
        return replace(self, tags=typed.questions, text=text)

    def effective_tags(self, agenda: Agenda) -> tuple[str, ...]:
        """The tags the point would have: those typed before the text, else those that stay."""
        return leading(self.text, agenda).questions or self.tags

    def meant(self, value: str, state: MeetingState) -> Meant:
        """What entering `value` means."""
        if value.startswith(ACT_SIGNS):
            act = value[1:].strip()
            return Meant("correct" if act.casefold() == "correct" else "act", act, self.tags)
        if value in NO_TAGS:
            return Meant("tags")
        typed = leading(value, state.agenda)
        if typed.questions and typed.is_tags_alone:
            return Meant("tags", tags=typed.questions)
        if self.is_lost(state):
            return Meant("lost", tags=self.tags)
        return Meant("note", self.note_line(value, state), typed.questions or self.tags)

    def note_line(self, text: str, state: MeetingState) -> str:
        """The line of the command language that notes `text`, its intervention always named."""
        target = self.target(state)
        on = ("on", str(target.number)) if target else ()
        own = leading(text, state.agenda).questions
        return " ".join(("note", *on, tagged_line(() if own else self.tags, text)))

    def draft(self, state: MeetingState) -> str:
        """Everything that must be back after a crash, as it could be typed."""
        own = leading(self.text, state.agenda).questions
        tags = () if own else self.tags
        target = self.target(state)
        on = ("on", str(target.number)) if self.is_begun and target else ()
        return " ".join((*on, tagged_line(tags, self.text))).strip()


def from_draft(draft: str, state: MeetingState) -> Noting:
    """The noting a draft was kept of."""
    tokens = tokenise(draft)
    begun_on, rest = None, draft
    if len(tokens) > 2 and tokens[0].word == "on" and tokens[1].number is not None:
        numbered = (i for i in state.interventions.values() if i.number == tokens[1].number)
        named = next(numbered, None)
        if named:
            begun_on, rest = named.id, draft[tokens[2].start :]
    found = beginning(rest, lambda word: _tag(word, state.agenda, ()), is_mark)
    tags = tuple(takewhile(lambda each: each.sort == "questions", found.words))
    others = found.words[len(tags) :]
    text = rest[others[0].start if others else found.end :]
    ids = tuple(dict.fromkeys(each.text for each in tags))
    return Noting(ids, text, begun_on=begun_on if text else None, is_left_over=True)


@dataclass(frozen=True, slots=True)
class Leading:
    """The tags and slash marks at the beginning of a line."""

    questions: tuple[str, ...]
    marks: tuple[Token, ...]
    """Slash marks, topics and proposals."""
    end: int
    """Where the text begins, or would."""
    is_tags_alone: bool
    """Nothing but tags stands in the line."""


def leading(value: str, agenda: Agenda, proposals: Container[str] = ()) -> Leading:
    """What a line begins with, read as the command language reads it.

    `proposals`: ids of those made; where they are not known, one ends the beginning.
    """
    found = beginning(value, lambda word: _tag(word, agenda, proposals), is_mark)
    marks = tuple(Token(each.text, each.start) for each in found.words if each.sort != "questions")
    alone = bool(found.words) and not marks and found.end == len(value)
    return Leading(found.ids("questions"), marks, found.end, alone)


def _tag(word: str, agenda: Agenda, proposals: Container[str]) -> Tag | None:
    """What a word before the text tags it with, as the lexicon has it."""
    question, topic = agenda.question(word), agenda.topic(word)
    if question is not None:
        return "questions", question.id
    if topic is not None:
        return "topics", topic.id
    wanted = word.casefold()
    return ("proposals", wanted) if wanted in proposals else None


def is_mark(word: str) -> bool:
    """Whether a word is a slash mark or the unique beginning of one."""
    return word.startswith("/") and isinstance(complete(word[1:].casefold(), MARKS), str)


def with_next_kind(value: str, agenda: Agenda) -> str:
    """The line with the next kind of point marked on it; after the last kind, none."""
    found = leading(value, agenda)
    for token in found.marks:
        kind = complete(token.text[1:].casefold(), MARKS) if is_mark(token.text) else None
        if isinstance(kind, str) and kind in KINDS:
            at = KINDS.index(kind) + 1
            following = f"/{KINDS[at]}" if at < len(KINDS) else ""
            after = value[token.start + len(token.text) :]
            before = value[: token.start]
            return before + (following + after if following else after.lstrip())
    before = value[: found.end]
    gap = " " if before and not before.endswith(" ") else ""
    return f"{before}{gap}/{KINDS[1]} {value[found.end :]}"


def present(state: MeetingState) -> Intervention | None:
    """The intervention that has the floor, or last had it."""
    return state.interventions.get(state.floor or state.last_intervention or "")


def moment(state: MeetingState) -> Moment:
    """What must not have changed for a choice by hand to last."""
    order = next(iter(state.pending_order), None)
    return (state.floor or state.last_intervention, order, state.item)
