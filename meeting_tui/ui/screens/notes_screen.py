"""The Notes (F3): one line to write in, never torn from the intervention it was begun on.

Before anything is done with the line it is asked again whom it belongs to, since the floor may
have changed since the last letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import takewhile
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from meeting_tui.meeting.acts import act
from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.syntax import PARAGRAPH
from meeting_tui.text import clean_line
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.completing import NoteCompleter
from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.parsing import read_alt_digits_as_keys
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import NOTE_KEYS, note_bindings
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.notes_view import BESIDE_CELLS, NotesView
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.typed_line import Complete, FaithfulInput, TypedLine
from meeting_tui.views import note_correcting as right
from meeting_tui.views.floor import ACT_MARK, first_step
from meeting_tui.views.notes import item_shown, points_shown, questions_of
from meeting_tui.views.noting import ACT_SIGNS, Noting, from_draft, leading, with_next_kind
from meeting_tui.views.points import (
    kept_and_to_mind,
    stance_asked,
    stray_sentences,
    tag_examples,
    tag_in_doubt,
)

LONG = 400
"""A text of so many letters may be a statement; shorter lines are points."""


class NotesScreen(MeetingScreen):
    """Points on whoever speaks, the questions beside them."""

    MODE = "notes"
    HOLDS_TEXT = True
    ACTS_SHOWN = ("next", "yield", "undo")

    BINDINGS: ClassVar[list[BindingType]] = [*note_bindings()]

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        read_alt_digits_as_keys()
        self.noting = Noting()
        self.asking = Asking(self)
        self.correcting = Correcting(self)
        self.pasting = Pasting(self)
        self._looked_at: int | None = None
        """The last entry of the log when the screen was last filled."""

    @property
    def types_ahead(self) -> bool:
        """Only behind points: behind any other act the floor may be another's."""
        return all(each.line.startswith("note ") for each in self.port.sent)

    @property
    def view(self) -> NotesView:
        """Everything around the line."""
        return self.query_one("#view", NotesView)

    def placeholder(self) -> str:
        tags = tag_examples(questions_of(self.port.desk.state, self.item_in_view))
        key = "notes.placeholder_tags" if tags else "notes.placeholder"
        return self.port.placeholder(self.frame.say(key, tags=tags))

    @property
    def typed_act(self) -> str:
        """The act behind its sign; a point is none."""
        value = self.act_line.value
        return value[1:] if value.startswith(ACT_SIGNS) else ""

    def stand_on(self, subject: str) -> None:
        """Note on that intervention."""
        state = self.port.desk.state
        ids, here = list(state.interventions), self.noting.target(state)
        if subject in ids:
            self.action_step(ids.index(subject) - (ids.index(here.id) if here else len(ids)))

    def keys_of_empty_line(self) -> dict[str, str]:
        return {}  # a point may begin with any sign

    def completer(self) -> Complete:
        frame = self.frame
        return NoteCompleter(
            super().completer(),
            lambda: frame.port.desk.state.agenda,
            frame.language,
            lambda: {key: made.text for key, made in proposals_made(frame.port.desk.state).items()},
        )

    @property
    def draft(self) -> str:
        if not self.is_mounted:
            return super().draft
        self.follow_line()
        return self.noting.draft(self.port.desk.state)

    def take_draft(self, text: str) -> None:
        self.noting = from_draft(text, self.port.desk.state)
        self.act_line.put(self.noting.text)

    def on_screen_resume(self) -> None:
        # Textual calls the base's own handler too, which then shows it.
        self._looked_at = None  # what was noted elsewhere meanwhile is no news here
        self.noting = self.noting.following()

    def action_step(self, steps: int) -> None:
        """Note on an earlier or later intervention, or move the point in the line there."""
        self.follow_line()
        if not self.correcting.moves(steps):
            self.noting = self.noting.stepped(self.port.desk.state, steps)
            self.show_state()

    def action_follow(self) -> None:
        """Note on whoever speaks now; a begun text stays with whom it was begun on."""
        self.follow_line()
        if not self.noting.text.strip():
            self.noting = self.noting.following()
            self.show_state()

    def action_next_kind(self) -> None:
        """Mark the point as the next kind: proposal, request, offer ... none."""
        self.follow_line()
        if self.noting.is_act:
            return
        value, caret = self.act_line.value, self.act_line.cursor_position
        marked = with_next_kind(value, self.port.desk.state.agenda)
        self.act_line.put(marked, max(len(marked) - (len(value) - caret), 0))

    def follow_line(self) -> None:
        """What stands in the line belongs to what was in view when it was begun."""
        typed = self.noting.typed(self.act_line.value, self.view.in_view)
        self.noting = typed.at_moment(self.port.desk.state)

    @property
    def item_in_view(self) -> str | None:
        """The item whose questions are shown."""
        return item_shown(self.look, self.shown)

    @property
    def shown(self) -> Noting:
        """What is noted on as it is shown."""
        return self.correcting.shown

    def compose_body(self) -> Iterable[Widget]:
        frame = self.frame
        yield NotesView(lambda: frame.port.look, self.new_line(), frame.port.pace)

    def compose_foot(self) -> Iterable[Widget]:
        # The line itself stands between the points and the questions.
        yield from (each for each in super().compose_foot() if not isinstance(each, ActLine))

    def idle_text(self) -> str:
        if self.size.width >= BESIDE_CELLS:
            return ""  # it is said where the speaker's name would be
        return first_step(self.look, lead=ACT_MARK)

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

    def show_state(self) -> None:
        self.follow_line()
        self.view.show(self.shown)
        self.act_line.placeholder = self.placeholder()
        self._warn()

    def enter(self, value: str) -> None:
        self.follow_line()
        meant = self.noting.meant(value, self.port.desk.state)
        asked = self._in_doubt(value) if meant.kind == "note" else None
        answered = self.asking.answers(value)
        if answered and answered.yes:
            answered.yes()
        elif not answered and asked:
            self.asking.ask(asked)
        elif meant.kind in ("act", "note"):
            if meant.kind == "act" and not meant.line:
                self._refuse(self.placeholder())
                return
            if meant.kind == "act" and self.correcting.choose_named(meant.line):
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
            self.asking.follow_line()
            self.view.show_typing(self.shown)
            if not self.act_line.value:
                self.act_line.placeholder = self.placeholder()

    def action_tag(self, number: int) -> None:
        """Put the tag of the item's n-th question on, or take it off."""
        self.follow_line()
        if self.correcting.tags(number):
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

    def action_edit_last(self) -> None:
        """Put the last own point into the line, to be put right; then the one before it."""
        self.correcting.edit_last()

    def action_choose_point(self, steps: int) -> None:
        """The cursor goes to another point, as long as the one in the line is untouched."""
        self.correcting.choose(steps)

    def action_strike(self) -> None:
        """Begin to strike the point in the line: its reason is still to be typed."""
        self.correcting.strike()

    def action_answer_no(self) -> None:
        """Escape: leaves the point in the line, or what is asked; else it is another's key."""
        self.follow_line()
        if not self.asking.is_open and self.correcting.point is not None:
            self.act_line.leave()
        else:
            self.asking.say_no()

    def action_answer_other(self) -> None:
        """Tab, while something is asked that has a third answer."""
        self.asking.say_other()

    def on_faithful_input_multi_line_pasted(self, message: FaithfulInput.MultiLinePasted) -> None:
        message.stop()
        self.follow_line()
        self.pasting.take(message)

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
        wrong = tag_in_doubt(self.look, self.noting, value)
        if wrong:
            with_tags = partial(self._keep, value, own or self.noting.tags)
            if self.noting.is_left_over and not own:
                return Asked(value, wrong, yes=bare, other=with_tags)
            return Asked(value, wrong, yes=with_tags)
        told = stance_asked(self.look, self.noting, value)
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
        strays = stray_sentences(self.look, self.noting.tags, self.item_in_view)
        between = frame.say("notes.between")
        frame.tell(between.join([told, *strays]), "warning" if strays else "info")

    def _warn(self) -> None:
        """What to mind about the point just kept is said behind what was kept, and on whom."""
        entries, looked_at = self.port.desk.intake.meeting.entries, self._looked_at
        last = entries[-1]
        self._looked_at = last.seq
        if looked_at is not None and last.seq > looked_at:
            of_act = list(takewhile(lambda each: each.act == last.act, reversed(entries)))
            told = kept_and_to_mind(self.look, of_act[::-1], self.port.seat.hand)
            if told:
                self.frame.tell(told, "warning")


