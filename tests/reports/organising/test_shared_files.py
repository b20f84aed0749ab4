"""What was shared as files: read back as others read them, without formulas, and with nothing that was not shared."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from catalog.content.content import Content
from catalog.content.words import Words
from reports.guide.choose import own_questions
from reports.organising.shared_files import shared_csv_zip, shared_json, shared_xlsx
from reports.sharing.content import content_at
from reports.sharing.levels import LEVELS, Level
from reports.told.numbers import numbers
from store import Share
from tests.examples import examples
from tests.reports.organising.made import FIRST, ON, SHIPPED, campaign, share
from tests.reports.reading import workbook_rows
from tests.reports.results import Told

FORMULAS = (
    "=1+1",
    "+81 3 0000",
    "-2+3",
    "@SUM(A1)",
    "＝HYPERLINK(1)",
    '"=1',
    "\t=1",
    "  =cmd|' /C calc'!A0",
    "<r>x</r>",
    "\u202e=1+1",
)
ALWAYS = {"v", "assessment"}
OF_FITS = {"told", "fits", "foundation", "leading", "verdict", "differences"}
SHOWN: Mapping[Level, set[str]] = {
    "took_part": ALWAYS,
    "guide": ALWAYS | {"guide"},
    "fits": ALWAYS | {"guide"} | OF_FITS,
    "traits": ALWAYS | {"guide", "traits"} | OF_FITS,
}
LIVE = tuple("=+-@＝＋－＠")


@pytest.fixture(scope="module")
def spoken(content: Content) -> dict[str, Words]:
    return {language: content.words(language) for language in content.language_ids}


@pytest.fixture(scope="module")
def four(told: Mapping[str, Told], spoken: Mapping[str, Words]) -> list[Share]:
    """One share a level, the last one made first."""
    result = told["planner"].result
    names = ("", "佐藤 花子", "Kim", "田中")
    return [
        share(at, level, result, spoken, name=names[at], note="よろしくお願いします" * (at == 3), invited=f"招待{at}")
        for at, level in enumerate(LEVELS)
    ]


def sheets_of(packed: bytes) -> dict[str, list[dict[str, str]]]:
    """Each CSV file's rows by the ids of its columns."""
    found = {}
    with ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            raw = archive.read(name)
            assert raw.startswith(b"\xef\xbb\xbf")
            text = raw.decode("utf-8-sig")
            assert text.endswith("\r\n")
            found[name.removesuffix(".csv")] = list(csv.DictReader(io.StringIO(text, newline="")))
    return found


def test_each_person_is_a_row_the_latest_first_and_says_what_was_not_shared(
    four: list[Share], spoken: Mapping[str, Words]
) -> None:
    rows = sheets_of(shared_csv_zip(four, campaign(), spoken["ja"], FIRST))["shared"]
    assert [row["share"] for row in rows] == ["share3", "share2", "share1", "share0"]
    assert rows[0]["shared"] == "2026-11-29 00:33", "the campaign's own clocks"
    unshared = "共有されていません"
    for row, filled in zip(rows, ({"fit.", "trait."}, {"fit."}, set(), set()), strict=True):
        for kind in ("fit.", "trait."):
            cells = [cell for column, cell in row.items() if column.startswith(kind)]
            assert cells
            assert (unshared in cells) is (kind not in filled)
            assert (set(cells) == {unshared}) is (kind not in filled)
    assert [row["name"] for row in rows] == ["田中", "Kim", "佐藤 花子", unshared]
    assert [row["note"] for row in rows] == ["よろしくお願いします", unshared, unshared, unshared]
    assert [row["invited"] for row in rows] == ["招待3", "招待2", "招待1", "招待0"]
    assert [row["reference"] for row in rows] == ["A-3", "A-2", "A-1", "A-0"]


