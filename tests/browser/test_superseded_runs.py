"""A run that a quicker hand supersedes takes what it drew last with it: fields still begin as they were meant to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import Visit, settle
from tests.browser.test_door import PASSWORD, sign_in
from tests.chaos.running import Running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("superseded")
    with Running(folder / "log", f"sqlite:///{folder}/fit.db", FIT_ORGANISER_PASSWORD=PASSWORD) as running:
        yield running.address


def lose_first_fields(page: Page, *kinds: str) -> list[str]:
    """Keeps from the browser what a first run draws of these kinds, as where the next run begins before it is sent."""
    lost: list[str] = []

    def route(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        runs = [0]

        def deliver(message: str | bytes) -> None:
            told = ForwardMsg.FromString(message if isinstance(message, bytes) else message.encode())
            runs[0] += told.WhichOneof("type") == "new_session"
            kind = told.delta.new_element.WhichOneof("type") if told.WhichOneof("type") == "delta" else None
            if kind in kinds and runs[0] == 1:
                lost.append(str(kind))
            else:
                socket.send(message)

        server.on_message(deliver)

    page.route_web_socket(re.compile("/_stcore/stream"), route)
    return lost


def signed_in(site: str, visit: Visit) -> Page:
    page = visit(f"{site}/organise", width=1280)
    page.goto(f"{site}/sign-in")
    sign_in(page, PASSWORD)
    page.wait_for_url("**/organise**")
    settle(page)
    return page


def field(page: Page, name: str) -> Locator:
    return page.get_by_label(name, exact=True).locator("visible=true").first


def test_a_new_campaign_keeps_its_greatest_number_and_its_days(site: str, visit: Visit) -> None:
    page = signed_in(site, visit)
    lost = lose_first_fields(page, "number_input", "date_input", "time_input")
    page.goto(f"{site}/new-campaign")
    settle(page)
    field(page, "案内の名前").fill("春の採用")
    page.keyboard.press("Tab")
    expect(field(page, "人数の上限")).to_have_value("1000")
    expect(page.locator("[data-testid=stNumberInputField]").first).to_have_value("180")
    assert set(lost) == {"number_input", "date_input", "time_input"}


def test_a_list_is_checked_by_the_tap_that_ends_the_typing(site: str, visit: Visit) -> None:
    page = signed_in(site, visit)
    page.goto(f"{site}/campaign?id={makes_a_campaign(page, site)}&part=people")
    settle(page)
    area, check = page.locator(".st-key-field_paste textarea"), page.locator(".st-key-check button")
    area.press_sequentially("佐藤, sato@example.jp")
    check.click()
    expect(page.get_by_role("button", name=re.compile("^1人を招待する"))).to_be_visible()
    area.press("Control+End")
    area.press_sequentially("\n鈴木, suzuki@example.jp")
    check.click()
    expect(page.get_by_role("button", name=re.compile("^2人を招待する"))).to_be_visible()
    area.press_sequentially("\n高橋")
    area.blur()
    expect(page.locator(".st-key-take_list button")).to_have_count(0)


def makes_a_campaign(page: Page, site: str) -> str:
    page.goto(f"{site}/new-campaign")
    settle(page)
    for label, text in {
        "案内の名前": "夏の採用",
        "差出人": "青空商事 人事部",
        "目的": "面接で、あなたの経験を伺うきっかけにします。選考の合否には使いません。",
        "問い合わせ先": "人事部 jinji@example.jp",
    }.items():
        field(page, label).fill(text)
    page.locator(".st-key-save button").click()
    page.wait_for_url("**/campaign?**")
    settle(page)
    found = re.search(r"id=([0-9a-f]{32})", page.url)
    assert found is not None
    return found[1]
