"""Which words of people name a delegation, and which only look so."""

from __future__ import annotations

from functools import cache

import pytest

from meeting_tui.delegations.discretion import Discretion, unnamed
from tests.report.hard_day import directory


@cache
def discretion() -> Discretion:
    return Discretion(directory(), ["Friends of Work", "Ποτάμι [Org]"])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("agrees with Mexico's view", "agrees with a delegation's view"),
        ("agrees with mexico and the Netherlands", "agrees with two delegations"),
        ("MEX said so", "A delegation said so"),
        ("mex is a code", "A delegation is a code"),
        ("we CAN, AND so", "we two delegations so"),
        ("to control arms exports", "to control arms exports"),
        ("as Control Arms said", "as a delegation said"),
        ("grenade launchers", "grenade launchers"),
        ("comme la Grenade", "comme une délégation"),
        ("comme la Grenade l'a dit", "comme une délégation l'a dit"),
        ("in Latin America", "in Latin America"),
        ("in America", "in a delegation"),
        ("Guinea-Bissau, Guinea, Equatorial Guinea", "Three delegations"),
        ("cote d'ivoire; la Côte d’Ivoire", "Une délégation; cette délégation"),
        ("l'Allemagne", "A delegation"),
        ("turkey, türkiye, TÜRKIYE", "A delegation, that delegation, that delegation"),
        (
            "for CARICOM and the African Group",
            "for groups of delegations",
        ),
        ("in Africa", "in Africa"),
        ("Secretariat, Chair, industry, INDUSTRY", "Secretariat, Chair, industry, INDUSTRY"),
        ("friends of work", "A delegation"),
        ("as ΠΟΤΆΜΙ [org] said", "as a delegation] said"),
        ("согласны с Мексикой и Китаем", "согласны с […]"),
        ("نتفق مع المكسيك وللمكسيك", "نتفق مع […] […]"),
        ("与墨西哥和Mexico一致", "与一个代表团和该代表团一致"),
        ("墨西哥说", "一个代表团说"),
        (
            "其中国家做法，沿海地区，3月19日本次会议，业界",
            "其中国家做法，沿海地区，3月19日本次会议，业界",
        ),
        ("索马里和马里", "两个代表团"),
        ("欧盟", "一个代表团"),
        ("加共体", "一个国家集团"),
        ("the U.S.A. and U.K. and the U.S.", "Two delegations"),
        ("US and E.U; give us U.N. papers", "Two delegations; give us U.N. papers"),
        ("IN A.M. WE DO SO", "IN A.M. WE DO SO"),
        ("США против, КНР за", "[…] против, […] за"),
        ("南韩和中方、美方", "三个代表团"),
        ("中美都同意", "一个国家集团都同意"),
        ("其中方案在中美洲", "其中方案在中美洲"),
        ("立法和道德方面集中方便", "立法和道德方面集中方便"),
        ("Mex\u00adico, ＭＥＸ", "A delegation, that delegation"),
        ("RED CROSS, SMALL ARMS SURVEY", "Two delegations"),
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


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("agrees with mex and usa", "agrees with two delegations"),
        ("agrees with mex, can and per", "agrees with three delegations"),
        (
            "we can do it per request, and mex agrees",
            "we can do it per request, and a delegation agrees",
        ),
        ("we can and are ready", "we can and are ready"),
        ("se usa la herramienta", "se usa la herramienta"),
        ("Mexico, France and Japan support it", "Three delegations support it"),
        ("Mexico and France's proposal", "Two delegations' proposal"),
        (
            "Mexico agrees with France, unlike Mexico's friends",
            "A delegation agrees with another delegation, unlike that delegation's friends",
        ),
        ("agrees with CARICOM and Mexico", "agrees with delegations"),
        ("同意USA的意见", "同意一个代表团的意见"),
        ("同意墨西哥、法国和日本的意见", "同意三个代表团的意见"),
        (
            "la position du Mexique et de la France",
            "la position d’une délégation et d’une autre délégation",
        ),
        ("nous dirions que le Mexique a raison", "nous dirions qu’une délégation a raison"),
        (
            "apoyamos al Perú y la propuesta de México",
            "apoyamos a una delegación y la propuesta de otra delegación",
        ),
    ],
)
def test_the_phrase_keeps_grammar_and_language(text: str, without: str) -> None:
    made = discretion_of_its_own()

    assert made.without_names(text, "n1") == without
    assert made.by_hand == ()


@pytest.mark.parametrize(
    "text",
    [
        "согласны с Мексикой",
        "نتفق مع المكسيك",
        "les États-Unis ont dit que oui",
        "the Bundestag looks at each licence",
        "our parliament, the Storting, decides",
        "under the War Weapons Control Act",
        "under Law No. 53/2007",
        "Loi n° 2011-702 du 22 juin",
        "Kriegswaffenkontrollgesetz",
        "the Mexican proposal",
        "le parlement mexicain la soutient",
        "la propuesta mexicana no es la de nosotros",
        "联邦议院审议《武器出口管制法》",
        "Mexicans want it",
        "as heard from Germans",
        "South Africans and Swedes agree",
        "Tokyo hosts a seminar",
        "not used in Brasilia",
        "not used in Brasília",
        "东京将举办研讨会",
        "Council Decision (CFSP) 2025/2367",
        "Council Decision 2025/2367",
        "Common Position 2008/944/CFSP",
        "Regulation (EC) No 428/2009",
    ],
)
def test_what_no_phrase_fits_is_listed_for_a_hand(text: str) -> None:
    made = discretion_of_its_own()
    without = made.without_names(text, "n7")

    assert made.by_hand == ("n7",)
    assert "delegation" not in without.replace("délégation", "")


