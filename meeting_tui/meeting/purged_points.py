"""What a purge leaves in memory: no word of the point, and that it was.

Whoever keeps the log removes the text from what is stored; here it goes from what is remembered.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from meeting_tui.meeting.declared import CORRECTIONS, NOTES, Happening, Teller
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.item_notes import taken_out
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted
from meeting_tui.meeting.state import MeetingState

PEOPLES_TEXTS = ("text", "ruling", "reason", "about")
"""Fields of events that hold what people typed freely."""


SomeEvent = TypeVar("SomeEvent", bound=Event)


class PointPurged(Event, frozen=True):
    """What a point off the record said was removed for good."""

    name = "point_purged"
    point: str
    intervention: str
    redacted: tuple[int, ...] = ()
    """Numbers of the entries whose text went; filled in by whoever keeps the log."""
    seals: tuple[str, ...] = ()
    """For each of them the hash that what is left of it has behind the entry before it."""
    others: tuple[str, ...] | None = None
    """Ids of entries that are of no point and say the same: their text goes with it."""


def silenced(event: SomeEvent) -> SomeEvent:
    """What is left of an event of no point that said what was purged: that it was."""
    said = [name for name in PEOPLES_TEXTS if isinstance(getattr(event, name, None), str)]
    return replace(event, **dict.fromkeys(said, "")) if said else event


def without_text(event: SomeEvent, point: str) -> SomeEvent:
    """What is left of an event when its point is purged: that it was, and no word of it.

    The kind and the id of a proposal stay, as ids are counted by them; events of other points, and
    of no point, are left as they are.
    """
    if isinstance(event, ItemNoted) and event.point == point:
        return replace(event, text="", questions=(), audience="off-record", topics=())
    if isinstance(event, PointNoted | PointCorrected) and event.point == point:
        return replace(
            event,
            text="",
            questions=(),
            stance="none",
            audience="off-record",
            not_asked=(),
            topics=(),
            proposals=(),
            stance_on=None,
        )
    return event


def on_purged(state: MeetingState, event: PointPurged, entry: Entry) -> None:
    """The point is no more, nor what its corrections say; that it was is among the corrections."""
    if noted(state, event.point):
        taken_out(state, event.point)
    state.struck.pop(event.point, None)
    state.corrections[:] = [
        replace(each, before="", after="")
        if each.what in ("point", "strike") and each.subject == event.point
        else each
        for each in state.corrections
    ]
    state.keep_correction(entry, "purge", event.point, event.intervention, "")


def purged(entries: list[Entry], event: PointPurged) -> None:
    """Let no entry of the list say what that point said."""
    others = event.others or ()
    for n, each in enumerate(entries):
        left = silenced(each.event) if each.id in others else without_text(each.event, event.point)
        if left is not each.event:
            entries[n] = replace(each, event=left)


def _told(teller: Teller, event: PointPurged) -> str:
    number = teller.number(event.intervention)
    return teller.say("corrections.purged", point=event.point, number=number)


HAPPENINGS = (Happening(PointPurged, on_purged, _told, (NOTES, CORRECTIONS), corrects=True),)
