"""Checks of tasks.yaml, and that everything which ratings of tasks need stands in the other files."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from catalog.questionnaire.assessment import FULL
from catalog.questionnaire.check_measure import check_labels, check_wordings, refer
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Node
from catalog.reading.wording import Value

FEWEST = 2
"""Tasks a role in a form that has any: one rating alone is no mean."""
RULE = 2
"""The first rule that counts ratings of tasks."""


def check_tasks(files: AssessmentFiles) -> None:
    tasks, head, roles = files.root("tasks"), files.root("assessment"), files.root("roles")
    check_labels(head["task_scale"], files.task_points)
    check_wordings(tasks)
    for task in tasks.each():
        refer(task["role"], files.role_ids, "unknown_role")
    if not files.known("tasks"):
        return
    if isinstance(tasks.value, list) and tasks.value:
        _check_needs(tasks, files)
        _check_trait_ids(files)
        if _all_assigned(tasks, files.role_ids):
            _check_counts(files)
    else:
        for name, node in (("task_scale", head["task_scale"]), ("liking", roles["liking"])):
            if node.given:
                node.report("without_tasks", key=True, name=name)


def _check_needs(tasks: Node, files: AssessmentFiles) -> None:
    """What tasks need and the other files, which can be read, do not hold."""
    head, roles = files.root("assessment"), files.root("roles")
    if files.known("assessment"):
        if not head["task_scale"].given:
            _remark(tasks, "tasks_need", name="task_scale", file="assessment.yaml")
        if head["rule"].given and head["rule"].number is not None and head["rule"].number < RULE:
            head["rule"].report("tasks_need_rule", key=True, rule=RULE)
        elif not head["rule"].given:
            _remark(tasks, "tasks_need", name=f"rule: {RULE}", file="assessment.yaml")
    if files.known("roles") and not roles["liking"].given:
        _remark(tasks, "tasks_need", name="liking", file="roles.yaml")


def _check_trait_ids(files: AssessmentFiles) -> None:
    """``liking`` is named beside traits; a trait or group ``X_liking`` and a role ``X`` would share a column."""
    liked = {"liking", *(f"{role}_liking" for role in files.role_ids or ())}
    for trait in (*files.traits.each(), *files.root("traits")["groups"].each()):
        if trait["id"].text in liked:
            trait["id"].report("reserved_id", name=trait["id"].text or "")


def _check_counts(files: AssessmentFiles) -> None:
    """Every form asks tasks of every role or none at all, and not too few of each."""
    tasks, roles = files.root("tasks"), list(files.role_ids or ())
    whole = _by_role(task["role"].text for task in tasks.each())
    for role in roles:
        if whole.get(role, 0) < FEWEST:
            _remark(tasks, "few_tasks", role=role, number=whole.get(role, 0), least=FEWEST)
    owner = {task["id"].text: task["role"].text for task in tasks.each()}
    for name, form in files.root("assessment")["forms"].entries():
        chosen = list(form["tasks"].each())
        if name == FULL or not chosen or any(node.text not in owner for node in chosen):
            continue
        counts = _by_role(owner[node.text] for node in chosen)
        for role in roles:
            # What the whole lacks is said once.
            if counts.get(role, 0) < FEWEST <= whole.get(role, 0):
                form["tasks"].report("few_tasks", key=True, role=role, number=counts.get(role, 0), least=FEWEST)


def _by_role(roles: Iterable[str | None]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for role in roles:
        counts[role or "?"] = counts.get(role or "?", 0) + 1
    return counts


def _all_assigned(tasks: Node, roles: Collection[str] | None) -> bool:
    return roles is not None and all(task["role"].text in roles for task in tasks.each())


def _remark(tasks: Node, code: str, **values: Value) -> None:
    """Of the file as a whole, whose tasks are of use to further checks all the same."""
    tasks.document.remark(tasks.path, code, mark=tasks.document.mark(tasks.path), todo=None, **values)
