"""Search, terms in text, and the choice of a comparison: pure functions over the site's own content."""

from __future__ import annotations

import pytest

from catalog.lessons.learning import Learning
from teaching.compare import EVERY, FIRST_DIMENSIONS, FIRST_ROLES, MOST_ROLES, compared
from teaching.search import MOST_HITS, Index, excerpt, fold, make_index, matching_terms, search
from teaching.terms import TermFinder
from tests.shipped import shipped_assessment, shipped_content

CONTENT = shipped_content()
LEARNING = CONTENT.learning or Learning()
ROLES = shipped_assessment().roles


@pytest.fixture(scope="module", params=["ja", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def index(language: str) -> Index:
    return make_index(CONTENT, ROLES, language)


def test_folding() -> None:
    assert fold("  ＣＲＭ と ﾁｬｯﾄ ") == "crm と ちゃっと"
    assert fold("カスタマー\nサクセス") == "かすたまー さくせす"


def test_kana_finds_kanji_everywhere(index: Index) -> None:
    hits = search(index, "かいやくりつ")
    assert (hits[0].kind, hits[0].to) == ("glossary", "churn_rate")
    assert any(hit.kind == "lesson" for hit in hits)
    assert [hit.to for hit in search(index, "カイヤクリツ")] == [hit.to for hit in hits]


def test_every_term_is_found_by_each_of_its_names(index: Index) -> None:
    for term in LEARNING.glossary:
        for name in (*term.term.root.values(), term.reading):
            assert ("glossary", term.id) in [(hit.kind, hit.to) for hit in search(index, name)], name


def test_lessons_roles_and_beliefs_are_found(index: Index, language: str) -> None:
    for lesson in LEARNING.lessons:
        assert ("lesson", lesson.id) in [
            (hit.kind, hit.to) for hit in search(index, lesson.title.in_language(language))
        ]
    for role in ROLES:
        assert ("role", role.id) in [(hit.kind, hit.to) for hit in search(index, role.name.in_language(language))]
    belief = LEARNING.confusions[0]
    assert "confusion" in {hit.kind for hit in search(index, belief.belief.in_language(language)[:12])}


def test_every_word_must_be_there(index: Index) -> None:
    both = search(index, "crm ivr")
    assert both
    assert len(both) <= len(search(index, "crm"))
    assert search(index, "crm ないことば") == ()
    assert search(index, " 　") == ()
    assert len(search(index, "e")) <= MOST_HITS


@pytest.mark.parametrize("query", ["(", "[a-z", "\\", "*", "%", "'", "<b>", "\x00", "ｱ" * 300])
def test_any_query_is_only_words(index: Index, query: str) -> None:
    for hit in search(index, query):
        assert hit.title


def test_an_excerpt_shows_the_place() -> None:
    text = "あ" * 60 + "解約率を下げる。" + "い" * 200
    shown = excerpt(text, [fold("解約率")])
    assert "解約率を下げる" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert excerpt("短い", ["ない"]) == "短い"
    assert excerpt("a role in support", ["support"]) == "a role in support", "whole to its last word"


def test_matching_terms_puts_names_before_meanings() -> None:
    assert [term.id for term in matching_terms(LEARNING.glossary, "", "ja")] == [term.id for term in LEARNING.glossary]
    found = matching_terms(LEARNING.glossary, "えいぎょう", "ja")
    assert found[0].id == "sales"
    assert matching_terms(LEARNING.glossary, "LTV", "en")[0].id == "ltv"
    assert matching_terms(LEARNING.glossary, "ありえないことば", "ja") == ()


def test_the_longest_name_wins_and_each_term_is_marked_once() -> None:
    finder = TermFinder(LEARNING.glossary, "ja")
    seen: set[str] = set()
    pieces = finder.pieces("カスタマーサポートの解約率。サポートと解約率。", seen)
    assert [(piece.text, piece.term) for piece in pieces if piece.term] == [
        ("カスタマーサポート", "customer_support"),
        ("解約率", "churn_rate"),
    ]
    assert "".join(piece.text for piece in pieces) == "カスタマーサポートの解約率。サポートと解約率。"
    assert seen == {"customer_support", "churn_rate"}


def test_no_term_within_a_longer_word() -> None:
    assert all(
        piece.term != "customer_support" for piece in TermFinder(LEARNING.glossary, "ja").pieces("サポーター", set())
    )
    assert all(piece.term is None for piece in TermFinder(LEARNING.glossary, "en").pieces("fanfare unscripted", set()))
    assert TermFinder(LEARNING.glossary, "en", {"sales"}).pieces("sales", set())[0].term is None
    assert TermFinder((), "ja").pieces("何もない", set())[0].text == "何もない"


def test_a_comparison_is_what_the_address_says_or_the_nearest() -> None:
    comparison = LEARNING.comparison
    assert comparison is not None
    roles = [role.id for role in comparison.roles]
    every = [dimension.id for dimension in comparison.dimensions]
    first = compared(comparison, None, None)
    assert first.roles == tuple(roles[:FIRST_ROLES])
    assert first.dimensions == tuple(every[:FIRST_DIMENSIONS])
    assert not first.mended
    asked = compared(comparison, f"{roles[4]},{roles[0]}", f"{every[3]},{every[1]}")
    assert (asked.roles, asked.dimensions, asked.mended) == ((roles[0], roles[4]), (every[1], every[3]), False)
    assert compared(comparison, None, EVERY).dimensions == tuple(every)
    for strange in ("nobody", "", f"{roles[2]},nobody", roles[2]):
        mended = compared(comparison, strange, None)
        assert mended.mended
        assert len(mended.roles) == 2
    assert compared(comparison, ",".join(roles), None).roles == tuple(roles[:MOST_ROLES])
    assert compared(comparison, ",".join(roles), None).mended
    assert compared(comparison, None, "nothing").dimensions == first.dimensions
    assert compared(comparison, None, "nothing").mended
