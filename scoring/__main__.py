"""``python -m scoring score FOLDER IN OUT``: a table of answers -> a table of results.

Status 0: written. 1: cells that are no answers, all of them listed. 2: the folder or the file cannot be used at all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.load import load_assessment
from catalog.reading.problem import DataProblems
from scoring.tables.command import BadCells, score_file
from scoring.tables.table import TableProblem

SHOWN = 50


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scoring", description="Scores tables of answers.")
    commands = parser.add_subparsers(dest="command", required=True)
    score = commands.add_parser("score", help="a table of answers (CSV or Parquet) -> one row of results each")
    score.add_argument("folder", type=Path, metavar="FOLDER", help="the assessment, e.g. questions/customer_roles")
    score.add_argument("source", type=Path, metavar="IN", help="one column an item or scenario, empty = not answered")
    score.add_argument("target", type=Path, metavar="OUT", help="written as CSV, or as Parquet if it ends in .parquet")
    chosen = parser.parse_args(arguments)
    try:
        score_file(load_assessment(chosen.folder), chosen.source, chosen.target)
    except BadCells as bad:
        for line in bad.lines[:SHOWN]:
            print(line, file=sys.stderr)
        more = f", {SHOWN} of them shown" if len(bad.lines) > SHOWN else ""
        print(f"{len(bad.lines)} cells are no answers{more}; nothing was written.", file=sys.stderr)
        return 1
    except (TableProblem, DataProblems) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
