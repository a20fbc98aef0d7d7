"""What a note-taker is writing, on whom, and with which tags: pure values, no screen.

A text belongs to the intervention that was in view when it was begun, whoever gets the floor
meanwhile; an earlier one chosen by hand lasts only until the floor or the item changes, so that no
point goes to the wrong speaker unseen. Tags go with the next lines too, as long as those belong to
the same intervention on the same item. As typed form (`on 12 a1 a6 text`) it is also the draft.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import takewhile
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES, Intervention, Point
from meeting_tui.meeting.notes import item_itself, latest_here, noted
from meeting_tui.meeting.point_tags import Tag, beginning, tagged_line, without_number
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.state import ID_LETTERS, MeetingState
from meeting_tui.meeting.syntax import PARAGRAPH
from meeting_tui.meeting.tokens import Token, complete, tokenise
from meeting_tui.patterns import late_pattern
from meeting_tui.values import WithAsides

MARKS = (*KINDS[1:], *STANCES[1:], *AUDIENCES[1:])
"""What may be typed after a slash."""

_LIKE_AN_ID = late_pattern(r"(?P<letters>[A-Z]+)[0-9]{1,3}")
_BETWEEN = late_pattern(r"[/／‐-―－-]")
_AROUND = "()[]（）【】.:：,，、;；。"


class Leading(Struct, frozen=True):
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
    found = beginning(value, lambda word: tag_of(word, agenda, proposals), is_mark)
    marks = tuple(Token(each.text, each.start) for each in found.words if each.sort != "questions")
    alone = bool(found.words) and not marks and found.end == len(value)
    return Leading(found.ids("questions"), marks, found.end, alone)


def not_a_question(agenda: Agenda, text: str) -> str | None:
    """What a text begins with that looks like one of the agenda's question ids and is none.

    Of several written as one word (`A5/A99`, `A1-A99`), the first that is none.
    """
    first = next(iter(tokenise(without_number(text))), None)
    if first is None or not first.is_bare:
        return None
    words = _BETWEEN.split(first.text.strip(_AROUND))
    letters = {each.id.rstrip("0123456789") for each in agenda.questions}
    wanted = [_LIKE_AN_ID.fullmatch(each.upper()) for each in words]
    if not all(each is not None and each["letters"] in letters for each in wanted):
        return None
    return next((each for each in words if not agenda.question(each)), None)


def tag_of(word: str, agenda: Agenda, proposals: Container[str]) -> Tag | None:
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


__all__ = [
    "ACT_SIGNS",
    "ITEM",
    "MARKS",
    "Meant",
    "Noting",
    "from_draft",
    "here",
    "is_mark",
    "item_of_key",
    "leading",
    "with_next_kind",
]

ACT_SIGNS = (":", "：")
NO_TAGS = ("-", "－", "—")

Moment = tuple[str | None, ...]
"""Who has or last had the floor, on what point of order, under which item."""

Place = tuple[str | None, str | None]
"""What a point would belong to, and the item that is open."""

ITEM = "item "
"""Before the id of an item itself, where else the id of an intervention stands."""


class Meant(Struct, frozen=True):
    """What Enter on the line means."""

    kind: Literal["act", "correct", "tags", "note", "lost"]
    """`lost`: the intervention the text was begun on was taken back."""
    line: str = ""
    """In the command language."""
    tags: tuple[str, ...] = ()
    """The tags from then on."""


class Noting(WithAsides, frozen=True, eq=False):
    """The line being written and what it belongs to."""

    ASIDES: ClassVar[frozenset[str]] = frozenset({"is_left_over", "came_with"})

    tags: tuple[str, ...] = ()
    """Question ids that go with each point of the same speaker on the same item."""
    text: str = ""
    chosen: str | None = None
    """The intervention (or item itself) chosen by hand; None follows whoever speaks."""
    chosen_at: Moment | None = None
    """The moment of the meeting it was chosen at; it lasts as long as that does."""
    begun_on: str | None = None
    """The intervention, or the item itself, in view when the text was begun."""
    tagged_at: Place | None = None
    """Where its tags were put on; None: where the line is next looked at."""
    is_left_over: bool = False
    """Its tags were put on for a line that was entered since."""
    came_with: int | None = None
    """The number of the point that line becomes, whose tags they are; None: it is not known."""

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
        return self.begun_on is not None and not _is_known(self.begun_on, state)

    def key(self, state: MeetingState) -> str | None:
        """What a point would belong to: an intervention's id, or `item 3`; None for nothing."""
        if self.is_lost(state):
            return None
        attached = self.attached
        return attached if attached and _is_known(attached, state) else here(state)

    def target(self, state: MeetingState) -> Intervention | None:
        """The intervention a point would belong to; None where it is none's, or lost."""
        return state.interventions.get(self.key(state) or "")

    def target_item(self, state: MeetingState) -> str | None:
        """The item itself that a point would belong to, as nobody spoke on it; else None."""
        return item_of_key(self.key(state))

    def typed(self, text: str, in_view: str | None) -> Noting:
        """The line reads so now; `in_view` is the intervention the note-taker sees."""
        changed = replace(self, text=text)
        if not changed.is_begun:
            return replace(changed, begun_on=None)
        return changed if self.is_begun else replace(changed, begun_on=in_view)

    def at_moment(self, state: MeetingState) -> Noting:
        """What was chosen by hand is dropped once the floor or the item changed; a text stays.

        Tags end with the speaker and with the item, where those of a begun text go with it; and
        with the point they came with.
        """
        holds = self.chosen is None or self.chosen_at == moment(state)
        noting = (self if holds else self.following())._with_its_point(state)
        place = noting.place(state) if noting.tags else None
        if noting.tagged_at == place or (noting.is_begun and noting.tagged_at):
            return noting
        tags = noting.tags if noting.tagged_at is None else ()
        return replace(noting, tags=tags, tagged_at=place if tags else None)

    def place(self, state: MeetingState) -> Place:
        """Where tags put on now belong."""
        return (self.key(state), state.item)

    def tagged(self, tags: tuple[str, ...], state: MeetingState) -> Noting:
        """These tags go with the line, and with the next ones, from now on."""
        at = self.place(state) if tags else None
        return replace(self, tags=tags, tagged_at=at, is_left_over=False, came_with=None)

    def entered(
        self,
        tags: tuple[str, ...],
        state: MeetingState,
        *,
        own: tuple[str, ...] = (),
        ahead: int = 0,
    ) -> Noting:
        """A line was entered as a point with these tags, which are left over from then on.

        They come with that point; but those that an earlier one left, where the line has none of
        its `own`, stay that one's. `ahead`: points on their way before it.
        """
        if tags == self.tags and self.came_with is not None and not own:
            return self
        after = self.tagged(tags, state)
        if not tags:
            return after
        came_with = state.counts.get("point", 0) + ahead + 1
        return replace(after, is_left_over=True, came_with=came_with)

    def _with_its_point(self, state: MeetingState) -> Noting:
        """Tags left over are those of the point they came with; where it is not, there are none."""
        number = self.came_with
        if not self.tags or number is None or number > state.counts.get("point", 0):
            return self  # or it is not in effect yet
        point = noted(state, f"{ID_LETTERS['point']}{number}")
        tags = point.questions if point and self._is_at(point) else ()
        return replace(self, tags=tags) if tags else self.tagged((), state)

    def _is_at(self, point: Point) -> bool:
        """Whether a point belongs where the tags were put on."""
        place, item = self.tagged_at or (None, None)
        if not point.intervention:
            return place == f"{ITEM}{point.item}"
        return point.intervention == place and point.item in (None, item)

    def following(self) -> Noting:
        """Whoever speaks is followed again; a begun text stays with whom it was begun on."""
        return replace(self, chosen=None, chosen_at=None)

    def stepped(self, state: MeetingState, steps: int) -> Noting:
        """An earlier or later intervention is chosen by hand; a begun text goes with it.

        Choosing the one that has or last had the floor means to follow again.
        """
        now, shown = here(state), self.key(state)
        keys = list(state.interventions)
        if item_of_key(now):
            keys.append(now or "")
        if not keys:
            return self
        at = keys.index(shown) if shown in keys else len(keys)
        to = keys[min(max(at + steps, 0), len(keys) - 1)]
        moved = replace(self, begun_on=to if self.is_begun else None)
        if to == now:
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
        on = self._on(state)
        own = leading(text, state.agenda).questions
        return " ".join(("note", *on, tagged_line(() if own else self.tags, text)))

    def several_line(self, texts: Sequence[str], state: MeetingState) -> str:
        """What notes several texts at once, behind the word of the act.

        One that begins with tags of its own, even with one that is none, takes no others; with
        other marks of its own, a stance above all, it takes none that are left over.
        """
        tagged = [tagged_line(self._tags_for(each, state), each) for each in texts]
        return " ".join((*self._on(state), f" {PARAGRAPH} ".join(tagged)))

    def several_entered(self, texts: Sequence[str], state: MeetingState) -> Noting:
        """Several texts were entered at once; those that stay came with the first to take any."""
        first = next((n for n, each in enumerate(texts) if self._tags_for(each, state)), None)
        return self if first is None else self.entered(self.tags, state, ahead=first)

    def _tags_for(self, text: str, state: MeetingState) -> tuple[str, ...]:
        """The tags that a pasted text takes."""
        own = leading(text, state.agenda, proposals_made(state))
        is_marked = bool(own.marks) and self.is_left_over
        has_own = own.questions or is_marked or not_a_question(state.agenda, text[own.end :])
        return () if has_own else self.tags

    def draft(self, state: MeetingState) -> str:
        """Everything that must be back after a crash, as it could be typed."""
        own = leading(self.text, state.agenda).questions
        tags = () if own else self.tags
        on = self._on(state) if self.is_begun else ()
        return " ".join((*on, tagged_line(tags, self.text))).strip()

    def _on(self, state: MeetingState) -> tuple[str, ...]:
        target, item = self.target(state), self.target_item(state)
        if target:
            return ("on", str(target.number))
        return ("on", "item", item) if item else ()


