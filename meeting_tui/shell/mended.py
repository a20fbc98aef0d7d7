"""What is said when a damaged log was mended: how much is there, what is missing, what was kept."""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.session_log.chain import SetAside
from meeting_tui.session_log.salvage import Salvaged

Say = Callable[..., str]
"""Gives the sentence of a key with its values, in the language of whoever reads it."""


def mended_sentences(say: Say, done: Salvaged) -> list[str]:
    """How many events were got back, then what was set aside.

    A database that was not there and is made of session.toml is no damage. What is missing the log
    itself tells.
    """
    if done.is_only_remade:
        return [say("shell.remade", count=done.kept)]
    return [
        say("shell.mended", count=done.kept),
        *_aside(say, done.database),
        *_aside(say, done.toml),
    ]


def rebuilt_sentences(say: Say, done: Salvaged) -> list[str]:
    """What the old log had more than the new one and where it is, then what is missing."""
    told = []
    if done.database and done.database.path:
        key = "shell.rebuilt_lacks" if done.left else "shell.rebuilt_equal"
        told.append(say(key, count=done.left, path=str(done.database.path)))
    return [*told, *_rest(say, done)]


def _rest(say: Say, done: Salvaged) -> list[str]:
    """What was set aside of the text and what is missing, a sentence each."""
    told = _aside(say, done.toml)
    if done.missing:
        stretches = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in done.missing)
        told.append(say("shell.missing", stretches=stretches))
    return told


def _aside(say: Say, aside: SetAside | None) -> list[str]:
    if aside is None or aside.path is None:
        return []
    return [say("shell.set_aside", path=str(aside.path), size=aside.bytes)]
