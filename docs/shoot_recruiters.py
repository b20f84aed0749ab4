"""Takes the pictures of docs/recruiters.md anew: ``.venv/bin/python docs/shoot_recruiters.py``.

Starts a site of its own with an empty store, goes the guide's way as an organiser and as candidates, and pictures each
state that the guide shows. Needs the packages of requirements-dev.txt and Chromium; takes about two minutes.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.page_pictures import take  # noqa: E402
from store import open_store  # noqa: E402
from tests.browser.conftest import settle  # noqa: E402
from tests.browser.stored import go_to  # noqa: E402
from tests.browser.test_campaign_story import finishes, shares  # noqa: E402
from tests.chaos.running import Running  # noqa: E402
from tests.conftest import FLAGS  # noqa: E402

OUT = ROOT / "docs" / "pictures" / "recruiters"
PASSWORD = "a-password-of-the-pictures"
DESKTOP = {"width": 1000, "height": 860}
PHONE = {"width": 390, "height": 760}
PEOPLE = """氏名,メールアドレス,管理番号
山田 花子,hanako@example.jp,A-01
佐藤 健,ken@example.jp,A-02
鈴木 みどり,midori@@example.jp,A-03
高橋 一郎,ichiro@example.jp,A-04
田中 さくら,sakura@example.jp,A-05
山田 花子,hanako@example.jp,A-01
"""
TEXTS = {
    "案内の名前": "2027年春 カスタマーサポート職",
    "差出人": "青空商事 人事部",
    "目的": (
        "共有された面接ガイドを、一次面接の担当者2名が読み、ご本人と話し合う質問を選ぶために使います。"
        "書類選考と面接の合否の判断には使いません。"
    ),
    "問い合わせ先": "人事部 佐藤 jinji@example.jp",
}
SHARED = (
    ("面接ガイド（得点なし）", "山田 花子"),
    ("面接ガイドと、職種との適合度", "佐藤 健"),
    ("面接ガイドと適合度、特性の得点", "高橋 一郎"),
)
GROUPS = "グループ\t次に進んだ\n" + "\n".join(
    f"{group}\t{'はい' if number < went_on else 'いいえ'}"
    for group, went_on, n in (("A", 20, 40), ("B", 15, 40), ("C", 3, 12))
    for number in range(n)
)


def picture(page: Page, name: str, at: str = "") -> None:
    take(page, OUT / f"{name}.png", at)


def context(browser: Browser, size: dict[str, int]) -> BrowserContext:
    made = browser.new_context(viewport=size, locale="ja-JP", accept_downloads=True)  # type: ignore[arg-type]
    made.set_default_timeout(30_000)
    return made


def signs_in(page: Page, site: str) -> None:
    page.goto(f"{site}/sign-in")
    picture(page, "01-sign-in")
    page.locator("input[name=name]").fill("organiser")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/organise**")
    settle(page)
    picture(page, "02-no-campaign-yet")


def makes_a_campaign(page: Page) -> str:
    page.locator(".st-key-make button").click()
    page.wait_for_url("**/new-campaign**")
    settle(page)
    for label, text in TEXTS.items():
        page.get_by_label(label, exact=True).first.fill(text)
    page.keyboard.press("Tab")
    picture(page, "03-new-campaign")
    page.locator(".st-key-save button").click()
    page.wait_for_url("**/campaign?**")
    settle(page)
    found = re.search(r"id=([0-9a-f]{32})", page.url)
    assert found is not None
    return found[1]


def invites(page: Page, site: str, campaign: str) -> None:
    go_to(page, f"{site}/campaign?id={campaign}&part=people")
    page.locator(".st-key-field_paste textarea").fill(PEOPLE)
    page.locator(".st-key-check button").click()
    page.locator(".fit-lines li").first.wait_for()
    picture(page, "04-list-checked", ".st-key-field_paste")
    page.locator(".st-key-invite button").click()
    page.get_by_text("人分の招待リンクができました").first.wait_for()
    picture(page, "05-links", ".st-key-letter_files")


def takes_part(browser: Browser, link: str, pictured: bool) -> Page:
    page = context(browser, PHONE).new_page()
    page.goto(link)
    page.locator('form[action="/c/begin"] button').wait_for()
    if pictured:
        picture(page, "06-candidate-is-asked")
    page.locator('form[action="/c/begin"] button').click()
    page.wait_for_url("**/assessment**")
    settle(page)
    return page


def shoot(browser: Browser, running: Running, database: str) -> None:
    site = running.address
    page = context(browser, DESKTOP).new_page()
    signs_in(page, site)
    campaign = makes_a_campaign(page)
    invites(page, site, campaign)
    with closing(open_store(database)) as store:
        organiser = page.context.cookies(site)
        secrets = [one["value"] for one in organiser if one["name"] == "fit_organiser"]
        links = links_of(store, secrets[0], campaign, site)
        for number, (link, (level, name)) in enumerate(zip(links, SHARED, strict=False), 1):
            candidate = takes_part(browser, link, number == 1)
            finishes(store, candidate, site, number)
            if number == 1:
                go_to(candidate, f"{site}/share")
                candidate.locator(".fit-preview").first.wait_for()
                picture(candidate, "07-candidate-chooses", "[data-testid=stRadio]")
            shares(candidate, site, level, name)
    go_to(page, f"{site}/campaign?id={campaign}")
    picture(page, "08-overview")
    go_to(page, f"{site}/campaign?id={campaign}&part=shared")
    page.locator("table.fit-shares").wait_for()
    picture(page, "09-shared")
    shares_of = [link.get_attribute("href") or "" for link in page.locator("a[href*='candidate?']").all()]
    ids = list(dict.fromkeys(re.findall(r"share=([0-9a-f]{32})", " ".join(shares_of))))
    go_to(page, f"{site}/candidate?share={ids[-1]}")
    picture(page, "10-candidate")
    go_to(page, f"{site}/side-by-side?id={campaign}&share={','.join(ids[:2])}")
    picture(page, "11-side-by-side")
    go_to(page, f"{site}/campaign?id={campaign}&part=settings")
    page.locator(".st-key-field_key_label input").fill("採用管理システム")
    page.locator(".st-key-make_key_go button").click()
    page.locator(".st-key-made_key").wait_for()
    picture(page, "12-key", ".st-key-made_key")
    go_to(page, f"{site}/fair")
    picture(page, "13-hiring-fairly")
    go_to(page, f"{site}/impact")
    page.locator(".st-key-field_impact_paste textarea").fill(GROUPS)
    page.locator(".st-key-impact_read button").click()
    page.locator(".fit-statements").wait_for()
    picture(page, "14-rates-by-group", "section.fit-section:has(.fit-table)")
    go_to(page, f"{site}/campaign?id={campaign}&part=settings")
    page.locator(".st-key-delete_campaign button").first.click()
    page.locator(".st-key-delete_for_good button").click()
    page.wait_for_url("**/organise**")
    settle(page)
    picture(page, "15-deleted")


def links_of(store: object, secret: str, campaign: str, site: str) -> list[str]:
    from store import Store, Token

    assert isinstance(store, Store)
    return [f"{site}/c#{one.secret}" for one in store.invitations.all(Token(secret), campaign)]


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        database = f"sqlite:///{folder}/fit.db"
        settings = {"FIT_ORGANISER_PASSWORD": PASSWORD, "FIT_TIME_ZONE": "Asia/Tokyo"}
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(FLAGS)
        )
        with Running(Path(folder) / "site.log", database, **settings) as running:
            shoot(browser, running, database)
        browser.close()


if __name__ == "__main__":
    main()
