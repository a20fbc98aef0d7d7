"""What `find` shows of the record: words of the told line, or one sort of event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.meeting.attributions import InterventionAttributed, PointFiled, TimesCorrected
from meeting_tui.meeting.clock_gaps import GapCounted, GapDiscounted
from meeting_tui.meeting.decisions import DecisionTaken, DocumentReceived
from meeting_tui.meeting.entry import ActRedone, ActUndone, Event
from meeting_tui.meeting.floor import FloorContinued, FloorGiven, FloorPaused, FloorYielded
from meeting_tui.meeting.happenings import (
    CORRECTION_EVENTS,
    DETAIL_EVENTS,
    NOTED_ANEW,
    POINT_EVENTS,
    SCHEDULE_EVENTS,
)
from meeting_tui.meeting.leaving import FoundAbsent, NotReached, TextHandedIn, Withdrawn
from meeting_tui.meeting.limits import LimitExtended, LimitSet
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, LossesSeen
from meeting_tui.meeting.names import DelegationIdentified, GroupIdentified
from meeting_tui.meeting.notes import PointCorrected, PointNoted
from meeting_tui.meeting.point_of_order import (
    PointOfOrderLapsed,
    PointOfOrderRaised,
    PointOfOrderRuled,
)
from meeting_tui.meeting.presiding import ChairTaken
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.speakers_list import Inscribed, ListClosed, ListOpened, Moved, Swapped
from meeting_tui.meeting.striking import InterventionStruck
from meeting_tui.meeting.turn_times import BeginningCorrected
from meeting_tui.text import fold
from meeting_tui.views.columns import Row
from meeting_tui.views.record import RecordBook, RecordRow

CORRECTIONS = "/corrections"

SORTS: dict[str, tuple[type[Event], ...]] = {
    "/notes": (
        PointNoted,
        PointCorrected,
        PointFiled,
        PointPurged,
        *POINT_EVENTS,
        DocumentReceived,
        *DETAIL_EVENTS,
    ),
    "/floor": (
        FloorGiven,
        FloorYielded,
        FloorPaused,
        FloorContinued,
        LimitSet,
        LimitExtended,
        PointOfOrderRaised,
        PointOfOrderRuled,
        PointOfOrderLapsed,
        ChairTaken,
        GapDiscounted,
        GapCounted,
        InterventionAttributed,
        TimesCorrected,
        BeginningCorrected,
        InterventionStruck,
    ),
    "/list": (
        Inscribed,
        Withdrawn,
        FoundAbsent,
        TextHandedIn,
        NotReached,
        Moved,
        Swapped,
        ListOpened,
        ListClosed,
        DelegationIdentified,
        GroupIdentified,
    ),
    "/decisions": (DecisionTaken,),
    "/schedule": SCHEDULE_EVENTS,
    CORRECTIONS: (
        *(each for each in CORRECTION_EVENTS if each not in NOTED_ANEW),
        PointCorrected,
        DelegationIdentified,
        GroupIdentified,
        GapDiscounted,
        GapCounted,
        EventsLost,
        EventsSetApart,
        LossesSeen,
        ActUndone,
        ActRedone,
    ),
}


class RecordFilter(Struct, frozen=True):
    """Words that must all be in the line, and the sort of event it must be."""

    typed: str = ""
    words: tuple[str, ...] = ()
    """Folded."""
    sort: str = ""

    def fits(self, book: RecordBook, row: Row[RecordRow]) -> bool:
        """Whether a row of the book is shown."""
        if self.sort:
            entry = book.entry(row.key)
            event = entry.event if entry else None
            is_marked = self.sort == CORRECTIONS and bool(row.content.mark)
            if not is_marked and not isinstance(event, SORTS[self.sort]):
                return False
        if not self.words:
            return True
        told = fold(f"{row.content.word} {row.content.told}")
        return all(word in told for word in self.words)

    def shown(self, book: RecordBook) -> Sequence[Row[RecordRow]]:
        """The rows that fit."""
        if not self.words and not self.sort:
            return book.rows
        return [row for row in book.rows if self.fits(book, row)]


def read_filter(typed: str) -> RecordFilter | str:
    """The filter that stands behind `find`; a sort that does not exist is given back as typed."""
    words: list[str] = []
    sort = ""
    for word in typed.split():
        if not word.startswith("/"):
            words.append(fold(word))
            continue
        found = [each for each in SORTS if each.startswith(word.casefold())]
        if len(word) == 1 or not found:
            return word
        sort = found[0]
    return RecordFilter(typed, tuple(words), sort)
