"""The acts of the screen itself, such as going to another screen, and the steps of a replay.

Together with `meeting.acts` they are the source of key bar, help, palette and typed line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from meeting_tui.desk.limit_fit import limit_fit_asked

if TYPE_CHECKING:
    from meeting_tui.desk.replay import Unit


class UiAct(Struct, frozen=True):
    """One act of the screen, not of the meeting."""

    id: str
    syntax: str
    """As it may be typed."""
    action: str
    """The Textual action it runs."""
    key: str | None = None
    """Works on every screen."""
    importance: int = 0
    """In the key bar; the lowest is left out first."""
    again: str = ""
    """The screen that its key goes to from the screen it shows."""
    by_key: str = ""
    """The Textual action its key runs, if that is another one."""

    @property
    def pressed(self) -> str:
        """The Textual action its key runs."""
        if self.by_key:
            return self.by_key
        return self.action.replace(")", f", '{self.again}')") if self.again else self.action

    def is_between(self, mode: str) -> bool:
        """Whether its key switches between that screen and another."""
        return bool(self.again) and (mode == self.again or self.action == f"app.show('{mode}')")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that name the act."""
        return tuple(word for word in self.syntax.split() if word.islower())

    @property
    def line(self) -> str:
        """What somebody types for it: a whole line, or a beginning that ends with a space."""
        named = " ".join(self.words)
        return named if named == self.syntax else f"{named} "


UI_ACTS: tuple[UiAct, ...] = (
    UiAct("help", "help", "app.show('help')", "f1", 89),
    UiAct("show_floor", "screen floor", "app.show('floor')", "f2", 88),
    UiAct("show_notes", "screen notes", "app.show('notes')", "f3", 87),
    UiAct("show_coverage", "screen coverage", "app.show('coverage')", "f4", 86, "times"),
    UiAct("show_times", "screen times", "app.show('times')"),
    UiAct("show_schedule", "screen schedule", "app.show('schedule')", "f5", 85),
    UiAct("show_record", "screen record", "app.show('record')", "f6", 84),
    UiAct("show_slip", "screen slip", "app.show('slip')", "f7", 83),
    UiAct("show_report", "screen report", "app.show('report')", "f8", 82),
    UiAct("palette", "palette", "app.command_palette", "ctrl+p", 2),
    UiAct("theme", "theme", "app.change_theme", None, 0),
    UiAct("language", "language", "app.change_language", None, 0),
    UiAct("copy", "copy", "app.copy_screen", "ctrl+o", 0),
    UiAct("save_elsewhere", "save FOLDER", "app.save_elsewhere", None, 0),
    UiAct("export", "export FORMATS", "app.export_report", None, 0),
    UiAct("disputed", "disputed", "app.list_disputed", None, 0),
    UiAct("limit_fit", "limit fit HH:MM", "app.fit_limit", None, 0),
    UiAct("quit", "quit", "app.quit('typed')", "ctrl+q", 97, by_key="app.quit"),
)


def ui_act_typed(line: str) -> tuple[UiAct, str] | None:
    """The act of the screen that a whole typed line means, with what stands behind it; or None."""
    clock = limit_fit_asked(line)
    if clock is not None:  # as in the command language a beginning of its first word is enough
        return next(act for act in UI_ACTS if act.id == "limit_fit"), clock
    words = line.split()
    for act in UI_ACTS:
        named = act.words
        rest = words[len(named) :]
        takes_more = act.line.endswith(" ")
        is_named = tuple(word.casefold() for word in words[: len(named)]) == named
        if is_named and (takes_more or not rest):
            return act, " ".join(rest)
    return None


KEY_NAMES = {
    "space": "Space",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "exclamation_mark": "!",
    "question_mark": "?",
    "semicolon": ";",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """A key as it is printed on the keyboard: `F9`, `Ctrl+Z`, `.`."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    return "+".join(part.capitalize() for part in key.split("+"))


SAME_KEYS = {
    "。": "full_stop",
    "，": "comma",
    "！": "exclamation_mark",
    "？": "question_mark",
    "；": "semicolon",
    "＋": "plus",
    "－": "minus",
    "《": "less_than_sign",
    "》": "greater_than_sign",
    "\u3000": "space",
}
"""What a Chinese input method types for a key; it does the same."""


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
