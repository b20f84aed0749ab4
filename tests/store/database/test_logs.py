"""No log of any level holds an answer, what somebody learned, a token, its hash or a score."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from store import (
    Answer,
    Edition,
    Purger,
    Retention,
    Scores,
    Store,
    StoreDown,
    StoreError,
    Token,
    UnsavedAnswers,
    UnsavedProgress,
)
from store.operating.backup import back_up
from store.operating.export import export_finished
from store.operating.restore import restore
from tests.store.moments import DAY, NOW, ROLES, Clock

SECRET = "the_secret_answer"
LEARNED = "the_secret_of_a_lesson"
LESSON = "lesson:the_secret_key"
SCORES = Scores("clear", "the_secret_role", 61.0625, {"the_secret_score": 17.03125})


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """Every record of every logger at every level, formatted with its traceback."""
    lines: list[str] = []

    class Sender(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(logging.Formatter().format(record))

    keeper, root = Sender(level=0), logging.getLogger()
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
        token, sheet = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
        tokens.append(token)
        log.debug("%s %r", token, sheet)
    token, other = tokens
    log.debug("%r", store.sheets.save(token, [Answer("q1", SECRET, NOW)], position="q2"))
    link = store.devices.make_link(token)
    tokens += [link, store.devices.exchange(link)]
    visitor = store.devices.begin_visitor()
    tokens.append(visitor)
    for one in (token, visitor):
        store.progress.save(one, {LESSON: (LEARNED, NOW)})
        store.progress.save(one, {LESSON: (LEARNED + "2", NOW + 1)})
        store.progress.entries(one)
        store.rights.export(one)
    log.debug("%r", store.sheets.begin_for(visitor, Edition("sales", "1.0.0", "ab", "full", "ja")))
    log.debug("%r", store.sheets.finish(token, SCORES))
    store.sheets.again(token, ROLES)
    store.sheets.history(token)
    store.rights.export(token)
    store.files.keep("ab", {"items.yaml": "x"})
    back_up(store, tmp_path / "backup")
    export_finished(store, tmp_path / "out.csv")
    restore(store, tmp_path / "backup", replace=True)
    clock.now += DAY
    Purger(lambda: store, Retention()).once()
    break_and_use(store, token, log)
    store.sheets.start_anew(token, ROLES)
    store.devices.leave(tokens[3])
    log.debug("%r", store.rights.forget(visitor))
    store.rights.forget(token)
    store.rights.forget(other)
    everything = "\n".join(logged)
    assert "UPDATE sheets" in everything
    assert "UPDATE progress" in everything
    assert "BEGIN" in everything
    secrets = [SECRET, LEARNED, LESSON, "the_secret_role", "61.0625", "17.03125", "the_secret_score"]
    for one in tokens:
        secrets += [one.secret, sha256(one.secret.encode()).hexdigest()]
    assert [secret for secret in secrets if secret in everything] == []


def break_and_use(store: Store, token: Token, log: logging.Logger) -> None:
    """Make the table refuse the very row, in words of the database's own that quote it, and log what comes of it."""
    if store.is_file:
        refuse = "CREATE TRIGGER refuse_{0} BEFORE UPDATE ON {0} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        allow = "DROP TRIGGER refuse_{0}"
    else:
        refuse = "ALTER TABLE {0} ADD CONSTRAINT refuse CHECK (updated < 0) NOT VALID"
        allow = "ALTER TABLE {0} DROP CONSTRAINT refuse"
    run_on_both(store, refuse)
    pending = UnsavedAnswers(token)
    pending.add([Answer("q2", SECRET, NOW + 9)], moment=NOW)
    failed = False
    try:
        pending.flush(store)
    except StoreDown as down:
        log.exception("The save failed.")
        failed = SECRET not in str(down)
    assert failed
    learned = UnsavedProgress(token)
    learned.add({LESSON: (LEARNED + "3", NOW + 9)})
    try:
        learned.flush(store)
    except StoreDown as down:
        log.exception("The progress was not kept.")
        failed = LEARNED not in str(down)
    with contextlib.suppress(StoreError):
        store.progress.save(token, {LESSON: (LEARNED + "\n", NOW)})
    assert failed
    assert learned.unsaved == 1
    with contextlib.suppress(StoreError):
        store.sheets.save(Token("forged_token_" + "x" * 30), [Answer("q1", SECRET, NOW)])
    try:
        store.sheets.save(token, [Answer("q1", SECRET + "'", NOW)])
    except StoreError:
        log.exception("The answer was refused.")
    run_on_both(store, allow)
    assert pending.unsaved == 1


def run_on_both(store: Store, rule: str) -> None:
    def work(connection: Connection) -> None:
        for table in ("sheets", "progress"):
            connection.execute(text(rule.format(table)))

    store.writer.run(work)
