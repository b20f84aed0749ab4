"""Every sentence template of the site, filled with every trait, role, pair and triple, breaks no rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import comb
from pathlib import Path

import pytest

from catalog.load import Catalog, load_assessment
from reports.sentences.__main__ import main
from reports.sentences.filled import Filled, filled, speaks_of
from reports.sentences.places import JOINTS, kind_of
from reports.sentences.rules import broken
from tests.shipped import shipped_catalog

ROOT = Path(__file__).resolve().parents[3]
Sentences = Mapping[str, list[Filled]]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return shipped_catalog()


@pytest.fixture(scope="module", params=["ja", "en"])
def sentences(request: pytest.FixtureRequest, catalog: Catalog) -> Sentences:
    by_key: dict[str, list[Filled]] = defaultdict(list)
    for assessment in catalog.assessments.values():
        for one in filled(assessment, catalog.content, request.param):
            by_key[one.key].append(one)
    return by_key


def test_no_sentence_breaks_a_rule(sentences: Sentences) -> None:
    found = [(one.rule, one.part, one.sentence.text) for key in sentences for one in broken(sentences[key])]
    assert not found[:20]


def test_every_template_is_filled(sentences: Sentences, catalog: Catalog) -> None:
    wanted = {key for key in catalog.content.interface if not key.startswith(JOINTS)}
    assert set(sentences) == wanted


def test_every_trait_end_role_pair_and_triple_stands_in_a_sentence(sentences: Sentences, catalog: Catalog) -> None:
    (assessment,) = catalog.assessments.values()
    traits, roles = len(assessment.traits), len(assessment.roles)
    names = {one.text for one in sentences["result.verdict.deciding"]}
    assert len(names) == sum(comb(traits, many) for many in (1, 2, 3))
    ends = {one.text for one in sentences["result.warning.traits"]}
    assert len(ends) == sum(comb(traits, many) * 2**many for many in (1, 2, 3))
    assert len({one.text for one in sentences["result.verdict.unlikely"]}) == 2**roles - 1
    helped = {one.text for one in sentences["charts.why.helped"] if len(one.phrases) == 1}
    assert len(helped) == 2 * traits * roles
    apart = {one.text for one in sentences["charts.differences.sentence_apart"]}
    assert len(apart) == roles * (roles - 1), "no role is compared with itself"


def test_a_place_that_nobody_has_said_anything_of_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"say in reports\.sentences\.places what can stand there"):
        kind_of("result.verdict.clear", "somebody")


def test_the_page_holds_every_sentence(tmp_path: Path, sentences: Sentences, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in ("FIT_QUESTIONS", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)
    out = tmp_path / "sentences.html"
    assert main([str(out)]) == 0
    shown = set(out.read_text(encoding="utf-8").replace("&#x27;", "'").replace("&quot;", '"').split("<li>"))
    lines = {line.split("</li>")[0] for line in shown}
    for key in ("result.warning.traits", "result.verdict.deciding", "charts.why.hindered", "learn.title"):
        assert {one.text for one in sentences[key]} <= lines, key


def test_a_broken_sentence_is_named_and_the_status_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    (content / "interface").mkdir(parents=True)
    for name in ("site.yaml", "facts.yaml"):
        (content / name).write_text((ROOT / "content" / name).read_text(encoding="utf-8"), encoding="utf-8")
    own = 'verdict: {deciding: {ja: "決め手は、{traits}をを見ると分かります。", en: "What decides it: {traits}."}}\n'
    (content / "interface" / "result.yaml").write_text(own, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("FIT_CONTENT", str(content))
    out = tmp_path / "sentences.html"
    assert main([str(out), "--language", "en"]) == 1
    assert "result.verdict.deciding: doubled particle (をを)" in capsys.readouterr().out
    assert "をを" in out.read_text(encoding="utf-8").partition("<h3")[0], "what is broken stands first"
    assert main([str(tmp_path / "nowhere" / "out.html")]) == 2


def test_for_a_page_neighbours_are_enough_and_every_trait_and_role_is_named(catalog: Catalog) -> None:
    (assessment,) = catalog.assessments.values()
    keys = speaks_of(catalog.content, ("result.",))
    assert "result.verdict.clear" in keys
    assert "result.levels.title" not in keys, "it names nobody"
    few = list(filled(assessment, catalog.content, "ja", keys, every=False))
    assert {one.key for one in few} == set(keys)
    assert len(few) < len(list(filled(assessment, catalog.content, "ja", keys))) / 4
    said = "".join(one.text for one in few)
    assert all(trait.name.in_language("ja") in said for trait in assessment.traits)
    assert all(role.name.in_language("ja") in said for role in assessment.roles)


def test_without_roles_no_sentence_names_one(catalog: Catalog) -> None:
    assessment = load_assessment(ROOT / "tests" / "fixtures" / "big_five")
    every = list(filled(assessment, catalog.content, "ja", ("result.verdict.clear", "result.verdict.deciding")))
    assert {one.key for one in every} == {"result.verdict.deciding"}
