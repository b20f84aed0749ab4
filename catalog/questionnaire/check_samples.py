"""Checks of samples.yaml, beside an assessment or in the content: each answers what its form asks."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.questionnaire.assessment import FULL
from catalog.questionnaire.check_measure import refer_key
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node

QUESTIONS = ("items", "scenarios", "tasks")
"""The files of what is asked, in the order in which a form asks it."""


def check_samples(files: AssessmentFiles) -> None:
    """Those beside the assessment's own files: they name no other one."""
    samples, own = files.root("samples"), files.root("assessment")["id"].text
    check_unique(samples.each())
    for sample in samples.each():
        name = sample["assessment"].text
        if name is not None and own is not None and name != own:
            sample["assessment"].report_unknown("unknown_assessment", name, [own])
        check_sample(sample, files)


def check_sample(sample: Node, files: AssessmentFiles) -> None:
    """Answers in the codes of the files, to what the form asks and to nothing else."""
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
