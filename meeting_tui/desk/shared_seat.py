"""Sitting down at a meeting that is on a server, with a copy of it in a folder of one's own.

Who somebody is, and what they may do, the server says; it is kept beside the copy, so that the seat
can be taken while the server does not answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct
from msgspec.json import decode, encode
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.desk.clock import THIS, TOLERANCE_SECONDS, Machine, ServerTime
from meeting_tui.desk.elsewhere import COPY_OF
from meeting_tui.desk.intake import Seat, started
from meeting_tui.desk.opening import Opened, Restored
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.seats import DESKS, Company, Place, Present, Role, take_place
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.shared_log import Outbox, SharedLog, send_left
from meeting_tui.desk.sharing import pull
from meeting_tui.desk.typed_drafts import own_drafts
from meeting_tui.desk.writer import Writer
from meeting_tui.errors import MeetingTuiError, SessionError
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.spans import clock_text
from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.session_log.files import legal_name, write_atomic
from meeting_tui.session_log.postgres import (
    Attendance,
    PostgresLog,
    adopt,
    open_postgres,
    server_time,
)
from meeting_tui.session_log.postgres_roles import Person, me, meetings
from meeting_tui.session_log.postgres_server import NotAllowed, Server, Unreachable
from meeting_tui.session_log.store import EMPTY, chained
from meeting_tui.words import Sentence

_LONGEST_LOGIN = 24
"""Of a login in the name of its desk, which is seen on the server with the meeting's number."""
_LOOK_SECONDS = 2.0
"""So often the server is asked who is there, and what time it is."""
_TIMES_ASKED = 3
"""So often it is asked for the time at first, as one answer may be long on its way."""
_MAY: dict[str, tuple[Role, ...]] = {
    "officer": ("floor", "notes", "view"),
    "note_taker": ("notes", "view"),
    "viewer": ("view",),
}


class SharedCompany(Company):
    """Who else is at the meeting, on whatever computer, as the server said last."""

    is_bound = True

    def __init__(
        self, place: Place, attendance: Attendance, time: ServerTime, *, is_reached: bool
    ) -> None:
        self._attendance = attendance
        self.time = time
        self._found: tuple[Present, ...] = ()
        self._heard: dict[str, Present] = {}
        """Who entered something since the server was asked: they sat down a moment ago."""
        self._is_over = Event()
        super().__init__(place)
        if is_reached:
            for _ in range(_TIMES_ASKED):
                self._ask_time()
            self._ask()
            self.look()
        Thread(target=self._keep_asking, name="seats", daemon=True).start()

    def find(self) -> None:
        """Take what the server said last, and who was heard from since; nobody waits for it."""
        known, own = {each.desk for each in self._found}, self._place and self._place.present.desk
        heard = (each for each in tuple(self._heard.values()) if each.desk not in {*known, own})
        self.others = (*self._found, *heard)

    def heard_from(self, desk: str, hand: str) -> None:
        """Somebody is there whom the server may not have named yet."""
        roles = (role for role, name in DESKS.items() if f"{desk}-".startswith(f"{name}-"))
        self._heard[desk] = Present(desk, next(roles, "floor"), hand)

    def leave(self) -> None:
        """Let the seat go, here and on the server."""
        self._is_over.set()
        super().leave()

    def _keep_asking(self) -> None:
        while not self._is_over.wait(_LOOK_SECONDS):
            self._ask()
            self._ask_time()
        self._attendance.close()

    def _ask(self) -> None:
        """Ask the server; while it does not answer, those who were there are taken to be."""
        heard = tuple(self._heard)
        with suppress(MeetingTuiError):
            self._found = tuple(
                Present(desk, role, hand)
                for desk, role, hand in self._attendance.others()
                if role in DESKS
            )
            for desk in heard:
                self._heard.pop(desk, None)

    def _ask_time(self) -> None:
        elapsed = self.time.machine.elapsed
        with suppress(MeetingTuiError):
            asked_at = elapsed()
            said = self._attendance.time()
            self.time.heard(said, asked_at, elapsed())


class SharedSeat(Struct, frozen=True):
    """A seat that was taken at a meeting on a server."""

    opened: Opened
    seat: Seat
    is_reached: bool
    """Whether the server answered."""
    sent: int = 0
    """Entries left from before that were sent now."""
    aside: Path | None = None
    """Where those are that could not be sent, as others were first."""


