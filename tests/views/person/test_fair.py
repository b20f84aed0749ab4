"""The page on fair hiring: dated, no legal advice, every rule with its sources, every matter with a way out."""

from __future__ import annotations

import re

import pytest

from tests.views.pages import open_page, text
from views.person.fair import LAWS, MATTERS
from views.person.fair_sources import ADDRESSES


def test_the_fourteen_matters_are_fourteen_each_with_why_and_what_to_ask_instead() -> None:
    assert sum(len(held) for held in MATTERS.values()) == 14
    shown = text(open_page("fair"))
    part = shown.split("聞かない、調べない14の事柄</h2>")[1].split("</section>")[0]
    assert (
        part.count("<summary>") == part.count("<strong>理由</strong>") == part.count("<strong>代わりに</strong>") == 14
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", ("2026年11月28日", "法律上の助言ではありません", "合否を決めたり")),
        ("en", ("28 November 2026", "not legal advice", "ranks nobody")),
    ],
)
def test_it_is_dated_is_no_legal_advice_and_no_gate(language: str, said: tuple[str, ...]) -> None:
    shown = text(open_page("fair", lang=language))
    assert all(one in shown for one in said)


def test_every_rule_names_its_sources_and_every_source_is_named_once() -> None:
    assert all(LAWS.values())
    assert sorted(one for read in LAWS.values() for one in read) == sorted(ADDRESSES)
    shown = text(open_page("fair"))
    for address in ADDRESSES.values():
        assert f"<cite>{address.replace('&', '&amp;')}</cite>" in shown
    links = re.findall(r'<a href="([^"]+)" rel="noreferrer">', shown)
    assert len(links) == len(ADDRESSES)
    assert all(re.fullmatch(r"https?://[!-~]+", link) for link in links), "an address of a link is plain ASCII"


def test_what_to_do_comes_before_the_rules() -> None:
    shown = text(open_page("fair"))
    titles = [f"<h2>{one}</h2>" for one in ("まず、すること", "聞かない、調べない14の事柄", "もとになる決まり")]
    places = [shown.index(title) for title in titles]
    assert places == sorted(places)
