"""What is deleted is gone: from every table, and from SQLite's files; by hand, by a candidate, by the clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from store import Campaign, Store, Token
from store.campaigns.deletion import OF_CAMPAIGN, UNTOLD
from store.database.campaign_tables import campaigns, participations, shares
from store.database.tables import metadata
from store.operating.purge import purge
from store.operating.stats import stats
from tests.store.campaigns.world import content, finish, link_of, organiser, people, running, shared, taken
from tests.store.moments import DAY, NOW, ROLES, Clock


def dump(store: Store) -> dict[str, list[str]]:
    """Every row of every table."""
    tables = metadata.sorted_tables
    return store.read(
        lambda c: {table.name: [repr(tuple(row)) for row in c.execute(select(table))] for table in tables}
    )


def full(store: Store, who: Token, title: str) -> tuple[Campaign, list[Token]]:
    """A campaign with something in every table; the candidates' tokens, two who shared and two who did not."""
    made = running(store, who, links="personal", title=title)
    store.organisers.put("colleague", None)
    store.campaigns.admit(who, made.id, "colleague", "reader")
    links = store.invitations.add(who, made.id, people(5))
    tokens = [shared(store, one.secret, name=f"{title} name", note=f"{title} note")[0] for one in links[:2]]
    tokens.append(taken(store, links[2].secret)[0])
    begun = store.participations.begin(links[3].secret, None, ROLES).token
    assert begun is not None
    store.keys.make(who, made.id, "system")
    return made, [*tokens, begun]


def test_every_table_that_names_a_campaign_goes_with_it() -> None:
    naming = {
        table for table in metadata.sorted_tables if any(key.column.table is campaigns for key in table.foreign_keys)
    }
    assert set(OF_CAMPAIGN) == naming | {campaigns}
    order = list(OF_CAMPAIGN)
    for table in order:
        for key in table.foreign_keys:
            if key.column.table in OF_CAMPAIGN:
                assert order.index(table) < order.index(key.column.table), table.name
                assert key.ondelete == "CASCADE"


def test_a_deleted_campaign_is_in_no_table_and_another_is_as_it_was(store: Store) -> None:
    who = organiser(store, "Sato")
    nothing_yet = dump(store)
    gone, tokens = full(store, who, "gone")
    kept, _ = full(store, who, "kept")
    mine = store.invitations.all(who, gone.id)
    of_it = [gone.id, *(one.id for one in mine), *(one.secret for one in mine), "gone name", "gone note"]
    before = dump(store)
    assert all(any(mark in row for rows in before.values() for row in rows) for mark in of_it)
    proof = store.campaigns.delete(who, gone.id)
    told = Counter(campaigns=1, members=2, invitations=5, shares=2, campaign_keys=1, audit=4)
    assert (proof.gone, proof.remaining, proof.wiped) == (told, 0, True if store.is_file else None)
    assert proof.at.timestamp() * 1000 == NOW
    after = dump(store)
    assert [mark for mark in of_it if any(mark in row for rows in after.values() for row in rows)] == []
    for table in ("campaigns", "invitations", "shares", "participations"):
        assert after[table] == [row for row in before[table] if kept.id in row]
    # Their own answers and results stay the candidates'.
    assert [len(store.sheets.history(token)) for token in tokens] == [1, 1, 1, 1]
    assert [store.participations.mine(token) for token in tokens] == [()] * 4
    store.campaigns.delete(who, kept.id)
    last = dump(store)
    assert {name for name in last if last[name] != nothing_yet[name]} <= {
        *("respondents", "sheets", "tokens", "organisers", "organiser_sessions")
    }
    assert all(last[table.name] == [] for table in OF_CAMPAIGN)


def test_the_proof_does_not_tell_who_took_part_without_sharing(store: Store) -> None:
    who = organiser(store, "Sato")
    proofs = []
    for takers in (0, 3):
        made = running(store, who, links="personal")
        links = store.invitations.add(who, made.id, people(4))
        for one in links[:takers]:
            taken(store, one.secret)
        proofs.append(store.campaigns.delete(who, made.id))
    assert proofs[0] == proofs[1]
    assert {participations} == UNTOLD


