"""The Chair's slip: who speaks, who comes next, how long it takes, and what might be said now.

Facts in few words, made from the state alone; the screen shows them large and the shell prints
them as plain lines. Figures meant for the officer only, at today's pace and in the late case, are
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import say_proposal
from meeting_tui.forecast.spoken import counted
from meeting_tui.meeting.heard import unheard
from meeting_tui.meeting.questions import coverage
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import cells
from meeting_tui.views.slip_figures import (
    item_ends,
    presiding,
    quorum,
    sitting_left,
    time_of_floor,
)
from meeting_tui.views.slip_model import Slip
from meeting_tui.words import say

NEXT_TOLD = 3


def make_slip(
    state: MeetingState,
    projection: Projection,
    now: datetime,
    language: str,
    directory: Directory,
) -> Slip:
    """The slip at `now` (aware); `projection` is of the same moment."""
    return _Writing(state, projection, now, language, directory).slip()


def slip_lines(slip: Slip, language: str) -> list[str]:
    """The slip as plain lines for a printer, another terminal or a screen reader."""
    rows = list(_rows(slip, language))
    room = max(cells(label) for label, _ in rows) + 2
    lines = [slip.head, *([slip.topic] if slip.topic else [])]
    return lines + [f"{label}{' ' * (room - cells(label))}{text}" for label, text in rows]


def _rows(slip: Slip, language: str) -> Iterator[tuple[str, str]]:
    comma, none = say("slip.comma", language), say("slip.none", language)
    told = [slip.now, slip.now_more, " ".join(slip.speaker.row[1:]) if slip.speaker else ""]
    if slip.presides:
        yield say("room.row_presides", language), slip.presides
    if slip.quorum:
        yield say("room.row_quorum", language), slip.quorum
    yield say("slip.row_now", language), comma.join(each for each in told if each)
    who = [comma.join(each) for each in slip.next] or [say("slip.nobody_waits", language)]
    yield say("slip.row_next", language), who[0]
    for each in who[1:]:
        yield "", say("slip.then", language, who=each)
    if slip.more:
        yield "", slip.more
    yield say("slip.row_order", language), slip.orders or none
    yield say("slip.row_reply", language), slip.replies or none
    if slip.item:
        yield slip.item.row
    if slip.sitting:
        label, words = slip.sitting.row
        yield label, comma.join((words, slip.fit)) if slip.fit else words
    for key in ("unheard", "questions", "sentence"):
        text = getattr(slip, key)
        if text:
            yield say(f"slip.row_{key}", language), text


class _Writing:
    """One slip while it is written."""

    def __init__(
        self,
        state: MeetingState,
        projection: Projection,
        now: datetime,
        language: str,
        directory: Directory,
    ) -> None:
        self.state, self.projection, self.now = state, projection, now
        self.language, self.directory = language, directory
        self.saying = Saying.of(projection, language)

    def slip(self) -> Slip:
        state, item, sitting = self.state, self.projection.item, self.projection.sitting
        now, now_more = self.floor()
        return Slip(
            head=self.head(),
            topic=self.topic(),
            presides=presiding(self.saying, state),
            quorum=quorum(self.saying, state, self.directory),
            now=now,
            now_more=now_more,
            is_order=bool(state.pending_order),
            speaker=time_of_floor(self.saying, state, self.now),
            item=item_ends(self.saying, self.projection, item) if item else None,
            sitting=sitting_left(self.saying, state, sitting) if sitting else None,
            next=self.next(),
            next_short=tuple(self.capacity(each, short=True) for each in self.queue()[:NEXT_TOLD]),
            more=self.more(),
            orders=self.listed(
                self.name(state.points_of_order[each].delegation) for each in state.pending_order
            ),
            replies=self.listed(
                self.name(state.inscriptions[each].delegation) for each in state.replies
            ),
            fit=self.fit(item) if item else "",
            all_fit=item is None or not item.left_over,
            unheard=self.unheard(),
            questions=self.questions(),
            sentence=self.sentence(),
        )

    def head(self) -> str:
        """The meeting and the time; a rehearsal says that it is one."""
        meeting = self.state.agenda.short_title.say(self.language)
        if self.state.rehearsal:
            kind = "demonstration" if self.state.demonstration else "rehearsal"
            meeting = f"{self.say(f'screen.{kind}')} {meeting}"
        return self.say("slip.head", meeting=meeting, time=self.saying.moment(self.now))

    def topic(self) -> str:
        """The segment under discussion, else the item."""
        state = self.state
        item = state.agenda.item(state.item) if state.item else None
        if item is None:
            return ""
        under = state.agenda.segment(state.items[item.id].segment or "")
        found = under or item
        name = found.id
        if state.joined:
            others = [state.items[each].segment or each for each in state.joined]
            name = self.say("room.taken_with", id=name, items=self.listed(others))
        return f"{name} {found.title.say(self.language)}"

    def floor(self) -> tuple[str, str]:
        """Who has the floor, and in what capacity; or why nobody has."""
        state = self.state
        speaking = state.speaking()
        asked = state.made_by(speaking) if speaking else None
        if state.pending_order:
            raised = state.points_of_order[state.pending_order[0]]
            told = self.say("slip.order_by", name=self.name(raised.delegation))
            waits = self.say("slip.waits", name=self.name(asked.delegation)) if asked else ""
            return told, waits
        if asked:
            return self.name(asked.delegation), self.capacity(asked)
        if state.phase != "open":
            return self.say(f"slip.is_{state.phase}"), ""
        return self.say("slip.nobody_speaks" if state.item else "slip.no_item"), ""

    def queue(self) -> tuple[Inscription, ...]:
        """As `next` follows: the list; once it is empty, the replies."""
        replies = (self.state.inscriptions[each] for each in self.state.replies)
        return waiting(self.state) or (tuple(replies) if self.state.item else ())

    def next(self) -> tuple[tuple[str, str], ...]:
        """The next three by name and capacity."""
        told = self.queue()[:NEXT_TOLD]
        return tuple((self.name(asked.delegation), self.capacity(asked)) for asked in told)

    def more(self) -> str:
        """How many wait behind those named, and whether the list is closed."""
        state, rest = self.state, len(self.queue()) - NEXT_TOLD
        told = [self.say("slip.more", count=rest)] if rest > 0 else []
        if state.item and not state.items[state.item].is_list_open:
            told.append(self.say("slip.list_closed"))
        return self.say("slip.comma").join(told)

    def capacity(self, asked: Inscription, *, short: bool = False) -> str:
        """In what capacity somebody asked for the floor, and for what but a statement."""
        state = self.state
        told = [self._for_whom(asked, short)]
        kind = state.rules.kind(asked.kind)
        if kind and asked.kind != state.rules.default_kind:
            told.append(kind.name.say(self.language).lower())
        if asked.segment and asked.segment != state.items[asked.item].segment:
            told.append(self.say("slip.on_segment", segment=asked.segment))
        return self.say("slip.comma").join(told)

    def _for_whom(self, asked: Inscription, short: bool) -> str:
        if asked.group is None:
            kind = self.say(f"screen.kind_{asked.delegation_kind}")
            return self.say("slip.comma").join((kind, *self._also_for(asked)))
        told = self.say("slip.own_group")
        if asked.group != asked.delegation:
            names = self.directory
            name = names.short_group_name if short else names.group_in_sentence
            group = name(asked.group, self.language)
            told = self.say("slip.on_behalf", group=group)
        members, aligned = len(self.directory.members(asked.group)), len(asked.aligned)
        if not members and not aligned:
            return told
        key = "members_aligned" if members and aligned else "members" if members else "aligned"
        states = say(f"slip.{key}", self.language, count=members, aligned=aligned)
        return self.say("slip.comma").join((told, states))

    def _also_for(self, asked: Inscription) -> Iterator[str]:
        """The States spoken for besides its own, by name."""
        if asked.aligned:
            names = self.say("slip.comma").join(self.name(each) for each in asked.aligned)
            yield self.say("happened.also_for", names=names)

    def fit(self, item: OpenItem) -> str:
        """How many of those who wait can be heard in the sitting, at full time."""
        if not item.turns:
            return ""
        count = len(item.turns)
        replies = len(self.state.replies)
        if 0 < replies < count:
            return self._fit_with_replies(item, count - replies, replies)
        if item.left_over:
            return self.say("slip.fit_some", fits=item.fits, count=count)
        if item.fits == 1:
            return self.say("slip.fit_one")
        return self.say("slip.fit_all", fits=item.fits)

    def _fit_with_replies(self, item: OpenItem, speakers: int, replies: int) -> str:
        """The same where rights of reply follow the list; they are told apart."""
        heard = item.fits - speakers
        if not item.left_over:
            key = "all_replies"
        elif heard > 0:
            key = "some_replies"
        else:
            key = "some_no_reply" if heard else "all_no_reply"
        return self.say(
            f"slip.fit_{key}",
            fits=item.fits,
            count=speakers,
            heard=heard,
            replies=counted(self.say, "replies", replies),
        )

    def unheard(self) -> str:
        """Regions and kinds of delegation not heard on the open item."""
        item = self.state.item
        if item is None or not self._spoke_on(item):
            return ""
        missing = unheard(self.state, item, self.directory)
        regions = [self.directory.group_name(each, self.language) for each in missing.regions]
        return self.listed([*regions, *(self.say(f"more.heard_{each}") for each in missing.kinds)])

    def questions(self) -> str:
        """Questions of the open item that nobody has addressed, in their short words."""
        item = self.state.item
        if item is None or not self._spoke_on(item):
            return ""
        found = coverage(self.state, item, members=self.directory.members)
        left = found.unanswered
        # The Chair has no list of their ids.
        return self.say("slip.questions_between").join(
            each.short.say(self.language) for each in found.questions if each.id in left
        )

    def sentence(self) -> str:
        """What the Chair might say, in quotation marks."""
        found, sitting = advice(self.projection), self.projection.sitting
        # A point of order comes first; nothing else is proposed while one waits for its ruling.
        if found is None or sitting is None or self.state.pending_order:
            return ""
        is_last = sitting.id == self.state.agenda.sittings[-1].id
        told = say_proposal(self.saying, found, is_last_sitting=is_last)
        return self.say("slip.quoted", sentence=told)

    def _spoke_on(self, item: str) -> bool:
        return any(each.is_on(item) for each in self.state.interventions.values())

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other."""
        return self.say("slip.between").join(names)

    def name(self, delegation: str) -> str:
        """A delegation's name in the language."""
        return self.directory.name(delegation, self.language)

    def say(self, key: str, **params: str | int) -> str:
        """A sentence in the language."""
        return say(key, self.language, **params)
