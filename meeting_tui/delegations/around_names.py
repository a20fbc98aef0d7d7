"""The words beside a name that make one expression with it, in the languages that have a phrase.

`the African Group States` and `la délégation du Chili` are a group and a delegation and go with the
name. Where a name is only part of something else (`Mexico City`, `the Chile proposal`, `EU-wide`),
or words beside it agree with it (`le Mexique est prêt`), no phrase fits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.phrases import Whom
from meeting_tui.patterns import late_pattern


class Expression(Struct, frozen=True):
    """Where an expression with names in it begins and ends in its text, and who is meant by it."""

    start: int
    end: int
    whom: Whom
    tail: str = ""
    """What has to stand behind the phrase."""
    is_part: bool = False
    """It is the name of something else, such as a city."""


_ByLanguage = Mapping[str, re.Pattern[str]]

_DELEGATION_BEHIND: _ByLanguage = {
    "en": late_pattern(r"(?:['’]s?)?\s+[Dd]elegation(?P<s>s?)(?![\w-])"),
    "zh": late_pattern("[的国]?代表团(?P<s>)"),
}
_DELEGATION_BEFORE: _ByLanguage = {
    "en": late_pattern(r"(?:\bthe )?\bdelegation(?P<s>s?) of\s+$", re.IGNORECASE),
    "fr": late_pattern(
        r"(?:\b(?:la|les|cette|ces) )?\bdélégation(?P<s>s?) (?:du |des |de |d['’])$", re.IGNORECASE
    ),
    "es": late_pattern(
        r"(?:\b(?:la|las|esta|estas) )?\bdelegaci(?:ón|one(?P<s>s)) (?:del|de) $", re.IGNORECASE
    ),
}
"""The delegation of the State that is named; `s` where there are several."""
_MEMBERS_BEHIND: _ByLanguage = {
    "en": late_pattern(
        r"\s+(?:(?:[Mm]ember|[Pp]articipating) )?(?:[Ss]tates|[Cc]ountries|[Mm]embers|"
        r"[Dd]elegations|[Gg]roup)(?![\w-])"
    ),
    "zh": late_pattern("(?:集团)?的?(?:各|所有)?(?:成员国|成员|国家|各国|代表团)"),
}
_MEMBERS_BEFORE: _ByLanguage = {
    "en": late_pattern(
        r"(?:\bthe )?(?:\bmember )?\b(?:States|countries|members|delegations) of\s+$", re.IGNORECASE
    ),
    "fr": late_pattern(
        r"(?:\b(?:les|des) )?\b(?:États|pays|membres|délégations)(?: membres)? (?:du |de |d['’])$",
        re.IGNORECASE,
    ),
    "es": late_pattern(
        r"(?:\blos )?\b(?:Estados|países|miembros|delegaciones)(?: miembros)? (?:del|de) $",
        re.IGNORECASE,
    ),
}
"""The members of the group that is named, who are a group of delegations."""
_AND_OTHERS = late_pattern("等国(?:家|代表团)?(?!际)")
"""Behind names in Chinese: `and other countries`."""
_OWN = late_pattern(
    "(?:代表(?!团)|提案|提议|建议|立场|意见|观点|看法|经验|做法|发言|主张|案文|文件|报告|倡议|修正案)"
)
"""Behind a name in Chinese: what is a delegation's own."""

_NOUNS = (
    "amendment|approach|army|authorities|ambassador|bank|capital|case|citizens?|city|company|companies|"
    "constitution|court|customs|delegate|delegations?|draft|embassy|example|experience|experts?|"
    "exporters?|exports|government|guidelines|idea|imports|industry|initiative|institutions?|"
    "intervention|laws?|legislation|legislature|licen[cs]es?|market|ministry|minister|model|national|"
    "nationals|office|paper|parliament|police|policy|portal|position|practice|presentation|president|"
    "presidency|programme|proposals?|region|regulations?|reports?|representatives?|seminar|side|"
    "states?|statements?|system|team|territory|text|views?|website|workshop"
)
_PART_BEHIND: _ByLanguage = {
    "en": late_pattern(rf"[-‑]\w|\s+(?:{_NOUNS})(?![\w-])|\s+(?!I\b)[A-Z]\w"),
    "fr": late_pattern(r"[-‑]\w|\s+[A-ZÀÉÈÊ]\w"),
    "es": late_pattern(r"[-‑]\w|\s+[A-ZÁÉÍÓÚ]\w"),
    "zh": late_pattern(
        "[-‑]\\w|[城市湾人籍语式化裔军币州省海岛半]|文(?![件本])|的?(?:政府|外交部|国防部|商务部|议会|国会|"
        "总统|总理|首相|大使|使馆|法律|法院|宪法|警方|首都|企业|公司|公民|地区)"
    ),
}
_OF_PLACES = {
    "en": "city|government|parliament|president|king|queen|capital|bank|people|laws?|constitution|"
    "embassy|gulf|republic|kingdom",
    "fr": "ville|gouvernement|parlement|présidente?|roi|reine|capitale|banque|peuple|lois?|"
    "constitution|ambassade|golfe|état|république|royaume",
    "es": "ciudad|gobierno|parlamento|presidente|presidenta|rey|reina|capital|banco|pueblo|ley|"
    "leyes|constitución|embajada|golfo|estado|república|reino",
}
_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Ambassador|Sr|Sra|Señor|Señora|Mme|Mlle|Madame|Monsieur"
_COMPASS = "[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|North|South|East|West|New|[Nn]eighbouring"
_PART_BEFORE: _ByLanguage = {
    "en": late_pattern(
        rf"\w[-‑]$|\b(?:{_TITLES})\.? $|\b(?:{_COMPASS}) $|\b(?i:{_OF_PLACES['en']}) of $"
    ),
    "fr": late_pattern(
        rf"\w[-‑]$|\b(?:{_TITLES})\.? $|\b(?i:{_OF_PLACES['fr']}) (?:de |d['’]|du |des )$"
    ),
    "es": late_pattern(rf"\w[-‑]$|\b(?:{_TITLES})\.? $|\b(?i:{_OF_PLACES['es']}) (?:de |del )$"),
    "zh": late_pattern("\\w[-‑]$|[北南东西]$"),
}
"""Beside a name: what it is only part of, or which a delegation has none of."""
_CITY_BEHIND = late_pattern(r"\s+City(?!\w)|[城市](?![市场])")
_CITY_BEFORE = late_pattern(r"\b(?:City of|(?i:ville|ciudad) (?:de|du|del)) $")

