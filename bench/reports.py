"""A person's warm PDF, against the same page made by WeasyPrint: at most a fifth of its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import cycle
from pathlib import Path
from typing import Any

from bench.ratio import Ratio, seconds
from catalog.load import load_assessment, load_content
from catalog.paper.fonts import font_folders
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from scoring import score_one
from scoring.rule.result import Result

ROOT = Path(__file__).parents[1]
ON = date(2026, 1, 1)
PAGES = 6


def run() -> list[Ratio]:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    content = load_content(ROOT / "content")
    assessment = load_assessment(ROOT / "questions" / "customer_roles")
    sample = assessment.samples[0]
    words = content.words(content.language_ids[0], assessment)
    results = cycle(varied(assessment, sample.form, dict(sample.answers)))
    fonts = FontConfiguration()
    style = CSS(string=_style(), font_config=fonts)

    def ours() -> None:
        for _ in range(PAGES):
            person_pdf(next(results), assessment, content, words, on=ON)

    def theirs() -> None:
        for _ in range(PAGES):
            page = page_of(next(results), assessment, content, words, "", ON)
            HTML(string=as_html(page)).write_pdf(stylesheets=[style], font_config=fonts)

    ours()
    theirs()
    ratio = Ratio(
        work=f"{PAGES} reports of a person, each of another result, the compiler warm",
        seconds=seconds(ours),
        yardstick="the same words and pictures by WeasyPrint, its style and fonts prepared",
        yardstick_seconds=seconds(theirs),
        most=1 / 5,
    )
    return [ratio]


def varied(assessment: Any, form: str, answers: dict[str, int | str]) -> list[Result]:
    """Results that differ a little, so that no cache answers for a page made before."""
    made = []
    for item in assessment.form_items(form)[: 7 * PAGES]:
        code = int(answers[item.id])
        changed = answers | {item.id: code - 1 if code > 1 else code + 1}
        made.append(score_one(assessment, form, changed))
    return made


def _style() -> str:
    faces = []
    for folder, weight in zip(font_folders()[:2], (400, 700), strict=True):
        for font in folder.glob("*.otf"):
            faces.append(
                f"@font-face{{font-family:'Noto Sans CJK JP';font-weight:{weight};src:url('{font.as_uri()}')}}"
            )
    return "".join(faces) + (
        "@page{size:A4;margin:14mm}body{font:9pt/1.5 'Noto Sans CJK JP'}section{margin:8pt 0}"
        ".two{display:grid;grid-template-columns:1fr 1fr;gap:20pt}small{color:#566170;font-size:7pt}"
        ".card{background:#F7F8FA;border-left:3pt solid #0B6E8E;padding:10pt;border-radius:6pt}"
        "table{width:100%;border-collapse:collapse}td,th{border-bottom:.5pt solid #E3E7EC;padding:4pt;text-align:left}"
    )


def as_html(page: dict[str, Any]) -> str:
    """The page's words and pictures as HTML."""
    return f'<!doctype html><html lang="{page["language"]}"><body>{"".join(_parts(page))}</body></html>'


def _parts(page: dict[str, Any]) -> Iterator[str]:
    yield f"<small>{escape(page['site'])}</small><h2>{escape(page['title'])}</h2>"
    verdict = page["verdict"]
    yield f'<section class="card"><h1>{_lines(verdict["lines"])}</h1><p>{_lines(verdict["further"])}</p>'
    yield f"<small>{_lines(verdict['badges'])}</small></section>"
    yield f'<section class="two">{_picture(page["levels"])}<div>{_table(page["fits"])}'
    yield f"{_picture(page['differences'])}</div></section>"
    yield f'<section class="two">{_picture(page["radar"])}{_picture(page["why"])}</section>'
    yield '<div style="break-before:page"></div>'
    yield f'<section class="two">{"".join(_entries(part) for part in page["reasons"])}</section>'
    for part in (page["talk"], *page["way_on"]):
        if part:
            yield f"<section>{_entries(part)}</section>"
    yield f'<section class="two">{"".join(_picture(part) for part in page["traits"])}</section>'
    yield '<section class="two">'
    for part in (page["method"], page["limits"]):
        yield f"<div><h3>{escape(part['title'])}</h3><small>{_lines(part['lines'])}</small></div>"
    yield f"</section><small>{escape(page['footer']['version'])}</small>"


def _picture(drawn: dict[str, Any]) -> str:
    return f"<div><h2>{escape(drawn['title'])}</h2>{drawn['svg']}</div>"


def _table(fits: dict[str, Any]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in fits["columns"])
    rows = ""
    for row in fits["rows"]:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row["cells"])
        rows += f"<tr><td>{row['mark']} {escape(row['name'])}</td>{cells}</tr>"
    return f"<h2>{escape(fits['title'])}</h2><table><tr>{head}</tr>{rows}</table>"


def _entries(part: dict[str, Any]) -> str:
    said = "".join(
        f"<h3>{escape(one['title'])}</h3><p>{escape(one['text'])}</p><small>{_lines(one['small'])}</small>"
        for one in part["entries"]
    )
    return f"<div><h2>{escape(part['title'])}</h2><small>{escape(part['lead'])}</small>{said}</div>"


def _lines(lines: Any) -> str:
    return "<br>".join(escape(line) for line in lines)
