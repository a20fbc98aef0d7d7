"""The port of a desk at the meeting: what is entered is recorded, what was recorded is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial

from meeting_tui.desk.clock import other_day_told
from meeting_tui.desk.desk import Accepted, Desk, Followed, Refused, What
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.limit_fit import fit_limit
from meeting_tui.desk.opening import Opened, moved_told, sit_down
from meeting_tui.desk.seats import Company
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.acts import BY_ID, act_meant
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.entry import Command, Entry
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.statement_texts import StatementKept
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.text import fit
from meeting_tui.ui.act_keys import ON_CURSOR, ONCE_A_PRESS, request_line, why_not
from meeting_tui.ui.act_line import SentLine, SentLines, is_plan
from meeting_tui.ui.answers import (
    greeting,
    line_to_finish,
    others_sentences,
    refusal_sentence,
    refused_late,
)
from meeting_tui.ui.files_behind import FilesBehind
from meeting_tui.ui.port import FIRST_MODE, Frame, Port
from meeting_tui.ui.widgets.typed_line import Complete, Completion, TypedLine
from meeting_tui.views.keeping import Keeping, keeping_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line
from meeting_tui.words import in_language, with_asides


class LimitBell:
    """Checks the speaker's time now and then, and rings when it runs out."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._within: tuple[str, int] | None = None
        """The intervention and the limit that last had time left."""

    def look(self, state: MeetingState, now: datetime) -> None:
        """Ring if the limit passed since the last check, but not if it passed long ago."""
        speaking = state.speaking()
        if speaking is None or speaking.limit_seconds is None:
            self._within = None
            return
        this = (speaking.id, speaking.limit_seconds)
        left = speaking.left_seconds(now)
        if left is not None and left > 0:
            self._within = this
        elif self._within == this:
            self._within = None
            self._ring()


SAME_LOOK_SECONDS = 0.02
"""Looks so close together are the same one."""
OWN_WORDS = (PointNoted, PointCorrected, ItemNoted, StatementKept)
ECHO_CELLS = 120
"""Of what somebody has just typed itself so much is said back: two lines of a small screen, with
what stands at their right. It stands on the screen whole."""
SAME_FORECAST = timedelta(seconds=1)
LOOK_OFTEN_SECONDS = 0.5


