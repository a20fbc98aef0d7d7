"""Speaking time in names and figures, for the screen, the command and other programs.

The sums are made in `meeting.speaking_time` and `meeting.not_heard`; here they get their names in
one language, so that a screen, a printed line and a table of JSON say the same.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import KINDS
from meeting_tui.meeting.heard import NOT_AWAITED
from meeting_tui.meeting.not_heard import NotHeard
from meeting_tui.meeting.speaking_time import (
    ORGANISATIONS,
    OUTSIDE,
    PODIUM,
    SpeakingTime,
)
from meeting_tui.words import say

DOTTED, EIGHTHS = "▒", " ▏▎▍▌▋▊▉█"
_DELEGATIONS = ("waiting", "missed", "elsewhere")


class Naming(Struct, frozen=True):
    """Names of delegations, kinds and regions in one language."""

    directory: Directory
    language: str

    def row(self, row: str, by: str) -> str:
        """The name of a row of speaking time."""
        if by == "kind":
            return self.kind(row)
        return self.region(row) if by == "region" else self.delegation(row)

    def delegation(self, code: str) -> str:
        """A delegation's name; one nobody knows as it was typed."""
        return self.directory.name(code, self.language)

    def kind(self, kind: str) -> str:
        """A kind of delegation, in the plural."""
        plural = kind in KINDS and kind not in NOT_AWAITED
        return say(f"more.heard_{kind}" if plural else f"screen.kind_{kind}", self.language)

    def region(self, region: str) -> str:
        """A region, or what stands for one."""
        if region in (OUTSIDE, ORGANISATIONS, PODIUM):
            return say(f"times.region_{region}", self.language)
        return self.directory.group_name(region, self.language)

    def missing(self, found: NotHeard) -> list[tuple[str, tuple[str, ...]]]:
        """Label and names of those not heard, the most urgent first; none where none are."""
        named = {
            "waiting": map(self.delegation, found.waiting),
            "regions": map(self.region, found.regions),
            "kinds": map(self.kind, found.kinds),
            "missed": map(self.delegation, found.missed),
            "elsewhere": map(self.delegation, found.elsewhere),
        }
        lines = []
        for which, names in named.items():
            who, label = tuple(names), say(f"times.{which}", self.language)
            if which in _DELEGATIONS:
                label = say("times.who_counted", self.language, label=label, count=len(who))
            if who:
                lines.append((label, who))
        return lines

    def missing_lines(self, found: NotHeard) -> list[str]:
        """The same as whole lines; one that says so where nobody is missing."""
        between = say("times.between", self.language)
        lines = [
            say("times.line", self.language, label=label, who=between.join(who))
            for label, who in self.missing(found)
        ]
        return lines or [say("times.each_heard", self.language)]


def bar_parts(seconds: float, group_seconds: float, longest: float, width: int) -> tuple[str, str]:
    """A bar as long as its part of the longest, in `width` cells and exact to an eighth of one.

    What was spoken for a group comes first, dotted, in whole cells; who spoke at all has some.
    """
    if seconds <= 0 or longest <= 0 or width <= 0:
        return "", ""
    eighths = max(round(seconds / longest * width * 8), 1)
    full, rest = divmod(min(eighths, width * 8), 8)
    if group_seconds >= seconds:
        return DOTTED * max(round(eighths / 8), 1), ""
    dotted = min(round(group_seconds / seconds * full), full)
    return DOTTED * dotted, EIGHTHS[8] * (full - dotted) + (EIGHTHS[rest] if rest else "")


def percents(times: SpeakingTime) -> dict[str, str]:
    """Row -> its share in whole per cent; together they are 100, by the largest remainder.

    What is less than one per cent and not nothing is `<1`; the podium has no share.
    """
    exact = {each.id: each.share * 100 for each in times.rows if each.share > 0}
    whole = {key: int(share) for key, share in exact.items()}
    lacking = 100 - sum(whole.values()) if exact else 0
    for key in sorted(exact, key=lambda key: whole[key] - exact[key])[:lacking]:
        whole[key] += 1
    return {key: str(share) if share else "<1" for key, share in whole.items()}
