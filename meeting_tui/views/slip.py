"""The Chair's slip: who speaks, who comes next, how long it takes, and what might be said now.

Facts in few words, made from one look alone; the screen shows them large and the shell prints them
as plain lines. Texts are ready to be shown, in one language, so that both say the same. Figures
meant for the officer only, at today's pace and in the late case, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from meeting_tui.forecast import spoken
from meeting_tui.forecast.figures import OpenItem, SittingNow
from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.forecast.saying_advice import (
    besides_said,
    day_proposal_said,
    newcomers_said,
    proposal_said,
)
from meeting_tui.meeting.attendance import attendance
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.spans import MINUTE, format_used, hours_and_minutes, passed
from meeting_tui.patterns import late_pattern
from meeting_tui.text import cells
from meeting_tui.views.clock import ClockFace
from meeting_tui.views.coverage import counted, unheard_names
from meeting_tui.views.floor import (
    NEXT_TOLD,
    order_face,
    orders_raised,
    queue,
    replies_asked,
    speaker_face,
    under_discussion,
)
from meeting_tui.views.look import Look
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
    brief: str = ""
    """The word where there is little room, if a shorter one says enough."""


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
    """How many come behind them or will ask, and whether the list is closed."""
    more_short: str
    """The same without those who will ask, where there is less room."""
    orders: str
    """Who raised points of order; empty for nobody, as with `replies`."""
    replies: str
    fit: str
    """How many of those who wait the sitting has room for, and for what else it has none; empty
    while nobody waits and there is room for all."""
    all_fit: bool
    unheard: str
    """Regions and kinds of delegation not heard on the item; empty until somebody spoke on it."""
    questions: str
    """Questions nobody has addressed, in short words; empty until somebody spoke on the item."""
    sentence: str
    """What the Chair might say; empty when there is nothing to decide."""


_CLOCK = late_pattern(r"(?P<day>.*?)(?P<clock>\d\d:\d\d)(?P<offset>[+-]\d\d:\d\d)?")
"""A time as it is told: `Thu 23:40`, `+1 d 16:34`, `02:30+02:00`."""


def presiding(look: Look) -> str:
    """Who presides in the Chair's place, and since when; empty while the Chair does."""
    taken = look.state.presides
    if taken is None:
        return ""
    return look.say("room.presides_since", person=taken.person, since=look.clock(taken.since))


def quorum(look: Look) -> str:
    """How many are present of how many needed; empty without a quorum, or while none is marked."""
    state = look.state
    if state.rules.quorum is None or not state.present:
        return ""
    now = attendance(state, look.directory).quorum
    assert now is not None  # the rules have one
    return look.say(
        "room.quorum_now", here=now.here, of=now.of, open=now.to_open, decide=now.to_decide
    )


def time_of_floor(look: Look) -> Figure | None:
    """What the speaker has left, or how long a point of order has been heard: as on the clock."""
    heard, shown = order_face(look), speaker_face(look)
    if heard is not None:
        label = look.say("slip.row_order")
        told = look.say("slip.heard_told", digits=heard.text)
        return Figure(label, heard.text, look.say("slip.heard"), False, (label, told))
    return _speaker_left(look, shown) if shown else None


def _speaker_left(look: Look, shown: ClockFace) -> Figure:
    """What whoever speaks has left, or is over; without a limit what is used."""
    left, key = shown.remaining_seconds, "used"
    is_over = left is not None and left <= 0
    if left is not None:
        key = "over" if is_over else "stopped" if shown.paused else "left"
    params = {"digits": shown.text, "limit": format_used(shown.limit_seconds or 0)}
    label = look.say("slip.label_speaker")
    word = look.say(f"slip.{key}", **params)
    told = look.say(f"slip.{key}_told", **params | {"digits": shown.text.lstrip("+")})
    return Figure(label, shown.text, word, is_over, (label, told))


def item_ends(look: Look, item: OpenItem) -> Figure:
    """When the item ends at full time, and by how many of the minutes shown that is too late."""
    late = minutes_late(look.projection.seen, item.planned_end, item.ends_at)
    ends, planned = look.clock(item.ends_at), look.clock(item.planned_end)
    if late > 0:
        hours, rest = hours_and_minutes(late)
        span = look.say("slip.hours" if hours else "slip.minutes", hours=hours, minutes=rest)
        # 12:45 and 15:12 with 27 minutes between them look wrong, as lunch is not counted.
        between = (item.ends_at - item.planned_end).total_seconds()
        key = "slip.planned_late" if between < (late + 1) * MINUTE else "slip.late_of_sittings"
        word = look.say(key, time=planned, late=span)
        brief = look.say("slip.planned_late", time=planned, late=span)
    else:
        word = brief = look.say("slip.planned", time=planned)
    row = look.say("slip.row_item", item=item.id)
    told = look.say("slip.ends", time=ends, planned=word)
    clock, word = _bare(look, ends, word)
    label, brief = look.say("slip.label_item", item=item.id), _bare(look, ends, brief)[1]
    return Figure(label, clock, word, late > 0, (row, told), brief)


