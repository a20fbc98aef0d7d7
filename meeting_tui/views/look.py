"""What a view is given: the meeting, the time, the forecast, the names and the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.advice import Advice
from meeting_tui.forecast.calm import Stood, ToDecide
from meeting_tui.forecast.clocks import RoomClock, today
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.facts import Dispute, Inscription, Intervention
from meeting_tui.meeting.note_turns import writer_of
from meeting_tui.meeting.sittings import held_between
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import cells
from meeting_tui.words import Value, say


class Choice(Struct, frozen=True):
    """How the report is made: whom it names, in which language, and how it counts States."""

    naming: str
    """`named`, `counted` or `anonymous`."""
    language: str
    members: str = "present"
    """Which members of a group are counted behind its statements: one of `GROUP_MEMBERS`."""
    document: str = "report"
    """Which of `report.on_screen.DOCUMENTS` is shown; both are exported."""


class Look(Struct, frozen=True, dict=True):
    """One look at the meeting."""

    state: MeetingState
    now: datetime
    """UTC."""
    known: Projection | Callable[[], Projection | None] | None
    """The forecast of that moment, or what gives it; `projection` is it in any case."""
    directory: Directory
    language: str
    pace: float = 1.0
    """Seconds of meeting time in a second of real time; above 1 in a rehearsal."""
    group_members: str = "present"
    """Which members of a group are counted behind its statements: one of `GROUP_MEMBERS`."""
    others: tuple[str, ...] = ()
    """What those are called who are at the meeting beside oneself."""
    desk: str = ""
    """The seat that looks; empty for any."""
    is_replay: bool = False
    """An earlier moment is looked at; nothing can be entered."""
    stood: Stood | None = None
    """The meeting as it stood before; without it, advice is told as soon as there is something to
    decide, and not only after a minute."""
    disputes: tuple[Dispute, ...] = ()
    """The disputed acts that are this seat's to see."""
    runs_floor: bool = True
    """Whether the seat that looks may settle them."""

    @property
    def looks_on(self) -> bool:
        """Whether it is from a seat at which nothing is entered."""
        return self.desk.partition("-")[0] == "view"

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other as the reader's language parts them."""
        return self.say("procedure.between").join(names)

    def name(self, delegation: str) -> str:
        """A delegation's name in the reader's language; an unknown name as it was typed."""
        return self.directory.name(delegation, self.language)

    def speaker(self, intervention: Intervention) -> str:
        """The name of the delegation whose intervention it is."""
        return self.name(self.state.asked_by(intervention).delegation)

    def clock(self, instant: datetime, *, seconds: bool = False) -> str:
        """An instant as people read it at the meeting: the agenda's zone, 24 hours.

        On another day with the day, but for the seconds of what is told under its day anyway.
        """
        if seconds:
            return local_text(instant.astimezone(self.zone), seconds=True)
        return self.room_clock.text(instant)

    def clocks(self, start: datetime, end: datetime) -> tuple[str, str]:
        """Two instants, one after the other; a day that both have is said once."""
        return self.room_clock.texts(start, end)

    @classmethod
    def of(
        cls,
        state: MeetingState,
        now: datetime,
        directory: Directory,
        language: str,
        stood: Stood | None = None,
    ) -> Look:
        """The meeting as it stands at `now` (aware); its forecast is made once it is asked for."""
        return cls(state, now, None, directory, language, stood=stood)

    @cached_property
    def projection(self) -> Projection:
        """When it will end, as seen at that moment."""
        known = self.known() if callable(self.known) else self.known
        return known or project(self.state, self.now)

    @cached_property
    def _to_decide(self) -> ToDecide:
        return ToDecide(self.projection, self.stood)

    @property
    def advice(self) -> Advice | None:
        """What there is to decide about the open item; None where there is nothing."""
        return self._to_decide.advice

    @property
    def day_over(self) -> int:
        """Minutes by which the day is too long, where that is what there is to decide; else 0."""
        return self._to_decide.day_over

    def writer(self, turn: Intervention) -> str:
        """Who takes notes of a statement, said only where several could; else empty."""
        if not self.others:
            return ""
        by = writer_of(self.state, turn)
        return self.say("seats.writes", by=by) if by else self.say("seats.nobody_writes")

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the meeting."""
        return self.state.agenda.time_zone

    @cached_property
    def saying(self) -> Saying:
        """Says the figures of the forecast."""
        return Saying.of(self.projection, self.language)

    def sitting_number(self, sitting: str) -> int:
        """Which sitting of the agenda it is, from 1."""
        return [each.id for each in self.state.agenda.sittings].index(sitting) + 1

    def times_held(self, start: datetime, end: datetime) -> str:
        """`12:56–13:00 and 15:00–15:06`: from when to when, without the breaks between sittings."""
        spans = held_between(self.projection.day.sittings, start, end)
        told = ["–".join(dict.fromkeys(self.clocks(*each))) for each in spans]
        shown = told[0]
        for each in told[1:]:
            shown = self.say("screen.span_and", first=shown, last=each)
        return shown

    @cached_property
    def room_clock(self) -> RoomClock:
        """Says instants as people read them at this meeting."""
        return RoomClock.of(self.projection, self.language)

    @cached_property
    def list_clock_cells(self) -> tuple[int, int]:
        """How many cells the times of the speakers' list take: of asking, and of the turns."""
        asked = (self.clock(each.inscribed_at) for each in waiting(self.state))
        turns = (self.clock(each.turn_at) for each in self.projection.turns)
        return max([5, *map(cells, asked)]), max([5, *map(cells, turns)])

    @property
    def today(self) -> date:
        """The local day that clocks without a word are of."""
        return today(self.projection)

    def capacity(self, asked: Inscription) -> str:
        """In what capacity a delegation asked for the floor: `for the EU, 27 and 7 aligned`."""
        if asked.group is None:
            kind = f"screen.kind_{asked.delegation_kind}"
            capacity = self.say(f"screen.capacity_{asked.capacity}")
            if asked.aligned:
                names = self.listed(self.name(each) for each in asked.aligned)
                capacity = self.say("happened.also_for", names=names)
            return self.say("screen.kind_and_capacity", kind=self.say(kind), capacity=capacity)
        states = self.states_behind(asked)
        if asked.group == asked.delegation:
            key = "screen.own_group" if states else "slip.own_group"
            return self.say(key, **({"states": states} if states else {}))
        group = self.directory.group_in_sentence(asked.group, self.language)
        key = "screen.on_behalf" if states else "slip.on_behalf"
        return self.say(key, group=group, **({"states": states} if states else {}))

    def short_capacity(self, asked: Inscription) -> str:
        """The same in few words, the count of a group whole: `for CARICOM (14)`."""
        if asked.group is None:
            return self.say(f"screen.capacity_{asked.capacity}")
        if asked.group == asked.delegation:
            return self.capacity(asked)
        states = self.states_behind(asked)
        group = self.directory.short_group_name(asked.group, self.language)
        return self.say("screen.on_behalf_short", group=f"{group} ({states})" if states else group)

    def states_behind(self, asked: Inscription) -> str:
        """`27+7`: members of the group and aligned States; empty for a group without a list."""
        if asked.group is None:
            return f"+{len(asked.aligned)}" if asked.aligned else ""
        members = len(self.directory.members(asked.group))
        if not members and not asked.aligned:
            return ""
        return f"{members}+{len(asked.aligned)}" if asked.aligned else str(members)
