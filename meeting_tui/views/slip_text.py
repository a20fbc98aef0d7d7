"""The Chair's slip asked for line by line, in the same sentences as `meeting-tui slip` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meeting_tui.views.slip import make_slip, slip_lines

if TYPE_CHECKING:
    from meeting_tui.views.plain_facts import Facts

_COMMAND = ("slip", "便条")


def is_slip_asked(line: str) -> bool:
    """Whether a typed line asks for the slip."""
    return line.strip().casefold() in _COMMAND


def slip_told(facts: Facts) -> list[str]:
    """The answer to it; blank lines, which a voice makes nothing of, are left out."""
    slip = make_slip(facts.state, facts.projection, facts.now, facts.language, facts.directory)
    return [each for each in slip_lines(slip, facts.language) if each.strip()]
