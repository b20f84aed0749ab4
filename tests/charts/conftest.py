"""Assessments and results made by hand, so that the charts are tested apart from the scoring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Form, FoundationWeight, Group, Norm, Role, Scale, Trait, Weight
from catalog.reading.text import Text
from scoring.rule.result import Contribution, Difference, Estimate, GroupScore, Result, RoleFit, TraitScore, Verdict

CHARTS_YAML = Path(__file__).parents[2] / "content" / "interface" / "charts.yaml"
CYCLE = (2, -1, 0, 1, -2)


def read_texts() -> dict[str, Text]:
    def leaves(node: Mapping[str, Any], path: str) -> Iterator[tuple[str, Text]]:
        for key, below in node.items():
            if all(isinstance(value, str) for value in below.values()):
                yield f"{path}.{key}", Text(below)
            else:
                yield from leaves(below, f"{path}.{key}")

    return dict(leaves(yaml.safe_load(CHARTS_YAML.read_text(encoding="utf-8")), "charts"))


def text(ja: str, en: str) -> Text:
    return Text({"ja": ja, "en": en})


def make_assessment(
    traits: int = 14, shared: int = 6, roles: int = 3, names: Callable[[int], Text] | None = None, grouped: int = 0
) -> Assessment:
    """``shared`` of the traits make the foundation; the others get each role's weights in turn, 0 among them.

    ``grouped``: so many of the traits, the last ones first, are in groups of five.
    """
    name = names or (lambda at: text(f"特性{at}", f"Trait {at}"))
    norm = Norm(mean=50, sd=17, reliability=0.72, basis="assumed")
    made = tuple(
        Trait(
            id=f"t{at}",
            name=name(at),
            about=text("説明", "About"),
            low=text(f"一つの用件を深く仕上げたい{at}", f"Wants to complete one task in depth {at}"),
            high=text(f"多くの用件をテンポよく片付けたい{at}", f"Wants to get through many tasks briskly {at}"),
            norm=norm,
        )
        for at in range(traits)
    )
    because = text("理由", "Reason")
    directions = made[shared:]
    return Assessment(
        id="made",
        version="1.0.0",
        title=text("試し", "Trial"),
        scale=Scale(points=5, labels=tuple(text(str(point), str(point)) for point in range(5))),
        forms={"full": Form(minutes=10)},
        groups=tuple(
            Group(id=f"g{at}", name=text(f"領域{at}", f"Domain {at}"), traits=members)
            for at, start in enumerate(range(0, grouped, 5))
            if (members := tuple(trait.id for trait in made[::-1][start : min(start + 5, grouped)]))
        ),
        traits=made,
        items=(),
        foundation={
            trait.id: FoundationWeight(weight=2 - at % 2, because=because, facts=("F001",))
            for at, trait in enumerate(made[:shared])
        },
        roles=tuple(
            Role(
                id=f"r{place}",
                name=text(f"カスタマー役割{place}", f"Customer role {place}"),
                about=text("説明", "About"),
                weights={
                    trait.id: Weight(
                        weight=CYCLE[(at + 2 * place) % 5], evidence="direct", because=because, facts=("F001",)
                    )
                    for at, trait in enumerate(directions)
                },
            )
            for place in range(roles)
        ),
        files_hash="0" * 64,
    )


def around(value: float, half: float) -> Estimate:
    return Estimate(value, max(value - half, 0.0), min(value + half, 100.0))


def make_result(
    assessment: Assessment,
    scores: Mapping[str, float | None] | None = None,
    p: tuple[float, ...] | None = None,
    warning: tuple[str, ...] = (),
    gap: float = 12.0,
    half: float = 9.0,
) -> Result:
    """Scores are given or spread from 20 to 85; F, D and fit follow from them, P and the differences are as told."""
    count = len(assessment.traits)
    given = scores or {trait.id: 20 + 65 * (at * 5 % count) / count for at, trait in enumerate(assessment.traits)}
    traits = {}
    for trait in assessment.traits:
        value = given.get(trait.id)
        traits[trait.id] = TraitScore(
            trait.id, None if value is None else around(value, 11.6), None if value is None else 9.0, 5, 5
        )

    def part(weights: Mapping[str, Any]) -> tuple[float | None, dict[str, float]]:
        seen = {trait: held.weight for trait, held in weights.items() if given.get(trait) is not None}
        total = sum(abs(weight) for weight in seen.values())
        if not total or 2 * total < sum(abs(held.weight) for held in weights.values()):
            return None, {}
        points = {trait: weight * ((given[trait] or 0.0) - 50) / total for trait, weight in seen.items()}
        return 50 + sum(points.values()), points

    foundation, shared = part(assessment.foundation)
    places = p or (0.95, *[0.05 / max(len(assessment.roles) - 1, 1)] * (len(assessment.roles) - 1))
    roles = {}
    for role, chance in zip(assessment.roles, places, strict=True):
        direction, own = part(role.weights)
        fit = (foundation + direction) / 2 if foundation is not None and direction is not None else None
        moved = (
            *(
                Contribution(t, "foundation", assessment.foundation[t].weight, points / 2)
                for t, points in shared.items()
            ),
            *(Contribution(t, "direction", role.weights[t].weight, points / 2) for t, points in own.items()),
        )
        roles[role.id] = RoleFit(
            role.id,
            None if fit is None else around(fit, 6),
            None if direction is None else around(direction, 8.5),
            None if fit is None else chance,
            moved if fit is not None else (),
        )
    scored = any(held.fit for held in roles.values())
    chances = {role.id: chance for role, chance in zip(assessment.roles, places, strict=True)}
    ranking = tuple(sorted(chances, key=lambda role: -chances[role])) if scored else tuple(chances)
    best = ranking[0] if scored else None
    kind = "unscored" if not scored else "clear" if max(places) >= 0.9 else "leaning" if max(places) >= 0.7 else "close"
    tied: tuple[str, ...] = ranking[:2] if kind == "close" else ()
    differences = tuple(
        Difference(best, other, gap * at, gap * at - half, gap * at + half, 0.9)
        for at, other in enumerate(ranking[1:], start=1)
        if best is not None
    )
    return Result(
        assessment=assessment.id,
        version=assessment.version,
        files_hash=assessment.files_hash,
        form="full",
        traits=traits,
        foundation=None if foundation is None else around(foundation, 6.5),
        roles=roles,
        ranking=ranking,
        differences=differences,
        verdict=Verdict(
            kind=kind,  # type: ignore[arg-type]
            best=best,
            tied=tied,
            unlikely=tuple(role for role in ranking if scored and chances[role] < 0.10),
            deciding=(),
        ),
        foundation_warning=warning,
        flags=(),
        provisional=True,
        groups={group.id: group_score(group, given) for group in assessment.groups},
    )


def group_score(group: Group, given: Mapping[str, float | None]) -> GroupScore:
    own = [value for trait in group.traits if (value := given.get(trait)) is not None]
    told = around(sum(own) / len(own), 5) if 2 * len(own) >= len(group.traits) else None
    return GroupScore(group.id, told, 4.0 if told else None, len(own), len(group.traits))


@dataclass(frozen=True)
class Made:
    assessment: Callable[..., Assessment]
    result: Callable[..., Result]
    text: Callable[[str, str], Text]


@pytest.fixture(scope="session")
def made() -> Made:
    return Made(make_assessment, make_result, text)


@pytest.fixture(scope="session", params=["ja", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return Words(read_texts(), request.param)


@pytest.fixture(scope="session")
def ja() -> Words:
    return Words(read_texts(), "ja")
