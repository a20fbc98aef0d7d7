"""Which key does which act: the keys of the registry, and those that a person chose instead.

A key that types nothing (F9, Ctrl+G) works on every screen, whatever is typed; a sign (`.`) or the
space works only while the line is empty. A choice that cannot work is refused before the meeting
opens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import punctuation

from msgspec import Struct
from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS

from meeting_tui.desk.settings import Settings
from meeting_tui.errors import SettingsError
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.declared import Act
from meeting_tui.patterns import late_pattern
from meeting_tui.ui.ui_acts import UI_ACTS, UiAct, key_name
from meeting_tui.words import Sentence

ON_EMPTY_LINE = {"help": "question_mark"}
"""Acts of the screen that also have a key on the empty line."""

EVERY_ACT: tuple[Act | UiAct, ...] = (*ACTS, *UI_ACTS)

_ONE_KEY = frozenset({"pause", "continue"})
"""One key does both, in turn."""

_EDITING = frozenset(f"ctrl+{letter}" for letter in "acdefhijkmuvwx")
"""Keys that edit the line itself, or that a terminal sends for Tab, Enter, Backspace."""

_BEGIN_A_LINE = frozenset({"slash", "colon", "quotation_mark", "apostrophe"})


class Keys(Struct, frozen=True):
    """The keys of one act, as Textual names them."""

    on_empty: str | None
    """While the line is empty."""
    anywhere: str | None
    """On every screen, whatever is typed."""

    def __iter__(self) -> Iterator[str]:
        return (key for key in (self.on_empty, self.anywhere) if key)

    @property
    def names(self) -> tuple[str, ...]:
        """As they are printed on the keyboard."""
        return tuple(printed(key) for key in self)


KEYS: dict[str, Keys] = {
    "withdraw": Keys("delete", None),
    "next": Keys("space", "f9"),
    "floor": Keys(None, "ctrl+g"),
    "yield": Keys("full_stop", "f10"),
    "pause": Keys("comma", "f12"),
    "continue": Keys("comma", "f12"),
    "extend": Keys("plus", None),
    "order": Keys("exclamation_mark", None),
    "note": Keys("semicolon", None),
    "undo": Keys(None, "ctrl+z"),
    "redo": Keys(None, "ctrl+y"),
}
"""The keys of the acts of the meeting; no letter, as a letter begins a line."""


def printed(key: str) -> str:
    """A key as it is printed on the keyboard: `F9`, `Ctrl+Z`, `=`."""
    return _SIGNS_PRINTED.get(key) or key_name(key)


def keys_of(act: Act | UiAct, own: Mapping[str, str]) -> Keys:
    """The keys of an act; `own` is act -> key, from `own_keys`."""
    if isinstance(act, Act):
        keys = KEYS.get(act.id, Keys(None, None))
    else:
        keys = Keys(ON_EMPTY_LINE.get(act.id), act.key)
    chosen = own.get(act.id)
    if chosen is None:
        return keys
    return Keys(chosen, keys.anywhere) if _is_typed(chosen) else Keys(keys.on_empty, chosen)


def keys_of_empty_line(own: Mapping[str, str]) -> dict[str, str]:
    """Key -> act, for keys pressed while the line is empty."""
    keys: dict[str, str] = {}
    for act in EVERY_ACT:
        key = keys_of(act, own).on_empty
        if key:
            keys.setdefault(key, act.id)
    return keys


def bindings_anywhere(own: Mapping[str, str]) -> list[Binding]:
    """The keys that work on every screen, before any widget sees them."""
    bindings = [Binding("ctrl+c", "help_quit", show=False, system=True)]
    for act in EVERY_ACT:
        key = keys_of(act, own).anywhere
        if key:
            action = act.pressed if isinstance(act, UiAct) else f"app.act('{act.id}')"
            bindings.append(Binding(key, action, show=False, priority=True))
    return bindings


def own_keys(settings: Settings) -> dict[str, str]:
    """Act -> the key that the person chose, as Textual names it.

    Raises SettingsError for an act that does not exist, a key that cannot be chosen, or a key that
    another act has.
    """
    where = settings.path if settings.keys.source == "file" else None
    acts = {each.id: each for each in EVERY_ACT}
    own: dict[str, str] = {}
    for act_id, typed in settings.keys.value.items():
        name = f"keys.{act_id}"
        if act_id not in acts:
            near = get_close_matches(act_id, acts, n=1)
            raise SettingsError(
                Sentence("set_fault.no_act"),
                path=where,
                key=name,
                expected=f"`{near[0]}`" if near else Sentence("fault.these", names=tuple(acts)),
            )
        key = _as_textual_names_it(typed)
        wrong = _what_is_wrong(key)
        if wrong:
            what = Sentence(wrong, pressed=str(typed))
            raise SettingsError(what, path=where, key=name, expected=_SUCH_KEYS)
        own[act_id] = key
    for act_id, key in own.items():
        _check_alone(act_id, key, own, where)
    return own


def _check_alone(act_id: str, key: str, own: Mapping[str, str], where: object) -> None:
    for other in EVERY_ACT:
        if other.id == act_id or {other.id, act_id} == _ONE_KEY:
            continue
        if key in keys_of(other, own):
            raise SettingsError(
                Sentence("set_fault.key_taken", pressed=printed(key), act=other.id),
                path=None if where is None else str(where),
                key=f"keys.{act_id}",
                expected=Sentence("set_fault.want_free_key"),
            )


def _as_textual_names_it(typed: str) -> str:
    """`F11`, `Ctrl+G`, `.` or `Del` as Textual calls it."""
    if len(typed) == 1:
        return _name_of_sign(typed) if not typed.isalnum() else typed.casefold()
    *modifiers, last = [part.strip() for part in typed.casefold().split("+")]
    last = {"del": "delete", "ins": "insert"}.get(last, last)
    if len(last) == 1 and not last.isalnum():
        last = _name_of_sign(last)
    return "+".join((*modifiers, last))


def _name_of_sign(sign: str) -> str:
    name = unicodedata.name(sign, "").casefold().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_SIGNS_PRINTED = {_name_of_sign(sign): sign for sign in punctuation}
_SIGNS = frozenset(_SIGNS_PRINTED) | {"space", "delete"}
_ALONE = late_pattern(r"f([1-9]|1[0-9]|2[0-4])|insert")
_COMBINED = late_pattern(r"((ctrl|alt|shift)\+)+(.+)")


def _is_typed(key: str) -> bool:
    return key in _SIGNS


_SUCH_KEYS = Sentence("set_fault.such_keys", first='"f11"', second='"ctrl+t"', third='"."')


def _what_is_wrong(key: str) -> str | None:
    """None, or the key of the sentence that says what is wrong with a key."""
    if len(key) == 1:
        return "set_fault.key_types"
    if key in _EDITING | _BEGIN_A_LINE:
        return "set_fault.key_edits"
    if key in _SIGNS or _ALONE.fullmatch(key):
        return None
    combined = _COMBINED.fullmatch(key)
    if combined is None:
        return "set_fault.no_key"
    last = combined[3]
    if key.startswith("shift+") and not _ALONE.fullmatch(last) and last not in ("space", "delete"):
        return "set_fault.key_types"
    if re.fullmatch(r"alt\+[1-9]", key):
        return "set_fault.key_of_notes"
    is_key = re.fullmatch("[a-z0-9]", last) or last in _SIGNS or _ALONE.fullmatch(last)
    return None if is_key else "set_fault.no_key"
