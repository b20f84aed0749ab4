"""A resume link as mail and chat programs hand it over: what is still whole is read, what is not is told."""

from __future__ import annotations

import string
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from people.respondent.resume_link import token_in
from store import Token
from store.respondents.secret import CHARACTERS, new_token

TOKEN = "Qk3_vR8-mZp0XtYbLc7WdHsJfN2gA5eKuOiT1hVx9Ba"
HOST = "https://fit.example.org/resume?lang=ja"
ALPHABET = string.ascii_letters + string.digits + "-_"
WIDE = "".join(chr(ord(one) + 0xFEE0) for one in TOKEN)
assert unicodedata.normalize("NFKC", WIDE) == TOKEN
assert len(TOKEN) == CHARACTERS

READ = {
    "as made": TOKEN,
    "full stop": f"{TOKEN}。",
    "bracket": f"{TOKEN})",
    "wide bracket": f"（{TOKEN}）",
    "angle": f"<{TOKEN}>",
    "quotes": f"「{TOKEN}」",
    "markdown": f"**{TOKEN}**",
    "markdown underlined": f"__{TOKEN}__",
    "comma, blanks": f"  {TOKEN} , ",
    "japanese goes on": f"{TOKEN}を開いてください",
    "words follow": f"{TOKEN} please open this",
    "wide": WIDE,
    "wide number sign": f"＃{TOKEN}",
    "percent": "".join(f"%{ord(one):02X}" for one in TOKEN),
    "percent twice": quote(quote("#" + TOKEN.replace("-", "%2D"))),
    "a blank inside": f"{TOKEN[:20]} {TOKEN[20:]}",
    "%20 inside": f"{TOKEN[:20]}%20{TOKEN[20:]}",
    "a line end inside": f"{TOKEN[:30]}\r\n{TOKEN[30:]}",
    "three lines": f"{TOKEN[:10]}\n{TOKEN[10:30]}\n{TOKEN[30:]}",
    "a line end inside, words follow": f"{TOKEN[:30]}\n{TOKEN[30:]}\nplease open this",
    "quoted reply": f"{TOKEN[:30]}\n> {TOKEN[30:]}",
    "soft line end": f"{TOKEN[:30]}=\n{TOKEN[30:]}",
    "unseen characters": f"\ufeff{TOKEN[:7]}\u200b{TOKEN[7:21]}\u00ad{TOKEN[21:]}",
    "other hyphens": TOKEN.replace("-", "\u2011"),
    "fbclid": f"{TOKEN}?fbclid=IwAR0{'a1' * 30}",
    "fbclid of the same length": f"{TOKEN}?fbclid={TOKEN[::-1]}",
    "utm": f"{TOKEN}&utm_source=mail&utm_medium=x",
    "link twice": f"{TOKEN}{HOST}#{TOKEN}",
    "link twice, apart": f"{TOKEN} {HOST}#{TOKEN}",
    "token twice": TOKEN + TOKEN,
    "whole link": f"{HOST}#{TOKEN}",
    "number sign twice": f"#{TOKEN}",
    "entity": f"35;{TOKEN}",
}
MANGLED = {
    "nothing": "",
    "blank": "  \n",
    "cut": TOKEN[:-1],
    "cut early": TOKEN[:12],
    "cut in front": TOKEN[1:],
    "cut, dots": f"{TOKEN[:30]}…",
    "cut, words follow": f"{TOKEN[:30]} please open this link here",
    "small letters": TOKEN.lower(),
    "capital letters": TOKEN.upper(),
    "something inside": f"{TOKEN[:20]}X{TOKEN[20:]}",
    "letters follow": f"{TOKEN}please",
    "only the address": HOST,
    "japanese": "このリンクを開いてください" * 4,
    "far too long": "x" * 3000,
    "no text": "%00%ff",
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_read(text: str) -> None:
    assert token_in(text) == Token(TOKEN)


@pytest.mark.parametrize("text", MANGLED.values(), ids=MANGLED)
def test_mangled(text: str) -> None:
    assert token_in(text) is None


def test_a_whole_one_that_nobody_made_is_not_called_mangled() -> None:
    for unknown in ("A" * 43, "x" * 43, "-" * 43, new_token().secret):
        assert token_in(unknown) == Token(unknown)


def test_every_token_that_is_made_is_read_as_it_is() -> None:
    for _ in range(2000):
        token = new_token()
        assert token_in(token.secret) == token


@given(st.text(max_size=3000))
@example("%" * 2000)
@example("-" * 2000)
@example("a " * 1000)
def test_whatever_comes_gives_a_token_of_the_right_shape_or_none(text: str) -> None:
    found = token_in(text)
    assert found is None or (len(found.secret) == CHARACTERS and set(found.secret) <= set(ALPHABET))


@given(st.text(ALPHABET, max_size=CHARACTERS - 1))
def test_what_is_too_short_is_never_filled_up(text: str) -> None:
    assert token_in(text) is None
