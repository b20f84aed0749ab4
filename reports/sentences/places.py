"""What can stand in the places of the interface's templates: ``{role}``, ``{ends}``, ``{n}``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto


class Kind(Enum):
    """What a place is filled with. A list holds one, two or three of its kind, in the language's own way."""

    ROLE = auto()
    ROLES = auto()
    ROLES_WITH_VALUES = auto()
    TRAIT = auto()
    """A trait's name in a sentence that has the quotation marks itself."""
    TRAITS = auto()
    ENDS = auto()
    ENDS_WITH_VALUES = auto()
    LABEL = auto()
    """An end's words as a label of their own, in no sentence."""
    STEPS = auto()
    TOOLS = auto()


_BY_PLACE: Mapping[str, Kind] = {
    "role": Kind.ROLE,
    "kind": Kind.ROLE,
    "claim": Kind.ROLE,
    "best": Kind.ROLE,
    "other": Kind.ROLE,
    "first": Kind.ROLE,
    "roles": Kind.ROLES,
    "tied": Kind.ROLES,
    "out": Kind.ROLES,
    "trait": Kind.TRAIT,
    "traits": Kind.TRAITS,
    "ends": Kind.ENDS,
    "end": Kind.LABEL,
    "steps": Kind.STEPS,
    "tools": Kind.TOOLS,
}
_BY_KEY: Mapping[str, Mapping[str, Kind]] = {
    "charts.levels.directions_are": {"roles": Kind.ROLES_WITH_VALUES},
    "charts.levels.directions_unordered": {"roles": Kind.ROLES_WITH_VALUES},
    "charts.p.sentence": {"roles": Kind.ROLES_WITH_VALUES},
    "charts.traits.highest": {"name": Kind.TRAIT},
    "charts.traits.lowest": {"name": Kind.TRAIT},
    "charts.traits.only": {"name": Kind.TRAIT},
    "charts.profile.highest": {"name": Kind.TRAIT},
    "charts.profile.all_alike": {"name": Kind.TRAIT},
    "charts.profile.is": {"name": Kind.TRAIT},
    "charts.profile.not_measured": {"name": Kind.TRAIT},
    "charts.why.helped": {"ends": Kind.ENDS_WITH_VALUES},
    "charts.why.hindered": {"ends": Kind.ENDS_WITH_VALUES},
    "result.liking.levels": {"roles": Kind.ROLES_WITH_VALUES},
    "saving.again.best": {"before": Kind.ROLE, "after": Kind.ROLE},
}
"""Where the place's name alone would tell another kind."""
JOINTS = (
    "charts.list.",
    "workshop.time",
    "charts.number.",
    "charts.p.role",
    "saving.before.together",
)
"""Templates that join pieces: they are read in the sentences that they are part of."""
VALUE = "+2.1"
SAMPLES: Mapping[str, object] = {
    **dict.fromkeys(("n", "number", "done", "near", "kept", "sheets", "answers", "quick", "least", "page", "day"), 3),
    **dict.fromkeys(("seconds", "megabytes"), 30),
    **dict.fromkeys(("total", "minutes", "pages", "most", "full", "left", "right", "month"), 11),
    **dict.fromkeys(("open", "finished", "year"), 365),
    **dict.fromkeys(("fit", "score", "before"), 63),
    **dict.fromkeys(("low", "high", "after"), 71),
    **dict.fromkeys(("name", "names", "source", "folder", "file", "query", "what", "known", "language", "answer"), "A"),
    **dict.fromkeys(("about", "title", "part", "values", "reason", "why", "articles", "mark"), "B"),
    **dict.fromkeys(("address", "service"), "C"),
    **dict.fromkeys(("version", "was", "now", "hash", "date"), "1.0.0"),
    **dict.fromkeys(("sender", "zone", "campaign"), "C"),
    **dict.fromkeys(("closes", "opens", "until", "time"), "10:00"),
    **dict.fromkeys(("line", "of", "days", "aside", "wrong", "room"), 7),
    **dict.fromkeys(("found", "group", "highest", "label", "prefix", "field", "fields", "columns", "heading"), "D"),
    **dict.fromkeys(("sheet", "encoding", "action", "state", "standing"), "E"),
    **dict.fromkeys(("greeting", "message", "purpose", "link", "own", "contact", "people"), "F"),
    **dict.fromkeys(("moment", "over"), "10:00"),
    **dict.fromkeys(("text", "stage", "row", "choice", "question", "kinds", "phrase", "matter"), "G"),
    **dict.fromkeys(("option", "place", "taken", "cells"), "H"),
    **dict.fromkeys(("step", "step_5", "step_10", "step_20"), 20),
    **dict.fromkeys(("less", "rooms", "plus", "minus", "items", "scenarios", "tasks"), 4),
    "command": "A",
    "ratio": "0.75",
    "chance": "45%",
    "p": "84%",
    "range": "58–71",
    "value": "63",
    "weight": "+2",
    "basis": "assumed",
    **dict.fromkeys(("sd", "reliability", "shared", "share"), "0.5"),
}
"""What stands in a place that takes a number, or a text of somebody else's."""


def kind_of(key: str, place: str) -> Kind | None:
    """None for a place that takes a sample value. Raises KeyError for a place that nobody has said anything of."""
    kind = _BY_KEY.get(key, {}).get(place) or _BY_PLACE.get(place)
    if kind is None and place not in SAMPLES:
        raise KeyError(f"{{{place}}} of {key}: say in {__name__} what can stand there")
    return kind
