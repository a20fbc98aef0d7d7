"""What a seat did without knowing what others entered: brought behind that, or disputed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from meeting_tui.desk.again import Again
from meeting_tui.desk.intake import Seat, mint
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.floor_control import AcceptDisputed, disputes_meant
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import acts_of
from tests.meeting.room import Room, directory

BEGUN = ("inscribe mex fra ken", "next", "note said before")


class Parted:
    """Two seats that have a beginning in common, each going on without knowing of the other."""

    def __init__(self, *begun: str) -> None:
        self.mine, self.theirs = Room(), Room()
        for room in (self.mine, self.theirs):
            room.opened().do(*(begun or BEGUN))
        self.known = list(self.mine.meeting.entries)
        self.mine.seat, self.theirs.seat = Seat("notes", "CD"), Seat("desk", "EK")
        self.again = Again(self.known, directory())
        self.lines: dict[str, str] = {}

    def here(self, *lines: str) -> None:
        for line in lines:
            entries = self.mine.later(10).tried(line)
            assert not isinstance(entries, Refusal)
            self.lines[entries[0].act] = line

    def there(self, *lines: str) -> None:
        self.theirs.later(20).do(*lines)

    @property
    def acts(self) -> list[tuple[Entry, ...]]:
        return acts_of(self.mine.meeting.entries[len(self.known) :])

    def behind(self) -> list[tuple[Event, ...]]:
        """All my acts behind theirs, each as it takes effect there; empty for what does not."""
        meeting = self.theirs.meeting
        found = []
        for act in self.acts:
            events = self.again.behind(act, meeting)
            found.append(events)
            if events:
                self.again.is_at(act, self.apply(events))
            else:
                self.again.give_up(act)
        return found

    def apply(self, events: Sequence[Event]) -> tuple[Entry, ...]:
        meeting: Meeting = self.theirs.meeting
        entries = mint(meeting.last.seq, events, meeting.last.at, meeting.last.at, self.mine.seat)
        for entry in entries:
            meeting.apply(entry)
        assert replay(meeting.entries, strictly=True).state == meeting.state
        return entries

    def points(self) -> list[tuple[str, int]]:
        state = self.theirs.state
        return [
            (each.text, state.interventions[each.intervention].number)
            for each in state.points.values()
        ]


def test_a_note_stays_on_the_statement_on_which_it_was_written() -> None:
    parted = Parted()
    parted.here("note typed while Mexico spoke", "heard es", "mark check")
    parted.there("next", "note after Mexico")
    parted.behind()

    assert parted.points() == [
        ("said before", 1),
        ("after Mexico", 2),
        ("typed while Mexico spoke", 1),
    ]
    mexico, france = parted.theirs.state.interventions.values()
    assert (mexico.language, france.language) == ("es", None)


def test_what_is_said_of_a_note_of_ones_own_goes_on_saying_it() -> None:
    parted = Parted()
    parted.here("note a1 one", "correct n2 a1 two", "tag n2 a6", "note gone", "undo", "note three")
    parted.there("note theirs", "note theirs too")
    parted.behind()

    assert [each for each, _ in parted.points()][3:] == ["two", "three"]
    assert [each.questions for each in parted.theirs.state.points.values()][3] == ("A6",)


def test_proposals_made_apart_have_ids_of_their_own() -> None:
    parted = Parted()
    parted.here("propose a working group", "note r1 /supports agrees")
    parted.there("propose a seminar")
    parted.behind()

    points = list(parted.theirs.state.points.values())
    assert [each.proposal for each in points[1:3]] == ["r1", "r2"]
    assert points[3].proposals == ("r2",)


@pytest.mark.parametrize(
    ("theirs", "rival"), [("note else", ""), ("correct n1 theirs", "EK: theirs")]
)
def test_a_correction_of_a_point_that_others_corrected_keeps_both(theirs: str, rival: str) -> None:
    parted = Parted()
    parted.here("correct n1 mine")
    parted.there(theirs)
    parted.behind()

    point = parted.theirs.state.points["n1"]
    assert (point.text, point.rival) == ("mine", rival)


def test_tags_of_two_are_both_there_and_whose_it_is_is_kept_of_both() -> None:
    parted = Parted(*BEGUN, "tag n1 a1")
    parted.here("tag n1 a1 a6", "attribute 1 nor")
    parted.there("tag n1 a1 p1", "attribute 1 zaf")
    parted.behind()

    state = parted.theirs.state
    assert state.points["n1"].questions == ("A1", "P1", "A6")
    assert state.points["n1"].rival == ""
    assert state.rivals == {"s1": ("EK", "ZAF")}


def test_what_speaks_of_what_is_gone_does_not_follow() -> None:
    parted = Parted()
    parted.here("correct n1 mine")
    parted.there("correct n1 /off-record theirs", "purge! n1")

    assert parted.behind() == [()]


def test_an_undo_of_what_others_undid_does_not_follow() -> None:
    parted = Parted()
    parted.here("undo")
    parted.there("undo")

    assert parted.behind() == [()]


def test_what_is_asked_for_in_its_moment_is_not_done_later() -> None:
    parted = Parted(*BEGUN, "correct n1 /off-record said before")
    parted.here("purge! n1")
    parted.there("note theirs")

    assert parted.behind() == [()]


def test_an_act_on_its_way_is_decided_on_again_where_nobody_had_spoken() -> None:
    parted = Parted("inscribe mex")
    parted.here("note typed before Mexico was seen to speak")
    parted.there("next")

    assert parted.again.not_shown(parted.acts[0], parted.theirs.meeting) == ()


def test_an_act_on_its_way_stays_on_its_statement() -> None:
    parted = Parted()
    parted.here("note typed while Mexico spoke")
    parted.there("next")
    (event,) = parted.again.not_shown(parted.acts[0], parted.theirs.meeting)

    assert event.intervention == "s1"  # type: ignore[attr-defined]


# Of the floor


def dispute(parted: Parted) -> list[str]:
    """Let all that does not follow be disputed; as it is listed."""
    state = parted.theirs.state
    ids = state.new_ids("dispute")
    made = []
    for act in parted.acts:
        events = parted.again.behind(act, parted.theirs.meeting)
        if events:
            parted.again.is_at(act, parted.apply(events))
            continue
        meeting = parted.theirs.meeting
        assert parted.again.is_of_floor(act, meeting) or parted.again.hangs_on_lost(act)
        made.append(parted.again.disputed(parted.lines[act[0].act], act, next(ids)))
    parted.apply(made)
    listed = state.disputes.values()
    return [f"{each.whole_line} = {each.said('en')}" for each in listed]


def test_acts_of_the_floor_are_listed_in_plain_words() -> None:
    parted = Parted()
    parted.mine.seat = Seat("desk-2", "CD")
    parted.here("yield", "floor fra", "limit 2:00", "yield", "suspend for coffee", "undo")
    parted.there("withdraw ken")

    assert dispute(parted) == [
        "yield = Mexico finished (0:10)",
        "floor fra = France has the floor, 3:00",
        "limit 2:00 = New limit: 2:00; unchanged for group statements (5:00)",
        "yield = France finished (0:20)",
        "suspend for coffee = The sitting is suspended: for coffee",
        "undo = Undone: The sitting is suspended: …",
    ]


def test_notes_on_a_statement_that_others_gave_too_go_there() -> None:
    parted = Parted()
    parted.mine.seat = Seat("desk-2", "CD")
    parted.here("yield", "floor fra", "note welcomes it", "heard fr")
    parted.there("next!", "yield")

    assert [each.partition(" = ")[0] for each in dispute(parted)] == ["yield", "floor fra"]
    assert parted.points() == [("said before", 1), ("welcomes it", 2)]
    assert parted.theirs.state.interventions["s2"].language == "fr"


def test_notes_on_a_statement_that_nobody_else_gave_are_listed_with_it() -> None:
    parted = Parted('inscribe mex fra "Utopia"', "next")
    parted.mine.seat = Seat("desk-2", "CD")
    parted.here('floor "Utopia"', "note a1 /supports asks for time", "points one ¶ two", "heard fr")
    parted.there("note theirs")

    assert dispute(parted) == [
        'floor "Utopia" = Mexico finished (0:10); Utopia has the floor, 3:00, ahead of the list',
        'note on "Utopia" a1 /supports asks for time = Note on Utopia: a1 /supports asks for time',
        "points one ¶ two = 2 points noted on Utopia",
        "heard fr = Utopia: statement in French",
    ]
    for which in ("x1", "all"):
        meant = disputes_meant(parted.theirs.state, which)
        again = tuple(read_line(each.whole_line, parted.theirs.lexicon) for each in meant)
        parted.theirs.do(AcceptDisputed(which, again))
    assert [each for each, _ in parted.points()] == ["theirs", "asks for time", "one", "two"]


def test_what_was_said_off_the_record_is_on_no_list() -> None:
    parted = Parted()
    parted.mine.seat = Seat("desk-2", "CD")
    parted.here("floor fra", "note /off-record between us", "note for all")

    told = [parted.again.can_be_disputed(act) for act in parted.acts]
    assert told == [True, False, True]


def test_an_undo_of_an_act_of_the_floor_is_one_of_the_floor() -> None:
    parted = Parted(*BEGUN, "withdraw ken")
    parted.mine.seat = Seat("desk-2", "CD")
    parted.here("undo", "note mine", "undo")
    parted.there("note theirs")
    meeting = parted.theirs.meeting

    told = [parted.again.is_of_floor(act, meeting) for act in parted.acts]
    assert told == [True, False, False]
