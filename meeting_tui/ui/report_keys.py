"""The keys of the Report screen, once: its key bar, its line and the help are made from here.

They are keys that type nothing, or signs that begin no line, so that they work on every keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct

from meeting_tui.ui.widgets.key_bar import KeyHint

Say = Callable[[str], str]


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
