"""A refusal as a sentence in the reader's language, the names of delegations in it too.

The rules name delegations as the log does, in English. What somebody typed is left as it is.
"""

from __future__ import annotations

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.words import Sentence, Value, say


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
