"""``python -m catalog``: what it prints and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.interpreter import typed
from tests.catalog.small_site import SmallSite

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FIT_QUESTIONS", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FIT_LANGUAGE", "en")


def test_all_is_well(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == (
        "No problems. Assessments: 1, items: 5, scenarios: 1, tasks: 0, traits: 2, roles: 2, facts: 2, lessons: 0, "
        "languages: ja, en.\n"
    )


def test_each_problem_is_a_line(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.change("questions/small/items.yaml", "trait: calm", "trait: clam")
    site.change("content/samples.yaml", "storm: b", "storm: c")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/samples.yaml:9:12: samples.0.answers.storm: there is no option c. Use one of: a, b.",
        "questions/small/items.yaml:2:10: items.0.trait: there is no trait clam. Did you mean calm?",
        "Problems: 2",
    ]


@pytest.mark.parametrize("folder", ["questions/small", "questions", "content"])
def test_a_folder_is_checked_for_what_it_is(site: SmallSite, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    assert main(["check", folder]) == 0
    kind = "Facts: 2" if folder == "content" else "Assessments: 1"
    assert capsys.readouterr().out.startswith(f"No problems. {kind},")


def test_a_folder_alone_says_that_nobody_looked_its_facts_up(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = "Whether the facts that are cited exist was not looked up (2); check without a folder does."
    for folder in ("questions/small", "questions"):
        assert main(["check", folder]) == 0
        assert capsys.readouterr().out.splitlines()[0].endswith(wanted)
    assert main(["check"]) == 0
    assert "not looked up" not in capsys.readouterr().out


def test_without_a_listed_assessment_the_check_says_so(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    for shown in ("unlisted", "off"):
        site.change("questions/small/assessment.yaml", "version: 1.0.0\n", f"version: 1.0.0\nshown: {shown}\n")
        assert main(["check"]) == 0
        note = "For your information: questions:1:1: questions: no assessment is listed, so the first page offers none."
        assert note in capsys.readouterr().out
        site.change("questions/small/assessment.yaml", f"shown: {shown}\n", "")


def test_an_assessment_with_folders_inside_is_one_all_the_same(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("questions/small/old/items.yaml", (site.folder / "questions/small/items.yaml").read_bytes())
    assert main(["check", "questions/small"]) == 0
    assert "questions/small/old:1:1: old: the YAML files in this folder are not read." in capsys.readouterr().out


def test_a_folder_with_a_problem(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.change("questions/small/items.yaml", "trait: calm", "trait: clam")
    assert main(["check", "questions/small"]) == main(["check", "questions"]) == 1
    assert main(["check", "content"]) == 0
    assert capsys.readouterr().out.count("there is no trait clam") == 2


def test_the_settings_name_the_folders(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site.folder / "questions").rename(site.folder / "ours")
    monkeypatch.setenv("FIT_QUESTIONS", "ours")
    assert main(["check"]) == 0
    monkeypatch.setenv("FIT_CONTENT", "nowhere")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "There is no folder nowhere.\n"


def test_japanese_by_wish_and_by_the_machine(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.change("questions/small/items.yaml", "trait: calm", "trait: clam")
    line = (
        "questions/small/items.yaml:2:10: items.0.trait: 特性 clam はありません。calm ではありませんか。\n誤り: 1件\n"
    )
    assert main(["check", "--language", "ja"]) == 1
    assert capsys.readouterr().out == line
    monkeypatch.delenv("FIT_LANGUAGE")
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == line
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(["check"]) == 1
    assert "there is no trait clam" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    "arguments", [[], ["chekc"], ["check", "--wrong"], ["check", "a", "b"], ["check", "--language", "xx"]]
)
def test_a_wrong_use_is_a_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.endswith(f"See {typed(Path(sys.executable))} -m catalog --help.\n")
    assert said.count("\n") == 1


def test_a_missing_folder_is_a_sentence(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere"]) == 2
    assert main(["check", "content/site.yaml", "--language=ja"]) == 2
    assert capsys.readouterr().err == ("There is no folder nowhere.\nフォルダ content/site.yaml がありません。\n")


def test_schemas_to_the_screen_and_to_a_folder(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)
    assert main(["schema", "--out", "made/here"]) == 0
    for kind, schema in schemas.items():
        assert json.loads(Path(f"made/here/{kind}.schema.json").read_text(encoding="utf-8")) == schema
    assert main(["schema", "--out", "content/site.yaml"]) == 2


def test_it_runs_as_a_command_and_in_any_locale(site: SmallSite) -> None:
    site.change("questions/small/items.yaml", "trait: calm", "trait: clam")
    command = [sys.executable, "-m", "catalog", "check", "--language", "ja"]
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
    }
    ran = subprocess.run(command, cwd=site.folder, env=surroundings, capture_output=True, check=False)
    assert ran.returncode == 1
    assert "特性 clam はありません".encode() in ran.stdout
    assert ran.stderr == b""


def test_the_hints_on_wording_are_counted_and_the_command_that_shows_them_is_printed(
    site: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site.change("questions/small/items.yaml", "I stay calm.", "I stay calm and smile.")
    site.change("questions/small/items.yaml", "私は様子を見る。", "私はすぐには動かない。")
    named = site.folder / "questions" / "my small"
    (site.folder / "questions" / "small").rename(named)
    python = typed(Path(sys.executable))
    for folder in (str(named), "questions"):
        assert main(["check", folder]) == 0
        said, last = capsys.readouterr().out.splitlines()
        assert said.startswith("No problems.")
        assert last.startswith("Hints on wording: 2 ")
        shown = named if folder != "questions" else Path("questions", "my small")
        assert last.endswith(f"To see them: {python} -m catalog preview '{shown}'")
    assert main(["check", str(named), "--language", "ja"]) == 0
    assert "言葉づかいのヒント: 2件" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert "Hints" not in capsys.readouterr().out, "who checks a whole site does not write questions"
