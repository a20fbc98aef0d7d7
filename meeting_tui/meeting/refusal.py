"""A refusal: the rules do not allow an act now. A value, never an exception.

The sentence is made by the catalogue (`words`, key `refusal.<code>`), in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from meeting_tui.delegations.directory import Directory
from meeting_tui.words import Sentence, Value, say


class Refusal(Struct, frozen=True):
    """Why an act was not done, and with what it would be allowed."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)
    """Values for the sentence; people's text is passed as it is, never formatted further."""


def refuse(code: str, **params: Value) -> Refusal:
    """A refusal with its parameters as keywords."""
    return Refusal(code, params)


def refusal_told(refusal: Refusal, language: str, directory: Directory) -> str:
    """Why an act was not done."""
    params = refusal.params
    if language != "en":
        params = {key: _in(language, value, directory) for key, value in params.items()}
    return say(f"refusal.{refusal.code}", language, **params)


def _in(language: str, value: Value, directory: Directory) -> Value:
    if isinstance(value, tuple):
        return tuple(_in(language, each, directory) for each in value)
    if isinstance(value, Sentence):
        inner = {key: _in(language, each, directory) for key, each in value.values.items()}
        return Sentence(value.key, **inner)
    found = directory.exact(value) if isinstance(value, str) else None
    if found is None or directory.name(found.code) != value:
        return value
    return directory.name(found.code, language)
