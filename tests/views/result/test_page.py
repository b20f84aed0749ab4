"""Every kind of sheet gets a result in words: never a crash, never a NaN."""

from __future__ import annotations

import re

import pytest

from catalog.questionnaire.assessment import Assessment
from tests.views.pages import assessment, open_page, text

LANGUAGES = ("ja", "en")


def raw(held: Assessment, point: int) -> dict[str, int | str]:
    return {item.id: point for item in held.items}


def keyed(held: Assessment, level: int) -> dict[str, int | str]:
    return {item.id: level if item.keyed == "+" else held.scale.points + 1 - level for item in held.items}


def half(held: Assessment) -> dict[str, int | str]:
    return {item.id: 4 for item in held.items[: len(held.items) // 2]}


SHEETS = {
    "nothing": lambda held: {},
    "one": lambda held: {held.items[0].id: 5},
    "half": half,
    "middle": lambda held: raw(held, 3),
    "same": lambda held: raw(held, 4),
    "fives": lambda held: raw(held, 5),
    "highest": lambda held: keyed(held, 5),
    "lowest": lambda held: keyed(held, 1),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["full", "quick"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_result_in_words(sheet: str, form: str, language: str) -> None:
    shown = text(open_page("result", SHEETS[sheet](assessment()), form, lang=language))
    assert 'class="fit-verdict"' in shown
    assert not re.search(r"\b(nan|NaN|inf)\b|>None<|\bNone[,)%]", shown)
    assert not re.search(r"\{[a-z_]+\}", shown), "an unfilled place"


@pytest.mark.parametrize(
    ("sheet", "word"),
    [
        ("nothing", "まだ1問も答えていません"),
        ("one", "半分以上の質問に答える必要があります"),
        ("middle", "とくに目立つ傾向は出ませんでした"),
        ("fives", "とくに目立つ傾向は出ませんでした"),
        ("fives", "同じ答えが12問以上続いたところがあります"),
        ("same", "選んだ答えが狭い範囲に集まっています"),
        ("fives", "似た内容の質問で"),
        ("lowest", "どの職種でも"),
        ("lowest", "ほかの仕事も考えるなら"),
    ],
)
def test_what_the_reader_is_told(sheet: str, word: str) -> None:
    assert word in text(open_page("result", SHEETS[sheet](assessment())))


def test_the_warning_stands_before_any_role() -> None:
    shown = text(open_page("result", SHEETS["lowest"](assessment())))
    assert shown.index("fit-warning") < shown.index("fit-verdict")


def test_a_close_quick_result_offers_the_rest() -> None:
    app = open_page("result", {item.id: 3 for item in assessment().form_items("quick")}, "quick")
    app.button(key="more").click().run()
    assert not app.exception
    assert [radio.key for radio in app.radio], "the assessment page opens with the remaining questions"
    held = assessment()
    quick = {item.id for item in held.form_items("quick")}
    assert not any(question in radio.key for radio in app.radio for question in quick)


def test_every_statement_names_its_facts() -> None:
    """Each strength and watch-out carries a folded part with its score, its weight and at least one fact."""
    held = assessment()
    shown = text(open_page("result", {}, sample="planner"))
    for block in re.findall(
        r'<section class="fit-section"><h2>(?:持ち味が生きそうなところ|気を付けたいこと)</h2>.*?</section>', shown
    ):
        for one in re.findall(r'<li class="fit-statement">.*?</details></li>', block):
            assert "80%の範囲" in one
            assert re.search(r"\(F\d{3}\)", one), one
    assert held.roles


def test_an_answer_of_another_version_is_left_out() -> None:
    answers = {"gone_1": 3, assessment().items[0].id: 9, assessment().items[1].id: "a"}
    assert "まだ1問も答えていません" in text(open_page("result", answers))
