"""The wish to leave: said once it is asked about, said again it is done.

Any other key takes back what a key said, and an act what was typed or found in the palette.
"""

from __future__ import annotations

from typing import Literal

from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.port import Frame
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.views.keeping import Keeping, Standing

SECONDS_TO_CONFIRM = 5.0


class DoublePress:
    """Remembers which act was asked about and when, by a monotonic time given in seconds."""

    def __init__(self, within: float = SECONDS_TO_CONFIRM) -> None:
        self.within = within
        self._asked: str | None = None
        self._asked_at = 0.0

    def press(self, act: str, now: float) -> bool:
        """True when `act` was asked about no longer than `within` seconds ago; else it is now."""
        if self.asks(act, now):
            self.forget()
            return True
        self._asked, self._asked_at = act, now
        return False

    def asks(self, act: str, now: float) -> bool:
        """Whether the question about `act` is still open."""
        return self._asked == act and 0.0 <= now - self._asked_at <= self.within

    def forget(self) -> None:
        """Something else was done: the question is closed."""
        self._asked = None


TYPED_AGAIN_SECONDS = 20.0
"""So long the wish to leave stands where it was typed or looked for; that takes longer."""
LOST = ("unsaved", "gone")
"""How it stands with the disk where leaving loses something."""
QUIT = next(act for act in UI_ACTS if act.id == "quit")

Way = Literal["pressed", "typed"]


class WishToLeave:
    """Whether somebody wishes to leave, and what was asked about that."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._ways = {"pressed": DoublePress(), "typed": DoublePress(TYPED_AGAIN_SECONDS)}
        self._standing: Standing = "saved"
        """How it stood with the disk when leaving was asked about last."""
        self._told = ""
        """What was asked then."""

    @property
    def key(self) -> str:
        """The key that leaves, as Textual names it."""
        return keys_of(QUIT, self._frame.own_keys).anywhere or ""

    @property
    def how(self) -> str:
        """What leaves, in a sentence."""
        return self._frame.say("screen.how_to_quit", pressed=printed(self.key))

    def _question(self, keeping: Keeping) -> str:
        standing = "saved" if keeping.is_saved else keeping.standing
        told = "shared.quit_again" if standing == "away" else f"screen.quit_again_{standing}"
        return self._frame.say(told, pressed=printed(self.key), count=keeping.waiting)

    def is_said_again(self, now: float) -> bool:
        """Whether leaving was asked about, whichever way it was said; monotonic seconds."""
        return any(each.asks(QUIT.id, now) for each in self._ways.values())

    def ask(self, way: Way, now: float) -> tuple[str, float]:
        """The question, and for how many seconds it stands."""
        asked, keeping = self._ways[way], self._frame.port.desk.keeping
        asked.press(QUIT.id, now)
        self._standing, self._told = keeping.standing, self._question(keeping)
        return self._told, asked.within

    def forget(self, way: Way) -> None:
        """Take back what was said that way."""
        self._ways[way].forget()

    def stay(self) -> None:
        """Nobody wishes to leave any more."""
        for each in self._ways.values():
            each.forget()

    def reworded(self) -> tuple[str, str] | None:
        """What was asked, and what is to stand in its place now that the disk was heard of.

        Once it stands worse than when that was asked, the wish to leave is taken back. None where
        nothing was asked.
        """
        keeping = self._frame.port.desk.keeping
        before, told, now = self._standing, self._told, keeping.standing
        if not told:
            return None
        is_worse = now in LOST and before not in LOST
        self._standing, self._told = now, "" if is_worse else self._question(keeping)
        if is_worse:
            self.stay()
        return told, self._told
