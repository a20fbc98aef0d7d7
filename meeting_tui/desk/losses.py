"""What of a log is lost is noted in it when the session is opened, and told until it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from meeting_tui.desk.left_open import Keep
from meeting_tui.desk.minting import mint
from meeting_tui.desk.table import Table
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.losses import EventsLost, found_lost, unseen
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.records import Loss
from meeting_tui.meeting.telling import tell
from meeting_tui.session_log.acknowledged import Acknowledged
from meeting_tui.words import say

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged


def losses_of(
    meeting: Meeting, end: int, lacks: Acknowledged | None, mended: Salvaged | None
) -> tuple[Event, ...]:
    """What the log is to say of its losses and does not say yet.

    `end`: number of the last event there was. `lacks`: what was acknowledged last, where the log
    has it not.
    """
    aside = mended.database or mended.toml if mended else None
    file = aside.path.name if aside and aside.path else None
    until = lacks.at if lacks and lacks.seq == end else None
    entries = meeting.entries
    found = found_lost(entries, meeting.apart, end, until, file)
    if lacks and any(each.seq == lacks.seq for each in entries):
        event = EventsLost(lacks.seq, lacks.seq, None, lacks.at, file, replaced=True)
        if all(each.event != event for each in entries):
            return (event, *found)
    return found


def note_losses(table: Table, losses: Sequence[Event], end: int, now: datetime, keep: Keep) -> None:
    """Have the losses noted in the log, behind the number of the last event there was."""
    if losses:
        entries: tuple[Entry, ...] = mint(end, losses, now, now, table.seat)
        keep(entries)
        table.accept(entries)


def losses_told(meeting: Meeting, language: str) -> Iterator[str]:
    """What is lost and nobody has said yet that it is seen; then what can be done."""
    new = unseen(meeting.state)
    yield from each_told(meeting, new, language)
    if new:
        yield say("shell.lost_what_now", language)


def each_told(meeting: Meeting, losses: Iterable[Loss], language: str) -> Iterator[str]:
    """Losses in a sentence each, with the file in which the damaged log is kept."""
    entries = {each.seq: each for each in meeting.entries}
    for each in losses:
        told = tell(meeting.state, entries[each.seq], language, str)
        key = "shell.lost_kept" if each.file else "shell.lost"
        yield say(key, language, told=told, file=each.file)
