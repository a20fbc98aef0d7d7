"""The meeting line by line, for screen readers and bad links: acts typed, facts in sentences.

Nothing is drawn and nothing moves by itself; each answer is a few lines of plain text, on disk
before it is told. Told unasked, and once, is only that a speaker is over time and that a break is
over: at a terminal when it happens, else with the next line. The screen's library is not loaded.
In a past session it is typed where to go, and how it stood then is told.
"""

from __future__ import annotations

import io
import queue
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TextIO

import click

from meeting_tui.desk.clock import SessionClock, other_day_told
from meeting_tui.desk.desk import Desk, Followed, Refused, What
from meeting_tui.desk.elsewhere import leave_note
from meeting_tui.desk.exporting import write_drafts
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.limit_fit import fit_limit, limit_fit_asked
from meeting_tui.desk.opening import Opened, left_open_told, losses_told, sit_down
from meeting_tui.desk.received_texts import path_typed
from meeting_tui.desk.replay import Guide, ReplayDesk, Unit
from meeting_tui.desk.seats import Company, last_to_leave
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.refusal import refusal_told
from meeting_tui.meeting.sittings import MeetingAdjourned, SittingSuspended
from meeting_tui.meeting.telling import acts_of, tell_newest
from meeting_tui.shell.common import mended_sentences
from meeting_tui.text import display
from meeting_tui.views import plain
from meeting_tui.views.keeping import Keeping, break_over, dispute_lines
from meeting_tui.views.look import Look
from meeting_tui.views.speaking_times import times_asked, times_told
from meeting_tui.words import Sentence, Value, in_language, say, with_asides

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged


TICK_SECONDS = 0.25
WAIT_SECONDS = 1.0
"""So long a line is waited for before it is looked whether there is something to tell."""
_OCCASIONS = (ItemClosed, SittingSuspended, MeetingAdjourned, PointPurged)
ASKED = {"now": "now", "现在": "now", "list": "list", "名单": "list"}
HELP = ("help", "?", "？", "帮助")
LEAVING = ("quit", "exit", "退出")
_TOLD_IN_HELP = ("list", "times", "checklist", "slip", "disputed", "limit_fit", "save", "quit")
"""What is asked of the program, not of the meeting; said under `asked.<id>`."""
_SYNTAX = {"limit_fit": "limit fit HH:MM", "save": "save FOLDER"}
_UNITS: dict[str, Unit] = {
    "turn": "turn",
    "minute": "minute",
    "item": "item",
    "发言": "turn",
    "分钟": "minute",
    "项目": "item",
}
_BACK = ("back", "返回")


