"""A refusal: the rules do not allow an act now. A value, never an exception.

The sentence is made by the catalogue (`words`, key `refusal.<code>`), in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from meeting_tui.words import Value


class Refusal(Struct, frozen=True):
    """Why an act was not done, and with what it would be allowed."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)
    """Values for the sentence; people's text is passed as it is, never formatted further."""


def refuse(code: str, **params: Value) -> Refusal:
    """A refusal with its parameters as keywords."""
    return Refusal(code, params)
