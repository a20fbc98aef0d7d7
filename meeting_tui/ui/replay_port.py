"""The port of a past session: nothing can be entered, and the time stands still.

Keys and typed places go from moment to moment; every act of the meeting is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.limit_fit import fit_limit
from meeting_tui.desk.replay import ACT_WORDS, Going, Guide, Moments, ReplayDesk, whole_second
from meeting_tui.errors import MeetingTuiError
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.text import fold
from meeting_tui.ui.act_line import ActLine, SentLines
from meeting_tui.ui.files_behind import FilesBehind
from meeting_tui.ui.port import Frame, HelpLine, Offered, Port
from meeting_tui.ui.ui_acts import REPLAY_ACTS, UI_ACTS, ReplayAct, replay_act
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.typed_line import Complete, Completion, TypedLine
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line

_OFFERED = 6
_LOOKED_AT = 40
_ITEM = "item "


class PlacesCompleter:
    """Completions against the moments of one replay."""

    def __init__(
        self, moments: Callable[[], Moments], directory: Directory, language: Callable[[], str]
    ) -> None:
        self._moments = moments
        self._directory = directory
        self._language = language

    def __call__(self, line: str, caret: int) -> Sequence[Completion]:
        """What could complete what stands before the caret, the likeliest first."""
        before = line[:caret]
        start = len("go ") if before.casefold().startswith("go ") else 0
        typed = before[start:]
        is_act = typed.split(" ")[0].casefold() in ACT_WORDS - {"item"}
        if is_act or (len(typed.strip()) < 2 and typed.isascii()):
            return ()
        return (*self._items(typed, start), *self._names(typed, start))[:_OFFERED]

    def _items(self, typed: str, start: int) -> list[Completion]:
        ids = dict.fromkeys(each.id for each in self._moments().openings)
        begun = typed.casefold()
        return [
            Completion(f"{_ITEM}{each}", "", start)
            for each in ids
            if f"{_ITEM}{each}".startswith(begun) and begun != f"{_ITEM}{each}"
        ]

    def _names(self, typed: str, start: int) -> list[Completion]:
        spoke = {each.delegation for each in self._moments().turns}
        found = [
            Completion(code.lower(), self._directory.name(code, self._language()), start)
            for match in self._directory.look_up(typed, limit=_LOOKED_AT)
            if (code := match.delegation.code) in spoke
        ]
        unknown = sorted(each for each in spoke if self._directory.get(each) is None)
        found += [
            Completion(each, "", start) for each in unknown if fold(each).startswith(fold(typed))
        ]
        return found


STANDS_STILL = 1e-6
"""Seconds of the meeting in a real second: no clock has to be checked again soon."""
TOLD_SECONDS = 60.0

_PAIRS = (
    ("minute", "+ -", "minute_on", 128),
    ("item", ". ,", "item_on", 127),
    ("edge", "< >", "start", 88),
)
"""Steps whose keys are shown together: label, keys, what a click does, importance."""
_WRITE = ("screen.how", "screen.edit")
"""How the actions begin that start to write something."""
_EDGES = {"home": "start", "end": "end"}
"""Keys of the edges, if no list has them."""
GO = "go "
_NOT_HERE = ("save_elsewhere", "export")


class ReplayPort(Port):
    """What the screens ask of one look at one session."""

    pace = STANDS_STILL

    def __init__(self, frame: Frame, desk: ReplayDesk, note: str = "") -> None:
        """`note` is shown first, for example that another moment was requested."""
        self._frame = frame
        self._note = note
        self.desk: ReplayDesk = desk
        self.seat = desk.intake.seat
        self.files = FilesBehind(desk.replay.folder, desk, frame.language)
        self.sent = SentLines()
        self.drafts: dict[str, str] = {}
        self._look: Look | None = None

    @property
    def look(self) -> Look:
        """One look at the moment in view."""
        if self._look is None:
            desk = self.desk
            self._look = Look(
                desk.state,
                desk.at,
                project(desk.state, desk.at),
                desk.intake.directory,
                self._frame.language,
                group_members=self._frame.report_choice.members,
                is_replay=True,
                stood=desk.intake.meeting.stood,
            )
        return self._look

    def look_again(self) -> None:
        """Something changed: the next look is a new one."""
        self._look = None

    @property
    def moments(self) -> Moments:
        """All places one can go to."""
        return self.desk.replay.moments

    @property
    def _time(self) -> str:
        return self.look.clock(self.desk.at, seconds=True)

    @property
    def _guide(self) -> Guide:
        return Guide(self.moments, self.desk.intake.directory, self._frame.language)

    def begin(self) -> None:
        """Nothing happens here by itself."""

    def greet(self) -> None:
        """Say which moment is shown, and how to go to others."""
        told = self._note or self._frame.say("replay.greeting", time=self._time)
        kind = "warning" if self._note else "info"
        self._frame.tell_first(told, kind, seconds=TOLD_SECONDS)

    def leave(self) -> bool:
        """Nothing has to be written any more."""
        return self.desk.leave()

    # What is asked of it

    def may(self, act_id: str) -> str | None:
        """No act of the meeting is allowed in a replay."""
        return self._frame.say("replay.nothing_recorded", time=self._time)

    def does(self, act_id: str) -> bool:
        """Every act of the screen but the one that would save."""
        return act_id != "save_elsewhere"

    def submit(self, text: str, field: TypedLine | None, slot: str | None) -> None:
        """Say that nothing can be entered here."""
        if field:
            field.refuse()
        self.refuses()

    def do_act(self, act_id: str) -> None:
        """Step; the acts of the meeting are refused."""
        step = replay_act(act_id)
        if step:
            self._step(step)
        else:
            self.refuses()

    def suggest_limit(self, clock: str) -> None:
        """Say which limit would have ended the item by a time; there is no line to enter."""
        if not clock:
            self._put("limit fit ")
            return
        look = self.look
        suggestion = fit_limit(look, clock)
        self._frame.tell(suggestion.sentence, "info", seconds=TOLD_SECONDS)

    def export_report(self, typed: str) -> None:
        """A replay exports nothing."""
        self._frame.tell(self._frame.say("preview.not_in_replay"), "refusal")

    def save_elsewhere(self, folder: str) -> None:
        """Nothing is saved in a replay."""
        self.refuses()

    # Going from moment to moment

    def _step(self, step: ReplayAct) -> None:
        frame = self._frame
        try:
            moved = self.desk.step(step.unit, step.by)
        except MeetingTuiError as fault:
            frame.tell(fault.sentence(frame.language), "refusal")
            return
        if not moved:
            frame.tell(frame.say("replay.is_end" if step.by > 0 else "replay.is_start"), "info")
            return
        self._show_moment("")

    def goes_to(self, at: datetime) -> bool:
        """Shows the first moment at which something can be seen."""
        self.desk.go(self.moments.within(whole_second(at)))
        self._show_moment("")
        return True

    def _go_where(self, typed: str, field: ActLine | None) -> bool:
        """Go where a typed line leads; False for a line that is something else."""
        going = self._guide.read(typed, self.desk.at)
        if going is None:
            return False
        if going.at is None:
            if field:
                field.refuse()
            self._frame.tell(going.sentence, "warning")
            return True
        if field:
            field.accept()
        self._land(going, going.at)
        return True

    def _land(self, going: Going, at: datetime) -> None:
        self.desk.go(at)
        self._show_moment(going.sentence)

    def _put(self, text: str) -> None:
        """Begin a line for somebody to finish."""
        if self._frame.shown:
            self._frame.shown.act_line.put(text)

    def _places(self) -> Iterator[tuple[str, str, str]]:
        """The places one can go to by name: what to type, what it is called, when it was."""
        agenda, guide, say = self.look.state.agenda, self._guide, self._frame.say
        opened = dict.fromkeys(each.id for each in self.moments.openings if each.is_item)
        for id_ in opened:
            item = agenda.item(id_)
            title = item.title.say(self._frame.language) if item else id_
            times = guide.times([each.at for each in self.moments.openings if each.id == id_])
            when = say("replay.place_item_when", times=times)
            yield f"item {id_}", say("replay.place_item", item=id_, title=title), when
        for code in dict.fromkeys(each.delegation for each in self.moments.turns):
            times = guide.times([each.at for each in self.moments.turns if each.delegation == code])
            name = self.look.name(code)
            when = say("replay.place_name_when", times=times)
            yield code.lower(), say("replay.place_name", name=name), when

    def _show_moment(self, sentence: str) -> None:
        self._look = None
        shown = self._frame.shown
        if shown:
            shown.forget_suggestions()
            shown.refresh_all()
        self._frame.tell(sentence or self._happened(), "info", seconds=TOLD_SECONDS)

    def _happened(self) -> str:
        """The newest act at this moment, and when it was."""
        meeting, look = self.desk.intake.meeting, self.look
        act = meeting.entries[-1].act
        of_act = [each for each in meeting.entries[-50:] if each.act == act]
        what = tell_newest(meeting, of_act, self._frame.language, look.name)
        time = look.clock(of_act[0].at, seconds=True)
        return self._frame.say("replay.happened", time=time, what=what)

    # What it changes on the screens

    def keys(self, own: dict[str, str]) -> dict[str, str]:
        """Steps in the place of acts."""
        steps = {each.key: each.id for each in REPLAY_ACTS}
        reads = {key: act for key, act in own.items() if not act.startswith(_WRITE)}
        return {**_EDGES, "question_mark": "help", **reads, **steps}

    def hints(self, own: list[KeyHint]) -> list[KeyHint]:
        """Steps in the place of acts."""
        say = self._frame.say
        steps = [
            KeyHint(
                each.key_name,
                say(f"replay.hint_{each.id}"),
                f"app.act('{each.id}')",
                True,
                130 - place,
            )
            for place, each in enumerate(REPLAY_ACTS[:2])
        ]
        steps += [
            KeyHint(keys, say(f"replay.hint_{word}"), f"app.act('{act}')", True, rank)
            for word, keys, act, rank in _PAIRS
        ]
        return [*steps, *self._of_screen(own)]

    def _of_screen(self, own: list[KeyHint]) -> Iterator[KeyHint]:
        for hint in own:
            if hint.action == "screen.choose":
                label = self._frame.say("replay.hint_go_there")
                yield replace(hint, description=label, importance=126)
            elif not hint.action.startswith(("app.act(", *_WRITE)):
                yield hint

    def placeholder(self, own: str) -> str:
        """Where one may go."""
        return self._frame.say("replay.placeholder")

    def completer(self) -> Complete:
        """Places."""
        directory = self.desk.intake.directory
        return PlacesCompleter(lambda: self.moments, directory, lambda: self._frame.language)

    def at_right(self) -> Line:
        """How many had spoken, of how many."""
        number, count = self.moments.turns_begun(self.look.now), len(self.moments.turns)
        told = self._frame.say("replay.turn_of", number=number, count=count)
        return line(Piece(told, "paused"), " ")

    def takes(self, line: str, field: ActLine) -> bool:
        """A line that leads somewhere."""
        return self._go_where(line, field)

    def takes_row(self, key: str | None) -> bool:
        """Any row: what stands for an item leads to it."""
        sort, _, rest = (key or "").partition(" ")
        if sort in ("item", "segment", "part"):
            self._go_where(f"{GO}item {rest.partition(' ')[0]}", None)
        return True

    def refuses(self) -> bool:
        """Says that nothing can be entered here."""
        self._frame.tell(self._frame.say("replay.nothing_recorded", time=self._time), "refusal")
        return True

    def help(self, entries: Sequence[HelpLine]) -> Sequence[HelpLine]:
        """What can be done here."""
        here = [
            each
            for each in entries
            if each.group in ("replay", "screen") and each.id not in _NOT_HERE
        ]
        return sorted(here, key=lambda each: each.group)

    def offered(self, acts: Iterator[Offered]) -> Iterator[Offered]:
        """Steps and places, then the acts of the screen."""
        say = self._frame.say
        for each in REPLAY_ACTS:
            label, sentence = say(f"replay.label_{each.id}"), say(f"replay.act_{each.id}")
            yield Offered(each.id, label, each.typed, each.key_name, sentence, None)
        go, what = say("replay.label_go"), say("replay.act_go")
        yield Offered(GO, go, "go PLACE", "", what, None)
        for typed, label, sentence in self._places():
            yield Offered(f"{GO}{typed}", label, typed, "", sentence, None)
        of_screen = {each.id for each in UI_ACTS} - {*_NOT_HERE}
        yield from (each for each in acts if each.act_id in of_screen)

    def chooses(self, act_id: str) -> bool:
        """A step or a place."""
        if act_id == GO:
            self._put(GO)
        elif act_id.startswith(GO):
            self._go_where(act_id, None)
        elif any(each.id == act_id for each in REPLAY_ACTS):
            self._frame.do_act(act_id)
        else:
            return False
        return True
