"""What scoring gives back for one respondent. Pages, charts and reports read this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

VerdictKind = Literal["clear", "leaning", "close", "unscored"]
Part = Literal["foundation", "direction"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 80 % interval in points, not clipped; ``low`` and ``high`` are cut at 0 and 100 for show."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TraitScore:
    """A trait's POMP score (0..100) with SEM and 80 % interval; ``estimate`` is None where it is not measured."""

    trait: str
    estimate: Estimate | None
    sem: float | None
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one trait adds to a role's fit - 50. ``weight`` is the weight as in the files."""

    trait: str
    part: Part
    weight: int
    points: float


@dataclass(frozen=True, slots=True)
class RoleFit:
    """One role. ``fit`` and ``direction`` are None where under half of a part's weight is measured."""

    role: str
    fit: Estimate | None
    direction: Estimate | None
    p_best: float | None
    """None where there is no order."""
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Direction of ``role`` less direction of ``other`` as the P model sees them (points, 80 % interval, not cut).

    ``p_greater``: the probability that ``role`` is the greater of the two.
    """

    role: str
    other: str
    value: float
    low: float
    high: float
    p_greater: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """``unscored``: no order, whether or not a role has a fit; then ``best`` is None and the lists are empty.

    ``tied`` is filled at ``close``, greatest P first; ``unlikely`` are the roles with P < 0.10 that are not tied;
    ``deciding`` the traits that would most help to tell the tied (or the two best) roles apart, strongest first.
    """

    kind: VerdictKind
    best: str | None
    tied: tuple[str, ...]
    unlikely: tuple[str, ...]
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    assessment: str
    version: str
    files_hash: str
    form: str
    traits: Mapping[str, TraitScore]
    foundation: Estimate | None
    roles: Mapping[str, RoleFit]
    ranking: tuple[str, ...]
    """Role ids, greatest P first, ties in the files' order; the files' order when unscored."""
    differences: tuple[Difference, ...]
    """The best role against each other one, in ``ranking`` order; empty when unscored."""
    verdict: Verdict
    foundation_warning: tuple[str, ...]
    """Trait ids, or ``score`` for the foundation itself."""
    flags: tuple[str, ...]
    provisional: bool
    """True where any measured trait's norm is assumed: no percentile may be shown."""

    @property
    def alone(self) -> str | None:
        """The one role with a fit where there is no order: nothing to compare it with. None otherwise."""
        fitting = [role for role, fit in self.roles.items() if fit.fit is not None]
        return fitting[0] if self.verdict.kind == "unscored" and len(fitting) == 1 else None

    @property
    def leading(self) -> str | None:
        """The role that is spoken of first: the best one, or the one alone. None where no role has a result."""
        return self.alone if self.verdict.kind == "unscored" else self.verdict.best
