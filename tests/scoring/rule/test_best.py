"""P(best) against scipy's multivariate normal and a simulation with a fixed seed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import ndtr
from scipy.stats import norm

from scoring.numbers.bivariate import bivariate_cdf
from scoring.rule.best import p_best
from tests.scoring.plain_rule import greatest

WITHIN = 0.002


def covariances(roles: int, rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Means and covariances of the size that scoring meets, from wide to nearly alike."""
    rng = np.random.default_rng(seed)
    mean = rng.normal(size=(rows, roles)) * 0.25
    spread = rng.normal(size=(rows, roles, roles + 2)) * rng.choice([0.03, 0.1, 0.2], size=(rows, 1, 1))
    noise = rng.choice([1e-5, 0.005, 0.03], size=(rows, 1)) * np.ones((rows, roles))
    return mean, spread @ spread.transpose(0, 2, 1) + noise[:, :, None] * np.eye(roles)


@pytest.mark.parametrize("roles", [2, 3, 4, 6])
def test_p_agrees_with_scipy(roles: int) -> None:
    mean, covariance = covariances(roles, 25, roles)
    found = p_best(mean.T.copy(), covariance.transpose(1, 2, 0).copy())
    for row in range(len(mean)):
        assert np.abs(found[:, row] - greatest(mean[row], covariance[row])).max() < WITHIN


@pytest.mark.parametrize("roles", [2, 3, 4, 6])
def test_p_agrees_with_a_simulation(roles: int) -> None:
    mean, covariance = covariances(roles, 4, 10 + roles)
    found = p_best(mean.T.copy(), covariance.transpose(1, 2, 0).copy())
    rng = np.random.default_rng(99)
    for row in range(len(mean)):
        drawn = mean[row] + rng.normal(size=(1_000_000, roles)) @ np.linalg.cholesky(covariance[row]).T
        share = np.bincount(drawn.argmax(axis=1), minlength=roles) / len(drawn)
        # Four standard errors of the simulation itself stand beside what the rule allows.
        assert np.abs(found[:, row] - share).max() < WITHIN + 4 * 0.0005


@pytest.mark.parametrize("r", [-0.9999, -0.95, -0.9251, -0.9249, -0.4, 0.0, 0.7, 0.9249, 0.9251, 0.99, 0.99999])
def test_two_correlated_normals_agree_with_quadrature(r: float) -> None:
    rng = np.random.default_rng(5)
    for h, k in [*(rng.normal(size=(12, 2)) * 1.5), (0.3, 0.3), (0.3, -0.3), (0.0, 0.0), (-2.0, -1.99)]:
        kink = k / r if r and -9 < k / r < h else 0.0 if h > 0 else h - 1
        root = math.sqrt((1 - r) * (1 + r))
        expected = quad(
            lambda x, k=k, root=root: norm.pdf(x) * ndtr((k - r * x) / root), -10, h, points=[kink], limit=300
        )[0]
        found = bivariate_cdf(np.array([h]), np.array([k]), np.array([r]))[0]
        assert found == pytest.approx(expected, abs=2e-7)


def test_limits_far_out_and_correlations_of_one_give_certainty() -> None:
    far = np.array([1e9, -1e9, 1e9, 1.0, 0.5])
    other = np.array([1e9, 1e9, -1e9, 1.0, -0.5])
    found = bivariate_cdf(far, other, np.array([0.3, 1.0, -1.0, 1.0, -1.0]))
    assert found == pytest.approx([1, 0, 0, norm.cdf(1), 0], abs=1e-9)


@pytest.mark.parametrize("roles", [2, 3, 4, 5, 7])
def test_roles_that_are_one_and_the_same_share_their_p(roles: int) -> None:
    alike = p_best(np.zeros((roles, 2)), np.zeros((roles, roles, 2)))
    assert alike == pytest.approx(np.full((roles, 2), 1 / roles), abs=WITHIN)
    together = p_best(np.zeros((roles, 1)), np.full((roles, roles, 1), 0.04))
    assert together == pytest.approx(np.full((roles, 1), 1 / roles), abs=WITHIN)


@pytest.mark.parametrize("roles", [1, 2, 3, 5])
def test_p_adds_up_to_one_and_the_order_of_the_roles_is_no_matter(roles: int) -> None:
    mean, covariance = covariances(roles, 20, 40 + roles)
    found = p_best(mean.T.copy(), covariance.transpose(1, 2, 0).copy())
    assert found.sum(axis=0) == pytest.approx(np.ones(20), abs=1e-12)
    back = slice(None, None, -1)
    turned = p_best(mean[:, back].T.copy(), covariance[:, back, back].transpose(1, 2, 0).copy())
    assert np.abs(turned[back] - found).max() < WITHIN
