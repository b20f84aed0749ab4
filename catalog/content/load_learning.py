"""The learning content of a content folder: checked as a whole, then built."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain
from typing import Any

from catalog.content.files import ContentFiles
from catalog.lessons.check_figures import check_figures, cited_in, cited_in_lessons
from catalog.lessons.check_learning import (
    check_comparison,
    check_confusions,
    check_contradictions,
    check_glossary,
    check_interview,
    check_practice,
)
from catalog.lessons.check_lessons import Known, check_lessons
from catalog.lessons.check_quizzes import check_questions
from catalog.lessons.files import CHECKS, LESSONS
from catalog.lessons.learning import Learning, Lesson, LessonHead, Quiz
from catalog.lessons.shapes import FOLDER_SHAPES, LEARNING_SHAPES
from catalog.reading.check_texts import check_parts
from catalog.reading.document import Node
from catalog.reading.shape import check_shape
from catalog.reading.text import Text

Heads = Mapping[str, Mapping[str, LessonHead | None]]


def check_learning(files: ContentFiles) -> tuple[Heads, Mapping[str, Quiz | None]]:
    """Check everything that is taught; the typed heads of the lessons by language and name, and the checks by lesson.

    The shapes of the files at the top of the folder are checked where all of those are.
    """
    learning = files.learning
    heads = {
        language: {
            name: check_shape(lesson.document, FOLDER_SHAPES[LESSONS]) if lesson.document.read else None
            for name, lesson in lessons.items()
        }
        for language, lessons in learning.lessons.items()
    }
    quizzes = {
        name: check_shape(document, FOLDER_SHAPES[CHECKS]) if document.read else None
        for name, document in learning.quizzes.items()
    }
    languages = list(files.languages) if files.languages is not None else None
    for document in learning.quizzes.values():
        check_parts(FOLDER_SHAPES[CHECKS], Node.root(document), languages, files.fact_ids)
    roles = _ids(files, "comparison", "roles")
    contradictions = _ids(files, "contradictions") if "contradictions" in files.documents else []
    check_questions(learning, roles)
    check_contradictions(files.root("contradictions"), _facts_by_article(files))
    check_confusions(files.root("confusions"), learning.lesson_ids)
    check_comparison(files.root("comparison"))
    check_glossary(files.root("glossary"), languages)
    check_practice(files.root("practice"), roles)
    check_interview(files.root("interview"), roles)
    cited = chain(
        cited_in_lessons(learning),
        cited_in(files.root(name) for name in LEARNING_SHAPES),
        cited_in(Node.root(document) for document in learning.quizzes.values()),
    )
    check_figures(files.root("facts")["facts"], list(cited))
    check_lessons(learning, Known(languages, files.fact_ids, roles, contradictions, learning.lesson_ids))
    return heads, quizzes


def build_learning(
    files: ContentFiles, shaped: Mapping[str, Any], heads: Heads, quizzes: Mapping[str, Quiz | None]
) -> Learning | None:
    """What is taught, once nothing is wrong with it; None where the folder teaches nothing."""
    parts = {name: shaped[name] for name in LEARNING_SHAPES if name in shaped}
    lessons = [_lesson(files, heads, name) for name in files.learning.lesson_ids]
    if not parts and not lessons:
        return None
    return Learning(
        lessons=tuple(sorted(lessons, key=lambda lesson: lesson.order)),
        quizzes={check.lesson: check for check in quizzes.values() if check is not None},
        **parts,
    )


def _lesson(files: ContentFiles, heads: Heads, name: str) -> Lesson:
    spoken = {language: heads[language][name] for language in files.languages or ()}
    written = {language: head for language, head in spoken.items() if head is not None}
    first = next(iter(written.values()))
    return Lesson(
        id=first.id,
        order=first.order,
        title=Text({language: head.title for language, head in written.items()}),
        aim=Text({language: head.aim for language, head in written.items()}),
        roles=first.roles,
        minutes=first.minutes,
        body={language: files.learning.lessons[language][name].blocks for language in written},
    )


def _ids(files: ContentFiles, name: str, key: str | None = None) -> Collection[str] | None:
    """The ids of a file's list; None where the file is not there or cannot be read."""
    document = files.documents.get(name)
    if document is None or not document.read:
        return None
    root = files.root(name)
    return [node["id"].text or "" for node in (root if key is None else root[key]).each()]


def _facts_by_article(files: ContentFiles) -> Mapping[str, Collection[str]] | None:
    if files.fact_ids is None:
        return None
    root = files.root("facts")
    by_article: dict[str, set[str]] = {article["id"].text or "": set() for article in root["articles"].each()}
    for fact in root["facts"].each():
        for article in fact["articles"].each():
            by_article.setdefault(article.text or "", set()).add(fact["id"].text or "")
    return by_article
