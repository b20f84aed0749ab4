"""No log of any level holds an answer, a token, its hash or a score."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from store import Answer, Keep, Pending, Purger, Scores, Store, StoreDown, StoreError, Token
from store.backup import back_up
from store.restore import restore
from store.table_out import export_finished
from tests.store.moments import DAY, NOW, Clock

SECRET = "the_secret_answer"
SCORES = Scores("clear", "the_secret_role", 61.0625, {"the_secret_score": 17.03125})


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """Every record of every logger at every level, formatted with its traceback."""
    lines: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(logging.Formatter().format(record))

    keeper, root = Keeper(level=0), logging.getLogger()
    names = ["", *logging.root.manager.loggerDict, "sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool", "psycopg"]
    before = {name: logging.getLogger(name).level for name in names}
    root.addHandler(keeper)
    for name in names:
        logging.getLogger(name).setLevel(1)
    yield lines
    root.removeHandler(keeper)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def test_no_secret_in_any_log(
    logged: list[str], place: str, opened: Callable[..., Store], clock: Clock, tmp_path: Path
) -> None:
    store = opened(place)
    log = logging.getLogger("site")
    tokens: list[Token] = []
    for _ in range(2):
        token, sheet = store.begin("roles", "1.0.0", "ab", "full", "ja")
        tokens.append(token)
        log.debug("%s %r", token, sheet)
    token, other = tokens
    log.debug("%r", store.save(token, [Answer("q1", SECRET, NOW)], position="q2"))
    link = store.resume_link(token)
    tokens += [link, store.exchange(link)]
    log.debug("%r", store.finish(token, SCORES))
    store.again(token)
    store.history(token)
    store.export(token)
    store.keep_files("ab", {"items.yaml": "x"})
    back_up(store, tmp_path / "backup")
    export_finished(store, tmp_path / "out.csv")
    restore(store, tmp_path / "backup", replace=True)
    clock.now += DAY
    Purger(store, Keep()).once()
    break_and_use(store, token, log)
    store.start_anew(token)
    store.leave(tokens[3])
    store.forget(token)
    store.forget(other)
    everything = "\n".join(logged)
    assert "UPDATE sheets" in everything
    assert "BEGIN" in everything
    secrets = [SECRET, "the_secret_role", "61.0625", "17.03125", "the_secret_score"]
    for one in tokens:
        secrets += [one.secret, sha256(one.secret.encode()).hexdigest()]
    assert [secret for secret in secrets if secret in everything] == []


def break_and_use(store: Store, token: Token, log: logging.Logger) -> None:
    """Make the table refuse the very row, in words of the database's own that quote it, and log what comes of it."""
    if store.is_file:
        rule = "CREATE TRIGGER refuse BEFORE UPDATE ON sheets BEGIN SELECT RAISE(ABORT, 'refused'); END"
        undo = "DROP TRIGGER refuse"
    else:
        rule = "ALTER TABLE sheets ADD CONSTRAINT refuse CHECK (revision < 0) NOT VALID"
        undo = "ALTER TABLE sheets DROP CONSTRAINT refuse"
    store.write(lambda connection: connection.execute(text(rule)))
    pending = Pending(token)
    pending.add([Answer("q2", SECRET, NOW + 9)], moment=NOW)
    failed = False
    try:
        pending.flush(store)
    except StoreDown as down:
        log.exception("The save failed.")
        failed = SECRET not in str(down)
    assert failed
    with contextlib.suppress(StoreError):
        store.save(Token("forged_token_" + "x" * 30), [Answer("q1", SECRET, NOW)])
    try:
        store.save(token, [Answer("q1", SECRET + "'", NOW)])
    except StoreError:
        log.exception("The answer was refused.")
    store.write(lambda connection: connection.execute(text(undo)))
    assert pending.unsaved == 1
