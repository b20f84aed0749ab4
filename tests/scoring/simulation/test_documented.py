"""docs/scoring.md holds what its commands print now: whoever changes weights, items or the rule sees what it does."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def test_the_tables_of_the_page_are_what_its_commands_print() -> None:
    spec = spec_from_file_location("docs_simulate", ROOT / "docs/simulate.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs/scoring.md").read_text(encoding="utf-8")
    assert len(module.TABLE.findall(page)) == 2
    assert module.written(page) == page, "run: python docs/simulate.py"


def table(at: int) -> dict[str, tuple[str, str]]:
    """The page's first table is of the norm, the second of people 8 points above it: full and quick by line."""
    page = (ROOT / "docs/scoring.md").read_text(encoding="utf-8")
    part = page.split("-m scoring simulate questions/customer_roles")[at + 1].split("<!-- end of table -->")[0]
    return {
        line: (full, quick) for line, full, quick in re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", part, re.MULTILINE)
    }


def percent(cell: str) -> int:
    return int(cell.removesuffix(" %"))


def test_the_full_form_is_clear_often_enough() -> None:
    """At the norm's means; 8 points above them it is clear for 16 in 100."""
    rows = table(0)
    assert percent(rows["close"][0]) <= 51
    assert percent(rows["clear"][0]) >= 17


@pytest.mark.parametrize(("at", "warned"), [(0, 25), (1, 10)], ids=["norm", "8 points above"])
def test_no_role_is_favoured_few_are_warned_and_what_is_told_is_right(at: int, warned: int) -> None:
    rows = table(at)
    best = [percent(cell) for line, cells in rows.items() if line.startswith("best: ") for cell in cells]
    assert len(best) == 6
    assert 25 <= min(best) <= max(best) <= 42
    assert all(percent(cell) <= warned for cell in rows["warned of the foundation"])
    bands = [cell for line, cells in rows.items() if line.startswith("P ") for cell in cells]
    assert len(bands) == 12
    for told, right, people in (re.fullmatch(r"([\d.]+) → ([\d.]+) \((\d+)\)", cell).groups() for cell in bands):  # type: ignore[union-attr]
        assert int(people) < 200 or abs(float(told) - float(right)) <= 0.03
