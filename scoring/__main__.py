"""``python -m scoring score FOLDER IN OUT``: a table of answers -> a table of results.

Status 0: written; what was seen on the way stands on stderr. 1: cells that are no answers, all of them listed. 2: the
folder or the file cannot be used at all. ``python -m scoring simulate FOLDER`` prints how the assessment does with
made-up people; ``python -m scoring attack FOLDER`` how much a workshop's pictures give away.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser
from catalog.interpreter import WRONG_USE
from catalog.load import load_assessment
from catalog.reading.problem import DataProblems
from catalog.reading.wording import languages
from catalog.whole_file import NotWritten
from scoring.group import command as attack
from scoring.simulation.command import Refused, add_arguments, explained, simulated
from scoring.tables.command import score_file
from scoring.tables.said import SHOWN, BadCells, Sentence, TableProblem, command_says


def _arguments(language: str) -> CommandParser:
    def says(code: str) -> str:
        return command_says(code, language)

    parser = CommandParser("scoring", language=language, description=says("description"))
    parser_of = parser.add_commands()
    score = parser_of.add_parser("score", help=says("score"), description=says("score"))
    score.add_argument("folder", type=Path, metavar="FOLDER", help=says("folder"))
    score.add_argument("source", type=Path, metavar="IN", help=says("source"))
    score.add_argument("target", type=Path, metavar="OUT", help=says("target"))
    simulate = parser_of.add_parser("simulate", help=explained(language), description=explained(language))
    add_arguments(simulate, language)
    played = parser_of.add_parser("attack", help=attack.explained(language), description=attack.explained(language))
    attack.add_arguments(played, language)
    for one in (score, simulate, played):
        one.add_argument("--language", default=language, choices=languages(), help=says("language"))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    chosen = _arguments(command_language(given)).parse_args(given)
    language: str = chosen.language

    def note(sentence: Sentence) -> None:
        _tell(command_says("note", language, sentence=sentence))

    try:
        if chosen.command == "simulate":
            print(simulated(chosen, language))
        elif chosen.command == "attack":
            print(attack.attacked(chosen, language))
        else:
            score_file(load_assessment(chosen.folder), chosen.source, chosen.target, note)
    except BadCells as bad:
        _tell(*bad.lines(language), _counted(len(bad.sentences), language))
        return 1
    except (Refused, attack.Refused) as refused:
        _tell(str(refused))
        return WRONG_USE
    except NotWritten as refused:
        _tell(refused.in_language(language))
        return WRONG_USE
    except TableProblem as problem:
        _tell(*problem.lines(language))
        return WRONG_USE
    except DataProblems as found:
        _tell(*(problem.in_language(language) for problem in found.problems))
        return WRONG_USE
    return 0


def _counted(cells: int, language: str) -> str:
    return command_says("bad_cells_shown" if cells > SHOWN else "bad_cells", language, n=cells, shown=SHOWN)


def _tell(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
