"""The outcomes of a simulation as a table in Markdown, one column a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalog.command_line import Says
from catalog.questionnaire.assessment import Assessment
from scoring.rule.verdict import KINDS
from scoring.simulation.outcome import BANDS, Outcome


def markdown(assessment: Assessment, outcomes: Sequence[Outcome], language: str, says: Says) -> str:
    """Rows: questions, verdicts, told rightly, calibration by band, best roles, warnings. Shares in whole percent."""
    head = ["", *(outcome.form for outcome in outcomes)]
    lines = [head, ["---"] * len(head), *_rows(assessment, outcomes, language, says)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rows(assessment: Assessment, outcomes: Sequence[Outcome], language: str, says: Says) -> Iterator[list[str]]:
    yield [says("questions"), *(str(one.questions) for one in outcomes)]
    for kind in KINDS:
        if any(one.verdicts[kind] for one in outcomes):
            yield [kind, *(_percent(one.verdicts[kind]) for one in outcomes)]
    yield [says("right"), *(_percent(one.right) for one in outcomes)]
    for low, high in pairwise(BANDS):
        cells = [_band(one, low) for one in outcomes]
        if any(cells):
            yield [says("band", low=f"{low:.2f}", high=f"{high:.2f}"), *cells]
    for role in assessment.roles:
        name = role.name.in_language(language) if language in role.name.languages else role.id
        yield [says("best", role=name), *(_percent(one.bests[role.id]) for one in outcomes)]
    yield [says("warned"), *(_percent(one.warned) for one in outcomes)]


def _band(outcome: Outcome, low: float) -> str:
    """``.85 → .86 (412)``: the mean P told, the share told rightly, and of how many people."""
    found = next((band for band in outcome.bands if band.low == low), None)
    return "" if found is None else f"{found.told:.3f} → {found.right:.3f} ({found.people})"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
