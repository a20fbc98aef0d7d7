"""The open pages: each is told what it shows, and again whenever that changes.

What a page shows is made once for all who look at it. A browser that reads slowly gets the newest
alone, as soon as it has taken what it was sent before; it holds up nobody and piles up nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from weakref import WeakSet

from aiohttp import WSMsgType, web
from msgspec import Struct

from meeting_tui.desk.desk import Desk
from meeting_tui.views.look import Look
from meeting_tui.web.acting import Said
from meeting_tui.web.links import Link
from meeting_tui.web.pages import millis, told

GONE_SECONDS = 10.0
"""A browser that takes nothing for so long is let go; it comes again by itself."""
LOOK_SECONDS = 1.0
"""So often it is looked whether those who have a page open still may."""
EVERY_SECONDS = 5.0
"""So often pages with figures that grow by themselves are made anew."""
GROWING = frozenset({"slip", "agenda", "request", "notes"})
"""Pages on which time alone changes something but the clock."""
MOST_OPEN = 1000
"""Pages open at once."""
_MOST_BYTES = 64 * 1024
_REVOKED, _ENDED = 4001, 1012

Act = Callable[[Link, Said], Awaitable[Said]]
"""Does what a page asks for, and says what came of it."""
_Tell = Callable[[str], Awaitable[None]]


class Newest(Struct, eq=False):
    """What one page shows now, as it is sent."""

    text: str = ""
    number: int = 0
    """Grows with each change."""


class Live:
    """All pages that are open, at one desk; all in the thread of its event loop."""

    def __init__(self, desk: Desk, pace: float, may: Callable[[Link], bool], act: Act) -> None:
        """`pace`: seconds of meeting time in a second. `may`: whether a link still holds."""
        self._desk, self._pace, self._may, self._act = desk, pace, may, act
        self._zone = json.dumps(desk.state.agenda.zone)
        self._pages: dict[Link, Newest] = {}
        self._open: Counter[Link] = Counter()
        self._sockets: WeakSet[web.WebSocketResponse] = WeakSet()
        self._changed = asyncio.Condition()
        self._waking: asyncio.Task[None] | None = None
        desk.listen(lambda _: self.change())

    @property
    def count(self) -> int:
        """How many pages are open."""
        return self._open.total()

    def change(self) -> None:
        """Something happened: what is looked at is made anew, once for all that comes at once."""
        if self._waking is None:
            self._waking = asyncio.get_running_loop().create_task(self._renew())

    async def keep_current(self) -> None:
        """Make anew, every few seconds, what time alone changes; until cancelled."""
        passed = 0.0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            passed += LOOK_SECONDS
            if passed >= EVERY_SECONDS:
                passed = 0.0
                await self._renew(GROWING)
            async with self._changed:
                self._changed.notify_all()

    async def _renew(self, pages: frozenset[str] | None = None) -> None:
        self._waking = None
        async with self._changed:
            for link in tuple(self._open):
                if pages is None or link.page in pages:
                    self._make(link)
                    await asyncio.sleep(0)  # a hundred telephones are not made in one go
            self._changed.notify_all()

    def _make(self, link: Link) -> Newest:
        newest = self._pages.setdefault(link, Newest())
        looks = told(link, self._look_in)
        text = json.dumps(looks, ensure_ascii=False, separators=(",", ":"))
        if text != newest.text:
            newest.text, newest.number = text, newest.number + 1
        return newest

    def _look_in(self, language: str) -> Look:
        desk = self._desk
        meeting = desk.intake.meeting
        return Look.of(meeting.state, self._now(), desk.intake.directory, language, meeting.stood)

    def _now(self) -> datetime:
        return self._desk.clock.now()

    async def look_on(self, request: web.Request, link: Link) -> web.StreamResponse:
        """Keep one browser told, and do what it asks, until it goes."""
        if self.count >= MOST_OPEN:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(
            heartbeat=GONE_SECONDS, max_msg_size=_MOST_BYTES, compress=False
        )
        await socket.prepare(request)
        self._sockets.add(socket)
        self._open[link] += 1
        telling = asyncio.create_task(self._tell(socket, link))
        try:
            with suppress(ConnectionError):  # it went before it was answered
                async for message in socket:
                    if message.type is not WSMsgType.TEXT or not self._may(link):
                        break
                    if not await self._hear(socket.send_str, link, message.data):
                        break
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError, TimeoutError, ConnectionError):
                await telling
            self._open[link] -= 1
            if not self._open[link]:
                del self._open[link]
                self._pages.pop(link, None)
            await socket.close(code=1000 if self._may(link) else _REVOKED)
        return socket

    async def let_go(self) -> None:
        """The server ends: tell every page, so that it looks for the next one."""
        for socket in tuple(self._sockets):
            await socket.close(code=_ENDED)

    async def _hear(self, tell: _Tell, link: Link, text: str) -> bool:
        """Answer a browser; False for what no page of ours says."""
        if text.isascii() and text.isdecimal() and len(text) < 10:
            now = millis(self._now())
            await tell(f'{{"pong":{int(text)},"now":{now:.1f},"pace":{self._pace:g}}}')
            return True
        try:
            said = json.loads(text)
        except ValueError:
            return False
        if not isinstance(said, dict):
            return False
        answer = await self._act(link, said)
        if answer:
            await tell(json.dumps(answer, ensure_ascii=False))
        return True

    async def _tell(self, socket: web.WebSocketResponse, link: Link) -> None:
        newest, seen = self._make(link), 0
        while self._may(link):
            seen = newest.number
            now = f'"now":{millis(self._now()):.1f},"pace":{self._pace:g},"zone":{self._zone}'
            async with asyncio.timeout(GONE_SECONDS):
                await socket.send_str(f'{{{now},"looks":{newest.text}}}')
            async with self._changed:
                while newest.number == seen and self._may(link):
                    await self._changed.wait()
        await socket.close(code=_REVOKED)
