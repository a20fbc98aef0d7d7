"""What the key bar of a screen shows: the acts that matter there, then the other screens."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.ui.act_keys import act_meant
from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.port import Frame
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.widgets.key_bar import KeyHint

FIRST_ACTS = 3
"""So many acts come before the screens in the key bar, the others behind them."""
TURNING = 109
"""How important the key is that turns to the other of two screens."""

WAYS_OUT = {"show_floor": 131, "quit": 130}
"""How important the ways out of a screen are: on a small one Leave must not stand alone."""


def key_hints(frame: Frame, mode: str, shown_acts: Sequence[str]) -> list[KeyHint]:
    """The hints for the screen of that mode; an act without a key has none."""
    turning = next((each for each in UI_ACTS if each.is_between(mode)), None)
    first = FIRST_ACTS if turning is None else FIRST_ACTS - 1  # its key takes the place of one
    hints = []
    for rank, act_id in enumerate(shown_acts):
        act = act_meant(frame.port.desk.state, act_id)
        names = keys_of(act, frame.own_keys).names
        if names:
            hints.append(
                KeyHint(
                    names[0],
                    frame.say(f"act.{act.id}.label"),
                    f"app.act('{act.id}')",
                    frame.port.may(act.id) is None,
                    100 - rank if rank < first else 60 - rank,
                )
            )
    for each in UI_ACTS:
        here = each.action == f"app.show('{mode}')"
        key = keys_of(each, frame.own_keys).anywhere
        if key and each.importance and (each.again or not here):
            label = frame.say(f"screen.label_{f'show_{each.again}' if here else each.id}")
            importance = TURNING if each is turning else each.importance
            importance = WAYS_OUT.get(each.id, importance) if mode != "floor" else importance
            hints.append(KeyHint(printed(key), label, each.pressed, True, importance))
    return hints
