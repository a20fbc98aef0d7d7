"""What a note-taker writes stays with whom it was begun on; tags stay until they are changed."""

from __future__ import annotations

import time

import pytest
from textual._xterm_parser import XTermParser

from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.ui.completing import NoteCompleter
from meeting_tui.ui.parsing import read_alt_digits_as_keys
from meeting_tui.ui.widgets.typed_line import Completion
from meeting_tui.views.noting import Meant, Noting, from_draft, leading, with_next_kind
from tests.views.held import Held, mexico_then_japan

MEXICO, JAPAN = "s1", "s2"


@pytest.fixture(scope="module")
def held() -> Held:
    return mexico_then_japan()


@pytest.mark.parametrize(
    ("tags", "value", "meant"),
    [
        (("A1",), "text", Meant("note", "note on 2 a1 text", ("A1",))),
        ((), "on 12 March", Meant("note", "note on 2 on 12 March", ())),
        (("A1",), "a2 A6 text", Meant("note", "note on 2 a2 A6 text", ("A2", "A6"))),
        (("A1",), "/figure 40 %", Meant("note", "note on 2 a1 /figure 40 %", ("A1",))),
        (("A1",), "/figure a2 40 %", Meant("note", "note on 2 /figure a2 40 %", ("A2",))),
        (("A1",), "a2 a3", Meant("tags", "", ("A2", "A3"))),
        (("A1",), "-", Meant("tags", "", ())),
        (("A1",), "- a dash first", Meant("note", "note on 2 a1: - a dash first", ("A1",))),
        (("A1",), ":inscribe mex", Meant("act", "inscribe mex", ("A1",))),
        (("A1",), "：next", Meant("act", "next", ("A1",))),
        ((), ":", Meant("act", "", ())),
        (("A1",), ":correct", Meant("correct", "correct", ("A1",))),
        ((), ":correct n1 a1 x", Meant("act", "correct n1 a1 x", ())),
        ((), "a9 text", Meant("note", "note on 2 a9 text", ())),
        ((), "[State Party] asked", Meant("note", "note on 2 [State Party] asked", ())),
    ],
)
def test_what_enter_means(held: Held, tags: tuple[str, ...], value: str, meant: Meant) -> None:
    noting = Noting(tags).typed(value, JAPAN)
    assert noting.meant(value, held.state) == meant


def test_what_is_noted_is_what_the_command_language_reads(held: Held) -> None:
    noting = Noting(("A1", "A6"))
    command = read_line(noting.note_line("/proposal on a1 day", held.state), held.intake.lexicon)
    assert not isinstance(command, Refusal)
    assert (command.questions, command.kind, command.text, command.on) == (  # type: ignore[attr-defined]
        ("A1", "A6"),
        "proposal",
        "on a1 day",
        2,
    )


def test_a_begun_text_stays_with_whom_it_was_begun_on() -> None:
    held = mexico_then_japan()
    noting = Noting().typed("n", JAPAN)
    held.do("next")
    noting = noting.typed("no", "s3")
    assert noting.meant("no", held.state).line == "note on 2 no"
    assert noting.typed("", "s3").target(held.state) == held.state.interventions["s3"]
    act = noting.typed(":next", "s3")
    assert act.begun_on is None, "an act belongs to nobody"
    assert act.typed("text", "s3").begun_on == "s3"


def test_a_text_whose_intervention_was_taken_back_goes_to_nobody_else() -> None:
    held = mexico_then_japan()
    noting = Noting().typed("on Japan", JAPAN)
    held.do("undo", "next!")
    assert held.state.floor == "s3", "an id is not given twice, a number is"
    assert noting.target(held.state) is None
    assert noting.meant("on Japan", held.state).kind == "lost"
    chosen = noting.stepped(held.state, -1)
    assert chosen.meant("on Japan", held.state).line == "note on 2 on Japan"


def test_choosing_by_hand_and_following_again(held: Held) -> None:
    earlier = Noting().stepped(held.state, -1)
    assert earlier.chosen == MEXICO
    assert earlier.stepped(held.state, -1) == earlier, "there is none before the first"
    assert earlier.stepped(held.state, 1).chosen is None
    assert earlier.typed("x", MEXICO).stepped(held.state, 1).begun_on == JAPAN


