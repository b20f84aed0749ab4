"""The attacker, played: a participant who knows their own answers, who is in the room and every picture of it.

In many rooms of simulated people they name another's level of a trait. Whom, they choose: the one of whom they are
surest. How they conclude from what they saw they have learned from half of the rooms; the other half is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.questionnaire.assessment import FULL, Assessment
from scoring.group.people import Shown, Withheld, choose
from scoring.group.steps import in_steps, middle, step
from scoring.numbers.elementary import Floats
from scoring.rule.key import scoring_key
from scoring.rule.matrix import score_matrix
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import draw_people
from scoring.told.group import ALIKE, FAR, FEWEST_WITH_SPREAD, NEWCOMERS

LOW, HIGH = 40.0, 60.0
"""A level is low under 40 and high over 60: about a third of the people of the norm have each."""
PEOPLE = 40_000
BINS = 40
DOUBT = 2.0
"""As if so many more of the people behind a conclusion had been like people at large."""
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pool:
    """People from whom rooms are drawn: scores (T, n) as first answered and at the end. ``means``: of the norms."""

    traits: Sequence[str]
    means: Sequence[float]
    before: Floats
    after: Floats

    def chance(self, trait: int) -> float:
        """How often somebody is right who names everybody's level by the most common one."""
        return float(_shares(self.before[trait]).max())


@dataclass(frozen=True, slots=True)
class Look:
    """A picture of ``members`` (by place; 0 is the attacker), of their first answers or of those at the end."""

    members: tuple[int, ...]
    after: bool = False
    words: bool = False


def draw_pool(assessment: Assessment, form: str, seed: int, shift: float = 0.0) -> Pool:
    """People of the norms who take the form twice, with the same traits and other errors."""
    rng = np.random.default_rng(seed)
    whole, key = scoring_key(assessment, FULL), scoring_key(assessment, form)
    people = draw_people(whole, PEOPLE, rng, shift)
    place = {column: index for index, column in enumerate(whole.columns)}
    asked = [place[column] for column in key.columns]
    before, after = (score_matrix(assessment, form, draw_answers(whole, people, rng)[:, asked]).score for _ in range(2))
    return Pool(tuple(trait.id for trait in assessment.traits), key.norm_mean, before, after)


def workshops(people: int) -> Mapping[str, tuple[Look, ...]]:
    """What the projector showed in a room of ``people``, by how it went on.

    first: one picture. again: one more with 3 newcomers. thrice: a third one with 3 more. changed: after ``again`` all
    of them answer once more at the end. missed: one of the first does not, so that the change rests on whom the rule
    chooses.
    """
    first, room, more = (tuple(range(people + NEWCOMERS * times)) for times in range(3))
    pictures = (Look(first, words=True), Look(room, words=True))
    shown = [Shown(_named(look.members), measured=True) for look in pictures]
    chosen = choose(_named(room) - _named((1,)), shown, measured=True)
    assert not isinstance(chosen, Withheld), "three newcomers have come"
    rest = tuple(sorted(map(int, chosen)))
    return {
        "first": pictures[:1],
        "again": pictures,
        "thrice": (*pictures, Look(more, words=True)),
        "changed": (*pictures, Look(room, after=True)),
        "missed": (*pictures, Look(rest), Look(rest, after=True)),
    }


def named_rightly(
    pool: Pool, trait: int, looks: Sequence[Look], rooms: int, seed: int, width: int | None = None
) -> float:
    """In which share of ``rooms`` the attacker is right. ``width``: of the steps, where not by the room's size."""
    rng = np.random.default_rng((seed, trait))
    size = 1 + max(max(look.members) for look in looks)
    drawn = rng.integers(0, pool.before.shape[1], (rooms, size))
    before, after = pool.before[trait][drawn], pool.after[trait][drawn]
    centre = middle(pool.means[trait])
    seen, words = [before[:, 0], after[:, 0], np.ones(rooms)], np.zeros(rooms, dtype=np.int64)
    for look in looks:
        scores, count = (after if look.after else before)[:, look.members], len(look.members)
        mean = in_steps(scores.mean(axis=1), width or step(count), centre)
        seen.append(count * mean - (scores[:, 0] if look.members[0] == 0 else 0.0))
        if look.words and count >= FEWEST_WITH_SPREAD:
            words = 3 * words + _spread(scores)
    learned = slice(0, rooms // 2)
    counted = slice(rooms // 2, rooms)
    sure, right = [], []
    for target in _kinds(looks, size):
        chances = _conclusions(np.stack(seen, axis=1), words, before[:, target], learned, _shares(pool.before[trait]))
        sure.append(chances[counted].max(axis=1))
        right.append(chances[counted].argmax(axis=1) == _level(before[counted, target]))
    surest = np.stack(sure).argmax(axis=0)
    return float(np.stack(right)[surest, np.arange(len(surest))].mean())


def _conclusions(seen: Floats, words: Ints, scores: Floats, learned: slice, shares: Floats) -> Floats:
    """How likely each level of a person is by what was seen: (rooms, 3).

    Their score is estimated by least squares; how often each level goes with an estimate is counted, apart for each
    word that was shown of the spread.
    """
    weights = np.linalg.lstsq(seen[learned], scores[learned], rcond=None)[0]
    estimate = seen @ weights
    edges = np.quantile(estimate[learned], np.linspace(0, 1, BINS + 1)[1:-1])
    cell = BINS * words + np.searchsorted(edges, estimate)
    counts = np.tile(DOUBT * shares, (int(cell.max()) + 1, 1))
    np.add.at(counts, (cell[learned], _level(scores[learned])), 1)
    chances: Floats = (counts / counts.sum(axis=1, keepdims=True))[cell]
    return chances


def _kinds(looks: Sequence[Look], size: int) -> list[int]:
    """One person of each kind that the pictures tell apart. Who is in the same ones is as hard to name."""
    kinds: dict[tuple[bool, ...], int] = {}
    for person in range(1, size):
        kinds.setdefault(tuple(person in look.members for look in looks), person)
    return list(kinds.values())


def _level(scores: Floats) -> Ints:
    level: Ints = (scores >= LOW).astype(np.int64) + (scores > HIGH)
    return level


def _shares(scores: Floats) -> Floats:
    shares: Floats = np.bincount(_level(scores), minlength=3) / scores.size
    return shares


def _spread(scores: Floats) -> Ints:
    """As ``spread`` of scoring/told/group.py, for many rooms."""
    apart = scores.std(axis=1, ddof=1)
    words: Ints = (apart >= ALIKE).astype(np.int64) + (apart >= FAR)
    return words


def _named(members: Sequence[int]) -> frozenset[str]:
    return frozenset(f"{member:03}" for member in members)
