"""Seats for note-takers at browsers: each has a desk of its own and signs with its own initials.

A page sends each line with a number of its own, and again until it hears what came of it. So that
nothing is noted twice, also where the server is killed in between, two slips are kept with the
drafts before a line is entered: `got`, that it came, and `todo`, which goes in the same instant in
which the line is on disk as a point. A line that comes again was entered if it came and is no
longer to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from meeting_tui.desk.desk import Desk, Refused, What
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.patterns import late_pattern
from meeting_tui.text import clean_line
from meeting_tui.views.keeping import Keeping
from meeting_tui.views.noting import Noting, from_draft, with_next_kind
from meeting_tui.web.acting import Asking, Said, told

PATIENCE_SECONDS = 1.0
"""So long the disk is waited for before a line is entered all the same."""
LONGEST_LINE = 10_000
DRAFT = "notes"
"""The slot in which the Notes of a terminal keep theirs."""
_PAGE = late_pattern(r"[a-z0-9]{8,32}")


class NoteSeat:
    """One note-taker's desk."""

    def __init__(self, desk: Desk, drafts: Mapping[str, str]) -> None:
        """`drafts`: what its drafts are now, by slot."""
        self.desk = desk
        self._asking = Asking(desk)
        self._drafts = dict(drafts)
        self._saved = asyncio.Event()
        self._turn = asyncio.Lock()
        desk.listen(self._hear)

    def _hear(self, what: What) -> None:
        if isinstance(what, Keeping):
            self._saved.set()

    async def act(self, said: Said) -> Said:
        """What came of what a page asks for."""
        match said:
            case {"enter": int(number), "page": str(page), "value": str(value)} if _PAGE.fullmatch(
                page
            ):
                noting = _noting(said, value)
                async with self._turn:
                    return {"answer": said.get("id"), **await self._enter(page, number, noting)}
            case {"had": int(number), "page": str(page)} if _PAGE.fullmatch(page):
                self._forget(page, number)
            case {"draft": str(value)}:
                self._keep(DRAFT, _noting(said, value).draft(self.desk.state))
            case {"kind": str(value)}:
                marked = with_next_kind(value[:LONGEST_LINE], self.desk.state.agenda)
                return {"answer": said.get("id"), "value": marked}
            case {"draft_asked": _}:
                found = self._drafts.get(DRAFT, "")
                noting = from_draft(found, self.desk.state)
                on = noting.begun_on or ""
                kept = {"value": noting.text, "tags": list(noting.tags), "on": on}
                return {"answer": said.get("id"), **kept}
        return {}

    async def _enter(self, page: str, number: int, noting: Noting) -> Said:
        got, todo = f"got-{page}", f"todo-{page}"
        before = self._drafts.get(got, "").partition(" ")[0]
        is_again = before.isdecimal() and number <= int(before)
        if is_again and not self._drafts.get(todo):
            return {"did": True, "said": {}}
        meant = noting.meant(noting.text, self.desk.state)
        if meant.kind not in ("act", "note", "correct"):
            return {"did": True, "said": {}, "tags": list(meant.tags)}
        self._saved.clear()
        self._keep(todo, f"{number} {meant.line}")
        self._keep(got, f"{number} {meant.line}")
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._saved.wait()
        except TimeoutError:
            pass  # the disk is silent, and says so; the room does not wait for it
        what = await self._asking.done(meant.line, todo)
        self._keep(DRAFT, "")
        if isinstance(what, Refused):
            self._keep(todo, "")
        else:
            self._drafts.pop(todo, None)  # it went with the line
        return {"tags": list(meant.tags), **told(self.desk, what)}

    def _keep(self, slot: str, text: str) -> None:
        self._drafts[slot] = text
        self.desk.keep_draft(slot, text)

    def _forget(self, page: str, number: int) -> None:
        """The page knows what came of a line: it will not send it again."""
        if self._drafts.get(f"got-{page}", "").partition(" ")[0] == str(number):
            self._keep(f"got-{page}", "")


def _noting(said: Mapping[str, Any], value: str) -> Noting:
    """The line as the page has it: on what it was begun, with which tags."""
    on, tags = said.get("on"), said.get("tags")
    known = tuple(map(str, tags)) if isinstance(tags, list) else ()
    text = clean_line(value)[:LONGEST_LINE]
    return Noting(known, text, begun_on=on if isinstance(on, str) and on else None)


class NoteSeats:
    """The desks of all note-takers, each opened when its page is first opened."""

    def __init__(self, folder: SessionFolder) -> None:
        self._folder = folder
        self._seats: dict[str, NoteSeat] = {}
        self._opening = asyncio.Lock()

    async def of(self, hand: str) -> NoteSeat:
        """The seat of whoever has those initials."""
        async with self._opening:
            if hand not in self._seats:
                loop = asyncio.get_running_loop()
                seat = Seat("notes", hand, "", "notes")
                opened = await asyncio.to_thread(
                    open_session, self._folder, seat, role="notes", of=hand
                )

                def give(call: Callable[[], None]) -> None:
                    loop.call_soon_threadsafe(call)

                drafts = opened.restored.drafts if opened.restored else {}
                desk = sit_down(opened, seat, give)
                desk.intake.texts = None  # a browser names no file of this computer
                self._seats[hand] = NoteSeat(desk, drafts)
        return self._seats[hand]

    def tick(self) -> None:
        """To be called about every half second."""
        for each in self._seats.values():
            each.desk.tick()

    def leave(self) -> None:
        """Everybody goes."""
        for each in self._seats.values():
            each.desk.leave()
