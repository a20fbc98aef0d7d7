"""A note-taker's page in a real browser: nothing typed is lost, and nothing is noted twice."""

from __future__ import annotations

import os
import signal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.serving import Meeting, Site, served_apart

SPEAKING = ("next",)


@pytest.fixture
def notes(room: Site, page: Page) -> Page:
    room.meeting.do(*SPEAKING)
    page.goto(f"{room.links['notes-AB']}&lang=en")
    expect(page.locator("#name")).to_have_text("France")
    return page


def enter(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_a_point_is_noted_with_the_keyboard_alone(room: Site, notes: Page) -> None:
    notes.keyboard.press("Alt+1")
    enter(notes, "a focal point in each ministry")
    expect(notes.locator("#said")).to_have_text("Note on France: a1 a focal point in each ministry")
    expect(notes.locator("#points li")).to_have_count(1)
    notes.keyboard.press("Control+e")
    expect(notes.locator("#line")).to_have_value(":correct n1 a1 a focal point in each ministry")
    notes.keyboard.type(" and agency")
    notes.keyboard.press("Enter")
    expect(notes.locator("#points li .text")).to_contain_text("ministry and agency")
    point = room.meeting.entries()[-1]
    assert (point.hand, point.desk) == ("AB", "notes-AB")


def test_the_kind_of_a_point_is_chosen_by_the_key_of_the_terminal(notes: Page) -> None:
    notes.keyboard.type("a2 a new template")
    notes.keyboard.press("Control+k")
    expect(notes.locator("#line")).to_have_value("a2 /proposal a new template")


def test_a_point_stays_with_whom_it_was_begun_on(room: Site, notes: Page) -> None:
    notes.keyboard.type("begun on France")
    room.meeting.do("floor mex")
    expect(notes.locator("#name")).to_have_text("France")
    notes.keyboard.press("Enter")
    expect(notes.locator("#said")).to_have_text("Note on France: begun on France")
    expect(notes.locator("#name")).to_have_text("Mexico")
    notes.keyboard.press("Alt+ArrowUp")
    expect(notes.locator("#name")).to_have_text("France")
    notes.keyboard.press("Escape")
    expect(notes.locator("#name")).to_have_text("Mexico")


def test_what_an_input_method_composes_is_noted_once_it_is_composed(
    room: Site, notes: Page
) -> None:
    devtools = notes.context.new_cdp_session(notes)
    notes.focus("#line")
    devtools.send(
        "Input.imeSetComposition", {"text": "zhi", "selectionStart": 3, "selectionEnd": 3}
    )
    # Enter belongs to the input method while it composes.
    notes.keyboard.press("Enter")
    devtools.send("Input.insertText", {"text": "支持透明度"})
    expect(notes.locator("#line")).to_have_value("支持透明度")
    notes.keyboard.press("Enter")
    expect(notes.locator("#points li .text")).to_have_text("支持透明度")
    assert room.meeting.texts_noted() == ["支持透明度"]


def test_an_act_of_the_floor_is_refused_and_the_line_is_kept(notes: Page) -> None:
    enter(notes, ":close item")
    expect(notes.locator("#said")).to_contain_text("This seat takes notes.")
    expect(notes.locator("#line")).to_have_value(":close item")


def test_lines_entered_without_the_network_are_sent_later_and_once(room: Site, notes: Page) -> None:
    notes.context.set_offline(True)
    for text in ("first", "second", "third"):
        enter(notes, text)
    expect(notes.locator("#outbox li")).to_have_count(3)
    expect(notes.locator("#news")).to_contain_text("No connection since")
    assert room.meeting.texts_noted() == []
    notes.context.set_offline(False)
    expect(notes.locator("#points li")).to_have_count(3)
    expect(notes.locator("#outbox li")).to_have_count(0)
    assert room.meeting.texts_noted() == ["first", "second", "third"]


def test_a_reload_keeps_what_is_typed(notes: Page) -> None:
    notes.keyboard.press("Alt+2")
    notes.keyboard.type("not yet entered")
    notes.reload()
    expect(notes.locator("#line")).to_have_value("not yet entered")
    expect(notes.locator("#tags")).to_have_text("A2")
    notes.go_back()
    notes.go_forward()
    expect(notes.locator("#line")).to_have_value("not yet entered")


def test_two_tabs_write_without_harm(room: Site, notes: Page) -> None:
    other = notes.context.new_page()
    other.goto(room.links["notes-AB"])
    expect(other.locator("#name")).to_have_text("France")
    enter(other, "from the second")
    notes.bring_to_front()
    enter(notes, "from the first")
    expect(notes.locator("#points li")).to_have_count(2)
    expect(other.locator("#points li")).to_have_count(2)
    assert sorted(room.meeting.texts_noted()) == ["from the first", "from the second"]


def test_text_of_people_is_text_on_every_page(room: Site, notes: Page) -> None:
    said = "<img src=x onerror=alert(1)> {{7*7}} & <b>bold</b>"
    enter(notes, said)
    expect(notes.locator("#points li .text")).to_have_text(said)
    assert notes.locator("#points img, #points b").count() == 0


def test_on_an_upright_tablet_what_is_noted_has_most_of_the_page(notes: Page) -> None:
    notes.set_viewport_size({"width": 820, "height": 1180})
    left, aside = notes.locator("#left").bounding_box(), notes.locator("aside").bounding_box()
    assert left is not None and aside is not None
    assert left["width"] > 1.2 * aside["width"]


def test_nothing_is_cut_at_twice_the_size(room: Site, browser: Browser) -> None:
    room.meeting.do(*SPEAKING)
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page = context.new_page()
    page.goto(room.links["notes-AB"])
    expect(page.locator("#name")).to_have_text("France")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    box = page.locator("#line").bounding_box()
    assert box is not None and box["width"] > 300 and box["y"] + box["height"] <= 400
    context.close()


@pytest.mark.skipif(os.name != "posix", reason="a process is killed by a signal")
def test_a_server_killed_in_the_middle_loses_and_doubles_nothing(
    meeting: Meeting, page: Page
) -> None:
    meeting.do(*SPEAKING)
    with served_apart(meeting) as (first, process):
        page.goto(f"{first.links['notes-AB']}&lang=en")
        expect(page.locator("#name")).to_have_text("France")
        for n in range(6):
            enter(page, f"point {n}")
        page.keyboard.type("half a line")
        os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
        port = first.port
    page.keyboard.press("Enter")
    enter(page, "while nobody served")
    with served_apart(meeting, port=port):
        expect(page.locator("#points li")).to_have_count(8)
        expect(page.locator("#outbox li")).to_have_count(0)
        wanted = [f"point {n}" for n in range(6)] + ["half a line", "while nobody served"]
        assert meeting.texts_noted() == wanted
