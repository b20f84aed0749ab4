"""2,800 real sheets through an assessment that is only files: the means, and alpha as R's psych publishes it."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from scoring import score_matrix
from scoring.__main__ import main
from scoring.rule.key import scoring_key
from tests.scoring.reliability import cronbach_alpha, keyed_answers

PUBLISHED_ALPHA = {
    "agreeableness": 0.70,
    "conscientiousness": 0.73,
    "extraversion": 0.76,
    "neuroticism": 0.81,
    "openness": 0.60,
}


@pytest.fixture(scope="module")
def sheets() -> Path:
    named = os.environ.get("FIT_TEST_DATA")
    path = Path(named or ".") / "bfi.csv"
    if named and path.exists():
        return path
    reason = "FIT_TEST_DATA names no folder with bfi.csv (the bfi data of R's psych package)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def responses(big_five, sheets: Path) -> np.ndarray:
    table = pl.read_csv(sheets).select(scoring_key(big_five, "full").columns)
    return table.fill_null(0).to_numpy().astype(np.int8)


def test_alpha_is_the_published_one(big_five, responses: np.ndarray) -> None:
    assert responses.shape == (2800, 25)
    found = {t: round(cronbach_alpha(keyed_answers(big_five, "full", responses, t)), 2) for t in PUBLISHED_ALPHA}
    assert found == PUBLISHED_ALPHA


def test_trait_means_are_those_of_the_keyed_answers(big_five, responses: np.ndarray) -> None:
    scores = score_matrix(big_five, "full", responses)
    for index, trait in enumerate(big_five.traits):
        keyed = keyed_answers(big_five, "full", responses, trait.id)
        answered = (~np.isnan(keyed)).sum(axis=1)
        means = np.array([np.nanmean(row) if n >= 2.5 else np.nan for row, n in zip(keyed, answered, strict=True)])
        assert np.array_equal(np.isnan(means), np.isnan(scores.score[index]))
        assert np.nanmean(scores.score[index]) == pytest.approx(20 * (np.nanmean(means) - 1), abs=1e-9)


def test_the_command_scores_the_file_as_it_is(sheets: Path, big_five_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "scores.csv"
    assert main(["score", str(big_five_folder), str(sheets), str(out)]) == 0
    before, after = pl.read_csv(sheets, infer_schema=False), pl.read_csv(out)
    assert after.columns[:4] == ["rownames", "gender", "education", "age"]
    kept = pl.read_csv(out, infer_schema=False)
    assert kept.select(after.columns[:4]).equals(before.select(after.columns[:4]))
    assert len(after) == 2800
    assert set(after["verdict"]) == {"unscored"}
    assert after["agreeableness_score"].mean() == pytest.approx(MEANS["agreeableness"], abs=0.05)
    assert after["neuroticism_score"].mean() == pytest.approx(MEANS["neuroticism"], abs=0.05)


MEANS = {"agreeableness": 73.05, "neuroticism": 43.25}
"""psych's published scale means on 1 to 6, 4.65 and 3.16, in POMP."""
