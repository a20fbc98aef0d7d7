"""What every request passes first: where it comes from, how large it is, how often it guesses.

A page of another site that a browser has open can send requests here with the browser's cookie, so
whatever changes something or stays open must come from a page of ours, by its Origin. Answers
forbid the browser everything that our pages do not use.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

MOST_BODY = 64 * 1024
GUESSES, WITHIN_SECONDS = 10, 60.0
"""From so many wrong tokens of one address in that time on, each answer to it takes a second."""
SLOWED_SECONDS = 1.0
REFUSED_FROM = 30
"""And from so many on it is not looked at."""
_MOST_ADDRESSES = 1000
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether a fault is one of the program; what is no request would be told with its address."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


FAULTS = logging.getLogger(__name__)
"""Where faults of the server are told: never a token, nor what others sent that is no request."""
FAULTS.addFilter(_is_ours)


class Guesses:
    """Wrong tokens by address."""

    def __init__(self, told: Callable[[str, int], None]) -> None:
        """`told` hears of an address that guesses, and how often; never what it guessed."""
        self._told = told
        self._at: OrderedDict[str, list[float]] = OrderedDict()

    def count(self, address: str) -> int:
        """How many wrong tokens came from there lately."""
        recent = [at for at in self._at.get(address, ()) if at > time.monotonic() - WITHIN_SECONDS]
        if recent:
            self._at[address] = recent
        else:
            self._at.pop(address, None)
        return len(recent)

    async def wrong(self, address: str) -> None:
        """One more; answered late once there are many."""
        count = self.count(address) + 1
        self._at.setdefault(address, []).append(time.monotonic())
        self._at.move_to_end(address)
        while len(self._at) > _MOST_ADDRESSES:
            self._at.popitem(last=False)
        if count in (GUESSES, REFUSED_FROM):
            self._told(address, count)
        if count >= GUESSES:
            await asyncio.sleep(SLOWED_SECONDS)


def address_of(request: web.Request) -> str:
    """Who asks, by address."""
    return request.remote or ""


def is_from_here(request: web.Request) -> bool:
    """Whether a page of ours asks."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return origin.scheme == request.scheme and origin.netloc == request.host != ""


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Pass on what may come in; say no more than the number of what went wrong."""
    is_upgrade = "Upgrade" in request.headers
    if (is_upgrade or request.method not in ("GET", "HEAD")) and not is_from_here(request):
        return _closed(web.HTTPForbidden())
    try:
        answer = await handler(request)
    except web.HTTPException as fault:
        return _closed(fault)
    if not answer.prepared:
        answer.headers.update(HEADERS)
    return answer


def _closed(fault: web.HTTPException) -> web.Response:
    kept = {key: fault.headers[key] for key in ("Location", "Allow") if key in fault.headers}
    return web.Response(status=fault.status, text=fault.text, headers=HEADERS | kept)
