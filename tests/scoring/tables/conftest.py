"""A table as somebody has it, through ``python -m scoring score``, in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from scoring.__main__ import main

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests/fixtures/customer_roles_1"
TABLES = ROOT / "tests/fixtures/tables"
UNASKED = "The form full asks for what has no column in the table"


@dataclass(frozen=True)
class Outcome:
    """``table``: None where nothing was written. ``said``: stderr without the note on items that have no column."""

    status: int
    table: pl.DataFrame | None
    said: list[str]
    source: Path

    @property
    def teamwork(self) -> list[float | None]:
        assert self.table is not None, self.said
        return self.table["teamwork_score"].to_list()


Tried = Callable[..., Outcome]


@pytest.fixture(scope="session")
def customer_roles() -> Assessment:
    """The questionnaire as 1.0.0 asked it: how tables are read does not hang on what the site asks today."""
    return load_assessment(FOLDER)


@pytest.fixture
def tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tried:
    def ran(content: bytes | str | Path, name: str = "in.csv", language: str = "en") -> Outcome:
        source = tmp_path / name
        if isinstance(content, Path):
            source = content
        else:
            source.write_bytes(content.encode() if isinstance(content, str) else content)
        out = tmp_path / "out.parquet"
        out.unlink(missing_ok=True)
        status = main(["score", str(FOLDER), str(source), str(out), "--language", language])
        said = [line for line in capsys.readouterr().err.splitlines() if UNASKED not in line]
        return Outcome(status, pl.read_parquet(out) if out.exists() else None, said, source)

    return ran
