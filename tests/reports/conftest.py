"""The project's own files, and results of every kind that a report must have a layout for."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.load import load_content
from catalog.questionnaire.assessment import Assessment
from scoring import score_one
from tests.reports.results import ROOT, Told, answered
from tests.shipped import shipped_assessment


@pytest.fixture(scope="session")
def content_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words and facts of the site; what it teaches stays outside."""
    folder = tmp_path_factory.mktemp("content")
    for name in ("facts.yaml", "site.yaml"):
        shutil.copy(ROOT / "content" / name, folder)
    shutil.copytree(ROOT / "content" / "interface", folder / "interface")
    return folder


@pytest.fixture(scope="session")
def content(content_folder: Path) -> Content:
    return load_content(content_folder)


@pytest.fixture(scope="session")
def assessment() -> Assessment:
    return shipped_assessment()


@pytest.fixture(scope="session")
def grouped() -> Assessment:
    """Five facets in two domains and one beside them, without roles, with norms of two groups of people."""
    return shipped_assessment("tests/fixtures/grouped")


@pytest.fixture(scope="session")
def by_domain(grouped: Assessment) -> Told:
    """A whole sheet: outward at 62.5, method at 37.5, ideas at 100."""
    levels = {"warmth": 4, "tempo": 3, "order": 2, "care": 3, "ideas": 5}
    answers = answered(grouped, levels.__getitem__)
    return Told(score_one(grouped, "full", answers), answers)


@pytest.fixture(scope="session", params=["ja", "en"])
def words(content: Content, request: pytest.FixtureRequest) -> Words:
    return content.words(request.param)


@pytest.fixture(scope="session")
def ja(content: Content) -> Words:
    return content.words("ja")


@pytest.fixture(scope="session")
def told(assessment: Assessment, content: Content) -> dict[str, Told]:
    """By kind: the samples, tie, warning, unscored, empty, one_role (nothing else measured), older."""

    def scored(answers: dict[str, int | str], form: str = "full") -> Told:
        return Told(score_one(assessment, form, answers), answers)

    made = {sample.id: scored(dict(sample.answers), sample.form) for sample in assessment.samples}
    shared = list(assessment.foundation)
    made["tie"] = scored(answered(assessment, lambda trait: 3))
    made["warning"] = scored(answered(assessment, lambda trait: 1 if trait in shared[:2] else 4))
    made["unscored"] = scored(answered(assessment, lambda trait: 4 if trait in shared[:2] else None))
    made["empty"] = scored({})
    whole = next(iter(made.values()))
    first = whole.result.ranking[0]
    one = replace(
        whole.result,
        differences=(),
        traits={
            trait: score if at % 2 else replace(score, estimate=None, sem=None)
            for at, (trait, score) in enumerate(whole.result.traits.items())
        },
        roles={
            role: fit if role == first else replace(fit, fit=None, direction=None, p_best=None, contributions=())
            for role, fit in whole.result.roles.items()
        },
    )
    made["one_role"] = replace(whole, result=one)
    made["older"] = replace(whole, result=replace(whole.result, version="0.9.0", flags=("flat", "hasty")))
    return made
