"""What traits.yaml holds: traits, alone or beside the groups that they belong to, each with one norm or several."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalog.questionnaire.assessment import Group, Norm, Origin, Trait, TraitHead
from catalog.questionnaire.units import Answered, Unit, to_pomp
from catalog.reading.alternatives import AS_KEYS, AS_LIST, ONE_OR_LIST
from catalog.reading.ids import Date, Shape
from catalog.reading.text import Text


class NormEntry(Shape):
    """A norm as its source gives it: in POMP, or in the unit of a published table."""

    mean: Annotated[float, Field(ge=0)]
    sd: Annotated[float, Field(gt=0)]
    reliability: Annotated[float, Field(gt=0, lt=1)]
    basis: str
    unit: Unit = "pomp"
    n: Annotated[int, Field(ge=2)] | None = None
    date: Date | None = None
    source: Origin | None = None
    people: Text | None = Field(default=None, alias="for")

    def in_pomp(self, answered: Answered, languages: tuple[str, ...]) -> Norm:
        source = self.source
        return Norm(
            mean=to_pomp(self.mean, self.unit, answered),
            sd=to_pomp(self.sd, self.unit, answered, spread=True),
            reliability=self.reliability,
            basis=self.basis,
            n=self.n,
            date=self.date,
            source=Text(dict.fromkeys(languages, source)) if isinstance(source, str) else source,
            people=self.people,
        )


Norms = Annotated[
    Annotated[NormEntry, AS_KEYS] | Annotated[tuple[NormEntry, ...], Field(min_length=1), AS_LIST], ONE_OR_LIST
]


class TraitEntry(TraitHead):
    norm: Norms

    def measured(self, answered: Answered, languages: tuple[str, ...]) -> Trait:
        """The trait with its norms in POMP; the first of them scores."""
        entries = self.norm if isinstance(self.norm, tuple) else (self.norm,)
        first, *others = (one.in_pomp(answered, languages) for one in entries)
        head = {name: getattr(self, name) for name in TraitHead.model_fields}
        return Trait(**head, norm=first, other_norms=tuple(others))


TraitEntries = Annotated[tuple[TraitEntry, ...], Field(min_length=1)]


class GroupedTraits(Shape):
    groups: tuple[Group, ...] = ()
    traits: TraitEntries


TraitsFile = Annotated[Annotated[TraitEntries, AS_LIST] | Annotated[GroupedTraits, AS_KEYS], ONE_OR_LIST]