def test_the_numbers_are_those_of_the_own_page(told: Mapping[str, Told], spoken: Mapping[str, Words]) -> None:
    for kind in ("planner", "expert", "brisk", "tie", "warning", "unscored", "empty"):
        result = told[kind].result
        own = numbers(result, SHIPPED, spoken["ja"])
        made = [share(0, "traits", result, spoken)]
        row = sheets_of(shared_csv_zip(made, campaign(), spoken["ja"], FIRST, SHIPPED))["shared"][0]
        for role in SHIPPED.role:
            assert (row[f"fit.{role}.value"], row[f"fit.{role}.range"]) == (
                own["fit", role].shown,
                own["fit", role].spread,
            )
            chance = own["chance", role]
            assert row[f"fit.{role}.chance"] == (chance.shown.removesuffix("%") if chance.value is not None else "")
        for trait in SHIPPED.trait:
            assert (row[f"trait.{trait}.value"], row[f"trait.{trait}.range"]) == (
                own["trait", trait].shown,
                own["trait", trait].spread,
            )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_file_opens_with_what_it_is_not_for(
    four: list[Share], spoken: Mapping[str, Words], language: str
) -> None:
    words = spoken[language]
    sentence = words("texts.no_gate")
    book = CalamineWorkbook.from_filelike(io.BytesIO(shared_xlsx(four, campaign(), words, FIRST)))
    assert sentence in book.get_sheet_by_index(0).to_python()[1]
    first = sheets_of(shared_csv_zip(four, campaign(), words, FIRST))["codebook"][0]
    assert (first["id"], first["meaning"]) == ("no_gate", sentence)
    assert json.loads(shared_json(four, campaign(), words, FIRST))["about"]["no_gate"] == sentence


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_codebook_explains_every_column(four: list[Share], spoken: Mapping[str, Words], language: str) -> None:
    sheets = sheets_of(shared_csv_zip(four, campaign(), spoken[language], FIRST))
    explained = {row["id"]: row["meaning"] for row in sheets["codebook"]}
    for sheet in ("shared", "questions"):
        assert set(sheets[sheet][0]) <= set(explained)
    assert all(explained.values())


def test_excel_holds_what_the_csv_holds(four: list[Share], spoken: Mapping[str, Words]) -> None:
    arguments = (four, campaign(), spoken["ja"], FIRST, SHIPPED)
    book = CalamineWorkbook.from_filelike(io.BytesIO(shared_xlsx(*arguments)))
    assert book.sheet_names == ["はじめに・項目の説明", "共有された内容", "面接の質問"]
    for name, rows in zip(book.sheet_names, sheets_of(shared_csv_zip(*arguments)).values(), strict=True):
        sheet = book.get_sheet_by_name(name).to_python()[1:]
        shown = [[str(int(cell)) if isinstance(cell, float) else cell for cell in row] for row in sheet]
        assert shown == [[cell.removeprefix("'") for cell in row.values()] for row in rows]


def test_the_questions_of_everybody_come_first_and_then_each_ones_own(
    four: list[Share], told: Mapping[str, Told], spoken: Mapping[str, Words]
) -> None:
    rows = sheets_of(shared_csv_zip(four, campaign(), spoken["ja"], FIRST))["questions"]
    own = [one.question.ask.in_language("ja") for one in own_questions(told["planner"].result, SHIPPED)]
    assert 1 < len(own) <= 5
    assert rows[0]["name"] == "全員"
    assert rows[0]["ask"] == "よかった応対は何ですか。"
    for at, name in enumerate(("田中", "Kim", "佐藤 花子")):
        theirs = rows[1 + at * len(own) : 1 + (at + 1) * len(own)]
        assert [row["ask"] for row in theirs] == own
        assert {row["name"] for row in theirs} == {name}
    assert rows[-1]["ask"] == "共有されていません"
    assert len(rows) == 2 + 3 * len(own)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str, told: Mapping[str, Told], spoken: Mapping[str, Words]) -> None:
    made = [share(0, "traits", told["planner"].result, spoken, name=text, note=text, invited=text)]
    titled = campaign(title=text)
    for rows in sheets_of(shared_csv_zip(made, titled, spoken["ja"], FIRST)).values():
        for cell in (cell for row in rows for cell in row.values() if cell):
            assert not cell.lstrip(' "\u202e').startswith(LIVE) or cell.startswith("\u202e")
            assert cell[0] not in "\t\r\n"
    cells = [cell for rows in workbook_rows(shared_xlsx(made, titled, spoken["ja"], FIRST)).values() for cell in rows]
    found = {str(cell).removeprefix("'") for row in cells for cell in row}
    assert text in found, "kept as it was typed"
    assert json.loads(shared_json(made, titled, spoken["ja"], FIRST))["shared"][0]["note"] == text


