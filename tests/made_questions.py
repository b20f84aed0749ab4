"""Folders of questions made to measure: any number of traits and roles, with and without guidance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Words = dict[str, str]


def words(ja: str, en: str) -> Words:
    return {"ja": ja, "en": en}


def write_assessment(questions: Path, name: str, *, roles: int, traits: int = 5, guidance: bool = False) -> Path:
    """An assessment that has nothing wrong with it: the first trait makes the foundation, the others set roles apart.

    Without roles there is no roles.yaml. Two items a trait, one of each key.
    """
    folder = questions / name
    folder.mkdir(parents=True)
    ids = [f"t{at}" for at in range(traits)]
    labels = [words(ja, en) for ja, en in (("違う", "No"), ("どちらとも", "Between"), ("そう", "Yes"))]
    _write(
        folder / "assessment.yaml",
        {
            "id": name,
            "version": "1.0.0",
            "title": words(f"診断{name}", f"Title of {name}"),
            "scale": {"points": 3, "labels": labels},
            "forms": {"full": {"minutes": 3}},
        },
    )
    norm = {"mean": 50, "sd": 17, "reliability": 0.7, "basis": "assumed"}
    _write(
        folder / "traits.yaml",
        [
            {
                "id": trait,
                "name": words(f"特性{trait}", f"Trait {trait}"),
                "about": words(f"{trait}について。", f"About {trait}."),
                "low": words(f"{trait}が控えめ。", f"Little of {trait}."),
                "high": words(f"{trait}が豊か。", f"Much of {trait}."),
                "norm": norm,
            }
            for trait in ids
        ],
    )
    _write(
        folder / "items.yaml",
        [
            {
                "id": f"{trait}_{at}",
                "trait": trait,
                "keyed": key,
                "text": words(f"{trait}の質問{at}。", f"Item {at} on {trait}."),
            }
            for trait in ids
            for at, key in enumerate("+-", start=1)
        ],
    )
    if roles:
        _write(folder / "roles.yaml", _roles(ids, roles))
    if guidance:
        _write(folder / "guidance.yaml", _guidance(ids, roles))
    return folder


def _roles(traits: list[str], count: int) -> dict[str, Any]:
    because = words("理由です。", "A reason.")
    apart = traits[1:]
    return {
        "foundation": {traits[0]: {"weight": 1, "because": because, "facts": []}},
        "roles": [
            {
                "id": f"r{role}",
                "name": words(f"役割{role}", f"Role {role}"),
                "about": words(f"役割{role}の仕事。", f"The work of role {role}."),
                "weights": {
                    trait: {
                        "weight": (2, -1, 1, -2)[(at + role) % 4],
                        "evidence": ("direct", "mixed")[role % 2],
                        "because": because,
                        "facts": [],
                    }
                    for at, trait in enumerate(apart)
                },
            }
            for role in range(count)
        ],
    }


def _guidance(traits: list[str], roles: int) -> dict[str, Any]:
    def pole(of: str) -> dict[str, Words]:
        return {
            part: words(f"{of}の{part}。", f"{part} of {of}.") for part in ("strength", "talk", "watch", "elsewhere")
        }

    place = {"id": "place", **{part: words("場所。", "Place.") for part in ("name", "ask_yourself", "look_for")}}
    known = {f"r{role}": {"text": words("海辺。", "By the sea."), "facts": []} for role in range(min(roles, 1))}
    return {
        "traits": {
            trait: {"high": pole(f"高い{trait}"), "low": pole(f"低い{trait}"), "explore": words("試す。", "Try it.")}
            for trait in traits
        },
        "conditions": [{**place, "roles": known}],
        "limits": [{"text": words("仮の点です。", "Provisional."), "facts": []}],
    }


def _write(path: Path, content: object) -> None:
    # JSON is YAML too, and never shares a part by an anchor.
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def write_least_content(folder: Path, languages: tuple[str, ...] = ("ja", "en")) -> Path:
    """A content folder with no more than what docs/authors/files.md calls required."""
    folder.mkdir(parents=True)
    names = {"ja": "日本語", "en": "English", "ko": "한국어", "de": "Deutsch"}
    _write(folder / "site.yaml", {"languages": [{"id": one, "name": names[one]} for one in languages]})
    _write(folder / "facts.yaml", {"articles": [], "facts": []})
    return folder
