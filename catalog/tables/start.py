"""What a table leaves out is begun: a scale, a form, traits by their names alone, norms that are assumed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from catalog.questionnaire.assessment import FULL
from catalog.questionnaire.text_notes import JAPANESE
from catalog.reading.wording import LOADER
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.said import sentence
from catalog.tables.sheet import Place

MEAN, SD, ITEM_RELIABILITY, BASIS = 50, 17, 0.30, "assumed"
SECONDS_AN_ITEM = 8
VERSION, RULE = "1.0.0", 2
FALLBACK = "en"
LANGUAGE_ORDER = ("ja", "en")


@cache
def words() -> Mapping[str, Any]:
    """``start.yaml``."""
    read: Mapping[str, Any] = yaml.load(
        Path(__file__).with_name("start.yaml").read_text(encoding="utf-8"), Loader=LOADER
    )
    return read


def complete(gathered: Gathered, existing: Mapping[str, Any], name: str, table: str) -> Mapping[str, list[str]]:
    """Begin what is missing in the files that ``gathered`` holds or that nobody has; the keys begun, by file."""
    values = gathered.values
    if "items" not in values and "items" not in existing:
        gathered.problems.append(sentence("no_items", Place(table)))
        return {}
    begun: dict[str, list[str]] = {}
    whole = {**existing, **values}
    languages = _languages(whole, existing.get("assessment"))
    if "traits" in values or "traits" not in existing or gathered.added:
        begun["traits"] = _traits(gathered, existing.get("traits"), whole, languages)
    if "assessment" in values or "assessment" not in existing:
        begun["assessment"] = _assessment(values, existing.get("assessment"), whole, name, languages)
    if "roles" in values:
        begun["roles"] = _roles(gathered, languages)
    return {file: keys for file, keys in begun.items() if keys}


def _languages(whole: Mapping[str, Any], before: Any) -> Sequence[str]:
    for head in (whole.get("assessment"), before):
        title = head.get("title") if isinstance(head, Mapping) else None
        if isinstance(title, Mapping) and title:
            return list(title)
    found = dict.fromkeys(
        language
        for item in _members(whole.get("items"))
        if isinstance(item.get("text"), Mapping)
        for language in item["text"]
    )
    return [*(one for one in LANGUAGE_ORDER if one in found), *(one for one in found if one not in LANGUAGE_ORDER)]


def _members(value: Any, key: str = "") -> list[dict[str, Any]]:
    if isinstance(value, Mapping):
        value = value.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(words_of: Mapping[str, str], languages: Sequence[str], **places: str) -> dict[str, str]:
    return {one: words_of.get(one, words_of[FALLBACK]).format_map(places) for one in languages}


def _traits(gathered: Gathered, before: Any, whole: Mapping[str, Any], languages: Sequence[str]) -> list[str]:
    """``before``: the folder's own traits, which stay as they are beside those that the items add."""
    items = _members(whole.get("items"))
    traits = _members(gathered.values.get("traits"), "traits")
    if "traits" not in gathered.values:
        named = dict.fromkeys(str(item["trait"]) for item in items if item.get("trait"))
        traits = [{"id": one} for one in gathered.added or named]
        own = deepcopy(before) if isinstance(before, list) else []
        gathered.values["traits"] = [*own, *traits]
        for number, (place, heading) in enumerate(gathered.added.values(), start=len(own) + 1):
            # The folder's own traits stand in no cell.
            gathered.mark("traits", (), Place("traits.yaml"), "")
            gathered.mark("traits", (number,), place, heading)
        for trait in traits:
            keys = {item.get("keyed") for item in items if item.get("trait") == trait["id"]}
            if keys in ({"+"}, {"-"}):
                trait["balanced"] = False
                gathered.notes.append(sentence("one_sided", trait=gathered.made.get(trait["id"], trait["id"])))
    absent = [key for key in ("name", "about", "low", "high") if not any(key in trait for trait in traits)]
    norms = [key for key in ("mean", "sd", "reliability", "basis") if not any(key in _norm(one) for one in traits)]
    listed = any(isinstance(trait.get("norm"), list) for trait in traits)
    for trait in traits:
        name = gathered.made.get(str(trait.get("id")), str(trait.get("id", "")))
        for key in absent:
            said: Any = trait.get("name")
            said = said if isinstance(said, Mapping) else {}
            meant = _meant(name, languages)
            trait[key] = (
                dict.fromkeys(meant, name)
                if key == "name"
                else {
                    one: _text(words()["trait"][key], [one], name=str(said.get(one, name)))[one]
                    for one in languages
                    if one in said or one in meant
                }
            )
        if not listed:
            number = sum(item.get("trait") == trait.get("id") for item in items)
            assumed = {"mean": MEAN, "sd": SD, "reliability": _reliability(number), "basis": BASIS}
            norm = {**_norm(trait), **{key: assumed[key] for key in norms}}
            trait["norm"] = {key: norm[key] for key in (*assumed, *norm) if key in norm}
    return [*absent, *(["norm"] if norms and not listed else [])]