@pytest.mark.parametrize(
    "lines",
    [
        ["next"],
        ["floor ben"],
        ["floor mex!"],
        ["undo"],
        ["order bra the quorum"],
        ["yield", "close item carry"],
    ],
)
def test_a_choice_by_hand_ends_with_a_change_of_floor_or_item(lines: list[str]) -> None:
    held = mexico_then_japan()
    earlier = Noting().stepped(held.state, -1)
    held.do("note on 1 more", "inscribe fra")
    assert earlier.at_moment(held.state) == earlier, "nothing of it changed yet"
    held.do("undo", "undo", *lines)
    dropped = earlier.at_moment(held.state)
    assert dropped.chosen is None
    held_now = held.state.floor or held.state.last_intervention
    assert dropped.typed("x", held_now).begun_on == held_now


def test_a_choice_made_after_the_change_lasts_and_a_yield_is_no_change() -> None:
    held = mexico_then_japan()
    held.do("next")
    earlier = Noting().stepped(held.state, -2)
    held.do("yield")
    assert earlier.at_moment(held.state).chosen == MEXICO


def test_a_begun_text_stays_when_the_choice_ends() -> None:
    held = mexico_then_japan()
    begun = Noting().stepped(held.state, -1).typed("x", MEXICO)
    held.do("next")
    begun = begun.at_moment(held.state)
    assert (begun.chosen, begun.begun_on) == (None, MEXICO)
    assert begun.meant("x", held.state).line == "note on 1 x"
    assert begun.typed("", MEXICO).target(held.state) == held.state.interventions["s3"]
    assert begun.following() == begun
    assert begun.typed("  ", MEXICO).begun_on is None, "blanks are nothing begun"


def test_a_draft_of_tags_alone_begins_with_who_speaks_now(held: Held) -> None:
    earlier = Noting(("A1",)).stepped(held.state, -1)
    again = from_draft(earlier.draft(held.state), held.state)
    assert again == Noting(("A1",))
    assert from_draft("on 1 a1", held.state) == Noting(("A1",))


def test_nobody_has_spoken() -> None:
    empty = Held()
    noting = Noting(("A1",)).typed("early", None)
    assert noting.meant("early", empty.state).line == "note on item 4 a1 early"
    assert noting.draft(empty.state) == "on item 4 a1 early"
    begun = Noting(("A1",)).typed("early", "item 4")
    assert begun.stepped(empty.state, -1) == begun
    assert from_draft("on item 4 a1 early", empty.state) == begun
    empty.do("close item")
    nowhere = Noting(("A1",)).typed("early", None)
    assert nowhere.stepped(empty.state, -1) == nowhere
    assert nowhere.meant("early", empty.state).line == "note a1 early"


def test_after_the_item_changed_a_point_goes_on_the_item_until_somebody_speaks() -> None:
    held = mexico_then_japan()
    held.do("yield", "close item carry", "item 5")
    assert (Noting().target(held.state), Noting().target_item(held.state)) == (None, "5")
    begun = Noting().typed("on the item", "item 5")
    held.do("floor ben!")
    assert begun.meant("on the item", held.state).line == "note on item 5 on the item"
    assert Noting().key(held.state) == held.state.floor
    assert begun.stepped(held.state, 1).begun_on == held.state.floor
    earlier = Noting().stepped(held.state, -1)
    assert earlier.chosen == JAPAN


def test_on_an_item_that_is_reopened_a_point_goes_to_who_spoke_last_on_it() -> None:
    held = mexico_then_japan()
    held.do("yield", "close item carry", "item 5", "floor ben!", "yield", "close item carry")
    held.do("reopen 4")
    assert Noting().key(held.state) == JAPAN
    assert Noting().typed("said", JAPAN).meant("said", held.state).line == "note on 2 said"


