"""Finding a delegation by whatever somebody types for it.

An index holds every name once, folded, and answers within a keystroke. What is certain (a code, a
whole name) comes before what is likely (a beginning), and only when neither is there come typing
errors; so a list of candidates never jumps away from a name that was typed in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from meeting_tui.delegations.model import KINDS, Delegation
from meeting_tui.patterns import late_pattern
from meeting_tui.text import fold

CODE, NAME, BEGINNING, WORD, WITHIN, FORMAL = 100.0, 95.0, 85.0, 80.0, 60.0, 55.0
TYPO, TYPO_BEGINNING, ERROR = 50.0, 45.0, 10.0
"""Scores of a match, the best first; each typing error takes `ERROR` off. A part of a formal name
("Kingdom of ...") says little, as many begin alike."""

_CODE_LENGTH = 3
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_SILENT = late_pattern(r"['.]")
_BREAK = late_pattern(r"[\W_]+")


class Match(Struct, frozen=True):
    """One delegation that a text may mean."""

    delegation: Delegation
    matched: str
    """The code or name that was found, as it is written."""
    score: float
    """From 100 (its code) down; comparable within one look-up only."""


class Entry(Struct, frozen=True):
    """One code or name of a delegation, ready to be compared."""

    words: str
    solid: str
    """The words without spaces."""
    text: str
    delegation: Delegation
    is_code: bool
    is_formal: bool = False


def words_of(text: str) -> str:
    """The folded words of `text` with single spaces, no punctuation and no article before them."""
    words = _BREAK.sub(" ", _SILENT.sub("", fold(text))).strip()
    return words.removeprefix("the ")


def solid(text: str) -> str:
    """`words_of(text)` written together: what must be equal for a name to be meant exactly."""
    return words_of(text).replace(" ", "")


class Index:
    """Codes and names of many delegations; immutable once built."""

    def __init__(
        self,
        named: Iterable[tuple[Delegation, Iterable[str]]],
        formal: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`named`: each delegation with its names, the most official first.

        `formal`: code -> further names, of which a part is no better than any other.
        """
        pairs = [(each, tuple(names)) for each, names in named]
        self.exact: dict[str, Delegation] = {}
        """Solid text -> delegation. Codes of three letters go before codes of two, those before
        English names, those before all others; of equals the first in the list."""
        self.entries: list[Entry] = []
        self.several: set[str] = set()
        """The solid texts of names that are written as more than one word."""
        self.beginnings: set[str] = set()
        """The first two letters of each."""
        self._cut: dict[int, dict[str, list[Entry]]] = {}
        seen: set[tuple[str, str]] = set()
        for each, _ in pairs:
            self._add(each, each.code, True, seen)
        for each, _ in pairs:
            self._add(each, each.alpha2 or "", True, seen)
        for part in (slice(1), slice(1, None)):
            for each, names in pairs:
                for name in names[part]:
                    self._add(each, name, False, seen)
        for each, _ in pairs:
            for name in (formal or {}).get(each.code, ()):
                self._add(each, name, False, seen, is_formal=True)
        self._longest = max((len(entry.solid) for entry in self.entries), default=0)

    def warm(self) -> None:
        """Load now what only typing errors need, for texts of the usual lengths."""
        for length in range(1, 13):
            self._misspelt("x" * length)

    def _add(
        self,
        each: Delegation,
        text: str,
        is_code: bool,
        seen: set[tuple[str, str]],
        *,
        is_formal: bool = False,
    ) -> None:
        """Keep one code or name, unless the delegation has the same already."""
        words = words_of(text)
        together = words.replace(" ", "")
        if together != words:
            self.several.add(together)
        self.beginnings.add(together[:2])
        if together and (each.code, together) not in seen:
            seen.add((each.code, together))
            self.exact.setdefault(together, each)
            self.entries.append(Entry(words, together, text, each, is_code, is_formal))

    def starting(self, text: str) -> tuple[Delegation, ...]:
        """Delegations with a code or name that begins so; States Parties first, then by name."""
        words, together = words_of(text), solid(text)
        if not together:
            return ()
        found = {
            entry.delegation.code: entry.delegation
            for entry in self.entries
            if entry.words.startswith(words) or entry.solid.startswith(together)
        }
        return tuple(sorted(found.values(), key=_tie))

    def look_up(self, text: str, limit: int) -> tuple[Match, ...]:
        """At most `limit` delegations, the likeliest first, each once."""
        words, together = words_of(text), solid(text)
        if not together or limit <= 0:
            return ()
        best: dict[str, Match] = {}
        for entry in self.entries:
            score = _score(entry, words, together)
            if score:
                _keep(best, entry, score)
        if all(match.score < WORD for match in best.values()):
            for entry, score in self._misspelt(together):
                _keep(best, entry, score)
        ranked = sorted(best.values(), key=lambda match: (-match.score, *_tie(match.delegation)))
        return tuple(ranked[:limit])

    def near_codes(self, text: str) -> list[Match]:
        """Codes of which one letter is wrong in a text of three, two changed over first."""
        together = solid(text)
        if len(together) != _CODE_LENGTH:
            return []
        from rapidfuzz.distance import OSA  # late: most look-ups find the text as it is typed

        near = [
            Match(each.delegation, each.text, NAME if sorted(each.solid) == letters else TYPO)
            for letters in (sorted(together),)
            for each in self.entries
            if each.is_code
            and len(each.solid) == _CODE_LENGTH
            and OSA.distance(together, each.solid, score_cutoff=1) == 1
        ]
        return sorted(near, key=lambda match: (-match.score, *_tie(match.delegation)))

    def _misspelt(self, together: str) -> list[tuple[Entry, float]]:
        """Names few typing errors away from the text, as whole names or as far as it is typed."""
        allowed = min(len(together) // 3, 3)
        if not allowed:
            return []
        from rapidfuzz.distance import OSA  # late: most look-ups find the text as it is typed
        from rapidfuzz.process import extract

        found: list[tuple[Entry, float]] = []
        typed = len(together)
        for length in {self._longest, typed - 1, typed, typed + 1}:
            names = self._cut_to(length)
            score = TYPO if length == self._longest else TYPO_BEGINNING
            near = extract(
                together, names.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None
            )
            for name, errors, _ in near:
                found += [(entry, score - ERROR * errors) for entry in names[name]]
        return found

    def _cut_to(self, length: int) -> Mapping[str, list[Entry]]:
        """The names by their first `length` letters; codes are too short to be misspelt."""
        length = min(length, self._longest)
        if length not in self._cut:
            cut: dict[str, list[Entry]] = {}
            for entry in self.entries:
                if not entry.is_code:
                    cut.setdefault(entry.solid[:length], []).append(entry)
            self._cut[length] = cut
        return self._cut[length]


def _score(entry: Entry, words: str, together: str) -> float:
    """How well the entry answers the text, typing errors apart; 0: not at all."""
    if entry.solid == together:
        return CODE if entry.is_code else NAME
    if entry.is_formal:
        is_part = entry.solid.startswith(together) or f" {words}" in entry.words
        return FORMAL if is_part else 0.0
    if entry.solid.startswith(together):
        return BEGINNING
    if entry.is_code or words not in entry.words:
        return 0.0
    if f" {words}" in entry.words:
        return WORD
    # Two Latin letters are inside nearly every name; two Chinese characters are a word.
    return 0.0 if len(words) < 3 and words.isascii() else WITHIN


def _keep(best: dict[str, Match], entry: Entry, score: float) -> None:
    """Keep the better match of a delegation; of equals the more official name, which came first."""
    known = best.get(entry.delegation.code)
    if known is None or known.score < score:
        best[entry.delegation.code] = Match(entry.delegation, entry.text, score)


def _tie(delegation: Delegation) -> tuple[int, str]:
    """The order of equals: States Parties first, then by English name."""
    return (_RANK.get(delegation.kind, len(_RANK)), fold(delegation.name))