_FREE = (
    "à|au|aux|avec|bien|contre|d|dans|de|des|du|en|la|le|les|l|par|pour|que|sans|sur|toujours|un"
)
_AGREES: _ByLanguage = {
    "fr": late_pattern(
        r"\s+(?:n['’]|ne )?(?:est|sont|était|étaient|sera|seront|serait|seraient|restent?|"
        r"demeurent?|s['’]est|se sont|a été|ont été|semblent?|se disent|se dit|se déclarent?)\s+"
        rf"(?:(?:pas|plus|très|aussi|déjà|\w+ment)\s+)?(?!(?:{_FREE})(?!\w)|\w*es?(?!\w))\w"
    ),
    "es": late_pattern(
        r"\s+(?:no )?(?:está|están|es|son|era|eran|fue|fueron|sería|serían|siguen?|ha sido|"
        r"han sido|quedan?|quedó|quedaron|se mostró|se mostraron|se declaró|se declararon)\s+"
        r"(?:(?:muy|ya|también|\w+mente)\s+)?\w+(?:os?|ores?)(?!\w)"
    ),
}
"""Behind a name: what agrees with a masculine noun, as the phrase is feminine."""
_PLURAL_VERB = late_pattern(r"\s+(?:are|were|have|do)(?!\w)")
_PLURAL_ARTICLE = late_pattern(r"(?:les|los|las)\b", re.IGNORECASE)
_PLURAL_BEFORE = late_pattern(r"(?:^|\W)(?:les|des|aux|los|las)\s*$", re.IGNORECASE)


def expression(text: str, start: int, end: int, whom: Whom, language: str) -> Expression:
    """The names from `start` to `end` with the words beside them that go with them."""
    before, plain = text[:start], Expression(start, end, whom)
    if language == "zh":
        if others := _AND_OTHERS.match(text, end):
            return replace(plain, end=others.end(), whom=Whom(1, 1))
        if _OWN.match(text, end):
            return replace(plain, tail="的")
    behind, ahead = _city(text, end), _CITY_BEFORE.search(before)
    if behind or ahead:
        return Expression(ahead.start() if ahead else start, behind or end, whom, is_part=True)
    if not whom.groups:
        if (found := _matched(_DELEGATION_BEHIND, language, text, end)) and (
            language == "zh" or bool(found["s"]) == (whom.delegations > 1)
        ):
            return replace(plain, end=found.end())
        found = _searched(_DELEGATION_BEFORE, language, before)
        if found and bool(found["s"]) == (whom.delegations > 1):
            return replace(plain, start=found.start())
    if whom.delegations + whom.groups == 1:
        group = Whom(0, 1)
        if found := _matched(_MEMBERS_BEHIND, language, text, end):
            return replace(plain, end=found.end(), whom=group)
        if found := _searched(_MEMBERS_BEFORE, language, before):
            return replace(plain, start=found.start(), whom=group)
    return plain


def fits(text: str, found: Expression, named: str, language: str) -> bool:
    """Whether a phrase in that language surely fits in the place of an expression.

    `named`: its names, with an article where they have one. A name with one in the plural (`les
    États-Unis ont`) goes with a verb in the plural.
    """
    before, whom = text[: found.start], found.whom
    if found.is_part or (not found.tail and not text.isupper() and _is_part(text, found, language)):
        return False
    is_one = whom.delegations + whom.groups == 1
    if language == "en":
        is_verb_plural = is_one and not whom.groups and _PLURAL_VERB.match(text, found.end)
        return not is_verb_plural and not _searched(_MEMBERS_BEFORE, language, before)
    if language not in ("fr", "es"):
        return True
    is_plural = bool(_PLURAL_ARTICLE.match(named) or _PLURAL_BEFORE.search(before))
    agrees = not whom.groups and _matched(_AGREES, language, text, found.end)
    return not is_plural and not agrees


def _is_part(text: str, found: Expression, language: str) -> bool:
    """Whether something beside an expression is named by it."""
    return bool(
        _matched(_PART_BEHIND, language, text, found.end)
        or _searched(_PART_BEFORE, language, text[: found.start])
        or _searched(_DELEGATION_BEFORE, language, text[: found.start])
    )


def _city(text: str, end: int) -> int | None:
    found = _CITY_BEHIND.match(text, end)
    return found.end() if found else None


def _matched(table: _ByLanguage, language: str, text: str, end: int) -> re.Match[str] | None:
    return table[language].match(text, end) if language in table else None


def _searched(table: _ByLanguage, language: str, before: str) -> re.Match[str] | None:
    return table[language].search(before) if language in table else None
