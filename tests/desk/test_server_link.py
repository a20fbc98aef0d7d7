"""Asking a server that may be far, frozen or gone: nobody waits longer than a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from meeting_tui.desk import server_link
from meeting_tui.desk.server_link import Link
from meeting_tui.session_log.postgres_server import Unreachable

MOMENT = 0.05


class Far:
    """A server that answers when it is let, and counts what it is asked."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.asked = 0
        self.is_gone = False

    def ask(self) -> int:
        self.asked += 1
        assert self.answers.wait(30)
        if self.is_gone:
            raise Unreachable("far")
        return self.asked

    def reach(self) -> None:
        if self.is_gone:
            raise Unreachable("far")


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Far:
    monkeypatch.setattr(server_link, "RETRY_SECONDS", 0.01)
    return Far()


@pytest.fixture
def link(far: Far) -> Iterator[Link]:
    made = Link("far", far.reach)
    yield made
    far.answers.set()
    made.close(lambda: None)


def until(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.005)


def test_an_answer_that_comes_late_is_found_when_it_is_asked_for_again(
    far: Far, link: Link
) -> None:
    with pytest.raises(Unreachable):
        link.ask("head", far.ask, MOMENT)
    with pytest.raises(Unreachable):
        link.ask("head", far.ask, MOMENT)
    assert not link.is_up

    far.answers.set()
    until(lambda: link.is_up)

    assert link.ask("head", far.ask, MOMENT) == 1
    assert link.ask("head", far.ask, 30) == 2
    assert not link.has_missed


def test_whoever_does_not_ask_again_is_told_that_there_may_be_news(far: Far, link: Link) -> None:
    with pytest.raises(Unreachable):
        link.ask("head", far.ask, MOMENT)
    far.answers.set()
    until(lambda: link.is_up)

    assert link.ask("rows", far.ask, 30) == 2
    assert link.has_missed


def test_a_connection_that_broke_is_made_anew_and_there_may_be_news(far: Far, link: Link) -> None:
    far.answers.set()
    far.is_gone = True
    for _ in range(2):
        with pytest.raises(Unreachable):
            link.ask("head", far.ask, 30)
    assert not link.is_up
    assert far.asked == 1, "while it is known to be gone it is not asked"

    far.is_gone = False
    until(lambda: link.is_up)

    assert link.has_missed
    assert link.ask("head", far.ask, 30) == 2


def test_what_a_question_raises_is_raised_also_where_it_came_late(far: Far, link: Link) -> None:
    def refused() -> int:
        far.ask()
        raise ValueError("no")

    with pytest.raises(Unreachable):
        link.ask("append", refused, MOMENT)
    far.answers.set()
    until(lambda: link.is_up)
    with pytest.raises(ValueError, match="no"):
        link.ask("append", refused, MOMENT)


def test_leaving_waits_for_no_server(far: Far) -> None:
    link = Link("far", far.reach)
    with pytest.raises(Unreachable):
        link.ask("head", far.ask, MOMENT)
    is_let_go = threading.Event()

    link.close(is_let_go.set)

    assert not is_let_go.is_set()
    far.answers.set()
    assert is_let_go.wait(30), "what is connected is let go once the answer came"
