"""How the meeting stands, in sentences one can listen to: what the line mode tells.

Times are spoken in words ("1 minute 20 seconds"); a screen reader makes nothing of columns.
"""

from __future__ import annotations

import math
from datetime import datetime
from functools import cached_property

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.clocks import RoomClock
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import say_advice
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.presiding import presides
from meeting_tui.meeting.records import Inscription, Intervention
from meeting_tui.meeting.sittings import break_over_since, sitting_to_begin
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.views.keeping import Keeping
from meeting_tui.words import say

NEXT_TOLD = 3


class Facts(Struct, frozen=True, dict=True):
    """One look at the meeting."""

    state: MeetingState
    now: datetime
    """UTC."""
    directory: Directory
    language: str
    keeping: Keeping

    @cached_property
    def projection(self) -> Projection:
        """When it will end, as seen now."""
        return project(self.state, self.now)

    def facts(self) -> list[str]:
        """Time, sitting, item, who speaks, who is next, how many wait, whether it is on disk."""
        return [
            *self.time(),
            *_presiding(self),
            *self.item(),
            *self.floor(),
            *self.next_three(),
            self.counts(),
            *self.to_decide(),
            self.on_disk(),
        ]

    def to_decide(self) -> list[str]:
        """Who is cut off by the end of the sitting, and the one line of advice; else nothing."""
        projection, found = self.projection, advice(self.projection)
        item = projection.item
        told = []
        if item is not None and item.left_over:
            end = self.clock(item.cut_at)
            told.append(self.say("shell.fact_cut", end=end, fits=item.fits, left=item.left_over))
        if found is not None:
            said = say_advice(Saying.of(projection, self.language), found)
            told.append(self.say("shell.fact_advice", text=said))
        return told

    def time(self) -> list[str]:
        """The time, and how long the sitting still has."""
        told = [self.say("shell.fact_time", time=self.moment())]
        if self.state.rehearsal:
            kind = "demonstration" if self.state.demonstration else "rehearsal"
            told.insert(0, self.say(f"shell.fact_{kind}"))
        sitting = self.projection.sitting
        if sitting is None:
            return [*told, self.say("shell.fact_adjourned")]
        number = [each.id for each in self.state.agenda.sittings].index(sitting.id) + 1
        start, end = self.clock(sitting.planned_start), self.clock(sitting.planned_end)
        span = self.span(sitting.seconds_left)
        if not sitting.is_held:
            over = self.break_over()
            key = f"shell.fact_{self.state.phase}"
            fact = over[1] if over else self.say(key, number=number, start=start, end=end)
            return [*told, fact]
        key = "shell.fact_sitting" if sitting.seconds_left >= 0 else "shell.fact_sitting_over"
        return [*told, self.say(key, number=number, end=end, span=span)]

    def item(self) -> list[str]:
        """The open item, its segment, and when it ends at full time."""
        open_item = self.projection.item
        found = self.state.agenda.item(self.state.item) if self.state.item else None
        if open_item is None or found is None:
            return [self.say("shell.fact_no_item")]
        title = found.title.say(self.language)
        ends = self.clock(open_item.ends_at)
        told = [self.say("shell.fact_item", item=found.id, title=title, end=ends)]
        told += _segment(self, found.id)
        for each in filter(None, map(self.state.agenda.item, self.state.joined)):
            title = each.title.say(self.language)
            told.append(self.say("shell.fact_joined", item=each.id, title=title))
            told += _segment(self, each.id)
        return told

    def break_over(self) -> tuple[datetime, str] | None:
        """When the next sitting should have begun, and that the break is over; None before that."""
        start = break_over_since(self.state, self.now)
        if start is None:
            return None
        sitting, _, _ = sitting_to_begin(self.state, self.now)
        number = [each.id for each in self.state.agenda.sittings].index(sitting.id) + 1
        return start, self.say("room.break_over", number=number, start=self.clock(start))

    def floor(self) -> list[str]:
        """Who speaks and for how long, and points of order not ruled."""
        told = [
            self.say(
                "shell.fact_order", name=self.name(self.state.points_of_order[each].delegation)
            )
            for each in self.state.pending_order
        ]
        since = heard_since(self.state)
        if since is not None:
            span = self.span(int((self.now - since).total_seconds()))
            told.append(self.say("shell.fact_order_clock", span=span))
        speaking = self.state.speaking()
        if speaking is None:
            return [*told, self.say("shell.fact_nobody")]
        asked = self.state.asked_by(speaking)
        told.append(self.say("shell.fact_speaks", who=self.who(asked)))
        told.append(self._clock_of(speaking))
        if speaking.paused_since:
            told.append(self.say("shell.fact_paused"))
        return told

    def _clock_of(self, speaking: Intervention) -> str:
        used = self.span(int(speaking.used_seconds(self.now)))
        left = speaking.left_seconds(self.now)
        if left is None or speaking.limit_seconds is None:
            return self.say("shell.fact_no_limit", used=used)
        limit = self.span(speaking.limit_seconds)
        key = "shell.fact_left" if left > 0 else "shell.fact_over"
        return self.say(key, used=used, limit=limit, span=self.span(left))

    def over_time(self) -> tuple[str, str] | None:
        """The intervention that is over its time, and the sentence that says so."""
        speaking = self.state.speaking()
        left = speaking.left_seconds(self.now) if speaking else None
        if speaking is None or left is None or left > -1:
            return None
        name = self.name(self.state.asked_by(speaking).delegation)
        return speaking.id, self.say("shell.over_time", name=name, span=self.span(left))

    def next_three(self) -> list[str]:
        """Who is next."""
        told = waiting(self.state)[:NEXT_TOLD]
        if not told:
            return []
        names = "; ".join(f"{n}. {self.who(asked)}" for n, asked in enumerate(told, 1))
        return [self.say("shell.fact_next", names=names)]

    def counts(self) -> str:
        """How many wait, for the floor and for a right of reply, and how many have spoken."""
        state = self.state
        run = state.items.get(state.item) if state.item else None
        is_open = "open" if run is None or run.is_list_open else "closed"
        spoken = sum(each.yielded_at is not None for each in state.interventions.values())
        return self.say(
            f"shell.fact_counts_{is_open}",
            waiting=len(waiting(state)),
            replies=len(state.replies),
            spoken=spoken,
        )

    def on_disk(self) -> str:
        """Whether everything is on disk."""
        if not self.keeping.is_saved:
            return self.say("shell.fact_not_on_disk", count=self.keeping.waiting)
        saved = self.keeping.saved_at
        return self.say(
            "shell.fact_on_disk", time=self.clock(saved, seconds=True) if saved else "–"
        )

    def waiting(self) -> list[str]:
        """The waiting list, one a line, with when each would speak at full time."""
        turns = {turn.inscription: turn for turn in self.projection.turns}
        listed = waiting(self.state)
        told = []
        for number, asked in enumerate(listed, 1):
            turn = turns.get(asked.id)
            time = self.clock(turn.turn_at) if turn else "–"
            late = turn is not None and turn.is_after_sitting
            key = "shell.list_row_late" if late else "shell.list_row"
            told.append(self.say(key, number=number, who=self.who(asked), time=time))
        for each in self.state.replies:
            told.append(self.say("shell.list_reply", who=self.who(self.state.inscriptions[each])))
        return told or [self.say("shell.list_empty")]

    def who(self, asked: Inscription) -> str:
        """A delegation with its capacity where it is not its own."""
        name = self.name(asked.delegation)
        if asked.group and asked.group != asked.delegation:
            group = self.directory.group_in_sentence(asked.group, self.language)
            return self.say("shell.who_for", name=name, group=group)
        if asked.aligned and not asked.group:
            names = self.say("happened.and").join(self.name(each) for each in asked.aligned)
            return f"{name} ({self.say('happened.also_for', names=names)})"
        return name if asked.is_identified else self.say("shell.who_unknown", name=name)

    def name(self, delegation: str) -> str:
        """A delegation's name in the reader's language."""
        return self.directory.name(delegation, self.language)

    def moment(self) -> str:
        """The time now, with its day where the meeting is not all on that of the agenda."""
        return RoomClock.of(self.projection, self.language).moment(self.now, seconds=True)

    def clock(self, instant: datetime, *, seconds: bool = False) -> str:
        """An instant in the agenda's zone; on another day with the day."""
        if seconds:
            zone = self.state.agenda.time_zone
            return local_text(instant.astimezone(zone), seconds=True)
        return RoomClock.of(self.projection, self.language).text(instant)

    def span(self, seconds: float) -> str:
        """A span in words: `2 hours 5 minutes`, `1 minute 20 seconds`; its sign is left out.

        A second that has begun counts, so that 3:00 is left first and 0:01 last.
        """
        minutes, second = divmod(math.ceil(abs(seconds)), 60)
        hours, minute = divmod(minutes, 60)
        parts = [("hour", hours), ("minute", minute)]
        if not hours:
            parts.append(("second", second))
        told = [self._counted(unit, count) for unit, count in parts if count]
        return (" " if self.language == "en" else "").join(told) or self._counted("second", 0)

    def _counted(self, unit: str, count: int) -> str:
        return self.say(f"shell.{unit}" if count == 1 else f"shell.{unit}s", count=count)

    def say(self, key: str, **params: str | int) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)


def _segment(facts: Facts, item: str) -> list[str]:
    """The segment that an item is at, if any."""
    run = facts.state.items[item]
    segment = facts.state.agenda.segment(run.segment) if run.segment else None
    if segment is None:
        return []
    name = segment.title.say(facts.language)
    return [facts.say("shell.fact_segment", segment=segment.id, title=name)]


def _presiding(facts: Facts) -> list[str]:
    """Who presides in the Chair's place; nothing while the Chair does."""
    taken = presides(facts.state)
    return [facts.say("room.fact_presides", person=taken.person)] if taken else []
