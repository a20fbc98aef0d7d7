"""Real debates, turn by turn: what the study of the timekeeper is made on.

Read from the samples beside the checkout; nothing of them is kept. A debate is a run of turns of
others than the chair on one matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from benchmarks.days import AGENDA, SCRIPT
from benchmarks.terminal import CHECKOUT
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.meeting.state import MeetingState
from tests.meeting.room import Room
from tests.replay.hansard import Turn, read_hansard
from tests.replay.irc_meeting import ChatMeeting, read_messages

SAMPLES = CHECKOUT.parent / "shared" / "samples" / "meetings"
COUNCIL = SAMPLES / "council-magdeburg" / "sittings.json"
UNKNOWN_LIMIT = 300
"""Seconds a turn is counted with where the body's limit is unknown."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn: when it began and ended (seconds, from any instant) and what it was."""

    begins: float
    ends: float
    limit_seconds: int = UNKNOWN_LIMIT
    kind: str = "statement"
    tier: str = "everybody"
    used_seconds: float | None = None
    """Without the pauses in it; None where there were none."""
    asks: float | None = None
    """When they asked for the floor; None where that is not known."""

    @property
    def used(self) -> float:
        """Seconds spoken."""
        return self.ends - self.begins if self.used_seconds is None else self.used_seconds


Debate = tuple[Spoken, ...]
Sitting = tuple[Debate, ...]
"""The debates of one meeting, in the order held."""


def gaps(debate: Debate) -> list[float]:
    """The seconds between its turns."""
    return [after.begins - before.ends for before, after in pairwise(debate)]


def council(path: Path = COUNCIL) -> list[Sitting]:
    """The sittings of a city council; a vote ends a debate.

    A sitting without votes is left out (there is one, of 177 turns): nothing says where one debate
    ends and the next begins, and all of it would count as one.
    """
    return [
        tuple(_up_to_votes(held["turns"], sorted(vote[0] for vote in held["votes"])))
        for held in json.loads(path.read_text(encoding="utf-8"))["sittings"]
        if held["votes"]
    ]


def _up_to_votes(turns: Sequence[Sequence[int]], votes: Sequence[int]) -> Iterator[Debate]:
    others = sorted((turn[1], turn[1] + turn[2]) for turn in turns if not turn[3])
    for _, run in groupby(others, key=lambda turn: sum(vote <= turn[0] for vote in votes)):
        yield tuple(Spoken(begins, ends) for begins, ends in run)


def group_calls() -> list[Sitting]:
    """Four calls of a W3C group, held again from their chat; a topic is a debate."""
    paths = sorted((SAMPLES / "w3c-ccg-irc").glob("*.log"))
    return [_debates_of(ChatMeeting(read_messages(path)).hold().meeting.state) for path in paths]


def house() -> list[Sitting]:
    """Two sittings of the Canadian House of Commons; a subject is a debate.

    Its clock stands on a grid of five minutes; between two of its times the turns are laid by the
    number of their words, the Chair's among them.
    """
    names = ("44-1-303-en.xml", "42-1-2-en.xml")
    return [tuple(_subjects(read_hansard(SAMPLES / "hansard-ca" / name))) for name in names]


def _subjects(turns: Sequence[Turn]) -> Iterator[Debate]:
    times = _by_words(turns)
    run: list[Spoken] = []
    for turn, begins, ends in times:
        if turn.sort != "speech":
            yield tuple(run)
            run = []
        elif not turn.is_chair and ends > begins:
            run.append(Spoken(begins, ends))
    yield tuple(run)


def _by_words(turns: Sequence[Turn]) -> Iterator[tuple[Turn, float, float]]:
    blocks = [(at, list(block)) for at, block in groupby(turns, key=lambda turn: turn.at)]
    for (at, block), (until, _) in pairwise(blocks):
        begins, words = at.timestamp(), sum(_words(turn) for turn in block) or 1
        for turn in block:
            ends = begins + (until - at).total_seconds() * _words(turn) / words
            yield turn, begins, ends
            begins = ends


def _words(turn: Turn) -> int:
    return len(turn.text.split()) if turn.sort == "speech" else 0


def _debates_of(state: MeetingState, limit: int | None = UNKNOWN_LIMIT) -> Sitting:
    """What was said in a meeting of ours; a segment, or an item without, is a debate."""
    said = list(state.interventions.values())
    return tuple(
        tuple(
            Spoken(
                each.given_at.timestamp(),
                each.yielded_at.timestamp(),
                limit or each.limit_seconds or UNKNOWN_LIMIT,
                state.asked_by(each).kind if limit is None else "statement",
                state.asked_by(each).tier if limit is None else "everybody",
                each.used_seconds(each.yielded_at),
                state.asked_by(each).inscribed_at.timestamp(),
            )
            for each in run
            if each.yielded_at is not None
        )
        for _, run in groupby(said, key=lambda each: (each.item, each.segment))
    )


def full_day() -> list[Sitting]:
    """The day of `tests/scripts`, with its own limits, kinds of speech and tiers."""
    room = Room(load_agenda(AGENDA))
    for row in SCRIPT.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            clock, _, line = row.partition(" ")
            room.at(clock).do(line)
    return [_debates_of(room.state, None)]
