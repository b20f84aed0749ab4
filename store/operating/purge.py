"""Deleting what is over, in pieces small enough that no save waits for them."""

from __future__ import annotations

from collections import Counter

from store.campaigns.over import purge_campaign
from store.organisers.over import purge_door
from store.respondents.retention import purge_some
from store.settings import Retention
from store.store import Store
from store.workshops.over import purge_workshop


def purge(store: Store, keep: Retention | None = None, now: int | None = None) -> Counter[str]:
    """Delete what is over; how much went, by kind: open, finished (sheets), progress, tokens, sessions,
    tickets and attempts (of organisers), and of campaigns and workshops by the tables' names.

    What no live token opens goes at once, whatever its age: nobody could read it, download it or ask for its deletion
    any more. ``now``: ms since 1970 UTC, the store's clock by default. Raises StoreDown.
    """
    moment, days = store.now() if now is None else now, keep or Retention()
    total: Counter[str] = Counter()
    while (some := store.writer.run(lambda connection: purge_some(connection, days, moment))) is not None:
        total += some
    while (some := store.writer.run(lambda connection: purge_campaign(connection, moment))) is not None:
        total += some
    while (some := store.writer.run(lambda connection: purge_workshop(connection, moment))) is not None:
        total += some
    total += store.writer.run(lambda connection: purge_door(connection, moment))
    store.wipe()
    return total
