"""The first password: printed once, by one of the processes that start, on the terminal and nowhere else."""

from __future__ import annotations

import os
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from server.opening import Opening
from store import StoreDown, open_store
from tests.chaos.running import Running, request
from tests.server.test_start import assert_one_sentence, start

PASSWORD = re.compile(r"\b(?:[0-9a-z]{5}-){3}[0-9a-z]{5}\b")
UNSET = {"FIT_ORGANISER_PASSWORD": "", "FIT_ORGANISERS": "", "FIT_LANGUAGE": "en"}


def sign_in(site: Running, password: str) -> int:
    return request(site.address, "POST", "/sign-in", name="organiser", password=password).status


def test_two_processes_print_one_password_and_a_restart_prints_none(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/fit.db"
    sites = [Running(tmp_path / f"{number}.log", database, **UNSET) for number in range(2)]
    try:
        with ThreadPoolExecutor(2) as both:
            list(both.map(Running.start, sites))
        printed = [PASSWORD.findall(site.printed()) for site in sites]
        (password,) = printed[0] + printed[1]
        shown = sites[0] if printed[0] else sites[1]
        assert f"http://localhost:{shown.port}/sign-in" in shown.printed()
        assert "organiser" in shown.printed()
        assert "-m store organiser" in shown.printed()
        assert [sign_in(site, password) for site in sites] == [303, 303]
        assert sign_in(sites[0], "another") == 403
        shown.stop()
        shown.start()
        assert len(PASSWORD.findall(shown.printed())) == 1
        assert sign_in(shown, password) == 303
    finally:
        for site in sites:
            site.__exit__()


def test_a_password_of_the_operators_own_is_never_printed(tmp_path: Path) -> None:
    database, own = f"sqlite:///{tmp_path}/fit.db", "the-operators-own-words"
    with Running(tmp_path / "log", database, **UNSET | {"FIT_ORGANISER_PASSWORD": own}) as site:
        assert sign_in(site, own) == 303
        site.stop()
        site.start(FIT_ORGANISER_PASSWORD="another of their own words")
        assert sign_in(site, own) == 403
        assert sign_in(site, "another of their own words") == 303
    assert PASSWORD.findall(site.printed()) == []
    assert own not in site.printed()


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("FIT_ORGANISER_PASSWORD", "elevenchars", "FIT_ORGANISER_PASSWORD must have 12 to 1000 characters."),
        ("FIT_TRUSTED_PROXY", "10.0.0.1", "FIT_TRUSTED_PROXY must be the number of proxies"),
        ("FIT_TRUSTED_PROXY", "-1", "FIT_TRUSTED_PROXY must be the number of proxies"),
    ],
)
def test_a_wrong_setting_ends_the_start(tmp_path: Path, setting: str, value: str, sentence: str) -> None:
    ended = start(**{"DATABASE_URL": f"sqlite:///{tmp_path}/fit.db", setting: value})
    assert_one_sentence(ended, sentence)
    assert "elevenchars" not in ended.stdout + ended.stderr


@pytest.mark.parametrize("text", ["[auth\n", None])
def test_secrets_that_cannot_be_read_end_the_start(tmp_path: Path, text: str | None) -> None:
    """Else the door would stand as if no sign-in service were set."""
    if text is not None:
        (tmp_path / "secrets.toml").write_text(text, encoding="utf-8")
    settings = {"STREAMLIT_SECRETS_FILES": f"{tmp_path}/secrets.toml"}
    ended = start(DATABASE_URL=f"sqlite:///{tmp_path}/fit.db", **settings)
    assert ended.returncode == 1
    assert "secrets.toml cannot be read" in ended.stderr.splitlines()[-1]


def test_the_password_comes_once_the_store_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tries: list[int] = []

    def first() -> str | None:
        tries.append(1)
        if len(tries) < 3:
            raise StoreDown("away")
        return "aaaaa-bbbbb-ccccc-ddddd"

    monkeypatch.setattr("server.opening.admit_only", lambda _: None)
    monkeypatch.setattr("server.opening.first_password", first)
    monkeypatch.setattr("server.opening.given_password", lambda: None)
    opening = Opening(lambda: "http://here", None, again_seconds=0.01)
    opening.start()
    assert opening._thread is not None
    opening._thread.join(30)
    opening.stop()
    assert len(tries) == 3
    assert PASSWORD.findall(capsys.readouterr().out) == ["aaaaa-bbbbb-ccccc-ddddd"]


def test_with_a_sign_in_service_no_password_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[frozenset[str]] = []
    monkeypatch.setattr("server.opening.admit_only", made.append)
    monkeypatch.setattr("server.opening.first_password", lambda: pytest.fail("a password was made"))
    monkeypatch.setattr("server.opening.given_password", lambda: None)
    opening = Opening(lambda: "http://here", frozenset({"a@example.jp"}))
    opening.start()
    opening.stop()
    assert made == [frozenset({"a@example.jp"})]


def test_while_the_store_is_away_the_door_says_so_and_nobody_is_signed_out(tmp_path: Path) -> None:
    own = "the-operators-own-words"
    file = tmp_path / "fit.db"
    with Running(tmp_path / "log", f"sqlite:///{file}", **UNSET | {"FIT_ORGANISER_PASSWORD": own}) as site:
        entered = request(site.address, "POST", "/sign-in", name="organiser", password=own)
        cookie = {"Cookie": f"fit_organiser={entered.cookie('fit_organiser')}"}
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            away = request(site.address, "POST", "/sign-in", name="organiser", password=own, language="en")
            assert (away.status, away.set_cookies) == (503, {})
            assert "The store cannot be reached" in away.body.decode()
            assert 'value="organiser"' in away.body.decode()
            still = request(site.address, "POST", "/sign-out", headers=cookie, language="en")
            assert (still.status, still.set_cookies) == (503, {})
            assert "you are still signed in" in still.body.decode()
            assert 'action="/sign-out"' in still.body.decode()
            ticket = request(site.address, "POST", "/sign-in/ticket", ticket="A" * 43)
            assert (ticket.status, ticket.location, ticket.set_cookies) == (303, "/organise?kept=down", {})
            other.execute("ROLLBACK")
        assert request(site.address, "GET", "/sign-in", headers=cookie).status == 303, "the session lives"
        assert request(site.address, "POST", "/sign-out", headers=cookie).status == 303
        assert request(site.address, "GET", "/sign-in", headers=cookie).status == 200
    assert "Traceback" not in site.printed()


def test_a_database_made_before_there_were_organisers_gets_its_first_password(tmp_path: Path) -> None:
    """An upgrade of a site that ran for long is a first start too."""
    url = f"sqlite:///{tmp_path}/fit.db"
    with closing(open_store(url)) as store:
        store.devices.begin_visitor()
    with Running(tmp_path / "log", url, **UNSET) as site:
        (password,) = PASSWORD.findall(site.printed())
        assert sign_in(site, password) == 303
    assert os.environ.get("FIT_ORGANISER_PASSWORD", "") == ""
