"""Where somebody stands among the people of a norm, in the files to take along; nowhere where a norm is assumed."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.label import broken
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from reports.tables.data import person_xlsx
from reports.tables.tables import Table, tables
from reports.told.among_others import among_others
from tests.reports.reading import packed, pages_of, text_of, workbook_rows
from tests.reports.results import Told

ON = date(2026, 11, 29)
ADULTS = {"tempo": ("44", "20〜71"), "warmth": ("77", "56〜91"), "order": ("3", "1〜10"), "care": ("44", "19〜73")}
"""By the rule of docs/scoring.md from scores of 50 and 75, 25 and 50: worked out apart from the program."""


def sheet(by_domain: Told, grouped: Assessment, words: Words, name: str = "percentiles") -> Table:
    made = tables(by_domain.result, grouped, words, by_domain.answers, ON)
    return next(one for one in made if one.id == name)


def test_the_workbook_has_every_group_of_people_the_one_that_scores_first(
    grouped: Assessment, by_domain: Told, words: Words
) -> None:
    made = sheet(by_domain, grouped, words)
    rows = [dict(zip(made.columns, row, strict=True)) for row in made.rows]
    assert [row["basis"] for row in rows] == ["adults_2026"] * 5 + ["students_2025"] * 5
    assert [row["trait"] for row in rows[:5]] == ["tempo", "warmth", "order", "care", "ideas"]
    warmth = {row["basis"]: row for row in rows if row["trait"] == "warmth"}
    assert (warmth["adults_2026"]["percentile"], warmth["students_2025"]["percentile"]) == (77, 84)
    assert warmth["adults_2026"]["percentile_value"] == pytest.approx(77.34, abs=0.01)
    assert "1,204" in str(warmth["adults_2026"]["people"])
    ends = (warmth["adults_2026"]["percentile_low"], warmth["adults_2026"]["percentile_high"])
    assert ends == pytest.approx((55.92, 91.17), abs=0.01)
    held = workbook_rows(person_xlsx(by_domain.result, grouped, words, by_domain.answers, ON))
    assert len(held[words("report.sheet.percentiles")]) == 11
    explained = {row[1] for row in sheet(by_domain, grouped, words, "codebook").rows}
    assert set(made.columns) <= explained


def test_the_pdf_has_those_of_the_page_for_the_norm_that_scores(
    grouped: Assessment, by_domain: Told, content: Content, words: Words
) -> None:
    adults, students = among_others(by_domain.result, grouped, words)
    pdf = person_pdf(by_domain.result, grouped, content, words, on=ON)
    said = text_of(pdf)
    assert pages_of(pdf) == 1
    for line in (words("result.percentile.title"), words("result.percentile.lead"), adults.told):
        assert packed(line) in said
    assert packed(students.told) not in said
    page = page_of(by_domain.result, grouped, content, words, "", ON)
    rows = [row for piece in page["percentiles"]["pieces"] for row in piece]
    assert rows == [[broken(one.name, 13.0), one.shown, one.spread] for one in adults.rows]
    for row in rows:
        assert packed("".join(row)) in said


def test_they_are_those_that_the_rule_gives(grouped: Assessment, by_domain: Told, ja: Words) -> None:
    adults = next(among_others(by_domain.result, grouped, ja))
    assert {one.trait: (one.shown, one.spread) for one in adults.rows if one.trait in ADULTS} == ADULTS


def test_where_a_norm_is_assumed_nothing_is_told(
    told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    held = told["planner"]
    made = tables(held.result, assessment, words, held.answers, ON)
    assert "percentiles" not in [one.id for one in made]
    assert page_of(held.result, assessment, content, words, "", ON)["percentiles"] is None
    assert packed(words("result.percentile.title")) not in text_of(
        person_pdf(held.result, assessment, content, words, on=ON)
    )


def test_traits_without_a_norm_of_these_people_are_said_to_be_left_out(
    grouped: Assessment, by_domain: Told, ja: Words
) -> None:
    said = grouped.model_dump()
    for trait in said["traits"]:
        trait["other_norms"] = [] if trait["id"] == "ideas" else trait["other_norms"]
    adults, students = among_others(by_domain.result, grouped.model_validate(said), ja)
    assert not adults.missing
    assert students.missing == ja("result.percentile.missing")
    assert "ideas" not in {one.trait for one in students.rows}
