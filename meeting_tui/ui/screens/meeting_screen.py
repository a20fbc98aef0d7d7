"""What all screens have in common: top line, message line, input line and key bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.widget import Widget

from meeting_tui.ui.act_keys import key_hints
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.own_keys import keys_of_empty_line
from meeting_tui.ui.port import FIRST_MODE, Frame, Port
from meeting_tui.ui.textual_inside import classes_of_size, is_taken_away, paint_now
from meeting_tui.ui.widgets.key_bar import KeyBar, KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.message_line import MessageLine, message
from meeting_tui.ui.widgets.painted import Painted, PaintedScreen, Ticking
from meeting_tui.ui.widgets.too_small import covering
from meeting_tui.ui.widgets.typed_line import Complete, TypedLine
from meeting_tui.views.floor import agenda_lines, first_step, is_beginning
from meeting_tui.views.keeping import standing_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line, wrap_indented
from meeting_tui.views.top import top_line


class AgendaPanel(Painted):
    """All items with their times; out of sight once there is something else to show."""

    DEFAULT_CSS = "AgendaPanel { display: none; height: 1fr; }"

    def __init__(self, look: Callable[[], Look], instead_of: Widget) -> None:
        super().__init__(lambda width, height: agenda_lines(look(), width, height))
        self._look, self._instead_of = look, instead_of

    def show_or_hide(self, is_empty: bool | None = None) -> None:
        """Take the place of the other widget, or give it back; by itself until somebody spoke."""
        shown = is_beginning(self._look()) if is_empty is None else is_empty
        if self.display != shown:
            self.display, self._instead_of.display = shown, not shown
        self.redraw()


DRAFT_SECONDS = 0.5
LEFT_SECONDS = 8.0
BACK_SECONDS = 20.0


LOOK = """
MeetingScreen {
    layout: vertical;
}
#top {
    background: $panel;
}
ActLine {
    padding: 0 1;
}
KeyBar {
    padding: 0 1;
    background: $panel;
}
.unmade {
    height: 1fr;
}
#message {
    padding: 0 1 0 1;
}
"""
"""How what all screens have in common is arranged."""


class MeetingScreen(PaintedScreen):
    """One view of the meeting; `show_state` fills it anew whenever something happened."""

    DEFAULT_CSS = LOOK

    MODE: ClassVar[str] = ""
    """Name of the screen, of its help and of the slot its draft is kept in."""
    HOLDS_TEXT: ClassVar[bool] = False
    """Whether what is typed here is more than acts, so that no key takes it away."""
    SHOWN_ACTS: ClassVar[Sequence[str]] = ()
    """Acts whose keys the key bar shows, the most important first."""

    MAIN: ClassVar[str] = "#rows"
    """The list that says so where the screen could not be filled."""

    AUTO_FOCUS = "ActLine"

    def __init__(self, frame: Frame) -> None:
        """`frame` is the program around it, with the port of the desk that is shown."""
        super().__init__()
        self.frame = frame
        self._kept_draft = ""
        self._suggesting = False
        self._is_behind = False
        """An act was answered, and not everything is shown as it stands since."""
        self._to_begin = ""
        """A line that was to be begun before the screen was there."""

    def compose(self) -> ComposeResult:
        """Top line, the screen's own part, message, input, keys."""
        _begin_in_its_size(self)
        yield Ticking(lambda width, _: [top_line(self.look, width)], id="top")
        yield from self._made(self.compose_body)
        yield from self._made(self.compose_foot)
        yield KeyBar(id="keys")
        yield from covering(self, self.frame.language)

    def _made(self, compose: Callable[[], Iterable[Widget]]) -> list[Widget]:
        """Parts of the screen; where they cannot be made, a panel that says so."""
        try:
            return list(compose())
        except Exception as fault:  # noqa: BLE001 - the top line, the input and the keys are there
            self.frame.faulty(fault, f"making {type(self).__name__}", is_told=True)
            return [Painted(self.frame.fault_told, classes="unmade")]

    def compose_body(self) -> Iterable[Widget]:
        """The widgets between top line and message line."""
        raise LookupError(f"{type(self).__name__} has nothing to show")

    def compose_foot(self) -> Iterable[Widget]:
        """Message line and input; a screen that has its input elsewhere leaves it out here."""
        yield from _standing_part(self, self.app.size.width)
        yield MessageLine(language=self.frame.language, id="message")
        yield self.new_line()

    def new_line(self) -> ActLine:
        """The input line of the screen."""
        return ActLine(
            placeholder=self.port.placeholder(self.placeholder()),
            complete=self.completer(),
            keys=self.port.keys(self.keys_of_empty_line()),
            begins=self.port.begins,
            holds_text=self.HOLDS_TEXT,
            id="line",
        )

    def completer(self) -> Complete:
        """What the input line offers; by default acts and names."""
        return self.port.completer()

    def show_state(self) -> None:
        """Fill the screen from the state as it is now."""
        raise LookupError(f"{type(self).__name__} shows nothing")

    def show_moment(self) -> None:
        """What changes with the time alone, once a second; by default nothing."""

    def placeholder(self) -> str:
        """What the empty input line says."""
        takes_notes = self.MODE == "floor" and self.port.desk.intake.seat.role == "notes"
        return self.frame.say(f"screen.placeholder_{'notes' if takes_notes else self.MODE}")

    def keys_of_empty_line(self) -> dict[str, str]:
        """Key -> act, for keys pressed while the line is empty."""
        return keys_of_empty_line(self.frame.own_keys)

    @property
    def port(self) -> Port:
        """The desk that is shown, at the meeting or on a past session."""
        return self.frame.port

    @property
    def look(self) -> Look:
        """One look at the meeting, now."""
        return self.port.look

    @property
    def message_line(self) -> MessageLine:
        """Where refusals and advice are told."""
        return self.query_one("#message", MessageLine)

    @property
    def act_line(self) -> ActLine:
        """Where everything is typed."""
        return self.query_one("#line", ActLine)

    def begin_line(self, text: str) -> None:
        """Begin a line for somebody to finish, now or as soon as the screen is there."""
        if self.is_mounted:
            self.act_line.begin(text)
        else:
            self._to_begin = text

    @property
    def chosen(self) -> str | None:
        """The request under the cursor of the speakers' list; here that is not shown."""
        return None

    @property
    def typed_act(self) -> str:
        """The act that stands in the line."""
        return self.act_line.value

    def stand_on(self, subject: str) -> None:
        """Put the cursor on that row, or note on that intervention; by default nothing."""

    @property
    def types_ahead(self) -> bool:
        """Whether a text may be begun while an act is on its way; here it means nothing yet."""
        return True

    @property
    def is_mounted(self) -> bool:
        """Whether all its parts are there: after they were made, until they are taken away."""
        return super().is_mounted and not is_taken_away(self)

    @property
    def draft(self) -> str:
        """What is typed and not entered, as it is kept."""
        return self.act_line.value if self.is_mounted else self.port.drafts.get(self.MODE, "")

    def take_draft(self, text: str) -> None:
        """Show what was typed and not entered when the program last ended."""
        self.act_line.put(text)

    def on_mount(self) -> None:
        self.set_interval(DRAFT_SECONDS, self.keep_draft)
        self.set_interval(1.0, self._look)
        kept = self.port.drafts.get(self.MODE, "")
        self.take_draft(kept)
        self._kept_draft = self.draft
        if kept and kept == self.port.drafts.get(self._refused_slot, ""):
            self.act_line.put_refused(self.act_line.value)
        if self._to_begin:
            self.act_line.begin(self._to_begin)
        if kept and self.MODE != FIRST_MODE:
            _tell_it_is_back(self)  # the first screen says so in its greeting

    @on(events.Resize)
    def cover_what_is_too_small(self) -> None:
        """Say so where the window cannot hold the screen."""
        for cover in covering(self, self.frame.language):
            self.mount(cover)

    def on_screen_resume(self) -> None:
        if self.is_mounted and not self._suggesting:
            self.message_line.clear()  # what it said was of an earlier moment
        self.refresh_all()
        self.frame.tell_untold()

    def show_act(self) -> None:
        """Show what an act did: what answers its key at once, all else right behind that."""
        if self.is_mounted:
            _answer(self)
            if not self._is_behind:
                self._is_behind = True
                self.call_later(self.refresh_all)

    def show_at_once(self) -> Sequence[Widget]:
        """Fill and give what says first what an act did, beside the message line."""
        return ()

    def refresh_all(self) -> None:
        """Show everything as it stands now."""
        self._is_behind = False
        if not self.is_mounted:
            return
        with self.port.one_look():
            with self.panel(self.MAIN):
                self.show_state()
            for part in (self.query_one("#top", Ticking).tick, self.show_keeping, self.show_keys):
                with self.frame.boundary(f"showing {type(self).__name__}"):
                    part()

    @contextmanager
    def panel(self, name: str) -> Iterator[None]:
        """What goes wrong within is said in that list in place of its rows; the others go on."""
        try:
            yield
        except Exception as fault:  # noqa: BLE001
            _tell_in_list(self, name, fault)

    def idle_text(self) -> str:
        """What the message line says while there is nothing to tell."""
        return first_step(self.look)

    def show_keys(self) -> None:
        """The key bar as it is now."""
        self.query_one(KeyBar).show_keys(self.port.hints(self.key_hints()))

    def show_keeping(self) -> None:
        """Whether everything is on disk; while it is not, a line of its own says what to do."""
        _show_standing(self)
        self.message_line.show_right(self.port.at_right())
        self.message_line.show_idle(self.idle_text())

    def show_saving(self, text: str) -> None:
        """A line takes long to be on disk: it is shown as being saved, not as done."""
        self.message_line.show_line(message(self.frame.say("line.saving", line=text), "saving"))
        self.show_keeping()

    def key_hints(self) -> list[KeyHint]:
        """What the key bar shows: this screen's acts, then the screens."""
        return key_hints(self.frame, self.MODE, self.SHOWN_ACTS)

    def on_key_bar_greyed_clicked(self, message: KeyBar.GreyedClicked) -> None:
        self.frame.do_act(message.hint.action.partition("'")[2].rstrip("')"))

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        message.stop()
        self.frame.do_act(message.act)

    def on_act_line_left(self, message: ActLine.Left) -> None:
        self.forget_suggestions()
        if message.is_back:
            self.message_line.clear()
            return
        self.frame.tell(self.frame.say("line.left"), seconds=LEFT_SECONDS)

    def on_typed_line_entered(self, message: TypedLine.Entered) -> None:
        message.stop()
        if not self.port.takes(message.value, self.act_line):
            self.enter(message.value)
        if not self.port.sent.is_from(self.act_line):
            self.act_line.wait_no_more()  # so that the same may be entered again

    def enter(self, value: str) -> None:
        """A line was entered; by default it is an act."""
        self.send(value)

    def send(self, line: str) -> None:
        """Hand a line to the desk, for what is typed."""
        self.frame.submit(line, self.act_line, self.MODE)
        self._kept_draft = ""  # the kept draft goes with the act; what is left is kept anew

    def on_typed_line_suggested(self, message: TypedLine.Suggested) -> None:
        message.stop()
        if message.completions:
            self.message_line.show_line(_suggestions(self.frame, message))
        elif self._suggesting:
            self.message_line.clear()
        self._suggesting = bool(message.completions)

    def forget_suggestions(self) -> None:
        """The message line says something else from now on."""
        self._suggesting = False

    def action_copy_text(self) -> None:
        """Copy what is marked; nothing happens where nothing is."""
        marked = self.get_selected_text()
        if not marked:
            raise SkipAction
        self.frame.copy(marked)
        self.clear_selection()

    def keep_draft(self) -> None:
        """Keep what is typed and not entered, if it changed."""
        if not self.is_mounted:
            return
        typed, keep = self.draft, self.port.desk.keep_draft
        if not self.act_line.value and self.port.sent.is_from(self.act_line):
            return  # what was entered is kept as it was typed until it is on disk
        if typed != self._kept_draft:
            self._kept_draft = typed
            keep(self.MODE, typed)
        keep(self._refused_slot, typed if self.act_line.is_refused else "")

    @property
    def _refused_slot(self) -> str:
        """Where the draft is kept once more, while it stands as it was refused."""
        return f"{self.MODE} refused"

    def _look(self) -> None:
        if self.is_current:
            if not self.frame.fault_in_view:
                self.frame.tell_untold()
            with self.port.one_look(), self.panel(self.MAIN):
                self.show_moment()
            if self.port.desk.state.phase == "suspended":
                self.show_keeping()  # a break is over by itself


