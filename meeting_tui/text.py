"""The one border that people's text crosses: coming in it is cleaned, going out it is made safe.

What is typed, pasted or imported may carry escape sequences, bidirectional overrides, broken
surrogates and other people's line ends; none of them may reach a log, a terminal or a spreadsheet.
Scripts, invisible joiners and unusual spaces that people mean are kept as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

from meeting_tui.patterns import late_pattern

ELLIPSIS = "…"

_LINE_END = "\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"
_LINE_ENDS = late_pattern(_LINE_END)
_LINE_BREAKING = late_pattern("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_UNWANTED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, annotations, not characters
)
_DROPPED = late_pattern(f"[{_UNWANTED}]")
_UNSAFE = late_pattern(f"[{_UNWANTED}\t\n\r\u2028\u2029\ud800-\udfff]")
_SURROGATE = late_pattern("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_NOT_XML = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02bb\u2032\u00b4\u0060\uff07"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_DASHES, "-"),
        # Letters that Unicode does not take apart, as people without the key type them.
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ى": "ي",
        "ة": "ه",
        "ـ": None,
    }
)

_NUMBER_OR_TIME = late_pattern(r"[+-](\d+([.,]\d+)*%?|\d+(:[0-5]\d){1,2}([.,]\d+)?)", re.ASCII)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def clean_line(text: str) -> str:
    """`text` as one line fit to be kept: NFC, trimmed, each run of tabs and line ends one space.

    Controls and bidirectional overrides are dropped, lone surrogates become U+FFFD. Joiners, the
    ideographic and the no-break space stay. Takes any string and never raises.
    """
    if text.isprintable():
        return (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    return _kept(_LINE_BREAKING.sub(" ", text)).strip()


def clean_block(text: str) -> str:
    """`text` as lines fit to be kept: as `clean_line`, but every line end becomes one LF and stays.

    Tabs become spaces; empty lines at both ends go. Takes any string and never raises.
    """
    return _kept(_LINE_ENDS.sub("\n", text).replace("\t", " ")).strip()


def _kept(text: str) -> str:
    """`text` without what is never kept; composed last, as dropping can bring accents together."""
    return unicodedata.normalize("NFC", _SURROGATE.sub(_REPLACEMENT, _DROPPED.sub("", text)))


def xml_safe(text: str) -> str:
    """`text` without the characters that no XML can hold, so that no Word or Excel file breaks."""
    return text if text.isprintable() else _NOT_XML.sub("", text)


def unsteered(text: str) -> str:
    """`text` without controls and bidirectional overrides, for a file that is read as it stands.

    Tabs and line ends stay.
    """
    return text if text.isprintable() else _DROPPED.sub("", xml_safe(text))


def json_plain(text: str) -> str:
    """A text of JSON with those signs spelled as escapes, so that it says the same without them."""
    if text.isprintable():
        return text
    return _DROPPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def not_xml(text: str) -> tuple[str, ...]:
    """The characters that `xml_safe` drops, in their order."""
    return () if text.isprintable() else tuple(_NOT_XML.findall(text))


def fold(text: str) -> str:
    """`text` as compared in look-ups: no case, accents or invisible marks, single spaces.

    All apostrophes are one, and so are all dashes; other punctuation stays, so that a search for
    `[` finds brackets. `fold(fold(text)) == fold(text)`.
    """
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    apart = unicodedata.normalize("NFKD", text.translate(_ALIKE).casefold()).casefold()
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", apart) if not _is_mark(sign))
    return " ".join(unicodedata.normalize("NFC", letters.translate(_ALIKE)).split())


def _is_mark(sign: str) -> bool:
    """Whether the sign only decorates or steers others (accents, joiners, direction marks)."""
    return unicodedata.combining(sign) != 0 or unicodedata.category(sign) == "Cf"


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def display(text: str) -> str:
    """`text` safe to write in one line of a terminal; nothing else about it changes.

    Tabs and line ends become spaces, controls their visible pictures (`␛`), bidirectional overrides
    and lone surrogates U+FFFD.
    """
    return text if text.isprintable() else _UNSAFE.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    """What is shown in the place of a character that may not reach the terminal."""
    sign = found.group()
    if sign in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if sign <= "\x1f":
        return chr(0x2400 + ord(sign))
    return "\u2421" if sign == "\x7f" else _REPLACEMENT


def cells(text: str) -> int:
    """How many terminal cells `text` takes; a Chinese character takes two, an accent none."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # late: text that is only ASCII never needs the tables

    return cell_len(text)


def fit(text: str, width: int) -> str:
    """`text` made safe by `display` and exactly `width` cells wide.

    What is too long ends in `…`, cut between characters as they are seen; what is short is padded.
    """
    if width <= 0:
        return ""
    # A joiner at the end would swallow the padding.
    shown = display(text).rstrip("\u200d")
    size = cells(shown)
    if size > width:
        shown = _cut(shown, width - 1) + ELLIPSIS
        size = cells(shown)
    return shown + " " * (width - size)


def _cut(text: str, width: int) -> str:
    """The longest beginning that takes at most `width` cells of a `text` that takes more."""
    if text.isascii():
        return text[:width]
    from rich.cells import split_graphemes

    spans = split_graphemes(text)[0]
    first_beyond = bisect_right(list(accumulate(size for _, _, size in spans)), width)
    return text[: spans[first_beyond][0]].rstrip("\u200d")


def graphemes(text: str) -> list[str]:
    """`text` in characters as they are seen: a letter with its accents, an emoji of several."""
    if text.isascii():
        return list(text)
    from rich.cells import split_graphemes

    return [text[start:end] for start, end, _ in split_graphemes(text)[0]]


def spreadsheet_safe(text: str) -> str:
    """`text` for a CSV cell that no spreadsheet takes for a formula.

    A beginning that starts a formula gets an apostrophe before it; numbers and times (`-0:15`)
    stay as they are, so that they can be read as such. Apostrophes that stand there already get
    one more, so that `spreadsheet_plain` gives every text back.
    """
    is_guarded = text.lstrip("'").startswith(_FORMULA_STARTS)
    return f"'{text}" if is_guarded and not _NUMBER_OR_TIME.fullmatch(text) else text


def spreadsheet_plain(text: str) -> str:
    """The cell as it was before `spreadsheet_safe` put a guard on it."""
    if text.startswith("'") and text.lstrip("'").startswith(_FORMULA_STARTS):
        return text[1:]
    return text
