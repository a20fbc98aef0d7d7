"""Reads a General Assembly or Human Rights Council report's list of speakers into inscriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of a list, its footnote number taken off, and the group it speaks for."""

    name: str
    group: str


_LIST = re.compile(r"\([a-z]\) [^:]+:(?P<names>[^;.]+)[;.]", re.DOTALL)
_NAME = re.compile(r"(?P<name>[^,(]+?)\d*(?:\s*\((?P<behalf>[^)]*)\))?\s*(?:,|$)")
_BEHALF = re.compile(r"(?:also )?on behalf of (?:the )?(?P<group>.+)")


def read_report(text: str) -> list[Listed]:
    """Everybody the report names under (a), (b) ..., in its order."""
    return [
        _listed(found)
        for part in _LIST.finditer(text)
        for found in _NAME.finditer(" ".join(part["names"].split()))
    ]


def _listed(found: re.Match[str]) -> Listed:
    name, behalf = found["name"].strip(), found["behalf"] or ""
    group = _BEHALF.fullmatch(behalf)
    if group is None and behalf:
        name = f"{name} ({behalf})"
    return Listed(name, group["group"] if group else "")
