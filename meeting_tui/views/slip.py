"""The Chair's slip: who speaks, who comes next, how long it takes, and what might be said now.

Facts in few words, made from one look alone; the screen shows them large and the shell prints them
as plain lines. Texts are ready to be shown, in one language, so that both say the same. Figures
meant for the officer only, at today's pace and in the late case, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.figures import OpenItem, Projection, SittingNow
from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.forecast.saying import Saying, length
from meeting_tui.forecast.saying_advice import say_proposal
from meeting_tui.forecast.spoken import counted
from meeting_tui.meeting.attendance import attendance
from meeting_tui.meeting.heard import unheard
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.presiding import presides
from meeting_tui.meeting.questions import coverage
from meeting_tui.meeting.records import Inscription, Intervention
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import cells
from meeting_tui.words import say


class Figure(Struct, frozen=True):
    """One number to be read from afar."""

    label: str
    """What it is of: `ITEM 2 ENDS`."""
    digits: str
    """Digits, `:` and `+` alone: `0:46`, `12:31`, `78`."""
    word: str
    """What the digits mean: `left of 3:00`."""
    is_late: bool
    """Over time, or later than planned."""
    row: tuple[str, str]
    """The same as a row of plain text: label and words."""


class Slip(Struct, frozen=True):
    """What the Chair sees; all texts in one language."""

    head: str
    """The meeting and the time of day."""
    topic: str
    """The item or segment under discussion; empty while none is open."""
    presides: str
    """Who presides in the Chair's place; empty while the Chair does."""
    quorum: str
    """How many are present and needed; empty without a quorum, or while nobody is marked."""
    now: str
    """Who has the floor, whose point of order it is, or why nobody speaks."""
    now_more: str
    """In what capacity, or who waits for the ruling."""
    is_order: bool
    """A point of order waits for its ruling."""
    speaker: Figure | None
    item: Figure | None
    sitting: Figure | None
    next: tuple[tuple[str, str], ...]
    """Who comes next, three at most: name and capacity."""
    next_short: tuple[str, ...]
    """Their capacities where there is less room: groups by their short names."""
    more: str
    """How many come behind them, and whether the list is closed."""
    orders: str
    """Who raised points of order; empty for nobody, as with `replies`."""
    replies: str
    fit: str
    """How many of those who wait the sitting has room for; empty while nobody waits."""
    all_fit: bool
    unheard: str
    """Regions and kinds of delegation not heard on the item; empty until somebody spoke on it."""
    questions: str
    """Questions nobody has addressed, in short words; empty until somebody spoke on the item."""
    sentence: str
    """What the Chair might say; empty when there is nothing to decide."""


MINUTE = 60
_CLOCK = re.compile(r"(?P<day>.*?)(?P<clock>\d\d:\d\d)(?P<offset>[+-]\d\d:\d\d)?")
"""A time as it is told: `Thu 23:40`, `+1 d 16:34`, `02:30+02:00`."""
NOISE = 1e-6
"""Seconds; differences of clock readings are off by less, and must not show as a second."""


def presiding(saying: Saying, state: MeetingState) -> str:
    """Who presides in the Chair's place, and since when; empty while the Chair does."""
    taken = presides(state)
    if taken is None:
        return ""
    return saying.say("room.presides_since", person=taken.person, since=saying.clock(taken.since))


def quorum(saying: Saying, state: MeetingState, directory: Directory) -> str:
    """How many are present of how many needed; empty without a quorum, or while none is marked."""
    if state.rules.quorum is None or not state.present:
        return ""
    now = attendance(state, directory).quorum
    assert now is not None  # the rules have one
    return saying.say(
        "room.quorum_now", here=now.here, of=now.of, open=now.to_open, decide=now.to_decide
    )


def time_of_floor(saying: Saying, state: MeetingState, now: datetime) -> Figure | None:
    """What the speaker has left, or how long a point of order has been heard."""
    since, speaking = heard_since(state), state.speaking()
    if since is not None:
        return order_heard(saying, since, now)
    return speaker_left(saying, speaking, now) if speaking else None


