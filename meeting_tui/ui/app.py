"""The terminal program: the frame around the screens, every act from one registry.

The app joins the desk to the screens and does nothing of the meeting itself: what a desk at the
meeting and a look at a past session do each in their own way is in the port they bring along. What
is told stands on the message line of the screen in view.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.binding import BindingsMap
from textual.command import CommandPalette

from meeting_tui.desk.desk import Desk
from meeting_tui.desk.settings import Settings
from meeting_tui.ui.answers import copied
from meeting_tui.ui.leaving import Way, WishToLeave
from meeting_tui.ui.one_by_one import HeldKeys, KeysOneByOne
from meeting_tui.ui.own_keys import bindings_anywhere, own_keys
from meeting_tui.ui.port import FIRST_MODE, Frame, Port
from meeting_tui.ui.screen_modes import ScreenModes
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.theme import VARIABLE_DEFAULTS, begin_in, no_colour, theme_name
from meeting_tui.ui.ui_acts import UI_ACTS, ui_act_typed
from meeting_tui.ui.widgets.typed_line import TypedLine
from meeting_tui.views.keeping import dispute_lines
from meeting_tui.views.look import Choice, Look
from meeting_tui.words import LANGUAGES, Value, say

WARM_AFTER_SECONDS = 0.3
"""What is slow the first time is made ready once the first screen stands, not to hold it up."""


class MeetingApp(KeysOneByOne):
    """The screens of one meeting, for one person."""

    DEFAULT_MODE = FIRST_MODE
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]

    def __init__(
        self, port: Callable[[Frame], Port], settings: Settings, theme: str = "dark"
    ) -> None:
        """`port` joins a desk to the frame that it is given; `theme` is `dark` or `light`."""
        super().__init__(no_colour() or None)
        self.language = str(settings.language.value)
        self.settings = settings
        self.wanted_theme = theme
        begin_in(self, theme_name(theme))
        self.own_keys: Mapping[str, str] = own_keys(settings)
        self.report_choice = Choice("counted", self.language)
        self.key_came = 0.0
        self._held = HeldKeys()
        self._leaving = WishToLeave(self)
        self._telling = Telling(self)
        self._leaving_alone: asyncio.Task[None] | None = None
        self.is_left_alone = False
        """Whether it ends because nobody is there any more."""
        self.port = port(self)
        self.modes = ScreenModes(self, self)
        self._bindings = BindingsMap(bindings_anywhere(self.own_keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names for colours, in any theme."""
        return dict(VARIABLE_DEFAULTS)

    def on_mount(self) -> None:
        self.port.begin()
        self.hear_tasks_and_threads()
        self.call_after_refresh(self._greet)
        self.show_in_language()

    def _greet(self) -> None:
        gc.enable()  # the program has started (`__main__`)
        self.port.greet()
        self.set_timer(WARM_AFTER_SECONDS, lambda: self.work_behind(self.modes.warm, "warm"))

    @property
    def desk(self) -> Desk:
        """The desk of the meeting that is shown."""
        return self.port.desk

    @property
    def look(self) -> Look:
        """One look at the meeting."""
        return self.port.look

    @property
    def has_screens(self) -> bool:
        """Whether anything is in view; False at the very end."""
        return bool(self.screen_stack)

    @property
    def shown(self) -> MeetingScreen | None:
        """The screen in view; None while something else is, or nothing any more."""
        screen = self.screen if self.has_screens else None
        return screen if isinstance(screen, MeetingScreen) else None

    @property
    def fault_folder(self) -> Path:
        """The session's folder, where it is now."""
        return self.port.files.folder.path

    def fault_facts(self) -> dict[str, str | int]:
        """How far the meeting was, and how it was shown."""
        return {
            "language": self.language,
            "theme": self.wanted_theme,
            "entries": len(self.desk.intake.meeting.entries),
            "phase": self.desk.state.phase,
        }

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)

    def tell(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something on the message line of the screen in view."""
        self._telling.tell(text, kind, seconds)

    def tell_fault(self, sentence: str) -> bool:
        """Say it on the message line of the screen in view."""
        return self._telling.tell_fault(sentence)

    def tell_first(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something at the start, unless a key was faster and its answer is there already."""
        if not self._telling.has_told:
            self.tell(text, kind, seconds=seconds)

    def on_saving(self) -> None:
        """Say what is on its way, here and where it stands whether all is on disk."""
        shown, newest = self.shown, next(reversed(list(self.port.sent)), None)
        if newest and shown and shown.is_mounted:
            shown.show_saving(newest.text)

    def take_focus(self) -> None:
        """The line in view takes what is typed, also where a terminal has said it was left."""
        if self.focused is None and (shown := self.shown) and shown.is_mounted:
            shown.set_focus(shown.act_line)

    async def take_input(self, event: events.Event) -> None:
        """Any other key withdraws the wish to leave that a key said."""
        self.key_came = event.time
        self._held.heard(event)
        if isinstance(event, events.Key):
            if event.key != self._leaving.key:
                self._leaving.until.pop("pressed", None)
            if event.key == "escape":
                self._telling.refusal_was_read()
        await super().take_input(event)

    def is_held(self, act_id: str) -> bool:
        """Whether the key of an act repeats because it is held down: it came again at once."""
        return self._held.is_held(act_id, self.key_came)

    @property
    def is_at_work(self) -> bool:
        """An act is on its way to the disk, or the palette still looks for what was typed."""
        searches = self.has_screens and getattr(self.screen, "is_searching", False)
        return self.desk.is_at_work or searches

    def type_ahead(self, event: events.Event) -> bool:
        """Text goes to the line in view, where nothing on its way decides whose it is."""
        shown = self.shown
        if shown is None or not shown.types_ahead:
            return False
        return self.focused is shown.act_line and shown.act_line.type_ahead(event)

    def submit(self, text: str, field: TypedLine | None = None, slot: str | None = None) -> None:
        """Do what a typed line says: an act of the screen, or one of the meeting."""
        found = ui_act_typed(text)
        if not found or not self.port.does(found[0].id):
            self.port.submit(text, field, slot)
            return
        act, rest = found
        if field:
            field.accept()
        if slot:
            self.desk.keep_draft(slot, "")
        self.do_action(f"{act.action}({rest!r})" if rest else act.action)

    def do_act(self, act_id: str) -> None:
        """Do what the key of an act means now."""
        self.remember_input(f"act {act_id}")
        of_screen = next((each for each in UI_ACTS if each.id == act_id), None)
        if of_screen is not None:
            self.do_action(of_screen.pressed)
        else:
            self.port.do_act(act_id)

    def do_action(self, action: str) -> None:
        """Run one of Textual's actions, once what goes on now is over."""
        self.call_later(self.run_action, action)

    def begin_line(self, line: str) -> None:
        """Begin a line for somebody to finish; what was typed before is one Up away."""
        if self.current_mode == "notes":
            self.action_show("floor")
        if self.shown:
            self.shown.begin_line(line)

    def choose_report(self, choice: Choice) -> None:
        """How the report is made from now on, and States are counted on the screens."""
        self.report_choice = choice
        self.port.look_again()

    def hand_over(self, call: Callable[[], None]) -> None:
        """Have it done in the screen's own thread, between other messages."""
        if self.is_running:
            self.post_message(events.Callback(callback=call))

    def work_behind(self, work: Callable[[], None], group: str) -> bool:
        """Do it in a thread; False while other work of that group goes on."""
        if any(each.group == group and each.is_running for each in self.workers):
            return False
        self.run_worker(work, thread=True, exit_on_error=False, group=group)
        return True

    def action_act(self, act_id: str) -> None:
        """A key or a click on the key bar."""
        self.do_act(act_id)

    def action_show(self, mode: str, again: str = "") -> None:
        """Go to another screen; from that screen itself to the one called `again`, if any."""
        self.modes.show(mode, again)

    def action_return(self) -> None:
        """Go to the screen one came from."""
        self.modes.go_back()

    def action_command_palette(self) -> None:
        """Search every act by its words; what is typed on the screen below stays."""
        from meeting_tui.ui.palette import ActPalette

        if self.modes.to_show is None and not isinstance(self.screen, CommandPalette):
            self.push_screen(ActPalette(self.say("record.search_acts")))

    def action_change_language(self) -> None:
        """From English to Chinese and back, on every screen."""
        # A screen cannot wait until it is taken away.
        self.call_later(self.modes.make_anew, self._take_next_language)

    def _take_next_language(self) -> None:
        self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]
        self.show_in_language()

    def show_in_language(self) -> None:
        """What is not on a screen is said in the reader's language too."""
        self.port.look_again()
        self.title = self.desk.state.agenda.short_title.say(self.language)

    def action_change_theme(self) -> None:
        """From dark to light and back."""
        self.wanted_theme = "light" if self.wanted_theme == "dark" else "dark"
        self.theme = theme_name(self.wanted_theme)

    def action_save_elsewhere(self, folder: str = "") -> None:
        """Keep the session in another folder from now on."""
        self.port.save_elsewhere(folder)

    def action_fit_limit(self, clock: str = "") -> None:
        """Suggest the limit that ends the open item by a time; only a person sets it."""
        self.port.suggest_limit(clock)

    def action_list_disputed(self) -> None:
        """Say which acts are disputed, and what settles them."""
        self.tell("  ".join(dispute_lines(self.port.look)), "info", seconds=60)

    def action_export_report(self, typed: str = "") -> None:
        """Write the report out, in the formats typed; begins that line where none are."""
        self.port.export_report(typed)

    def action_copy_screen(self) -> None:
        """Copy what the screen in view shows."""
        if self.shown:
            self.copy(self.shown.shown_text())

    def copy(self, text: str) -> None:
        """Put text where the terminal keeps what is copied, and say so."""
        self.copy_to_clipboard(text)
        self.tell(copied(text, self.language), "info", seconds=8)

    async def action_quit(self, way: Way = "pressed") -> None:
        """Ask first; the same again leaves, by a key, typed, or from the palette."""
        now = time.monotonic()
        if self._leaving.is_said_again(now):
            for each in self.modes.opened():
                each.keep_draft()  # what was typed in the last half second
            self.exit(0)
            return
        told, seconds = self._leaving.ask(way, now)
        self.tell(told, "ask", seconds=seconds)

    def keep_question_true(self) -> None:
        """The disk is heard of: what is asked on leaving says how it stands now."""
        reworded = self._leaving.reworded()
        for each in self.modes.opened():
            if reworded and each.is_mounted:
                each.message_line.reword(*reworded)

    def stay(self) -> None:
        """An act was done: nobody wishes to leave."""
        self._leaving.until.clear()

    def action_help_quit(self) -> None:
        """Ctrl+C does not end a meeting; it says what does."""
        self.tell(self._leaving.how, "info", seconds=8)

    def on_terminal_gone(self) -> None:
        """The window was closed, or the system ends the program: leave, and tell nobody."""
        self.is_left_alone = True
        self._leaving_alone = asyncio.create_task(self._leave_alone())

    async def _leave_alone(self) -> None:
        await self.all_taken()  # what was entered before is done
        for each in self.modes.opened():
            if each.is_mounted:
                each.keep_draft()
        self.exit(0)

    def leave(self) -> bool:
        """Write everything that is not written; False when something could not be."""
        for screen in self.modes.opened():
            if screen.is_mounted:
                with self.boundary("keeping a draft"):
                    self.desk.keep_draft(screen.MODE, screen.draft)
        written = False
        with self.boundary("leaving"):
            written = self.port.leave()
        self.fault_file.finish(self.fault_folder, datetime.now(UTC))
        return written


