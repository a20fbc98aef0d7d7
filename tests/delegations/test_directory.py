"""The directory that comes with the program: who is in it, in which groups, under which names."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.delegations.model import KINDS, LANGUAGES, Delegation

SHARED = Path(__file__).resolve().parents[3] / "shared" / "participants.csv"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


def test_everybody_is_there_with_a_kind(directory: Directory) -> None:
    kinds = Counter(each.kind for each in directory.all())
    assert sum(kinds.values()) == 216
    assert set(kinds) == set(KINDS)
    assert (kinds["state_party"], kinds["signatory"], kinds["observer_state"]) == (116, 26, 54)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared list of participants is not beside us")
def test_the_list_says_what_its_source_says(directory: Directory) -> None:
    with SHARED.open(encoding="utf-8", newline="") as file:
        given = {row["code"]: row for row in csv.DictReader(file)}
    assert list(given) == [each.code for each in directory.all()]
    for each in directory.all():
        row = given[each.code]
        assert (each.name, each.name_zh or "", each.kind, each.source) == (
            row["name_en"],
            row["name_zh"],
            row["kind"],
            row["source_note"],
        )
        tags = {tag for tag in row["group_memberships"].split(";") if tag}
        assert set(each.groups) == {tag for tag in tags if not tag.startswith("GROUP_SPEAKER:")}


def test_the_kind_of_each_state_is_documented_up_to_a_day(directory: Directory) -> None:
    states = [each for each in directory.all() if each.alpha2]
    dates = {each.status_date for each in states if each.code != "VAT"}
    assert dates == {date(2024, 6, 30)}
    assert [each.code for each in directory.all() if each.status_open] == ["VUT", "ECU"]


def test_the_eu_speaks_for_its_members_and_proposes_who_aligns(directory: Directory) -> None:
    union = directory.get("EU")
    assert union is not None
    assert union.speaks_for == ("EU",)
    assert union.groups == ()
    assert union.aligned_by_default == ("ALB", "GEO", "ISL", "MDA", "MKD", "MNE", "NOR")
    assert union.aligned_by_default == tuple(sorted(directory.members("EU_ALIGNED_CSP11")))
    assert len(directory.members("EU")) == 27
    assert {"FRA", "CYP", "MLT"} <= set(directory.members("EU"))


def test_members_of_other_groups(directory: Directory) -> None:
    assert len(directory.members("CARICOM")) == 14
    assert len(directory.members("UNRG:AG")) == 54
    assert directory.members("nobody knows") == ()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("eu", "EU"),
        ("EU", "EU"),
        ("European Union", "EU"),
        ("Union européenne", "EU"),
        ("UE", "EU"),
        ("欧盟", "EU"),
        ("caricom", "CARICOM"),
        ("ECOWAS", "ECOWAS"),
        ("cedeao", "ECOWAS"),
        ("pif", "PIF"),
        ("pacific islands forum", "PIF"),
        ("African Group", "UNRG:AG"),
        ("unrg:ag", "UNRG:AG"),
        ("ag", "UNRG:AG"),
        ("非洲集团", "UNRG:AG"),
        ("grulac", "UNRG:GRULAC"),
        ("weog", "UNRG:WEOG"),
        ("reporting_champion:europe", "REPORTING_CHAMPION:Europe"),
        ("friends of the chair", None),
        ("", None),
        ("!", None),
    ],
)
def test_groups_by_id_name_and_alias(directory: Directory, text: str, group: str | None) -> None:
    assert directory.group(text) == group


def test_a_group_is_named_in_the_language_and_shortly(directory: Directory) -> None:
    assert directory.group_name("UNRG:AG") == "African Group"
    assert directory.group_name("UNRG:AG", "zh") == "非洲集团"
    assert directory.short_group_name("UNRG:AG") == "African Group"
    assert directory.short_group_name("UNRG:GRULAC", "zh") == "拉加集团"
    assert directory.short_group_name("FRIENDS", "zh") == "FRIENDS"
    assert directory.group_name("EU_ALIGNED_CSP11", "ru").startswith("States aligned")
    assert directory.group_name("FRIENDS", "zh") == "FRIENDS"


@pytest.mark.parametrize(
    ("code", "region"),
    [("BEN", "UNRG:AG"), ("CYP", "UNRG:APG"), ("TUR", "UNRG:WEOG"), ("NIU", None), ("EU", None)],
)
def test_a_state_has_its_region(directory: Directory, code: str, region: str | None) -> None:
    assert directory.region(code) == region


def test_no_region_of_somebody_unknown(directory: Directory) -> None:
    assert directory.region("ZZZ") is None


def test_get_takes_codes_only(directory: Directory) -> None:
    peru = directory.get("PER")
    assert peru is not None and peru.name == "Peru"
    assert directory.get("per") is peru
    assert directory.get("PE") is None
    assert directory.get("") is None


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("PSE", "State of Palestine|État de Palestine|Estado de Palestina|Государство Палестина"),
        ("KOR", "Republic of Korea|République de Corée|República de Corea|Республика Корея"),
        ("COG", "Congo|Congo|Congo|Конго"),
        ("CPV", "Cabo Verde|Cabo Verde|Cabo Verde|Кабо-Верде"),
        ("VAT", "Holy See|Saint-Siège|Santa Sede|Святой Престол"),
        ("TUR", "Türkiye|Türkiye|Türkiye|Турция"),
        ("PER", "Peru|Pérou|Perú|Перу"),
        ("EU", "European Union|Union européenne|Unión Europea|Европейский союз"),
        ("SAS", "Small Arms Survey|Small Arms Survey|Small Arms Survey|Small Arms Survey"),
        ("ZZZ", "ZZZ|ZZZ|ZZZ|ZZZ"),
    ],
)
def test_names_follow_the_usage_of_the_united_nations(
    directory: Directory, code: str, names: str
) -> None:
    languages = ("en", "fr", "es", "ru")
    assert [directory.name(code, language) for language in languages] == names.split("|")


def test_arabic_chinese_and_other_languages(directory: Directory) -> None:
    assert directory.name("EGY", "ar") == "مصر"
    assert directory.name("KOR", "ar") == "جمهورية كوريا"
    assert directory.name("KOR", "zh") == "大韩民国"
    assert directory.name("PAX", "zh") == "PAX"
    assert directory.name("DEU", "de") == "Germany"
    assert directory.name("mex", "es") == "México"


def test_a_state_missing_in_the_list_of_chinese_names_has_the_locale_librarys() -> None:
    directory = Directory([Delegation("PER", "Peru", "state_party", alpha2="PE")])
    assert directory.name("PER", "zh") == "秘鲁"


def test_letters_unknown_to_the_locale_library_leave_the_english_name() -> None:
    directory = Directory([Delegation("QXX", "Nowhere", "guest", alpha2="QX")])
    assert directory.name("QXX", "fr") == "Nowhere"
    assert [match.matched for match in directory.look_up("nowhere")] == ["Nowhere"]


def test_every_state_has_a_name_in_every_language(directory: Directory) -> None:
    for each in directory.all():
        if each.alpha2:
            names = {language: directory.name(each.code, language) for language in LANGUAGES}
            assert all(names.values())
            assert names["ru"] != each.name != names["ar"]


def test_a_start_loads_neither_locale_library_nor_matcher() -> None:
    program = (
        "import sys; from meeting_tui.delegations.directory import load_directory;"
        "d = load_directory();"
        "found = [d.exact(t).code for t in ('mex', 'PE', '秘鲁', 'uk', 'Cote dIvoire', 'Bolivia')];"
        "print(found, d.name('PER', 'zh') == '秘鲁', d.group('eu'));"
        "print([name for name in ('babel', 'rapidfuzz', 'textual', 'rich') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout.splitlines() == [
        "['MEX', 'PER', 'PER', 'GBR', 'CIV', 'BOL'] True EU",
        "[]",
    ]


def test_many_threads_may_ask_while_it_warms_up() -> None:
    directory = load_directory()
    with ThreadPoolExecutor(8) as pool:
        warmed = [pool.submit(directory.warm) for _ in range(4)]
        found = list(pool.map(directory.exact, ["mex", "Сербия", "Pérou", "مصر"] * 5))
        matches = list(pool.map(directory.look_up, ["jamacia"] * 8))
    assert [job.result() for job in warmed] == [None] * 4
    assert [each.code if each else None for each in found] == ["MEX", "SRB", "PER", "EGY"] * 5
    assert {match[0].delegation.code for match in matches} == {"JAM"}


def test_a_group_has_its_article_in_an_english_sentence() -> None:
    told = {
        group: load_directory().group_in_sentence(group)
        for group in ("CARICOM", "UNRG:AG", "EU_ALIGNED_CSP11", "Friends of the Chair")
    }

    assert list(told.values()) == [
        "the Caribbean Community",
        "the African Group",
        "States aligned with the European Union at CSP11",
        "Friends of the Chair",
    ]
    assert load_directory().group_in_sentence("UNRG:AG", "zh") == "非洲集团"
