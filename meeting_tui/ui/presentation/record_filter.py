"""What `find` shows of the record: words of the told line, or one sort of event."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.meeting import events as happened
from meeting_tui.meeting.correction_events import CORRECTION_EVENTS, NOTED_ANEW
from meeting_tui.meeting.detail_events import DETAIL_EVENTS
from meeting_tui.meeting.events import Event
from meeting_tui.meeting.point_events import POINT_EVENTS
from meeting_tui.meeting.schedule_events import SCHEDULE_EVENTS
from meeting_tui.record import record
from meeting_tui.text import fold
from meeting_tui.ui.presentation.record import RecordBook, RecordRow
from meeting_tui.ui.widgets.line_list import Row

CORRECTIONS = "/corrections"

SORTS: dict[str, tuple[type[Event], ...]] = {
    "/notes": (
        happened.PointNoted,
        happened.PointCorrected,
        happened.PointFiled,
        happened.PointPurged,
        *POINT_EVENTS,
        happened.DocumentReceived,
        *DETAIL_EVENTS,
    ),
    "/floor": (
        happened.FloorGiven,
        happened.FloorYielded,
        happened.FloorPaused,
        happened.FloorContinued,
        happened.LimitSet,
        happened.LimitExtended,
        happened.PointOfOrderRaised,
        happened.PointOfOrderRuled,
        happened.PointOfOrderLapsed,
        happened.ChairTaken,
        happened.GapDiscounted,
        happened.GapCounted,
        happened.InterventionAttributed,
        happened.TimesCorrected,
        happened.BeginningCorrected,
        happened.InterventionStruck,
    ),
    "/list": (
        happened.Inscribed,
        happened.Withdrawn,
        happened.FoundAbsent,
        happened.TextHandedIn,
        happened.NotReached,
        happened.Moved,
        happened.Swapped,
        happened.ListOpened,
        happened.ListClosed,
        happened.DelegationIdentified,
        happened.GroupIdentified,
    ),
    "/decisions": (happened.DecisionTaken,),
    "/schedule": SCHEDULE_EVENTS,
    CORRECTIONS: (
        *(each for each in CORRECTION_EVENTS if each not in NOTED_ANEW),
        happened.PointCorrected,
        happened.DelegationIdentified,
        happened.GroupIdentified,
        happened.GapDiscounted,
        happened.GapCounted,
        happened.EventsLost,
        happened.EventsSetApart,
        happened.LossesSeen,
        happened.ActUndone,
        happened.ActRedone,
    ),
}


@record
class RecordFilter:
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
