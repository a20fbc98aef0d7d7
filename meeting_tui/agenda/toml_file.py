"""Agenda files: read and checked.

A file is written by hand, often in a hurry and in whatever editor there is. So it is read
generously (byte order mark, Windows line ends) and refused precisely: the line, the key, what is
wrong and what was expected. `agendas/README.md` describes every key.
"""

from __future__ import annotations

from pathlib import Path

from meeting_tui.agenda.decoding import even_lines, read_text
from meeting_tui.agenda.findings import Finding, errors_of
from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.plan_checks import plan_findings
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.shape import validated
from meeting_tui.agenda.toml_reading import read_toml
from meeting_tui.agenda.zone_times import in_zone
from meeting_tui.errors import AgendaError


def load_agenda(path: Path) -> Agenda:
    """The agenda in the file; raises AgendaError for the first thing that is wrong with it."""
    return parse_agenda(read_text(path), path)


def parse_agenda(text: str, path: Path | str) -> Agenda:
    """The agenda in a TOML text; `path` is only named in the AgendaError for what is wrong."""
    agenda, errors = _read(text, path)
    if errors:
        raise errors[0]
    assert agenda is not None  # what has no errors was read
    return agenda


def check_agenda(path: Path) -> tuple[AgendaError, ...]:
    """Everything that is wrong with the file, in the order of its lines; empty when it can be run.

    What contradicts is looked for only once each key by itself is right.
    """
    try:
        agenda, errors = _read(read_text(path), path)
        if agenda is not None and not errors:
            load_rules(agenda.rules)  # a file of its own, which may be wrong as well
        return errors
    except AgendaError as error:
        return (error,)


def _read(text: str, path: Path | str) -> tuple[Agenda | None, tuple[AgendaError, ...]]:
    """The agenda, and the errors of the text; raises AgendaError for what is not TOML."""
    text = even_lines(text)
    findings: list[Finding] = []
    document = in_zone(read_toml(text, path), findings)
    agenda = validated(Agenda, document, {})
    if isinstance(agenda, Agenda):
        findings = findings or list(plan_findings(agenda))
        return agenda, errors_of(findings, text, path)
    return None, errors_of([*findings, *agenda], text, path)
