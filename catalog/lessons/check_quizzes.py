"""Checks of ``checks/*.yaml``: every question can be answered, and every answer is met with an explanation."""

from __future__ import annotations

from collections.abc import Collection

from catalog.lessons.files import LearningFiles
from catalog.lessons.learning import CHOSEN, ONE_RIGHT
from catalog.questionnaire.check_measure import refer
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Document, Node

_FEWEST, _MOST = 3, 5
"""So many options does a question of choice have."""


def check_questions(files: LearningFiles, roles: Collection[str] | None) -> None:
    """``roles``: the ids that a question for a role may offer; None: not known."""
    taken: dict[str, Node] = {}
    lessons = files.lesson_ids
    for name, document in files.quizzes.items():
        root = Node.root(document)
        refer(root["lesson"], lessons, "unknown_lesson")
        if root["lesson"].text in lessons and root["lesson"].text != name:
            root["lesson"].report("id_not_file", name=str(root["lesson"].text), file=name)
        check_unique(root["questions"].each(), taken)
        for question in root["questions"].each():
            _check_question(question, roles)
    for name in lessons:
        if name not in files.quizzes:
            _lesson_document(files, name).report((), "no_checks", name=name)


def _lesson_document(files: LearningFiles, name: str) -> Document:
    return next(lesson.document for _, one, lesson in files.each_lesson() if one == name)


def _check_question(question: Node, roles: Collection[str] | None) -> None:
    kind, options = question["kind"].text, list(question["options"].each())
    check_unique(options)
    targets = check_unique(question["targets"].each())
    if kind in CHOSEN:
        _check_choice(question, options, one=kind in ONE_RIGHT)
    elif kind in ("order", "match"):
        _check_explained_once(question, options)
    if kind == "role":
        for option in options:
            refer(option["id"], roles, "unknown_role")
    if kind == "match":
        _check_targets(question, options, targets)
    elif kind is not None:
        for node in (question["targets"], *(option["target"] for option in options)):
            if node.given:
                node.report("only_match", key=True)


def _check_choice(question: Node, options: list[Node], *, one: bool) -> None:
    place = question["options"]
    if options and not _FEWEST <= len(options) <= _MOST:
        place.report("options_count", key=True, least=_FEWEST, most=_MOST, number=len(options))
    right = sum(option["right"].value is True for option in options)
    if options and not right:
        place.report("none_right", key=True)
    elif one and right > 1:
        place.report("several_right", key=True, number=right)
    elif options and right == len(options):
        place.report("all_right", key=True)
    if question["why"].given:
        question["why"].report("why_by_option", key=True)
    for option in options:
        if isinstance(option.value, dict) and not option["why"].given:
            option.report("missing_key", name="why")


def _check_explained_once(question: Node, options: list[Node]) -> None:
    if not question["why"].given and isinstance(question.value, dict):
        question.report("missing_key", name="why")
    for option in options:
        for key in ("why", "right"):
            if option[key].given:
                option[key].report("only_choice", key=True)


def _check_targets(question: Node, options: list[Node], targets: dict[str, Node]) -> None:
    used: set[str] = set()
    for option in options:
        if isinstance(option.value, dict) and not option["target"].given:
            option.report("missing_key", name="target")
        refer(option["target"], targets, "unknown_target")
        used.add(option["target"].text or "")
    if len(targets) < 2:
        question.report("few_targets", number=len(targets))
    elif used <= set(targets):
        for name in targets:
            if name not in used:
                targets[name].report("unused_target", name=name)