def test_a_text_begun_on_a_speaker_stays_theirs_when_the_item_changes() -> None:
    held = mexico_then_japan()
    begun = Noting().typed("on Japan", JAPAN)
    held.do("yield", "close item carry", "item 5")
    assert begun.meant("on Japan", held.state).line == "note on 2 on Japan"
    assert begun.typed("", JAPAN).target_item(held.state) == "5"


@pytest.mark.parametrize(
    ("noting", "draft", "back"),
    [
        (Noting(), "", None),
        (Noting(("A1", "A6")), "a1 a6", None),
        (Noting((), "text", begun_on=MEXICO), "on 1 text", None),
        (Noting(("A1",), "on 12 March", begun_on=JAPAN), "on 2 a1 on 12 March", None),
        (Noting(("A1",), "/figure 4", begun_on=MEXICO), "on 1 a1 /figure 4", None),
        (
            Noting(("A1",), "a2 text", begun_on=JAPAN),
            "on 2 a2 text",
            Noting(("A2",), "text", begun_on=JAPAN),
        ),
        (Noting(("A1",), ":next"), "a1 :next", None),
        (Noting((), "[缔约国] 说", begun_on=JAPAN), "on 2 [缔约国] 说", None),
    ],
)
def test_a_draft_brings_everything_back(
    held: Held, noting: Noting, draft: str, back: Noting | None
) -> None:
    assert noting.draft(held.state) == draft
    assert from_draft(draft, held.state) == (back or noting)


def test_a_draft_on_an_intervention_that_is_not_there_keeps_its_words(held: Held) -> None:
    assert from_draft("on 99 a1 text", held.state).text == "on 99 a1 text"
    assert from_draft("on the whole", held.state).text == "on the whole"


@pytest.mark.parametrize(
    ("value", "following"),
    [
        ("", "/proposal "),
        ("text", "/proposal text"),
        ("a1 text", "a1 /proposal text"),
        ("/proposal text", "/request text"),
        ("a1 /pro text", "a1 /request text"),
        ("/announces text", "text"),
        ("/supports text", "/supports /proposal text"),
        ("a1", "a1 /proposal "),
    ],
)
def test_the_key_goes_to_the_next_kind(held: Held, value: str, following: str) -> None:
    assert with_next_kind(value, held.state.agenda) == following


def test_a_key_takes_over_the_tags_that_were_typed(held: Held) -> None:
    typed = Noting(("A1",)).typed("a2 /figure forty", JAPAN)
    assert typed.effective_tags(held.state.agenda) == ("A2",)
    lifted = typed.lifted(held.state.agenda)
    assert (lifted.tags, lifted.text) == (("A2",), "/figure forty")
    agenda = held.state.agenda
    assert lifted.toggled("A1", agenda).tags == ("A1", "A2")
    assert lifted.toggled("A3", agenda).toggled("A2", agenda).tags == ("A3",)


@pytest.mark.parametrize("value", ['"A4" paper', "a1! b", "text a1", "/nonsense a1", "12 a1"])
def test_only_bare_ids_at_the_beginning_are_tags(held: Held, value: str) -> None:
    assert leading(value, held.state.agenda).questions == ()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("in", []),
        ("text /s", []),
        ("/s", ["/supports "]),
        ("a1 /re", ["/request ", "/reserves "]),
        (":nex", ["next"]),
        ("：nex", ["next"]),
    ],
)
def test_nothing_is_offered_among_words(held: Held, line: str, offered: list[str]) -> None:
    def acts(text: str, caret: int) -> list[Completion]:
        return [Completion("next", "", 0)] if "next".startswith(text[:caret]) else []

    complete = NoteCompleter(acts, lambda: held.state.agenda, "en")
    found = complete(line, len(line))
    assert [each.text for each in found] == offered
    if line.endswith("nex"):
        assert found[0].applied(line, len(line)) == (f"{line[0]}next", 5)


def test_alt_with_a_digit_is_a_key_and_not_a_sign() -> None:
    read_alt_digits_as_keys()
    parser = XTermParser()
    events = list(parser.feed("\x1b2"))
    time.sleep(0.15)
    events += list(parser.tick())
    assert [event.key for event in events] == ["alt+2"]  # type: ignore[attr-defined]
    assert [event.character for event in parser.feed("£")] == ["£"]  # type: ignore[attr-defined]