class LivePort(Port):
    """What the screens ask of one seat at one meeting."""

    def __init__(self, frame: Frame, opened: Opened, seat: Seat, speed: float | None) -> None:
        """`speed` is the rate of a rehearsal's clock."""
        self._frame = frame
        self.opened = opened
        self.seat = seat
        self.desk: Desk = sit_down(opened, seat, frame.hand_over, speed)
        self.pace = self.desk.intake.speed
        self.files = FilesBehind(opened.folder, self.desk, frame.language, self._tell_left)
        self.sent = SentLines()
        self.drafts = dict(opened.restored.drafts) if opened.restored else {}
        self._look: Look | None = None
        self._looked_at = 0.0
        self._is_one_look = False
        self._projection: Projection | None = None
        self._projected_at = 0
        """Number of the last entry that the forecast knows."""

    @property
    def look(self) -> Look:
        """One look at the meeting."""
        now = time.monotonic()
        is_old = not self._is_one_look and now - self._looked_at > SAME_LOOK_SECONDS
        if self._look is None or is_old:
            frame, instant, state = self._frame, self.desk.clock.now(), self.desk.state
            intake, members = self.desk.intake, frame.report_choice.members
            how = (
                intake.directory,
                frame.language,
                self.pace,
                members,
                intake.company.people,
                intake.seat.desk,
            )
            known, stood = partial(self._projected, state, instant), intake.meeting.stood
            self._look = Look(state, instant, known, *how, stood=stood)
            if state.disputes:
                self._look = intake.with_disputes(self._look)
            self._looked_at = now
        return self._look

    @contextmanager
    def one_look(self) -> Iterator[None]:
        """A slow machine works nothing out twice for what is shown at once."""
        self._is_one_look = self.look is not None  # made anew first, where the last is old
        try:
            yield
        finally:
            self._is_one_look = False

    def look_again(self) -> None:
        """Something changed: the next look is a new one."""
        self._look = None

    def _projected(self, state: MeetingState, instant: datetime) -> Projection | None:
        """The forecast; where it cannot be worked out the last one stands, and all else goes on.

        It says minutes, so one of less than a second ago serves until something happens.
        """
        newest, made = self.desk.intake.meeting.last.seq, self._projection
        if made and self._projected_at == newest and abs(instant - made.now) < SAME_FORECAST:
            return made
        try:
            self._projection = project(state, instant)
            self._projected_at = newest
        except Exception as fault:  # noqa: BLE001 - all else goes on without it
            self._frame.faulty(fault, "the forecast", is_told=self._projection is None)
        return self._projection

    def begin(self) -> None:
        """Listen to the desk; notice when the clock jumps, the disk is silent, a limit is over."""
        self.desk.listen(self._heard)
        self._frame.set_interval(LOOK_OFTEN_SECONDS, self.desk.tick)
        if self._frame.settings.sound.value:
            bell = LimitBell(self._frame.bell)
            self._frame.set_interval(
                LOOK_OFTEN_SECONDS, lambda: bell.look(self.desk.state, self.desk.clock.now())
            )

    def greet(self) -> None:
        """Say what was found when the session was opened."""
        language = self._frame.language
        told = greeting(self.look, self.opened, FIRST_MODE)
        day = other_day_told(self.desk.state, self.desk.clock.now(), language)
        first = [in_language(each, language) for each in self.opened.told]
        moved = moved_told(self.desk.intake, language)
        told = " ".join(filter(None, (*first, told, moved, day)))
        if told:
            self._frame.tell_first(told, "info", seconds=20)

    def leave(self) -> bool:
        """Write everything that is not written; False when something could not be."""
        return self.files.finish()

    # What is asked of it

    def may(self, act_id: str) -> str | None:
        """None when an act is allowed now, else the sentence that says why not."""
        intake, now = self.desk.intake, self.desk.clock.now()
        refusal = intake.not_here(act_meant(self.desk.state, act_id))
        if refusal:
            return refusal_sentence(self.look, refusal)
        return why_not(intake.meeting, act_id, now, self._frame.language, intake.directory)

    def submit(
        self,
        text: str,
        field: TypedLine | None,
        slot: str | None,
        command: Command | None = None,
    ) -> None:
        """Hand a line to the desk; what came of it is heard later."""
        self._frame.stay()
        self._frame.remember_input("a line entered")
        self.sent.send(text, field, self._frame.key_came)
        self.desk.submit(text, slot, command)

    def begins(self, act_id: str) -> str | None:
        """The line of an act that needs more words and is allowed now."""
        if act_id in ON_CURSOR or act_id not in BY_ID:
            return None
        found = act_meant(self.desk.state, act_id)
        return found.line if found.line.endswith(" ") and self.may(found.id) is None else None

    def do_act(self, act_id: str) -> None:
        """Do a whole act, or begin its line; on the Floor one on whom the cursor is."""
        frame, found = self._frame, act_meant(self.desk.state, act_id)
        if found.id in ONCE_A_PRESS and frame.is_held(found.id):
            return
        if found.id == "undo" and self._plan_left():
            return
        line = self._line_on_cursor(found) if found.id in ON_CURSOR else None
        if line is None and found.line.endswith(" "):
            refused = self.may(found.id)
            if refused:
                frame.tell(refused, "refusal")
            else:
                frame.begin_line(found.line)
        else:
            # Whether it is allowed, the desk says.
            self.submit(line or found.line, None, None, None if line else found.bare)

    def _plan_left(self) -> bool:
        """Whether a plan stood in the line, which is left now: taken back comes what is newest."""
        shown = self._frame.shown
        if shown is None or not is_plan(shown.typed_act.lstrip()):
            return False
        shown.act_line.leave()
        return True

    def _line_on_cursor(self, found: Act) -> str | None:
        chosen = self._frame.shown.chosen if self._frame.shown else None
        if chosen is None:
            return None
        state = self.desk.state
        return found.line + request_line(state, state.inscriptions[chosen])

    def suggest_limit(self, clock: str) -> None:
        """Put the limit that ends the open item by `clock` into the line, its sum above it.

        If groups keep their proportion, the line holds several limits: one Enter sets them all and
        one undo takes them all back.
        """
        frame = self._frame
        if not clock:
            frame.begin_line("limit fit ")
            return
        look = self.look
        suggestion = fit_limit(look, clock)
        line = suggestion.line if suggestion.suffices else f"limit fit {clock}"
        if line:
            frame.begin_line(line)
        if frame.shown:
            frame.shown.forget_suggestions()
        kind = "info" if suggestion.suffices else "refusal"
        frame.tell(suggestion.sentence, kind, seconds=60)

    def export_report(self, typed: str) -> None:
        """Write the report out, in the formats typed; begins that line where none are."""
        from meeting_tui.ui.exporting_report import export_report

        export_report(self._frame, typed, self.files.folder)

    def save_elsewhere(self, folder: str) -> None:
        """Keep the session in another folder from now on."""
        if not folder:
            self._frame.begin_line("save ")
            self._frame.tell(self._frame.say("screen.save_where"), "info")
            return
        self.files.go_on_in(folder, partial(self._moved, folder))

    def _moved(self, folder: str, reason: str | None) -> None:
        say = self._frame.say
        if reason is None:
            self._frame.tell(say("screen.saving_in", folder=folder), "saved")
        else:
            self._frame.tell(say("screen.not_saving_in", folder=folder, reason=reason), "refusal")

    def _tell_left(self, sentence: str) -> None:
        self._frame.hand_over(lambda: self._frame.tell(sentence, "warning", seconds=60))

    # What is heard of the desk

    def _heard(self, what: What) -> None:
        if not isinstance(what, Keeping):
            self._look = None
        if not self._frame.has_screens:
            return
        if isinstance(what, Keeping):
            self._frame.keep_question_true()
            shown = self._frame.shown
            if shown and shown.is_mounted:
                shown.show_keeping()
        elif isinstance(what, Refused):
            self._heard_refused(what)
        elif isinstance(what, Followed | Company):
            self._heard_others(what.entries if isinstance(what, Followed) else ())
        else:
            self._heard_accepted(what)

    def _heard_refused(self, what: Refused) -> None:
        frame = self._frame
        sent = self.sent.answered(what.line) if what.line else None
        if frame.shown:
            frame.shown.forget_suggestions()
        told = refusal_sentence(self.look, what.refusal)
        frame.tell(self._refuse(sent, what.refusal, told) if sent else told, "refusal")

    def _heard_accepted(self, what: Accepted) -> None:
        frame, shown, meeting = self._frame, self._frame.shown, self.desk.intake.meeting
        sent = self.sent.answered(what.line) if what.line else None
        for entry in what.entries:
            frame.remember_input(f"recorded {type(entry.event).__name__}")
        if sent and sent.field:
            sent.field.accept(sent.text)
        if shown:
            shown.forget_suggestions()
        with frame.boundary("telling what was done"):
            told = tell_newest(meeting, what.entries, frame.language, self.look.name)
            if all(isinstance(entry.event, OWN_WORDS) for entry in what.entries):
                told = fit(told, ECHO_CELLS).rstrip()
            frame.tell(with_asides(told, what.asides, frame.language), "info")
        if shown:
            shown.show_act()
        self._write_after(what.entries)

    def _heard_others(self, entries: tuple[Entry, ...]) -> None:
        """Show what other seats did; told is only what is of this seat, too."""
        frame, intake = self._frame, self.desk.intake
        for told in others_sentences(self.look, entries, intake.meeting, intake.seat.desk):
            frame.tell(told, "warning", seconds=60)
        if frame.shown:
            frame.shown.refresh_all()
        self._write_after(entries)

    def _write_after(self, entries: tuple[Entry, ...]) -> None:
        """Write the files where something ended, if it is for this seat to do."""
        if entries and self.desk.intake.has_control:
            with self._frame.boundary("beginning to write files"):
                self.files.after(entries)

    def _refuse(self, sent: SentLine, refusal: Refusal, told: str) -> str:
        """Give a refused line back, where no key came since; else say which one it was."""
        field = sent.field
        if field is None:
            return told
        if field.value or self._frame.key_came != sent.at or self.sent.is_from(field):
            field.refuse_late(sent.text)
            return refused_late(self.look, sent.text, told)
        field.refuse(line_to_finish(sent.text, refusal), sent.text)
        return told

    # What it changes on the screens

    def placeholder(self, own: str) -> str:
        """The screen's; at a seat that only looks on, that it does."""
        is_view = self.desk.intake.seat.role == "view"
        return self._frame.say("seats.placeholder_view") if is_view else own

    def completer(self) -> Complete:
        """Acts and names."""
        language = self._frame.language

        def complete(line: str, caret: int) -> Sequence[Completion]:
            from meeting_tui.ui.completing import Completer  # late: nothing is typed yet

            return Completer(lambda: self.desk.intake.lexicon, language)(line, caret)

        return complete

    def at_right(self) -> Line:
        """Whether everything is on disk."""
        return keeping_line(self.look, self.desk.keeping)
