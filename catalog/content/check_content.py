"""Checks of facts.yaml, site.yaml and samples.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from catalog.content.built_in import is_shipped
from catalog.content.files import ContentFiles
from catalog.questionnaire.assessment import FULL
from catalog.questionnaire.check_measure import refer, refer_key
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_spaces, check_unique
from catalog.reading.document import Node
from catalog.reading.problem import Problem
from catalog.reading.wording import Value

QUESTIONS = ("items", "scenarios", "tasks")
"""The files of what is asked, in the order in which a form asks it."""
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
            continue
        if name in assessments:
            _check_sample(sample, assessments[name])
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


def _check_sample(sample: Node, files: AssessmentFiles) -> None:
    forms = files.root("assessment")["forms"]
    name = sample["form"].text
    if not isinstance(forms.value, dict) or name is None:
        return
    if name not in forms.value:
        sample["form"].report_unknown("unknown_form", name, forms.value)
        return
    if not all(files.known(kind) for kind in QUESTIONS):
        return
    items, scenarios, tasks = ({node["id"].text: node for node in files.root(kind).each()} for kind in QUESTIONS)
    asked = _asked(name, forms[name], items, scenarios, tasks)
    for question, answer in sample["answers"].entries():
        if answer.path in answer.document.spoilt:
            continue
        points = files.points if question in items else files.task_points
        if question not in items and question not in scenarios and question not in tasks:
            refer_key(answer, asked, "unknown_question")
        elif question not in asked:
            answer.report("not_in_form", key=True, name=question, form=name)
        elif question in scenarios:
            options = [one["id"].text or "" for one in scenarios[question]["options"].each()]
            if answer.text not in options and answer.given:
                answer.report_unknown("unknown_option", str(answer.value), options)
        elif points is not None and answer.given and answer.number not in range(1, points + 1):
            answer.report("outside_scale", written=str(answer.value), points=points)


def _asked(name: str, form: Node, *questions: Mapping[str | None, Node]) -> list[str]:
    """The ids that a form asks, as ``Assessment.form_questions`` has it; ``questions`` are those of QUESTIONS."""
    in_items = isinstance(form["items"].value, list) and name != FULL
    asked: list[str | None] = []
    for kind, every in zip(QUESTIONS, questions, strict=True):
        if isinstance(form[kind].value, list) and name != FULL:
            asked += [node.text for node in form[kind].each()]
        elif not in_items:
            asked += list(every)
    return [one for one in asked if one is not None]
