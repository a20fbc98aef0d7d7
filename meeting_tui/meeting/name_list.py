"""A line of names: all of it is read, or it is refused whole with the word that is no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting import name_words as around
from meeting_tui.meeting.name_capacity import Capacities
from meeting_tui.meeting.naming import Named, Naming, unread
from meeting_tui.meeting.refusal import Refusal, refuse

_NEAR = 2
"""So many names are offered at most for a word that is none."""
_MOST = 6
"""So many are offered at most that begin with the word."""
_SHORTEST_BEGINNING = 3


class NameList:
    """The names of a line in their order, however they are joined and numbered."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._capacities = Capacities(naming)
        self._furthest = -1
        self._why: Refusal | None = None
        self._dead: set[int] = set()

    def read(self, *, is_first: bool = True) -> tuple[tuple[Named, ...], int] | Refusal:
        """All names up to an option of `inscribe` or the end, and the offset where they end.

        `is_first`: whether no name stands before, so that none can be joined to one.
        """
        found: list[Named] = []
        ways = [self._ways(0, is_first=is_first)]
        while ways:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                if found:
                    self._dead.add(found.pop().end)
            elif isinstance(step, int):
                return self._shouted(found) or (tuple(found), step)
            elif step.end not in self._dead:
                found.append(step)
                ways.append(self._ways(self._naming.place(step.end), is_first=False))
        return self._why or self.no_name(self._furthest)

    def _ways(self, n: int, *, is_first: bool) -> Iterator[Named | int]:
        """What may come next: a name with all that belongs to it, or the end (its offset)."""
        place, is_joined = self._skipped(n, is_first=is_first)
        piece = self._naming.piece(place)
        if piece is not None and (self._naming.bare(place) or not around.is_option(piece)):
            yield from self._names(place)
        elif is_joined or is_first:
            self._furthest = max(self._furthest, place)
        else:
            yield len(self._naming.line) if piece is None else piece.start

    def _names(self, n: int) -> Iterator[Named]:
        """The names that begin at piece `n`, the longest first."""
        self._furthest = max(self._furthest, n)
        for bare in self._naming.bare(n):
            for whole in self._capacities.with_capacity(bare):
                if isinstance(whole, Refusal):
                    self._why = self._why or whole
                else:
                    yield whole

    def _skipped(self, n: int, *, is_first: bool) -> tuple[int, bool]:
        """The place behind separators, numbers and joining words, and whether a word joined."""
        is_joined = False
        while (each := self._naming.piece(n)) is not None:
            if not is_first and self._naming.is_joint(n):
                is_joined = True
            elif each.sort not in ("space", "number", "mark") and not around.is_bullet(each):
                break
            n += 1
        return n, is_joined

    def _shouted(self, found: list[Named]) -> Refusal | None:
        """A refusal where `AND` in a line of capitals may join names or be a code."""
        texts = [self._naming.line[each.start : each.end] for each in found]
        for n, text in enumerate(texts):
            beside = [*texts[max(n - 1, 0) : n], *texts[n + 1 : n + 2]]
            if around.is_shouted(text) and any(len(b) > 3 and b.isupper() for b in beside):
                return refuse("joining_or_code", word=text, name=found[n].who.name)
        return None

    def no_name(self, n: int = 0, *, is_one: bool = False) -> Refusal:
        """The refusal for what stands at piece `n`, with the names that were perhaps meant.

        `is_one`: one name was expected there, and text may follow.
        """
        pieces = self._naming.pieces
        joints = [each for m, each in enumerate(pieces[:n]) if self._naming.is_joint(m)]
        first = self._naming.piece(n)
        if first is None or (joints and around.is_option(first)):
            return self._joining(joints[-1].text) if joints else refuse("name_missing")
        if first.sort == "quoted":
            return refuse("name_missing")
        if first.sort == "bracket":
            return refuse("group_apart", found=first.text)
        if self._naming.is_joint(n):
            return self._joining(first.text)
        text = first.text if is_one and first.sort == "word" else self._run(n)
        return no_name(self._naming.directory, text)

    def _joining(self, word: str) -> Refusal:
        """The refusal for a joining word that joins nothing, and the name it is the code of."""
        code = self._naming.directory.exact(word)
        if code is None:
            return refuse("joining_word", word=word)
        return refuse("joining_word_code", word=word, name=code.name)

    def _run(self, n: int) -> str:
        """What is no name, up to the next separator or name."""
        end = n + 1
        while (each := self._naming.piece(end)) is not None:
            ends = each.sort in ("mark", "number", "bracket", "bang") or around.is_option(each)
            if ends or self._naming.is_joint(end) or self._naming.bare(end):
                break
            end += 1
        return unread(self._naming.pieces[n:end])


def no_name(directory: Directory, text: str) -> Refusal:
    """The refusal for a text that is no name, with those that were perhaps meant."""
    starting = directory.starting(text) if len(text) >= _SHORTEST_BEGINNING else ()
    if len(starting) > 1:
        return refuse("ambiguous_name", name=text, names=_offered(starting[:_MOST]))
    near = directory.near(text, _NEAR) or directory.near(text.partition(" ")[0], _NEAR)
    if near:
        return refuse("not_a_name_near", word=text, near=_offered(near))
    return refuse("not_a_name", word=text)


def _offered(delegations: Sequence[Delegation]) -> str:
    return ", ".join(f"{each.code.lower()} ({each.name})" for each in delegations)
