"""What editors and systems leave behind is passed over by name; what an author meant to have read is named."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.command.check import check_site
from catalog.current import CurrentCatalog
from catalog.load import load_assessments, load_catalog
from catalog.reading.names import meant, original_of, passed_over
from catalog.reading.problem import DataProblems
from catalog.versions import texts_of
from tests.catalog.small_site import SMALL, SmallSite

ROOT = Path(__file__).resolve().parents[2]
ITEMS = "questions/small/items.yaml"
LEFTOVERS = [
    "._items.yaml",
    ".DS_Store",
    "~$items.yaml",
    "items.yaml~",
    ".items.yaml.swp",
    ".#items.yaml",
    "#items.yaml#",
    "items.yaml.bak",
    "items.yaml.orig",
    "items.yaml.tmp",
    "Thumbs.db",
    "desktop.ini",
]
COPIES = [
    "items (1).yaml",
    "items(1).yaml",
    "items（2）.yaml",
    "items - コピー.yaml",
    "items - コピー (2).yaml",
    "items のコピー.yaml",
    "items のコピー 2.yaml",
    "items のコヒ\u309aー.yaml",
    "items copy.yaml",
    "items - Copy (3).yaml",
    "Copy of items.yaml",
    "コピー ～ items.yaml",
    "items 2.yaml",
    "items (Hanako's conflicted copy 2026-11-28).yaml",
]
SLIPS = [
    "assesment.yaml",
    "assessment.yml",
    "Assessment.yaml",
    "ASSESSMENT.YAML",
    "assessment.yaml.txt",
    "assessment .yaml",
    "assessments.yaml",
    "ａｓｓｅｓｓｍｅｎｔ.yaml",
    "assessment．yaml",
    "assessment (1).yaml",
    "assessment のコピー.yaml",
]


@pytest.fixture(autouse=True)
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIT_LANGUAGE", "ja")
    for name in ("FIT_QUESTIONS", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


def checked(capsys: pytest.CaptureFixture[str], *folder: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = main(["check", *folder])
    return status, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", LEFTOVERS)
def test_leftovers_change_nothing(learning_site: SmallSite, capsys: pytest.CaptureFixture[str], name: str) -> None:
    before = load_catalog(Path("questions"), Path("content"))
    for folder in (
        "questions",
        "questions/small",
        "content",
        "content/interface",
        "content/checks",
        "content/lessons/ja",
    ):
        learning_site.write(f"{folder}/{name}", b"\x00\x05\x16\x07 no text \xff")
    learning_site.write(f"questions/__MACOSX/small/._{name}", b"\x00")
    learning_site.write("questions/.git/assessment.yaml", "id: [")
    status, lines = checked(capsys)
    assert (status, len(lines)) == (0, 1)
    assert lines[0].startswith("誤りはありません。")
    after = load_catalog(Path("questions"), Path("content"))
    assert after.assessments["small"].files_hash == before.assessments["small"].files_hash
    assert after.content.files_hash == before.content.files_hash
    assert texts_of(Path("questions"), after.assessments["small"]) is not None


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_its_original_is_a_note(site: SmallSite, capsys: pytest.CaptureFixture[str], name: str) -> None:
    hashed = load_assessments(Path("questions"))["small"].files_hash
    site.write(f"questions/small/{name}", SMALL[ITEMS].replace("calm_1", "other"))
    for folder in ((), ("questions",), ("questions/small",)):
        status, lines = checked(capsys, *folder)
        assert status == 0
        assert lines[0].startswith(f"お知らせ: questions/small/{name}:1:1: ")
        assert "items.yaml のコピーのようなので、読んでいません" in lines[0]
        assert lines[1].startswith("誤りはありません。")
    assert load_assessments(Path("questions"))["small"].files_hash == hashed


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_without_its_original_is_what_is_meant(
    site: SmallSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (site.folder / ITEMS).rename(site.folder / "questions/small" / name)
    status, lines = checked(capsys, "questions/small")
    assert status == 1
    assert any(f"/{name}:1:1: " in line and "items.yaml ではありませんか。" in line for line in lines)
    assert not any("items.yaml がありません" in line for line in lines)


def test_copies_of_words_and_lessons_are_not_read(learning_site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    before = load_catalog(Path("questions"), Path("content")).content.files_hash
    names = {
        "interface/start (1).yaml": "interface/start.yaml",
        "checks/sea - コピー.yaml": "checks/sea.yaml",
        "lessons/ja/sea のコピー.md": "lessons/ja/sea.md",
        "facts 2.yaml": "facts.yaml",
    }
    for name, original in names.items():
        shutil.copy(f"content/{original}", f"content/{name}")
    status, lines = checked(capsys)
    assert status == 0
    assert len([line for line in lines if line.startswith("お知らせ: content/")]) == len(names)
    assert load_catalog(Path("questions"), Path("content")).content.files_hash == before


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_the_name_of_an_assessment_is_named_wherever_it_is_checked(
    site: SmallSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    shutil.copytree("questions/small", "questions/other")
    (site.folder / "questions/other/assessment.yaml").rename(site.folder / "questions/other" / name)
    line = f"questions/other/{name}:1:1: "
    for folder in ((), ("questions",), ("questions/other",)):
        status, lines = checked(capsys, *folder)
        assert status == 1
        assert lines[0].startswith(line)
        assert lines[0].endswith("assessment.yaml ではありませんか。")
        assert lines[-1] == f"誤り: {len(lines) - 1}件"
    with pytest.raises(DataProblems) as found:
        CurrentCatalog(Path("questions"), Path("content")).get()
    assert str(found.value).startswith(line)


@pytest.mark.parametrize(
    "name", ["items.yml", "Items.yaml", "item.yaml", "items.yaml.txt", "ｉｔｅｍｓ.yaml", "itmes.yaml"]
)
def test_a_slip_in_another_name_is_named(site: SmallSite, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (site.folder / ITEMS).rename(site.folder / "questions/small" / name)
    status, lines = checked(capsys)
    assert status == 1
    assert any(f"small/{name}:1:1: " in line and "items.yaml ではありませんか。" in line for line in lines)


@pytest.mark.parametrize("name", ["items", "traits", "assessment", "roles"])
def test_a_name_in_another_case_beside_the_right_one_is_told_of_that_one(
    site: SmallSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Of that one, and of no other that happens to be missing."""
    held = SMALL[f"questions/small/{name}.yaml"]
    for other in (f"{name.title()}.YAML", f"{name.title()}.yaml", f"{name}.YML", f"{name}.YAML", f"{name}.yml"):
        site.write(f"questions/small/{other}", held)
        status, lines = checked(capsys, "questions/small")
        site.remove(f"questions/small/{other}")
        assert status == 1
        assert lines[:-1] == [
            f"questions/small/{other}:1:1: {name if other[0].islower() else name.title()}: "
            f"{other} という名前のファイルは使いません。{name}.yaml はすでにあります。"
            f"要らなければ消し、こちらを使うなら {name}.yaml と入れ替えてください。"
        ]


