"""What the plan and the rules keep to besides their types, declared where each field is.

Pydantic checks a file by it and takes a tenth of a second to import; so it is told here in its
own terms and without being imported, and a session that is gone on with needs it for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, get_type_hints

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Check:
    """One thing a field keeps to, as a mark on its declared type."""

    def __init__(self, constraint: Mapping[str, Any], holds: Callable[[Any], object]) -> None:
        """`constraint` says it in pydantic's words; `holds` is true of a value that keeps to it."""
        self.constraint = constraint
        self.holds = holds

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> Any:
        schema: Any = handler(source)
        schema.update(self.constraint)
        return schema


AN_ID = Check({"pattern": r"^[\w.-]+$"}, re.compile(r"[\w.-]+").fullmatch)
NOT_EMPTY = Check({"min_length": 1}, len)
UPPER_CASE = Check({"to_upper": True}, lambda text: text == text.upper())
MAJORITY = "majority"
_SHARE = re.compile(r"[1-9]\d?/[1-9]\d?|majority")
A_SHARE = Check({"pattern": rf"^({_SHARE.pattern})$"}, _SHARE.fullmatch)
FROM_ZERO = Check({"ge": 0}, lambda number: number >= 0)
FROM_ONE = Check({"ge": 1}, lambda number: number >= 1)


class Frozen(Struct, frozen=True):
    """Base of all of the plan and of the rules; a file may say no key more."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return table_schema(cls, handler)


def table_schema(kind: type[Struct], handler: GetCoreSchemaHandler) -> CoreSchema:
    """How pydantic reads a table as a struct: strictly, with no key that it does not declare."""
    from pydantic_core import core_schema

    hints = get_type_hints(kind, include_extras=True)
    usual = defaults_of(kind)
    declared = []
    for name in kind.__struct_fields__:
        schema = handler.generate_schema(hints[name])
        if name in usual:
            schema = core_schema.with_default_schema(schema, default=usual[name])
        declared.append(core_schema.dataclass_field(name, schema))
    arguments = core_schema.dataclass_args_schema(kind.__name__, declared, extra_behavior="forbid")
    return core_schema.no_info_after_validator_function(lambda told: kind(**told[0]), arguments)


def defaults_of(kind: type[Struct]) -> dict[str, Any]:
    """The fields of a struct that may be left out, and what they are then."""
    defaults = kind.__struct_defaults__
    return dict(zip(reversed(kind.__struct_fields__), reversed(defaults), strict=False))


FIRST_YEAR, LAST_YEAR = 1900, 2500
"""Of any day of a meeting, so that sums with it stay within what a calendar has."""


def is_day(moment: date) -> bool:
    """Whether the day, or the instant, may be one of a meeting."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR
