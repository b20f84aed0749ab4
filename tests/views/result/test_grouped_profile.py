"""The result by domains, in the files' order and open without roles; percentiles among people of one's choice."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.site import site_catalog
from tests.made_questions import write_assessment
from tests.views.other_files import ROOT, Visitor, serve
from views.result.percentiles import WHOSE

FIXTURE = ROOT / "tests" / "fixtures" / "grouped"


@pytest.fixture(autouse=True)
def served_again() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def visitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str = "ja") -> Visitor:
    questions = tmp_path / "questions"
    shutil.copytree(FIXTURE, questions / "grouped")
    held = serve(monkeypatch, questions)["grouped"]
    made = Visitor(held, language)
    levels = {"warmth": 4, "tempo": 3, "order": 2, "care": 3, "ideas": 5}
    keyed = {item.id: (levels[item.trait], item.keyed) for item in held.items}
    made.answer({item: level if key == "+" else 6 - level for item, (level, key) in keyed.items()})
    return made


def rows_under(shown: str, title: str) -> list[list[str]]:
    """The cells of the first table below that heading."""
    found = re.search(rf"<h3>{title}</h3>.*?<table.*?</table>", shown, re.S)
    assert found, title
    rows = re.findall(r"<tr>(.*?)</tr>", found[0], re.S)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[dh][^>]*>.*?</t[dh]>", row)] for row in rows]


def test_domains_stand_in_the_files_order_and_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = visitor(tmp_path, monkeypatch)
    shown = made.open("result")
    titles = ("領域ごとの得点", "外への向き", "進め方", "ほかの特性", "ほかの人と比べた位置")
    places = [shown.index(f"<h3>{title}</h3>") for title in titles]
    assert places == sorted(places)
    assert "人や物事にどう向かうか。" in shown
    assert "得点がいちばん高い領域は「外への向き」で、63（54〜71）です。" in shown
    folded = [block.label for block in made.app.expander if not block.proto.expanded]
    assert folded == ["画像とデータ"], "no score is folded away"


def test_the_reader_chooses_whom_to_be_compared_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = visitor(tmp_path, monkeypatch)
    shown = made.open("result")
    assert "成人、1,204人（2026年3月）。出典：A made-up survey of adults, 2026" in shown
    adults = rows_under(shown, "ほかの人と比べた位置")
    assert [row[0] for row in adults[1:]] == ["歩み", "親しみ", "整え方", "慎重さ", "考えること"]
    assert adults[2][1] == "77", "75 is 0.75 standard deviations above 60"
    made.app.button_group(key=WHOSE).set_value("students_2025").run()
    shown = made.whole("result")
    assert "学生、318人（2025年）。出典：学生についての架空の調査" in shown
    assert rows_under(shown, "ほかの人と比べた位置")[2][1] == "84", "75 is one standard deviation above 55"


def test_there_is_no_percentile_where_a_norm_is_assumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = tmp_path / "questions"
    write_assessment(questions, "plain", roles=0)
    held = serve(monkeypatch, questions)["plain"]
    made = Visitor(held)
    made.answer({item.id: 3 for item in held.items})
    shown = made.open("result")
    assert "暫定" in shown
    assert "百分位" not in shown


def test_the_method_page_tells_both_data_sets_and_how_domains_are_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = visitor(tmp_path, monkeypatch).open("method")
    assert "領域の得点は、その中で測れた特性の得点の平均です。" in shown
    assert "実際に答えた人たちを調べた値です" in shown
    assert "仮の値" not in shown
    for told in ("成人、1,204人（2026年3月）", "ほかの相手の値です。", "学生、318人（2025年）"):
        assert told in shown
    assert "<td>60</td><td>20</td>" in shown, "sums of a table are shown as points"


def test_an_english_reader_has_it_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = visitor(tmp_path, monkeypatch, "en")
    shown = made.open("result")
    assert "Your highest domain is “Outward”, 63 (54–71)." in shown
    assert "Adults, n = 1,204 (2026-03). Source: A made-up survey of adults, 2026" in shown
    assert "<h3>Where you stand among others</h3>" in shown
