"""Geometry in Chromium: no two texts of a figure overlap, and none is cut at its edge, at the width of a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from plotly.offline import get_plotlyjs

from catalog.content.words import Words
from charts.screen.picture import CONFIG
from charts.screen.pictures import p_best, radar, traits, verdict_differences, verdict_levels, why
from tests.charts.cases import cases
from tests.examples import in_proof

pytestmark = pytest.mark.browser

MEASURE = """() => Array.from(document.querySelectorAll('.js-plotly-plot')).map(plot => {
  const frame = plot.getBoundingClientRect();
  const wanted = '.angularaxistick text, .ytick text, .annotation-text, .legendtext, .bartext';
  const texts = Array.from(plot.querySelectorAll(wanted)).filter(t => t.textContent.trim()).map(t => {
    const box = t.getBoundingClientRect();
    return {text: t.textContent, l: box.left, r: box.right, t: box.top, b: box.bottom};
  });
  return {frame: {l: frame.left, r: frame.right, t: frame.top, b: frame.bottom}, texts};
})"""


@pytest.mark.parametrize("width", [288, in_proof(320), 390])
def test_no_text_overlaps_or_is_cut(made: Any, words: Words, chromium: Any, width: int, tmp_path: Path) -> None:
    parts = []
    for assessment, result in cases(made):
        role = assessment.roles[0].id
        shape = radar(result, assessment, words, role, "light")
        assert (shape is None) == (len(assessment.traits) > 14)
        for picture in (
            verdict_levels(result, assessment, words, "light"),
            verdict_differences(result, assessment, words, "light"),
            p_best(result, assessment, words, "light"),
            traits(result, assessment, words, "light"),
            *(() if shape is None else (shape,)),
            why(result, assessment, words, role, "light"),
        ):
            assert picture is not None
            figure = go.Figure(picture.figure)
            parts.append(figure.to_html(include_plotlyjs=False, full_html=False, config=dict(CONFIG)))
    page_file = tmp_path / "figures.html"
    head = f'<meta charset="utf-8"><style>body{{margin:0}}</style><script>{get_plotlyjs()}</script>'
    page_file.write_text(f"<!doctype html><html><head>{head}</head><body>{''.join(parts)}</body></html>", "utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 800})
    try:
        page.goto(page_file.as_uri())
        page.wait_for_function(f"document.querySelectorAll('.js-plotly-plot .main-svg').length >= {len(parts)}")
        page.evaluate("() => document.fonts.ready")
        plots = page.evaluate(MEASURE)
    finally:
        page.close()
    assert len(plots) == len(parts)
    for at, plot in enumerate(plots):
        assert len(plot["texts"]) >= 3, at
        for one, text in enumerate(plot["texts"]):
            frame = plot["frame"]
            outside = max(
                frame["l"] - text["l"], text["r"] - frame["r"], frame["t"] - text["t"], text["b"] - frame["b"]
            )
            assert outside <= 1, (at, text, frame)
            for other in plot["texts"][one + 1 :]:
                across = min(text["r"], other["r"]) - max(text["l"], other["l"])
                down = min(text["b"], other["b"]) - max(text["t"], other["t"])
                # Line boxes are taller than their letters: 3 pixels of shared box touch no letter.
                assert across <= 1 or down <= 3, (at, text, other)
