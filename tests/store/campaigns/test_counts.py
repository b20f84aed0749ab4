"""How many: what is told of those who did not share, which is as good as nothing."""

from __future__ import annotations

from datetime import date

import pytest

from store import Edition, Store
from tests.store.campaigns.world import finish, link_of, organiser, people, running, shared, taken
from tests.store.moments import NOW, ROLES, Clock

HOUR = 3_600_000


def test_shares_are_counted_by_level_and_by_the_campaign_s_own_day(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    tokyo = running(store, who)
    chatham = running(store, who, zone="Pacific/Chatham")
    # NOW is 17:46 UTC, which is the next day in Japan already.
    for hours, level in ((0, "guide"), (0, "traits"), (20, "guide"), (24, "took_part")):
        clock.now = NOW + hours * HOUR
        for campaign in (tokyo, chatham):
            kept = shared(store, link_of(campaign), level)  # type: ignore[arg-type]
    who = organiser(store, "Sato")
    counts = store.campaigns.counts(who, tokyo.id)
    assert (counts.invited, counts.shared) == (None, 4)
    assert counts.by_level == {"took_part": 1, "guide": 2, "fits": 0, "traits": 1}
    assert counts.shared_by_day == ((date(2030, 3, 18), 3), (date(2030, 3, 19), 1))
    # Chatham is 13:45 ahead of UTC in March.
    assert store.campaigns.counts(who, chatham.id).shared_by_day == ((date(2030, 3, 18), 2), (date(2030, 3, 19), 2))
    store.participations.withdraw(kept[0], kept[1])
    assert store.campaigns.counts(who, chatham.id).shared == 3


@pytest.mark.parametrize(("finished", "told"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10)])
def test_of_the_finished_a_multiple_of_five_is_told(store: Store, finished: int, told: int | None) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    for _ in range(finished):
        taken(store, link_of(made))
    for _ in range(3):
        store.participations.begin(link_of(made), None, ROLES)
    assert store.campaigns.counts(who, made.id).finished_at_least == told


@pytest.mark.parametrize(
    ("invited", "finished", "told"), [(9, 9, None), (10, 5, 5), (10, 4, None), (14, 14, 5), (15, 14, 10)]
)
def test_with_personal_links_five_of_the_invited_stay_open(
    store: Store, invited: int, finished: int, told: int | None
) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    for one in store.invitations.add(who, made.id, people(invited))[:finished]:
        taken(store, one.secret)
    counts = store.campaigns.counts(who, made.id)
    assert (counts.invited, counts.finished_at_least) == (invited, told)


def test_nothing_that_an_organiser_does_to_one_link_moves_the_number_by_what_that_one_did(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    links = store.invitations.add(who, made.id, people(12))
    for one in links[:5]:
        taken(store, one.secret)
    assert store.campaigns.counts(who, made.id).finished_at_least == 5
    for one in (links[0], links[11]):
        store.invitations.withdraw(who, one.id)
        assert store.campaigns.counts(who, made.id).finished_at_least == 5
        store.invitations.restore(who, one.id)
    # Opening a link that somebody finished with, and finishing it again, adds nobody.
    for _ in range(6):
        taken(store, links[0].secret)
    assert store.campaigns.counts(who, made.id).finished_at_least == 5


def test_what_counts_is_a_finished_sheet_of_the_campaign_s_assessment(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    for _ in range(4):
        taken(store, link_of(made))
    token, _ = store.sheets.begin(Edition("sales", "1.0.0", "ab", "full", "ja"))
    finish(store, token)
    older, _ = store.sheets.begin(Edition("roles", "0.9.0", "zz", "full", "ja"))
    finish(store, older)
    clock.now += 1
    for own in (token, older):
        assert store.participations.begin(link_of(made), own, ROLES).outcome == "begun"
    assert store.campaigns.counts(who, made.id).finished_at_least is None
    # The same version from before counts, as it is offered; and so does whatever is finished afterwards.
    same, _ = store.sheets.begin(ROLES)
    finish(store, same)
    clock.now += 1
    assert store.participations.begin(link_of(made), same, ROLES).outcome == "again"
    assert store.campaigns.counts(who, made.id).finished_at_least == 5
    store.sheets.reopen(same)
    assert store.campaigns.counts(who, made.id).finished_at_least is None
    finish(store, older)
    assert store.campaigns.counts(who, made.id).finished_at_least == 5
