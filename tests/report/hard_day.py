"""A small meeting with everything that is hard to export, run through the real commands.

Three moments of it: before anything happened, in the middle of a statement, and adjourned.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from meeting_tui.agenda.model import Agenda, Item, Question, Segment, Sitting, Words
from meeting_tui.agenda.presets import load_rules
from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.desk.intake import Seat, mint, started
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.lexicon import lexicon_of
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport

ZONE = ZoneInfo("Europe/Zurich")
DAY = date(2026, 3, 19)
SECRET = "the cable from the capital"
INSIDE = "check the figure with the desk"


def local(clock: str) -> datetime:
    """That time of the day of the meeting."""
    hours, minutes, seconds = (int(part) for part in clock.split(":"))
    return datetime(DAY.year, DAY.month, DAY.day, hours, minutes, seconds, tzinfo=ZONE)


AGENDA = Agenda(
    id="hard-day",
    title=Words(en="Hard * day | [draft]", zh="《困难》的一天 [草案]"),
    body=Words(en="A working group", zh="工作组"),
    short_title=Words(en="Hard day", zh="困难的一天"),
    date=DAY,
    zone="Europe/Zurich",
    venue=Words(en="CICG, Geneva", zh="日内瓦"),
    chair="Ms Chair",
    rules="att-wgtr",
    sittings=(
        Sitting(id="1", start=local("10:00:00"), end=local("13:00:00")),
        Sitting(id="2", start=local("15:00:00"), end=local("18:00:00")),
    ),
    items=(
        Item(
            id="1",
            title=Words(en="Reports & <status> #", zh="报告状况"),
            kind="discussion",
            minutes=30,
            segments=(
                Segment(
                    id="1.1",
                    title=Words(en="Presentation", zh="介绍"),
                    kind="presentation",
                    minutes=10,
                ),
                Segment(id="1.2", title=Words(en="Discussion", zh="讨论"), kind="discussion"),
                Segment(id="1.3", title=Words(en="Never held", zh="未举行"), kind="decision"),
            ),
        ),
        Item(id="2_b", title=Words(en="1. A title with a number"), kind="discussion", minutes=60),
        Item(id="3", title=Words(en="Other matters", zh="其他事项"), kind="discussion", minutes=10),
    ),
    questions=(
        Question(
            id="A1",
            set="annex",
            item="1",
            short=Words(en="given [systematically]?", zh="是否系统性地提供？"),
            text=Words(en="Is it given?", zh="是否提供？"),
        ),
        Question(
            id="P4",
            set="preparatory",
            item="1",
            asks=("state_party",),
            short=Words(en="survey", zh="调查"),
            text=Words(en="What of the survey?", zh="调查如何？"),
        ),
        Question(
            id="P8",
            set="preparatory",
            item="2_b",
            short=Words(en="next mandate", zh="下一任务"),
            text=Words(en="What next?", zh="下一步？"),
        ),
    ),
)

MORNING = """
09:50:00 inscribe mex for 2_b via email about "a plan, with comma"
09:51:00 document civ Déclaration de la Côte « avant l'heure » ; "cotée"
10:02:00 open
10:02:05 item 1
10:02:10 segment 1.1
10:02:15 inscribe sec kind presentation
10:02:30 next
10:03:00 note /figure 18 % in 2018, 8 % in 2024 <b>not bold</b>
10:12:40 yield
10:12:45 segment 1.2
10:12:50 inscribe mex eu fra(eu+alb+mda) chn "Ποτάμι [Org]" carms
10:13:00 next
10:13:30 note a1 /supports Le système est « complet » ; voilà l'été à Genève
10:14:00 note a1 p4 /proposal =HYPERLINK("http://example.org"|'x')
10:14:10 note a1 /off-record the cable from the capital
10:14:20 note /internal check the figure with the desk
10:15:00 pause
10:15:30 continue
10:17:00 order bra the [ruling] of *yesterday*
10:17:20 ruling 1. Noted & closed
10:17:25 continue
10:19:10 next
10:19:40 note a1 /supports /off-record wrong mark, meant for all
10:20:00 note on fra a1 /conditional تقرير سنوي (نسخة) من الحكومة إلى البرلمان
10:20:10 note a1 /asks a note that is wrong
10:20:12 undo
10:20:30 correct n6 a1 /supports was meant for the report all along
10:21:00 note p4 # not a heading
10:21:10 correct n9 p4: - not a bullet
10:21:20 note p4 1. not a list, `code`, ~~no~~, $x$ and \\ too
10:21:25 note a1 to be hidden
10:21:30 correct n11 a1 /off-record to be hidden
10:22:00 next
10:22:30 note a1 /opposes 我们不同意“这一点”；理由如下：[见附件] ＝1
10:23:00 note p8 off its item | here
10:24:00 next
10:24:20 note p4 /announces -0:15 is a time, www.example.org a place, a_b_c a name
"""

REST = """
10:26:30 yield
10:26:35 withdraw carms
10:26:40 inscribe per rou zaf carms aus
10:26:45 floor zaf
10:26:50 note a1 /reserves &amp; stays as it is
10:27:00 limit 2:30 for states
10:27:20 yield
10:27:30 absent per
10:27:35 text-only rou
10:27:40 document rou "Text, as delivered"
10:27:50 decision The [draft] was *adopted*; see 3) and <annex>.
10:28:00 reply mex
10:28:10 close item not-reached
10:29:00 item 2_b
10:29:10 order gbr
10:29:20 ruling Not a point of order
10:29:30 next
10:30:00 order chn is it 13:00?
12:00:00 suspend lunch
15:00:00 resume
15:01:00 inscribe jpn
15:02:00 close item carry
15:03:00 adjourn! with thanks
"""


@cache
def directory() -> Directory:
    """The delegations that come with the program."""
    return load_directory()


def begin(agenda: Agenda = AGENDA, *, rehearsal: bool = False) -> Meeting:
    """A session in which nothing has happened."""
    rules = load_rules(agenda.rules)
    seat = Seat("desk", "ab")
    return Meeting(
        started("2026-03-19", agenda, rules, local("09:00:00"), seat, rehearsal=rehearsal)
    )


def run(meeting: Meeting, script: str) -> Meeting:
    """Enter each line of a script at its time; a refusal is a mistake of the test."""
    for timed in script.strip().splitlines():
        clock, _, line = timed.partition(" ")
        state = meeting.state
        lexicon = lexicon_of(state, directory())
        command = read_line(line, lexicon)
        assert not isinstance(command, Refusal), (line, command)
        enter(meeting, command, local(clock))
    return meeting


def enter(meeting: Meeting, command: Command, now: datetime) -> None:
    """Let a command take effect."""
    outcome = decide(meeting, command, now.astimezone(UTC))
    assert not isinstance(outcome, Refusal), (command, outcome)
    for entry in mint(meeting.last.seq, outcome, now, now, Seat("desk", "ab")):
        meeting.apply(entry)


def mid_day() -> Meeting:
    """In the middle of a statement of a delegation that is on no list."""
    meeting = run(begin(), MORNING)
    enter(meeting, NoteClockJump("sleep", 2.5), local("10:25:00"))
    return meeting


def adjourned() -> Meeting:
    """The day is over; not everybody was heard."""
    return run(mid_day(), REST)


def report(
    meeting: Meeting,
    clock: str = "10:25:30",
    *,
    language: str = "en",
    naming: str = "named",
    verified: bool = True,
) -> MeetingReport:
    """The read model at that time of the day."""
    return report_on(
        meeting,
        directory(),
        now=local(clock),
        verified=verified,
        language=language,
        naming=naming,
    )
