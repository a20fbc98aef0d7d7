"""The server: a seat that looks on, whose looks browsers see.

It sits at the session as any other seat does and hears of every act within some milliseconds. It
runs in a process of its own, so that however many browsers look, the officer's keys do not wait.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from aiohttp import web
from msgspec import Struct

from meeting_tui.desk.clock import RehearsalClock
from meeting_tui.desk.desk import Desk
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import Opened, sit_down
from meeting_tui.web.acting import Acting, Said
from meeting_tui.web.guard import (
    FAULTS,
    HEADERS,
    MOST_BODY,
    REFUSED_FROM,
    Guesses,
    address_of,
    guarded,
)
from meeting_tui.web.links import PAGES, Link, Links
from meeting_tui.web.live import Act, Live
from meeting_tui.web.note_seats import NoteSeats

TICK_SECONDS = 0.5
GOING_SECONDS = 2.0
"""So long a browser may take to be told that the server ends."""
STATIC = files("meeting_tui.web") / "static"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


class Where(Struct, frozen=True):
    """Where it is served."""

    host: str
    port: int
    """0: any that is free."""
    tls: ssl.SSLContext | None = None


class Server:
    """The pages of one session."""

    def __init__(
        self, links: Links, words: tuple[str, ...], told: Callable[[str, int], None]
    ) -> None:
        """`words`: what the links are called that are handed out."""
        self._links, self._words = links, words
        links.offer(words)
        self._guesses = Guesses(told)
        self._live: Live | None = None

    async def run(
        self, opened: Opened, seat: Seat, where: Where, ready: Callable[[int], None]
    ) -> None:
        """Serve until cancelled; `ready` hears at which port, once links can be opened."""
        loop = asyncio.get_running_loop()
        desk = sit_down(opened, seat, lambda call: _in_turn(loop, call))
        seats = NoteSeats(opened.folder)
        try:
            clock = desk.clock
            pace = clock.speed if isinstance(clock, RehearsalClock) else 1.0
            self._live = live = Live(desk, pace, self._holds, _acts(desk, seats))
            runner = web.AppRunner(
                self._app(),
                access_log=None,
                logger=FAULTS,
                handle_signals=False,
                shutdown_timeout=GOING_SECONDS,
            )
            await runner.setup()
            try:
                site = web.TCPSite(runner, where.host, where.port, ssl_context=where.tls)
                await site.start()
                ready(runner.addresses[0][1])
                await asyncio.gather(live.keep_current(), self._tick(desk, seats))
            finally:
                await live.let_go()
                await runner.cleanup()
        finally:
            seats.leave()
            desk.leave()

    async def _tick(self, desk: Desk, seats: NoteSeats) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self._links.look()
            desk.tick()
            seats.tick()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[guarded], client_max_size=MOST_BODY)
        for page in PAGES:
            app.router.add_get(f"/{page}", self._page)
            app.router.add_get(f"/{page}/live", self._look_on)
        for path in STATIC.iterdir():
            if not path.name.endswith(".html"):
                app.router.add_get(f"/static/{path.name}", _static)
        app.router.add_get("/favicon.ico", _nothing)
        return app

    def urls(self, host: str, port: int, *, is_safe: bool) -> dict[str, str]:
        """What each link is called -> the link, whole."""
        shown = f"[{host}]" if ":" in host else host
        place = f"{'https' if is_safe else 'http'}://{shown}:{port}"
        return {
            word: f"{place}/{Link(word).page}?key={self._links.token(word)}" for word in self._words
        }

    async def _page(self, request: web.Request) -> web.StreamResponse:
        page = request.path.strip("/")
        token = request.query.get("key")
        if token is not None:
            return await self._let_in(request, page, token)
        if self._link_of(request, page) is None:
            return _page_of("no_link.html", status=403)
        return _page_of(f"{page}.html")

    async def _let_in(self, request: web.Request, page: str, token: str) -> web.Response:
        """A token for a cookie, and on to the page without the token in its address."""
        address = address_of(request)
        if self._guesses.count(address) >= REFUSED_FROM:
            raise web.HTTPTooManyRequests
        link = self._links.by_token(token)
        if link is None or link.page != page:
            await self._guesses.wrong(address)
            return _page_of("no_link.html", status=403)
        left = {key: value for key, value in request.query.items() if key in ("lang", "theme")}
        place = f"/{page}?{urlencode(left)}" if left else f"/{page}"
        answer = web.Response(status=303, headers={"Location": place})
        answer.set_cookie(
            _cookie(page),
            self._links.cookie(link),
            httponly=True,
            samesite="Lax",
            secure=request.secure,
            path=f"/{page}",
        )
        return answer

    def _holds(self, link: Link) -> bool:
        """Whether it was not revoked since it was opened."""
        return self._links.now(link.word) == link

    def _link_of(self, request: web.Request, page: str) -> Link | None:
        """The link a browser came by; None where it has none to this page."""
        link = self._links.by_cookie(request.cookies.get(_cookie(page), ""))
        return link if link is not None and link.page == page else None

    async def _look_on(self, request: web.Request) -> web.StreamResponse:
        link = self._link_of(request, request.path.split("/")[1])
        if self._live is None or link is None:
            raise web.HTTPForbidden
        return await self._live.look_on(request, link)


def _acts(desk: Desk, seats: NoteSeats) -> Act:
    """What pages ask for is done at the desk of whoever asks."""
    requests = Acting(desk)

    async def act(link: Link, said: Said) -> Said:
        if link.page == "notes":
            return await (await seats.of(link.subject)).act(said)
        return await requests.act(link, said)

    return act


def _in_turn(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """Have a call from the writer's thread made by the loop."""
    loop.call_soon_threadsafe(call)


@cache
def _own(name: str) -> str:
    """A file of the program's own pages."""
    return (STATIC / name).read_text("utf-8")


def _cookie(page: str) -> str:
    return f"meeting_tui_{page}"


def _page_of(name: str, *, status: int = 200) -> web.Response:
    return web.Response(text=_own(name), content_type="text/html", status=status, headers=HEADERS)


async def _static(request: web.Request) -> web.Response:
    name = request.path.rpartition("/")[2]
    return web.Response(text=_own(name), content_type=_TYPES[name[name.rindex(".") :]])


async def _nothing(request: web.Request) -> web.Response:
    return web.Response(status=204)
