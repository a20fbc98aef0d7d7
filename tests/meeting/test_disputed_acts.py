"""Acts of a seat that did not know that another ran the floor: listed, then done or set aside."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from meeting_tui.desk.intake import mint
from meeting_tui.meeting.checklist import open_points, tell_open
from meeting_tui.meeting.floor_control import (
    AcceptDisputed,
    ActDisputed,
    DisputeSettled,
    concerned,
    disputes_meant,
)
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, directory

AT = datetime(2026, 3, 19, 9, 15, tzinfo=UTC)


def room() -> Room:
    made = Room().opened()
    made.do("inscribe mex fra ken", "next")
    return made


def disputed(room: Room, *lines: str, concerns: tuple[str, ...] = ("MEX",), text: str = "") -> None:
    """Have these lines disputed, as a seat that was cut off has them."""
    ids = room.state.new_ids("dispute")
    events = [
        ActDisputed(next(ids), line, AT, (f"Did {line} …", f"已 {line} …"), concerns, text)
        for line in lines
    ]
    for entry in mint(room.meeting.last.seq, events, room.now, room.now, room.seat):
        room.meeting.apply(entry)


def accept(room: Room, which: str) -> AcceptDisputed:
    """The command with what the lines ask for now, as the desk fills it in."""
    meant = disputes_meant(room.state, which)
    again = tuple(read_line(each.whole_line, room.lexicon) for each in meant)
    return AcceptDisputed(which, again)


def listed(room: Room, language: str = "en") -> list[str]:
    return [
        tell_open(each, room.state, language, directory().name)
        for each in open_points(room.state, room.now, directory())
        if each.kind == "disputed"
    ]


def test_a_disputed_act_changes_nothing_and_is_on_the_checklist() -> None:
    before = room()
    disputed(before, "yield")

    assert before.speaker == "MEX"
    assert listed(before) == [
        "Disputed, 10:15, EK: Did yield …. `accept x1` or `set aside x1`",
    ]
    assert listed(before, "zh") == ["存疑，10:15，EK：已 yield …。accept x1 或 set aside x1"]


def test_what_somebody_wrote_in_it_stands_in_its_place() -> None:
    made = room()
    disputed(made, "suspend", text="until the text is ready")

    assert listed(made)[0].startswith("Disputed, 10:15, EK: Did suspend until the text is ready.")
    assert made.state.disputes["x1"].whole_line == "suspend until the text is ready"


def test_it_is_done_now_where_it_is_accepted() -> None:
    made = room()
    disputed(made, "yield")
    events = made.later(60).do(accept(made, "x1"))

    assert [each.name for each in events] == ["floor_yielded", "dispute_settled"]
    assert made.speaker is None
    assert listed(made) == []
    made.do("undo")
    assert [made.speaker, len(listed(made))] == ["MEX", 1]


def test_it_is_taken_off_the_list_without_being_done_where_it_is_set_aside() -> None:
    made = room()
    disputed(made, "yield", "withdraw fra")

    assert made.do("set aside x1") == (DisputeSettled("x1", False),)
    assert len(listed(made)) == 1
    assert made.do("set aside all") == (DisputeSettled("x2", False),)
    assert made.speaker == "MEX" and made.waiting == ["FRA", "KEN"]


def test_all_are_done_one_after_the_other_or_none() -> None:
    made = room()
    disputed(made, "yield", "floor fra", "yield", concerns=("MEX", "FRA", "item 3"))
    made.later(60).do(accept(made, "all"))
    assert [each for each, _ in made.spoken] == ["MEX", "FRA"]
    assert made.speaker is None

    disputed(made, "floor ken", "withdraw fra", concerns=("KEN", "FRA", "item 3"))
    assert made.sentence(accept(made, "all")).startswith("x5 cannot be done now: ")
    assert made.speaker is None
    assert len(listed(made)) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("continue", "x1 cannot be done now: "),
        ("nobody knows this word", "x1 cannot be done now: "),
        ("undo", "x1 cannot be done now: An undo is not done late. Undo what you want yourself."),
        (
            "withdraw fra",
            "x1 would now be about somebody or something else. If you mean that, type",
        ),
    ],
)
def test_what_makes_no_sense_now_stays_listed_and_is_told_why(line: str, said: str) -> None:
    made = room()
    disputed(made, line)
    refused = made.sentence(accept(made, "x1"))

    assert refused.startswith(said)
    assert len(listed(made)) == 1


def test_an_act_on_another_speaker_than_it_was_on_is_not_done() -> None:
    made = room()
    made.later(60).do("next")
    disputed(made, "yield")

    assert made.sentence(accept(made, "x1")) == (
        "x1 would now be about somebody or something else. If you mean that, type `yield`"
        " yourself, then `set aside x1`."
    )
    assert made.speaker == "FRA"


def test_a_note_that_hung_on_a_disputed_statement_is_noted_where_it_is_accepted() -> None:
    made = room()
    made.later(60).do("next")
    disputed(made, "note on fra", concerns=("FRA",), text="welcomes the draft")
    made.do(accept(made, "x1"))

    (point,) = made.state.points.values()
    assert (point.text, made.state.interventions[point.intervention].number) == (
        "welcomes the draft",
        2,
    )


def test_outside_a_sitting_it_is_refused_as_the_act_itself_would_be() -> None:
    made = room()
    disputed(made, "yield")
    made.later(60).do("suspend")
    assert made.sentence(accept(made, "x1")).startswith("x1 cannot be done now: ")
    made.do("adjourn!")
    assert made.sentence(accept(made, "x1")).startswith("x1 cannot be done now: ")


def test_what_is_not_on_the_list_is_refused() -> None:
    made = room()
    assert made.sentence("accept x1") == "No act is disputed."
    disputed(made, "yield")
    assert made.sentence("set aside x7") == "No act “x7” is disputed. There are: x1; or `all`"
    assert made.sentence("accept") == "Which one? Its number, such as `x1`, or `all`"


def test_it_is_told_in_the_record_also_once_it_is_settled() -> None:
    made = room()
    disputed(made, "yield", "next")
    newest = made.meeting.entries[-2:]
    told = [tell_act(made.state, newest[:1], each, directory().name) for each in ("en", "zh")]
    assert told == ["Disputed, x1: 10:15, EK: Did yield …", "存疑，x1：10:15，EK：已 yield …"]
    assert tell_act(made.state, newest, "en", directory().name) == (
        "2 acts are disputed. To see them: `disputed`"
    )
    made.do("set aside x1")
    told_later = tell_act(made.state, newest[:1], "en", directory().name)
    assert told_later == "Disputed, x1: Did yield …"
    assert tell_act(made.state, [made.meeting.last], "en", directory().name) == "x1 set aside"


def test_what_an_act_concerns() -> None:
    made = room()
    yielded = made.do("yield")
    assert concerned(made.state, yielded) == ("MEX",)
    assert concerned(made.state, made.do("floor ken")) == ("KEN", "item 3")
    assert concerned(made.state, made.do("order zaf")) == ("ZAF", "item 3")
    assert concerned(made.state, made.do("ruling noted")) == ("ZAF",)
    assert concerned(made.state, made.do("note said so")) == ("KEN",)


def test_a_purge_takes_its_text_too() -> None:
    made = room()
    disputed(made, "note on mex", text="not for the record")
    made.do(accept(made, "x1"), "correct n1 /off-record not for the record", "purge! n1")

    assert all("not for the record" not in str(each) for each in made.meeting.entries)
