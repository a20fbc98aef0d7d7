"""A session is served: as which seat, with which links, proved by what, until it is told to end."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, SOCK_DGRAM, gethostname, socket

from msgspec import Struct

from meeting_tui.delegations.model import PODIUM
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import Opened, open_session
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.rescued import mark_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import SessionError, why
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.files import write_atomic
from meeting_tui.text import clean_line
from meeting_tui.web.certificates import Certificate, certificate_of, own_certificate
from meeting_tui.web.links import ONE_FOR_ALL, Link, Links, links_file
from meeting_tui.web.server import Server, Where
from meeting_tui.web.sheet import qr_lines, sheet
from meeting_tui.words import Sentence, say

SEAT = Seat("online", role="online")
ANYWHERE = ("0.0.0.0", "::")
"""Every address that this computer has."""
Tell = Callable[[str], None]


class Wanted(Struct, frozen=True):
    """How a session is to be served."""

    host: str
    port: int
    """0: any that is free."""
    notes: tuple[str, ...] = ()
    """Initials of those who take notes in a browser."""
    requests: bool = False
    """Every delegation gets a link."""
    certificate: tuple[Path, Path] | None = None
    """The files of the certificate and of its key."""
    insecure: bool = False
    """Other computers are served without TLS."""
    sheet: Path | None = None
    """Where the links are written to be printed."""
    qr: bool = False
    """The links are shown as QR codes, but for those of delegations."""


class Told(Struct, frozen=True):
    """Who is told what."""

    link: Tell
    """A link, as `display http://...`."""
    code: Tell
    """A QR code, several lines."""
    said: Tell
    """A sentence."""
    language: str


def serve(folder: SessionFolder, wanted: Wanted, told: Told) -> None:
    """Serve until Ctrl+C, or until the program is told to end.

    Raises SessionError where that is not possible, CertificateError, and as `open_session`.
    """
    opened = open_session(folder, SEAT, role="online")
    try:
        proof = _proof(opened, wanted)
        links = _links(folder, opened.meeting.entries[0])
        server = Server(links, _words(folder, wanted), _guessed(told))
    except BaseException:
        opened.close()
        raise
    where = Where(wanted.host, wanted.port, proof.context if proof else None)
    shown = shown_host(wanted.host)

    def ready(port: int) -> None:
        served = server.urls(shown, port, is_safe=proof is not None)
        _tell(opened, served, proof, wanted, told)

    async def serving() -> None:
        task = asyncio.current_task()
        if sys.platform != "win32" and task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await server.run(opened, SEAT, where, ready)

    with suppress(KeyboardInterrupt, asyncio.CancelledError):  # which is how serving ends
        try:
            asyncio.run(serving())
        except OSError as fault:
            place = f"{wanted.host}:{wanted.port}"
            raise SessionError(Sentence("page.no_port", place=place, why=why(fault))) from fault


def revoke(folder: SessionFolder, word: str) -> None:
    """Make a link worthless, also where the session is served at the moment.

    Raises SessionError for a name that no link can have.
    """
    link = Link(word)
    is_known = {
        "notes": link.subject != "",
        "request": directory_of(folder.path).get(link.subject) is not None,
    }.get(link.page, word in ONE_FOR_ALL)
    if not is_known:
        raise SessionError(Sentence("page.unknown_link", link=word))
    _links(folder, read_session(folder).meeting.entries[0]).revoke(word)


def shown_host(host: str) -> str:
    """The address that others find this computer at, where it serves at all it has."""
    if host not in ANYWHERE:
        return host
    family, away = (AF_INET, "192.0.2.1") if host == ANYWHERE[0] else (AF_INET6, "2001:db8::1")
    with socket(family, SOCK_DGRAM) as asked:
        try:
            asked.connect((away, 9))  # nothing is sent; the system only says which way it would
            return str(asked.getsockname()[0])
        except OSError:
            return gethostname()


def is_loopback(host: str) -> bool:
    """Whether nobody but this computer reaches that address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _links(folder: SessionFolder, first: Entry) -> Links:
    return Links(links_file(folder.name, mark_of(first)))


def _proof(opened: Opened, wanted: Wanted) -> Certificate | None:
    """What the server proves itself with; None where nobody else can listen, or by leave."""
    if wanted.certificate is not None:
        return certificate_of(*wanted.certificate)
    if wanted.insecure or is_loopback(wanted.host):
        return None
    file = links_file(opened.folder.name, mark_of(opened.meeting.entries[0]))
    return own_certificate(file.with_suffix(""), (shown_host(wanted.host),))


def _words(folder: SessionFolder, wanted: Wanted) -> tuple[str, ...]:
    """What the links are called that are handed out."""
    hands = filter(None, map(clean_line, wanted.notes))
    words = [*ONE_FOR_ALL, *(f"notes-{hand}" for hand in hands)]
    if wanted.requests:
        delegations = directory_of(folder.path).all()
        words += [f"request-{each.code}" for each in delegations if each.kind not in PODIUM]
    return tuple(words)


def _guessed(told: Told) -> Callable[[str, int], None]:
    def guessed(address: str, count: int) -> None:
        told.said(say("page.guessed", told.language, address=address, count=count))

    return guessed


def _tell(
    opened: Opened, served: dict[str, str], proof: Certificate | None, wanted: Wanted, told: Told
) -> None:
    for word, link in served.items():
        told.link(f"{word} {link}")
        if wanted.qr and not word.startswith("request-"):
            told.code(qr_lines(link))
    fingerprint = proof.fingerprint if proof else ""
    if fingerprint:
        told.said(say("page.fingerprint", told.language, fingerprint=fingerprint))
    if wanted.sheet is not None:
        made = _sheet(opened, served, fingerprint, told.language)
        write_atomic(wanted.sheet, made.encode("utf-8"))
        told.said(say("page.sheet", told.language, file=str(wanted.sheet)))


def _sheet(opened: Opened, served: dict[str, str], fingerprint: str, language: str) -> str:
    directory = directory_of(opened.folder.path)
    names = {
        word: directory.name(word.partition("-")[2], language)
        for word in served
        if word.startswith("request-")
    }
    title = opened.meeting.state.agenda.title.say(language)
    return sheet(title, served, names, fingerprint, language)
