"""What an organiser reads, in Chromium: within the screen at any text size, by keyboard, on paper, as a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from store import open_store
from tests.browser.conftest import running_site, shown, sideways, violations, watched
from tests.browser.zoom import faults_at_every_size, unfold
from tests.examples import in_proof
from tests.views.organising.seeded import SPOKEN, Person, campaign, four_levels, organiser, result_of, share_all

pytestmark = pytest.mark.browser
JA = SPOKEN["ja"]
PAGES = ("table", "candidate", "together", "team")


@dataclass(frozen=True)
class World:
    """A site, an organiser's cookie, a campaign of theirs and its shares, the first that was shared first."""

    site: str
    cookie: str
    campaign: str
    shares: tuple[str, ...]

    @property
    def pages(self) -> dict[str, str]:
        together = ",".join(self.shares[-3:])
        return {
            "table": f"campaign?id={self.campaign}&part=shared",
            "candidate": f"candidate?share={self.shares[3]}",
            "together": f"side-by-side?id={self.campaign}&share={together}",
            "team": f"team?id={self.campaign}",
        }


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("reading")
    url = f"sqlite:///{folder}/fit.db"
    with running_site(folder / "site.log", DATABASE_URL=url) as address:
        with closing(open_store(url)) as store:
            who = organiser(store)
            asked = campaign(store, who)
            others = [
                Person("traits", result_of(sample), sample) for sample in ("planner", "expert", "brisk", "planner")
            ]
            shares = share_all(store, asked, [*four_levels(), *others])
        yield World(address, who.secret, asked.id, tuple(share.id for share in shares))
        assert "Traceback" not in (folder / "site.log").read_text(encoding="utf-8")


@pytest.fixture
def page(chromium: Browser, world: World) -> Iterator[Page]:
    context = chromium.new_context(locale="ja-JP", accept_downloads=True)
    context.add_cookies([{"name": "fit_organiser", "value": world.cookie, "url": world.site}])
    errors: list[str] = []
    yield watched(context, errors)
    context.close()
    assert errors == []


def look(page: Page, world: World, name: str, *, width: int, dark: bool = False, language: str = "ja") -> Page:
    found = shown(page, f"{world.site}/{world.pages[name]}&lang={language}", width=width, height=844, dark=dark)
    expect(found.get_by_text(SPOKEN[language]("texts.no_gate"))).to_be_visible()
    return found


@pytest.mark.parametrize(
    ("name", "language", "dark", "width"),
    [
        *((name, "ja", False, 390) for name in PAGES),
        *((name, "en", True, 1280) for name in PAGES),
        *(in_proof(name, "en", False, 320) for name in PAGES),
        *(in_proof(name, "ja", True, 1280) for name in PAGES),
    ],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    page: Page, world: World, name: str, language: str, dark: bool, width: int
) -> None:
    look(page, world, name, width=width, dark=dark, language=language)
    unfold(page)
    assert violations(page) == []
    assert sideways(page) <= 0
    if width == 390:
        assert faults_at_every_size(page) == []


def test_two_are_chosen_and_put_side_by_side_by_keyboard(page: Page, world: World) -> None:
    look(page, world, "table", width=1280)
    for name in ("Kim", "田中 一郎"):
        page.get_by_role("checkbox", name=JA("reading.table.choose", name=name)).focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name=JA("reading.table.go")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=JA("reading.together.title"))).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="A 田中 一郎")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="B Kim")).to_be_visible()
    page.get_by_role("link", name=JA("reading.together.back")).click()
    expect(page.get_by_role("checkbox", name=JA("reading.table.choose", name="Kim"))).to_be_checked()


def test_on_paper_stands_the_guide_and_no_score(page: Page, world: World) -> None:
    look(page, world, "candidate", width=1280)
    scores = page.locator(".st-key-picture_shared")
    expect(scores).to_be_visible()
    page.emulate_media(media="print")
    expect(scores).to_be_hidden()
    expect(page.get_by_text(JA("texts.no_gate"))).to_be_visible()
    expect(page.get_by_role("heading", level=2, name=JA("guide.title"))).to_be_visible()
    expect(page.locator(".fit-guide .fit-paper-lines").first).to_be_visible()
    expect(page.locator(".fit-guide")).not_to_contain_text("80%")
    for number in page.locator(".fit-bars-value").all():
        expect(number).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "label", "ending"), [("table", "reading.files.xlsx", ".xlsx"), ("candidate", "reading.one.pdf", ".pdf")]
)
def test_a_button_gives_the_file_and_the_page_stays(
    page: Page, world: World, tmp_path: Path, name: str, label: str, ending: str
) -> None:
    look(page, world, name, width=390)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=JA(label)).click()
    file = waiting.value
    assert file.suggested_filename.endswith(ending)
    target = tmp_path / "file"
    file.save_as(target)
    assert target.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")
    expect(page.get_by_text(JA("texts.no_gate"))).to_be_visible()
