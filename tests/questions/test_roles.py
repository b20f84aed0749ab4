"""What ``questions/customer_roles/roles.yaml`` must say: the evidence matrix, each weight with a reason and facts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment, FoundationWeight, Weight
from catalog.reading.text import Text
from tests.questions.wording import BARE_ABBREVIATION, JAPANESE, JUDGEMENT, SENTENCE_END

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "questions" / "customer_roles"

CONDITIONS_OF_A_POST = ("hours", "place", "quiet", "pay", "contract", "career")

ROLES = ("customer_success", "customer_support", "call_center")

SHARED = {
    "teamwork": (2, 2, 2),
    "customer_empathy": (2, 2, 1),
    "communication": (2, 2, 2),
    "problem_solving": (2, 2, 1),
    "stress_tolerance": (1, 2, 2),
    "adaptability_learning": (2, 2, 1),
}

DIRECTION = {
    "proactivity": ("2 direct", "-1 indirect", "-1 indirect"),
    "work_pace": ("-1 indirect", "1 direct", "2 direct"),
    "analytical_strategic": ("2 direct", "0 mixed", None),
    "structure_preference": ("-2 direct", "-1 direct", "1 indirect"),
    "specialization": ("-2 direct", "1 indirect", "-1 indirect"),
    "relationship_horizon": ("2 direct", "0 mixed", "-1 indirect"),
    "organization_accuracy": (None, "1 direct", "2 direct"),
    "results_orientation": ("1 indirect", "0 mixed", "2 indirect"),
}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return load_assessment(FOLDER)


@pytest.fixture(scope="module")
def known_facts() -> set[str]:
    facts = yaml.safe_load((ROOT / "content" / "facts.yaml").read_text(encoding="utf-8"))["facts"]
    return {fact["id"] for fact in facts}


def every_weight(assessment: Assessment) -> dict[str, FoundationWeight | Weight]:
    weights: dict[str, FoundationWeight | Weight] = {
        f"foundation.{trait}": weight for trait, weight in assessment.foundation.items()
    }
    for role in assessment.roles:
        weights |= {f"{role.id}.{trait}": weight for trait, weight in role.weights.items()}
    return weights


def every_text(assessment: Assessment) -> dict[str, Text]:
    texts = {f"{place}.because": weight.because for place, weight in every_weight(assessment).items()}
    for role in assessment.roles:
        texts |= {f"{role.id}.name": role.name, f"{role.id}.about": role.about}
        if role.short is not None:
            texts[f"{role.id}.short"] = role.short
    return texts


def test_the_roles_stand_in_the_agreed_order(assessment: Assessment) -> None:
    assert tuple(role.id for role in assessment.roles) == ROLES


def test_direction_weights_and_evidence_equal_the_matrix(assessment: Assessment) -> None:
    found = {
        trait: tuple(
            f"{role.weights[trait].weight} {role.weights[trait].evidence}" if trait in role.weights else None
            for role in assessment.roles
        )
        for trait in {trait for role in assessment.roles for trait in role.weights}
    }
    assert found == DIRECTION


def test_a_foundation_weight_is_the_least_of_the_roles_weights(assessment: Assessment) -> None:
    found = {trait: weight.weight for trait, weight in assessment.foundation.items()}
    assert found == {trait: min(row) for trait, row in SHARED.items()}


def test_every_trait_stands_in_the_foundation_or_in_directions_and_never_in_both(assessment: Assessment) -> None:
    directed = {trait for role in assessment.roles for trait in role.weights}
    assert not directed & set(assessment.foundation)
    assert directed | set(assessment.foundation) == set(assessment.trait)


def test_every_weight_cites_known_facts_and_a_strong_or_mixed_one_more_than_one(
    assessment: Assessment, known_facts: set[str]
) -> None:
    for place, weight in every_weight(assessment).items():
        assert 1 <= len(weight.facts) <= 4, place
        assert len(set(weight.facts)) == len(weight.facts), place
        assert set(weight.facts) <= known_facts, place
        if weight.weight in (-2, 0, 2):
            assert len(weight.facts) >= 2, place


def test_no_weight_rests_on_pay_hours_workplace_or_career(assessment: Assessment) -> None:
    """Conditions are matched with wishes, not scored: what they cite is cited by no weight."""
    assert assessment.guidance is not None
    conditions = {
        fact
        for condition in assessment.guidance.conditions
        if condition.id in CONDITIONS_OF_A_POST
        for statement in condition.roles.values()
        for fact in statement.facts
    }
    assert conditions
    for place, weight in every_weight(assessment).items():
        assert not {*conditions, "F307"} & set(weight.facts), place


def test_every_role_says_what_it_is_and_cites_known_facts(assessment: Assessment, known_facts: set[str]) -> None:
    for role in assessment.roles:
        assert role.short is not None, role.id
        assert len(role.short.in_language("ja")) <= 7, role.id
        assert role.facts, role.id
        assert set(role.facts) <= known_facts, role.id


def test_reasons_are_short_and_open_with_why(assessment: Assessment) -> None:
    for place, weight in every_weight(assessment).items():
        sentences = [part for part in SENTENCE_END.split(weight.because.in_language("ja")) if part]
        assert 1 <= len(sentences) <= 2, place
        assert sentences[0].endswith("からです。"), place
        assert all(len(sentence) <= 70 for sentence in sentences), place
        assert len(weight.because.in_language("en")) <= 160, place


def test_an_inferred_weight_of_the_call_center_says_so(assessment: Assessment) -> None:
    inferred = {trait: w for trait, w in assessment.role["call_center"].weights.items() if w.evidence == "indirect"}
    assert inferred
    for trait, weight in inferred.items():
        assert "推測" in weight.because.in_language("ja"), trait
        assert "nferred" in weight.because.in_language("en"), trait


def test_texts_are_complete_in_both_languages(assessment: Assessment) -> None:
    for place, text in every_text(assessment).items():
        assert text.languages == ("ja", "en"), place
        assert JAPANESE.search(text.in_language("ja")), place
        assert not JAPANESE.search(text.in_language("en")), place


def test_no_text_judges_or_uses_the_ambiguous_abbreviation(assessment: Assessment) -> None:
    for place, text in every_text(assessment).items():
        for language in text.languages:
            assert not JUDGEMENT.search(text.in_language(language)), (place, language)
            assert not BARE_ABBREVIATION.search(text.in_language(language)), (place, language)


def test_the_three_reasons_of_a_trait_differ(assessment: Assessment) -> None:
    for language in ("ja", "en"):
        reasons = [weight.because.in_language(language) for weight in every_weight(assessment).values()]
        assert len(set(reasons)) == len(reasons)
