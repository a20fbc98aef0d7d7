"""The line of every key, however the file writes it."""

from __future__ import annotations

import tomllib
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.agenda.findings import shown_key
from meeting_tui.agenda.toml_lines import Place, key_lines, line_of

TEXT = '''# a comment = 1
plain = 1 # not = this
b.c = """
[no] = "table"
\\""" """
"q.\\u0041 #" = 'x' # quoted
'lit.eral' = {}
list = [ 1, # one = 1
  [2, 3],
  { x = '}', y.z = [] },
]
[table]
when=2026-03-19 10:00:00
[[items]]
id = "1"
[items.title]
en = "x"
[[items.segments]]
id = \'\'\'
a\'\'\'\'
[[items.segments]]
[[ items ]]
[items."title"]
'''


def test_lines_of_every_way_to_write_a_key() -> None:
    tomllib.loads(TEXT)
    lines = key_lines(TEXT)
    assert {
        ("plain",): 2,
        ("b", "c"): 3,
        ("q.A #",): 6,
        ("lit.eral",): 7,
        ("list", 0): 8,
        ("list", 1, 1): 9,
        ("list", 2, "y", "z"): 10,
        ("table", "when"): 13,
        ("items", 0): 14,
        ("items", 0, "title", "en"): 17,
        ("items", 0, "segments", 0, "id"): 19,
        ("items", 0, "segments", 1): 21,
        ("items", 1): 22,
        ("items", 1, "title"): 23,
    }.items() <= lines.items()
    assert key_lines(TEXT.replace("\n", "\r\n")) == lines


def test_line_of_what_is_not_there_is_that_of_its_table() -> None:
    lines = key_lines(TEXT)
    assert line_of(("items", 0, "title", "zh"), lines) == 16
    assert line_of(("items", 1, "minutes"), lines) == 22
    assert line_of(("zone",), lines) == 1


def test_places_are_shown_as_the_file_writes_them() -> None:
    assert shown_key(("zone",)) == "zone"
    assert shown_key(("title", "en")) == "title.en"
    assert shown_key(("items", 2, "segments", 0, "title", "en")) == "[[items.segments]] title.en"
    assert shown_key(("questions", 1, "asks", 0)) == "[[questions]] asks"
    assert shown_key(("items", 1)) == "items"


VALUES = st.recursive(
    st.integers(-9, 9) | st.booleans() | st.text() | st.dates() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


def places(value: Any, place: Place = ()) -> set[Place]:
    found = {place} if place else set()
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= places(inner, (*place, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            found |= places(inner, (*place, number))
    return found


@given(document=st.dictionaries(st.text(), VALUES, max_size=5), several_lines=st.booleans())
def test_every_key_of_any_document_has_its_line(
    document: dict[str, Any], several_lines: bool
) -> None:
    text = tomli_w.dumps(document, multiline_strings=several_lines)
    lines = key_lines(text)
    assert set(lines) == places(tomllib.loads(text))
    assert all(1 <= line <= text.count("\n") for line in lines.values())
