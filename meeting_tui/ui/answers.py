"""What the desk answers, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from meeting_tui.desk.opening import Opened, Restored
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry
from meeting_tui.meeting.floor_control import (
    ActDisputed,
    DisputeSettled,
    FloorControlAsked,
    FloorControlGiven,
    FloorControlTaken,
)
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal, refusal_told
from meeting_tui.meeting.telling import acts_of, tell_newest
from meeting_tui.patterns import late_pattern
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.views.look import Look
from meeting_tui.words import in_language, say

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged

LINE_SHOWN = 30
"""So many letters of a refused line are repeated."""
_ACT_WORD = late_pattern(r"^(\W*\w+)")


def refusal_sentence(look: Look, refusal: Refusal) -> str:
    """Why an act was not done."""
    return refusal_told(refusal, look.language, look.directory)


def refused_late(look: Look, line: str, why: str) -> str:
    """Why a line was not done that stands in no field any more, with its beginning."""
    shown = line if len(line) <= LINE_SHOWN else f"{line[:LINE_SHOWN].rstrip()}…"
    return look.say("line.refused_late", line=shown, why=why)


def line_to_finish(line: str, refusal: Refusal) -> str:
    """A refused line as it is typed on: one that wants a reason, or is offered, with that begun."""
    if refusal.code == "extend_sitting":
        return str(refusal.params["line"])
    if refusal.code in ("purge_asks", "purge_asks_also"):
        return _ACT_WORD.sub(r"\1!", line, count=1)
    if refusal.code != "plan_because":
        return line
    from meeting_tui.views.schedule_edit import BECAUSE

    because = BECAUSE.rstrip()
    return f"{line.rstrip().removesuffix(because)}{BECAUSE}"


def others_sentences(
    look: Look, entries: tuple[Entry, ...], meeting: Meeting, desk: str
) -> Iterator[str]:
    """What the seat `desk` is told of what other seats did: only what is of that seat, too.

    That is who runs the floor, and what this seat had done and another took back.
    """
    for act in acts_of(entries):
        entry, event = act[0], act[0].event
        if isinstance(event, FloorControlTaken | FloorControlAsked | FloorControlGiven):
            yield tell_newest(meeting, act, look.language, look.name)
        elif (isinstance(event, ActDisputed) and look.disputes) or _settles_own(act, meeting, desk):
            yield look.say(
                "seats.did", by=_by(entry), what=tell_newest(meeting, act, look.language, look.name)
            )
        elif isinstance(event, ActUndone | ActRedone) and _desk_of(meeting, event.act) == desk:
            told = tell_newest(meeting, act, look.language, look.name)
            yield look.say("seats.did", by=_by(entry), what=told)


def _by(entry: Entry) -> str:
    return entry.hand or entry.desk


def _settles_own(act: Sequence[Entry], meeting: Meeting, desk: str) -> bool:
    """Whether an act settles what was disputed of the seat `desk`."""
    settled = {each.event.dispute for each in act if isinstance(each.event, DisputeSettled)}
    return bool(settled) and any(
        isinstance(each.event, ActDisputed) and each.event.dispute in settled and each.desk == desk
        for each in meeting.entries
    )


def _desk_of(meeting: Meeting, act: str) -> str:
    """The seat at which an act was done."""
    return next(each.desk for each in reversed(meeting.entries) if each.act == act)


def greeting(look: Look, opened: Opened, slot: str) -> str:
    """What is said first, when a session was opened; empty where there is nothing to say."""
    if opened.restored is None:
        return look.say("begin.demonstration") if look.state.demonstration else ""
    told = restored_sentence(look, opened.restored, slot, joins=opened.joins)
    called = opened.unsigned_as
    unsigned = look.say("seats.without_initials", name=called) if called else ""
    return ("" if look.language == "zh" else " ").join(filter(None, (told, unsigned)))


def restored_sentence(look: Look, restored: Restored, slot: str, *, joins: bool = False) -> str:
    """The one quiet line about what was found when a session was opened again.

    `slot` is that of the screen it stands on; of a text on another it says where that is. `joins`:
    others are at the meeting, and nothing had to be restored.
    """
    mended = restored.salvaged
    is_whole = not (look.state.losses or restored.head_trouble or restored.rescued)
    key = "screen.restored" if is_whole else "screen.restored_some"
    if is_whole and joins:
        key = "seats.joined"
    parts = [] if mended else [look.say(key, count=restored.entries)]
    if mended:
        parts += _mended(look, mended)
    if restored.head_trouble:
        parts.append(in_language(restored.head_trouble.sentence, look.language))
    if restored.rescued:
        file = str(restored.rescued.path)
        parts.append(look.say("screen.rescued", count=restored.rescued.count, file=file))
    if restored.drafts.get(slot):
        parts.append(look.say("screen.restored_draft"))
    elsewhere = [each for each in MODES if each != slot and _is_text(look, restored, each)]
    if elsewhere:
        screens = look.say("notes.comma").join(
            look.say(f"screen.label_show_{each}") for each in elsewhere
        )
        parts.append(look.say("screen.restored_draft_on", screens=screens))
    speaking = look.state.speaking()
    if speaking:
        name = look.name(look.state.asked_by(speaking).delegation)
        since = look.clock(speaking.given_at)
        parts.append(look.say("screen.restored_speaker", name=name, since=since))
    return ("" if look.language == "zh" else " ").join(parts)


def copied(text: str, language: str) -> str:
    """What was copied, or how many lines."""
    count = len(text.splitlines())
    if count == 1:
        return say("screen.copied", language, text=text)
    return say("screen.copied_lines", language, count=count)


def _is_text(look: Look, restored: Restored, slot: str) -> bool:
    """Whether a screen has a text that was not entered; tags alone, kept with Notes, are none."""
    draft = restored.drafts.get(slot, "")
    if not draft:
        return False
    from meeting_tui.views.noting import from_draft

    return bool(from_draft(draft, look.state).text if slot == "notes" else draft)


def _mended(look: Look, mended: Salvaged) -> Iterator[str]:
    """What a damaged log still held, how much of it is missing, and where the damage is kept."""
    if mended.is_only_remade:
        yield look.say("screen.restored_remade", count=mended.kept)
        return
    yield look.say("screen.restored_mended", count=mended.kept)
    missing = sum(last - first + 1 for first, last in mended.missing)
    if missing:
        yield look.say("screen.restored_missing", count=missing)
    for aside in (mended.database, mended.toml):
        if aside and aside.path:
            yield look.say("screen.set_aside", path=aside.path.name)
