"""Pages without a browser, in a process of their own: what a browser takes in, and when.

It is told links on its input, one a line with how many pages open it, and an empty line; it says
`open` once all of them show something. For each change of the list it says when it reached them,
as `time.perf_counter` seconds.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from aiohttp import ClientSession, CookieJar, TCPConnector, WSMsgType

CLOSED = ('"is_list_closed":true', '"list_closed":"The list')
LARGEST_STEP = 20
"""So many pages are opened at once."""


class Pages:
    """All pages, and when each saw that the list was closed or opened."""

    def __init__(self, count: int) -> None:
        self._left = count
        self._seen: list[float] = []
        self._count = count

    async def look(self, http: ClientSession, link: str) -> None:
        parts = urlsplit(link)
        origin = f"{parts.scheme}://{parts.netloc}"
        socket = await http.ws_connect(f"{origin}{parts.path}/live", origin=origin)
        was = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            is_closed = any(each in message.data for each in CLOSED)
            if was is None:
                self._opened()
            elif was != is_closed:
                self._changed()
            was = is_closed

    def _opened(self) -> None:
        self._left -= 1
        if not self._left:
            print("open", flush=True)

    def _changed(self) -> None:
        self._seen.append(time.perf_counter())
        if len(self._seen) == self._count:
            print(json.dumps(self._seen), flush=True)
            self._seen = []


async def main(wanted: Iterable[str]) -> None:
    """Open pages and tell of them until this is ended."""
    links = [(link, int(count)) for count, link in (each.split() for each in wanted)]
    pages = Pages(sum(count for _, count in links))
    async with asyncio.TaskGroup() as looking:
        opened = 0
        for link, count in links:
            http = ClientSession(connector=TCPConnector(limit=0), cookie_jar=CookieJar(unsafe=True))
            async with http.get(link) as answer:
                assert answer.status == 200, answer.status
            for _ in range(count):
                looking.create_task(pages.look(http, link))
                opened += 1
                if opened % LARGEST_STEP == 0:
                    await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(main(iter(sys.stdin.readline, "\n")))
