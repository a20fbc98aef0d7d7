"""Small frozen values, quickly made: what `dataclass(frozen=True)` gives, nothing compiled.

The standard decorator compiles six methods for each class, a millisecond or so on a slow machine;
with some hundred and fifty of them the first screen would come a tenth of a second later. Here the
methods are shared. `dataclasses.replace`, `fields` and `match` work as they do for any dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen value: equal by its fields, hashable, with a readable `repr`."""
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__  # else its signature is worked out to say it
    made = dataclass(init=False, eq=False, repr=False)(cls)
    found = fields(made)  # type: ignore[arg-type]
    required = {each.name: each for each in found}
    names = tuple(required)
    compared = tuple(each.name for each in found if each.compare)
    makers: dict[str, Callable[[], Any]] = {}
    for each in found:
        if each.default_factory is not MISSING:
            makers[each.name] = each.default_factory
        elif each.default is not MISSING:
            makers[each.name] = _constant(each.default)
    methods = {
        "__init__": _init(names, makers),
        "__eq__": _equal(compared, whole=compared == names),
        "__hash__": _hash(compared),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(made, name, method)
    return made


def _constant(value: Any) -> Callable[[], Any]:
    return lambda: value


def _init(names: tuple[str, ...], makers: dict[str, Callable[[], Any]]) -> Callable[..., None]:
    count, known = len(names), frozenset(names)

    def initialise(self: Any, *args: Any, **kwargs: Any) -> None:
        values = self.__dict__
        values.update(zip(names, args, strict=False))
        twice = not values.keys().isdisjoint(kwargs)
        if twice or len(args) > count or not known.issuperset(kwargs):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}, each once")
        values.update(kwargs)
        if len(values) != count:
            for name in names:
                if name not in values:
                    if name not in makers:
                        raise TypeError(f"{type(self).__name__} needs {name}")
                    values[name] = makers[name]()

    return initialise


def _equal(compared: tuple[str, ...], *, whole: bool) -> Callable[[Any, object], Any]:
    def equals(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        if whole:
            return self.__dict__ == other.__dict__
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    return equals


def _hash(compared: tuple[str, ...]) -> Callable[[Any], int]:
    def hash_of(self: Any) -> int:
        return hash(tuple([getattr(self, name) for name in compared]))

    return hash_of


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
