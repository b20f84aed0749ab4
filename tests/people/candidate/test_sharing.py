"""Sharing, changing and withdrawing: what lies in the store is what was chosen, and nothing of it stays behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.candidate import sharing as sharings
from people.candidate.beginning import begin
from people.candidate.sharing import NAME_LENGTH, NOTE_LENGTH, lines, one_line, participations, share, withdraw
from people.respondent.outcome import Outcome
from store import Invited, Store, StoreDown, Token
from store.campaigns.checks import UNSEEN
from tests.people.candidate.world import SHIPPED, answer_and_finish, campaign, organiser, secret_of, store

__all__ = ["store"]
COPY = {"v": 1, "assessment": {"id": SHIPPED.id}, "guide": {"own": []}}


def taking_part(store: Store, link: str) -> tuple[Token, str, str]:
    """Token, participation and finished sheet of a new candidate."""
    begun = begin(None, link, {SHIPPED.id: SHIPPED}, "ja")
    assert begun.token is not None
    return begun.token, begun.participation, answer_and_finish(store, begun.token)


def test_what_was_chosen_is_shared_changed_and_withdrawn(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who)
    own, part, sheet = taking_part(store, secret_of(made))
    (before,) = participations(own) or ()
    assert (before.id, before.share, before.campaign.title) == (part, None, made.title)
    done = share(own, part, "guide", name=" 山田\u202e\n花子 ", note="よろしく。\r\n二行目", content=COPY, sheet=sheet)
    assert done.outcome is Outcome.DONE
    (row,) = store.shared.all(who, made.id)
    assert (row.level, row.name, row.note, row.content) == ("guide", "山田 花子", "よろしく。\n二行目", COPY)
    (now,) = participations(own) or ()
    assert now.share == row == done.share
    least = {key: COPY[key] for key in ("v", "assessment")}
    assert share(own, part, "took_part", name="", note="", content=least, sheet=sheet).outcome is Outcome.DONE
    (changed,) = store.shared.all(who, made.id)
    assert (changed.level, changed.name, changed.note, changed.content) == ("took_part", "", "", least)
    assert withdraw(own, part) is Outcome.DONE
    assert store.shared.all(who, made.id) == ()
    assert withdraw(own, part) is Outcome.DONE, "to share nothing where nothing is shared is done too"


def test_two_campaigns_are_shared_with_apart(store: Store) -> None:
    who, other = organiser(store), organiser(store, "other")
    first, second = campaign(store, who), campaign(store, other, title="別の案内")
    own, part, sheet = taking_part(store, secret_of(first))
    again = begin(own, secret_of(second), {SHIPPED.id: SHIPPED}, "ja")
    assert (again.outcome, again.token) == ("again", None)
    assert share(own, again.participation, "guide", name="", note="", content=COPY, sheet=sheet).share
    assert store.shared.all(who, first.id) == ()
    assert len(store.shared.all(other, second.id)) == 1
    assert {one.id: one.share is not None for one in participations(own) or ()} == {
        part: False,
        again.participation: True,
    }


def test_nobody_shares_for_somebody_else_or_without_a_result(store: Store) -> None:
    made = campaign(store, organiser(store))
    own, part, sheet = taking_part(store, secret_of(made))
    stranger, _, theirs = taking_part(store, secret_of(made))
    for token, which, of, outcome in (
        (stranger, part, theirs, Outcome.OVER),
        (Token("x" * 43), part, sheet, Outcome.OVER),
        (None, part, sheet, Outcome.OVER),
        (own, part, theirs, Outcome.CHANGED),
        (own, "0" * 32, sheet, Outcome.OVER),
    ):
        assert share(token, which, "guide", name="", note="", content=COPY, sheet=of).outcome is outcome
        if token != own:
            assert withdraw(token, part) is Outcome.OVER
    assert participations(Token("x" * 43)) == participations(None) == ()
    assert share(own, part, "guide", name="", note="", content=COPY, sheet=sheet).outcome is Outcome.DONE


def test_a_copy_that_tells_more_than_its_level_is_refused(store: Store) -> None:
    own, part, sheet = taking_part(store, secret_of(campaign(store, organiser(store))))
    done = share(own, part, "took_part", name="", note="", content=COPY, sheet=sheet)
    assert (done.outcome, done.share) == (Outcome.REFUSED, None)


def test_the_second_device_of_one_personal_link_is_told_that_it_was_shared_with(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who, links="personal")
    (one,) = store.invitations.add(who, made.id, [Invited("山田")])
    first, second = taking_part(store, one.secret), taking_part(store, one.secret)
    assert share(*first[:2], "guide", name="", note="", content=COPY, sheet=first[2]).outcome is Outcome.DONE
    assert share(*second[:2], "guide", name="", note="", content=COPY, sheet=second[2]).outcome is Outcome.TAKEN


def test_after_the_campaign_is_deleted_there_is_nothing_left(store: Store) -> None:
    who = organiser(store)
    made = campaign(store, who)
    own, part, sheet = taking_part(store, secret_of(made))
    share(own, part, "guide", name="", note="", content=COPY, sheet=sheet)
    store.campaigns.delete(who, made.id)
    assert participations(own) == ()
    assert share(own, part, "guide", name="", note="", content=COPY, sheet=sheet).outcome is Outcome.OVER
    assert store.sheets.newest(own) is not None, "the answers are the candidate's own"


def test_while_the_store_is_away_nothing_changes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    own, part, sheet = taking_part(store, secret_of(campaign(store, organiser(store))))

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(sharings, "process_store", away)
    assert participations(own) is None
    assert share(own, part, "guide", name="", note="", content=COPY, sheet=sheet).outcome is Outcome.AWAY
    assert withdraw(own, part) is Outcome.AWAY


@given(st.text(max_size=200))
def test_whatever_is_typed_can_be_stored_as_it_is_shown(text: str) -> None:
    name, note = one_line(text), lines(text)
    for made, most in ((name, NAME_LENGTH), (note, NOTE_LENGTH)):
        assert len(made) <= most
        assert made == made.strip()
        assert not UNSEEN.search(made)
    assert "\n" not in name
    assert (one_line(name), lines(note)) == (name, note)


def test_what_is_too_long_is_cut_where_it_is_shown(store: Store) -> None:
    own, part, sheet = taking_part(store, secret_of(campaign(store, organiser(store))))
    done = share(own, part, "guide", name="あ" * 10_000, note="い\n" * 10_000, content=COPY, sheet=sheet)
    assert done.share is not None
    assert (len(done.share.name), len(done.share.note)) == (NAME_LENGTH, NOTE_LENGTH - 1)
