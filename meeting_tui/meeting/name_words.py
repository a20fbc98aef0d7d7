"""The words around names: what joins them, what numbers them, what says for whom somebody speaks.

A line of names is cut into pieces first: words, single Chinese characters, quoted names, brackets,
separators. Which pieces are a name is for `naming` to say.
"""

from __future__ import annotations

import re

from msgspec import Struct

from meeting_tui.meeting.tokens import closed
from meeting_tui.patterns import late_pattern

JOINING = frozenset(("and", "et", "y", "e", "и", "و"))
"""Words that join names in the languages of the United Nations; the Chinese ones are `JOINING_HAN`.

In small letters they are never the code of a delegation; `AND` is Andorra, `ET` Ethiopia.
"""
JOINING_HAN = ("以及", "和", "与", "及")
WAW = "و"
"""Arabic "and", which is written together with the word behind it."""

OPTIONS = ("for", "kind", "via", "about", "as")
"""Words of `inscribe` that end a list of names."""

ARTICLES = frozenset(("la", "le", "les", "el", "los", "las"))
_ELIDED = late_pattern(r"[ld]['’](?=\w)", re.IGNORECASE)

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_APART = r"\0\s\"“”「」()（）,，、;；،؛&|!！"
_PIECE = late_pattern(
    rf"""
    (?P<space>\s+)
    | (?P<quoted>"[^"]*"|“[^”]*”|「[^」]*」)
    | (?P<number>
        (?<!\w)(?:(?:no\.?|n[º°]|№|\#|第)[ ]?)?\d{{1,3}}
        (?:
            [.)）．:：/°º](?=[^\W\d]|["“「\0\s(（]|$)
          | [.)）．]?\s*[-–—](?=\s*[^\W\d])
          | 、
        )
      | (?<!\w)(?:no\.?[ ]|n[º°][ ]?|№[ ]?|\#|第)\d{{1,3}}(?=\s+[^\W\d])
      | (?<!\w)(?:[a-z]|[ivx]{{2,4}})[)）](?=\s)
      | [①-⑳]
      | (?<!\w)[(（\[［]\d{{1,3}}[)）\]］]
      )
    | (?P<bracket>[(（](?:[^()（）]|[(（][^()（）]*[)）]){{0,300}}[)）])
    | (?P<mark>[,，、;；،؛&|])
    | (?P<bang>[!！])
    | (?P<han>[{_HAN}])
    | (?P<word>[^{_APART}{_HAN}]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_BULLET = late_pattern(r"[-–—•·*▪‣◦➢]+")
_BARE_NUMBER = late_pattern(r"\d{1,3}")

_OF_FR = r"(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)"
_OF_ES = r"(?:de\s+la\s+|de\s+los\s+|de\s+las\s+|del\s+|de\s+)"
_BEHALF = late_pattern(
    rf"""
    (?:speaking\s+)?(?:also\s+)?(?:on|in)\s+behalf\s+of\b\s*(?:the\b\s*)?
    | in\s+the\s+name\s+of\b\s*(?:the\b\s*)?
    | (?:au\s+nom|en\s+représentation|pour\s+le\s+compte)\s+{_OF_FR}
    | en\s+(?:nombre|representaci[oó]n)\s+{_OF_ES}
    | от\s+имени\s+
    | (?:نيابة\s+عن|باسم)\s+
    | 代表\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Piece(Struct, frozen=True):
    """One piece of a line and where it stands."""

    sort: str
    """`word`, `han`, `quoted`, `bracket`, `number` (of a list), `mark`, `bang`, `space`, ..."""
    text: str
    start: int

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)

    @property
    def is_name_like(self) -> bool:
        """Whether a name may begin with it."""
        return self.sort in ("word", "han", "quoted")


def pieces_of(line: str, start: int = 0) -> tuple[Piece, ...]:
    """The pieces of `line` from the offset `start` on, in order; together they are all of it."""
    found = [
        Piece(match.lastgroup or "other", line[match.start() : match.end()], match.start())
        for match in _PIECE.finditer(closed(line), start)
    ]
    return tuple(_numbered(found))


def _numbered(found: list[Piece]) -> list[Piece]:
    """The pieces with bare numbers known as those of a list: 1 first, then each one more."""
    bare = [n for n, each in enumerate(found) if each.sort == "word" and _is_number(each.text)]
    first = next((n for n, each in enumerate(found) if each.sort != "space"), -1)
    counted = [int(found[n].text) for n in bare]
    if not bare or bare[0] != first or len(bare) == len([p for p in found if p.sort != "space"]):
        return found
    if counted != list(range(counted[0], counted[0] + len(counted))):
        return found
    return [
        Piece("number", each.text, each.start) if n in bare else each
        for n, each in enumerate(found)
    ]


def _is_number(text: str) -> bool:
    return _BARE_NUMBER.fullmatch(text) is not None and text.isascii()


def is_bullet(piece: Piece) -> bool:
    """Whether it is the sign before an entry of a list."""
    return piece.sort == "word" and _BULLET.fullmatch(piece.text) is not None


def is_joining(piece: Piece) -> bool:
    """Whether it is a word that joins names; `AND` in capitals is not."""
    if piece.sort != "word" or piece.text.casefold() not in JOINING:
        return False
    return len(piece.text) == 1 or not piece.text.isupper()


def is_shouted(text: str) -> bool:
    """Whether it may join names or be a code: `AND`, `ET`."""
    return text in ("AND", "ET")


def is_option(piece: Piece) -> bool:
    """Whether it is a word of `inscribe` that ends the names."""
    return piece.sort == "word" and piece.text.casefold() in OPTIONS


def behind_article(piece: Piece) -> int | None:
    """The offset behind an article that is written together with its noun (`l’Espagne`)."""
    match = _ELIDED.match(piece.text) if piece.sort == "word" else None
    return piece.start + match.end() if match else None


def behind_phrase(line: str, start: int) -> int | None:
    """The offset behind "on behalf of" or its like in another language, if it stands at `start`."""
    match = _BEHALF.match(line, start)
    return match.end() if match else None
