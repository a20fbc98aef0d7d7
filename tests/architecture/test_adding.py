"""What CONTRIBUTING says of adding a kind, an act, a format, a sentence and a screen, done once.

Each is added to a copy of the package, in the files that CONTRIBUTING names and in no other, and is
then used as a person would use it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "meeting_tui"

WELCOMING = '''
"""Delegations that the Chair welcomes."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.declared import LIST, Act, Happening, Outcome, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.refusal import refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import delegation


class Welcome(Command, frozen=True):
    """The Chair welcomes a delegation."""

    who: Who


class DelegationWelcomed(Event, frozen=True):
    """A delegation was welcomed."""

    name = "delegation_welcomed"
    delegation: str


def welcome(state: MeetingState, command: Welcome, now: datetime) -> Outcome:
    """Welcome a delegation of the list of participants."""
    if not command.who.known:
        return refuse("welcomes_nobody", name=command.who.name)
    return (DelegationWelcomed(command.who.code),)


def on_welcomed(state: MeetingState, event: DelegationWelcomed, entry: Entry) -> None:
    """Whoever is welcomed is in the room; the state needs nothing of it."""


ACTS = (Act("welcome", "list", {Welcome: welcome}, (delegation(),), When.SITTING),)
HAPPENINGS = (
    Happening(
        DelegationWelcomed,
        on_welcomed,
        lambda t, e: t.told(e, name=t.name_of(e.delegation)),
        (LIST,),
    ),
)
'''

USE_THE_ACT = """
import sys
sys.path.insert(1, CHECKOUT)
from tests.meeting.room import Room, directory
from meeting_tui.meeting.declared import LIST
from meeting_tui.meeting.happenings import of_sort
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.report.leaving import event_lines
from meeting_tui.session_log.codec import decode, encode
from meeting_tui.ui.completing import Completer
from meeting_tui.meeting.lexicon import lexicon_of
from meeting_tui.words import say

room = Room().opened()
assert room.refused('welcome "Nobody Known"') == "welcomes_nobody"
[entry] = room.tried("welc mex")
print(tell_newest(room.meeting, [entry], "en", lambda c: directory().name(c, "en")))
print(tell_newest(room.meeting, [entry], "zh", lambda c: directory().name(c, "zh")))
assert decode(encode(entry)) == entry
assert type(entry.event) in of_sort(LIST)
assert event_lines(room.meeting)[-1].event == "delegation_welcomed"
complete = Completer(lambda: lexicon_of(room.state, directory()), "en")
assert "welcome " in [each.text for each in complete("welc", 4)]
assert "mex " in [each.text for each in complete("welcome me", 10)]
room.do("undo", "adjourn!")
assert room.refused("welcome mex") == "adjourned"
print(say("act.welcome"))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package, to which something may be added."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "meeting_tui", ignore=ignored)
    return tmp_path / "meeting_tui"


def insert(path: Path, before: str, text: str) -> None:
    """Put a line in front of the first that begins so."""
    content = path.read_text(encoding="utf-8")
    assert content.count(before) >= 1, (path.name, before)
    path.write_text(content.replace(before, text + before, 1), encoding="utf-8")


def use(copy: Path, program: str) -> str:
    """What a program prints that runs with the copy in place of the package."""
    program = program.replace("CHECKOUT", repr(str(CHECKOUT)))
    environment = {**os.environ, "PYTHONPATH": str(copy.parent)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=copy.parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_an_act_is_a_file_its_name_in_two_lists_and_its_words(copy: Path) -> None:
    (copy / "meeting" / "welcoming.py").write_text(WELCOMING.lstrip(), encoding="utf-8")
    for collected, tuple_ in (("acts", "ACTS"), ("happenings", "HAPPENINGS")):
        insert(
            copy / "meeting" / f"{collected}.py",
            "    undo,\n" * (collected == "acts") or "    turn_times,\n",
            "    welcoming,\n",
        )
        insert(
            copy / "meeting" / f"{collected}.py",
            f"    *turn_times.{tuple_},",
            f"    *welcoming.{tuple_},\n",
        )
    insert(
        copy / "words" / "acts.py",
        '    "act.open": (',
        '    "act.welcome": ("Welcome a delegation.", "欢迎一个代表团。"),\n'
        '    "act.welcome.label": ("Welcome", "欢迎"),\n',
    )
    insert(
        copy / "words" / "happened.py",
        '    "happened.between"',
        '    "happened.delegation_welcomed": ("Welcomed: {name}", "欢迎{name}"),\n',
    )
    insert(
        copy / "words" / "refusals.py",
        '    "refusal.nobody_waits"',
        '    "refusal.welcomes_nobody": ("{name} is in no list.", "{name}不在名单上。"),\n',
    )

    told = use(copy, USE_THE_ACT).splitlines()

    assert told == ["Welcomed: Mexico", "欢迎墨西哥", "Welcome a delegation."]


def test_a_kind_of_speech_is_a_paragraph_of_the_rules(copy: Path) -> None:
    rules = copy / "agenda" / "presets" / "att-wgtr.toml"
    kind = '\n[[kinds]]\nid = "toast"\nname = { en = "Toast", zh = "祝酒词" }\nlimit = "1:00"\n'
    rules.write_text(rules.read_text(encoding="utf-8") + kind, encoding="utf-8")

    told = use(
        copy,
        """
import sys
sys.path.insert(1, CHECKOUT)
from tests.meeting.room import Room, directory
from meeting_tui.meeting.telling import tell_newest
room = Room().opened()
entries = room.tried("inscribe mex kind toast")
print(tell_newest(room.meeting, entries, "en", lambda c: directory().name(c, "en")))
room.do("next")
print(room.state.speaking().limit_seconds)
""",
    )

    assert told.splitlines() == ["Inscribed: Mexico (Toast)", "60"]


def test_a_format_is_a_file_and_a_line(copy: Path) -> None:
    (copy / "report" / "names_export.py").write_text(
        '''"""The names of who spoke, one a line."""

