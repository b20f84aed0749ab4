"""What every part of a data file shares: the shape of ids, versions and cited facts, and the strictness."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_]*$"
FACT_PATTERN = r"^[A-Z][0-9]+$"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FactId = Annotated[str, StringConstraints(pattern=FACT_PATTERN)]
Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
FactIds = Annotated[tuple[FactId, ...], Field(max_length=4)]


class Shape(BaseModel):
    """The strictness that every part of a data file shares: no unknown key, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)
