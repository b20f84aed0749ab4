"""The scoring rule once more, for one sheet, in plain Python and scipy: what the tests hold scoring/ against.

Written from docs/scoring.md alone, in other steps than scoring/ takes.
"""

from __future__ import annotations

from math import sqrt

import numpy as np
from scipy.stats import multivariate_normal

from catalog.questionnaire.assessment import FULL, Assessment


def keyed_by_trait(assessment: Assessment, form: str, answers: dict) -> tuple[dict, dict]:
    """Keyed answers given, and how many were asked, by trait."""
    given = {trait.id: [] for trait in assessment.traits}
    asked = dict.fromkeys(given, 0)
    for item in assessment.form_items(form):
        asked[item.trait] += 1
        if item.id in answers:
            x = answers[item.id]
            given[item.trait].append(x if item.keyed == "+" else assessment.scale.points + 1 - x)
    for scenario in assessment.form_scenarios(form):
        for trait in scenario.options[0].shows:
            asked[trait] += 1
        if scenario.id in answers:
            chosen = next(option for option in scenario.options if option.id == answers[scenario.id])
            for trait, value in chosen.shows.items():
                given[trait].append(value)
    return given, asked


def plain_scores(assessment: Assessment, form: str, answers: dict) -> dict[str, tuple[float, float]]:
    """Score and SEM of each measured trait."""
    given, asked = keyed_by_trait(assessment, form, answers)
    _, full = keyed_by_trait(assessment, FULL, {})
    found = {}
    for trait in assessment.traits:
        k = len(given[trait.id])
        if k == 0 or k / asked[trait.id] < 0.5:
            continue
        score = 100 * (sum(given[trait.id]) / k - 1) / (assessment.scale.points - 1)
        norm = trait.norm
        found[trait.id] = (score, sqrt(norm.sd**2 * (1 - norm.reliability) * full[trait.id] / k))
    return found


def plain_groups(assessment: Assessment, scores: dict) -> dict[str, tuple[float, float]]:
    """Score and SEM of each group of which half of the traits or more are measured."""
    found = {}
    for group in assessment.groups:
        own = [scores[trait] for trait in group.traits if trait in scores]
        if own and len(own) / len(group.traits) >= 0.5:
            found[group.id] = (
                float(np.mean([score for score, _ in own])),
                float(np.linalg.norm([sem for _, sem in own])) / len(own),
            )
    return found


def plain_part(weights: dict[str, int], origins: dict[str, float], scores: dict) -> tuple[float, float] | None:
    total = sum(abs(weight) for weight in weights.values())
    measured = {trait: weight for trait, weight in weights.items() if trait in scores}
    size = sum(abs(weight) for weight in measured.values())
    if size == 0 or size < total / 2:
        return None
    value = 50 + sum(weight * (scores[trait][0] - origins[trait]) for trait, weight in measured.items()) / size
    return value, sqrt(sum((weight / size * scores[trait][1]) ** 2 for trait, weight in measured.items()))


def plain_liking(assessment: Assessment, form: str, answers: dict) -> dict[str, tuple[float, float]]:
    """Liking and its SEM of each role of which enough tasks are rated."""
    found = {}
    for role in assessment.roles:
        asked = [task.id for task in assessment.form_tasks(form) if task.role == role.id]
        given = [answers[task] for task in asked if task in answers]
        if not given or 2 * len(given) < len(asked):
            continue
        whole = sum(task.role == role.id for task in assessment.tasks)
        score = 100 * (sum(given) / len(given) - 1) / (assessment.task_scale.points - 1)
        noise = assessment.liking.sd**2 * (1 - assessment.liking.reliability) * whole / len(given)
        found[role.id] = (score, sqrt(noise))
    return found


def counts(assessment: Assessment, liking: dict) -> bool:
    return len(assessment.roles) > 1 and bool(assessment.tasks) and len(liking) == len(assessment.roles)


def plain_c(assessment: Assessment) -> float:
    """How far liking has to be stretched to spread like the directions, from simulated independent traits' algebra."""
    spreads = []
    for role in assessment.roles:
        weights = np.array([getattr(role.weights.get(t.id), "weight", 0) for t in assessment.traits], float)
        covariance = np.diag([t.norm.sd**2 for t in assessment.traits])
        spreads.append(np.sqrt(weights @ covariance @ weights) / np.abs(weights).sum())
    one, r = assessment.liking, len(assessment.roles)
    # One role's liking less the mean of all, whose shared part falls out.
    centre = np.eye(r) - np.full((r, r), 1 / r)
    own = one.sd**2 * (one.shared * np.ones((r, r)) + (1 - one.shared) * np.eye(r))
    return float(np.mean(spreads) / np.sqrt((centre @ own @ centre.T)[0, 0]))


def plain_preferred(assessment: Assessment, liking: dict) -> dict[str, tuple[float, float]]:
    """d_r with its standard error."""
    r = len(assessment.roles)
    level = np.array([liking[role.id][0] for role in assessment.roles])
    noise = np.diag([liking[role.id][1] ** 2 for role in assessment.roles])
    centre = np.eye(r) - np.full((r, r), 1 / r)
    errors = np.sqrt(np.diag(centre @ noise @ centre.T))
    return dict(zip(assessment.role, zip((centre @ level).tolist(), errors.tolist(), strict=True), strict=True))


