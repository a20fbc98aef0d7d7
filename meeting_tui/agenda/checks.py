"""What the plan and the rules keep to besides their types, declared where each field is.

Pydantic checks a file by it and takes a tenth of a second to import; so it is told here in its
own terms and without being imported, and a session that is gone on with needs it for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import Field
from typing import TYPE_CHECKING, Any, ClassVar

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


class Frozen:
    """Base of all of the plan and of the rules, each a `record`; a file may say no key more."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "strict": True}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        made: Any = handler.resolve_ref_schema(schema)
        # A table is a table, however strict one is about what is in it.
        made["strict"] = False
        return schema


FIRST_YEAR, LAST_YEAR = 1900, 2500
"""Of any day of a meeting, so that sums with it stay within what a calendar has."""


def is_day(moment: date) -> bool:
    """Whether the day, or the instant, may be one of a meeting."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR
