"""A real meeting on a real desk for the screens: its own folder, its own simulated clock."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.playing import play, read_script
from meeting_tui.desk.seats import Role
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.running import live_app
from tests.bad_disk import Disk, Unreachable, bad_disk
from tests.conftest import nothing_measured

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"

OpenedApp = Callable[..., MeetingApp]


@pytest.fixture(scope="session", autouse=True)
def styles_are_parsed_once() -> Iterator[None]:
    """Rules that one app has parsed serve the next, which has the same text and the same colours.

    Every app parses the same styles anew, at its start and at the first look at each screen: a
    sixth of the time that the tests of the screens take.
    """
    parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def remembered(styles: Stylesheet, css: str, *more: Any, **named: Any) -> list[RuleSet]:
        key = (css, more, *sorted(named.items()), *sorted(styles._variables.items()))
        if key not in parsed:
            parsed[key] = parse(styles, css, *more, **named)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        yield


@pytest.fixture(scope="session", autouse=True)
def painting_is_not_measured() -> Iterator[None]:
    """Nearly all of it is Textual's own code; the lines of ours are measured where they are asked.

    It is a third of what measuring takes in the flows of the screens.
    """
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Compositor, "render_update"), (Stylesheet, "update_nodes")):
            patch.setattr(owner, name, nothing_measured()(getattr(owner, name)))
        yield


def played(folder: SessionFolder, until: str) -> None:
    """Play the day's script into a rehearsal session, up to a time such as `10:38`."""
    agenda = load_agenda(AGENDA)
    script = read_script(SCRIPT, agenda.date, agenda.zone)
    lines = tuple(line for line in script if f"{line.at:%H:%M:%S}" < until)
    seat = Seat("script")
    rules = load_rules(agenda.rules)
    first = started(folder.name, agenda, rules, script[0].at, seat, rehearsal=True)
    log = folder.write("script")
    try:
        log.append([first], 0)
        for _ in play(Intake(Meeting(first), load_directory(), seat), lines, log):
            pass
    finally:
        log.close()


@pytest.fixture(scope="session")
def played_day(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder with the day played until a time; each is played once and then copied."""
    days: dict[str, Path] = {}

    def day(until: str) -> Path:
        if until not in days:
            folder = tmp_path_factory.mktemp("played") / "day"
            played(SessionFolder(folder), until)
            days[until] = folder
        return days[until]

    return day


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """The disk below the sessions of `opened_app`; to be asked for before that."""
    try:
        with bad_disk(tmp_path / "sessions") as disk:
            yield disk
    except Unreachable as why:
        pytest.skip(str(why))


@pytest.fixture
def opened_app(tmp_path: Path, played_day: Callable[[str], Path]) -> Iterator[OpenedApp]:
    """Makes the app on a session played until a time: `opened_app("10:38", language="zh")`.

    The session is a rehearsal, so its simulated time goes on from the last line played. Calling it
    again with the same `name` opens the same session again.
    """
    made: list[MeetingApp] = []

    def make(
        until: str = "10:38",
        *,
        name: str = "day",
        theme: str = "dark",
        role: Role = "floor",
        **settings: Any,
    ) -> MeetingApp:
        folder = SessionFolder(tmp_path / "sessions" / name)
        is_new = not folder.is_there()
        if is_new:
            shutil.copytree(played_day(until), folder.path)
        seat = Seat("desk", "EK", role=role)
        chosen = load_settings(
            {"language": "en", "sessions": str(tmp_path / "sessions"), **settings},
            path=tmp_path / "settings.toml",
        )
        app = live_app(open_session(folder, seat, role=role), seat, chosen, theme, 1.0)
        made.append(app)
        return app

    yield make
    for app in made:
        app.desk.leave()
