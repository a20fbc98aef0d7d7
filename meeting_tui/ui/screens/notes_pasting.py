"""Several lines pasted at once: points, or the text of a statement; one act, so one undo."""

from __future__ import annotations

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.syntax import PARAGRAPH
from meeting_tui.text import clean_line
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.screens.notes_asking import Asked
from meeting_tui.ui.screens.notes_correcting import NotesCorrecting
from meeting_tui.ui.widgets.faithful_input import FaithfulInput

LONG = 400
"""A text of so many letters may be a statement; shorter lines are points."""


class NotesPasting(NotesCorrecting):
    """What becomes of pasted lines, as a part of the screen they are pasted on."""

    def on_faithful_input_multi_line_pasted(self, message: FaithfulInput.MultiLinePasted) -> None:
        """Short lines become points; of a long text it is asked whether it is the statement."""
        message.stop()
        self.follow_line()
        state = self.port.desk.state
        if self.noting.is_act or self.noting.key(state) is None:
            return
        target = self.noting.target(state)
        if target is None or sum(map(len, message.lines)) < LONG:
            self._take_points(message)
            return
        self.ask(
            Asked(
                clean_line(message.after),
                self.frame.say(
                    "points.ask_paste",
                    count=len(message.lines),
                    name=self.glance.name(state.asked_by(target).delegation),
                ),
                yes=lambda: self._take_statement(message, target.number),
                other=lambda: self._take_points(message),
            )
        )

    def _take_statement(self, message: FaithfulInput.MultiLinePasted, number: int) -> None:
        """Keep them all as the text of a statement."""
        self._take(message, f"statement on {number} {_joined(message.lines)}")

    def _take_points(self, message: FaithfulInput.MultiLinePasted) -> None:
        """Note a point for each line."""
        state, lines = self.port.desk.state, [_unparted(each) for each in message.lines]
        after = self.noting.several_entered(lines, state)
        if self._take(message, f"points {self.noting.several_line(lines, state)}"):
            self.noting = after

    def _take(self, message: FaithfulInput.MultiLinePasted, line: str) -> bool:
        """Do it in one act, True; if it may not be done, all stays in the line as it is."""
        frame = self.frame
        outcome = frame.port.desk.table.propose(line, frame.port.desk.clock.now())
        if isinstance(outcome, Refusal):
            frame.tell(refusal_sentence(self.glance, outcome), "refusal")
        elif message.take():
            frame.submit(line)
            return True
        return False


def _joined(lines: tuple[str, ...]) -> str:
    return f" {PARAGRAPH} ".join(map(_unparted, lines))


def _unparted(line: str) -> str:
    """A paragraph in which the sign between paragraphs is a blank."""
    return line.replace(PARAGRAPH, " ").strip()
