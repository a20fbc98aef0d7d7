"""The room's screen in a real browser: what happens in the meeting is on it, the clock is right."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Page, expect

from tests.web.serving import Meeting, Site, served

LONGEST = "The Network of Parliamentarians for Transparency in Transfers"


def test_each_act_of_the_floor_is_on_the_rooms_screen(room: Site, page: Page) -> None:
    page.goto(f"{room.links['display']}&lang=en")
    expect(page.locator("#who")).to_have_text("Nobody has the floor")
    expect(page.locator("#next li")).to_have_count(5)
    expect(page.locator("#more")).to_have_text("and 3 more")

    room.meeting.do("next")
    expect(page.locator("#who")).to_have_text("France")
    expect(page.locator("#capacity")).to_contain_text("on behalf of the European Union")
    expect(page.locator("#word")).to_have_text("ON TIME")
    room.meeting.do("pause")
    expect(page.locator("#word")).to_have_text("CLOCK STOPPED")
    room.meeting.do("order jam")
    expect(page.locator("#who")).to_have_text("Jamaica")
    expect(page.locator("#word")).to_have_text("POINT OF ORDER")
    expect(page.locator("#capacity")).to_have_text("France is waiting")
    room.meeting.do("ruling dismissed", "yield", "close list")
    expect(page.locator("#more")).to_have_text("and 2 more · The list is closed")
    room.meeting.do("suspend")
    expect(page.locator("#who")).to_have_text("Suspended")
    expect(page.locator("#clock")).to_be_hidden()


def test_an_act_is_on_the_screen_in_a_moment(room: Site, page: Page) -> None:
    page.goto(room.links["display"])
    expect(page.locator("#who")).to_contain_text("Nobody has the floor")
    page.evaluate(
        """() => { let count = 0; const body = document.body.dataset;
        new MutationObserver(() => { body.at = Date.now(); count += 1; body.changes = count; })
            .observe(document.querySelector('#who'), { childList: true }); }"""
    )
    for n, line in enumerate(("floor mex", "yield", "floor jpn", "yield", "floor zaf"), 1):
        room.meeting.do(line)
        on_disk = time.time()
        expect(page.locator("body")).to_have_attribute("data-changes", str(n))
        assert int(page.evaluate("document.body.dataset.at")) / 1000 - on_disk < 2.0


def test_the_clock_is_right_whatever_the_browsers_own_says(room: Site, page: Page) -> None:
    page.add_init_script(
        "Date.now = () => 0; const R = Date; window.Date = class extends R {"
        " constructor(...a) { a.length ? super(...a) : super(0); } };"
    )
    page.goto(room.links["display"])
    room.meeting.do("next")
    expect(page.locator("#digits")).to_have_text(re.compile(r"\d:\d\d"))
    turn = room.meeting.entries()[-1]
    state = page.evaluate("document.querySelector('#time').textContent")
    assert re.fullmatch(r"\d\d:\d\d:\d\d", state)
    digits = str(page.locator("#digits").text_content())
    minutes, seconds = map(int, digits.split(":"))
    # The speaker began some moments ago, with five minutes.
    assert turn.event.name == "floor_given"
    assert 290 <= minutes * 60 + seconds <= 300


SIZES = ((1280, 720), (1024, 768), (1920, 1080), (3840, 2160))
BOXES = """() => Object.fromEntries(['who', 'capacity', 'clock', 'next', 'more', 'sitting']
    .map((id) => { const box = document.querySelector(`#${id}`).getBoundingClientRect();
        return [id, [box.left, box.top, box.right, box.bottom]]; }))"""


def test_nothing_of_the_rooms_screen_is_cut_covered_or_scrolled(room: Site, page: Page) -> None:
    others = [f'"{LONGEST} and {n}"' for n in range(7)]
    room.meeting.do(f'inscribe "{LONGEST}"', *(f"inscribe {each}" for each in others))
    room.meeting.do(f'floor "{LONGEST}"', *(f"move {each} 1" for each in others))
    page.goto(f"{room.links['display']}&lang=both")
    expect(page.locator("#next .first").first).to_contain_text(LONGEST)
    expect(page.locator("#next .second")).to_have_count(0)  # a name without another is there once
    expect(page.locator("#digits")).to_have_text(re.compile(r"\d:\d\d"))
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        shown = page.evaluate(BOXES)
        for name, (left, top, right, bottom) in shown.items():
            assert left >= 0 and top >= 0 and right <= width + 1 and bottom <= height + 1, name
        assert shown["who"][3] <= shown["capacity"][1] + 1
        assert shown["capacity"][3] <= shown["clock"][1] + 1
        assert shown["more"][3] <= shown["sitting"][1] + 1
        assert page.evaluate("document.documentElement.scrollHeight") <= height


def test_in_a_break_the_room_is_told_when_it_goes_on(room: Site, page: Page) -> None:
    room.meeting.do("suspend")
    page.goto(f"{room.links['display']}&lang=en")
    expect(page.locator("#who")).to_have_text("Suspended")
    expect(page.locator("#capacity")).to_have_text(re.compile(r"Suspended since \d\d:\d\d"))
    expect(page.locator("#sitting")).to_have_text("")


def test_both_languages_stand_on_the_rooms_screen_or_one(room: Site, page: Page) -> None:
    room.meeting.do("floor mex")
    page.goto(room.links["display"])
    expect(page.locator("#who .first")).to_have_text("Mexico")
    expect(page.locator("#who .second")).to_have_text("墨西哥")
    page.goto(f"{room.links['display']}&lang=zh")
    expect(page.locator("#who")).to_have_text("墨西哥")
    page.click("#language")
    expect(page.locator("#who")).to_have_text("Mexico墨西哥")
    page.click("#theme")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_without_the_network_the_clock_goes_on_and_says_since_when(
    meeting: Meeting, page: Page
) -> None:
    meeting.do("next")
    with served(meeting) as first:
        page.goto(f"{first.links['display']}&lang=en")
        expect(page.locator("#digits")).to_have_text(re.compile(r"\d:\d\d"))
        port, before = first.port, page.locator("#digits").text_content()
    expect(page.locator("#news")).to_have_text(re.compile(r"No connection since \d\d:\d\d:\d\d"))
    assert page.locator("#digits").text_content() != before
    meeting.do("yield")
    with served(meeting, port=port):
        expect(page.locator("#who")).to_have_text("Nobody has the floor")
        expect(page.locator("#news")).to_have_text("")


def test_what_the_room_sees_holds_nothing_of_the_notes(room: Site, page: Page) -> None:
    sent: list[str] = []
    page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda text: sent.append(str(text)))
    )
    room.meeting.do("next", "note a1 /internal a private remark")
    page.goto(room.links["display"])
    expect(page.locator("#who")).to_contain_text("France")
    room.meeting.do("note a2 another remark")
    expect(page.locator("#who")).to_contain_text("France")
    assert "looks" in "".join(sent)
    assert "remark" not in "".join(sent)
    assert "limit_fit" not in "".join(sent)
