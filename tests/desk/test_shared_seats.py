"""Seats at one meeting on a server, each with its own copy, and a network that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.desk import shared_log
from meeting_tui.desk.desk import Accepted, Refused
from meeting_tui.desk.shared_log import OUTBOX
from meeting_tui.errors import SessionError
from meeting_tui.session_log.postgres_server import Connection, Unreachable
from meeting_tui.views.keeping import Keeping
from meeting_tui.words import in_language
from tests.desk.shared_table import Sitting, Table, begun, rows_of
from tests.postgres import SharedRoom


@pytest.fixture
def table(shared_room: SharedRoom, tmp_path: Path) -> Iterator[Table]:
    made = Table(shared_room, tmp_path)
    yield made
    made.close()


def test_each_follows_the_other_and_signs_for_itself(table: Table) -> None:
    floor = begun(table)
    notes = table.sit("nt")
    done = notes.do("note welcomes the draft")
    floor.until(lambda: floor.last >= notes.last)
    floor.do("next")
    notes.until(lambda: notes.last >= floor.last)

    assert isinstance(done, Accepted)
    assert done.entries[0].hand == "nt"
    assert done.entries[0].desk == f"notes-{table.server('nt').settings['user']}"
    assert [each.hand for each in floor.followed] == ["nt"]
    for seat in (floor, notes):
        assert seat.leave()
    assert rows_of(table.copy("ak")) == rows_of(table.copy("nt")) == table.rows()


def test_each_sees_who_else_is_there_and_the_floor_control_is_kept(table: Table) -> None:
    floor = begun(table)
    notes = table.sit("nt")
    second = table.sit("bk", "floor")
    floor.until(lambda: len(floor.desk.intake.company.others) == 2)

    refused = second.do("next")
    taken = second.do("take control")
    second.do("next")

    assert [each.hand for each in second.desk.intake.company.others] == ["ak", "nt"]
    assert [each.role for each in second.desk.intake.company.others] == ["floor", "notes"]
    assert isinstance(refused, Refused) and refused.refusal.code == "control_elsewhere"
    assert isinstance(taken, Accepted)
    floor.until(lambda: floor.last >= second.last)
    answer = floor.do("next")
    assert isinstance(answer, Refused) and answer.refusal.code == "control_elsewhere"
    notes.leave()
    second.leave()
    floor.until(lambda: not floor.desk.intake.company.others)


def test_whoever_sat_down_and_took_the_control_a_moment_ago_has_it(table: Table) -> None:
    floor = begun(table)
    second = table.sit("bk", "floor")
    assert isinstance(second.do("take control"), Accepted)
    while floor.last < second.last:  # no tick in between, which looks who is there
        floor.calls.get(timeout=10)()

    answer = floor.do("next")

    assert isinstance(answer, Refused) and answer.refusal.code == "control_elsewhere"
    second.leave()
    floor.until(lambda: not floor.desk.intake.company.others)
    assert isinstance(floor.do("yield"), Accepted)


def test_nobody_sits_where_the_server_does_not_let_them(table: Table) -> None:
    with pytest.raises(SessionError, match="do not let you sit down as floor"):
        table.sit("nt", "floor")


def test_notes_go_on_without_the_network_and_are_sent_later(table: Table) -> None:
    floor = begun(table)
    notes = table.sit("nt", by=table.network)
    table.network.cut()
    for n in range(3):
        assert isinstance(notes.do(f"note written alone {n}"), Accepted)
    notes.until(lambda: notes.desk.keeping.trouble == "unreachable")
    notes.until(lambda: (table.copy("nt").path / OUTBOX).exists())
    floor.do("next!")
    floor.do("note written meanwhile")

    table.network.mend()
    notes.until(notes.is_sent)
    floor.until(lambda: floor.last >= notes.last)

    noted = [(each.text, each.intervention) for each in floor.desk.state.points.values()]
    alone = [(f"written alone {n}", "s1") for n in range(3)]
    assert noted == [("written meanwhile", "s2"), *alone]
    assert not (table.copy("nt").path / OUTBOX).exists()
    assert notes.leave()
    assert rows_of(table.copy("nt")) == table.rows()


def test_two_that_both_run_the_floor_and_what_the_cut_off_one_did_is_kept(table: Table) -> None:
    begun(table).leave()
    cut_off = table.sit("ak", "floor", by=table.network)
    other = table.sit("bk", "floor")
    other.until(lambda: len(other.desk.intake.company.others) == 1)
    table.network.cut()
    assert isinstance(cut_off.do("yield"), Accepted)
    cut_off.do("note said before the floor was taken")
    cut_off.until(lambda: cut_off.desk.keeping.trouble == "unreachable")
    other.do("take control")
    other.do("next!")

    table.network.mend()
    cut_off.until(cut_off.is_sent)
    other.until(lambda: other.last >= cut_off.last)

    assert not [each for each in cut_off.answers if isinstance(each, Refused)]
    for seat in (cut_off, other):
        (dispute,) = seat.desk.state.disputes.values()
        assert (dispute.author, dispute.line) == ("ak", "yield")
        assert dispute.said("en").startswith("Mexico finished")
    assert not list(table.copy("ak").path.glob(f"{OUTBOX}*"))
    (point,) = other.desk.state.points.values()
    assert (point.text, point.intervention) == ("said before the floor was taken", "s1")
    assert cut_off.desk.state.floor == other.desk.state.floor == "s2"
    refused = cut_off.do("accept x1")
    assert isinstance(refused, Refused) and refused.refusal.code == "control_elsewhere"
    assert isinstance(other.do("set aside x1"), Accepted)
    cut_off.until(lambda: not cut_off.desk.state.disputes)


def killed(seat: Sitting) -> None:
    """Let a seat end with nothing more written or sent, as a killed program does."""
    place = seat.taken.opened.place
    assert place
    place.leave()
    seat.taken.opened.writer.leave_behind()


def test_a_killed_seat_sends_what_it_left_with_its_next_start(table: Table) -> None:
    floor = begun(table)
    notes = table.sit("nt", by=table.network)
    table.network.cut()
    notes.do("note written alone")
    notes.do("note and corrected")
    notes.do("correct n2 and put right")
    outbox = table.copy("nt").path / OUTBOX
    notes.until(lambda: outbox.exists() and outbox.read_bytes().count(b"point_") == 3)
    killed(notes)
    floor.do("note written meanwhile")

    again = table.sit("nt")
    floor.until(lambda: floor.last >= again.last)

    assert again.taken.sent == 3
    assert again.taken.aside is None
    points = floor.desk.state.points
    assert [each.text for each in points.values()] == [
        *("written meanwhile", "written alone", "and put right"),
    ]
    assert not outbox.exists()


def test_without_the_server_the_copy_is_gone_on_with(table: Table) -> None:
    begun(table)
    table.sit("nt", by=table.network).leave()
    table.network.cut()

    alone = table.sit("nt", by=table.network)
    alone.do("note written alone")
    table.network.mend()
    alone.until(alone.is_sent)

    assert not alone.taken.is_reached
    assert b"written alone" in table.rows()[-1].content


def test_without_the_server_and_a_copy_nobody_sits_down(table: Table) -> None:
    table.network.cut()

    with pytest.raises(Unreachable):
        table.sit("nt", by=table.network)


def test_what_the_floor_did_and_left_is_disputed_where_others_were_first(
    table: Table,
) -> None:
    begun(table).leave()
    floor = table.sit("ak", "floor", by=table.network)
    table.network.cut()
    for line in ("yield", "floor fra", "note what was said then"):
        assert isinstance(floor.do(line), Accepted)
    outbox = table.copy("ak").path / OUTBOX
    floor.until(lambda: outbox.exists() and b"said then" in outbox.read_bytes())
    killed(floor)
    table.sit("nt").do("note written meanwhile")

    again = table.sit("ak", "floor")

    assert (again.taken.sent, again.taken.aside) == (0, None)
    listed = again.desk.state.disputes.values()
    assert [each.whole_line for each in listed] == [
        *("yield", "floor fra", "note on fra what was said then"),
    ]
    assert [each.said("en").partition(",")[0] for each in listed] == [
        *("Mexico finished (0:00)", "France has the floor", "Note on France: what was said then"),
    ]
    assert again.desk.state.points["n1"].text == "written meanwhile"
    assert isinstance(again.do("accept all"), Accepted)
    assert again.desk.state.disputes == {}
    point = again.desk.state.points["n2"]
    assert (point.text, point.intervention) == ("what was said then", again.desk.state.floor)


# A network that freezes: nothing arrives any more, and nobody is told


def test_a_frozen_network_is_gone_on_without_and_come_back_from(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Connection, "silence_seconds", 1.0)
    floor = begun(table)
    notes = table.sit("nt", by=table.network)
    outbox = table.copy("nt").path / OUTBOX

    table.network.freeze()
    for n in range(3):
        done = notes.do(f"note written alone {n}")
        assert isinstance(done, Accepted)
        assert done.entries[0].id.encode() in outbox.read_bytes(), "on this disk before it is shown"
    table.network.mend()
    notes.until(notes.is_sent)
    floor.until(lambda: floor.last >= notes.last)

    told = [each.trouble for each in notes.heard if isinstance(each, Keeping) and each.trouble]
    assert set(told) == {"unreachable"}, "no banner, whatever the network does"
    assert [p.text for p in floor.desk.state.points.values()] == [
        f"written alone {n}" for n in range(3)
    ]
    assert notes.leave()
    assert rows_of(table.copy("nt")) == table.rows()


def test_a_seat_where_nobody_types_notices_that_its_network_froze(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Connection, "silence_seconds", 1.0)
    monkeypatch.setattr(shared_log, "PULSE_SECONDS", 0.1)
    floor = begun(table)
    looks_on = table.sit("vt", "view", by=table.network)

    table.network.freeze()
    floor.do("note written meanwhile")
    looks_on.until(lambda: looks_on.desk.keeping.trouble == "unreachable")
    table.network.mend()

    looks_on.until(lambda: looks_on.last >= floor.last)
    looks_on.until(looks_on.is_sent)


# A computer whose clock is wrong


@pytest.mark.parametrize("ahead", [90.0, -90.0])
def test_a_seat_whose_clock_is_wrong_goes_by_the_servers(
    shared_room: SharedRoom, tmp_path: Path, ahead: float
) -> None:
    table = Table(shared_room, tmp_path, datetime.now(UTC), rehearsal=False)
    floor = begun(table)
    notes = table.sit("nt", ahead_seconds=[ahead])
    (given,) = (e for e in floor.desk.intake.meeting.entries if e.event.name == "floor_given")

    done = notes.do("note said at once")
    floor.until(lambda: floor.last >= notes.last)
    floor.do("yield")
    notes.until(lambda: notes.last >= floor.last)

    assert isinstance(done, Accepted)
    assert abs((notes.desk.clock.now() - floor.desk.clock.now()).total_seconds()) < 1
    last = floor.desk.intake.meeting.last
    assert 0 <= (last.at - given.at).total_seconds() < 30, "the turn is as long as it was"
    times = [each.at for each in floor.desk.intake.meeting.entries]
    assert times == sorted(times)
    told = [in_language(each, "en") for each in notes.taken.opened.told]
    way = "ahead of" if ahead > 0 else "behind"
    assert told == [
        f"This computer's clock is 1:30 {way} the server's. The meeting goes by the server's."
    ]
    assert floor.taken.opened.told == ()
    assert not any(e.event.name == "clock_jumped" for e in floor.desk.intake.meeting.entries)
    table.close()


def test_a_clock_that_is_put_right_while_one_sits_there_changes_nothing(
    shared_room: SharedRoom, tmp_path: Path
) -> None:
    table = Table(shared_room, tmp_path, datetime.now(UTC), rehearsal=False)
    ahead = [90.0]
    floor = table.sit("ak", "floor", ahead_seconds=ahead)
    floor.do("open")
    before = floor.desk.clock.now()

    ahead[0] = 0.0
    floor.desk.tick()

    assert 0 <= (floor.desk.clock.now() - before).total_seconds() < 30
    assert floor.desk.clock.jump() is None
    assert not any(e.event.name == "clock_jumped" for e in floor.desk.intake.meeting.entries)
    table.close()
