"""Finding a delegation by code, name or alias in six languages, typing errors included."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from meeting_tui.delegations.directory import (
    Directory,
    every_name,
    load_directory,
    names_at_hand,
    overrides,
)
from meeting_tui.delegations.look_up import CODE, ERROR, NAME, TYPO, Match, solid, words_of
from meeting_tui.delegations.model import KINDS, Delegation

DIRECTORY = load_directory()
DIRECTORY.warm()
ANY_NAME = [(each, name) for each in DIRECTORY.all() for name in every_name(each)]
any_text = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["", " ", "!!!", "'", "the", "\ud800", "\x00", "x" * 5000, "秘", "ma", "zz9"]
)


def codes(matches: tuple[Match, ...]) -> list[str]:
    return [match.delegation.code for match in matches]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mex", "MEX"),
        ("MX", "MEX"),
        ("Mexico", "MEX"),
        ("México", "MEX"),
        ("Мексика", "MEX"),
        ("المكسيك", "MEX"),
        ("墨西哥", "MEX"),
        ("Cote d'Ivoire", "CIV"),
        ("côte d’ivoire", "CIV"),
        ("COTE D`IVOIRE", "CIV"),
        ("cote divoire", "CIV"),
        ("cote d ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("كوت ديفوار", "CIV"),
        ("ساحل العاج", "CIV"),
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("UK", "GBR"),
        ("u.k.", "GBR"),
        ("Royaume-Uni", "GBR"),
        ("USA", "USA"),
        ("United States", "USA"),
        ("Holland", "NLD"),
        ("the Netherlands", "NLD"),
        ("Swaziland", "SWZ"),
        ("DRC", "COD"),
        ("Congo-Kinshasa", "COD"),
        ("Congo", "COG"),
        ("South Korea", "KOR"),
        ("Corée du Sud", "KOR"),
        ("DPRK", "PRK"),
        ("UAE", "ARE"),
        ("Burma", "MMR"),
        ("Russia", "RUS"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("St. Vincent & Grenadines", "VCT"),
        ("Saint Vincent and the Grenadines", "VCT"),
        ("Guinea Bissau", "GNB"),
        ("Gambia (Islamic Republic of the)", "GMB"),
        ("Vatican City", "VAT"),
        ("Palestine", "PSE"),
        ("Territoires palestiniens", "PSE"),
        ("Перу", "PER"),
        ("秘鲁", "PER"),
        ("مصر", "EGY"),
        ("Сербия", "SRB"),
        ("Perú", "PER"),
        ("eu", "EU"),
        ("sec", "SEC"),
        ("pax", "PAX"),
        ("红十字", "ICRC"),
    ],
)
def test_a_code_name_or_alias_is_found_exactly(text: str, code: str) -> None:
    found = DIRECTORY.exact(text)
    assert found is not None and found.code == code
    assert DIRECTORY.look_up(text)[0].delegation is found


@pytest.mark.parametrize("text", ["", "  ", "?", "jamacia", "Mexic", "nobody"])
def test_nobody_is_meant_exactly(text: str) -> None:
    assert DIRECTORY.exact(text) is None


def test_no_two_delegations_share_a_code_or_a_name() -> None:
    meant: dict[str, str] = {}
    for each in DIRECTORY.all():
        for text in (each.code, each.alpha2 or each.code, *every_name(each)):
            assert meant.setdefault(solid(text), each.code) == each.code, text
    assert len(meant) > 1500


def test_each_curated_name_belongs_to_somebody_in_the_list() -> None:
    assert [code for code in overrides() if DIRECTORY.get(code) is None] == []


@given(st.sampled_from(ANY_NAME))
def test_every_name_finds_its_delegation(named: tuple[Delegation, str]) -> None:
    delegation, name = named
    assert DIRECTORY.exact(name.upper()) is delegation
    assert delegation in DIRECTORY.starting(name)
    assert DIRECTORY.look_up(name)[0].delegation is delegation


@given(st.data())
def test_one_typing_error_still_finds_it(data: st.DataObject) -> None:
    delegation, name = data.draw(
        st.sampled_from([(each, name) for each, name in ANY_NAME if len(solid(name)) >= 6])
    )
    typed = solid(name)
    at = data.draw(st.integers(1, len(typed) - 2))
    swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
    wrong = data.draw(
        st.sampled_from([typed[:at] + typed[at + 1 :], typed[:at] + "x" + typed[at:], swapped])
    )
    assume(not DIRECTORY.starting(wrong))  # else it is another name's beginning, and no error
    assert delegation.code in codes(DIRECTORY.look_up(wrong, limit=20))


@given(any_text, st.integers(-1, 12))
def test_any_text_gets_ranked_matches_of_different_delegations(text: str, limit: int) -> None:
    matches = DIRECTORY.look_up(text, limit)
    assert len(matches) <= max(limit, 0)
    assert len(set(codes(matches))) == len(matches)
    for one, other in pairwise(matches):
        assert one.score >= other.score
        if one.score == other.score:
            assert KINDS.index(one.delegation.kind) <= KINDS.index(other.delegation.kind)
    found = DIRECTORY.exact(text)
    assert found is None or limit <= 0 or matches[0].delegation is found


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("jamacia", "JAM"),
        ("sieraleone", "SLE"),
        ("siera leone", "SLE"),
        ("turkye", "TUR"),
        ("cote divore", "CIV"),
        ("moldva", "MDA"),
        ("venezula", "VEN"),
        ("switzr", "CHE"),
        ("unted king", "GBR"),
        ("norht macedonia", "MKD"),
        ("mexc", "MEX"),
        ("Аргентна", "ARG"),
        ("controll arms", "CARMS"),
    ],
)
def test_a_typing_error_still_finds_the_delegation(typed: str, code: str) -> None:
    first = DIRECTORY.look_up(typed)[0]
    assert first.delegation.code == code
    assert first.score <= TYPO - ERROR


def test_the_better_a_match_the_earlier() -> None:
    code, *beginnings = DIRECTORY.look_up("ma", limit=20)
    assert (code.delegation.code, code.matched, code.score) == ("MAR", "MA", CODE)
    assert {match.delegation.kind for match in beginnings[:6]} == {"state_party"}
    guinea = DIRECTORY.look_up("guinea")
    assert codes(guinea) == ["GIN", "GNB", "GNQ", "PNG"]
    assert guinea[0].score == NAME
    assert codes(DIRECTORY.look_up("鲁")) == ["GEO", "PER", "NRU"]
    assert codes(DIRECTORY.look_up("eu")) == ["EU"]
    assert codes(DIRECTORY.look_up("slov")) == ["SVK", "SVN"]


def test_names_are_found_by_their_beginning() -> None:
    assert [each.code for each in DIRECTORY.starting("slo")] == ["SVK", "SVN"]
    assert [each.code for each in DIRECTORY.starting("Côte")] == ["CIV"]
    assert [each.code for each in DIRECTORY.starting("墨")] == ["MEX"]
    assert DIRECTORY.starting("") == ()
    assert DIRECTORY.starting("xyz") == ()


def test_nothing_is_found_in_an_empty_directory() -> None:
    empty = Directory([])
    empty.warm()
    assert empty.look_up("mexico") == ()
    assert empty.exact("mexico") is None


def test_codes_go_before_names_and_names_before_aliases() -> None:
    directory = Directory(
        [
            Delegation("AAA", "Peru", "guest", aliases=("PER", "Chile")),
            Delegation("PER", "Mexico", "state_party", alpha2="PE"),
            Delegation("BBB", "PE", "guest", aliases=("Peru",)),
        ]
    )
    meant = [directory.exact(text) for text in ("per", "pe", "peru", "chile")]
    assert [each.code if each else None for each in meant] == ["PER", "PER", "AAA", "AAA"]


def test_an_official_name_goes_before_anothers_alias() -> None:
    directory = Directory(
        [
            Delegation("AAA", "Alpha", "guest", aliases=("Beta",)),
            Delegation("BBB", "Beta", "guest"),
        ]
    )
    meant = directory.exact("beta")
    assert meant is not None and meant.code == "BBB"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The  Gambia", "gambia"),
        ("Iran (Islamic Republic of)", "iran islamic republic of"),
        ("《武器贸易条约》秘书处", "武器贸易条约 秘书处"),
        ("D.R. Congo", "dr congo"),
        ("Côte d’Ivoire", "cote divoire"),
        ("under_score", "under score"),
        ("(!)", ""),
    ],
)
def test_names_are_compared_without_accents_marks_and_brackets(text: str, words: str) -> None:
    assert words_of(text) == words


def test_names_at_hand_begin_with_the_official_ones() -> None:
    palestine = DIRECTORY.get("PSE")
    assert palestine is not None
    assert list(names_at_hand(palestine))[:3] == ["State of Palestine", "巴勒斯坦国", "Palestine"]
