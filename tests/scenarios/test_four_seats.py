"""The whole of 19 March by four seats: one runs the floor, three take notes in turns.

It ends in the session that one seat makes of it, but for who entered what.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.agenda.presets import load_rules
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk import server_link
from meeting_tui.desk.desk import Accepted
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.playing import ScriptLine, read_script
from meeting_tui.desk.seats import Role
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.acts import SEAT_OF
from meeting_tui.meeting.declared import Seat as SeatOf
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.undo import Redo, Undo
from meeting_tui.session_log.postgres_server import Connection
from tests.desk.seat import CHECKOUT, HandClock, Pumped, plan
from tests.desk.shared_table import Network, Table, rows_of
from tests.postgres import SharedRoom

pytestmark = pytest.mark.unmeasured

SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
SEATS: tuple[tuple[Role, str], ...] = (
    ("floor", "EK"),
    ("notes", "AB"),
    ("notes", "CD"),
    ("notes", "EF"),
)
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


@cache
def split(takers: int) -> tuple[int, ...]:
    """Whose each line is: 0 is who runs the floor; of the notes, a statement each in turns."""
    seat, first = Seat("desk", "EK"), lines()[0].at
    begun = started("day", plan(), load_rules(plan().rules), first, seat, rehearsal=True)
    intake, whose = Intake(Meeting(begun), load_directory(), seat), list[int]()
    for each in lines():
        command = read_line(each.line, intake.lexicon)
        if isinstance(command, Undo | Redo):
            whose.append(whose[-1])
        elif isinstance(command, Refusal) or SEAT_OF[type(command)] is SeatOf.FLOOR or not takers:
            whose.append(0)
        else:
            whose.append(1 + len(intake.meeting.state.interventions) % takers)
        proposed = intake.propose(each.line, each.at)
        assert isinstance(proposed, tuple), each.line
        intake.accept(proposed)
    return tuple(whose)


def longest(whose: Sequence[int], seats: Container[int]) -> tuple[int, int]:
    """The first line, and the first behind, of the most that one of these enters in one go."""
    found, begin = (0, 0), 0
    for at in range(1, len(whose) + 1):
        if at == len(whose) or whose[at] != whose[begin]:
            if whose[begin] in seats and at - begin > found[1] - found[0]:
                found = begin, at
            begin = at
    return found


def made_by(folder: SessionFolder, seats: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The day by so many seats at one table; what its JSON says but for authors."""
    clock = HandClock(lines()[0].at)
    begin(folder, plan(), clock.at, Seat("desk", "EK"), rehearsal=True)
    play([Chair(folder, role, hand, clock) for role, hand in seats], clock)
    return told_by(folder)


def play(
    chairs: Sequence[Pumped],
    clock: HandClock,
    before: Callable[[int], None] = lambda number: None,
) -> None:
    """Have them enter the day, each its lines, and leave; `before` is called with each number."""
    for number, (each, index) in enumerate(zip(lines(), split(len(chairs) - 1), strict=True)):
        before(number)
        clock.at = each.at
        newest = max(chair.last for chair in chairs)
        chair = chairs[index]
        chair.reach(newest)
        assert isinstance(chair.do(each.line), Accepted), each.line
    before(len(lines()))
    for chair in chairs:
        chair.reach(max(each.last for each in chairs))
    states = [chair.desk.state for chair in chairs]
    assert all(state == states[0] for state in states)
    for chair in reversed(chairs):
        assert chair.desk.leave()


def told_by(folder: SessionFolder) -> dict[str, Any]:
    """What the JSON of a session says but for authors."""
    found: dict[str, Any] = but_authors(json.loads(export_files(folder, ("json",))["session.json"]))
    return found


def but_authors(value: Any) -> Any:
    """The same without who entered it, and what follows from that."""
    if isinstance(value, dict):
        return {key: but_authors(each) for key, each in value.items() if key not in OF_AUTHORS}
    return [but_authors(each) for each in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The day by one seat."""
    return made_by(SessionFolder(tmp_path_factory.mktemp("alone") / "day"), SEATS[:1])


def test_four_seats_make_the_day_that_one_seat_makes(alone: dict[str, Any], tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")

    together = made_by(folder, SEATS)

    assert_same(together, alone)
    assert {each.desk for each in entries_of(folder)} == {"desk", "notes", "notes-2", "notes-3"}


def test_four_seats_on_a_server_make_it_though_two_are_cut_off(
    alone: dict[str, Any],
    shared_room: SharedRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server_link, "RETRY_SECONDS", 0.1)
    monkeypatch.setattr(Connection, "silence_seconds", 1.0)
    clock = HandClock(lines()[0].at)
    table = Table(shared_room, tmp_path, clock.at)
    networks = [Network(shared_room.postgres.port) for _ in range(2)]
    by = (*networks, None, None)
    chairs = [
        table.sit(hand.lower(), role, by=way) for (role, hand), way in zip(SEATS, by, strict=True)
    ]
    for chair in chairs:
        chair.desk.clock = clock
    whose = split(3)
    cuts = {0: longest(whose, {0}), 1: longest(whose, {1})}
    waited: list[int] = []

    def before(number: int) -> None:
        for index, (first, behind) in cuts.items():
            if number == first:
                chairs[index].reach(max(each.last for each in chairs))
                (networks[index].cut if index else networks[index].freeze)()
            elif number == behind:
                waited.append(chairs[index].desk.keeping.waiting)
                networks[index].mend()
                chairs[index].until(chairs[index].is_sent)

    play(chairs, clock, before)

    assert all(waited) and len(waited) == 2, "each entered something while it was cut off"
    assert_same(told_by(table.copy("ek")), alone)
    for _, hand in SEATS:
        assert rows_of(table.copy(hand.lower())) == table.rows()
    table.close()


def assert_same(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Both say the same, part by part."""
    assert found.keys() == wanted.keys()
    for key in wanted:
        assert found[key] == wanted[key], key


def entries_of(folder: SessionFolder) -> list[Any]:
    """What a session on disk holds."""
    log = folder.read()
    try:
        return list(log.read())
    finally:
        log.close()
