"""What the acts of the screen do: going about, leaving, changing the look and the language."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import App

from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.report_choice import Choice
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.theme import no_colour, theme_name
from meeting_tui.ui.widgets.confirm import DoublePress
from meeting_tui.words import Value, say

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp

HELD_SECONDS = 0.12
"""A key that comes again sooner is held down; nobody presses it so fast."""


class AppActs(App[int]):
    """The acts that are not of the meeting; `ui_acts.UI_ACTS` names the actions."""

    def __init__(self, language: str, theme: str) -> None:
        """`theme` is `dark` or `light`."""
        super().__init__(ansi_color=no_colour() or None)
        self.language = language
        self.wanted_theme = theme
        self.report_choice = Choice("counted", language)
        self._glance: Glance | None = None
        self._has_told = False
        self._quit_asked = DoublePress()
        self._came_from = str(self.DEFAULT_MODE)
        self._pressed: dict[str, float] = {}

    async def on_event(self, event: events.Event) -> None:
        """Any other key withdraws the wish to leave."""
        if isinstance(event, events.Key) and event.key != "ctrl+q":
            self._quit_asked.forget()
        await super().on_event(event)

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""
        return say(key, self.language, **params)

    def tell(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something on the message line of the screen in view."""
        if isinstance(self.screen, MeetingScreen) and self.screen.is_mounted:
            self._has_told = True
            self.screen.message_line.show(text, kind, seconds=seconds)  # type: ignore[arg-type]

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
        now = time.monotonic()
        before, self._pressed[act_id] = self._pressed.get(act_id, -HELD_SECONDS), now
        return now - before < HELD_SECONDS

    def mode_screens(self) -> list[MeetingScreen]:
        """The screens that were opened."""
        stacks = (stack for stack in self._screen_stacks.values() if stack)
        return [each for stack in stacks for each in stack if isinstance(each, MeetingScreen)]

    def action_show(self, mode: str, again: str = "") -> None:
        """Go to another screen; from that screen itself to the one called `again`, if any."""
        if self.current_mode == mode and again:
            mode = again
        if self.current_mode != mode:
            self._came_from = self.current_mode
            self.switch_mode(mode)

    def action_return(self) -> None:
        """Go to the screen one came from."""
        self.action_show(self._came_from)

    async def action_quit(self) -> None:
        """Ask first: the same key again within five seconds leaves."""
        if self._quit_asked.press("quit", time.monotonic()):
            for each in self.mode_screens():
                each.keep_draft()  # what was typed in the last half second
            self.exit(0)
        else:
            self.tell(self.say("screen.quit_again"), "ask", seconds=5)

    def action_help_quit(self) -> None:
        """Ctrl+C does not end a meeting; it says what does."""
        self.tell(self.say("screen.how_to_quit"), "info", seconds=8)

    def action_export_report(self, typed: str = "") -> None:
        """Write the report out, in the formats typed; begins that line where none are."""
        from meeting_tui.ui.exporting_report import export_report

        export_report(cast("MeetingApp", self), typed)

    def action_change_theme(self) -> None:
        """From dark to light and back."""
        self.wanted_theme = "light" if self.wanted_theme == "dark" else "dark"
        self.theme = theme_name(self.wanted_theme)
