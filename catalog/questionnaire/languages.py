"""The languages of an assessment: which they are, and how far its texts speak each of them.

They are the author's choice: ``languages`` of assessment.yaml, or else those of the title, the first one the default.
Texts in other languages are left aside; a text that lacks one of them is shown in the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.questionnaire.files import AssessmentFiles
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.alternatives import plain
from catalog.reading.check_texts import check_code
from catalog.reading.document import Node
from catalog.reading.languages import is_language
from catalog.reading.problem import Problem
from catalog.reading.shape import walk
from catalog.reading.text import Text
from catalog.reading.wording import Value


def settle_languages(files: AssessmentFiles) -> tuple[str, ...] | None:
    """The languages, None where nobody can tell; every text is put in their order, without the others."""
    spoken = _spoken(files)
    if spoken is not None:
        for node in _texts(files):
            _keep(node, spoken)
    return spoken


def language_notes(files: AssessmentFiles) -> Iterator[Problem]:
    """A note for each language that some texts lack, and for each that stands in texts and is not the assessment's.

    The languages must have been settled.
    """
    spoken = _spoken(files) or ()
    texts = [node for node in _texts(files) if isinstance(node.value, dict)]
    for language in spoken[1:]:
        lacking = [node for node in texts if not node[language].given]
        if lacking:
            numbers: dict[str, Value] = {"language": language, "number": len(lacking), "total": len(texts)}
            yield _note(lacking[0], "language_gaps", numbers | {"first": spoken[0]})
    unused: dict[str, list[Node]] = {}
    for document in files.documents.values():
        for path in document.unused:
            unused.setdefault(str(path[-1]), []).append(Node(document, path))
    for language, found in unused.items():
        yield _note(found[0], "language_unused", {"language": language, "number": len(found)})


def _spoken(files: AssessmentFiles) -> tuple[str, ...] | None:
    head = files.root("assessment")
    if head["languages"].given:
        named = list(head["languages"].each())
        written = [node.text for node in named if node.text and node.path not in node.document.spoilt]
        return tuple(dict.fromkeys(one for one in written if is_language(one))) or None
    return tuple(name for name, _ in head["title"].entries() if is_language(name)) or None


def check_languages(files: AssessmentFiles) -> None:
    """Each one named is a language, and none is named twice."""
    seen: set[str] = set()
    for node in files.root("assessment")["languages"].each():
        if node.text is None or node.path in node.document.spoilt:
            continue
        if node.text in seen:
            node.report("named_twice", name=node.text)
        else:
            check_code(node, node.text)
        seen.add(node.text)


def _texts(files: AssessmentFiles) -> Iterator[Node]:
    for name, document in files.documents.items():
        for part, node in walk(ASSESSMENT_SHAPES[name], Node.root(document)):
            if plain(part) is Text:
                yield node


def _keep(node: Node, spoken: tuple[str, ...]) -> None:
    """In the assessment's order; what is no language at all stays, so that it is reported as the slip that it is."""
    written = node.value
    if not isinstance(written, dict):
        return
    for name in written:
        if name not in spoken and isinstance(name, str) and is_language(name):
            node.document.unused.append((*node.path, name))
    kept = {name: written[name] for name in spoken if name in written}
    kept |= {name: held for name, held in written.items() if name not in kept and not is_language(str(name))}
    written.clear()
    written.update(kept)


def _note(node: Node, code: str, values: dict[str, Value]) -> Problem:
    document = node.document
    line, column = document.mark(node.path)
    return Problem.of(document.file, line, column, document.where(node.path), code, values=values)
