"""A delegation's own page: it asks for the floor, sees where it stands, and nobody else's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.serving import Site


@pytest.fixture
def own(room: Site, page: Page) -> Page:
    page.on("dialog", lambda dialog: dialog.accept())
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{room.links['request-MEX']}&lang=en")
    expect(page.locator("#name")).to_have_text("Mexico")
    return page


def test_a_delegation_sees_its_place_its_turn_and_its_limit(own: Page) -> None:
    expect(own.locator("#own .stands")).to_contain_text("number 2 of 8 on the list · about ")
    expect(own.locator("#own .stands")).to_contain_text("limit 3:00")


def test_a_request_for_an_item_to_come_is_on_the_list_as_made_online(room: Site, own: Page) -> None:
    own.select_option("#choice", "5")
    own.fill("#about", "our <b>mandate</b> close item")
    own.click("#ask")
    expect(own.locator("#said")).to_contain_text("Inscribed")
    expect(own.locator("#own li")).to_have_count(2)
    expect(own.locator("#own")).to_contain_text("on the list of an item to come")
    event = room.meeting.entries()[-1].event
    assert (event.delegation, event.item, event.via) == ("MEX", "5", "online")  # type: ignore[attr-defined]
    assert event.about == "our <b>mandate</b> close item"  # type: ignore[attr-defined]


def test_asking_twice_is_refused_with_the_place(own: Page) -> None:
    own.select_option("#choice", "4")
    own.click("#ask")
    expect(own.locator("#said")).to_have_text("Mexico is already on the list, at place 2.")


def test_a_request_is_withdrawn_by_who_made_it(room: Site, own: Page) -> None:
    own.click("#own button")
    expect(own.locator("#own li")).to_have_count(0)
    event = room.meeting.entries()[-1].event
    assert event.name == "withdrawn"


def test_whose_turn_it_is_sees_the_clock(room: Site, own: Page) -> None:
    room.meeting.do("floor mex")
    expect(own.locator("#has_floor")).to_have_text("You have the floor")
    expect(own.locator("#digits")).to_contain_text("2:")


def test_what_is_asked_without_the_network_is_said_not_to_be_confirmed(own: Page) -> None:
    own.context.set_offline(True)
    expect(own.locator("#news")).to_contain_text("No connection since")
    own.select_option("#choice", "5")
    own.click("#ask")
    expect(own.locator("#said")).to_have_text(
        "Not confirmed: there is no connection. Check your requests when it is back."
    )
    own.context.set_offline(False)
    expect(own.locator("#news")).to_have_text("")
    expect(own.locator("#own li")).to_have_count(1)  # that made before


def test_a_closed_list_says_so_and_takes_no_request(room: Site, own: Page) -> None:
    room.meeting.do("close list")
    expect(own.locator("#list_closed")).to_have_text("The list on item 4 is closed.")
    assert "4" not in own.locator("#choice option").all_text_contents()[0].split()[:1]


def test_a_page_asks_for_nobody_but_its_own_delegation(room: Site, own: Page) -> None:
    japans = next(
        each.event.inscription  # type: ignore[attr-defined]
        for each in room.meeting.entries()
        if getattr(each.event, "delegation", "") == "JPN"
    )
    before = len(room.meeting.entries())
    own.evaluate(
        """async (asked) => { const page = await import('/static/page.js');
            page.send({ withdraw: asked }); page.send({ ask: '5', about: 7 });
            page.send({ enter: 1, page: 'aaaaaaaa', value: ':adjourn' }); page.send({ noted: 1 });
            await page.send({ ask: '6', about: '' }); }""",
        japans,
    )
    new = room.meeting.entries()[before:]
    assert [(each.event.name, each.event.item) for each in new] == [("inscribed", "6")]  # type: ignore[attr-defined]
