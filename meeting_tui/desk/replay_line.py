"""What may be typed in a replay: a time, a name, an item, a turn, the start or the end.

The screen and the line-by-line mode read it here, so that they cannot differ. Whatever else is
typed is no way to go anywhere, and is for the caller to refuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import dropwhile

from msgspec import Struct

from meeting_tui.agenda.local_times import NotOne, local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.moment_asked import moment_asked
from meeting_tui.desk.replaying import Moments
from meeting_tui.meeting.acts import ACTS
from meeting_tui.text import fold
from meeting_tui.words import in_language, say

_GO = ("go", "to", "去", "转到")
_START, _END = ("start", "开头", "开始"), ("end", "结尾", "末尾")
_ITEM, _TURN = ("item", "segment", "项目", "分项"), ("turn", "发言")
ACT_WORDS = frozenset(each.words[0] for each in ACTS)
"""What a line that is an act begins with."""


class Going(Struct, frozen=True):
    """Where a typed line leads, and what is to be said of it."""

    at: datetime | None
    """None where it leads nowhere; then the sentence says why."""
    sentence: str = ""


class Guide(Struct, frozen=True):
    """Reads where somebody wants to go in one replay."""

    moments: Moments
    directory: Directory
    language: str

    def read(self, typed: str, at: datetime) -> Going | None:
        """Where a line leads, `at` being in view; None for a line that is something else."""
        words = typed.split()
        rest = list(dropwhile(lambda word: word.casefold() in _GO, words))
        asked = len(rest) < len(words)
        found = self._read(rest, at) if rest else None
        if found is None and asked:
            return Going(None, self._say("replay.nowhere", typed=" ".join(rest) or "–"))
        return found

    def to_clock(self, typed: str, at: datetime) -> Going | None:
        """Where a time leads; None for what is no time."""
        wanted = moment_asked(typed)
        if wanted is None:
            return None
        midday, zone = self.moments.midday, self.moments.zone
        found = (
            wanted.of(midday, zone, lambda each: False)
            if wanted.names_day
            else self.moments.clock(wanted.clock, at)
        )
        if isinstance(found, NotOne):
            return Going(None, in_language(found.told, self.language) + ".")
        return self.to(found, typed)

    def to(self, instant: datetime, typed: str) -> Going:
        """Where an instant leads that was typed so: beyond the log to its nearest edge."""
        # Two times of a zone may look alike where the clocks go back.
        instant = instant.astimezone(UTC)
        landed = self.moments.within(instant)
        if landed == instant:
            return Going(landed)
        key = "before" if instant < landed else "after"
        told = {"before": "replay.before_start", "after": "replay.after_end"}[key]
        return Going(landed, say(told, self.language, typed=typed, time=self.clock(landed)))

    def clock(self, instant: datetime) -> str:
        """An instant in the agenda's zone, to the second."""
        return local_text(instant.astimezone(self.moments.zone), seconds=True)

    def _read(self, words: list[str], at: datetime) -> Going | None:
        first, rest = words[0].casefold(), words[1:]
        moments = self.moments
        if not rest and first in _START:
            return Going(moments.start)
        if not rest and first in _END:
            return Going(moments.end)
        if len(rest) == 1 and first in _TURN and rest[0].isdecimal():
            return self._turn(int(rest[0]))
        if len(rest) == 1 and first in _ITEM:
            return self._item(rest[0], at)
        clock = self.to_clock(" ".join(words), at)
        if clock or first in ACT_WORDS:
            return clock
        if not rest and any(each.id == first for each in moments.openings):
            return self._item(first, at)
        return self._name(" ".join(words), at)

    def _turn(self, number: int) -> Going:
        turns = self.moments.turns
        if not 1 <= number <= len(turns):
            return Going(None, self._say("replay.no_turn", number=number, count=len(turns)))
        return Going(turns[number - 1].at)

    def _item(self, id_: str, at: datetime) -> Going:
        times = [each.at for each in self.moments.openings if each.id == id_]
        if not times:
            return Going(None, self._say("replay.no_item", item=id_))
        landed, number = _next_of(times, at)
        if len(times) == 1:
            return Going(landed, self._say("replay.item_opened", item=id_))
        told = self._say("replay.item_opened_again", item=id_, number=number, count=len(times))
        return Going(landed, told)

    def _name(self, typed: str, at: datetime) -> Going | None:
        """To the next turn of a delegation, after its last to its first."""
        spoke = dict.fromkeys(each.delegation for each in self.moments.turns)
        exact = self.directory.exact(typed)
        if exact is not None and exact.code not in spoke:
            name = self.directory.name(exact.code, self.language)
            return Going(None, self._say("replay.never_spoke", name=name))
        codes = [exact.code] if exact else self._starting(typed, list(spoke))
        if not codes:
            return None
        if len(codes) > 1:
            names = ", ".join(self.directory.name(each, self.language) for each in codes[:6])
            return Going(None, self._say("replay.which_one", names=names))
        name = self.directory.name(codes[0], self.language)
        turns = [each for each in self.moments.turns if each.delegation == codes[0]]
        landed, number = _next_of([each.at for each in turns], at)
        params: dict[str, str | int] = {"name": name, "number": number, "count": len(turns)}
        key = "replay.of_several" if len(turns) > 1 else "replay.spoke_once"
        return Going(
            landed, self._say(key, times=self.times([each.at for each in turns]), **params)
        )

    def _starting(self, typed: str, spoke: list[str]) -> list[str]:
        """Those who spoke and have a code or name that begins so."""
        if len(typed) < 2 and typed.isascii():
            return []
        known = {each.code for each in self.directory.starting(typed)}
        begun = fold(typed)
        return [each for each in spoke if each in known or fold(each).startswith(begun)]

    def times(self, instants: Sequence[datetime]) -> str:
        """Some instants as one reads them: `10:42, 11:40`."""
        local = (each.astimezone(self.moments.zone) for each in instants)
        return self._say("replay.comma").join(map(local_text, local))

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)


def _next_of(times: list[datetime], at: datetime) -> tuple[datetime, int]:
    """The first time after `at`, or the first of all, and which of them it is, from 1."""
    number = next((n for n, each in enumerate(times) if each > at), 0)
    return times[number], number + 1