def test_an_optional_file_does_not_vanish_by_its_name(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("roles.yml", "Roles.yaml", "roles.yaml.txt", "role.yaml"):
        site.write(f"questions/small/{name}", SMALL["questions/small/roles.yaml"])
        site.remove("questions/small/roles.yaml")
        status, lines = checked(capsys)
        assert status == 1
        assert any(f"small/{name}:1:1: " in line and "roles.yaml ではありませんか。" in line for line in lines)
        site.remove(f"questions/small/{name}")
        site.write("questions/small/roles.yaml", SMALL["questions/small/roles.yaml"])


def test_an_assessment_one_folder_too_deep_is_named(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("questions/small", "questions/unzipped/other")
    status, lines = checked(capsys)
    assert status == 1
    assert lines == [
        "questions/unzipped/other:1:1: other: 診断 other は、1つ深いフォルダにあるので読まれません。"
        "フォルダ other を questions の直下に移してください。",
        "誤り: 1件",
    ]
    assert checked(capsys, "questions")[0] == 1


def test_a_file_one_folder_too_deep_is_named(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    (site.folder / "questions/small/more").mkdir()
    (site.folder / "questions/small/roles.yaml").rename(site.folder / "questions/small/more/roles.yaml")
    site.write("content/interface/more/other.yaml", "a: {ja: あ, en: a}\n")
    status, lines = checked(capsys)
    assert status == 1
    assert [line for line in lines if "1つ深い" in line] == [
        "content/interface/more/other.yaml:1:1: other: other.yaml は、1つ深いフォルダにあるので読まれません。"
        "1つ上のフォルダに移してください。",
        "questions/small/more/roles.yaml:1:1: roles: roles.yaml は、1つ深いフォルダにあるので読まれません。"
        "1つ上のフォルダに移してください。",
    ]


def test_the_assessment_s_own_folder_is_not_the_folder_of_assessments(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIT_QUESTIONS", "questions/small")
    status, lines = checked(capsys)
    assert status == 1
    assert lines[0] == (
        "questions/small:1:1: small: ここは、1つの診断のフォルダです。1つ上のフォルダ questions を指定してください。"
    )
    (site.folder / "questions/small/assessment.yaml").rename(site.folder / "questions/small/assessment.yml")
    status, lines = checked(capsys)
    assert status == 1
    assert lines[0] == (
        "questions/small:1:1: small: 診断のファイルが、このフォルダの直下にあります。"
        "1つ上のフォルダを指定するか、ここに診断のフォルダを作ってその中に移してください。"
    )


def test_a_folder_without_its_assessment_is_an_error_a_draft_is_none(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("questions/drafts/items.yaml", SMALL[ITEMS])
    status, lines = checked(capsys)
    assert status == 1
    assert any("questions/drafts/assessment.yaml:1:1: " in line and "がありません" in line for line in lines)
    (site.folder / "questions/drafts").rename(site.folder / "questions/_drafts")
    status, lines = checked(capsys)
    assert (status, len(lines)) == (0, 2)
    assert lines[0].startswith("お知らせ: questions/_drafts:1:1: ")


def test_other_folders_are_a_note_or_nothing(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("questions/pictures/cover.png", b"\x89PNG")
    site.write("questions/small/old/items.yaml", SMALL[ITEMS])
    site.write("questions/compose/docker-compose.yml", "a: 1\n")
    site.write("content/archive/2025.md", "# old\n")
    status, lines = checked(capsys)
    assert status == 0
    assert [line.split(":1:1:")[0] for line in lines[:-1]] == [
        "お知らせ: questions/compose",
        "お知らせ: questions/small/old",
        "お知らせ: content/archive",
    ]


@pytest.mark.parametrize(("name", "near"), [("lesson", "lessons"), ("check", "checks"), ("Interface", "interface")])
def test_a_misnamed_folder_of_content_is_named(
    site: SmallSite, capsys: pytest.CaptureFixture[str], name: str, near: str
) -> None:
    shutil.rmtree(site.folder / "content/interface")
    site.write(f"content/{name}/one.yaml", "a: 1\n")
    status, lines = checked(capsys)
    assert status == 1
    assert any(f"content/{name}:1:1: " in line and f"{near} ではありませんか。" in line for line in lines)


def test_a_file_beside_the_folders_and_an_empty_folder_are_named(
    site: SmallSite, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("questions/stray.yaml", "questions/other.YML", "questions/stray (1).yaml"):
        site.write(name, "a: 1\n")
    site.write("questions/notes.txt", "mine")
    for name in ("questions/hotel", "questions/small/later", "content/later/deeper", "content/interface/ja"):
        (site.folder / name).mkdir(parents=True, exist_ok=True)
    site.write("questions/hotel/.gitkeep", "")
    told = {
        "questions/stray (1).yaml": "stray.yaml のコピーのようなので",
        "questions/other.YML": "診断のフォルダの外にあるので、読んでいません。",
        "questions/stray.yaml": "診断のフォルダの外にあるので、読んでいません。",
        "questions/hotel": "空のフォルダです。",
        "questions/small/later": "空のフォルダです。",
        "content/later": "空のフォルダです。",
    }
    for folder, some in (((), told), (("questions",), [one for one in told if one.startswith("questions")])):
        status, lines = checked(capsys, *folder)
        assert status == 0
        notes = [line for line in lines if line.startswith("お知らせ: ")]
        assert [line.split(":1:1:")[0] for line in notes] == [f"お知らせ: {one}" for one in some]
        assert all(told[one] in line for one, line in zip(some, notes, strict=True))
    with caplog.at_level(logging.WARNING):
        CurrentCatalog(Path("questions"), Path("content"), check_every=0).get()
    assert all(f"{one}:1:1:" in caplog.text for one in told)
    english = [str(one).partition(": ")[2] for one in check_site(Path("questions"), Path("content")).notes]
    assert "stray: this file lies beside the folders of assessments and is not read. " in "\n".join(english)
    assert "hotel: the folder is empty. " in "\n".join(english)


def test_a_running_site_says_once_what_it_leaves_aside(site: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    site.write("questions/small/items (1).yaml", SMALL[ITEMS])
    current = CurrentCatalog(Path("questions"), Path("content"), check_every=0)
    with caplog.at_level(logging.WARNING):
        current.get()
        site.write(ITEMS, SMALL[ITEMS] + "# changed\n")
        current.get()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "items (1).yaml" in caplog.text
    assert current.problems == ()


@pytest.mark.parametrize("name", ["items.yaml", "日本語.yaml", "a.md", "wave~1.yaml", "notes.txt", "_x"])
def test_an_ordinary_name_is_not_passed_over(name: str) -> None:
    assert not passed_over(name)


@pytest.mark.parametrize(
    "name", ["items.yaml", "measures_2.md", "lesson-10.md", "photocopy.yaml", "copy.yaml", "2.yaml"]
)
def test_an_ordinary_name_is_no_copy(name: str) -> None:
    assert original_of(name) == name


@pytest.mark.parametrize("name", ["readme.txt", "items.csv", "traits.yaml", "norms.yaml"])
def test_another_name_is_not_taken_for_a_slip(name: str) -> None:
    assert meant(name, ["items.yaml", "assessment.yaml"]) is None


def test_each_has_its_sentence_in_english(site: SmallSite) -> None:
    """The codes: assessment_itself, folder_too_deep, file_too_deep, unknown_folder, left_copy, left_folder."""
    shutil.copytree("questions/small", "questions/unzipped/other")
    for name in ("traits.yaml", "items (1).yaml", "items.yaml"):
        shutil.copy("questions/small/items.yaml", f"questions/{name}")
    (site.folder / "content/interface").rename(site.folder / "content/interfaces")
    site.write("questions/small/old/a.yaml", "a: 1\n")
    site.write("questions/small/items (1).yaml", "a: 1\n")
    checked = check_site(Path("questions"), Path("content"))
    assert [str(one) for one in checked.problems] == [
        "content/interfaces:1:1: interfaces: no folder here is called interfaces. Did you mean interface?",
        "questions:1:1: questions: the files of an assessment lie directly in this folder. "
        "Name the folder above it, or move them to a folder of their own in here.",
        "questions/unzipped/other:1:1: other: the assessment other lies one folder too deep and is not read. "
        "Move the folder other to questions.",
    ]
    assert [str(one) for one in checked.notes] == [
        "questions/small/items (1).yaml:1:1: items (1): this looks like a copy of items.yaml and is not read. "
        "Delete it, or put it in the place of items.yaml.",
        "questions/small/old:1:1: old: the YAML files in this folder are not read. "
        "If they should be, move them where docs/authors/files.md says.",
    ]
