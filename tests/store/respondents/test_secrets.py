"""Tokens are compared in constant time, and nothing that a person sends is ever part of an SQL statement's text."""

from __future__ import annotations

import ast
import hmac
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from store import Answer, Edition, Scores, SheetGone, Store, Token
from store.operating.purge import purge
from tests.store.moments import NOW, ROLES

STORE = Path(__file__).parents[3] / "store"
EVIL = "x'); DROP TABLE sheets; --"


def test_whether_a_token_opens_is_decided_in_constant_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    token = store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))[0]
    link = store.devices.make_link(token)
    hashed = sha256(token.secret.encode()).hexdigest().encode()
    compared: list[tuple[Any, Any]] = []

    def never(one: Any, other: Any) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr(hmac, "compare_digest", never)
    assert store.sheets.newest(token) is None
    assert not store.devices.opens(token)
    sheets, rights = store.sheets, store.rights
    for act in (sheets.history, store.progress.entries, rights.export, sheets.save, store.devices.leave, rights.forget):
        with pytest.raises(SheetGone):
            act(token)
    with pytest.raises(SheetGone):
        sheets.again(token, ROLES)
    with pytest.raises(SheetGone):
        store.devices.exchange(link)
    assert compared.count((hashed, hashed)) >= 9


def test_what_people_send_is_always_a_parameter(store: Store) -> None:
    statements: list[str] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    token, _ = store.sheets.begin(Edition("a_roles", "9.8.7", "abcdef", "a_form", "ja"))
    store.sheets.save(
        token, [Answer("a_question", "an_option", NOW + 77)], position="a_place", timings={"a_page": 4711}
    )
    store.progress.save(token, {"a.key": (EVIL[:40], NOW)})
    device = store.devices.exchange(store.devices.make_link(token))
    store.sheets.finish(token, Scores("a_verdict", "a_role", 12.75, {"a_column": EVIL}))
    store.sheets.again(device, Edition("a_roles", "9.8.7", "abcdef", "other_form", "en"))
    store.files.keep("abcdef", {EVIL: EVIL})
    assert store.files.texts("abcdef") == {EVIL: EVIL}
    for held in (Token(EVIL), Token("A" * 43)):
        assert store.sheets.newest(held, EVIL) is None
    exported = store.rights.export(device)
    purge(store)
    store.devices.leave(device)
    store.rights.forget(token)
    everything = "\n".join(statements)
    assert "UPDATE sheets" in everything
    assert "INSERT INTO progress" in everything
    sent = ["a_roles", "9.8.7", "abcdef", "a_form", "a_question", "an_option", "a_place", "a_page", "4711", "a.key"]
    sent += ["DROP TABLE", "a_verdict", "a_role", "12.75", "a_column", "other_form", str(NOW + 77), token.secret]
    sent += [sha256(one.secret.encode()).hexdigest() for one in (token, device)]
    sent += [sheet["id"] for sheet in exported["sheets"]]
    assert [value for value in sent if value in everything] == []


def test_statements_are_written_in_the_code_and_never_put_together_from_values() -> None:
    """Text of SQL is a constant, or is made of names that the code itself holds (tables, settings)."""
    own_names = {"VERSION_TABLE", "pragma", "table.name", "', '.join((table.name for table in BACKED_UP))"}
    for path in sorted(STORE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name not in ("text", "exec_driver_sql") and not (
                name == "execute" and isinstance(call.args[0], ast.JoinedStr)
            ):
                continue
            for part in ast.walk(call.args[0]):
                if isinstance(part, ast.FormattedValue):
                    assert ast.unparse(part.value) in own_names, f"{path.name}:{call.lineno}"