TOGETHER_SECONDS = 0.05
"""A refusal stays in view beside the answer to a key that came so soon after: nobody read it."""
FAULT_SECONDS = 60.0


class Telling:
    """Remembers what was refused last, and whether anything was said yet."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.has_told = False
        self._refused = ""
        self._refused_at = -TOGETHER_SECONDS

    def refusal_was_read(self) -> None:
        """Somebody answered what was refused."""
        self._refused_at = -TOGETHER_SECONDS

    def tell(self, text: str, kind: str, seconds: float | None) -> None:
        """Say something, where that can be seen."""
        shown, came, fault = self._frame.shown, self._frame.key_came, self._frame.fault_in_view
        if shown is None or not shown.is_mounted:
            return
        self.has_told = True
        is_together = kind == "info" and 0 <= came - self._refused_at < TOGETHER_SECONDS
        if kind == "refusal":
            self._refused, self._refused_at = text, came
        if fault:
            text = f"{text} ▲ {fault}"
        if is_together:
            shown.message_line.show_after(self._refused, text, seconds=seconds)
        else:
            shown.message_line.show(text, kind, seconds=seconds)  # type: ignore[arg-type]

    def tell_fault(self, sentence: str) -> bool:
        """Say that something went wrong, behind a refusal that nobody has read.

        False where that cannot be seen now.
        """
        shown = self._frame.shown
        if shown is None or not shown.is_mounted:
            return False
        shown.forget_suggestions()
        if self._refused_at == self._frame.key_came:
            sentence = f"{self._refused} › {sentence}"
        shown.message_line.show(sentence, "warning", seconds=FAULT_SECONDS)
        return True
