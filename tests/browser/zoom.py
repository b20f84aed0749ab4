"""Larger text as people have it, and what must hold under it: nothing cut off, every control within reach."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import until

SIZES = (130, 150, 200)
"""Per cent of the usual text."""
PHONE = (390, 844)
FAULTS = Path(__file__).with_name("zoom.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """What cannot be read or reached on the page as it is, a line each."""
    return [str(line) for line in page.evaluate(FAULTS)]


def faults_at_every_size(page: Page) -> list[str]:
    """``faults`` on a phone at each size: the text alone made larger, and the whole page as the browser's zoom does."""
    found: list[str] = []
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    for size in SIZES:
        enlarge(page, size)
        found += [f"text at {size} %: {fault}" for fault in faults(page)]
    enlarge(page, 100)
    for size in SIZES:
        page.set_viewport_size({"width": PHONE[0] * 100 // size, "height": PHONE[1] * 100 // size})
        found += [f"page at {size} %: {fault}" for fault in faults(page)]
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    return found


def enlarge(page: Page, size: int) -> None:
    """The root's font size, to which a reader's own setting or style sheet comes down. 100: as it was."""
    page.evaluate(
        "size => size === 100 ? document.documentElement.style.removeProperty('font-size')"
        " : document.documentElement.style.setProperty('font-size', `${0.16 * size}px`, 'important')",
        size,
    )


def unfold(page: Page) -> None:
    """Opens all that folds, and waits until it stands still."""
    # What an expander holds comes after it was opened, and may fold itself.
    folded = "[...document.querySelectorAll('details')].filter(d => !d.open || d.style.height)"
    opened = (
        "d => d.closest('[data-testid=stExpander]') === d.parentElement"
        " ? d.open || d.querySelector('summary').click() : d.open = true"
    )
    until(page, f"!{folded}.map({opened}).length", seconds=60)