def sitting_left(look: Look, sitting: SittingNow) -> Figure:
    """How many minutes the sitting has left or is over, or when the next one begins.

    Since when it stands still where it was suspended and goes on.
    """
    number = look.sitting_number(sitting.id)
    end = look.clock(sitting.planned_end)
    is_over = sitting.is_held and sitting.seconds_left < 0
    minutes = passed(abs(sitting.seconds_left)) // MINUTE
    run = look.state.sittings.get(sitting.id)
    row = label = look.say("slip.row_sitting", number=number)
    if run is not None and run.suspended_at is not None and not sitting.is_held:
        digits, key = look.clock(run.suspended_at), "suspended"
        label = look.say("slip.label_suspended")
    elif not sitting.is_held:
        digits, key = look.clock(sitting.planned_start), "begins"
    elif is_over:
        digits, key = f"+{minutes}", "minutes_over"
    else:
        digits, key = str(minutes), "minutes_left"
    word = look.say(f"slip.{key}", digits=digits, end=end, number=number)
    told = look.say(f"slip.{key}_told", digits=digits.lstrip("+"), end=end)
    digits, word = _bare(look, digits, word)
    return Figure(label, digits, word, is_over, (row, told))


def _bare(look: Look, told: str, word: str) -> tuple[str, str]:
    """The clock or number alone, and the word with its day and its offset from UTC.

    Big digits have no letters and little room, so the word says those.
    """
    found = _CLOCK.fullmatch(told)
    if found is None:
        return told, word
    for before in filter(None, (found["offset"] and f"UTC{found['offset']}", found["day"].strip())):
        word = look.say("slip.on_day", day=before, planned=word)
    return found["clock"], word


def make_slip(look: Look) -> Slip:
    """The slip of one look at the meeting."""
    state, item, sitting = look.state, look.projection.item, look.projection.sitting
    now, now_more = _floor(look)
    return Slip(
        head=_head(look),
        topic=" ".join(each for each in under_discussion(look) if each),
        presides=presiding(look),
        quorum=quorum(look),
        now=now,
        now_more=now_more,
        is_order=bool(state.pending_order),
        speaker=time_of_floor(look),
        item=item_ends(look, item) if item else None,
        sitting=sitting_left(look, sitting) if sitting else None,
        next=_next(look),
        next_short=tuple(_capacity(look, each, short=True) for each in queue(look)[:NEXT_TOLD]),
        more=_more(look),
        more_short=_more(look, short=True),
        orders=look.listed(orders_raised(look)),
        replies=look.listed(replies_asked(look)),
        fit=_fit(look, item) if item else "",
        all_fit=item is None or not item.beyond.count,
        unheard=_unheard(look),
        questions=_questions(look),
        sentence=_sentence(look),
    )


def _head(look: Look) -> str:
    """The meeting and the time; a rehearsal says that it is one."""
    meeting = look.state.agenda.short_title.say(look.language)
    if look.state.rehearsal:
        kind = "demonstration" if look.state.demonstration else "rehearsal"
        meeting = f"{look.say(f'screen.{kind}')} {meeting}"
    return look.say("slip.head", meeting=meeting, time=look.saying.moment(look.now))


def _floor(look: Look) -> tuple[str, str]:
    """Who has the floor, and in what capacity; or why nobody has."""
    state = look.state
    speaking = state.speaking()
    asked = state.made_by(speaking) if speaking else None
    if state.pending_order:
        raised = state.points_of_order[state.pending_order[0]]
        told = look.say("slip.order_by", name=look.name(raised.delegation))
        waits = look.say("slip.waits", name=look.name(asked.delegation)) if asked else ""
        return told, waits
    if asked:
        return look.name(asked.delegation), _capacity(look, asked)
    if state.phase != "open":
        return look.say(f"slip.is_{state.phase}"), ""
    return look.say("slip.nobody_speaks" if state.item else "slip.no_item"), ""


def _next(look: Look) -> tuple[tuple[str, str], ...]:
    """The next three by name and capacity."""
    told = queue(look)[:NEXT_TOLD]
    return tuple((look.name(asked.delegation), _capacity(look, asked)) for asked in told)


