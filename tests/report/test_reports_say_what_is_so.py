"""No sentence of a report denies another one, or says of what is to come that it was not."""

from __future__ import annotations

import pytest

from tests.report.draft_text import draft, said

EVERYBODY = "Everybody on the list of speakers took the floor."


@pytest.mark.parametrize(
    "left",
    [
        ("inscribe chn",),
        ("inscribe chn", "withdraw chn"),
        ("inscribe chn", "absent chn"),
        ("inscribe chn", "text-only chn"),
        ("inscribe chn", "close item not-reached"),
    ],
)
def test_everybody_took_the_floor_only_where_nobody_is_left(left: tuple[str, ...]) -> None:
    heard = draft(said("floor mex!", "yield"))
    told = draft(said("floor mex!", "yield", *left))

    assert EVERYBODY in heard
    assert EVERYBODY not in told
    assert EVERYBODY not in draft(said())


def test_nothing_is_said_of_texts_read_out_where_none_was_handed_in() -> None:
    assert "read out" not in draft(said("floor mex!", "yield"))