class Asked(Struct, frozen=True):
    """A question, and the line it is about."""

    value: str
    told: str
    yes: Callable[[], None] | None = None
    """What Enter does; None: what it would do if nothing were asked."""
    other: Callable[[], None] | None = None
    """What Tab does; None: what it always does."""


class Asking:
    """What is asked in the line above the input, and how it is answered.

    Enter again says yes; Escape leaves the line as it is and does nothing; whoever goes on typing
    has answered in the line itself.
    """

    def __init__(self, screen: NotesScreen) -> None:
        self._screen = screen
        self._asked: Asked | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._asked is not None

    def ask(self, asked: Asked) -> None:
        """Ask, with the line left as it is."""
        TypedLine.refuse(self._screen.act_line)
        self._asked = asked
        self._screen.view.ask(asked.told)

    def answers(self, value: str) -> Asked | None:
        """What entering `value` says yes to; it is asked no more."""
        asked, self._asked = self._asked, None
        self._screen.view.ask("")
        return asked if asked is not None and asked.value == value else None

    def follow_line(self) -> None:
        """Ask no more once the line is another."""
        if self._asked and self._asked.value != clean_line(self._screen.act_line.value):
            self.answers("")

    def say_no(self) -> None:
        """Escape, while something is asked; else it is another's key."""
        if self._asked is None:
            raise SkipAction
        self.answers("")

    def say_other(self) -> None:
        """Tab, while something is asked that has a third answer."""
        if self._asked is None or self._asked.other is None:
            raise SkipAction
        other = self._asked.other
        self.answers("")
        other()


