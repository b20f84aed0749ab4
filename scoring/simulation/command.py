"""``python -m scoring simulate FOLDER``: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.command_line import sentences
from catalog.load import load_assessment
from scoring.simulation.outcome import NothingToCompare, simulate
from scoring.simulation.table import markdown

WORDING = Path(__file__).with_name("wording.yaml")
PEOPLE, SEED, SHIFT = 40_000, 1, 0.0


class Refused(Exception):
    """A sentence in the language asked for: why nothing can be simulated."""


def explained(language: str) -> str:
    return sentences(WORDING, language)("simulate")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    says = sentences(WORDING, language)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=says("folder"))
    parser.add_argument("--people", type=int, default=PEOPLE, metavar="N", help=says("people", default=PEOPLE))
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help=says("seed", default=SEED))
    shift = says("shift", default=SHIFT)
    parser.add_argument("--shift", type=float, default=SHIFT, metavar="POINTS", help=shift)


def simulated(chosen: argparse.Namespace, language: str) -> str:
    """What is printed: a line on the people, then the table. Raises Refused, and DataProblems of the folder."""
    says = sentences(WORDING, language)
    assessment = load_assessment(chosen.folder)
    if chosen.people < 1:
        raise Refused(says("no_people"))
    try:
        outcomes = simulate(assessment, chosen.people, chosen.seed, chosen.shift)
    except NothingToCompare as nothing:
        raise Refused(says("no_order", assessment=assessment.id)) from nothing
    head = says(
        "head",
        assessment=assessment.id,
        version=assessment.version,
        people=f"{chosen.people:,}",
        seed=chosen.seed,
        shift=chosen.shift,
    )
    return f"{head}\n\n{markdown(assessment, outcomes, language, says)}"
