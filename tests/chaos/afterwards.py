"""What the store must hold when the chaos is over, read past the site."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from store import Token, open_store
from store.operating.stats import stats
from tests.chaos.respondent import Respondent
from tests.store.outbox.test_kills import no_item_stands_twice


def check(database: str, crowd: Iterable[Respondent]) -> int:
    """Every acknowledged answer is there with its value, once, and nothing that its respondent never gave.

    Gives the number of answers compared.
    """
    compared = 0
    people = list(crowd)
    with closing(open_store(database)) as store:
        for person in people:
            (sheet,) = store.sheets.history(Token(person.token))
            assert sheet.state == "open"
            for item, code in person.acknowledged.items():
                assert sheet.codes.get(item) in {code} | person.unheard.get(item, set()), "an acknowledged answer"
                compared += 1
            for item, code in sheet.codes.items():
                given = {person.acknowledged.get(item)} | person.unheard.get(item, set())
                assert code in given, "an answer that this respondent never gave"
        assert sum(stats(store).sheets.values()) == len(people)
        assert stats(store).rows["respondents"] == len(people)
        assert no_item_stands_twice(store)
    return compared
