"""Every file that an organiser takes along, and every answer with what was shared, says what it is not for."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from typing import Any
from zipfile import ZipFile

import pytest

from people.organiser.exporting import FORMS, Export, Form
from server.routes.export import MADE
from tests.reports.organising.made import SHIPPED, campaign, share
from tests.reports.reading import packed, text_of, workbook_rows
from tests.server.routes.test_api import OPENAPI
from tests.shipped import shipped_content
from tests.views.organising.seeded import SPOKEN, result_of

AT = datetime(2026, 11, 28, 15, 30, tzinfo=UTC)


def read_as(ending: str, body: bytes) -> str:
    """All text of a file, by its ending; a kind that nobody reads here yet is an error."""
    if ending == "xlsx":
        return json.dumps(workbook_rows(body), ensure_ascii=False)
    if ending == "zip":
        with ZipFile(io.BytesIO(body)) as archive:
            return "".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist())
    if ending == "pdf":
        return text_of(body)
    assert ending == "json"
    return body.decode()


def test_every_kind_of_file_is_walked() -> None:
    assert set(FORMS.values()) == set(MADE)


@pytest.mark.parametrize("form", list(MADE))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_file_says_it(form: Form, language: str) -> None:
    one = share(0, "traits", result_of("brisk"), SPOKEN, name="佐藤 花子")
    made = MADE[form]
    body = made.make(Export(campaign(), (one,)), shipped_content(), language, AT, SHIPPED)
    said = packed(read_as(made.ending, body)).replace("-", "")
    assert "佐藤花子" in said, "the control: what is in the file is read"
    assert packed(SPOKEN[language]("texts.no_gate")).replace("-", "") in said


def test_every_answer_that_tells_of_shares_says_it() -> None:
    """test_api.py holds the site's answers against this file, and that every address stands in it."""
    schemas: dict[str, Any] = OPENAPI["components"]["schemas"]
    answers = [
        found["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
        for methods in OPENAPI["paths"].values()
        for name, operation in methods.items()
        for status, found in operation["responses"].items()
        if name == "get" and status == "200"
    ]
    assert answers == ["Shared"]
    for answer in answers:
        assert "no_gate" in schemas[answer]["required"]
