"""Domains on paper and on the card: each with its traits, in the files' order, and on whom the norms were measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.paper.card import Shape, card_of, share_card
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from reports.told.numbers import numbers
from scoring import score_one
from tests.reports.reading import layout_of, packed, pages_of, text_of
from tests.reports.results import Told, answered
from tests.shipped import shipped_assessment

ON = date(2026, 11, 29)


def test_the_pdf_has_every_domain_before_its_traits(
    grouped: Assessment, by_domain: Told, content: Content, words: Words
) -> None:
    pdf = person_pdf(by_domain.result, grouped, content, words, on=ON)
    said = text_of(pdf)
    assert pages_of(pdf) == 1
    for measure in ("group", "trait"):
        for (kind, _), one in numbers(by_domain.result, grouped, words).items():
            assert kind != measure or (packed(one.name) in said and packed(one.shown) in said), one
    names = [
        words.of(name)
        for group in grouped.groups
        for name in (group.name, *(grouped.trait[trait].name for trait in group.traits))
    ]
    columns = page_of(by_domain.result, grouped, content, words, "", ON)["traits"]
    told = "".join(column["alt"] for column in columns)
    places = [told.index(name) for name in [*names, words.of(grouped.ungrouped[0].name)]]
    assert places == sorted(places)


def test_the_pdf_tells_on_whom_the_scores_are_read(
    grouped: Assessment, by_domain: Told, content: Content, ja: Words
) -> None:
    said = text_of(person_pdf(by_domain.result, grouped, content, ja, on=ON))
    told = "得点の基準は、成人の1,204人を調べた値です（2026年3月）。出典：A made-up survey of adults, 2026"
    assert packed(told) in said
    assert "学生" not in said, "only the norm that scores is on paper"
    assert packed(ja("result.provisional")) not in said


@pytest.mark.parametrize("shape", ["wide", "square"])
def test_the_card_shows_the_domains(grouped: Assessment, by_domain: Told, words: Words, shape: Shape) -> None:
    card = card_of(by_domain.result, grouped, words, shape, "")
    assert card["picture"]["title"] == words("report.card.groups")
    for group, value in (("outward", "63"), ("method", "38")):
        assert f"{words.of(grouped.group[group].name)} {value}" in card["picture"]["alt"]
    for trait in grouped.traits:
        assert words.of(trait.name) not in str(card["picture"]), "facets stay with whoever took it"
    assert share_card(by_domain.result, grouped, words, shape).startswith(b"\x89PNG")


def test_an_assessment_with_roles_keeps_its_card(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    first = assessment.traits[0].id
    group = {"id": "g", "name": {"ja": "領域", "en": "Domain"}, "traits": [first]}
    with_groups = assessment.model_validate({**assessment.model_dump(), "groups": [group]})
    assert card_of(told["tie"].result, with_groups, words, "wide", "") == card_of(
        told["tie"].result, assessment, words, "wide", ""
    )


def test_a_result_from_before_there_were_groups_is_told_with_them(
    grouped: Assessment, by_domain: Told, content: Content, ja: Words
) -> None:
    older = replace(by_domain.result, version="0.9.0", groups={})
    told = "".join(column["alt"] for column in page_of(older, grouped, content, ja, "", ON)["traits"])
    assert "「外への向き」 未測定" in told
    assert "「親しみ」 75" in told
    assert person_pdf(older, grouped, content, ja, on=ON).startswith(b"%PDF")


def test_thirty_traits_leave_no_page_blank(content: Content, words: Words) -> None:
    """One picture of fifteen traits does not fit below the headline: a page with nothing but a heading came of it."""
    many = shipped_assessment("tests/fixtures/big_five")
    thirty = [trait.model_copy(update={"id": f"{trait.id}{at}"}) for at in range(6) for trait in many.traits]
    items = [
        item.model_copy(update={"id": f"{item.id}_{at}", "trait": f"{item.trait}{at}"})
        for at in range(6)
        for item in many.items
    ]
    assessment = many.model_copy(update={"traits": tuple(thirty), "items": tuple(items)})
    answers = answered(assessment, lambda trait: 4)
    result = score_one(assessment, "full", answers)
    pieces = page_of(result, assessment, content, words, "", ON)["traits"]
    assert len(pieces) == 3
    pdf = person_pdf(result, assessment, content, words, on=ON)
    pages = layout_of(pdf).split("\f")[: pages_of(pdf)]
    assert all(words.of(assessment.traits[0].name) in page for page in pages)
