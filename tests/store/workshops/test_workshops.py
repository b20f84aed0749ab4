"""Workshops as their trainers make and move them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from store import BadValue, NoRoom, NotAllowed, Stage, Store, Workshop, WorkshopChanged
from store.respondents.rows import moment_of
from store.workshops.rows import PASSING_MS
from tests.store.moments import DAY, NOW, ROLES, Clock
from tests.store.workshops.world import AGENDA, HOUR, PLACE, begun, code_of, draft, room, seated, shown, trainer


def without(workshop: Workshop, *names: str) -> dict[str, Any]:
    left_out = {*names, "beat"}
    return {name: getattr(workshop, name) for name in workshop.__dataclass_fields__ if name not in left_out}


def test_what_is_made_can_be_read(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who, hours=2, language="en")
    assert (made.title, made.assessment, made.form, made.language, made.agenda) == (
        *("新任研修", "roles", "full", "en"),
        AGENDA,
    )
    assert (made.at, made.stage, made.until, made.revealed, made.beat, made.round) == (0, AGENDA[0], None, False, 0, 0)
    assert (made.access, made.owner, made.ended) == ("owner", "Sato", False)
    assert made.created == made.began == moment_of(NOW)
    assert made.ends == moment_of(NOW + 2 * HOUR)
    assert made.over == made.ends + timedelta(days=30)
    assert len(code_of(made)) == 8
    assert code_of(made).isdigit()
    assert store.workshops.read(who, made.id) == made
    assert code_of(made) not in repr(made)
    assert store.workshops.read(who, begun(store, who, assessment=None, form=None, agenda=AGENDA[:1]).id).form is None


def test_mine_are_the_newest_first(store: Store, clock: Clock) -> None:
    who = trainer(store)
    first = begun(store, who)
    clock.now += 1
    second = begun(store, who)
    page = store.workshops.mine(who)
    assert ([one.id for one in page.rows], page.total, page.of) == ([second.id, first.id], 2, 1)
    assert store.workshops.mine(trainer(store, "Ito")).rows == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": " "}),
        ("title", {"title": "x" * 121}),
        ("title", {"title": "a\u202eb"}),
        ("assessment", {"assessment": "no such id"}),
        ("form", {"form": None}),
        ("form", {"assessment": None, "agenda": AGENDA[:1]}),
        ("form", {"form": ""}),
        ("language", {"language": "日本語"}),
        ("hours", {"hours": 0}),
        ("hours", {"hours": 13}),
        ("hours", {"hours": True}),
        ("agenda", {"agenda": ()}),
        ("agenda", {"agenda": AGENDA * 7}),
        ("agenda.2", {"agenda": (AGENDA[0], Stage("party", 3))}),  # type: ignore[arg-type]
        ("agenda.1", {"agenda": (Stage("lobby", -1),)}),
        ("agenda.1", {"agenda": (Stage("check", 1, "' OR 1=1"),)}),
        ("agenda.4", {"assessment": None, "form": None, "agenda": (*AGENDA[:1] * 3, Stage("picture", 3))}),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(store: Store, field: str, changes: dict[str, Any]) -> None:
    who = trainer(store)
    with pytest.raises(BadValue) as refused:
        begun(store, who, **changes)
    assert refused.value.field == field
    made = begun(store, who)
    with pytest.raises(BadValue) as refused:
        store.workshops.change(who, made.id, draft(**changes), 0)
    assert refused.value.field == field
    assert store.workshops.read(who, made.id) == made


def test_from_stage_to_stage_in_any_order(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who)
    for beat, at in enumerate([1, 4, 2, 8, 0]):
        clock.now += 1000
        made = store.workshops.go(who, made.id, at, beat)
        assert (made.at, made.began, made.beat, made.stage) == (at, moment_of(clock.now), beat + 1, AGENDA[at])
        assert store.workshops.read(who, made.id) == made
    # The same stage again is no change, and takes nobody's beat.
    clock.now += 1000
    assert store.workshops.go(who, made.id, 0, 5) == made
    for at in (-1, len(AGENDA), True):
        with pytest.raises(BadValue):
            store.workshops.go(who, made.id, at, 5)


def test_who_saw_another_beat_changes_nothing(store: Store) -> None:
    who = trainer(store)
    made = store.workshops.go(who, begun(store, who).id, 1, 0)
    for call in (
        lambda: store.workshops.go(who, made.id, 2, 0),
        lambda: store.workshops.reveal(who, made.id, 0),
        lambda: store.workshops.count_down(who, made.id, 60, 2),
        lambda: store.workshops.change(who, made.id, draft(title="other"), 0),
        lambda: store.workshops.keep(who, made.id, "picture", "", ["0" * 32] * 5, {}, 0),
    ):
        with pytest.raises((WorkshopChanged, BadValue)) as refused:
            call()
        if isinstance(refused.value, WorkshopChanged):
            assert refused.value.current == made
    assert store.workshops.read(who, made.id) == made


def test_a_countdown_and_a_reveal_belong_to_a_stage(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who)
    at = store.workshops.go(who, made.id, PLACE["discussion"], 0)
    counted = store.workshops.count_down(who, made.id, 90, at.beat)
    assert counted.until == moment_of(clock.now + 90_000)
    assert store.workshops.count_down(who, made.id, None, counted.beat).until is None
    counted = store.workshops.count_down(who, made.id, 30, counted.beat + 1)
    told = store.workshops.reveal(who, made.id, counted.beat)
    assert (told.revealed, told.until) == (True, None)
    assert store.workshops.reveal(who, made.id, told.beat) == told
    left = store.workshops.go(who, made.id, 0, told.beat)
    assert (left.revealed, left.until) == (False, None)
    for seconds in (0, -5, 14_401, 1.5):
        with pytest.raises(BadValue):
            store.workshops.count_down(who, made.id, seconds, left.beat)  # type: ignore[arg-type]


def test_a_stage_that_was_shown_is_shown_when_one_comes_back_and_not_when_it_is_started_anew(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 5)
    seen, kept = shown(store, who, made, here)
    assert (seen.revealed, kept.round) == (True, 0)
    seen = store.workshops.go(who, made.id, 0, seen.beat)
    assert not seen.revealed
    seen = store.workshops.go(who, made.id, PLACE["picture"], seen.beat)
    assert (seen.revealed, seen.round) == (True, 0)
    seen = store.workshops.go(who, made.id, PLACE["picture"], seen.beat, anew=True)
    assert (seen.revealed, seen.round) == (False, 1)
    members = [seat.id for _, seat in here]
    seen, again = store.workshops.keep(who, made.id, "picture", "", members, {}, seen.beat)
    assert (again.round, seen.revealed) == (1, True)
    assert [one.round for one in store.workshops.snapshots(who, made.id)] == [0, 1]


def test_a_stage_counts_as_led_once_the_room_stayed_at_it_or_saw_what_it_holds_back(store: Store, clock: Clock) -> None:
    who = trainer(store)
    seen = begun(store, who)
    assert seen.led == ()
    clock.now += PASSING_MS
    assert store.workshops.read(who, seen.id).led == AGENDA[:1]
    for place in (PLACE["discussion"], PLACE["check"], PLACE["wrap_up"]):
        seen = store.workshops.go(who, seen.id, place, seen.beat)
        clock.now += PASSING_MS if place == PLACE["discussion"] else PASSING_MS - 1
    led = ["lobby", "discussion"]
    assert [stage.kind for stage in store.workshops.read(who, seen.id).led] == led
    seen = store.workshops.go(who, seen.id, PLACE["check"], seen.beat)
    seen = store.workshops.reveal(who, seen.id, seen.beat)
    assert [stage.kind for stage in seen.led] == [*led, "check"]
    seen = store.workshops.go(who, seen.id, 0, seen.beat)
    assert [stage.kind for stage in seen.led] == [*led, "check"]


def test_where_a_room_ends_it_stays_no_longer(store: Store, clock: Clock) -> None:
    who = trainer(store)
    seen = begun(store, who)
    store.workshops.go(who, seen.id, PLACE["discussion"], seen.beat)
    clock.now += PASSING_MS - 1
    store.workshops.end(who, seen.id)
    clock.now += HOUR
    assert store.workshops.read(who, seen.id).led == ()


def test_an_agenda_may_change_while_the_room_is_at_it(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    at = store.workshops.go(who, made.id, PLACE["check"], 0)
    shorter = (AGENDA[0], Stage("discussion", 2, "other"), replace(AGENDA[PLACE["check"]], minutes=9), AGENDA[-1])
    changed = store.workshops.change(who, made.id, draft(title="短い研修", agenda=shorter, hours=9), at.beat)
    assert (changed.title, changed.agenda, changed.at) == ("短い研修", shorter, 2)
    assert (changed.began, changed.ends, changed.beat) == (at.began, at.ends, at.beat + 1)
    gone = store.workshops.change(who, made.id, draft(agenda=AGENDA[:2]), changed.beat)
    assert (gone.at, gone.stage) == (1, AGENDA[1])


def test_the_assessment_is_fixed_once_somebody_sits(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    made = store.workshops.change(who, made.id, draft(form="quick"), 0)
    made = store.workshops.change(who, made.id, draft(), 1)
    seated(store, made)
    for changes in ({"form": "quick"}, {"assessment": "sales"}):
        with pytest.raises(BadValue) as refused:
            store.workshops.change(who, made.id, draft(**changes), made.beat)
        assert refused.value.field == next(iter(changes))
    assert store.workshops.change(who, made.id, draft(title="other"), made.beat).title == "other"


def test_a_copy_has_the_same_plan_and_nothing_of_what_happened(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who, hours=3)
    shown(store, who, made, room(store, made, 5))
    clock.now += DAY
    who = trainer(store)
    copied = store.workshops.copy(who, made.id, "もう一度")
    fresh = begun(store, who, hours=3, title="もう一度")
    assert without(copied, "id", "code") == without(fresh, "id", "code")
    assert store.workshops.counts(who, copied.id).seats == 0
    assert store.workshops.snapshots(who, copied.id) == ()


def test_it_ends_by_hand_or_by_itself_and_its_code_with_it(store: Store, clock: Clock) -> None:
    who = trainer(store)
    first, second = begun(store, who), begun(store, who)
    token, _ = seated(store, first)
    ended = store.workshops.end(who, first.id)
    assert (ended.ended, ended.code, ended.ends, ended.beat) == (True, None, moment_of(NOW), 1)
    assert ended.over == ended.ends + timedelta(days=30)
    assert store.workshops.end(who, first.id) == ended
    clock.now = NOW + 4 * HOUR
    late = store.workshops.read(who, second.id)
    assert (late.ended, late.code, late.beat) == (True, None, 0)
    for code in (code_of(first), code_of(second)):
        with pytest.raises(NoRoom):
            store.seats.look(code)
        with pytest.raises(NoRoom):
            store.seats.sit(code, token, ROLES)
    for one in (ended, late):
        with pytest.raises(WorkshopChanged) as refused:
            store.workshops.go(who, one.id, 1, one.beat)
        assert refused.value.current == one
    # What remains to be said of it can still be put right.
    assert store.workshops.change(who, second.id, draft(title="done"), 0).title == "done"


def test_it_can_be_prolonged_before_and_after_its_end(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who, hours=1)
    longer = store.workshops.prolong(who, made.id, 2)
    assert (longer.ends, longer.code, longer.beat) == (moment_of(NOW + 3 * HOUR), made.code, 1)
    assert longer.over == longer.ends + timedelta(days=30)
    assert store.workshops.prolong(who, made.id, 12).ends == moment_of(NOW + 12 * HOUR)
    clock.now += 13 * HOUR
    who = trainer(store)
    again = store.workshops.prolong(who, made.id, 1)
    assert (again.ended, again.ends, again.code) == (False, moment_of(clock.now + HOUR), made.code)
    assert store.seats.look(code_of(again)).id == made.id
    store.workshops.end(who, made.id)
    after = store.workshops.prolong(who, made.id, 1)
    assert store.seats.look(code_of(after)).id == made.id
    for hours in (0, 13):
        with pytest.raises(BadValue):
            store.workshops.prolong(who, made.id, hours)


def test_thirty_days_after_its_end_it_is_not_there(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who)
    token, _ = seated(store, made)
    clock.now = NOW + 4 * HOUR + 30 * DAY - 1
    assert store.workshops.read(trainer(store), made.id).id == made.id
    assert store.seats.mine(token) is not None
    clock.now += 1
    with pytest.raises(NotAllowed):
        store.workshops.read(trainer(store), made.id)
    assert store.seats.mine(token) is None
    with pytest.raises(NoRoom):
        store.seats.beat(made.id)


def test_colleagues_lead_it_too(store: Store) -> None:
    who, colleague = trainer(store), trainer(store, "Ito")
    made = begun(store, who)
    store.workshops.admit(who, made.id, "Ito")
    store.workshops.admit(who, made.id, "ＩＴＯ")
    assert [(one.name, access) for one, access in store.workshops.trainers(colleague, made.id)] == [
        ("Sato", "owner"),
        ("Ito", "editor"),
    ]
    seen = store.workshops.go(colleague, made.id, 1, 0)
    assert (seen.access, seen.owner, seen.code) == ("editor", "Sato", made.code)
    for call in (
        lambda: store.workshops.admit(colleague, made.id, "Ito"),
        lambda: store.workshops.dismiss(colleague, made.id, "Ito"),
        lambda: store.workshops.delete(colleague, made.id),
    ):
        with pytest.raises(NotAllowed):
            call()
    for name in ("Sato", "Nobody"):
        with pytest.raises(BadValue):
            store.workshops.admit(who, made.id, name)
        with pytest.raises(BadValue):
            store.workshops.dismiss(who, made.id, name)
    store.workshops.dismiss(who, made.id, "Ito")
    with pytest.raises(NotAllowed):
        store.workshops.read(colleague, made.id)


def test_the_log_says_who_did_what(store: Store) -> None:
    who, colleague = trainer(store), trainer(store, "Ito")
    made = begun(store, who)
    store.workshops.admit(who, made.id, "Ito")
    shown(store, colleague, made, room(store, made, 5))
    store.workshops.note(colleague, made.id, "exported", {"format": "pdf"})
    with pytest.raises(BadValue):
        store.workshops.note(colleague, made.id, "made")
    store.workshops.end(who, made.id)
    rows = store.workshops.log(who, made.id).rows
    assert [(row.who, row.action) for row in reversed(rows)] == [
        ("Sato", "made"),
        ("Sato", "trainer_admitted"),
        ("Ito", "moved"),
        ("Ito", "shown"),
        ("Ito", "exported"),
        ("Sato", "ended"),
    ]
    assert rows[3].detail == {"at": PLACE["picture"] + 1, "kind": "picture"}


def test_who_owns_a_workshop_is_not_removed(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    store.organisers.put("Ito", None)
    store.workshops.admit(who, made.id, "Ito")
    assert store.organisers.remove("Sato") == "owns"
    assert store.organisers.remove("Ito") == "removed"
    store.workshops.delete(who, made.id)
    assert store.organisers.remove("Sato") == "removed"
