"""A proposal that does not leave shows in nothing that is said on it."""

from __future__ import annotations

import json
import re

from meeting_tui.meeting.records import Correction
from meeting_tui.report.csv_export import csv_files
from meeting_tui.report.json_export import tables
from meeting_tui.report.leaving import corrections_speaking_of
from tests.report.draft_text import draft, said
from tests.report.workbooks import parts_of

LINES = (
    "floor mex!",
    "propose /off-record a secret thing",
    "propose /internal an inner thing",
    "propose an open thing",
    "note r1 r3 /supports both of them",
    "note r2 /opposes what is inside",
    "position mex supports r1",
    "position mex reserves a1 r2",
    "correct n5 r1 /opposes what is known",
    "correct n7 r1 a1 /supports what is new",
    "correct n7 r2 a1 /supports what is new",
)
HIDDEN = re.compile(r"\br[12]\b")


def test_what_is_handed_on_names_no_proposal_that_stays() -> None:
    model = said(*LINES, naming="named")
    files = [each.decode() for each in csv_files(model).values()]

    for text in (draft(model), *files, *parts_of(model).values()):
        assert not HIDDEN.search(re.sub(r'<(?:c|row|dimension)[^>]*>|[rs]="?\w+"', "", text))
    assert "both of them (on r3)" in draft(model)
    assert any("r3" in each for each in files)


def test_json_names_internal_ones_and_none_off_the_record() -> None:
    found = tables(said(*LINES))
    points = {each["id"]: each for given in found["interventions"] for each in given["points"]}

    assert "r1" not in json.dumps(found)
    assert list(points) == ["n2", "n3", "n4", "n5", "n7"]
    assert points["n4"]["proposals"] == ["r3"]
    assert (points["n5"]["text"], points["n5"]["stance"]) == ("what is known", "none")
    assert points["n7"]["proposals"] == ["r2"]


def test_a_mere_stance_keeps_what_else_it_is_on() -> None:
    found = tables(
        said("floor mex!", "propose /off-record x", "position mex supports a1 r1", "note y")
    )
    points = [each for given in found["interventions"] for each in given["points"]]

    assert [each["text"] for each in points] == ["supports a1", "y"]


def test_a_correction_is_told_as_far_as_it_may_be() -> None:
    at = said().now
    made = [
        Correction(at, "EK", "point", "n1", "a1 r1 /supports supports a1 r1", "r2 /figure r1"),
        Correction(at, "EK", "point", "n2", "r1 as before", "as before"),
        Correction(at, "EK", "item", "n2", "r1", "2"),
    ]
    told = corrections_speaking_of(made, said().agenda, {"r2"})

    assert [(each.what, each.before, each.after) for each in told] == [
        ("point", "a1 /supports supports a1", "r2 /figure "),
        ("item", "r1", "2"),
    ]