@pytest.mark.parametrize(
    "text",
    [
        "the Spanish text and a version in French",
        "workshops with French-speaking States, translated into Spanish",
        "the Arms Trade Treaty",
        "the Rome Statute and the Vienna Convention",
        "《罗马规约》",
        "Latin Americans agree",
        "Decision 12/3 of the Conference, resolution 79/45",
        "a common position was found",
        "our parliament is asked, and the law says so",
        "在《武器贸易条约》之下",
        "los miembros del grupo están de acuerdo",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    made = discretion_of_its_own()

    assert made.without_names(text, "n1") == text
    assert made.by_hand == made.touched == ()


def discretion_of_its_own() -> Discretion:
    """One that remembers nothing of other tests."""
    return Discretion(directory())


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("agrees with the African Group States", "agrees with a group of delegations"),
        ("the Arab Group States support it", "A group of delegations support it"),
        ("as CARICOM member States said", "as a group of delegations said"),
        ("the EU member States agree", "A group of delegations agree"),
        ("the States of the African Group agree", "A group of delegations agree"),
        ("members of CARICOM agree", "A group of delegations agree"),
        ("the delegation of Mexico agrees", "A delegation agrees"),
        ("the Mexico delegation agrees", "A delegation agrees"),
        ("Mexico's delegation agrees", "A delegation agrees"),
        ("the delegations of Mexico and Chile agree", "Two delegations agree"),
        ("the Mexico and Chile delegations agree", "Two delegations agree"),
        ("la délégation du Mexique propose que", "Une délégation propose que"),
        ("avec la délégation de la France et pour nous", "avec une délégation et pour nous"),
        ("les membres du Groupe africain sont pour", "Un groupe de délégations sont pour"),
        ("la delegación de México propone que", "Una delegación propone que"),
        ("las delegaciones de México y Chile", "Dos delegaciones"),
        ("los miembros del Grupo Africano que", "Un grupo de delegaciones que"),
        ("墨西哥代表团表示同意", "一个代表团表示同意"),
        ("墨西哥和法国代表团同意", "两个代表团同意"),
        ("法国的代表团同意", "一个代表团同意"),
        ("非洲集团国家同意", "一个国家集团同意"),
        ("非洲集团成员国同意", "一个国家集团同意"),
        ("非洲集团代表团同意", "一个国家集团同意"),
        ("欧盟成员国同意", "一个国家集团同意"),
        ("墨西哥、法国等国同意", "若干代表团同意"),
        ("墨西哥代表表示同意", "一个代表团的代表表示同意"),
        ("支持墨西哥提案", "支持一个代表团的提案"),
        (
            "nous sommes d’accord: la France est d'accord",
            "nous sommes d’accord: une délégation est d'accord",
        ),
        (
            "la France est prête à le faire avec nous",
            "Une délégation est prête à le faire avec nous",
        ),
        ("México está a favor de la propuesta", "Una delegación está a favor de la propuesta"),
        ("Mexico and France have agreed", "Two delegations have agreed"),
        ("WE AGREE WITH MEXICO ON THIS", "WE AGREE WITH a delegation ON THIS"),
    ],
)
def test_the_words_beside_a_name_that_go_with_it_go(text: str, without: str) -> None:
    found = unnamed(text, directory(), frozenset())

    assert (found.text, found.by_hand) == (without, ())


@pytest.mark.parametrize(
    ("text", "without", "word"),
    [
        ("a meeting in Mexico City on imports", "a meeting in […] on imports", "Mexico City"),
        ("una reunión en la Ciudad de México", "una reunión en la […]", "Ciudad de México"),
        ("墨西哥城的会议", "[…]的会议", "墨西哥城"),
        ("the Mexico proposal is good", "[…] proposal is good", "the Mexico"),
        ("an EU-wide system", "an […]-wide system", "EU"),
        ("non-EU exporters agree", "non-[…] exporters agree", "EU"),
        ("the Government of Mexico agrees", "the Government of […] agrees", "Mexico"),
        ("Ms Chad presented the report", "Ms […] presented the report", "Chad"),
        ("in Northern Ireland", "in Northern […]", "Ireland"),
        ("the Netherlands are ready", "[…] are ready", "the Netherlands"),
        ("the US Department is ready", "[…] Department is ready", "the US"),
        ("le gouvernement du Mexique le propose", "le gouvernement du […] le propose", "Mexique"),
        ("le Mexique est prêt à le faire", "[…] est prêt à le faire", "le Mexique"),
        (
            "le Mexique s'est félicité de la proposition",
            "[…] s'est félicité de la proposition",
            "le Mexique",
        ),
        (
            "le Mexique et le Chili sont prêts à le faire",
            "[…] sont prêts à le faire",
            "le Mexique et le Chili",
        ),
        ("México está dispuesto a la propuesta", "[…] está dispuesto a la propuesta", "México"),
        (
            "México y Chile están dispuestos a la propuesta",
            "[…] están dispuestos a la propuesta",
            "México y Chile",
        ),
        ("墨西哥政府同意", "[…]政府同意", "墨西哥"),
        ("朝鲜半岛问题", "[…]半岛问题", "朝鲜"),
        ("согласны с Мексикой", "согласны с […]", "Мексикой"),
        ("делегация Мексики согласна", "делегация […] согласна", "Мексики"),
        ("وفد المكسيك يوافق", "وفد […] يوافق", "المكسيك"),
        ("the Bundestag decides", "the Bundestag decides", "Bundestag"),
    ],
)
def test_what_does_not_fit_is_a_sign_and_is_told(text: str, without: str, word: str) -> None:
    found = unnamed(text, directory(), frozenset())

    assert (found.text, found.by_hand) == (without, (word,))
