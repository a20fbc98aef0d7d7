"""`meeting-tui session`: what sessions there are, whether their logs are whole, making anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from meeting_tui.desk.elsewhere import moved_to
from meeting_tui.desk.opening import each_told, losses_told
from meeting_tui.desk.sessions import TOML, SessionFolder, list_sessions
from meeting_tui.desk.verifying import Checked, check_session
from meeting_tui.errors import LogDamaged, told
from meeting_tui.meeting.losses import set_apart
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.chain import Finding, gaps
from meeting_tui.session_log.salvage import salvage
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import Misuse, rebuilt_sentences, with_options, with_shell
from meeting_tui.words import Sentence, in_language

_ANCHOR = late_pattern("[0-9a-f]{16,64}")
MOST_PLACES = 12
"""Stretches of numbers that are listed; of more it is said how many there are."""


@click.group("session")
@with_options
def command() -> None:
    """List, show, verify, rebuild or import sessions."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--session",
    "name",
    default="",
    metavar="NAME",
    help="Name of the session; by default the name in FILE.",
)
@with_shell
def import_file(shell: Shell, file: Path, name: str) -> int:
    """Make a session from FILE, an exported session.toml or session.json, unless it was altered.

    Texts received are imported too, from a folder `texts` beside FILE.
    """
    # Only who imports waits for what reads the files.
    from meeting_tui.desk.importing import import_session

    done = import_session(file, shell.sessions, name=name)
    if shell.as_json:
        told = {"session": done.folder.name, "path": str(done.folder.path)}
        shell.tell_json({**told, "events": done.events, "texts": done.texts})
        return 0
    params: dict[str, str | int] = {"path": str(file), "count": done.events}
    shell.tell(shell.say("export.imported", name=done.folder.name, **params))
    if done.texts:
        shell.tell(shell.say("export.texts_imported", count=done.texts))
    return 0


@command.command("verify")
@click.argument("session")
@click.option(
    "--anchor",
    metavar="HASH",
    help="Whether the log still holds the entry that was its last when HASH was noted.",
)
@with_shell
def verify(shell: Shell, session: str, anchor: str | None) -> int:
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
        _tell_found(shell, folder.name, found, at)
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


def _tell_found(shell: Shell, name: str, found: Checked, at: int | None) -> None:
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
    return tuple(_finding_told(what, tuple(group)) for what, group in groupby(in_kinds, _kind))


def _kind(finding: Finding) -> str:
    return finding.what


def _finding_told(what: str, findings: tuple[Finding, ...]) -> Sentence:
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


@command.command("list")
@with_shell
def list_all(shell: Shell) -> int:
    """List the sessions, the most recent first."""
    found = list(list_sessions(shell.sessions))
    if shell.as_json:
        shell.tell_json([_summary(folder) for folder in found])
    elif not found:
        shell.tell(shell.say("shell.no_sessions", folder=str(shell.sessions)))
    else:
        for folder in found:
            shell.tell(_row(shell, folder))
    return 0


@command.command("show")
@click.argument("session")
@with_shell
def show(shell: Shell, session: str) -> int:
    """Show the state of a session."""
    folder = shell.find(session)
    meeting = _meeting(folder)
    state, entries = meeting.state, len(meeting.entries)
    for sentence in losses_told(meeting, shell.language):
        shell.tell(sentence, is_error=True)
    if meeting.apart - set_apart(meeting.entries):
        shell.tell(shell.say("shell.not_whole", name=folder.name), is_error=True)
    if shell.as_json:
        shell.tell_json(_told(folder, state, entries))
    else:
        shell.tell(_line(shell, folder, state, entries))
    return 0


@command.command("rebuild")
@click.argument("session")
@with_shell
def rebuild(shell: Shell, session: str) -> int:
    """Make a new log.db from session.toml; keep the old one beside it, and compare them."""
    folder = shell.find(session)
    done = salvage(folder.path, desk="shell", from_database=False)
    if shell.as_json:
        missing = [{"first": first, "last": last} for first, last in done.missing]
        told = {"session": folder.name, "events": done.kept, "missing": missing}
        shell.tell_json({**told, "only_in_old": done.left})
    else:
        shell.tell(shell.say("shell.rebuilt", name=folder.name, entries=done.kept))
    for sentence in rebuilt_sentences(shell.say, done):
        shell.tell(sentence, is_error=True)
    return 3 if done.missing or done.toml or done.left else 0


def _meeting(folder: SessionFolder) -> Meeting:
    log = folder.read()
    try:
        return replay(log.read())
    finally:
        log.close()


def _state(folder: SessionFolder) -> tuple[MeetingState, int]:
    meeting = _meeting(folder)
    return meeting.state, len(meeting.entries)


def _summary(folder: SessionFolder) -> dict[str, Any]:
    try:
        return _told(folder, *_state(folder))
    except Exception as fault:  # noqa: BLE001 - one session must not hide the others
        return {"name": folder.name, "path": str(folder.path), "unreadable": str(fault)}


def _told(folder: SessionFolder, state: MeetingState, entries: int) -> dict[str, Any]:
    return {
        "name": folder.name,
        "path": str(folder.path),
        "state": state.phase,
        "rehearsal": state.rehearsal,
        "events": entries,
        "agenda": state.agenda.id,
        "title": state.agenda.title.en,
        "interventions": len(state.interventions),
        "waiting": sum(len(each) for each in state.lists.values()) + len(state.replies),
        **({"went_on_in": str(moved)} if (moved := moved_to(folder.path)) else {}),
    }


def _row(shell: Shell, folder: SessionFolder) -> str:
    try:
        return _line(shell, folder, *_state(folder))
    except Exception as fault:  # noqa: BLE001 - as above
        return shell.say("shell.session_unreadable", name=folder.name, why=told(fault))


def _line(shell: Shell, folder: SessionFolder, state: MeetingState, entries: int) -> str:
    phase = shell.say(f"shell.phase_{state.phase}")
    if state.rehearsal:
        kind = "demonstration" if state.demonstration else "rehearsal"
        phase = shell.say(f"shell.phase_{kind}", phase=phase)
    title = state.agenda.title.say(shell.language)
    row = shell.say(
        "shell.session_row", name=folder.name, state=phase, entries=entries, title=title
    )
    moved = moved_to(folder.path)
    return shell.say("shell.went_on", row=row, path=str(moved)) if moved else row
