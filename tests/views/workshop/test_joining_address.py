"""What stands on the screen and in the QR code is an address that a phone can open."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import CONTENT, at_stage, in_groups, workshop
from views.frame.markup import esc
from views.workshop import joining_address


def reached(monkeypatch: pytest.MonkeyPatch, opened: str, for_others: str) -> None:
    streamlit = SimpleNamespace(
        context=SimpleNamespace(url=opened), get_option={"browser.serverAddress": for_others}.get
    )
    monkeypatch.setattr(joining_address, "st", streamlit)


@pytest.mark.parametrize(
    ("opened", "for_others", "given"),
    [
        ("https://fit.example.jp/projector?id=1", "localhost", "https://fit.example.jp"),
        ("http://192.168.0.10:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://localhost:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://127.0.0.1:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://localhost:8501/projector", "localhost", "http://localhost:8501"),
        ("http://[::1]:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://127.0.0.2/projector", "192.168.0.10", "http://192.168.0.10"),
        ("", "localhost", "http://localhost"),
    ],
)
def test_a_name_that_only_this_machine_knows_gives_way(
    monkeypatch: pytest.MonkeyPatch, opened: str, for_others: str, given: str
) -> None:
    reached(monkeypatch, opened, for_others)
    assert joining_address.site_address() == given
    assert joining_address.qr_address("12345678") == f"{given}/j?c=12345678"
    assert joining_address.join_address() == f"{given.split('://')[1]}/j"


@pytest.mark.parametrize(
    ("opened", "for_others", "no_phone"),
    [
        ("http://localhost:8501/projector", "localhost", True),
        ("http://127.0.0.1:8501/projector", "localhost", True),
        ("http://[::1]:8501/projector", "localhost", True),
        ("http://0.0.0.0:8501/projector", "localhost", True),
        ("http://fit.localhost:8501/projector", "localhost", True),
        ("http://localhost:8501/projector", "192.168.0.10", False),
        ("http://192.168.0.10:8501/projector", "localhost", False),
        ("http://meeting-room.local:8501/projector", "localhost", False),
        ("https://fit.example.jp/projector", "localhost", False),
    ],
)
def test_an_address_that_no_phone_can_open_is_known(
    monkeypatch: pytest.MonkeyPatch, opened: str, for_others: str, no_phone: bool
) -> None:
    reached(monkeypatch, opened, for_others)
    assert joining_address.only_here() is no_phone


def test_the_way_out_is_the_one_of_the_guide() -> None:
    guide = (Path(__file__).resolve().parents[3] / "docs" / "trainers.md").read_text(encoding="utf-8")
    assert guide.count(joining_address.FOR_PHONES) >= 2


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("address", ["http://localhost:8501/x", "https://fit.example.co.jp/x"])
def test_panel_and_lobby_say_so_beside_the_code_and_nowhere_else(
    device: Device, monkeypatch: pytest.MonkeyPatch, address: str, language: str
) -> None:
    monkeypatch.setattr(type(st.context), "url", address)
    device.leads()
    made = workshop(device.store, device.who)
    said = esc(CONTENT.words(language)("trainer.only_here", command=joining_address.FOR_PHONES))
    for page in ("workshop", "projector"):
        shown = text(open_page(page, id=made.id, lang=language))
        assert (said in shown) is ("localhost" in address)
        assert in_groups(made.code) in shown
    at_stage(device.store, device.who, made, "assessment")
    assert said not in text(open_page("projector", id=made.id, lang=language))
