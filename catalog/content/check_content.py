"""Checks of facts.yaml, site.yaml and samples.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from catalog.content.built_in import is_shipped
from catalog.content.files import ContentFiles
from catalog.questionnaire.check_measure import refer
from catalog.questionnaire.check_samples import check_sample
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_spaces, check_unique
from catalog.reading.document import Node
from catalog.reading.problem import Problem
from catalog.reading.wording import Value

ALMOST = 0.85
"""How alike an absent assessment's id is to one that is there, 0 to 1, for a slip to be likely."""


def check_content(content: ContentFiles) -> None:
    """Ids are unique, and a fact's articles exist."""
    languages = content.root("site")["languages"]
    check_unique(languages.each())
    for language in languages.each():
        check_spaces(language["name"])
    facts = content.root("facts")
    articles = check_unique(facts["articles"].each())
    check_unique(facts["facts"].each())
    for fact in facts["facts"].each():
        for article in fact["articles"].each():
            refer(article, articles, "unknown_article")
    check_unique(content.root("samples").each())


def check_samples(content: ContentFiles, read: Sequence[AssessmentFiles]) -> tuple[Problem, ...]:
    """Each sample answers what its form asks, in the codes of the files.

    Samples of an assessment that is not there are no mistake: content goes with other questions too. They are noted,
    once for each such assessment. An author's own content may hold a slip instead, which is said.
    """
    own = not is_shipped(content.folder)
    ids = [files.root("assessment")["id"].text for files in read]
    assessments = {name: files for name, files in zip(ids, read, strict=True) if name is not None}
    all_known = bool(ids) and None not in ids
    absent: dict[str, list[Node]] = {}
    for sample in content.root("samples").each():
        name = sample["assessment"].text
        if name is None:
            if not sample["assessment"].given and isinstance(sample.value, dict):
                sample["assessment"].report("missing_key", name="assessment")
            continue
        if name in assessments:
            check_sample(sample, assessments[name])
        elif all_known and own and get_close_matches(name, assessments, 1, ALMOST):
            sample["assessment"].report_unknown("unknown_assessment", name, assessments)
        elif all_known:
            absent.setdefault(name, []).append(sample["assessment"])
    return tuple(_passed_over(name, nodes) for name, nodes in absent.items())


def _passed_over(name: str, nodes: Sequence[Node]) -> Problem:
    first = nodes[0]
    line, column = first.document.mark(first.path)
    where = first.document.where(first.path)
    values: dict[str, Value] = {"name": name, "number": len(nodes)}
    return Problem.of(first.document.file, line, column, where, "samples_passed_over", values=values)
