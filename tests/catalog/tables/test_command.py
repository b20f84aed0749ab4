"""``python -m catalog new``, ``import`` and ``export``: what they write, what they say, what they leave alone."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.interpreter import PROJECT
from catalog.load import load_assessment
from catalog.reading.wording import key_explanations
from catalog.tables.writing.folder import schema_of
from tests.catalog.tables.books import CALM, HEAD, book, items


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIT_QUESTIONS", str(tmp_path / "questions"))
    monkeypatch.setenv("FIT_LANGUAGE", "ja")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def table(name: str = "items.xlsx", rows: list[list[str]] = CALM) -> Path:
    path = Path(name)
    path.write_bytes(book(items(rows)))
    return path


@pytest.mark.parametrize(
    ("only", "spoken"), [([], ("ja", "en")), (["--only", "ja"], ("ja",)), (["--only", "en"], ("en",))]
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_new_writes_a_folder_that_passes_with_comments(
    only: list[str], spoken: tuple[str, ...], language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "hotel", *only, "--language", language]) == 0
    folder = tmp_path / "questions" / "hotel"
    assert str(folder) in said(capsys)
    assert main(["check", str(folder), "--language", language]) == 0
    made = load_assessment(folder)
    assert made.id == "hotel"
    assert made.languages == spoken
    assert {item.keyed for item in made.items} == {"+", "-"}
    for name, key in (("items", "Item.keyed"), ("assessment", "AssessmentFile.version")):
        assert any(line.endswith(key_explanations()[key][language]) for line in comments(folder / f"{name}.yaml"))
    assert any(line.startswith("# low: ") for line in comments(folder / "traits.yaml"))


def comments(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]


def test_new_leaves_what_is_there_and_names_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "questions" / "hotel" / "note.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine", encoding="utf-8")
    for language, words in (("ja", ["別の名前に", "フォルダを消して"]), ("en", ["another name", "delete the folder"])):
        assert main(["new", "hotel", "--language", language]) == 1
        told = said(capsys)
        assert all(one in told for one in words)
        assert "--replace" not in told, "which this command does not know"
    assert main(["new", "ホテル 1"]) == 2
    assert "例: assessment_1" in capsys.readouterr().err
    assert [path.name for path in kept.parent.iterdir()] == ["note.txt"]


def test_a_folder_inside_the_project_names_its_schemas() -> None:
    for name in ("assessment", "items", "guidance"):
        written = schema_of(PROJECT / "questions" / "new_one", name)
        assert written is not None
        assert (PROJECT / "questions" / "new_one" / written).resolve().is_file()
    assert schema_of(Path("/somewhere/else"), "items") is None


def test_import_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(table()), "mine"]) == 0
    told = said(capsys)
    assert "mine に書きました（2問、特性 1、職種 0、言語 ja, en）。" in told
    assert "assessment.yaml の id, version, rule, title, scale, forms を確かめてください。" in told
    assert "サイトに出すには" in told, "it lies beside the folder that is served"
    assert main(["check", "mine"]) == 0
    assert main(["import", str(table()), str(tmp_path / "questions" / "mine")]) == 0
    assert "サイトに出すには" not in said(capsys)


def test_what_was_pasted_comes_in_by_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pasted = "\n".join("\t".join(row) for row in [HEAD, CALM[0], [*CALM[1][:2], "?", *CALM[1][3:]]])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted.encode())))
    assert main(["import", "-", "mine"]) == 1
    told = said(capsys).splitlines()
    assert told[0] == "貼り付け:C3: 向き: ? は使えない値です。次のどれかを使ってください: +, -"
    assert told[-1] == "何も書き込んでいません。"
    assert not Path("mine").exists()


def test_a_folder_that_is_there_is_replaced_only_when_told_and_kept_beside(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(table()), "mine"]) == 0
    (Path("mine") / "items.yaml").write_text((Path("mine") / "items.yaml").read_text().replace("I panic.", "I run."))
    before = {path.name: path.read_bytes() for path in Path("mine").iterdir()}
    said(capsys)
    assert main(["import", str(table(rows=CALM)), "mine"]) == 1
    assert "--replace を付けてください" in said(capsys)
    assert {path.name: path.read_bytes() for path in Path("mine").iterdir()} == before
    assert main(["import", str(table(rows=CALM)), "mine", "--replace"]) == 0
    told = said(capsys)
    assert "I panic." in (Path("mine") / "items.yaml").read_text(encoding="utf-8")
    (copy,) = Path().glob("mine-*.zip")
    assert str(copy) in told
    with zipfile.ZipFile(copy) as packed:
        assert {Path(name).name: packed.read(name) for name in packed.namelist() if name[-1] != "/"} == before
    assert "assessment.yaml, traits.yaml" in told
    assert not list(Path().glob(".mine*"))


def test_a_table_of_items_changes_the_items_alone() -> None:
    """Traits, roles and the words of results stay what their author has made of them."""
    before = load_assessment(PROJECT / "questions" / "customer_roles")
    assert main(["export", str(PROJECT / "questions" / "customer_roles"), "all.xlsx"]) == 0
    assert main(["export", str(PROJECT / "questions" / "customer_roles"), "items.csv"]) == 0
    assert main(["import", "all.xlsx", "mine"]) == 0
    text = Path("items.csv").read_text(encoding="utf-8-sig")
    old = before.items[0].text.in_language("en")
    Path("items.csv").write_text(text.replace(old, "Something else."), encoding="utf-8")
    assert main(["import", "items.csv", "mine", "--replace"]) == 0
    after = load_assessment(Path("mine"))
    assert after.items[0].text.in_language("en") == "Something else."
    assert (after.traits, after.roles, after.guidance, after.forms) == (
        before.traits,
        before.roles,
        before.guidance,
        before.forms,
    )


@pytest.mark.parametrize("name", ["新しさ", "newness"])
def test_items_alone_may_bring_a_new_trait(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As in a fresh folder; the traits that are there stay as their author has made them."""
    assert main(["new", "mine"]) == 0
    folder = Path("questions/mine")
    before = load_assessment(folder)
    assert main(["export", str(folder), "all.xlsx"]) == 0
    own = [[one.id, one.trait, one.keyed, *one.text.root.values()] for one in before.items]
    new = [["new_1", name, "+", "新しい物を試す。", "I try."], ["new_2", name, "+", "古い物を使う。", "I keep."]]
    said(capsys)
    assert main(["import", str(table(rows=[*own, *new])), str(folder), "--replace"]) == 0
    told = said(capsys)
    after = load_assessment(folder)
    assert after.traits[:-1] == before.traits
    added = after.traits[-1]
    assert added.name.in_language("ja") == name
    assert [item.id for item in after.items if item.trait == added.id] == ["new_1", "new_2"]
    assert "traits.yaml の name, about, low, high, norm を確かめてください。" in told
    assert f"特性「{name}」の質問は向きが同じものだけなので" in told
    assert main(["check", str(folder)]) == 0


