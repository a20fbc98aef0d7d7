"""What is open before the report is final, finalising it, and purging what was off the record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Topic
from meeting_tui.meeting.attributions import PointFiled
from meeting_tui.meeting.checklist import Open, all_open, open_points, tell_open
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.left_to_do import BLANKS, told_by_kind
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.notes import PointCorrected, PointNoted
from meeting_tui.meeting.purged_points import PointPurged, without_text
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.statement_texts import KeepStatement
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, agenda, directory, words_for


def named(language: str) -> Callable[[str], str]:
    return lambda code: directory().name(code, language)


def retold(room: Room, entries: tuple[Entry, ...], language: str = "en") -> str:
    return tell_act(room.state, entries, language, named(language))


def told(room: Room, line: str, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), entries
    return retold(room, entries, language)


WRITTEN = ("tick conclusion 3", "tick conclusions")
"""What the Chair writes in the report of a meeting with item 3 is there."""


def clean() -> Room:
    """A meeting over, with nothing to be looked at."""
    room = Room().opened("3")
    room.at("10:01:00").do("floor mex!", "note a1 reports are public")
    room.at("10:03:00").do("yield", "close item", "adjourn!", *WRITTEN)
    return room.at("12:00:00")


def open_in(room: Room) -> tuple[Open, ...]:
    """What is open but for what the Chair writes."""
    found = open_points(room.state, room.now, directory())
    return tuple(each for each in found if each.kind not in BLANKS)


def kinds(room: Room) -> list[tuple[str, str, str]]:
    return [(each.kind, each.subject, each.place) for each in open_in(room)]


def sentence(room: Room, found: Open, language: str = "en") -> str:
    return tell_open(found, room.state, language, named(language))


def only(room: Room) -> Open:
    found = open_in(room)
    assert len(found) == 1, found
    assert sentence(room, found[0]) != sentence(room, found[0], "zh")
    return found[0]


class TestChecklist:
    """Each sort of open point, and that it goes when it is settled."""

    def test_nothing_is_open(self) -> None:
        assert kinds(clean()) == []

    def test_a_name_in_no_directory(self) -> None:
        room = clean()
        room.do('document "Nobody Here" text')

        found = only(room)

        assert (found.kind, found.subject) == ("unknown_name", "Nobody Here")
        assert sentence(room, found).startswith("“Nobody Here” is not in the directory")
        room.do('identify "Nobody Here" as jpn')
        assert kinds(room) == []

    def test_a_point_without_question_in_an_item_with_questions(self) -> None:
        room = clean()
        room.do("note on 1 something else")

        found = only(room)

        assert (found.kind, found.subject, found.place) == ("no_question", "n2", "3")
        assert sentence(room, found) == "n2: A point of Mexico (1) has no question: `tag n2 …`"
        room.do("file n2 under 1")
        assert kinds(room) == []
        room.do("undo", "correct n2 /internal something else")
        assert kinds(room) == []

    def test_a_text_awaited(self) -> None:
        room = clean()
        room.do("mark on 1 awaited")

        assert (
            sentence(room, only(room)) == "s1: Text of Mexico (1) not received yet: `received on 1`"
        )
        room.do("received on 1")
        assert kinds(room) == []

    def test_an_intervention_without_points_but_not_of_the_podium(self) -> None:
        room = clean_with("floor fra!", "floor secretariat!", "note without question")

        found = only(room)

        assert (found.kind, found.subject) == ("no_points", "s2")
        assert "10:10:00-10:11:00" in sentence(room, found)

    def test_a_text_kept_in_place_of_points_is_told(self) -> None:
        room = clean_with("floor fra!")
        room.do(KeepStatement("Thank you, Chair.", 2))

        found = only(room)

        assert (found.kind, found.subject) == ("no_points", "s2")
        assert sentence(room, found) == (
            "s2: The text of France (2, 10:10:00-10:11:00) is kept, but no points: `note on 2 …`"
        )

    def test_turns_of_no_time_and_of_hours(self) -> None:
        room = Room().opened("3")
        room.at("10:01:00").do("floor mex!", "note a1 x", "yield", "floor fra!", "note a1 y")
        room.at("11:01:02").do("yield", "close item", "adjourn!")

        assert kinds(room) == [("short_turn", "s1", "3"), ("long_turn", "s2", "3")]
        short, long = open_in(room)
        assert sentence(room, short).startswith("s1: Mexico (1) spoke for 0 seconds at 10:01:00")
        assert sentence(room, long) == "s2: France (2) spoke for 1:00:02: `times 2 …`"

    def test_an_item_open_longer_than_its_sitting(self) -> None:
        room = Room().opened("3")
        room.at("10:01:00").do("floor mex!", "note a1 x")
        room.at("10:05:00").do("yield")
        room.at("13:59:00").do("close item", "adjourn!")
        assert kinds(room) == []
        room = Room().opened("3")
        room.at("10:01:00").do("floor mex!", "note a1 x")
        room.at("10:05:00").do("yield")
        room.at("14:20:00").do("close item", "adjourn!")

        assert kinds(room) == [("long_item", "3", "3")]
        assert sentence(room, only(room)) == "Item 3 was open for 4:20:00, longer than its sitting"

    def test_turns_that_overlap_come_from_other_logs(self) -> None:
        room = clean_with("floor fra!", "note a1 x")
        late = replace(room.state.interventions["s1"], yielded_at=room.now)
        room.state.interventions["s1"] = late

        overlap = [each for each in open_in(room) if each.kind == "overlap"]

        assert [each.subject for each in overlap] == ["s2"]
        assert sentence(room, overlap[0]).startswith("s2: France (2) began before 1 had ended")

    def test_a_turn_on_over_a_break(self) -> None:
        room = Room().opened("3")
        room.at("12:50:00").do("floor mex!", "note a1 x")
        room.at("13:00:00").do("suspend")
        room.at("15:00:00").do("resume")
        room.at("15:10:00").do("floor fra!", "note a1 y")
        room.at("15:15:00").do("yield", "close item", "adjourn!")
        room.do("times 1 12:50 13:20")

        found = only(room)

        assert (found.kind, found.subject, found.params["sitting"]) == ("through_break", "s1", "1")
        assert "past the end of sitting 1" in sentence(room, found)

    def test_a_gap_of_the_clock_until_it_is_decided(self) -> None:
        room = Room().opened("3")
        room.do("floor mex!", "note a1 x")
        room.later(60).do(NoteClockJump("sleep", 30.0))
        assert [each.kind for each in open_in(room)] == ["clock_gap"]
        room.do("gap out", "yield", NoteClockJump("sleep", 5.0), "close item", "adjourn!")
        assert kinds(room) == []
        room.do("undo", "undo", "undo", "undo")
        room.do("yield", "close item", "adjourn!")
        found = open_in(room)[0]
        assert sentence(room, found).startswith(
            "s1: The turn of Mexico (1) includes a clock gap of 0:30"
        )
        room.do("times 1 10:00:30 10:01")
        assert kinds(room) == []

    def test_an_item_that_was_never_closed_and_a_rehearsal(self) -> None:
        room = clean()
        run = room.state.items["3"]
        room.state.items["3"] = replace(run, phase="open")
        room.state.rehearsal = True

        item, rehearsal = open_in(room)

        assert sentence(room, item) == "Item 3 was never closed"
        assert sentence(room, rehearsal, "zh") == "这是演练；时间为模拟"

        room.state.demonstration = True
        assert "every statement is invented" in sentence(room, open_in(room)[1])


def clean_with(*lines: str) -> Room:
    """The clean meeting with more said before it ended."""
    room = Room().opened("3")
    room.at("10:01:00").do("floor mex!", "note a1 reports are public")
    room.at("10:03:00").do("yield")
    room.at("10:10:00")
    for line in lines:
        room.do(line)
        if line.startswith("floor"):
            room.later(60)
    room.do("yield", "close item", "adjourn!")
    return room.at("12:00:00")


class TestFinalising:
    """`finalise` and what makes the report a draft again."""

    def test_with_nothing_open(self) -> None:
        room = clean()

        assert told(room, "finalise") == "The report is final"

        assert room.state.finalised_at == room.now
        assert room.refused("finalise") == "finalised_already"
        assert replay(room.meeting.entries).state == room.state

    def test_a_rehearsal_is_said_and_is_no_open_point_of_the_meeting(self) -> None:
        room = clean()
        room.state.rehearsal = True

        assert room.refused("finalise") == "finalise_rehearsal"
        room.do("mark on 1 awaited")
        assert room.refused("finalise") == "finalise_open_one"
        assert told(room, "finalise!") == "The report is final, with one open point"

    @pytest.mark.parametrize(
        ("lines", "refusal", "english", "chinese"),
        [
            (
                ("mark on 1 awaited",),
                "finalise_open_one",
                "The report is final, with one open point",
                "报告定稿，尚有1项未处理事项",
            ),
            (
                ("mark on 1 awaited", "note on 1 more"),
                "finalise_open",
                "The report is final, with 2 open points",
                "报告定稿，尚有2项未处理事项",
            ),
        ],
    )
    def test_open_points_are_counted_unless_somebody_insists(
        self, lines: tuple[str, ...], refusal: str, english: str, chinese: str
    ) -> None:
        room = clean()
        room.do(*lines)

        assert room.refused("finalise") == refusal
        entries = room.tried("finalise!")
        assert not isinstance(entries, Refusal)

        assert retold(room, entries) == english
        assert retold(room, entries, "zh") == chinese
        assert room.state.finalised_at is not None

    def test_whatever_is_put_right_makes_it_a_draft_again(self) -> None:
        room = clean()
        is_final = []
        for line in ("finalise", "correct n1 a1 other words", "finalise", "undo", "redo"):
            room.do(line)
            is_final.append(room.state.finalised_at is not None)

        assert is_final == [True, False, True, False, True]

    def test_not_before_the_meeting_is_over(self) -> None:
        room = Room().opened()

        assert room.refused("finalise") == "finalise_before_end"
        assert room.refused("finalise now") == "words_left"


class TestWhatAHandHasToWrite:
    """Lines that may show who spoke without names, and what the Chair writes."""

    @pytest.mark.parametrize(
        ("line", "subject", "told"),
        [
            (
                "note on 1 a1 the Bundestag decides",
                "n2",
                "n2: “Bundestag” may show who spoke where names are left out: `correct n2 …`",
            ),
            (
                "note on item 3 hosted in Tokyo",
                "n2",
                "n2: “Tokyo” may show who spoke where names are left out: `correct n2 …`",
            ),
            (
                "document jpn as the Mexican proposal says",
                "t1",
                "t1: “Mexican” may show who spoke where names are left out: rewrite it in the"
                " report",
            ),
        ],
    )
    def test_a_line_that_may_show_who_spoke(self, line: str, subject: str, told: str) -> None:
        room = clean()
        room.do(line)

        found = only(room)

        assert (found.kind, found.subject) == ("by_hand", subject)
        assert sentence(room, found) == told
        assert room.refused("finalise") == "finalise_open_one"
        room.do(f"tick {subject}", "finalise")
        assert kinds(room) == []
        assert room.state.finalised_at is not None

    def test_it_is_found_in_whatever_people_wrote_for_the_report(self) -> None:
        room = Room().opened("3")
        room.do("plan add 3 5 Tokyo seminar because it was asked")
        room.do("plan time 3 170 because the Storting asks")
        room.do("floor mex!", "note a1 /internal the Knesset", "note a1 the Sejm, the Sejm")
        room.do(
            "order fra the Dáil", "ruling the Dáil", "continue", "order jpn x", "ruling Riksdag"
        )
        room.do("continue", "yield", "decision Oslo hosts", "note on item 3 /off-record Oslo")

        found = [each.subject for each in open_in(room) if each.kind == "by_hand"]

        assert found[:4] == ["n2", "d1", "o1", "o2"]
        assert len(found) == 6

    def test_who_is_named_in_every_report_may_be(self) -> None:
        room = Room().opened("3")
        room.do("inscribe nor kind presentation", "next", "note Norway informs the Storting")
        room.do("yield", "floor secretariat!", "note the Secretariat informs")

        assert "by_hand" not in [kind for kind, *_ in kinds(room)]

    def test_names_in_no_list_are_found_too(self) -> None:
        room = clean()
        room.do('document "Ruritania" x', "note on 1 a1 согласны с Ruritania ещё раз")

        assert ("by_hand", "n2", "3") in kinds(room)

    def test_what_the_chair_writes_is_told_once_the_meeting_is_over(self) -> None:
        title = words_for("Mandate")
        topics = (
            Topic(id="group", title=words_for("Group"), item="3"),
            Topic(id="mandate", title=title, item="2", attachment=True),
            Topic(id="small", title=title, item="2", own_section=False),
        )
        room = Room(replace(agenda(), topics=topics)).opened("3")
        assert not [
            each for each in open_points(room.state, room.now, directory()) if each.id != "item 3"
        ]
        room.do("close item", "adjourn!")
        found = open_points(room.state, room.now, directory())

        assert [(each.id, each.place) for each in found] == [
            ("conclusion 3", "3"),
            ("conclusions", ""),
            ("recommendation group", "3"),
            ("attachment mandate", "2"),
        ]
        assert [sentence(room, each) for each in found] == [
            "conclusion 3: The Chair's conclusion on item 3 is still to be written in the report",
            "conclusions: The general conclusions are still to be written in the report",
            "recommendation group: The recommendation on “Group” is still to be written in the"
            " report",
            "attachment mandate: The text of the attachment “Mandate” is still to be written in the"
            " report",
        ]
        assert all(sentence(room, each) != sentence(room, each, "zh") for each in found)
        assert told(room, "tick Recommendation Group").endswith(": recommendation group")
        assert told(room, "tick conclusions").endswith(": conclusions")
        room.do("untick conclusions", "tick attachment mandate", "tick conclusion 3")
        assert room.refused("finalise") == "finalise_open_one"
        room.do("tick conclusions", "finalise")
        assert room.state.finalised_at is not None


SECRET = "between us"


def secret() -> Room:
    room = Room().opened("3")
    room.do("floor mex!", "note a1 open", f"note a6 /reserves /off-record {SECRET}")
    room.later(10).do(f"correct n2 a6 /off-record {SECRET}, again")
    return room.later(10)


class TestPurging:
    """`purge POINT`."""

    def test_only_the_trace_stays(self) -> None:
        room = secret()

        line = told(room, "purge! n2")

        assert line.startswith(
            "Text of point n2 on intervention 1 removed for good. Not touched: files"
        )
        assert list(room.state.points) == ["n1"]
        assert room.state.points_of["s1"] == ["n1"]
        assert SECRET not in repr(room.meeting.entries)
        assert [(c.what, c.subject, c.before, c.after) for c in room.state.corrections] == [
            ("point", "n2", "", ""),
            ("purge", "n2", "s1", ""),
        ]
        assert replay(room.meeting.entries).state == room.state

    def test_what_is_left_is_told_as_purged(self) -> None:
        room = secret()
        room.do("purge! n2")
        noted, corrected = (
            entry
            for entry in room.meeting.entries
            if isinstance(entry.event, PointNoted | PointCorrected) and entry.event.point == "n2"
        )

        assert retold(room, (noted,)) == "Note on Mexico: (text removed)"
        assert retold(room, (corrected,), "zh") == "要点n2更正为：（文本已删除）"

    def test_ids_are_not_given_out_again(self) -> None:
        room = secret()
        room.do("note /proposal /off-record a bargain", "purge! n3", "note /proposal another")

        assert (room.state.points["n4"].proposal, "n3" in room.state.points) == ("r2", False)
        assert replay(room.meeting.entries).state == room.state

    def test_a_point_that_was_taken_back_is_purged_too(self) -> None:
        room = secret()
        room.do("note /off-record never mind", "undo", "purge! n3")

        assert "never mind" not in repr(room.meeting.entries)
        assert replay(room.meeting.entries).state == room.state

    def test_it_is_not_taken_back_and_nothing_before_it_is(self) -> None:
        room = secret()
        room.do("purge! n2")

        assert room.refused("undo") == "purge_not_undone"
        assert room.refused("redo") == "nothing_to_redo"
        room.do("note later", "undo")
        assert room.refused("undo") == "purge_not_undone"
        room.do("redo")
        assert room.state.points["n3"].text == "later"
        assert room.refused("correct n2 words") == "no_such_point"

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("purge", "point_missing"),
            ("purge! n9", "no_such_point"),
            ("purge! n1", "purge_needs_off_record"),
            ("purge! n2 n1", "words_left"),
        ],
    )
    def test_refusals(self, line: str, code: str) -> None:
        assert secret().refused(line) == code

    def test_not_twice(self) -> None:
        room = secret()
        room.do("purge! N2")

        assert room.refused("purge! n2") == "purged_already"

    def test_an_act_taken_back_is_told_without_its_intervention(self) -> None:
        room = secret()
        entry = replace(room.meeting.last, event=PointPurged("n2", "s9"))

        assert retold(room, (entry,)).startswith(
            "Text of point n2 on intervention number unknown removed for good."
        )

    def test_other_events_keep_what_they_say(self) -> None:
        noted = room_event(secret(), "n1")

        assert without_text(noted, "n2") is noted
        assert without_text(PointFiled("n2", "3"), "n2") == PointFiled("n2", "3")


def room_event(room: Room, point: str) -> PointNoted:
    return next(
        entry.event
        for entry in room.meeting.entries
        if isinstance(entry.event, PointNoted) and entry.event.point == point
    )


class TestTicking:
    """What somebody has looked at is ticked off by its id."""

    def test_what_is_ticked_off_is_open_no_more_and_comes_back(self) -> None:
        room = clean()
        room.do("note on 1 something else")

        assert told(room, "tick n2") == "Ticked off the checklist: n2"
        assert kinds(room) == []
        assert next(iter(all_open(room.state, room.now, directory()))).id == "n2"
        assert told(room, "untick N2") == "Back on the checklist: n2"
        assert kinds(room) == [("no_question", "n2", "3")]
        room.do("tick n2", "undo")
        assert kinds(room) == [("no_question", "n2", "3")]

    def test_all_that_is_open_on_one_statement_goes_together(self) -> None:
        room = Room().opened("3")
        room.at("10:01:00").do("floor mex!", "yield", "mark on 1 awaited")
        room.do("close item", "adjourn!")
        assert [kind for kind, *_ in kinds(room)] == ["text_awaited", "no_points", "short_turn"]

        room.do("tick s1")

        assert kinds(room) == []

    @pytest.mark.parametrize(
        ("lines", "wanted"),
        [
            (("tick n9",), "“n9” is not on the checklist. Open there: n2."),
            (("tick",), "Which one? Type its id from the checklist, such as `tick n12`."),
            (("tick n2", "tick n2"), "n2 is ticked off already."),
            (("tick n2", "tick n9"), "“n9” is not on the checklist. No points are open there."),
            (("untick n2",), "n2 was not ticked off."),
        ],
    )
    def test_what_cannot_be_ticked_says_why(self, lines: tuple[str, ...], wanted: str) -> None:
        room = clean()
        room.do("note on 1 something else", *lines[:-1])

        assert room.sentence(lines[-1]) == wanted

    def test_what_still_goes_on_is_not_open(self) -> None:
        room = Room().opened("3")
        room.do("floor mex!")
        assert kinds(room) == []
        room.later(60).do("floor fra!")
        assert [kind for kind, *_ in kinds(room)] == ["no_points"], "Mexico's turn is over"

    def test_the_kinds_are_counted_in_one_order_and_in_the_same_words(self) -> None:
        found = ("rehearsal", "overlap", "conclusion", "no_question", "long_item", "no_question")

        assert told_by_kind(found, "en") == (
            "without a question 2, odd times 2, for the Chair to write 1"
        )
        assert told_by_kind(found, "zh") == "未标问题 2，时间存疑 2，待主席撰写 1"
        assert told_by_kind((), "en") == ""

    def test_items_and_names_have_ids_too(self) -> None:
        room = Room().opened("3")
        room.do('document "Nobody Here" text')

        assert [each.id for each in open_in(room)] == ["Nobody Here"], "the item is not over"
        room.do('tick "nobody here"', "tick Item 3")
        assert kinds(room) == []
        room.do("close item", "adjourn!", *WRITTEN, "finalise")
        assert room.state.finalised_at is not None

    def test_a_point_on_a_topic_or_a_proposal_is_not_untagged(self) -> None:
        topics = (Topic(id="group", title=words_for("Group"), item="3", questions=("A1",)),)
        room = Room(replace(agenda(), topics=topics)).opened("3")
        room.do("floor mex!", "note group tagged", "propose group an idea", "note r1 on it")

        assert "no_question" not in [kind for kind, *_ in kinds(room)]

    def test_points_in_any_item_with_questions_are_looked_at(self) -> None:
        room = Room().opened("2")
        room.do("floor mex!", "note about nothing")

        assert ("no_question", "n1", "2") in kinds(room)
