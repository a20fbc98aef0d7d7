"""Random lines as people type them: mostly sensible, some out of place, some nonsense."""

from __future__ import annotations

from hypothesis import strategies as st

MOMENTS: dict[str, tuple[str, ...]] = {
    "before the meeting": (),
    "no item": ("open",),
    "nobody speaks": ("open", "item 2", 'inscribe mex fra(eu) "smith"'),
    "somebody speaks": ("open", "item 3", "inscribe mex nga", "next", "note x", "reply per"),
    "point of order": ("open", "item 2", "segment 2.1", "inscribe mex", "next", "order fra"),
    "suspended": ("open", "item 2", "inscribe mex", "next", "suspend"),
    "adjourned": ("open", "item 2", "inscribe mex", "next", "adjourn!"),
    "much was said": (
        *("open", "item 1", "close item", "item 2", "inscribe mex fra(eu) nga jpn", "next"),
        *("note a1 /supports the text", "note on item 2 noted", "yield", "next!", "note p1 x"),
        *("limit 2:00", "reply per", "decision agreed"),
    ),
    "paused": (
        *("open", "item 3", "inscribe mex nga", "close list", "next", "note x", "tick n1"),
        *("note /off-record y", "pause", "decision x", "undo"),
    ),
    "between items": (
        *("open", "item 1", "close item", "plan add 3 10 Next because x"),
        *("plan add 3 10 Then because x", "plan drop 3.2 because x"),
    ),
}
"""What was typed before, to come to a moment of a meeting."""

WHO = (
    *("mex", "fra", "fra(eu)", "eu", "nga", "usa", "irn", "carms", "DEU", "South Africa"),
    *("jpn(eu+alb+mda)", '"Friends of the List"', "smith", "united", "墨西哥", "per"),
)
who = st.sampled_from(WHO)
item = st.sampled_from(("1", "2", "3", "2", "3", "9", "2.1"))
segment = st.sampled_from(("2.1", "2.2", "2.3", "9.9"))
words = st.sampled_from(("", "noted", "a1 a6 /proposal text", '"quoted"', "{0} [b]", "“好”（A）"))
span = st.sampled_from(("2:00", "0:30", "0:00", "1:02:30", "soon"))
place = st.integers(0, 5).map(str)
kind = st.sampled_from(("statement", "question", "presentation", "reply", "order"))
mark = st.sampled_from(("", "!"))


