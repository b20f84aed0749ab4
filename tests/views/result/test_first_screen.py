"""What stands first on a result, which chapters follow, and what they hold, for every kind of sheet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.questionnaire.assessment import Assessment
from catalog.site import site_catalog
from tests.made_questions import write_assessment
from tests.views.other_files import ROOT, Visitor, at_the, serve
from tests.views.pages import assessment, open_page, text

FULL = ["result", "reasons", "liking", "use", "details"]


@pytest.fixture(autouse=True)
def served_again() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def rated(held: Assessment, ratings: dict[str, int]) -> dict[str, int | str]:
    """Every item in the middle, every task by its role."""
    return {item.id: 3 for item in held.items} | {task.id: ratings[task.role] for task in held.tasks}


def chapters(shown: str) -> list[str]:
    """The chapters that the page has, in order; the row of links has to lead to all of them and to nothing else."""
    made = re.findall(r'<header class="fit-chapter" id="chapter-(\w+)">', shown)
    linked = re.findall(r'<a href="#chapter-(\w+)">', shown)
    assert linked == (made if len(made) > 1 else [])
    return made


def bars(shown: str) -> list[str]:
    """The rows of the first screen."""
    first = shown[shown.index("fit-verdict") :].split("</section>")[0]
    return re.findall(r"<li class=.*?</li>", first)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("sample", ["planner", "expert", "brisk"])
def test_a_sample_opens_with_verdict_and_roles(sample: str, language: str) -> None:
    shown = text(open_page("result", {}, sample=sample, lang=language))
    assert shown.index("<h1>") < shown.index('class="fit-bars"') < shown.index('class="fit-chapters"')
    rows = bars(shown)
    assert len(rows) == 3
    assert len({colour for row in rows for colour in re.findall(r"--mark:(#\w+)", row)}) == 3
    for row in rows:
        ((value, low, high),) = (map(int, found) for found in re.findall(r"<b>(\d+)</b>.*?(\d+)[〜–](\d+)", row))
        assert low < value < high
        drawn = re.search(r'<i style="left:([\d.]+)%;width:([\d.]+)%">', row)
        assert drawn
        assert float(drawn[1]) == pytest.approx(low, abs=0.6)
        assert float(drawn[1]) + float(drawn[2]) == pytest.approx(high, abs=0.6)
    assert chapters(shown) == FULL


def test_foundation_and_direction_stand_with_the_reasons() -> None:
    shown = text(open_page("result", {}, sample="planner"))
    assert shown.index("chapter-reasons") < shown.index("土台と方向") < shown.index('id="chapter-liking"')


def test_a_close_result_says_who_is_in_and_who_is_out() -> None:
    shown = text(open_page("result", {}, sample="brisk"))
    title = re.search(r"<h1>(.*?)</h1>", shown)
    assert title
    assert title[1] == "合いそうなのはカスタマーサポートとコールセンターで、カスタマーサクセスは候補から外れそうです。"
    assert "決め手になりそうなのは" in shown[shown.index("<h1>") : shown.index('class="fit-bars"')]


def test_liking_and_traits_that_part_are_worth_a_talk() -> None:
    held = assessment()
    traits = dict(next(one for one in site_catalog().get().content.samples if one.id == "planner").answers)
    liked = {"customer_success": 2, "customer_support": 3, "call_center": 5}
    shown = text(open_page("result", {**traits, **{task.id: liked[task.role] for task in held.tasks}}))
    chapter = shown[shown.index('id="chapter-liking"') : shown.index('id="chapter-use"')]
    assert "好みはコールセンターに、特性はカスタマーサクセスに、いちばん近い結果です。" in chapter
    assert "話してみるとよさそうです" in chapter
    most, least = chapter.split("あまり気が進まない業務")
    for told, role in ((most, "call_center"), (least, "customer_success")):
        named = [task for task in held.tasks if f">{task.text.in_language('ja')}<" in told]
        assert {task.role for task in named} == {role}
        assert len(named) == 3


def test_liking_s_numbers_stand_with_their_errors() -> None:
    shown = text(open_page("result", {}, sample="planner"))
    details = shown[shown.index('id="chapter-details"') :]
    table = details[details.index("仕事の好みの得点") :].split("</table>")[0]
    assert "測定の標準誤差" in table
    assert len(re.findall(r"<td>\d+\.\d</td><td>8 / 8</td>", table)) == 3


def test_an_older_sheet_has_no_chapter_on_liking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / "customer_roles_1", tmp_path / "questions" / "customer_roles")
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("samples.yaml"))
    held = serve(monkeypatch, tmp_path / "questions", content)["customer_roles"]
    visitor = Visitor(held)
    visitor.answer(at_the(held, "high"))
    shown = visitor.open("result")
    assert chapters(shown) == [name for name in FULL if name != "liking"]
    assert "仕事の好み" not in shown


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (2, 2), (6, 6), (0, 0)])
def test_any_number_of_roles_has_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, rows: int
) -> None:
    write_assessment(tmp_path, f"roles_{count}", roles=count, guidance=True)
    held = serve(monkeypatch, tmp_path)[f"roles_{count}"]
    visitor = Visitor(held)
    visitor.answer(at_the(held, "high"))
    shown = visitor.open("result")
    assert len(bars(shown)) == rows
    assert chapters(shown) == (["result", "reasons", "use", "details"] if count else ["profile", "details"])


def test_ratings_alone_part_the_roles_and_it_is_said() -> None:
    held = assessment()
    shown = text(open_page("result", rated(held, {"customer_success": 5, "customer_support": 1, "call_center": 1})))
    assert "カスタマーサクセス" in shown[shown.index("<h1>") : shown.index("</h1>")]
    assert "職種の差を大きくしたのは、特性よりも仕事の好みです。" in shown


def test_a_half_answered_sheet_counts_every_question() -> None:
    held = assessment()
    some = {item.id: 4 for item in held.items}
    shown = text(open_page("result", some))
    assert f"{len(held.form_questions('full'))}問中{len(some)}問" in shown
    assert "chapter-liking" not in shown
