"""Which words at the beginning of a line are tags, and which begin a sentence."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.notes import Note, point_line
from meeting_tui.meeting.point_tags import beginning, tagged_line
from meeting_tui.meeting.refusal import Refusal
from tests.meeting.room import Room, at_time

ASKED = {f"{letter}{n}" for letter, last in (("A", 8), ("P", 8)) for n in range(1, last + 1)}
TOPICS = {"advisory-group", "next-mandate"}
MADE = {"r1", "r12"}


def tag(word: str) -> tuple[str, str] | None:
    if word.upper() in ASKED:
        return "questions", word.upper()
    if word.casefold() in TOPICS:
        return "topics", word.casefold()
    return ("proposals", word.casefold()) if word.casefold() in MADE else None


def read(line: str) -> tuple[tuple[str, ...], str]:
    """Ids and marks of a line, then its text."""
    found = beginning(line, tag, lambda word: word.startswith("/"))
    return tuple(each.text for each in found.words), line[found.end :]


@pytest.mark.parametrize(
    ("line", "tags", "text"),
    [
        ("a1 text", ("A1",), "text"),
        ("A1 annual report", ("A1",), "annual report"),
        ("a1 a6 text", ("A1", "A6"), "text"),
        ("a1,a6, of the law", ("A1", "A6"), "of the law"),
        ("A1: text", ("A1",), "text"),
        ("A1:text", ("A1",), "text"),
        ("A1：年度报告", ("A1",), "年度报告"),
        ("a1: text", ("A1",), "text"),
        ("A1. Text", ("A1",), "Text"),
        ("(A7) text", ("A7",), "text"),
        ("[A7] text", ("A7",), "text"),
        ("（A7）文字", ("A7",), "文字"),
        ("(A5, A6): text", ("A5", "A6"), "text"),
        ("A5/A6 text", ("A5", "A6"), "text"),
        ("a5/a6 text", ("A5", "A6"), "text"),
        ("A5/A6: text", ("A5", "A6"), "text"),
        ("A1-A3 text", ("A1", "A2", "A3"), "text"),
        ("A1–A3: text", ("A1", "A2", "A3"), "text"),
        ("A1-A3, A6 text", ("A1", "A2", "A3", "A6"), "text"),
        ("A1、A3 文字", ("A1", "A3"), "文字"),
        ("A1 and A3: text", ("A1", "A3"), "text"),
        ("A1, A2 and A3: text", ("A1", "A2", "A3"), "text"),
        ("(A1) (A3) text", ("A1", "A3"), "text"),
        ("a1 /supports advisory-group text", ("A1", "/supports", "advisory-group"), "text"),
        ("A1: /supports r1 text", ("A1", "/supports", "r1"), "text"),
        ("(A7): text", ("A7",), "text"),
        ("(A7):text", ("A7",), "text"),
        ("r1: text", ("r1",), "text"),
        ("a1 is laid down in law", ("A1",), "is laid down in law"),
        ("a1 and in addition", ("A1",), "and in addition"),
        ("a4", ("A4",), ""),
        ("A1:", ("A1",), ""),
    ],
)
def test_written_as_people_write_them_they_are_tags(
    line: str, tags: tuple[str, ...], text: str
) -> None:
    assert read(line) == (tags, text)


@pytest.mark.parametrize("dash", ["-", "–", "—", "－", "——", "--"])
@pytest.mark.parametrize(
    ("line", "tags", "text"),
    [
        ("p6 {} text", ("P6",), "text"),
        ("P6 {} Text", ("P6",), "Text"),
        ("a1 a6 {} text", ("A1", "A6"), "text"),
        ("a1, a6 {} text {} more", ("A1", "A6"), "text {} more"),
        ("A5/A6 {} text", ("A5", "A6"), "text"),
        ("1. p6 {} text", ("P6",), "text"),
        ("/figure p6 {} 40", ("/figure", "P6"), "40"),
        ("p6 {} /figure 40", ("P6", "/figure"), "40"),
        ("/supports advisory-group {} yes", ("/supports", "advisory-group"), "yes"),
        ("r1 {} text", ("r1",), "text"),
        ("p6 {} ", ("P6",), ""),
    ],
)
def test_a_dash_between_tags_and_text_is_dropped(
    line: str, tags: tuple[str, ...], text: str, dash: str
) -> None:
    assert read(line.format(dash, dash)) == (tags, text.format(dash))


@pytest.mark.parametrize(
    ("line", "tags", "text"),
    [
        ("a1 -5 % a year", ("A1",), "-5 % a year"),
        ("/figure - 40", ("/figure",), "- 40"),
        ("A1: - text", ("A1",), "- text"),
        ("a1 text - more", ("A1",), "text - more"),
        ("a1 “-” text", ("A1",), "“-” text"),
    ],
)
def test_a_dash_elsewhere_stays(line: str, tags: tuple[str, ...], text: str) -> None:
    assert read(line) == (tags, text)


@pytest.mark.parametrize(
    ("line", "tags", "text"),
    [
        ("A1 – A3: text", ("A1", "A2", "A3"), "text"),
        ("a1 - a3 text", ("A1", "A2", "A3"), "text"),
        ("a1 - a3 - text", ("A1", "A2", "A3"), "text"),
        ("A1 - A3, A6 text", ("A1", "A2", "A3", "A6"), "text"),
        ("A1 - A3 will be answered in writing", (), "A1 - A3 will be answered in writing"),
        ("A3 - A1 runs backwards", ("A3",), "- A1 runs backwards"),
        ("A1 - “A3” text", ("A1",), "“A3” text"),
    ],
)
def test_a_dash_between_two_ids_is_a_range(line: str, tags: tuple[str, ...], text: str) -> None:
    assert read(line) == (tags, text)


@pytest.mark.parametrize("tags", ["A5/A6: ", "(A5, A6): ", "a5 a6 ", "A5-A6: "])
@pytest.mark.parametrize(
    "number",
    [
        *(
            "1. ",
            "2) ",
            "1.",
            "12 - ",
            "(3) ",
            "[4] ",
            "5、",
            "No. 6: ",
            "第7、",
            "① ",
            "a) ",
            "iv) ",
        ),
        *("• ", "•", "- ", "– ", "* ", "▪\t", "  • 1. "),
    ],
)
def test_the_number_or_sign_of_a_list_before_tags_is_dropped(number: str, tags: str) -> None:
    assert read(f"{number}{tags}text") == (("A5", "A6"), "text")
    assert read(f"{number}/figure {tags}text")[0] == ("/figure", "A5", "A6")


@pytest.mark.parametrize(
    "line",
    [
        *("1. text", "- text", "• A9: no question", "1. P1 is the main concern", "1.5 A1 text"),
        *("1", "-", "- ", "(1)", "40 A1 text", "1. “A1” text", "A) text", "1. A1 and A3 of it"),
    ],
)
def test_a_number_before_a_text_stays(line: str) -> None:
    assert read(line) == ((), line)


@pytest.mark.parametrize(
    "line",
    [
        "A1 and A3 of the annex will be answered",
        "a1 and a3 of the annex will be answered",
        "A1, A3 and A5 are answered in writing",
        "A1 and the rest of the annex",
        "A1-A3 will be answered in writing",
        "A5/A6 were answered yesterday",
        "P1 is the main concern",
        "P1 of the letter",
        "A1 to A3 come later",
        "A1 et A3 de l'annexe",
        "A1 y A3 del anexo",
        "(a1) in brackets (twice)",
        "A9: no such question",
        "A1-A9 is no range",
        "A3-A1 runs backwards",
        "A1-P3 mixes two sets",
        "A1/ and nothing",
        "A1:30 is a scale",
        "P1's answer",
        "A4-size paper",
        '"A4" paper',
        "(A7 and more) text",
        "() text",
        ": text",
        "",
    ],
)
def test_a_sentence_that_begins_with_an_id_is_text(line: str) -> None:
    assert read(line) == ((), line)


def test_a_text_behind_a_closed_tag_may_begin_with_an_id() -> None:
    assert read("A1: A3 is answered elsewhere") == (("A1",), "A3 is answered elsewhere")
    assert read("A1: A3 too") == (("A1",), "A3 too")


def command(line: str) -> Note:
    room = Room()
    room.now = at_time("10:00:00")
    found = read_line(line, room.lexicon)
    assert isinstance(found, Note), found
    return found


def test_the_command_language_reads_them_so() -> None:
    assert command("note A1: annual reports") == Note("annual reports", questions=("A1",))
    assert command("note A1:annual reports").text == "annual reports"
    assert command("note A1 and A6 of the annex").text == "A1 and A6 of the annex"
    assert command("note (A6) /figure 40").kind == "figure"
    assert command("note 1. A1: annual reports") == Note("annual reports", questions=("A1",))
    assert command("note - a1 /figure 40").kind == "figure"
    assert isinstance(read_line("note A1: /nonsense x", Room().lexicon), Refusal)


@pytest.mark.parametrize(
    "text", ["P1 is the main concern", "A1 and A6 of the annex", "A6 too", "- a dash", "— one"]
)
def test_a_text_that_begins_like_a_tag_stays_a_text_behind_one(text: str) -> None:
    room = Room().opened("3")
    room.do("floor mex!", f"note {tagged_line(('A1',), text)}")
    point = room.state.points["n1"]
    assert (point.questions, point.text) == (("A1",), text)
    assert room.refused(f"correct n1 {point_line(point)}") == "nothing_changed"
    room.do("correct n1 other", f"correct n1 {point_line(point)}")
    assert (room.state.points["n1"].questions, room.state.points["n1"].text) == (("A1",), text)


def test_tags_before_any_other_text_stand_bare() -> None:
    assert tagged_line(("A1", "next-mandate"), "a text") == "a1 next-mandate a text"
    assert tagged_line((), "A1 is text") == "A1 is text"
