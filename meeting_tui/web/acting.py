"""What pages ask for and what comes of it: the commands of everywhere, decided by the same rules.

A page names what it wants in plain fields; no text that somebody typed on a page of a delegation is
read as a line of commands.
"""

from __future__ import annotations

import asyncio
from functools import partial
from itertools import count
from typing import Any

from msgspec.structs import replace

from meeting_tui.desk.desk import Accepted, Desk, Refused, What
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.naming import as_named
from meeting_tui.meeting.refusal import refusal_told
from meeting_tui.meeting.slip_seen import NoteSlipSeen
from meeting_tui.meeting.speakers_list import Inscribe
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.meeting.waiting_order import requests_of
from meeting_tui.text import clean_line, display
from meeting_tui.web.links import Link
from meeting_tui.words import LANGUAGES

LONGEST_ABOUT = 200
Said = dict[str, Any]


class Asking:
    """A desk that is asked by pages, and what came of each thing asked."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._waiting: dict[str, asyncio.Future[Accepted | Refused]] = {}
        desk.listen(self._hear)

    def _hear(self, what: What) -> None:
        if isinstance(what, Accepted | Refused):
            asked = self._waiting.pop(what.line, None)
            if asked is not None and not asked.done():  # whoever asked may have gone
                asked.set_result(what)

    async def done(
        self, line: str, slot: str | None = None, command: Command | None = None
    ) -> Accepted | Refused:
        """What came of a line, or of a command that goes by it; no other one reads the same now."""
        came: asyncio.Future[Accepted | Refused] = asyncio.get_running_loop().create_future()
        self._waiting[line] = came
        self.desk.submit(line, slot, command)
        return await came


class Acting:
    """Does at one desk what delegations ask for on their pages."""

    def __init__(self, desk: Desk) -> None:
        self._asking = Asking(desk)
        self._count = count(1)

    async def act(self, link: Link, said: Said) -> Said:
        """What came of it, to be told the page; empty for what no page of ours says."""
        command = self._command(link, said)
        if command is None:
            return {}
        line = f"{link.word} {next(self._count)}"
        what = await self._asking.done(line, command=command)
        return {"answer": said.get("id"), **told(self._asking.desk, what)}

    def _command(self, link: Link, said: Said) -> Command | None:
        if link.page == "slip":
            return NoteSlipSeen() if said.get("noted") is True else None
        desk = self._asking.desk
        found = desk.intake.directory.get(link.subject) if link.page == "request" else None
        if found is None:
            return None
        who, state = as_named(found), desk.state
        match said:
            case {"ask": str(item), "about": str(about)} if item in state.items:
                return Inscribe((who,), item, via="online", about=clean_line(about)[:LONGEST_ABOUT])
            case {"withdraw": str(asked)}:
                own = [each.id for each in requests_of(state, who)]
                if asked in own:
                    return Withdraw(replace(who, nth=own.index(asked) + 1))
        return None


def told(desk: Desk, what: Accepted | Refused) -> Said:
    """What came of it, in each language."""
    said = {each: display(_said(desk, what, each)) for each in LANGUAGES}
    return {"did": isinstance(what, Accepted), "said": said}


def _said(desk: Desk, what: Accepted | Refused, language: str) -> str:
    intake = desk.intake
    if isinstance(what, Refused):
        return refusal_told(what.refusal, language, intake.directory)
    names = partial(intake.directory.name, language=language)
    return tell_newest(intake.meeting, what.entries, language, names)