@pytest.mark.parametrize(("slip", "near"), [("plannning", "planning"), ("予定のたて方", "予定の立て方")])
def test_a_slip_for_a_trait_that_is_there_brings_no_new_one(
    slip: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "mine"]) == 0
    before = load_assessment(Path("questions/mine"))
    own = [[one.id, one.trait, one.keyed, *one.text.root.values()] for one in before.items]
    own[2][1] = slip
    said(capsys)
    assert main(["import", str(table(rows=own)), "questions/mine", "--replace"]) == 1
    assert said(capsys).splitlines()[:2] == [
        f"items.xlsx[質問]:B4: 特性「{slip}」は、この診断にありません。{near} ではありませんか。"
        "新しい特性なら、すべての特性を1行ずつ書いたシート「特性」も表に入れてください。",
        "直すところ: 1",
    ]


def test_a_trait_of_the_folder_that_no_item_asks_about_any_more_is_said_of_its_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", str(table()), "mine"]) == 0
    said(capsys)
    rows = [
        ["new_1", "新しさ", "+", "新しい物を試す。", "I try."],
        ["new_2", "新しさ", "-", "古い物を使う。", "I keep."],
    ]
    assert main(["import", str(table(rows=rows)), "mine", "--replace"]) == 1
    assert said(capsys).splitlines()[0].startswith("traits.yaml: 特性 calm を尋ねる質問がありません。")


def test_weights_alone_change_the_weights_alone() -> None:
    assert main(["export", str(PROJECT / "questions" / "customer_roles"), "sheets"]) == 0
    assert main(["import", "sheets", "mine"]) == 0
    before = load_assessment(Path("mine"))
    weights = Path("sheets") / "重み.csv"
    weights.write_text(
        weights.read_text(encoding="utf-8-sig").replace("call_center,work_pace,2", "call_center,work_pace,1"),
        encoding="utf-8",
    )
    assert main(["import", str(weights), "mine", "--replace"]) == 0
    after = load_assessment(Path("mine"))
    changed = after.role["call_center"].weights["work_pace"]
    assert changed.weight == 1
    assert [role.name for role in after.roles] == [role.name for role in before.roles]
    assert after.liking == before.liking
    assert after.foundation == before.foundation


def test_an_export_overwrites_nothing_and_says_what_one_csv_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(PROJECT / "tests" / "fixtures" / "big_five")
    assert main(["export", folder, "items.csv"]) == 0
    assert "CSV ファイル1つには質問だけが入ります" in said(capsys)
    assert main(["export", folder, "items.csv"]) == 1
    assert main(["export", folder, "items.csv", "--replace"]) == 0
    assert Path("items.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes it for its own encoding otherwise"


def test_a_folder_with_mistakes_is_not_exported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(table()), "mine"]) == 0
    path = Path("mine") / "items.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('keyed: "-"', "keyed: x"), encoding="utf-8")
    said(capsys)
    assert main(["export", "mine", "out.xlsx"]) == 1
    assert "mine/items.yaml:" in said(capsys)
    assert not Path("out.xlsx").exists()


