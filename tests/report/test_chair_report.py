"""The Chair's report is clean, as such a body issues it; all the rest is in the annex."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import DatedNote, Topic, Words
from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.left_to_do import BLANKS, BY_HAND
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.draft import report_draft
from meeting_tui.report.read_model import MeetingReport
from tests.report.draft_text import draft, issued, part, said
from tests.report.full_day import full_report
from tests.report.hard_day import AGENDA, DAY, begin, directory, report, run

MANDATE = Topic(
    id="mandate",
    title=Words(en="Mandate", zh="任务"),
    item="2_b",
    questions=("P8",),
    attachment=True,
)
SURVEY = Topic(id="survey", title=Words(en="Survey", zh="调查"), item="1", questions=("P4",))


def with_topics(*topics: Topic) -> MeetingReport:
    plan = replace(AGENDA, topics=topics)
    lines = (
        "open|item 1|floor mex!|propose p4 hold it yearly|note p4 /supports yes|floor chn!"
        "|note p4 /opposes no|position chn supports r1|yield|close item!|item 2_b|floor nga!"
        "|propose p8 audit queries"
    )
    meeting = run(begin(agenda=plan), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    return report(meeting, naming="counted")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_it_has_no_codes_figures_marks_or_planned_minutes(naming: str, language: str) -> None:
    model = full_report(naming, language, with_names=True)
    text, annex = issued(model), draft(model)

    assert not re.search(r"\bn\d+\b", text)
    for code in (r"\b[AP]\d\b", r"\br\d+\b", r"\d\d:\d\d"):
        assert not re.search(code, text), code
        assert re.search(code, annex), code
    for said_in_annex in ("planned", "minutes", "interpretation", "was recorded", "原定", "口译"):
        assert said_in_annex not in text


def test_it_leaves_room_for_what_the_chair_writes() -> None:
    text = issued(with_topics(SURVEY, MANDATE))

    assert text.count("[Conclusion of the Chair: to be completed]") == 2
    assert text.count("[Recommendation: to be completed]") == 1
    assert text.count("[Text of the proposal: to be completed]") == 1


def test_a_recommendation_tells_who_holds_what_and_what_was_proposed() -> None:
    told = part(with_topics(SURVEY, MANDATE), "topic survey", is_issued=True)

    assert told.splitlines() == [
        "Survey",
        "This matter was discussed under item 1. A few States addressed this matter."
        " One State expressed support, while one State expressed opposition.",
        "The following was proposed:",
        "hold it yearly (One State expressed support.)",
        "Views in support:",
        "yes",
        "Views against:",
        "no",
        "[Recommendation: to be completed]",
    ]


def test_the_proposal_for_the_mandate_is_an_attachment() -> None:
    model = with_topics(SURVEY, MANDATE)
    told = part(model, "attachment mandate", is_issued=True)

    assert told.splitlines() == [
        "Attachment. Proposal of the Chair: Mandate",
        "The following was proposed:",
        "audit queries",
        "[Text of the proposal: to be completed]",
    ]
    assert "The Chair's proposal is set out in the attachment." in issued(model)
    assert "audit queries" not in part(model, "topic mandate", is_issued=True)
    (heading,) = [
        each for each in report_draft(model).blocks if getattr(each, "on_new_page", False)
    ]
    assert heading == report_draft(model).blocks[-4]


def test_several_attachments_have_letters() -> None:
    text = issued(with_topics(replace(SURVEY, attachment=True), MANDATE))

    assert "Attachment A. Proposal of the Chair: Survey" in text
    assert "Attachment B. Proposal of the Chair: Mandate" in text
    assert "set out in attachment B" in text


LEFT_ON_THE_LIST = "\n".join(
    f"10:00:00 {each}" for each in ("open", "item 1", "inscribe mex chn nga", "text-only nga")
)


def not_reached(meeting: Meeting) -> dict[str, str]:
    """Item 1 in the Chair's report, however delegations are named."""
    return {
        naming: part(report(meeting, naming=naming), "item 1", is_issued=True)
        for naming in ("counted", "anonymous", "named")
    }


