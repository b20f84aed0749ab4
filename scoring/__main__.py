"""``python -m scoring score FOLDER IN OUT``: a table of answers -> a table of results.

Status 0: written. 1: cells that are no answers, all of them listed. 2: the folder or the file cannot be used at all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, sentences
from catalog.load import load_assessment
from catalog.reading.problem import DataProblems
from catalog.reading.wording import languages
from scoring.tables.command import BadCells, score_file
from scoring.tables.table import TableProblem

SHOWN = 50
WORDING = Path(__file__).with_name("wording.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    language = command_language(given)
    says = sentences(WORDING, language)
    parser = CommandParser("scoring", language=language, description=says("description"))
    score = parser.add_commands().add_parser("score", help=says("score"), description=says("score"))
    score.add_argument("folder", type=Path, metavar="FOLDER", help=says("folder"))
    score.add_argument("source", type=Path, metavar="IN", help=says("source"))
    score.add_argument("target", type=Path, metavar="OUT", help=says("target"))
    score.add_argument("--language", default=language, choices=languages(), help=says("language"))
    chosen = parser.parse_args(given)
    try:
        score_file(load_assessment(chosen.folder), chosen.source, chosen.target)
    except BadCells as bad:
        for line in bad.lines[:SHOWN]:
            print(line, file=sys.stderr)
        key = "bad_cells_cut" if len(bad.lines) > SHOWN else "bad_cells"
        print(says(key, number=len(bad.lines), shown=SHOWN), file=sys.stderr)
        return 1
    except DataProblems as found:
        print(found.in_language(language), file=sys.stderr)
        return 2
    except TableProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
