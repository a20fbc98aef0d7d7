"""The keys that edit the schedule on the row under the cursor, defined once.

The bindings of the Schedule screen, its key bar and the help are made from here. They are keys that
type nothing, or signs that begin no line, so they work on every keyboard; none of them can be
chosen as an own key that types a name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct
from textual.binding import Binding

from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.views.look import Look
from meeting_tui.views.schedule_detail import take_up
from meeting_tui.views.schedule_edit import goes_on, has_begun, may_hold, serves

Say = Callable[[str], str]


class ScheduleKey(Struct, frozen=True):
    """One way to edit a row; said in the catalogue under `schedule.key_<id>`."""

    id: str
    printed: str
    """As it is printed on the keyboard."""
    acts: tuple[str, ...]
    """The acts whose lines it begins."""
    bindings: tuple[tuple[str, str], ...]
    """Key as Textual names it -> action of the screen."""
    importance: int
    """In the key bar."""
    is_typed: bool = False
    """A sign, or a key that belongs to the text while there is one: only on the empty line."""


SCHEDULE_KEYS: tuple[ScheduleKey, ...] = (
    ScheduleKey(
        "time",
        "Shift+←→",
        ("plan_time", "plan_sitting"),
        (("shift+left", "edit('time', -1)"), ("shift+right", "edit('time', 1)")),
        109,
    ),
    ScheduleKey(
        "move",
        "Shift+↑↓",
        ("plan_move",),
        (("shift+up", "edit('move', -1)"), ("shift+down", "edit('move', 1)")),
        108,
    ),
    ScheduleKey(
        "split",
        "/",
        ("plan_split",),
        (("slash", "edit('split', 0)"), ("ideographic_comma", "edit('split', 0)")),
        107,
        True,
    ),
    ScheduleKey(
        "add",
        "*",
        ("plan_add", "plan_hold"),
        (
            ("asterisk", "edit('add', 0)"),
            ("fullwidth_asterisk", "edit('add', 0)"),
            ("insert", "edit('add', 0)"),
        ),
        106,
        True,
    ),
    ScheduleKey(
        "drop",
        "Del",
        ("plan_drop",),
        (("delete", "edit('drop', 0)"),),
        105,
        True,
    ),
)


def editing_bindings() -> list[Binding]:
    """The keys that type nothing; they are handled before the line sees them."""
    return [
        Binding(key, action, show=False, priority=True)
        for each in SCHEDULE_KEYS
        if not each.is_typed
        for key, action in each.bindings
    ]


def editing_keys_of_empty_line(own: Collection[str]) -> dict[str, str]:
    """Key -> action, for keys pressed while the line is empty; those in `own` stay as they are."""
    return {
        key: action
        for each in SCHEDULE_KEYS
        if each.is_typed
        for key, action in each.bindings
        if key not in own
    }


def editing_keys_of(act_id: str) -> tuple[str, ...]:
    """The keys that begin the line of an act on the Schedule screen, as they are printed."""
    return tuple(each.printed for each in SCHEDULE_KEYS if act_id in each.acts)


def schedule_hints(say: Say, glance: Look, row: str | None, verb: str | None) -> list[KeyHint]:
    """What the key bar shows for a row, or with the line that the key for `verb` began."""
    if verb:
        return [
            KeyHint("Enter", say("schedule.key_do"), "screen.enter_line", True, 112),
            KeyHint("Esc", say("schedule.key_leave"), "screen.leave_edit", True, 111),
            *(_hint(say, each) for each in SCHEDULE_KEYS if goes_on(verb, each.id)),
        ]
    takes_up = KeyHint("Enter", say("more.key_take_up"), "screen.choose", True, 110)
    return [
        *([takes_up] if take_up(glance.state, row) else []),
        *(
            _hint(say, each, _named(glance, each.id, row or ""))
            for each in SCHEDULE_KEYS
            if serves(glance, each.id, row or "")
        ),
    ]


def _named(glance: Look, key: str, row: str) -> str:
    """What a key is called on a row; empty for its usual name."""
    sort, _, name = row.partition(" ")
    if key == "time" and sort == "sitting":
        return "sitting_end" if has_begun(glance, name) else "sitting"
    return "hold" if key == "add" and may_hold(glance, row) else ""


def _hint(say: Say, key: ScheduleKey, named: str = "") -> KeyHint:
    label = say(f"schedule.key_{named or key.id}")
    return KeyHint(key.printed, label, f"screen.{key.bindings[-1][1]}", True, key.importance)