def test_what_there_was_no_time_for_is_said_once_and_plainly() -> None:
    meeting = run(begin(), LEFT_ON_THE_LIST + "\n10:31:00 close item not-reached")
    told = not_reached(meeting)

    assert (
        "Two requests for the floor could not be met for lack of time."
        " One statement was submitted in writing."
    ) in told["counted"]
    assert (
        "Not all requests for the floor could be met for lack of time."
        " Statements were also submitted in writing."
    ) in told["anonymous"]
    assert (
        "The following could not take the floor for lack of time: Mexico and China."
        " Statements were submitted in writing by Nigeria."
    ) in told["named"]
    meeting = run(meeting, "12:56:00 item 3\n12:56:30 inscribe mex\n12:57:00 adjourn!")
    assert "One request for the floor could not be met for lack of time." in (
        part(report(meeting, naming="counted"), "item 3", is_issued=True)
    )


@pytest.mark.parametrize(
    ("ended", "what"),
    [
        ("10:20:00 close item not-reached", "The item was closed"),
        ("10:20:00 adjourn!", "The meeting was adjourned"),
        (
            "10:20:00 close item carry\n10:21:00 item 3\n10:50:00 adjourn!",
            "The meeting was adjourned",
        ),
    ],
)
def test_what_ended_before_its_time_was_not_short_of_time(ended: str, what: str) -> None:
    told = not_reached(run(begin(), f"{LEFT_ON_THE_LIST}\n{ended}"))

    assert f"{what} before two requests for the floor could be met." in told["counted"]
    assert f"{what} before all requests for the floor could be met." in told["anonymous"]
    assert f"{what} before the following could take the floor: Mexico and China." in told["named"]
    assert "lack of time" not in " ".join(told.values())


def test_who_spoke_and_waited_for_a_reply_could_not_take_the_floor_again() -> None:
    lines = "open|item 1|inscribe mex chn|next|reply mex|yield"
    spoken = "\n".join(f"10:00:{at:02} {each}" for at, each in enumerate(lines.split("|")))
    told = not_reached(run(begin(), f"{spoken}\n10:20:00 adjourn!"))["named"]

    assert "before the following could take the floor: China." in told
    assert "before the following could take the floor again: Mexico." in told


def test_items_that_were_not_taken_up_are_listed() -> None:
    text = issued(report(run(begin(), LEFT_ON_THE_LIST), naming="counted"))

    assert "items have not been taken up yet:\n1. A title with a number\nOther matters" in text


def test_a_presentation_is_told_with_who_gave_it_and_its_points() -> None:
    entered = (
        "segment 1.1",
        "inscribe nor kind presentation",
        "next",
        "note Norway reports yearly",
        "yield",
        "floor chair!",
        "yield",
    )
    told = part(said(*entered), "item 1", is_issued=True)

    assert told.splitlines()[:4] == [
        "Item 1. Reports & <status> #",
        "Norway gave a presentation: “Presentation”.",
        "The following points were made:",
        "Norway reports yearly",
    ]
    assert "The WGTR Chair" not in told, "nothing was noted of what the Chair said"


def test_the_argument_of_a_replaced_position_stays_without_its_stance() -> None:
    entered = ("floor mex!", "note a1 /opposes too early", "floor mex!", "note a1 /supports now")
    told = part(said(*entered), "question A1", is_issued=True)

    assert "The following points were made:\ntoo early\nViews in favour:\nnow\n" in told
    assert "too early (against)" in draft(said(*entered))


def test_a_position_that_a_mere_stance_replaced_keeps_its_argument() -> None:
    entered = ("floor mex!", "note a1 /supports now", "position mex opposes a1")
    told = part(said(*entered), "question A1", is_issued=True)

    assert "One State answered against." in told
    assert "The following points were made:\nnow\n" in told
    assert "Views against" not in told


