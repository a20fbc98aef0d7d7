"""Every fault a person may meet is a sentence of the catalogue, so it is said in either language.

Errors are raised where nobody knows the reader's language; what they carry is a `Sentence`, which
is said where it is shown.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from meeting_tui import errors, words
from meeting_tui.errors import AgendaError, InvalidInput, MeetingTuiError, why
from meeting_tui.words import Sentence

PACKAGE = Path(words.__file__).resolve().parents[1]
AREAS = sorted(area for area in words.AREAS if area.endswith("fault"))
NAMES = {
    *("CSV", "Excel", "LINE", "PDF", "PostgreSQL", "SESSION", "TOML", "UTF", "Word", "pdf", "word"),
    *("act", "id", "key", "kind", "presentation", "schema", "seq"),
    *("comma", "dark", "en", "false", "light", "no", "semicolon", "system", "tab", "true", "yes"),
    "majority",
    "zh",
}
"""What stands in a Chinese sentence in Latin letters: names, and what is typed into files."""


@cache
def modules() -> dict[str, ast.Module]:
    """Each module of the package, parsed."""
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def error_classes() -> dict[str, ast.ClassDef]:
    """Every class below MeetingTuiError, and itself, by its name."""
    found: dict[str, ast.ClassDef] = {}
    classes = [
        node
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    before = -1
    while len(found) != before:
        before = len(found)
        for each in classes:
            bases = {base.id for base in each.bases if isinstance(base, ast.Name)}
            if each.name == "MeetingTuiError" or bases & found.keys():
                found[each.name] = each
    return found


def makes_its_own(name: str) -> bool:
    """Whether that class takes codes and values, of which it makes the sentence itself."""
    made = any(
        isinstance(node, ast.FunctionDef) and node.name == "__init__"
        for node in error_classes()[name].body
    )
    return made and name not in ("MeetingTuiError", "InvalidInput")


def made_errors() -> Iterator[tuple[str, ast.Call, ast.AST]]:
    """Each call that makes an error of ours: its place, itself, and what it stands in."""
    for file, tree in modules().items():
        scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for scope in scopes:
            for node in ast.walk(scope):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                if name in error_classes() and not makes_its_own(name):
                    yield f"{file}:{node.lineno}", node, scope


def is_worded(said: ast.AST, scope: ast.AST) -> bool:
    """Whether that expression is words in one language."""
    match said:
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp():
            return True
        case ast.Call(func=ast.Name(id="say" | "str")) | ast.Call(func=ast.Attribute(attr="say")):
            return True
        case ast.Name(id=name):
            return any(
                is_worded(value, scope)
                for node in ast.walk(scope)
                if isinstance(node, ast.Assign)
                for value in assigned(node, name)
            )
    return False


def assigned(node: ast.Assign, name: str) -> Iterator[ast.AST]:
    """What is given to that name, alone or among several."""
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == name:
            yield node.value
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for each, value in zip(target.elts, node.value.elts, strict=False):
                if isinstance(each, ast.Name) and each.id == name:
                    yield value


def test_no_error_is_raised_with_words_of_one_language() -> None:
    found = list(made_errors())

    assert len(found) > 80
    assert [place for place, call, scope in found if is_worded(call.args[0], scope)] == []


def test_errors_that_take_values_make_a_sentence_of_them() -> None:
    own = [name for name in error_classes() if makes_its_own(name)]
    worded = [
        name
        for name in own
        for node in ast.walk(error_classes()[name])
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        and is_worded(node.args[0], error_classes()[name])
    ]

    assert {"WriteRefused", "NewerSchema", "SessionMoved"} <= set(own)
    assert worded == []


def test_every_sentence_of_a_fault_is_there_and_used() -> None:
    asked = {
        node.value
        for file, tree in modules().items()
        if not file.startswith("words")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(rf"({'|'.join(AREAS)})\.\w+", node.value)
    }
    there = {key for area in AREAS for key in words.sentences(area)}

    assert sorted(asked - there) == []
    assert sorted(there - asked) == []


@pytest.mark.parametrize("area", AREAS)
def test_the_chinese_sentence_is_chinese(area: str) -> None:
    left = {
        key: word
        for key, (_, chinese) in words.sentences(area).items()
        for word in re.findall(
            r"[A-Za-z]{2,}",
            re.sub(r"`[^`]+`|\{\w+\}|--\w+( named)?|HH:MM(:SS)?", "", chinese),
        )
        if word not in NAMES
    }

    assert left == {}


def test_every_title_is_said_in_both_languages() -> None:
    kinds: list[type[MeetingTuiError]] = [MeetingTuiError]
    for kind in kinds:
        kinds += kind.__subclasses__()

    assert len(kinds) > 10
    for kind in kinds:
        if kind.__module__.startswith("meeting_tui"):
            english, chinese = str(kind.title), words.in_language(kind.title, "zh")
            assert english.isascii() and not chinese.isascii()


def test_place_fault_and_what_was_expected_are_said_in_either_language() -> None:
    error = AgendaError(
        Sentence("plan_fault.unknown_zone", name="Europe/Zürich"),
        path="day.toml",
        line=3,
        key="zone",
        expected=Sentence("fault.one_of", names=('"UTC"', '"Europe/Zurich"')),
    )

    assert str(error) == error.sentence("en")
    assert str(error) == (
        'day.toml:3: zone: unknown time zone "Europe/Zürich";'
        ' expected one of "UTC", "Europe/Zurich"'
    )
    assert error.sentence("zh") == (
        'day.toml:3：zone：未知的时区 "Europe/Zürich"；应为：以下之一："UTC"、"Europe/Zurich"'
    )


def test_what_others_say_is_passed_on_as_it_is() -> None:
    assert InvalidInput("{odd}", path="a").sentence("zh") == "a：{odd}"
    assert errors.told(ValueError("odd {")) == "odd {"
    assert errors.told(ValueError()) == "ValueError"
    assert why(OSError(4, "interrupted")) == "interrupted"
    assert why(OSError("odd")) == "odd"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (28, "No space left on device", "磁盘空间不足"),
        (13, "Permission denied", "没有权限"),
        (30, "Read-only file system", "磁盘是只读的"),
        (2, "No such file or directory", "没有这个文件或文件夹"),
    ],
)
def test_the_commonest_reasons_of_the_system_are_translated(
    number: int, english: str, chinese: str
) -> None:
    reason = errors.told(OSError(number, "what the system says"))

    assert (str(reason), words.in_language(reason, "zh")) == (english, chinese)
