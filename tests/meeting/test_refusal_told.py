"""A refusal names delegations in the language it is read in."""

from __future__ import annotations

from meeting_tui.meeting.refusal import Refusal, refusal_told, refuse
from tests.meeting.room import Room, directory


def told(room: Room, line: str, language: str) -> str:
    outcome = room.tried(line)
    assert isinstance(outcome, Refusal)
    return refusal_told(outcome, language, directory())


def test_names_stand_in_the_language_of_the_reader() -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn per zaf che nor deu")

    chinese = told(room, "withdraw nga", "zh")
    assert "尼日利亚" in chinese and "墨西哥" in chinese and "瑞士" not in chinese
    assert not any(name in chinese for name in ("Nigeria", "Mexico", "France"))
    assert "Nigeria" in told(room, "withdraw nga", "en")
    assert "墨西哥、法国、日本" in told(room, "adjourn", "zh")


def test_what_somebody_typed_and_numbers_stay() -> None:
    refusal = refuse("already_waits", name="Somebody (from Chad)", place=2)
    assert "Somebody (from Chad)" in refusal_told(refusal, "zh", directory())
    assert (
        refusal_told(refuse("already_waits", name="mex", place=2), "zh", directory())[:3] == "mex"
    )
