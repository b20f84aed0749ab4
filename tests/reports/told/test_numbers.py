"""One number, one set of digits: pictures' tables, sentences, PDF, Excel, CSV and JSON of the same sheet agree."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.screen.pictures import p_best, traits, verdict_differences, verdict_levels, why
from reports.paper.pdf import person_pdf
from reports.tables.data import person_csv, person_json, person_xlsx
from reports.told.numbers import WHOLE, Numbers, numbers
from tests.reports.reading import layout_of, packed, text_of, workbook_rows
from tests.reports.results import Told

ON = date(2026, 11, 23)
KINDS = ["planner", "expert", "brisk", "tie", "warning", "one_role", "older"]


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def table(kind: str, told: dict[str, Told], assessment: Assessment, words: Words) -> Numbers:
    return numbers(told[kind].result, assessment, words)


def test_numbers_are_those_of_the_pictures_tables(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words, table: Numbers
) -> None:
    result = told[kind].result
    levels = verdict_levels(result, assessment, words, "light")
    assert levels
    drawn = [table["foundation", WHOLE], *(table["direction", role] for role in result.ranking)]
    assert levels.table.rows == tuple((one.name, one.shown, one.spread) for one in drawn)
    chances = p_best(result, assessment, words, "light")
    assert chances
    known = [role for role in result.ranking if result.roles[role].p_best is not None]
    assert chances.table.rows == tuple((table["chance", role].name, table["chance", role].shown) for role in known)
    apart = verdict_differences(result, assessment, words, "light")
    gaps = [table["difference", gap.other] for gap in result.differences]
    assert [row[:3] for row in (apart.table.rows if apart else ())] == [(o.name, o.shown, o.spread) for o in gaps]
    scores = traits(result, assessment, words, "light")
    assert scores
    measured = [table["trait", trait.id] for trait in assessment.traits]
    assert [(row[0], row[2], row[3]) for row in scores.table.rows] == [(o.name, o.shown, o.spread) for o in measured]
    for role in known:
        reasons = why(result, assessment, words, role, "light")
        moved = {one.name: one.shown for (m, id_), one in table.items() if m == "contribution" and id_.startswith(role)}
        for row in reasons.table.rows if reasons else ():
            assert moved[row[0]] == row[3]
        fit = table["fit", role].shown
        assert reasons is None or words("charts.why.sum", fit=fit) in reasons.sentence


def on_paper(table: Numbers, best: str) -> Iterator[tuple[str, str]]:
    """Every number that the report shows, with its name. Liking is told where any role's is measured."""
    rated = any(one.value is not None for (measure, _), one in table.items() if measure == "liking")
    for (measure, id_), one in table.items():
        if measure == "contribution" and not (id_.startswith(f"{best}.") and one.rounded):
            continue
        if measure == "liking" and not rated:
            continue
        yield measure, one.shown
        if one.spread:
            yield measure, one.spread


def test_the_pdf_gives_back_every_number(
    kind: str, told: dict[str, Told], assessment: Assessment, content: Content, words: Words, table: Numbers
) -> None:
    result = told[kind].result
    pdf = person_pdf(result, assessment, content, words, on=ON)
    text = text_of(pdf)
    for measure, shown in on_paper(table, result.ranking[0]):
        assert packed(shown) in text, measure
    lines = [packed(line) for line in layout_of(pdf).splitlines()]
    start = packed(words("report.fits.title"))
    assert start in text
    for role in result.ranking:
        fit, chance = table["fit", role], table["chance", role]
        row = packed(fit.shown + fit.spread + (chance.shown if chance.value is not None else ""))
        # A name that stands a hair higher than a picture's beside it comes out as a line of its own.
        beside = [packed("".join(lines[max(0, at - 1) : at + 2])) for at, line in enumerate(lines) if row in line]
        assert any(packed(fit.name) in around for around in beside), row
    for trait in assessment.traits:
        one = table["trait", trait.id]
        whole = words("charts.number.with_interval", value=one.shown, interval=one.spread) if one.spread else one.shown
        assert any(packed(one.name + whole) in line for line in lines), one.name


def test_excel_csv_and_json_show_the_same_digits(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words, table: Numbers
) -> None:
    result, answers = told[kind].result, told[kind].answers
    data = json.loads(person_json(result, assessment, words, answers, ON))
    assert [(o["measure"], o["id"], o["shown"], o["spread"], o["rounded"]) for o in data["shown"]] == [
        (o.measure, o.id, o.shown, o.spread, o.rounded) for o in table.values()
    ]
    book = workbook_rows(person_xlsx(result, assessment, words, answers, ON))
    for sheet, measure in (("traits", "trait"), ("contributions", "contribution")):
        rows = list(
            csv.DictReader(io.StringIO(person_csv(result, assessment, words, answers, ON, sheet).decode("utf-8-sig")))
        )
        wanted = [one for (kind_, _), one in table.items() if kind_ == measure]
        assert len(rows) == len(wanted)
        header, *cells = book[words(f"report.sheet.{sheet}")]
        at = header.index(words("report.column.shown"))
        for row, cell, one in zip(rows, cells, wanted, strict=True):
            if one.rounded is None:
                assert row["shown"] == cell[at] == one.shown
            else:
                signed = one.shown.replace("\N{MINUS SIGN}", "-").removeprefix("+")
                assert f"{float(row['shown']):g}" == f"{float(signed):g}"
                assert cell[at] == float(signed)
    plain = list(
        csv.reader(io.StringIO(person_csv(result, assessment, words, answers, ON, "summary").decode("utf-8-sig")))
    )
    header, *cells = book[words("report.sheet.summary")]
    numbered = [one for (kind_, _), one in table.items() if kind_ not in ("trait", "contribution")]
    for line, cell, one in zip(plain[-len(numbered) :], cells[-len(numbered) :], numbered, strict=True):
        words_only = not one.shown.rstrip("%").lstrip("+\N{MINUS SIGN}").isdigit()
        digits = (
            one.shown if words_only else one.shown.removesuffix("%").replace("\N{MINUS SIGN}", "-").removeprefix("+")
        )
        assert line[3].removeprefix("'") == digits
        assert cell[3] == (float(digits) if digits.lstrip("-").isdigit() else one.shown)
        assert line[4].removeprefix("'") == one.spread
        assert (cell[4] if len(cell) > 4 else None) == (one.spread or None)
