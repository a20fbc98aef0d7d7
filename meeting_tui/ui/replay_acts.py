"""The acts of a replay: keys that go from moment to moment while the line is empty.

The key bar, the help and the palette are made from this table, as from the other registries.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from meeting_tui.desk.replaying import Unit
from meeting_tui.ui.ui_acts import key_name


class ReplayAct(Struct, frozen=True):
    """One step through a replay."""

    id: str
    key: str
    """As Textual names it; it types something, so it acts only on the empty line."""
    typed: str
    """The same in words, for the mode without a screen."""
    unit: Unit
    by: Literal[-1, 1]

    @property
    def key_name(self) -> str:
        """The key as it is printed on the keyboard."""
        return _NAMES.get(self.key) or key_name(self.key)


REPLAY_ACTS: tuple[ReplayAct, ...] = (
    ReplayAct("turn_on", "space", "turn", "turn", 1),
    ReplayAct("turn_back", "backspace", "back turn", "turn", -1),
    ReplayAct("minute_on", "plus", "minute", "minute", 1),
    ReplayAct("minute_back", "minus", "back minute", "minute", -1),
    ReplayAct("item_on", "full_stop", "item", "item", 1),
    ReplayAct("item_back", "comma", "back item", "item", -1),
    ReplayAct("start", "less_than_sign", "start", "edge", -1),
    ReplayAct("end", "greater_than_sign", "end", "edge", 1),
)

_NAMES = {"minus": "-", "less_than_sign": "<", "greater_than_sign": ">"}


def replay_act(act_id: str) -> ReplayAct | None:
    """The step of that id."""
    return next((each for each in REPLAY_ACTS if each.id == act_id), None)
