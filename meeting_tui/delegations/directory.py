"""Who may take the floor: one directory that names, groups and finds delegations.

Codes, English and Chinese are there at once; the other languages cost a tenth of a second when
first needed, so the desk calls `warm` beside its first frame. A directory never changes.

English and Chinese names come with the list. Those in the other languages of the United Nations
come from the locale library, corrected by a curated table where the United Nations says it
differently. Formal names are in a table of their own. All of these are read when first asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

from meeting_tui.delegations.look_up import BEGINNING, TYPO, Index, Match, solid, words_of
from meeting_tui.delegations.model import LANGUAGES, Delegation
from meeting_tui.delegations.table import parse_table
from meeting_tui.patterns import late_pattern
from meeting_tui.text import fold

REGION = "UNRG:"
"""Begins the ids of the regional groups of the United Nations."""
_SHORTEST_NEAR = 3
"""So many letters a text has at least that is taken for a mistyped name."""


_WITH_ARTICLE = late_pattern(
    r"(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Congo|Niger\b|Sudan\b|"
    r"Marshall Islands|Solomon Islands|Russian Federation|Holy See|Republic of|State of|"
    r"Democratic |Dominican Republic|Central African|Syrian|Lao People|Czech Republic)"
)
"""Names of States that have an article in an English sentence, as UN documents write them."""
_Table = Mapping[str, Mapping[str, str]]


@cache
def overrides() -> _Table:
    """Code -> language -> name, where usage differs from the locale library."""
    import tomllib  # late: a start does not need it

    text = Path(__file__).with_name("overrides.toml").read_text(encoding="utf-8")
    return cast(_Table, tomllib.loads(text))


@cache
def group_table() -> Mapping[str, Mapping[str, str | list[str]]]:
    """Group id -> its names by language, `short` names and `aliases`; only what it has."""
    return {row.pop("id"): _group(row) for row in _rows("groups.csv")}


def _group(row: dict[str, str]) -> Mapping[str, str | list[str]]:
    names = {column: value for column, value in row.items() if value}
    return {**names, "aliases": names["aliases"].split(";")} if "aliases" in names else names


def group_name(group: str, language: str) -> str:
    """The group's name, English where there is none; an unknown id is its own name."""
    names = group_table().get(group, {})
    return str(names.get(language) or names.get("en") or group)


def group_in_sentence(group: str, language: str) -> str:
    """The group's name with its article: `the African Group`; an unknown id is its own name."""
    name = group_name(group, language)
    has_article = language == "en" and group in group_table() and not name.startswith("States ")
    return f"the {name}" if has_article else name


def takes_article(name: str) -> bool:
    """Whether the English name of a State has an article in a sentence: `the United Kingdom`."""
    return _WITH_ARTICLE.match(name) is not None


def short_group_name(group: str, language: str) -> str:
    """What stands for the group where there is little room (`GRULAC`); else its id."""
    names = group_table().get(group, {})
    return str(names.get(f"short_{language}") or names.get("short") or group)


@cache
def formal_names() -> Mapping[str, tuple[str, ...]]:
    """Code -> further names in all languages, most of all the formal one ("Kingdom of Norway")."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("formal_names.csv"):
        found[row["code"]] = (*found.get(row["code"], ()), *row["names"].split(";"))
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the package."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def locale_names(language: str) -> Mapping[str, str]:
    """Code of two letters -> name as the locale library has it; takes some 10 ms a language."""
    from babel import Locale  # late: English, Chinese and codes need no locale library

    return dict(Locale(language).territories)


def name_in(delegation: Delegation, language: str) -> str:
    """The delegation's name in one of `LANGUAGES`; English where there is none."""
    if language == "zh" and delegation.name_zh:
        full = overrides().get(delegation.code, {}).get("zh", "")
        # A list of the meeting's own may call it something else altogether.
        return full if delegation.name_zh in full else delegation.name_zh
    if language in LANGUAGES and language != "en":
        curated = overrides().get(delegation.code, {}).get(language)
        if curated:
            return curated
        if delegation.alpha2:
            return locale_names(language).get(delegation.alpha2, delegation.name)
    return delegation.name


def names_at_hand(delegation: Delegation) -> Iterator[str]:
    """The names that need no locale library, the most official first."""
    yield delegation.name
    if delegation.name_zh:
        yield delegation.name_zh
    yield from delegation.aliases


def every_name(delegation: Delegation) -> Iterator[str]:
    """All names in all languages, formal ones and the locale library's too; some repeat."""
    yield from usual_names(delegation)
    yield from formal_names().get(delegation.code, ())


def usual_names(delegation: Delegation) -> Iterator[str]:
    """All names but the formal ones, the most official first; some repeat."""
    yield from names_at_hand(delegation)
    yield from overrides().get(delegation.code, {}).values()
    if delegation.alpha2:
        for language in LANGUAGES:
            name = locale_names(language).get(delegation.alpha2)
            if name:
                yield name


class Directory:
    """Delegations by code, by group and by any of their names; safe to share among threads."""

    def __init__(self, delegations: Iterable[Delegation]) -> None:
        """`delegations`: in the order of the list, each code once."""
        self._delegations = {each.code: each for each in delegations}
        self._members: dict[str, tuple[str, ...]] = {}
        for each in self._delegations.values():
            for group in each.groups:
                self._members[group] = (*self._members.get(group, ()), each.code)
        self._reading = Lock()
        self._at_hand: Index | None = None
        self._full: Index | None = None
        self._groups: Mapping[str, str] | None = None

    def all(self) -> tuple[Delegation, ...]:
        """All delegations in the order of the list."""
        return tuple(self._delegations.values())

    def get(self, code: str) -> Delegation | None:
        """The delegation of that code (three letters for States), upper or lower case."""
        return self._delegations.get(code) or self._delegations.get(code.upper())

    def exact(self, text: str) -> Delegation | None:
        """The delegation whose code, name or alias `text` is, in whatever language.

        Case, accents, spaces and punctuation do not matter. Where two delegations could be meant,
        a code goes before a name and an English name before an alias; the list that comes with
        the program has no such pair.
        """
        key = solid(text)
        if not key:
            return None
        return self._names_at_hand().exact.get(key) or self._all_names().exact.get(key)

    def named(self, text: str) -> Delegation | None:
        """As `exact`, but never words of several names run together: `ma li` is not Mali."""
        key = solid(text)
        is_one_word = key == words_of(text)
        for index in (self._names_at_hand, self._all_names) if key else ():
            found = index().exact.get(key)
            if found is not None and (is_one_word or key in index().several):
                return found
        return None

    def begins(self, two: str) -> bool:
        """Whether a code or name begins with these two letters, or is the first of them."""
        beginnings = self._all_names().beginnings
        return two in beginnings or two[:1] in beginnings

    def starting(self, text: str) -> tuple[Delegation, ...]:
        """Delegations with a code or name that begins so; States Parties first, then by name."""
        return self._all_names().starting(text)

    def look_up(self, text: str, limit: int = 8) -> tuple[Match, ...]:
        """The delegations that `text` may mean, the likeliest first, each once.

        Its code, its whole name, a beginning of a name or of a word in it, a part, and only if none
        begins so: the name with typing errors. States Parties come first among equals.
        """
        return self._all_names().look_up(text, limit)

    def near(self, text: str, limit: int) -> tuple[Delegation, ...]:
        """The delegations that a mistyped `text` may mean, the likeliest first.

        One of whose code or name it is the beginning, or a whole word of four letters, or which has
        few typing errors in it.
        """
        meant, typed = self._all_names(), words_of(text)
        if len(typed) < _SHORTEST_NEAR and typed.isascii():
            return ()
        named = (
            match
            for match in meant.look_up(text, limit)
            if match.score >= BEGINNING
            or match.score <= TYPO
            or (len(typed) > _SHORTEST_NEAR and f" {typed} " in f" {words_of(match.matched)} ")
        )
        found = sorted((*meant.near_codes(text), *named), key=lambda match: -match.score)
        return tuple({each.delegation.code: each.delegation for each in found}.values())[:limit]

    def groups_near(self, text: str) -> tuple[str, ...]:
        """Short ids of groups that are one typing error away from `text`, as they are typed."""
        from rapidfuzz.distance import OSA  # late: most groups are typed as they are

        ids = dict.fromkeys(each.rpartition(":")[2].lower() for each in group_table())
        typed = solid(text)
        return tuple(each for each in ids if OSA.distance(typed, each, score_cutoff=1) == 1)

    def name(self, code: str, language: str = "en") -> str:
        """The delegation's name in `en`, `fr`, `es`, `ru`, `ar` or `zh`.

        English where there is none; an unknown code is its own name.
        """
        delegation = self.get(code)
        return code if delegation is None else name_in(delegation, language)

    def in_english_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Codes in the English alphabetical order of the names, as UN documents list States."""
        return tuple(sorted(codes, key=lambda code: fold(self.name(code))))

    def group(self, text: str) -> str | None:
        """The id of the group that `text` names (`eu`, `african group`, `非洲集团`), or None."""
        if self._groups is None:
            self._groups = self._group_names()
        return self._groups.get(solid(text))

    def group_name(self, group: str, language: str = "en") -> str:
        """The group's name, English where there is none; an unknown id is its own name."""
        return group_name(group, language)

    def group_in_sentence(self, group: str, language: str = "en") -> str:
        """The group's name with its article: `the African Group`; an unknown id is its own name."""
        return group_in_sentence(group, language)

    def short_group_name(self, group: str, language: str = "en") -> str:
        """What stands for it where there is little room (`GRULAC`); an unknown id is its own."""
        return short_group_name(group, language)

    def members(self, group: str) -> tuple[str, ...]:
        """The codes of the group's members in the order of the list; none for an unknown id."""
        return self._members.get(group, ())

    def region(self, code: str) -> str | None:
        """The id of the regional group a State belongs to (`UNRG:AG`), or None."""
        delegation = self.get(code)
        groups = () if delegation is None else delegation.groups
        return next((group for group in groups if group.startswith(REGION)), None)

    def warm(self) -> None:
        """Read all languages now, so that no later look-up waits for them; from any thread."""
        self._all_names().warm()

    def _names_at_hand(self) -> Index:
        """Codes, English, Chinese and aliases."""
        if self._at_hand is None:
            # Without the lock: nobody who types a code shall wait for `warm` beside them.
            self._at_hand = Index((each, names_at_hand(each)) for each in self.all())
        return self._at_hand

    def _all_names(self) -> Index:
        """Codes and the names in all languages."""
        with self._reading:
            if self._full is None:
                named = ((each, usual_names(each)) for each in self.all())
                self._full = Index(named, formal_names())
            return self._full

    def _group_names(self) -> Mapping[str, str]:
        """Folded id, name or alias -> group id; ids go first."""
        spoken_for = [group for each in self.all() for group in each.speaks_for]
        ids = list(dict.fromkeys([*group_table(), *self._members, *spoken_for]))
        found = {solid(group): group for group in ids}
        for group in ids:
            for names in group_table().get(group, {}).values():
                for name in [names] if isinstance(names, str) else names:
                    found.setdefault(solid(name), group)
        return found


def load_directory(path: Path | None = None) -> Directory:
    """The directory that comes with the program, or the one of the CSV at `path`.

    Raises DirectoryError when the file at `path` cannot be used, OSError when it cannot be read.
    """
    return _built_in() if path is None else _read(path)


@cache
def _built_in() -> Directory:
    """The one that comes with the program, read once: a directory never changes."""
    return _read(Path(__file__).with_name("participants.csv"))


def _read(source: Path) -> Directory:
    return Directory(parse_table(source.read_bytes(), source))
