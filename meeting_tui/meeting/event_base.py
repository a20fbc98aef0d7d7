"""The base of everything that is recorded as having happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; `name` is the name in the log and never changes."""

    name: ClassVar[str] = ""
