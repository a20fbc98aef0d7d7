"""Lines of every act there is, made from the syntax it declares; no list is kept by hand.

`close item [carry|not-reached]` gives `close item`, `close item carry` and so on. What stands for
something else (`D`, `HH:MM`) is one of its `WORDS`. A new act is tried from the moment it is
declared; a new sign in its syntax needs its words here.
"""

from __future__ import annotations

import re
from functools import cache

from hypothesis import strategies as st

from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES
from tests.properties import typed_lines

SPOKEN = ("question", "presentation", "statement")
WORDS: dict[str, tuple[str, ...]] = {
    "D": typed_lines.WHO,
    "N": ("1", "2", "3"),
    "K": SPOKEN,
    "ID": ("1", "2", "3", "2.1", "2.2", "3.1", "3.2", "n1"),
    "ITEM": ("1", "2", "3"),
    "SITTING": ("1", "2"),
    "POINT": ("n1", "n2"),
    "M:SS": ("2:00", "0:30", "2 min", "90 s"),
    "HH:MM": ("10:00", "10.05", "12:30", "15:30", "6 p.m."),
    "HH:MM[:SS]": ("10:00", "10:00:10", "10:00:30", "10:01", "下午3时"),
    "MINUTES": ("10", "45", "90"),
    "TEXT": ("noted", "{0} [b]", "“好”（A）", "because late"),
    '"TEXT"': ('"the survey"',),
    "TITLE": ("Next", '"A b"'),
    "NAME": ('"Friends of the List"', "smith", "the Vice-Chair"),
    "NAME[, TITLE]": ("A. Smith", "A. Smith, Ambassador"),
    "FILE": ("speech.txt",),
    "TAG": ("a1", "a6", "p1"),
    "KIND": (*(f"/{each}" for each in KINDS), *SPOKEN),
    "STANCE": tuple(f"/{each}" for each in STANCES if each != "none"),
    "AUDIENCE": tuple(f"/{each}" for each in AUDIENCES),
    "TIER": ("group", "states"),
    "SEGMENT": ("2.1", "3.2"),
    "GROUP": ("eu", "weog"),
    "LANG": ("en", "fr", "zh"),
    "X": ("x1", "x2"),
    "WORD=N": ("one=1", "many=3"),
    "…": ("1:00 for fra",),
}
"""What a sign of the syntax stands for."""
_UNIT = re.compile(
    r"HH:MM\[:SS\]|NAME\[, TITLE\]|\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\](?:\|\S+)?|\S+"
)
_BAR = re.compile(r"\|(?![^\[]*\])")
"""Between two ways to go on, outside of brackets."""


def lines_of(act: Act) -> st.SearchStrategy[str]:
    """Lines that name the act and go on as its parts say, some with an exclamation mark."""
    name = st.sampled_from(("", "", "", "!")).map(lambda mark: " ".join(act.words) + mark)
    parts = [written(each.shown) for each in act.parts if each.shown]
    return st.tuples(name, *parts).map(_joined)


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word)


@cache
def written(syntax: str) -> st.SearchStrategy[str]:
    """What may be written for a part of a syntax.

    A bar stands between two words in `on D|N` and between two sentences in `under ITEM|on D`; so
    both are tried.
    """
    ways = [_in_a_row(syntax)]
    whole = _BAR.split(syntax)
    if len(whole) > 1:
        ways += [_in_a_row(each) for each in whole]
    return st.one_of(ways)


@cache
def _in_a_row(syntax: str) -> st.SearchStrategy[str]:
    found = [_unit(each) for each in _UNIT.findall(syntax)]
    return st.tuples(*found).map(_joined)


def _unit(unit: str) -> st.SearchStrategy[str]:
    if unit in WORDS:
        return st.sampled_from(WORDS[unit])
    if unit == "...":
        return st.just("")
    if unit.startswith("["):
        within, _, other = unit[1:].rpartition("]")
        others = [_unit(each) for each in other.split("|") if each]
        return st.one_of(st.just(""), written(within), *others)
    if "|" in unit:
        return st.one_of([_unit(each) for each in unit.split("|")])
    if unit.isupper():
        raise KeyError(f"no words are known for {unit}: add them to WORDS")
    return st.just(unit)


any_act = st.one_of([lines_of(each) for each in ACTS])
"""A line of any act."""
