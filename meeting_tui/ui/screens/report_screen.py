"""The Report (F8): the draft as it reads at this moment, whom it names, and what is missing."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from meeting_tui.meeting.bands import bands_line
from meeting_tui.report.on_screen import Choice, with_next_document, with_next_members
from meeting_tui.report.read_model import NAMINGS
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.report_places import go_to
from meeting_tui.ui.screen_keys import report_hints, report_keys_of_empty_line
from meeting_tui.ui.screens.line_list_screen import OF_SCREEN
from meeting_tui.ui.screens.report_view import OPEN, ReportView
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.views.missing import Lack, lack_of_row, place_of
from meeting_tui.words import LANGUAGES


class ReportScreen(ReportView):
    """The draft with the keys that change how it is made and lead to what it lacks."""

    MODE = "report"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_missing", show=False)]

    def placeholder(self) -> str:
        return self.frame.say("preview.placeholder")

    def keys_of_empty_line(self) -> dict[str, str]:
        own = report_keys_of_empty_line(self.frame.own_keys.values())
        return {**super().keys_of_empty_line(), **own}

    def key_hints(self) -> list[KeyHint]:
        frame = self.frame
        own = report_hints(frame.say, is_open=self.is_open, is_replay=self.glance.is_replay)
        return [*own, *super().key_hints()]

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        if message.act.startswith(OF_SCREEN):
            message.prevent_default()
            message.stop()
            self.call_later(self.run_action, message.act)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        message.stop()
        if message.line_list is self.missing:
            self._go_to_lack()

    def action_choose_naming(self, step: int) -> None:
        """The report names all, nobody but counted, or nobody; `step` -1 goes back."""
        at = NAMINGS.index(self.choice.naming)
        self._choose(replace(self.choice, naming=NAMINGS[(at + step) % len(NAMINGS)]))

    def action_choose_language(self, step: int) -> None:
        """The report is in the next language."""
        at = LANGUAGES.index(self.choice.language)
        self._choose(replace(self.choice, language=LANGUAGES[(at + step) % len(LANGUAGES)]))

    def action_choose_document(self) -> None:
        """Show the Chair's report, or the secretariat's annex."""
        self._choose(with_next_document(self.choice))

    def action_choose_members(self) -> None:
        """Count other members of groups behind their statements: none, those present, all."""
        self._choose(with_next_members(self.choice))

    def _choose(self, choice: Choice) -> None:
        self.frame.choose_report(choice)
        self.want(at_once=True)
        self._redraw()

    def action_jump(self, step: int) -> None:
        """To the next part, or (`step` -1) the one before; or through what is missing."""
        if self.is_open:
            self.missing.move(step)
        elif self.shown is not None:
            self.parts.move(step)

    def action_edge(self, side: int) -> None:
        """To the first part or the last."""
        (self.missing if self.is_open else self.parts).action_edge(side)

    def action_turn(self, step: int) -> None:
        """Turns the page."""
        if self.is_open:
            self.missing.action_page(step)
        else:
            self.text.turn(step)

    def action_choose(self) -> None:
        """Enter: what is missing; there, to where it is put right."""
        if self.is_open:
            self._go_to_lack()
            return
        self.add_class(OPEN)
        self.show_keys()

    def action_tick(self) -> None:
        """What is missing under the cursor is ticked off the checklist: it stays as it is."""
        frame = self.frame
        if frame.port.refuses():
            return
        lack = self._lack_here() if self.is_open else None
        if lack is None or not lack.id:
            frame.tell(frame.say("preview.tick_where"), "refusal")
            return
        frame.submit(f"tick {lack.id}")

    def action_close_missing(self) -> None:
        """Escape: back to the text; in a line with text it leaves everything as it is."""
        if self.is_open and not self.act_line.value:
            self.remove_class(OPEN)
            self.call_after_refresh(self._refit)
            self.show_keys()

    def action_begin_bands(self) -> None:
        """Write the words the report counts with into the line, to be changed there."""
        frame = self.frame
        if frame.port.refuses():
            return
        self.act_line.begin(f"bands {bands_line(self.glance.state.bands)}")
        self.forget_suggestions()
        frame.tell(frame.say("preview.bands_how"), "info")

    def action_begin_export(self) -> None:
        """Write the line that exports the report as it is shown."""
        self.app.call_later(self.app.run_action, "app.export_report")

    def _go_to_lack(self) -> None:
        lack = self._lack_here()
        if lack is None:
            return
        meeting = self.port.desk.table.meeting
        place = place_of(lack, meeting.state, meeting.entries)
        if place is None:
            self.frame.tell(lack.text, "info")
        else:
            go_to(self.frame, place, lack.text)

    def _lack_here(self) -> Lack | None:
        """What is missing under the cursor."""
        found = self.shown.lacks if self.shown else ()
        return lack_of_row(found, self.missing.cursor_key)
