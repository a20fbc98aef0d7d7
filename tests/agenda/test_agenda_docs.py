"""Every key of an agenda file and of a rules file is described, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from meeting_tui.agenda.checks import Frozen
from meeting_tui.agenda.model import (
    DELEGATION_KINDS,
    PHASE_KINDS,
    QUESTION_SETS,
    Agenda,
    DatedNote,
    Endnote,
    Item,
    Question,
    Segment,
    Sitting,
    Topic,
)
from meeting_tui.agenda.presets import rules_ids
from meeting_tui.agenda.rules import Quorum, ReplyRules, Rules, SpeechKind, Tier, TimekeeperRules

ROOT = Path(__file__).resolve().parents[2]


def described(text: str) -> set[str]:
    """The keys in the first column of the tables."""
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`(\w+)`", row)}


def keys_of(*models: type[Frozen]) -> set[str]:
    return {name.removesuffix("_seconds") for model in models for name in model.__struct_fields__}


def test_agenda_readme_describes_every_key() -> None:
    text = (ROOT / "agendas" / "README.md").read_text(encoding="utf-8")
    tables = {"sittings", "items", "topics", "deadlines", "next_steps"}
    keys = keys_of(Agenda, Sitting, Item, Segment, Endnote, Question, Topic, DatedNote)
    assert described(text) == keys - tables
    assert all(f"`[[{table}]]`" in text for table in tables)
    for value in (*DELEGATION_KINDS, *PHASE_KINDS, *QUESTION_SETS, *rules_ids()):
        assert f'`"{value}"`' in text


def test_rules_page_describes_every_key() -> None:
    text = (ROOT / "docs" / "rules-of-procedure.md").read_text(encoding="utf-8")
    tables = {"tiers", "kinds", "replies", "timekeeper", "quorum"}
    keys = keys_of(Rules, Tier, SpeechKind, ReplyRules, TimekeeperRules, Quorum) - tables
    assert described(text) - set(rules_ids()) == keys
    for value in (*DELEGATION_KINDS, *rules_ids()):
        assert f"`{value}`" in text or f'`"{value}"`' in text