def _meant(name: str, languages: Sequence[str]) -> Sequence[str]:
    """The languages that a bare name of a table may be in. Where one has no text, the first language's is shown."""
    if "ja" in languages and JAPANESE.search(name):
        return [one for one in languages if one in ("ja", languages[0])]
    return languages


def _norm(trait: Mapping[str, Any]) -> Mapping[str, Any]:
    norm = trait.get("norm")
    return norm if isinstance(norm, Mapping) else {}


def _reliability(items: int) -> float:
    """Spearman and Brown: of so many items, each with ``ITEM_RELIABILITY``."""
    number = max(items, 1)
    return round(number * ITEM_RELIABILITY / (1 + (number - 1) * ITEM_RELIABILITY), 2)


def _assessment(
    values: dict[str, Any], before: Any, whole: Mapping[str, Any], name: str, languages: Sequence[str]
) -> list[str]:
    """``before``: what the folder's file held; a key that the table does not speak of stays as it was."""
    given = values.get("assessment")
    head = given if isinstance(given, dict) else {}
    asked = sum(len(_members(whole.get(kind))) for kind in ("items", "scenarios", "tasks"))
    minutes = min(120, max(1, math.ceil(asked * SECONDS_AN_ITEM / 60)))
    labels = words()["labels"]
    scale = {"points": len(labels), "labels": [_text(label, languages) for label in labels]}
    start: dict[str, Any] = {
        "id": made_id(name),
        "version": VERSION,
        **({"rule": RULE} if given is None else {}),
        "title": dict.fromkeys(languages, name),
        "scale": scale,
        **({"task_scale": scale} if given is None and _members(whole.get("tasks")) else {}),
        "forms": {FULL: {"minutes": minutes}},
    }
    kept = before if isinstance(before, Mapping) else {}
    begun = [key for key in start if key not in head and key not in kept]
    values["assessment"] = {**{key: start[key] for key in begun}, **kept, **head}
    return begun


def _roles(gathered: Gathered, languages: Sequence[str]) -> list[str]:
    roles = _members(gathered.values["roles"], "roles")
    begun = []
    for key in ("name", "about"):
        if roles and not any(key in role for role in roles):
            begun.append(key)
            for role in roles:
                name = gathered.made.get(str(role.get("id")), str(role.get("id", "")))
                role[key] = dict.fromkeys(_meant(name, languages), name)
    return begun


def made_id(name: str) -> str:
    """The id of an assessment in a folder of this name."""
    plain = re.sub("[^A-Za-z0-9]+", "_", name).strip("_")
    return plain if re.match("[A-Za-z]", plain) else f"assessment_{plain}".rstrip("_")


def example(languages: Sequence[str]) -> dict[str, Any]:
    """The files of a new assessment, with its texts in ``languages`` only."""
    counts: dict[str, int] = {}

    def numbered() -> Iterator[dict[str, Any]]:
        for item in words()["new"]["items"]:
            counts[item["trait"]] = counts.get(item["trait"], 0) + 1
            yield {"id": f"{item['trait']}_{counts[item['trait']]}", **item, "text": _text(item["text"], languages)}

    traits = [
        {key: _text(held, languages) if isinstance(held, Mapping) else held for key, held in trait.items()}
        for trait in words()["new"]["traits"]
    ]
    return {"items": list(numbered()), "traits": traits}
