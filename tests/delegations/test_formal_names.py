"""The formal name of every State, in six languages, is that State and no other."""

from __future__ import annotations

import pytest

from meeting_tui.delegations.directory import formal_names, load_directory

DIRECTORY = load_directory()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kingdom of Norway", "NOR"),
        ("the Kingdom of Norway", "NOR"),
        ("State of Qatar", "QAT"),
        ("State of Palestine", "PSE"),
        ("State of Israel", "ISR"),
        ("Lao PDR", "LAO"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Commonwealth of Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Republic of Guinea", "GIN"),
        ("Republic of Equatorial Guinea", "GNQ"),
        ("Republic of Niger", "NER"),
        ("Federal Republic of Nigeria", "NGA"),
        ("Korea, Republic of", "KOR"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Hellenic Republic", "GRC"),
        ("Swiss Confederation", "CHE"),
        ("United Mexican States", "MEX"),
        ("United States of America", "USA"),
        ("Republic of Turkey", "TUR"),
        ("Royaume de Norvège", "NOR"),
        ("République fédérale d’Allemagne", "DEU"),
        ("République algérienne démocratique et populaire", "DZA"),
        ("Confédération suisse", "CHE"),
        ("Reino de los Países Bajos", "NLD"),
        ("República Bolivariana de Venezuela", "VEN"),
        ("Nueva Zelandia", "NZL"),
        ("Королевство Норвегия", "NOR"),
        ("Китайская Народная Республика", "CHN"),
        ("Федеративная Республика Германия", "DEU"),
        ("مملكة النرويج", "NOR"),
        ("جمهورية مصر العربية", "EGY"),
        ("挪威王国", "NOR"),
        ("朝鲜民主主义人民共和国", "PRK"),
        ("多米尼克国", "DMA"),
        ("多米尼加共和国", "DOM"),
        ("大不列颠及北爱尔兰联合王国", "GBR"),
    ],
)
def test_a_formal_name_is_that_state(name: str, code: str) -> None:
    found = DIRECTORY.named(name)
    assert found is not None and found.code == code


def test_every_formal_name_belongs_to_one_state_of_the_list() -> None:
    for code, names in formal_names().items():
        for name in names:
            found = DIRECTORY.named(name)
            assert found is not None and found.code == code, name


@pytest.mark.parametrize("text", ["ma li", "niger ia", "mexi co", "us a", "State of", "Kingdom"])
def test_words_that_only_together_are_a_name_are_none(text: str) -> None:
    assert DIRECTORY.named(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sierraleone", "SLE"),
        ("Guinea Bissau", "GNB"),
        ("cote d ivoire", "CIV"),
        ("viet nam", "VNM"),
    ],
)
def test_spaces_in_a_name_of_several_words_do_not_matter(text: str, code: str) -> None:
    found = DIRECTORY.named(text)
    assert found is not None and found.code == code
