"""A phone's first screen holds the verdict, the roles and the next step; a chapter's link brings it into view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from scoring import score_one
from tests.browser.conftest import Visit, settle, sideways
from tests.examples import in_proof
from tests.shipped import shipped_assessment, shipped_content

pytestmark = pytest.mark.browser
WIDTH, HEIGHT = 390, 844
SAMPLES = ("planner", "expert", "brisk")
CLOSE = "brisk"
CHAPTERS = ("result", "reasons", "liking", "use", "details")
SEEN = """selector => [...document.querySelectorAll(selector)].map(one => {
  const box = one.getBoundingClientRect();
  return [box.top, box.bottom, box.left, box.right];
})"""


def inside(page: Page, selector: str, count: int) -> None:
    """All of ``count`` elements lie within the screen, without scrolling."""
    boxes = page.evaluate(SEEN, selector)
    assert len(boxes) == count, selector
    for top, bottom, left, right in boxes:
        assert 0 <= top < bottom <= HEIGHT, (selector, top, bottom)
        assert 0 <= left < right <= WIDTH, (selector, left, right)


def inside_the_width(page: Page, selector: str) -> None:
    boxes = page.evaluate(SEEN, selector)
    assert boxes, selector
    assert min(left for _, _, left, _ in boxes) >= 0, selector
    assert max(right for _, _, _, right in boxes) <= WIDTH, selector


@pytest.mark.parametrize(
    ("sample", "language"),
    [
        *zip(SAMPLES, ("ja", "en", "ja"), strict=True),
        *(in_proof(sample, other) for sample, other in zip(SAMPLES, ("en", "ja", "en"), strict=True)),
    ],
)
def test_verdict_roles_and_next_step_need_no_scrolling(site: str, look: Visit, sample: str, language: str) -> None:
    page = look(f"{site}/result?sample={sample}&lang={language}", width=WIDTH, height=HEIGHT)
    page.wait_for_selector(".fit-chapters")
    settle(page)
    inside(page, ".fit-verdict h1", 1)
    inside(page, ".fit-verdict .fit-bars > li", 3)
    inside(page, ".st-key-next_step a", 1)
    assert sideways(page) <= 0
    inside_the_width(page, ".fit-chapters a")


def test_one_of_the_samples_is_close() -> None:
    """So that the first screen of a close result, which says most, is among those measured."""
    held = shipped_assessment()
    samples = {one.id: one for one in shipped_content().samples}
    assert set(samples) == set(SAMPLES)
    assert score_one(held, samples[CLOSE].form, dict(samples[CLOSE].answers)).verdict.kind == "close"


@pytest.mark.parametrize("language", ["ja", in_proof("en")])
def test_a_thumb_reaches_each_chapter(site: str, look: Visit, language: str) -> None:
    page = look(f"{site}/result?sample={CLOSE}&lang={language}", width=WIDTH, height=HEIGHT)
    page.wait_for_selector(".fit-chapters")
    page.emulate_media(reduced_motion="reduce")
    settle(page)
    for chapter in reversed(CHAPTERS):
        page.locator(f'.fit-chapters a[href="#chapter-{chapter}"]').click()
        page.wait_for_function(
            """name => {
              const box = document.getElementById(`chapter-${name}`).querySelector("h2").getBoundingClientRect();
              const row = document.querySelector(".fit-chapters").getBoundingClientRect();
              return box.top >= row.bottom && box.bottom <= innerHeight && row.top >= 0 && row.bottom < 80;
            }""",
            arg=chapter,
            timeout=5000,
        )
    assert f"sample={CLOSE}" in page.url
