"""One campaign from the first start to the last deletion, in Chromium, on SQLite and on PostgreSQL."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page, expect
from sqlalchemy import select

from scoring import score_one
from store import Answer, Store, open_store, scores_of
from store.database.tables import metadata
from tests.browser.conftest import settle
from tests.browser.stored import go_to, the_sheet, token_of
from tests.chaos.running import Running
from tests.examples import in_proof
from tests.shipped import shipped_assessment
from tests.store import postgres

pytestmark = pytest.mark.browser
NAMES = [f"応募 {letter}子" for letter in "あいうえおかきくけこさしすせそたち"]
"""Seventeen people; with two malformed lines and one that comes twice the list has twenty."""
LIST = "\n".join(
    [
        *(f"{name}, p{number}@example.jp" for number, name in enumerate(NAMES, 1)),
        "だれか, p18＠＠example",
        "別の方, p19@",
        "応募 あ子, p1@example.jp",
    ]
)
PASSWORD = re.compile(r"[a-z0-9]{5}(?:-[a-z0-9]{5}){3}")
CAMPAIGN_TABLES = ("campaigns", "members", "invitations", "participations", "shares", "audit", "campaign_keys")


@pytest.fixture(params=[in_proof("sqlite"), "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/fit.db"
        return
    cluster = postgres.Cluster()
    try:
        cluster.start()
        yield cluster.url
    finally:
        cluster.remove()


def phone(chromium: Browser) -> BrowserContext:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP")
    context.set_default_timeout(60_000)
    return context


def signed_in(chromium: Browser, site: Running) -> Page:
    """The organiser with the password that the first start printed."""
    (password,) = set(PASSWORD.findall(site.printed()))
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="ja-JP", accept_downloads=True)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(f"{site.address}/sign-in")
    page.locator("input[name=name]").fill("organiser")
    page.locator("input[type=password]").fill(password)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/organise**")
    settle(page)
    return page


def makes_a_campaign(page: Page) -> str:
    page.locator(".st-key-make button").click()
    page.wait_for_url("**/new-campaign**")
    settle(page)
    for label, text in {
        "案内の名前": "春の採用",
        "差出人": "青空商事 人事部",
        "目的": "面接で、あなたの経験を伺うきっかけにします。選考の合否には使いません。",
        "問い合わせ先": "人事部 jinji@example.jp",
    }.items():
        page.get_by_label(label, exact=True).locator("visible=true").first.fill(text)
    page.locator(".st-key-save button").click()
    page.wait_for_url("**/campaign?**")
    settle(page)
    found = re.search(r"id=([0-9a-f]{32})", page.url)
    assert found is not None
    return found[1]


def invites(page: Page, site: str, campaign: str) -> list[str]:
    """Seventeen of twenty lines; the links, as the list for the mail merge brings them."""
    go_to(page, f"{site}/campaign?id={campaign}&part=people")
    page.locator(".st-key-field_paste textarea").fill(LIST)
    page.locator(".st-key-check button").click()
    expect(page.locator(".fit-lines li")).to_have_count(3)
    page.get_by_role("button", name=re.compile("17人を招待する")).click()
    expect(page.get_by_text("17人分の招待リンクができました").first).to_be_visible()
    with page.expect_download() as taken:
        page.locator(".st-key-take_letters_csv button").click()
    text = read(taken.value).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    links = [cell for row in rows for cell in row if re.fullmatch(r"http://\S+/c#[0-9a-z]{26}", cell)]
    assert len(links) == len(NAMES)
    return links


def read(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def begins(chromium: Browser, link: str) -> Page:
    page = phone(chromium).new_page()
    page.goto(link)
    expect(page.get_by_text("青空商事 人事部").first).to_be_visible()
    page.locator('form[action="/c/begin"] button').click()
    page.wait_for_url("**/assessment**")
    settle(page)
    return page


def finishes(store: Store, page: Page, site: str, seed: int) -> None:
    """Answers everything, by the store's own way, and sees the own result."""
    assessment = shipped_assessment()
    token = token_of(page.context)
    sheet = the_sheet(store, token)
    codes: dict[str, int | str] = {}
    for place, question in enumerate(assessment.form_questions(sheet.form)):
        found = assessment.scenario.get(question)
        codes[question] = 1 + (place * seed) % 5 if found is None else found.options[seed % len(found.options)].id
    moment = store.now()
    store.sheets.save(
        token, [Answer(question, code, moment, seq) for seq, (question, code) in enumerate(codes.items())]
    )
    result = score_one(assessment, sheet.form, codes, ())
    store.sheets.finish(token, scores_of(result))
    go_to(page, f"{site}/result")
    expect(page.locator(".fit-verdict").first).to_be_visible()


