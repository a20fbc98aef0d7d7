"""For whom somebody speaks: groups, States by name, groups that nobody knows yet."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.checklist import Open, open_points, tell_open
from meeting_tui.meeting.counting import states_behind
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.names import GroupIdentified
from meeting_tui.meeting.positions import Subject, position_on
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribe
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, directory, said

ROOM = Room()


def who(line: str) -> Who:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Inscribe), found
    (only,) = found.whom
    return only


@pytest.mark.parametrize(
    ("line", "code", "group"),
    [
        ("kenya on behalf of the African Group", "KEN", "UNRG:AG"),
        ("Malta on behalf of the European Union", "MLT", "EU"),
        ("Kenya (on behalf of the African Group)", "KEN", "UNRG:AG"),
        ("Kenya(on behalf of African Group)", "KEN", "UNRG:AG"),
        ("Kenya, on behalf of the African Group", "KEN", "UNRG:AG"),
        ("KENYA ON BEHALF OF THE AFRICAN GROUP", "KEN", "UNRG:AG"),
        ("Kenya speaking on behalf of the African Group", "KEN", "UNRG:AG"),
        ("Kenya in the name of the African Group", "KEN", "UNRG:AG"),
        ("Kenya (African Group)", "KEN", "UNRG:AG"),
        ("kenya (ag)", "KEN", "UNRG:AG"),
        ("kenya on behalf of ag", "KEN", "UNRG:AG"),
        ("Republic of Kenya (on behalf of the African States)", "KEN", "UNRG:AG"),
        ("Kenya au nom du Groupe africain", "KEN", "UNRG:AG"),
        ("Malte au nom de l’Union européenne", "MLT", "EU"),
        ("Malte (au nom de l'Union européenne)", "MLT", "EU"),
        ("Bahamas au nom de la Communauté des Caraïbes", "BHS", "CARICOM"),
        ("Kenya en nombre del Grupo Africano", "KEN", "UNRG:AG"),
        ("Malta en nombre de la Unión Europea", "MLT", "EU"),
        ("Malta en representación de la Unión Europea", "MLT", "EU"),
        ("肯尼亚代表非洲集团", "KEN", "UNRG:AG"),
        ("马耳他（代表欧洲联盟）", "MLT", "EU"),
        ("马耳他 代表欧盟", "MLT", "EU"),
        ("Mexico on behalf of the Latin American and Caribbean Group", "MEX", "UNRG:GRULAC"),
        ("eu on behalf of its member States", "EU", "EU"),
        ("eu (on behalf of the EU and its Member States)", "EU", "EU"),
        ("Malta on behalf of the EU and its 27 member States", "MLT", "EU"),
        ("Malte au nom de l’Union européenne et de ses États membres", "MLT", "EU"),
        ("Malta en nombre de la Unión Europea y sus Estados miembros", "MLT", "EU"),
        ("马耳他代表欧盟及其成员国", "MLT", "EU"),
        ("Iraq on behalf of the Group of 77 and China", "IRQ", "G77"),
        ("Cuba (on behalf of the G-77 and China)", "CUB", "G77"),
    ],
)
def test_on_behalf_of_in_words(line: str, code: str, group: str) -> None:
    found = who(line)
    assert (found.code, found.group, found.capacity) == (code, group, "group")
    assert found.group_known


def test_those_of_a_pasted_list_have_their_groups() -> None:
    line = (
        "1. Argentina\n2. Kenya (on behalf of the African Group)\n"
        "3. Malta on behalf of the European Union\n4. Norway on behalf of the Friends of Peace\n"
        "5. Chad"
    )
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Inscribe)
    assert [(each.code, each.group) for each in found.whom] == [
        ("ARG", None),
        ("KEN", "UNRG:AG"),
        ("MLT", "EU"),
        ("NOR", "Friends of Peace"),
        ("TCD", None),
    ]


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("kenya on behalf of the African Group, mex", [("KEN", "UNRG:AG"), ("MEX", None)]),
        (
            "ken on behalf of the Friends of Peace and Security, mex",
            [("KEN", "Friends of Peace and Security"), ("MEX", None)],
        ),
        ("ken on behalf of the Friends; mex", [("KEN", "Friends"), ("MEX", None)]),
        ("ken on behalf of the Friends for 2", [("KEN", "Friends")]),
        ('ken on behalf of "Peace, now", mex', [("KEN", "Peace, now"), ("MEX", None)]),
        ("肯尼亚代表非洲集团、墨西哥", [("KEN", "UNRG:AG"), ("MEX", None)]),
        ("肯尼亚代表和平之友、墨西哥", [("KEN", "和平之友"), ("MEX", None)]),
    ],
)
def test_where_the_group_ends(line: str, whom: list[tuple[str, str | None]]) -> None:
    found = read_line(f"inscribe {line}", ROOM.lexicon)
    assert isinstance(found, Inscribe), found
    assert [(each.code, each.group) for each in found.whom] == whom


@pytest.mark.parametrize(
    ("line", "aligned"),
    [
        ("fra(deu)", ("DEU",)),
        ("fra (deu+ita)", ("DEU", "ITA")),
        ("France on behalf of Germany", ("DEU",)),
        ("Finland (on behalf of Sweden, Norway and Denmark)", ("SWE", "NOR", "DNK")),
        ("Finland (on behalf of Finland, Sweden and Norway)", ("SWE", "NOR")),
        ("芬兰（代表瑞典和挪威）", ("SWE", "NOR")),
    ],
)
def test_a_state_in_the_brackets_is_spoken_for(line: str, aligned: tuple[str, ...]) -> None:
    found = who(line)
    assert (found.group, found.aligned, found.capacity) == (None, aligned, "national")


def test_a_group_with_states_in_words() -> None:
    found = who("Malta (on behalf of the European Union, Albania and Norway)")
    assert (found.group, found.aligned) == ("EU", ("ALB", "NOR"))


def test_states_spoken_for_are_counted() -> None:
    room = Room().opened()
    room.do("inscribe fra(deu+ita)", "next", "note p1 /supports yes")
    made = room.state.made_by(room.state.interventions["s1"])
    members = directory().members

    assert states_behind(made, members) == {"FRA", "DEU", "ITA"}
    found = position_on(room.state, Subject("question", "P1"), members_of=members)
    assert found.side("supports").states == ("DEU", "FRA", "ITA")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fra(euu)", "group_near"),
        ("fra(euu+alb)", "group_near"),
        ("fra()", "group_missing"),
        ('fra("")', "group_missing"),
        ("ken on behalf of", "group_missing"),
        ("ken on behalf of the", "group_missing"),
        ("fra(eu+nowhere)", "aligned_unknown"),
        ("Finland on behalf of Sweden and Norway", "spoken_for_apart"),
        ("Malta on behalf of the EU and Iceland", "behalf_and"),
        ("inscribe kenya on behalf of the African Group and mex", "behalf_and"),
        ("per, ken on behalf of the Friends of Peace and Security and mex, fra", "behalf_and"),
        ("肯尼亚代表和平之友和墨西哥", "behalf_and"),
        ("per on behalf of the Latin American and Caribbean Group and mex", "behalf_and"),
        ("ken on behalf of the African Group and", "joining_word_code"),
        ("floor fra(euu)", "group_near"),
        ("ken on behalf of euu", "group_near"),
        ("fra(eu) xyzzy", "not_a_name"),
        ('ken on behalf of "Peace" xyzzy', "not_a_name"),
        ("inscribe ken on behalf of , mex", "not_a_name"),
        ("order fra(euu) text", "group_near"),
    ],
)
def test_what_is_not_clear_is_refused(line: str, code: str) -> None:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert said(found) and said(found, "zh")


def test_a_name_joined_to_a_group_by_and_is_asked_about_with_both_readings() -> None:
    found = read_line("Malta on behalf of the EU and Iceland", ROOM.lexicon)
    assert isinstance(found, Refusal)
    assert said(found) == (
        "Does Iceland speak too, or does Malta speak for it? Type a comma, `Malta(EU), Iceland`, "
        "or a plus sign, `Malta(EU+Iceland)`."
    )
    aligned = read_line("Malta(EU+Iceland)", ROOM.lexicon)
    assert isinstance(aligned, Inscribe)
    assert [(each.group, each.aligned) for each in aligned.whom] == [("EU", ("ISL",))]
    both = read_line("Malta(EU), Iceland", ROOM.lexicon)
    assert isinstance(both, Inscribe)
    assert [(each.code, each.group) for each in both.whom] == [("MLT", "EU"), ("ISL", None)]


def test_a_group_nearly_known_says_which() -> None:
    found = read_line("fra(euu)", ROOM.lexicon)
    assert isinstance(found, Refusal)
    assert said(found).startswith("Unknown group: “euu”. Did you mean eu?")


def asked_for(room: Room, code: str) -> Inscription:
    return room.inscription(code)


def test_an_unknown_group_is_kept_marked_and_has_no_rank() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe kenya (Friends of the Treaty)", "inscribe mlt(eu)")
    kenya = asked_for(room, "KEN")

    assert (kenya.group, kenya.group_known, kenya.capacity) == (
        "Friends of the Treaty",
        False,
        "group",
    )
    assert kenya.tier == "observer_states"
    assert [each.partition("(")[0] for each in room.waiting] == ["MLT", "MEX", "KEN"]
    assert limit_for(room.state, kenya) == limit_for(room.state, asked_for(room, "MEX"))
    open_ = [
        each
        for each in open_points(room.state, room.now, directory())
        if each.kind == "unknown_group"
    ]
    assert [each.subject for each in open_] == ["Friends of the Treaty"]


def test_an_unknown_group_ranks_as_one_when_said_so() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe kenya (Friends) as group")
    kenya = asked_for(room, "KEN")

    assert (kenya.group, kenya.group_known, kenya.tier) == ("Friends", True, "group")
    assert [each.partition("(")[0] for each in room.waiting] == ["KEN", "MEX"]
    assert room.refused("inscribe per (Others) as one") == "option_unknown"


def test_a_group_said_to_be_one_is_known_from_then_on() -> None:
    room = Room().opened()
    room.do(
        "inscribe kenya (Friends of Peace) as group", "inscribe bra(friends of peace) per(Foes)"
    )
    assert (asked_for(room, "BRA").group, asked_for(room, "BRA").tier) == (
        "Friends of Peace",
        "group",
    )
    assert asked_for(room, "PER").group_known is False


def test_an_unknown_group_is_identified_later() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe kenya (Afrique) bra(AFRIQUE)", "inscribe per(Others)")
    (event,) = room.do("identify afrique as African Group")

    assert event == GroupIdentified("Afrique", "African Group", "group", "UNRG:AG")
    assert asked_for(room, "KEN").group == asked_for(room, "BRA").group == "UNRG:AG"
    assert asked_for(room, "PER").group == "Others"
    assert [each.partition("(")[0] for each in room.waiting] == ["KEN", "BRA", "MEX", "PER"]
    (kept,) = room.state.corrections
    assert (kept.subject, kept.before, kept.after) == ("UNRG:AG", "Afrique", "African Group")
    room.do("undo")
    assert asked_for(room, "KEN").group_known is False


def test_a_typed_group_may_be_one_as_it_is_or_a_state() -> None:
    room = Room().opened()
    room.do("inscribe mex", 'inscribe kenya ("Friends, all") fra("euu") icrc("euu")')
    room.do('identify "Friends, all" as group', "identify euu as deu")
    kenya, france, cross = (asked_for(room, code) for code in ("KEN", "FRA", "ICRC"))

    assert (kenya.group, kenya.group_known, kenya.tier) == ("Friends, all", True, "group")
    assert (france.group, france.aligned, france.capacity) == (None, ("DEU",), "national")
    assert (cross.aligned, cross.capacity) == (("DEU",), "organisation")
    assert not [
        e for e in open_points(room.state, room.now, directory()) if e.kind == "unknown_group"
    ]


def test_what_a_typed_group_cannot_be() -> None:
    room = Room().opened()
    room.do("inscribe kenya (Friends of all)")
    assert room.refused('identify "Friends of all" as "Somebody"') == "no_such_group"
    assert room.refused("identify Friends of all as nonsense").startswith("not_a_name")
    assert room.refused("identify others as group") == "no_such_unknown_name"


def test_whose_a_statement_was_may_name_an_unknown_group() -> None:
    room = Room().opened()
    room.do("inscribe ken", "next", "yield", "attribute 1 ken (Friends)")
    made = asked_for(room, "KEN")
    assert (made.group, made.group_known, made.tier) == ("Friends", False, "observer_states")
    room.do("attribute 1 ken(uga+tza)")
    assert [each.after for each in room.state.corrections] == ["KEN(Friends)", "KEN(UGA+TZA)"]


def test_it_is_told_for_whom() -> None:
    room = Room().opened()
    told = []
    for each in ("ken (Friends)", "fra(deu+ita)", "mlt(eu)", "eu", "ken(ag)"):
        entries = room.tried(f"inscribe {each}")
        assert not isinstance(entries, Refusal)
        told.append(tell_act(room.state, entries, "en", directory().name))
    assert told == [
        "Inscribed: Kenya (for Friends, group not in the list)",
        "Inscribed: France (also for Germany, Italy)",
        "Inscribed: Malta (for the European Union)",
        "Inscribed: European Union",
        "Inscribed: Kenya (for the African Group)",
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("per(eu)", "Peru is not a member of the European Union."),
        ("mex Peru on behalf of the European Union", "Peru is not a member of the European Union."),
        ("fra (on behalf of the African Group)", "France is not a member of the African Group."),
        ("alb(eu+nor)", "Albania is not a member of the European Union."),
    ],
)
def test_a_state_that_speaks_for_a_group_of_others_is_asked_about(line: str, sentence: str) -> None:
    room = Room().opened()
    assert room.sentence(line).startswith(sentence)
    assert room.sentence(line).endswith("type `inscribe!` before the names.")
    assert room.waiting == [], "nothing is done by halves"


def outside(room: Room) -> list[Open]:
    found = open_points(room.state, room.now, directory())
    return [each for each in found if each.kind == "outside_group"]


def test_insisted_on_it_is_kept_marked_and_on_the_checklist() -> None:
    room = Room().opened()
    entries = room.tried("inscribe! per(eu) fra(eu)")
    assert not isinstance(entries, Refusal)
    told = tell_act(room.state, entries, "en", directory().name)
    assert told == (
        "Inscribed: Peru (for the European Union, not a member), France (for the European Union)"
    )
    assert (asked_for(room, "PER").is_member, asked_for(room, "FRA").is_member) == (False, True)
    assert asked_for(room, "PER").tier == "group"
    room.do("floor per", "note a1 yes", "yield", "floor fra", "note a1 no", "yield")
    (found,) = outside(room)
    assert tell_open(found, room.state, "en", directory().name) == (
        "s1: Peru (1) spoke for the European Union and is not a member: `attribute 1 …`"
    )
    assert "并非成员" in tell_open(found, room.state, "zh", directory().name)
    room.do("attribute 1 per")
    assert not outside(room)
    room.do("attribute 2 per(eu)")
    assert [each.subject for each in outside(room)] == ["s2"]


def test_who_is_identified_later_may_be_outside_the_group_too() -> None:
    room = Room().opened()
    room.do('inscribe "Limas"(eu) fra(Afrique)', "next", "yield", "next!", "yield")
    assert not outside(room)
    room.do("identify Limas as per", "identify Afrique as African Group")
    assert [each.subject for each in outside(room)] == ["s1", "s2"]


@pytest.mark.parametrize(
    "line", ["fra(eu)", "eu", "ken(ag)", "per(Friends)", "icrc(eu)", '"Smith"(eu)', "per(deu)"]
)
def test_whoever_may_speak_for_it_is_not_asked(line: str) -> None:
    room = Room().opened()
    room.do(f"inscribe {line}")
    assert all(each.is_member for each in room.state.inscriptions.values())
