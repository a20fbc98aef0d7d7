"""A visit to a session for a moment: from the shell, without a screen and without a thread.

Each line is durable before its outcome is told; on leaving, `session.toml` is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.clock import Clock
from meeting_tui.desk.elsewhere import refuse_moved
from meeting_tui.desk.exporting import write_session_toml
from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.desk.limit_fit import Suggestion, fit_limit, limit_fit_asked
from meeting_tui.desk.opening import (
    NothingKept,
    clock_for,
    losses_of,
    note_left_open,
    note_losses,
    nothing_kept,
)
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.purging import drafts_left
from meeting_tui.desk.received_texts import TextFolder
from meeting_tui.desk.seats import Role, take_place
from meeting_tui.desk.sessions import SessionFolder, write_mending
from meeting_tui.errors import ConflictError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.session_log.acknowledged import HeadTrouble
from meeting_tui.session_log.salvage import Salvaged
from meeting_tui.session_log.store import PurgeOwed, SessionLog
from meeting_tui.views.look import Look
from meeting_tui.words import say


class Visitor(Struct):
    """An intake with its log and clock."""

    intake: Intake
    log: SessionLog
    clock: Clock
    language: str
    mended: Salvaged | None = None
    """What was got back of a damaged log, if it was damaged."""
    folder: SessionFolder | None = None
    owed: PurgeOwed | None = None
    """Why what was purged still stands in the files, if it does."""
    head_trouble: HeadTrouble | None = None
    """What was wrong with `log.head`, if anything was."""

    def do(self, line: str) -> tuple[Entry, ...] | Refusal:
        """Do what a line says, now; durable when this returns."""
        at = self.clock.now()
        self.catch_up()
        while True:
            outcome = self.intake.propose(line, at)
            if isinstance(outcome, Refusal):
                return outcome
            self.owed = None
            try:
                self.log.append(outcome, self.intake.meeting.last.seq)
            except PurgeOwed as fault:
                self.owed = fault
            except ConflictError:
                if not self.catch_up():
                    raise
                continue
            self.intake.accept(outcome)
            return outcome

    def catch_up(self) -> bool:
        """Let take effect what others entered since; whether they entered anything."""
        newer = tuple(self.log.read(self.intake.meeting.last.seq))
        self.intake.accept(newer)
        return bool(newer)

    def suggest(self, line: str) -> Suggestion | None:
        """What `limit fit HH:MM` suggests, changing nothing; None for any other line."""
        clock = limit_fit_asked(line)
        if clock is None:
            return None
        intake = self.intake
        look = Look.of(intake.meeting.state, self.clock.now(), intake.directory, self.language)
        return fit_limit(look, clock)

    def tell(self, entries: tuple[Entry, ...]) -> str:
        """What the newest act was, in one line, and in others what a purge could not reach."""
        told = [tell_newest(self.intake.meeting, entries, self.language, self.name_of)]
        if self.folder and any(isinstance(each.event, PointPurged) for each in entries):
            left = tuple(str(path) for path in drafts_left(self.folder.path))
            told += [say("purge.drafts_left", self.language, paths=left)] if left else []
        told += [say("purge.owed", self.language, why=self.owed.why)] if self.owed else []
        return "\n".join(told)

    def name_of(self, delegation: str) -> str:
        """A delegation's name in the reader's language."""
        directory: Directory = self.intake.directory
        return directory.name(delegation, self.language)


@contextmanager
def visit(folder: SessionFolder, seat: Seat, language: str) -> Iterator[Visitor]:
    """A seat at a session until the block ends, for who runs the floor unless of another role.

    Others may be at it, before and meanwhile; `session.toml` is then left to them. Raises
    SessionBusy while somebody has it alone, SessionMoved where it went on in another folder,
    NothingKept where it holds no event.
    """
    refuse_moved(folder.path)
    role: Role = seat.role if seat.role in ("notes", "view") else "shell"
    place = take_place(folder.path, role, seat.hand, seat.name, is_passing=True)
    seat = replace(seat, desk=place.present.desk, role=role)
    try:
        with _visit(folder, seat, language) as visitor:
            yield visitor
    finally:
        place.leave()


@contextmanager
def _visit(folder: SessionFolder, seat: Seat, language: str) -> Iterator[Visitor]:
    log, mended = write_mending(folder, seat.desk)
    try:
        if not log.head().seq:
            raise NothingKept(nothing_kept(folder, mended))
        is_first, end = log.is_alone, log.head().seq
        meeting = replay(each for each in log.read() if is_first or each.seq <= end)
        intake = Intake(meeting, directory_of(folder.path), seat, texts=TextFolder(folder.path))
        clock = clock_for(meeting, None, folder.path, is_first=is_first)
        if is_first:
            losses = losses_of(meeting, end, log.lacks, mended)
            note_losses(intake, losses, end, clock.now(), lambda entries: log.append(entries, end))
            note_left_open(intake, clock, lambda entries: log.append(entries, meeting.last.seq))
        log.share()
        trouble = log.head_trouble
        yield Visitor(intake, log, clock, language, mended, folder, head_trouble=trouble)
        if log.is_last():
            write_session_toml(folder, log)
    finally:
        log.close()
