"""Hints are given where an author should look again, and seldom where all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.hints.questions import Hint, TraitHint, hints_on, hints_on_trait
from catalog.hints.signs import signs
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment, Item, Task
from catalog.reading.text import Text
from tests.shipped import shipped_assessment

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def item(text: str, language: str = "ja", name: str = "a_1", keyed: str = "+") -> Item:
    return Item.model_validate({"id": name, "trait": "a", "keyed": keyed, "text": {language: text}})


@pytest.mark.parametrize(
    ("language", "text", "kind", "found"),
    [
        ("ja", "計画を立てて、すぐに動く。", "double", "て、"),
        ("ja", "人に頼まれたり、誘われたりする。", "double", "たり、誘われたり"),
        ("ja", "仕事と家庭・趣味を大切にする。", "double", "・"),
        ("ja", "早起きする。そして走る。", "double", "。"),
        ("en", "I plan my day and keep to it.", "double", "and"),
        ("en", "I plan my day. I keep to it.", "double", "."),
        ("ja", "人の目は気にしない。", "negation", "ない"),
        ("ja", "約束を忘れません。", "negation", "ません"),
        ("en", "I don't mind what others think.", "negation", "don't"),
        ("en", "I never forget a promise.", "negation", "never"),
        ("ja", "何も言わないわけではない。", "double_negation", "ない … ない"),
        ("en", "I do not stay without a plan.", "double_negation", "not … without"),
        ("ja", "あ" * 41, "long", "41"),
        ("en", "I " + "plan " * 20, "long", "101"),
        ("ja", "ステークホルダーの話を聞く。", "jargon", "ステークホルダー"),
        ("ja", "KPIを毎日見る。", "jargon", "KPI"),
        ("en", "I like to talk to stakeholders.", "jargon", "stakeholders"),
        ("en", "I check the ROI first.", "jargon", "ROI"),
        ("ja", "人前で話すのが得意だ。", "ability", "得意"),
        ("ja", "難しい話も説明できる。", "ability", "できる"),
        ("en", "I am good at explaining.", "ability", "good at"),
        ("en", "I can explain hard things.", "ability", "I can"),
    ],
)
def test_a_question_to_look_at_again_is_named_with_the_words(language: str, text: str, kind: str, found: str) -> None:
    assert Hint(kind, language, found) in hints_on(item(text, language))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "ゆったり進めるほうが好きだ。"),
        ("ja", "新しい道具について、すぐに調べる。"),
        ("ja", "厳しく言われても、落ち着いている。"),
        ("ja", "職場で、よく人に話しかける。"),
        ("ja", "口数は少ないほうだ。"),
        ("ja", "何かが動かないとき、原因を探すのが楽しい。"),
        ("ja", "すぐに友人ができる。"),
        ("ja", "PCの新しい使い方を覚える。"),
        ("ja", "あ" * 40),
        ("en", "I enjoy finding out why something is not working."),
        ("en", "I like problems that have no quick answer."),
        ("en", "I buy things in a can shop on TV."),
        ("en", "I stand in the sand at the border."),
    ],
)
def test_what_is_well_raises_no_hint(language: str, text: str) -> None:
    assert hints_on(item(text, language)) == ()


def test_a_task_may_name_two_actions_and_counts_by_length_and_jargon_only() -> None:
    task = Task.model_validate({"id": "t", "role": "r", "text": {"en": "Read the churn figures and do not reply."}})
    assert hints_on(task) == (Hint("jargon", "en", "churn"),)


def test_a_language_that_is_not_known_here_is_left_alone() -> None:
    assert hints_on(item("Ich bin gut und kann nicht.", "de")) == ()


def test_the_shipped_questions_raise_few_hints() -> None:
    held = shipped_assessment()
    asked = (*held.items, *held.tasks)
    raised = {(one.id, hint.kind, hint.language) for one in asked for hint in hints_on(one)}
    # The one sentence that does deny: all others are no alarm.
    assert raised == {("results_orientation_8", "negation", "ja"), ("results_orientation_8", "negation", "en")}
    assert [hint for trait in held.traits for hint in hints_on_trait(held, trait)] == []


def test_questions_that_tell_of_ability_are_found_in_another_authors_questions() -> None:
    held = load_assessment(FIXTURES / "big_five")
    raised = {one.id: [hint.kind for hint in hints_on(one)] for one in held.items}
    assert raised["A3"] == ["ability", "ability"]
    assert raised["C3"] == ["double", "double"]
    assert raised["N1"] == []


def with_items(*texts: tuple[str, str], low: str = "静かに過ごす。") -> Assessment:
    shipped = shipped_assessment()
    trait = shipped.traits[0].model_copy(
        update={"id": "a", "low": Text({"ja": low}), "high": Text({"ja": "人と過ごす。"})}
    )
    items = tuple(item(text, name=f"a_{place}", keyed=keyed) for place, (keyed, text) in enumerate(texts))
    return shipped.model_copy(update={"traits": (trait,), "items": items, "title": Text({"ja": "あ"})})


def on_trait(held: Assessment) -> tuple[TraitHint, ...]:
    return hints_on_trait(held, held.traits[0])


def test_questions_of_a_trait_that_all_end_alike_are_named() -> None:
    alike = with_items(("+", "朝に走るのが好きだ。"), ("+", "人と会うのが好きだ。"), ("-", "一人でいるのが好きだ。"))
    assert on_trait(alike) == (TraitHint("same_ending", "ja", "のが好きだ"),)
    apart = with_items(("+", "朝に走るのが好きだ。"), ("+", "人と会いたい。"), ("-", "一人でいるのが好きだ。"))
    assert on_trait(apart) == ()


def test_a_key_whose_questions_are_those_that_deny_is_named() -> None:
    sided = with_items(("+", "人と会いたい。"), ("+", "よく話す。"), ("-", "人と会わない。"), ("-", "あまり話さない。"))
    assert on_trait(sided) == (TraitHint("negated_side", "ja", "-"),)


def test_an_end_that_is_only_a_lack_is_named() -> None:
    lacking = with_items(("+", "人と会いたい。"), low="人と話さない。")
    assert on_trait(lacking) == (TraitHint("pole", "ja", "low"),)


def test_both_languages_have_the_same_signs() -> None:
    assert set(signs()) == {"ja", "en"}
