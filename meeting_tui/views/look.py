"""What a view is given: the meeting, the time, the forecast, the names and the language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.clocks import RoomClock, today
from meeting_tui.forecast.figures import Projection
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Value, say


class Look(Struct, frozen=True, dict=True):
    """One look at the meeting."""

    state: MeetingState
    now: datetime
    """UTC."""
    projection: Projection
    directory: Directory
    language: str
    pace: float = 1.0
    """Seconds of meeting time in a second of real time; above 1 in a rehearsal."""
    group_members: str = "present"
    """Which members of a group are counted behind its statements: one of `GROUP_MEMBERS`."""
    is_replay: bool = False
    """An earlier moment is looked at; nothing can be entered."""

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)

    def listed(self, names: Sequence[str]) -> str:
        """Names one after the other as the reader's language parts them."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def name(self, delegation: str) -> str:
        """A delegation's name in the reader's language; an unknown name as it was typed."""
        return self.directory.name(delegation, self.language)

    def clock(self, instant: datetime, *, seconds: bool = False) -> str:
        """An instant as people read it at the meeting: the agenda's zone, 24 hours.

        On another day with the day, but for the seconds of what is told under its day anyway.
        """
        if seconds:
            zone = self.state.agenda.time_zone
            return local_text(instant.astimezone(zone), seconds=True)
        return self.room_clock.text(instant)

    def clocks(self, start: datetime, end: datetime) -> tuple[str, str]:
        """Two instants, one after the other; a day that both have is said once."""
        return self.room_clock.texts(start, end)

    @cached_property
    def room_clock(self) -> RoomClock:
        """Says instants as people read them at this meeting."""
        return RoomClock.of(self.projection, self.language)

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
                names = self.say("happened.and").join(self.name(each) for each in asked.aligned)
                capacity = self.say("happened.also_for", names=names)
            return self.say("screen.kind_and_capacity", kind=self.say(kind), capacity=capacity)
        if asked.group == asked.delegation:
            return self.say("screen.own_group", states=self.states_behind(asked) or "–")
        group = self.directory.group_in_sentence(asked.group, self.language)
        states = self.states_behind(asked)
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
