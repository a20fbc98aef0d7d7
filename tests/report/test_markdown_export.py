from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from meeting_tui.delegations.model import LANGUAGES
from meeting_tui.report.markdown_export import markdown, markdown_files
from meeting_tui.report.read_model import NAMED_KINDS
from meeting_tui.text import fold
from tests.report.hard_day import (
    AGENDA,
    INSIDE,
    SECRET,
    adjourned,
    begin,
    directory,
    mid_day,
    report,
    run,
)

NEUTRAL = """
10:00:00 open
10:00:10 document kor received in two languages
10:00:20 order jam first thing
10:00:30 ruling it is so
10:01:00 item 1
10:01:05 segment 1.1
10:01:10 inscribe sec kind presentation
10:01:20 next
10:01:30 note status of work
10:05:00 yield
10:06:00 segment 1.2
10:07:00 inscribe mex eu fra(eu+alb+mda) chn carms icrc "Friends of Work" deu(pif)
10:08:00 next
10:08:10 note a1 /supports a first view
10:09:00 next
10:09:10 note a1 /supports a second view
10:10:00 next
10:10:10 note p4 /proposal a third view
10:10:20 order bra on the list
10:10:30 ruling it goes on
10:10:35 continue
10:11:00 floor "Friends of Work"
10:11:10 note a1 /opposes a fourth view
10:11:20 inscribe per rou zaf aus
10:11:30 absent per
10:11:40 text-only rou
10:11:45 withdraw aus
10:11:50 document rou as delivered
10:12:00 floor guest!
10:12:10 note a view of the guest
10:12:20 reply mex
10:13:00 yield
10:13:10 close item carry
"""


def every_name() -> set[str]:
    """Codes and names, in all languages, of everybody but the podium; and of the groups."""
    found = {"EU", "PIF", "Friends of Work"}
    for each in directory().all():
        if each.kind not in NAMED_KINDS:
            found |= {each.code, *each.aliases}
            found |= {directory().name(each.code, language) for language in LANGUAGES}
    groups = {group for each in directory().all() for group in (*each.groups, *each.speaks_for)}
    return found | {directory().group_name(each, "zh") for each in groups}


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_draft_without_names_has_none_in_any_language(naming: str, language: str) -> None:
    text = markdown(report(run(begin(), NEUTRAL), naming=naming, language=language))
    words = {fold(each) for each in re.findall(r"[^\W\d_]+", text)}
    # A code is looked for as it is written: `AND` is Andorra, `and` is not.
    codes = set(re.findall(r"\b[A-Z]{2,8}\b", text))

    for name in every_name():
        if name.isascii() and name.isupper() and " " not in name:
            assert name not in codes
        elif name.isascii():
            assert not {fold(name)} <= words
            assert name not in text
        else:
            assert name not in text
    assert directory().name("SEC", language) in text
    assert directory().name("GUEST", language) in text
    for view in ("first", "second", "third", "fourth"):
        assert f"a {view} view" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_draft_with_names_has_them(language: str) -> None:
    text = markdown(report(run(begin(), NEUTRAL), language=language))

    for code in ("MEX", "FRA", "BRA", "ROU", "PER", "KOR", "JAM"):
        assert directory().name(code, language) in text


def test_counted_says_by_how_many_and_anonymous_does_not() -> None:
    meeting = run(begin(), NEUTRAL)
    counted = markdown(report(meeting, naming="counted"))
    anonymous = markdown(report(meeting, naming="anonymous"))

    # The European Union, France and Germany for groups, and one on no list.
    assert "(delegations: 3; statements: 3; States behind them: " in counted
    assert "In support: A few delegations (delegations: 2;" in counted
    assert (
        "Against: One delegation (delegations: 1; statements: 1; States behind them: 0)." in counted
    )
    assert "States behind" not in anonymous
    assert "few delegations" not in anonymous
    assert "Delegations made statements" in anonymous
    assert "requests: 1" in anonymous


