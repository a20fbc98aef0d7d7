"""What is said when a damaged log was mended: how much is there, what is missing, what was kept."""

from __future__ import annotations

from meeting_tui.session_log.salvage import Salvaged
from meeting_tui.shell.common import Shell


def mended_sentences(shell: Shell, done: Salvaged) -> list[str]:
    """How many events were got back, then what was set aside and what is missing."""
    return [shell.say("shell.mended", count=done.kept), *aside_sentences(shell, done)]


def aside_sentences(shell: Shell, done: Salvaged) -> list[str]:
    """What was set aside and what is missing, a sentence each; empty when all is well."""
    told = [
        shell.say("shell.set_aside", path=str(aside.path), size=aside.bytes)
        for aside in (done.database, done.toml)
        if aside and aside.path
    ]
    if done.missing:
        stretches = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in done.missing)
        told.append(shell.say("shell.missing", stretches=stretches))
    return told