def test_what_was_said_on_an_item_that_was_not_taken_up_is_told_as_such() -> None:
    text = issued(said("floor mex!", "note p8 audit queries"))
    told = part(said("floor mex!", "note p8 audit queries"), "item 2_b", is_issued=True)

    assert told.splitlines()[1] == (
        "This item has not been considered yet. The following points on it were made under item 1."
    )
    assert "audit queries" in told
    assert "No delegation took the floor" not in told
    assert "to be completed" not in told
    assert "not been taken up yet:\n1. A title with a number\nOther matters" in text


def test_next_steps_are_those_of_the_agenda() -> None:
    steps = (DatedNote(date=DAY, until=DAY.replace(day=20), what=Words(en="A conference")),)
    model = report(begin(agenda=replace(AGENDA, next_steps=steps)), naming="counted")

    assert "Next steps\n19 and 20 March 2026: A conference" in issued(model)


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ((), "No statements were made."),
        (("floor sec!", "yield"), "No delegation took the floor."),
        (("floor mex!",), "Statements were made by one State."),
        (
            ("floor mex!", "floor eu!", "floor carms!", "floor icrc!", 'floor "A Firm"!'),
            "Statements were made by one State, one regional organisation, one international"
            " organisation, one civil society organisation and one other speaker.",
        ),
    ],
)
def test_who_spoke_is_told_class_by_class(entered: tuple[str, ...], told: str) -> None:
    assert told in issued(said(*entered)).splitlines()


def test_organisations_are_never_counted_among_states() -> None:
    states = [
        f"floor {code}!|note a1 /supports yes" for code in ("mex", "chn", "nga", "zaf", "per")
    ]
    entered = "|".join([*states, "floor carms!|note a1 /supports yes", "floor jpn!|note a1 no"])
    told = part(said(*entered.split("|")), "question A1", is_issued=True)

    assert (
        "Most of the States that spoke on it, as well as one civil society organisation, answered"
        " in favour."
    ) in told


def test_all_but_two_says_more_than_many() -> None:
    codes = [each.code for each in directory().all() if each.kind == "state_party"][:32]
    entered = [
        f"floor {code}!|note a1 {'/supports' if n > 1 else '/opposes'} x"
        for n, code in enumerate(codes)
    ]
    told = part(said(*"|".join(entered).split("|")), "question A1", is_issued=True)

    assert "Many States addressed the question" in told
    assert "All but two of the States that spoke on it answered in favour" in told
    assert "while a few States answered against" in told


def test_who_presided_is_told_without_times() -> None:
    later = run(begin(), "10:00:00 open\n10:30:00 preside Jane Roe (Kenya)")
    both = issued(report(later, "11:00:00", naming="counted"))
    meeting = run(begin(), "09:59:00 preside at 09:58 Jane Roe (Kenya)\n10:00:00 open")

    assert (
        "Ms Chair chaired the meeting. Jane Roe (Kenya) presided over part of the meeting." in both
    )
    assert "Jane Roe (Kenya) chaired the meeting." in issued(report(meeting, naming="counted"))


def test_a_note_on_the_item_itself_is_a_paragraph_without_a_speaker() -> None:
    meeting = run(begin(), "10:00:00 open\n10:00:00 item 1\n10:00:00 note The item was introduced.")
    told = part(report(meeting, naming="counted"), "item 1", is_issued=True)

    assert "The item was introduced." in told.splitlines()


@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_views_on_a_proposal_stand_under_it_and_not_among_other_points(naming: str) -> None:
    lines = ("floor mex!", "propose an online form", "floor nga!", "note r1 /supports agrees")
    told = issued(said(*lines, "note off it", naming=naming))
    before, _, after = told.partition(
        "The following views were expressed on the proposal “an online form”."
    )

    assert "agrees" not in before
    assert "off it" in before
    assert after.splitlines()[1] == "Views in support:"
    assert after.splitlines()[2].endswith("agrees")


