"""Collects the golden cases: every entry of tests/cases/*.yaml is a test. docs/scoring.md says how to write one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from scoring import PageTime, score_one
from scoring.rule.result import Result

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/fixtures"
FOLDERS = {
    "reference": FIXTURES / "reference",
    "one_role": FIXTURES / "one_role",
    "customer_roles": ROOT / "questions/customer_roles",
    # As the site had it in 1.0.0 to 1.2.0: results of that time open with these numbers for ever.
    "customer_roles_1": FIXTURES / "customer_roles_1",
    "liking": FIXTURES / "liking",
    "grouped": FIXTURES / "grouped",
}
KEYS = {"name", "assessment", "form", "answers", "pages", "expect", "tolerance"}
TOLERANCE = {"points": 1e-6, "p": 0.002}


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".yaml" and file_path.parent == Path(__file__).parent:
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    def collect(self) -> Iterable[pytest.Item]:
        for case in yaml.safe_load(self.path.read_text(encoding="utf-8")):
            yield Case.from_parent(self, name=case["name"], case=case)


class Unmet(Exception):
    """What a case expects and the result does not show."""


class Case(pytest.Item):
    def __init__(self, *, case: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.case = case

    def runtest(self) -> None:
        unknown = set(self.case) - KEYS
        if unknown:
            raise Unmet(f"a case has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(KEYS))}")
        assessment, form = _assessment(self.case["assessment"]), self.case.get("form", "full")
        pages = [PageTime(*page) for page in self.case.get("pages", ())]
        result = score_one(assessment, form, answers_of(assessment, form, self.case["answers"]), pages)
        unmet = list(_unmet(result, self.case["expect"], {**TOLERANCE, **self.case.get("tolerance", {})}))
        if unmet:
            raise Unmet("\n".join(unmet))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Unmet):
            return f"{self.path.name}: {self.name}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name


@cache
def _assessment(name: str) -> Assessment:
    return load_assessment(FOLDERS[name])


def answers_of(assessment: Assessment, form: str, given: Mapping[str, Any]) -> dict[str, int | str]:
    """The sheet; what comes later counts: ``raw_all``, ``all``, ``traits``, ``scores``, then single questions."""
    unknown = set(given) - {"raw_all", "all", "traits", "scores", "items", "scenarios", "tasks"}
    if unknown:
        raise Unmet(f"answers are not given by {', '.join(sorted(unknown))}")
    points, items = assessment.scale.points, assessment.form_items(form)
    keyed: dict[str, int | None] = {}
    if "all" in given:
        keyed |= {item.id: given["all"] for item in items}
    for trait, level in given.get("traits", {}).items():
        keyed |= {item.id: level for item in items if item.trait == assessment.trait[trait].id}
    for trait, score in given.get("scores", {}).items():
        own = [item.id for item in items if item.trait == assessment.trait[trait].id]
        above, rest = divmod(score * len(own) * (points - 1), 100)
        if rest:
            raise Unmet(f"{len(own)} items cannot give {trait} a score of {score}")
        keyed |= {item: 1 + above // len(own) + (i < above % len(own)) for i, item in enumerate(own)}
    raw: dict[str, int | str | None] = {}
    if "raw_all" in given:
        raw |= {item.id: given["raw_all"] for item in items}
    for item in items:
        if item.id in keyed:
            level = keyed[item.id]
            raw[item.id] = points + 1 - level if item.keyed == "-" and level is not None else level
    raw |= given.get("items", {})
    raw |= given.get("scenarios", {})
    raw |= _ratings(assessment, form, given.get("tasks", {}))
    return {name: answer for name, answer in raw.items() if answer is not None}


def _ratings(assessment: Assessment, form: str, given: Mapping[str, Any]) -> dict[str, int | None]:
    """Ratings by role: one number for all of its tasks, or one each, in the form's order."""
    rated: dict[str, int | None] = {}
    for role, ratings in given.items():
        own = [task.id for task in assessment.form_tasks(form) if task.role == assessment.role[role].id]
        each = ratings if isinstance(ratings, list) else [ratings] * len(own)
        if len(each) != len(own):
            raise Unmet(f"{role} has {len(own)} tasks, not {len(each)}")
        rated |= dict(zip(own, each, strict=True))
    return rated


def _unmet(result: Result, expected: Mapping[str, Any], tolerance: Mapping[str, float]) -> Iterable[str]:
    found = _flat(result)
    for name, wanted in expected.items():
        if name not in found:
            yield f"nothing to expect is called {name}; there are {', '.join(found)}"
        elif isinstance(wanted, Mapping):
            for part, value in wanted.items():
                got = found[name][part]
                if not _alike(got, value, tolerance["p" if name == "p" else "points"]):
                    yield f"{name} of {part}: {got} instead of {value}"
        elif not _alike(found[name], wanted, tolerance["points"]):
            yield f"{name}: {found[name]} instead of {wanted}"


def _alike(got: Any, wanted: Any, tolerance: float) -> bool:
    if isinstance(got, float) and isinstance(wanted, (int, float)):
        return isclose(got, wanted, rel_tol=0, abs_tol=tolerance)
    return bool(got == wanted)


def _flat(result: Result) -> dict[str, Any]:
    def value(estimate: Any) -> float | None:
        return None if estimate is None else estimate.value

    return {
        "traits": {trait: value(score.estimate) for trait, score in result.traits.items()},
        "sem": {trait: score.sem for trait, score in result.traits.items()},
        "groups": {group: value(score.estimate) for group, score in result.groups.items()},
        "group_sem": {group: score.sem for group, score in result.groups.items()},
        "foundation": value(result.foundation),
        "direction": {role: value(fit.direction) for role, fit in result.roles.items()},
        "fit": {role: value(fit.fit) for role, fit in result.roles.items()},
        "p": {role: fit.p_best for role, fit in result.roles.items()},
        "verdict": result.verdict.kind,
        "best": result.verdict.best,
        "tied": list(result.verdict.tied),
        "unlikely": list(result.verdict.unlikely),
        "deciding": list(result.verdict.deciding),
        "foundation_warning": list(result.foundation_warning),
        "flags": list(result.flags),
        "differences": len(result.differences),
        "liking": {role: fit.liking and value(fit.liking.estimate) for role, fit in result.roles.items()},
        "liking_sem": {role: fit.liking and fit.liking.sem for role, fit in result.roles.items()},
        "above": {role: fit.liking and fit.liking.above for role, fit in result.roles.items()},
        "liking_points": {role: fit.liking and fit.liking.points for role, fit in result.roles.items()},
        "liking_counts": result.liking is not None and result.liking.counts,
        "contribution": {
            f"{role}.{part.trait}": part.points for role, fit in result.roles.items() for part in fit.contributions
        },
        "low": {role: fit.fit and fit.fit.low for role, fit in result.roles.items()},
        "high": {role: fit.fit and fit.fit.high for role, fit in result.roles.items()},
    }