def test_it_is_a_draft_and_says_so_in_both_languages() -> None:
    assert markdown(report(begin())).startswith("# DRAFT: ")
    assert markdown(report(begin(), language="zh")).startswith("# 草稿：")


def test_oddities_are_flagged_inside() -> None:
    text = markdown(report(begin(rehearsal=True), verified=False))

    assert "REHEARSAL" in text
    assert "could not be verified" in text
    assert "Gaps of the clock during the meeting: 1" in markdown(report(mid_day()))
    assert "Names that are not in the list of delegations: 1" in markdown(report(mid_day()))


def test_all_items_are_there_also_those_never_opened() -> None:
    text = markdown(report(adjourned(), "16:00:00"))

    assert "## Item 1: Reports & \\<status\\> \\#\n" in text
    assert "## Item 3: Other matters\n\nNot opened; 10 minutes planned." in text
    assert "Never held" not in text


@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_only_points_for_the_report_are_in_it(naming: str) -> None:
    text = markdown(report(adjourned(), "16:00:00", naming=naming))

    for withheld in (SECRET, INSIDE, "to be hidden", "a note that is wrong"):
        assert withheld not in text
    assert "was meant for the report all along" in text


def test_outcomes_rulings_decisions_and_texts() -> None:
    text = markdown(report(adjourned(), "16:00:00"))

    assert "- Statement only, text handed in and not read: Romania\n" in text
    assert "- Absent when called: Peru\n" in text
    assert "Ruling at 10:17:20: 1\\. Noted & closed" in text
    assert "China: is it 13:00?; No ruling, as the sitting ended" in text
    assert "- 10:27:50: The \\[draft\\] was \\*adopted\\*; see 3) and \\<annex\\>." in text
    assert '- Romania: "Text, as delivered"\n' in text
    assert "0:35: South Africa (not in the order of the list)" in text


def test_while_it_runs() -> None:
    meeting = run(mid_day(), "10:25:10 order bra")
    text = markdown(report(meeting))

    assert "- From 10:24:00, 1:10 so far: China\n" in text
    assert "- Still waiting: Ποτάμι \\[Org\\]; Control Arms\n" in text
    assert "10:25:10, Brazil; No ruling yet" in text


def test_a_name_on_no_list_is_marked() -> None:
    lines = '10:00:00 open\n10:00:00 item 3\n10:00:00 floor "Who [Knows]"!\n10:01:00 yield'
    model = report(run(begin(), lines))
    text = markdown(model)

    assert (
        "10:00:00–10:01:00, 1:00: Who \\[Knows\\] (not in the order of the list; not in the list"
        in text
    )
    assert list(markdown_files(model)) == ["report.md"]


def test_what_the_agenda_does_not_say_is_left_out() -> None:
    agenda = replace(AGENDA, venue=None, chair=None)
    text = markdown(report(begin(agenda)))

    assert "Place:" not in text
    assert "Chair:" not in text


def test_a_stance_of_the_podium_is_not_counted() -> None:
    lines = "open|item 1|floor sec!|note a1 /opposes x|floor mex!|note a1 y"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    text = markdown(report(meeting, naming="counted"))

    assert "One delegation (delegations: 1; statements: 1; States behind them: 1).\n" in text
    assert "Against" not in text
    assert "- ATT Secretariat (opposes): x\n- y\n" in text


def test_whom_a_question_asks_is_said_only_with_names() -> None:
    lines = "open|item 1|floor carms!|note p4 x"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    remark = "the question is not asked of this kind of delegation"

    assert f"- Control Arms ({remark}): x\n" in markdown(report(meeting))
    assert remark not in markdown(report(meeting, naming="counted"))


def test_another_day_than_the_agendas_is_told() -> None:
    agenda = replace(AGENDA, date=date(2026, 3, 18))
    text = markdown(report(run(begin(agenda), "10:00:00 open")))

    assert "Sitting 1: from 2026-03-19 10:00:00 (planned 2026-03-19 10:00:00–" in text
