"""The share card: its sizes, what it says, and what it keeps to itself."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.paper.card import Shape, card_of, share_card
from tests.reports.results import Told


@pytest.mark.parametrize(("shape", "size"), [("wide", (1200, 630)), ("square", (1080, 1080))])
@pytest.mark.parametrize("kind", ["planner", "expert", "brisk", "tie", "warning", "empty"])
def test_a_card_is_a_picture_of_its_size(
    kind: str, shape: Shape, size: tuple[int, int], told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    card = share_card(told[kind].result, assessment, words, shape)
    with Image.open(io.BytesIO(card)) as picture:
        assert picture.format == "PNG"
        assert picture.size == size
        assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 20
    assert card == share_card(told[kind].result, assessment, words, shape)


@pytest.mark.parametrize("kind", ["planner", "expert"])
def test_a_role_in_front_is_named_with_its_chance(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    result = told[kind].result
    card = card_of(result, assessment, words, "wide", "")
    assert result.verdict.best
    assert "".join(card["lines"]).replace(" ", "") == words.of(assessment.role[result.verdict.best].name).replace(
        " ", ""
    )
    assert card["picture"]


@pytest.mark.parametrize("kind", ["brisk", "tie", "warning", "unscored", "empty"])
def test_a_card_nobody_minds_to_post_says_nothing_of_scores(
    kind: str, told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    result = told[kind].result
    card = card_of(result, assessment, words, "wide", "")
    assert card["neutral"]
    assert card["picture"] is None
    assert [role["name"] for role in card["roles"]] == [words.of(role.name) for role in assessment.roles]
    said = " ".join([card["lead"], *card["lines"], card["further"], card["foot"]])
    assert not any(letter.isdigit() for letter in said)
    assert card_of(told["tie"].result, assessment, words, "wide", "") == card


def test_a_warning_is_kept_off_the_card(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    warned = replace(told["planner"].result, foundation_warning=("score",))
    assert card_of(warned, assessment, words, "wide", "")["neutral"]


def test_a_card_holds_no_answers_and_no_trait(told: dict[str, Told], assessment: Assessment, words: Words) -> None:
    card = str(card_of(told["planner"].result, assessment, words, "square", ""))
    for item in assessment.items:
        assert words.of(item.text) not in card
    for trait in assessment.traits:
        assert words.of(trait.name) not in card


@pytest.mark.parametrize("name", ["#let x", "長" * 500, "😀", "\x00\u202e", "שלום"])
def test_any_name_can_stand_on_a_card(name: str, told: dict[str, Told], assessment: Assessment, ja: Words) -> None:
    card = share_card(told["planner"].result, assessment, ja, "wide", name)
    bare = share_card(told["planner"].result, assessment, ja, "wide")
    assert (card == bare) == (name == "\x00\u202e")
