"""What a terminal sends, split into keys, text and pastes; its own replies are none of these.

A terminal answers queries (colours, modes, its kind, the clipboard) on the same line as the keys.
Read as keys, an answer would give the floor away or write into a note. So only what is certainly a
key, a mouse event, a paste or a change of size is let through; everything else is dropped whole,
also if it arrives in pieces.

The forms are those of ECMA-48 and of xterm's control sequences; the newer keyboard protocol is read
in `newer_keys`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

from meeting_tui.patterns import late_pattern

_SHIFT, _ALT, _CTRL = 1, 2, 4
_HELD = 63
"""All modifiers; higher bits are Caps Lock and Num Lock."""
_ESCAPE, _ENTER, _TAB, _BACKSPACE, _SPACE = 27, 13, 9, 127, 32
_RELEASED = 3
_KEYPAD = {
    **{57399 + digit: str(digit) for digit in range(10)},
    57409: ".",
    57410: "/",
    57411: "*",
    57412: "-",
    57413: "+",
    57414: "\r",
    57415: "=",
    57416: ",",
    57417: "\x1b[D",
    57418: "\x1b[C",
    57419: "\x1b[A",
    57420: "\x1b[B",
    57421: "\x1b[5~",
    57422: "\x1b[6~",
    57423: "\x1b[H",
    57424: "\x1b[F",
    57425: "\x1b[2~",
    57426: "\x1b[3~",
}
_PRIVATE = range(57344, 63744)
_CONTROLS = (_TAB, _BACKSPACE)
_F13_TO_F35 = range(57376, 57399)
_OTHER_KEYS = "27"
"""How a key of xterm's `modifyOtherKeys` begins."""
_NUMBERED = {str(number) for number in (*range(1, 9), *range(11, 16), *range(17, 22), 23, 24)}
_LETTERED = {"", "1"}
_OF_KEYS = frozenset("ABCDEFHPQRSZabcd~u")


def legacy(codes: str, end: str) -> str:
    """A key's sequence `ESC [ codes end` as text, a control or a plain sequence.

    Empty if it is not a key: a reply, the release of a key, a modifier pressed alone.
    """
    if end not in _OF_KEYS or (end == "R" and codes):  # `R` with numbers tells the cursor's place
        return ""
    fields = [field.split(":") for field in codes.split(";")]
    if end == "~" and fields[0] == [_OTHER_KEYS] and len(fields) == 3:
        return _typed(fields[2], max(_number(fields[1][0], 1) - 1, 0) & _HELD, [])
    held = fields[1] if len(fields) > 1 else ["1"]
    if len(held) > 1 and _number(held[1], 1) == _RELEASED:
        return ""
    modifiers = max(_number(held[0], 1) - 1, 0) & _HELD
    if end == "u":
        return _typed(fields[0], modifiers, fields[2] if len(fields) > 2 else [])
    return _placed(codes, fields[0][0], modifiers, end)


def _placed(codes: str, number: str, modifiers: int, end: str) -> str:
    """A key without text: an arrow, Home, F9."""
    if number not in (_NUMBERED if end == "~" else _LETTERED):
        return ""
    if not modifiers:
        return f"\x1b[{number}{end}" if end == "~" else f"\x1b[{end}"
    return f"\x1b[{number or 1};{modifiers + 1}{end}"


def _typed(codes: list[str], modifiers: int, text: list[str]) -> str:
    """A key given by the number of its character."""
    code = _number(codes[0], 0)
    if code in (_ESCAPE, _ENTER):
        return chr(code)
    if code in _KEYPAD:
        return _KEYPAD[code]
    if code in _PRIVATE:
        return f"\x1b[{code};{modifiers + 1}u" if code in _F13_TO_F35 else ""
    typed = "".join(chr(number) for each in text if _is_text(number := _number(each, 0)))
    if typed:
        return typed
    if modifiers & ~_SHIFT:
        base = _number(codes[2], 0) if len(codes) > 2 else 0
        code = base if base and code > 0x7F else code  # Ctrl on the key, whatever it types there
        return f"\x1b[{code};{modifiers + 1}u" if _is_text(code) or code in _CONTROLS else ""
    if code == _TAB:
        return "\x1b[Z" if modifiers else "\t"
    if code == _BACKSPACE:
        return chr(code)
    return _shifted(code, codes, modifiers) if _is_text(code) else ""


def _shifted(code: int, codes: list[str], modifiers: int) -> str:
    if not modifiers:
        return chr(code)
    told = _number(codes[1], 0) if len(codes) > 1 else 0
    return chr(told) if _is_text(told) else chr(code).upper()


def _is_text(code: int) -> bool:
    is_control = code < _SPACE or _BACKSPACE <= code <= 0x9F
    return not is_control and code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _number(field: str, absent: int) -> int:
    """A number in a sequence; `absent` if there is none or it has more than seven digits."""
    return int(field) if re.fullmatch("[0-9]{1,7}", field) else absent


ESC = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"

