"""What scoring gives back for one respondent. Pages, charts and reports read this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class GroupScore:
    """The mean of the scores of a group's traits (0..100) with SEM and 80 % interval.

    ``estimate`` is None where it is not measured: under half of its traits are. ``measured`` of ``traits`` are in it.
    """

    group: str
    estimate: Estimate | None
    sem: float | None
    measured: int
    traits: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one trait adds to a role's fit - 50. ``weight`` is the weight as in the files.

    With what liking adds (``RoleLiking.points``) all of a role's contributions add up to fit - 50.
    """

    trait: str
    part: Part
    weight: int
    points: float


@dataclass(frozen=True, slots=True)
class RoleLiking:
    """How much somebody would like a role's tasks: POMP (0..100) with SEM and 80 % interval.

    ``estimate`` is None where it is not measured, under half of the tasks asked being rated. The others are None unless
    liking counts (``Liking.counts``): ``above``, the points by which it exceeds the mean of all roles' liking;
    ``points``, what that adds to the role's fit - 50; ``p_traits`` and ``p_liking``, the probability that the role is
    the best one if traits alone counted, or liking alone.
    """

    role: str
    estimate: Estimate | None
    sem: float | None
    answered: int
    asked: int
    above: float | None
    points: float | None
    p_traits: float | None
    p_liking: float | None


@dataclass(frozen=True, slots=True)
class Liking:
    """Ratings of tasks as a whole. ``counts``: every role's liking is measured, and there are roles to compare.

    mean: of all roles' liking, in points, where it counts. share: how much of a role's own side it makes, the rest
    being traits. stretch: the c of the rule. ratings: 1..points by task id, those given, in the form's order.
    """

    counts: bool
    mean: float | None
    share: float
    stretch: float
    ratings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RoleFit:
    """One role. ``fit`` and ``direction`` are None where under half of a part's weight is measured.

    ``direction`` is that of the traits alone. ``liking`` is None where the form asks no tasks.
    """

    role: str
    fit: Estimate | None
    direction: Estimate | None
    p_best: float | None
    """None where there is no order."""
    contributions: tuple[Contribution, ...]
    liking: RoleLiking | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What speaks for ``role`` less what speaks for ``other``, as the P model sees them (points, 80 %, not cut).

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
    liking: Liking | None = None
    """None where the form asks no tasks."""
    groups: Mapping[str, GroupScore] = field(default_factory=dict)
    """In the file's order; empty where the files group no traits."""

    @property
    def alone(self) -> str | None:
        """The one role with a fit where there is no order: nothing to compare it with. None otherwise."""
        fitting = [role for role, fit in self.roles.items() if fit.fit is not None]
        return fitting[0] if self.verdict.kind == "unscored" and len(fitting) == 1 else None

    @property
    def leading(self) -> str | None:
        """The role that is spoken of first: the best one, or the one alone. None where no role has a result."""
        return self.alone if self.verdict.kind == "unscored" else self.verdict.best
