"""Any names of any participants, however joined and numbered, are those and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.delegations.directory import every_name
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribe
from tests.meeting.room import Room, said

LEXICON = Room().lexicon
NAMES = [
    (each.code, name)
    for each in LEXICON.directory.all()
    for name in dict.fromkeys((each.code, each.code.lower(), *every_name(each)))
    if name not in ("and", "et")
]
JOINED_BY = (
    *(", ", "; ", ",", "、", "，", "；", " & ", "\t", " "),
    *(" and ", ", and ", " et ", " y ", " e ", " и ", " و ", " و", "和", " 和 ", "以及"),
)
NUMBERED = (
    *("{n}. {name}", "{n}) {name}", "({n}) {name}", "• {name}", "- {name}", "{n} {name}"),
    *("{n} - {name}", "{n} – {name}", "{n}\t{name}", "{n}: {name}", "[{n}] {name}", "#{n} {name}"),
)
named = st.sampled_from(NAMES)


def meant(line: str) -> list[str]:
    """The codes a line means, each once."""
    found = read_line(line, LEXICON)
    assert not isinstance(found, Refusal), (line, said(found))
    assert isinstance(found, Inscribe), (line, found)
    assert all(who.known for who in found.whom), line
    return list(dict.fromkeys(who.code for who in found.whom))


def test_every_name_of_everybody_alone() -> None:
    for code, name in NAMES:
        assert meant(f"inscribe {name}") == [code], name
        assert meant(f"inscribe the {name}") == [code], name


@given(st.lists(named, min_size=2, max_size=6), st.data())
def test_names_in_a_line(names: list[tuple[str, str]], data: st.DataObject) -> None:
    line = names[0][1]
    for _, name in names[1:]:
        line += data.draw(st.sampled_from(JOINED_BY)) + name
    assert meant(f"inscribe {line}") == list(dict.fromkeys(code for code, _ in names))


@given(st.lists(named, min_size=2, max_size=6), st.sampled_from(NUMBERED))
def test_names_of_a_pasted_list(names: list[tuple[str, str]], form: str) -> None:
    line = "\n".join(form.format(n=n, name=name) for n, (_, name) in enumerate(names, 1))
    assert meant(f"inscribe {line}") == list(dict.fromkeys(code for code, _ in names))


@given(st.lists(named, min_size=1, max_size=4), st.integers(0, 4))
def test_one_word_that_is_no_name_refuses_them_all(names: list[tuple[str, str]], at: int) -> None:
    words = [name for _, name in names]
    words.insert(at, "Xyzzyx")
    found = read_line(f"inscribe {', '.join(words)}", LEXICON)
    assert isinstance(found, Refusal)
    assert "Xyzzyx" in said(found)
