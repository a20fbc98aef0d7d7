"""Wrong usage that the program itself finds, in the language of the call.

What the command line's own library finds wrong is told by that, in English like its help.
"""

from __future__ import annotations

import click

from meeting_tui.words import Sentence


class Misuse(click.UsageError):
    """Options that do not go together, or a value that none of them takes."""

    def __init__(self, what: Sentence, option: str = "") -> None:
        """`option`: the one whose value is wrong, where it is one alone."""
        wrong = Sentence("fault.wrong_value", option=option, what=what)
        self.said = wrong if option else what
        super().__init__(str(self.said))
