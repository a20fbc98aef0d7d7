"""How the report is to be that is shown and written out, whatever the language of the screens."""

from __future__ import annotations

from meeting_tui.record import record


@record
class Choice:
    """Whom it names, and in which language it is."""

    naming: str
    """`named`, `counted` or `anonymous`."""
    language: str
