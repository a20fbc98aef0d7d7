"""How many is "some": the table of words a report counts with, as a session has it.

There is no official convention, so the table may be replaced; "all" is never among its words.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from meeting_tui.meeting.declared import CORRECTIONS, Happening
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.records import BAND_WORDS, DEFAULT_BANDS, Bands, Correction
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.teller import Teller


class SetBands(Command, frozen=True):
    """The words for how many; None: those the program has."""

    words: tuple[tuple[str, int], ...] | None
    has_most: bool = True


class BandsSet(Event, frozen=True):
    """From how many delegations on the report says which word."""

    name: ClassVar[str] = "bands_set"
    words: tuple[str, ...]
    at_least: tuple[int, ...]
    """As many, ascending."""
    has_most: bool = True
    """Whether more than half of those who spoke on a point are "most"."""


def bands_line(bands: Bands) -> str:
    """The table as it would be typed: `one=1 few=2 some=4 several=7 many=11 most=half`."""
    told = [f"{word}={least}" for word, least in bands.words]
    return " ".join([*told, "most=half" if bands.has_most else "most=never"])


def set_bands(state: MeetingState, command: SetBands, now: datetime) -> tuple[Event, ...] | Refusal:
    """Replace the table, or restore the one the program has."""
    table = DEFAULT_BANDS if command.words is None else Bands(command.words, command.has_most)
    words, numbers = [word for word, _ in table.words], [least for _, least in table.words]
    rank = [BAND_WORDS.index(word) for word in words]
    is_ascending = all(a < b for values in (rank, numbers) for a, b in pairwise(values))
    if not is_ascending:
        return refuse("bands_not_ascending", words=", ".join(BAND_WORDS))
    if numbers[:1] != [1]:
        return refuse("bands_from_one")
    if table == state.bands:
        return refuse("bands_are_so", bands=bands_line(table))
    return (BandsSet(tuple(words), tuple(numbers), table.has_most),)


def on_bands(state: MeetingState, event: BandsSet, entry: Entry) -> None:
    """The report counts with these words; the table before is among the corrections."""
    before = state.bands
    pairs = tuple(zip(event.words, event.at_least, strict=True))
    state.bands = Bands(pairs, event.has_most)
    state.corrections.append(
        Correction(
            at=entry.at,
            author=entry.hand,
            what="bands",
            subject="",
            before=bands_line(before),
            after=bands_line(state.bands),
        )
    )


def _told(teller: Teller, event: BandsSet) -> str:
    told = [f"{word}={n}" for word, n in zip(event.words, event.at_least, strict=True)]
    most = "most=half" if event.has_most else "most=never"
    return teller.say("corrections.bands", bands=" ".join([*told, most]))


HAPPENINGS = (Happening(BandsSet, on_bands, _told, (CORRECTIONS,), corrects=True),)
