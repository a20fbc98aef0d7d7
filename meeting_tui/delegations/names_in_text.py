"""How names of delegations are recognised in what people wrote: whole words, in any language.

Case, accents and punctuation do not matter for a State's name. What is also an ordinary word is a
name only where it is written exactly so: codes (`AND`), organisations (`Control Arms`) and the few
names in `_ALSO_WORDS`. `docs/formats.md` tells people the rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from meeting_tui.delegations.directory import REGION, Directory, every_name, group_table
from meeting_tui.delegations.model import PODIUM, STATES
from meeting_tui.patterns import late_pattern
from meeting_tui.text import fold

GROUP = "group"
"""Owner of the names of groups."""

_ALSO_WORDS = frozenset({"grenade", "granada"})
"""Grenada in French and Spanish; in lower case it is a weapon."""
_IS_GROUP = late_pattern(r"(?:Groupe|Grupo) |.+组$")
"""How the other names of a region begin or end that are not places."""
_OF_A_KIND = frozenset({"industry", "业界"})
"""They name a kind of delegation and nobody in it."""
_OF_SIDES = ("CHN", "USA", "RUS", "JPN", "KOR", "PRK", "GBR", "DEU")
_ALSO_SO = {
    "США": "USA",
    "КНР": "CHN",
    "КНДР": "PRK",
    "南韩": "KOR",
    **dict(zip("中美俄日韩朝英德", _OF_SIDES, strict=True)),
    **dict.fromkeys(("中美", "中俄", "美俄"), GROUP),
    **dict.fromkeys(
        ("Arab Group", "Groupe arabe", "Grupo Árabe", "Группа арабских государств", "阿拉伯集团"),
        GROUP,
    ),
    **dict.fromkeys(("المجموعة العربية", "Non-Aligned Movement", "不结盟运动"), GROUP),
}
"""Names that are in no list; a single Chinese sign is one before 方 (`中方`)."""
_WORDS_TOO = (
    "AD AG AI AL AM AR AS AT AU BE BO BY CA CD CF CG CH CI CO CV DE DO EC ES ET GA GE ID IE IL IN "
    "IR IS IT KM LA LI LS LU MA MC MD ME MG ML MM MR MT MY NA NE NI NO OM PA PH PS QA RE SA SC SE "
    "SG SI SM SO SS ST SV TD TM TO TT TV VA VC"
)
"""Codes of two letters that are words or stand for something else in capitals."""
_SMALL = late_pattern("[a-z]{3,6}")
_WORDS_WHEN_SMALL = (
    "ago are arm aus aut bel ben bol bra can che civ cod cog com cri cub dom est fin gab geo "
    "gin guy hun ind isl jam ken lie lux mar mus nam nic nor pan pax per png pol prt pry sas "
    "sen som sur tha ton tun usa vat"
)
_SMALL_WORDS = frozenset(_WORDS_WHEN_SMALL.split())
"""Codes that are words in English, French, Spanish or German when they are written small."""
_JOINING = frozenset({"and"})
"""Codes that are never names in small letters."""
_DOTTED = late_pattern(r"(?<![\w.])(?:[Tt]he )?((?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z])(?!\w)")
_NOT_AFTER = {"america": frozenset({"latin", "central", "north", "south"})}
"""A name that is none behind these words."""
_NOT_BEFORE = {"海地": "区带", "中美": "洲国"}
"""A Chinese name that is none before these signs: `沿海地区` is a coast."""
_BEHIND_NO_SIDE = "面案式法向便针位可才能程"
"""Signs before which 方 is no side: `道德方面` is not Germany."""
_ARTICLES = frozenset({"the", "la", "le", "les", "l", "el", "los", "las"})
_FARTHEST = 3
"""Signs between two words of one name, at most."""

_CHINESE = "\u3400-\u9fff"
_IS_CHINESE = late_pattern(f"[{_CHINESE}]")
_WORD = late_pattern(
    f"[^\\W_{_CHINESE}](?:[^\\W_{_CHINESE}]|[\u00ad\u200b-\u200d\u0300-\u036f\u0640\u064b-\u065f])*"
)
"""A word of any script with spaces between its words."""
_CYRILLIC = late_pattern("[\u0400-\u04ff]")
_ENDING = late_pattern("[аеийоуыьэюя]$")
_STEM, _LONGEST_ENDING = 4, 3
"""A Russian name is also found in its cases when so much is left without its ending."""
_ARABIC = late_pattern("[\u0600-\u06ff]")
_PARTICLES = late_pattern("([وفبك]{0,2})(ال|لل|ل)?")


class Found(Struct, frozen=True):
    """A name in a text."""

    start: int
    end: int
    owner: str
    """Code of the delegation, the name as typed, or `GROUP`."""
    is_chinese: bool = False
    is_word: bool = False
    """A code in small letters that is a word too: it is a name only beside another one."""


class _Word(Struct, frozen=True):
    start: int
    end: int
    written: str
    readings: tuple[str, ...]
    """What it may be, folded: itself, without a Russian ending, without Arabic particles."""


_Index = dict[str, list[tuple[tuple[str, ...], str]]]
"""First word -> the words of names that begin so, the longest first, and whose they are."""


class Names:
    """Recognises the names of the delegations of one directory, and of those on no list."""

    def __init__(self, directory: Directory, unlisted: Iterable[str] = ()) -> None:
        """`unlisted`: names as typed of those who are not in the directory."""
        self._exact: _Index = {}
        self._folded: _Index = {}
        self._chinese: _Index = {}
        self._small = {
            each.code.lower(): each.code for each in directory.all() if each.kind not in PODIUM
        }
        for name, owner, is_state in _all(directory, unlisted):
            if _IS_CHINESE.search(name):
                _enter(self._chinese, (name[:1], name), owner)
            elif _is_exact(name, is_state=is_state):
                _enter(self._exact, tuple(_WORD.findall(name)), owner)
                _enter(self._exact, tuple(_WORD.findall(name.upper())), owner)
            else:
                _enter(self._folded, tuple(map(_root, _WORD.findall(name))), owner)
        for index in (self._exact, self._folded, self._chinese):
            for names in index.values():
                names.sort(key=lambda each: (len(each[0]), len(each[0][-1])), reverse=True)

    def find(self, text: str) -> list[Found]:
        """The names in `text`, in their order; of two that overlap the first."""
        words = [
            _Word(*each.span(), _written(each.group()), _readings(each.group()))
            for each in _words(text)
        ]
        found = [each for place in range(len(words)) for each in self._at(words, place)]
        for dotted in _DOTTED.finditer(text):
            for name, owner in self._exact.get(dotted[1].replace(".", ""), ())[-1:]:
                found += [Found(*dotted.span(), owner)] * (len(name) == 1)
        if _IS_CHINESE.search(text):
            found += self._in_chinese(text)
        found += self._in_small_letters(words)
        return list(_apart(sorted(found, key=lambda each: (each.start, -each.end))))

    def _at(self, words: list[_Word], place: int) -> Iterator[Found]:
        """The longest name that begins with that word."""
        first = words[place]
        for index, readings in ((self._exact, (first.written,)), (self._folded, first.readings)):
            for reading in readings:
                for name, owner in index.get(reading, ()):
                    theirs = words[place : place + len(name)]
                    if _is_name(theirs, name) and not _is_none_here(words, place, name):
                        yield Found(_start(words, place), theirs[-1].end, owner)
                        break

    def _in_small_letters(self, words: list[_Word]) -> Iterator[Found]:
        """Codes as this program teaches to type them."""
        for each in words:
            code = self._small.get(each.written)
            if code and _SMALL.fullmatch(each.written) and each.written not in _JOINING:
                is_word = each.written in _SMALL_WORDS
                yield Found(each.start, each.end, code, is_word=is_word)

    def _in_chinese(self, text: str) -> Iterator[Found]:
        for place, sign in enumerate(text):
            for (_, name), owner in self._chinese.get(sign, ()):
                if text.startswith(name, place) and _is_chinese_name(text, place, name):
                    yield Found(place, place + len(name), owner, is_chinese=True)
                    break


@lru_cache(2)
def names_of(directory: Directory, unlisted: frozenset[str]) -> Names:
    """The same names for each text of one export; reading all languages takes a tenth of a second.

    `unlisted`: names as typed of those who are not in the directory.
    """
    return Names(directory, sorted(unlisted))


def _all(directory: Directory, unlisted: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """Each name with its owner and whether it is as good as a State's; delegations go first."""
    for each in directory.all():
        if each.kind not in PODIUM:
            for name in (each.code, *every_name(each)):
                if name.casefold() not in _OF_A_KIND:
                    yield name, each.code, each.kind in STATES
            if each.alpha2 and each.alpha2 not in _WORDS_TOO:
                yield each.alpha2, each.code, True
    for name, owner in _ALSO_SO.items():
        yield name if len(name) > 1 else f"{name}方", owner, True
    for name in unlisted:
        yield name, name, True
    for group, names in group_table().items():
        is_region = group.startswith(REGION)
        yield group.removeprefix(REGION), GROUP, False
        for said in names.values():
            for name in [said] if isinstance(said, str) else said:
                # Another name of a region (`Africa`) may be no more than a place on the map.
                is_place = is_region and not isinstance(said, str) and not _IS_GROUP.match(name)
                if not is_place or name.isupper():
                    yield name, GROUP, True


