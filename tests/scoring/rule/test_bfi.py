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
from scoring.tables.reversed_keys import looks_reversed
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


def test_real_answers_do_not_look_reversed_and_reversed_ones_do(
    sheets: Path, big_five, big_five_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, source = str(tmp_path / "scores.csv"), tmp_path / "reversed.csv"
    assert main(["score", str(big_five_folder), str(sheets), out, "--language", "en"]) == 0
    assert capsys.readouterr().err == ""
    minus = [item.id for item in big_five.items if item.keyed == "-"]
    pl.read_csv(sheets).with_columns((7 - pl.col(item)).alias(item) for item in minus).write_csv(source)
    assert main(["score", str(big_five_folder), str(source), out, "--language", "en"]) == 0
    assert "In 2,800 rows" in capsys.readouterr().err


@pytest.mark.parametrize(("rows", "found"), [(50, 0.9), (100, 1.0)])
def test_no_part_of_the_real_sheets_looks_reversed_and_turned_round_it_does(
    big_five, responses: np.ndarray, rows: int, found: float
) -> None:
    key = scoring_key(big_five, "full")
    whole = responses[(responses > 0).all(axis=1)]
    reverse = [item.column for item in key.items if item.reverse]
    turned = whole.copy()
    turned[:, reverse] = 7 - turned[:, reverse]
    starts = range(0, len(whole) - rows, rows)
    assert not any(looks_reversed([(key, whole[start : start + rows])]) for start in starts)
    assert sum(bool(looks_reversed([(key, turned[start : start + rows])])) for start in starts) >= found * len(starts)
