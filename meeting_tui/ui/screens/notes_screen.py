"""The Notes (F3): one line to write in, never torn from the intervention it was begun on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import takewhile
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from meeting_tui.meeting.acts import act
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import NOTE_KEYS, note_bindings
from meeting_tui.ui.screens.notes_asking import Asked
from meeting_tui.ui.screens.notes_pasting import NotesPasting
from meeting_tui.ui.screens.notes_view import BESIDE_CELLS, NotesView
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.views.floor import ACT_MARK, first_step
from meeting_tui.views.notes import questions_of
from meeting_tui.views.noting import leading
from meeting_tui.views.points import kept_and_to_mind, stance_asked, stray_sentences, tag_in_doubt


class NotesScreen(NotesPasting):
    """Points on whoever speaks, the questions beside them."""

    MODE = "notes"
    HOLDS_TEXT = True
    ACTS_SHOWN = ("next", "yield", "undo")

    BINDINGS: ClassVar[list[BindingType]] = [*note_bindings()]

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._looked_at: int | None = None
        """The last entry of the log when the screen was last filled."""

    def compose_body(self) -> Iterable[Widget]:
        frame = self.frame
        yield NotesView(lambda: frame.port.glance, self.new_line(), frame.port.pace)

    def compose_foot(self) -> Iterable[Widget]:
        # The line itself stands between the points and the questions.
        yield from (each for each in super().compose_foot() if not isinstance(each, ActLine))

    def idle_text(self) -> str:
        if self.size.width >= BESIDE_CELLS:
            return ""  # it is said where the speaker's name would be
        return first_step(self.glance, lead=ACT_MARK)

    def key_hints(self) -> list[KeyHint]:
        frame = self.frame
        hints = [
            KeyHint(
                each.printed,
                frame.say(f"notes.hint_{each.id}"),
                "screen.how",
                True,
                each.importance,
            )
            for each in NOTE_KEYS
            if each.importance
        ]
        for rank, act_id in enumerate(self.ACTS_SHOWN):
            key = printed(keys_of(act(act_id), frame.own_keys).anywhere or "")
            label, allowed = frame.say(f"act.{act_id}.label"), frame.port.may(act_id) is None
            action = f"app.act('{act_id}')"
            hints.append(KeyHint(key, label, action, allowed, 95 - 2 * rank))
        for hint in super().key_hints():
            to_floor = hint.action == "app.show('floor')"
            hints.append(replace(hint, importance=97) if to_floor else hint)
        return hints

    def on_screen_resume(self) -> None:
        self._looked_at = None  # what was noted elsewhere meanwhile is no news here

    def show_state(self) -> None:
        self.follow_line()
        self.view.show(self.shown)
        self.act_line.placeholder = self.placeholder()
        self._warn()

    def enter(self, value: str) -> None:
        self.follow_line()
        meant = self.noting.meant(value, self.port.desk.state)
        asked = self._in_doubt(value) if meant.kind == "note" else None
        answered = self.answers(value)
        if answered and answered.yes:
            answered.yes()
        elif not answered and asked:
            self.ask(asked)
        elif meant.kind in ("act", "note"):
            if meant.kind == "act" and not meant.line:
                self._refuse(self.placeholder())
                return
            if meant.kind == "act" and self.choose_named(meant.line):
                return
            if meant.kind == "note":
                self._leave_tags(value, meant.tags)
            self.send(meant.line)
        elif meant.kind == "lost":
            self._refuse(self.frame.say("notes.lost"))
        else:
            self._tag(meant.tags)
            self.act_line.accept()
            self.show_state()
            if meant.kind == "correct":
                self.act_line.put("")
                self.action_edit_last()
            else:
                self._tell_tags()

    def on_input_changed(self, message: Input.Changed) -> None:
        if message.input is self.act_line:
            self.follow_line()
            self.follow_asked()
            self.view.show_typing(self.shown)
            if not self.act_line.value:
                self.act_line.placeholder = self.placeholder()

    def action_tag(self, number: int) -> None:
        """Put the tag of the item's n-th question on, or take it off."""
        self.follow_line()
        if self.tag_corrected(number):
            return
        frame = self.frame
        questions = questions_of(frame.port.desk.state, self.item_in_view)
        if number > len(questions):
            params = {"count": len(questions), "number": number}
            frame.tell(frame.say("notes.no_question_number", **params), "refusal")
            return
        agenda = frame.port.desk.state.agenda
        lifted = self.noting.lifted(agenda)
        self.noting = lifted
        self._tag(lifted.toggled(questions[number - 1].id, agenda).tags)
        if lifted.text != self.act_line.value:
            self.act_line.put(lifted.text)
        self.show_state()
        self._tell_tags()

    def action_scroll_points(self, pages: int) -> None:
        """Look at earlier or later points."""
        self.view.scroll_points(pages)

    def action_how(self) -> None:
        """Say how points are typed."""
        self.frame.tell(self.placeholder())

    def _tag(self, tags: tuple[str, ...]) -> None:
        self.noting = self.noting.tagged(tags, self.port.desk.state)

    def _leave_tags(self, value: str, tags: tuple[str, ...]) -> None:
        """The tags that a line is kept with as a point go with the next ones too."""
        frame = self.frame
        own = leading(value, frame.port.desk.state.agenda).questions
        ahead = len(list(frame.port.sent))
        self.noting = self.noting.entered(tags, frame.port.desk.state, own=own, ahead=ahead)

    def _in_doubt(self, value: str) -> Asked | None:
        """What to ask before a line is kept as a point; nothing is done before it is answered."""
        own = leading(value, self.port.desk.state.agenda).questions
        bare = partial(self._keep, value, own)
        wrong = tag_in_doubt(self.glance, self.noting, value)
        if wrong:
            with_tags = partial(self._keep, value, own or self.noting.tags)
            if self.noting.is_left_over and not own:
                return Asked(value, wrong, yes=bare, other=with_tags)
            return Asked(value, wrong, yes=with_tags)
        told = stance_asked(self.glance, self.noting, value)
        return Asked(value, told, other=bare) if told else None

    def _keep(self, value: str, tags: tuple[str, ...]) -> None:
        """Keep a line as a point with these tags, which go with the next lines too."""
        self._leave_tags(value, tags)
        self.send(self.noting.note_line(value, self.port.desk.state))

    def _refuse(self, sentence: str) -> None:
        self.act_line.refuse()
        self.frame.tell(sentence, "refusal")

    def _tell_tags(self) -> None:
        frame, tags = self.frame, " ".join(self.noting.tags)
        told = frame.say("notes.tags_now", tags=tags) if tags else frame.say("notes.tags_none")
        strays = stray_sentences(self.glance, self.noting.tags, self.item_in_view)
        between = frame.say("notes.between")
        frame.tell(between.join([told, *strays]), "warning" if strays else "info")

    def _warn(self) -> None:
        """What to mind about the point just kept is said behind what was kept, and on whom."""
        entries, looked_at = self.port.desk.table.meeting.entries, self._looked_at
        last = entries[-1]
        self._looked_at = last.seq
        if looked_at is not None and last.seq > looked_at:
            of_act = list(takewhile(lambda each: each.act == last.act, reversed(entries)))
            told = kept_and_to_mind(self.glance, of_act[::-1], self.port.seat.hand)
            if told:
                self.frame.tell(told, "warning")
