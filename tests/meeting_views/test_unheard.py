"""Which regions and kinds of delegation have not been heard on an item."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.heard import unheard
from tests.report.hard_day import begin, directory, run

REGIONS = ("UNRG:AG", "UNRG:APG", "UNRG:EEG", "UNRG:GRULAC", "UNRG:WEOG")
KINDS = {"state_party", "signatory", "observer_state", "igo", "ngo", "industry"}


def missing(lines: str, item: str = "1") -> tuple[set[str], set[str]]:
    """Regions and kinds not heard on an item after these lines, with item 1 open."""
    text = "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *lines.split("|")) if each)
    found = unheard(run(begin(), text).state, item, directory())
    return set(found.regions), set(found.kinds)


def test_before_anybody_spoke_all_are_missing_in_a_fixed_order() -> None:
    found = unheard(begin().state, "1", directory())

    assert found.regions == REGIONS
    assert found.kinds[0] == "state_party"
    assert set(found.kinds) == KINDS


@pytest.mark.parametrize(
    ("lines", "regions", "kinds"),
    [
        ("floor mex!", {"UNRG:GRULAC"}, {"state_party"}),
        ("floor tur!", {"UNRG:WEOG"}, {"signatory"}),
        ("floor carms!", set(), {"ngo"}),
        ("floor eu!", {"UNRG:WEOG", "UNRG:EEG"}, {"igo"}),
        ("floor sle(unrg:ag)!", {"UNRG:AG"}, {"state_party"}),
        ("floor mex(eu+jpn)!", {"UNRG:GRULAC", "UNRG:WEOG", "UNRG:EEG", "UNRG:APG"}, None),
    ],
)
def test_a_statement_is_of_its_state_and_of_those_it_speaks_for(
    lines: str, regions: set[str], kinds: set[str] | None
) -> None:
    found = missing(lines)

    assert set(REGIONS) - found[0] >= regions
    assert KINDS - found[1] == ({"state_party"} if kinds is None else kinds)


def test_who_spoke_on_another_item_is_not_heard_on_this_one() -> None:
    assert missing("floor mex!", item="2") == (set(REGIONS), KINDS)
