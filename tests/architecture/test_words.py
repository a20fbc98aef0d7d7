"""Every sentence stands once, in English and Chinese, and takes the same values in both.

Also the other way round: every sentence the program asks for by its key is there, with the
values it needs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from meeting_tui import words

PACKAGE = Path(words.__file__).resolve().parents[1]


def placeholders(sentence: str) -> set[str]:
    """The names of the values a sentence takes; an unnamed one is the empty name."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def shown(sentence: str) -> set[str]:
    """The values a sentence shows, without those that only choose between two words."""
    return {
        name
        for _, name, chosen, _ in Formatter().parse(sentence)
        if name is not None and "|" not in (chosen or "")
    }


def said() -> Iterator[tuple[str, ast.Call]]:
    """Each `say("a.key", ...)` of the package, with the place where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and key_of(node):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def key_of(call: ast.Call) -> str | None:
    """The key that a call of `say` or `Sentence` names outright, or None."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else None
    name = call.func.id if isinstance(call.func, ast.Name) else name
    first = call.args[0]
    if (
        name in ("say", "Sentence")
        and isinstance(first, ast.Constant)
        and isinstance(first.value, str)
    ):
        return first.value
    return None


@pytest.mark.parametrize("area", sorted(words.AREAS))
def test_area_is_whole(area: str) -> None:
    sentences = words.sentences(area)

    assert [key for key in sentences if key.partition(".")[0] != area] == []
    assert [key for key, pair in sentences.items() if not all(text.strip() for text in pair)] == []
    assert [
        key
        for key, (en, zh) in sentences.items()
        if not shown(en) <= placeholders(zh) <= placeholders(en)
    ] == []
    assert [
        key for key, pair in sentences.items() if any("" in placeholders(text) for text in pair)
    ] == []


def test_every_file_of_sentences_is_of_an_area() -> None:
    files = {path.stem for path in (PACKAGE / "words").glob("*.py")} - {"__init__"}

    assert files == {name for names in words.AREAS.values() for name in names.split()}
    for name in files:
        said = import_module(f"meeting_tui.words.{name}").SENTENCES
        areas = {key.partition(".")[0] for key in said}
        assert all(name in words.AREAS[area].split() for area in areas), name


def test_every_sentence_asked_for_is_there_with_its_values() -> None:
    wrong = []
    for place, call in said():
        key = key_of(call) or ""
        area = key.partition(".")[0]
        if area not in words.AREAS or key not in words.sentences(area):
            wrong.append(f"{place} {key}: no such sentence")
            continue
        given = {keyword.arg for keyword in call.keywords}
        missing = placeholders(words.sentences(area)[key][0]) - given - {"language"}
        if None not in given and missing:
            wrong.append(f"{place} {key}: without {', '.join(sorted(missing))}")

    assert wrong == []


def test_values_are_put_in_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = ("{who} speaks.", "{who}发言。")
    monkeypatch.setitem(words.sentences("refusal"), "refusal.example", pair)

    assert words.say("refusal.example", who="{[State Party]}") == "{[State Party]} speaks."
    assert words.say("refusal.example", "zh", who="墨西哥") == "墨西哥发言。"
    with pytest.raises(KeyError):
        words.say("refusal.no_such_sentence")


def test_an_area_that_two_threads_ask_for_is_whole_for_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = dict(words.sentences("draft"))
    asked: list[int] = []
    load = import_module

    def slowly(name: str) -> Any:
        asked.append(len(asked))
        if len(asked) == 1:
            with ThreadPoolExecutor(1) as other:  # asks while the first is at it
                assert other.submit(words.sentences, "draft").result() == whole
        return load(name)

    monkeypatch.setattr(words, "_loaded", {})
    monkeypatch.setattr("meeting_tui.words.import_module", slowly)

    assert words.sentences("draft") == whole
    assert len(asked) == 2


def texts_of_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every text the package's code names outright, and what its f-strings may come to."""
    texts: set[str] = set()
    made: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name == "words" and path.stem != "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [str(p.value) if isinstance(p, ast.Constant) else None for p in node.values]
                made.add("".join(".+" if part is None else re.escape(part) for part in parts))
    in_words = (each for each in made if re.search("[a-z]{3}", re.sub(r"^\w+\\\.", "", each)))
    return texts, [re.compile(each) for each in in_words]


def test_every_sentence_is_asked_for_somewhere() -> None:
    texts, made = texts_of_code()
    starts = tuple(each for each in texts if re.fullmatch(r"\w+\.[\w.]+[_.]", each))
    ends = {each for each in texts if each.startswith(("_", ".")) and len(each) > 1}

    def is_asked_for(key: str) -> bool:
        rest = key.partition(".")[2]
        return (
            bool({key, rest} & texts)
            or bool(
                {key.rpartition(".")[0], rest.rpartition(".")[0]} & texts if "." in rest else ()
            )
            or any(
                {rest[:at], rest[at + 1 :]} <= texts for at in range(len(rest)) if rest[at] == "_"
            )
            or key.startswith(starts)
            or any(key.endswith(end) and key.removesuffix(end) in texts for end in ends)
            or any(each.fullmatch(tried) for each in made for tried in (key, rest))
        )

    keys = [key for area in words.AREAS for key in words.sentences(area)]
    by_declaration = ("act.", "happened.", "plan.", "refusal.")  # tested by what is declared
    assert [
        key for key in keys if not key.startswith(by_declaration) and not is_asked_for(key)
    ] == []
