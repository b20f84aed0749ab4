"""Checks of the lessons against each other, their translations and what they name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from catalog.lessons.files import LearningFiles
from catalog.lessons.inline import Landmark
from catalog.lessons.learning import PAGES, PICTURES
from catalog.lessons.lesson import LessonRead
from catalog.questionnaire.check_measure import refer
from catalog.reading.check_texts import check_hash, check_spaces
from catalog.reading.document import Document, Node
from catalog.reading.languages import is_language

_ALIKE = ("heading", "note", "picture", "contradiction", "facts")
_SAME_IN_HEAD = ("order", "roles", "minutes")


@dataclass(frozen=True, slots=True)
class Known:
    """What a lesson may name; None where nobody can tell."""

    languages: Sequence[str] | None
    facts: Collection[str] | None
    roles: Collection[str] | None
    contradictions: Collection[str] | None
    lessons: Collection[str]


def check_lessons(files: LearningFiles, known: Known) -> None:
    for language, lessons in files.lessons.items():
        orders: dict[int, LessonRead] = {}
        for name, lesson in lessons.items():
            if known.languages is not None and language not in known.languages and not is_language(language):
                lesson.document.report_unknown((), "unknown_language", language, known.languages)
            _check_head(name, lesson, known)
            _check_order(lesson, orders)
            _check_named(lesson, known)
    if known.languages is not None:
        for name in files.lesson_ids:
            check_translations(name, {one: files.lessons.get(one, {}).get(name) for one in known.languages})


def _check_head(name: str, lesson: LessonRead, known: Known) -> None:
    root = Node.root(lesson.document)
    if root["id"].text not in (None, name):
        root["id"].report("id_not_file", name=str(root["id"].text), file=name)
    for key in ("title", "aim"):
        check_spaces(root[key])
        check_hash(root[key])
    seen: set[str] = set()
    for role in root["roles"].each():
        if role.text in seen:
            role.report("named_twice", name=str(role.text))
        else:
            refer(role, known.roles, "unknown_role")
        seen.add(role.text or "")


def _check_order(lesson: LessonRead, orders: dict[int, LessonRead]) -> None:
    order = Node.root(lesson.document)["order"]
    if order.number is not None:
        first = orders.setdefault(order.number, lesson)
        if first is not lesson:
            order.report("order_twice", number=order.number, file=first.document.file)


def _check_named(lesson: LessonRead, known: Known) -> None:
    document = lesson.document
    if lesson.blocks and all(landmark.kind != "heading" for landmark in lesson.found.landmarks):
        # Words before the first heading need no facts; without one, nothing would.
        document.report((), "no_heading")
    for fact, mark in lesson.found.cited:
        if known.facts is not None and fact not in known.facts:
            document.report((), "unknown_fact", mark=mark, name=fact)
    wanted: Mapping[str, tuple[str, Collection[str] | None]] = {
        "lesson": ("unknown_lesson", known.lessons),
        "page": ("unknown_page", PAGES),
        "picture": ("unknown_picture", PICTURES),
        "contradiction": ("unknown_contradiction", known.contradictions),
    }
    for landmark in lesson.found.landmarks:
        code, names = wanted.get(landmark.kind, ("", None))
        if names is not None and landmark.value not in names:
            document.report_unknown((), code, landmark.value, names, mark=landmark.mark)


def check_translations(name: str, lessons: Mapping[str, LessonRead | None]) -> None:
    """Every language has the lesson, and all of them the same head and structure as the first that has it."""
    written = {language: lesson for language, lesson in lessons.items() if lesson is not None}
    if not written:
        return
    first, *others = written.values()
    for language in lessons:
        if language not in written:
            first.document.report((), "missing_translation", name=name, language=language)
    for other in others:
        _compare_heads(first.document, other.document)
        _compare_structure(first, other)


def _compare_heads(first: Document, other: Document) -> None:
    for key in _SAME_IN_HEAD:
        wanted, here = Node.root(first)[key], Node.root(other)[key]
        if wanted.given and here.given and wanted.value != here.value:
            here.report("head_differs", name=key, file=first.file)


def _compare_structure(first: LessonRead, other: LessonRead) -> None:
    """Only the first difference is said: behind it everything is moved. A file with slips of its own comes later."""
    for lesson in (first, other):
        if lesson.document.problems or not lesson.document.read:
            return
    wanted, here = _alike(first), _alike(other)
    for one, two in zip(wanted, here, strict=False):
        if (one.kind, one.value) != (two.kind, two.value):
            other.document.report(
                (),
                "structure_differs",
                mark=two.mark,
                found=_shown(two),
                wanted=_shown(one),
                file=first.document.file,
                line=one.mark[0],
            )
            return
    if len(wanted) > len(here):
        left = wanted[len(here)]
        mark = here[-1].mark if here else (1, 1)
        other.document.report(
            (), "structure_ends", mark=mark, wanted=_shown(left), file=first.document.file, line=left.mark[0]
        )
    elif len(here) > len(wanted):
        extra = here[len(wanted)]
        other.document.report((), "structure_extra", mark=extra.mark, found=_shown(extra), file=first.document.file)


def _alike(lesson: LessonRead) -> list[Landmark]:
    return [one for one in lesson.found.landmarks if one.kind in _ALIKE]


def _shown(landmark: Landmark) -> str:
    if landmark.kind == "heading":
        return "#" * int(landmark.value)
    if landmark.kind == "facts":
        return f"{{{landmark.value}}}"
    return f":::{landmark.kind} {landmark.value}".rstrip()
