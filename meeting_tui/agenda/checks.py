"""What the plan and the rules keep to besides their types, declared where each field is.

Pydantic reads a file by it and says what is wrong; it takes a tenth of a second to import. A log is
read by the same declarations without it, so that a session that is continued opens at once.
"""

from __future__ import annotations

from functools import partial, reduce
from operator import or_
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from datetime import date

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


AN_ID = Meta(pattern=r"^[\w.-]+\Z")
NOT_EMPTY = Meta(min_length=1)
UPPER_CASE = Meta(extra={"to_upper": True})
"""A file may say it in lower case; a log never does."""
MAJORITY = "majority"
A_SHARE = Meta(pattern=rf"^([1-9]\d?/[1-9]\d?|{MAJORITY})\Z")
FROM_ZERO = Meta(ge=0)
FROM_ONE = Meta(ge=1)


class Frozen(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all of the plan and of the rules; a file may say no key more."""

    ALWAYS: ClassVar[frozenset[str] | None] = None
    """Fields that a log always has; None for all. With its usual value any other is left out, as it
    is in logs from before there was such a field."""

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
        schema = handler.generate_schema(_hint_for_pydantic(hints[name]))
        if name in usual:
            schema = core_schema.with_default_schema(schema, default=usual[name])
        declared.append(core_schema.dataclass_field(name, schema))
    arguments = core_schema.dataclass_args_schema(kind.__name__, declared, extra_behavior="forbid")
    return core_schema.no_info_after_validator_function(lambda told: kind(**told[0]), arguments)


def in_pydantics_words(mark: Meta) -> dict[str, Any]:
    """What a mark on a type asks for, as pydantic says it."""
    told = {"ge": mark.ge, "min_length": mark.min_length, **(mark.extra or {})}
    if mark.pattern is not None:
        told["pattern"] = mark.pattern.replace(r"\Z", "$")  # which is the very end there
    return {key: value for key, value in told.items() if value is not None}


def _hint_for_pydantic(hint: Any) -> Any:
    """A declared type with its marks put so that pydantic keeps to them."""
    from pydantic import GetPydanticSchema

    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal or not parts:
        return hint
    inner = _hint_for_pydantic(parts[0])
    if origin is Annotated:
        marks = [GetPydanticSchema(partial(_marked, mark)) for mark in parts[1:]]
        return Annotated[inner, *marks]
    if origin is tuple:
        return origin[inner, ...]
    return reduce(or_, map(_hint_for_pydantic, parts))


def _marked(mark: Meta, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    schema: Any = handler(source)
    schema.update(in_pydantics_words(mark))
    made: CoreSchema = schema
    return made


def defaults_of(kind: type[Struct]) -> dict[str, Any]:
    """The fields of a struct that may be left out, and what they are then."""
    defaults = kind.__struct_defaults__
    return dict(zip(reversed(kind.__struct_fields__), reversed(defaults), strict=False))


FIRST_YEAR, LAST_YEAR = 1900, 2500
"""Of any day of a meeting, so that sums with it stay within what a calendar has."""


def is_day(moment: date) -> bool:
    """Whether the day, or the instant, may be one of a meeting."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR
