"""What delegations and groups are called in the six languages of the United Nations.

English and Chinese come with the list. The other languages come from the locale library, corrected
by a curated table where the United Nations says it differently. Formal names are in a table of
their own. All of these are read when first asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from meeting_tui.delegations.model import LANGUAGES, Delegation
from meeting_tui.patterns import late_pattern

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
