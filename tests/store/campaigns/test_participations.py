"""Looking at a link and beginning with it: by whom, when, on which device, with which sheet."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from store import Answer, BadValue, Edition, LinkOver, SheetGone, Store, Token
from store.database.campaign_tables import participations
from store.database.tables import metadata, respondents
from tests.store.campaigns.world import content, draft, finish, link_of, organiser, people, running, shared, taken
from tests.store.moments import DAY, NOW, ROLES, Clock

NEWER = Edition("roles", "2.0.0", "cd", "full", "ja")


def count(store: Store, table: object = participations) -> int:
    counted = select(func.count()).select_from(table)  # type: ignore[arg-type]
    return int(store.read(lambda connection: connection.execute(counted).scalar_one()))


def why(store: Store, secret: str, own: Token | None = None) -> str:
    """Why neither looking nor beginning works; the two agree."""
    told = []
    for call in (store.participations.look, lambda *given: store.participations.begin(*given, ROLES)):
        with pytest.raises(LinkOver) as over:
            call(secret, own)
        told.append(over.value.why)
    assert told[0] == told[1]
    return told[0]


def test_looking_tells_who_asks_and_changes_nothing(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)

    def rows() -> list[str]:
        tables = metadata.sorted_tables
        return store.read(lambda c: [repr(row) for table in tables for row in c.execute(select(table))])

    before = rows()
    offer = store.participations.look(link_of(made))
    assert (offer.personal, offer.begun) == (False, False)
    public = offer.campaign
    assert (public.title, public.texts, public.form, public.closes) == (made.title, made.texts, "full", made.closes)
    assert public.until.timestamp() * 1000 == made.over
    assert store.participations.look(f"  {link_of(made).upper()} ") == offer
    assert rows() == before


@pytest.mark.parametrize(
    "secret", ["", "0" * 26, "x" * 25, "u" * 26, "'; DROP TABLE campaigns; --", "é" * 26, "0" * 9999]
)
def test_a_guessed_link_opens_nothing(store: Store, secret: str) -> None:
    running(store, organiser(store, "Sato"))
    assert why(store, secret) == "unknown"
    assert count(store, respondents) == 0


def test_what_is_misread_is_read_as_what_is_meant(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    misread = link_of(made).translate(str.maketrans("10", "LO"))
    assert store.participations.look(misread).campaign.id == made.id


def test_somebody_new_gets_a_device_and_a_sheet(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    begun = store.participations.begin(link_of(made), None, ROLES)
    assert begun.token is not None
    assert begun.sheet is not None
    assert (begun.outcome, begun.sheet.assessment, begun.sheet.state) == ("begun", "roles", "open")
    assert store.sheets.newest(begun.token) == begun.sheet
    other = store.participations.begin(link_of(made), Token("x" * 43), ROLES)
    assert other.token not in (None, begun.token)
    assert other.participation != begun.participation


def test_a_device_goes_on_as_who_it_was(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    token, sheet = store.sheets.begin(ROLES)
    store.sheets.save(token, [Answer("q1", 3, NOW)])
    begun = store.participations.begin(link_of(made), token, ROLES)
    assert (begun.token, begun.outcome) == (None, "begun")
    assert begun.sheet is not None
    assert (begun.sheet.id, begun.sheet.codes) == (sheet.id, {"q1": 3})
    assert store.participations.begin(link_of(made), token, ROLES) == begun
    assert (count(store), count(store, respondents)) == (1, 1)
    assert store.participations.look(link_of(made), token).begun
    assert not store.participations.look(link_of(made)).begun


def test_a_finished_result_of_the_same_version_is_offered_and_not_asked_again(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    token, sheet = store.sheets.begin(ROLES)
    finish(store, token)
    begun = store.participations.begin(link_of(made), token, Edition("roles", "1.0.0", "ab", "full", "en"))
    assert (begun.outcome, begun.token) == ("again", None)
    assert begun.sheet is not None
    assert begun.sheet.id == sheet.id
    assert len(store.sheets.history(token)) == 1


@pytest.mark.parametrize(
    "before",
    [NEWER, Edition("roles", "1.0.0", "other", "full", "ja"), Edition("roles", "1.0.0", "ab", "quick", "ja")],
)
def test_a_result_of_another_version_or_form_is_followed_by_a_new_sheet(store: Store, before: Edition) -> None:
    made = running(store, organiser(store, "Sato"))
    token, old = store.sheets.begin(before)
    finish(store, token)
    begun = store.participations.begin(link_of(made), token, ROLES)
    assert begun.sheet is not None
    assert (begun.outcome, begun.sheet.state, begun.sheet.previous) == ("begun", "open", old.id)


def test_what_was_finished_for_the_campaign_is_not_asked_again_after_a_new_version(store: Store, clock: Clock) -> None:
    made = running(store, organiser(store, "Sato"))
    clock.now += 5
    token, participation, sheet = taken(store, link_of(made))
    begun = store.participations.begin(link_of(made), token, NEWER)
    assert (begun.outcome, begun.participation) == ("again", participation)
    assert begun.sheet is not None
    assert begun.sheet.id == sheet


def test_a_sheet_of_another_assessment_is_none_of_its_business(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    token, _ = store.sheets.begin(Edition("sales", "1.0.0", "ab", "full", "ja"))
    begun = store.participations.begin(link_of(made), token, ROLES)
    assert begun.sheet is not None
    assert (begun.outcome, begun.sheet.assessment) == ("begun", "roles")
    for wrong in (Edition("sales", "1.0.0", "ab", "full", "ja"), Edition("roles", "1.0.0", "ab", "quick", "ja")):
        with pytest.raises(BadValue):
            store.participations.begin(link_of(made), None, wrong)
    assert (count(store), count(store, respondents)) == (1, 1)


def test_one_candidate_in_two_campaigns_takes_part_in_each(store: Store) -> None:
    who = organiser(store, "Sato")
    first, second = running(store, who), running(store, organiser(store, "Abe"), title="two")
    token, one, _ = taken(store, link_of(first))
    begun = store.participations.begin(link_of(second), token, ROLES)
    assert (begun.outcome, begun.token) == ("again", None)
    mine = store.participations.mine(token)
    assert {part.id: part.campaign.title for part in mine} == {one: "春の採用", begun.participation: "two"}
    assert all(part.share is None for part in mine)
    with pytest.raises(SheetGone):
        store.participations.mine(Token("x" * 43))


def test_nobody_begins_before_it_opens_in_a_pause_or_after_it_closed_and_who_began_goes_on(
    store: Store, clock: Clock
) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, opens=NOW + 5, closes=NOW + DAY // 4)
    secret = link_of(made)
    assert why(store, secret) == "planned"
    with pytest.raises(LinkOver) as over:
        store.participations.look(secret)
    assert over.value.offer is not None
    assert over.value.offer.campaign.opens == NOW + 5
    clock.now += 5
    token = store.participations.begin(secret, None, ROLES).token
    assert token is not None
    store.campaigns.pause(who, made.id, 0)
    assert why(store, secret) == "paused"
    assert store.participations.begin(secret, token, ROLES).outcome == "begun"
    store.campaigns.resume(who, made.id, 1)
    store.campaigns.close(who, made.id, 2)
    assert why(store, secret) == "closed"
    assert store.participations.look(secret, token).begun
    store.campaigns.reopen(who, made.id, 3)
    assert not store.participations.look(secret).begun
    clock.now = made.closes
    assert why(store, secret) == "closed"
    assert store.participations.begin(secret, token, ROLES).outcome == "begun"
    clock.now = made.over
    assert why(store, secret, token) == "unknown"
    assert store.participations.mine(token) == ()


def test_the_open_link_is_full_once_enough_have_shared_and_not_before(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, most=2)
    slow = store.participations.begin(link_of(made), None, ROLES)
    for _ in range(5):
        store.participations.begin(link_of(made), None, ROLES)
    shared(store, link_of(made))
    token, participation, _ = shared(store, link_of(made))
    assert why(store, link_of(made)) == "full"
    assert slow.token is not None
    sheet = finish(store, slow.token)
    assert store.participations.begin(link_of(made), slow.token, ROLES).outcome == "again"
    given = {"name": "", "note": "", "content": content("guide"), "sheet": sheet}
    store.participations.share(slow.token, slow.participation, "guide", **given)  # type: ignore[arg-type]
    assert store.campaigns.counts(who, made.id).shared == 3
    store.participations.withdraw(slow.token, slow.participation)
    store.participations.withdraw(token, participation)
    assert not store.participations.look(link_of(made)).begun


def test_a_personal_link_leads_back_on_the_same_device_and_looks_unused_on_any_other(store: Store) -> None:
    """The organiser holds the link too: neither may it open anybody's answers, nor tell that it was begun."""
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    invitation, unused = store.invitations.add(who, made.id, people(2))
    token, participation, sheet = taken(store, invitation.secret)
    store.sheets.reopen(token)
    back = store.participations.begin(invitation.secret, token, ROLES)
    assert (back.participation, back.token) == (participation, None)
    stranger = store.devices.begin_visitor()
    for own in (None, stranger):
        for take_over in (False, True):
            ways = []
            for link in (invitation, unused):
                assert not store.participations.look(link.secret, own).begun
                begun = store.participations.begin(
                    link.secret, store.devices.begin_visitor() if own else None, ROLES, take_over=take_over
                )
                assert begun.sheet is not None
                assert begun.sheet.id != sheet
                assert begun.participation != participation
                ways.append((begun.outcome, begun.sheet.codes, begun.sheet.attempt, begun.token is None))
            assert ways[0] == ways[1]


