"""A campaign of 10,000 candidates, as its organiser reads it, against the bare statements over the same tables."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, insert, text

from bench.databases import databases
from bench.ratio import Ratio, seconds
from store import Draft, Invited, Store, Token, open_store
from store.campaigns.values import CampaignTexts
from store.database.campaign_tables import participations, shares
from store.database.tables import respondents

PEOPLE = 10_000
SHARED = 2_000
DAY_MS = 86_400_000
MOST = 2.0
_OVERVIEW = (
    "SELECT count(*) FROM invitations WHERE campaign = :campaign AND NOT withdrawn",
    "SELECT level, shared / 900000, count(*) FROM shares WHERE campaign = :campaign AND until > :now GROUP BY 1, 2",
    "SELECT count(DISTINCT p.invitation) FROM participations p JOIN sheets s ON s.respondent = p.respondent"
    " WHERE p.campaign = :campaign AND s.assessment = 'bench' AND s.state = 'finished'",
)
_PEOPLE = (
    "SELECT count(*) FROM invitations i LEFT JOIN shares s ON s.invitation = i.id AND s.until > :now"
    " WHERE i.campaign = :campaign AND i.search LIKE :like",
    "SELECT i.id, i.name, i.address, i.reference, i.secret, i.withdrawn, s.id FROM invitations i"
    " LEFT JOIN shares s ON s.invitation = i.id AND s.until > :now"
    " WHERE i.campaign = :campaign AND i.search LIKE :like ORDER BY i.position LIMIT 50 OFFSET 5000",
)
_SHARES = (
    "SELECT count(*) FROM shares WHERE campaign = :campaign AND until > :now",
    "SELECT s.*, i.name FROM shares s LEFT JOIN invitations i ON i.id = s.invitation"
    " WHERE s.campaign = :campaign AND s.until > :now ORDER BY s.shared DESC LIMIT 50 OFFSET 1000",
)


def run() -> list[Ratio]:
    found: list[Ratio] = []
    with databases() as places:
        for name, url in places.items():
            with closing(open_store(url)) as store:
                found += measure(store, name)
    return found


def measure(store: Store, name: str, clock: Callable[[], float] = time.perf_counter) -> list[Ratio]:
    """Overview, the people searched, and the shares, each a page in the middle."""
    who, campaign = filled(store)
    bound = {"campaign": campaign, "now": store.now(), "like": "%mail7%"}
    works: dict[str, tuple[Callable[[], object], tuple[str, ...]]] = {
        "the overview": (lambda: store.campaigns.counts(who, campaign), _OVERVIEW),
        "a page of the people, searched": (lambda: store.invitations.page(who, campaign, 101, "mail7"), _PEOPLE),
        "a page of what was shared": (lambda: store.shared.page(who, campaign, 21), _SHARES),
    }
    return [
        Ratio(
            work=f"{name}: {work} of {PEOPLE:,} candidates, {SHARED:,} of whom shared",
            seconds=seconds(ours, 15, clock),
            yardstick="the same rows by bare statements",
            yardstick_seconds=seconds(lambda bare=bare: _bare(store, bare, bound), 15, clock),  # type: ignore[misc]
            most=MOST,
        )
        for work, (ours, bare) in works.items()
    ]


def _bare(store: Store, statements: tuple[str, ...], bound: dict[str, Any]) -> None:
    with store.engine.connect() as connection:
        for statement in statements:
            for row in connection.execute(text(statement), bound).all():
                # SQLite gives JSON as text; whoever reads a share has to parse it.
                [json.loads(cell) for cell in row if isinstance(cell, str) and cell.startswith("{")]


def filled(store: Store) -> tuple[Token, str]:
    """An organiser with a campaign of PEOPLE personal links, SHARED of them shared."""
    now = store.now()
    who = store.organisers.open_session(store.organisers.put("bench", None).id)
    texts = {"ja": CampaignTexts("差出人", "", "面接で話すきっかけにします。", "bench@example.jp", "")}
    draft = Draft(
        title="10,000",
        texts=texts,
        assessment="bench",
        form="full",
        language=None,
        zone="Asia/Tokyo",
        opens=now - DAY_MS,
        closes=now + 30 * DAY_MS,
        most=PEOPLE,
        links="personal",
    )
    campaign = store.campaigns.make(who, draft)
    people = [Invited(f"応募者 {n}", f"person.{n}@mail{n % 10}.example.jp", f"A-{n}") for n in range(PEOPLE)]
    links = store.invitations.add(who, campaign.id, people)
    store.writer.run(lambda connection: _share(connection, campaign.id, [link.id for link in links[:SHARED]], now))
    return who, campaign.id


def _share(connection: Connection, campaign: str, links: list[str], now: int) -> None:
    """Rows as sharing leaves them, all at once."""
    told = {"ja": {"headline": "…" * 40, "further": ["…" * 60] * 3, "flags": [], "warning": None}}
    content = {
        "v": 1,
        "assessment": {"id": "bench"},
        "guide": {"own": []},
        "told": told,
        "fits": [],
        "verdict": "clear",
    }
    names = [f"{n:032x}" for n in range(len(links))]
    connection.execute(insert(respondents), [{"id": name, "created": now} for name in names])
    joint = {"campaign": campaign, "version": "1.0.0"}
    begun = {**joint, "files_hash": "0", "form": "full", "title": "10,000", "sender": "差出人", "created": now}
    rows = zip(names, links, strict=True)
    connection.execute(
        insert(participations), [{**begun, "id": name, "respondent": name, "invitation": link} for name, link in rows]
    )
    shared = {
        **joint,
        "level": "fits",
        "rank": 2,
        "name": "応募者",
        "name_key": "応募者",
        "note": "",
        "content": content,
        "columns": {"fit:a_role": 50.0},
        "search": "応募者",
        "assessment": "bench",
        "language": "ja",
        "until": now + 200 * DAY_MS,
    }
    given = enumerate(zip(names, links, strict=True))
    connection.execute(
        insert(shares),
        [
            {
                **shared,
                "id": name,
                "respondent": name,
                "participation": name,
                "invitation": link,
                "shared": now + at,
                "changed": now + at,
            }
            for at, (name, link) in given
        ],
    )
