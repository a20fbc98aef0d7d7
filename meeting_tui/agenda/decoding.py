"""The bytes of a file a person saved, as text.

Editors add marks, other line ends and other encodings. What is UTF-8 is read whatever its line
ends; any other encoding is named, since a TOML reader would only say that line 1 is wrong.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from meeting_tui.errors import AgendaError, why
from meeting_tui.outside import PLAN, UnfitFile, read_outside
from meeting_tui.words import Sentence

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AGAIN = Sentence("plan_fault.save_again")


def read_text(path: Path, most: int = PLAN) -> str:
    """The text of a UTF-8 file of at most so many bytes, without byte order mark, its line ends LF.

    Raises AgendaError when it cannot be read, or is in another encoding.
    """
    try:
        content = read_outside(path, most)
    except FileNotFoundError:
        raise AgendaError(Sentence("plan_fault.no_file"), path=path) from None
    except UnfitFile as error:
        raise AgendaError(error.said, path=path) from error
    except OSError as error:
        if path.is_dir():
            what, expected = Sentence("plan_fault.a_folder"), Sentence("plan_fault.want_file")
            raise AgendaError(what, path=path, expected=expected) from error
        what = Sentence("plan_fault.unreadable", why=why(error))
        raise AgendaError(what, path=path) from error
    return decoded(content, path)


def decoded(content: bytes, path: Path | str) -> str:
    """`content` as text; `path` is only named in the AgendaError for what is not UTF-8."""
    encoding = _wide_encoding(content)
    if encoding is not None:
        what = Sentence("plan_fault.saved_as", encoding=encoding)
        raise AgendaError(what, path=path, line=1, expected=_SAVE_AGAIN)
    try:
        return even_lines(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = Sentence("plan_fault.not_utf8", byte=f"0x{content[error.start]:02X}")
        raise AgendaError(what, path=path, line=line, expected=_SAVE_AGAIN) from error


def even_lines(text: str) -> str:
    """`text` without byte order mark, every line end LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _wide_encoding(content: bytes) -> str | None:
    """The name of an encoding with two or four bytes a sign, told by its mark or its zero bytes."""
    for mark, name in _WIDE:
        if content.startswith(mark):
            return name
    if b"\x00" in content[:4]:
        return "UTF-32" if b"\x00\x00" in content[:4] else "UTF-16"
    return None
