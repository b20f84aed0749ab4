"""Writes the tables of simulated people into docs/scoring.md, as they are now: ``python docs/simulate.py``.

tests/scoring/simulation/test_documented.py fails where the page does not hold what the commands in it print.
"""

from __future__ import annotations

import argparse
import re
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scoring.simulation.command import add_arguments, simulated  # noqa: E402 - the path comes first

PAGE = ROOT / "docs" / "scoring.md"
TABLE = re.compile(
    r"(?<=^```\n)\.venv/bin/python -m scoring (simulate [^\n]*)\n```\n\n.*?(?=<!-- end of table -->)", re.S | re.M
)


def printed(command: str) -> str:
    """What ``simulate FOLDER …`` prints in English."""
    parser = argparse.ArgumentParser()
    add_arguments(parser, "en")
    folder, *rest = shlex.split(command)[1:]
    return simulated(parser.parse_args([str(ROOT / folder), *rest]), "en")


def written(page: str) -> str:
    """The page with its tables made anew."""
    return TABLE.sub(lambda found: f".venv/bin/python -m scoring {found[1]}\n```\n\n{printed(found[1])}\n\n", page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
