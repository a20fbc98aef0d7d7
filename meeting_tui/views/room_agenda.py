"""The agenda for whoever has a link: each item with the times planned, and those it has instead."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.views.agenda_column import in_order
from meeting_tui.views.look import Look
from meeting_tui.views.top import day_text


class AgendaItem(Struct, frozen=True):
    """One item as it is shown; all texts in one language."""

    number: str
    title: str
    planned: str
    """`10:10-10:30`."""
    expected: str
    """The times it had or will have; empty where they are as planned."""
    phase: str
    """`done`, `open` or `coming`."""
    word: str
    """The same in a word."""


class AgendaSitting(Struct, frozen=True):
    """A sitting with its items, in the order they are taken."""

    name: str
    planned: str
    items: tuple[AgendaItem, ...]


class AgendaPage(Struct, frozen=True):
    """What is shown at one moment."""

    meeting: str
    title: str
    day: str
    rests_on: str
    """What the expected times rest on, in a sentence."""
    sittings: tuple[AgendaSitting, ...]


def agenda_page(look: Look) -> AgendaPage:
    """The agenda of one look at the meeting."""
    state, day = look.state, look.projection.day
    held = {each.id: each for each in day.sittings}
    parts: dict[str, list[AgendaItem]] = {}
    for times, sitting, _ in in_order(day):
        parts.setdefault(sitting, []).append(_item(look, times))
    return AgendaPage(
        meeting=state.agenda.short_title.say(look.language),
        title=state.agenda.title.say(look.language),
        day=day_text(look, long=True),
        rests_on="" if state.phase == "adjourned" else look.say("agenda_page.rests_on"),
        sittings=tuple(
            AgendaSitting(
                look.say("begin.sitting", number=look.sitting_number(each)),
                _span(look, held[each].planned_start, held[each].planned_end),
                tuple(items),
            )
            for each, items in parts.items()
            if each in held
        ),
    )


def _item(look: Look, times: ItemTimes) -> AgendaItem:
    item = look.state.agenda.item(times.id)
    assert item is not None  # the day is made of the agenda's items
    planned = _span(look, times.planned_start, times.planned_end)
    expected = _span(
        look, times.starts_at or times.planned_start, times.ends_at or times.planned_end
    )
    phase = "done" if times.closed_at else "open" if look.state.item == times.id else "coming"
    return AgendaItem(
        number=times.id,
        title=item.title.say(look.language),
        planned=planned,
        expected="" if expected == planned else expected,
        phase=phase,
        word=look.say(f"agenda_page.{phase}"),
    )


def _span(look: Look, start: datetime, end: datetime) -> str:
    return "–".join(look.clocks(start, end))
