"""Whatever stands in a file, loading it either works or says what is wrong: no other exception, ever."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.load import load_catalog
from catalog.reading.problem import DataProblems, Problem
from catalog.reading.strict_yaml import parse
from tests.catalog.small_site import SMALL, SmallSite
from tests.examples import examples

MARKS = [
    "\n",
    "  ",
    "\t",
    ":",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">",
    "---\n",
    "?",
]
VALUES = ["null", "true", "1", "-1", "0.5", "1e999", ".nan", "010", "9" * 30, "{x}", "{}", "あ", "\u2028", "\x00"]
PIECES = st.sampled_from(MARKS) | st.sampled_from(VALUES) | st.text(max_size=5)
KEYS = ["id", "text", "ja", "en", "items", "shows", "options", "forms", "full", "facts", "weight", "x"]
SCALARS = st.none() | st.booleans() | st.integers(-20, 20) | st.floats(allow_nan=False, allow_infinity=False)
TREES = st.recursive(
    SCALARS | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)
FEW = settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def problems_or_none() -> tuple[Problem, ...] | None:
    """None where the files load; anything but DataProblems is a failure of the test."""
    try:
        load_catalog(Path("questions"), Path("content"))
    except DataProblems as found:
        return found.problems
    return None


@FEW
@given(name=st.sampled_from(sorted(SMALL)), data=st.data())
def test_a_mutated_file_raises_nothing_else(site: SmallSite, name: str, data: st.DataObject) -> None:
    text = SMALL[name]
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(text)))
        end = min(len(text), begin + data.draw(st.integers(0, 30)))
        text = text[:begin] + data.draw(PIECES) + text[end:]
    site.write(name, text.encode("utf-8", "surrogatepass"))
    said = problems_or_none()
    site.write(name, SMALL[name])
    assert said != ()
    for problem in said or ():
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.in_language("ja")


@FEW
@given(name=st.sampled_from(sorted(SMALL)), tree=TREES)
def test_a_file_of_any_shape_raises_nothing_else(site: SmallSite, name: str, tree: object) -> None:
    site.write(name, json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    said = problems_or_none()
    site.write(name, SMALL[name])
    assert said != ()


@settings(max_examples=examples(200), deadline=None)
@given(data=st.binary(max_size=60))
def test_any_bytes_can_be_parsed(data: bytes) -> None:
    document = parse(data, "x.yaml")
    assert document.problems or document.value is not None