def _is_exact(name: str, *, is_state: bool) -> bool:
    return name.isascii() and (name.isupper() or not is_state or fold(name) in _ALSO_WORDS)


def _enter(index: _Index, name: tuple[str, ...], owner: str) -> None:
    if name:
        names = index.setdefault(name[0], [])
        if all(name != other for other, _ in names):
            names.append((name, owner))


def _written(word: str) -> str:
    """A word without invisible signs, full-width letters as plain ones."""
    return "".join(
        each for each in unicodedata.normalize("NFKC", word) if unicodedata.category(each) != "Cf"
    )


def _words(text: str) -> Iterator[re.Match[str]]:
    return _WORD.finditer(text)


@lru_cache(4096)
def _root(word: str) -> str:
    """A word of a name as it is looked up."""
    folded = fold(word)
    if _CYRILLIC.search(folded):
        stem = _ENDING.sub("", folded)
        return stem if len(stem) >= _STEM else folded
    return folded.removeprefix("ال") if _ARABIC.search(folded) else folded


@lru_cache(4096)
def _readings(word: str) -> tuple[str, ...]:
    folded = fold(word)
    if _CYRILLIC.search(folded):
        least = max(_STEM, len(folded) - _LONGEST_ENDING)
        return tuple(folded[:length] for length in range(len(folded), least - 1, -1)) or (folded,)
    if _ARABIC.search(folded):
        particles = _PARTICLES.match(folded)
        ends = sorted({0, *range(particles.end() + 1)}) if particles else [0]
        return tuple(folded[end:] for end in ends if folded[end:])
    return (folded,)


