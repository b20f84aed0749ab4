"""``python -m reports.sentences OUT``: every sentence of the interface with every trait and role, on one page.

Status 0: no sentence breaks a rule. 1: some do; they are named. 2: the data files or OUT cannot be used.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, sentences
from catalog.interpreter import WRONG_USE
from catalog.load import load_catalog
from catalog.reading.problem import DataProblems
from catalog.reading.wording import command_says, languages
from catalog.site import folders
from catalog.whole_file import NotWritten, whole_file
from reports.sentences.filled import filled
from reports.sentences.page import page
from reports.sentences.rules import broken

WORDING = Path(__file__).parents[1] / "wording.yaml"
SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    language = command_language(arguments)
    says = sentences(WORDING, language)
    parser = CommandParser("reports.sentences", language=language, description=says("sentences"))
    parser.add_argument("out", type=Path, metavar="OUT", help=says("sentences_out"))
    parser.add_argument("--language", choices=languages(), default=language, help=command_says("language", language))
    chosen = parser.parse_args(arguments)
    out, language = chosen.out, chosen.language
    try:
        catalog = load_catalog(*folders())
    except DataProblems as found:
        print(found.in_language(language), file=sys.stderr)
        return WRONG_USE
    content = catalog.content
    every = [
        one
        for assessment in catalog.assessments.values()
        for spoken in content.language_ids
        for one in filled(assessment, content, spoken)
    ]
    wrong = list(broken(every))
    words = content.words(language if language in content.language_ids else content.language_ids[0])
    try:
        with whole_file(out) as draft:
            draft.write_text(page(words, every, wrong), encoding="utf-8")
    except (OSError, NotWritten) as failed:
        reason = failed.strerror if isinstance(failed, OSError) else failed.in_language(language)
        print(words("report.command.folder", folder=out, reason=reason), file=sys.stderr)
        return WRONG_USE
    print(words("report.sentences.done", n=len(every), file=out))
    for one in wrong[:SHOWN]:
        print(f"{one.sentence.key}: {one.rule} ({one.part}): {one.sentence.text}")
    if wrong:
        print(words("report.sentences.broken", n=len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main(sys.argv[1:]))
