"""A room in which a recorded meeting is held again: lines of the command language go in, in time.

What was applied and what was refused, with its code, is counted; nothing is thrown away.
`no_loose_end` holds what must be true of any meeting once it is adjourned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from meeting_tui.agenda.model import Agenda, Item, Segment, Sitting, Words
from meeting_tui.agenda.presets import load_rules
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.intake import Seat, mint, started
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.floor import FloorYielded
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.leaving import FoundAbsent, NotReached, TextHandedIn, Withdrawn
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.waiting_order import waiting

NOBODY_KNOWN = Directory(())
"""For meetings of people: a nickname such as `kaz` is nobody's code there."""

_ENDS = (Withdrawn, FoundAbsent, TextHandedIn, NotReached)
_OUTCOMES = {"spoke", "withdrew", "absent", "not_reached", "text_only"}


class Room:
    """One meeting held again under the flat rules, and the account of what came of each line."""

    def __init__(self, agenda: Agenda, directory: Directory = NOBODY_KNOWN) -> None:
        rules = load_rules("flat")
        self.lexicon = Lexicon(agenda, rules, directory)
        self.seat = Seat()
        first = started("replay", agenda, rules, agenda.sittings[0].start, self.seat)
        self.meeting = Meeting(first)
        self.applied: Counter[str] = Counter()
        """First words of the lines that took effect; `floor!` where it was insisted on."""
        self.refused: Counter[str] = Counter()
        """`word code` of the lines that were refused."""

    def do(self, line: str, at: datetime) -> Refusal | None:
        """Let one line take effect at an instant (UTC); the refusal when it may not."""
        word = line.split()[0] + ("!" if line.endswith('"!') else "")
        command = read_line(line, self.lexicon)
        outcome = command if isinstance(command, Refusal) else decide(self.meeting, command, at)
        if isinstance(outcome, Refusal):
            self.refused[f"{word} {outcome.code}"] += 1
            return outcome
        for entry in mint(self.meeting.last.seq, outcome, at, at, self.seat):
            self.meeting.apply(entry)
        self.applied[word] += 1
        return None

    def must(self, line: str, at: datetime) -> None:
        """Let a line take effect that nothing stands against."""
        refusal = self.do(line, at)
        assert refusal is None, f"{line}: {refusal}"

    @property
    def names_waiting(self) -> list[str]:
        """Who waits on the open item, in the order `next` follows."""
        return [each.name for each in waiting(self.meeting.state)]

    @property
    def name_speaking(self) -> str | None:
        """Who has the floor."""
        state = self.meeting.state
        speaking = state.speaking()
        return state.asked_by(speaking).name if speaking else None

    def spoken(self, until: datetime) -> list[tuple[str, float]]:
        """Every intervention in the order given: name and seconds spoken."""
        state = self.meeting.state
        return [
            (state.asked_by(each).name, each.used_seconds(until))
            for each in state.interventions.values()
        ]

    def no_loose_end(self) -> None:
        """Every inscription has ended once, and the log alone gives the same meeting."""
        state = self.meeting.state
        assert state.phase == "adjourned"
        ends: Counter[str] = Counter()
        for entry in self.meeting.entries:
            if isinstance(entry.event, FloorYielded):
                ends[state.interventions[entry.event.intervention].inscription] += 1
            elif isinstance(entry.event, _ENDS):
                ends[entry.event.inscription] += 1
        assert ends == Counter(dict.fromkeys(state.inscriptions, 1))
        assert {each.outcome for each in state.inscriptions.values()} <= _OUTCOMES
        assert not any(state.lists.values())
        assert not state.pending_order
        assert replay(self.meeting.entries).state == state


def plan(
    items: Sequence[tuple[str, str, Sequence[tuple[str, str]]]], start: datetime, end: datetime
) -> Agenda:
    """An agenda of one sitting (UTC) from items with their segments, each as id and title."""
    return Agenda(
        id="replay",
        title=Words(en="A meeting held again"),
        body=Words(en="Replay"),
        short_title=Words(en="Replay"),
        date=start.date(),
        zone="UTC",
        rules="flat",
        sittings=(Sitting(id="s1", start=start, end=end + timedelta(minutes=1)),),
        items=tuple(
            Item(
                id=item,
                title=Words(en=title),
                kind="discussion",
                minutes=0,
                segments=tuple(
                    Segment(id=each, title=Words(en=named), kind="discussion")
                    for each, named in segments
                ),
            )
            for item, title, segments in items
        ),
    )
