"""A meeting moved between a folder and a server: whole, with its hashes, proved at both ends.

Where both have it, the one that has more gives the rest to the other; where each has what the other
lacks, nothing is moved. Received texts go with it, as far as they are there; drafts stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from meeting_tui.desk.importing import import_rows
from meeting_tui.desk.received_texts import TEXTS
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import Settings
from meeting_tui.desk.verifying import at_rest
from meeting_tui.errors import InvalidInput, LogDamaged, SessionError
from meeting_tui.meeting.details import TextReceived
from meeting_tui.meeting.entry import Entry
from meeting_tui.outside import STATEMENT, read_outside
from meeting_tui.session_log.chain import Head, Row, check_whole
from meeting_tui.session_log.codec import canonical, decode_bytes, parse
from meeting_tui.session_log.files import legal_name, make_folder_in, write_atomic
from meeting_tui.session_log.postgres import PostgresLog, adopt, open_postgres
from meeting_tui.session_log.postgres_roles import meetings
from meeting_tui.session_log.postgres_server import SCHEMES, Server, server_at
from meeting_tui.session_log.purges import begins_with
from meeting_tui.session_log.store import SessionLog
from meeting_tui.words import Sentence

_RECEIVED = b'"text_received"'
_OF_ADDRESSES = set(":/@= ")


class NotMoved(SessionError):
    """Folder and server each have what the other lacks."""

    title = Sentence("fault.title_not_moved")


class Moved(Struct, frozen=True):
    """A meeting of which one side has all that the other has."""

    folder: SessionFolder
    meeting: str
    """Its name on the server."""
    head: Head
    """Of what was moved."""
    added: int
    """Entries that were not there before."""
    ahead: int = 0
    """Entries that were there, and are not where it came from."""
    texts: int = 0
    """Received texts that were moved."""
    missing: int = 0
    """Received texts that are not where it came from."""


def server_named(settings: Settings, given: str | None) -> Server:
    """The server of that address, of that name in the settings, or the only one that they name.

    Raises InvalidInput.
    """
    servers: dict[str, str] = settings.shared.value
    if given and given.startswith(SCHEMES):
        return server_at(given)
    if given:
        if given not in servers:
            if set(given) & _OF_ADDRESSES:  # which may hold a password
                raise InvalidInput(Sentence("shared_fault.no_address"))
            what = Sentence("shared_fault.no_name", name=given)
            raise InvalidInput(what, path=settings.path)
        return server_at(servers[given])
    if len(servers) == 1:
        return server_at(next(iter(servers.values())))
    if servers:
        raise InvalidInput(Sentence("shared_fault.several_servers", names=tuple(servers)))
    raise InvalidInput(Sentence("shared_fault.no_server"))


def push(folder: SessionFolder, server: Server, meeting: str = "") -> Moved:
    """Have the server hold all that the folder does, under the folder's name or another.

    Raises LogDamaged for a log that is not whole, NotMoved, NotAllowed, NotConnected, WriteRefused.
    """
    meeting = meeting or folder.name
    log = folder.read()
    try:
        head, rows = _whole(log, str(folder.path))
    finally:
        log.close()
    if not rows:
        raise NotMoved(Sentence("shared_fault.empty", name=folder.name))
    more = len(rows)
    is_there = any(each.name == meeting for each in meetings(server))
    if not is_there:
        adopt(server, meeting, rows)
    there = open_postgres(server, meeting)
    try:
        if is_there:
            more = _give_rest(there, server.place, meeting, head, rows)
        if more >= 0:
            _prove(there, server.place, rows)
        texts = _send_texts(there, folder.path / TEXTS, rows)
    finally:
        there.close()
    return Moved(folder, meeting, head, max(more, 0), max(-more, 0), *texts)


def _give_rest(log: SessionLog, place: str, meeting: str, head: Head, rows: Sequence[Row]) -> int:
    """Append what a log lacks of these rows; how many entries that was, or by how many it has more.

    Raises NotMoved where each lacks some.
    """
    its_head, there = _whole(log, place)
    if its_head == head:
        return 0
    more, less = _entries(rows), _entries(there)
    if begins_with(less, more):
        return len(more) - len(less)
    if not begins_with(more, less):
        raise NotMoved(Sentence("shared_fault.parted", name=meeting))
    log.append(more[len(less) :], its_head.seq)
    return len(more) - len(less)


def pull(server: Server, meeting: str, sessions: Path, name: str = "") -> Moved:
    """Have a folder hold all that the server does of a meeting.

    Raises LogDamaged for a log that is not whole, NotMoved, SessionBusy, NotConnected and
    WriteRefused.
    """
    log = open_postgres(server, meeting)
    try:
        head, rows = _whole(log, server.place)
        if not rows:
            raise NotMoved(Sentence("shared_fault.empty", name=meeting))
        folder = SessionFolder(sessions / legal_name(name or meeting))
        more = len(rows)
        if folder.is_there():
            more = _keep_rest(folder, meeting, head, rows)
        else:
            import_rows(f"{server.place}: {meeting}", head, rows, folder)
        texts = _fetch_texts(log, folder, rows)
    finally:
        log.close()
    return Moved(folder, meeting, head, max(more, 0), max(-more, 0), *texts)


def _keep_rest(folder: SessionFolder, meeting: str, head: Head, rows: Sequence[Row]) -> int:
    """Append what a folder lacks of these rows; as `_give_rest`."""
    place = str(folder.path)
    here = folder.read()
    try:
        is_equal = _whole(here, place)[0] == head
    finally:
        here.close()
    if is_equal:
        return 0
    log = folder.write("shell")
    try:
        more = _give_rest(log, place, meeting, head, rows)
        if more >= 0:
            _prove(log, place, rows)
    finally:
        log.close()
    return more


def _texts_in(rows: Sequence[Row]) -> dict[str, str]:
    """Hash -> name of each file that entries say was received."""
    events = (decode_bytes(each.content).event for each in rows if _RECEIVED in each.content)
    received = [each for each in events if isinstance(each, TextReceived)]
    return {each.sha256: each.file for each in received if each.sha256 and each.file}


def _send_texts(log: PostgresLog, folder: Path, rows: Sequence[Row]) -> tuple[int, int]:
    """Send what the server lacks; how many were sent, and how many are not in the folder."""
    there, sent, missing = log.received(), 0, 0
    for hash_, name in _texts_in(rows).items():
        if hash_ in there:
            continue
        try:
            content = read_outside(folder / name, STATEMENT)
        except OSError:
            content = b""
        if sha256(content).hexdigest() == hash_:
            log.keep_received(content)
            sent += 1
        else:
            missing += 1
    return sent, missing


def _fetch_texts(log: PostgresLog, folder: SessionFolder, rows: Sequence[Row]) -> tuple[int, int]:
    """Fetch what the folder lacks; how many were fetched, and how many the server has not.

    A file of that name that is another stays.
    """
    there, fetched, missing = log.received(), 0, 0
    for hash_, name in _texts_in(rows).items():
        path = folder.path / TEXTS / name
        if path.exists():
            continue
        if hash_ not in there:
            missing += 1
            continue
        content = log.read_received(hash_)
        if sha256(content).hexdigest() != hash_:
            what = Sentence("shared_fault.arrived_otherwise")
            raise LogDamaged(Sentence("fault.at", place=str(path), what=what))
        make_folder_in(folder.path, path.parent)
        write_atomic(path, content)
        fetched += 1
    return fetched, missing


def _entries(rows: Sequence[Row]) -> list[Entry]:
    return [decode_bytes(row.content) for row in rows]


def _whole(log: SessionLog, place: str) -> tuple[Head, list[Row]]:
    """Head and rows of a log in which each entry follows from the one before it.

    On a server each must be spelled as the program writes it, too: another may have written it.
    """
    head, rows = at_rest(log)
    try:
        if rows:
            check_whole(rows, head)
        for row in rows if isinstance(log, PostgresLog) else ():
            if canonical(parse(row.content)) != row.content:
                raise LogDamaged(Sentence("log_fault.stored_oddly", seq=str(row.seq)))
    except LogDamaged as fault:
        raise LogDamaged(Sentence("fault.at", place=place, what=fault.said)) from fault
    return head, rows


def _prove(log: SessionLog, place: str, rows: Sequence[Row]) -> None:
    """Raise LogDamaged unless the log begins with these rows, byte for byte."""
    _, there = _whole(log, place)
    if there[: len(rows)] != list(rows):
        what = Sentence("shared_fault.arrived_otherwise")
        raise LogDamaged(Sentence("fault.at", place=place, what=what))
