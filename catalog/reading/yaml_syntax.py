"""A YAML parser's complaint in an author's words."""

from __future__ import annotations

import yaml

from catalog.reading.document import Document, Mark
from catalog.reading.source import Source

# What the parsers (libyaml and the pure one) say, by a part that both share, and whether the start of the bracket or
# quote says more than the place where the parser gave up.
_KNOWN = (
    ("sequence entries are not allowed", "stray_dash", False),
    ("mapping values are not allowed", "stray_colon", False),
    ("unexpected end of stream", "open_quote", True),
    ("escape", "bad_escape", False),
    ("cannot start any token", "bad_start", False),
    ("incompatible YAML", "directive", False),
)


def report_syntax_error(error: yaml.YAMLError, source: Source, document: Document, around: Mark) -> None:
    """Say what ``error`` is about, at the place in the file where an author has to look.

    around: where the innermost list or mapping starts that is not closed yet.
    """
    said = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    given_up, opened = _mark(error, "problem_mark", source), _mark(error, "context_mark", source)
    if "flow" in context:
        document.report((), "open_bracket", mark=around)
        return
    for part, code, from_start in _KNOWN:
        if part in said:
            mark = (opened if from_start else None) or given_up or (1, 1)
            character = _character(source, mark)
            if code == "bad_start" and character == "\t":
                code = "tab"
            document.report((), code, mark=mark, character=character)
            return
    document.report((), "not_yaml", mark=given_up or opened or (1, 1))


def _mark(error: yaml.YAMLError, name: str, source: Source) -> Mark | None:
    mark = getattr(error, name, None)
    return None if mark is None else source.mark(mark.line, mark.column)


def _character(source: Source, mark: Mark) -> str:
    line = source.original_lines[mark[0] - 1] if mark[0] <= len(source.original_lines) else ""
    return line[mark[1] - 1] if mark[1] <= len(line) else ""
