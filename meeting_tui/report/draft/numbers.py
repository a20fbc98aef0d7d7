"""How a report says by how many: States by a word of its table, others exactly, class by class.

There is no official convention for the words, so the bands are a table that a session may replace.
Where it is known how many spoke on the matter, what share of them it was goes before the number:
"all but two" says more than "many" of 30 among 32. "All" and "consensus" are never said by
themselves: silence is not assent.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.meeting.facts import DEFAULT_BANDS, Bands
from meeting_tui.report.positions import Count, Tally
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.words import say

MOST = "most"
MOST_FROM = 4
"""So many at least: two of three are a few, not most."""
MAJORITY = "majority"
MAJORITY_PERCENT = 75
ALL_BUT = "all_but"
ALL_BUT_PERCENT = 90
ALL_BUT_LEFT = 3
"""So many others at most."""
SHARES_AMONG = 10
"""Of fewer that spoke no larger share than "most" is told."""


class Quantity(Struct, frozen=True):
    """A word for a number, as a report says it."""

    word: str
    """One of the bands; `most`, `majority` or `all_but`."""
    left: int = 0
    """Of `all_but`: how many spoke on the matter and are not among them."""


def quantity(count: int, among: int | None = None, bands: Bands = DEFAULT_BANDS) -> Quantity:
    """The word for `count`, at least one, of `among` that spoke on the matter.

    `among`: None where those that spoke are themselves what is counted.
    """
    if bands.has_most and among is not None:
        share, left = 100 * count / among, among - count
        if among >= SHARES_AMONG and share >= ALL_BUT_PERCENT and 0 < left <= ALL_BUT_LEFT:
            return Quantity(ALL_BUT, left)
        if among >= SHARES_AMONG and share >= MAJORITY_PERCENT:
            return Quantity(MAJORITY)
        if count >= MOST_FROM and 2 * count > among:
            return Quantity(MOST)
    return Quantity(next(word for word, least in reversed(bands.words) if count >= least))


class Numbers:
    """The sentences of one report, and its words for numbers."""

    def __init__(self, report: MeetingReport, *, is_clean: bool) -> None:
        """`is_clean`: without the figures behind the words."""
        self.report = report
        self.is_clean = is_clean
        self.is_counted = report.naming != "anonymous"

    def say(self, key: str, **params: str | int) -> str:
        """The sentence of that key; quotation marks within quotation marks are single ones."""
        return _quotes_within(say(key, self.report.language, **params))

    def listed(self, names: Sequence[str]) -> str:
        """`A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        first = self.say("draft.comma").join(names[:-1])
        return self.say("draft.and", first=first, last=names[-1])

    def first(self, names: Sequence[str]) -> str:
        """`A, B, C`: some of more."""
        return self.say("draft.comma").join(names)

    def number(self, noun: str, count: int) -> str:
        """`1 statement`, `7 statements`: one of the nouns that are counted."""
        return self.say(f"draft.{noun}.{'one' if count == 1 else 'other'}", count=count)

    def in_figures(self, count: int) -> str:
        """A number as it stands in a sentence: there are words up to nine."""
        return self.say(f"draft.number.{count}") if count in range(1, 10) else str(count)

    def of_class(self, name: str, count: int, *, is_figure: bool = False) -> str:
        """`one regional organisation`, `18 States`: so many of a class of delegations."""
        key = f"draft.class.{name}.{'one' if count == 1 else 'other'}"
        return self.say(key, count=str(count) if is_figure else self.in_figures(count))

    def classes(self, by: Tally) -> str:
        """`18 States and one regional organisation`: how many of each class, exactly.

        Chinese has figures for all where one is above nine, and among other figures.
        """
        is_large = not self.is_clean or any(count > 9 for _, count in by.told)
        is_figure = self.report.language == "zh" and is_large
        return self.listed(
            [self.of_class(name, count, is_figure=is_figure) for name, count in by.told]
        )

    def who_in_words(self, by: Tally, among: int | None = None) -> str:
        """`several States and one regional organisation`: States by their word, others exactly.

        `among`: the States that spoke on the matter, where those counted are a part of them.
        """
        others = [self.of_class(name, count) for name, count in by.told if name != "states"]
        if not by.states:
            return self.listed(others)
        found = quantity(by.states, among, self.report.bands)
        if found.word == ALL_BUT:
            states = self.say("draft.who.all_but", left=self.in_figures(found.left))
        else:
            states = self.say(f"draft.who.{found.word}")
        if others and found.word in (ALL_BUT, MAJORITY, MOST):
            return self.say("draft.as_well_as", first=states, last=self.listed(others))
        return self.listed([states, *others])

    def who_many(self, by: Count, among: Count | None = None) -> str:
        """Who said something, in words; with the figures behind it where the report has them.

        `several States (8 States; nine statements; 34 States behind them)`. `among`: all who spoke
        on the matter. Without counts where the report has none.
        """
        if not self.is_counted:
            return self.say("draft.delegations_at_large")
        who = self.who_in_words(by.by, among.by.states if among else None)
        if self.is_clean:
            return who
        key = "draft.counted" if by.by.states > 1 else "draft.counted_plain"
        values = {"who": who, "statements": self.number("statements", by.statements)}
        if by.by.states > 1:
            values["classes"] = self.classes(by.by)
        if by.states != by.by.states:
            key, values["states"] = f"{key}_behind", self.number("states", by.states)
        return self.say(key, **values)


def _quotes_within(text: str) -> str:
    """`“a “b” c”` as `“a ‘b’ c”`; as it is where the marks are not in pairs."""
    if text.count("“") < 2 or text.count("“") != text.count("”"):
        return text
    found, depth = [], 0
    for sign in text:
        depth += (sign == "“") - (sign == "”")
        within = {"“": "‘" if depth > 1 else sign, "”": "’" if depth > 0 else sign}
        found.append(within.get(sign, sign))
    return "".join(found)
