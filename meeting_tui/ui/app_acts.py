"""What the acts of the screen do: going about, leaving, changing the look and the language."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

from textual import events

from meeting_tui.report.on_screen import Choice
from meeting_tui.ui.boundary import FAULT_SECONDS
from meeting_tui.ui.one_by_one import KeysOneByOne
from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.theme import no_colour, theme_name
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.widgets.confirm import DoublePress
from meeting_tui.views.keeping import Keeping, Standing
from meeting_tui.views.look import Look
from meeting_tui.words import Value, say

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp

HELD_SECONDS = 0.12
"""A key that comes again sooner is held down; nobody presses it so fast."""
BURST_SECONDS = 0.005
"""Keys that come closer together were kept back on the way, and say nothing of how they were
pressed."""

TOGETHER_SECONDS = 0.05
"""A refusal stays in view beside the answer to a key that came so soon after: nobody read it."""
QUIT = next(act for act in UI_ACTS if act.id == "quit")
LOST = ("unsaved", "gone")
"""How it stands with the disk where leaving loses something."""
TYPED_AGAIN_SECONDS = 20.0
"""So long the wish to leave stands where it was typed or looked for; that takes longer."""


class AppActs(KeysOneByOne):
    """The acts that are not of the meeting; `ui_acts.UI_ACTS` names the actions."""

    own_keys: Mapping[str, str]

    def __init__(self, language: str, theme: str) -> None:
        """`theme` is `dark` or `light`."""
        super().__init__(no_colour() or None)
        self.language = language
        self.wanted_theme = theme
        self.report_choice = Choice("counted", language)
        self._glance: Look | None = None
        self._has_told = False
        self._quit_pressed = DoublePress()
        self._quit_typed = DoublePress(TYPED_AGAIN_SECONDS)
        self._quit_standing: Standing = "saved"
        """How it stood with the disk when leaving was asked about last."""
        self._quit_told = ""
        """What was asked then."""
        self._came_from = str(self.DEFAULT_MODE)
        self._pressed: dict[str, float] = {}
        self._last_key = ""
        self._leaving_alone: asyncio.Task[None] | None = None
        self.is_left_alone = False
        """Whether it ends because nobody is there any more."""
        self._refused = ""
        self._refused_at = -TOGETHER_SECONDS
        self.key_came = 0.0
        """When the key came that is being taken, monotonic seconds."""
        self.to_show: str | None = None
        """The screen to be shown once all are made anew; None while nothing is."""

    async def take_input(self, event: events.Event) -> None:
        """Any other key withdraws the wish to leave that a key said."""
        self.key_came = event.time
        key = event.key if isinstance(event, events.Key) else ""
        if key != self._last_key and not isinstance(event, events.MouseEvent):
            self._pressed.clear()  # a key that is held has no other between
            self._last_key = key
        if isinstance(event, events.Key) and event.key != self.quit_key:
            self._quit_pressed.forget()
        if isinstance(event, events.Key) and event.key == "escape":
            self._refused_at = -TOGETHER_SECONDS  # an answer to what was refused
        await super().take_input(event)

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)

    def tell(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something on the message line of the screen in view."""
        if isinstance(self.screen, MeetingScreen) and self.screen.is_mounted:
            self._has_told = True
            if kind == "refusal":
                self._refused, self._refused_at = text, self.key_came
            elif kind == "info" and 0 <= self.key_came - self._refused_at < TOGETHER_SECONDS:
                if self.fault_in_view:
                    text = f"{text} ▲ {self.fault_in_view}"
                self.screen.message_line.show_after(self._refused, text, seconds=seconds)
                return
            if self.fault_in_view:
                text = f"{text} ▲ {self.fault_in_view}"
            self.screen.message_line.show(text, kind, seconds=seconds)  # type: ignore[arg-type]

    def tell_fault(self, sentence: str) -> bool:
        """Say it on the message line of the screen in view."""
        shown = self.screen
        if not isinstance(shown, MeetingScreen) or not shown.is_mounted:
            return False
        shown.forget_suggestions()
        if self._refused_at == self.key_came:
            sentence = f"{self._refused} › {sentence}"  # nobody has read yet what came of the key
        shown.message_line.show(sentence, "warning", seconds=FAULT_SECONDS)
        return True

    def tell_first(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something at the start, unless a key was faster and its answer is there already."""
        if not self._has_told:
            self.tell(text, kind, seconds=seconds)

    def choose_report(self, choice: Choice) -> None:
        """How the report is made from now on, and States are counted on the screens."""
        self.report_choice = choice
        self._glance = None

    def is_held(self, act_id: str) -> bool:
        """Whether the key of an act repeats because it is held down: it came again at once."""
        came = self.key_came
        before, self._pressed[act_id] = self._pressed.get(act_id, -HELD_SECONDS), came
        return BURST_SECONDS < came - before < HELD_SECONDS

    def mode_screens(self) -> list[MeetingScreen]:
        """The screens that were opened."""
        stacks = (stack for stack in self._screen_stacks.values() if stack)
        return [each for stack in stacks for each in stack if isinstance(each, MeetingScreen)]

    def action_show(self, mode: str, again: str = "") -> None:
        """Go to another screen; from that screen itself to the one called `again`, if any."""
        if self.to_show is not None:
            self.to_show = mode
            return
        if self.current_mode == mode and again:
            mode = again
        if self.current_mode != mode:
            self._came_from = self.current_mode
            self.switch_mode(mode)

    def action_return(self) -> None:
        """Go to the screen one came from."""
        self.action_show(self._came_from)

    @property
    def quit_key(self) -> str:
        """The key that leaves, as Textual names it."""
        return keys_of(QUIT, self.own_keys).anywhere or ""

    async def action_quit(self, way: Literal["pressed", "typed"] = "pressed") -> None:
        """Ask first; the same again leaves, by a key, typed, or from the palette."""
        now = time.monotonic()
        asked = self._quit_pressed if way == "pressed" else self._quit_typed
        if any(each.asks("quit", now) for each in (self._quit_pressed, self._quit_typed)):
            for each in self.mode_screens():
                each.keep_draft()  # what was typed in the last half second
            self.exit(0)
            return
        asked.press("quit", now)
        self._quit_standing, self._quit_told = self.keeping.standing, self._question()
        self.tell(self._quit_told, "ask", seconds=asked.within)

    def _question(self) -> str:
        keeping = self.keeping
        told = f"screen.quit_again_{keeping.standing}"
        return self.say(told, pressed=printed(self.quit_key), count=keeping.waiting)

    def keep_question_true(self) -> None:
        """The disk is heard of: what is asked on leaving says how it stands now.

        Once it stands worse than when that was asked, the wish to leave is taken back.
        """
        before, told, now = self._quit_standing, self._quit_told, self.keeping.standing
        if not told:
            return
        is_worse = now in LOST and before not in LOST
        self._quit_standing, self._quit_told = now, "" if is_worse else self._question()
        if is_worse:
            self.stay()
        for each in self.mode_screens():
            if each.is_mounted:
                each.message_line.reword(told, self._quit_told)

    @property
    def keeping(self) -> Keeping:
        """How what was entered stands with the disk."""
        return Keeping()

    def stay(self) -> None:
        """An act was done: nobody wishes to leave."""
        self._quit_pressed.forget()
        self._quit_typed.forget()

    def on_terminal_gone(self) -> None:
        """The window was closed, or the system ends the program: leave, and tell nobody."""
        self.is_left_alone = True
        self._leaving_alone = asyncio.create_task(self._leave_alone())

    async def _leave_alone(self) -> None:
        await self.all_taken()  # what was entered before is done
        for each in self.mode_screens():
            if each.is_mounted:
                each.keep_draft()
        self.exit(0)

    def action_copy_screen(self) -> None:
        """Copy what the screen in view shows."""
        if isinstance(self.screen, MeetingScreen):
            self.copy(self.screen.shown_text())

    def copy(self, text: str) -> None:
        """Put text where the terminal keeps what is copied, and say so."""
        self.copy_to_clipboard(text)
        lines = text.splitlines()
        told = (
            self.say("screen.copied", text=text)
            if len(lines) == 1
            else self.say("screen.copied_lines", count=len(lines))
        )
        self.tell(told, "info", seconds=8)

    def action_help_quit(self) -> None:
        """Ctrl+C does not end a meeting; it says what does."""
        told = self.say("screen.how_to_quit", pressed=printed(self.quit_key))
        self.tell(told, "info", seconds=8)

    def action_export_report(self, typed: str = "") -> None:
        """Write the report out, in the formats typed; begins that line where none are."""
        from meeting_tui.ui.exporting_report import export_report

        export_report(cast("MeetingApp", self), typed)

    def action_change_theme(self) -> None:
        """From dark to light and back."""
        self.wanted_theme = "light" if self.wanted_theme == "dark" else "dark"
        self.theme = theme_name(self.wanted_theme)
