"""What every picture on paper is drawn with: SVG elements with real text, and the roles' symbols as shapes.

Lengths are points. Nothing a person or an author wrote reaches the drawing unescaped, nor does a character that XML
forbids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import count
from math import cos, pi, sin
from typing import Literal

from catalog.paper.fonts import BODY
from catalog.paper.runs import as_set
from charts.palette import PALETTES, Palette, outline_of

PAPER = PALETTES["light"]
FAMILY = BODY
"""The family that reports embed; it has a regular and a bold weight."""
SIZE, SMALL = 8.5, 7.0
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Attribute = str | float | None


def printable(text: str) -> str:
    """``text`` as SVG may hold it; a character that no font of paper holds comes out as a geta mark."""
    return escape(as_set(text), quote=True)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Canvas:
    """Collects elements; ``svg`` gives the whole drawing of ``width`` by the height asked for."""

    def __init__(self, palette: Palette, width: float) -> None:
        self.palette = palette
        self.width = width
        self._parts: list[str] = []
        self._ids = count()

    def add(self, name: str, **attributes: Attribute) -> None:
        self._element(name, attributes, None)

    def around(self, body: str, name: str, **attributes: Attribute) -> None:
        """An element around ``body``, which is SVG already."""
        self._element(name, attributes, body)

    def _element(self, name: str, attributes: Mapping[str, Attribute], body: str | None) -> None:
        written = "".join(
            f' {key.replace("_", "-")}="{_n(value) if isinstance(value, int | float) else value}"'
            for key, value in attributes.items()
            if value is not None
        )
        self._parts.append(f"<{name}{written}/>" if body is None else f"<{name}{written}>{body}</{name}>")

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        colour: str | None = None,
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """One line; ``y`` is its baseline."""
        self.around(
            printable(text),
            "text",
            x=x,
            y=y,
            font_family=FAMILY,
            font_size=size,
            font_weight="700" if bold else None,
            fill=colour or self.palette.text,
            text_anchor=None if anchor == "start" else anchor,
        )

    def line(self, start: Point, end: Point, colour: str, width: float = 1.0, dash: str | None = None) -> None:
        self.add(
            "line",
            x1=start[0],
            y1=start[1],
            x2=end[0],
            y2=end[1],
            stroke=colour,
            stroke_width=width,
            stroke_dasharray=dash,
        )

    def bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        opacity: float | None = None,
        outline: str | None = None,
        round_: float | None = None,
        hatch: str | None = None,
    ) -> None:
        """A bar from (x, y), hatched with lines of the colour ``hatch``."""
        corner = min(height / 2 if round_ is None else round_, max(width, 0.0) / 2)
        shape = {"x": x, "y": y, "width": max(width, 0.0), "height": height, "rx": corner}
        self.add("rect", fill=fill, fill_opacity=opacity, **shape)
        if hatch and width > 0:
            clip = f"clip{next(self._ids)}"
            whole = "".join(f' {key}="{_n(value)}"' for key, value in shape.items())
            strokes = "".join(
                f"M{_n(x + at)} {_n(y + height)}l{_n(height)} {_n(-height)}" for at in _steps(-height, width, 3.0)
            )
            self.around(f"<rect{whole}/>", "clipPath", id=clip)
            self.add("path", d=strokes, stroke=hatch, stroke_width=0.9, fill="none", clip_path=f"url(#{clip})")
        if outline:
            self.add("rect", fill="none", stroke=outline, stroke_width=0.9, **shape)

    def polygon(self, points: Iterable[Point], **attributes: Attribute) -> None:
        self.add("polygon", points=" ".join(f"{_n(x)},{_n(y)}" for x, y in points), **attributes)

    def polyline(self, points: Iterable[Point], **attributes: Attribute) -> None:
        self.add("polyline", points=" ".join(f"{_n(x)},{_n(y)}" for x, y in points), fill="none", **attributes)

    def mark(self, x: float, y: float, symbol: str, size: float, colour: str, edge: float = 1.0) -> None:
        """A role's symbol by its Plotly name, about ``size`` points wide. Raises KeyError for an unknown one."""
        shape, hollow = outline_of(symbol)
        look: dict[str, Attribute] = {
            "fill": self.palette.card if hollow else colour,
            "stroke": colour if hollow else self.palette.card,
            "stroke_width": 2 * edge if hollow else edge,
        }
        if shape == "circle":
            self.add("circle", cx=x, cy=y, r=size / 2, **look)
        else:
            self.polygon([(x + size / 2 * right, y + size / 2 * down) for right, down in OUTLINES[shape]], **look)

    def svg(self, height: float) -> str:
        """The drawing. Its width and height are also its view, so that a point on paper is a point here."""
        size = f'width="{_n(self.width)}" height="{_n(height)}" viewBox="0 0 {_n(self.width)} {_n(height)}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(self._parts)}</svg>'


def _steps(start: float, end: float, step: float) -> Sequence[float]:
    return [start + step * at for at in range(int((end - start) / step) + 1)]


def _star() -> tuple[Point, ...]:
    corners = []
    for at in range(10):
        reach, turn = (1.2, 0.48)[at % 2], pi * at / 5
        corners.append((reach * sin(turn), -reach * cos(turn)))
    return tuple(corners)


OUTLINES: dict[str, tuple[Point, ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle-up": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "triangle-down": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    "star": _star(),
}
