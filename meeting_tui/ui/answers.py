"""What the desk answers, as sentences for the message line."""

from __future__ import annotations

from meeting_tui.desk.opening import Restored
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from meeting_tui.ui.presentation.glance import Glance


def refusal_sentence(glance: Glance, refusal: Refusal) -> str:
    """Why an act was not done."""
    return glance.say(f"refusal.{refusal.code}", **refusal.params)


def accepted_sentence(glance: Glance, entries: tuple[Entry, ...]) -> str:
    """What was done."""
    return tell_act(glance.state, entries, glance.language, glance.name)


def restored_sentence(glance: Glance, restored: Restored) -> str:
    """The one quiet line about what was found when a session was opened again."""
    parts = [glance.say("screen.restored", count=restored.entries)]
    speaking = glance.state.speaking()
    if speaking:
        name = glance.name(glance.state.asked_by(speaking).delegation)
        since = glance.clock(speaking.given_at)
        parts.append(glance.say("screen.restored_speaker", name=name, since=since))
    if any(restored.drafts.values()):
        parts.append(glance.say("screen.restored_draft"))
    mended = restored.salvaged
    if mended:
        parts.append(glance.say("screen.restored_mended", count=mended.kept))
        if mended.database and mended.database.path:
            parts.append(glance.say("screen.set_aside", path=mended.database.path.name))
    return " ".join(parts)