def plain_sides(assessment: Assessment, scores: dict, liking: dict) -> dict[str, tuple[float, float] | None]:
    """G_r with its standard error; the direction where liking does not count."""
    directions = plain_directions(assessment, scores)
    if not counts(assessment, liking):
        return directions
    share, c, preferred = assessment.liking.share, plain_c(assessment), plain_preferred(assessment, liking)
    sides: dict[str, tuple[float, float] | None] = {}
    for role, direction in directions.items():
        above, error = preferred[role]
        sides[role] = direction and (
            (1 - share) * direction[0] + share * (50 + c * above),
            float(np.hypot((1 - share) * direction[1], share * c * error)),
        )
    return sides


def plain_p_liking(assessment: Assessment, liking: dict) -> tuple[np.ndarray, np.ndarray]:
    """e and cov_E."""
    one, r, c = assessment.liking, len(assessment.roles), plain_c(assessment)
    v = one.reliability * one.sd**2 * (1 - one.shared)
    s2 = np.mean([liking[role][1] ** 2 for role in assessment.role])
    rho = v / (v + s2)
    above = np.array([plain_preferred(assessment, liking)[role][0] for role in assessment.role])
    return c * rho * above / 50, c**2 * v * (1 - rho) * (np.eye(r) - 1 / r) / 2500


def plain_warning(assessment: Assessment, scores: dict) -> list[str]:
    """Foundation traits, and ``score`` for the foundation itself."""
    warned = []
    for trait in assessment.traits:
        if trait.id not in assessment.foundation or trait.id not in scores:
            continue
        score, sem = scores[trait.id]
        value, error = score, sem
        if assessment.rule > 1:
            v = trait.norm.reliability * trait.norm.sd**2
            rho = v / (v + sem**2)
            value, error = trait.norm.mean + rho * (score - trait.norm.mean), sqrt(v * (1 - rho))
        if value + 1.2816 * error < 40:
            warned.append(trait.id)
    whole = plain_foundation(assessment, scores)
    return [*warned, "score"] if whole and whole[0] + 1.2816 * whole[1] < 40 else warned


def plain_p(assessment: Assessment, scores: dict, liking: dict | None = None) -> list[float]:
    """P(best) by scipy's multivariate normal."""
    traits = assessment.traits
    weights = np.array(
        [[getattr(role.weights.get(t.id), "weight", 0) for t in traits] for role in assessment.roles], float
    )
    sd = {"direct": 0.5, "indirect": 0.75, "mixed": 0.75}
    sigma = np.array(
        [[sd[role.weights[t.id].evidence] if t.id in role.weights else 0 for t in traits] for role in assessment.roles]
    )
    a, q = np.zeros(len(traits)), np.zeros(len(traits))
    for i, trait in enumerate(traits):
        v = trait.norm.reliability * trait.norm.sd**2
        score, sem = scores.get(trait.id, (trait.norm.mean, float("inf")))
        rho = v / (v + sem**2)
        a[i], q[i] = rho * (score - trait.norm.mean) / 50, v * (1 - rho) / 2500
    z = np.abs(weights).sum(axis=1)
    mean = weights @ a / z
    cov = (weights * q) @ weights.T / np.outer(z, z) + np.diag(sigma**2 @ (a**2 + q) / z**2)
    if liking and counts(assessment, liking):
        share = assessment.liking.share
        e, cov_e = plain_p_liking(assessment, liking)
        mean, cov = (1 - share) * mean + share * e, (1 - share) ** 2 * cov + share**2 * cov_e
    return greatest(mean, cov)


def greatest(mean: np.ndarray, cov: np.ndarray) -> list[float]:
    """P of each being the greatest of N(mean, cov), by scipy."""
    size = len(mean)
    found = []
    for r in range(size):
        others = [u for u in range(size) if u != r]
        apart = np.zeros((size - 1, size))
        apart[:, r] = 1
        for row, u in enumerate(others):
            apart[row, u] = -1
        rng = np.random.default_rng(20240229)
        normal = multivariate_normal(np.zeros(size - 1), apart @ cov @ apart.T, allow_singular=True, seed=rng)
        found.append(float(normal.cdf(apart @ mean)))
    return found


def plain_directions(assessment: Assessment, scores: dict) -> dict[str, tuple[float, float] | None]:
    means = {trait.id: trait.norm.mean for trait in assessment.traits}
    return {
        role.id: plain_part({trait: w.weight for trait, w in role.weights.items()}, means, scores)
        for role in assessment.roles
    }


def plain_foundation(assessment: Assessment, scores: dict) -> tuple[float, float] | None:
    middle = dict.fromkeys((trait.id for trait in assessment.traits), 50.0)
    return plain_part({trait: w.weight for trait, w in assessment.foundation.items()}, middle, scores)


def plain_order(assessment: Assessment, scores: dict, liking: dict | None = None) -> bool:
    """Whether there is an order: a role with a fit, and something measured of two roles or more."""
    if liking and counts(assessment, liking):
        return bool(plain_foundation(assessment, scores) and any(plain_directions(assessment, scores).values()))
    told = [role for role in assessment.roles if any(w.weight and t in scores for t, w in role.weights.items())]
    fit = plain_foundation(assessment, scores) and any(plain_directions(assessment, scores).values())
    return bool(fit) and len(told) >= 2


def plain_verdict(p: dict[str, float]) -> tuple[str, str, list[str], list[str]]:
    """Kind, best, tied and unlikely roles from each role's P."""
    order = sorted(p, key=lambda role: -p[role])
    greatest = p[order[0]]
    tied: list[str] = []
    while greatest < 0.7 and sum(p[role] for role in tied) < 0.9:
        tied.append(order[len(tied)])
    kind = "clear" if greatest >= 0.9 else "leaning" if greatest >= 0.7 else "close"
    return kind, order[0], tied, [role for role in order if p[role] < 0.1 and role not in tied]
