"""The wish to leave: said once it is asked about, said again it is done.

Any other key takes back what a key said, and an act what was typed or found in the palette.
"""

from __future__ import annotations

from typing import Literal

from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.port import Frame
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.views.keeping import Keeping, Standing

Way = Literal["pressed", "typed"]
SECONDS: dict[Way, float] = {"pressed": 5.0, "typed": 20.0}
"""So long the wish to leave stands; what is typed, or looked for, takes longer to say again."""
LOST = ("unsaved", "gone")
"""How it stands with the disk where leaving loses something."""
QUIT = next(act for act in UI_ACTS if act.id == "quit")


class WishToLeave:
    """Whether somebody wishes to leave, and what was asked about that."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.key = keys_of(QUIT, frame.own_keys).anywhere or ""
        """The key that leaves, as Textual names it."""
        self.until: dict[Way, float] = {}
        """How it was said -> until when it stands, in monotonic seconds."""
        self._standing: Standing = "saved"
        """How it stood with the disk when leaving was asked about last."""
        self._told = ""
        """What was asked then."""

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
        return any(now <= until for until in self.until.values())

    def ask(self, way: Way, now: float) -> tuple[str, float]:
        """The question, and for how many seconds it stands."""
        keeping = self._frame.port.desk.keeping
        self.until[way] = now + SECONDS[way]
        self._standing, self._told = keeping.standing, self._question(keeping)
        return self._told, SECONDS[way]

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
            self.until.clear()
        return told, self._told
