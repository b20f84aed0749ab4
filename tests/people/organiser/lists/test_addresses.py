"""Our quick check of an address says what the library says."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from people.organiser.lists.addresses import split_cell, valid
from tests.examples import examples

DOMAINS = ("example.jp", "日本語.jp", "a_b.jp", "x", "EXAMPLE.com", "x.test")
LETTERS = "abZ09.-_+!#$%&'*/=?^`{|}~@ \"()<>[]:;,\\あ"


def by_library(address: str) -> str | None:
    try:
        return validate_email(address, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        return None


@settings(max_examples=examples(500), deadline=None)
@given(st.text(LETTERS, max_size=12), st.sampled_from(DOMAINS))
@example("a" * 64, "example.jp")
@example("a" * 65, "example.jp")
@example(".a", "example.jp")
@example("a..b", "example.jp")
@example("postmaster", "example.jp")
@example("POSTMASTER", "example.jp")
def test_the_quick_rule_is_the_librarys(local: str, domain: str) -> None:
    address = f"{local}@{domain}"
    expected = by_library(address)
    found = valid(address)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.casefold() == expected.casefold()


@pytest.mark.parametrize(
    ("cell", "name", "addresses"),
    [
        ("A <a@x.jp>; B <b@x.jp>", "A  ; B", ["a@x.jp", "b@x.jp"]),
        ("a@x.jp\nb@x.jp", "", ["a@x.jp", "b@x.jp"]),
        ("営業/山田 太郎（東京） <a@x.jp>", "営業/山田 太郎（東京）", ["a@x.jp"]),
        ("a/b@x.jp", "", ["a/b@x.jp"]),
        ("o'neil@x.jp", "", ["o'neil@x.jp"]),
        ("'a@x.jp'", "", ["a@x.jp"]),
        ("山田：a@x.jp", "山田", ["a@x.jp"]),
    ],
)
def test_a_cell_is_parted_into_a_name_and_its_addresses(cell: str, name: str, addresses: list[str]) -> None:
    assert split_cell(cell) == (name, addresses)
