"""A meeting that is served, in this process or in one of its own, and acts done beside it."""

from __future__ import annotations

import asyncio
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.desk.opening import begin, open_session, rehearsal_start
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.web.links import ONE_FOR_ALL, Links
from meeting_tui.web.running import SEAT
from meeting_tui.web.server import Server, Where
from tests.meeting.room import at_time

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
OPENING = (
    "10:00:00 open",
    "10:00:01 item 4",
    "10:00:02 segment 4.1",
    "10:00:03 inscribe mex jpn fra(eu) zaf ken jam nor chl",
)
WORDS = (*ONE_FOR_ALL, "notes-AB", "notes-CD", "request-MEX", "request-JPN")


class Meeting(Struct):
    """A session on disk, with what is done in it from another seat."""

    folder: SessionFolder

    def do(self, *lines: str) -> tuple[Entry, ...]:
        """Do lines as the officer, each durable when this returns."""
        done: list[Entry] = []
        with visit(self.folder, Seat("shell", "OF"), "en") as visitor:
            for line in lines:
                outcome = visitor.do(line)
                assert not isinstance(outcome, Refusal), (line, outcome)
                done += outcome
        return tuple(done)

    def entries(self) -> tuple[Entry, ...]:
        """Everything that is on disk."""
        log = self.folder.read()
        try:
            return tuple(log.read())
        finally:
            log.close()

    def texts_noted(self) -> list[str]:
        """The texts of all points, in the order noted."""
        return [
            each.event.text  # type: ignore[attr-defined]
            for each in self.entries()
            if each.event.name == "point_noted"
        ]


class Site(Struct):
    """One that is served."""

    meeting: Meeting
    links: dict[str, str]
    guessed: list[tuple[str, int]] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Where: `http://127.0.0.1:40123`."""
        parts = urlsplit(self.links["display"])
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def port(self) -> int:
        """The port it is served at."""
        return urlsplit(self.links["display"]).port or 0


def begun(sessions: Path, *lines: str) -> Meeting:
    """A rehearsal of 19 March in which these lines were done, each at its time: `10:00:05 next`."""
    agenda, folder = load_agenda(AGENDA), SessionFolder(sessions / "served")
    begin(folder, agenda, rehearsal_start(agenda), Seat("desk", "OF"), rehearsal=True)
    log = folder.write("desk")
    try:
        intake = Intake(replay(log.read()), load_directory(), Seat("desk", "OF"))
        for each in lines:
            clock, _, line = each.partition(" ")
            entries = intake.propose(line, at_time(clock))
            assert not isinstance(entries, Refusal), (line, entries)
            log.append(entries, intake.meeting.last.seq)
            intake.accept(entries)
    finally:
        log.close()
    return Meeting(folder)


@contextmanager
def served(meeting: Meeting, *, port: int = 0) -> Iterator[Site]:
    """Serve it from a thread of this process until the block ends."""
    ready: queue.Queue[int | BaseException] = queue.Queue()
    loops: queue.Queue[tuple[asyncio.AbstractEventLoop, asyncio.Task[None]]] = queue.Queue()
    guessed: list[tuple[str, int]] = []
    links = Links(meeting.folder.path.parent / "links.json")
    server = Server(links, WORDS, lambda address, count: guessed.append((address, count)))

    async def serving() -> None:
        task = asyncio.current_task()
        assert task is not None
        loops.put((asyncio.get_running_loop(), task))
        opened = open_session(meeting.folder, SEAT, role="online")
        where = Where("127.0.0.1", port)
        await server.run(opened, SEAT, where, ready.put)

    def run() -> None:
        try:
            with suppress(asyncio.CancelledError):
                asyncio.run(serving())
        except BaseException as fault:
            ready.put(fault)
            raise

    thread = threading.Thread(target=run, name="served")
    thread.start()
    try:
        found = ready.get(timeout=30)
        assert isinstance(found, int), found
        yield Site(meeting, server.urls("127.0.0.1", found, is_safe=False), guessed)
    finally:
        loop, task = loops.get(timeout=30)
        loop.call_soon_threadsafe(task.cancel)
        thread.join(30)
        assert not thread.is_alive()


@contextmanager
def served_apart(
    meeting: Meeting, *, port: int = 0
) -> Iterator[tuple[Site, subprocess.Popen[str]]]:
    """Serve it from a process of its own, as `meeting-tui serve` does; it may be killed."""
    folder = meeting.folder.path
    command = [
        *(sys.executable, "-m", "meeting_tui", "--sessions", str(folder.parent), "serve"),
        *(folder.name, "--port", str(port), "--notes", "AB", "--notes", "CD"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
    try:
        assert process.stdout is not None
        links = dict(process.stdout.readline().split() for _ in range(len(ONE_FOR_ALL) + 2))
        yield Site(meeting, links), process
    finally:
        process.terminate()
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()
