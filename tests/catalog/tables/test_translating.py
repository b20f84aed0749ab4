"""A translator's table: every text by its place, what is missing marked; and back into the files as they stand."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from catalog.__main__ import main
from catalog.interpreter import PROJECT
from catalog.load import load_assessment
from catalog.tables.writing.in_place import NotInPlace, rewritten
from tests.catalog.tables.test_round_trip import same
from tests.catalog.test_smallest_example import write_example

FOLDER = PROJECT / "questions" / "customer_roles"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIT_LANGUAGE", "ja")
    monkeypatch.setenv("FIT_QUESTIONS", "questions")


def rows(name: str) -> list[list[str]]:
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_japanese_assessment_becomes_one_of_two_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine", "--only", "ja"]) == 0
    assert main(["export", "questions/mine", "words.csv", "--translate", "en"]) == 0
    head, *body = rows("words.csv")
    assert head == ["場所", "日本語", "英語", "状態"]
    assert {row[3] for row in body} == {"未訳"}
    assert ["items.planning_1.text", "出かける前に、一日の予定を決めておく。", "", "未訳"] in body
    assert f"文 {len(body)}、翻訳のないもの {len(body)}" in capsys.readouterr().out
    with Path("back.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *([place, ja, f"EN: {ja}", ""] for place, ja, _, _ in body)])
    assert main(["import", "back.csv", "questions/mine"]) == 1
    assert main(["import", "back.csv", "questions/mine", "--replace"]) == 0
    made = load_assessment(Path("questions/mine"))
    assert made.languages == ("ja", "en")
    assert made.items[0].text.in_language("en") == "EN: 出かける前に、一日の予定を決めておく。"
    assert "# norm は仮の値です" in Path("questions/mine/traits.yaml").read_text(encoding="utf-8")
    # A second time nothing is new, and nothing is written.
    assert main(["import", "back.csv", "questions/mine", "--replace"]) == 0
    assert len(list(Path("questions").glob("*.zip"))) == 1


@pytest.mark.parametrize("part", [0, 2])
def test_the_guide_s_commands_run_as_they_are_printed(part: int) -> None:
    """Of both languages: a table goes out, comes back with other words, and is taken."""
    guide = (PROJECT / "docs" / "authors" / "translators.md").read_text(encoding="utf-8").partition("\n# English")
    out, back = re.findall(r"`\S+python -m catalog ((?:export|import) [^`]+)`", guide[part])
    folder = write_example(Path("questions"))
    assert main(out.split()) == 0
    made = load_workbook("words.xlsx")
    sheet = made.worksheets[0]
    place = next(cell.row for cell in sheet["A"] if str(cell.value).startswith("items."))
    sheet[f"C{place}"] = "Other words."
    made.save("words.xlsx")
    assert main(back.split()) == 0
    assert "Other words." in [item.text.in_language("en") for item in load_assessment(folder).items]


def test_missing_cells_are_marked_in_a_workbook() -> None:
    assert main(["new", "mine", "--only", "ja"]) == 0
    assert main(["export", "questions/mine", "words.xlsx", "--translate", "en"]) == 0
    sheet = load_workbook("words.xlsx").worksheets[0]
    assert {cell.fill.fgColor.rgb for cell in sheet["C"][1:]} == {"FFFFF2B3"}
    assert {cell.fill.fgColor.rgb for cell in sheet["B"][1:]} == {"00000000"}


def test_every_comment_and_line_stays_and_every_text_changes() -> None:
    """Each text of the shipped files, however it is written there, comes back changed; the rest to the letter."""
    shutil.copytree(FOLDER, "mine")
    assert main(["export", "mine", "words.csv", "--translate", "en"]) == 0
    head, *body = rows("words.csv")
    with Path("back.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [head, *([place, ja, f'{en} "x": # y\n{{z}}', state] for place, ja, en, state in body)]
        )
    assert main(["import", "back.csv", "mine", "--replace"]) == 0
    before, after = load_assessment(FOLDER), load_assessment(Path("mine"))
    assert after.items[3].text.in_language("en") == before.items[3].text.in_language("en") + ' "x": # y\n{z}'
    for path in FOLDER.iterdir():
        comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("#")]
        changed = (Path("mine") / path.name).read_text(encoding="utf-8").splitlines()
        assert [line for line in changed if line.lstrip().startswith("#")] == comments
    assert main(["import", "words.csv", "mine", "--replace"]) == 0
    assert same(load_assessment(Path("mine")), before)


def test_places_that_are_not_there_are_said_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine"]) == 0
    before = {path.name: path.read_bytes() for path in Path("questions/mine").iterdir()}
    Path("back.csv").write_text(
        "場所,英語\nitems.planning_1.text,New.\nitems.planing_2.text,New.\nitems.planning_1.text,Again.\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    assert main(["import", "back.csv", "questions/mine", "--replace"]) == 1
    assert [line.partition("。")[0] for line in capsys.readouterr().out.splitlines()[:2]] == [
        "back.csv:A3: items.planing_2.text という場所は、この診断にありません",
        "back.csv:A4: 場所 items.planning_1.text が2回あります",
    ]
    assert {path.name: path.read_bytes() for path in Path("questions/mine").iterdir()} == before


@pytest.mark.parametrize(
    ("source", "becomes"),
    [
        ("t: {ja: 前, en: old}  # r\n", 't: {ja: 前, en: "new"}  # r\n'),
        ("t: {ja: 前}\n", 't: {ja: 前, en: "new"}\n'),
        ("t:\n  ja: 前  # r\nu: 1\n", 't:\n  ja: 前  # r\n  en: "new"\nu: 1\n'),
        ("t:\n  ja: >\n    前\n    後\nu: 1\n", 't:\n  ja: >\n    前\n    後\n  en: "new"\nu: 1\n'),
        ("t:\n  en: |\n    old\n  ja: 前\n", 't:\n  en: "new"\n  ja: 前\n'),
        ("t:\n  ja: 前", 't:\n  ja: 前\n  en: "new"'),
        ("t: {ja: 前,\n    en: 'o''ld'}\n", 't: {ja: 前,\n    en: "new"}\n'),
    ],
)
def test_a_text_is_changed_where_it_stands(source: str, becomes: str) -> None:
    assert rewritten(source, {(("t",), "en"): "new"}) == becomes


def test_a_place_that_is_no_text_is_refused() -> None:
    with pytest.raises(NotInPlace):
        rewritten("t: 1\n", {(("t",), "en"): "new"})