from __future__ import annotations

from meeting_tui.report.read_model import MeetingReport


def names_files(report: MeetingReport) -> dict[str, bytes]:
    """`names.txt`: title first."""
    return {"names.txt": report.session.encode()}
''',
        encoding="utf-8",
    )
    formats = copy / "report" / "formats.py"
    insert(
        formats,
        "from meeting_tui.report.read_model",
        "from meeting_tui.report.names_export import names_files\n",
    )
    insert(formats, '    Format("json", ', '    Format("names", names_files, obeys_naming=True),\n')

    told = use(
        copy,
        """
import sys
sys.path.insert(1, CHECKOUT)
from pathlib import Path
from meeting_tui.cli import main
from meeting_tui.desk.sessions import SessionFolder
from tests.ui.conftest import played
played(SessionFolder(Path("sessions") / "day"), "10:38")
try:
    main(["export", "day", "--format", "names", "--sessions", "sessions", "--to", "out"])
except SystemExit as end:
    assert not end.code
print((Path("out") / "names.txt").read_text())
""",
    )

    assert told.split()[-1] == "day"


def test_a_screen_is_a_file_two_lines_and_its_words(copy: Path) -> None:
    (copy / "ui" / "screens" / "day_screen.py").write_text(
        '''"""The day in one line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.painted import Ticking
from meeting_tui.views.pieces import Piece


class DayScreen(MeetingScreen):
    """Says which item is open."""

    MODE = "day"

    def compose_body(self) -> Iterable[Widget]:
        yield Ticking(lambda width, height: [(Piece("ITEM " + self.look.state.item),)], id="day")

    def show_state(self) -> None:
        self.query_one("#day", Ticking).tick()
''',
        encoding="utf-8",
    )
    insert(copy / "ui" / "screen_modes.py", '    "slip": "SlipScreen"', '    "day": "DayScreen",\n')
    insert(
        copy / "ui" / "ui_acts.py",
        '    UiAct("show_report"',
        "    UiAct('show_day', 'screen day', \"app.show('day')\"),\n",
    )
    insert(
        copy / "words" / "screens.py",
        '    "screen.placeholder_slip"',
        '    "screen.placeholder_day": ("A command", "操作"),\n'
        '    "screen.label_show_day": ("Day", "当日"),\n'
        '    "screen.act_show_day": ("The day in one line", "当日一览"),\n',
    )

    told = use(
        copy,
        """
import asyncio, sys, tempfile
sys.path.insert(1, CHECKOUT)
from pathlib import Path
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.ui.running import live_app
from tests.ui.conftest import played
from tests.ui.seen import seen

async def look():
    folder = SessionFolder(Path(tempfile.mkdtemp(dir=".")) / "day")
    played(folder, "10:38")
    seat = Seat("desk", "EK")
    settings = load_settings({}, path=Path("none.toml"))
    app = live_app(open_session(folder, seat), seat, settings, "dark", 1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"screen day", "enter")
        for _ in range(100):
            await pilot.pause(0.05)
            if "ITEM" in seen(app):
                break
        print([line.strip() for line in seen(app).splitlines() if "ITEM" in line][0])
    app.desk.leave()

asyncio.run(look())
""",
    )

    assert re.fullmatch(r"ITEM \d\s*", told)


def test_every_section_of_contributing_has_its_example() -> None:
    said = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## A new (.+)$", said, re.MULTILINE)

    assert sorted(sections) == ["act", "format", "kind of speech", "screen", "sentence"]
