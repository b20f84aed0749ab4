"""Writes the tables of the played attacker into docs/workshop-privacy.md, as they are now: ``python docs/attack.py``.

What participants read of it, in short, goes to scoring/group/played.yaml.

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
SHORT = ROOT / "scoring" / "group" / "played.yaml"
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


def short(of: Played) -> str:
    """For each size the most of all traits, in points of a hundred over chance."""
    asked = chosen()
    lines = [
        "# By how many points of a hundred the attacker of docs/workshop-privacy.md beats chance,",
        "# at most of all traits. Written by docs/attack.py.",
        f"assessment: {of.assessment.id}",
        f"version: {of.assessment.version}",
        f"rooms: {asked.rooms}",
        f"chance: {round(100 * max(of.chances))}",
        "sizes:",
    ]
    for size, traits in of.gains.items():
        first, most = (100 * max(one["first"] for one in traits), 100 * max(max(one.values()) for one in traits))
        lines.append(f"  - {{people: {size}, first: {first:.1f}, most: {most:.1f}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    of = played()
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), of), encoding="utf-8")
    SHORT.write_text(short(of), encoding="utf-8")
