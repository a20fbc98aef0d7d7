"""Stepping through a replay of 10,000 events: the state of the moment and its forecast.

Against folding the log up to the same moment anew, which is what it would cost without the states
that are kept. What is painted comes on top and is that of any key (`keys`).
"""

from __future__ import annotations

from typing import Literal

from benchmarks.days import workshop
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from benchmarks.long_days import long_day
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.replay import Replay, ReplayDesk
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import replay

TITLE = "Step through a replay of 10,000 events, state and forecast"
QUICK = 2
EVENTS = 10_000


def run(rounds: int = 60) -> list[Row]:
    """Rows for a turn back, a turn on, the same folded anew, and for opening the replay."""
    with workshop() as place:
        folder = SessionFolder(place / "long")
        log = folder.write("bench")
        log.append(list(long_day(EVENTS)), 0)
        log.close()
        opened = tuple(milliseconds(lambda: Replay(folder)) for _ in range(min(rounds, 3)))
        seen = Replay(folder)
        desk = ReplayDesk(seen, Seat("bench"), seen.moments.end)
        back, anew = taking_turns(
            rounds, lambda: milliseconds(lambda: _step(desk, -1)), lambda: _fold(desk)
        )
        on = [milliseconds(lambda: _step(desk, 1)) for _ in range(rounds)]
    folded = Row("fold the log anew", tuple(anew))
    back_row, _ = against(Row("a turn back", tuple(back)), folded)
    on_row, _ = against(Row("a turn on", tuple(on)), folded)
    aim = "under 50 ms"
    return [
        aimed(back_row, aim, lambda row: row.p(50) < 50),
        aimed(on_row, aim, lambda row: row.p(50) < 50),
        folded,
        Row("open the replay: read, decode, fold", opened),
    ]


def _step(desk: ReplayDesk, by: Literal[-1, 1]) -> None:
    desk.step("turn", by)
    project(desk.state, desk.at)


def _fold(desk: ReplayDesk) -> float:
    entries = desk.intake.meeting.entries
    return milliseconds(lambda: project(replay(entries).state, desk.at))
