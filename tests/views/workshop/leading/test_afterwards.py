"""What was shown, on the trainer's page: every picture as it was, and forms for the files."""

from __future__ import annotations

import pytest

from people.trainer import pictures
from people.trainer.pictures import Shown
from tests.people.candidate.world import SHIPPED
from tests.views.pages import open_page, text
from tests.views.workshop.conftest import Device
from tests.views.workshop.world import CONTENT, at_stage, finished, workshop


@pytest.mark.parametrize("language", ["ja", "en"])
def test_pictures_and_files_stand_there_once_something_was_shown(device: Device, language: str) -> None:
    words = CONTENT.words(language)
    device.leads()
    made = workshop(device.store, device.who)
    app = open_page("workshop", id=made.id, part="shown", lang=language)
    assert words("trainer.afterwards.nothing") in text(app)
    assert "workshop-file" not in text(app)
    finished(device.store, made, 5)
    now = at_stage(device.store, device.who, made, "picture")
    assert isinstance(pictures.take(device.who, now, assessment=SHIPPED), Shown)
    app = open_page("workshop", id=made.id, part="shown", lang=language)
    assert not app.exception
    said = text(app)
    assert said.count('action="/workshop-file"') == 3
    for form in ("pdf", "xlsx", "png"):
        assert f'value="{form}"' in said
    assert said.count('class="fit-told-track"') == len(SHIPPED.traits)


def test_the_panel_offers_the_run_sheet_and_the_papers_of_its_lessons(device: Device) -> None:
    device.leads()
    made = workshop(device.store, device.who)
    app = open_page("workshop", id=made.id)
    assert 'value="agenda"' in text(app)
