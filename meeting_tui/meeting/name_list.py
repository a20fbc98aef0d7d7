"""A line of names: all of it is read, or it is refused whole with the word that is no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting import name_words as around
from meeting_tui.meeting.name_capacity import Capacities
from meeting_tui.meeting.naming import Named, Naming, unread
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.text import cells, fit
from meeting_tui.words import Sentence, Value

_NEAR = 2
"""So many names are offered at most for a word that is none."""
_MOST = 6
"""So many are offered at most that begin with the word."""
_SHORTEST_BEGINNING = 3
_TOLD_AT_MOST = 5
"""So many words that are no names are said at most, and how many more there are."""
_WORD_CELLS = 24


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

        `is_first`: whether no name stands before, so that none can be joined to one. The refusal
        says every word that is no name.
        """
        found = first = self._read(0, is_first=is_first)
        texts: list[str] = []
        while isinstance(found, Refusal) and _is_unknown(found):
            texts.append(str(found.params.get("word", found.params.get("name"))))
            at = self._after(self._furthest)
            if at is None:
                break
            self._why, self._dead = None, set()
            found = self._read(at, is_first=False)
        return first if len(texts) < 2 else _no_names(self._naming.directory, texts)

    def _after(self, n: int) -> int | None:
        """Where to read on behind what is no name; None at an option or the end."""
        end = self._run_end(n)
        while (each := self._naming.piece(end)) is not None and not each.is_name_like:
            end += 1
        return None if each is None or around.is_option(each) else end

    def _read(self, start: int, *, is_first: bool) -> tuple[tuple[Named, ...], int] | Refusal:
        """The same from one piece on; a refusal says the first word that is no name."""
        found: list[Named] = []
        ways = [self._ways(start, is_first=is_first)]
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
        joint = self._naming.joint_before(n)
        first = self._naming.piece(n)
        if first is None or (joint and around.is_option(first)):
            return self._joining(joint.text) if joint else refuse("name_missing")
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
        return unread(self._naming.pieces[n : self._run_end(n)])

    def _run_end(self, n: int) -> int:
        """The place behind what is no name from there on."""
        end = n + 1
        while (each := self._naming.piece(end)) is not None:
            ends = each.sort in ("mark", "number", "bracket", "bang") or around.is_option(each)
            if ends or self._naming.is_joint(end) or self._naming.bare(end):
                break
            end += 1
        return end


def no_name(directory: Directory, text: str) -> Refusal:
    """The refusal for a text that is no name, with those that were perhaps meant."""
    meant, is_begun = _meant(directory, text)
    if is_begun:
        return refuse("ambiguous_name", name=text, names=_offered(meant))
    if meant:
        return refuse("not_a_name_near", word=text, near=_offered(meant))
    return refuse("not_a_name", word=text)


def _meant(directory: Directory, text: str) -> tuple[tuple[Delegation, ...], bool]:
    """Those that a text which is no name may mean, and whether it begins several names."""
    starting = directory.starting(text) if len(text) >= _SHORTEST_BEGINNING else ()
    if len(starting) > 1:
        return starting[:_MOST], True
    near = directory.near(text, _NEAR) or directory.near(text.partition(" ")[0], _NEAR)
    return near, False


def _is_unknown(refusal: Refusal) -> bool:
    return refusal.code in ("not_a_name", "not_a_name_near", "ambiguous_name")


def _no_names(directory: Directory, texts: Sequence[str]) -> Refusal:
    """The refusal for several texts that are no names, each with the code perhaps meant."""
    words: list[Value] = []
    for text in texts[:_TOLD_AT_MOST]:
        near = next((each.code.lower() for each in _meant(directory, text)[0]), "")
        word = fit(text, min(cells(text), _WORD_CELLS))
        words.append(
            Sentence("procedure.unknown_word_near", word=word, near=near)
            if near
            else Sentence("procedure.unknown_word", word=word)
        )
    more = len(texts) - len(words)
    told = Sentence("procedure.words_and_more", words=tuple(words), count=more)
    return refuse("not_names", words=told if more else tuple(words))


def _offered(delegations: Sequence[Delegation]) -> str:
    return ", ".join(f"{each.code.lower()} ({each.name})" for each in delegations)
