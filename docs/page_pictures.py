"""A picture of a page as the guides show it; for shoot_recruiters.py and shoot_trainers.py."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page


def take(page: Page, file: Path, at: str = "") -> None:
    """``at``: what the picture begins with, else the head of the page."""
    page.wait_for_timeout(700)
    if at:
        # A little above it, so that it does not stick to the picture's edge.
        page.locator(at).first.evaluate(
            "one => { const box = document.querySelector('[data-testid=stMain]');"
            "box.scrollTop += one.getBoundingClientRect().top - 20 }"
        )
    else:
        page.evaluate("(document.querySelector('[data-testid=stMain]') ?? document.documentElement).scrollTo(0, 0)")
    page.wait_for_timeout(400)
    page.screenshot(path=file)
    print(file.stem)
