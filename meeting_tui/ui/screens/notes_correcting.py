"""Putting earlier points right from the line of notes, by a cursor among them.

Ctrl+E puts a point into the line; there the arrows go to others, Alt with a digit tags it anew,
Alt with an arrow moves it to another statement, Ctrl+X strikes it and Escape leaves it as it is.
"""

from __future__ import annotations

from msgspec.structs import replace
from textual.actions import SkipAction

from meeting_tui.meeting.records import Point
from meeting_tui.ui.screens.notes_asking import NotesAsking
from meeting_tui.views import note_correcting as right
from meeting_tui.views.notes import points_shown, questions_of
from meeting_tui.views.noting import Noting


class NotesCorrecting(NotesAsking):
    """The point that stands in the line, as a part of the screen it is put right on."""

    @property
    def corrected(self) -> Point | None:
        """The point that the line puts right."""
        return right.point_in(self.noting.text, self.port.desk.state)

    @property
    def shown(self) -> Noting:
        """What is noted on as it is shown: while a point is put right, whose that is."""
        point = self.corrected
        if point is None:
            return self.noting
        return replace(self.noting, begun_on=None, chosen=right.own_place(point))

    def action_edit_last(self) -> None:
        """Put the last own point into the line, to be put right; then the one before it."""
        self.follow_line()
        frame, point = self.frame, self.corrected
        if point and right.is_untouched(self.act_line.value, point):
            self._choose(right.neighbour(point, -1, frame.port.desk.state))
        elif self.act_line.value:
            frame.tell(frame.say("notes.line_is_full"), "refusal")
        else:
            last = self._last_own()
            if last is None:
                frame.tell(frame.say("notes.nothing_to_correct"), "refusal")
            else:
                self._choose(last)

    def action_choose_point(self, steps: int) -> None:
        """The cursor goes to another point, as long as the one in the line is untouched."""
        self.follow_line()
        point = self.corrected
        if point is None or not right.is_untouched(self.act_line.value, point):
            raise SkipAction
        self._choose(right.neighbour(point, steps, self.port.desk.state))

    def action_strike(self) -> None:
        """Begin to strike the point in the line: its reason is still to be typed."""
        self.follow_line()
        point = self.corrected
        if point is None or not self.act_line.selection.is_empty:
            raise SkipAction
        self._replace(right.striking(point), point)

    def action_step(self, steps: int) -> None:
        self.follow_line()
        point = self.corrected
        if point is None:
            super().action_step(steps)
        else:
            state = self.port.desk.state
            self._replace(right.moved(self.act_line.value, point, steps, state), point)

    def action_answer_no(self) -> None:
        self.follow_line()
        if self._asked is None and self.corrected is not None:
            self.act_line.leave()
        else:
            super().action_answer_no()

    def tag_corrected(self, number: int) -> bool:
        """Put the n-th question on the point in the line or take it off, if there is one."""
        point = self.corrected
        questions = questions_of(self.port.desk.state, self.item_in_view)
        if point is None or number > len(questions):
            return False
        question, state = questions[number - 1].id, self.port.desk.state
        self._replace(right.retagged(self.act_line.value, point, question, state), point)
        return True

    def choose_named(self, act: str) -> bool:
        """Put the point that an act names and nothing else into the line."""
        point = right.point_named(act, self.port.desk.state)
        if point is not None:
            self._choose(point)
        return point is not None

    def _choose(self, point: Point) -> None:
        self._put(right.correcting(point))

    def _replace(self, text: str, point: Point) -> None:
        """Another line for the same point; what was typed and is not in it is one Up away."""
        if right.drops(self.act_line.value, text, point):
            self.act_line.begin(text)
        else:
            self.act_line.put(text)
        self.follow_line()
        self.show_state()

    def _put(self, text: str) -> None:
        self.act_line.put(text)
        self.follow_line()
        self.show_state()

    def _last_own(self) -> Point | None:
        """The last own point on whom is in view, else anywhere."""
        state, hand = self.port.desk.state, self.port.seat.hand
        shown = [each for each in points_shown(self.glance, self.noting) if each.author == hand]
        if shown:
            return shown[-1]
        noted = (*state.points.values(), *state.item_notes.values())
        own = (each for each in noted if each.author == hand)
        return max(own, key=lambda each: each.at, default=None)