class Correcting:
    """Putting earlier points right from the line of notes, by a cursor among them.

    Ctrl+E puts a point into the line; there the arrows go to others, Alt with a digit tags it anew,
    Alt with an arrow moves it to another statement, Ctrl+X strikes it, Escape leaves it as it is.
    """

    def __init__(self, screen: NotesScreen) -> None:
        self._screen = screen

    @property
    def point(self) -> Point | None:
        """The point that the line puts right."""
        return right.point_in(self._screen.noting.text, self._screen.port.desk.state)

    @property
    def shown(self) -> Noting:
        """What is noted on as it is shown: while a point is put right, whose that is."""
        point = self.point
        if point is None:
            return self._screen.noting
        return replace(self._screen.noting, begun_on=None, chosen=right.own_place(point))

    def edit_last(self) -> None:
        """Put the last own point into the line, to be put right; then the one before it."""
        self._screen.follow_line()
        frame, point = self._screen.frame, self.point
        if point and right.is_untouched(self._screen.act_line.value, point):
            self._choose(right.neighbour(point, -1, frame.port.desk.state))
        elif self._screen.act_line.value:
            frame.tell(frame.say("notes.line_is_full"), "refusal")
        else:
            last = self._last_own()
            if last is None:
                frame.tell(frame.say("notes.nothing_to_correct"), "refusal")
            else:
                self._choose(last)

    def choose(self, steps: int) -> None:
        """The cursor goes to another point, as long as the one in the line is untouched."""
        self._screen.follow_line()
        point = self.point
        if point is None or not right.is_untouched(self._screen.act_line.value, point):
            raise SkipAction
        self._choose(right.neighbour(point, steps, self._screen.port.desk.state))

    def strike(self) -> None:
        """Begin to strike the point in the line: its reason is still to be typed."""
        self._screen.follow_line()
        point = self.point
        if point is None or not self._screen.act_line.selection.is_empty:
            raise SkipAction
        self._replace(right.striking(point), point)

    def moves(self, steps: int) -> bool:
        """Put the point so many statements on, if one stands in the line."""
        point, line = self.point, self._screen.act_line.value
        if point is None:
            return False
        self._replace(right.moved(line, point, steps, self._screen.port.desk.state), point)
        return True

    def tags(self, number: int) -> bool:
        """Put the n-th question on the point in the line or take it off, if there is one."""
        point = self.point
        questions = questions_of(self._screen.port.desk.state, self._screen.item_in_view)
        if point is None or number > len(questions):
            return False
        question, state = questions[number - 1].id, self._screen.port.desk.state
        self._replace(right.retagged(self._screen.act_line.value, point, question, state), point)
        return True

    def choose_named(self, act: str) -> bool:
        """Put the point that an act names and nothing else into the line."""
        point = right.point_named(act, self._screen.port.desk.state)
        if point is not None:
            self._choose(point)
        return point is not None

    def _choose(self, point: Point) -> None:
        self._screen.port.desk.intake.begin_correcting(point.id)
        self._put(right.correcting(point))

    def _replace(self, text: str, point: Point) -> None:
        """Another line for the same point; what was typed and is not in it is one Up away."""
        if right.drops(self._screen.act_line.value, text, point):
            self._screen.act_line.begin(text)
        else:
            self._screen.act_line.put(text)
        self._screen.follow_line()
        self._screen.show_state()

    def _put(self, text: str) -> None:
        self._screen.act_line.put(text)
        self._screen.follow_line()
        self._screen.show_state()

    def _last_own(self) -> Point | None:
        """The last own point on whom is in view, else anywhere."""
        state, hand = self._screen.port.desk.state, self._screen.port.seat.hand
        shown = [
            each
            for each in points_shown(self._screen.look, self._screen.noting)
            if each.author == hand
        ]
        if shown:
            return shown[-1]
        noted = (*state.points.values(), *state.item_notes.values())
        own = (each for each in noted if each.author == hand)
        return max(own, key=lambda each: each.at, default=None)


