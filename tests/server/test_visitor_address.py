"""Where a request comes from: believed as far as the operator says, and no further."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from server.visitor_address import FORWARDED, UNREADABLE, trusted_proxies, visitor_address
from store import BadSetting


def request(peer: str | None, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    client = None if peer is None else (peer, 1234)
    return Request({"type": "http", "method": "POST", "path": "/", "headers": headers, "client": client})


@pytest.mark.parametrize(
    ("peer", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", UNREADABLE),
        (None, UNREADABLE),
    ],
)
def test_without_a_proxy_it_is_whoever_called(peer: str | None, address: str) -> None:
    for proxies in (0, 1):
        assert visitor_address(request(peer), proxies) == address


@pytest.mark.parametrize("forwarded", ["1.2.3.4", "1.2.3.4, 5.6.7.8", "", ",", "x", "127.0.0.1"])
def test_a_header_that_nobody_vouches_for_is_one_visitor(forwarded: str) -> None:
    assert visitor_address(request("192.0.2.1", forwarded), 0) == FORWARDED


@pytest.mark.parametrize(
    ("lines", "proxies", "address"),
    [
        (["203.0.113.9"], 1, "203.0.113.9"),
        (["6.6.6.6, 203.0.113.9"], 1, "203.0.113.9"),
        (["6.6.6.6", "203.0.113.9"], 1, "203.0.113.9"),
        (["6.6.6.6, 203.0.113.9, 10.0.0.1"], 2, "203.0.113.9"),
        (["203.0.113.9"], 2, FORWARDED),
        (["203.0.113.9:4711"], 1, "203.0.113.9"),
        (["[2001:db8::1]:4711"], 1, "2001:db8::/64"),
        (["2001:db8::1"], 1, "2001:db8::/64"),
        (["6.6.6.6, unknown"], 1, UNREADABLE),
        (["6.6.6.6,"], 1, UNREADABLE),
    ],
)
def test_what_the_own_proxies_added_counts(lines: list[str], proxies: int, address: str) -> None:
    assert visitor_address(request("10.0.0.1", *lines), proxies) == address


def test_the_setting() -> None:
    assert [trusted_proxies({"FIT_TRUSTED_PROXY": given}) for given in ("", " ", "0", "1", "9")] == [0, 0, 0, 1, 9]
    assert trusted_proxies({}) == 0
    for wrong in ("10", "-1", "1.5", "yes", "127.0.0.1", "１"):
        with pytest.raises(BadSetting):
            trusted_proxies({"FIT_TRUSTED_PROXY": wrong})