def open_shared(
    server: Server, meeting: str, sessions: Path, seat: Seat, role: Role, machine: Machine = THIS
) -> SharedSeat:
    """Take a seat at that meeting; its copy is the session of the same name.

    Where the server does not answer, the copy is gone on with, if there is one. Raises
    Unreachable, NotConnected, SessionError for a role that is not this person's, and as `pull`.
    """
    folder = SessionFolder(sessions / legal_name(meeting))
    sent, aside = 0, None
    try:
        person = me(server)
        pull(server, meeting, sessions)
        sent, aside = _send_left(server, meeting, folder)
        is_reached = True
        _keep(folder, person)
    except Unreachable:
        kept = _kept(folder)
        if kept is None:
            raise
        person, is_reached = kept, False
    if role not in _MAY.get(person.right or "", ()):
        raise SessionError(Sentence("shared_fault.not_your_role", role=role))
    of = re.sub(r"[^A-Za-z0-9_.-]", "_", person.login)[:_LONGEST_LOGIN]
    place = take_place(folder.path, role, person.hand, seat.name, of=of)
    try:
        opened = _opened(server, meeting, folder, place, machine, is_reached=is_reached)
    except BaseException:
        place.leave()
        raise
    told = tuple(_told(opened, sent, aside, is_reached=is_reached))
    opened = replace(opened, told=told)
    return SharedSeat(opened, replace(seat, hand=person.hand), is_reached, sent, aside)


def is_to_begin(server: Server, meeting: str, sessions: Path) -> bool:
    """Whether the server answers and has no meeting of that name.

    Raises SessionError where a session of that name was begun here, without the server.
    """
    folder = SessionFolder(sessions / legal_name(meeting))
    try:
        if any(each.name == meeting for each in meetings(server)):
            return False
    except Unreachable:
        return False
    if folder.is_there() and _kept(folder) is None:
        raise SessionError(Sentence("shared_fault.begun_here", name=folder.name))
    return True


def begin_shared(
    server: Server, agenda: Agenda, rules: Rules | None, earlier: Earlier | None
) -> None:
    """Begin the meeting of an agenda on the server, under its name, as an officer may.

    `rules`, `earlier`: as of `begin`. Where another was first, theirs is the meeting. Raises
    SessionError for anybody else, NotAllowed, Unreachable, NotConnected.
    """
    from meeting_tui.agenda.presets import load_rules

    person = me(server)
    if person.right != "officer":
        raise SessionError(Sentence("shared_fault.not_begun", name=agenda.id))
    seat = Seat(DESKS["floor"], person.hand)
    rules = rules or load_rules(agenda.rules)
    first = started(agenda.id, agenda, rules, server_time(server), seat, earlier=earlier)
    try:
        adopt(server, agenda.id, chained([first], EMPTY))
    except NotAllowed as fault:
        if fault.code != "exists":
            raise


def _told(opened: Opened, sent: int, aside: Path | None, *, is_reached: bool) -> Iterator[Sentence]:
    """What whoever sits down is to know first."""
    if not is_reached:
        yield Sentence("shared.goes_on_alone")
    if sent:
        yield Sentence("shared.sent_late", count=sent)
    if aside:
        yield Sentence("shared.not_sent", file=str(aside))
    ahead = opened.time.machine_ahead if opened.time else 0.0
    if abs(ahead) > TOLERANCE_SECONDS and not opened.meeting.state.rehearsal:
        key = "shared.clock_ahead" if ahead > 0 else "shared.clock_behind"
        yield Sentence(key, span=clock_text(round(abs(ahead))))


def _send_left(server: Server, meeting: str, folder: SessionFolder) -> tuple[int, Path | None]:
    outbox = Outbox(folder.path)
    if not outbox.left:
        return 0, None
    theirs = open_postgres(server, meeting)
    try:
        return send_left(theirs, outbox, replay(theirs.read()), directory_of(folder.path))
    finally:
        theirs.close()


def _opened(
    server: Server,
    meeting: str,
    folder: SessionFolder,
    place: Place,
    machine: Machine,
    *,
    is_reached: bool,
) -> Opened:
    desk = place.present.desk

    def open_log() -> SharedLog:
        theirs, names = PostgresLog(server, meeting), directory_of(folder.path)
        log = SharedLog(theirs, folder.write(desk), Outbox(folder.path), names)
        with suppress(Unreachable):
            log.begin()
        return log

    writer = Writer(open_log)
    loaded = writer.load()
    try:
        found = replay(loaded.entries)
    except MeetingTuiError:
        writer.close()
        raise
    drafts = {slot: each.text for slot, each in own_drafts(loaded.drafts, desk)}
    # Nothing that was found is noted: others may have minded the time meanwhile.
    attendance = Attendance(server, meeting, desk, place.present.role)
    company = SharedCompany(place, attendance, ServerTime(machine), is_reached=is_reached)
    return Opened(
        folder,
        found,
        writer,
        Restored(len(loaded.entries), drafts, None),
        end=loaded.seq,
        is_first=False,
        place=place,
        company=company,
        time=company.time,
    )


def _keep(folder: SessionFolder, person: Person) -> None:
    write_atomic(folder.path / COPY_OF, encode(person))


def _kept(folder: SessionFolder) -> Person | None:
    """Who sat here last; None where nobody did, or it cannot be read."""
    with suppress(OSError, ValueError):
        return decode(read_outside(folder.path / COPY_OF, SETTINGS), type=Person)
    return None
