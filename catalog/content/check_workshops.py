"""Checks of workshops.yaml: what it names is there, and its agendas take as long as they say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from catalog.content.built_in import is_shipped
from catalog.content.check_content import ALMOST
from catalog.content.files import ContentFiles
from catalog.content.phrases import BadPhrase, pattern
from catalog.content.workshops import ABOUT, NEEDS_ABOUT, Workshops
from catalog.lessons.learning import Learning
from catalog.questionnaire.check_measure import refer
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node
from catalog.reading.problem import Problem
from catalog.reading.wording import Value

UNKNOWN = {"discussions": "unknown_discussion", "checks": "unknown_check", "polls": "unknown_poll"}


def check_workshops(content: ContentFiles) -> None:
    root = content.root("workshops")
    ids = {name: check_unique(root[name].each()) for name in ("agendas", *UNKNOWN)}
    for agenda in root["agendas"].each():
        _check_agenda(agenda, ids)
    for poll in root["polls"].each():
        check_unique(poll["options"].each())
    questions = [
        one["id"].text or ""
        for document in content.learning.quizzes.values()
        for one in Node.root(document)["questions"].each()
    ]
    steps = {one["id"].text or "": len(list(one["steps"].each())) for one in content.root("practice").each()}
    for check in root["checks"].each():
        _check_check(check, questions, steps)
    for language, said in root["rude"].entries():
        for phrase in said.each():
            try:
                pattern(phrase.text or "", language)
            except BadPhrase:
                if phrase.text:
                    phrase.report("bad_phrase")


def check_traits(content: ContentFiles, read: Sequence[AssessmentFiles]) -> tuple[Problem, ...]:
    """A note where an author's own questions are of traits that nothing here measures; a likely slip is said.

    The shipped ones go with other questions too, and nothing need be said of it.
    """
    known = [files.ids("traits") for files in read]
    if is_shipped(content.folder) or not known or any(one is None for one in known):
        return ()
    traits = {trait for one in known for trait in one or ()}
    absent: list[Node] = []
    for question in content.root("workshops")["discussions"].each():
        name = question["trait"].text
        if name is None or name in traits:
            continue
        if get_close_matches(name, traits, 1, ALMOST):
            question["trait"].report_unknown("unknown_trait", name, traits)
        else:
            absent.append(question["trait"])
    if not absent:
        return ()
    document, path = absent[0].document, absent[0].path
    line, column = document.mark(path)
    values: dict[str, Value] = {"number": len(absent)}
    return (Problem.of(document.file, line, column, document.where(path), "discussions_passed_over", values=values),)


def fitted(workshops: Workshops, learning: Learning | None, facts: Collection[str]) -> Workshops:
    """The shipped file for a folder of an author's own: without checks and sources that the folder does not hold."""
    questions = {one.id for quiz in (learning.quizzes if learning else {}).values() for one in quiz.questions}
    steps = {one.id: len(one.steps) for one in (learning.practice if learning else ())}
    checks = tuple(
        one
        for one in workshops.checks
        if one.question in questions or (one.step or 0) in range(1, steps.get(one.practice or "", 0) + 1)
    )
    held = {one.id for one in checks}
    agendas = tuple(
        agenda.model_copy(
            update={"stages": tuple(one for one in agenda.stages if one.kind != "check" or one.about in held)}
        )
        for agenda in workshops.agendas
    )
    discussions = tuple(
        one.model_copy(update={"facts": tuple(fact for fact in one.facts if fact in facts)})
        for one in workshops.discussions
    )
    return workshops.model_copy(update={"agendas": agendas, "discussions": discussions, "checks": checks})


def _check_agenda(agenda: Node, ids: Mapping[str, Mapping[str, Node]]) -> None:
    minutes: list[int | None] = []
    for stage in agenda["stages"].each():
        minutes.append(stage["minutes"].number)
        kind, about = stage["kind"].text, stage["about"]
        where = ABOUT.get(kind or "")
        if about.given and where is None and kind is not None:
            about.report("about_unused", key=True, kind=kind)
        elif about.given and where is not None:
            refer(about, ids[where], UNKNOWN[where])
        elif kind in NEEDS_ABOUT:
            stage["kind"].report("about_missing", kind=str(kind))
    said = agenda["minutes"].number
    together = sum(one for one in minutes if one is not None)
    if said is not None and None not in minutes and together != said:
        agenda["minutes"].report("minutes_differ", said=said, together=together)


def _check_check(check: Node, questions: Collection[str], steps: Mapping[str, int]) -> None:
    question, practice, step = check["question"], check["practice"], check["step"]
    if question.given is (practice.given or step.given) or practice.given is not step.given:
        check["id"].report("check_of_what")
        return
    if question.given:
        refer(question, questions, "unknown_quiz_question")
        return
    refer(practice, steps, "unknown_practice")
    most = steps.get(practice.text or "")
    if most is not None and step.number is not None and step.number > most:
        step.report("no_such_step", step=step.number, number=most)
