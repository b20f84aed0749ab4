"""Checks of norms: within what can be reached, in the unit that they say, and with the data that they claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from catalog.questionnaire.assessment import ASSUMED
from catalog.questionnaire.files import AssessmentFiles
from catalog.questionnaire.units import Answered, Unit, to_pomp
from catalog.reading.document import Node

NARROW = 10.0
"""Scores of 0 to 100 spread wider in any group of people that was ever published; raw ones of few answers do not."""
PLAUSIBLE = (8.0, 40.0)
"""So far scores of 0 to 100 spread."""
RAW: Mapping[Unit, str] = {"mean": "norm_looks_like_mean", "sum": "norm_looks_like_sum"}
DATA = ("n", "date", "source")
"""What tells of the people that a norm was measured on."""


def check_units(files: AssessmentFiles) -> None:
    """A norm that cannot be is none: without this it would not even load."""
    for norm, answered in _norms(files):
        unit = _unit(norm)
        if unit is None or answered is None or not _plain(norm, "mean", "sd"):
            continue
        low, high = answered.range(unit)
        mean, sd = _number(norm["mean"]), _number(norm["sd"])
        if mean is not None and not low <= mean <= high:
            code = "norm_outside" if unit == "pomp" else "norm_outside_unit"
            norm["mean"].report(
                code, written=_shown(mean), low=_shown(low), high=_shown(high), unit=unit, points=answered.points
            )
        elif sd is not None and sd > (high - low) / 2:
            norm["sd"].report("too_large", written=_shown(sd), bound=_shown((high - low) / 2))


def check_norms(files: AssessmentFiles) -> None:
    """What a norm must tell of itself. Files that were in use before this was asked are not asked for it."""
    for norm, answered in _norms(files):
        if answered is not None and not norm["unit"].given and _plain(norm, "mean", "sd"):
            _check_raw(norm, answered)
        _check_data(norm)
    for trait in files.traits.each():
        _check_several(trait["norm"])


def answered_by_trait(files: AssessmentFiles) -> dict[str, Answered]:
    """How each trait is answered in the full form; empty where that cannot be told."""
    points = files.points
    if points is None or points < 2 or not files.known("items") or not files.known("scenarios"):
        return {}
    counts: dict[str, int] = {}
    for item in files.root("items").each():
        counts[item["trait"].text or ""] = counts.get(item["trait"].text or "", 0) + 1
    for scenario in files.root("scenarios").each():
        first = next(iter(scenario["options"].each()), scenario)
        for trait, _ in first["shows"].entries():
            counts[trait] = counts.get(trait, 0) + 1
    return {trait: Answered(count, points) for trait, count in counts.items()}


def _norms(files: AssessmentFiles) -> Iterator[tuple[Node, Answered | None]]:
    answered = answered_by_trait(files)
    for trait in files.traits.each():
        own = answered.get(trait["id"].text or "")
        for norm in _each(trait["norm"]):
            yield norm, own


def _each(norm: Node) -> Iterator[Node]:
    if isinstance(norm.value, list):
        yield from norm.each()
    elif isinstance(norm.value, dict):
        yield norm


def _check_raw(norm: Node, answered: Answered) -> None:
    """Sums or means that stand where points of 0 to 100 are meant."""
    mean, sd = _number(norm["mean"]), _number(norm["sd"])
    if mean is None or sd is None or sd >= NARROW:
        return
    for unit, code in RAW.items():
        low, high = answered.range(unit)
        if low <= mean <= high and PLAUSIBLE[0] <= to_pomp(sd, unit, answered, spread=True) <= PLAUSIBLE[1]:
            norm["mean"].report(
                code,
                mean=_shown(mean),
                sd=_shown(sd),
                answers=answered.answers,
                low=_shown(low),
                high=_shown(high),
            )
            return


def _check_data(norm: Node) -> None:
    basis = norm["basis"]
    if basis.text is None or basis.path in basis.document.spoilt:
        return
    missing = [key for key in DATA if not norm[key].given]
    if basis.text != ASSUMED and missing:
        basis.report("norm_without_data", basis=basis.text, missing=", ".join(missing))
    written = norm["date"]
    if written.text is not None and written.path not in written.document.spoilt and not _is_date(written.text):
        written.report("bad_date", written=written.text)


def _check_several(norms: Node) -> None:
    """Several norms of one trait are of people who can be told apart."""
    several = list(norms.each())
    if len(several) < 2:
        return
    seen: set[str] = set()
    for norm in several:
        basis = norm["basis"]
        if basis.text == ASSUMED:
            basis.report("assumed_beside_others")
        elif basis.text is not None and basis.text in seen:
            basis.report("named_twice", name=basis.text)
        if isinstance(norm.value, dict) and not norm["for"].given:
            norm.report("norm_without_people")
        seen.add(basis.text or "")


def _unit(norm: Node) -> Unit | None:
    unit = norm["unit"]
    if not unit.given:
        return "pomp"
    return unit.text if unit.text in ("pomp", "sum", "mean") else None  # type: ignore[return-value]


def _plain(norm: Node, *names: str) -> bool:
    return all(norm[name].path not in norm.document.spoilt for name in names)


def _number(node: Node) -> float | None:
    value = node.value
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _shown(value: float) -> str:
    return f"{value:g}"


def _is_date(written: str) -> bool:
    parts = [int(part) for part in written.split("-")]
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return False
    return True