ESCAPE_SECONDS = 0.1
"""A lone ESC is the Escape key if nothing follows it for so long."""
PATIENCE_SECONDS = 2.0
"""The rest of a sequence or reply may arrive this late; then it is given up."""

UNMARKED_CHARACTERS = 500
"""So much text at once, with a line end in it, was pasted in a terminal that marks no pastes."""
UNMARKED_SECONDS = 0.03
"""The rest of such a paste arrives within this time."""

_LINES = late_pattern("[^\x00-\x08\x0e-\x1f\x7f-\x9f]+")
_INNER_END = late_pattern("[\r\n]+[^\r\n]")
_CONTROL = late_pattern("[\x00-\x1f\x7f-\x9f]")
_SEQUENCE = late_pattern(r"\x1b\[([<=>?]?)([0-9:;]*)([ -/]*)([@-~])")
_BEGUN = late_pattern(r"\x1b\[[0-?]*[ -/]*\Z")
_OLD_MOUSE = "\x1b[M"
_OLD_MOUSE_LENGTH = 6
_STRING_END = late_pattern("\x07|\x1b\\\\|\x9c")
_NO_STRING = late_pattern("[\x00-\x06\x08-\x1a\x1c-\x1f]|\x1b[^\\\\]")
"""What ends a reply that was cut short: a control, or the beginning of another sequence."""
_DEVICE_REPLY = late_pattern(r"\x1bP[0-9;<=>?]*[$+|!{]")
_DEVICE_BEGUN = late_pattern(r"\x1bP[0-9;<=>?]*\Z")
_REST = late_pattern(
    r"\[[<=>?]?[0-9][0-9:;]*[ -/]*[@-~]|(\](\d+;|[lL])|P[0-9;<=>?]*[$+|!{]|[_^])[^\x07\x1b\x9c]*"
    "(\x07|\x1b\\\\|\x9c)"
)
"""The rest of a sequence whose ESC arrived so early that it was read as the key."""
_KEYS_BEHIND_O = "ABCDEFHMPQRS"
_SIZE = late_pattern("48;.*")
_MODES_ASKED = ("2026", "2048")

Kind = Literal["text", "sequence", "escape", "alt", "paste"]


class Part(NamedTuple):
    """One thing that a terminal sent."""

    kind: Kind
    text: str
    """Text without controls, one control, a whole sequence, a character, or what was pasted."""


Taking = Generator[Part, None, int]
"""Parts, and how far they reach."""


