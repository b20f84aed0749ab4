"""Campaigns: made, changed by two at once, paused, closed, copied; who has access."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest

from store import BadValue, CampaignChanged, Draft, LinkOver, NotAllowed, Store
from store.campaigns.links import CHARACTERS, LETTERS
from tests.store.campaigns.world import draft, link_of, organiser, people, running, shared, taken
from tests.store.moments import DAY, NOW, ROLES, Clock


def test_a_campaign_comes_back_as_it_was_filled_in(store: Store) -> None:
    who = organiser(store, "Sato")
    given = draft()
    made = store.campaigns.make(who, given)
    for field in fields(Draft):
        assert getattr(made, field.name) == getattr(given, field.name), field.name
    assert (made.owner, made.access, made.revision, made.standing) == ("Sato", "owner", 0, "running")
    assert made.over == given.closes + 180 * DAY
    assert (len(link_of(made)), set(link_of(made)) <= set(LETTERS)) == (CHARACTERS, True)
    assert store.campaigns.read(who, made.id) == made
    assert store.campaigns.mine(who).rows == (made,)
    assert running(store, who, links="personal").secret is None


def test_the_newest_campaign_comes_first_and_there_are_pages(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    for number in range(51):
        clock.now += 1
        running(store, who, title=f"number {number}")
    first, last = store.campaigns.mine(who), store.campaigns.mine(who, 99)
    assert [row.title for row in first.rows] == [f"number {number}" for number in range(50, 0, -1)]
    assert ([row.title for row in last.rows], last.number, last.of, last.total) == (["number 0"], 2, 2, 51)
    assert store.campaigns.mine(who, -1) == first


def test_its_standing_follows_the_clock_and_the_hand(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, opens=NOW + 1, closes=NOW + DAY)

    def standing() -> str:
        return store.campaigns.read(organiser(store, "Sato"), made.id).standing

    assert standing() == "planned"
    clock.now += 1
    assert standing() == "running"
    assert store.campaigns.pause(who, made.id, 0).standing == "paused"
    assert store.campaigns.resume(who, made.id, 1).standing == "running"
    closed = store.campaigns.close(who, made.id, 2)
    assert (closed.standing, closed.closed, standing()) == ("closed", True, "closed")
    assert store.campaigns.reopen(who, made.id, 3).standing == "running"
    clock.now = NOW + DAY - 1
    assert standing() == "running"
    clock.now += 1
    assert standing() == "closed"
    who = organiser(store, "Sato")
    with pytest.raises(BadValue, match="over") as late:
        store.campaigns.reopen(who, made.id, 4)
    assert late.value.field == "closes"
    longer = store.campaigns.change(who, made.id, draft(opens=NOW + 1, closes=NOW + 2 * DAY), 4)
    assert (longer.standing, longer.revision) == ("running", 5)


def test_what_changes_nothing_is_no_change(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    assert store.campaigns.change(who, made.id, draft(), 0) == made
    assert store.campaigns.resume(who, made.id, 0) == made
    assert [entry.action for entry in store.audit.page(who, made.id).rows] == ["made"]


def test_of_two_who_change_at_once_the_later_one_sees_what_changed(store: Store) -> None:
    owner, editor = organiser(store, "owner"), organiser(store, "editor")
    made = running(store, owner)
    store.campaigns.admit(owner, made.id, "editor", "editor")
    changed = store.campaigns.change(owner, made.id, draft(title="one"), made.revision)
    with pytest.raises(CampaignChanged) as late:
        store.campaigns.change(editor, made.id, draft(title="two"), made.revision)
    current = late.value.current
    assert (current.title, current.revision, current.access) == ("one", changed.revision, "editor")
    for operation in (store.campaigns.pause, store.campaigns.close, store.campaigns.reopen, store.campaigns.resume):
        with pytest.raises(CampaignChanged):
            operation(editor, made.id, made.revision)
    assert store.campaigns.change(editor, made.id, draft(title="two"), current.revision).title == "two"
    assert store.campaigns.read(owner, made.id).title == "two"


FIXED = {"assessment": "sales", "form": "quick", "links": "personal", "opens": NOW - 2 * DAY}


@pytest.mark.parametrize("field", FIXED)
def test_what_is_asked_is_fixed_once_an_open_link_has_opened(store: Store, field: str) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    with pytest.raises(BadValue) as refused:
        store.campaigns.change(who, made.id, draft(**{field: FIXED[field]}), 0)
    assert refused.value.field == field
    assert store.campaigns.read(who, made.id) == made


def test_before_it_opens_everything_can_change(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, opens=NOW + DAY)
    old = link_of(made)
    changed = store.campaigns.change(who, made.id, draft(assessment="sales", form="quick", links="personal"), 0)
    assert (changed.assessment, changed.form, changed.links, changed.secret) == ("sales", "quick", "personal", None)
    with pytest.raises(LinkOver, match="nothing"):
        store.participations.look(old)
    again = store.campaigns.change(who, made.id, draft(), 1)
    assert link_of(again) != old
    assert store.participations.look(link_of(again)).campaign.id == made.id


def test_whether_anybody_began_decides_nothing(store: Store) -> None:
    """The same refusals, and the same changes let through, whether somebody began or nobody did."""
    who = organiser(store, "Sato")
    answers: list[list[str]] = []
    for begun in (False, True):
        open_one, personal = running(store, who), running(store, who, links="personal", most=1)
        (invitation,) = store.invitations.add(who, personal.id, people(1))
        if begun:
            taken(store, link_of(open_one))
            taken(store, invitation.secret)
        told = []
        for campaign, base in ((open_one, {}), (personal, {"links": "personal", "most": 1})):
            for field, value in {**FIXED, "links": "open" if base else "personal", "title": "other", "most": 5}.items():
                try:
                    now = store.campaigns.read(who, campaign.id).revision
                    store.campaigns.change(who, campaign.id, draft(**{**base, field: value}), now)
                    told.append(f"{field} done")
                except BadValue as refused:
                    told.append(str(refused.field))
        for secret in (link_of(open_one), invitation.secret):
            told.append(repr(store.participations.look(secret).begun))
            told.append(store.participations.begin(secret, None, ROLES).outcome)
        told.append(repr(store.campaigns.counts(who, personal.id)))
        told.append(repr(store.campaigns.delete(who, personal.id)).split("at=")[0])
        answers.append(told)
    assert answers[0] == answers[1]
    assert "assessment" in answers[0]


def test_personal_links_are_fixed_once_somebody_is_invited(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal", most=3)
    changed = store.campaigns.change(who, made.id, draft(links="personal", most=3, form="quick"), 0)
    assert changed.form == "quick"
    invited = store.invitations.add(who, made.id, people(2))
    for field, value in {"form": "full", "most": 1}.items():
        filled = {"links": "personal", "most": 3, "form": "quick"}
        with pytest.raises(BadValue) as refused:
            store.campaigns.change(who, made.id, draft(**{**filled, field: value}), 1)
        assert refused.value.field == field
    store.invitations.withdraw(who, invited[0].id)
    assert store.campaigns.change(who, made.id, draft(links="personal", most=1, form="quick"), 1).most == 1


def test_a_copy_has_texts_and_settings_and_nobody_in_it(store: Store, clock: Clock) -> None:
    owner, editor = organiser(store, "owner"), organiser(store, "editor")
    made = running(store, owner, keep_days=30, most=7)
    store.campaigns.admit(owner, made.id, "editor", "editor")
    shared(store, link_of(made))
    store.campaigns.pause(owner, made.id, 0)
    clock.now += 5 * DAY
    editor = organiser(store, "editor")
    copied = store.campaigns.copy(editor, made.id, " 秋の採用 ")
    assert (copied.title, copied.owner, copied.revision, copied.standing) == ("秋の採用", "editor", 0, "running")
    assert (copied.opens, copied.closes - copied.opens) == (clock.now, made.closes - made.opens)
    assert copied.over - copied.closes == 30 * DAY
    assert link_of(copied) != link_of(made)
    same = ("texts", "assessment", "form", "language", "zone", "keep_days", "most", "links", "core")
    assert {name: getattr(copied, name) for name in same} == {name: getattr(made, name) for name in same}
    assert store.campaigns.counts(editor, copied.id).shared == 0
    with pytest.raises(NotAllowed):
        store.campaigns.read(organiser(store, "owner"), copied.id)


def test_colleagues_are_admitted_changed_and_dismissed(store: Store) -> None:
    owner = organiser(store, "Owner")
    editor = organiser(store, "Tanaka")
    made = running(store, owner)
    store.campaigns.admit(owner, made.id, " ＴＡＮＡＫＡ ", "reader")
    assert store.campaigns.read(editor, made.id).access == "reader"
    store.campaigns.admit(owner, made.id, "tanaka", "editor")
    assert [(one.name, access) for one, access in store.campaigns.members(editor, made.id)] == [
        ("Owner", "owner"),
        ("Tanaka", "editor"),
    ]
    assert store.campaigns.read(editor, made.id).owner == "Owner"
    refused: list[Callable[[], None]] = [
        lambda: store.campaigns.admit(owner, made.id, "nobody", "reader"),
        lambda: store.campaigns.admit(owner, made.id, "owner", "reader"),
        lambda: store.campaigns.admit(owner, made.id, "", "reader"),
        lambda: store.campaigns.dismiss(owner, made.id, "owner"),
        lambda: store.campaigns.dismiss(owner, made.id, "nobody"),
    ]
    for call in refused:
        with pytest.raises(BadValue) as said:
            call()
        assert said.value.field == "name"
    with pytest.raises(BadValue) as said:
        store.campaigns.admit(owner, made.id, "Tanaka", "owner")  # type: ignore[arg-type]
    assert said.value.field == "access"
    store.campaigns.dismiss(owner, made.id, "Tanaka")
    with pytest.raises(NotAllowed):
        store.campaigns.read(editor, made.id)
    with pytest.raises(BadValue):
        store.campaigns.dismiss(owner, made.id, "Tanaka")
