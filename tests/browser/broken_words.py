"""Japanese words that a line's end cuts in two, as the browser's own dictionary has them."""

from __future__ import annotations

from playwright.sync_api import Page

BROKEN = """() => {
  const found = [], words = new Intl.Segmenter('ja', {granularity: 'word'});
  const walk = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
  for (let node; node = walk.nextNode();) {
    const around = node.parentElement, range = document.createRange();
    if (['SCRIPT', 'STYLE'].includes(around.tagName) || !around.checkVisibility()) continue;
    for (const word of words.segment(node.data)) {
      if (!word.isWordLike || word.segment.length < 2) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word.segment.length);
      const lines = new Set([...range.getClientRects()].filter(one => one.width > 1).map(one => Math.round(one.top)));
      if (lines.size > 1) found.push(`${word.segment}: ${node.data.slice(0, 60)}`);
    }
  }
  return found;
}"""


def broken_words(page: Page) -> list[str]:
    """Each with the text in which it stands."""
    found: list[str] = page.evaluate(BROKEN)
    return found
