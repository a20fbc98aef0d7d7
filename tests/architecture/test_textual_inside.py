"""What of Textual's own affairs is used stands in one file, and the installed Textual has it."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from meeting_tui.ui.textual_inside import USED

CHECKOUT = Path(__file__).resolve().parents[2]
ONE_FILE = "meeting_tui.ui.textual_inside"
NOT_ON_WINDOWS = ("textual.drivers.linux_driver", "meeting_tui.ui.terminal_driver")


def is_own_affair(name: str) -> bool:
    """Whether a name is one that its class does not offer to others."""
    return name.startswith("_") and not name.startswith("__")


def class_named(path: str) -> type:
    """The class at a dotted path."""
    module, _, name = path.rpartition(".")
    found: type = getattr(import_module(module), name)
    return found


@cache
def names_within(kind: type) -> frozenset[str]:
    """What a class, without those it is based on, has of its own affairs: also on its instances."""
    names = {each for each in vars(kind) if is_own_affair(each)}
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    set_on_self = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) == "self"
    }
    return frozenset(each for each in names | set_on_self if is_own_affair(each))


def of_textual(kind: type) -> list[type]:
    """The classes of Textual that a class is based on, or is."""
    return [each for each in kind.__mro__ if each.__module__.startswith("textual")]


def modules() -> Iterator[ModuleType]:
    """Each module of the screens, but for the one file."""
    for path in sorted((CHECKOUT / "meeting_tui" / "ui").rglob("*.py")):
        name = ".".join(path.relative_to(CHECKOUT).with_suffix("").parts)
        if name != ONE_FILE and not (sys.platform == "win32" and name in NOT_ON_WINDOWS):
            yield import_module(name.removesuffix(".__init__"))


def names_used(tree: ast.AST) -> set[str]:
    """The own affairs, of whomever, that code defines, calls, reads or sets."""
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return {each for each in used if is_own_affair(each)}


def test_only_what_is_listed_is_used_of_textual_s_own_affairs() -> None:
    listed = {(name, class_named(path)) for path, names in USED.items() for name in names}
    found = []
    for module in modules():
        for name, kind in vars(module).items():
            if not inspect.isclass(kind) or kind.__module__ != module.__name__:
                continue
            bases = of_textual(kind)
            theirs = {each for base in bases for each in names_within(base)}
            here = {each for each, owner in listed if owner in bases}
            tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
            found += [
                f"{module.__name__} {name}: {each}" for each in names_used(tree) & theirs - here
            ]

    assert found == []


def test_nothing_is_taken_from_textual_s_own_modules_elsewhere() -> None:
    found = []
    for module in modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                names = [*(node.module or "").split("."), *(each.name for each in node.names)]
                found += [f"{module.__name__}: {each}" for each in names if is_own_affair(each)]

    assert found == []


@pytest.mark.parametrize(("path", "name"), [(p, n) for p, names in USED.items() for n in names])
def test_the_installed_textual_has_each_name(path: str, name: str) -> None:
    if sys.platform == "win32" and path.startswith(NOT_ON_WINDOWS):
        pytest.skip("there is no such driver on this system")

    assert any(name in names_within(each) for each in of_textual(class_named(path)))


def test_each_name_that_is_listed_is_used() -> None:
    sources = [inspect.getsource(module) for module in modules()]
    sources.append(inspect.getsource(import_module(ONE_FILE)))
    used = {name for each in sources for name in names_used(ast.parse(each))} | {
        "_dispatch_message"
    }
    if sys.platform == "win32":
        used |= {*USED["textual.drivers.linux_driver.LinuxDriver"]}

    assert [name for names in USED.values() for name in names if name not in used] == []