def test_a_final_report_with_room_left_still_says_that_it_is_a_draft() -> None:
    final = said("floor mex!", "yield", "close item!", "adjourn!", "finalise!")
    told = report_draft(final)

    assert final.finalised_at is not None
    assert told.is_draft
    assert told.title == "Draft report of the Chair"
    assert told.head.endswith("DRAFT")


@pytest.mark.parametrize("agenda", ["made", "wgtr"])
def test_the_blanks_that_the_chair_has_to_fill_are_on_the_checklist(agenda: str) -> None:
    if agenda == "made":
        final = said("floor mex!", "yield", "close item!", "adjourn!")
    else:
        final = full_report()
    open_ = [each for each in final.open_points if each.kind in BLANKS]

    assert len(open_) == issued(final).count("to be completed]") > 1
    assert len({each.id for each in open_}) == len(open_)


def test_the_checklist_has_every_line_that_the_annex_names_for_a_hand() -> None:
    model = said(
        "note on item 1 the Storting decides",
        "note on item 1 /internal the Knesset decides",
        "floor mex!",
        "note a1 the Bundestag decides",
        "note a1 as Chile said",
        "decision Tokyo hosts a seminar",
        "order fra the Mexican proposal",
        "ruling the Chilean one first",
        "continue",
        "order jpn again",
        "ruling согласны с Мексикой",
        "continue",
        "document per Law No. 53/2007",
        naming="anonymous",
    )
    voice_names = draft(model).partition("Rewrite the text of ")[2].partition(" by hand")[0]
    open_ = [each.id for each in model.open_points if each.kind == BY_HAND]

    assert sorted(open_) == sorted(voice_names.replace(" and ", ", ").split(", "))
    assert len(open_) == 6


def test_of_a_meeting_not_opened_it_is_said_what_is_planned() -> None:
    model = report(begin(), "09:30:00", naming="counted")
    for told in (issued(model), draft(model)):
        assert "The meeting is planned for 19 March 2026. The Chair is Ms Chair." in told
        assert "chaired the meeting" not in told and "were applied" not in told


def test_the_annex_refers_to_a_topic_only_where_something_is_there() -> None:
    topics = (MANDATE, SURVEY)
    plan = replace(AGENDA, topics=topics)
    lines = "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:00:00 note p4 yearly"
    told = draft(report(run(begin(agenda=plan), lines), naming="counted"))

    assert "The discussion on “Survey” is set out in a separate section below" in told
    assert "The discussion on “Mandate”" not in told


def test_a_state_that_has_an_article_has_it_in_a_sentence() -> None:
    model = said("inscribe gbr kind presentation", "next", naming="counted")

    assert "\nThe United Kingdom gave a presentation" in issued(model)


def test_chinese_has_words_for_small_numbers_and_figures_among_larger_ones() -> None:
    day = ("floor mex!", "floor eu!", "floor carms!", "yield")
    small = report(
        run(begin(), "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *day))),
        language="zh",
        naming="counted",
    )

    assert "发言者为一个国家、一个区域组织和一个民间社会组织。" in issued(small)
    assert "会议由Ms Chair主持。" in issued(small)
    assert re.search("[0-9]{2}个国家、1个区域组织", issued(full_report(language="zh")))


@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_a_guest_has_the_name_that_was_typed_in_every_report(naming: str) -> None:
    lines = (
        'open|item 1|inscribe "Dr Jane Roe" mex|next|note a1 the registers'
        '|identify "Dr Jane Roe" as guest|floor! mex|note a1 we thank Dr Jane Roe'
    )
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    model = report(meeting, naming=naming)

    assert "we thank Dr Jane Roe" in issued(model)
    for text in (issued(model), draft(model)):
        assert "Dr Jane Roe" in text
        assert not re.search("to be entered|the Dr Jane Roe|not in the directory", text)
    left = open_points(meeting.state, meeting.last.at, directory())
    assert not [each for each in left if "Roe" in each.subject]