def looked_at(noting: Noting, held: Held, text: str = "") -> Noting:
    """The line with that text as it stands now, whoever has the floor."""
    target = noting.target(held.state)
    return noting.typed(text, target.id if target else None).at_moment(held.state)


@pytest.mark.parametrize(
    ("lines", "stay"),
    [
        (["note a2 said meanwhile"], True),
        (["inscribe fra"], True),
        (["order bra the quorum", "ruling noted", "continue"], True),
        (["pause", "continue"], True),
        (["yield"], True),
        (["next"], False),
        (["floor ben"], False),
        (["yield", "close item carry", "item 5"], False),
        (["yield", "close item carry"], False),
    ],
)
def test_tags_end_with_the_speaker_and_with_the_item(lines: list[str], stay: bool) -> None:
    held = mexico_then_japan()
    noting = looked_at(Noting(), held).tagged(("A1",), held.state)
    held.do(*lines)
    assert looked_at(noting, held).tags == (("A1",) if stay else ())


def test_tags_of_a_begun_text_go_with_it_and_end_with_it() -> None:
    held = mexico_then_japan()
    noting = looked_at(Noting().tagged(("A1",), held.state), held, "on Japan")
    held.do("next")
    begun = looked_at(noting, held, "on Japan still")
    meant = begun.meant("on Japan still", held.state)
    assert (meant.line, meant.tags) == ("note on 2 a1 on Japan still", ("A1",))
    kept = begun.tagged(meant.tags, held.state)
    assert looked_at(kept, held).tags == (), "Benin has the floor, the tag was Japan's"


def test_tags_put_on_an_earlier_speaker_stay_with_that_one() -> None:
    held = mexico_then_japan()
    earlier = Noting().stepped(held.state, -1).tagged(("A1",), held.state)
    assert looked_at(earlier, held).tags == ("A1",)
    assert looked_at(earlier.following(), held).tags == ()


def entered(held: Held, *lines: str, noting: Noting | None = None) -> Noting:
    """The line after these were typed and entered as points."""
    noting = noting or Noting()
    for each in lines:
        noting = looked_at(noting, held, each)
        own = leading(each, held.state.agenda).questions
        meant = noting.meant(each, held.state)
        noting = noting.entered(meant.tags, held.state, own=own)
        held.do(meant.line)
        noting = looked_at(noting, held)
    return noting


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["note a2 said meanwhile"], ("A1",)),
        (["inscribe fra"], ("A1",)),
        (["file n2 on 1"], ()),
        (["file n2 on 1 as a1 of Mexico"], ()),
        (["file n2 on item 4"], ()),
        (["file n2 under 3"], ()),
        (["strike n2 because said by another"], ()),
        (["undo"], ()),
        (["undo", "redo"], ("A1",)),
        (["correct n2 a3 in public"], ("A3",)),
        (["correct n2 in public"], ()),
        (["tag n2 a3 a6"], ("A3", "A6")),
        (["tag n2 none"], ()),
        (["file n1 on 2"], ("A1",)),
    ],
)
def test_tags_left_over_are_those_of_the_point_they_came_with(
    lines: list[str], after: tuple[str, ...]
) -> None:
    held = mexico_then_japan()
    noting = entered(held, "a1 annual report")
    assert noting.tags == ("A1",)
    held.do(*lines)
    noting = looked_at(noting, held)
    assert noting.tags == after
    assert entered(held, "in a decree", noting=noting).tags == after


def test_tags_put_on_by_hand_came_with_the_first_line_that_took_them() -> None:
    held = mexico_then_japan()
    noting = entered(held, "one", "two", noting=Noting().tagged(("A1",), held.state))
    held.do("strike n3 because twice")
    assert looked_at(noting, held).tags == ("A1",), "the first of the two stands"
    held.do("file n2 on 1")
    assert looked_at(noting, held).tags == ()


def test_tags_typed_again_came_with_the_newer_line() -> None:
    held = mexico_then_japan()
    noting = entered(held, "a1 one", "a1 two")
    held.do("strike n2 because twice")
    assert looked_at(noting, held).tags == ("A1",)
    held.do("strike n3 because twice")
    assert looked_at(noting, held).tags == ()


