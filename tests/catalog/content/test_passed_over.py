"""Content goes with any questions: samples of assessments that are not there are noted once and passed over."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.current import CurrentCatalog
from catalog.load import load_catalog
from tests.catalog.small_site import SmallSite, said_by
from tests.made_questions import write_assessment, write_least_content

ROOT = Path(__file__).resolve().parents[3]
CONTENT = ROOT / "content"
SAMPLES = "\n".join(
    f"- {{id: {name}, name: {{ja: あ, en: a}}, about: {{ja: い, en: i}}, assessment: port, form: full, answers: {{}}}}"
    for name in ("one", "two", "three")
)
NOTE = (
    "samples.yaml:1:70: samples.0.assessment: there is no assessment port, "
    "so its samples are passed over (3). There is nothing to do."
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An author's own content with samples of an assessment that is somewhere else."""
    folder = write_least_content(tmp_path / "content")
    (folder / "samples.yaml").write_text(SAMPLES, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["hotel", "customer_roles_2", "customer_role", "our_customer_roles"])
@pytest.mark.parametrize("roles", [0, 1, 2, 6])
def test_any_valid_questions_go_with_the_shipped_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, roles: int
) -> None:
    monkeypatch.chdir(ROOT)
    write_assessment(tmp_path, name, roles=roles)
    catalog = load_catalog(tmp_path, CONTENT)
    assert list(catalog.assessments) == [name]
    assert catalog.content.samples == ()
    assert catalog.notes == ()


@pytest.mark.parametrize("fixture", ["big_five", "one_role"])
def test_the_fixtures_go_with_the_shipped_content(tmp_path: Path, fixture: str) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / fixture, tmp_path / "questions" / fixture)
    assert list(load_catalog(tmp_path / "questions", CONTENT).assessments) == [fixture]


def test_the_shipped_questions_keep_their_samples_and_nothing_is_noted() -> None:
    catalog = load_catalog(ROOT / "questions", CONTENT)
    assert (len(catalog.content.samples), catalog.notes) == (3, ())


def test_the_command_says_it_once_in_both_languages_and_is_content(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(own)
    write_assessment(tmp_path / "questions", "hotel", roles=2)
    monkeypatch.setenv("FIT_QUESTIONS", str(tmp_path / "questions"))
    monkeypatch.setenv("FIT_CONTENT", ".")
    assert main(["check", "--language", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"For your information: {NOTE}"
    assert said[1].startswith("No problems. Assessments: 1,")
    assert main(["check", "--language", "ja"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("診断 port がないので、その見本は使いません(3件)。このままでかまいません。")
    assert len(said) == 2


def test_the_log_says_it_once(
    tmp_path: Path, own: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIT_LANGUAGE", "en")
    questions = tmp_path / "questions"
    write_assessment(questions, "hotel", roles=2)
    current = CurrentCatalog(questions, own, check_every=0)
    with caplog.at_level(logging.INFO, logger="catalog.current"):
        current.get()
        (questions / "hotel" / "assessment.yaml").touch()
        current.get()
        write_assessment(questions, "inn", roles=1)
        current.get()
    assert len(caplog.records) == 1
    assert "samples.0.assessment" in caplog.text
    assert current.problems == ()


def test_a_sample_of_an_assessment_that_is_there_stays_checked(site: SmallSite) -> None:
    site.change("content/samples.yaml", "calm_1: 3", "kalm_1: 3")
    absent = "- {id: rin, name: {ja: リン, en: Rin}, about: {ja: あ, en: a}, assessment: other, form: x, answers: {}}\n"
    (site.folder / "content/samples.yaml").open("a", encoding="utf-8").write(absent)
    assert site.problems() == [
        "content/samples.yaml:7:5: samples.0.answers.kalm_1: there is no item, scenario or task kalm_1. "
        "Did you mean calm_1?"
    ]
    site.change("content/samples.yaml", "kalm_1: 3", "calm_1: 3")
    assert site.problems() == []
    catalog = load_catalog(Path("questions"), Path("content"))
    assert [sample.id for sample in catalog.content.samples] == ["aki"]
    assert [note.in_language("en").partition(": ")[2].partition(": ")[2] for note in catalog.notes] == [
        "there is no assessment other, so its samples are passed over (1). There is nothing to do."
    ]


def test_the_folder_of_one_assessment_is_told_to_be_one_too_deep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_assessment(tmp_path / "ours", "hotel", roles=2)
    line = "ours/hotel:1:1: hotel: this is the folder of one assessment. Name the folder around it: ours."
    assert said_by(lambda: load_catalog(folder, CONTENT)) == [line]
    monkeypatch.chdir(folder)
    assert said_by(lambda: load_catalog(Path("."), CONTENT))[0].endswith(f"Name the folder around it: {tmp_path}/ours.")
