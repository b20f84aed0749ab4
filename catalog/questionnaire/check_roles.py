"""Checks of roles.yaml and guidance.yaml against the traits."""

from __future__ import annotations

from collections.abc import Collection

from catalog.questionnaire.check_measure import check_names, refer_key
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node


def check_roles(files: AssessmentFiles) -> None:
    """Weights name traits, a trait weighs in the foundation or in roles, and every role has something of its own."""
    root, traits = files.root("roles"), files.ids("traits")
    foundation = dict(root["foundation"].entries())
    for weight in foundation.values():
        refer_key(weight, traits, "unknown_trait")
    check_unique(root["roles"].each())
    check_names(root["roles"])
    for role in root["roles"].each():
        weights = dict(role["weights"].entries())
        for trait, weight in weights.items():
            if trait in foundation:
                weight.report("weighs_twice", key=True, trait=trait)
            else:
                refer_key(weight, traits, "unknown_trait")
        if isinstance(role["weights"].value, dict) and all(one["weight"].number == 0 for one in weights.values()):
            role["weights"].report("no_weight", key=True, role=role["id"].text or "?")


def check_guidance(files: AssessmentFiles) -> None:
    """Words for every trait and for no other; a condition speaks of roles that exist."""
    root, traits = files.root("guidance"), files.ids("traits")
    words = root["traits"]
    for _, held in words.entries():
        refer_key(held, traits, "unknown_trait")
    if isinstance(words.value, dict) and traits is not None:
        _report_uncovered(words, traits)
    check_unique(root["conditions"].each())
    for condition in root["conditions"].each():
        for _, held in condition["roles"].entries():
            refer_key(held, files.role_ids, "unknown_role")


def _report_uncovered(words: Node, traits: Collection[str]) -> None:
    covered = {name for name, _ in words.entries()}
    missing = [trait for trait in traits if trait not in covered]
    # One unknown key for each missing trait is a slip in the keys, said already.
    if missing and len(missing) > len(covered - set(traits)):
        words.report("guidance_misses", key=True, traits=", ".join(missing))
