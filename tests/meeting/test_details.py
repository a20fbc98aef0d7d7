"""What is kept of a statement besides its points, and who is known to be in the room."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui import words
from meeting_tui.agenda.model import Topic
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting import details
from meeting_tui.meeting.details import (
    LanguageHeard,
    PersonNamed,
    PresenceNoted,
    ReceiveText,
    StatementMarked,
    TextReceived,
    delegations_present,
    language_name,
    language_named,
    size_told,
)
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import Intervention, KeptFile, ReceivedText
from meeting_tui.meeting.questions import coverage
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import unknown_names
from meeting_tui.meeting.telling import tell_act, tell_newest
from tests.meeting.room import Room, agenda, directory, words_for

KEPT = KeptFile("statement.docx", 214_000, "ab" * 32)


def spoke(*lines: str) -> Room:
    """Mexico has spoken as number 1, France for the EU has the floor as number 2."""
    room = Room().opened()
    room.do("floor mex!", "floor fra(eu+alb)!", *lines)
    return room


def said(room: Room, number: int = 2) -> Intervention:
    return room.state.interventions[f"s{number}"]


def told(room: Room, line: str | ReceiveText, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), entries
    return retold(room, entries, language)


def retold(room: Room, entries: tuple[Entry, ...], language: str = "en") -> str:
    return tell_act(room.state, entries, language, lambda code: directory().name(code, language))


@pytest.mark.parametrize(
    ("line", "language", "interpreted"),
    [
        ("heard fr", "fr", False),
        ("heard FR interpreted", "fr", True),
        ("hea français inter", "fr", True),
        ("heard 中文", "zh", False),
        ("heard русский interpreted", "ru", True),
        ("heard Kiswahili", "Kiswahili", False),
        ('heard "Haitian Creole" interpreted', "Haitian Creole", True),
    ],
)
def test_the_language_is_of_who_has_the_floor(line: str, language: str, interpreted: bool) -> None:
    room = spoke(line)

    assert (said(room).language, said(room).interpreted) == (language, interpreted)
    assert (said(room, 1).language, said(room, 1).interpreted) == (None, None)


@pytest.mark.parametrize("line", ["heard es on mex", "heard on 1 es", "heard es interpreted on 1"])
def test_another_statement_is_named_before_or_behind(line: str) -> None:
    room = spoke(line)

    assert said(room, 1).language == "es"
    assert said(room, 1).interpreted == ("interpreted" in line)
    assert said(room).language is None


@pytest.mark.parametrize(
    ("line", "person", "title"),
    [
        ("person Jane Roe", "Jane Roe", ""),
        ("person Jane Roe, Ambassador", "Jane Roe", "Ambassador"),
        ("person 王毅，部长", "王毅", "部长"),
        ("person Jane Roe, Head, Arms Control", "Jane Roe", "Head, Arms Control"),
        ('person "On, Kim", Counsellor', "On, Kim", "Counsellor"),
        ("person [b]Roe[/b]", "[b]Roe[/b]", ""),
        ("person on 1 Ana Paz, Embajadora", "Ana Paz", "Embajadora"),
    ],
)
def test_the_person_has_a_name_and_perhaps_a_title(line: str, person: str, title: str) -> None:
    room = spoke(line)
    kept = said(room, 1 if "on 1" in line else 2)

    assert (kept.person, kept.title) == (person, title)


def test_a_statement_is_marked_and_the_mark_comes_off() -> None:
    room = spoke("mark awaited", "mark ch", "mark on mex record")
    second, first = said(room), said(room, 1)

    assert (second.text_awaited, second.check_against_delivery, second.for_record) == (
        True,
        True,
        False,
    )
    assert first.for_record

    room.do("mark not awaited", "mark on mex not rec")

    assert not said(room).text_awaited
    assert said(room).check_against_delivery
    assert not said(room, 1).for_record


def test_a_received_text_is_awaited_no_more() -> None:
    room = spoke("mark awaited")
    room.later(60).do("received")

    assert not said(room).text_awaited
    assert said(room).text == ReceivedText(room.now)


def test_a_file_that_was_kept_stays_linked_when_the_text_comes_again() -> None:
    room = spoke()
    room.do(ReceiveText(kept=KEPT))
    linked = said(room).text
    room.later(60).do("mark awaited", "received")

    assert linked is not None
    assert (linked.file, linked.size, linked.sha256) == (KEPT.name, KEPT.size, KEPT.sha256)
    assert said(room).text == linked
    assert not said(room).text_awaited

    again = replace(KEPT, name="statement-2.docx")
    room.do(ReceiveText(kept=again))
    newer = said(room).text
    assert newer is not None
    assert newer.file == "statement-2.docx"


def test_a_file_needs_somebody_who_keeps_it() -> None:
    room = spoke()

    assert room.refused('received "my statement.docx"') == "file_kept_nowhere"
    assert "my statement.docx cannot be saved here" in room.sentence("received my statement.docx")
    assert room.refused('received "a.docx" b') == "words_left"
    assert said(room).text is None


def test_aligned_states_are_changed_for_one_statement() -> None:
    room = spoke("aligned ukr mda ukr")

    assert said(room).aligned == ("UKR", "MDA")
    assert room.state.made_by(said(room)).aligned == ("UKR", "MDA")
    assert room.inscription("FRA").aligned == ("ALB",)

    room.do("aligned none")
    assert room.state.made_by(said(room)).aligned == ()

    room.do("aligned on 2 default")
    usual = directory().get("EU")
    assert usual is not None
    assert said(room).aligned == usual.aligned_by_default
    assert len(usual.aligned_by_default) > 1


def test_a_group_without_usual_allies_has_those_it_was_inscribed_with() -> None:
    room = Room().opened()
    room.do("floor jam(caricom+mex)!", "aligned none", "aligned default")

    assert said(room, 1).aligned == ("MEX",)


def test_the_coverage_counts_those_who_aligned_with_the_statement() -> None:
    room = spoke("note a1 we report", "aligned ukr mda geo")
    row = coverage(room.state, members=directory().members).rows[1]

    assert row.aligned == ("UKR", "MDA", "GEO")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("heard", "language_missing"),
        ("heard fr backwards", "words_left"),
        ("heard fr on nga", "has_not_spoken"),
        ("heard fr on 9", "no_such_intervention"),
        ('heard fr on ""', "name_missing"),
        ('heard on "" fr', "name_missing"),
        ("person", "person_missing"),
        ("person , Ambassador", "person_missing"),
        ("person on nga Jane", "has_not_spoken"),
        ('person on "" Jane', "name_missing"),
        ("mark", "statement_mark_missing"),
        ("mark loud", "no_such_statement_mark"),
        ("mark not", "statement_mark_missing"),
        ("mark awaited now", "words_left"),
        ("mark on nga awaited", "has_not_spoken"),
        ('mark on "" awaited', "name_missing"),
        ("received on nga", "has_not_spoken"),
        ('received on "" a.docx', "name_missing"),
        ("aligned", "name_missing"),
        ("aligned on mex ukr", "spoke_for_itself"),
        ("aligned on nga ukr", "has_not_spoken"),
        ('aligned on "" ukr', "name_missing"),
        ("aligned carms", "aligns_no_state"),
        ('aligned "Atlantis"', "aligns_no_state"),
        ("aligned Atlantis", "not_a_name"),
        ("aligned none ukr", "words_left"),
        ("present", "name_missing"),
        ("present not", "name_missing"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(line: str, code: str) -> None:
    room = spoke()
    before = room.state.snapshot()

    assert room.refused(line) == code
    assert room.state == before


@pytest.mark.parametrize(
    "line", ["heard fr", "person Roe", "mark check", "received", "aligned alb"]
)
def test_nothing_is_recorded_while_nobody_has_spoken(line: str) -> None:
    assert Room().opened().refused(line) == "nobody_has_spoken"


def test_every_detail_is_taken_back_and_brought_back() -> None:
    lines = ("heard fr", "person Roe, Minister", "mark check", "received", "aligned none")
    room = spoke(*lines, 'present nga "Atlantis"')
    whole = room.state.snapshot()
    bare = spoke()
    bare.now = room.now

    room.do(*["undo"] * (len(lines) + 1))
    assert room.state.interventions == bare.state.interventions
    assert room.state.present == {}

    room.do(*["redo"] * (len(lines) + 1))
    assert room.state == whole


def test_who_asks_in_the_room_is_present_and_who_writes_is_not() -> None:
    room = Room()
    room.do("inscribe per via email for 3", "inscribe jpn zaf via desk for 3")
    room.opened()
    room.do("inscribe mex", "absent zaf", "order nga", "ruling No.", 'document ken "text"')
    room.do('present chl "Atlantis"', "present not chl", "inscribe bra", "withdraw bra")

    seen = delegations_present(room.state)
    assert seen == {"JPN", "MEX", "NGA", "KEN", "Atlantis", "BRA"}

    room.do("floor per")
    assert delegations_present(room.state) == seen | {"PER"}


def test_a_name_that_was_seen_is_identified_later() -> None:
    room = Room().opened()
    room.do('present "Atlantis" nga')
    assert unknown_names(room.state) == ("Atlantis",)

    room.do("identify atlantis as mex")

    assert unknown_names(room.state) == ()
    assert delegations_present(room.state) == {"MEX", "NGA"}
    assert room.state.present["MEX"].known


def test_details_may_be_recorded_after_the_meeting() -> None:
    room = spoke()
    room.do("adjourn!", "received on mex", "heard es on mex", "mark on mex check")

    assert said(room, 1).language == "es"


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        ("heard fr", "France: statement in French", "法国使用法语发言"),
        (
            "heard Kiswahili interpreted",
            "France: statement in Kiswahili, heard through interpretation",
            "法国使用Kiswahili发言，经口译听取",
        ),
        ("person {0} [b]", "Speaking for France: {0} [b]", "法国代表：{0} [b]"),
        ("person A, {1}", "Speaking for France: A, {1}", "法国代表：A，{1}"),
        ("mark awaited", "Text still to come: France", "待收法国的发言稿"),
        (
            "mark not awaited",
            "No text expected any more: France",
            "不再等待法国的发言稿",
        ),
        (
            "mark check",
            "France: check the text against delivery",
            "法国：发言稿以现场发言为准",
        ),
        (
            "mark not check",
            "France: no need to check the text against delivery",
            "法国：发言稿无须与现场发言核对",
        ),
        ("mark record", "France: for the record", "法国：要求载入记录"),
        ("mark not record", "France: not for the record", "法国：不要求载入记录"),
        ("received on mex", "Text received: Mexico", "已收到墨西哥的发言稿"),
        (
            ReceiveText(kept=KEPT),
            "Text received: France, saved as texts/statement.docx (214 kB)",
            "已收到法国的发言稿，存为 texts/statement.docx（214 kB）",
        ),
        ("aligned alb ukr", "Aligned with France: Albania, Ukraine", None),
        ("aligned none", "No State aligned with France", "没有国家赞同法国的发言"),
        (
            'present mex "Atlantis"',
            "In the room: Mexico, Atlantis (2 marked in all)",
            "在场：墨西哥、Atlantis（共标记2个）",
        ),
        (
            "present not mex",
            "No longer marked as in the room: Mexico (0 marked in all)",
            "取消在场标记：墨西哥（共标记0个）",
        ),
    ],
)
def test_each_is_told_in_one_line(
    line: str | ReceiveText, english: str, chinese: str | None
) -> None:
    assert told(spoke(), line) == english
    if chinese:
        assert told(spoke(), line, "zh") == chinese


def test_a_detail_taken_back_is_told_too() -> None:
    room = spoke("heard fr")
    undone = room.tried("undo")
    assert not isinstance(undone, Refusal)

    sentence = tell_newest(room.meeting, undone, "en", directory().name)
    assert sentence == "Undone: France: statement in French"


def test_sizes_are_told_as_people_read_them() -> None:
    assert [size_told(each) for each in (0, 999, 1000, 5_400_000)] == [
        "0 B",
        "999 B",
        "1 kB",
        "5,400 kB",
    ]


def test_languages_have_names_in_both_languages() -> None:
    assert language_named("ARABE") == language_named("العربية") == "ar"
    assert (language_name("es", "zh"), language_name("Kiswahili", "zh")) == (
        "西班牙语",
        "Kiswahili",
    )
    assert language_name("es", "en") == words.say("details.language_es")


def test_a_detail_of_nothing_is_a_damaged_log() -> None:
    room = spoke("heard fr")
    last = room.meeting.last
    for event in (
        LanguageHeard("s9", "fr"),
        PersonNamed("s9", "Roe"),
        StatementMarked("s1", "loud"),
        TextReceived("s9", None, None, None),
    ):
        broken = replace(last, seq=last.seq + 1, id="desk-99", act="desk-99", event=event)
        with pytest.raises(LogDamaged):
            room.meeting.apply(broken)


def test_presence_is_kept_once_a_delegation() -> None:
    room = Room().opened()
    (event,) = room.do("present mex MEX nga")

    assert event == PresenceNoted(("MEX", "NGA"))
    assert type(event) in {each.kind for each in details.HAPPENINGS}


def test_the_agenda_may_name_a_topic() -> None:
    topic = Topic(id="Next-Mandate", title=words_for("Mandate"), item="3")
    plan = replace(agenda(), topics=(topic,))

    assert plan.topic("next-mandate") == topic
    assert plan.topic("mandate") is None
