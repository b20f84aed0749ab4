"""What a room is shown of itself: plain JSON of means in steps, spread in words and counts of which none is 1 or 2.

Nothing in it belongs to a person, and nobody's number is in it; on whose rows it rests, people.py decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from catalog.questionnaire.assessment import Assessment
from scoring.group.steps import room_mean, step
from scoring.rule.verdict import KINDS
from scoring.told.group import FEWEST, spread

VERSION = 1
FEWEST_COUNTED = 3
YES, NO = "yes", "no"

Row = Mapping[str, Any]
"""A finished sheet's scores, in the columns of ``python -m scoring score``: TRAIT_score and verdict are read."""
Picture = dict[str, Any]


def whole(assessment: Assessment, row: Row) -> bool:
    """Whether every trait is measured. Only such rows are shown, so that all traits rest on the same people."""
    return all(row.get(f"{trait.id}_score") is not None for trait in assessment.traits)


def picture(assessment: Assessment, rows: Sequence[Row]) -> Picture:
    """The group picture of ``rows``. Raises ValueError for too few, or where a trait is not measured.

    step: the width of the means' steps. traits: trait, mean, spread (None under 8 people). verdicts: kinds and count.
    far: the traits in which the room is far apart, in the files' order, for their own would tell more than the word.
    """
    traits = [
        {"trait": trait.id, "mean": room_mean(values, trait.norm.mean), "spread": spread(values)}
        for trait in assessment.traits
        for values in [_values(rows, trait.id)]
    ]
    told = [str(row["verdict"]) for row in rows]
    # Who has every trait measured has a verdict, so that everybody would know of this kind that it has none.
    kinds = [kind for kind in KINDS if kind != "unscored" or kind in told]
    return {
        "v": VERSION,
        "people": len(rows),
        "step": step(len(rows)),
        "traits": traits,
        "verdicts": [{"kinds": cell["options"], "count": cell["count"]} for cell in tally(kinds, told)],
        "far": [one["trait"] for one in traits if one["spread"] == "far"],
    }


def change(assessment: Assessment, before: Sequence[Row], after: Sequence[Row]) -> Picture:
    """The means of the same people before and after. Raises ValueError as ``picture`` does."""
    if len(before) != len(after):
        raise ValueError("a change is one of the same people")
    return {
        "v": VERSION,
        "people": len(after),
        "step": step(len(after)),
        "traits": [
            {
                "trait": trait.id,
                "before": room_mean(_values(before, trait.id), trait.norm.mean),
                "after": room_mean(_values(after, trait.id), trait.norm.mean),
            }
            for trait in assessment.traits
        ],
    }


def tally(options: Sequence[str], choices: Sequence[str]) -> list[dict[str, Any]]:
    """How often each of ``options`` was chosen, as cells of one or more options: each count is 0 or at least 3.

    As soon as one option has 1 or 2, all that have fewer than 3 are put together, those without any among them: left
    out, they would tell that each of the others has at least one. Where the cell is still too small, or can only mean
    2 each, the option with the next smallest count joins it. Raises ValueError for too few choices and unknown ones.
    """
    if len(choices) < FEWEST:
        raise ValueError(f"{len(choices)} choices are too few to be counted")
    counted = Counter(choices)
    if counted.keys() - set(options):
        raise ValueError("a choice is none of the options")
    together = [option for option in options if counted[option] < FEWEST_COUNTED]
    held = sum(counted[option] for option in together)
    if held == 0:
        together = []
    elif held < FEWEST_COUNTED or held == 2 * len(together):
        others = [option for option in options if option not in together]
        together += sorted(others, key=lambda option: counted[option])[:1]
    cells = [[option] for option in options if option not in together]
    if together:
        cells.append([option for option in options if option in together])
    cells.sort(key=lambda cell: options.index(cell[0]))
    return [{"options": cell, "count": sum(counted[option] for option in cell)} for cell in cells]


def ticks(options: Sequence[str], choices: Sequence[Collection[str]]) -> list[dict[str, Any]]:
    """For questions with several answers: how many chose each; None where those, or the others, are 1 or 2."""
    found = []
    for option in options:
        cells = tally((YES, NO), [YES if option in chosen else NO for chosen in choices])
        found.append({"option": option, "count": cells[0]["count"] if len(cells) > 1 else None})
    return found


def placed(options: Sequence[str], places: Sequence[str], choices: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """For questions that sort or match: for each option, how often it was put in each place, told as by ``tally``."""
    return [{"option": option, "cells": tally(places, [chosen[option] for chosen in choices])} for option in options]


def _values(rows: Sequence[Row], trait: str) -> list[float]:
    values = [row[f"{trait}_score"] for row in rows]
    if None in values:
        raise ValueError(f"{trait} is not measured of everybody")
    return [float(value) for value in values]