class Pasting:
    """Several lines pasted at once: points, or the text of a statement; one act, so one undo."""

    def __init__(self, screen: NotesScreen) -> None:
        self._screen = screen

    def take(self, message: FaithfulInput.MultiLinePasted) -> None:
        """Short lines become points; of a long text it is asked whether it is the statement."""
        state = self._screen.port.desk.state
        if self._screen.noting.is_act or self._screen.noting.key(state) is None:
            return
        target = self._screen.noting.target(state)
        if target is None or sum(map(len, message.lines)) < LONG:
            self._take_points(message)
            return
        self._screen.asking.ask(
            Asked(
                clean_line(message.after),
                self._screen.frame.say(
                    "points.ask_paste",
                    count=len(message.lines),
                    name=self._screen.look.name(state.asked_by(target).delegation),
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
        state, lines = self._screen.port.desk.state, [_unparted(each) for each in message.lines]
        after = self._screen.noting.several_entered(lines, state)
        if self._take(message, f"points {self._screen.noting.several_line(lines, state)}"):
            self._screen.noting = after

    def _take(self, message: FaithfulInput.MultiLinePasted, line: str) -> bool:
        """Do it in one act, True; if it may not be done, all stays in the line as it is."""
        frame = self._screen.frame
        outcome = frame.port.desk.intake.propose(line, frame.port.desk.clock.now())
        if isinstance(outcome, Refusal):
            frame.tell(refusal_sentence(self._screen.look, outcome), "refusal")
        elif message.take():
            frame.submit(line)
            return True
        return False


def _joined(lines: tuple[str, ...]) -> str:
    return f" {PARAGRAPH} ".join(map(_unparted, lines))


def _unparted(line: str) -> str:
    """A paragraph in which the sign between paragraphs is a blank."""
    return line.replace(PARAGRAPH, " ").strip()
