"""Which words of people name a delegation, and which only look so."""

from __future__ import annotations

from functools import cache

import pytest

from meeting_tui.report.draft.discretion import Discretion
from tests.report.hard_day import directory


@cache
def discretion() -> Discretion:
    return Discretion(directory(), ["Friends of Work", "Ποτάμι [Org]"])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("agrees with Mexico's view", "agrees with a delegation's view"),
        ("agrees with mexico and the Netherlands", "agrees with a delegation and a delegation"),
        ("MEX said so", "A delegation said so"),
        ("mex is no code", "mex is no code"),
        ("we CAN, AND so", "we a delegation, a delegation so"),
        ("to control arms exports", "to control arms exports"),
        ("as Control Arms said", "as a delegation said"),
        ("grenade launchers", "grenade launchers"),
        ("comme la Grenade", "comme a delegation"),
        ("in Latin America", "in Latin America"),
        ("in America", "in a delegation"),
        ("Guinea-Bissau, Guinea, Equatorial Guinea", "A delegation, a delegation, a delegation"),
        ("cote d'ivoire; la Côte d’Ivoire", "A delegation; a delegation"),
        ("l'Allemagne", "A delegation"),
        ("turkey, türkiye, TÜRKIYE", "A delegation, a delegation, a delegation"),
        (
            "for CARICOM and the African Group",
            "for a group of delegations and a group of delegations",
        ),
        ("in Africa", "in Africa"),
        ("Secretariat, Chair, industry, INDUSTRY", "Secretariat, Chair, industry, INDUSTRY"),
        ("friends of work", "A delegation"),
        ("as ΠΟΤΆΜΙ [org] said", "as a delegation] said"),
        ("согласны с Мексикой и Китаем", "согласны с a delegation и Китаем"),
        ("نتفق مع المكسيك وللمكسيك", "نتفق مع a delegation a delegation"),
        ("与墨西哥和Mexico一致", "与一个代表团和a delegation一致"),
        ("墨西哥说", "一个代表团说"),
        (
            "其中国家做法，沿海地区，3月19日本次会议，业界",
            "其中国家做法，沿海地区，3月19日本次会议，业界",
        ),
        ("索马里和马里", "一个代表团和一个代表团"),
        ("欧盟", "一个代表团"),
        ("加共体", "一个国家集团"),
        ("the U.S.A. and the U.S. and U.K.", "A delegation and a delegation and a delegation"),
        ("US and E.U; give us U.N. papers", "A delegation and a delegation; give us U.N. papers"),
        ("IN A.M. WE DO SO", "IN A.M. WE DO SO"),
        ("США против, КНР за", "A delegation против, a delegation за"),
        ("南韩和中方、美方", "一个代表团和一个代表团、一个代表团"),
        ("中美都同意", "一个国家集团都同意"),
        ("其中方案在中美洲", "其中方案在中美洲"),
        ("立法和道德方面集中方便", "立法和道德方面集中方便"),
        ("Mex\u00adico, ＭＥＸ", "A delegation, a delegation"),
        ("RED CROSS, SMALL ARMS SURVEY", "A delegation, a delegation"),
        ("", ""),
        ("nobody", "nobody"),
    ],
)
def test_names_and_what_only_looks_like_one(text: str, without: str) -> None:
    assert discretion().without_names(text, "n1") == without


def test_what_was_touched_is_remembered_once_in_order() -> None:
    made = Discretion(directory())
    for subject, text in (("n3", "Mexico"), ("n1", "nobody"), ("d1", "Chile"), ("n3", "Peru")):
        made.without_names(text, subject)

    assert made.touched == ("n3", "d1")


def test_a_presenters_own_name_may_stay() -> None:
    made = Discretion(directory())

    assert (
        made.without_names("Norway, unlike Chile", "n1", ("NOR",)) == "Norway, unlike a delegation"
    )
    assert made.without_names("Norway", "n2", ("NOR",)) == "Norway"
    assert made.touched == ("n1",)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_every_delegation_is_found_by_its_name_in_every_language(language: str) -> None:
    left = [
        name
        for each in directory().all()
        if each.kind not in ("secretariat", "guest", "industry")
        for name in (directory().name(each.code, language), each.code, *each.aliases)
        if name in discretion().without_names(f"x {name} x", "n1")
    ]

    assert left == []
