"""What stands between the screens and the desk: the screens know these and nothing of the app.

The frame is the program around the screens. The port is what a desk at the meeting (`live_port`)
and a look at a past session (`replay_port`) do each in their own way on the same screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any, ClassVar, Protocol, TypeVar

from msgspec import Struct

from meeting_tui.desk.desk import Desk
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.settings import Settings
from meeting_tui.ui.act_line import ActLine, SentLines
from meeting_tui.ui.files_behind import FilesBehind
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.message_line import MessageLine
from meeting_tui.ui.widgets.typed_line import Complete, TypedLine
from meeting_tui.views.look import Choice, Look
from meeting_tui.views.pieces import Line
from meeting_tui.words import Value

FIRST_MODE = "floor"
"""The screen that is shown first."""


class Offered(Struct, frozen=True):
    """One act as the palette shows it."""

    act_id: str
    label: str
    syntax: str
    keys: str
    sentence: str
    refused: str | None
    """Why it is not allowed now."""


class Helped(Protocol):
    """One line of the help."""

    @property
    def id(self) -> str:
        """What it is about."""

    @property
    def group(self) -> str:
        """Under which heading it stands."""


HelpLine = TypeVar("HelpLine", bound=Helped)


class Port(Protocol):
    """What a screen may ask for, and what comes of it on this desk."""

    pace: float
    """Seconds of meeting time in a second of real time."""
    desk: Desk
    """The desk itself."""
    seat: Seat
    files: FilesBehind
    sent: SentLines
    """The lines on their way to the disk."""
    drafts: dict[str, str]
    """What was typed and not entered when the program last ended, by its slot."""

    @property
    def look(self) -> Look:
        """One look at the meeting, now."""

    def one_look(self) -> AbstractContextManager[None]:
        """What is shown within is of one look, however long it takes to work out."""
        return nullcontext()

    def look_again(self) -> None:
        """Something changed: the next look is a new one."""

    def begin(self) -> None:
        """The program runs: listen to the desk, and notice what happens by itself."""

    def greet(self) -> None:
        """Say what there is to say at the start."""

    def may(self, act_id: str) -> str | None:
        """None when an act of the meeting is allowed now, else the sentence that says why not."""

    def does(self, act_id: str) -> bool:
        """Whether an act of the screen is done here when it is typed."""
        return True

    def submit(self, text: str, field: TypedLine | None, slot: str | None) -> None:
        """Do what a typed line says in the meeting."""

    def begins(self, act_id: str) -> str | None:
        """The line that an act's key begins for somebody to finish; None where it does an act."""
        return None

    def do_act(self, act_id: str) -> None:
        """Do what the key of an act of the meeting means now."""

    def suggest_limit(self, clock: str) -> None:
        """Suggest the limit that ends the open item by a time; only a person sets it."""

    def export_report(self, typed: str) -> None:
        """Write the report out, in the formats typed; begins that line where none are."""

    def save_elsewhere(self, folder: str) -> None:
        """Keep the session in another folder from now on."""

    def leave(self) -> bool:
        """Write everything that is not written; False when something could not be."""

    # What it changes on every screen; by itself nothing

    def keys(self, own: dict[str, str]) -> dict[str, str]:
        """Key -> act while the line is empty; `own` are the screen's keys."""
        return own

    def hints(self, own: list[KeyHint]) -> list[KeyHint]:
        """What the key bar shows."""
        return own

    def placeholder(self, own: str) -> str:
        """What the empty line says."""

    def completer(self) -> Complete:
        """What the line offers while somebody types."""

    def at_right(self) -> Line:
        """What is shown at the right of the message line."""

    def takes(self, line: str, field: ActLine) -> bool:
        """Whether an entered line was done here, so that no screen needs to handle it."""
        return False

    def goes_to(self, at: datetime) -> bool:
        """Whether the moment of an event that was chosen is shown now."""
        return False

    def takes_row(self, key: str | None) -> bool:
        """Whether what a row of the Schedule stands for is shown now."""
        return False

    def refuses(self) -> bool:
        """Whether nothing may be begun here; a sentence then says so."""
        return False

    def help(self, entries: Sequence[HelpLine]) -> Sequence[HelpLine]:
        """What the help describes."""
        return entries

    def offered(self, acts: Iterator[Offered]) -> Iterator[Offered]:
        """What the palette offers."""
        return acts

    def chooses(self, act_id: str) -> bool:
        """Whether what was chosen in the palette was done here."""
        return False


