"""Who is at a session on this machine, and under which name each seat writes.

Each seat has a file of its own in the session's folder `seats/`, and holds a lock of the operating
system on it as long as it runs. So a seat that was killed is gone at once; its file stays, and who
sits down next in the same role takes that name, with the text that was typed there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from time import sleep
from typing import Literal

from msgspec import MsgspecError, Struct
from msgspec.json import decode, encode

from meeting_tui.errors import SessionBusy, why
from meeting_tui.session_log.files import (
    lock,
    make_folder_in,
    open_alone,
    os_reason,
    unlock,
)
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.writer_lock import WriterLock
from meeting_tui.text import clean_line

SEATS = "seats"
Role = Literal["floor", "notes", "view", "shell", "online"]
DESKS: dict[Role, str] = {
    "floor": "desk",
    "notes": "notes",
    "view": "view",
    "shell": "shell",
    "online": "online",
}
"""How the desk of a role is named in the log; a second one is `desk-2`."""
_MOST_BYTES = 2000
_TRIES = 5
_INTERVAL_SECONDS = 0.002


class Present(Struct, frozen=True):
    """A seat where somebody is."""

    desk: str
    """Its name in the log."""
    role: Role = "floor"
    hand: str = ""
    """Initials of who sits there."""
    name: str = ""

    @property
    def called(self) -> str:
        """What the others call it: initials, else the name of the desk."""
        return self.hand or self.desk


class Place:
    """A seat that is taken, until `leave`."""

    def __init__(
        self, folder: Path, present: Present, file: int, *, is_again: bool = False
    ) -> None:
        self.present = present
        self.folder = folder
        self.is_again = is_again
        """Whether it was left by a program that was killed, with what was typed there."""
        self._file: int | None = file

    def leave(self) -> None:
        """Let the next one have it, and tell the others; doing so twice does nothing."""
        if self._file is None:
            return
        with suppress(OSError):
            (self.folder / SEATS / self.present.desk).unlink()
        unlock(self._file)
        os.close(self._file)
        self._file = None

    def go_on_in(self, folder: Path) -> None:
        """The session goes on in another folder, where nobody else is."""
        self.leave()
        with suppress(WriteRefused):
            place = take_place(folder, self.present.role, self.present.hand, self.present.name)
            self.folder, self._file = folder, place._file


class Company:
    """Who else is at the session, as was found when it was looked last."""

    is_bound = False
    """Whether the session can be kept nowhere but where it is, also where nobody else is."""

    def __init__(self, place: Place | None) -> None:
        self.others: tuple[Present, ...] = ()
        self._told: tuple[Present, ...] = ()
        self._place = place
        self._changed: int | None = None
        self.look()

    @property
    def people(self) -> tuple[str, ...]:
        """What those at the other seats are called; of the shell and of pages nobody sits there."""
        return tuple(each.called for each in self.others if each.role not in ("shell", "online"))

    def leave(self) -> None:
        """Let the seat go."""
        if self._place:
            self._place.leave()

    def heard_from(self, desk: str, hand: str) -> None:
        """Another seat entered something; whether it is there, its file says."""

    def go_on_in(self, folder: Path) -> None:
        """The session goes on in another folder, where nobody else is."""
        if self._place:
            self._place.go_on_in(folder)

    def look(self) -> bool:
        """Look who is there; whether that changed since this was asked last."""
        self.find()
        before, self._told = self._told, self.others
        return self.others != before

    def find(self) -> None:
        """Look who is there: some microseconds where nobody else was."""
        if self._place is None:
            return
        seats = self._place.folder / SEATS
        try:
            changed = seats.stat().st_mtime_ns
        except OSError:
            changed = 0
        if changed == self._changed and not self.others:
            return  # nobody came: a seat that is taken changes the folder
        self._changed = changed
        self.others = others_of(self._place.folder, self._place.present.desk)


def take_place(
    folder: Path,
    role: Role,
    hand: str = "",
    name: str = "",
    *,
    of: str = "",
    is_passing: bool = False,
) -> Place:
    """Sit down in a role under a name that nobody else has there; raises WriteRefused.

    A name that a killed seat has left comes before one that nobody had. `of`: whose seat it is,
    where people on several computers sit at the meeting; it is a part of the name then. One that
    `is_passing` is a call of the shell to the others, whatever it does.
    """
    try:
        make_folder_in(folder, folder / SEATS)
        left = {path.name for path in (folder / SEATS).iterdir()}
        for desk in _names(f"{DESKS[role]}-{of}" if of else DESKS[role], left):
            file = _claimed(folder / SEATS / desk)
            if file is not None:
                present = Present(desk, "shell" if is_passing else role, hand, name)
                _sign(file, present)
                os.utime(folder / SEATS)  # for those who look whether somebody came
                return Place(folder, present, file, is_again=desk in left)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder / SEATS, why(fault)) from fault
    raise AssertionError("names never end")


_LETTERS = 3
_WHOLE_NAME = 4


def initials_of(name: str) -> str:
    """The initials of a name, `AB` of Ann Bell; one of a few Chinese characters is its own."""
    words = [each for each in name.replace("-", " ").split() if each[0].isalpha()]
    if not name.isascii() and len(words) == 1 and len(name) <= _WHOLE_NAME:
        return name
    return "".join(each[0] for each in words[:_LETTERS]).upper()


def others_of(folder: Path, desk: str) -> tuple[Present, ...]:
    """Who is at the session beside that desk; by desk."""
    return tuple(each for each in who_is_here(folder) if each.desk != desk)


def who_is_here(folder: Path) -> tuple[Present, ...]:
    """Everybody at the session with a seat of its own, by desk; nobody where it cannot be read."""
    try:
        names = sorted(path.name for path in (folder / SEATS).iterdir())
    except OSError:
        return ()
    return tuple(found for name in names if (found := _present(folder / SEATS / name)))


@contextmanager
def last_to_leave(folder: Path) -> Iterator[bool]:
    """Whether who has just left was the last, so that it may write the session's files.

    Until the block ends nobody sits down. True too where it cannot be known.
    """
    held, is_last = None, True
    try:
        held = WriterLock(folder / "log.lock", "")
    except SessionBusy:
        is_last = False
    except WriteRefused:
        pass  # who writes says what is wrong
    try:
        yield is_last
    finally:
        if held:
            held.release()


def _names(first: str, left: set[str]) -> Iterator[str]:
    every = (first if number == 1 else f"{first}-{number}" for number in count(1))
    seen = [name for name, _ in zip(every, range(len(left) + 1), strict=False)]
    yield from (name for name in seen if name in left)
    yield from (name for name in seen if name not in left)
    yield from (f"{first}-{number}" for number in count(len(left) + 2))


def _claimed(path: Path) -> int | None:
    """The file of a seat, held; None where somebody sits there."""
    for _ in range(_TRIES):
        file = open_alone(path, os.O_RDWR | os.O_CREAT)
        try:
            lock(file)
            if os.path.samestat(os.fstat(file), path.stat()):
                return file
        except OSError:
            sleep(_INTERVAL_SECONDS)  # somebody may only be looking who is here
        os.close(file)
    return None


def _sign(file: int, present: Present) -> None:
    who = {"hand": clean_line(present.hand), "name": clean_line(present.name)}
    said = {"role": present.role, **who}
    os.ftruncate(file, 0)
    os.write(file, encode(said))


def _present(path: Path) -> Present | None:
    """Who sits there; None where nobody does."""
    try:
        file = open_alone(path, os.O_RDWR)
    except OSError:
        return None
    try:
        try:
            lock(file, is_shared=True)
        except OSError:
            return _signed(path.name, os.read(file, _MOST_BYTES))
        unlock(file)
        return None
    finally:
        os.close(file)


def _signed(desk: str, content: bytes) -> Present:
    """What a seat says of itself; one that has not said it yet is there all the same."""
    said: object = None
    with suppress(MsgspecError, ValueError):
        said = decode(content)
    if not isinstance(said, dict):
        return Present(desk)
    role: Role = next((each for each in DESKS if each == said.get("role")), "floor")
    hand, name = (clean_line(str(said.get(key, ""))) for key in ("hand", "name"))
    return Present(desk, role, hand, name)
