"""The small site as a fixture, without and with what it teaches, and the entries of broken/*.yaml as parameters."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from catalog.content import built_in
from tests.catalog.small_learning import LEARNING
from tests.catalog.small_site import SMALL, SmallSite

BROKEN = Path(__file__).parent / "broken"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """The small site; the words that it ships with are its own, in a folder ``shipped``."""
    monkeypatch.chdir(tmp_path)
    small = SmallSite(tmp_path)
    for name in ("site.yaml", "interface/start.yaml"):
        small.write(f"shipped/{name}", SMALL[f"content/{name}"])
    monkeypatch.setattr(built_in, "SHIPPED", tmp_path / "shipped")
    return small


@pytest.fixture
def learning_site(site: SmallSite) -> SmallSite:
    for name, text in LEARNING.items():
        site.write(name, text)
    return site


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``test_<kind>.py`` gets the entries of ``broken/<kind>.yaml`` where a test asks for ``broken``."""
    if "broken" in metafunc.fixturenames:
        kind = metafunc.module.__name__.rpartition(".")[2].removeprefix("test_")
        entries = yaml.safe_load((BROKEN / f"{kind}.yaml").read_text(encoding="utf-8"))
        metafunc.parametrize("broken", [pytest.param(entry, id=entry["breaks"]) for entry in entries])
