"""docs/workshop-privacy.md holds what the command prints now, and no number in it is above 10."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from catalog.questionnaire.assessment import Assessment
from scoring.group.attack import draw_pool
from scoring.group.command import SIZES, gains, points

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/workshop-privacy.md").read_text(encoding="utf-8")
MOST = 10.0


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = spec_from_file_location("docs_attack", ROOT / "docs/attack.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cells(script: ModuleType, language: str) -> dict[str, list[str]]:
    """The page's table by the first cell of each line, without chance."""
    (table,) = (found[0] for found in script.TABLE.finditer(PAGE) if found[1] == language)
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return {row[0].strip(): [cell.strip() for cell in row[2:]] for row in rows}


@pytest.mark.proof
def test_the_page_is_what_the_command_prints(script: ModuleType) -> None:
    assert script.written(PAGE, script.played()) == PAGE, "run: python docs/attack.py"


@pytest.mark.parametrize(("place", "size"), [(0, 5), (11, 8)])
def test_some_of_its_numbers_are_what_the_command_prints(
    script: ModuleType, customer_roles: Assessment, place: int, size: int
) -> None:
    chosen = script.chosen()
    gained = gains(draw_pool(customer_roles, "quick", chosen.seed), place, size, chosen.rooms, chosen.seed)
    for language in ("ja", "en"):
        name = customer_roles.traits[place].name.in_language(language)
        assert cells(script, language)[name][SIZES.index(size)] == points(max(gained.values()))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nobody_s_level_is_named_more_than_ten_points_above_chance(
    script: ModuleType, customer_roles: Assessment, language: str
) -> None:
    table = cells(script, language)
    for trait in customer_roles.traits:
        told = table[trait.name.in_language(language)]
        assert len(told) == len(SIZES)
        assert all(float(cell) <= MOST for cell in told)


def test_both_halves_of_the_page_have_the_same_numbers(script: ModuleType) -> None:
    assert list(cells(script, "ja").values()) == list(cells(script, "en").values())
    assert len(re.findall(r"^- ", PAGE.partition("# English")[0], re.MULTILINE)) == len(
        re.findall(r"^- ", PAGE.partition("# English")[2], re.MULTILINE)
    )
