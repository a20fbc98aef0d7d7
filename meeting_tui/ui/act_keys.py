"""What the key of an act types, and why an act that is not allowed now is not.

A key types its line: whole acts are done at once, others wait in the input line for the rest. On
the Floor screen an act on a delegation takes the one under the cursor.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from meeting_tui.meeting.acts import ACTS, Act
from meeting_tui.meeting.clock_gaps import CountGap, DiscountGap
from meeting_tui.meeting.decide import decide
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Continue, Next, Pause, Yield
from meeting_tui.meeting.items import CloseItem
from meeting_tui.meeting.limits import Extend
from meeting_tui.meeting.losses import SeeLosses
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.point_of_order import Rule
from meeting_tui.meeting.records import Inscription, Who
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.refusal_told import refusal_told
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, OpenList
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.undo import Redo, Undo, UndoFloor
from meeting_tui.meeting.waiting_order import ordinal, requests_of
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.views.look import Look

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp

ONCE_A_PRESS = ("undo", "redo")
"""A key that is held down takes back one act, not the whole day."""

ON_CURSOR = ("withdraw", "floor", "absent", "text_only")

_PROBES: dict[str, Command] = {
    "open": OpenMeeting(),
    "suspend": Suspend(),
    "resume": Resume(),
    "adjourn": Adjourn(insist=True),
    "close_item": CloseItem("carry"),
    "open_list": OpenList(),
    "close_list": CloseList(),
    "next": Next(insist=True),
    "yield": Yield(),
    "pause": Pause(),
    "continue": Continue(),
    "extend": Extend(30),
    "ruling": Rule("–"),
    "undo": Undo(),
    "undo_floor": UndoFloor(),
    "redo": Redo(),
    "gap_out": DiscountGap(),
    "gap_in": CountGap(),
    "seen": SeeLosses(),
}


def why_not(glance: Look, meeting: Meeting, act_id: str) -> str | None:
    """Why an act is not allowed now, as a sentence; None when it is, or needs more words."""
    act_id = meant_now(meeting.state, act_id)
    probe = _PROBES.get(act_id)
    if probe is None:
        return None
    return _refused(glance, meeting, probe, glance.now)


def _refused(glance: Look, meeting: Meeting, probe: Command, now: datetime) -> str | None:
    outcome = decide(meeting, probe, now)
    if isinstance(outcome, Refusal):
        return refusal_told(outcome, glance.language, glance.directory)
    return None


def meant_now(state: MeetingState, act_id: str) -> str:
    """What a key means now: one pauses and continues, one raises a point of order and rules."""
    speaking = state.speaking()
    if act_id in ("pause", "continue") and speaking:
        return "continue" if speaking.paused_since else "pause"
    if act_id == "order" and state.pending_order:
        return "ruling"
    return act_id


def line_begun(app: MeetingApp, act_id: str) -> str | None:
    """The line that an act's key begins for somebody to finish; None where it does more or less."""
    if act_id in ON_CURSOR or all(each.id != act_id for each in ACTS):
        return None
    found = app.act_meant(act_id)
    return found.line if found.line.endswith(" ") and app.may(found.id) is None else None


def do_act(app: MeetingApp, act_id: str) -> None:
    """Do what the key of an act means now."""
    of_screen = next((each for each in UI_ACTS if each.id == act_id), None)
    if of_screen is not None:
        app.call_later(app.run_action, of_screen.pressed)
        return
    found = app.act_meant(act_id)
    if found.id in ONCE_A_PRESS and app.is_held(found.id):
        return
    if found.id == "undo" and _plan_left(app):
        return
    refused = app.may(found.id)
    if refused:
        app.tell(refused, "refusal")
        return
    if found.id in ON_CURSOR:
        line = _line_on_cursor(app, found)
        if line:
            app.submit(line)
            return
    if found.line.endswith(" "):
        prefill(app, found.line)
    else:
        app.submit(found.line)


def _plan_left(app: MeetingApp) -> bool:
    """Whether a plan stood in the line, which is left now: taken back comes what is newest."""
    from meeting_tui.ui.schedule_preview import is_plan
    from meeting_tui.ui.screens.meeting_screen import MeetingScreen
    from meeting_tui.views.noting import ACT_SIGNS

    if not isinstance(app.screen, MeetingScreen):
        return False
    line = app.screen.act_line
    typed = line.value
    if line.holds_text:
        typed = typed[1:] if typed.startswith(ACT_SIGNS) else ""
    if not is_plan(typed.lstrip()):
        return False
    line.leave()
    return True


def prefill(app: MeetingApp, line: str) -> None:
    """Begin a line for somebody to finish; what was typed before is one Up away."""
    from meeting_tui.ui.screens.meeting_screen import MeetingScreen

    if app.current_mode == "notes":
        app.action_show("floor")
    if isinstance(app.screen, MeetingScreen):
        app.screen.begin_line(line)


def _line_on_cursor(app: MeetingApp, found: Act) -> str | None:
    from meeting_tui.ui.screens.floor_screen import FloorScreen

    if not isinstance(app.screen, FloorScreen) or app.screen.chosen is None:
        return None
    inscription = app.desk.state.inscriptions[app.screen.chosen]
    return found.line + request_line(app.desk.state, inscription)


def request_line(state: MeetingState, asked: Inscription) -> str:
    """A request that waits, as it is typed: `mex`, or `mex 2nd` where Mexico waits twice."""
    who = Who(asked.delegation, asked.name, asked.delegation_kind, asked.known)
    theirs = [each.id for each in requests_of(state, who)]
    name = asked.delegation.lower() if asked.known else quoted(asked.delegation)
    if len(theirs) < 2 or asked.id not in theirs:
        return name
    return f"{name} {ordinal(theirs.index(asked.id) + 1)}"


def quoted(name: str) -> str:
    """A free name as it is typed."""
    return f"「{name}」" if '"' in name else f'"{name}"'
