"""The items as a test author checks them: balance, order, length, wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment, Item

FIRST_EDITION = Path(__file__).resolve().parents[1] / "fixtures" / "customer_roles_1"

ITEMS = 56
ITEMS_A_TRAIT = 4
QUICK_ITEMS = 28
LEAST_GAP = 8
LONGEST_RUN = 3

# Not asked in fair recruitment in Japan: what a person cannot choose, and what is free to each.
PRIVATE = {
    "ja": r"家族|家庭|両親|結婚|子ども|出身|国籍|本籍|宗教|信仰|思想|政治|支持|病気|健康|障害"
    r"|性別|男性|女性|年齢|若い|学歴",
    "en": r"(?i)\b(family|parents?|married|children|birthplace|nationality|religio\w*|faith|politic\w*|ill\w*|health\w*"
    r"|disab\w*|gender|man|men|woman|women|age|old|young|school)\b",
}
# Someone who never worked in an office must be able to answer.
OFFICE = {
    "ja": r"顧客|お客|クライアント|上司|部下|会議|商談|案件|業務|売上|社内|部署|KPI|タスク|マニュアル",
    "en": r"(?i)\b(customers?|clients?|boss|manager|meetings?|office|sales|department|colleagues?|KPI|stakeholders?)\b",
}
# How often does not go with how well it describes me.
FREQUENCY = {
    "ja": r"いつも|つねに|常に|必ず|たいてい|しばしば|ときどき|時々|たまに|めったに|絶対",
    "en": r"(?i)\b(always|often|usually|sometimes|rarely|seldom|never|frequently|every time)\b",
}
# What somebody is good at is not asked for: the items tell of likings.
ABILITY = {
    "ja": r"得意|苦手|上手|うまく(?:話|書|説明|や)|できる。|能力|自信|力を出",
    "en": r"(?i)\b(good at|bad at|better at|skilled|able to|can|capable|ability|confident)\b",
}
# Pay is matched with wishes, never scored.
PAY = {
    "ja": r"報酬|収入|給与|給料|賃金|時給|固定給|ボーナス|インセンティブ|歩合|お金",
    "en": r"(?i)\b(pay|paid|income|salary|wages?|bonus\w*|rewards?|commission|incentives?|money)\b",
}
DOUBLE = {"ja": r"[してで]、|(?<!よ)り、|および|かつ|また|・", "en": r"(?i)\b(and|or|but)\b|[;:&/]"}


BANNED = {
    "private": PRIVATE,
    "office": OFFICE,
    "frequency": FREQUENCY,
    "double": DOUBLE,
    "ability": ABILITY,
    "pay": PAY,
}


# Ids of 1.x whose question is asked no more. An answer on an old sheet must never stand for a new question.
RETIRED = {
    "adaptability_learning": (3, 4),
    "analytical_strategic": (1, 2, 3, 6),
    "communication": (1, 3),
    "customer_empathy": (2, 4),
    "organization_accuracy": (1, 2, 3, 4),
    "proactivity": (3, 5, 6),
    "problem_solving": (1, 4),
    "relationship_horizon": (1, 2, 3, 4, 5),
    "results_orientation": (1, 3, 4, 5),
    "specialization": (1, 2, 3, 5),
    "stress_tolerance": (2,),
    "structure_preference": (1, 3, 5, 6),
    "teamwork": (2, 3),
    "work_pace": (2, 3),
}


def words(items: Sequence[Item], language: str) -> dict[str, str]:
    return {item.id: item.text.in_language(language) for item in items}


def retired_ids() -> set[str]:
    return {f"{trait}_{number}" for trait, numbers in RETIRED.items() for number in numbers}


def longest_run(keys: Sequence[str]) -> int:
    return max(len(list(run)) for _, run in groupby(keys))


def least_gap(items: Sequence[Item]) -> int:
    """The fewest places between two items of one trait."""
    last: dict[str, int] = {}
    gaps = []
    for place, item in enumerate(items):
        if item.trait in last:
            gaps.append(place - last[item.trait])
        last[item.trait] = place
    return min(gaps)


def test_every_trait_has_four_items(assessment: Assessment) -> None:
    counted = Counter(item.trait for item in assessment.items)
    assert counted == {trait.id: ITEMS_A_TRAIT for trait in assessment.traits}
    assert len(assessment.items) == ITEMS


def test_each_trait_has_as_many_items_of_one_key_as_of_the_other(assessment: Assessment) -> None:
    for trait in assessment.traits:
        keys = Counter(item.keyed for item in assessment.items if item.trait == trait.id)
        assert keys["+"] == keys["-"], trait.id


def test_an_id_is_its_trait_and_a_number_that_no_other_question_had(assessment: Assessment) -> None:
    retired = retired_ids()
    for item in assessment.items:
        assert re.fullmatch(rf"{item.trait}_[1-9]\d*", item.id)
        assert item.id not in retired


def test_a_question_that_kept_its_id_kept_its_key(assessment: Assessment) -> None:
    first = load_assessment(FIRST_EDITION)
    kept = set(first.item) - retired_ids()
    assert kept <= set(assessment.item)
    for item in kept:
        assert assessment.item[item].keyed == first.item[item].keyed, item


@pytest.mark.parametrize("form", ["full", "quick"])
def test_traits_are_interleaved_and_keys_are_mixed(assessment: Assessment, form: str) -> None:
    items = assessment.form_items(form)
    assert least_gap(items) >= LEAST_GAP
    assert longest_run([item.keyed for item in items]) <= LONGEST_RUN


def test_items_of_both_keys_are_spread_over_the_full_form(assessment: Assessment) -> None:
    quarter = ITEMS // 4
    for start in range(0, ITEMS, quarter):
        keys = Counter(item.keyed for item in assessment.items[start : start + quarter])
        assert abs(keys["+"] - keys["-"]) <= 2


def test_quick_form_has_one_item_of_each_key_a_trait_in_the_full_forms_order(assessment: Assessment) -> None:
    quick = assessment.form_items("quick")
    assert len(quick) == QUICK_ITEMS
    assert Counter((item.trait, item.keyed) for item in quick) == {
        (trait.id, key): 1 for trait in assessment.traits for key in "+-"
    }
    chosen = {item.id for item in quick}
    assert [item.id for item in quick] == [item.id for item in assessment.items if item.id in chosen]


def test_japanese_items_are_short_plain_statements(assessment: Assessment) -> None:
    for item, text in words(assessment.items, "ja").items():
        assert 12 <= len(text) <= 32, item
        assert re.search(r"[だいるくむ]。$", text), item
        assert not re.search(r"です|ます|[A-Za-z0-9]|[!?!?]", text), item


def test_english_items_are_short_statements_in_the_first_person(assessment: Assessment) -> None:
    for item, text in words(assessment.items, "en").items():
        assert 4 <= len(text.split()) <= 14, item
        assert re.search(r"\b(I|me|my)\b", text), item
        assert re.match(r"[A-Z].*[a-z]\.$", text), item
        assert text.isascii(), item


@pytest.mark.parametrize(("language", "stop"), [("ja", "。"), ("en", ".")])
def test_an_item_is_one_sentence(assessment: Assessment, language: str, stop: str) -> None:
    for item, text in words(assessment.items, language).items():
        assert text.count(stop) == 1, item


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("banned", BANNED.values(), ids=BANNED.keys())
def test_items_avoid_words(assessment: Assessment, language: str, banned: dict[str, str]) -> None:
    hits = {item: text for item, text in words(assessment.items, language).items() if re.search(banned[language], text)}
    assert hits == {}


def test_no_item_denies_twice(assessment: Assessment) -> None:
    for item, text in words(assessment.items, "ja").items():
        assert len(re.findall(r"ない|なく|ません", text)) <= 1, item
    for item, text in words(assessment.items, "en").items():
        assert len(re.findall(r"\b(?:not|no|without|never)\b|n't\b", text)) <= 1, item


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_items_say_the_same(assessment: Assessment, language: str) -> None:
    plain = [re.sub(r"[、。.,\s]", "", text).lower() for text in words(assessment.items, language).values()]
    assert len(set(plain)) == len(plain)


def test_japanese_endings_vary(assessment: Assessment) -> None:
    endings = [text[-4:] for text in words(assessment.items, "ja").values()]
    assert max(Counter(endings).values()) <= len(endings) / 4
    assert max(len(list(run)) for _, run in groupby(endings)) <= 2


def test_english_openings_vary(assessment: Assessment) -> None:
    openings = [tuple(text.split()[:3]) for text in words(assessment.items, "en").values()]
    assert max(Counter(openings).values()) <= len(openings) / 6
    assert sum(one == other for one, other in pairwise(openings)) <= 3
