"""A draft without names has none in people's own text either: a note may name another delegation.

Who is named in a point, decision, ruling or text becomes "a delegation" in the language of that
text, several in a row "three delegations". The annex says where that was done, and which lines only
a hand can rewrite: where no phrase fits, and where other words tell of one State.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.records import STATES
from meeting_tui.report.draft.names import GROUP, Found, names_of
from meeting_tui.report.draft.phrases import HAND, Whom, fits, joined, language_of, phrase
from meeting_tui.report.draft.telltales import telltales

_JOINER = re.compile(
    r"\s*(?:(?:[,;/、，；&和与及]|\b(?:and|et|y|e|и)\b|\bو)\s*)+(?:(?:the|la|le|les|el|los|las) )?",
    re.IGNORECASE,
)
"""Between names that are told together."""
_STRONG = re.compile(r"\b(?:and|et|y|e)\b|[&、和与及]", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;:!?)\]。；：！？）]|$)")
_POSSESSIVE = re.compile("['’]s\\b")


class Discretion:
    """Takes the names out of people's text, and remembers where it had to."""

    def __init__(self, directory: Directory, unlisted: Iterable[str] = ()) -> None:
        """`unlisted`: names as typed of those who are not in the directory."""
        self._names = names_of(directory, frozenset(unlisted))
        self._directory = directory
        self._touched: dict[str, None] = {}
        self._by_hand: dict[str, None] = {}

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of what a name was taken out of, in the order met."""
        return tuple(self._touched)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """Ids of what somebody has to rewrite, in the order met."""
        return tuple(self._by_hand)

    def without_names(self, text: str, subject: str, keep: Container[str] = ()) -> str:
        """`text` with a neutral phrase for each name; `subject` is the id it is remembered by.

        `keep`: codes of delegations whose names may stay (a presenter's own, in its presentation).
        """
        language = language_of(text)
        stems = _stems(self._directory, language)
        if keep == () and telltales(text, language, stems):
            self._by_hand[subject] = None
        found = [each for each in self._names.find(text) if each.owner not in keep]
        said, done = "", 0
        named: set[str] = set()
        for run in _runs(found, text):
            start, end = run[0].start, run[-1].end
            before = said + text[done:start]
            owners = {each.owner for each in run if each.owner != GROUP}
            groups = sum(each.owner == GROUP for each in run)
            whom = Whom(len(owners), groups, owners <= named, bool(named))
            put = phrase(whom, language)
            if not fits(text[:start], text[start:end], language) or put == HAND:
                self._by_hand[subject] = None
            said = _with(before, put, language)
            named |= owners
            done = end
            if len(owners) + groups > 1 and language == "en" and _POSSESSIVE.match(text, end):
                said, done = f"{said}{text[end]}", end + 2
            self._touched[subject] = None
        return said + text[done:]


def _with(before: str, put: str, language: str) -> str:
    """The text so far and the phrase, with a capital where it begins."""
    fitted = joined(before, put, language)
    return fitted + (put[:1].upper() + put[1:] if not fitted.strip() else put)


def _runs(found: Sequence[Found], text: str) -> list[list[Found]]:
    """Names that follow each other with nothing but joining words between them."""
    runs: list[list[Found]] = []
    for each in found:
        last = runs[-1][-1] if runs else None
        is_again = last is not None and last.owner == each.owner != GROUP
        if last and not is_again and _JOINER.fullmatch(text[last.end : each.start]):
            runs[-1].append(each)
        else:
            runs.append([each])
    kept = ([each for each in run if not each.is_word or _is_listed(run, text)] for run in runs)
    return [run for run in kept if run]


def _is_listed(run: Sequence[Found], text: str) -> bool:
    """Whether words that may be codes are, as they stand in a list of names."""
    if all(each.is_word for each in run):
        return False
    between = text[run[0].end : run[-1].start]
    return bool(_STRONG.search(between) or _ENDS.match(text, run[-1].end))


@lru_cache(8)
def _stems(directory: Directory, language: str) -> frozenset[str]:
    """Names of States in French or Spanish, by which adjectives are known."""
    if language not in ("fr", "es"):
        return frozenset()
    states = (each.code for each in directory.all() if each.kind in STATES)
    return frozenset(directory.name(code, language) for code in states)
