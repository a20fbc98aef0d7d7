"""How many is "some": the table of words a report counts with, as a session has it.

There is no official convention, so the table may be replaced; "all" is never among its words.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from meeting_tui.meeting.declared import CORRECTIONS, Act, Happening, Seat, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import BAND_WORDS, DEFAULT_BANDS, Bands
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import Fields, Part, said
from meeting_tui.meeting.tokens import LONGEST_NUMBER
from meeting_tui.patterns import late_pattern

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class SetBands(Command, frozen=True):
    """The words for how many; None: those the program has."""

    words: tuple[tuple[str, int], ...] | None
    has_most: bool = True


class BandsSet(Event, frozen=True):
    """From how many delegations on the report says which word."""

    name = "bands_set"
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
    state.keep_correction(entry, "bands", "", bands_line(before), bands_line(state.bands))


def _told(teller: Teller, event: BandsSet) -> str:
    told = [f"{word}={n}" for word, n in zip(event.words, event.at_least, strict=True)]
    most = "most=half" if event.has_most else "most=never"
    return teller.say("corrections.bands", bands=" ".join([*told, most]))


HAPPENINGS = (Happening(BandsSet, on_bands, _told, (CORRECTIONS,), corrects=True),)


_BAND = late_pattern(r"([a-z]+)[=＝](\w+)")
_MOST = {"half": True, "never": False}


def _typed(reader: Reader) -> Fields | Refusal:
    """`one=1 few=2 ... [most=half|never]`, or `default`."""
    if said(reader, "default"):
        return {"words": None}
    found: dict[str, str] = {}
    while (token := reader.peek()) is not None:
        match = _BAND.fullmatch(token.word)
        if match is None or match[1] in found:
            return _no_band(token.text)
        found[match[1]] = match[2]
        reader.take()
    has_most = _MOST.get(found.pop("most", "half"))
    if has_most is None:
        return _no_band("most")
    if not found:
        return refuse("band_missing", words=", ".join(BAND_WORDS))
    for word, least in found.items():
        is_number = least.isdecimal() and len(least) <= LONGEST_NUMBER and int(least) > 0
        if word not in BAND_WORDS or not is_number:
            return _no_band(f"{word}={least}")
    return {"words": tuple((w, int(least)) for w, least in found.items()), "has_most": has_most}


def _no_band(found: str) -> Refusal:
    return refuse("no_such_band", found=found, words=", ".join(BAND_WORDS))


ACTS = (
    Act(
        "bands",
        "record",
        {SetBands: set_bands},
        (Part("WORD=N [WORD=N ...]|default", _typed),),
        When.EVER,
        Seat.NOTES,
        events=(BandsSet,),
    ),
)