def from_draft(draft: str, state: MeetingState) -> Noting:
    """The noting a draft was kept of."""
    tokens = tokenise(draft)
    begun_on, rest = None, draft
    if len(tokens) > 2 and tokens[0].word == "on" and tokens[1].number is not None:
        numbered = (i for i in state.interventions.values() if i.number == tokens[1].number)
        named = next(numbered, None)
        if named:
            begun_on, rest = named.id, draft[tokens[2].start :]
    elif len(tokens) > 3 and tokens[0].word == "on" and tokens[1].word == ITEM.strip():
        item = state.agenda.item(tokens[2].text)
        if item:
            begun_on, rest = ITEM + item.id, draft[tokens[3].start :]
    found = beginning(rest, lambda word: tag_of(word, state.agenda, ()), is_mark)
    tags = tuple(takewhile(lambda each: each.sort == "questions", found.words))
    others = found.words[len(tags) :]
    text = rest[others[0].start if others else found.end :]
    ids = tuple(dict.fromkeys(each.text for each in tags))
    return Noting(ids, text, begun_on=begun_on if text else None, is_left_over=True)


def here(state: MeetingState) -> str | None:
    """What a point goes to now: who has or last had the floor, or the item nobody spoke on yet."""
    latest, own = latest_here(state), item_itself(state)
    return latest.id if latest else ITEM + own if own else None


def item_of_key(key: str | None) -> str | None:
    """The item that a key means itself; None for an intervention."""
    return key.removeprefix(ITEM) if key and key.startswith(ITEM) else None


def _is_known(key: str, state: MeetingState) -> bool:
    item = item_of_key(key)
    return state.agenda.item(item) is not None if item else key in state.interventions


def moment(state: MeetingState) -> Moment:
    """What must not have changed for a choice by hand to last."""
    order = next(iter(state.pending_order), None)
    return (state.floor or state.last_intervention, order, state.item)