def speaker_left(saying: Saying, speaking: Intervention, now: datetime) -> Figure:
    """What whoever speaks has left, or is over; without a limit what is used."""
    left, limit = speaking.left_seconds(now), speaking.limit_seconds
    is_over = left is not None and left <= 0
    if left is None or limit is None:
        digits, key = length(_whole(speaking.used_seconds(now))), "used"
    else:
        digits = f"+{length(_whole(-left))}" if is_over else length(left - NOISE)
        key = "over" if is_over else "stopped" if speaking.paused_since else "left"
    params = {"digits": digits, "limit": length(limit or 0)}
    label = saying.say("slip.label_speaker")
    word = saying.say(f"slip.{key}", **params)
    told = saying.say(f"slip.{key}_told", **params | {"digits": digits.lstrip("+")})
    return Figure(label, digits, word, is_over, (label, told))


def order_heard(saying: Saying, since: datetime, now: datetime) -> Figure:
    """How long a point of order has been heard."""
    digits = length(_whole(max(0.0, (now - since).total_seconds())))
    label = saying.say("slip.row_order")
    word, told = saying.say("slip.heard"), saying.say("slip.heard_told", digits=digits)
    return Figure(label, digits, word, False, (label, told))


def item_ends(saying: Saying, projection: Projection, item: OpenItem) -> Figure:
    """When the item ends at full time, and by how many of the minutes shown that is too late."""
    late = minutes_late(projection.seen, item.planned_end, item.ends_at)
    ends, planned = saying.clock(item.ends_at), saying.clock(item.planned_end)
    if late > 0:
        key = "slip.minutes" if late < MINUTE else "slip.hours"
        span = saying.say(key, hours=late // MINUTE, minutes=late % MINUTE)
        # 12:45 and 15:12 with 27 minutes between them look wrong, as lunch is not counted.
        between = (item.ends_at - item.planned_end).total_seconds()
        key = "slip.planned_late" if between < (late + 1) * MINUTE else "slip.late_of_sittings"
        word = saying.say(key, time=planned, late=span)
    else:
        word = saying.say("slip.planned", time=planned)
    row = saying.say("slip.row_item", item=item.id)
    told = saying.say("slip.ends", time=ends, planned=word)
    clock, word = _bare(saying, ends, word)
    return Figure(saying.say("slip.label_item", item=item.id), clock, word, late > 0, (row, told))


def sitting_left(saying: Saying, state: MeetingState, sitting: SittingNow) -> Figure:
    """How many minutes the sitting has left or is over, or when the next one begins.

    Since when it stands still where it was suspended and goes on.
    """
    number = [each.id for each in state.agenda.sittings].index(sitting.id) + 1
    end = saying.clock(sitting.planned_end)
    is_over = sitting.is_held and sitting.seconds_left < 0
    run = state.sittings.get(sitting.id)
    row = label = saying.say("slip.row_sitting", number=number)
    if run is not None and run.suspended_at is not None and not sitting.is_held:
        digits, key = saying.clock(run.suspended_at), "suspended"
        label = saying.say("slip.label_suspended")
    elif not sitting.is_held:
        digits, key = saying.clock(sitting.planned_start), "begins"
    elif is_over:
        digits, key = f"+{_whole(-sitting.seconds_left) // MINUTE}", "minutes_over"
    else:
        digits, key = str(_whole(sitting.seconds_left) // MINUTE), "minutes_left"
    word = saying.say(f"slip.{key}", digits=digits, end=end, number=number)
    told = saying.say(f"slip.{key}_told", digits=digits.lstrip("+"), end=end)
    digits, word = _bare(saying, digits, word)
    return Figure(label, digits, word, is_over, (row, told))


def _bare(saying: Saying, told: str, word: str) -> tuple[str, str]:
    """The clock or number alone, and the word with its day and its offset from UTC.

    Big digits have no letters and little room, so the word says those.
    """
    found = _CLOCK.fullmatch(told)
    if found is None:
        return told, word
    for before in filter(None, (found["offset"] and f"UTC{found['offset']}", found["day"].strip())):
        word = saying.say("slip.on_day", day=before, planned=word)
    return found["clock"], word


def _whole(seconds: float) -> int:
    return int(seconds + NOISE)


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
