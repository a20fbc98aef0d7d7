"""Words that tell of one State unnamed: its parliament, laws, adjective, people, capital.

They are not taken out, as no phrase would fit in their place: they are found, so that a hand
rewrites the line. `docs/formats.md` tells people the rule. Finding too many costs a look.
"""

from __future__ import annotations

import re
from functools import lru_cache

from meeting_tui.delegations.capitals import CAPITAL, CAPITAL_IN_CHINESE, PEOPLE
from meeting_tui.patterns import late_pattern
from meeting_tui.text import fold

_ADJECTIVES = (
    "Afghan Albanian Algerian Andorran Angolan Antiguan Argentine Argentinian Armenian "
    "Australian Austrian Azerbaijani Bahamian Bahraini Bangladeshi Barbadian Belarusian "
    "Belgian Belizean Beninese Bhutanese Bolivian Bosnian Botswanan Brazilian British "
    "Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Chadian "
    "Chilean Chinese Colombian Comorian Congolese Croatian Cuban Cypriot Czech Danish "
    "Djiboutian Dominican Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian "
    "Ethiopian Fijian Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek "
    "Grenadian Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelandic Indian "
    "Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian "
    "Kazakh Kenyan Korean Kuwaiti Kyrgyz Lao Laotian Latvian Lebanese Lesothan Liberian "
    "Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian Malaysian Maldivian Malian "
    "Maltese Marshallese Mauritanian Mauritian Mexican Micronesian Moldovan Monegasque "
    "Mongolian Montenegrin Moroccan Mozambican Namibian Nauruan Nepalese Nepali Nicaraguan "
    "Nigerian Nigerien Niuean Norwegian Omani Pakistani Palauan Palestinian Panamanian "
    "Paraguayan Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran "
    "Sammarinese Samoan Santomean Saudi Senegalese Serbian Seychellois Singaporean Slovak "
    "Slovakian Slovene Slovenian Somali Spanish Sudanese Surinamese Swazi Swedish Swiss "
    "Syrian Tajik Tanzanian Thai Timorese Togolese Tongan Trinidadian Tunisian Turkish "
    "Turkmen Tuvaluan Ugandan Ukrainian Uruguayan Uzbek Vanuatuan Venezuelan Vietnamese "
    "Yemeni Zambian Zimbabwean American"
)
_DEMONYMS = frozenset(_ADJECTIVES.split())
_OF_A_LANGUAGE = late_pattern(r"-speaking\b|\s+(?:version|translation|language|text|original)s?\b")
_BEFORE_AMERICANS = ("Latin", "South")
_BEFORE_A_LANGUAGE = ("in", "into", "from", *_BEFORE_AMERICANS)
_PARLIAMENTS = (
    "Althing|Althingi|Bundesrat|Bundesregierung|Bundestag|Bundesversammlung|Capitol Hill|"
    "Congreso de la Unión|Congreso de los Diputados|Cortes Generales|Dewan Rakyat|Dáil|"
    "(?<=the )Diet|National Diet|"
    "Eduskunta|Eerste Kamer|Élysée|Folketing|Folketinget|Grand National Assembly|"
    "House of Commons|House of Lords|House of Representatives|Jatiya Sangsad|Jogorku Kenesh|"
    "Knesset|Kremlin|Landtag|Lok Sabha|Majlis|Nationalrat|National People's Congress|Oireachtas|"
    "Országgyűlés|Pentagon|Quai d'Orsay|Rajya Sabha|Riigikogu|Riksdag|Riksdagen|Sabor|Saeima|"
    "Seanad|Seimas|Sejm|Skupština|Sobranie|Ständerat|State Department|State Duma|States General|"
    "Staten-Generaal|Storting|Stortinget|Tweede Kamer|US Congress|U\\.S\\. Congress|"
    "Verkhovna Rada|Westminster|White House|Whitehall|Assemblée nationale"
)
_PARLIAMENT = late_pattern(rf"(?<!\w)(?:{_PARLIAMENTS})(?!\w)")
_IN_CHINESE = late_pattern(
    "全国人大|联邦议院|众议院|参议院|下议院|上议院|国家杜马|大国民议会|议会山|《[^》]*(?:法|法案|条例|法令)》"
)
_LAWS = (
    late_pattern(r"\b(?:[A-Z][\w'’-]+ ){1,6}(?:Act|Code|Law|Ordinance|Decree)\b"),
    late_pattern(
        r"\b(?:Law|Act|Decree|Ley|Loi|Décret|Decreto|Gesetz)"
        r"(?: (?:[Nn]o\.?|[Nn][°º]|núm\.?))? ?\d+[/-]\d+"
    ),
    late_pattern(r"\b\w+(?:gesetz|verordnung|lov|lag)\b(?<=\w{8})"),
    late_pattern(r"\b(?:ITAR|KrWaffKontrG|AWG)\b"),
)
_EU = "CFSP|PESC|EU|UE|EC|CE|EEC|JHA|Euratom"
_EU_ACTS = (
    late_pattern(rf"[(（](?:{_EU})[)）] ?(?:[Nn][o°º]\.? ?)?\d+/\d+"),
    late_pattern(rf"\b\d+/\d+/(?:{_EU})\b"),
    late_pattern(
        r"\b(?:Council|Commission) (?:Common Position|Decision|Directive|Joint Action|Regulation)"
        r"(?: No\.?)? \d+/\d+"
    ),
    late_pattern(r"\bCommon Position(?: No\.?)? \d+/\d+"),
)
"""Acts of the European Union by number."""
_PATTERNS = (
    _PARLIAMENT,
    _IN_CHINESE,
    *_LAWS,
    *_EU_ACTS,
    CAPITAL,
    CAPITAL_IN_CHINESE,
    PEOPLE,
)
_ADJECTIVE = {
    "fr": late_pattern(r"\w{3,}(?:ain|aine|ien|ienne|ais|aise|ois|oise|éen|éenne|and|ande)s?$"),
    "es": late_pattern(r"\w{3,}(?:ano|ana|eño|eña|és|esa|ense|ino|ina|eco|eca|ero|era|aco|aca)s?$"),
}
_STEM = 4
"""So many first letters an adjective has in common with the name of its State."""


