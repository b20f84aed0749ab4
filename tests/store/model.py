"""The model that the store is held against: plain dicts, and what may happen to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from store import Answer, Edition, Scores, Token
from store.campaigns.deletion import OF_CAMPAIGN
from store.respondents.values import Entry
from store.workshops.deletion import OF_WORKSHOP
from tests.store.moments import NOW

SCORES = Scores("clear", "role", 50.5, {"a_score": 0.1})
ITEMS = st.sampled_from(["q1", "q2", "q3"])
CODES = st.one_of(st.none(), st.integers(1, 5), st.sampled_from(["a", "b"]))
SAVES = st.lists(st.builds(Answer, ITEMS, CODES, st.integers(NOW, NOW + 4), st.integers(0, 2)), max_size=3)
PLACES = st.one_of(st.none(), st.tuples(st.sampled_from(["p1", "p2"]), st.integers(NOW, NOW + 4)))
VALUES = st.one_of(st.booleans(), st.integers(0, 2), st.sampled_from(["", "b"]))
ENTRIES = st.dictionaries(st.sampled_from(["a", "b:1", "c"]), st.tuples(VALUES, st.integers(NOW, NOW + 4)), max_size=3)
TAKEN = {name: Edition(name, "1.0.0", "ab", "full", "ja") for name in ("roles", "sales")}
ASSESSMENTS = st.sampled_from(sorted(TAKEN))
MADE_IN = {
    "0006": ("pictured", *(table.name for table in OF_WORKSHOP)),
    "0005": (*(table.name for table in OF_CAMPAIGN), "team_pictures"),
    "0004": ("door_attempts", "organiser_sessions", "organisers"),
    "0003": ("progress",),
    "0002": ("leases",),
}
"""The tables that each revision brought, in an order in which they can go."""


@dataclass
class ModelSheet:
    id: str
    updated: int
    assessment: str = "roles"
    answers: dict[str, Answer] = field(default_factory=dict)
    place: tuple[int, str] = (0, "")
    finished: int | None = None


@dataclass
class Person:
    """``tokens``: a device's token -> (last noted use, expiry). ``links``: a link's token -> expiry.

    ``learned``: when the progress changed last.
    """

    tokens: dict[Token, tuple[int, int]]
    sheets: list[ModelSheet]
    links: dict[Token, int] = field(default_factory=dict)
    progress: dict[str, Entry] = field(default_factory=dict)
    learned: int = 0

    def newest(self, assessment: str) -> ModelSheet | None:
        return next((sheet for sheet in reversed(self.sheets) if sheet.assessment == assessment), None)