def _begin_in_its_size(screen: MeetingScreen) -> None:
    """Let it know how wide and tall it is before its widgets are styled, not once they are."""
    classes = dict.fromkeys(classes_of_size(screen.app, screen), True)
    screen.update_classes(classes, update=False)


def _answer(screen: MeetingScreen) -> None:
    """Paint what an act did where somebody looks first."""
    answers: list[Widget] = [screen.message_line]
    with screen.panel(screen.MAIN):
        answers += screen.show_at_once()
    with screen.frame.boundary(f"painting {type(screen).__name__}"):
        paint_now(screen, answers)


def _tell_in_list(screen: MeetingScreen, name: str, fault: Exception) -> None:
    lists = list(screen.query(name).results(LineList))
    for each in lists:
        each.tell_instead(screen.frame.fault_told)
    screen.frame.faulty(fault, f"filling {type(screen).__name__}{name}", is_told=bool(lists))
    for panel in screen.query(Painted):
        panel.redraw()


def _standing_lines(screen: MeetingScreen, width: int) -> list[Line]:
    """What stands above the message line, in as many lines as it needs; none while nothing does."""
    standing = standing_line(screen.look, screen.frame.port.desk.keeping)
    if standing is None:
        return []
    return wrap_indented(standing, width)


def _standing_part(screen: MeetingScreen, width: int) -> Iterator[Painted]:
    """The line above the message line, where there is something for it to say."""
    if _standing_lines(screen, width):
        yield Painted(lambda width, _: _standing_lines(screen, width), id="trouble")


def _show_standing(screen: MeetingScreen) -> None:
    """The line above the message line, which is made when there is something for it to say."""
    rows = _standing_lines(screen, screen.size.width)
    if rows and not screen.query("#trouble"):
        screen.mount(*_standing_part(screen, screen.size.width), before="#message")
    for each in screen.query("#trouble").results(Painted):
        each.display, each.styles.height = bool(rows), max(len(rows), 1)
        each.redraw()


def _tell_it_is_back(screen: MeetingScreen) -> None:
    frame = screen.frame
    screen.forget_suggestions()
    told = frame.say("screen.restored_draft")
    screen.call_after_refresh(frame.tell, told, seconds=BACK_SECONDS)


def _suggestions(frame: Frame, message: TypedLine.Suggested) -> Line:
    first, *others = [each.label or each.text.strip() for each in message.completions]
    parts = [Piece(first, "accent strong"), Piece(" ⇥", "muted")]
    if others:
        parts.append(Piece(f"   {frame.say('screen.also', others=', '.join(others))}", "muted"))
    return line(*parts)
