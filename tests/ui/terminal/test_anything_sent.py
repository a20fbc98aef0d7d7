"""No input ends the program: keys, bytes that are no text, replies, pastes, the mouse, any size.

`make bench` sends a hundred thousand steps more.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.desk.verifying import check_session
from tests.ui.terminal.anything import Found, shake, still_acts, written_faults
from tests.ui.terminal.program import Program

Started = Callable[..., Program]

STEPS = 200


@pytest.mark.parametrize("seed", range(2))
def test_no_input_ends_the_program_and_the_next_act_is_done(start: Started, seed: int) -> None:
    program, found = start(change="fenced"), Found(seed)

    shake(program.terminal, found, STEPS)

    assert found.deaths == []
    assert still_acts(program)
    assert written_faults(program.folder.path) == ""
    program.terminal.process.terminate()
    assert program.ended() == 0
    assert check_session(program.folder, is_text=False).findings == ()