def telltales(
    text: str, language: str, names: frozenset[str] = frozenset()
) -> list[tuple[int, str]]:
    """The words of `text` that may tell of one State, each with where it begins, in their order.

    `names`: of States in French and Spanish, by whose beginnings their adjectives are known.
    """
    found = [
        (each.start(), each.group()) for pattern in _PATTERNS for each in pattern.finditer(text)
    ]
    for word in re.finditer(r"[^\W\d_]+", text):
        if _is_demonym(text, word) or _is_adjective(word.group(), language, names):
            found.append((word.start(), word.group()))
    return sorted(set(found))


def _is_demonym(text: str, word: re.Match[str]) -> bool:
    """An adjective of a State that is not that of a language: `in French`, `the Spanish text`.

    Or its plural: `Mexicans want it`.
    """
    before = text[: word.start()].rstrip().rpartition(" ")[2]
    if word.group().endswith("s") and word.group()[:-1] in _DEMONYMS:
        return before not in _BEFORE_AMERICANS
    if word.group() not in _DEMONYMS:
        return False
    return before not in _BEFORE_A_LANGUAGE and not _OF_A_LANGUAGE.match(text, word.end())


def _is_adjective(word: str, language: str, names: frozenset[str]) -> bool:
    known = _ADJECTIVE.get(language)
    if known is None or not known.match(word.casefold()):
        return False
    whole, stems = _folded(names)
    folded = fold(word)
    return folded[:_STEM] in stems and folded not in whole


@lru_cache(4)
def _folded(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names and their beginnings, as they are compared."""
    whole = frozenset(map(fold, names))
    return whole, frozenset(each[:_STEM] for each in whole)
