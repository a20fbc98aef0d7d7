"""A line of names means exactly those names, or is refused whole with the word that is none."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.point_of_order import RaisePointOfOrder
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribe
from tests.meeting.room import Room, said

ROOM = Room()


def named(line: str) -> list[str]:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Inscribe), found
    return [who.code for who in found.whom]


def refused(line: str) -> tuple[str, str]:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Refusal), found
    assert said(found, "zh")
    return found.code, said(found)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("mexico and japan", ["MEX", "JPN"]),
        ("mex et jpn", ["MEX", "JPN"]),
        ("mexico y japon", ["MEX", "JPN"]),
        ("Francia e Italia", ["FRA", "ITA"]),
        ("Мексика и Япония", ["MEX", "JPN"]),
        ("المكسيك و اليابان", ["MEX", "JPN"]),
        ("المكسيك واليابان وmex", ["MEX", "JPN", "MEX"]),
        ("墨西哥和日本", ["MEX", "JPN"]),
        ("墨西哥、法国以及日本", ["MEX", "FRA", "JPN"]),
        ("Mexico And Japan", ["MEX", "JPN"]),
        ("mex, fra, and jpn", ["MEX", "FRA", "JPN"]),
        ("MEX; FRA & ZAF", ["MEX", "FRA", "ZAF"]),
    ],
)
def test_a_joining_word_in_a_line_of_names_is_no_delegation(line: str, codes: list[str]) -> None:
    assert named(line) == codes
    assert named(f"inscribe {line}") == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("can per mex", ["CAN", "PER", "MEX"]),
        ("mex AND jpn", ["MEX", "AND", "JPN"]),
        ("MEX AND JPN", ["MEX", "AND", "JPN"]),
        ("andorra eth", ["AND", "ETH"]),
        ("at be", ["AUT", "BEL"]),
        ("ma li", ["MAR", "LIE"]),
        ("inscribe ger ma ny", []),
    ],
)
def test_other_codes_in_small_letters_stay_codes(line: str, codes: list[str]) -> None:
    assert named(line) == codes if codes else refused(line)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Kingdom of Norway", ["NOR"]),
        ("State of Qatar", ["QAT"]),
        ("Lao PDR", ["LAO"]),
        ("Trinidad and Tobago and Bosnia and Herzegovina", ["TTO", "BIH"]),
        ("Antigua y Barbuda y Santo Tomé y Príncipe", ["ATG", "STP"]),
        ("特立尼达和多巴哥和圣基茨和尼维斯", ["TTO", "KNA"]),
        ("Guinea Bissau, Equatorial Guinea, Guinea", ["GNB", "GNQ", "GIN"]),
        ("Niger, Nigeria", ["NER", "NGA"]),
        ("Congo, Democratic Republic of the, fra", ["COD", "FRA"]),
        ("mex, Korea, Republic of, fra", ["MEX", "KOR", "FRA"]),
        ("Congo, Democratic Republic of the Congo", ["COG", "COD"]),
        ("Iran(Islamic Republic of) fra", ["IRN", "FRA"]),
        ("la France et le Mexique, l’Espagne", ["FRA", "MEX", "ESP"]),
        ("the Gambia and the Bahamas", ["GMB", "BHS"]),
        ("la fra", ["LAO", "FRA"]),
        ("European Union and its Member States, mex", ["EU", "MEX"]),
        ("Niger - Nigeria", ["NER", "NGA"]),
    ],
)
def test_the_longest_exact_name_wins(line: str, codes: list[str]) -> None:
    assert named(line) == codes


@pytest.mark.parametrize(
    "line",
    [
        "1. Argentina 2. Brazil 3. Chile",
        "1) Argentina 2) Brazil 3) Chile",
        "(1) Argentina (2) Brazil (3) Chile",
        "1.Argentina 2.Brazil 3.Chile",
        "1 Argentina 2 Brazil 3 Chile",
        "7. Argentina; 8. Brazil; 9. Chile",
        "1、阿根廷 2、巴西 3、智利",
        "① Argentina ② Brazil ③ Chile",
        "5 - Argentina 6 - Brazil 7 - Chile",
        "5 – Argentina; 9 – Brazil; 11 – Chile",
        "3 — Argentina\n5 — Brazil\n8 — Chile",
        "5-Argentina 7-Brazil 9-Chile",
        "5.- Argentina 6.- Brazil 7.- Chile",
        "5) - Argentina 6) - Brazil 8) - Chile",
        "1: Argentina 2: Brazil 4: Chile",
        "1/ Argentina 2/ Brazil 4/ Chile",
        "[1] Argentina [2] Brazil [4] Chile",
        "#1 Argentina #2 Brazil #4 Chile",
        "No. 1 Argentina No. 2 Brazil No. 4 Chile",
        "Nº 1 Argentina, nº 2 Brazil, nº 4 Chile",
        "1.\tArgentina\t2.\tBrazil\t4.\tChile",
        "1\tArgentina\n2\tBrazil\n3\tChile",
        "1） 阿根廷 2） 巴西 4） 智利",
        "第1 阿根廷 第2 巴西 第4 智利",
        "a) Argentina b) Brazil c) Chile",
        "i) Argentina ii) Brazil iv) Chile",
        "• Argentina • Brazil • Chile",
        "* Argentina * Brazil * Chile",
        "➢\tArgentina\n➢\tBrazil\n➢\tChile",
        "□ Argentina □ Brazil ■ Chile",
        "- Argentina - Brazil - Chile",
        "– Argentina, – Brazil and – Chile",
    ],
)
def test_the_numbers_of_a_pasted_list_are_left_out(line: str) -> None:
    assert named(line) == ["ARG", "BRA", "CHL"]
    assert named(f"inscribe {line} via email") == ["ARG", "BRA", "CHL"]


@pytest.mark.parametrize(
    "line",
    [
        *("5 - Côte d'Ivoire", "5. Côte d'Ivoire", "5) Côte d'Ivoire", "5 – Côte d'Ivoire"),
        *("(5) Côte d'Ivoire", "5\tCôte d'Ivoire", "5 Côte d'Ivoire", "5-Côte d'Ivoire"),
        *("• Côte d'Ivoire", "•\tCôte d'Ivoire", "- Côte d'Ivoire", "– 5. Côte d'Ivoire"),
        *("No. 5 Côte d'Ivoire", "5: Côte d'Ivoire", "5.\tCôte d'Ivoire", "5° Côte d'Ivoire"),
    ],
)
def test_the_number_of_one_pasted_name_is_left_out(line: str) -> None:
    assert named(line) == ["CIV"]
    assert named(f"inscribe {line} via email") == ["CIV"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Chad can speak now", "“speak now”"),
        ("bra for 3 and 4", "“4”"),
        ("mex and fra jappan", "“jappan”"),
        ("inscribe mex smith fra", "“smith”"),
        ("mxe", "“mxe”"),
        ("fra mxe jpn", "“mxe”"),
        ("sierra", "“sierra”"),
        ("State of Nowhere", "“State of Nowhere”"),
        ("inscribe Kingdom", "“Kingdom”"),
        ("墨西哥人", "“人”"),
        ("mex 3", "“3”"),
        ("inscribe Congo Democratic Republic of the Congo xyzzy", "“xyzzy”"),
        (f"inscribe {' '.join(['xyzzy'] * 20)}", "xyzzy xyzzy"),
        ("order 天下", "“天下”"),
        ("order 墨西哥人", "“墨西哥人”"),
        ("1 mex 4 fra", "“1”"),
        ("inscribe pe ru us a", "“a”"),
    ],
)
def test_a_line_with_a_word_that_is_no_name_is_refused_whole(line: str, word: str) -> None:
    code, sentence = refused(line)
    assert code in ("not_a_name", "not_a_name_near", "ambiguous_name", "not_names")
    assert word in sentence


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "mex, smith, fra, xyzzy",
            "Unknown: “smith”, “xyzzy”. A new name goes in quotation marks.",
        ),
        (
            "1. Mxeico 2. France 3. Jappan",
            "Unknown: “Mxeico” (mex?), “Jappan” (jpn?).",
        ),
        ("fra mxe; united, mex", "Unknown: “mxe” (mex?), “united” (mex?)."),
        ("inscribe smith, jones for 3", "Unknown: “smith”, “jones”."),
        ("smith, mex for 3 jones", "Unknown: “smith”"),
        (
            "fra " + ", ".join(f"xyzzy{n}" for n in "abcdefg"),
            "Unknown: “xyzzya”, “xyzzyb”, “xyzzyc”, “xyzzyd”, “xyzzye” and 2 more.",
        ),
    ],
)
def test_every_word_that_is_no_name_is_said(line: str, told: str) -> None:
    assert refused(line)[1].startswith(told)


def test_a_long_text_that_is_no_name_is_cut() -> None:
    told = refused(f"fra, {'nowhere ' * 9}, xyzzy")[1]
    assert told.startswith("Unknown: “nowhere nowhere nowhere…”, “xyzzy”.")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("mxe", "mex (Mexico)"),
        ("mexco", "mex (Mexico)"),
        ("jap", "jpn (Japan)"),
        ("sierra", "sle (Sierra Leone)"),
        ("inscribe fra jamacia", "jam (Jamaica)"),
        ("inscribe Leone", "sle (Sierra Leone)"),
        ("withdraw mxe", "mex (Mexico)"),
        ("floor mexco!", "mex (Mexico)"),
        ("order jamacia on the text", "jam (Jamaica)"),
    ],
)
def test_what_was_perhaps_meant_is_offered(line: str, offered: str) -> None:
    code, sentence = refused(line)
    assert code == "not_a_name_near"
    assert f"Did you mean {offered}" in sentence


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("and", "joining_word_code"),
        ("inscribe et", "joining_word_code"),
        ("mex and", "joining_word_code"),
        ("mex et, ", "joining_word_code"),
        ("mex y", "joining_word"),
        ("withdraw and", "joining_word_code"),
        ("mex and for 3", "joining_word_code"),
        ("MEXICO AND JAPAN", "joining_or_code"),
        ("MEXIQUE ET JAPON", "joining_or_code"),
        ("mex, , ;", ""),
        ("inscribe ,", "name_missing"),
        ("inscribe 1.", "name_missing"),
        ("1.", "name_missing"),
        ("- ", "name_missing"),
        ("began on united 10:00", "ambiguous_name"),
        ('inscribe mex "', "not_a_name"),
    ],
)
def test_joining_words_and_separators_alone(line: str, code: str) -> None:
    if code:
        assert refused(line)[0] == code
    else:
        assert named(line) == ["MEX"]


def test_a_free_name_in_use_is_a_name_without_quotation_marks() -> None:
    room = Room().opened()
    assert room.refused("inscribe Tall Man").startswith("not_a_name")
    room.do('inscribe "Tall Man" mex')
    assert room.refused("inscribe tall man") == "already_waits"
    room.do("move tall man 1", "withdraw Tall Man", "inscribe fra, tall man and per")
    assert room.waiting == ["MEX", "FRA", "PER", "Tall Man"]


def test_brackets_of_text_are_not_taken_for_a_group() -> None:
    found = read_line("order mex (see rule 20)", ROOM.lexicon)
    assert isinstance(found, RaisePointOfOrder)
    assert (found.who.group, found.text) == (None, "(see rule 20)")


def test_names_are_joined_in_the_other_acts_too() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "swap mex and fra", "present per and chl, bra")
    assert room.waiting == ["FRA", "MEX"]
    assert {"PER", "CHL", "BRA"} <= set(room.state.present)
