"""Looking at an invitation and taking it up: what is told, what is not, and whose answers stay whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from people.candidate import asked as asking
from people.candidate import beginning as begins
from people.candidate.asked import look, texts_in
from people.candidate.beginning import Beginning, begin
from people.respondent.editions import edition
from store import Invited, Store, StoreDown, Token
from store.campaigns.links import new_link_secret
from tests.people.candidate.world import (
    DAY,
    SHIPPED,
    answer_and_finish,
    campaign,
    now_ms,
    organiser,
    secret_of,
    store,
)

__all__ = ["store"]
FILES = {SHIPPED.id: SHIPPED}


def taken_up(link: str, own: Token | None = None, **given: bool) -> Beginning:
    return begin(own, link, FILES, "ja", **given)


def test_an_open_invitation_is_shown_and_looking_changes_nothing(store: Store) -> None:
    made = campaign(store, organiser(store))
    before = store.campaigns.counts(organiser(store), made.id)
    for link in (secret_of(made), f"#{secret_of(made).upper()}。"):
        asked = look(None, link)
        assert asked.offer is not None
        assert (asked.why, asked.away, asked.offer.begun, asked.offer.personal) == (None, False, False, False)
        assert texts_in(asked.offer.campaign, "en").sender == "Aozora Trading, HR"
        assert texts_in(asked.offer.campaign, "fr").sender == "青空商事 人事部"
    assert store.campaigns.counts(organiser(store), made.id) == before
    assert secret_of(made) not in repr(asked)


def test_a_mangled_link_has_no_secret(store: Store) -> None:
    assert look(None, "https://example.org/").secret is None
    assert taken_up("x" * 25).outcome == "over"


def test_unknown_and_withdrawn_are_told_alike(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    (one,) = store.invitations.add(who, made.id, [Invited("山田")])
    store.invitations.withdraw(who, one.id)
    told = {(asked.offer, asked.why, asked.away) for asked in (look(None, one.secret), look(None, new_link_secret()))}
    assert told == {(None, "unknown", False)}
    begun = {(b.outcome, b.asked.why, b.asked.offer) for b in (taken_up(one.secret), taken_up(new_link_secret()))}
    assert begun == {("over", "unknown", None)}


@pytest.mark.parametrize(
    ("why", "made"),
    [
        ("planned", lambda store, who: campaign(store, who, opens=now_ms() + DAY)),
        ("paused", lambda store, who: store.campaigns.pause(who, (one := campaign(store, who)).id, one.revision)),
        ("closed", lambda store, who: store.campaigns.close(who, (one := campaign(store, who)).id, one.revision)),
    ],
)
def test_why_nothing_can_be_begun_is_told_with_who_asks(store: Store, why: str, made: Callable[..., object]) -> None:
    link = secret_of(made(store, organiser(store)))  # type: ignore[arg-type]
    asked, begun = look(None, link), taken_up(link)
    assert (asked.why, begun.outcome, begun.asked.why, begun.token) == (why, "over", why, None)
    assert asked.offer is not None


def test_a_new_device_gets_a_token_and_an_empty_sheet_of_the_asked_form(store: Store) -> None:
    begun = taken_up(secret_of(campaign(store, organiser(store))))
    assert (begun.outcome, begun.assessment) == ("begun", SHIPPED.id)
    assert begun.token is not None
    sheet = store.sheets.newest(begun.token)
    assert sheet is not None
    assert (sheet.form, sheet.language, sheet.codes) == ("quick", "ja", {})
    assert store.files.texts(SHIPPED.files_hash), "the result can be read in this version for ever"


def test_the_same_device_goes_on_also_after_closing_and_nobody_new_begins(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who)
    own = taken_up(secret_of(made)).token
    store.campaigns.close(who, made.id, made.revision)
    again = taken_up(secret_of(made), own)
    assert (again.outcome, again.token) == ("begun", None)
    asked = look(own, secret_of(made))
    assert asked.offer is not None
    assert asked.offer.begun
    assert taken_up(secret_of(made)).outcome == "over"


def test_a_finished_result_of_the_same_version_is_offered_and_nothing_is_asked_again(store: Store) -> None:
    own, _ = store.sheets.begin(edition(SHIPPED, "quick", "ja"))
    sheet = answer_and_finish(store, own)
    begun = taken_up(secret_of(campaign(store, organiser(store))), own)
    assert (begun.outcome, begun.token) == ("again", None)
    newest = store.sheets.newest(own)
    assert newest is not None
    assert (newest.id, newest.state) == (sheet, "finished")


def test_a_second_personal_link_on_one_device_asks_first_and_leaves_the_first_ones_answers_alone(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    first, second = store.invitations.add(who, made.id, [Invited("山田"), Invited("佐藤")])
    own = taken_up(first.secret).token
    asks = taken_up(second.secret, own)
    assert (asks.outcome, asks.token, asks.participation) == ("ask", None, "")
    other = taken_up(second.secret, own, take_over=True)
    assert other.outcome == "begun"
    assert other.token is not None
    assert own is not None
    assert store.sheets.newest(own) != store.sheets.newest(other.token)
    assert [one.shared for one in store.invitations.all(who, made.id)] == [False, False]


def test_two_devices_with_one_personal_link_learn_nothing_of_each_other(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    (one,) = store.invitations.add(who, made.id, [Invited("山田")])
    before = look(None, one.secret)
    first = taken_up(one.secret)
    assert look(None, one.secret) == before, "whoever holds the link too cannot tell that it was begun"
    second = taken_up(one.secret)
    assert first.token != second.token


def test_what_the_site_does_not_have_cannot_be_begun(store: Store) -> None:
    who = organiser(store)
    for changes in ({"assessment": "gone"}, {"form": "gone"}):
        begun = taken_up(secret_of(campaign(store, who, **changes)))
        assert (begun.outcome, begun.asked.why, begun.token) == ("over", "unknown", None)


def test_while_the_store_is_away_nothing_is_said_of_the_link(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    link = secret_of(campaign(store, organiser(store)))

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(begins, "process_store", away)
    assert taken_up(link).asked.away
    monkeypatch.setattr(asking, "process_store", away)
    assert (look(None, link).away, look(None, link).why) == (True, None)
