"""The house's order, held by a test: rooms that say what lives in them, small folders, small files, tests beside them.

That imports run down is held by import-linter (`make lint`, contracts in pyproject.toml).
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("server", "views", "people", "reports", "store", "teaching", "adverts", "charts", "scoring", "catalog")
FOLDERS = sorted(
    path.parent.relative_to(ROOT).as_posix()
    for room in ROOMS
    for path in (ROOT / room).rglob("__init__.py")
    if "migrations" not in path.parts
)
MOST_MODULES = 20
MOST_LINES = 400


def modules(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.py") if path.name not in ("__init__.py", "__main__.py")]


def test_imports_run_down() -> None:
    """The contracts hold, and none of them was left out of the linter's configuration."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert set(settings["root_packages"]) == set(ROOMS)
    assert {room for layer in settings["contracts"][0]["layers"] for room in layer.split(" | ")} == set(ROOMS)


@pytest.mark.parametrize("room", ["questions", "content"])
def test_data_folders_hold_no_python(room: str) -> None:
    assert not list((ROOT / room).rglob("*.py"))


def test_no_file_has_grown_a_second_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for room in (*ROOMS, "tests", "bench")
        for path in (ROOT / room).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_says_what_lives_in_it_and_holds_no_crowd(folder: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(said.split("\n\n")) == 2, "one sentence on what lives here, one on what must not"
    assert all(part.strip().endswith(".") for part in said.split("\n\n"))
    assert len(modules(ROOT / folder)) <= MOST_MODULES


def test_every_folder_with_modules_is_a_room_that_was_named() -> None:
    found = {
        path.parent.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if "migrations" not in path.parts
    }
    assert found == set(FOLDERS)


def test_tests_mirror_the_folders() -> None:
    """A folder of tests inside a room's tests has the name of a folder of that room."""
    strange = []
    for room in ROOMS:
        inside = ROOT / "tests" / room
        for path in inside.rglob("*"):
            named = path.is_dir() and path.name not in ("__pycache__", "broken")
            if named and not (ROOT / room / path.relative_to(inside)).is_dir():
                strange.append(path)
    assert not strange
