"""An invitation's link as mail and chat programs hand it over: read where its secret is whole, else refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.candidate.link import MOST, secret_in
from store.campaigns.links import CHARACTERS, LETTERS

SECRET = "3f7k0zqv9wbm2x8h5tnc4rgy1d"
SITE = "https://fit.example.jp/c"
secrets = st.text(LETTERS, min_size=CHARACTERS, max_size=CHARACTERS)


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        f"{SECRET}。",
        f" <{SECRET}>",
        f"「{SECRET}」",
        f"-{SECRET}_",
        f"{SECRET[:9]}\r\n{SECRET[9:]}",
        f"{SECRET[:9]}\u200b{SECRET[9:]}",
        f"{SECRET[:4]} {SECRET[4:20]}　{SECRET[20:]}",
        SECRET.upper(),
        wide(SECRET),
        wide(SECRET.upper()),
        f"%23{SECRET}",
        f"%2523{SECRET}",
        f"{SITE}#{SECRET}",
        f"{SITE}#{SECRET}?fbclid=IwAR0abc&utm_source=mail",
        f"{SITE}#{SECRET}&x=1",
        f"{SITE}#{SECRET}{SITE}#{SECRET}",
        SECRET * 2,
        SECRET.replace("0", "o").replace("1", "l"),
        SECRET.replace("0", "O").replace("1", "I"),
    ],
)
def test_a_whole_secret_is_read_whatever_surrounds_it(text: str) -> None:
    assert secret_in(text) == SECRET


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#",
        SITE,
        SECRET[:-1],
        f"{SECRET}x",
        f"{SECRET[:20]}…",
        SECRET.replace("k", "u"),
        f"{SECRET[:25]}あ",
        "https://example.org/",
        "%00%ff",
        "x" * (MOST + 1),
        f"{' ' * MOST}{SECRET}",
    ],
)
def test_what_holds_no_whole_secret_is_none(text: str) -> None:
    assert secret_in(text) is None


@given(
    secret=secrets,
    before=st.sampled_from(["", "「", "<", f"{SITE}#", " "]),
    after=st.sampled_from(["", "」", ">。", "?a=b", "\n"]),
)
def test_every_secret_survives_its_surroundings(secret: str, before: str, after: str) -> None:
    assert secret_in(f"{before}{secret}{after}") == secret
    assert secret_in(f"{before}{secret.upper()}{after}") == secret


@given(text=st.text(max_size=200))
def test_whatever_is_typed_gives_a_secrets_shape_or_nothing(text: str) -> None:
    found = secret_in(text)
    assert found is None or (len(found) == CHARACTERS and set(found) <= set(LETTERS))
