"""Every sentence people read, once, in English and Chinese side by side.

A module holds the `SENTENCES` of a story: key -> (English, Chinese). The first word of a key is its
area, and `AREAS` says in which modules that is, so a screen loads only what it says something from.
What is raised before anybody knows the reader's language is a `Sentence`: said when it is shown.

A word that depends on a number stands in the sentence in both forms: `{count} {count:name|names}`
is "1 name" and "2 names". Chinese needs no such forms.
"""

from __future__ import annotations

from importlib import import_module
from string import Formatter
from typing import Any, TypeAlias

LANGUAGES = ("en", "zh")

AREAS = {
    "refusal": "refusals refusals_of_notes",
    "act": "acts",
    "happened": "happened",
    "screen": "screens",
    "room": "procedure",
    "notes": "screens_notes",
    "record": "screens_notes",
    "report": "report",
    "draft": "report_draft",
    "chair": "report",
    "digest": "report",
    "sheet": "report_sheets",
    "shell": "shell",
    "procedure": "procedure",
    "widget": "screens",
    "more": "screens",
    "forecast": "shell",
    "earlier": "earlier",
    "slip": "screens_day",
    "word": "report_sheets",
    "excel": "report_sheets",
    "plan": "happened",
    "details": "happened",
    "schedule": "screens_day",
    "replay": "screens_day",
    "times": "screens_day",
    "export": "shell",
    "corrections": "happened",
    "points": "happened",
    "purge": "happened",
    "preview": "report_draft",
    "fault": "faults",
    "plan_fault": "faults",
    "list_fault": "faults",
    "set_fault": "faults",
    "meeting_fault": "faults",
    "log_fault": "faults_log",
    "shared": "shared",
    "shared_fault": "shared",
    "line": "acts",
    "asked": "acts",
    "begin": "screens",
    "seats": "seats",
    "display": "pages",
    "request": "pages",
    "agenda_page": "pages",
    "page": "pages",
}

_loaded: dict[str, dict[str, tuple[str, str]]] = {}


def sentences(area: str) -> dict[str, tuple[str, str]]:
    """All sentences of one area, key -> (English, Chinese)."""
    if area not in _loaded:
        found: dict[str, tuple[str, str]] = {}
        for name in AREAS[area].split():
            said = import_module(f"meeting_tui.words.{name}").SENTENCES
            found |= {key: pair for key, pair in said.items() if key.partition(".")[0] == area}
        _loaded[area] = found  # whole at once, as other threads may ask meanwhile
    return _loaded[area]


def say(key: str, language: str = "en", **params: Value) -> str:
    """The sentence of that key with its values filled in.

    Values are put in as they are: text of people is never formatted a second time. A value with
    two words behind its colon, `{count:is|are}`, is the first of them for 1 and else the second.
    Raises KeyError for an unknown key, as a missing sentence is a defect a test finds.
    """
    english, chinese = sentences(key.partition(".")[0])[key]
    sentence = chinese if language == "zh" else english
    if not params:
        return sentence
    told = {
        name: value if isinstance(value, (str, int)) else in_language(value, language)
        for name, value in params.items()
    }
    return fill(sentence, told)


def fill(sentence: str, values: dict[str, str | int]) -> str:
    """A sentence with its values put in, and its words chosen by number."""
    return _forms.vformat(sentence, (), values) if "|" in sentence else sentence.format(**values)


class _Forms(Formatter):
    """Puts in values, and chooses by number between two words, or three: for 1, 2 and others."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, *others = format_spec.split("|")
        if not others:
            return format(value, format_spec)
        if str(value) == "1":
            return one
        return others[0] if str(value) == "2" else others[-1]


_forms = _Forms()


def in_language(value: Value, language: str) -> str:
    """A value as it stands in a sentence of that language; several are told one by one."""
    if isinstance(value, Sentence):
        return say(value.key, language, **value.values)
    if isinstance(value, tuple):
        return ("、" if language == "zh" else ", ").join(in_language(v, language) for v in value)
    return str(value)


def with_asides(told: str, asides: tuple[Sentence, ...], language: str) -> str:
    """What was done, and behind it what of the same line was not."""
    end = "。" if language == "zh" else "."
    if not asides:
        return told
    said = [told if told.endswith(end) else f"{told}{end}"]
    said += [in_language(each, language) for each in asides]
    return ("" if language == "zh" else " ").join(said)


class Sentence:
    """A sentence and its values, not yet said in a language; `str()` is the English one."""

    __slots__ = ("key", "values")

    def __init__(self, key: str, **values: Value) -> None:
        self.key = key
        self.values = values

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentence):
            return NotImplemented
        return (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash((self.key, *self.values.items()))

    def __repr__(self) -> str:
        return f"Sentence({self.key!r}, {self.values!r})"

    def __str__(self) -> str:
        return in_language(self, "en")


Value: TypeAlias = "str | int | Sentence | tuple[Value, ...]"
"""What may stand in a sentence; another sentence is said in the same language."""