def line(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    strategies = [st.just(part) if isinstance(part, str) else part for part in parts]
    return st.tuples(*strategies).map(lambda found: " ".join(part for part in found if part))


sitting_lines = st.sampled_from(
    ("open", "suspend", "suspend lunch", "resume", "resume", "adjourn!", "undo", "undo")
)
item_lines = st.one_of(
    line("item", item),
    line("segment", segment),
    st.sampled_from(("close item", "close item carry", "close item not-reached")),
    line("reopen", item),
)
joining = st.one_of(
    line("inscribe", who),
    line("inscribe", who, who, who),
    line("inscribe", who, "for", st.one_of(item, segment)),
    line("inscribe", who, "kind", kind),
    line("inscribe!", who, 'via email about "the survey"'),
    line("reply", who),
    who,
)
list_lines = st.one_of(
    line("withdraw", who),
    line("absent", who),
    line("text-only", who),
    line("move", who, place),
    line("swap", who, who),
    st.sampled_from(("open list", "close list")),
)
floor_lines = st.one_of(
    st.sampled_from(("next", "next", "next!", "yield", "pause", "continue", "gap out")),
    line("floor", who),
    st.tuples(who, mark).map(lambda found: f"floor {found[0]}{found[1]}"),
    line("extend", span),
    line("limit", span),
    line("limit", span, "for", st.one_of(who, place, kind, st.just("states"))),
)
order_lines = st.one_of(line("order", who, words), line("ruling", words))
note_lines = st.one_of(
    line("note", words),
    line("note on", who, words),
    line("note on", place, words),
    line("correct", st.sampled_from(("n1", "n2")), words),
    line("decision", words),
    line("document", who, words),
    line("identify", st.sampled_from(("smith", '"Friends of the List"')), "as", who),
)
clock = st.sampled_from(("10:00", "10:00:30", "10:01", "10:02:10", "10:05", "25:00"))
point = st.sampled_from(("n1", "n2", "n3"))
point_lines = st.one_of(
    line("note on item", item, words),
    line("points", words, "¶ a1", words),
    line("statement", words, "¶", words),
    line("file", point, "on", place),
    line("file", point, "on item", item),
    line("tag", point, st.sampled_from(("a1", "a6 p1", "none", ""))),
    line(st.sampled_from(("strike", "strike!")), place, "because", words),
    line("strike", point, "because", words),
    line("note /off-record", words),
    line(st.sampled_from(("purge", "purge!")), point),
)
correction_lines = st.one_of(
    point_lines,
    line("attribute", place, who),
    line("times", place, clock, clock),
    line(st.sampled_from(("began", "ended")), clock),
    line(st.sampled_from(("began", "ended")), "on", place, clock),
    line("file", st.sampled_from(("n1", "n2")), "under", item),
    st.sampled_from(("bands one=1 many=3", "bands default", "finalise", "finalise!")),
)
steering = st.sampled_from(
    (
        *("next!", "next!", "next!", "next", "yield", "pause", "continue", "floor che!"),
        *("order per", "ruling noted", "ruling noted", "note a1 noted", "extend 1:00", "gap out"),
        *("segment 2.1", "segment 2.2", "close item carry", "reopen 2", "item 3", "correct n1 x"),
        *(
            "close item not-reached",
            "item 1",
            "reopen 3",
            "join 3",
            "join 2",
            "suspend",
            "resume",
            "resume",
            "item 2",
        ),
    )
)
on_who_waits = st.sampled_from(
    (
        *("floor {first}", "floor {first}", "move {first} {place}", "swap {first} {second}"),
        *("withdraw {first}", "absent {first}", "text-only {first}", "limit 1:00 for {first}"),
        "limit 0:30 for {place}",
    )
)
plan_item = st.sampled_from(("1", "2", "3", "2", "3", "2.1", "2.9", "3.1"))
because = st.sampled_from(("because late", "because late", "because late", "because", ""))
to_sitting = st.sampled_from(("", "to 1", "to 2", "to 3"))
behind = st.sampled_from(("", "last", "before 1", "before 2", "before 3", "before 2.1"))
whole_minutes = st.sampled_from(("1", "10", "45", "90", "400", "0", "soon"))
clock = st.sampled_from(("9:00", "12:00", "13:30", "15:30", "18:30", "noon", "25:00"))
plan_lines = st.one_of(
    line("plan move", plan_item, to_sitting, behind, because),
    line("plan time", plan_item, whole_minutes, because),
    line("plan split", plan_item, whole_minutes, "then", st.sampled_from("123"), because),
    line("plan add", plan_item, whole_minutes, st.sampled_from(("Next", '"A b"', "")), because),
    line("plan", st.sampled_from(("drop", "hold")), plan_item, because),
    line("plan sitting", st.sampled_from("123"), clock, clock, because),
)
back_and_forth = st.sampled_from(("undo", "redo"))

meeting_lines = st.one_of(
    joining, joining, floor_lines, floor_lines, list_lines, order_lines, note_lines, item_lines
)
any_lines = st.one_of(
    meeting_lines,
    plan_lines,
    correction_lines,
    sitting_lines,
    back_and_forth,
    st.text(max_size=40),
    st.tuples(meeting_lines, st.text(max_size=8)).map("".join),
    st.lists(
        st.sampled_from([*WHO, "note", "on", "a1", "/", '"', "(", ")", "!", "for", "as", "open"]),
        max_size=6,
    ).map(" ".join),
)
