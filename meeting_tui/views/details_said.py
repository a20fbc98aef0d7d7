"""What is kept of a statement besides its points, in few words beside its speaker."""

from __future__ import annotations

from meeting_tui.meeting.details import language_name
from meeting_tui.meeting.records import Intervention
from meeting_tui.views.look import Look


def details_said(look: Look, said: Intervention) -> str:
    """`text awaited · French, interpreted · Ms Roe, Ambassador`; empty where nothing is kept.

    Marks stand first: they are the shortest, and what was just recorded is looked for there.
    """
    comma = look.say("notes.comma")
    parts = _told(look, "text_awaited", said.text_awaited)
    parts += _told(look, "text_received", said.text is not None)
    parts += _told(look, "check_against_delivery", said.check_against_delivery)
    parts += _told(look, "for_record", said.for_record)
    text = look.state.statement_texts.get(said.id)
    if text is not None:
        count = text.count("\n") + 1
        key = "points.kept_one" if count == 1 else "points.kept"
        parts.append(look.say(key, count=count))
    if said.language is not None:
        heard = language_name(said.language, look.language)
        parts.append(comma.join([heard, *(_told(look, "interpreted", said.interpreted))]))
    if said.person:
        parts.append(comma.join([said.person, *([said.title] if said.title else [])]))
    return " · ".join(parts)


def _told(look: Look, key: str, holds: bool | None) -> list[str]:
    return [look.say(f"details.{key}")] if holds else []
