"""How the report is shown and exported, whatever the language of the screens.

Coverage counts States with the same choice of members.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.meeting.counting import GROUP_MEMBERS

DOCUMENTS = ("report", "annex")
"""The Chair's report as it is issued, and the secretariat's annex with everything else."""


class Choice(Struct, frozen=True):
    """Whom it names, in which language it is, and how it counts States."""

    naming: str
    """`named`, `counted` or `anonymous`."""
    language: str
    members: str = "present"
    """Which members of a group are counted behind its statements: one of `GROUP_MEMBERS`."""
    document: str = "report"
    """Which of `DOCUMENTS` is shown; both are exported."""


def with_next_members(choice: Choice) -> Choice:
    """The same, with the next members of groups counted; after the last the first."""
    at = GROUP_MEMBERS.index(choice.members)
    return replace(choice, members=GROUP_MEMBERS[(at + 1) % len(GROUP_MEMBERS)])


def with_next_document(choice: Choice) -> Choice:
    """The same, with the other document shown."""
    at = DOCUMENTS.index(choice.document)
    return replace(choice, document=DOCUMENTS[(at + 1) % len(DOCUMENTS)])
