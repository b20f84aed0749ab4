"""What stands on the screen and in the QR code is an address that a phone can open."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from views.workshop import joining_address


@pytest.mark.parametrize(
    ("opened", "for_others", "given"),
    [
        ("https://fit.example.jp/projector?id=1", "localhost", "https://fit.example.jp"),
        ("http://192.168.0.10:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://localhost:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://127.0.0.1:8501/projector", "192.168.0.10", "http://192.168.0.10:8501"),
        ("http://localhost:8501/projector", "localhost", "http://localhost:8501"),
        ("", "localhost", "http://localhost"),
    ],
)
def test_a_name_that_only_this_machine_knows_gives_way(
    monkeypatch: pytest.MonkeyPatch, opened: str, for_others: str, given: str
) -> None:
    streamlit = SimpleNamespace(
        context=SimpleNamespace(url=opened), get_option={"browser.serverAddress": for_others}.get
    )
    monkeypatch.setattr(joining_address, "st", streamlit)
    assert joining_address.site_address() == given
    assert joining_address.qr_address("12345678") == f"{given}/j?c=12345678"
    assert joining_address.join_address() == f"{given.split('://')[1]}/j"