def _is_name(words: list[_Word], name: tuple[str, ...]) -> bool:
    """Whether those words, close to each other, are that name."""
    return len(words) == len(name) and all(
        (part in word.readings or part == word.written)
        and (number == 0 or word.start - words[number - 1].end <= _FARTHEST)
        for number, (word, part) in enumerate(zip(words, name, strict=True))
    )


def _is_none_here(words: list[_Word], place: int, name: tuple[str, ...]) -> bool:
    before = words[place - 1].readings[0] if place else ""
    return before in _NOT_AFTER.get(" ".join(name), ())


def _start(words: list[_Word], place: int) -> int:
    """Where a name begins, its article included."""
    if place and words[place - 1].readings[0] in _ARTICLES:
        before = words[place - 1]
        return before.start if words[place].start - before.end == 1 else words[place].start
    return words[place].start


def _is_chinese_name(text: str, place: int, name: str) -> bool:
    """`其中国家`, `沿海地区` and `19日本次会议` name nobody."""
    behind = text[place + len(name) : place + len(name) + 1]
    if name.endswith("方"):
        is_side = text[max(0, place - 1) : place] not in ("其", "集")
        return is_side and (not behind or behind not in _BEHIND_NO_SIDE)
    not_before = "家" if name.endswith("国") else _NOT_BEFORE.get(name, "")
    is_a_day = name.startswith("日") and text[max(0, place - 1) : place].isdigit()
    return not is_a_day and (not behind or behind not in not_before)


def _apart(found: list[Found]) -> Iterator[Found]:
    """Those that do not begin within one before them."""
    end = 0
    for each in found:
        if each.start >= end:
            yield each
            end = each.end
