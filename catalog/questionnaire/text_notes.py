"""Texts that are no mistake and look like one: unfinished, in another language than said, too long for their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Node
from catalog.reading.problem import Problem
from catalog.reading.wording import Value

LONGEST = {"name": 60, "short": 24}
"""Columns: a letter of Japanese takes two. What is longer is broken or cut on a phone and beside a chart."""
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|[Ll]orem ipsum|あとで書く|後で書く|未定稿|仮置き|ここに入れる")
BEGUN = re.compile(
    r"（これから書きます）$|\(to be written\)$|がどのような特性かを、ここに書きます。$|^Say here what .+ is\.$"
)
"""What a table's import writes of a trait that only has a name."""
JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
A_SENTENCE = 4
"""Words: fewer of them may be a name that is written so in Japanese, too."""


def text_notes(files: AssessmentFiles) -> Iterator[Problem]:
    """A note for each text that its author may want to look at again; nothing is refused for it."""
    texts = [(node, node.text) for document in files.documents.values() for node in _parts(Node.root(document))]
    for node, text in texts:
        if text is not None:
            yield from _of_text(node, text)
    begun = [(node, text) for node, text in texts if text is not None and BEGUN.search(text)]
    if begun:
        # An imported table may have hundreds of them: they are counted.
        yield _note(*begun[0], 0, "begun_texts", number=len(begun))


def _parts(node: Node) -> Iterator[Node]:
    yield node
    for part in (*(held for _, held in node.entries()), *node.each()):
        yield from _parts(part)


def _of_text(node: Node, text: str) -> Iterator[Problem]:
    language, holder = str(node.path[-1]), str(node.path[-2]) if len(node.path) > 1 else ""
    if found := UNFINISHED.search(text):
        yield _note(node, text, found.start(), "unfinished_text", found=found[0])
    if language == "ja" and not JAPANESE.search(text) and len(WORD.findall(text)) >= A_SENTENCE:
        yield _note(node, text, 0, "not_japanese")
    elif language == "en" and (found := JAPANESE.search(text)):
        yield _note(node, text, found.start(), "japanese_inside", language=language, found=found[0])
    if holder in LONGEST and _columns(text) > LONGEST[holder]:
        todo = "short_name" if holder == "name" else None
        yield _note(node, text, 0, "long_name", todo, number=len(text), name=holder)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _note(node: Node, text: str, index: int, code: str, todo: str | None = None, **values: Value) -> Problem:
    document = node.document
    line, column = document.place_in(node.path, text, index)
    return Problem.of(document.file, line, column, document.where(node.path), code, todo=todo, values=values)
