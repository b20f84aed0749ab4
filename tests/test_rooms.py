"""The house's order, held by a test: imports run down, data folders hold no Python, files stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "catalog": set(),
    "scoring": {"catalog"},
    "charts": {"scoring", "catalog"},
    "store": {"scoring", "catalog"},
    "reports": {"charts", "scoring", "catalog"},
    "views": {"reports", "charts", "store", "scoring", "catalog", "server"},
    "server": {"store", "catalog", "views"},
}
FORBIDDEN = {
    "catalog": {"streamlit", "sqlalchemy", "plotly", "numpy", "polars"},
    "scoring": {"streamlit", "sqlalchemy", "plotly"},
    "charts": {"streamlit", "sqlalchemy", "pandas"},
    "store": {"streamlit", "plotly"},
    "reports": {"streamlit", "sqlalchemy", "pandas"},
    "server": {"streamlit"},
}


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_down(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    for path in files:
        names = imported(path)
        assert names & set(MAY_IMPORT) <= MAY_IMPORT[room] | {room}, path
        assert not names & FORBIDDEN.get(room, set()), path


@pytest.mark.parametrize("room", ["questions", "content"])
def test_data_folders_hold_no_python(room: str) -> None:
    assert not list((ROOT / room).rglob("*.py"))


def test_no_file_has_grown_a_second_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for room in (*MAY_IMPORT, "tests", "bench")
        for path in (ROOT / room).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
