"""Several at once: of two devices on one link, two organisers on one campaign, a deletion in the middle."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, select

from store import BadValue, CampaignChanged, LinkOver, NotAllowed, Store, StoreError, TooMany
from store.campaigns.deletion import rows_left
from store.campaigns.keys import A_MINUTE
from store.database.campaign_tables import audit, participations, shares
from store.operating.purge import purge
from tests.store.campaigns.world import content, draft, link_of, organiser, people, running, taken
from tests.store.moments import NOW, ROLES, Clock


def at_once(calls: Sequence[Callable[[], object]]) -> list[Any]:
    """What each call gave or raised, all of them let go together."""
    gate = threading.Barrier(len(calls))
    given: list[Any] = [None] * len(calls)

    def run(number: int, call: Callable[[], object]) -> None:
        gate.wait()
        try:
            given[number] = call()
        except StoreError as refused:
            given[number] = refused

    threads = [threading.Thread(target=run, args=(number, call)) for number, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def count(store: Store, table: Any) -> int:
    return int(store.read(lambda connection: connection.execute(select(func.count()).select_from(table)).scalar_one()))


def test_devices_that_open_one_personal_link_together_and_share_together(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    (invitation,) = store.invitations.add(who, made.id, people(1))
    begun = at_once([lambda: store.participations.begin(invitation.secret, None, ROLES)] * 6)
    assert [one.outcome for one in begun] == ["begun"] * 6
    assert (
        len({one.participation for one in begun}) == len({one.token for one in begun}) == count(store, participations)
    )
    done = [taken(store, invitation.secret, one.token) for one in begun]

    def share(token: Any, participation: str, sheet: str) -> object:
        given = content("guide")
        return store.participations.share(token, participation, "guide", name="", note="", content=given, sheet=sheet)

    shared = at_once([lambda one=one: share(*one) for one in done])
    assert sorted(one.why if isinstance(one, LinkOver) else one.level for one in shared) == ["guide"] + ["used"] * 5
    assert count(store, shares) == 1


def test_one_device_in_several_tabs_takes_part_once(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    token = store.devices.begin_visitor()
    begun = at_once([lambda: store.participations.begin(link_of(made), token, ROLES)] * 6)
    assert len({one.participation for one in begun}) == len({one.sheet.id for one in begun}) == 1
    assert count(store, participations) == 1
    _, participation, sheet = taken(store, link_of(made), token)

    def share(name: str) -> object:
        given: dict[str, Any] = {"name": name, "note": "", "content": content("guide"), "sheet": sheet}
        return store.participations.share(token, participation, "guide", **given)

    shared = at_once([lambda name=name: share(name) for name in "abcdef"])
    assert len({one.id for one in shared}) == count(store, shares) == 1


def test_of_editors_who_change_at_once_one_does(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    given = at_once([lambda n=n: store.campaigns.change(who, made.id, draft(title=f"t{n}"), 0) for n in range(6)])
    late = [one for one in given if isinstance(one, CampaignChanged)]
    (done,) = (one for one in given if not isinstance(one, CampaignChanged))
    assert [one.current for one in late] == [done] * 5
    assert store.campaigns.read(who, made.id) == done


def test_lists_that_arrive_together_never_exceed_the_most(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal", most=10)
    given = at_once([lambda: store.invitations.add(who, made.id, people(4))] * 5)
    assert sum(isinstance(one, BadValue) for one in given) == 3
    everybody = store.invitations.all(who, made.id)
    assert len(everybody) == 8
    assert {one for added in given if isinstance(added, tuple) for one in added} == set(everybody)


def test_the_log_has_no_gap_and_no_number_twice(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    at_once([lambda n=n: store.audit.note(who, made.id, "listed", str(n)) for n in range(12)])
    numbers = store.read(lambda c: c.execute(select(audit.c.number).order_by(audit.c.number)).scalars().all())
    assert list(numbers) == list(range(1, 14))


def test_of_requests_that_arrive_together_as_many_pass_as_may(store: Store) -> None:
    who = organiser(store, "Sato")
    _, secret = store.keys.make(who, running(store, who).id, "system")

    def several() -> list[bool]:
        passed = []
        for _ in range(12):
            try:
                store.keys.with_key(secret)
                passed.append(True)
            except TooMany:
                passed.append(False)
        return passed

    given = at_once([several] * 6)
    assert sum(sum(one) for one in given) == A_MINUTE


def check_in_the_middle(store: Store, end: Callable[[], object], campaign: str, secret: str) -> None:
    """While candidates begin and share, everything goes: each of them is refused with a sentence or is gone too."""
    running_on, refused = threading.Event(), list[StoreError]()

    def candidate() -> None:
        running_on.set()
        while True:
            try:
                token, part, sheet = taken(store, secret)
                given: dict[str, Any] = {"name": "", "note": "", "content": content("guide"), "sheet": sheet}
                store.participations.share(token, part, "guide", **given)
                store.participations.withdraw(token, part)
                store.participations.share(token, part, "guide", **given)
                store.rights.forget(token)
            except StoreError as over:
                refused.append(over)
                return

    threads = [threading.Thread(target=candidate) for _ in range(4)]
    for thread in threads:
        thread.start()
    running_on.wait()
    end()
    for thread in threads:
        thread.join()
    # What was being written when its time came goes with the next purge.
    purge(store)
    assert {type(one) for one in refused} <= {LinkOver, NotAllowed}, refused
    assert store.read(lambda connection: rows_left(connection, campaign)) == 0


def test_a_campaign_is_deleted_while_candidates_begin_and_share(store: Store) -> None:
    who = organiser(store, "Sato")
    for _ in range(3):
        made = running(store, who)
        check_in_the_middle(store, lambda made=made: store.campaigns.delete(who, made.id), made.id, link_of(made))


def test_the_purge_takes_a_campaign_while_candidates_begin_and_share(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, opens=NOW - 1, closes=NOW + 1000, keep_days=1)

    def end() -> None:
        clock.now = made.over
        purge(store)

    check_in_the_middle(store, end, made.id, link_of(made))
