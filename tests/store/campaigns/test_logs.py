"""No log holds the secret of a link, a key, a name, an address, or what somebody shared."""

from __future__ import annotations

import contextlib
import logging
from hashlib import sha256

import pytest

from store import Invited, Store, StoreError
from tests.store.campaigns.world import content, organiser, running, taken


def test_no_secret_of_a_campaign_in_any_log(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    # In words of their own, so that a traceback's line of this test does not hold them.
    own_name, note, told = "_".join(("the", "own", "name")), "_".join(("the", "note")), "_".join(("the", "content"))
    logging.getLogger("sqlalchemy.engine").setLevel(logging.DEBUG)
    try:
        with caplog.at_level(logging.DEBUG):
            log = logging.getLogger("site")
            who = organiser(store, "Sato")
            made = running(store, who, links="personal")
            public = running(store, who)
            added = store.invitations.add(who, made.id, [Invited("the_name", "the_address", "the_reference")])
            log.debug("%r %r %r", made, public, added)
            key, secret = store.keys.make(who, made.id, "system")
            log.debug("%r %r", key, store.keys.add_by_key(secret, made.id, [Invited("the_name")]))
            token, part, sheet = taken(store, added[0].secret)
            given = {"name": own_name, "note": note, "sheet": sheet}
            shared = store.participations.share(token, part, "guide", content=content("guide", told), **given)
            log.debug("%r %r", shared, store.participations.mine(token))
            log.debug("%r", store.shared.page(who, made.id, search=own_name))
            log.debug("%r", store.shared.page(who, made.id, sort="fit:the_role"))
            for level in ("guide", note):
                try:
                    store.participations.share(token, part, level, content={"traits": told}, **given)  # type: ignore[arg-type]
                except StoreError:
                    log.exception("It was refused.")
            with contextlib.suppress(StoreError):
                store.invitations.add(who, made.id, [Invited("the_name\u202e", "the_address")])
            log.debug("%r", store.campaigns.delete(who, made.id))
    finally:
        logging.getLogger("sqlalchemy.engine").setLevel(logging.NOTSET)
    secrets = ["the_name", own_name, "the_address", "the_reference", note, told]
    for one in (str(public.secret), added[0].secret, secret, token.secret, who.secret):
        secrets += [one, sha256(one.encode()).hexdigest()]
    assert "INSERT INTO invitations" in caplog.text
    assert [mark for mark in secrets if mark in caplog.text] == []
