"""The rehearsal of the full day, played through the real commands; another day to be told.

With additions that are hard to tell without names: notes that name others, a State that presents.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.intake import Seat, started
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport
from tests.report.hard_day import directory, local, run

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"

NAMING_OTHERS = {
    "10:21:09": "note p1 we agree with Mexico and the Republic of Korea, not with FRA",
    "10:24:20": "note p1 同意墨西哥和法国的意见，其中国家做法不一",
    "11:53:10": "note /proposal as the European Union and Control Arms said",
    "15:29:05": "inscribe nor kind presentation",
    "15:29:10": "next",
    "15:29:12": "note a1 Norway informs its parliament; Denmark does too",
    "15:29:14": "yield",
    "16:49:50": "order bra the list; Chile waits",
    "16:49:52": "ruling Brazil has the floor next, then Перу",
    "16:49:54": "document deu Statement of Germany",
    "17:04:40": "decision As proposed by Japan, noted.",
}


def _lines() -> list[str]:
    text = SCRIPT.read_text(encoding="utf-8")
    return [each for each in text.splitlines() if each and not each.startswith("#")]


@cache
def full_day(*, with_names: bool = False) -> Meeting:
    """The whole day as the script has it; `with_names` with `NAMING_OTHERS` entered too."""
    agenda = load_agenda(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml")
    rules = load_rules(agenda.rules)
    meeting = Meeting(
        started("2026-03-19", agenda, rules, local("09:00:00"), Seat("desk", "ab"), rehearsal=False)
    )
    lines = _lines()
    if with_names:
        lines = sorted(
            [*lines, *(f"{time} {line}" for time, line in NAMING_OTHERS.items())],
            key=lambda each: each[:8],
        )
    return run(meeting, "\n".join(lines))


@cache
def full_report(
    naming: str = "counted", language: str = "en", *, with_names: bool = False
) -> MeetingReport:
    """The read model of the full day at ten past six."""
    return report_on(
        full_day(with_names=with_names),
        directory(),
        now=local("18:10:00"),
        verified=True,
        language=language,
        naming=naming,
    )
