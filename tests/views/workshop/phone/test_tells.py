"""What the screen can give away: the numbers that were measured, for who has joined and who has not."""

from __future__ import annotations

from math import ceil

import pytest

from scoring.group.played import played
from scoring.group.steps import step
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import CONTENT, phone, workshop


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_measured_number_stands_there(device: Device, language: str) -> None:
    words = CONTENT.words(language)
    app = open_page("tells", lang=language)
    assert not app.exception
    said = text(app)
    assert said.count("<tr>") == 1 + len(played().sizes)
    for one in played().sizes:
        assert words("tells.points", n=step(one.people)) in said
        assert words("tells.times", n=ceil(one.most)) in said
    assert words("tells.back") not in said
    device.holds(phone(device.store, workshop(device.store, device.who)).token)
    assert words("tells.back") in text(open_page("tells", lang=language))
