"""What the room's screen shows: who has the floor, the one clock, who comes next, what is on.

Everybody in the room sees it, so nothing of the notes is in it, and nothing of the forecast. The
clock is told as instants, so that whoever shows it lets it run by itself between two changes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.meeting.facts import Inscription, Intervention
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.sittings import sitting_to_begin
from meeting_tui.views.floor import NEARLY_SECONDS, queue, under_discussion
from meeting_tui.views.look import Look
from meeting_tui.views.slip import for_whom
from meeting_tui.views.top import day_text

NEXT_SHOWN = 5
"""So many of those who come next are named."""


class RoomClock(Struct, frozen=True):
    """The clock of whoever speaks, or how long a point of order has been heard.

    It counts from `zero_at`; while it stands still, that is None and `used_seconds` is what counts.
    """

    zero_at: datetime | None
    """UTC; the instant at which nothing had been used, pauses taken out."""
    used_seconds: float
    """Used when the look was taken."""
    limit_seconds: float | None
    """None: no limit, the clock counts up."""
    nearly_seconds: int
    """From so much time left on it is nearly over."""
    is_order: bool
    """It is that of a point of order."""


class RoomDisplay(Struct, frozen=True):
    """What is shown at one moment, texts in one language."""

    meeting: str
    mark: str
    """That it is a rehearsal; empty for a meeting."""
    day: str
    sitting: str
    """Which sitting, and when it ends; empty while none is held."""
    item: str
    """Number and title of what is under discussion; empty while no item is open."""
    presides: str
    """Who presides in the Chair's place; empty while the Chair does."""
    phase: str
    """`planned`, `open`, `suspended` or `adjourned`."""
    who: str
    """Who has the floor or raised a point of order; why nobody speaks."""
    capacity: str
    """In what capacity and for whom; who waits for the ruling. Empty for a State by itself.

    While no sitting is held: since when, or when one begins.
    """
    is_speaking: bool
    """Somebody has the floor, or a point of order is heard."""
    clock: RoomClock | None
    next: tuple[tuple[str, str], ...]
    """Who comes next: name and capacity, the latter often empty."""
    more: int
    """How many wait behind those named."""
    waiting: int
    """How many wait in all."""
    is_list_closed: bool


def room_display(look: Look) -> RoomDisplay:
    """What the room sees of one look at the meeting."""
    state, line = look.state, queue(look)
    taken = state.presides
    who, capacity = _who(look)
    clock = room_clock(look)
    item = state.items[state.item] if state.item else None
    return RoomDisplay(
        meeting=state.agenda.short_title.say(look.language),
        mark=mark(look),
        day=day_text(look, long=True),
        sitting=_sitting(look) if state.phase == "open" else "",
        item=" ".join(filter(None, under_discussion(look))),
        presides=look.say("room.presides", person=taken.person) if taken else "",
        phase=state.phase,
        who=who,
        capacity=capacity,
        is_speaking=clock is not None,
        clock=clock,
        next=tuple(
            (look.name(each.delegation), _capacity(look, each)) for each in line[:NEXT_SHOWN]
        ),
        more=max(len(line) - NEXT_SHOWN, 0),
        waiting=len(line),
        is_list_closed=item is not None and not item.is_list_open,
    )


def room_clock(look: Look) -> RoomClock | None:
    """The one clock that the room watches; None while nobody speaks."""
    raised_at = heard_since(look.state)
    if raised_at is not None:
        heard = max(0.0, (look.now - raised_at).total_seconds())
        return RoomClock(raised_at, heard, None, NEARLY_SECONDS, is_order=True)
    speaking = look.state.speaking()
    if speaking is None:
        return None
    used = speaking.used_seconds(look.now)
    return RoomClock(_zero(speaking), used, speaking.limit_seconds, NEARLY_SECONDS, is_order=False)


def _zero(speaking: Intervention) -> datetime | None:
    """From when its time counts as if it had never stood still; None while it stands still."""
    if speaking.paused_since is not None:
        return None
    return speaking.given_at + timedelta(seconds=speaking.paused_seconds)


def mark(look: Look) -> str:
    """That it is a rehearsal, or the demonstration; empty for a meeting."""
    if not look.state.rehearsal:
        return ""
    return look.say("screen.demonstration" if look.state.demonstration else "screen.rehearsal")


def _who(look: Look) -> tuple[str, str]:
    """Who speaks and in what capacity; or why nobody does."""
    state = look.state
    speaking = state.speaking()
    asked = state.made_by(speaking) if speaking else None
    if state.pending_order:
        raised = state.points_of_order[state.pending_order[0]]
        waits = look.say("slip.waits", name=look.name(asked.delegation)) if asked else ""
        return look.name(raised.delegation), waits
    if asked:
        return look.name(asked.delegation), _capacity(look, asked)
    if state.phase != "open":
        return look.say(f"slip.is_{state.phase}"), _sitting(look)
    return look.say("slip.nobody_speaks" if state.item else "slip.no_item"), ""


def _capacity(look: Look, asked: Inscription) -> str:
    """For whom, and for what but a statement; empty for a State by itself."""
    told = []
    if asked.group is not None:
        told.append(for_whom(look, asked, short=False))
    elif asked.aligned:
        told.append(look.capacity(asked))
    kind = look.state.rules.kind(asked.kind)
    if kind and asked.kind != look.state.rules.default_kind:
        told.append(kind.name.say(look.language))
    return look.say("slip.comma").join(told)


def _sitting(look: Look) -> str:
    """Until when the sitting is planned, or when it begins or goes on."""
    state = look.state
    if state.phase == "adjourned":
        return ""
    if state.phase == "open" and state.sitting:
        run = state.sittings[state.sitting]
        number = look.sitting_number(state.sitting)
        return look.say("display.until", number=number, end=look.clock(run.planned_end))
    sitting, start, _ = sitting_to_begin(state, look.now)
    number = look.sitting_number(sitting.id)
    if state.phase == "suspended" and sitting.id == state.sitting:
        since = state.sittings[sitting.id].suspended_at or look.now
        return look.say("display.since", since=look.clock(since))
    key = "display.resumes" if state.phase == "suspended" else "display.begins"
    return look.say(key, number=number, start=look.clock(start))
