"""``python -m scoring attack FOLDER``: its arguments, and the table that it prints."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.command_line import Says, sentences
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from scoring.group.attack import Pool, draw_pool, named_rightly, workshops
from scoring.group.steps import step
from scoring.rule.key import scoring_key
from scoring.told.group import FEWEST

WORDING = Path(__file__).with_name("wording.yaml")
SIZES = (5, 6, 8, 10, 15, 20, 30)
ROOMS, SEED, SHIFT = 100_000, 1, 0.0
FEWEST_ROOMS = 100


class Refused(Exception):
    """A sentence in the language asked for: why nothing can be played."""


def explained(language: str) -> str:
    return sentences(WORDING, language)("attack")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    says = sentences(WORDING, language)
    sizes = " ".join(map(str, SIZES))
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=says("folder"))
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help=says("sizes", default=sizes))
    parser.add_argument("--rooms", type=int, default=ROOMS, metavar="N", help=says("rooms", default=ROOMS))
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help=says("seed", default=SEED))
    parser.add_argument("--shift", type=float, default=SHIFT, metavar="POINTS", help=says("shift", default=SHIFT))
    parser.add_argument("--step", type=int, metavar="POINTS", help=says("step"))


@dataclass(frozen=True, slots=True)
class Played:
    """``gains`` by size and trait: how much more often than by chance the attacker is right, by ``workshops``' ways."""

    assessment: Assessment
    form: str
    chances: Sequence[float]
    gains: Mapping[int, Sequence[Mapping[str, float]]]


def attacked(chosen: argparse.Namespace, language: str) -> str:
    """What is printed: a line on the rooms, then the table. Raises Refused, and DataProblems of the folder."""
    assessment = load_assessment(chosen.folder)
    if chosen.rooms < FEWEST_ROOMS or min(chosen.sizes) < FEWEST or (chosen.step is not None and chosen.step < 1):
        raise Refused(sentences(WORDING, language)("too_few", rooms=FEWEST_ROOMS, people=FEWEST))
    return told(play(assessment, chosen), chosen, language)


def play(assessment: Assessment, chosen: argparse.Namespace) -> Played:
    """In the form with the fewest questions, which a workshop takes."""
    form = min(assessment.forms, key=lambda form: len(scoring_key(assessment, form).columns))
    pool = draw_pool(assessment, form, chosen.seed, chosen.shift)
    places = range(len(pool.traits))
    return Played(
        assessment,
        form,
        [pool.chance(place) for place in places],
        {
            size: [gains(pool, place, size, chosen.rooms, chosen.seed, chosen.step) for place in places]
            for size in chosen.sizes
        },
    )


def gains(pool: Pool, trait: int, size: int, rooms: int, seed: int, width: int | None = None) -> Mapping[str, float]:
    chance = pool.chance(trait)
    return {
        way: named_rightly(pool, trait, looks, rooms, seed + size, width) - chance
        for way, looks in workshops(size).items()
    }


def told(played: Played, chosen: argparse.Namespace, language: str) -> str:
    says = sentences(WORDING, language)
    head = says(
        "head",
        assessment=played.assessment.id,
        version=played.assessment.version,
        form=played.form,
        rooms=f"{chosen.rooms:,}",
        seed=chosen.seed,
        shift=chosen.shift,
    )
    rows = _rows(played, chosen.step, language, says)
    return "\n".join([head, "", *(f"| {' | '.join(row)} |" for row in rows)])


def _rows(played: Played, width: int | None, language: str, says: Says) -> Iterator[list[str]]:
    sizes = list(played.gains)
    first = {size: [one["first"] for one in gained] for size, gained in played.gains.items()}
    most = {size: [max(one.values()) for one in gained] for size, gained in played.gains.items()}
    yield [says("people"), says("chance"), *map(str, sizes)]
    yield ["---"] * (2 + len(sizes))
    yield [says("steps"), "", *(str(width or step(size)) for size in sizes)]
    for place, trait in enumerate(played.assessment.traits):
        name = trait.name.in_language(language) if language in trait.name.languages else trait.id
        yield [name, f"{100 * played.chances[place]:.0f} %", *(points(most[size][place]) for size in sizes)]
    yield [says("first"), "", *(points(max(first[size])) for size in sizes)]
    yield [says("most"), "", *(points(max(most[size])) for size in sizes)]


def points(share: float) -> str:
    return f"{100 * share:+.1f}"
