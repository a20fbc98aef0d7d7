"""The full day written out, a format at a time, against reading and folding its log alone."""

from __future__ import annotations

from contextlib import closing

from benchmarks.days import play_day, workshop
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.meeting import replay

TITLE = "Exports of the full day, from opening the log to the bytes"
QUICK = 1

FORMATS = ("json", "markdown", "csv", "toml")


def run(rounds: int = 15) -> list[Row]:
    """A row a format and one for the log alone."""
    with workshop() as folder:
        session = SessionFolder(play_day(folder, "day"))

        def export(name: str) -> float:
            return milliseconds(
                lambda: export_files(session, (name,), language="en", naming="counted")
            )

        def fold() -> float:
            return milliseconds(lambda: _fold(session))

        acts = [*((lambda name=name: export(name)) for name in FORMATS), fold]
        for act in acts:
            act()
        *taken, alone = taking_turns(rounds, *acts)
    rows = Row("log read and folded alone", tuple(alone))
    ours = [
        against(Row(name, tuple(each)), rows)[0] for name, each in zip(FORMATS, taken, strict=True)
    ]
    return [*(aimed(each, "under 500 ms", lambda row: row.p(50) < 500) for each in ours), rows]


def _fold(session: SessionFolder) -> None:
    with closing(session.read()) as log:
        replay(log.read())
