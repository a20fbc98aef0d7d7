"""The rules of procedure that come with the program, and how a rules file is read.

A rules file says durations as people do (`"3:00"`); the model counts seconds, so its fields have
other names than the keys in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from meeting_tui.agenda.findings import Finding, errors_of, one_of
from meeting_tui.agenda.model import DELEGATION_KINDS, PHASE_KINDS
from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, Rules
from meeting_tui.agenda.shape import unknown_key, validated
from meeting_tui.agenda.toml_lines import Place
from meeting_tui.agenda.toml_reading import read_toml
from meeting_tui.errors import AgendaError
from meeting_tui.patterns import late_pattern
from meeting_tui.words import Sentence

_DURATION = late_pattern(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_FIELDS = {
    "default_limit": "default_limit_seconds",
    "limit": "limit_seconds",
    "limits": "limits_seconds",
    "next_guard": "next_guard_seconds",
    "handover": "handover_seconds",
    "closing_words": "closing_words_seconds",
    "point_of_order": "point_of_order_seconds",
    "least_limit": "least_limit_seconds",
}
_KEYS = {field: key for key, field in _FIELDS.items()}
_MAY_BE_ZERO = ("next_guard", "handover", "closing_words", "point_of_order")


@cache
def rules_ids() -> tuple[str, ...]:
    """The ids of all rules of procedure that come with the program, sorted."""
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in (files("meeting_tui.agenda") / "presets").iterdir()
            if entry.name.endswith(".toml")
        )
    )


@cache
def load_rules(rules_id: str) -> Rules:
    """The rules of procedure of that id; raises AgendaError where there are none."""
    if rules_id not in rules_ids():
        expected = one_of(rules_id, rules_ids())
        raise AgendaError(Sentence("plan_fault.unknown_rules", word=rules_id), expected=expected)
    name = f"{rules_id}.toml"
    text = (files("meeting_tui.agenda") / "presets" / name).read_text(encoding="utf-8")
    return parse_rules(text, name)


def parse_rules(text: str, path: Path | str) -> Rules:
    """The rules of procedure in a TOML text; `path` is only named in errors.

    Raises AgendaError for the first thing that is wrong in it.
    """
    wrong: list[Finding] = []
    document = _in_seconds(read_toml(text, path), (), wrong)
    if not wrong:
        rules = validated(Rules, document, _KEYS)
        if isinstance(rules, Rules):
            wrong.extend(rules_findings(rules))
            if not wrong:
                return rules
        else:
            wrong.extend(rules)
    raise errors_of(wrong, text, path)[0]


def _in_seconds(value: Any, place: Place, wrong: list[Finding]) -> Any:
    """A document with its durations as seconds, under the names of the fields."""
    if isinstance(value, tuple):
        return tuple(_in_seconds(part, (*place, n), wrong) for n, part in enumerate(value))
    if not isinstance(value, dict):
        return value
    table = {}
    for key, inner in value.items():
        here = (*place, key)
        if key in _KEYS:
            wrong.append(unknown_key(here, [_KEYS[key]]))
        elif key in _FIELDS:
            table[_FIELDS[key]] = _seconds(inner, here, wrong)
        else:
            table[key] = _in_seconds(inner, here, wrong)
    return table


def _seconds(value: Any, place: Place, wrong: list[Finding]) -> Any:
    """One duration, or a list of them, in seconds."""
    if isinstance(value, tuple):
        return tuple(_seconds(part, (*place, n), wrong) for n, part in enumerate(value))
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    seconds = int(found[1]) * 60 + int(found[2]) if found else 0
    if not found or (seconds == 0 and place[-1] not in _MAY_BE_ZERO):
        what = Sentence("plan_fault.no_length", value=str(value))
        wrong.append(Finding(place, what, Sentence("plan_fault.want_length")))
    return seconds


def rules_findings(rules: Rules) -> Iterator[Finding]:
    """What no single key of the rules shows: ids given twice, names that mean nothing."""
    for table, ids in (
        ("tiers", [t.id for t in rules.tiers]),
        ("kinds", [k.id for k in rules.kinds]),
    ):
        for number, one in enumerate(ids):
            if Counter(ids[:number])[one]:
                what = Sentence("plan_fault.twice", id=one)
                yield Finding((table, number, "id"), what, Sentence("plan_fault.another_id"))
    kinds = [kind.id for kind in rules.kinds]
    if rules.default_kind not in kinds:
        what = Sentence("plan_fault.unknown_speech_kind", word=rules.default_kind)
        yield Finding(("default_kind",), what, one_of(rules.default_kind, kinds))
    for number, tier in enumerate(rules.tiers):
        for asked in tier.delegation_kinds:
            if asked not in DELEGATION_KINDS:
                what = Sentence("plan_fault.unknown_delegation_kind", word=asked)
                place = ("tiers", number, "delegation_kinds")
                yield Finding(place, what, one_of(asked, DELEGATION_KINDS))
    for asked in rules.quorum.delegation_kinds if rules.quorum else ():
        if asked not in DELEGATION_KINDS:
            what = Sentence("plan_fault.unknown_delegation_kind", word=asked)
            yield Finding(("quorum", "delegation_kinds"), what, one_of(asked, DELEGATION_KINDS))
    for number, kind in enumerate(rules.kinds):
        for led in kind.leads_segments:
            if led not in PHASE_KINDS:
                what = Sentence("plan_fault.unknown_segment_kind", word=led)
                place = ("kinds", number, "leads_segments")
                yield Finding(place, what, one_of(led, PHASE_KINDS))
    yield from _out_of_bounds(rules)


def _out_of_bounds(rules: Rules) -> Iterator[Finding]:
    """Figures of the timekeeper that no meeting has."""
    given: list[tuple[Place, float | None]] = [
        (("timekeeper", key), getattr(rules.timekeeper, key)) for key in TIMEKEEPER_BOUNDS
    ]
    given += [(("tiers", n, "share"), tier.share) for n, tier in enumerate(rules.tiers)]
    given += [(("kinds", n, "share"), kind.share) for n, kind in enumerate(rules.kinds)]
    for place, value in given:
        least, most = TIMEKEEPER_BOUNDS[str(place[-1])]
        if value is not None and not least <= value <= most:
            expected = Sentence("plan_fault.between", least=str(least), most=str(most))
            yield Finding(place, Sentence("plan_fault.out_of_bounds", value=str(value)), expected)
