"""Each rule finds what it is for, and lets a good sentence be."""

from __future__ import annotations

import pytest

from reports.sentences.filled import Filled
from reports.sentences.rules import RULES, broken

BAD = [
    ("doubled particle", "ja", "特性をを見ます。"),
    ("doubled particle", "ja", "職種がが合います。"),
    ("doubled particle", "ja", "職種のの差です。"),
    ("doubled particle", "ja", "AとBとと比べます。"),
    ("doubled particle", "ja", "差ははっきりしません。"),
    ("doubled particle", "ja", "職種にに合います。"),
    ("doubled stop", "ja", "合います。。"),
    ("doubled stop", "ja", "A、、B。"),
    ("polite form on polite form", "ja", "合います。」です。"),
    ("doubled word", "en", "It suits suits you."),
    ("two articles", "en", "It is a an idea."),
    ("space before a stop", "en", "It suits you ."),
    ("doubled stop", "en", "It suits you.."),
    ("doubled stop", "en", "You lean to “Working quietly.”."),
    ("doubled space", "en", "It suits  you."),
    ("doubled space", "ja", "職種  です。"),
    ("place not filled", "ja", "{role}です。"),
    ("nothing in quotation marks", "ja", "「」という傾向です。"),
    ("nothing in quotation marks", "en", "You lean to “”."),
]
GOOD = [
    ("ja", "重みは+2から−2までです。", (), ()),
    ("ja", "話すことと書くことを、表で見ます。", (), ()),
    ("ja", "「冷静さと切り替え」「聞いて、話したい」という傾向です。", ("冷静さと切り替え", "聞いて、話したい"), ()),
    ("ja", "営業とサポートは、見込みが低めです。", (), (("営業", "サポート"),)),
    ("en", "You lean to “Calm and composed” and “Working, quietly”.", ("Calm and composed", "Working, quietly"), ()),
    ("en", "Unlikely: Sales and Support.", (), (("Sales", "Support"),)),
]


def rules_broken(
    language: str, text: str, phrases: tuple[str, ...] = (), lists: tuple[tuple[str, ...], ...] = ()
) -> set[str]:
    return {one.rule for one in broken([Filled("key", language, text, phrases, lists)])}


@pytest.mark.parametrize(("rule", "language", "text"), BAD)
def test_a_bad_sentence_breaks_its_rule(rule: str, language: str, text: str) -> None:
    assert rules_broken(language, text) == {rule}


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("ja", "相手への共感と変化への対応と学びが低めです。", "変化への対応と学び"),
        ("ja", "聞いて、話して、伝えたいという傾向です。", "聞いて、話して、伝えたい"),
        ("en", "What decides it: Organization and accuracy.", "Organization and accuracy"),
    ],
)
def test_a_trait_without_quotation_marks_is_found(language: str, text: str, phrase: str) -> None:
    assert rules_broken(language, text, (phrase,)) == {"trait without quotation marks"}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ja", "受付と案内と清掃は接戦です。", ("受付と案内", "清掃")),
        ("ja", "受付、案内と清掃は接戦です。", ("受付、案内", "清掃")),
        ("en", "Close: Bed and breakfast and Bar.", ("Bed and breakfast", "Bar")),
    ],
)
def test_a_name_that_can_be_read_two_ways_is_found(language: str, text: str, names: tuple[str, ...]) -> None:
    assert rules_broken(language, text, lists=(names,)) == {"read in two ways"}


@pytest.mark.parametrize(("language", "text", "phrases", "lists"), GOOD)
def test_a_good_sentence_breaks_none(
    language: str, text: str, phrases: tuple[str, ...], lists: tuple[tuple[str, ...], ...]
) -> None:
    assert rules_broken(language, text, phrases, lists) == set()


def test_every_rule_has_an_example() -> None:
    shown = {rule for rule, _, _ in BAD} | {"trait without quotation marks", "read in two ways"}
    assert shown == {rule.name for rule in RULES}
