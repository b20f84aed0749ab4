"""What an organiser fills in is let in or refused, with the field that the refusal is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from store import BadValue, CoreQuestion, Store
from store.campaigns.drafts import check_draft
from tests.store.campaigns.world import ENGLISH, TEXTS, draft, organiser
from tests.store.moments import DAY, NOW

LONG = "あ"
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("title", {"title": ""}),
    ("title", {"title": " \n "}),
    ("title", {"title": LONG * 121}),
    ("title", {"title": "two\nlines"}),
    ("title", {"title": "a\x00b"}),
    ("title", {"title": "a\x1bb"}),
    ("title", {"title": "safe\u202egpj.exe"}),
    ("title", {"title": "\u2066x"}),
    ("title", {"title": "\ud800"}),
    ("title", {"title": None}),
    ("texts", {"texts": {}}),
    ("texts", {"texts": {"no language!": TEXTS}}),
    ("texts", {"texts": {f"x{chr(97 + n)}": TEXTS for n in range(11)}}),
    ("sender.ja", {"texts": {"ja": replace(TEXTS, sender="")}}),
    ("sender.en", {"texts": {"ja": TEXTS, "en": replace(ENGLISH, sender="x" * 121)}}),
    ("purpose.ja", {"texts": {"ja": replace(TEXTS, purpose=" ")}}),
    ("purpose.ja", {"texts": {"ja": replace(TEXTS, purpose="x" * 2001)}}),
    ("contact.ja", {"texts": {"ja": replace(TEXTS, contact="x" * 301)}}),
    ("message.ja", {"texts": {"ja": replace(TEXTS, message="x" * 4001)}}),
    ("consent.ja", {"texts": {"ja": replace(TEXTS, consent="\u200fx")}}),
    ("assessment", {"assessment": "../roles"}),
    ("form", {"form": ""}),
    ("language", {"language": "fr"}),
    ("language", {"language": "<b>"}),
    ("zone", {"zone": "Asia"}),
    ("zone", {"zone": "Mars/Olympus"}),
    ("zone", {"zone": "../../etc/passwd"}),
    ("zone", {"zone": ""}),
    ("opens", {"opens": -1}),
    ("opens", {"opens": True}),
    ("opens", {"opens": 1.5}),
    ("closes", {"closes": NOW - DAY}),
    ("closes", {"closes": NOW + 400 * DAY}),
    ("closes", {"opens": NOW - 399 * DAY, "closes": NOW - 398 * DAY, "keep_days": 1}),
    ("keep_days", {"keep_days": 0}),
    ("keep_days", {"keep_days": 731}),
    ("most", {"most": 0}),
    ("most", {"most": 10_001}),
    ("links", {"links": "both"}),
    ("core", {"core": (CoreQuestion({"ja": "x"}),) * 21}),
    ("core.1", {"core": (CoreQuestion({}),)}),
    ("core.2", {"core": (CoreQuestion({"ja": "x"}), CoreQuestion({"ja": ""}))}),
    ("core.1", {"core": (CoreQuestion({"ja": "x" * 501}),)}),
    ("core.1", {"core": (CoreQuestion({"ja": "x"}, low={"ja": "\u202e"}),)}),
]


@pytest.mark.parametrize(("field", "changes"), REFUSED, ids=[f"{n}-{field}" for n, (field, _) in enumerate(REFUSED)])
def test_a_refusal_names_its_field(field: str, changes: dict[str, Any]) -> None:
    with pytest.raises(BadValue) as refused:
        check_draft(draft(**changes), NOW)
    assert refused.value.field == field
    longest = max((str(value) for value in changes.values()), key=len)
    assert len(longest) < 20 or longest not in str(refused.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": LONG * 120},
        {"title": "<script>alert(1)</script> =1+1 %_\\ 👩‍👩‍👧"},
        {"texts": {"zh-Hant": replace(TEXTS, message="x" * 4000, purpose="行\r\n次の行\tx", consent="x" * 4000)}},
        {"opens": NOW, "closes": NOW + 400 * DAY, "keep_days": 730, "most": 10_000},
        {"core": (CoreQuestion({"ja": "x" * 500}),) * 20},
        {"zone": "Pacific/Chatham"},
        {"language": "en"},
    ],
)
def test_what_is_just_within_the_limits_comes_back_as_it_was(store: Store, changes: dict[str, Any]) -> None:
    who = organiser(store, "Sato")
    made = store.campaigns.make(who, draft(**changes))
    for name, value in changes.items():
        if name != "texts":
            assert getattr(made, name) == value
    if "texts" in changes:
        assert made.texts["zh-Hant"].purpose == "行\n次の行\tx"
    assert store.campaigns.read(who, made.id) == made


def test_a_new_campaign_has_not_closed_already(store: Store) -> None:
    who = organiser(store, "Sato")
    with pytest.raises(BadValue) as refused:
        store.campaigns.make(who, draft(opens=NOW - 9 * DAY, closes=NOW))
    assert refused.value.field == "closes"
    assert store.campaigns.mine(who).total == 0


def test_nothing_is_half_made(store: Store) -> None:
    who = organiser(store, "Sato")
    made = store.campaigns.make(who, draft())
    calls: list[Callable[[], object]] = [
        lambda: store.campaigns.make(who, draft(title="")),
        lambda: store.campaigns.change(who, made.id, draft(title="fine", zone="nowhere"), 0),
        lambda: store.campaigns.copy(who, made.id, ""),
    ]
    for call in calls:
        with pytest.raises(BadValue):
            call()
    assert store.campaigns.mine(who).rows == (made,)
