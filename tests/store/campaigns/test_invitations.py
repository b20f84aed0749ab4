"""Personal links: added all or none, found again, withdrawn and restored."""

from __future__ import annotations

import re

import pytest

from store import BadValue, Invited, LinkOver, Store
from tests.store.campaigns.world import organiser, people, running, shared, taken
from tests.store.moments import ROLES


def test_each_person_has_a_link_of_their_own(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    added = store.invitations.add(who, made.id, people(3))
    assert [(one.name, one.address, one.reference) for one in added] == [
        (f"応募 {number}", f"p{number}@example.jp", f"ref-{number}") for number in (1, 2, 3)
    ]
    assert all(re.fullmatch(r"[0-9a-hjkmnp-tv-z]{26}", one.secret) for one in added)
    assert len({one.secret for one in added}) == 3
    assert store.invitations.all(who, made.id) == added
    more = store.invitations.add(who, made.id, people(1))
    assert store.invitations.all(who, made.id) == (*added, *more)
    assert store.invitations.add(who, made.id, []) == ()
    assert [one.subject for one in store.audit.page(who, made.id).rows if one.action == "invited"] == ["1", "3"]


def test_all_or_none(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal", most=5)
    store.invitations.add(who, made.id, people(2))
    refused = {
        "most": people(4),
        "name.2": [Invited("x"), Invited(" ", "", "")],
        "name.1": [Invited("x" * 121)],
        "address.3": [Invited("x"), Invited("y"), Invited("z", "a\nb@example.jp")],
        "reference.1": [Invited("x", "", "\u202e1")],
    }
    for field, given in refused.items():
        with pytest.raises(BadValue) as said:
            store.invitations.add(who, made.id, given)
        assert said.value.field == field
    assert len(store.invitations.all(who, made.id)) == 2
    store.invitations.add(who, made.id, people(3))
    with pytest.raises(BadValue) as said:
        store.invitations.add(who, running(store, who).id, people(1))
    assert said.value.field == "links"


def test_they_are_found_without_regard_to_case_and_width_and_page_by_page(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    odd = [
        Invited("山田 花子", "Hanako@Example.JP", "A-1"),
        Invited("ﾔﾏﾀﾞ ﾀﾛｳ", "", "100%_sure"),
        Invited("Ｊörg Straße", "j@x.example", "back\\slash"),
    ]
    added = store.invitations.add(who, made.id, [*people(120), *odd])
    share = shared(store, added[121].secret)[2]

    def found(search: str, state: str | None = None) -> list[int]:
        pages = store.invitations.page(who, made.id, 1, search, state)  # type: ignore[arg-type]
        assert pages.total == len(pages.rows)
        return [added.index(one) if one in added else -1 for one in pages.rows]

    assert found("HANAKO@example") == found("花子 山田") == found(" ａ-１ ") == [120]
    assert found("ヤマダ") == [-1]  # it has shared by now, and so is another value than the one that was added
    assert found("100%_SURE") == [-1]
    assert found("0%_s") == [-1]
    assert found("STRASSE") == found("back\\") == found("jörg") == [122]
    assert (found("p%"), found("_")) == ([], [-1])
    assert found("nobody") == found("\x00nobody\ud800") == []
    assert found("", "shared") == [-1]
    rest = store.invitations.page(who, made.id, 3, "", "not_shared")
    assert (rest.total, rest.of, len(rest.rows)) == (122, 3, 22)
    second = store.invitations.page(who, made.id, 2)
    assert (second.total, second.number, second.of) == (123, 2, 3)
    assert second.rows == added[50:100]
    assert share.invitation == added[121].id


def test_a_withdrawn_link_begins_nothing_until_it_is_restored(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal", most=2)
    first, second = store.invitations.add(who, made.id, people(2))
    token, _, _ = taken(store, first.secret)
    store.invitations.withdraw(who, first.id)
    store.invitations.withdraw(who, first.id)
    with pytest.raises(LinkOver) as over:
        store.participations.look(first.secret)
    assert (over.value.why, over.value.offer) == ("withdrawn", None)
    with pytest.raises(LinkOver):
        store.participations.begin(first.secret, None, ROLES)
    assert store.participations.begin(first.secret, token, ROLES).outcome == "again"
    assert store.campaigns.counts(who, made.id).invited == 1
    assert [one.withdrawn for one in store.invitations.all(who, made.id)] == [True, False]
    (third,) = store.invitations.add(who, made.id, people(1))
    with pytest.raises(BadValue) as full:
        store.invitations.restore(who, first.id)
    assert full.value.field == "most"
    store.invitations.withdraw(who, third.id)
    store.invitations.restore(who, first.id)
    assert store.participations.look(first.secret).personal
    actions = [entry.action for entry in store.audit.page(who, made.id).rows]
    assert actions.count("invitation_withdrawn") == 2
    assert actions.count("invitation_restored") == 1
    assert second.secret != first.secret
