"""Domains in the files to take along: a sheet of their own, and every number in JSON."""

from __future__ import annotations

import json
from datetime import date

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.tables.data import person_json, person_xlsx
from reports.tables.tables import tables
from tests.reports.reading import workbook_rows
from tests.reports.results import Told

ON = date(2026, 11, 29)


def test_the_workbook_has_a_sheet_of_domains(grouped: Assessment, by_domain: Told, words: Words) -> None:
    made = tables(by_domain.result, grouped, words, by_domain.answers, ON)
    assert [sheet.id for sheet in made] == ["summary", "traits", "groups", "percentiles", "answers", "codebook"]
    rows = [dict(zip(made[2].columns, row, strict=True)) for row in made[2].rows]
    assert [(row["group"], row["shown"], row["value"], row["measured"]) for row in rows] == [
        ("outward", 63, 62.5, 2),
        ("method", 38, 37.5, 2),
    ]
    assert rows[0]["traits"] == "tempo, warmth"
    assert rows[0]["sem"] == by_domain.result.groups["outward"].sem
    assert words("report.sheet.groups") in workbook_rows(
        person_xlsx(by_domain.result, grouped, words, by_domain.answers, ON)
    )


def test_json_holds_them_unrounded_and_as_shown(grouped: Assessment, by_domain: Told, words: Words) -> None:
    data = json.loads(person_json(by_domain.result, grouped, words, by_domain.answers, ON))
    assert data["result"]["groups"]["method"]["estimate"]["value"] == 37.5
    shown = {one["id"]: one["shown"] for one in data["shown"] if one["measure"] == "group"}
    assert shown == {"outward": "63", "method": "38"}
