"""The whole of 19 March by four seats: one runs the floor, three take notes in turns.

It ends in the session that one seat makes of it, but for who entered what.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.desk.desk import Accepted, Refused
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.playing import ScriptLine, read_script
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.acts import SEAT_OF
from meeting_tui.meeting.declared import Seat as SeatOf
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.undo import Redo, Undo
from tests.desk.seat import CHECKOUT, HandClock, Pumped, plan

pytestmark = pytest.mark.unmeasured

SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
SEATS = (("floor", "EK"), ("notes", "AB"), ("notes", "CD"), ("notes", "EF"))
OF_AUTHORS = frozenset(
    (
        "by",
        "hand",
        "desk",
        "id",
        "act",
        "author",
        "hash",
        "head",
        "recorded_at",
        "anchor",
        "log",
        "sha256",
    )
)


class Chair(Pumped):
    """One seat, with the time of the script."""

    def __init__(self, folder: SessionFolder, role: Any, hand: str, clock: HandClock) -> None:
        super().__init__()
        seat = Seat("desk", hand, role=role)
        self.sit_at(sit_down(open_session(folder, seat, role=role), seat, self.calls.put))
        self.desk.clock = clock


def lines() -> tuple[ScriptLine, ...]:
    return read_script(SCRIPT, plan().date, plan().zone)


def made_by(folder: SessionFolder, seats: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The day by so many seats, each line by whose it is; what its JSON says but for authors."""
    first = lines()[0].at
    clock = HandClock(first)
    begin(folder, plan(), first, Seat("desk", "EK"), rehearsal=True)
    chairs = [Chair(folder, role, hand, clock) for role, hand in seats]
    last = chairs[0]
    for each in lines():
        clock.at = each.at
        newest = max(chair.last for chair in chairs)
        chair = _whose(each.line, chairs, last)
        if isinstance(chair.do(each.line), Refused):
            # It did not know yet what another seat did a moment ago.
            chair.reach(newest)
            chair.do(each.line)
        last = chair if isinstance(chair.answers[-1], Accepted) else last
        assert chair.last >= newest
    for chair in chairs:
        chair.reach(max(each.last for each in chairs))
    states = [chair.desk.state for chair in chairs]
    assert all(state == states[0] for state in states)
    for chair in reversed(chairs):
        assert chair.desk.leave()
    content = export_files(folder, ("json",))["session.json"]
    found: dict[str, Any] = but_authors(json.loads(content))
    return found


def _whose(line: str, chairs: list[Chair], last: Chair) -> Chair:
    """The floor's line by who runs it; of the notes, a statement each in turns."""
    intake = chairs[0].desk.intake
    command = read_line(line, intake.lexicon)
    if isinstance(command, Undo | Redo):
        return last
    if isinstance(command, Refusal) or SEAT_OF[type(command)] is SeatOf.FLOOR:
        return chairs[0]
    takers = chairs[1:] or chairs
    return takers[len(intake.meeting.state.interventions) % len(takers)]


def but_authors(value: Any) -> Any:
    """The same without who entered it, and what follows from that."""
    if isinstance(value, dict):
        return {key: but_authors(each) for key, each in value.items() if key not in OF_AUTHORS}
    return [but_authors(each) for each in value] if isinstance(value, list) else value


def test_four_seats_make_the_day_that_one_seat_makes(tmp_path: Path) -> None:
    alone = made_by(SessionFolder(tmp_path / "alone" / "day"), SEATS[:1])
    together = made_by(SessionFolder(tmp_path / "together" / "day"), SEATS)

    assert together.keys() == alone.keys()
    for key in alone:
        assert together[key] == alone[key], key
    authors = {entry.desk for entry in _entries(SessionFolder(tmp_path / "together" / "day"))}
    assert authors == {"desk", "notes", "notes-2", "notes-3"}


def _entries(folder: SessionFolder) -> list[Any]:
    log = folder.read()
    try:
        return list(log.read())
    finally:
        log.close()
