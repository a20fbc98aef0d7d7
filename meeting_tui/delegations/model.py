"""Who may take the floor, as data."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from meeting_tui.values import WithAsides

KINDS = (
    "state_party",
    "signatory",
    "observer_state",
    "igo",
    "ngo",
    "industry",
    "secretariat",
    "guest",
)
"""Every kind of delegation; where look-ups tie, earlier kinds come first."""

STATES = ("state_party", "signatory", "observer_state")
"""Kinds that are States."""

PODIUM = ("secretariat", "guest")
"""Kinds (Secretariat, Chair, guest) that answer no question and take no position."""

GUEST = "GUEST"
"""The code of the invited guest in the list, in whose place a name is still to be entered."""

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
"""The languages delegations have names in: the six of the United Nations."""


class Delegation(WithAsides, frozen=True, eq=False):
    """One delegation of the directory."""

    ASIDES: ClassVar[frozenset[str]] = frozenset({"source"})

    code: str
    """Upper case; ISO 3166-1 alpha-3 for States, our own short code otherwise."""
    name: str
    """In English, as the ATT uses it."""
    kind: str
    """One of `KINDS`."""
    alpha2: str | None = None
    name_zh: str | None = None
    groups: tuple[str, ...] = ()
    """Groups it is a member of: `EU`, `CARICOM`, `UNRG:AG`, `REPORTING_CHAMPION:Europe`."""
    speaks_for: tuple[str, ...] = ()
    """Groups whose speaker it is (the EU for `EU` first)."""
    aligned_by_default: tuple[str, ...] = ()
    """Codes of the States that usually align with its statements (the EU's candidates)."""
    aliases: tuple[str, ...] = ()
    status_date: date | None = None
    """The kind is documented up to this day."""
    status_open: bool = False
    """Whether a later source says otherwise about the kind and nobody has confirmed it yet."""
    source: str = ""
    """Where the row comes from and what is doubtful about it."""