def shares(page: Page, site: str, level: str, name: str = "") -> None:
    go_to(page, f"{site}/share")
    page.locator("[data-testid=stRadioOption]").filter(has_text=level).first.click()
    page.locator(".fit-preview").first.wait_for()
    if name:
        page.get_by_text("名前を載せる").click()
        page.get_by_label("名前", exact=True).fill(name)
        page.get_by_label("名前", exact=True).press("Tab")
        expect(page.locator(".fit-preview")).to_contain_text(name)
    page.locator("[class*=st-key-confirm_] button").click()
    expect(
        page.get_by_text("何も共有していません" if level == "何も共有しない" else "共有しています").first
    ).to_be_visible()


def exports(page: Page, campaign: str, form: str) -> bytes:
    button = page.locator(f'form[action="/export"]:has(input[value="{form}"]):has(input[value="{campaign}"]) button')
    with page.expect_download() as taken:
        button.first.click()
    return read(taken.value)


def rows_of(store: Store) -> dict[str, int]:
    with store.engine.connect() as connection:
        return {name: len(connection.execute(select(table)).all()) for name, table in metadata.tables.items()}


def dumped(store: Store) -> str:
    with store.engine.connect() as connection:
        return json.dumps(
            [
                [str(cell) for cell in row]
                for table in metadata.tables.values()
                for row in connection.execute(select(table))
            ]
        )


def test_from_the_first_start_to_the_last_deletion(database: str, chromium: Browser, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", database) as running, closing(open_store(database)) as store:
        site = running.address
        page = signed_in(chromium, running)
        campaign = makes_a_campaign(page)
        links = invites(page, site, campaign)

        candidates = [begins(chromium, link) for link in links[:5]]
        for number, one in enumerate(candidates, 1):
            finishes(store, one, site, number)
        declines, unnamed, first, second, withdraws = candidates
        shares(declines, site, "何も共有しない")
        shares(unnamed, site, "面接ガイド（得点なし）")
        shares(first, site, "面接ガイドと適合度、特性の得点", "応募 う子")
        shares(second, site, "面接ガイドと適合度、特性の得点", "応募 え子")
        shares(withdraws, site, "面接ガイドと、職種との適合度", "応募 お子")
        withdraws.get_by_role("button", name="共有を取り消す").click()
        expect(withdraws.get_by_text("取り消しました").first).to_be_visible()
        # The link leads the same person back, on the same device.
        second.goto(links[3])
        expect(second.get_by_text("青空商事 人事部").first).to_be_visible()

        go_to(page, f"{site}/campaign?id={campaign}&part=shared")
        table = page.locator("table.fit-shares")
        expect(table.locator("tbody tr")).to_have_count(3)
        expect(table).to_contain_text("応募 う子")
        expect(table).not_to_contain_text("応募 お子")
        data = json.loads(exports(page, campaign, "json"))
        assert "応募 お子" not in json.dumps(data, ensure_ascii=False)
        assert exports(page, campaign, "guides").startswith(b"%PDF")
        assert zipfile.ZipFile(io.BytesIO(exports(page, campaign, "xlsx"))).testzip() is None

        ids = [share.id for share in store_shares(store, campaign)]
        named = [one for one in ids if one]
        go_to(page, f"{site}/side-by-side?id={campaign}&share={','.join(named[:2])}")
        expect(page.locator("h1").first).to_be_visible()
        expect(page.get_by_text("違い").first).to_be_visible()

        go_to(page, f"{site}/campaign?id={campaign}&part=settings")
        page.locator(".st-key-delete_campaign button").first.click()
        page.locator(".st-key-delete_for_good button").click()
        page.wait_for_url("**/organise**")
        settle(page)

        left = rows_of(store)
        assert {name: left[name] for name in CAMPAIGN_TABLES} == dict.fromkeys(CAMPAIGN_TABLES, 0)
        everything = dumped(store)
        assert campaign not in everything
        assert [name for name in NAMES if name in everything or json.dumps(name)[1:-1] in everything] == []
        assert "青空商事" not in everything.encode().decode("unicode_escape")
        for one in (page, *candidates):
            one.context.close()
    assert "Traceback" not in running.printed()


def store_shares(store: Store, campaign: str):  # type: ignore[no-untyped-def]
    """Straight from the table, by time: the test's own look."""
    from store.database.campaign_tables import shares as table

    with store.engine.connect() as connection:
        found = select(table).where(table.c.campaign == campaign, table.c.level == "traits").order_by(table.c.shared)
        return connection.execute(found).all()
