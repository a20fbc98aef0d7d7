"""`meeting-tui session verify`: whether a log is what was written, and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from meeting_tui.desk.sessions import TOML
from meeting_tui.desk.verifying import Checked, check_session
from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.chain import Finding, gaps
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.words import Sentence

MOST_PLACES = 12
"""Stretches of numbers that are listed; of more it is said how many there are."""


@click.command("verify")
@click.argument("session")
@with_shell
def command(shell: Shell, session: str) -> int:
    """Find out whether an event was altered, removed, reordered or inserted, and where.

    SESSION is a name or a path; the path of a session.toml verifies that file.
    """
    folder = shell.find(session)
    found = check_session(folder, is_text=Path(session).name == TOML)
    if shell.as_json:
        shell.tell_json({"session": folder.name, **_table(found)})
    damage = (*summed(found.findings), *(_in_text(each) for each in summed(found.in_text)))
    if damage:
        raise LogDamaged(Sentence("shell.damaged", name=folder.name, findings=damage))
    if not shell.as_json:
        shell.tell(shell.say("shell.verified", name=folder.name, entries=found.events))
        if found.purged == 1:
            shell.tell(shell.say("corrections.verified_purged_one"))
        elif found.purged:
            shell.tell(shell.say("corrections.verified_purged", count=found.purged))
    return 0


def _table(found: Checked) -> dict[str, object]:
    """What was found, as plain values."""
    listed = [
        {"what": each.what, "first": each.seq, "last": each.last, **where}
        for findings, where in ((found.findings, {}), (found.in_text, {"in": TOML}))
        for each in findings
    ]
    return {"events": found.events, "findings": listed, "purged": found.purged}


def summed(findings: Iterable[Finding]) -> tuple[Sentence, ...]:
    """Findings in words, those of one kind together: "12 entries were altered: 3, 7, 9-18"."""
    in_kinds = sorted(findings, key=lambda each: each.what)
    return tuple(_told(what, tuple(group)) for what, group in groupby(in_kinds, _kind))


def _kind(finding: Finding) -> str:
    return finding.what


def _told(what: str, findings: tuple[Finding, ...]) -> Sentence:
    numbers = {n for each in findings for n in range(each.seq, each.last + 1)}
    if len(numbers) == 1:
        return Sentence(f"shell.finding_{what}", place=numbers.pop())
    return Sentence(f"shell.findings_{what}", count=len(numbers), places=stretches(numbers))


def stretches(numbers: Iterable[int]) -> Sentence | str:
    """Numbers in order, neighbours together: `3, 7, 9-18`; the first of very many."""
    ascending = sorted(set(numbers))
    there = set(range(ascending[0], ascending[-1] + 1)) - set(ascending)
    ends = gaps(sorted(there | set(range(1, ascending[0]))), ascending[-1])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in ends]
    if len(told) <= MOST_PLACES:
        return ", ".join(told)
    more = sum(last - first + 1 for first, last in ends[MOST_PLACES:])
    return Sentence("shell.and_more", places=", ".join(told[:MOST_PLACES]), count=more)


def _in_text(finding: Sentence) -> Sentence:
    return Sentence("shell.finding_in_text", file=TOML, finding=finding)
