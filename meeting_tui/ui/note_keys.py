"""The keys of the Notes screen, once: its bindings, its key bar and the help are made from here."""

from __future__ import annotations

from msgspec import Struct
from textual.binding import Binding

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
