"""Draws the rooms and the imports between them, as they are: ``python docs/draw.py`` writes docs/pictures/rooms.svg.

Needs the packages of requirements-dev.txt (grimp reads the imports). tests/test_architecture.py fails where the
committed picture is not the one that this draws.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"
LAYERS = (
    ("server",),
    ("views",),
    ("people", "reports"),
    ("store", "teaching", "adverts", "charts"),
    ("scoring",),
    ("catalog",),
)
ENTRANCE = ("catalog", "adverts")
"""The files' command line leads to the reading of advertisements: decisions/0021."""
WIDTH, BOX, GAP, HEIGHT, STEP, TOP = 1280, 296, 24, 66, 116, 12
ARROWS = '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1b2430}.name{font-weight:700;font-size:15px}.small{font-size:10.5px;"
    "fill:#4a5666}rect{fill:#f7f8fa;stroke:#0b6e8e}line{stroke:#8a96a5;stroke-width:1.4}"
    "line.far{stroke-width:.8;stroke-dasharray:4 3}"
)


def folders(room: str) -> str:
    """The folders of a room, in a row."""
    return " · ".join(sorted(path.parent.name for path in (ROOT / room).glob("*/__init__.py")))


def places() -> dict[str, tuple[float, float]]:
    """The left upper corner of each room's box."""
    found = {}
    for level, rooms in enumerate(LAYERS):
        left = (WIDTH - len(rooms) * BOX - (len(rooms) - 1) * GAP) / 2
        for number, room in enumerate(rooms):
            found[room] = (left + number * (BOX + GAP), TOP + level * STEP)
    return found


def imports() -> set[tuple[str, str]]:
    """The pairs of rooms of which a file of the first imports a file of the second."""
    rooms = [room for layer in LAYERS for room in layer]
    graph = grimp.build_graph(*rooms, cache_dir=None)
    found = set()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            pair = (module.split(".")[0], imported.split(".")[0])
            if pair[0] != pair[1] and pair != ENTRANCE:
                found.add(pair)
    return found


def picture() -> str:
    at, parts = places(), []
    for upper, lower in sorted(imports()):
        (x1, y1), (x2, y2) = at[upper], at[lower]
        kind = ' class="far"' if y2 - y1 > STEP else ""
        parts.append(
            f'<line{kind} x1="{x1 + BOX / 2:.0f}" y1="{y1 + HEIGHT:.0f}" x2="{x2 + BOX / 2:.0f}" y2="{y2:.0f}" '
            f'marker-end="url(#tip)"><title>{upper} -&gt; {lower}</title></line>'
        )
    for room, (x, y) in at.items():
        parts.append(f'<rect x="{x:.0f}" y="{y:.0f}" width="{BOX}" height="{HEIGHT}" rx="10"/>')
        parts.append(f'<text class="name" x="{x + 14:.0f}" y="{y + 26:.0f}">{room}/</text>')
        parts.append(f'<text class="small" x="{x + 14:.0f}" y="{y + 48:.0f}">{escape(folders(room))}</text>')
    height = TOP + len(LAYERS) * STEP - (STEP - HEIGHT) + TOP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="The rooms; every arrow is an import, and all of them run down">'
        f'<style>{STYLE}</style><defs>{ARROWS}<path d="M0 0 8 4 0 8z" fill="#8a96a5"/></marker></defs>'
        f'<rect width="{WIDTH}" height="{height}" style="fill:#fff;stroke:none"/>{"".join(parts)}</svg>\n'
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PICTURE.write_text(picture(), encoding="utf-8")
