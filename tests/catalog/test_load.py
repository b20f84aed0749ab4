"""Folders and files: what is read, what is missing, and everything at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.load import load_assessment, load_assessments, load_catalog, load_content
from catalog.reading.problem import DataProblems
from tests.catalog.small_site import SMALL, SmallSite, said_by

SMALL_FOLDER = Path("questions/small")


def test_the_small_site_has_no_problems(site: SmallSite) -> None:
    catalog = load_catalog(Path("questions"), Path("content"))
    small = catalog.assessments["small"]
    assert [item.id for item in small.form_items("quick")] == ["calm_1", "calm_2", "bold_1", "bold_2"]
    assert small.form_scenarios("quick") == ()
    assert [scenario.id for scenario in small.form_scenarios("full")] == ["storm"]
    assert small.foundation["calm"].weight == 1
    assert small.role["sailor"].weights["bold"].evidence == "direct"
    assert small.languages == ("ja", "en") == catalog.content.language_ids
    assert catalog.content.samples[0].answers == {"calm_1": 3, "bold_1": 2, "storm": "b"}


def test_the_interface_is_found_by_file_and_path(site: SmallSite) -> None:
    content = load_content(Path("content"))
    assert list(content.interface) == [
        "start.title",
        "start.minutes",
        "start.radar.you",
        "start.language.ja",
        "start.language.en",
    ]
    assert content.words("ja")("start.minutes", minutes=4) == "4分"
    assert content.words("en")("start.language.ja") == "Japanese"


def test_an_assessment_stands_alone_with_three_files(site: SmallSite) -> None:
    for name in ("scenarios", "roles", "guidance"):
        site.remove(f"questions/small/{name}.yaml")
    small = load_assessment(SMALL_FOLDER)
    assert (small.scenarios, small.foundation, small.roles, small.guidance) == ((), {}, (), None)


def test_alone_any_fact_of_the_right_form_will_do(site: SmallSite) -> None:
    site.change("questions/small/roles.yaml", "[F001, F002]", "[F001, F777]")
    assert site.assessment_problems() == []
    assert said_by(lambda: load_assessment(SMALL_FOLDER, facts={"F001", "F002"})) == [
        "questions/small/roles.yaml:15:23: roles.0.weights.bold.facts.1: there is no fact F777. "
        "Use an id of facts.yaml."
    ]


def test_alone_the_title_says_the_languages(site: SmallSite) -> None:
    for name in SMALL:
        if name.startswith(str(SMALL_FOLDER)):
            text = (site.folder / name).read_text(encoding="utf-8")
            site.write(name, text.replace(" en: ", " fr: "))
    assert load_assessment(SMALL_FOLDER).languages == ("ja", "fr")
    assert site.problems() == [], "a site of ja and en serves it all the same"


def test_everything_wrong_is_said_at_once_and_in_order(site: SmallSite) -> None:
    site.change("questions/small/items.yaml", '  keyed: "+"', '  wieght: "+"')
    site.change("questions/small/items.yaml", "trait: bold", "trait: blod")
    site.change("questions/small/traits.yaml", "sd: 17", "sd: 99")
    site.write("questions/small/roles.yaml", "roles: [\n")
    site.change("content/facts.yaml", "articles: [S0]", "articles: [S7]")
    site.write("shipped/interface/more.yaml", "a: {ja: あ, en: a}\n")
    site.write("content/interface/more.yaml", "a: {ja: あ}\n")
    assert site.problems() == [
        "content/facts.yaml:9:16: facts.0.articles.0: there is no article S7. Use one of: S0.",
        "content/interface/more.yaml:1:4: more.a: the text in en is missing. Add it.",
        "questions/small/items.yaml:1:3: items.0.keyed: the key keyed is missing. Add it.",
        "questions/small/items.yaml:3:3: items.0.wieght: unknown key. Use one of: keyed.",
        "questions/small/items.yaml:10:10: items.2.trait: there is no trait blod. Did you mean bold?",
        "questions/small/roles.yaml:1:8: roles: the bracket that opens here is not closed properly. "
        "Check its commas, quotes and closing bracket.",
        "questions/small/traits.yaml:6:24: traits.0.norm.sd: 99 is too large. Write 50 or less.",
    ]


@pytest.mark.parametrize("name", ["assessment", "traits", "items"])
def test_a_missing_file_is_said(site: SmallSite, name: str) -> None:
    site.remove(f"questions/small/{name}.yaml")
    line = f"questions/small/{name}.yaml:1:1: {name}: the file {name}.yaml is missing."
    assert any(said.startswith(line) for said in site.assessment_problems())


@pytest.mark.parametrize("name", ["site", "facts"])
def test_missing_content_is_said(site: SmallSite, name: str) -> None:
    site.remove(f"content/{name}.yaml")
    line = f"content/{name}.yaml:1:1: {name}: the file {name}.yaml is missing."
    assert site.problems() == [f"{line} Add it; docs/authors shows what it holds."]


def test_a_file_with_a_slip_in_its_name_is_said_once(site: SmallSite) -> None:
    (site.folder / "questions/small/items.yaml").rename(site.folder / "questions/small/item.yaml")
    assert site.assessment_problems()[0] == (
        "questions/small/item.yaml:1:1: item: no file here is called item.yaml. Did you mean items.yaml?"
    )
    assert not any("is missing" in said for said in site.assessment_problems())


def test_a_stray_file_is_said(site: SmallSite) -> None:
    site.write("content/zzz.yaml", "a: 1\n")
    site.write("content/interface/more.yml", "a: 1\n")
    assert site.content_problems() == [
        "content/interface/more.yml:1:1: more: no file here is called more.yml. Did you mean more.yaml?",
        "content/zzz.yaml:1:1: zzz: no file here is called zzz.yaml. Use one of: site.yaml, facts.yaml, samples.yaml, "
        "usage.yaml, core_questions.yaml, fair_questions.yaml, workshops.yaml, adverts.yaml, advert_samples.yaml, "
        "fair_adverts.yaml, contradictions.yaml, "
        "confusions.yaml, comparison.yaml, glossary.yaml, practice.yaml, "
        "interview.yaml.",
    ]


def test_a_file_that_cannot_be_opened_is_said(site: SmallSite) -> None:
    site.remove("content/samples.yaml")
    (site.folder / "content/samples.yaml").mkdir()
    assert site.content_problems() == [
        "content/samples.yaml:1:1: samples: the file cannot be opened. Check that it is a file and that it may be read."
    ]


def test_missing_and_empty_folders_are_said(site: SmallSite) -> None:
    Path("empty").mkdir()
    assert said_by(lambda: load_catalog(Path("nowhere"), Path("content"))) == [
        "nowhere:1:1: nowhere: the folder does not exist or cannot be opened. Check the path."
    ]
    assert said_by(lambda: load_catalog(Path("empty"), Path("content"))) == [
        "empty:1:1: empty: no folder in here holds an assessment. "
        "Make a folder for each assessment and put its assessment.yaml there."
    ]
    assert said_by(lambda: load_content(Path("nowhere"))) == [
        "nowhere:1:1: nowhere: the folder does not exist or cannot be opened. Check the path."
    ]
    assert len(said_by(lambda: load_assessment(Path("empty")))) == 3


def test_paths_outside_the_working_directory_are_whole(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.change("questions/small/traits.yaml", "sd: 17", "sd: 0")
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    with pytest.raises(DataProblems) as found:
        load_assessment(site.folder / SMALL_FOLDER)
    assert found.value.problems[0].file == f"{site.folder.as_posix()}/questions/small/traits.yaml"


def test_a_second_assessment_lives_beside_the_first(site: SmallSite) -> None:
    shutil.copytree("questions/small", "questions/twin")
    said = site.problems()
    assert said == [
        "questions/twin/assessment.yaml:1:5: id: the id small is taken (questions/small/assessment.yaml, line 1). "
        "Choose another one."
    ]
    site.change("questions/twin/assessment.yaml", "id: small", "id: twin")
    assert list(load_assessments(Path("questions"))) == ["small", "twin"]


def test_the_hash_is_of_names_and_bytes(site: SmallSite) -> None:
    first = load_assessment(SMALL_FOLDER).files_hash
    shutil.copytree("questions/small", "copy")
    assert load_assessment(Path("copy")).files_hash == first
    site.write("questions/small/traits.yaml", SMALL["questions/small/traits.yaml"] + "# a remark\n")
    assert load_assessment(SMALL_FOLDER).files_hash != first
    assert len(first) == 64
    content = load_content(Path("content")).files_hash
    site.change("content/interface/start.yaml", "ようこそ", "よくぞ")
    assert load_content(Path("content")).files_hash != content


def test_one_key_is_enough_where_the_trait_says_so(site: SmallSite) -> None:
    site.change("questions/small/items.yaml", 'trait: calm\n  keyed: "-"', 'trait: calm\n  keyed: "+"')
    site.change("questions/small/traits.yaml", "- id: calm\n", "- id: calm\n  balanced: false\n")
    assert site.problems() == []
