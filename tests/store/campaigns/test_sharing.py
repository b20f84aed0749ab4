"""Sharing, changing it, taking it back; and how an organiser reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from store import BadValue, NotAllowed, SheetChanged, SheetGone, Store, Token
from store.campaigns.shared import MOST_TOGETHER
from tests.store.campaigns.world import content, draft, link_of, organiser, people, running, shared, taken
from tests.store.moments import DAY, NOW, Clock


def moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def test_what_is_shared_is_what_the_organiser_reads(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    _, invitation = store.invitations.add(who, made.id, people(2))
    token, participation, share = shared(store, invitation.secret, "traits", name="花子", note="一行目\n二行目")
    assert (share.level, share.name, share.note, share.content) == (
        "traits",
        "花子",
        "一行目\n二行目",
        content("traits"),
    )
    assert (share.campaign, share.invitation, share.invited_name) == (made.id, invitation.id, "応募 2")
    assert (share.assessment, share.version, share.language) == ("roles", "1.0.0", "ja")
    assert (share.shared, share.changed, share.until) == (moment(NOW), moment(NOW), moment(made.over))
    assert store.shared.one(who, share.id) == share
    assert store.shared.page(who, made.id).rows == store.shared.all(who, made.id) == (share,)
    (mine,) = store.participations.mine(token)
    assert (mine.id, mine.share, mine.until) == (participation, share, share.until)
    assert [one.shared for one in store.invitations.all(who, made.id)] == [False, True]


def test_a_change_replaces_everything_and_keeps_the_first_moment(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    token, participation, sheet = taken(store, link_of(made))

    def choose(level: Any, name: str = "", mark: str = "") -> Any:
        given = content(level, mark)
        return store.participations.share(token, participation, level, name=name, note="", content=given, sheet=sheet)

    first = choose("traits", "Hanako", "first ")
    clock.now += 500
    second = choose("guide", "", "second ")
    assert (second.id, second.shared, second.changed) == (first.id, first.shared, moment(NOW + 500))
    assert (second.name, second.content) == ("", content("guide", "second "))
    assert store.shared.page(who, made.id, search="Hanako").total == 0
    assert store.shared.page(who, made.id, sort="trait:pace").rows == (second,)
    store.participations.withdraw(token, participation)
    store.participations.withdraw(token, participation)
    assert store.shared.all(who, made.id) == ()
    with pytest.raises(NotAllowed):
        store.shared.one(who, first.id)
    clock.now += 1
    third = choose("took_part")
    assert (third.shared, third.id != first.id) == (moment(NOW + 501), True)


def test_it_is_possible_until_everything_is_over_also_when_it_is_closed(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, closes=NOW + DAY, keep_days=20)
    token, participation, sheet = taken(store, link_of(made))
    given: dict[str, Any] = {"name": "", "note": "", "content": content("guide"), "sheet": sheet}
    store.campaigns.pause(who, made.id, 0)
    store.participations.share(token, participation, "guide", **given)
    store.campaigns.close(who, made.id, 1)
    clock.now = made.over - 1
    store.participations.share(token, participation, "guide", **given)
    store.participations.withdraw(token, participation)
    store.participations.share(token, participation, "guide", **given)
    clock.now += 1
    for call in (
        lambda: store.participations.share(token, participation, "guide", **given),
        lambda: store.participations.withdraw(token, participation),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_a_share_keeps_the_date_that_was_told_until_it_is_made_again(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, keep_days=1)
    token, participation, sheet = taken(store, link_of(made))
    given: dict[str, Any] = {"name": "", "note": "", "content": content("guide"), "sheet": sheet}
    told = store.participations.share(token, participation, "guide", **given)
    later = store.campaigns.change(who, made.id, draft(keep_days=700), 0)
    (mine,) = store.participations.mine(token)
    assert mine.until == told.until == moment(made.over)
    again = store.participations.share(token, participation, "guide", **given)
    assert again.until == moment(later.over)
    store.campaigns.change(who, made.id, draft(keep_days=1), 1)
    (mine,) = store.participations.mine(token)
    assert mine.until == moment(made.over)
    store.campaigns.change(who, made.id, draft(keep_days=700), 2)
    other, part, other_sheet = taken(store, link_of(made))
    store.campaigns.change(who, made.id, draft(keep_days=1), 3)
    store.participations.share(other, part, "guide", **{**given, "sheet": other_sheet})
    store.campaigns.change(who, made.id, draft(keep_days=700), 4)
    clock.now = made.over
    who = organiser(store, "Sato")
    assert [one.id for one in store.shared.all(who, made.id)] == [again.id]
    assert store.campaigns.counts(who, made.id).shared == 1
    assert store.shared.page(who, made.id).total == 1


REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("level", {"level": "everything"}),
    ("level", {"level": None}),
    ("name", {"name": "x" * 81}),
    ("name", {"name": "two\nlines"}),
    ("name", {"name": "\u202eotarO"}),
    ("note", {"note": "x" * 1001}),
    ("note", {"note": "a\x07b"}),
    ("note", {"note": "\u2067x"}),
    ("content", {"content": []}),
    ("content", {"content": {"v": float("nan")}}),
    ("content", {"content": {"v": "\x00"}}),
    ("content", {"content": {"v": "\ud800"}}),
    ("content", {"content": {"v": {1, 2}}}),
    ("content", {"content": {"guide": {"ja": "x" * 200_000}}}),
    ("content", {"content": {"answers": {"q1": 3}}}),
    ("content", {"content": {"traits": []}}),
    ("content", {"level": "took_part", "content": {"guide": {}}}),
    ("content", {"level": "fits", "content": content("traits")}),
]


def test_what_cannot_be_shared_is_refused_with_its_field_and_changes_nothing(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    token, participation, share = shared(store, link_of(made), "guide")
    sheet = store.sheets.history(token)[0].id
    for field, changes in REFUSED:
        given: dict[str, Any] = {"level": "guide", "name": "", "note": "", "content": {}, "sheet": sheet, **changes}
        with pytest.raises(BadValue) as refused:
            store.participations.share(token, participation, **given)
        assert refused.value.field == field, changes
    assert store.shared.all(who, made.id) == (share,)
    just: dict[str, Any] = {"name": "x" * 80, "note": "あ\n\t<b>=1</b>" + "x" * 900, "sheet": sheet}
    kept = store.participations.share(token, participation, "guide", content={"guide": None, "traits": None}, **just)
    assert (kept.name, kept.note, kept.content) == (just["name"], just["note"], {"guide": None, "traits": None})


def test_only_one_s_own_finished_result_can_be_shared(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    token, participation, sheet = taken(store, link_of(made))
    other, theirs, other_sheet = taken(store, link_of(made))
    given: dict[str, Any] = {"level": "guide", "name": "", "note": "", "content": content("guide")}
    with pytest.raises(SheetGone):
        store.participations.share(Token("x" * 43), participation, **given, sheet=sheet)
    for part in (theirs, "", "0" * 32, "'"):
        with pytest.raises(NotAllowed):
            store.participations.share(token, part, **given, sheet=sheet)
        with pytest.raises(NotAllowed):
            store.participations.withdraw(token, part)
    for wrong in (other_sheet, "", "0" * 32):
        with pytest.raises(SheetChanged):
            store.participations.share(token, participation, **given, sheet=wrong)
    store.sheets.reopen(token)
    with pytest.raises(SheetChanged):
        store.participations.share(token, participation, **given, sheet=sheet)
    assert store.shared.all(who, made.id) == ()
    assert store.participations.share(other, theirs, **given, sheet=other_sheet).level == "guide"


def test_nothing_that_is_not_shared_is_told_of_a_candidate(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    token, participation, sheet = taken(store, link_of(made))
    share = store.participations.share(
        token, participation, "took_part", name="", note="", content=content("took_part"), sheet=sheet
    )
    told = repr(share) + repr([getattr(share, name) for name in share.__dataclass_fields__])
    respondent = store.rights.export(token)["sheets"][0]["id"]
    assert respondent == sheet
    assert sheet not in told
    assert participation not in told
    assert "50.5" not in told


def test_they_are_sorted_by_what_was_shared(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who)
    given = [
        ("かとう", "fits", 50.0),
        ("", "traits", 9.5),
        ("Abe", "fits", 50.0),
        ("", "took_part", 0.0),
        ("abc", "fits", 100.0),
    ]
    for number, (name, level, fits) in enumerate(given):
        clock.now = NOW + number
        shared(store, link_of(made), level, name=name, fits=fits)  # type: ignore[arg-type]

    def order(sort: str, search: str = "") -> list[int]:
        rows = store.shared.page(who, made.id, 1, sort, search).rows
        return [int(row.shared.timestamp() * 1000) - NOW for row in rows]

    assert order("time") == order("changed") == [4, 3, 2, 1, 0]
    assert order("level") == [1, 4, 2, 0, 3]
    assert order("fit:a_role") == [4, 2, 0, 1, 3]
    assert order("trait:pace") == order("group:speed") == [1, 4, 3, 2, 0]
    assert order("fit:nothing_of_this_name") == [4, 3, 2, 1, 0]
    assert order("name") == [4, 2, 0, 3, 1]
    assert order("time", "AB") == [4, 2]
    assert order("time", "カトウ") == []
    assert order("time", "かとう") == [0]
    for wrong in ("", "note", "fit:", "fit:x') --", "content", None):
        with pytest.raises(BadValue) as refused:
            store.shared.page(who, made.id, 1, wrong)  # type: ignore[arg-type]
        assert refused.value.field == "sort"
    assert [row.name for row in store.shared.all(who, made.id)] == [name for name, _, _ in given]


def test_some_come_in_the_order_that_was_asked_for(store: Store) -> None:
    who = organiser(store, "Sato")
    made, other = running(store, who), running(store, who)
    first, second = (shared(store, link_of(made))[2] for _ in range(2))
    elsewhere = shared(store, link_of(other))[2]
    assert store.shared.some(who, made.id, [second.id, first.id, second.id]) == (second, first)
    assert store.shared.some(who, made.id, []) == ()
    for asked in (
        [first.id, elsewhere.id],
        ["0" * 32],
        [first.id, ""],
        [f"{n:032x}" for n in range(MOST_TOGETHER + 1)],
    ):
        with pytest.raises(NotAllowed):
            store.shared.some(who, made.id, asked)


def test_a_name_that_was_invited_is_searched_and_sorted_by(store: Store) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, links="personal")
    one, two = store.invitations.add(who, made.id, people(2))
    shared(store, two.secret, name="あだ名")
    shared(store, one.secret)
    names = [row.invited_name for row in store.shared.page(who, made.id, sort="name").rows]
    assert names == ["応募 2", "応募 1"]
    assert [row.name for row in store.shared.page(who, made.id, search="P2@EXAMPLE").rows] == ["あだ名"]
