"""Names in a typed line: exactly those, or a refusal that says which word is none.

The longest exact name wins over a shorter one or a code inside it, and no part of a name is taken
for a delegation. A name that only quotation marks make one is taken as it is, and marked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.look_up import solid
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting import name_words as around
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.name_words import Piece, pieces_of
from meeting_tui.text import clean_line

_LONGEST_NAME = 14
"""So many words a name may have."""
_LONGEST_HAN = 24
_SHORTEST = 3
"""So many letters a name has at least that may begin a line, as acts begin so."""


class Named(Struct, frozen=True):
    """One delegation as a line names it."""

    who: Who
    start: int
    end: int
    """The offset behind it and all that belongs to it."""
    insists: bool = False
    """An exclamation mark stands behind it."""
    names_aligned: bool = False
    """States that align were typed."""


class Naming:
    """The names of one line, from an offset on."""

    def __init__(
        self, line: str, start: int, directory: Directory, free: Mapping[str, Who] | None = None
    ) -> None:
        """`free`: solid text -> whose name it is, of those in use that are in no directory."""
        self.line = line
        self.directory = directory
        self._free = free or {}
        self.pieces = pieces_of(line, start)
        self._found: dict[int, tuple[Named, ...]] = {}

    @cached_property
    def _at(self) -> dict[int, int]:
        """Offset -> the piece that begins there."""
        return {each.start: n for n, each in enumerate(self.pieces)}

    def piece(self, n: int) -> Piece | None:
        """The piece at that place, None behind the last."""
        return self.pieces[n] if n < len(self.pieces) else None

    def place(self, offset: int) -> int:
        """The place of the piece that begins at an offset."""
        return self._at.get(offset, len(self.pieces))

    def bare(self, n: int) -> tuple[Named, ...]:
        """The names that begin at piece `n`, the longest first, without what belongs to them.

        Names over a comma ("Korea, Republic of") come after all others.
        """
        if n not in self._found:
            self._found[n] = tuple(self._bare(n))
        return self._found[n]

    def _bare(self, n: int) -> Iterator[Named]:
        first = self.pieces[n]
        if first.sort == "quoted":
            yield from self._quoted(first)
            return
        if not first.is_name_like or around.is_bullet(first):
            return
        if first.sort == "han" and not self._may_begin(first.start):
            return
        within, across = self.ends(n)
        begins = [first.start, *self._behind_article(n)]
        for ends in (within, across):
            for end in reversed(ends):
                for begin in begins:
                    has_article = begin != first.start and not first.text.startswith(around.WAW)
                    who = self._whose(begin, end, has_article=has_article)
                    if who is not None:
                        yield Named(who, first.start, end)
                        break

    def ends(self, n: int) -> tuple[list[int], list[int]]:
        """Where a name that begins at piece `n` may end: before the next comma, and beyond it."""
        within: list[int] = []
        across: list[int] = []
        words = 0
        ends = within
        for place in range(n, len(self.pieces)):
            each = self.pieces[place]
            if each.sort in ("quoted", "bang", "number", "other"):
                break
            if each.sort == "mark":
                ends = across
            elif each.sort != "space":
                words += 1
                if any(sign.isalnum() for sign in each.text):
                    ends.append(each.end)
                if words >= (_LONGEST_HAN if each.sort == "han" else _LONGEST_NAME):
                    break
        return within, across

    def _may_begin(self, start: int) -> bool:
        """Whether any name begins with the two Chinese characters there, else all is tried."""
        two = solid(self.line[start : start + 2])
        is_free = any(each.startswith(two) for each in self._free)
        return len(two) < 2 or is_free or self.directory.begins(two)

    def _behind_article(self, n: int) -> list[int]:
        """Where the name begins if an article stands before it (`la France`, `l’Espagne`).

        Likewise behind the Arabic "and", which is written together with the next word.
        """
        first = self.pieces[n]
        if len(first.text) > 1 and first.text.startswith(around.WAW):
            return [first.start + 1]
        elided = around.behind_article(first)
        if elided is not None:
            return [elided]
        following = self.piece(n + 2)
        if first.text.casefold() in around.ARTICLES and following and following.sort == "word":
            return [following.start]
        return []

    def _whose(self, start: int, end: int, *, has_article: bool) -> Who | None:
        """The delegation named from one offset to another."""
        text = self.line[start:end]
        piece = self.piece(self.place(start))
        if piece is not None and piece.end == end and around.is_joining(piece):
            return None
        found = self.directory.named(text)
        if found is not None:
            is_code = solid(text).upper() in (found.code, found.alpha2)
            return None if has_article and is_code else as_named(found)
        return None if has_article else self._free.get(solid(text))

    def _quoted(self, piece: Piece) -> Iterator[Named]:
        text = clean_line(piece.text[1:-1])
        if not text:
            return
        found = self.directory.exact(text)
        unknown = self._free.get(solid(text)) or Who(text, text, "unknown", known=False)
        who = unknown if found is None else as_named(found)
        yield Named(who, piece.start, piece.end)

    def joint_before(self, n: int) -> Piece | None:
        """The last piece before `n` that joins names."""
        count = bisect_left(self._joints, n)
        return self.pieces[self._joints[count - 1]] if count else None

    @cached_property
    def _joints(self) -> list[int]:
        return [n for n in range(len(self.pieces)) if self.is_joint(n)]

    def is_joint(self, n: int) -> bool:
        """Whether piece `n` is a word that joins names, in any language."""
        piece = self.pieces[n]
        following = self.piece(n + 1)
        pair = piece.text + (following.text if following else "")
        return around.is_joining(piece) or piece.text in around.JOINING_HAN or pair == "以及"

    def names_any(self) -> bool:
        """Whether a name stands anywhere in the line, be it one of two letters."""
        return any(self.bare(n) for n, each in enumerate(self.pieces) if each.is_name_like)

    def begins(self) -> bool:
        """Whether the line begins with a name, or with the number of one."""
        n = 0
        while (each := self.piece(n)) is not None:
            if each.sort not in ("space", "number") and not around.is_bullet(each):
                break
            n += 1
        if self.piece(n) is None:
            return False
        first = self.pieces[n]
        is_short = first.sort == "word" and len(first.text) < _SHORTEST and first.text.isascii()
        found = [each for each in self.bare(n) if each.who.known]
        return any(not is_short or each.end > first.end or n > 0 for each in found)


def as_named(found: Delegation) -> Who:
    """A delegation in the capacity it usually speaks in."""
    group = found.speaks_for[0] if found.speaks_for else None
    aligned = found.aligned_by_default if group else ()
    return Who(found.code, found.name, found.kind, True, group, aligned)


def unread(pieces: Sequence[Piece]) -> str:
    """The pieces as they are typed."""
    return clean_line("".join(each.text for each in pieces))
