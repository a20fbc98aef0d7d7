"""Looks for delegations in what was exported: every name, code and alias in every language.

It is written apart from what takes names out, so that a mistake there is found here. Give it the
text of any format: what stands in cells, in paragraphs, in Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from meeting_tui.delegations.directory import every_name
from meeting_tui.delegations.model import LANGUAGES, STATES, Delegation
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport
from meeting_tui.text import fold
from tests.report.hard_day import directory

ORDINARY = {"industry", "业界"}
"""Words of a kind of delegation, not the name of one."""
CHINESE = re.compile("[\u3400-\u9fff]")


def names_in(text: str, *, allowed: Iterable[str] = (), set_aside: Iterable[str] = ()) -> list[str]:
    """Names, codes and aliases of delegations that stand in `text`, as they are in the directory.

    `allowed`: codes of delegations that may be named. `set_aside`: passages that are not looked at
    (the Chair's name with the country, from the agenda).
    """
    permitted = [each for each in directory().all() if each.code in set(allowed)]
    passages = [*set_aside, *(name for each in permitted for name in _names(each))]
    for passage in sorted(passages, key=len, reverse=True):
        text = text.replace(passage, " ")
    codes = set(re.findall(r"(?<![^\W_])[A-Z][A-Z.]{1,9}(?![^\W_])", text))
    folded = f" {' '.join(_words(fold(text)))} "
    written = f" {' '.join(_words(text))} "
    return [
        name
        for each in directory().all()
        if each.kind not in NAMED_KINDS and each.code not in set(allowed)
        for name in _names(each)
        if _stands(name, each, text, codes, folded, written)
    ]


def presenters(report: MeetingReport) -> set[str]:
    """Codes of the States that gave presentations: they are named in every report."""
    return {
        each.asked.delegation
        for each in report.statements
        if each.asked.kind == "presentation" and each.asked.delegation_kind in STATES
    }


@cache
def _names(delegation: Delegation) -> tuple[str, ...]:
    named = (directory().name(delegation.code, language) for language in LANGUAGES)
    found = dict.fromkeys((delegation.code, *named, *every_name(delegation)))
    return tuple(each for each in found if each.casefold() not in ORDINARY)


def _stands(
    name: str, owner: Delegation, text: str, codes: set[str], folded: str, written: str
) -> bool:
    if CHINESE.search(name):
        # `其中国家` and `19日本次` are other words.
        rest = text.replace("国家", "").replace("日本次", "").replace("日本届", "")
        return name in rest
    if name.isascii() and name.isupper():
        return name in codes
    if owner.kind not in STATES or fold(name) in ("grenade", "granada"):
        return _spaced(name) in written
    return _spaced(fold(name)) in folded


@cache
def _spaced(name: str) -> str:
    return f" {' '.join(_words(name))} "


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_\u3400-\u9fff]+", text)
