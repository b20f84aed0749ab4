"""Simulated people: the same for a seed, as spread as the norms say, and P is right as often as it says."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from scoring.__main__ import main
from scoring.rule.key import scoring_key
from scoring.rule.matrix import score_matrix
from scoring.simulation.answers import draw_answers
from scoring.simulation.outcome import BANDS, NothingToCompare, simulate
from scoring.simulation.people import draw_people

N = 20_000


@pytest.fixture(scope="module")
def key(liking):
    return scoring_key(liking, "full")


def test_people_are_spread_as_the_norms_say(key) -> None:
    people = draw_people(key, N, np.random.default_rng(3), shift=8)
    assert people.traits.mean(axis=1) == pytest.approx([58] * 5, abs=0.5)
    # sd 20 and reliability 0.75; liking: 20 and 0.8, of which 0.625 is shared.
    assert people.traits.std(axis=1) == pytest.approx([np.sqrt(300)] * 5, rel=0.02)
    assert people.liking.std(axis=1) == pytest.approx([np.sqrt(320)] * 3, rel=0.02)
    assert np.corrcoef(people.liking)[np.triu_indices(3, 1)] == pytest.approx([0.625] * 3, abs=0.02)
    # host's weight of 2 is direct (0.5), archivist's of 1 is indirect (0.75); what the files do not say stays 0.
    assert people.weights[0, 2].std() == pytest.approx(0.5, rel=0.02)
    assert people.weights[2, 4].std() == pytest.approx(0.75, rel=0.02)
    assert not people.weights[0, 4].any()


def test_answers_have_the_error_that_the_rule_expects(key, liking) -> None:
    rng = np.random.default_rng(5)
    people = draw_people(key, N, rng)
    answers = draw_answers(key, people, rng)
    assert answers.min() == 1
    assert answers.max() == 5
    scores = score_matrix(liking, "full", answers)
    # Ends of the scale cut off a little of the spread.
    assert (scores.score - people.traits).std(axis=1) == pytest.approx([10] * 5, rel=0.1)
    assert (scores.liking - people.liking).std(axis=1) == pytest.approx([np.sqrt(80)] * 3, rel=0.1)


def test_a_scenario_is_answered_by_the_option_nearest_to_the_person(build) -> None:
    assessment = build(scenarios=1, items=40)
    key = scoring_key(assessment, "full")
    rng = np.random.default_rng(7)
    people = draw_people(key, 4000, rng)
    answers = draw_answers(key, people, rng)
    # The options a to d of s0 show more and more of t0 and less and less of t1.
    chosen = answers[:, key.item_count]
    assert set(chosen.tolist()) == {1, 2, 3, 4}
    lead = people.traits[0] - people.traits[1]
    means = [lead[chosen == option].mean() for option in (1, 2, 3, 4)]
    assert all(less < more for less, more in pairwise(means))


def test_p_is_right_as_often_as_it_says(liking) -> None:
    for outcome in simulate(liking, N, seed=2):
        assert sum(outcome.verdicts.values()) == pytest.approx(1)
        assert sum(outcome.bests.values()) == pytest.approx(1)
        assert sum(band.people for band in outcome.bands) == N
        for band in outcome.bands:
            if band.people >= 1000:
                assert band.right == pytest.approx(band.told, abs=0.04), (outcome.form, band)
    full, _, plain = simulate(liking, N, seed=2)
    assert full.right > plain.right
    assert full.verdicts["clear"] > plain.verdicts["clear"]
    assert [low for low in BANDS if low < 1] == [band.low for band in full.bands]


def test_the_same_seed_gives_the_same_people(liking) -> None:
    assert simulate(liking, 500, 4, 8) == simulate(liking, 500, 4, 8)
    assert simulate(liking, 500, 4, 8) != simulate(liking, 500, 5, 8)


def test_a_table_is_printed_for_every_form(liking, capsys) -> None:
    assert main(["simulate", "tests/fixtures/liking", "--people", "300", "--seed", "9", "--language", "en"]) == 0
    first = capsys.readouterr().out
    assert first.startswith("liking 2.0.0: 300 people, seed 9, true scores +0 points from the norm\n\n")
    assert "|  | full | short | plain |\n| --- | --- | --- | --- |\n| questions | 32 | 16 | 10 |\n" in first
    assert "| best: Role host | " in first
    assert "| warned of the foundation | " in first
    assert main(["simulate", "tests/fixtures/liking", "--people", "300", "--seed", "9", "--language", "en"]) == 0
    assert capsys.readouterr().out == first
    assert main(["simulate", "tests/fixtures/liking", "--people", "300", "--language", "ja"]) == 0
    assert "いちばん合う職種：職種 host" in capsys.readouterr().out


def test_what_cannot_be_simulated_is_said(build, capsys) -> None:
    with pytest.raises(NothingToCompare):
        simulate(build(roles=[(2, -1, None)]), 10, 1)
    assert main(["simulate", "tests/fixtures/one_role", "--language", "en"]) == 2
    assert "no two roles" in capsys.readouterr().err
    assert main(["simulate", "tests/fixtures/liking", "--people", "0", "--language", "ja"]) == 2
    assert "1以上" in capsys.readouterr().err
    assert main(["simulate", "nowhere", "--language", "en"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_the_command_runs_as_printed() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "scoring", "simulate", "tests/fixtures/liking", "--people", "50"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert run.stdout.count("\n|") > 8
