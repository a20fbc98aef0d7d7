"""Whatever agenda is written reads back equal, and with nothing wrong in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_tui.agenda.model import (
    DELEGATION_KINDS,
    PHASE_KINDS,
    QUESTION_SETS,
    Agenda,
    DatedNote,
    Endnote,
    Item,
    Question,
    Segment,
    Sitting,
    Words,
)
from meeting_tui.agenda.toml_file import parse_agenda
from meeting_tui.text import clean_line
from tests.agenda.written_agenda import dump_agenda

TEXTS = st.text(max_size=20).map(clean_line).filter(bool)
WORDS = st.builds(Words, en=TEXTS, zh=st.none() | TEXTS)
NOTES = st.lists(st.builds(Endnote, number=st.integers(1, 99), text=WORDS), max_size=2).map(tuple)
ZONES = st.sampled_from(["Europe/Zurich", "UTC", "Asia/Kathmandu", "Pacific/Apia"])


@st.composite
def sittings(draw: st.DrawFn, zone: str) -> tuple[Sitting, ...]:
    """Sittings one after the other, kept off the hours that clocks may skip or repeat."""
    day = draw(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    made = []
    for number in range(draw(st.integers(1, 4))):
        start = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo(zone))
        start += timedelta(minutes=draw(st.integers(0, 120)))
        end = start + timedelta(minutes=draw(st.integers(1, 360)), seconds=draw(st.integers(0, 59)))
        made.append(Sitting(id=f"s{number}", start=start, end=end))
        day += timedelta(days=draw(st.integers(1, 3)))
    return tuple(made)


@st.composite
def segments(draw: st.DrawFn, item: int, minutes: int, others: list[str]) -> tuple[Segment, ...]:
    made = []
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(PHASE_KINDS))
        each = st.none() | st.integers(1, 20) if kind == "presentation" else st.none()
        made.append(
            Segment(
                id=f"{item}.{number}",
                title=draw(WORDS),
                kind=kind,
                opener=draw(st.none() | TEXTS),
                minutes=draw(st.none() | st.integers(1, minutes // 3)) if minutes > 2 else None,
                each_minutes=draw(each),
                condition=draw(st.none() | WORDS),
                merges=draw(st.none() | st.sampled_from(others)) if others else None,
                notes=draw(NOTES),
            )
        )
    return tuple(made)


@st.composite
def items(draw: st.DrawFn, held: tuple[Sitting, ...]) -> tuple[Item, ...]:
    longest = int(sum(sitting.seconds for sitting in held)) // 60
    count = draw(st.integers(1, 4))
    made = []
    for number in range(count):
        minutes = draw(st.integers(0, longest))
        others = [str(other) for other in range(count) if other != number]
        made.append(
            Item(
                id=str(number),
                title=draw(WORDS),
                kind=draw(st.sampled_from(PHASE_KINDS)),
                opener=draw(st.none() | TEXTS),
                minutes=minutes,
                sitting=draw(st.none() | st.sampled_from([sitting.id for sitting in held])),
                segments=draw(segments(number, minutes, others)),
                notes=draw(NOTES),
            )
        )
    return tuple(made)


@st.composite
def questions(draw: st.DrawFn, asked_in: tuple[Item, ...]) -> tuple[Question, ...]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        item = draw(st.sampled_from(asked_in))
        ids = [segment.id for segment in item.segments]
        made.append(
            Question(
                id=f"Q{number}",
                set=draw(st.sampled_from(QUESTION_SETS)),
                item=item.id,
                segment=draw(st.sampled_from([None, *ids])),
                asks=tuple(draw(st.lists(st.sampled_from(DELEGATION_KINDS), max_size=3))),
                short=draw(WORDS),
                text=draw(WORDS),
            )
        )
    return tuple(made)


@st.composite
def dated_notes(draw: st.DrawFn) -> tuple[DatedNote, ...]:
    made = []
    for _ in range(draw(st.integers(0, 2))):
        day = draw(st.dates())
        until = draw(st.none() | st.dates(min_value=day))
        made.append(DatedNote(date=day, until=until, what=draw(WORDS)))
    return tuple(made)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    zone = draw(ZONES)
    held = draw(sittings(zone))
    plan = draw(items(held))
    return Agenda(
        id="drawn",
        title=draw(WORDS),
        body=draw(WORDS),
        short_title=draw(WORDS),
        date=held[0].start.date(),
        zone=zone,
        venue=draw(st.none() | WORDS),
        chair=draw(st.none() | TEXTS),
        dated=draw(st.none() | st.dates()),
        original_language=draw(st.sampled_from([None, "en", "fr"])),
        rules=draw(st.sampled_from(["att-wgtr", "flat"])),
        sittings=held,
        items=plan,
        questions=draw(questions(plan)),
        deadlines=draw(dated_notes()),
        next_steps=draw(dated_notes()),
    )


@settings(max_examples=30)
@given(agenda=agendas())
def test_written_agenda_reads_back_equal(agenda: Agenda) -> None:
    text = dump_agenda(agenda)
    again = parse_agenda(text, "written")
    assert again == agenda
    assert dump_agenda(again) == text


def test_hour_that_comes_twice_is_kept_apart() -> None:
    zone = ZoneInfo("Europe/Zurich")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=zone)
    second = datetime(2026, 10, 25, 2, 45, fold=1, tzinfo=zone)
    sitting = Sitting(id="1", start=first, end=second)
    agenda = Agenda(
        id="night",
        title=Words(en="Night"),
        body=Words(en="Committee"),
        short_title=Words(en="Night"),
        date=date(2026, 10, 25),
        zone="Europe/Zurich",
        rules="flat",
        sittings=(sitting,),
        items=(Item(id="1", title=Words(en="All"), kind="qa", minutes=75),),
    )
    again = parse_agenda(dump_agenda(agenda), "written").sittings[0]
    assert again.seconds == sitting.seconds == 4500
