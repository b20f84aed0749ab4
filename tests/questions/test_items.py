"""The items as a test author checks them: balance, order, length, wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest

from catalog.questionnaire.assessment import Assessment, Item

ITEMS = 72
QUICK_ITEMS = 28
LEAST_GAP = 6
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
DOUBLE = {"ja": r"[してで]、|(?<!よ)り、|および|かつ|また|・", "en": r"(?i)\b(and|or|but)\b|[;:&/]"}


BANNED = {"private": PRIVATE, "office": OFFICE, "frequency": FREQUENCY, "double": DOUBLE}


def words(items: Sequence[Item], language: str) -> dict[str, str]:
    return {item.id: item.text.in_language(language) for item in items}


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


def test_direction_traits_have_six_items_and_foundation_traits_four(assessment: Assessment) -> None:
    counted = Counter(item.trait for item in assessment.items)
    assert counted == {trait.id: 4 if trait.id in assessment.foundation else 6 for trait in assessment.traits}
    assert len(assessment.items) == ITEMS


def test_each_trait_has_as_many_items_of_one_key_as_of_the_other(assessment: Assessment) -> None:
    for trait in assessment.traits:
        keys = Counter(item.keyed for item in assessment.items if item.trait == trait.id)
        assert keys["+"] == keys["-"], trait.id


def test_ids_count_up_within_a_trait_in_the_order_shown(assessment: Assessment) -> None:
    seen: Counter[str] = Counter()
    for item in assessment.items:
        seen[item.trait] += 1
        assert item.id == f"{item.trait}_{seen[item.trait]}"


@pytest.mark.parametrize("form", ["full", "quick"])
def test_traits_are_interleaved_and_keys_are_mixed(assessment: Assessment, form: str) -> None:
    items = assessment.form_items(form)
    assert least_gap(items) >= LEAST_GAP
    assert longest_run([item.keyed for item in items]) <= LONGEST_RUN


def test_items_of_both_keys_are_spread_over_the_full_form(assessment: Assessment) -> None:
    quarter = ITEMS // 4
    for start in range(0, ITEMS, quarter):
        keys = Counter(item.keyed for item in assessment.items[start : start + quarter])
        assert abs(keys["+"] - keys["-"]) <= 4


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
