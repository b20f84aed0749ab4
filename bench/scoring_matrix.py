"""200,000 whole sheets scored, against the plain mean of each trait's answers on the same bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bench.ratio import Ratio, seconds
from catalog.load import load_assessment
from scoring import score_matrix
from scoring.rule.key import scoring_key

ROWS = 200_000
FOLDER = Path(__file__).parents[1] / "tests/fixtures/reference"


def run() -> list[Ratio]:
    assessment = load_assessment(FOLDER)
    key = scoring_key(assessment, "full")
    drawn = np.random.default_rng(2024).integers(1, key.greatest + 1, size=(ROWS, len(key.columns)))
    responses = drawn.astype(np.int8)
    columns = [[item.column for item in key.items if item.trait == trait] for trait in range(len(key.traits))]
    ratio = Ratio(
        work=f"scoring {ROWS:,} sheets of {len(key.columns)} answers, from traits to verdict",
        seconds=seconds(lambda: score_matrix(assessment, "full", responses)),
        yardstick="numpy's mean of each trait's answers, nothing else",
        yardstick_seconds=seconds(lambda: [responses[:, own].mean(axis=1) for own in columns]),
        # About twice what it takes; a loop over rows would take a thousand times.
        most=60.0,
    )
    return [ratio]