def _more(look: Look, *, short: bool = False) -> str:
    """How many wait behind those named or will ask, and whether the list is closed."""
    state, rest = look.state, len(queue(look)) - NEXT_TOLD
    more = look.say("slip.more", count=rest) if rest > 0 else ""
    if not short:
        more = newcomers_said(look.saying, look.projection.item, more)
    told = [more] if more else []
    if state.item and not state.items[state.item].is_list_open:
        told.append(look.say("slip.list_closed"))
    return look.say("slip.comma").join(told)


def _capacity(look: Look, asked: Inscription, *, short: bool = False) -> str:
    """In what capacity somebody asked for the floor, and for what but a statement."""
    state = look.state
    told = [for_whom(look, asked, short)]
    kind = state.rules.kind(asked.kind)
    if kind and asked.kind != state.rules.default_kind:
        told.append(kind.name.say(look.language).lower())
    if asked.segment and asked.segment != state.items[asked.item].segment:
        told.append(look.say("slip.on_segment", segment=asked.segment))
    return look.say("slip.comma").join(told)


def for_whom(look: Look, asked: Inscription, short: bool) -> str:
    """What kind of delegation asked, or for which group, and for how many States."""
    if asked.group is None:
        kind = look.say(f"screen.kind_{asked.delegation_kind}")
        return look.say("slip.comma").join((kind, *_also_for(look, asked)))
    told = look.say("slip.own_group")
    if asked.group != asked.delegation:
        names = look.directory
        name = names.short_group_name if short else names.group_in_sentence
        group = name(asked.group, look.language)
        told = look.say("slip.on_behalf", group=group)
    members, aligned = len(look.directory.members(asked.group)), len(asked.aligned)
    if not members and not aligned:
        return told
    key = "members_aligned" if members and aligned else "members" if members else "aligned"
    states = say(f"slip.{key}", look.language, count=members, aligned=aligned)
    return look.say("slip.comma").join((told, states))


def _also_for(look: Look, asked: Inscription) -> Iterator[str]:
    """The States spoken for besides its own, by name."""
    if asked.aligned:
        names = look.say("slip.comma").join(look.name(each) for each in asked.aligned)
        yield look.say("happened.also_for", names=names)


def _fit(look: Look, item: OpenItem) -> str:
    """How many of those who wait can be heard in the sitting, and what else cannot be."""
    told, besides = _waiting_fit(look, item), besides_said(look.saying, item.beyond)
    if not besides:
        return told
    key = "not_for" if not told else "and_not_for" if item.left_over else "but_not_for"
    return look.say(f"slip.fit_{key}", told=told, besides=besides)


def _waiting_fit(look: Look, item: OpenItem) -> str:
    """How many of those who wait can be heard in the sitting, at full time."""
    if not item.turns:
        return ""
    count = len(item.turns)
    replies = len(look.state.replies)
    if 0 < replies < count:
        return _fit_with_replies(look, item, count - replies, replies)
    if item.left_over:
        return look.say("slip.fit_some", fits=item.fits, count=count)
    if item.fits == 1:
        return look.say("slip.fit_one")
    return look.say("slip.fit_all", fits=item.fits)


def _fit_with_replies(look: Look, item: OpenItem, speakers: int, replies: int) -> str:
    """The same where rights of reply follow the list; they are told apart."""
    heard = item.fits - speakers
    if not item.left_over:
        key = "all_replies"
    elif heard > 0:
        key = "some_replies"
    else:
        key = "some_no_reply" if heard else "all_no_reply"
    return look.say(
        f"slip.fit_{key}",
        fits=item.fits,
        count=speakers,
        heard=heard,
        replies=spoken.counted(look.saying.say, "replies", replies),
    )


def _unheard(look: Look) -> str:
    """Regions and kinds of delegation not heard on the open item."""
    item = look.state.item
    if item is None or not _spoke_on(look, item):
        return ""
    return look.listed(unheard_names(look, item))


def _questions(look: Look) -> str:
    """Questions of the open item that nobody has addressed, in their short words."""
    item = look.state.item
    if item is None or not _spoke_on(look, item):
        return ""
    found = counted(look, item)
    left = found.unanswered
    # The Chair has no list of their ids.
    return look.say("slip.questions_between").join(
        each.short.say(look.language) for each in found.questions if each.id in left
    )


def _sentence(look: Look) -> str:
    """What the Chair might say, in quotation marks."""
    found, sitting = look.advice, look.projection.sitting
    # A point of order comes first; nothing else is proposed while one waits for its ruling.
    if sitting is None or look.state.pending_order:
        return ""
    told = day_proposal_said(look.saying, look.day_over)
    if found is not None:
        told = proposal_said(look.projection, found, look.saying)
    return look.say("slip.quoted", sentence=told) if told else ""


def _spoke_on(look: Look, item: str) -> bool:
    return any(each.is_on(item) for each in look.state.interventions.values())


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
