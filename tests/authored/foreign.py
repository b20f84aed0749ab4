"""Assessments that nobody wrote for this product, written into a folder: each unlike the shipped one in its own way.

``FOREIGN`` has them by id. They stand for what an author brings: no file here is served by the project itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.authored.big_five import write_big_five
from tests.authored.facets import write_facets
from tests.authored.hotel import write_hotel
from tests.authored.lighthouse import write_lighthouse

FOREIGN: Mapping[str, Callable[[Path], Path]] = {
    "facets": write_facets,
    "hotel": write_hotel,
    "lighthouse": write_lighthouse,
    "big_five": write_big_five,
}
"""Each writes its folder into a folder of assessments and gives its path."""


def write_all(questions: Path) -> Path:
    for write in FOREIGN.values():
        write(questions)
    return questions
