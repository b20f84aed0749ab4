"""What ``python -m catalog coverage`` says: the facts taught nowhere, the contradictions told nowhere, the count."""

from __future__ import annotations

from pathlib import Path

from catalog.coverage import coverage
from catalog.load import load_content
from catalog.reading.wording import command_says


def coverage_lines(folder: Path, language: str) -> tuple[bool, list[str]]:
    """Whether nothing is left out, and a line for each that is, the count last. Raises DataProblems."""
    content = load_content(folder)
    found = coverage(content)
    lines = [
        command_says("untaught", language, name=fact, text=content.facts[fact].text.in_language(language))
        for fact in found.untaught
    ]
    told = content.learning.contradiction if content.learning else {}
    lines += [
        command_says("untold", language, name=name, text=told[name].title.in_language(language))
        for name in found.untold
    ]
    facts, contradictions = len(found.facts), len(found.contradictions)
    lines.append(
        command_says(
            "covered",
            language,
            taught=facts - len(found.untaught),
            facts=facts,
            told=contradictions - len(found.untold),
            contradictions=contradictions,
        )
    )
    return found.complete, lines
