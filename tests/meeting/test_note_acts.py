"""Points of a note, decisions, texts received, and how they are put right."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.decisions import DecisionTaken, DocumentReceived
from meeting_tui.meeting.notes import PointNoted, point_line
from tests.meeting.room import Room


def noted(room: Room, line: str) -> PointNoted:
    (event,) = room.do(line)
    assert isinstance(event, PointNoted)
    return event


def speaking() -> Room:
    room = Room().opened("3")
    room.do("inscribe mex", "next")
    return room


def test_a_note_is_on_whoever_has_or_last_had_the_floor() -> None:
    room = Room().at("10:00:00")
    room.do("open")
    assert room.refused("note too early") == "nobody_has_spoken"
    room.do("item 3")
    room.do("inscribe mex fra", "next")
    assert noted(room, "note while speaking").intervention == "s1"
    room.do("yield")
    assert noted(room, "note just after").intervention == "s1"
    room.do("next!")
    assert noted(room, "note the next one").intervention == "s2"
    assert room.state.points_of == {"s1": ["n1", "n2"], "s2": ["n3"]}


def test_a_note_on_another_intervention_by_delegation_or_number() -> None:
    room = Room().opened("3")
    room.do("inscribe mex fra", "inscribe mex kind question", "next", "next!", "next!")

    assert noted(room, "note on fra a1 what was meant").intervention == "s2"
    assert noted(room, "note on mex the later one").intervention == "s3"
    assert noted(room, "note on 1 /proposal the first").intervention == "s1"
    assert noted(room, "NOTE ON Mexico by name").intervention == "s3"
    assert room.refused("note on jpn x") == "has_not_spoken"
    assert room.refused("note on the other hand") == "note_on_unheard"
    assert noted(room, 'note "on the other hand"').text == '"on the other hand"'
    assert noted(room, "note /statement on the other hand").text == "on the other hand"
    assert room.refused("note on 9 x") == "no_such_intervention"
    assert room.refused("note on fra(eu+zzz) x") == "aligned_unknown"
    assert noted(room, "note on").text == "on"


def test_marks_before_the_text_and_nothing_in_the_text() -> None:
    event = noted(speaking(), "note a1 A6 a1 /proposal /SUPP /internal text a6 /offer “/opposes”")

    assert event.questions == ("A1", "A6")
    assert (event.kind, event.stance, event.audience) == ("proposal", "supports", "internal")
    assert event.text == "text a6 /offer “/opposes”"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("plain", "plain"),
        ('"quoted whole"', '"quoted whole"'),
        ('"quoted" and more', '"quoted" and more'),
        ("“专家组”（A）", "“专家组”（A）"),
        ('"hear"!', '"hear"!'),
        ("a1(b) of the law", "a1(b) of the law"),
        ("a1! cried somebody", "a1! cried somebody"),
        ("/and/or is no mark", "/and/or is no mark"),
        ("/ 2 of them", "/ 2 of them"),
        ("[State Party] asked", "[State Party] asked"),
        (", and so on", ", and so on"),
        ('"quoted",', '"quoted",'),
        ("hello,", "hello,"),
        ("one, two;three", "one, two;three"),
        ("two  spaces {kept}", "two  spaces {kept}"),
        ('"a1" quoted is text', '"a1" quoted is text'),
    ],
)
def test_text_stays_as_typed(typed: str, text: str) -> None:
    event = noted(speaking(), f"note {typed}")

    assert event.text == text
    assert event.questions == ()


@pytest.mark.parametrize(
    ("mark", "field", "value"),
    [
        *((f"/{kind}", "kind", kind) for kind in ["proposal", "request", "offer", "asks"]),
        *((f"/{kind}", "kind", kind) for kind in ("figure", "announces")),
        *((f"/{s}", "stance", s) for s in ["supports", "conditional", "reserves", "opposes"]),
        *((f"/{audience}", "audience", audience) for audience in ("internal", "off-record")),
        ("/off_record", "audience", "off-record"),
        ("/prop", "kind", "proposal"),
    ],
)
def test_every_mark_before_a_text_is_read(mark: str, field: str, value: str) -> None:
    room = speaking()
    event = noted(room, f"note {mark} text")

    assert getattr(event, field) == value
    assert event.text == "text"


def test_questions_may_stand_with_commas() -> None:
    assert noted(speaking(), "note a1,a6, of the law").questions == ("A1", "A6")


def test_a_question_that_does_not_ask_that_kind_is_accepted_and_marked() -> None:
    room = Room().opened("3")
    room.do("inscribe mex carms", "next")
    assert noted(room, "note p1 p4 figures").not_asked == ()
    room.later(9).do("next")
    event = noted(room, "note p1 p4 figures")

    assert event.questions == ("P1", "P4")
    assert event.not_asked == ("P4",)
    assert room.state.points["n2"].not_asked == ("P4",)


@pytest.mark.parametrize(
    "line",
    [
        "note r9 /off-record secret",
        "note a99 /internal secret",
        "note zz /Off_Record secret",
        "note a1; zz: /off-record secret",
        "note a1 one two /off-record secret",
        "note /off-record! secret",
        "note /off-record: secret",
        'note "/off-record secret',
        "note zz ／off－record secret",
        "note on 1 zz /off-record secret",
        "correct n1 a99 /off-record secret",
        "propose r7 /off-record secret",
        "position mex supports a1 zz /internal secret",
        "note the chair said /off-record things",
        "note our minister may go /off-record and this too",
        "note a1 what the others said /off-record",
        "note what our own minister said /inte then",
        "note what our own minister said /off-r then",
        "note what our own minister said (/internal) then",
        "note what our own minister said /internal— and then",
        'note he wrote "/internal" and meant it /off-record',
        "correct n1 the chair said with care /off-record things",
        "points first ¶ the chair said with care /off-record things",
        "points on mex a1 what our own minister said /inte ¶ second",
        "propose a fund that our own minister wants /internal",
        "note we support /opposes the second",
        "note a1 we support it, (/Opposes) the second",
        "note a1 we support /supp the second",
        "note we ／reserves the rest",
        "note a1 /supports the first /supports the second",
        "correct n1 a1 text /conditional on money",
        "points first ¶ a1 second /opposes third",
        "propose a fund /supports",
    ],
)
def test_a_mark_that_came_to_stand_in_the_text_is_refused(line: str) -> None:
    room = speaking()
    room.do("note a first point")

    assert room.refused(line) == "mark_in_text"
    assert list(room.state.points) == ["n1"]


@pytest.mark.parametrize(
    "text",
    [
        "“zz /off-record” as it was typed",
        'he wrote "/internal" on it',
        "what the others said “/off-record” about it",
        'the chair said "we go /off-record now" to us',
        "what was said 「/internal」 to the others",
        "the words used were /off /int /offer /internals",
        "example.org/internal /internal/list is-/internal-only",
        "the /offer stands",
        "the words used were “/supports” and /con /opposed",
    ],
)
def test_a_quoted_mark_or_a_part_of_a_word_is_text(text: str) -> None:
    event = noted(speaking(), f"note a1 {text}")

    assert (event.text, event.audience) == (text, "report")


def test_a_full_width_stroke_is_as_good_as_a_plain_one() -> None:
    event = noted(speaking(), "note a1 ／off–record secret")

    assert (event.text, event.audience) == ("secret", "off-record")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("note", "empty_note"),
        ("note a1 /proposal", "empty_note"),
        ("note /nonsense text", "no_such_mark"),
        ("note /o text", "ambiguous_word"),
        ("correct", "point_missing"),
        ("correct n9 text", "no_such_point"),
        ("correct n1", "empty_note"),
        ("correct n1 /nonsense text", "no_such_mark"),
        ("decision", "text_missing"),
        ("document mex", "text_missing"),
    ],
)
def test_what_cannot_be_written_down(line: str, code: str) -> None:
    room = speaking()
    room.do("note a first point")

    assert room.refused(line) == code


def test_a_correction_keeps_what_the_point_read_before() -> None:
    room = speaking()
    room.do("note a1 /supports what I heard", "correct n1 a1 a6 /opposes what was said")
    point = room.state.points["n1"]

    assert point_line(point) == "a1 a6 /opposes what was said"
    assert point.corrected
    (kept,) = room.state.corrections
    assert (kept.what, kept.subject, kept.author) == ("point", "n1", "EK")
    assert kept.before == "a1 /supports what I heard"
    assert kept.after == "a1 a6 /opposes what was said"
    room.do("undo")
    assert point_line(room.state.points["n1"]) == "a1 /supports what I heard"
    assert room.state.corrections == []


def test_a_decision_is_recorded_for_its_item_also_after_it_is_closed() -> None:
    room = Room().opened("3")
    assert room.do("decision The draft is adopted.") == (
        DecisionTaken("d1", "3", "The draft is adopted."),
    )
    room.do("close item")
    assert room.do("decision On second thoughts") == (
        DecisionTaken("d2", "3", "On second thoughts"),
    )
    assert [each.text for each in room.state.decisions] == [
        "The draft is adopted.",
        "On second thoughts",
    ]


def test_a_text_received_from_a_delegation_at_any_time() -> None:
    room = Room()
    assert room.do("document mex Statement, 2 pages") == (
        DocumentReceived("t1", "MEX", "Mexico", None, "Statement, 2 pages"),
    )
    room.opened("3").do('document "Friends of the List" Joint paper')
    (_, second) = room.state.documents
    assert (second.name, second.known, second.item) == ("Friends of the List", False, "3")


@pytest.mark.parametrize(
    "typed",
    [
        "a1 a6 /request /supports /internal held back",
        "a6 /supports a1 a fund",
        "/proposal a fund",
        "plain words",
    ],
)
def test_a_correction_that_changes_nothing_is_not_recorded(typed: str) -> None:
    room = speaking()
    room.do(f"note {typed}")
    line = point_line(room.state.points["n1"])

    assert room.refused(f"correct n1 {line}") == "nothing_changed"
    assert not room.state.points["n1"].corrected
    room.do(f"correct n1 {line} at last")
    assert room.refused(f"correct n1 {line} at last") == "nothing_changed"
    assert len(room.state.corrections) == 1


def test_putting_right_to_what_is_so_already_is_refused() -> None:
    room = Room().opened("3")
    room.do("note the item itself")
    room.do("inscribe mex", "next", "note a1 words")

    for line, code in {
        "correct n1 the item itself": "nothing_changed",
        "tag n2 a1": "tagged_so",
        "file n2 under 3": "filed_so",
        "attribute 1 mex": "attributed_so",
    }.items():
        assert room.refused(line) == code
    assert room.state.corrections == []


@pytest.mark.parametrize(
    "line",
    [
        "note /supports a1 /opposes keep it",
        "note on mex a1 /supp /res but not yet",
        "correct n1 a1 /supports /opposes text",
        "points a1 first ¶ a1 /conditional /opposes second",
        "propose a1 /supports /opposes a fund",
        "position mex supports a1 /opposes a6 text",
        "note a1 /opposes the second opposes it /supports but supports training",
        "correct n1 a1 /opposes the second /supp the third",
        "points a1 first ¶ a1 /conditional second /opposes third",
        "position mex supports a1 the first /opposes the second",
    ],
)
def test_two_stances_in_one_line_are_refused(line: str) -> None:
    room = speaking()
    room.do("note a1 a first point")

    assert room.refused(line) == "two_stances"
    assert list(room.state.points) == ["n1"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("note /proposal /figure 40", "two_kinds"),
        ("note a1 /request a6 /offer help", "two_kinds"),
        ("note /figure /statement 40", "two_kinds"),
        ("note /statement /figure 40", "two_kinds"),
        ("correct n1 /asks /announces text", "two_kinds"),
        ("file n1 on 1 as /asks /announces text", "two_kinds"),
        ("points a1 first ¶ /asks /figure second", "two_kinds"),
        ("note /internal /off-record text", "two_audiences"),
        ("correct n1 /off-r /int text", "two_audiences"),
        ("points /internal first ¶ /off-record /internal second", "two_audiences"),
    ],
)
def test_two_kinds_or_two_audiences_in_one_line_are_refused(line: str, code: str) -> None:
    room = speaking()
    room.do("note a1 a first point")

    assert room.refused(line) == code
    assert list(room.state.points) == ["n1"]


def test_a_stance_may_be_said_twice() -> None:
    room = speaking()

    assert noted(room, "note /supports a1 /supp a6 yes").stance == "supports"
    assert noted(room, "note /figure /fig 40").kind == "figure"
    assert noted(room, "position mex supports a1 /supports a6 yes").stance == "supports"
