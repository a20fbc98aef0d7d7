"""Where the tags of a template run: they see what they are given, and can do only so much.

A template from outside must neither fill the memory nor run for ever. All that its tags make is
counted before it is made, and so is each step of a loop and each call; a report needs a small part
of what they may spend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST = 100_000_000
"""Characters that the tags of one file may make or go through."""
_STEP = 1000
"""What a step of a loop, a call or a look at a value costs: it takes as long as so many."""
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
    *("forceescape", "format", "groupby", "int", "items", "join", "last", "length", "list"),
    *("lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round"),
    *("safe", "select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique"),
    *("upper", "wordcount"),
)
_GROWING = (
    *("center", "encode", "expandtabs", "format", "format_map", "join", "ljust", "replace"),
    *("rjust", "to_bytes", "translate", "zfill"),
)
"""Methods of texts and numbers that make more of them; filters do what a report needs."""
_WIDE = re.compile(r"%[^%a-zA-Z]*(\*|\d{4})")


class TooMuch(SecurityError):
    """A template makes or goes through more than any report needs."""


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """The values of a report, the filters that suit them, and a limit on what is made of them."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, *, autoescape: bool) -> None:
        """`autoescape`: people's text becomes XML."""
        super().__init__(autoescape=autoescape, undefined=StrictUndefined, finalize=self._measured)
        self._left = MOST
        self.concat = self._joined_pieces  # type: ignore[method-assign]
        self.globals.pop("lipsum")
        self.filters = {name: self._counting(name, self.filters[name]) for name in _FILTERS}
        self.filters |= {"_steps": self._steps, "_measured": self._measured}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a tag may use it."""
        grows = attr in _GROWING and isinstance(obj, (str, int))
        return not grows and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """A text fills in no others; the filter `format` does."""

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a macro or a method; costs a step."""
        __self._spend(_STEP)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `+`, `*`, `**` or `%`, once it is known that it is not too much."""
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            self._spend(left.bit_length() * abs(right))
        elif operator == "%" and isinstance(left, str):
            _refuse_wide(left)
            self._spend(len(left) * self._size(right))
        elif operator == "*" and not (isinstance(left, int) and isinstance(right, int)):
            times = next((abs(each) for each in (left, right) if isinstance(each, int)), 1)
            self._spend(self._size(left if isinstance(right, int) else right) * times)
        else:
            self._spend(self._size(left) + self._size(right))
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _through("_steps", loop.iter)
        for text in list(source.find_all(nodes.Concat)):
            text.nodes = [_through("_measured", each) for each in text.nodes]
        source.set_environment(self)
        return super()._generate(source, *args, **kwargs)

    def _spend(self, cost: int) -> None:
        self._left -= cost
        if self._left < 0:
            raise TooMuch("too much")

    def _steps(self, values: Iterable[Any]) -> Iterator[Any]:
        for each in values:
            self._spend(_STEP)
            yield each

    def _measured(self, value: Any) -> Any:
        self._size(value)
        return value

    def _size(self, value: Any) -> int:
        """Characters of a value as text, about; going through it is spent as well."""
        match value:
            case str():
                size = len(value)
            case int():
                size = value.bit_length() // 3 + 1
            case dict():
                size = sum(self._size(key) + self._size(each) for key, each in value.items())
            case list() | tuple() | set() | frozenset():
                size = sum(self._size(each) for each in value)
            case _:
                size = 1
        self._spend(size + _STEP)
        return max(1, size)

    def _joined_pieces(self, pieces: Iterable[str]) -> str:
        whole = []
        for each in pieces:
            self._spend(len(each))
            whole.append(each)
        return "".join(whole)

    def _counting(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that spends what it may make before it makes it."""
        first = 1 if hasattr(work, "jinja_pass_arg") else 0

        @wraps(work)
        def counted(*args: Any, **kwargs: Any) -> Any:
            before, (value, *others) = args[:first], args[first:]
            if name == "join":
                value = list(self._steps(value))
            if name == "format":
                _refuse_wide(str(value))
            cost = self._size(value)
            for each in (*others, *kwargs.values()):
                cost *= self._size(each)
                if name == "round" and isinstance(each, int):
                    cost *= max(1, abs(each))
            self._spend(_STEP + cost)
            return work(*before, value, *others, **kwargs)

        return counted


def _refuse_wide(text: str) -> None:
    if _WIDE.search(text):
        raise TooMuch("too wide")


def _through(name: str, value: nodes.Node) -> nodes.Filter:
    """What the value is after a filter."""
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)
