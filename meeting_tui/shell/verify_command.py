"""`meeting-tui session verify`: whether a log is what was written, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from meeting_tui.desk.opening import each_told
from meeting_tui.desk.sessions import TOML
from meeting_tui.desk.verifying import Checked, check_session
from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.chain import Finding, gaps
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.shell.misuse import Misuse
from meeting_tui.words import Sentence, in_language

_ANCHOR = re.compile("[0-9a-f]{16,64}")
MOST_PLACES = 12
"""Stretches of numbers that are listed; of more it is said how many there are."""


@click.command("verify")
@click.argument("session")
@click.option(
    "--anchor",
    metavar="HASH",
    help="Whether the log still holds the entry that was its last when HASH was noted.",
)
@with_shell
def command(shell: Shell, session: str, anchor: str | None) -> int:
    """Find out whether an event was altered, removed, reordered or inserted, and where.

    SESSION is a name or a path; the path of a session.toml verifies that file.
    """
    digits = None if anchor is None else _digits(anchor)
    folder = shell.find(session)
    found = check_session(folder, is_text=Path(session).name == TOML)
    at = None if digits is None else _anchored(found, digits)
    if shell.as_json:
        told = {"session": folder.name, **_table(found)}
        shell.tell_json(told if digits is None else {**told, "anchor": at})
    for sentence in each_told(found.meeting, found.losses, shell.language) if found.meeting else ():
        shell.tell(sentence, is_error=True)
    if found.head_trouble:
        shell.tell(in_language(found.head_trouble.sentence, shell.language), is_error=True)
    damage = (
        *summed(found.findings),
        *_saved_last(found),
        *(_in_text(each) for each in summed(found.in_text)),
    )
    if damage:
        raise LogDamaged(Sentence("shell.damaged", name=folder.name, findings=damage))
    if digits is not None and at is None:
        raise LogDamaged(Sentence("shell.no_anchor", name=folder.name))
    if not shell.as_json:
        _tell(shell, folder.name, found, at)
    if found.unseen:
        shell.tell(shell.say("shell.lost_unseen", name=folder.name), is_error=True)
    return 3 if found.unseen or found.head_trouble else 0


def _saved_last(found: Checked) -> Iterator[Sentence]:
    """When what is missing at the end was saved."""
    if found.lacks:
        at = found.lacks.at.astimezone(ZoneInfo(found.zone or "UTC"))
        moment = f"{at:%Y-%m-%d %H:%M:%S}"
        yield Sentence("shell.saved_last", seq=found.lacks.seq, at=moment)


def _digits(anchor: str) -> str:
    """The digits of an anchor as it may be typed from paper; what is none is wrong usage."""
    digits = re.sub(r"[\s\-\u2010-\u2015]", "", anchor).lower()
    if not _ANCHOR.fullmatch(digits):
        raise Misuse(Sentence("fault.no_anchor", value=anchor), "--anchor")
    return digits


def _anchored(found: Checked, digits: str) -> int | None:
    """The number of the entry whose hash begins so."""
    return next((seq for seq, hash_ in found.hashes if hash_.startswith(digits)), None)


def _tell(shell: Shell, name: str, found: Checked, at: int | None) -> None:
    """That the log is whole, what of it was purged, and how far an anchor proves it."""
    is_rest = found.losses or found.head_trouble
    key = "shell.verified_rest" if is_rest else "shell.verified"
    shell.tell(shell.say(key, name=name, entries=found.events))
    if found.purged == 1:
        shell.tell(shell.say("corrections.verified_purged_one"))
    elif found.purged:
        shell.tell(shell.say("corrections.verified_purged", count=found.purged))
    if at is None:
        return
    numbers = [seq for seq, _ in found.hashes]
    since = max((last for _, last in gaps(numbers, numbers[-1]) if last < at), default=0)
    count = sum(number > at for number in numbers)
    key = "shell.anchor_since" if since else "shell.anchor"
    shell.tell(shell.say(key, seq=at, since=since, count=count))


def _table(found: Checked) -> dict[str, object]:
    """What was found, as plain values."""
    listed = [
        {"what": each.what, "first": each.seq, "last": each.last, **where}
        for findings, where in ((found.findings, {}), (found.in_text, {"in": TOML}))
        for each in findings
    ]
    losses = [
        {
            "entry": each.seq,
            "first": each.first or None,
            "last": each.last or None,
            "without_effect": list(each.apart),
            "seen": each.is_seen,
        }
        for each in found.losses
    ]
    return {
        "events": found.events,
        "findings": listed,
        "purged": found.purged,
        "lost": losses,
        "head": found.hashes[-1][1] if found.hashes else None,
        "head_file": found.head_trouble.kind if found.head_trouble else None,
    }


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
