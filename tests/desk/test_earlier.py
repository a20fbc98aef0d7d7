"""The file in which what a body's earlier meetings taught is kept, and which sessions teach."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules, rules_findings
from meeting_tui.agenda.rules import Earlier
from meeting_tui.desk.earlier import (
    Lesson,
    Prior,
    bodies,
    body_of,
    known_for,
    learn,
    lesson_of,
    prior_path,
    prior_text,
    read_prior,
    rules_of,
    title_of,
)
from meeting_tui.desk.intake import Seat, mint
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import EarlierError
from meeting_tui.forecast.learning import Said, taught_by
from meeting_tui.meeting.entry import ActUndone, Entry, SessionStarted
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.store import WriteRefused
from tests.desk.seat import plan
from tests.hostile_files import Make, huge, pipe
from tests.meeting.room import Room

BODY = "att-wgtr"
SEAT = Seat("desk", "ab")
FLAT = load_rules("flat")


def lesson(mark: str = "a1", *, session: str = "one", shares: Sequence[float] = (0.5,)) -> Lesson:
    said = [Said("statement", "states", 180 * share, 180, 20.0) for share in (*shares, 0.7)]
    return Lesson(session, mark, date(2026, 3, 19), 12, "att-wgtr", taught_by([said]))


def kept(*lessons: Lesson, body: str = BODY) -> Prior:
    path = prior_path(body)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(prior_text(Prior(body, path, lessons)), encoding="utf-8")
    return read_prior(body)


class TestFile:
    """It is written for people, and read with care."""

    def test_none_is_there_at_first(self) -> None:
        assert read_prior(BODY).lessons == ()

    def test_it_reads_as_it_was_written(self) -> None:
        one, two = lesson(), lesson("b2", session='[a] "name"\\', shares=(0.2, 0.9))

        assert kept(one, two).lessons == read_prior(BODY).lessons
        assert [each.session for each in read_prior(BODY).lessons] == ["one", '[a] "name"\\']
        assert prior_text(read_prior(BODY)) == prior_path(BODY).read_text(encoding="utf-8")

    def test_it_has_numbers_by_kind_and_tier_and_says_what_it_is(self) -> None:
        text = prior_text(Prior(BODY, prior_path(BODY), (lesson(),)))

        assert "meeting-tui forecast --prior att-wgtr" in text
        assert 'sorts."statement"."states" = { count = 2, ' in text
        assert "hand_overs = { count = 2, total = 40.000000, squares = 800.000000 }" in text

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "schema = 1",
            "x = [",
            'schema = 2\nbody = "att-wgtr"',
            'schema = 1\nbody = "another"',
            'schema = 1\nbody = "att-wgtr"\nmore = 1',
            'schema = 1\nbody = "att-wgtr"\nmeetings = 3',
            'schema = 1\nbody = "att-wgtr"\nmeetings = [3]',
            'schema = 1\nbody = "att-wgtr"\n[[meetings]]\nsession = 3',
        ],
    )
    def test_what_cannot_be_used_is_one_sentence_with_what_to_do(self, text: str) -> None:
        prior_path(BODY).parent.mkdir(parents=True)
        prior_path(BODY).write_text(text, encoding="utf-8")

        with pytest.raises(EarlierError) as fault:
            read_prior(BODY)

        assert str(fault.value).startswith(str(prior_path(BODY)))
        assert "`meeting-tui forecast --prior att-wgtr` makes it again" in str(fault.value)
        assert "\n" not in str(fault.value)

    @pytest.mark.parametrize(
        ("was", "becomes"),
        [
            ("count = 2", "count = 3"),
            ("count = 2", "count = 0"),
            ("count = 2", "count = -2"),
            (r"total = [^,}]+", "total = 1e300"),
            (r"total = [^,}]+", "total = nan"),
            (r"total = [^,}]+", "total = 90.0"),
            (r"squares = [^,}]+", "squares = inf"),
            ("count = 2", 'count = "2"'),
            ("count = 2", "often = 2"),
            ("turns = ", "terms = "),
            ("entries = 12", "entries = 12.5"),
            ('mark = "a1"', ""),
        ],
    )
    def test_figures_that_no_meeting_teaches_are_refused(self, was: str, becomes: str) -> None:
        kept(lesson())
        path = prior_path(BODY)
        text = path.read_text(encoding="utf-8")
        path.write_text("\n".join(_changed(line, was, becomes) for line in text.split("\n")))

        with pytest.raises(EarlierError):
            read_prior(BODY)

    def test_a_session_counts_once(self) -> None:
        with pytest.raises(EarlierError):
            kept(lesson(), lesson())

    @pytest.mark.parametrize("make", [pipe, huge])
    def test_what_is_no_such_file_is_never_waited_for(self, make: Make) -> None:
        prior_path(BODY).parent.mkdir(parents=True)
        make(prior_path(BODY))

        with pytest.raises(EarlierError):
            read_prior(BODY)

    @given(st.lists(st.floats(0.01, 20), min_size=1, max_size=9), st.integers(1, 4))
    def test_whatever_it_holds_gives_rules_that_may_be_written(
        self, shares: list[float], count: int
    ) -> None:
        read = kept(*(lesson(str(n), shares=shares) for n in range(count)))
        found = known_for(plan(), load_rules(BODY))

        assert list(rules_findings(found.rules)) == []
        assert found.earlier == Earlier(count, count * (len(shares) + 1))
        assert read.taught.meetings == count

    @given(st.data())
    def test_a_number_that_is_another_is_refused_or_gives_rules_that_may_be_written(
        self, data: st.DataObject
    ) -> None:
        path = kept(lesson(), lesson("b2", shares=(0.2, 0.9, 0.4, 1.0, 0.1, 0.7))).path
        text = path.read_text(encoding="utf-8")
        numbers = [*re.finditer(r"(?<=[=\[,] )-?\d+(\.\d+)?|(?<=\[)-?\d+(\.\d+)?", text)]
        found = data.draw(st.sampled_from(numbers))
        whole = st.integers(-5, 10**12) | st.sampled_from((0, 1, 2, 3))
        other = data.draw(whole if "." not in found[0] else st.floats(width=32) | st.just(0.0))
        path.write_text(text[: found.start()] + repr(other) + text[found.end() :])

        known = known_for(plan(), load_rules(BODY))

        assert list(rules_findings(known.rules)) == []


def _changed(line: str, was: str, becomes: str) -> str:
    """A line of the sums of all turns, or of the meeting itself, with another figure."""
    return re.sub(was, becomes, line) if line.startswith(("turns", "entries", "mark")) else line


class TestBody:
    """Whose meetings teach whom."""

    def test_the_rules_name_it(self) -> None:
        assert body_of(plan(), load_rules(BODY), "mine") == BODY

    def test_rules_of_an_older_log_name_it_as_they_do_now(self) -> None:
        assert body_of(plan(), replace(load_rules(BODY), body=None)) == BODY

    def test_else_the_settings_and_else_the_short_title(self) -> None:
        assert body_of(plan(), FLAT, "Mine") == "mine"
        assert body_of(plan(), FLAT) == "att-wgtr"
        other = replace(plan(), short_title=replace(plan().short_title, en="BWC / working group"))
        assert body_of(other, FLAT) == "bwc-working-group"
        assert body_of(other, replace(FLAT, id="their-own")) == "bwc-working-group"

    def test_where_there_is_none_the_rules_stay_as_they_are(self) -> None:
        nameless = replace(plan(), short_title=replace(plan().short_title, en="—"))

        assert known_for(nameless, FLAT).rules is FLAT


class TestKnown:
    """What a meeting begins with."""

    def test_without_a_file_the_rules_with_their_body(self) -> None:
        known = known_for(plan(), FLAT, "mine")

        assert (known.rules, known.earlier) == (replace(FLAT, body="mine"), None)

    def test_with_a_file_its_figures_and_how_many_taught_them(self) -> None:
        kept(lesson(), lesson("b2"))
        known = known_for(plan(), load_rules(BODY))

        assert known.earlier == Earlier(2, 4)
        assert known.rules.timekeeper.share < load_rules(BODY).timekeeper.share

    def test_with_a_broken_file_the_rules_and_why(self) -> None:
        prior_path(BODY).parent.mkdir(parents=True)
        prior_path(BODY).write_text("x = [")
        known = known_for(plan(), load_rules(BODY))

        assert (known.rules, known.earlier) == (load_rules(BODY), None)
        assert str(prior_path(BODY)) in str(known.fault)


def held(
    name: str = "one", *, clock: str = "10:08:00", end: str = "adjourn!", **changed: bool
) -> tuple[Entry, ...]:
    """A session in which four spoke on an item, two minutes and less each."""
    room = Room(plan(), load_rules(BODY)).at("10:00:00")
    room.do("open", "item 0", "inscribe mex fra zaf per", "next")
    for each in ("10:02:00", "10:03:30", "10:05:10"):
        room.at(each).do("next")
    room.at("10:06:00").do("yield")
    room.at(clock).do(end)
    first, *others = room.meeting.entries
    begun = first.event
    assert isinstance(begun, SessionStarted)
    return (replace(first, event=replace(begun, session=name, **changed)), *others)


def write(sessions: Path, entries: Sequence[Entry], name: str = "one") -> SessionFolder:
    folder = SessionFolder(sessions / name)
    log = folder.write("desk")
    log.append(entries, 0)
    log.close()
    return folder


class TestLessons:
    """Which meetings teach."""

    def test_a_finished_meeting_does(self) -> None:
        taught = lesson_of(replay(held()))

        assert taught is not None
        assert (taught.session, taught.date, taught.rules) == ("one", date(2026, 3, 19), BODY)
        assert (taught.entries, taught.taught.turns.count) == (held()[-1].seq, 4)

    @pytest.mark.parametrize(
        "entries",
        [held(end="suspend"), held(rehearsal=True), held()[:3] + held()[-1:]],
        ids=["not over", "a rehearsal", "with losses"],
    )
    def test_no_other_does(self, entries: tuple[Entry, ...]) -> None:
        assert lesson_of(replay(entries)) is None

    def test_a_meeting_that_began_with_learned_figures_is_a_trial_of_them(self) -> None:
        first, *others = held()
        begun = first.event
        assert isinstance(begun, SessionStarted)
        learned = replace(first, event=replace(begun, earlier=Earlier(1, 9)))
        plain, tried = lesson_of(replay(held())), lesson_of(replay([learned, *others]))

        assert plain is not None and tried is not None
        assert (plain.taught.trials.few.count, tried.taught.trials.few.count) == (0, 3)
        assert kept(tried).taught.trials.few.counts == tried.taught.trials.few.counts

    def test_a_meeting_in_which_hardly_anybody_spoke_teaches_nothing(self) -> None:
        room = Room(plan(), load_rules(BODY)).at("10:00:00")
        room.do("open", "item 0", "adjourn!")

        assert lesson_of(room.meeting) is None


class TestLearning:
    """The file is made from the sessions, as often as one likes."""

    def test_finished_sessions_of_the_body_teach_and_no_others(self, tmp_path: Path) -> None:
        write(tmp_path, held("one"), "one")
        write(tmp_path, held("two", clock="10:09:00"), "two")
        write(tmp_path, held("trial", rehearsal=True), "trial")
        write(tmp_path, held("open", end="suspend"), "open")

        found = learn(tmp_path, BODY)

        assert [each.session for each in found.lessons] == ["one", "two"]
        assert found == read_prior(BODY)
        assert learn(tmp_path, "another").lessons == ()
        assert not prior_path("another").exists()

    def test_it_is_the_same_after_it_was_deleted(self, tmp_path: Path) -> None:
        write(tmp_path, held())
        learn(tmp_path, BODY)
        text = prior_path(BODY).read_bytes()
        prior_path(BODY).unlink()
        assert known_for(plan(), load_rules(BODY)).earlier is None

        learn(tmp_path, BODY)

        assert prior_path(BODY).read_bytes() == text

    def test_it_is_its_owners_alone_and_written_only_where_something_is_new(
        self, tmp_path: Path
    ) -> None:
        write(tmp_path, held())
        learn(tmp_path, BODY)
        written = prior_path(BODY).stat()

        learn(tmp_path, BODY)

        assert prior_path(BODY).stat().st_ino == written.st_ino
        if os.name == "posix":
            assert stat.S_IMODE(written.st_mode) == 0o600
        assert [path.name for path in prior_path(BODY).parent.iterdir()] == ["att-wgtr.toml"]

    def test_what_others_taught_stays_and_a_session_counts_once_wherever_it_lies(
        self, tmp_path: Path
    ) -> None:
        kept(lesson("a-colleagues"))
        write(tmp_path, held(), "one")
        write(tmp_path, held(), "copied")

        assert "a-colleagues" in {each.mark for each in learn(tmp_path, BODY).lessons}
        assert len(learn(tmp_path, BODY).lessons) == 2

    def test_a_meeting_that_goes_on_teaches_nothing_until_it_is_over_again(
        self, tmp_path: Path
    ) -> None:
        folder = write(tmp_path, held())
        assert len(learn(tmp_path, BODY).lessons) == 1
        log = folder.write("desk")
        last = held()[-1]
        undo = mint(last.seq, (ActUndone(last.act),), last.at, last.at, SEAT)
        log.append(undo, last.seq)
        log.close()

        assert learn(tmp_path, BODY).lessons == ()

    def test_a_session_that_cannot_be_read_is_passed_over(self, tmp_path: Path) -> None:
        write(tmp_path, held())
        (tmp_path / "broken").mkdir()
        (tmp_path / "broken" / "log.db").write_bytes(b"x" * 5000)

        assert len(learn(tmp_path, BODY).lessons) == 1

    def test_a_file_that_cannot_be_used_is_never_written_over(self, tmp_path: Path) -> None:
        write(tmp_path, held())
        prior_path(BODY).parent.mkdir(parents=True)
        prior_path(BODY).write_text("x = [")

        with pytest.raises(EarlierError):
            learn(tmp_path, BODY)

        assert prior_path(BODY).read_text() == "x = ["

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        write(tmp_path, held())
        above = prior_path(BODY).parent.parent
        above.parent.mkdir(parents=True, exist_ok=True)
        above.write_text("a file")

        with pytest.raises(WriteRefused):
            learn(tmp_path, BODY)

    def test_bodies_are_those_of_files_and_of_sessions(self, tmp_path: Path) -> None:
        assert bodies(tmp_path / "none") == []
        write(tmp_path, held())
        kept(lesson(), body="bwc")
        prior_path("no-toml").write_text("x = [")
        prior_path("a-pipe").mkdir()

        assert bodies(tmp_path) == ["a-pipe", "att-wgtr", "bwc", "no-toml"]

    def test_the_rules_of_a_body_are_its_own_or_those_it_used_last(self) -> None:
        path = prior_path(BODY)
        flat, gone = replace(lesson(), rules="flat"), replace(lesson(), rules="gone")

        assert rules_of(Prior(BODY, path, (flat,))).id == BODY
        assert rules_of(Prior("bwc", path, (lesson(), flat, gone))).id == "flat"
        assert rules_of(Prior("bwc", path)).id == "flat"


def test_a_body_is_called_as_its_sessions_call_it_or_else_its_rules(tmp_path: Path) -> None:
    assert title_of(tmp_path, kept(lesson())).en.startswith("ATT Working Group")
    assert title_of(tmp_path, kept(lesson(), body="bwc")).en == "bwc"
