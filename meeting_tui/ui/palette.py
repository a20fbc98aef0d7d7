"""The palette: every act of the meeting and of the screen, found by its words and done or begun.

It offers what the registries hold and nothing else. Everything in it is plain text, as sentences
and syntax have brackets that are not markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from meeting_tui.meeting.acts import ACTS, act
from meeting_tui.text import fold
from meeting_tui.ui.own_keys import keys_of
from meeting_tui.ui.port import Frame, Offered
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.ui_acts import UI_ACTS

_ROWS_OF_ACT = 2
_IN_SENTENCE = 0.1
"""Score of an act found by a word of its sentence only: below any found by its name."""


def offered_acts(frame: Frame) -> Iterator[Offered]:
    """Every act, those of the meeting first, in the order of the registries."""
    yield from frame.port.offered(_acts(frame))


def _acts(frame: Frame) -> Iterator[Offered]:
    for each in ACTS:
        keys = ", ".join(keys_of(each, frame.own_keys).names)
        label, sentence = frame.say(f"act.{each.id}.label"), frame.say(f"act.{each.id}")
        yield Offered(each.id, label, each.syntax, keys, sentence, frame.port.may(each.id))
    for of_screen in UI_ACTS:
        keys = ", ".join(keys_of(of_screen, frame.own_keys).names)
        label = frame.say(f"screen.label_{of_screen.id}")
        sentence = frame.say(f"screen.act_{of_screen.id}")
        yield Offered(of_screen.id, label, of_screen.syntax, keys, sentence, None)


def choose_act(frame: Frame, act_id: str) -> None:
    """Do a whole act, or begin its line for somebody to finish."""
    if frame.port.chooses(act_id):
        return
    of_screen = next((each for each in UI_ACTS if each.id == act_id), None)
    if of_screen:
        frame.do_action(of_screen.action)
        return
    found = act(act_id)
    refused = frame.port.may(act_id)
    if refused:
        frame.tell(refused, "refusal")
    elif found.line.endswith(" "):
        frame.begin_line(found.line)
    else:
        frame.submit(found.line)


def score(offered: Offered, matcher: Matcher, query: str) -> float:
    """How well an act fits what is typed: 0 not at all; by its name before by its sentence."""
    best = max(matcher.match(offered.label), matcher.match(offered.syntax.split(" [")[0]))
    if best:
        return best
    return _IN_SENTENCE if fold(query) in fold(offered.sentence) else 0.0


def prompt(offered: Offered, name: Content) -> Content:
    """Two lines: name, key and how it is typed; below them what it does, or why not now."""
    keys = Content.styled(f"  {offered.keys}", "$accent") if offered.keys else Content("")
    says_more = offered.syntax.casefold() != offered.label.casefold()
    typed = Content.styled(f"  {offered.syntax}" if says_more else "", "$secondary")
    head = Content.assemble(name, keys, typed)
    below = f"✗ {offered.refused}" if offered.refused else offered.sentence
    return Content("\n").join((head, Content.styled(f"  {below}", "not bold $secondary")))


class ActsProvider(Provider):
    """Offers the acts of both registries to Textual's palette."""

    @property
    def frame(self) -> Frame:
        """What the screen below is in."""
        below = self.screen
        assert isinstance(below, MeetingScreen)
        return below.frame

    async def discover(self) -> Hits:
        """All acts, before anything is typed."""
        with self.frame.boundary("the palette"):
            for place, offered in enumerate(offered_acts(self.frame)):
                yield self._hit(offered, 1.0 - place / 1000, Content(offered.label))

    async def search(self, query: str) -> Hits:
        """The acts that fit what is typed."""
        matcher = self.matcher(query)
        found = False
        with self.frame.boundary("the palette"):
            for offered in offered_acts(self.frame):
                fits = score(offered, matcher, query)
                if fits > 0:
                    found = True
                    yield self._hit(offered, fits, matcher.highlight(offered.label))
        if not found:
            nothing = self.frame.say("record.no_such_act")
            yield Hit(1.0, Content(nothing), lambda: None, text=nothing)

    def _hit(self, offered: Offered, fits: float, name: Content) -> Hit:
        chosen = _Once(partial(choose_act, self.frame, offered.act_id))
        return Hit(fits, prompt(offered, name), chosen, text=offered.label)


class _Once:
    """A choice that is taken once, however often Enter says so."""

    def __init__(self, choice: Callable[[], None]) -> None:
        self._choice: Callable[[], None] | None = choice

    def __call__(self) -> None:
        choice, self._choice = self._choice, None
        if choice:
            choice()


class ActPalette(CommandPalette):
    """Textual's palette, which a second Enter in the same moment does not end twice."""

    DEFAULT_CSS = """
    ActPalette > Vertical { min-width: 24; }
    ActPalette CommandList { min-width: 20; }
    """
    # However narrow the window is: Textual breaks no text into lines of no width.

    def __init__(self, placeholder: str) -> None:
        """`placeholder` is what its empty field says."""
        super().__init__([ActsProvider], placeholder=placeholder)

    _is_stopped = False
    _is_closed = False
    _is_left = False
    """Whether another screen was gone to; it closes when one comes back to its own."""

    @property
    def is_searching(self) -> bool:
        """Whether what it shows is not yet what was typed last."""
        return any(each.node is self and not each.is_finished for each in self.workers)

    def _action_command_list(self, action: str) -> None:
        """A page is counted in acts: Textual counts lines, which it may not have laid out yet."""
        step = {"page_down": 1, "page_up": -1}.get(action)
        if step is None:
            super()._action_command_list(action)
            return
        listed = self.query_one(CommandList)
        if listed.option_count:
            page = max(listed.size.height // _ROWS_OF_ACT, 1)
            to = (listed.highlighted or 0) + step * page
            listed.highlighted = min(max(to, 0), listed.option_count - 1)

    def _on_mount(self, event: events.Mount) -> None:
        """Look for nothing where it is not in view any more; Textual's own follows this."""
        self._is_left = self.app.screen_stack[-1] is not self
        if self._is_left:
            event.prevent_default()

    def on_screen_resume(self) -> None:
        if self._is_left:
            self.dismiss()

    def _gather_commands(self, search_value: str) -> None:  # type: ignore[override]
        if not self._is_stopped:
            super()._gather_commands(search_value)

    def stop(self) -> None:
        """Look for nothing more; it is taken away."""
        self._is_stopped = True
        self._cancel_gather_commands()

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, once, when it is in view: Textual closes whatever screen is."""
        self.stop()
        if self._is_closed:
            return AwaitComplete()
        if self.app.screen is not self:
            self._is_left = True
            return AwaitComplete()
        self._is_closed = True
        return super().dismiss(result)
