"""Keys of the newer keyboard protocol, translated into what every terminal sends.

The protocol (kitty's, also used by foot, Ghostty, WezTerm and others, and xterm's
`modifyOtherKeys`) sends a key as numbers: which key, which modifiers, and the text it types. A
screen that knows only the older forms would do nothing on Shift+Space, or would type the release of
a key.
"""

from __future__ import annotations

import re

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
