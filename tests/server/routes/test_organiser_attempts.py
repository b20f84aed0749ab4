"""Guessing at the organisers' door, and what nobody types by mistake: slowed down or refused, kindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import Store
from store.organisers.attempts import FREE
from tests.chaos.running import Running
from tests.server.door import (
    AHEAD,
    PASSWORD,
    WRONG,
    failures_were,
    folder,
    forget_failures,
    opens,
    problem,
    running,
    sign_in,
    signed_in,
    site,
    store,
    typed,
)

__all__ = ["folder", "running", "site", "store"]


def test_unknown_and_known_names_are_answered_alike(site: str, store: Store) -> None:
    answers = []
    for name in ("organiser", "nobodyelse"):
        forget_failures(store)
        answer = sign_in(site, "wrong", name)
        headers = {key: value for key, value in answer.headers.items() if key not in ("date", "content-length")}
        answers.append((answer.status, headers, answer.body.decode().replace(f'"{name}"', "")))
    assert answers[0] == answers[1]


def test_brute_force_is_slowed_down_and_a_right_password_waits_too(site: str, store: Store) -> None:
    assert [sign_in(site, f"guess {guess}").status for guess in range(FREE)] == [403] * FREE
    failures_were(store, AHEAD)
    assert {sign_in(site, f"more {guess}").status for guess in range(10)} == {429}
    early = sign_in(site)
    assert (early.status, early.set_cookies, typed(early)) == (429, {}, "organiser")
    assert "Please wait a second" in problem(early)
    assert early.headers["retry-after"] == "1"
    failures_were(store, -1_000)
    assert sign_in(site, "one more").status == 403
    failures_were(store, AHEAD)
    later = sign_in(site)
    assert later.headers["retry-after"] == "2"
    assert "Please wait 2 seconds" in problem(later)
    failures_were(store, -2_000)
    assert opens(store, signed_in(site))
    assert [sign_in(site, "after a success").status for _ in range(FREE)] == [403] * FREE


def test_another_address_in_a_header_wins_no_attempts(site: str, store: Store) -> None:
    def guess(n: int) -> int:
        headers = {"X-Forwarded-For": f"203.0.113.{n}", "Forwarded": f"for=10.9.9.{n}"}
        return sign_in(site, "x", f"name {n}", headers=headers).status

    assert [guess(n) for n in range(FREE)] == [403] * FREE
    failures_were(store, AHEAD)
    assert [guess(n) for n in range(FREE, FREE + 3)] == [429] * 3
    assert sign_in(site).status == 303, "who comes without a proxy is another visitor"


def test_behind_a_trusted_proxy_addresses_and_names_are_counted_apart(folder: Path, store: Store, site: str) -> None:
    settings = {"FIT_ORGANISER_PASSWORD": PASSWORD, "FIT_TRUSTED_PROXY": "1"}
    with Running(folder / "proxied.log", f"sqlite:///{folder}/fit.db", **settings) as proxied:

        def guess(forwarded: str, name: str, password: str = "x") -> int:
            return sign_in(proxied.address, password, name, headers={"X-Forwarded-For": forwarded}).status

        assert [guess(f"203.0.113.{n}", "organiser") for n in range(FREE)] == [403] * FREE
        failures_were(store, AHEAD)
        assert guess("203.0.113.99", "organiser") == 429, "a name waits wherever it is tried from"
        assert guess("203.0.113.99", "another") == 403
        forget_failures(store)
        # What a visitor writes stands before what the own proxy adds.
        assert [guess(f"10.0.0.{n}, 198.51.100.1", f"name {n}") for n in range(FREE)] == [403] * FREE
        failures_were(store, AHEAD)
        assert guess("10.0.0.77, 198.51.100.1", "name 77") == 429
        assert guess("198.51.100.1, 198.51.100.2", "organiser", PASSWORD) == 303


ODD = {
    "long": "x" * 10_000,
    "long and wide": "長" * 10_000,
    "NUL": "organ\x00iser",
    "bidi": "\u202eresinagro\u202c",
    "markup": '"><script>alert(1)</script>',
    "quotes": "' OR '1'='1",
    "lines": "a\r\nSet-Cookie: x=1",
    "empty": "",
    "blank": "   ",
    "not one character": "\ufffd\ufffd",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_input_is_refused_kindly(site: str, odd: str) -> None:
    for answer in (sign_in(site, PASSWORD, odd), sign_in(site, odd)):
        assert (answer.status, answer.set_cookies) == (403, {})
        assert WRONG in problem(answer)
        assert "<script" not in answer.body.decode()
        assert "Please wait" not in problem(answer)
    assert len(typed(sign_in(site, PASSWORD, odd))) <= 80
    # The control: the door still opens.
    assert sign_in(site).status == 303


def test_a_body_without_end_is_refused(site: str) -> None:
    answer = sign_in(site, "x" * 1_000_000)
    assert (answer.status, answer.set_cookies) == (403, {})
