"""The documents keep up with the code: every setting, command and Makefile target is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    "app.py",
    "server",
    "views",
    "people",
    "reports",
    "charts",
    "store",
    "teaching",
    "adverts",
    "scoring",
    "catalog",
    "tests",
    "bench",
)
NAMED = re.compile(
    r"(?<![\w./-])((?:" + "|".join(room for room in ROOMS if "." not in room) + r")/[\w/{}*,-]+\.(?:py|yaml|css))\b"
)
SETTING = re.compile(
    r"""(?:environ(?:\.get)?[(\[]\s*|\bgetenv\(\s*)["']([A-Z_]+)["']|["'](FIT_[A-Z_]+|DATABASE_URL)["']"""
)
NOT_OURS = {"CI", "PATH", "PYTEST_CURRENT_TEST", "LC_ALL", "LC_MESSAGES", "LANG", "HOME", "DISPLAY", "WAYLAND_DISPLAY"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def sources() -> list[Path]:
    return [path for room in ROOMS for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))]


def test_every_setting_is_in_the_operators_table() -> None:
    used = {one or other for path in sources() for one, other in SETTING.findall(path.read_text(encoding="utf-8"))}
    table = set(re.findall(r"^\| `([A-Z_]+)`", read("docs/operators.md"), re.MULTILINE))
    assert used - NOT_OURS <= table
    assert "DATABASE_URL" in used


@pytest.mark.parametrize("room", ["catalog", "scoring", "store", "reports", "bench"])
def test_every_command_is_in_the_readme(room: str) -> None:
    assert (ROOT / room / "__main__.py").is_file()
    assert f"python -m {room}" in read("README.md")


def test_links_between_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith(("lesson:", "page:")):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_a_file_that_is_named_is_there() -> None:
    """In comments, settings and documents; what the changelog told of is history."""
    texts = [*sources(), ROOT / ".streamlit/config.toml", ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in texts
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
        if not any(mark in name for mark in "{*") and not (ROOT / name).exists()
    }
    assert not missing


def test_every_run_time_dependency_has_its_reason() -> None:
    reasons = read("docs/decisions/0001-dependencies.md").lower()
    for line in read("requirements.txt").splitlines():
        name = re.match(r"[A-Za-z0-9_.-]+", line)
        if name:
            assert re.match(r"[^#]+==\S+$", line), f"{line}: pin it exactly"
            assert name[0].lower() in reasons, name[0]


def test_the_version_stands_in_the_changelog() -> None:
    version = re.search(r'^version = "([^"]+)"', read("pyproject.toml"), re.MULTILINE)
    assert version is not None
    assert f"## {version[1]}" in read("CHANGELOG.md")