def test_files_that_would_not_load_are_never_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A form of the folder's own that names an item which the table has no more."""
    assert main(["import", str(table(rows=[*CALM, ["calm_3", "calm", "+", "動じない。", "Unmoved."]])), "mine"]) == 0
    path = Path("mine") / "assessment.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}  short: {{minutes: 1, items: [calm_2, calm_3]}}\n", encoding="utf-8")
    before = {one.name: one.read_bytes() for one in Path("mine").iterdir()}
    said(capsys)
    assert main(["import", str(table()), "mine", "--replace"]) == 1
    assert "mine/assessment.yaml:" in said(capsys)
    assert {one.name: one.read_bytes() for one in Path("mine").iterdir()} == before
    assert not list(Path().glob("*.zip"))


def test_a_text_that_no_cell_of_excel_holds_is_named_and_goes_into_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine"]) == 0
    path = Path("questions") / "mine" / "assessment.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}source: {'x' * 40_000}\n", encoding="utf-8")
    said(capsys)
    assert main(["export", "questions/mine", "all.xlsx"]) == 1
    assert said(capsys).startswith("all.xlsx[診断]:B13: この文は長すぎて")
    assert not Path("all.xlsx").exists()
    assert main(["export", "questions/mine", "folder"]) == 0
    assert main(["import", "folder", "again"]) == 0
    assert load_assessment(Path("again")).source == "x" * 40_000


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "nothing.xlsx", "mine"]) == 1
    assert said(capsys).splitlines()[0] == "nothing.xlsx: ファイルがありません。名前と場所を確かめてください。"


def test_columns_and_keys_that_a_table_lacks_stay_as_they_were() -> None:
    """Another language, a norm, a scale: who sends the Japanese items and a new title means nothing else."""
    assert main(["export", str(PROJECT / "questions" / "customer_roles"), "all.xlsx"]) == 0
    assert main(["import", "all.xlsx", "mine"]) == 0
    before = load_assessment(Path("mine"))
    first, trait = before.items[0], before.traits[0]
    sheets = {
        "質問": [
            ["id", "特性", "向き", "日本語"],
            [first.id, first.trait, first.keyed, "新しい文。"],
            *([one.id, one.trait, one.keyed, one.text.in_language("ja")] for one in before.items[1:]),
        ],
        "特性": [["id", "平均"], *([one.id, 60 if one is trait else 50] for one in before.traits)],
        "診断": [["キー", "値", "日本語", "英語"], ["title", None, "新しい題", "A new title"]],
    }
    Path("some.xlsx").write_bytes(book(sheets))
    assert main(["import", "some.xlsx", "mine", "--replace"]) == 0
    after = load_assessment(Path("mine"))
    assert after.items[0].text.root == {"ja": "新しい文。", "en": first.text.in_language("en")}
    assert after.items[1:] == before.items[1:]
    assert after.traits[0] == trait.model_copy(update={"norm": trait.norm.model_copy(update={"mean": 60.0})})
    assert after.traits[1:] == before.traits[1:]
    assert after.title.in_language("en") == "A new title"
    assert (after.version, after.scale, after.forms, after.roles) == (
        before.version,
        before.scale,
        before.forms,
        before.roles,
    )


def test_check_counts_the_texts_that_an_import_began(capsys: pytest.CaptureFixture[str]) -> None:
    """Each that it may write of a trait, in both languages; and none that somebody has written since."""
    assert main(["import", str(table()), "mine"]) == 0
    path = Path("mine") / "traits.yaml"
    (trait,) = load_assessment(Path("mine")).traits
    begun = [text.in_language(one) for text in (trait.about, trait.low, trait.high) for one in ("ja", "en")]
    for written in range(len(begun) + 1):
        said(capsys)
        assert main(["check", "mine"]) == 0
        notes = [line for line in said(capsys).splitlines() if "仮に書いた文" in line]
        left = begun[written:]
        text = path.read_text(encoding="utf-8")
        places = [f"traits.yaml:{1 + text[: text.index(left[0])].count(chr(10))}:"] if left else []
        assert [f"ここを初めとして{len(left)}件残っています。自分の文に" in note for note in notes] == [True] * len(
            places
        )
        assert all(place in note for place, note in zip(places, notes, strict=True))
        if left:
            path.write_text(text.replace(left[0], f"{written}つ目の文。"), encoding="utf-8")


def test_a_japanese_name_of_a_trait_is_no_english_one(capsys: pytest.CaptureFixture[str]) -> None:
    """It would be shown to English readers as it stands, and every text made of it would be a note of ``check``."""
    rows = [[*row[:1], "落ち着き", *row[2:]] for row in CALM]
    assert main(["import", str(table(rows=rows)), "mine"]) == 0
    (trait,) = load_assessment(Path("mine")).traits
    assert {tuple(text.languages) for text in (trait.name, trait.about, trait.low, trait.high)} == {("ja",)}
    assert trait.name.in_language("en") == "落ち着き"
    capsys.readouterr()
    assert main(["check", "mine", "--language", "en"]) == 0
    note, _, summary = said(capsys).splitlines()
    assert "texts without en, this is the first: 4 of 12; they are shown in ja" in note
    assert summary.endswith("languages: ja, en 67%.")