def test_tags_of_a_point_that_is_taken_back_leave_a_begun_text() -> None:
    held = mexico_then_japan()
    noting = looked_at(entered(held, "a1 one"), held, "in a decree")
    held.do("undo")
    begun = looked_at(noting, held, "in a decree")
    assert begun.meant("in a decree", held.state).line == "note on 2 in a decree"


def test_tags_of_a_line_on_its_way_stay_until_it_is_there() -> None:
    held = mexico_then_japan()
    noting = entered(held, "a1 one").entered(("A3",), held.state, own=("A3",), ahead=1)
    assert looked_at(noting, held).tags == ("A3",)
    held.do("note on 2 a2 two", "note on 2 a3 three")
    assert looked_at(noting, held).tags == ("A3",)
    held.do("undo")
    assert looked_at(noting, held).tags == ()


def test_tags_of_a_note_on_an_item_end_with_it() -> None:
    held = Held()
    noting = entered(held, "a1 one")
    assert noting.tags == ("A1",)
    held.do("undo")
    assert looked_at(noting, held).tags == ()


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("in a decree", True),
        ("/supports it", False),
        ("/figure 40 %", False),
        ("/supports advisory-group yes", False),
        ("advisory-group yes", False),
        ("r1 yes", False),
        ("- /opposes it", False),
        ("a99 in the law", False),
        ("/figure a99 in the law", False),
    ],
)
def test_a_pasted_line_with_marks_of_its_own_takes_no_tag_left_over(text: str, takes: bool) -> None:
    held = mexico_then_japan()
    held.do("propose to meet")
    noting = entered(held, "a1 annual report")
    line = noting.several_line([text, "and more"], held.state)
    held.do(f"points {line}")
    first, second = list(held.state.points.values())[-2:]
    assert (first.questions, second.questions) == (("A1",) if takes else (), ("A1",))


def test_a_pasted_line_with_a_kind_takes_the_tags_put_on_for_it(held: Held) -> None:
    noting = Noting().tagged(("A1",), held.state)
    line = noting.several_line(["/figure 40 %", "a2 x"], held.state)
    assert line == "on 2 a1 /figure 40 % ¶ a2 x"


def test_tags_that_pasted_lines_took_end_with_the_first_that_took_them() -> None:
    held = mexico_then_japan()
    lines = ["a2 one", "two", "three"]
    noting = Noting().tagged(("A1",), held.state)
    after = noting.several_entered(lines, held.state)
    held.do(f"points {noting.several_line(lines, held.state)}")
    assert (looked_at(after, held).tags, after.is_left_over) == (("A1",), True)
    held.do("file n3 on 1")
    assert looked_at(after, held).tags == ()
    assert noting.several_entered(["a2 one"], held.state) == noting, "none took any"


def test_an_id_with_a_colon_is_a_tag_of_the_line_and_of_the_next(held: Held) -> None:
    meant = Noting().typed("A1: annual", JAPAN).meant("A1: annual", held.state)
    assert meant == Meant("note", "note on 2 A1: annual", ("A1",))
    sentence = "A1 and A3 of the annex will be answered"
    assert Noting().typed(sentence, JAPAN).meant(sentence, held.state) == Meant(
        "note", f"note on 2 {sentence}", ()
    )
    assert Noting().typed("A1-A3", JAPAN).meant("A1-A3", held.state).tags == ("A1", "A2", "A3")


@pytest.mark.parametrize("text", ["P1 is the main concern", "A1 and A3 of the annex", "A6, too"])
def test_a_sentence_that_begins_with_an_id_comes_back_from_the_draft(held: Held, text: str) -> None:
    for tags in ((), ("A2",)):
        noting = Noting(tags, text, begun_on=JAPAN)
        if not leading(text, held.state.agenda).questions:
            assert from_draft(noting.draft(held.state), held.state) == noting
            command = read_line(noting.note_line(text, held.state), held.intake.lexicon)
            assert (command.questions, command.text) == (tags, text)  # type: ignore[union-attr]
