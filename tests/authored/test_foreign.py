"""The fixtures themselves: nothing is wrong with any of them, and each has the shape that it stands for."""

from __future__ import annotations

import pytest

from catalog.load import load_assessments
from catalog.questionnaire.assessment import Assessment
from tests.authored.facets import DOMAINS, ONE_SIDED
from tests.authored.foreign import FOREIGN, write_all


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assessment]:
    return dict(load_assessments(write_all(tmp_path_factory.mktemp("foreign"))))


def test_each_has_the_shape_that_it_stands_for(foreign: dict[str, Assessment]) -> None:
    assert set(foreign) == set(FOREIGN)
    shapes = {
        name: (len(one.traits), len(one.items), len(one.roles), one.scale.points, one.languages)
        for name, one in foreign.items()
    }
    assert shapes == {
        "facets": (30, 120, 0, 5, ("ja",)),
        "hotel": (6, 24, 12, 11, ("en",)),
        "lighthouse": (4, 16, 1, 4, ("ja", "en")),
        "big_five": (5, 25, 0, 6, ("ja", "en")),
    }


def test_the_facets_have_domains_and_some_are_keyed_one_way(foreign: dict[str, Assessment]) -> None:
    facets = foreign["facets"]
    keys: dict[str, set[str]] = {trait.id: set() for trait in facets.traits}
    for item in facets.items:
        keys[item.trait].add(item.keyed)
    assert {trait for trait, used in keys.items() if len(used) == 1} == set(ONE_SIDED)
    assert len(ONE_SIDED) == 9
    assert [len(inside) for _, _, inside in DOMAINS.values()] == [6] * 5
