"""Writes the tables of the played attacker into docs/workshop-privacy.md, as they are now: ``python docs/attack.py``.

It takes some minutes. tests/scoring/group/test_documented.py fails where the page does not hold what is printed.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from catalog.load import load_assessment  # noqa: E402 - the path comes first
from scoring.group.command import Played, add_arguments, play, told  # noqa: E402

PAGE = ROOT / "docs" / "workshop-privacy.md"
FOLDER = ROOT / "questions" / "customer_roles"
TABLE = re.compile(r"<!-- attack (ja|en) -->\n.*?(?=<!-- end of table -->)", re.DOTALL)


def chosen() -> argparse.Namespace:
    """What the command takes where nothing is said."""
    parser = argparse.ArgumentParser()
    add_arguments(parser, "en")
    return parser.parse_args([str(FOLDER)])


def played() -> Played:
    return play(load_assessment(FOLDER), chosen())


def written(page: str, of: Played) -> str:
    """The page with its tables made anew."""
    return TABLE.sub(lambda found: f"<!-- attack {found[1]} -->\n{told(of, chosen(), found[1])}\n\n", page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), played()), encoding="utf-8")
