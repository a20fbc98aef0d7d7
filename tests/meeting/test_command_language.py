"""How a line is read: case, beginnings of words, quotes, names in any language, refusals."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.acts import ACTS, act
from meeting_tui.meeting.clock_gaps import DiscountGap
from meeting_tui.meeting.decisions import Decide, ReceiveDocument
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.floor import Continue, GiveFloor, Next, Pause, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.language import FIRST_WORDS, read_line
from meeting_tui.meeting.leaving import MarkAbsent, TakeTextOnly, Withdraw
from meeting_tui.meeting.limits import Extend
from meeting_tui.meeting.name_words import JOINING
from meeting_tui.meeting.names import Identify
from meeting_tui.meeting.point_of_order import RaisePointOfOrder, Rule
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe, Move, OpenList, Swap
from meeting_tui.meeting.undo import Redo, Undo, UndoFloor
from tests.meeting.room import Room, said

ROOM = Room()


def read(line: str) -> Command:
    found = read_line(line, ROOM.lexicon)
    assert not isinstance(found, Refusal), said(found)
    return found


def refused(line: str) -> str:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Refusal), found
    return found.code


def named(line: str) -> list[str]:
    found = read(line)
    assert isinstance(found, Inscribe)
    return [who.code for who in found.whom]


MEX = Who("MEX", "Mexico", "state_party")
FRA = Who("FRA", "France", "state_party")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("open", OpenMeeting()),
        ("suspend", Suspend()),
        ("suspend Lunch, until 15:00", Suspend("Lunch, until 15:00")),
        ("resume", Resume()),
        ("adjourn", Adjourn()),
        ("adjourn Thanks", Adjourn("Thanks")),
        ("adjourn! Thanks", Adjourn("Thanks", insist=True)),
        ("undo floor", UndoFloor()),
        ("item 2", OpenItem("2")),
        ("segment 2.1", OpenSegment("2.1")),
        ("close item", CloseItem()),
        ("close item carry", CloseItem("carry")),
        ("close item not-reached", CloseItem("not_reached")),
        ("close item not_reached", CloseItem("not_reached")),
        ("reopen 2", ReopenItem("2")),
        ("inscribe mex fra", Inscribe((MEX, FRA))),
        ("inscribe! mex", Inscribe((MEX,), insist=True)),
        (
            'inscribe mex for 2 kind question via email about "the survey"',
            Inscribe((MEX,), "2", None, "question", "email", "the survey"),
        ),
        ("inscribe for 2.2 mex", Inscribe((MEX,), "2", "2.2")),
        (
            "inscribe mex about all the rest for 2",
            Inscribe((MEX,), about="all the rest for 2"),
        ),
        ("withdraw mex", Withdraw(MEX)),
        ("absent mex", MarkAbsent(MEX)),
        ("text-only mex", TakeTextOnly(MEX)),
        ("text_only mex", TakeTextOnly(MEX)),
        ("move mex 3", Move(MEX, 3)),
        ("swap mex fra", Swap(MEX, FRA)),
        ("open list", OpenList()),
        ("close list", CloseList()),
        ("next", Next()),
        ("next!", Next(True)),
        ("next！", Next(True)),
        ("floor mex", GiveFloor(MEX)),
        ("floor mex!", GiveFloor(MEX, True)),
        ("floor! mex", GiveFloor(MEX, True)),
        ('floor "Mexico"!', GiveFloor(MEX, True)),
        ("yield", Yield()),
        ("pause", Pause()),
        ("continue", Continue()),
        ("order mex", RaisePointOfOrder(MEX)),
        ("order mex on the text", RaisePointOfOrder(MEX, "on the text")),
        ("ruling It is noted.", Rule("It is noted.")),
        ("reply mex", AskReply(MEX)),
        ("extend 1:00", Extend(60)),
        ("decision It is so decided.", Decide("It is so decided.")),
        ("document mex two pages", ReceiveDocument(MEX, "two pages")),
        ("identify Mexxico as mex", Identify("Mexxico", MEX)),
        ("gap out", DiscountGap()),
        ("undo", Undo()),
        ("redo", Redo()),
    ],
)
def test_every_act_is_read(line: str, command: Command) -> None:
    assert read(line) == command


def test_every_act_has_a_line_of_its_own_that_is_read_or_waits_for_more() -> None:
    for each in ACTS:
        assert each.line.split() == list(each.words)
        found = read_line(each.line, ROOM.lexicon)
        assert each.line.endswith(" ") or not isinstance(found, Refusal)
        assert each.bare in (None, found)
    assert act("next").words == ("next",)
    assert act("next").bare == Next()
    assert act("limit").bare is None
    with pytest.raises(KeyError):
        act("applaud")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("OPEN", OpenMeeting()),
        ("  Next  ", Next()),
        ("nex", Next()),
        ("y", Yield()),
        ("ins mex", Inscribe((MEX,))),
        ("cl i c", CloseItem("carry")),
        ("cl l", CloseList()),
        ("op l", OpenList()),
        ("tex mex", TakeTextOnly(MEX)),
        (
            "inscribe mex kind PRES via EM",
            Inscribe((MEX,), None, None, "presentation", "email"),
        ),
        ("dec x", Decide("x")),
    ],
)
def test_words_without_case_and_by_their_beginning(line: str, command: Command) -> None:
    assert read(line) == command


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("mex fra zaf", ["MEX", "FRA", "ZAF"]),
        ("MEX Fra", ["MEX", "FRA"]),
        ("inscribe mx de", ["MEX", "DEU"]),
        ("South Africa mex", ["ZAF", "MEX"]),
        ("mex south africa", ["MEX", "ZAF"]),
        ("inscribe new zealand sierra leone", ["NZL", "SLE"]),
        ("cote d'ivoire türkiye turkiye", ["CIV", "TUR"]),
        ("Mexique Sudáfrica 墨西哥 日本", ["MEX", "ZAF", "MEX", "JPN"]),
        ("المكسيك Мексика", ["MEX", "MEX"]),
        ('"South Africa" fra', ["ZAF", "FRA"]),
        ("“South Africa” 「日本」", ["ZAF", "JPN"]),
        ("inscribe ma li", ["MAR", "LIE"]),
        ("inscribe sierra leone(eu) mex", ["SLE", "MEX"]),
        ("inscribe pe ru us", ["PER", "RUS", "USA"]),
        ("inscribe mex, fra", ["MEX", "FRA"]),
        ("inscribe mex,fra;zaf", ["MEX", "FRA", "ZAF"]),
        ("墨西哥、法国，日本", ["MEX", "FRA", "JPN"]),
        ("inscribe fra(eu),mex", ["FRA", "MEX"]),
        ('inscribe "South Africa", "Smith", jpn', ["ZAF", "Smith", "JPN"]),
        ("inscribe Korea, Republic of", ["KOR"]),
    ],
)
def test_delegations_by_code_and_by_name_in_any_language(line: str, codes: list[str]) -> None:
    found = named(line)

    assert list(dict.fromkeys(found)) == list(dict.fromkeys(codes))


@pytest.mark.parametrize(
    ("text", "group", "aligned"),
    [
        ("fra(eu)", "EU", ()),
        ("FRA(EU)", "EU", ()),
        ("fra（eu＋alb）", "EU", ("ALB",)),
        ("france(eu+alb+mda+alb)", "EU", ("ALB", "MDA")),
        ('"France"(european union)', "EU", ()),
        ("fra(eu)!", "EU", ()),
        ("fra(weog)", "UNRG:WEOG", ()),
    ],
)
def test_on_behalf_of_a_group(text: str, group: str, aligned: tuple[str, ...]) -> None:
    found = read(f"inscribe {text}")
    assert isinstance(found, Inscribe)

    assert found.whom == (Who("FRA", "France", "state_party", True, group, aligned),)


def test_names_that_are_in_no_directory() -> None:
    found = read('inscribe "Friends of the List"(eu) "Smith" "[State Party]"')
    assert isinstance(found, Inscribe)

    assert found.whom == (
        Who("Friends of the List", "Friends of the List", "unknown", False, "EU"),
        Who("Smith", "Smith", "unknown", False),
        Who("[State Party]", "[State Party]", "unknown", False),
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "empty_line"),
        ("  \n ", "empty_line"),
        ("applaud", "not_a_name"),
        ("nxet", "no_such_act_near"),
        ("qqq", "not_a_name"),
        ("re", "ambiguous_word"),
        ("re", "ambiguous_word"),
        ("united", "ambiguous_name"),
        ("inscribe united", "ambiguous_name"),
        ("close", "second_word"),
        ("close door", "second_word"),
        ('close "item"', "second_word"),
        ("gap", "second_word"),
        ('open "list"', "words_left"),
        ("open door", "words_left"),
        ("yield now", "words_left"),
        ("next mex", "words_left"),
        ("close item later", "words_left"),
        ("close item carry on", "words_left"),
        ("item 2 now", "words_left"),
        ("segment 2.1 now", "words_left"),
        ("withdraw mex fra", "words_left"),
        ("move mex 1 2", "words_left"),
        ("swap mex fra jpn", "words_left"),
        ("floor mex fra", "words_left"),
        ("inscribe", "name_missing"),
        ("inscribe for 2", "name_missing"),
        ('inscribe ""', "name_missing"),
        ("inscribe mex for", "option_empty"),
        ("inscribe mex for 9", "no_such_item"),
        ("inscribe mex via pigeon", "option_unknown"),
        ("inscribe mex via", "option_empty"),
        ("inscribe mex kind p", "ambiguous_word"),
        ('inscribe mex kind ""', "option_unknown"),
        ("inscribe fra()", "group_missing"),
        ("inscribe (eu) fra", "group_apart"),
        ("inscribe Smith", "not_a_name"),
        ("inscribe fra(eu+nowhere)", "aligned_unknown"),
        ('inscribe "Friends"(eu+nowhere)', "aligned_unknown"),
        ("uni(eu+nowhere)", "ambiguous_name"),
        ("sierra leone(eu+nowhere)", "aligned_unknown"),
        ("sierra", "not_a_name_near"),
        ("move mex", "place_missing"),
        ("move mex first", "place_expected"),
        ("move mex 1234567", "place_expected"),
        ("move united 1", "ambiguous_name"),
        ("swap united mex", "ambiguous_name"),
        ("floor united", "ambiguous_name"),
        ("identify x as united", "ambiguous_name"),
        ("document united text", "ambiguous_name"),
        ("note on united text", "ambiguous_name"),
        (".", "sign_key"),
        (" , ", "sign_key"),
        ("!", "sign_key"),
        ("+", "sign_key"),
        (";", "sign_key"),
    ],
)
def test_lines_that_are_not_understood(line: str, code: str) -> None:
    assert refused(line) == code


AGREED = sorted(FIRST_WORDS)


@pytest.mark.parametrize(
    "beginning",
    sorted(
        {
            word[:length]
            for word in AGREED
            for length in range(1, len(word))
            if sum(other.startswith(word[:length]) for other in AGREED) == 1
        }
    ),
)
def test_acts_added_later_take_no_beginning_from_those_agreed_before(beginning: str) -> None:
    meant = next(word for word in AGREED if word.startswith(beginning))
    alone, whole = (read_line(f"{word} 3:10", ROOM.lexicon) for word in (beginning, meant))
    if ROOM.lexicon.naming(beginning).begins():
        assert isinstance(alone, Inscribe | Refusal)  # a name goes before a beginning
    else:
        assert alone == whole


SHORT = sorted(
    each.alpha2.casefold()
    for each in ROOM.lexicon.directory.all()
    if each.alpha2
    and each.alpha2.casefold() not in JOINING
    and not any(word.startswith(each.alpha2.casefold()) for word in AGREED)
)


@pytest.mark.parametrize("code", SHORT)
def test_acts_added_later_take_no_code_of_two_letters(code: str) -> None:
    (found,) = named(code)
    assert (known := ROOM.lexicon.directory.get(found)) is not None
    assert known.alpha2 == code.upper()


def test_a_near_miss_is_named() -> None:
    found = read_line("nxet", ROOM.lexicon)
    assert isinstance(found, Refusal)

    assert said(found) == "Not a command: “nxet”. Did you mean `next`?"
