"""Assessments that the scoring tests share: three from files, and a factory for any other shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from catalog.content.words import Words
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from tests.shipped import shipped_assessment, shipped_content

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command says is compared in English, whatever the machine speaks."""
    monkeypatch.setenv("FIT_LANGUAGE", "en")


@pytest.fixture(scope="session")
def reference_folder() -> Path:
    return ROOT / "tests/fixtures/reference"


@pytest.fixture(scope="session")
def reference(reference_folder: Path) -> Assessment:
    return load_assessment(reference_folder)


@pytest.fixture(scope="session")
def customer_roles() -> Assessment:
    return shipped_assessment()


@pytest.fixture(scope="session")
def liking() -> Assessment:
    return shipped_assessment("tests/fixtures/liking")


@pytest.fixture(scope="session")
def customer_roles_1() -> Assessment:
    """As the site had it in 1.0.0 to 1.2.0."""
    return shipped_assessment("tests/fixtures/customer_roles_1")


@pytest.fixture(scope="session")
def big_five_folder() -> Path:
    return ROOT / "tests/fixtures/big_five"


@pytest.fixture(scope="session")
def big_five(big_five_folder: Path) -> Assessment:
    return load_assessment(big_five_folder)


@pytest.fixture(scope="session")
def grouped() -> Assessment:
    """Facets in two domains, with norms in sums and means of two groups of people."""
    return load_assessment(ROOT / "tests/fixtures/grouped")


@pytest.fixture(scope="session")
def words() -> Words:
    """The site's own words in English."""
    return shipped_content().words("en")


@pytest.fixture(scope="session")
def build() -> Callable[..., Assessment]:
    """Builds an assessment from numbers alone: items a trait (keys alternate), scale points, weights by role."""

    def built(
        items: int = 4,
        points: int = 5,
        roles: Sequence[Sequence[int | None]] = ((2, -1, None), (-1, 2, 0), (0, 1, 2)),
        foundation: int = 2,
        scenarios: int = 0,
        short: int = 2,
        reverse_items: bool = False,
        evidence: str = "direct",
        languages: Sequence[str] = ("ja", "en"),
        norm_mean: float = 50,
        tasks: int = 0,
        short_tasks: int = 2,
        task_points: int = 5,
        liking: Mapping[str, float] | None = None,
        rule: int = 2,
        groups: Sequence[Sequence[int]] = (),
    ) -> Assessment:
        def text(words: str) -> dict[str, str]:
            return {language: f"{words} {language}" for language in languages}

        own = len(roles[0]) if roles else 0
        traits = [f"t{i}" for i in range(own + foundation)]
        said = {"because": text("because"), "facts": ()}
        all_items = [
            {"id": f"{trait}_{i}", "trait": trait, "keyed": "+-"[i % 2], "text": text(f"{trait} {i}")}
            for i in range(items)
            for trait in traits
        ]
        norm = {"mean": norm_mean, "sd": 17, "reliability": 0.72, "basis": "assumed"}
        all_tasks = [
            {"id": f"task_r{role}_{i}", "role": f"r{role}", "text": text(f"task {role} {i}")}
            for i in range(tasks)
            for role in range(len(roles))
        ]
        liked = {"sd": 20, "reliability": 0.85, "shared": 0.4, "share": 0.5, "basis": "assumed", **(liking or {})}
        short_form = {"minutes": 2, "items": [f"{t}_{i}" for i in range(short) for t in traits]}
        if tasks:
            short_form["tasks"] = [f"task_r{role}_{i}" for i in range(short_tasks) for role in range(len(roles))]
        return Assessment.model_validate(
            {
                "id": "built",
                "version": "1.2.3",
                "rule": rule,
                "title": text("title"),
                "scale": {"points": points, "labels": [text(str(i)) for i in range(points)]},
                "forms": {
                    "full": {"minutes": 5},
                    "short": short_form,
                },
                "groups": [
                    {"id": f"g{i}", "name": text(f"g{i}"), "traits": [traits[t] for t in members]}
                    for i, members in enumerate(groups)
                ],
                "traits": [
                    {"id": t, "name": text(t), "about": text(t), "low": text(t), "high": text(t), "norm": norm}
                    for t in traits
                ],
                "items": all_items[::-1] if reverse_items else all_items,
                "scenarios": [
                    {
                        "id": f"s{i}",
                        "text": text(f"s{i}"),
                        "options": [
                            {"id": option, "text": text(option), "shows": {traits[i]: 1 + j, traits[i + 1]: points - j}}
                            for j, option in enumerate("abcd"[:points])
                        ],
                    }
                    for i in range(scenarios)
                ],
                "tasks": all_tasks,
                "task_scale": {"points": task_points, "labels": [text(str(i)) for i in range(task_points)]}
                if tasks
                else None,
                "liking": liked if tasks else None,
                "foundation": {trait: {"weight": 1, **said} for trait in traits[own:]},
                "roles": [
                    {
                        "id": f"r{i}",
                        "name": text(f"r{i}"),
                        "about": text(f"r{i}"),
                        "weights": {
                            trait: {"weight": weight, "evidence": evidence, **said}
                            for trait, weight in zip(traits, weights, strict=False)
                            if weight is not None
                        },
                    }
                    for i, weights in enumerate(roles)
                ],
                "files_hash": "0" * 64,
            }
        )

    return built
