"""What every part of a data file shares: the shape of ids, versions and cited facts, and the strictness."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_]*$"
FACT_PATTERN = r"^[A-Z][0-9]+$"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"
DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FactId = Annotated[str, StringConstraints(pattern=FACT_PATTERN)]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
"""A day, a month or a year: ``2026-03-15``, ``2026-03``, ``2026``."""
FactIds = Annotated[tuple[FactId, ...], Field(max_length=4)]


class Shape(BaseModel):
    """The strictness that every part of a data file shares: no unknown key, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a shape by the key that an author writes, which is not always a name that Python knows."""
    return {field.alias or name: field for name, field in model.model_fields.items()}