class InView(Protocol):
    """The screen in view, as far as it is acted on from outside."""

    MODE: ClassVar[str]
    """Its name."""

    @property
    def message_line(self) -> MessageLine:
        """Where refusals and advice are told."""

    @property
    def act_line(self) -> ActLine:
        """Where everything is typed."""

    @property
    def is_mounted(self) -> bool:
        """Whether all its parts are there."""

    @property
    def chosen(self) -> str | None:
        """The request under the cursor of the speakers' list, where that is shown."""

    @property
    def typed_act(self) -> str:
        """The act that stands in the line, which may be for another purpose; else nothing."""

    def begin_line(self, text: str) -> None:
        """Begin a line for somebody to finish."""

    def stand_on(self, subject: str) -> None:
        """Put the cursor on that row, or note on that intervention."""

    def forget_suggestions(self) -> None:
        """The message line says something else from now on."""

    def show_act(self) -> None:
        """Show what an act did: what answers its key at once, all else right behind that."""

    def refresh_all(self) -> None:
        """Show everything as it stands now."""

    def show_keeping(self) -> None:
        """Whether everything is on disk."""

    def call_after_refresh(self, callback: Callable[[], Any]) -> bool:
        """Have it done once it is drawn anew."""


class Frame(Protocol):
    """The program around the screens."""

    language: str
    settings: Settings
    own_keys: Mapping[str, str]
    report_choice: Choice
    """How the report is made."""
    key_came: float
    """When the key came that is being taken, monotonic seconds."""

    @property
    def port(self) -> Port:
        """The desk as the screens see it."""

    @property
    def shown(self) -> InView | None:
        """The screen in view; None while something else is, or nothing any more."""

    @property
    def has_screens(self) -> bool:
        """Whether anything is in view; False at the very end."""

    def say(self, key: str, **params: Value) -> str:
        """A sentence in the reader's language."""

    def tell(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something on the message line of the screen in view."""

    def tell_first(self, text: str, kind: str = "info", seconds: float | None = None) -> None:
        """Say something at the start, unless a key was faster and its answer is there already."""

    def choose_report(self, choice: Choice) -> None:
        """How the report is made from now on, and States are counted on the screens."""

    def submit(self, text: str, field: TypedLine | None = None, slot: str | None = None) -> None:
        """Do what a typed line says: an act of the screen, or one of the meeting."""

    def do_act(self, act_id: str) -> None:
        """Do what the key of an act means now."""

    def do_action(self, action: str) -> None:
        """Run one of Textual's actions, once what goes on now is over."""

    def action_show(self, mode: str) -> None:
        """Go to another screen."""

    def action_return(self) -> None:
        """Go to the screen one came from."""

    def begin_line(self, line: str) -> None:
        """Begin a line for somebody to finish; what was typed before is one Up away."""

    def copy(self, text: str) -> None:
        """Put text where the terminal keeps what is copied, and say so."""

    def is_held(self, act_id: str) -> bool:
        """Whether the key of an act repeats because it is held down."""

    def remember_input(self, what: str) -> None:
        """Keep one of the last inputs, to be said without its text if something goes wrong."""

    def stay(self) -> None:
        """An act was done: nobody wishes to leave."""

    def keep_question_true(self) -> None:
        """The disk is heard of: what is asked on leaving says how it stands now."""

    # Faults

    @property
    def fault_in_view(self) -> str:
        """What was said of a fault so lately that nobody has read it; else nothing."""

    def faulty(self, fault: BaseException, where: str, *, is_told: bool = False) -> None:
        """Write a fault down, and say so once."""

    def fault_told(self, width: int, height: int) -> list[Line]:
        """That a panel could not be drawn, and where the fault is written."""

    def tell_untold(self) -> None:
        """Say what could not be said yet."""

    def boundary(self, where: str) -> AbstractContextManager[None]:
        """What goes wrong within is written down and told, and what follows is done."""

    # What is done later, or elsewhere

    def hand_over(self, call: Callable[[], None]) -> None:
        """Have it done in the screen's own thread, between other messages."""

    def work_behind(self, work: Callable[[], None], group: str) -> bool:
        """Do it in a thread; False while other work of that group goes on."""

    def set_interval(self, interval: float, callback: Callable[[], Any]) -> Any:
        """Have this called again and again, every so many seconds."""

    def call_after_refresh(self, callback: Callable[[], Any]) -> bool:
        """Have it done once the screen is drawn anew."""

    def bell(self) -> None:
        """Ring the bell of the terminal."""
