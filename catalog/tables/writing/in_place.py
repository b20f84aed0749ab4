"""Texts of a YAML file changed where they stand: its comments, its order and its other lines stay as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml

from catalog.reading.document import Path

BLOCKS = ("|", ">")


class NotInPlace(Exception):
    """There is no text at ``path`` whose place in the file could be told."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def rewritten(source: str, words: Mapping[tuple[Path, str], str]) -> str:
    """``source`` with each of ``words`` at its path and language; a language that is not there yet is added last.

    Raises NotInPlace.
    """
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    edits: list[tuple[int, int, int, str]] = []
    for order, ((path, language), text) in enumerate(words.items()):
        begin, end, new = _edit(source, _at(root, path), language, json.dumps(text, ensure_ascii=False), path)
        edits.append((begin, end, order, new))
    # From the end, so that what is before keeps its place; what is added at one place keeps its order.
    for begin, end, _, new in sorted(edits, reverse=True):
        source = source[:begin] + new + source[end:]
    return source


def _at(node: yaml.Node | None, path: Path) -> yaml.MappingNode:
    for part in path:
        if isinstance(part, int) and isinstance(node, yaml.SequenceNode) and part < len(node.value):
            node = node.value[part]
        elif isinstance(node, yaml.MappingNode):
            node = next((held for key, held in node.value if key.value == part), None)
        else:
            node = None
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise NotInPlace(path)
    return node


def _edit(source: str, text: yaml.MappingNode, language: str, quoted: str, path: Path) -> tuple[int, int, str]:
    """Where the source is cut, and what comes there."""
    for key, held in text.value:
        if key.value == language:
            if not isinstance(held, yaml.ScalarNode):
                raise NotInPlace(path)
            after = "\n" if held.style in BLOCKS and source[: held.end_mark.index].endswith("\n") else ""
            return held.start_mark.index, held.end_mark.index, quoted + after
    first, last = text.value[0][0], text.value[-1][1]
    end = last.end_mark.index
    if text.flow_style:
        return end, end, f", {language}: {quoted}"
    pad = " " * first.start_mark.column
    if isinstance(last, yaml.ScalarNode) and last.style in BLOCKS and source[:end].endswith("\n"):
        return end, end, f"{pad}{language}: {quoted}\n"
    # Behind a remark that stands behind the value.
    line_end = source.find("\n", end)
    end = len(source) if line_end < 0 else line_end
    return end, end, f"\n{pad}{language}: {quoted}"
