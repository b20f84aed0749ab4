"""An assessment that was exported and imported again is the same one, to the order of every key."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from catalog.cells.inert import FORMULA, NUMBER
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from catalog.reading.problem import DataProblems
from catalog.tables.exporting import export_folder
from catalog.tables.importing import import_table
from catalog.tables.reading.read import read_table
from tests.authored.foreign import FOREIGN
from tests.catalog.tables.books import NOW
from tests.examples import examples
from tests.made_questions import write_assessment

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = sorted(
    path.parent for room in ("questions", "tests/fixtures") for path in ROOT.glob(f"{room}/*/assessment.yaml")
)


def again(folder: Path, name: str, within: Path, language: str = "ja") -> Assessment:
    export_folder(folder, within / name, language, None)
    return import_table(
        read_table(within / name), within / "again" / folder.name, "ja", replace=False, now=NOW
    ).assessment


def same(one: Assessment, other: Assessment) -> bool:
    """Equal, and in the same order; the files themselves are written otherwise."""
    bare = [each.model_copy(update={"files_hash": ""}) for each in (one, other)]
    return bare[0] == bare[1] and bare[0].model_dump_json() == bare[1].model_dump_json()


@pytest.mark.parametrize("name", ["all.xlsx", "folder"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_is_lost(folder: Path, name: str, tmp_path: Path) -> None:
    assert same(load_assessment(folder), again(folder, name, tmp_path))


@pytest.mark.parametrize("name", ["all.xlsx", "folder"])
@pytest.mark.parametrize("write", FOREIGN.values(), ids=FOREIGN)
def test_nothing_is_lost_of_what_others_wrote(write: Callable[[Path], Path], name: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "questions")
    assert same(load_assessment(folder), again(folder, name, tmp_path))


def test_english_headings_are_read_as_well(tmp_path: Path) -> None:
    folder = ROOT / "questions" / "customer_roles"
    assert same(load_assessment(folder), again(folder, "all.xlsx", tmp_path, "en"))


@pytest.mark.parametrize("name", ["all.xlsx", "folder"])
def test_source_and_licence_come_back_as_they_were_written(name: str, tmp_path: Path) -> None:
    """One plain text stays one, a text by language stays that."""
    folder = write_assessment(tmp_path / "questions", "made", roles=2)
    head = json.loads((folder / "assessment.yaml").read_text(encoding="utf-8"))
    head |= {"source": "ipip.ori.org, 1999", "licence": {"ja": "自由", "en": "Free"}}
    (folder / "assessment.yaml").write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    before, after = load_assessment(folder), again(folder, name, tmp_path)
    assert same(before, after)
    assert after.source == "ipip.ori.org, 1999"
    assert after.origin["licence"].in_language("en") == "Free"


def test_items_alone_come_back_as_they_are(tmp_path: Path) -> None:
    """A CSV file holds the items only; what else the folder had stays."""
    folder = ROOT / "questions" / "customer_roles"
    export_folder(folder, tmp_path / "items.csv", "ja", None)
    done = import_table(read_table(tmp_path / "items.csv"), tmp_path / "mine", "ja", replace=False, now=NOW)
    assert done.assessment.items == load_assessment(folder).items


# Nothing that the files refuse (control characters, what cannot be seen), and the one line break that all share.
LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t")
FORMULAS = ("=1+1", "=", "+", "-", "@x", "'=1", "''+1", "＝1", "－", "'", "1", "007", "1e5", "TRUE", "#N/A")
MARKS = ('"', '""', ",", ";", "\t", "\n", " # ", ": ", "<r>x</r>", "_x0041_")
RISKY = st.sampled_from([*FORMULAS, *MARKS])
TEXTS = st.lists(st.one_of(RISKY, st.text(LETTERS, max_size=12)), min_size=1, max_size=4).map("".join)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(TEXTS, min_size=4, max_size=4, unique_by=str.strip), st.sampled_from(["t.xlsx", "t"]))
def test_any_text_survives_and_no_cell_is_a_formula(texts: list[str], name: str) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        within = Path(temporary)
        folder = write_assessment(within / "questions", "made", roles=0, traits=2)
        (folder / "items.yaml").write_text(_items(texts), encoding="utf-8")
        try:
            before = load_assessment(folder)
        except DataProblems:
            # Spaces around a text, quotation marks of an input method: no such text is in an assessment.
            assume(False)
        assert same(before, again(folder, name, within))
        if name.endswith(".xlsx"):
            cells = [cell for sheet in load_workbook(within / name) for row in sheet for cell in row]
            assert not [cell.value for cell in cells if cell.data_type == "f"]
        else:
            with (within / name / "質問.csv").open(encoding="utf-8-sig", newline="") as file:
                cells = [cell for row in csv.reader(file) for cell in row]
            assert not [cell for cell in cells if re.search(FORMULA, cell) and not re.search(NUMBER, cell)]


def _items(texts: list[str]) -> str:
    return json.dumps(
        [
            {"id": f"i{at}", "trait": f"t{at // 2}", "keyed": "+-"[at % 2], "text": {"ja": text, "en": text}}
            for at, text in enumerate(texts)
        ],
        ensure_ascii=False,
    )
