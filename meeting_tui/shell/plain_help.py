"""Everything that can be typed in the mode without a screen, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.acts import ACTS
from meeting_tui.words import say

_ASKED = ("list", "times", "checklist", "slip", "limit_fit", "save", "quit")
"""What is asked of the program, not of the meeting; said under `asked.<id>`."""

_SYNTAX = {"limit_fit": "limit fit HH:MM", "save": "save FOLDER"}


def help_told(language: str) -> Iterator[str]:
    """Each act of the meeting with what it does, then what can be asked."""
    for act in ACTS:
        yield f"{act.syntax}: {say(f'act.{act.id}', language)}"
    for each in _ASKED:
        yield f"{_SYNTAX.get(each, each)}: {say(f'asked.{each}', language)}"
    yield say("shell.plain_how", language)
