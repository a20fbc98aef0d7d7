"""Values of which a part does not count when two of them are compared.

All other values are `msgspec.Struct`, frozen: equal by their fields, hashable, quickly made.
"""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec import Struct


class WithAsides(Struct, frozen=True, eq=False):
    """Base of a value with fields that two equal ones need not share."""

    ASIDES: ClassVar[frozenset[str]] = frozenset()
    """Their names; a `repr` does not show them either."""

    def _counted(self) -> tuple[Any, ...]:
        asides = self.ASIDES
        return tuple([getattr(self, n) for n in self.__struct_fields__ if n not in asides])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WithAsides) or other.__class__ is not self.__class__:
            return NotImplemented
        return self._counted() == other._counted()

    def __hash__(self) -> int:
        return hash(self._counted())

    def __repr__(self) -> str:
        names = (name for name in self.__struct_fields__ if name not in self.ASIDES)
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"
