"""The Chair's slip as plain lines: what stands on it at which moment, and what never does."""

from __future__ import annotations

import pytest

from meeting_tui.text import cells
from meeting_tui.views.look import Look
from meeting_tui.views.slip import Slip, make_slip, slip_lines
from tests.meeting.room import Room, directory

AT_WORK = ("10:00:00 open", "10:00:10 item 3", "10:00:20 inscribe mex jpn fra(eu) zaf ken jam")


def slip(*acts: str, now: str = "10:01:00", language: str = "en") -> Slip:
    """The slip at `now`, after acts such as `10:00:00 open`."""
    room = Room()
    for each in acts:
        clock, _, line = each.partition(" ")
        room.at(clock).do(line)
    room.at(now)
    return make_slip(Look.of(room.state, room.now, directory(), language))


def rows(*acts: str, now: str = "10:01:00", language: str = "en") -> dict[str, str]:
    """Label -> text of the plain lines, continued lines joined to the first."""
    found: dict[str, str] = {}
    label = ""
    for each in slip_lines(slip(*acts, now=now, language=language), language)[1:]:
        head, _, text = each.partition("  ")
        label = head or label
        found[label] = f"{found[label]} / {text.strip()}" if label in found else text.strip()
    return found


@pytest.mark.parametrize(
    ("acts", "now", "told"),
    [
        ((), "09:50:00", "Not opened yet"),
        (("10:00:00 open",), "10:01:00", "No item is open"),
        (AT_WORK, "10:01:00", "Nobody has the floor"),
        (
            (*AT_WORK, "10:01:00 next"),
            "10:02:00",
            "France, on behalf of the European Union, 27 members, 4:00 left of 5:00",
        ),
        (
            (*AT_WORK, "10:01:00 floor mex"),
            "10:02:00",
            "Mexico, State Party, 2:00 left of 3:00",
        ),
        (
            (*AT_WORK, "10:01:00 floor mex"),
            "10:04:10",
            "Mexico, State Party, 0:10 over the limit of 3:00",
        ),
        (
            (*AT_WORK, "10:01:00 floor mex", "10:01:30 pause"),
            "10:04:10",
            "Mexico, State Party, 2:30 left of 3:00, clock stopped",
        ),
        (
            (*AT_WORK, "10:01:00 floor mex", "10:01:30 order per the list is closed"),
            "10:01:40",
            "Point of order: Peru, Mexico is waiting, 0:10 since it was raised",
        ),
        ((*AT_WORK, "10:01:00 suspend lunch"), "10:02:00", "Suspended"),
        (("10:00:00 open", "10:01:00 adjourn!"), "10:02:00", "The meeting is over"),
    ],
)
def test_now_tells_who_has_the_floor_or_why_nobody(
    acts: tuple[str, ...], now: str, told: str
) -> None:
    assert rows(*acts, now=now)["NOW"] == told


def test_next_three_in_the_order_they_are_called_and_how_many_more() -> None:
    assert rows(*AT_WORK)["NEXT"].split(" / ") == [
        "France, on behalf of the European Union, 27 members",
        "then Mexico, State Party",
        "then Japan, State Party",
        "3 more",
    ]
    assert rows(*AT_WORK, "10:00:30 close list")["NEXT"].endswith("3 more, list closed")
    assert rows("10:00:00 open", "10:00:10 item 3")["NEXT"] == "Nobody is waiting"


def test_a_kind_that_is_no_statement_a_later_segment_and_an_unknown_name_are_told() -> None:
    told = rows(
        "10:00:00 open",
        "10:00:10 item 2",
        "10:00:20 inscribe mex kind question",
        "10:00:30 inscribe jpn for 2.3",
        '10:00:40 inscribe "Transparency Union"',
    )["NEXT"]

    assert "Mexico, State Party, question" in told
    assert "Japan, State Party, on 2.3" in told
    assert "Transparency Union, not in the directory" in told


def test_the_lanes_are_always_there_and_replies_come_when_the_list_is_empty() -> None:
    empty = rows("10:00:00 open", "10:00:10 item 3")
    assert (empty["POINT OF ORDER"], empty["RIGHT OF REPLY"]) == ("none", "none")

    asked = ("10:00:00 open", "10:00:10 item 3", "10:00:20 reply per", "10:00:30 order bra")
    told = rows(*asked)
    assert (told["POINT OF ORDER"], told["RIGHT OF REPLY"]) == ("Brazil", "Peru")
    assert told["NEXT"] == "Peru, State Party, right of reply"


