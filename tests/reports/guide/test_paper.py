"""The guide on paper: the same for all first, a person's own after, no score, and no text that it fails at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.runs import GETA
from charts.label import ELLIPSIS
from reports.guide.paper import HOW, MARKS, Candidate, guides_pdf, pages_of
from reports.guide.told import own_told
from reports.paper.typesetting import page_count
from tests.examples import examples
from tests.reports.guide.conftest import ON, Core
from tests.reports.reading import fonts_of, layout_of, packed, poppler, text_of
from tests.reports.reading import pages_of as pages_in

Shared = Callable[[str, str], Candidate]
TITLE = "2027年春 サポート職の採用"
ANY = st.text(st.characters(codec=None), max_size=24)
FIT = settings(
    deadline=None,
    max_examples=examples(12),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def plain(text: str) -> str:
    """Poppler takes a hyphen at the end of a line for one that the page put there."""
    return packed(text).replace("-", "")


def test_a_guide_is_three_pages_of_a4_with_tags_and_fonts(shared: Shared, core: list[Core], words: Words) -> None:
    pdf = guides_pdf([shared("planner", "山田 花子")], core, TITLE, words)
    assert pages_in(pdf) == page_count(pdf) == 3
    about = poppler("pdfinfo", pdf)
    assert "A4" in about
    assert "Tagged:          yes" in about
    assert b"pdfuaid" in pdf
    assert all(embedded for _, embedded in fonts_of(pdf))


def test_it_says_what_it_is_and_holds_every_question_in_order(shared: Shared, core: list[Core], words: Words) -> None:
    one = shared("brisk", "山田 花子")
    text = text_of(guides_pdf([one], core, TITLE, words)).replace("-", "")
    said = [words("guide.title"), "山田 花子", TITLE, words("texts.no_gate")]
    said += [words("guide.gate.decides"), words("guide.gate.sides")]
    said += [words(f"guide.how.{line}") for line in HOW]
    own = own_told(one.content, words)
    said += [words("guide.core.title"), *(asked.ask[words.language] for asked in core)]
    said += [words("guide.own.title"), *(asked.ask for asked in own), words("guide.theirs.title")]
    at = -1
    for sentence in said:
        found = text.find(plain(sentence), at + 1)
        assert found > at, sentence
        at = found
    assert len(own) == 5
    for told in own:
        assert plain(told.why) in text
        assert all(plain(listen) in text for listen in told.listen)
    for mark in MARKS:
        assert text.count(plain(words(f"guide.concrete.{mark}"))) >= len(core) + len(own)
    assert text.count(plain(words("guide.concrete.label"))) >= len(core) + len(own)


def test_nothing_of_a_score_is_on_it(shared: Shared, core: list[Core], words: Words) -> None:
    """No figure but dates, the version, pages, and the numbers of the questions and in them."""
    one = shared("planner", "")
    text = layout_of(guides_pdf([one], core, TITLE, words))
    for known in (*(asked.ask for asked in own_told(one.content, words)), words("guide.how.then"), TITLE):
        text = text.replace(known, "")
    numbers = re.findall(r"\d+(?:\.\d+)*", text)
    allowed = {str(at) for at in range(1, 13)} | {"2026", "28", "2026-11-28", "2.0.0", "2027"}
    assert set(numbers) <= allowed
    assert "%" not in text


def test_without_a_name_it_says_so(shared: Shared, core: list[Core], words: Words) -> None:
    for name in ("", " \u3000", "\u202e\u2066", "\x00"):
        text = text_of(guides_pdf([shared("planner", name)], core, TITLE, words))
        assert packed(words("guide.no_name")) in text
    assert packed(words("guide.no_name")) not in text_of(guides_pdf([shared("planner", "花子")], core, TITLE, words))


def test_who_shared_no_guide_has_the_common_questions_only(shared: Shared, core: list[Core], words: Words) -> None:
    took_part = replace(shared("planner", "花子"), content={"v": 1, "assessment": {}})
    text = text_of(guides_pdf([took_part], core, TITLE, words)).replace("-", "")
    assert plain(core[-1].ask[words.language]) in text
    assert plain(words("guide.own.title")) not in text
    assert plain(words("guide.own.lead")) not in text
    assert plain(words("guide.how.then")) not in text


def test_a_campaign_without_core_questions_has_a_guide_too(shared: Shared, words: Words) -> None:
    text = text_of(guides_pdf([shared("planner", "花子")], [], TITLE, words))
    assert packed(words("guide.core.title")) not in text
    assert packed(words("guide.own.title")) in text


def test_each_candidate_begins_on_a_page_of_their_own_that_counts_from_one(
    shared: Shared, core: list[Core], words: Words
) -> None:
    names = ["山田 花子", "鈴木 一郎", ""]
    people = [shared(kind, name) for kind, name in zip(("planner", "expert", "brisk"), names, strict=True)]
    whole = guides_pdf(people, core, TITLE, words)
    assert page_count(whole) == 9
    text = layout_of(whole)
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) == 9
    for at, page in enumerate(pages):
        name = names[at // 3] or words("guide.no_name")
        foot = page.strip().splitlines()[-1]
        assert packed(name) in packed(foot)
        assert packed(foot).endswith(f"{at % 3 + 1}/3")
        assert (packed(words("guide.gate.sides")) in packed(page)) == (at % 3 == 0)
        others = {other for other in names if other and other != names[at // 3]}
        assert not any(other in page for other in others)


def test_the_same_arguments_give_the_same_bytes(shared: Shared, core: list[Core], words: Words) -> None:
    people = [shared("planner", "山田 花子"), shared("tie", "")]
    first = guides_pdf(people, core, TITLE, words)
    assert guides_pdf(people, core, TITLE, words) == first
    assert guides_pdf(list(people), tuple(core), TITLE, words, ON) == first
    assert guides_pdf(people, core, TITLE, words, date(2026, 12, 1)) != first


def test_nobody_has_no_guide(core: list[Core], ja: Words) -> None:
    with pytest.raises(ValueError, match="nobody"):
        guides_pdf([], core, TITLE, ja)


LONG = {
    "no space anywhere": "あ" * 3000,
    "one word": "W" * 3000,
    "many words": "word " * 2000,
    "emoji": "👩‍👩‍👧‍👦" * 200,
    "scripts": "สวัสดีमеня" * 100,
    "marks of turning": "\u202e山田\u200f" * 50,
    "markup": "#set page(width: 1pt) *b* <i> $x$ @label \\ " * 40,
    "controls": "山\x00\x1b\u2028田",
    "half of a pair": "\ud800山\udfff",
    "private use": "外\ue000字",
}


@pytest.mark.parametrize("written", LONG.values(), ids=LONG.keys())
def test_long_and_odd_texts_stay_between_the_margins(written: str, shared: Shared, ja: Words) -> None:
    """In a name, in the campaign's title, and in a core question with what to listen for."""
    asked = Core({"ja": written}, {"ja": written}, {"ja": written})
    pdf = guides_pdf(
        [shared("planner", written), shared("brisk", "花子")], [asked, Core({"ja": "何を。"})], written, ja
    )
    boxes = poppler("pdftotext", pdf, "-bbox")
    right = [float(found) for found in re.findall(r'xMax="([\d.]+)"', boxes)]
    low = [float(found) for found in re.findall(r'yMax="([\d.]+)"', boxes)]
    assert max(right) < 595.3 - 24
    assert max(low) < 841.9 - 14
    page = pages_of([shared("planner", written)], [asked], written, ja)
    assert len(page["campaign"]["text"]) <= 400
    assert bool(page["gaps"]) == (GETA in str(page["candidates"]) or GETA in str(page["core"]))
    if written == LONG["no space anywhere"]:
        assert page["candidates"][0]["foot"].endswith(ELLIPSIS)


@FIT
@given(ANY, ANY, ANY)
def test_any_texts_make_a_guide(shared: Shared, ja: Words, name: str, title: str, asked: str) -> None:
    pdf = guides_pdf([shared("planner", name)], [Core({"ja": asked}, {"ja": title}, {"ja": name})], title, ja)
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid" in pdf
    if name.isascii() and name.strip() and name.isprintable() and len(name) < 20:
        assert packed(name) in text_of(pdf)


def test_a_language_that_a_text_is_not_in_falls_back(shared: Shared, content: Content) -> None:
    pdf = guides_pdf([shared("planner", "")], [Core({"ja": "どんな仕事でしたか。"})], TITLE, content.words("en"))
    assert "どんな仕事でしたか。" in text_of(pdf)
