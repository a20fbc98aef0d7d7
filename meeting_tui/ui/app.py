"""The terminal program: one desk, its screens, every act from one registry.

The app joins the desk to the screens and does nothing of the meeting itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.binding import BindingsMap

from meeting_tui.desk.desk import Accepted, Desk, Refused
from meeting_tui.desk.kept_clock import other_day_told
from meeting_tui.desk.left_open import moved_told
from meeting_tui.desk.minting import Seat
from meeting_tui.desk.opening import Opened, sit_down
from meeting_tui.desk.settings import Settings
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.acts import Act, act
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.ui.act_keys import do_act, meant_now, prefill, why_not
from meeting_tui.ui.answers import (
    accepted_sentence,
    greeting,
    line_to_finish,
    refusal_sentence,
    refused_late,
)
from meeting_tui.ui.app_acts import AppActs
from meeting_tui.ui.bell import LimitBell
from meeting_tui.ui.boundary import described
from meeting_tui.ui.files_behind import FilesBehind
from meeting_tui.ui.own_keys import bindings_anywhere, own_keys
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.sent_lines import SentLine, SentLines
from meeting_tui.ui.theme import THEMES, VARIABLE_DEFAULTS, theme_name
from meeting_tui.ui.ui_acts import ui_act_typed
from meeting_tui.ui.ways import Ways
from meeting_tui.ui.widgets.typed_line import TypedLine
from meeting_tui.views.keeping import Keeping
from meeting_tui.views.look import Look
from meeting_tui.words import with_asides

if TYPE_CHECKING:
    from meeting_tui.desk.replay_desk import Replay

WARM_AFTER_SECONDS = 0.3
"""Names are made ready for look-up once the first screen stands, so as not to hold it up."""


class MeetingApp(AppActs):
    """One seat at one meeting."""

    MODES = MODES
    DEFAULT_MODE = "floor"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (110, "-wide"),
        (170, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    def __init__(
        self,
        opened: Opened | Replay,
        seat: Seat,
        settings: Settings,
        theme: str = "dark",
        speed: float | None = None,
    ) -> None:
        """`speed` is the rate of a rehearsal's clock."""
        super().__init__(str(settings.language.value), theme)
        self._begin_in(theme_name(theme))
        self.opened = opened
        self.seat = seat
        self.settings = settings
        self.pace = speed if speed and opened.meeting.state.rehearsal else 1.0
        self.own_keys = own_keys(settings)
        self.desk: Desk = self._sit(opened, speed)
        self.ways = Ways(self)
        self.files = FilesBehind(opened.folder, self.desk, self.language, self._tell_left)
        self.sent = SentLines()
        self._glanced_at = 0.0
        self._projection: Projection | None = None
        self.drafts = dict(opened.restored.drafts) if opened.restored else {}
        self._bindings = BindingsMap(bindings_anywhere(self.own_keys))

    def _sit(self, opened: Opened | Replay, speed: float | None) -> Desk:
        assert isinstance(opened, Opened)
        return sit_down(opened, self.seat, self._hand_over, speed)

    def _begin_in(self, theme: str) -> None:
        """Begin in a theme of ours: changed later, it would style the first screen twice."""
        for each in THEMES:
            self.register_theme(each)
        self.set_reactive(MeetingApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names for colours, in any theme."""
        return dict(VARIABLE_DEFAULTS)

    def on_mount(self) -> None:
        self.desk.listen(self._heard)
        self._keep_watch()
        self._hear_no_more = self.hear_tasks_and_threads()
        self.call_after_refresh(self._greet)
        self.show_in_language()

    @property
    def fault_folder(self) -> Path:
        """The session's folder, where it is now."""
        return self.files.folder.path

    def fault_facts(self) -> dict[str, str | int]:
        """How far the meeting was, how it was shown, and what had the keys."""
        stack = self._screen_stacks.get(self._current_mode, [])
        focused = stack[-1].focused if stack else None
        return {
            "language": self.language,
            "theme": self.wanted_theme,
            "entries": len(self.desk.table.meeting.entries),
            "phase": self.desk.state.phase,
            "screens": " ".join(type(each).__name__ for each in stack),
            "focus": described(focused) if focused else "-",
        }

    def _keep_watch(self) -> None:
        """Notice what happens by itself: the clock jumps, the disk is silent, a limit is over."""
        self.set_interval(0.5, self.desk.tick)
        if self.settings.sound.value:
            bell = LimitBell(self.bell)
            self.set_interval(0.5, lambda: bell.look(self.desk.state, self.desk.clock.now()))

    def _greet(self) -> None:
        told = greeting(self.glance, self.opened.restored, str(self.DEFAULT_MODE))
        day = other_day_told(self.desk.state, self.desk.clock.now(), self.language)
        told = " ".join(filter(None, (told, moved_told(self.desk.table, self.language), day)))
        if told:
            self.tell_first(told, "info", seconds=20)
        self.set_timer(WARM_AFTER_SECONDS, self._warm)

    def _warm(self) -> None:
        self.run_worker(self.desk.table.directory.warm, thread=True, exit_on_error=False)

    @property
    def glance(self) -> Look:
        """One look at the meeting; looks within the same 20 ms are the same one."""
        now = time.monotonic()
        if self._glance is None or now - self._glanced_at > 0.02:
            instant = self.desk.clock.now()
            state = self.desk.state
            names, members = self.desk.table.directory, self.report_choice.members
            how = (names, self.language, self.pace, members)
            self._glance = Look(state, instant, self._projected(state, instant), *how)
            self._glanced_at = now
        return self._glance

    def _projected(self, state: MeetingState, instant: datetime) -> Projection:
        """The forecast; where it cannot be worked out the last one stands, and all else goes on."""
        try:
            self._projection = project(state, instant)
        except Exception as fault:
            if self._projection is None:
                raise
            self.faulty(fault, "the forecast")
        return self._projection

    @property
    def is_at_work(self) -> bool:
        """An act is on its way to the disk, or the palette still looks for what was typed."""
        searches = bool(self.screen_stack) and getattr(self.screen, "is_searching", False)
        return self.desk.is_at_work or searches

    @property
    def keeping(self) -> Keeping:
        """How what was entered stands with the disk."""
        return self.desk.keeping

    def draft(self, slot: str) -> str:
        """The text that was typed and not entered when the program last ended."""
        return self.drafts.get(slot, "")

    def may(self, act_id: str) -> str | None:
        """None when an act is allowed now, else the sentence that says why not."""
        return why_not(self.glance, self.desk.table.meeting, act_id)

    def act_meant(self, act_id: str) -> Act:
        """The act a key stands for now: one key pauses and continues, one raises and rules."""
        return act(meant_now(self.desk.state, act_id))

    def submit(self, text: str, field: TypedLine | None = None, slot: str | None = None) -> None:
        """Do what a typed line says: an act of the screen, or one of the meeting."""
        found = ui_act_typed(text)
        if found:
            act, rest = found
            if field:
                field.accept()
            if slot:
                self.desk.keep_draft(slot, "")
            action = f"{act.action}({rest!r})" if rest else act.action
            self.call_later(self.run_action, action)
            return
        self.stay()
        self.remember_input("a line entered")
        self.sent.send(text, field, self.key_came)
        self.desk.submit(text, slot)

    def type_ahead(self, event: events.Event) -> bool:
        """Text goes to the line in view, where nothing on its way decides whose it is."""
        screen = self.screen if self.screen_stack else None
        if not isinstance(screen, MeetingScreen) or not screen.types_ahead:
            return False
        return self.focused is screen.act_line and screen.act_line.type_ahead(event)

    def on_saving(self) -> None:
        """Say what is on its way, here and where it stands whether all is on disk."""
        shown = self.screen if self.screen_stack else None
        newest = next(reversed(list(self.sent)), None)
        if newest and isinstance(shown, MeetingScreen) and shown.is_mounted:
            shown.show_saving(newest.text)

    def do_act(self, act_id: str) -> None:
        """Do what the key of an act means now."""
        self.remember_input(f"act {act_id}")
        do_act(self, act_id)

    def action_act(self, act_id: str) -> None:
        """A key or a click on the key bar."""
        self.do_act(act_id)

    def action_change_language(self) -> None:
        """From English to Chinese and back, on every screen."""
        from meeting_tui.ui.changing_language import change_language

        self.call_later(change_language, self)  # a screen cannot wait until it is taken away

    def show_in_language(self) -> None:
        """What is not on a screen is said in the reader's language too."""
        self._glance = None
        self.title = self.desk.state.agenda.short_title.say(self.language)

    def action_command_palette(self) -> None:
        """Search every act by its words."""
        from meeting_tui.ui.palette import open_palette

        if self.to_show is None:
            open_palette(self)

    def close_palettes(self) -> None:
        """End what a palette still looks for, on any screen that is taken away."""
        from meeting_tui.ui.palette import ActPalette

        for stack in self._screen_stacks.values():
            for each in stack:
                if isinstance(each, ActPalette):
                    each.stop()

    def action_save_elsewhere(self, folder: str = "") -> None:
        """Keep the session in another folder from now on."""
        if not folder:
            prefill(self, "save ")
            self.tell(self.say("screen.save_where"), "info")
            return
        self.files.go_on_in(folder, lambda reason: self._moved(folder, reason))

    def action_fit_limit(self, clock: str = "") -> None:
        """Suggest the limit that ends the open item by a time; only a person sets it."""
        from meeting_tui.ui.limit_fitting import suggest_limit

        suggest_limit(self, clock)

    def _tell_left(self, sentence: str) -> None:
        self._hand_over(lambda: self.tell(sentence, "warning", seconds=60))

    def _moved(self, folder: str, reason: str | None) -> None:
        if reason is None:
            self.tell(self.say("screen.saving_in", folder=folder), "saved")
        else:
            self.tell(self.say("screen.not_saving_in", folder=folder, reason=reason), "refusal")

    def _hand_over(self, call: Callable[[], None]) -> None:
        # As a message, so that it is done between others and in the app's own context.
        if self.is_running:
            self.post_message(events.Callback(callback=call))

    def _heard(self, what: Accepted | Refused | Keeping) -> None:
        self._glance = None
        if not self.screen_stack:
            return
        shown = self.screen if isinstance(self.screen, MeetingScreen) else None
        if isinstance(what, Keeping):
            self.keep_question_true()
            if shown and shown.is_mounted:
                shown.show_keeping()
            return
        sent = self.sent.answered(what.line) if what.line else None
        if isinstance(what, Refused):
            if shown:
                shown.forget_suggestions()
            told = refusal_sentence(self.glance, what.refusal)
            self.tell(self._refuse(sent, what.refusal, told) if sent else told, "refusal")
            return
        for entry in what.entries:
            self.remember_input(f"recorded {type(entry.event).__name__}")
        if sent and sent.field:
            sent.field.accept(sent.text)
        if shown:
            shown.forget_suggestions()
        with self.boundary("telling what was done"):
            told = accepted_sentence(self.glance, what.entries, self.desk.table.meeting)
            self.tell(with_asides(told, what.asides, self.language), "info")
        with self.boundary("beginning to write files"):
            self.files.after(what.entries)
        if shown:
            shown.refresh_all()

    def _refuse(self, sent: SentLine, refusal: Refusal, told: str) -> str:
        """Give a refused line back, where no key came since; else say which one it was."""
        field = sent.field
        if field is None:
            return told
        if field.value or self.key_came != sent.at or self.sent.is_from(field):
            field.refuse_late(sent.text)
            return refused_late(self.glance, sent.text, told)
        field.refuse(line_to_finish(sent.text, refusal), sent.text)
        return told

    def leave(self) -> bool:
        """Write everything that is not written; False when something could not be."""
        for slot, screen in ((each.MODE, each) for each in self.mode_screens()):
            if screen.is_mounted:
                with self.boundary("keeping a draft"):
                    self.desk.keep_draft(slot, screen.draft)
        written = False
        with self.boundary("leaving"):
            written = self.files.finish()
        self.fault_file.finish(self.fault_folder, datetime.now(UTC))
        return written