def test_replies_are_counted_apart_from_the_list() -> None:
    asked = (*AT_WORK, "10:00:50 reply per")
    assert rows(*asked, now="10:01:00")["SITTING 1"].endswith(
        "room for all 6 and one right of reply"
    )
    told = rows(*asked, now="12:50:00")["SITTING 1"]
    assert told.endswith("room for 2 of 6, and for no right of reply")
    told = rows(*asked, now="12:38:00")["SITTING 1"]
    assert told.endswith("room for all 6, but for no right of reply")
    told = rows(*asked, "10:00:55 reply bra", now="12:34:30")["SITTING 1"]
    assert told.endswith("room for all 6, and for 1 of two rights of reply")


@pytest.mark.parametrize(
    ("acts", "now", "item", "sitting"),
    [
        ((), "09:50:00", None, "begins 10:00"),
        (AT_WORK, "10:01:00", "ends 10:30", "179 min left, ends 13:00, room for all 6"),
        (AT_WORK, "12:50:00", "ends 15:", "10 min left, ends 13:00, room for 2 of 6"),
        (("10:00:00 open", "10:00:10 item 3"), "13:05:00", "ends ", "5 min past its end at 13:00"),
        ((*AT_WORK, "10:01:00 suspend"), "13:30:00", "ends 15:", "begins 15:00"),
        (
            (*AT_WORK, "10:37:00 suspend lunch"),
            "10:38:00",
            "ends ",
            "suspended since 10:37, planned to end at 13:00",
        ),
    ],
)
def test_when_it_ends(acts: tuple[str, ...], now: str, item: str | None, sitting: str) -> None:
    told = rows(*acts, now=now)
    number = "2" if now == "13:30:00" else "1"

    assert told[f"SITTING {number}"].startswith(sitting)
    assert (item is None) == ("ITEM 3" not in told)
    assert told.get("ITEM 3", "").startswith(item or "")


def test_a_late_item_says_by_how_much_of_the_minutes_shown() -> None:
    made = slip(*AT_WORK, now="12:50:00")

    assert made.item is not None and made.item.is_late
    assert made.item.row[1].endswith(" late (break not counted)")
    assert " h " in made.item.word


def test_who_was_not_heard_and_what_nobody_addressed_once_somebody_spoke() -> None:
    before = rows(*AT_WORK)
    assert "NOT HEARD ON ITEM" not in before and "NOT YET ADDRESSED" not in before

    told = rows(*AT_WORK, "10:01:00 next", "10:01:10 note a1 they report", now="10:02:00")
    assert told["NOT YET ADDRESSED"] == "Asked beforehand"
    assert (
        "African Group" in told["NOT HEARD ON ITEM"]
        and "civil society" in told["NOT HEARD ON ITEM"]
    )


def test_a_sentence_stands_only_when_there_is_something_to_decide() -> None:
    assert "YOU MIGHT SAY" not in rows(*AT_WORK)

    told = rows(*AT_WORK, now="12:50:00")["YOU MIGHT SAY"]
    assert told.startswith("“I ") and told.endswith(
        "propose to close the list and to hear the remaining speakers in the next sitting.”"
    )


def test_what_is_for_the_officer_alone_is_not_on_it() -> None:
    text = "\n".join(slip_lines(slip(*AT_WORK, "10:01:00 next", now="12:50:00"), "en"))

    assert "pace" not in text and "late case" not in text


def test_chinese_has_no_english_and_labels_of_one_width() -> None:
    acts = (*AT_WORK, "10:01:00 next", "10:01:10 note a1 x")
    lines = slip_lines(slip(*acts, now="12:50:00", language="zh"), "zh")

    assert any("法国，代表欧洲联盟，27个成员" in each for each in lines)
    assert not {"left", "then", "none", "ends"} & set(" ".join(lines).split())
    starts = {cells(each) - cells(each.partition("  ")[2].lstrip()) for each in lines[2:]}
    assert len(starts) == 1, "texts stand below one another"


def test_nothing_is_proposed_while_a_point_of_order_waits_for_its_ruling() -> None:
    raised = (*AT_WORK, "12:49:00 order bra")
    assert "YOU MIGHT SAY" not in rows(*raised, now="12:50:00")
    assert "YOU MIGHT SAY" in rows(*raised, "12:49:30 ruling not upheld", now="12:50:00")
