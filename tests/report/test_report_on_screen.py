"""What the Report screen shows, without a terminal: blocks as lines, the top, what is missing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.report.blocks import (
    Bullets,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Run,
    Table,
    plain,
)
from meeting_tui.report.on_screen import (
    WIDEST,
    Laid,
    Layout,
    Shown,
    column_widths,
    heading_lines,
    listed_parts,
    part_rows,
    strip_line,
)
from meeting_tui.text import cells
from meeting_tui.views.look import Choice
from meeting_tui.views.missing import (
    Lack,
    lack_of_row,
    lack_rows,
    lacks,
    place_of,
    summary,
)
from meeting_tui.views.pieces import Line, line_cells
from meeting_tui.views.pieces import plain as text_of
from tests.views.day_room import intake_at, look_at

TABLE = Table(
    (Column("Item"), Column("Title", 5), Column("Minutes", is_figure=True)),
    (("1", "State of play of compliance with reporting obligations", "32 (35)"), ("2", "", "75")),
)
DOCUMENT = Document(
    title="Report",
    subtitle="A body",
    head="DRAFT",
    foot="made of day",
    language="en",
    is_draft=True,
    blocks=(
        Notice("A rehearsal"),
        Notice("Odd: \u202eturned"),
        Heading(1, "Item 1", "item 1"),
        Paragraph((Run("Several delegations "), Run("[b]spoke[/b]", "strong")), numbered=True),
        Paragraph(plain("The following points were made:")),
        Bullets(((Run("r1: ", "strong"), Run("a common template " * 9)), plain("مصر تكلمت"))),
        Heading(2, "A1: 是否系统性地提供信息？", "question A1"),
        Paragraph(
            plain("若干代表团（8个代表团的8次发言，代表21个国家）发了言。" * 3), numbered=True
        ),
        Heading(3, "Below"),
        TABLE,
    ),
)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [text_of(each) for each in lines]


@pytest.mark.parametrize("width", [20, 33, 78, 100, 400])
def test_every_line_fits_and_nothing_is_lost(width: int) -> None:
    laid = Layout().lay_out(DOCUMENT, width)

    assert max(line_cells(each) for each in laid.lines) <= min(width, WIDEST)
    shown = "".join("".join(texts(laid.lines)).split())
    for words in ("Severaldelegations[b]spoke[/b]", "是否系统性地提供信息？", "madeofday", "r1:"):
        assert words in shown


def test_paragraphs_are_numbered_through_and_styles_are_roles() -> None:
    laid = Layout().lay_out(DOCUMENT, 78)
    lines = texts(laid.lines)

    assert "1.   Several delegations [b]spoke[/b]" in lines
    assert any(each.startswith("2.   若干代表团") for each in lines)
    assert "     • r1: a common template" in "\n".join(lines)
    roles = {piece.text: piece.role for each in laid.lines for piece in each}
    assert roles["[b]spoke[/b]"] == roles["r1: "] == "strong"
    assert roles["Item 1"] == "heading"
    assert "\u202e" not in "".join(lines)


def test_a_block_that_stayed_is_not_wrapped_again() -> None:
    layout = Layout()
    before = layout.lay_out(DOCUMENT, 78)
    after = layout.lay_out(replace(DOCUMENT, blocks=DOCUMENT.blocks[:-1]), 78)

    kept = {id(each) for each in before.lines}
    bullets = next(each for each in after.lines if text_of(each).startswith("     • r1"))
    assert id(bullets) in kept


def test_a_reader_stays_in_the_part_in_another_language_and_with_less_text() -> None:
    layout = Layout()
    english = layout.lay_out(DOCUMENT, 78)
    short = replace(DOCUMENT, blocks=(DOCUMENT.blocks[0], *DOCUMENT.blocks[6:]))
    other = layout.lay_out(short, 40)
    at = next(each.line for each in english.parts if each.key == "question A1")

    there = english.same_place(other, at + 1)
    assert other.parts[other.part_at(there)].key == "question A1"
    gone = next(each.line for each in english.parts if each.key == "item 1")
    assert 0 <= english.same_place(other, gone) < len(other.lines)
    assert Laid(78, (), ()).same_place(other, 5) == 0


def test_texts_give_way_to_times_and_figures_stand_right() -> None:
    assert column_widths(TABLE, 200) == [4, 54, 7]
    narrow = column_widths(TABLE, 40)
    assert narrow == [4, 25, 7]
    assert column_widths(TABLE, 5) == [3, 3, 3]
    lines = texts(Layout().lay_out(DOCUMENT, 78).lines)
    row = next(each for each in lines if each.startswith("2     "))
    assert row.endswith("     75")


def lacks_at(*lines: str, now: str | None = None) -> tuple[Lack, ...]:
    look = look_at("16:20", *lines, now=now)
    return lacks(look)


def test_what_is_missing_is_counted_by_kind_and_what_goes_on_is_not() -> None:
    found = lacks_at("mark on 7 awaited", 'inscribe "Ruritania"')

    kinds = [each.kind for each in found]
    assert kinds[:2] == ["unknown_name", "text_awaited"]
    assert "item_open" not in kinds
    told = text_of(summary(found, "en"))
    to_do = [each for each in found if each.kind not in ("not_reached", "not_taken_up")]
    assert told.startswith(f"! Open points {len(to_do)}: unknown names 1, texts awaited 1")
    assert text_of(summary((), "en")) == "✓ No open points"
    assert text_of(summary((), "zh")) == "✓ 没有未处理事项"


def test_what_the_report_only_says_is_not_counted_as_missing() -> None:
    said = Lack("not_reached", "inscription s1", "Kenya was not reached on item 1")
    to_do = Lack("text_awaited", "intervention 7", "A text is awaited", "s7")

    assert text_of(summary((said,), "en")) == "✓ No open points"
    assert text_of(summary((to_do, said), "en")) == "! Open points 1: texts awaited 1"


def test_a_rehearsal_is_said_apart_and_is_no_open_point() -> None:
    said = Lack("not_reached", "inscription s1", "Kenya was not reached on item 1")
    unreal = Lack("rehearsal", "day", "This is a rehearsal", "rehearsal")
    to_do = Lack("text_awaited", "intervention 7", "A text is awaited", "s7")

    assert text_of(summary((unreal,), "en")) == "✓ No open points  ·  rehearsal"
    told = text_of(summary((to_do, unreal, said), "en"))
    assert told == "! Open points 1: texts awaited 1  ·  rehearsal"
    found = (to_do, unreal, said)
    rows = lack_rows(found, "en", 60)
    assert [lack_of_row(found, row.key) for row in rows if row.can_select] == [*found]


def test_after_the_end_who_was_not_reached_stands_apart() -> None:
    look = look_at("18:30")
    found = lacks(look)
    rows = lack_rows(found, "en", 40)

    shown = "\n".join(text_of(each.content) for each in rows)
    assert (
        "Open points on the checklist: " in shown and "Not reached (the report says so): 2" in shown
    )
    assert "Liechtenstein was not reached on" in shown
    assert all(line_cells(each.content) <= 40 for each in rows)
    last = next(each for each in reversed(rows) if each.can_select)
    assert lack_of_row(found, last.key) == found[-1]
    assert lack_of_row(found, "to_do") is lack_of_row((), "lack 0") is None
    nothing = [text_of(each.content) for each in lack_rows((), "en", 40)]
    assert nothing == ["The checklist has no open points"]


def test_each_lack_leads_to_where_it_is_put_right() -> None:
    intake = intake_at("18:30")
    state, log = intake.meeting.state, intake.meeting.entries
    point = next(iter(state.points))
    turn = next(iter(state.interventions))
    asked = next(iter(state.inscriptions))

    def place(kind: str, subject: str) -> tuple[str, str, str]:
        found = place_of(Lack(kind, subject, ""), state, log)
        assert found is not None
        return found.screen, found.subject, found.line

    assert place("no_points", turn) == ("notes", turn, "")
    assert place("text_awaited", turn) == ("notes", turn, ":received on 1 ")
    screen, row, line = place("long_turn", turn)
    assert (screen, line) == ("record", "times 1 ")
    assert log[int(row) - 1].event.intervention == turn  # type: ignore[attr-defined]
    screen, row, line = place("no_question", point)
    assert line.startswith(f"correct {point} ") and log[int(row) - 1].event.name == "point_noted"
    assert place("not_reached", f"inscription {asked}")[0] == "record"
    assert place("not_taken_up", "item 6") == ("schedule", "item 6", "")
    assert place("item_open", "4") == ("schedule", "item 4", "")
    name = state.inscriptions[asked].delegation
    screen, row, line = place("unknown_name", name)
    assert (screen, line) == ("record", f'identify "{name}" as ') and row
    assert place_of(Lack("rehearsal", "day", ""), state, log) is None


def test_whom_it_names_is_the_first_word_and_has_a_colour_when_names_leave() -> None:
    look = look_at("16:20")
    laid = Layout().lay_out(DOCUMENT, 78)
    shown = Shown(laid, 78, (), "16:19:58", 400, False, Choice("named", "zh"))

    lines = heading_lines(look, Choice("named", "zh"), shown, True, 80)
    assert [line_cells(each) for each in lines] == [80, 80, 80]
    assert text_of(lines[0]).startswith("  NAMED  Chinese  DRAFT")
    assert text_of(lines[0]).rstrip().endswith("as of 16:19:58")
    assert any("over" in piece.role for piece in lines[0])
    counted = heading_lines(look, Choice("counted", "en"), shown, False, 80)
    assert "COUNTED  English" in text_of(counted[0]) and "updating" in text_of(counted[0])
    assert not any("over" in piece.role for piece in counted[0])
    first = heading_lines(look, Choice("anonymous", "en"), None, False, 80)
    assert "Making the draft" in text_of(first[0])


def test_the_strip_shows_the_part_between_its_neighbours() -> None:
    look = look_at("16:20")
    parts = Layout().lay_out(DOCUMENT, 78).parts

    assert [each.title for _, each in listed_parts(parts)] == [
        "Report",
        "Item 1",
        "A1: 是否系统性地提供信息？",
    ]
    told = text_of(strip_line(look, parts, 1, 80))
    assert "‹ Report" in told and "▌Item 1  › A1" in told and told.rstrip().endswith("2 of 3")
    below = strip_line(look, parts, 3, 40)
    assert "▌A1" in text_of(below) and cells(text_of(below)) <= 40
    assert strip_line(look, (), 0, 80) == ()
    assert [each.key for each in part_rows(parts)] == ["part 0", "part 1", "part 2"]
