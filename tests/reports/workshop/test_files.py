"""The files of what was shown, read back as others read them: whole, inert, the same twice, and without a person."""

from __future__ import annotations

import io
from zipfile import ZipFile
from zlib import crc32

import pytest

from reports.workshop.paper import picture_png, pictures_pdf
from reports.workshop.run_sheet import run_sheet_pdf
from reports.workshop.told import Told, told_pictures
from reports.workshop.workbook import pictures_tables, pictures_xlsx
from store import Stage
from tests.reports.reading import fonts_of, packed, pages_of, text_of, workbook_rows
from tests.reports.workshop.made import CONTENT, ON, SHIPPED, everything, of_traits

LANGUAGES = ["ja", "en"]
PNG = b"\x89PNG\r\n\x1a\n"
FORMULAS = ("=1+1", "@SUM(A1)", "＝HYPERLINK(1)", "  =cmd|' /C calc'!A0", "\u202e=1+1")


def told(language: str) -> tuple[Told, ...]:
    return told_pictures(everything(), CONTENT, CONTENT.words(language), SHIPPED, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_holds_every_picture_with_its_rule(language: str) -> None:
    words = CONTENT.words(language)
    made = pictures_pdf(told(language), "新任研修", words, ON)
    said = text_of(made).replace("-", "")
    for one in told(language):
        for text in (one.title, one.rule, one.taken, *one.said):
            assert packed(text).replace("-", "") in said
    assert "新任研修" in said
    assert packed(words("trainer.no_gate")).replace("-", "") in said
    assert all(embedded for _, embedded in fonts_of(made))
    assert pictures_pdf(told(language), "新任研修", words, ON) == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_alone_is_a_png_and_the_same_twice(language: str) -> None:
    words = CONTENT.words(language)
    for one in told(language):
        made = picture_png(one, "研修 👩‍💻 <b>", words, ON)
        assert made.startswith(PNG)
        assert crc32(picture_png(one, "研修 👩‍💻 <b>", words, ON)) == crc32(made)


def test_nothing_shown_is_no_file() -> None:
    with pytest.raises(ValueError, match="nothing"):
        pictures_pdf((), "新任研修", CONTENT.words("ja"), ON)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", FORMULAS)
def test_the_workbook_holds_no_formula(language: str, title: str) -> None:
    made = pictures_xlsx(told(language), title, CONTENT.words(language), ON)
    assert (
        title.strip() in {str(row[1]).strip() for row in next(iter(workbook_rows(made).values()))} or "\u202e" in title
    )
    with ZipFile(io.BytesIO(made)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert not any(b"<f" in sheet or b"hyperlink" in sheet for sheet in sheets)
    assert pictures_xlsx(told(language), title, CONTENT.words(language), ON) == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_is_a_trait_or_an_answer_and_never_a_person(language: str) -> None:
    """So many rows as traits and answers, whatever the number of people."""
    words = CONTENT.words(language)
    sizes = set()
    for people in (5, 12, 60):
        one = told_pictures([of_traits(people)], CONTENT, words, SHIPPED, None)
        sheets = {sheet.id: sheet for sheet in pictures_tables(one, "研修", words, ON)}
        sizes.add(len(sheets["traits"].rows))
        assert set(sheets) == {"about", "traits", "verdicts"}
    assert sizes == {len(SHIPPED.traits)}
    for sheet in pictures_tables(told(language), "研修", words, ON):
        if "count" in sheet.columns:
            at = sheet.columns.index("count")
            assert all(not isinstance(row[at], int) or row[at] == 0 or row[at] >= 3 for row in sheet.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("agenda", [one.id for one in CONTENT.workshops.agendas])
def test_the_run_sheet_is_one_page_with_every_stage(language: str, agenda: str) -> None:
    words = CONTENT.words(language)
    stages = [Stage(one.kind, one.minutes, one.about or "") for one in CONTENT.workshops.agenda[agenda].stages]
    made = run_sheet_pdf(stages, "新任研修", CONTENT, words, ON)
    said = text_of(made).replace("-", "")
    for stage in stages:
        assert packed(words(f"workshop.stage.{stage.kind}")).replace("-", "") in said
    assert pages_of(made) == 1
    assert run_sheet_pdf(stages, "新任研修", CONTENT, words, ON) == made
