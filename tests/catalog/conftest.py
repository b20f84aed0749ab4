"""The small site as a fixture, without and with what it teaches, and the entries of broken/*.yaml as parameters."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.catalog.small_learning import LEARNING
from tests.catalog.small_site import SmallSite

BROKEN = Path(__file__).parent / "broken"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    monkeypatch.chdir(tmp_path)
    return SmallSite(tmp_path)


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
