"""The keys of Notes, Schedule and Report, once: bindings, key bars and the help are made from here.

They are keys that type nothing, or signs that begin no line, so that they work on every keyboard;
none of them can be chosen as an own key that types a name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct
from textual.binding import Binding

from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.views.look import Look
from meeting_tui.views.schedule_detail import take_up
from meeting_tui.views.schedule_edit import goes_on, has_begun, may_hold, serves

TAG_KEYS = 9


class NoteKey(Struct, frozen=True):
    """One thing a key does while notes are taken; said in the catalogue under `notes.key_<id>`."""

    id: str
    printed: str
    """As it is printed on the keyboard."""
    syntax: str
    """What may be typed in its place."""
    bindings: tuple[tuple[str, str], ...] = ()
    """Key as Textual names it -> action of the screen."""
    importance: int = 0
    """In the key bar; 0 is not shown there.

    What is said nowhere else on the smallest screen comes first: marks are in the empty line,
    earlier statements below the questions.
    """


NOTE_KEYS: tuple[NoteKey, ...] = (
    NoteKey(
        "tag",
        f"Alt+1…{TAG_KEYS}",
        "a1 a6 TEXT",
        tuple((f"alt+{n}", f"tag({n})") for n in range(1, TAG_KEYS + 1)),
        99,
    ),
    NoteKey("mark", "Ctrl+K", "/proposal TEXT", (("ctrl+k", "next_kind"),), 94),
    NoteKey(
        "earlier",
        "Alt+↑",
        "",
        (("alt+up", "step(-1)"), ("ctrl+up", "step(-1)")),
        92,
    ),
    NoteKey("later", "Alt+↓", "", (("alt+down", "step(1)"), ("ctrl+down", "step(1)"))),
    NoteKey("now", "Esc", ""),
    NoteKey("correct", "Ctrl+E", ":correct", (("ctrl+e", "edit_last"),), 98),
    NoteKey("strike", "Ctrl+X", ":strike n5 because TEXT", (("ctrl+x", "strike"),)),
    NoteKey("act", ":", ":next", (), 97),
    NoteKey("up", "PgUp", "", (("pageup", "scroll_points(1)"),)),
    NoteKey("down", "PgDn", "", (("pagedown", "scroll_points(-1)"),)),
)

ON_EMPTY_LINE = (("up", "step(-1)"), ("down", "step(1)"), ("escape", "follow"))
"""Left to the screen while the line is empty; else they belong to what stands in it."""


def note_bindings() -> list[Binding]:
    """The bindings of the Notes screen, looked at before the line sees the key."""
    always = [
        Binding(key, action, show=False, priority=True)
        for each in NOTE_KEYS
        for key, action in each.bindings
    ]
    while_something_is_put_right = [
        Binding(key, action, show=False, priority=True)
        for key, action in (
            ("escape", "answer_no"),
            ("tab", "answer_other"),
            ("up", "choose_point(-1)"),
            ("down", "choose_point(1)"),
        )
    ]
    return [
        *always,
        *while_something_is_put_right,
        *(Binding(key, action, show=False) for key, action in ON_EMPTY_LINE),
    ]


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


def schedule_hints(say: Say, look: Look, row: str | None, verb: str | None) -> list[KeyHint]:
    """What the key bar shows for a row, or with the line that the key for `verb` began."""
    if verb:
        return [
            KeyHint("Enter", say("schedule.key_do"), "screen.enter_line", True, 112),
            KeyHint("Esc", say("schedule.key_leave"), "screen.leave_edit", True, 111),
            *(_hint(say, each) for each in SCHEDULE_KEYS if goes_on(verb, each.id)),
        ]
    takes_up = KeyHint("Enter", say("more.key_take_up"), "screen.choose", True, 110)
    return [
        *([takes_up] if take_up(look.state, row) else []),
        *(
            _hint(say, each, _named(look, each.id, row or ""))
            for each in SCHEDULE_KEYS
            if serves(look, each.id, row or "")
        ),
    ]


def _named(look: Look, key: str, row: str) -> str:
    """What a key is called on a row; empty for its usual name."""
    sort, _, name = row.partition(" ")
    if key == "time" and sort == "sitting":
        return "sitting_end" if has_begun(look, name) else "sitting"
    return "hold" if key == "add" and may_hold(look, row) else ""


def _hint(say: Say, key: ScheduleKey, named: str = "") -> KeyHint:
    label = say(f"schedule.key_{named or key.id}")
    return KeyHint(key.printed, label, f"screen.{key.bindings[-1][1]}", True, key.importance)


class ReportKey(Struct, frozen=True):
    """One thing that keys do; said in the catalogue under `preview.key_<id>` and `help_<id>`."""

    id: str
    printed: str
    """As it is printed on the keyboard."""
    actions: tuple[tuple[str, str], ...]
    """Key as Textual names it -> action of the screen; a click does the first."""
    importance: int
    """In the key bar."""
    writes: bool = False
    """Begins a line to be entered; not in a replay."""
    is_typed: bool = False
    """A sign that somebody may have chosen as a key of their own."""


MEMBERS_KEYS = (
    ("equals_sign", "choose_members"),
    ("fullwidth_equals_sign", "choose_members"),
)
"""On the Report and on Coverage: which members of groups are counted."""

REPORT_KEYS: tuple[ReportKey, ...] = (
    ReportKey(
        "naming",
        "Tab",
        (("tab", "choose_naming(1)"), ("shift+tab", "choose_naming(-1)")),
        120,
    ),
    ReportKey(
        "language",
        "← →",
        (("right", "choose_language(1)"), ("left", "choose_language(-1)")),
        117,
    ),
    ReportKey("missing", "Enter", (("enter", "choose"),), 119),
    ReportKey(
        "export",
        "/",
        (("slash", "begin_export"), ("ideographic_comma", "begin_export")),
        118,
        writes=True,
        is_typed=True,
    ),
    ReportKey(
        "document",
        "#",
        (
            ("number_sign", "choose_document"),
            ("fullwidth_number_sign", "choose_document"),
        ),
        115,
        is_typed=True,
    ),
    ReportKey("members", "=", MEMBERS_KEYS, 114, is_typed=True),
    ReportKey(
        "tick",
        "+",
        (("plus", "tick"), ("fullwidth_plus_sign", "tick")),
        119,
        writes=True,
        is_typed=True,
    ),
    ReportKey(
        "bands",
        "*",
        (
            ("asterisk", "begin_bands"),
            ("fullwidth_asterisk", "begin_bands"),
            ("insert", "begin_bands"),
        ),
        116,
        writes=True,
        is_typed=True,
    ),
    ReportKey(
        "part",
        "↑ ↓",
        (("down", "jump(1)"), ("up", "jump(-1)"), ("home", "edge(-1)"), ("end", "edge(1)")),
        87,
    ),
    ReportKey("page", "PgUp PgDn", (("pagedown", "turn(1)"), ("pageup", "turn(-1)")), 80),
)


def report_keys_of_empty_line(own: Collection[str]) -> dict[str, str]:
    """Key -> action, while the line is empty; signs in `own` stay as somebody chose them."""
    return {
        key: f"screen.{action}"
        for each in REPORT_KEYS
        for key, action in each.actions
        if not (each.is_typed and key in own)
    }


def report_hints(say: Say, *, is_open: bool, is_replay: bool) -> list[KeyHint]:
    """What the key bar shows; `is_open`: what is missing stands in place of the text."""
    hints = []
    for each in REPORT_KEYS:
        if (each.writes and is_replay) or (is_open and each.id == "page"):
            continue
        if each.id == "tick" and not is_open:
            continue
        label = say("preview.key_go" if is_open and each.id == "missing" else _label(each))
        click = f"screen.{each.actions[0][1]}"
        hints.append(KeyHint(each.printed, label, click, True, each.importance))
        if is_open and each.id == "missing":
            back = say("preview.key_back")
            hints.append(KeyHint("Esc", back, "screen.close_missing", True, each.importance))
    return hints


def _label(key: ReportKey) -> str:
    return f"preview.key_{key.id}"
