"""The method page tells the rule that the assessment is scored by."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.site import site_catalog
from tests.views.other_files import ROOT, Visitor, serve

LIKING = "仕事の好みを求める"
REGRESSED = "得点を少し平均に寄せ、答えの揺れも見込んだうえで"


@pytest.fixture(autouse=True)
def served_again() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def test_liking_and_its_numbers_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    held = serve(monkeypatch, ROOT / "questions")["customer_roles"]
    shown = Visitor(held).open("method")
    assert LIKING in shown
    assert REGRESSED in shown
    assert held.liking
    for figure in (f"標準偏差{held.liking.sd:g}", f"信頼性{held.liking.reliability:g}", "割合50%"):
        assert figure in shown


def test_questions_of_1_x_have_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / "customer_roles_1", tmp_path / "questions" / "customer_roles")
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("samples.yaml"))
    held = serve(monkeypatch, tmp_path / "questions", content)["customer_roles"]
    shown = Visitor(held).open("method")
    assert LIKING not in shown
    assert REGRESSED not in shown
    assert "特性がはっきり40を下回った" in shown


def test_where_an_instrument_is_from_and_on_what_terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One plain text stands in every language; without any there is no such part."""
    folder = tmp_path / "questions" / "big_five"
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", folder)
    held = serve(monkeypatch, tmp_path / "questions")["big_five"]
    assert "出典とライセンス" not in Visitor(held).open("method")
    head = folder / "assessment.yaml"
    said = 'source: "Goldberg (1999), ipip.ori.org"\nlicence: {ja: 自由に使えます, en: Public domain}\n'
    head.write_text(head.read_text(encoding="utf-8") + said, encoding="utf-8")
    held = serve(monkeypatch, tmp_path / "questions")["big_five"]
    for language, words in (
        ("ja", ("出典とライセンス", "自由に使えます")),
        ("en", ("Source and licence", "Public domain")),
    ):
        shown = Visitor(held, language).open("method")
        assert "Goldberg (1999), ipip.ori.org" in shown
        assert all(one in shown for one in words)