def test_everything_goes_when_its_time_is_over_and_not_before(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made, tokens = full(store, who, "gone")
    later = running(store, who, keep_days=181)
    clock.now = made.over - 1
    # The sheets were never opened again and went in their own time; what was shared stays until its own.
    gone = purge(store)
    assert (gone["campaigns"], gone["shares"], gone["participations"]) == (0, 0, 0)
    assert len(store.shared.all(organiser(store, "Sato"), made.id)) == 2
    assert store.sheets.newest(tokens[3]) is None
    clock.now += 1
    gone = purge(store)
    assert (gone["campaigns"], gone["shares"], gone["participations"], gone["invitations"]) == (1, 2, 4, 5)
    # Nothing else was left of the one who had only begun, whose open sheet went before.
    assert gone["tokens"] == 1
    rows = stats(store).rows
    assert (rows["campaigns"], rows["members"], rows["audit"], rows["respondents"]) == (1, 1, 1, 3)
    assert [row.id for row in store.campaigns.mine(organiser(store, "Sato")).rows] == [later.id]


def test_many_campaigns_go_with_one_purge(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    for _ in range(4):
        running(store, who, closes=NOW + DAY, keep_days=1)
    clock.now = NOW + 2 * DAY
    assert purge(store)["campaigns"] == 4
    assert purge(store)["campaigns"] == 0


def test_a_share_that_nobody_can_take_back_any_more_goes(store: Store) -> None:
    """As answers do that no device opens any more: whoever shared could neither change nor withdraw it."""
    who = organiser(store, "Sato")
    made = running(store, who)
    token, _, _ = shared(store, link_of(made))
    kept = shared(store, link_of(made))[2]
    back = store.devices.leave(token).back
    assert back is not None
    assert purge(store)["shares"] == 0
    store.devices.leave(store.devices.exchange(back))
    store.writer.run(lambda c: c.exec_driver_sql("DELETE FROM tokens WHERE kind = 'link'"))
    gone = purge(store)
    assert (gone["shares"], gone["participations"]) == (1, 1)
    assert store.shared.all(who, made.id) == (kept,)


def test_a_sheet_goes_in_its_time_and_the_copy_that_was_shared_stays_until_its_own(store: Store, clock: Clock) -> None:
    who = organiser(store, "Sato")
    made = running(store, who, closes=NOW + 10 * DAY, keep_days=500)
    token, participation, share = shared(store, link_of(made))
    clock.now += 366 * DAY
    assert (purge(store)["finished"], purge(store)["shares"]) == (1, 0)
    assert store.sheets.history(token) == ()
    assert store.shared.all(organiser(store, "Sato"), made.id) == (share,)
    store.participations.withdraw(token, participation)
    assert store.shared.all(organiser(store, "Sato"), made.id) == ()


def bytes_of(store: Store) -> bytes:
    file = Path(store.engine.url.database or "")
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))


def test_nothing_is_left_in_the_files(file_place: str, opened: Callable[..., Store]) -> None:
    store = opened(file_place)
    who = organiser(store, "Sato")
    made = running(store, who, links="personal", title="a_title_of_its_own")
    links = store.invitations.add(who, made.id, people(60))
    tokens = [shared(store, one.secret, note=f"a_note_{n}_of_theirs") for n, one in enumerate(links[:20])]
    _, secret = store.keys.make(who, made.id, "a_label_of_its_own")
    hashed = sha256(secret.encode()).hexdigest()

    def left(*marks: str) -> list[str]:
        found = bytes_of(store)
        return [mark for mark in marks if mark.encode() in found]

    assert left("a_note_3_of_theirs", "a_title_of_its_own", links[9].secret) != []
    store.participations.withdraw(tokens[3][0], tokens[3][1])
    assert left("a_note_3_of_theirs") == []
    assert left("a_note_4_of_theirs") != []
    store.rights.forget(tokens[4][0])
    assert left("a_note_4_of_theirs") == []
    picture = store.team_pictures.keep(who, "a_picture_of_its_own", "roles", "1", {})
    store.team_pictures.delete(who, picture.id)
    assert left("a_picture_of_its_own") == []
    assert store.campaigns.delete(who, made.id).wiped is True
    marks = [one.secret for one in links] + [one.id for one in links] + [f"p{n}@example.jp" for n in range(1, 61)]
    assert left(*marks, made.id, hashed, "_of_its_own", "of_theirs") == []


def test_withdrawing_deletes_the_row_at_once(store: Store) -> None:
    made = running(store, organiser(store, "Sato"))
    token, participation, _ = shared(store, link_of(made))
    store.participations.withdraw(token, participation)
    assert store.read(lambda connection: connection.execute(select(shares)).all()) == []
    sheet = finish(store, token)
    given = content("guide")
    store.participations.share(token, participation, "guide", name="", note="", content=given, sheet=sheet)
    assert len(store.read(lambda connection: connection.execute(select(shares)).all())) == 1