def test_what_is_too_long_for_a_cell_is_cut_and_never_left_out(
    told: Mapping[str, Told], spoken: Mapping[str, Words]
) -> None:
    made = [share(0, "guide", told["planner"].result, spoken, name="あ" * 10_000, note="い" * 40_000)]
    book = workbook_rows(shared_xlsx(made, campaign(), spoken["ja"], FIRST))
    row = book["共有された内容"][1]
    assert "あ" * 10_000 in row
    assert "い" * 32_766 + "…" in row


def test_an_open_link_has_no_column_for_names_of_a_list(four: list[Share], spoken: Mapping[str, Words]) -> None:
    rows = sheets_of(shared_csv_zip(four, campaign("open"), spoken["ja"], FIRST))["shared"]
    assert not {"invited", "reference"} & set(rows[0])
    assert "invited" not in json.loads(shared_json(four, campaign("open"), spoken["ja"], FIRST))["shared"][0]


def test_nobody_shared_yet(spoken: Mapping[str, Words]) -> None:
    for words in spoken.values():
        sheets = sheets_of(shared_csv_zip([], campaign(), words, FIRST))
        assert sheets["shared"] == []
        assert len(sheets["questions"]) == 1
        assert json.loads(shared_json([], campaign(), words, FIRST))["shared"] == []
        assert shared_xlsx([], campaign(), words, FIRST).startswith(b"PK")


def test_the_same_shares_give_the_same_bytes(four: list[Share], spoken: Mapping[str, Words]) -> None:
    arguments = (campaign(), spoken["ja"], FIRST)
    turned = list(reversed(four))
    assert shared_xlsx(four, *arguments) == shared_xlsx(turned, *arguments)
    assert shared_csv_zip(four, *arguments) == shared_csv_zip(turned, *arguments)
    assert shared_json(four, *arguments) == shared_json(turned, *arguments)


def marked(copy: Mapping[str, Any]) -> dict[str, Any]:
    """A whole copy whose every part holds a mark of its own: what a level must not give away."""
    return {part: _marked(value, f"MARK{part}MARK") for part, value in copy.items()}


def _marked(value: Any, mark: str) -> Any:
    if isinstance(value, dict):
        return {key: value[key] if key in ("date", "v") else _marked(value[key], mark) for key in value}
    if isinstance(value, list):
        return [_marked(one, mark) for one in value]
    return f"{value}{mark}" if isinstance(value, str) else value


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.lists(st.sampled_from(LEVELS), min_size=1, max_size=4), language=st.sampled_from(["ja", "en"]))
def test_no_file_holds_what_was_not_shared(
    levels: list[Level], language: str, told: Mapping[str, Told], spoken: Mapping[str, Words]
) -> None:
    """Even a copy that was never cut is read only as far as its level goes."""
    whole = content_at(
        "traits", told["planner"].result, SHIPPED, spoken, ON, own_questions(told["planner"].result, SHIPPED)
    )
    numbered = dict(whole, traits=[dict(one, value=33.25, low=31.25, high=35.25) for one in whole["traits"]])
    made = []
    for at, level in enumerate(levels):
        copy = {part: value for part, value in numbered.items() if part in SHOWN[level]}
        kept = marked({part: value for part, value in numbered.items() if part not in copy})
        made.append(share(at, level, told["planner"].result, spoken, content=copy | kept))
    arguments = (made, campaign(), spoken[language], FIRST)
    texts = [shared_json(*arguments).decode()]
    with ZipFile(io.BytesIO(shared_csv_zip(*arguments))) as archive:
        texts += [archive.read(name).decode() for name in archive.namelist()]
    texts += [str(cell) for rows in workbook_rows(shared_xlsx(*arguments)).values() for row in rows for cell in row]
    everything = "\n".join(texts)
    assert "MARK" not in everything
    assert ("33.25" in texts[0]) is ("traits" in levels), "the control: what is shared is there"
