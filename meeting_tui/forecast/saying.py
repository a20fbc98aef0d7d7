"""The answers of the timekeeper in words the Chair can read out, each with its sum.

One sentence a question, in English or Chinese; clocks are those of the room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import reduce

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.clocks import RoomClock
from meeting_tui.forecast.closing import ClosingSaves, LatestClose
from meeting_tui.forecast.figures import Block, Projection
from meeting_tui.forecast.inverse import LimitToEnd
from meeting_tui.forecast.sums import Sum
from meeting_tui.meeting.spans import MINUTE, NOISE, hours_and_minutes, length
from meeting_tui.words import say


class Saying:
    """Says figures in one language, in the zone of one agenda."""

    def __init__(
        self, agenda: Agenda, rules: Rules, language: str = "en", clock: RoomClock | None = None
    ) -> None:
        """Instants are said as `clock` says them; without one the day is left away."""
        self._clock = clock or RoomClock(agenda.time_zone, language)
        self._rules = rules
        self._language = language

    @classmethod
    def of(cls, projection: Projection, language: str) -> Saying:
        """Says what was projected, clocks of other days with the day."""
        state = projection.seen.state
        return cls(state.agenda, state.rules, language, RoomClock.of(projection, language))

    def clock(self, instant: datetime) -> str:
        """`12:54`, seconds left away; on another day with the day."""
        return self._clock.text(instant)

    def moment(self, instant: datetime) -> str:
        """The same for when the meeting is looked at: with the day where that is news."""
        return self._clock.moment(instant)

    def sum(self, value: Sum) -> str:
        """`14 speakers at 2:30 and 20 s between them: 12:54`."""
        parts = self.joined(self._parts(value)) or self.say("procedure.sum_nothing")
        return self.say("procedure.sum", parts=parts, clock=self.clock(value.ends_at))

    def limits(self, value: LimitToEnd, told: Callable[[float], str] | None = None) -> str:
        """The limits to set, or the one that holds: `2:30 and 4:00 for group statements`.

        `told` says a length otherwise, as it is spoken; then a comma stands before the `and`.
        """
        joined = "procedure.and_last_spoken" if told else "procedure.and_last"
        told = told or length
        first = self.say("procedure.limit_of", length=told(value.seconds))
        others = []
        if value.scope == "tier":
            first = self._of_tier(value.key, told(value.seconds))
        for scope, key, seconds in value.acts[1:]:
            others.append(self._of_tier(key, told(seconds)) if scope == "tier" else told(seconds))
        return self.joined([first, *others], joined)

    def limit(self, value: LimitToEnd, *, with_sum: bool = True) -> str:
        """What a limit comes to, against what was asked for, and how that is added up."""
        if not value.meets:
            key = "procedure.limit_not_enough"
        else:
            key = "procedure.limit" if value.is_needed else "procedure.limit_not_needed"
        told = self.say(
            key,
            limits=self.limits(value),
            clock=self.clock(value.ends_at),
            target=self.clock(value.target),
        )
        if not with_sum:
            return told
        return self.say("procedure.with_sum", text=told, sum=self.sum(value.sum))

    def latest_close(self, value: LatestClose) -> str:
        """Until when the list may stay open."""
        if not value.more:
            return self.say("procedure.close_full", target=self.clock(value.target))
        params: dict[str, str | int] = {
            "clock": self.clock(value.at),
            "count": value.more,
            "target": self.clock(value.target),
            "each": length(value.each_seconds),
        }
        if value.every_seconds is None:
            return self.say("procedure.close_by", **params)
        return self.say(
            "procedure.close_by_often", every=self._every(value.every_seconds), **params
        )

    def saves(self, value: ClosingSaves) -> str:
        """What closing the list now saves; if that is a guess at requests to come, on what.

        Only when the item then ends, where it cannot be said yet how requests come.
        """
        params: dict[str, str | int] = {
            "clock": self.clock(value.ends_at),
            "open_clock": self.clock(value.open_ends_at),
        }
        if value.every_seconds is not None:
            every = self._every(value.every_seconds)
            return self.say("procedure.close_saves_if", every=every, **params)
        if value.minutes < 1:
            return self.say("procedure.close_now", clock=params["clock"])
        return self.say("procedure.close_saves", minutes=value.minutes, **params)

    def block(self, value: Block) -> str:
        """What is eaten of the protected block, and by what."""
        params = {"item": value.item, "length": self.hours(value.planned_seconds)}
        if minutes(value.eaten_seconds) <= 0:
            return self.say("procedure.block_whole", **params)
        of = "_hours" if minutes(value.eaten_seconds) >= 60 else ""
        eaten = self._lost(minutes(value.eaten_seconds))
        said = [self.say(f"procedure.block_eaten{of}", **eaten, **params)]
        parts = (value.late_start_seconds, value.shorter_seconds, value.carried_seconds)
        shown = parts_shown(parts, minutes(value.eaten_seconds))
        causes = [
            (key, lost)
            for key, lost in zip(("late", "shorter", "carried"), shown, strict=True)
            if lost > 0
        ]
        together = sum(lost for _, lost in causes)
        if causes and (len(causes) == 1 or together != minutes(value.eaten_seconds)):
            named = (self.say(f"procedure.cause_{key}") for key, _ in causes)
            told = reduce(lambda a, b: self.say("procedure.and_part", first=a, last=b), named)
            return self.say("procedure.block_because", told=said[0], causes=told)
        for key, lost in causes:
            said.append(self.say(f"procedure.block_{key}{of}", **self._lost(lost)))
        return self.say("procedure.comma").join(said)

    def _lost(self, lost: int) -> dict[str, str | int]:
        """Minutes as a number, and in words with hours."""
        if lost >= 60:
            return {"minutes": lost, "lost": self.hours(lost * 60)}
        return {"minutes": lost, "lost": self.say("procedure.every_minutes", count=lost)}

    def lists_left_out(self, items: Sequence[str]) -> str:
        """Whose kept lists the end of the day does not count; empty for none."""
        if not items:
            return ""
        listed = self.say("happened.and").join(items)
        return self.say("procedure.lists_left_out", count=len(items), items=listed)

    def say(self, key: str, **params: str | int) -> str:
        """A sentence of procedure in the language."""
        return say(key, self._language, **params)

    def hours(self, seconds: float) -> str:
        """`3 h`, `2 h 30`."""
        whole, rest = hours_and_minutes(int(seconds // MINUTE))
        key = "procedure.hours_minutes" if rest else "procedure.hours"
        return self.say(key, hours=whole, **({"minutes": rest} if rest else {}))

    def length(self, lasts: int) -> str:
        """So many minutes: `27 min`, `2 h 36`."""
        if lasts >= 60:
            return self.hours(lasts * MINUTE)
        return self.say("procedure.length_minutes", minutes=lasts)

    def _every(self, seconds: float) -> str:
        """About how often: `50 seconds`, `2.5 minutes`, `10 minutes`; never like a time of day."""
        rounded = max(10, round(seconds / 10) * 10)
        if rounded < 120:
            return self.say("procedure.every_seconds", count=rounded)
        halves = round(seconds / 30)
        if halves % 2 and halves < 20:
            return self.say("procedure.every_halves", count=halves // 2)
        return self.say("procedure.every_minutes", count=round(seconds / 60))

    def _parts(self, value: Sum) -> list[str]:
        """The pieces of a sum, hand-overs last."""
        parts = []
        if value.order_seconds > 0:
            parts.append(self.say("procedure.sum_order", length=length(value.order_seconds)))
        if value.speaker_seconds > 0:
            parts.append(self.say("procedure.sum_speaker", length=length(value.speaker_seconds)))
        for place, (count, seconds) in enumerate(value.turns):
            key = (
                "procedure.sum_more_turns"
                if place
                else "procedure.sum_turns"
                if count > 1
                else "procedure.sum_turn"
            )
            parts.append(self.say(key, count=count, length=length(seconds)))
        if value.presentation_seconds > 0:
            parts.append(
                self.say("procedure.sum_presentations", length=length(value.presentation_seconds))
            )
        if value.closing_seconds > 0:
            parts.append(self.say("procedure.sum_closing", length=length(value.closing_seconds)))
        if value.kept_seconds > 0:
            parts.append(self.say("procedure.sum_kept", length=length(value.kept_seconds)))
        if value.gaps_seconds > 0:
            parts.append(self.say("procedure.sum_between", seconds=value.hand_over_seconds))
        return parts

    def joined(self, parts: Sequence[str], joined: str = "procedure.and_last") -> str:
        """Parts one after the other, the last with its `joined` word before it."""
        if len(parts) < 2:
            return "".join(parts)
        is_sum = joined == "procedure.and_last"
        between = self.say("procedure.comma" if is_sum else "procedure.between")
        first = between.join(parts[:-1])
        return self.say(joined, first=first, last=parts[-1])

    def _of_tier(self, key: str, told: str) -> str:
        tier = self._rules.tier(key)
        name = tier.name.say(self._language) if tier else key
        return self.say("procedure.limit_of_tier", length=told, tier=name)


def minutes(seconds: float) -> int:
    """Whole minutes without their seconds, as clocks show them."""
    return int((seconds + NOISE) // MINUTE)


def parts_shown(parts: Sequence[float], total: int) -> list[int]:
    """Whole minutes of parts (seconds) that add up to a total of whole minutes.

    The minutes that rounding down loses go to the parts that lost most of one. Nothing is taken
    away where the parts are longer than the total together.
    """
    shown = [minutes(each) for each in parts]
    lost = sorted(range(len(parts)), key=lambda n: 60 * shown[n] - parts[n])
    for n in lost[: max(0, total - sum(shown))]:
        shown[n] += 1
    return shown
