"""What the project ships, read once a process: it takes a second to read, and most tests only look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.load import Catalog, load_assessment, load_catalog
from catalog.questionnaire.assessment import Assessment

ROOT = Path(__file__).resolve().parents[1]


@cache
def shipped_content() -> Content:
    """As it is beside the shipped assessment: with its samples."""
    return shipped_catalog().content


def shipped_words(language: str) -> Words:
    """The words of pages about the shipped assessment, its own among them."""
    return shipped_content().words(language, shipped_catalog().assessments["customer_roles"])


@cache
def shipped_assessment(folder: str = "questions/customer_roles") -> Assessment:
    """``folder``: from the project's root; the fixtures count as shipped."""
    return load_assessment(ROOT / folder)


@cache
def shipped_catalog() -> Catalog:
    return load_catalog(ROOT / "questions", ROOT / "content")
