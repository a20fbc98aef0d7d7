"""What the desk changes on every screen: keys, hints, the line, the right end of the message line.

A desk at the meeting changes nothing; a replay has ways of its own (`replay_ways`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.completing import Completer
from meeting_tui.ui.widgets.completion import Complete
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.views.keeping import keeping_line
from meeting_tui.views.pieces import Line

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp
    from meeting_tui.ui.help_lines import HelpEntry
    from meeting_tui.ui.palette import Offered


class Ways:
    """The ways of a desk at the meeting."""

    def __init__(self, app: MeetingApp) -> None:
        self.app = app

    def keys(self, mode: str, own: dict[str, str]) -> dict[str, str]:
        """Key -> act while the line is empty; `own` are the screen's keys."""
        return own

    def hints(self, own: list[KeyHint]) -> list[KeyHint]:
        """What the key bar shows."""
        return own

    def placeholder(self, own: str) -> str:
        """What the empty line says."""
        return own

    def completer(self) -> Complete:
        """What the line offers while somebody types."""
        return Completer(lambda: self.app.desk.table.lexicon, self.app.language)

    def at_right(self) -> Line:
        """What is shown at the right of the message line."""
        return keeping_line(self.app.glance, self.app.desk.keeping)

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

    def help(self, entries: Sequence[HelpEntry]) -> Sequence[HelpEntry]:
        """What the help describes."""
        return entries

    def offered(self, acts: Iterator[Offered]) -> Iterator[Offered]:
        """What the palette offers."""
        return acts

    def chooses(self, act_id: str) -> bool:
        """Whether what was chosen in the palette was done here."""
        return False
