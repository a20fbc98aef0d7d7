"""Several seats at one session: each follows the others, and decides again where one was first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from meeting_tui.desk.desk import Accepted, Refused
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.seats import Company, Role, initials_of, others_of, take_place, who_is_here
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.desk.watched_log import WatchedLog
from meeting_tui.errors import SessionBusy
from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.floor_control import (
    FloorControlAsked,
    FloorControlGiven,
    FloorControlTaken,
)
from meeting_tui.meeting.refusal import refuse
from meeting_tui.session_log.codec import canonical, encode
from meeting_tui.session_log.purges import sealed
from meeting_tui.session_log.sqlite import SqliteLog
from meeting_tui.session_log.store import WriteRefused
from tests.desk.seat import MORNING, SEAT, Pumped, plan


class Sitting(Pumped):
    """One seat at a session on disk."""

    def __init__(self, folder: SessionFolder, role: Role = "floor", hand: str = "ab") -> None:
        super().__init__()
        self.opened = open_session(folder, Seat("desk", hand), role=role)
        self.sit_at(sit_down(self.opened, Seat("desk", hand), self.calls.put))


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    made = SessionFolder(tmp_path / "day")
    begin(made, plan(), MORNING, SEAT, rehearsal=True)
    return made


@pytest.fixture
def seats(folder: SessionFolder) -> Iterator[tuple[Sitting, Sitting]]:
    """One at the floor and one who takes notes, in a sitting that is open."""
    floor = Sitting(folder, hand="ab")
    notes = Sitting(folder, role="notes", hand="cd")
    for line in ("open", "item 0", "inscribe mex fra ken"):
        floor.do(line)
    notes.reach(floor.last)
    yield floor, notes
    notes.desk.leave()
    floor.desk.leave()


def entries_of(seat: Sitting) -> list[bytes]:
    return [canonical(encode(entry)) for entry in seat.desk.intake.meeting.entries]


def test_each_follows_what_the_other_enters(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    floor.do("next")
    notes.reach(floor.last)
    done = notes.do("note welcomes the draft")
    floor.reach(notes.last)

    assert isinstance(done, Accepted)
    assert done.entries[0].desk == "notes" and done.entries[0].hand == "cd"
    assert [each.desk for each in notes.followed] == ["desk"] * len(notes.followed)
    assert [each.desk for each in floor.followed] == ["notes"]
    assert entries_of(floor) == entries_of(notes)
    assert floor.desk.keeping.is_saved and notes.desk.keeping.is_saved


def test_who_is_second_is_decided_on_again(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    floor.do("next")
    # Neither knows of the other's line when it enters its own.
    floor.desk.submit("note one")
    notes.desk.submit("note two")
    floor.until(lambda: len(floor.answers) == 5)
    notes.until(lambda: len(notes.answers) == 1)
    last = max(floor.last, notes.last)
    floor.reach(last)
    notes.reach(last)

    assert all(isinstance(each, Accepted) for each in (floor.answers[-1], notes.answers[-1]))
    assert entries_of(floor) == entries_of(notes)
    assert [p.text for p in floor.desk.state.points.values()].count("one") == 1
    assert [p.text for p in floor.desk.state.points.values()].count("two") == 1
    times = [entry.at for entry in floor.desk.intake.meeting.entries]
    assert times == sorted(times)


def test_what_makes_no_sense_any_more_is_refused_and_the_line_is_kept(
    seats: tuple[Sitting, Sitting],
) -> None:
    floor, notes = seats
    floor.desk.keep_draft("floor", "withdraw mex")
    floor.desk._writer.flush()
    with visit(floor.opened.folder, Seat("shell", "ef"), "en") as visitor:
        assert isinstance(visitor.do("withdraw mex"), tuple)
    known = floor.last

    told = floor.do("withdraw mex", "floor")

    assert isinstance(told, Refused)
    assert floor.last == known + 1
    assert floor.desk._drafts.held["floor"].text == "withdraw mex"
    notes.reach(floor.last)
    log = floor.opened.folder.read()
    assert {slot: each.text for slot, each in log.drafts().items()} == {"floor": "withdraw mex"}
    log.close()


def test_what_was_done_while_the_disk_was_slow_is_done_again_behind_the_others(
    seats: tuple[Sitting, Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    floor, notes = seats
    monkeypatch.setattr("meeting_tui.desk.desk.PATIENCE_SECONDS", 0.0)
    with first_after(notes, "inscribe bra"):
        for text in ("one", "two"):
            notes.desk.submit(f"note {text}")
            notes.until(lambda: bool(notes.desk.keeping.trouble))
        assert len(notes.answers) == 2
    notes.until(lambda: notes.desk.keeping.is_saved)
    floor.reach(notes.last)

    assert entries_of(floor) == entries_of(notes)
    assert floor.desk.intake.meeting.entries[-3].desk == "shell"
    assert [each.text for each in notes.desk.state.item_notes.values()] == [
        "one",
        "two",
    ]
    assert not [each for each in notes.answers if isinstance(each, Refused)]
    assert not floor.desk._landed and not notes.desk._landed


@contextmanager
def first_after(seat: Sitting, line: str) -> Iterator[None]:
    """Nobody gets at the log until the block ends; then this line is first."""
    with visit(seat.opened.folder, Seat("shell", "ef"), "en") as visitor:
        proposed = visitor.intake.propose(line, visitor.clock.now())
        assert isinstance(proposed, tuple)
        assert isinstance(visitor.log, WatchedLog)
        log = visitor.log._log
        assert isinstance(log, SqliteLog)
        with log._transaction():
            yield
            log._insert(sealed(proposed, log._head(), ()).rows)


def test_a_shell_enters_lines_beside_the_seats(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    folder = floor.opened.folder
    before = folder.toml.read_bytes()
    with visit(folder, Seat("shell", "ef"), "en") as visitor:
        floor.do("inscribe bra")
        assert isinstance(visitor.do("inscribe jpn"), tuple)
        assert {each.desk for each in who_is_here(folder.path)} == {"desk", "notes", "shell"}
    floor.reach(floor.last + 1)
    notes.reach(floor.last)

    assert floor.desk.intake.meeting.last.desk == "shell"
    assert entries_of(floor) == entries_of(notes)
    assert folder.toml.read_bytes() == before, "it is left to the seats"


def test_only_who_is_first_minds_what_passed(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor = Sitting(folder)
    for line in ("open", "item 0", "floor mex!"):
        floor.do(line)
    monkeypatch.setattr("meeting_tui.desk.opening.LEFT_SECONDS", 0.0)

    notes = Sitting(folder, role="notes")

    assert not notes.opened.is_first
    assert notes.last == floor.last
    assert not notes.desk.state.gaps
    notes.desk.leave()
    floor.desk.leave()


def test_a_log_that_is_to_be_mended_waits_for_the_others(folder: SessionFolder) -> None:
    floor = Sitting(folder)
    damaged = folder.path / "log.head"
    damaged.write_bytes(damaged.read_bytes().replace(b"1 ", b"9 ", 1))
    with pytest.raises(SessionBusy):
        folder.write("alone")
    floor.desk.leave()


# Who may do what


def code_of(done: Accepted | Refused) -> str:
    return done.refusal.code if isinstance(done, Refused) else ""


def test_a_seat_for_notes_does_nothing_of_the_floor(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    for line in ("next", "inscribe bra", "take control", "undo floor"):
        assert code_of(notes.do(line)) == "seat_takes_notes"
    assert code_of(notes.do("note says so")) == ""
    assert code_of(floor.do("next")) == ""


def test_who_looks_on_enters_nothing(seats: tuple[Sitting, Sitting]) -> None:
    view = Sitting(seats[0].opened.folder, role="view")
    for line in ("next", "note says so", "undo", "ask control"):
        assert code_of(view.do(line)) == "seat_looks_on"
    seats[0].do("next")
    view.reach(seats[0].last)
    view.desk.leave()


def test_one_seat_runs_the_floor_until_another_takes_it_over(folder: SessionFolder) -> None:
    first, second = Sitting(folder, hand="ab"), Sitting(folder, hand="cd")
    for line in ("open", "item 0", "inscribe mex fra"):
        first.do(line)
    second.reach(first.last)

    refused = second.do("next")
    assert isinstance(refused, Refused)
    assert refused.refusal == refuse("control_elsewhere", by="ab")
    assert code_of(first.do("take control")) == "control_is_yours"
    assert not isinstance(second.do("ask control"), Refused)
    first.reach(second.last)
    assert first.followed[-1].event.name == FloorControlAsked.name
    assert not isinstance(second.do("take control"), Refused)
    first.reach(second.last)
    first.desk.tick()

    assert first.followed[-1].event == FloorControlTaken("cd", "ab")
    assert code_of(first.do("next")) == "control_elsewhere"
    assert code_of(second.do("next")) == ""
    first.reach(second.last)
    second.desk.leave()
    first.desk.tick()
    assert code_of(first.do("yield")) == "", "who has left holds nobody up"
    first.desk.leave()


def test_the_floor_control_is_given_to_a_seat_by_its_initials(folder: SessionFolder) -> None:
    first, second = Sitting(folder, hand="ab"), Sitting(folder, hand="cd")
    notes = Sitting(folder, role="notes", hand="ef")
    first.do("open")
    assert code_of(notes.do("give control cd")) == "seat_takes_notes"
    assert code_of(second.do("give control cd")) == "control_elsewhere"
    assert code_of(first.do("give control ef")) == "control_to_whom"
    second.reach(first.last)

    given = first.do("give control CD")
    second.reach(first.last)

    assert isinstance(given, Accepted)
    assert given.entries[0].event == FloorControlGiven("ab", "cd", "desk-2")
    assert second.followed[-1].event == given.entries[0].event
    assert second.desk.intake.has_control and not first.desk.intake.has_control
    assert code_of(first.do("item 0")) == "control_elsewhere"
    assert code_of(second.do("item 0")) == ""
    for each in (notes, second, first):
        each.desk.leave()


def test_an_act_of_the_floor_is_undone_where_the_floor_is_run(folder: SessionFolder) -> None:
    first, second = Sitting(folder, hand="ab"), Sitting(folder, hand="cd")
    notes = Sitting(folder, role="notes", hand="ef")
    for line in ("open", "item 0", "inscribe mex fra"):
        first.do(line)
    notes.reach(first.last)
    assert code_of(notes.do("undo ab")) == "seat_takes_notes"
    second.reach(first.last)
    second.do("take control")
    first.reach(second.last)
    assert code_of(first.do("undo")) == "control_elsewhere"
    assert code_of(second.do("undo ab")) == ""
    for each in (notes, second, first):
        each.desk.leave()


def test_the_first_to_begin_has_the_floor_control_without_asking(folder: SessionFolder) -> None:
    first, second = Sitting(folder, hand="ab"), Sitting(folder, hand="cd")
    assert first.desk.intake.has_control
    assert code_of(second.do("open")) == "control_elsewhere"
    assert code_of(first.do("open")) == ""
    second.desk.leave()
    first.desk.leave()


def test_the_shell_acts_for_who_runs_the_floor(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    with visit(floor.opened.folder, Seat("shell", "ef"), "en") as visitor:
        assert isinstance(visitor.do("next"), tuple)
    floor.reach(floor.last + 1)
    assert code_of(floor.do("yield")) == ""
    assert floor.desk.intake.has_control and not notes.desk.intake.has_control


def test_the_shell_acts_for_a_note_taker_where_it_is_said_so(
    seats: tuple[Sitting, Sitting],
) -> None:
    floor, notes = seats
    floor.do("next")
    with visit(floor.opened.folder, Seat("notes", "AB", "Ann Bell", "notes"), "en") as visitor:
        floor.desk.tick()
        assert floor.desk.intake.company.people == ("cd",), "a call of the shell comes and goes"
        assert visitor.do("next!") == refuse("seat_takes_notes")
        done = visitor.do("note by a third")
        assert isinstance(done, tuple)
        assert (done[0].desk, done[0].hand) == ("notes-2", "AB")
    notes.reach(floor.last + 1)
    assert code_of(notes.do("undo")) == "nothing_of_yours"
    with visit(floor.opened.folder, Seat("notes", "AB", role="notes"), "en") as visitor:
        assert isinstance(visitor.do("undo"), tuple), "its own, at another call"
    with visit(floor.opened.folder, Seat("view", "AB", role="view"), "en") as visitor:
        assert visitor.do("note nothing") == refuse("seat_looks_on")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ann Bell", "AB"),
        ("ann-marie van der Bell", "AMV"),
        ("Ann", "A"),
        ("(she) Ann", "A"),
        ("陈道", "陈道"),
        ("Åsa Öberg", "ÅÖ"),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_name_where_none_are_given(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_who_comes_back_after_a_kill_has_joined_nothing(
    seats: tuple[Sitting, Sitting],
) -> None:
    floor, notes = seats
    assert notes.opened.joins and not floor.opened.joins
    place = notes.opened.place
    assert place and place._file is not None
    (place.folder / "seats" / "view").write_text("{}")  # as a killed seat leaves its file

    back = Sitting(floor.opened.folder, role="view", hand="")
    new = Sitting(floor.opened.folder, role="view", hand="")

    assert not back.opened.joins and back.opened.unsigned_as == ""
    assert new.opened.joins and new.opened.unsigned_as == "view-2"
    assert notes.opened.unsigned_as == ""
    for each in (back, new):
        each.desk.leave()


def test_one_of_several_seats_notes_that_the_clock_jumped(
    seats: tuple[Sitting, Sitting],
) -> None:
    floor, notes = seats
    assert floor.desk.intake.minds_time and not notes.desk.intake.minds_time
    third = Sitting(floor.opened.folder, role="notes")
    assert not third.desk.intake.minds_time
    floor.desk.leave()
    notes.desk.tick()
    third.desk.tick()
    assert [each.desk.intake.minds_time for each in (notes, third)] == [True, False]
    third.desk.leave()


def test_a_seat_that_comes_or_goes_is_heard_of(folder: SessionFolder) -> None:
    first = Sitting(folder)
    first.desk.tick()
    assert not [each for each in first.heard if isinstance(each, Company)]

    second = Sitting(folder, role="notes", hand="cd")
    first.desk.tick()
    assert [each.called for each in first.desk.intake.company.others] == ["cd"]
    second.desk.leave()
    first.desk.tick()

    assert first.desk.intake.company.others == ()
    assert len([each for each in first.heard if isinstance(each, Company)]) == 2
    first.desk.leave()


def test_who_takes_a_statement_is_signed_by_its_seat(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    floor.do("next")
    notes.reach(floor.last)
    assert code_of(notes.do("take this")) == ""
    floor.reach(notes.last)
    assert list(floor.desk.state.writers.values()) == ["cd"]
    assert code_of(notes.do("take every second")) == ""
    assert code_of(notes.do("take none")) == ""


# A point that two correct at the same time


def test_a_point_corrected_by_two_at_once_keeps_both_until_one_settles_it(
    seats: tuple[Sitting, Sitting],
) -> None:
    floor, notes = seats
    floor.do("next")
    floor.do("note welcomes the draft")
    notes.reach(floor.last)
    notes.desk.intake.begin_correcting("n1")
    floor.do("correct n1 welcomes the revised draft")
    notes.reach(floor.last)

    done = notes.do("correct n1 notes the draft")
    floor.reach(notes.last)

    assert isinstance(done, Accepted)
    point = floor.desk.state.points["n1"]
    assert (point.text, point.rival) == ("notes the draft", "ab: welcomes the revised draft")
    assert rivals_of(floor) == ["n1"]
    settled = floor.do("correct n1 notes the draft")
    assert isinstance(settled, Accepted)
    assert floor.desk.state.points["n1"].rival == "" and rivals_of(floor) == []


def test_who_has_seen_a_correction_corrects_it_further(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    floor.do("next")
    floor.do("note one")
    floor.do("correct n1 two")
    notes.reach(floor.last)

    notes.do("correct n1 three")
    notes.do("correct n1 four")

    assert notes.desk.state.points["n1"].rival == ""
    assert code_of(notes.do("correct n1 four")) == "nothing_changed"


def test_what_two_put_right_at_once_is_kept_of_both(seats: tuple[Sitting, Sitting]) -> None:
    floor, notes = seats
    floor.do("next")
    floor.do("note a1 welcomes the draft")
    notes.reach(floor.last)

    for mine, theirs in (("tag n1 a1 a6", "tag n1 a1 a2"), ("attribute 1 zaf", "attribute 1 nor")):
        # Neither knows of the other's line when it enters its own.
        floor.desk.submit(mine)
        notes.desk.submit(theirs)
        reach_together(floor, notes, floor.last + 2)

    assert entries_of(floor) == entries_of(notes)
    assert set(floor.desk.state.points["n1"].questions) == {"A1", "A2", "A6"}
    assert floor.desk.state.points["n1"].rival == ""
    ((by, whose),) = floor.desk.state.rivals.values()
    assert {by, whose} in ({"ab", "ZAF"}, {"cd", "NOR"})
    assert floor.desk.intake.begun == notes.desk.intake.begun == {}


def reach_together(floor: Sitting, notes: Sitting, seq: int) -> None:
    """Wait until both know that entry; who was second decides again meanwhile."""

    def is_known() -> bool:
        notes.pump()
        return floor.last >= seq

    floor.until(is_known)
    notes.reach(seq)


def rivals_of(seat: Sitting) -> list[str]:
    state, names = seat.desk.state, seat.desk.intake.directory
    return [
        each.subject
        for each in open_points(state, seat.desk.clock.now(), names)
        if each.kind == "rival"
    ]


# Names, and who is here


def test_seats_have_names_of_their_own(folder: SessionFolder) -> None:
    places = [take_place(folder.path, role) for role in ("floor", "floor", "notes", "view")]
    assert [each.present.desk for each in places] == ["desk", "desk-2", "notes", "view"]

    places[0].leave()
    places[0].leave()

    assert [each.desk for each in who_is_here(folder.path)] == ["desk-2", "notes", "view"]
    again = take_place(folder.path, "floor", "ab", "Ana Beltrán")
    assert again.present.desk == "desk"
    assert [each.name for each in others_of(folder.path, "desk-2")] == ["Ana Beltrán", "", ""]
    for each in (*places[1:], again):
        each.leave()
    assert who_is_here(folder.path) == ()


def test_the_name_of_a_killed_seat_is_taken_again_with_its_drafts(folder: SessionFolder) -> None:
    first, killed = Sitting(folder, role="notes"), Sitting(folder, role="notes")
    assert killed.desk.intake.seat.desk == "notes-2"
    first.desk.keep_draft("notes", "hers")
    killed.desk.keep_draft("notes", "half a word")
    for each in (first, killed):
        each.desk._writer.flush()
    place = killed.opened.place
    assert place is not None
    (place.folder / "seats" / "kept").write_bytes(b"")
    killed.desk.leave()
    (place.folder / "seats" / "notes-2").write_bytes(b"{}")  # as a killed one leaves it

    other = Sitting(folder, role="notes")

    assert other.desk.intake.seat.desk == "notes-2"
    assert other.opened.restored is not None
    assert other.opened.restored.drafts == {"notes": "half a word"}
    first.desk.leave()
    other.desk.leave()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"role": "king", "hand": 7}'])
def test_a_seat_that_says_nothing_of_itself_is_there_all_the_same(
    folder: SessionFolder, content: bytes
) -> None:
    place = take_place(folder.path, "notes", "cd")
    (folder.path / "seats" / "notes").write_bytes(content)

    (found,) = who_is_here(folder.path)

    assert found.desk == "notes" and found.called
    place.leave()


def test_a_place_goes_along_into_another_folder(folder: SessionFolder, tmp_path: Path) -> None:
    place = take_place(folder.path, "floor", "ab")
    (tmp_path / "other").mkdir()
    place.go_on_in(tmp_path / "other")

    assert who_is_here(folder.path) == ()
    assert [each.hand for each in who_is_here(tmp_path / "other")] == ["ab"]
    place.leave()
    assert who_is_here(tmp_path / "other") == ()


def test_where_no_seat_can_be_taken_it_is_said(folder: SessionFolder) -> None:
    (folder.path / "seats").rmdir() if (folder.path / "seats").exists() else None
    (folder.path / "seats").write_text("no folder", encoding="utf-8")
    with pytest.raises(WriteRefused, match="seats"):
        take_place(folder.path, "floor")
    assert who_is_here(folder.path) == ()


def test_a_rehearsal_has_one_clock_for_all(folder: SessionFolder) -> None:
    opened = open_session(folder, SEAT)
    first = sit_down(opened, SEAT, lambda call: call(), 3600.0)
    second = Sitting(folder, role="notes")
    with visit(folder, Seat("shell", "ef"), "en") as visitor:
        times = [each.now() for each in (first.clock, second.desk.clock, visitor.clock)]

    apart = (max(times) - min(times)).total_seconds()
    assert apart < 3600, "within a second of real time"
    assert second.desk.intake.speed == 3600.0
    second.desk.leave()
    first.leave()


def test_whoever_sat_down_and_took_the_control_a_moment_ago_has_it(folder: SessionFolder) -> None:
    first = Sitting(folder, hand="ab")
    first.do("open")
    second = Sitting(folder, hand="cd")
    second.do("take control")
    while first.last < second.last:
        first.calls.get(timeout=10)()  # no tick in between, which looks who is there

    assert code_of(first.do("item 0")) == "control_elsewhere"
