"""A session as it stood, line by line: where to go is typed, and how it stood then is told."""

from __future__ import annotations

from typing import TextIO

import click

from meeting_tui.desk.replay import Guide, ReplayDesk, Unit
from meeting_tui.errors import MeetingTuiError
from meeting_tui.shell.plain import ASKED, HELP, LEAVING, lines_in
from meeting_tui.text import display
from meeting_tui.views import plain
from meeting_tui.views.look import Look
from meeting_tui.views.speaking_times import times_asked, times_told
from meeting_tui.words import say

__all__ = ["PlainReplay", "lines_in"]

_UNITS: dict[str, Unit] = {
    "turn": "turn",
    "minute": "minute",
    "item": "item",
    "发言": "turn",
    "分钟": "minute",
    "项目": "item",
}
_BACK = ("back", "返回")


class PlainReplay:
    """One look without a screen: a place in, how it stood there out."""

    def __init__(self, desk: ReplayDesk, language: str) -> None:
        self._desk = desk
        self._language = language

    def run(self, lines: TextIO, note: str) -> int:
        """Go where the lines say until `quit` or their end; 0."""
        try:
            if note:
                self._tell(note)
            self._facts_now()
            self._say("replay.plain_how")
            for line in lines:
                if line.strip().casefold() in LEAVING:
                    break
                self._do(line.strip())
        except KeyboardInterrupt:
            self._tell("")
        self._desk.leave()
        self._say("replay.left", folder=str(self._desk.replay.folder.path))
        return 0

    def _do(self, line: str) -> None:
        words = line.casefold().split()
        is_back = bool(words) and words[0] in _BACK
        unit = words[is_back:] or (["turn"] if is_back else [])
        if len(unit) == 1 and unit[0] in _UNITS:
            self._step(_UNITS[unit[0]], is_back=is_back)
        elif ASKED.get(line.casefold()) == "list":
            for fact in plain.list_told(self._look()):
                self._tell(fact)
        elif not line or line.casefold() in ASKED:
            self._facts_now()
        elif (asked := times_asked(line)) is not None:
            for fact in times_told(self._look(), asked):
                self._tell(fact)
        elif plain.is_slip_asked(line):
            for told in plain.slip_told(self._look()):
                self._tell(told)
        elif line.casefold() in HELP:
            self._say("replay.plain_how")
        else:
            self._go(line)

    def _step(self, unit: Unit, *, is_back: bool) -> None:
        try:
            moved = self._desk.step(unit, -1 if is_back else 1)
        except MeetingTuiError as fault:
            self._tell(fault.sentence(self._language))
            return
        if moved:
            self._facts_now()
        else:
            self._say("replay.is_start" if is_back else "replay.is_end")

    def _go(self, line: str) -> None:
        guide = Guide(self._desk.replay.moments, self._desk.table.directory, self._language)
        going = guide.read(line, self._desk.at)
        if going is None:
            self._say("replay.nothing_recorded", time=guide.clock(self._desk.at))
            return
        if going.sentence:
            self._tell(going.sentence)
        if going.at is not None:
            self._desk.go(going.at)
            self._facts_now()

    def _look(self) -> Look:
        desk = self._desk
        return Look.of(desk.state, desk.at, desk.table.directory, self._language)

    def _facts_now(self) -> None:
        """How the meeting stood, plainly marked; nothing is said of the disk."""
        look = self._look()
        self._say("replay.plain_mark", time=plain.moment(look))
        for fact in plain.facts_then(look):
            self._tell(fact)

    def _say(self, key: str, **params: str | int) -> None:
        self._tell(say(key, self._language, **params))

    def _tell(self, text: str) -> None:
        click.echo(display(text))