class TerminalInput:
    """Splits what arrives, piece by piece; keeps back what is not whole yet."""

    def __init__(self, alts: str = "1234567890") -> None:
        """`alts`: characters that are a key of their own with Alt; others follow an Escape."""
        self._alts = alts
        self._held = ""
        self._held_at = 0.0
        self._pasted: list[str] | None = None
        self._escaped_at = -PATIENCE_SECONDS
        self._after_return = False
        self._unmarked = ""
        self._unmarked_at = 0.0

    @property
    def holds(self) -> bool:
        """Whether something is kept back."""
        return bool(self._held or self._unmarked)

    def feed(self, piece: str, now: float) -> list[Part]:
        """What a piece yields, together with what was kept back; `now` in seconds, monotonic."""
        if not self._held and now - self._escaped_at < PATIENCE_SECONDS:
            piece = f"{ESC}{piece}" if _REST.match(piece) else piece
        self._escaped_at = now - PATIENCE_SECONDS
        if self._is_unmarked(piece):
            self._unmarked, self._unmarked_at = self._unmarked + piece, now
            return []
        return [*self._unmarked_paste(), *self._apart(piece, now)]

    def _is_unmarked(self, piece: str) -> bool:
        """Whether it is a paste without marks, or goes on with one."""
        if self._held or self._pasted is not None or not _LINES.fullmatch(piece):
            return False
        is_long = len(piece) >= UNMARKED_CHARACTERS and _INNER_END.search(piece)
        return bool(self._unmarked or is_long)

    def _unmarked_paste(self) -> list[Part]:
        whole, self._unmarked = self._unmarked, ""
        return [Part("paste", pasted_text(whole))] if whole else []

    def _apart(self, piece: str, now: float) -> list[Part]:
        text, self._held, self._held_at = self._held + piece, "", now
        return list(self._parts(text))

    def wait(self, now: float) -> list[Part]:
        """What is clear because nothing has arrived until `now`."""
        if self._unmarked and now - self._unmarked_at >= UNMARKED_SECONDS:
            return self._unmarked_paste()
        waited = now - self._held_at
        if self._held == ESC and self._pasted is None and waited >= ESCAPE_SECONDS:
            self._held, self._escaped_at = "", now
            return [Part("escape", ESC)]
        if self._held and waited >= PATIENCE_SECONDS:
            held, self._held = self._held, ""
            if self._pasted is not None:
                self._pasted.append(held)  # no end of the paste came of it
            elif _DEVICE_BEGUN.match(held):
                return [Part("escape", ESC), Part("text", held[1:])]  # somebody typed `P1`
            # Any other was cut short for good, and no key yet.
        return []

    def _parts(self, text: str) -> Iterator[Part]:
        at = 0
        while at < len(text):
            if self._pasted is not None:
                at = yield from self._in_paste(text, at)
            elif text[at] != ESC:
                at = yield from self._plain(text, at)
            else:
                end = yield from self._escaped(text[at:])
                if not end:
                    self._held = text[at:]
                    return
                at += end

    def _plain(self, text: str, at: int) -> Taking:
        """Text up to the next control, or that control.

        A line feed is Enter, as a terminal sends it before the program has set it up; behind a
        carriage return it is the same Enter.
        """
        found = _CONTROL.search(text, at)
        end = found.start() if found else len(text)
        after_return, self._after_return = self._after_return, False
        if end > at:
            yield Part("text", text[at:end])
            return end
        sign = text[at]
        if sign == "\n":
            if not after_return:
                yield Part("text", "\r")
        elif sign < "\x80":
            self._after_return = sign == "\r"
            yield Part("text", sign)
        return at + 1

    def _in_paste(self, text: str, at: int) -> Taking:
        assert self._pasted is not None
        place = text.find(PASTED, at)
        if place >= 0:
            whole = "".join((*self._pasted, text[at:place]))
            self._pasted = None
            yield Part("paste", pasted_text(whole))
            return place + len(PASTED)
        kept = len(text) - _begun(text, PASTED)
        self._pasted.append(text[at:kept])
        self._held = text[kept:]
        return len(text)

    def _escaped(self, text: str) -> Taking:
        """What begins with ESC; returns how much of the text it takes, 0 if it is not whole yet."""
        if len(text) == 1:
            return 0
        sign = text[1]
        if sign == "[":
            return (yield from self._sequence(text))
        if sign == "O":
            return (yield from _behind_o(text))
        if sign in "]_^" or _DEVICE_REPLY.match(text):
            return _end_of_reply(text)
        if sign == "\\":
            return 2  # the end of a reply whose beginning was given up
        if _DEVICE_BEGUN.match(text):
            return 0
        if sign in self._alts:
            yield Part("alt", sign)
            return 2
        yield Part("escape", ESC)
        return 1

    def _sequence(self, text: str) -> Taking:
        if text.startswith(_OLD_MOUSE):
            whole = len(text) >= _OLD_MOUSE_LENGTH
            if whole:
                yield Part("sequence", text[:_OLD_MOUSE_LENGTH])
            return _OLD_MOUSE_LENGTH if whole else 0
        found = _SEQUENCE.match(text)
        if found is None:
            # Cut by something that cannot stand in it: what came of it is dropped.
            return 0 if _BEGUN.match(text) else _end_of_cut(text)
        if found[0] == PASTE:
            self._pasted = []
        else:
            yield from _meant(found)
        return found.end()


def _behind_o(text: str) -> Taking:
    if len(text) == 2:
        return 0
    if text[2] in _KEYS_BEHIND_O:
        yield Part("sequence", text[:3])
        return 3
    yield Part("escape", ESC)
    return 1


def _end_of_reply(text: str) -> int:
    """The length of a reply that is dropped; 0 while its end has not arrived."""
    end = _STRING_END.search(text, 2)
    cut = _NO_STRING.search(text, 2)
    if cut and (end is None or cut.start() < end.start()):
        return cut.start()
    return end.end() if end else 0


def _end_of_cut(text: str) -> int:
    """The length of a sequence that something else interrupted."""
    at = 2
    while at < len(text) and " " <= text[at] <= "?":
        at += 1
    return at


def _meant(found: re.Match[str]) -> Iterator[Part]:
    """What a whole sequence is: a key, the mouse, the focus, a size; or nothing for us."""
    prefix, codes, between, end = found.groups()
    whole = found[0]
    if prefix == "<" and end in "mM" and not between:
        yield Part("sequence", whole)
    elif prefix == "?" and between == "$" and end == "y":
        if codes.split(";")[0] in _MODES_ASKED:
            yield Part("sequence", whole)
    elif prefix or between:
        return
    elif end in "IO" and not codes:
        yield Part("sequence", whole)
    elif end == "t":
        if _SIZE.match(codes):
            yield Part("sequence", whole)
    elif end == "M":
        yield Part("sequence", whole)  # the mouse, as urxvt tells it
    else:
        key = legacy(codes, end)
        if key == ESC:
            yield Part("escape", ESC)
        elif key:
            yield Part("sequence" if key[0] == ESC else "text", key)


def _begun(text: str, mark: str) -> int:
    """How much of the mark the text ends in, without the whole of it."""
    lengths = range(min(len(mark) - 1, len(text)), 0, -1)
    return next((length for length in lengths if text.endswith(mark[:length])), 0)


def pasted_text(text: str) -> str:
    """A paste without controls; tabs and every kind of line break stay."""
    return "".join(each for each in text if each in "\t\n\r\x0b\x0c\x85" or not _is_control(each))


def _is_control(sign: str) -> bool:
    return sign < " " or "\x7f" <= sign <= "\x9f"
