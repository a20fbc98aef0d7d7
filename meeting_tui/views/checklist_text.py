"""What is still open before the report is final, in plain lines for print and for a voice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.checklist import Open, all_open, open_points, tell_open
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import say

if TYPE_CHECKING:
    from meeting_tui.views.plain_facts import Facts

_COMMAND = ("checklist", "核对表")


class ChecklistText(Struct, frozen=True):
    """The open points of a meeting, said in one language."""

    state: MeetingState
    now: datetime
    """UTC."""
    directory: Directory
    language: str

    def lines(self) -> list[str]:
        """How many there are, then each in a sentence with the line that settles it."""
        found = open_points(self.state, self.now, self.directory)
        told = [self._finalised()] if self.state.finalised_at else []
        ticked = self._ticked(found)
        last = [self._say("corrections.ticked_off", ids=", ".join(ticked))] if ticked else []
        if not found:
            return [*(told or [self._say("corrections.none_open")]), *last]
        if len(found) == 1:
            told.append(self._say("corrections.count_open_one"))
        else:
            told.append(self._say("corrections.count_open", count=len(found)))
        lines = (tell_open(each, self.state, self.language, self._name) for each in found)
        return [*told, *lines, *last]

    def table(self) -> dict[str, Any]:
        """The same for programs."""
        finalised_at = self.state.finalised_at
        return {
            "finalised_at": finalised_at.isoformat() if finalised_at else None,
            "open": [
                {
                    "id": each.id,
                    "kind": each.kind,
                    "subject": each.subject,
                    "item": each.place,
                    **each.params,
                    "sentence": tell_open(each, self.state, self.language, self._name),
                }
                for each in open_points(self.state, self.now, self.directory)
            ],
            "ticked": list(self._ticked(open_points(self.state, self.now, self.directory))),
        }

    def _ticked(self, found: Sequence[Open]) -> tuple[str, ...]:
        """Ids of what would be open too, had nobody ticked it off."""
        ticked = (
            each.id for each in all_open(self.state, self.now, self.directory) if each not in found
        )
        return tuple(dict.fromkeys(ticked))

    def _finalised(self) -> str:
        assert self.state.finalised_at is not None
        zone = self.state.agenda.time_zone
        at = self.state.finalised_at.astimezone(zone)
        return self._say("corrections.is_final", time=f"{at:%Y-%m-%d} {local_text(at)}")

    def _name(self, delegation: str) -> str:
        return self.directory.name(delegation, self.language)

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)


def is_checklist_asked(line: str) -> bool:
    """Whether a typed line asks for the checklist."""
    return line.strip().casefold() in _COMMAND


def checklist_told(facts: Facts) -> list[str]:
    """The answer to it."""
    return ChecklistText(facts.state, facts.now, facts.directory, facts.language).lines()
