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
DOUBT, FAITH = 2.0, 30.0
"""So many people count what is known of people at large, and what the rough estimate says."""
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

    first: one picture. again: one more with 3 newcomers. changed: after ``again`` all of them answer once more at the
    end. missed: after ``first`` all but one do, so that the change rests on whom the rule chooses, if on anybody.
    """
    first, room = tuple(range(people)), tuple(range(people + NEWCOMERS))
    pictures = (Look(first, words=True), Look(room, words=True))
    chosen = choose(_named(first) - _named((1,)), [Shown(_named(first), measured=True)], measured=True)
    rest = () if isinstance(chosen, Withheld) else tuple(sorted(map(int, chosen)))
    return {
        "first": pictures[:1],
        "again": pictures,
        "changed": (*pictures, Look(room, after=True)),
        "missed": (pictures[0], Look(rest), Look(rest, after=True)) if rest else pictures[:1],
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
    seen = _seen(before, after, looks, width, centre)
    learned, counted = slice(0, rooms // 2), slice(rooms // 2, rooms)
    sure, right = [], []
    for target in _kinds(looks, size):
        chances = _conclusions(seen, before[:, target], learned, _shares(pool.before[trait]))[counted]
        sure.append(chances.max(axis=1))
        right.append(chances.argmax(axis=1) == _level(before[counted, target]))
    surest = np.stack(sure).argmax(axis=0)
    return float(np.stack(right)[surest, np.arange(len(surest))].mean())


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the attacker saw in each room. ``sums``: of the others, as far as the means tell, and their own scores.

    ``words``: which words stood there of the spread. ``whole``: a number for everything together.
    """

    sums: Floats
    words: Ints
    whole: Ints


def _seen(before: Floats, after: Floats, looks: Sequence[Look], width: int | None, centre: int) -> _Seen:
    rooms = len(before)
    sums, words, whole = [np.ones(rooms)], np.zeros(rooms, dtype=np.int64), np.zeros(rooms, dtype=np.int64)
    for own in (before[:, 0], *([after[:, 0]] if any(look.after for look in looks) else [])):
        sums.append(own)
        whole = _with(whole, own)
    for look in looks:
        scores, count = (after if look.after else before)[:, look.members], len(look.members)
        mean = in_steps(scores.mean(axis=1), width or step(count), centre)
        sums.append(count * mean - (scores[:, 0] if look.members[0] == 0 else 0.0))
        whole = _with(whole, mean)
        if look.words and count >= FEWEST_WITH_SPREAD:
            words = 3 * words + _spread(scores)
    return _Seen(np.stack(sums, axis=1), words, _with(whole, words))


def _with(whole: Ints, more: Floats | Ints) -> Ints:
    """Numbers that tell apart what ``whole`` or ``more`` does."""
    values, places = np.unique(more, return_inverse=True)
    joined: Ints = np.unique(whole * len(values) + places, return_inverse=True)[1]
    return joined


def _conclusions(seen: _Seen, scores: Floats, learned: slice, shares: Floats) -> Floats:
    """How likely each level of a person is by what was seen: (rooms, 3).

    Their score is estimated by least squares; how often each level goes with an estimate is counted, apart for each
    word of the spread. Where just the same was seen in other rooms, those tell more, the more of them there are.
    """
    weights = np.linalg.lstsq(seen.sums[learned], scores[learned], rcond=None)[0]
    estimate = seen.sums @ weights
    edges = np.quantile(estimate[learned], np.linspace(0, 1, BINS + 1)[1:-1])
    rough = _counted(BINS * seen.words + np.searchsorted(edges, estimate), _level(scores), learned, DOUBT * shares)
    return _counted(seen.whole, _level(scores), learned, FAITH * rough)


def _counted(cells: Ints, levels: Ints, learned: slice, before: Floats) -> Floats:
    """How likely each level is in each room's cell, where ``before`` was thought of it: as so many people more."""
    counts = np.zeros((int(cells.max()) + 1, 3))
    np.add.at(counts, (cells[learned], levels[learned]), 1)
    counts = counts[cells] + before
    chances: Floats = counts / counts.sum(axis=1, keepdims=True)
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
