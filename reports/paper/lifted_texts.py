"""Texts of a picture that its own renderer cannot be trusted with: the template sets them over the picture.

The typesetter draws SVG with another engine than its pages. That one looks for a missing letter one character at a
time, tears accents from their letters, drops what it does not find, and breaks down over some mixtures of scripts.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from catalog.paper.runs import is_plain

SPACE = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SPACE)


def lifted(svg: str, width: float) -> tuple[str, list[dict[str, Any]]]:
    """``svg`` of a Canvas without its difficult texts, and these with their places, in points of a page on which the
    picture is ``width`` wide.
    """
    if is_plain(svg):
        return svg, []
    root = ElementTree.fromstring(svg)
    hard = [node for node in root.iter(f"{{{SPACE}}}text") if not is_plain(node.text or "")]
    if not hard:
        return svg, []
    zoom = width / float(root.attrib["width"])
    for node in hard:
        root.remove(node)
    return ElementTree.tostring(root, encoding="unicode"), [_placed(node, zoom) for node in hard]


def _placed(node: ElementTree.Element, zoom: float) -> dict[str, Any]:
    return {
        "x": float(node.attrib["x"]) * zoom,
        "y": float(node.attrib["y"]) * zoom,
        "size": float(node.attrib["font-size"]) * zoom,
        "weight": "bold" if node.get("font-weight") == "700" else "regular",
        "colour": node.attrib["fill"],
        "anchor": node.get("text-anchor", "start"),
        "text": node.text or "",
    }
