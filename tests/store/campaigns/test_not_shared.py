"""What a candidate did not share, or took back, is in nothing that an organiser can get: looked for by unique marks."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from store import Answer, Level, Scores, Store, Token, open_store
from tests.examples import examples
from tests.store.campaigns.everything import everything
from tests.store.campaigns.world import content, link_of, organiser, people, running
from tests.store.moments import NOW, ROLES, Clock

LEVELS: tuple[Level, ...] = ("took_part", "guide", "fits", "traits")
_numbers = itertools.count(100_000)


def mark() -> str:
    return f"mark{next(_numbers)}"


@dataclass
class Candidate:
    """Somebody with marks in their answers and scores, and in whatever they chose to share at some time."""

    token: Token
    participation: str
    sheet: str
    hidden: set[str]
    shown: set[str] = field(default_factory=set)


def candidate(store: Store, link: str) -> Candidate:
    begun = store.participations.begin(link, None, ROLES)
    assert begun.token is not None
    assert begun.sheet is not None
    answer, score, best = mark(), next(_numbers), mark()
    store.sheets.save(begun.token, [Answer("q1", answer, NOW)])
    scores = Scores("clear", best, score / 1000, {"a_score": score / 1000})
    store.sheets.finish(begun.token, scores)
    return Candidate(begun.token, begun.participation, begun.sheet.id, {answer, best, str(score / 1000)})


def share(store: Store, who: Candidate, level: Level, named: bool, noted: bool) -> None:
    """In place of what was shared before, which is not to be had any more."""
    name, note, words, left_out = mark(), mark(), mark(), mark()
    held = content(level, words)
    who.hidden |= who.shown | {left_out}
    who.shown = {words} if level != "took_part" else set()
    for chosen, text in ((named, name), (noted, note)):
        (who.shown if chosen else who.hidden).add(text)
    store.participations.share(
        who.token,
        who.participation,
        level,
        name=name if named else "",
        note=note if noted else "",
        content=held,
        sheet=who.sheet,
    )


def hide(who: Candidate) -> None:
    who.hidden |= who.shown
    who.shown = set()


@settings(max_examples=examples(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(some.data())
def test_only_what_is_shared_now_is_to_be_had(tmp_path_factory: Any, data: some.DataObject) -> None:
    folder: Path = tmp_path_factory.mktemp("store")
    store = open_store(f"sqlite:///{folder}/fit.db", clock=Clock())
    try:
        _walk(store, data)
    finally:
        store.close()


def test_the_same_on_either_database(store: Store) -> None:
    who = organiser(store, "jinji")
    campaign = running(store, who)
    key = store.keys.make(who, campaign.id, "ATS")[1]
    for level in LEVELS:
        one = candidate(store, link_of(campaign))
        share(store, one, level, named=True, noted=True)
        share(store, one, "took_part", named=False, noted=True)
        _holds(everything(store, who, campaign.id, key), [one])


def _walk(store: Store, data: some.DataObject) -> None:
    who, personal = organiser(store, "jinji"), data.draw(some.booleans())
    campaign = running(store, who, links="personal" if personal else "open")
    key = store.keys.make(who, campaign.id, "ATS")[1]
    number = data.draw(some.integers(1, 5))
    if personal:
        links = [one.secret for one in store.invitations.add(who, campaign.id, people(number))]
    else:
        links = [link_of(campaign)] * number
    everyone = [candidate(store, link) for link in links]
    for _ in range(data.draw(some.integers(0, 10))):
        one = data.draw(some.sampled_from(everyone))
        step = data.draw(some.sampled_from(["share", "withdraw", "delete"]))
        if step == "share":
            share(
                store,
                one,
                *(data.draw(some.sampled_from(options)) for options in (LEVELS, (True, False), (True, False))),
            )
        elif step == "withdraw" and one.shown:
            store.participations.withdraw(one.token, one.participation)
            hide(one)
        elif step == "delete" and len(everyone) > 1:
            store.rights.forget(one.token)
            hide(one)
            everyone.remove(one)
            _holds(everything(store, who, campaign.id, key), [one])
    _holds(everything(store, who, campaign.id, key), everyone)


def _holds(seen: str, everyone: list[Candidate]) -> None:
    for one in everyone:
        assert [text for text in one.hidden if text in seen] == []
        assert [text for text in one.shown if text not in seen] == []
        assert one.participation not in seen
        assert one.sheet not in seen