def run_plain(opened: Opened, seat: Seat, language: str, speed: float | None) -> int:
    """Run the meeting on lines from standard input until `quit` or their end; the exit code."""
    with _told_to_end():
        return PlainSeat(opened, seat, language, speed).run(lines_in())


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Let the system's request to end the program be an exception, on which what waits is kept."""

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)
        raise SystemExit(128 + number)

    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {kind: signal.signal(kind, end) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


class PlainSeat:
    """One seat without a screen: a line in, its answer out, then the next."""

    def __init__(self, opened: Opened, seat: Seat, language: str, speed: float | None) -> None:
        self._folder = opened.folder
        self._opened = opened
        self._seat = seat
        self._language = language
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._desk: Desk = sit_down(opened, seat, self._calls.put, speed)
        self._desk.listen(self._heard)
        self._answers = 0
        self._over_told: set[str | datetime] = set()
        self._trouble_told: str | None = None
        self._files_trouble = ""
        self._is_leave_asked = False
        self._had_company = False

    def run(self, lines: TextIO) -> int:
        """Do what the lines say; 0 when everything is on disk at the end, else 1."""
        try:
            self._greet()
            for line in as_they_come(lines, partial(self._tell_over_time, is_unasked=True)):
                if not self._do(line.strip()):
                    break
        except KeyboardInterrupt:
            self._tell("")
        except BaseException:
            # Whatever it is: what waits for the disk is written before it is told.
            self._desk.leave()
            raise
        return self._leave()

    def _do(self, line: str) -> bool:
        """Do one line; False when it says to leave."""
        self._tell_over_time()
        word = line.casefold()
        if word in LEAVING:
            return self._asks_to_stay()
        self._is_leave_asked = False
        if not line or word in ASKED:
            for fact in self._asked(word):
                self._tell(fact)
        elif word in HELP:
            for told in help_told(self._language):
                self._tell(told)
        elif (asked := times_asked(line)) is not None:
            for told in times_told(self._look(), asked):
                self._tell(told)
        elif plain.is_checklist_asked(line):
            for told in plain.checklist_lines(self._look()):
                self._tell(told)
        elif plain.is_slip_asked(line):
            for told in plain.slip_told(self._look()):
                self._tell(told)
        elif plain.is_disputed_asked(line):
            for told in dispute_lines(self._look()):
                self._tell(told)
        elif (clock := limit_fit_asked(line)) is not None:
            self._suggest_limit(clock)
        elif word == "save" or word.startswith("save "):
            self._save_elsewhere(line[len("save") :].strip())
        else:
            answers = self._answers + 1
            self._desk.submit(line)
            self._wait(answers)
        return True

    def _asks_to_stay(self) -> bool:
        """Whether leaving is asked about first, as something is not on disk; once."""
        self._catch_up()
        keeping = self._desk.keeping
        if keeping.is_saved or self._is_leave_asked:
            return False
        self._is_leave_asked = True
        is_away = keeping.standing == "away"
        key = "shared.plain_quit_again" if is_away else "shell.plain_quit_again"
        self._say(key, count=keeping.waiting)
        return True

    def _suggest_limit(self, clock: str) -> None:
        """Say which limit ends the open item by a time; nothing is set by it."""
        suggestion = fit_limit(self._look(), clock)
        if suggestion.line:
            self._say("forecast.suggests", line=suggestion.line)
        self._tell(suggestion.sentence)

    def _wait(self, answers: int) -> None:
        """Wait for the desk's answer, which comes whatever the disk does."""
        while self._answers < answers:
            try:
                self._calls.get(timeout=TICK_SECONDS)()
            except queue.Empty:
                self._desk.tick()

    def _catch_up(self) -> None:
        """Hear what the writer said meanwhile, and whether the machine slept."""
        self._desk.tick()
        while not self._calls.empty():
            self._calls.get()()

    def _asked(self, word: str) -> list[str]:
        """How the meeting stands, or who is on the list."""
        look = self._look()
        if ASKED.get(word) == "list":
            return plain.list_told(look)
        return plain.facts(look, self._desk.keeping)

    def _look(self) -> Look:
        self._catch_up()
        desk = self._desk
        names, meeting = desk.intake.directory, desk.intake.meeting
        now = desk.clock.now()
        look = Look.of(meeting.state, now, names, self._language, meeting.stood)
        return desk.intake.with_disputes(look)

    def _heard(self, what: What) -> None:
        if isinstance(what, Followed):
            self._tell_others(what.entries)
            return
        if isinstance(what, Company):
            self._tell_company()
            return
        if isinstance(what, Keeping):
            if what.trouble != self._trouble_told:
                self._trouble_told = what.trouble
                key = f"shell.trouble_{what.trouble}" if what.trouble else "shell.all_saved"
                self._say(key)
            return
        self._answers += bool(what.line)
        if isinstance(what, Refused):
            directory = self._desk.intake.directory
            sentence = refusal_told(what.refusal, self._language, directory)
            self._say("shell.refused_do", sentence=sentence)
            return
        told = self._told(what.entries)
        self._tell(with_asides(told, what.asides, self._language))
        if self._desk.intake.has_control:
            self._write_after(what.entries)

    def _told(self, entries: tuple[Entry, ...]) -> str:
        """What was done, in one line."""
        directory = self._desk.intake.directory
        return tell_newest(
            self._desk.intake.meeting,
            entries,
            self._language,
            lambda code: directory.name(code, self._language),
        )

    def _tell_company(self) -> None:
        """Who is at the meeting beside oneself."""
        others = [each for each in self._desk.intake.company.others if each.role != "shell"]
        here = [
            say(f"seats.role_{each.role}", self._language, name=each.name or each.called)
            for each in others
        ]
        if here:
            self._say("seats.here", names=say("procedure.between", self._language).join(here))
        elif self._had_company:
            self._say("seats.alone")
        self._had_company = bool(here)

    def _tell_others(self, entries: tuple[Entry, ...]) -> None:
        """What other seats did, each act in a line with who did it."""
        for act in acts_of(entries):
            by = act[0].hand or act[0].desk
            self._say("seats.did", by=by, what=self._told(act))
        if self._desk.intake.has_control:
            self._write_after(entries)

    def _greet(self) -> None:
        for first in self._opened.told:
            self._tell(in_language(first, self._language))
        restored = self._opened.restored
        if restored:
            if not restored.salvaged:
                lacks = self._desk.state.losses or restored.head_trouble or restored.rescued
                key = "shell.plain_restored_some" if lacks else "shell.plain_restored"
                if self._opened.joins and not lacks:
                    key = "seats.joined"
                self._say(key, count=restored.entries)
            else:
                for sentence in self._mended(restored.salvaged):
                    self._tell(sentence)
            if called := self._opened.unsigned_as:
                self._say("seats.without_initials", name=called)
            if restored.head_trouble:
                self._tell(in_language(restored.head_trouble.sentence, self._language))
            if restored.rescued:
                file = str(restored.rescued.path)
                self._say("screen.rescued", count=restored.rescued.count, file=file)
            for text in dict.fromkeys(filter(None, restored.drafts.values())):
                self._say("shell.plain_draft", text=text)
        for sentence in losses_told(self._desk.intake.meeting, self._language):
            self._tell(sentence)
        left_open = left_open_told(self._desk.intake, self._language)
        day = other_day_told(self._desk.state, self._desk.clock.now(), self._language)
        self._tell_company()
        for fact in (*self._asked("now"), *filter(None, (left_open, day))):
            self._tell(fact)
        self._say("shell.plain_how")

    def _mended(self, done: Salvaged) -> list[str]:
        return mended_sentences(lambda key, **params: say(key, self._language, **params), done)

    def _tell_over_time(self, *, is_unasked: bool = False) -> None:
        """Say once of each intervention that it is over its time, and of each break.

        `is_unasked`: on a line of its own, behind whatever somebody has begun to type.
        """
        look = self._look()
        for over in (plain.over_time(look), break_over(look)):
            if over and over[0] not in self._over_told:
                self._over_told.add(over[0])
                if is_unasked:
                    self._tell("")
                self._tell(over[1])

    def _write_after(self, entries: tuple[Entry, ...]) -> None:
        if self._trouble_told is None and any(isinstance(e.event, _OCCASIONS) for e in entries):
            self._write_files()

    def _write_files(self) -> None:
        try:
            for sentence in write_drafts(self._folder, self._language):
                self._tell(sentence)
        except MeetingTuiError as fault:
            self._files_trouble = fault.sentence(self._language)
            self._tell(self._files_trouble)
        else:
            self._files_trouble = ""

    def _save_elsewhere(self, place: str) -> None:
        if not place:
            self._say("shell.plain_save_where")
            return
        if self._desk.intake.company.people:
            self._say("seats.save_alone")
            return
        if self._desk.intake.company.is_bound:
            self._say("shared.save_here")
            return
        target = SessionFolder(path_typed(place) / self._folder.name)
        heard: list[Sentence | str | None] = []
        self._desk.go_on_in(lambda: target.write(self._seat.desk), heard.append)
        while not heard:
            try:
                self._calls.get(timeout=TICK_SECONDS)()
            except queue.Empty:
                self._desk.tick()
        if heard[0] is None:
            noted = leave_note(self._folder.path, target.path, self._desk.clock.now())
            old, self._folder = self._folder, target
            self._desk.intake.company.go_on_in(target.path)
            if isinstance(self._desk.clock, SessionClock):
                self._desk.clock.keep_in(target.path)
            if self._desk.intake.texts is not None:
                self._desk.intake.texts.go_on_in(target.path).join()
            self._say("shell.plain_saving_in", folder=str(target.path))
            if not noted:
                self._say("shell.plain_not_noted", folder=str(old.path))
        else:
            self._say("shell.plain_not_saved_in", folder=str(target.path), why=heard[0])

    def _leave(self) -> int:
        self._catch_up()
        is_written = self._desk.leave()
        if is_written:
            with last_to_leave(self._folder.path) as is_last:
                if is_last:
                    self._write_files()
        folder = str(self._folder.path)
        if is_written and not self._files_trouble:
            self._say("shell.plain_left", folder=folder)
            return 0
        keeping = self._desk.keeping
        if keeping.is_saved:
            self._say("shell.plain_left_unwritten", folder=folder, reason=self._files_trouble)
        elif keeping.standing == "away":
            self._say("shared.left", folder=folder, count=keeping.waiting)
        else:
            params: dict[str, Value] = {"count": keeping.waiting, "reason": keeping.sentence}
            self._say("shell.plain_left_unsaved", folder=folder, **params)
            if self._desk.rescued:
                self._say("screen.left_rescued", file=str(self._desk.rescued))
        return 1

    def _say(self, key: str, **params: Value) -> None:
        self._tell(say(key, self._language, **params))

    def _tell(self, text: str) -> None:
        click.echo(display(text))


def as_they_come(lines: TextIO, while_waiting: Callable[[], None]) -> Iterator[str]:
    """The lines; at a terminal `while_waiting` is called each second in which none comes.

    A terminal hands over line by line, so nothing waits unseen in a buffer. Windows cannot wait so.
    """
    if sys.platform == "win32" or not isinstance(lines, io.TextIOWrapper) or not lines.isatty():
        yield from lines
        return
    while True:
        ready, _, _ = select.select([lines], [], [], WAIT_SECONDS)
        if not ready:
            while_waiting()
            continue
        line = lines.readline()
        if not line:
            return
        yield line


def lines_in() -> TextIO:
    """Standard input, read as UTF-8 where it is a pipe; what is no text ends nothing."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        encoding = sys.stdin.encoding if sys.stdin.isatty() else "utf-8-sig"
        sys.stdin.reconfigure(encoding=encoding, errors="replace")
    return sys.stdin


def help_told(language: str) -> Iterator[str]:
    """Each act of the meeting with what it does, then what can be asked."""
    for act in ACTS:
        yield f"{act.syntax}: {say(f'act.{act.id}', language)}"
    for each in _TOLD_IN_HELP:
        yield f"{_SYNTAX.get(each, each)}: {say(f'asked.{each}', language)}"
    yield say("shell.plain_how", language)


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
        guide = Guide(self._desk.replay.moments, self._desk.intake.directory, self._language)
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
        names, meeting = desk.intake.directory, desk.intake.meeting
        return Look.of(desk.state, desk.at, names, self._language, meeting.stood)

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
