"""Keys for other systems: shown once, of one campaign, slowed down, withdrawn. And the log, and pictures of teams."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select

from store import BadValue, NotAllowed, Store, TooMany
from store.campaigns.keys import A_MINUTE, MOST_KEYS
from store.database.campaign_tables import campaign_keys
from tests.store.campaigns.world import draft, organiser, people, running, shared
from tests.store.moments import NOW, Clock


def test_a_key_makes_links_and_fetches_what_was_shared_of_its_campaign_only(store: Store) -> None:
    who = organiser(store, "Sato")
    made, other = (running(store, who, links="personal", most=3) for _ in range(2))
    key, secret = store.keys.make(who, made.id, " 採用システム ")
    assert (key.label, secret[:4], secret.startswith(key.prefix), key.last_used) == ("採用システム", "fit_", True, None)
    assert store.keys.all(who, made.id) == (key,)
    assert store.keys.with_key(secret).campaign == made.id
    added = store.keys.add_by_key(secret, made.id, people(2)).links
    assert store.invitations.all(who, made.id) == added
    share = shared(store, added[0].secret)[2]
    assert store.keys.shared_by_key(secret, made.id) == (share,)
    with pytest.raises(BadValue):
        store.keys.add_by_key(secret, made.id, people(4))
    for wrong in (other.id, "0" * 32, "", "'"):
        with pytest.raises(NotAllowed):
            store.keys.add_by_key(secret, wrong, people(1))
        with pytest.raises(NotAllowed):
            store.keys.shared_by_key(secret, wrong)
    for guessed in ("", "fit_", "fit_" + "x" * 43, secret[:-1], secret + "x", secret.upper(), "é"):
        for call in (
            lambda given=guessed: store.keys.with_key(given),
            lambda given=guessed: store.keys.add_by_key(given, made.id, people(1)),
            lambda given=guessed: store.keys.shared_by_key(given, made.id),
        ):
            with pytest.raises(NotAllowed):
                call()
    assert len(store.invitations.all(who, made.id)) == 2
    log = [(entry.who, entry.action, entry.subject) for entry in store.audit.page(who, made.id).rows]
    assert log == [
        ("採用システム", "api_shared", ""),
        ("採用システム", "api_links", "2"),
        ("Sato", "key_made", key.id),
        ("Sato", "made", ""),
    ]
    store.keys.withdraw(who, key.id)
    with pytest.raises(NotAllowed):
        store.keys.shared_by_key(secret, made.id)
    assert store.keys.all(who, made.id) == ()


def test_of_a_key_the_hash_alone_is_stored(store: Store) -> None:
    who = organiser(store, "Sato")
    _, secret = store.keys.make(who, running(store, who).id, "system")
    (row,) = store.read(lambda connection: connection.execute(select(campaign_keys)).mappings().all())
    assert row["hash"] == sha256(secret.encode()).hexdigest()
    assert secret not in repr(row)


def test_sixty_requests_a_minute(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    _, secret = store.keys.make(who, made.id, "one")
    _, other = store.keys.make(who, made.id, "two")
    for _ in range(A_MINUTE - 1):
        store.keys.with_key(secret)
    clock.now += 40_000
    store.keys.shared_by_key(secret, made.id)
    for _ in range(3):
        with pytest.raises(TooMany) as slow:
            store.keys.shared_by_key(secret, made.id)
        assert slow.value.wait_ms == 20_000
    with pytest.raises(TooMany):
        store.keys.with_key(secret)
    store.keys.with_key(other)
    clock.now += 20_000
    store.keys.with_key(secret)
    clock.now -= 100_000
    store.keys.with_key(secret)


def test_the_last_use_is_noted_now_and_then(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    _, secret = store.keys.make(who, made.id, "one")
    seen = []
    for ms in (0, 299_999, 1):
        clock.now += ms
        store.keys.with_key(secret)
        seen.append(store.keys.all(who, made.id)[0].last_used)
    begun = datetime.fromtimestamp(NOW / 1000, UTC)
    assert seen == [begun, begun, begun + timedelta(minutes=5)]


def test_labels_and_number_of_keys_have_limits(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    for label in ("", "x" * 81, "a\nb", "\u202e"):
        with pytest.raises(BadValue):
            store.keys.make(who, made.id, label)
    for _ in range(MOST_KEYS):
        store.keys.make(who, made.id, "x")
    with pytest.raises(BadValue):
        store.keys.make(who, made.id, "x")


def test_the_log_tells_who_did_what_and_cannot_be_written_by_hand(store: Store, clock: Clock) -> None:
    who, editor = organiser(store, "Sato"), organiser(store, "Abe")
    made = running(store, who, links="personal")
    store.campaigns.admit(who, made.id, "Abe", "editor")
    (invitation,) = store.invitations.add(who, made.id, people(1))
    share = shared(store, invitation.secret, name="Hanako")[2]
    clock.now += 1000
    store.audit.note(editor, made.id, "opened", share.id)
    store.audit.note(editor, made.id, "exported", "1", {"format": "xlsx"})
    store.campaigns.change(editor, made.id, draft(links="personal", title="two", keep_days=9), 0)
    newest = store.audit.page(who, made.id).rows
    assert [(entry.who, entry.action, entry.subject, entry.detail) for entry in newest] == [
        ("Abe", "changed", "", {"fields": "keep_days,title"}),
        ("Abe", "exported", "1", {"format": "xlsx"}),
        ("Abe", "opened", share.id, None),
        ("Sato", "invited", "1", None),
        ("Sato", "member_admitted", "", {"access": "editor"}),
        ("Sato", "made", "", None),
    ]
    assert newest[0].moment - newest[-1].moment == timedelta(seconds=1)
    for action, subject, detail in (
        ("changed", "", None),
        ("made", "", None),
        ("", "", None),
        ("opened", "山田 花子", None),
        ("opened", "hanako@example.jp", None),
        ("opened", "x" * 65, None),
        ("opened", "1", {"x": "y" * 3000}),
    ):
        with pytest.raises(BadValue):
            store.audit.note(who, made.id, action, subject, detail)
    for _ in range(46):
        store.audit.note(who, made.id, "listed", "3")
    page = store.audit.page(who, made.id, 2)
    assert (page.total, page.of, [entry.action for entry in page.rows]) == (52, 2, ["member_admitted", "made"])
    assert "Hanako" not in repr([*store.audit.page(who, made.id).rows, *page.rows])


def test_a_picture_of_a_team_is_kept_for_its_maker_alone(store: Store, clock: Clock) -> None:
    who, other = organiser(store, "Sato"), organiser(store, "Abe")
    first = store.team_pictures.keep(who, " 営業一課 ", "roles", "1.0.0", {"pace": [10, 20.5, None]})
    clock.now += 1
    second = store.team_pictures.keep(who, "営業二課", "roles", "1.0.0", {})
    assert (first.title, first.content) == ("営業一課", {"pace": [10, 20.5, None]})
    assert store.team_pictures.mine(who) == (second, first)
    assert store.team_pictures.mine(other) == ()
    with pytest.raises(NotAllowed):
        store.team_pictures.delete(other, first.id)
    store.team_pictures.delete(who, first.id)
    with pytest.raises(NotAllowed):
        store.team_pictures.delete(who, first.id)
    assert store.team_pictures.mine(who) == (second,)
    refused: list[tuple[Any, ...]] = [
        ("", "roles", "1", {}),
        ("x", "../", "1", {}),
        ("x", "roles", "", {}),
        ("x", "roles", "1", []),
        ("x", "roles", "1", {"x": "y" * 200_000}),
    ]
    for given in refused:
        with pytest.raises(BadValue):
            store.team_pictures.keep(who, *given)