def test_two_candidates_on_one_personal_link_and_the_first_who_shares(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    (invitation,) = store.invitations.add(who, made.id, people(1))
    late, part, sheet = taken(store, invitation.secret)
    first, first_part, share = shared(store, invitation.secret, name="Hanako")
    assert why(store, invitation.secret) == "used"
    with pytest.raises(LinkOver) as used:
        store.participations.share(late, part, "guide", name="", note="", content=content("guide"), sheet=sheet)
    assert used.value.why == "used"
    assert store.participations.look(invitation.secret, late).begun
    assert store.participations.look(invitation.secret, first).begun
    assert store.shared.all(who, made.id) == (share,)
    store.participations.withdraw(first, first_part)
    assert store.invitations.all(who, made.id) == (invitation,)
    store.participations.share(late, part, "guide", name="", note="", content=content("guide"), sheet=sheet)
    assert [one.level for one in store.shared.all(who, made.id)] == ["guide"]


def test_a_shared_computer_is_asked_before_somebody_else_begins_on_it(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    mine, theirs = store.invitations.add(who, made.id, people(2))
    token, participation, _ = taken(store, mine.secret)
    asked = store.participations.begin(theirs.secret, token, ROLES)
    assert (asked.outcome, asked.token, asked.participation, asked.sheet) == ("ask", None, "", None)
    assert count(store) == 1
    begun = store.participations.begin(theirs.secret, token, ROLES, take_over=True)
    assert begun.outcome == "begun"
    assert begun.token is not None
    assert [part.id for part in store.participations.mine(begun.token)] == [begun.participation]
    assert [part.id for part in store.participations.mine(token)] == [participation]
    store.invitations.withdraw(who, theirs.id)
    with pytest.raises(LinkOver, match="withdrawn"):
        store.participations.begin(theirs.secret, token, ROLES, take_over=True)


def test_who_deletes_everything_can_begin_anew(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    (invitation,) = store.invitations.add(who, made.id, people(1))
    token, _, _ = shared(store, invitation.secret)
    proof = store.rights.forget(token)
    assert (proof.gone["shares"], proof.gone["participations"], proof.remaining) == (1, 1, 0)
    assert store.invitations.all(who, made.id) == (invitation,)
    assert store.shared.all(who, made.id) == ()
    assert store.participations.begin(invitation.secret, token, ROLES).outcome == "begun"


def test_the_texts_that_a_candidate_was_told_stay_in_their_download(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    token, _, _ = shared(store, link_of(made), name="Hanako", note="よろしく", mark="seen ")
    store.campaigns.change(who, made.id, draft(title="other"), 0)
    told = store.rights.export(token)
    (part,), (share,) = told["participations"], told["shares"]
    assert (part["title"], part["sender"], part["by_a_personal_link"]) == ("春の採用", "青空商事 人事部", False)
    assert (share["level"], share["name"], share["note"]) == ("fits", "Hanako", "よろしく")
    assert share["content"] == content("fits", "seen ")
    assert share["until"].startswith("2030")
