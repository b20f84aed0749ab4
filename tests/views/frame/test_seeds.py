"""What a field begins with reaches a browser that was never sent the run which put it there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.organising.as_organiser import part, signed_in
from tests.views.organising.seeded import draft
from tests.views.pages import assessment, open_page

KINDS = (
    "button_group",
    "checkbox",
    "date_input",
    "number_input",
    "radio",
    "selectbox",
    "text_area",
    "text_input",
    "time_input",
)


def fields(app: AppTest) -> dict[str, Any]:
    """What the browser is sent of each field, by its id."""
    return {one.proto.id: one.proto for kind in KINDS for one in app.get(kind)}


def put_in(proto: Any) -> Any:
    """What the session put into the field, as the browser reads it."""
    if hasattr(proto, "raw_values"):
        return list(proto.raw_values)
    if hasattr(proto, "raw_value"):
        return proto.raw_value if proto.HasField("raw_value") else None
    return list(proto.value) if hasattr(proto.value, "append") else proto.value


def own(proto: Any) -> Any:
    """What a browser begins with that meets the field for the first time in this run."""
    if hasattr(proto, "raw_values"):
        return [proto.options[place].content for place in proto.default]
    if hasattr(proto, "raw_value"):
        return proto.options[proto.default] if proto.HasField("default") else None
    return list(proto.default) if hasattr(proto.default, "append") else proto.default


def lost(first: AppTest) -> list[str]:
    """The fields that begin otherwise where the first run never arrived."""
    seeded = {name: put_in(proto) for name, proto in fields(first).items() if proto.set_value}
    assert seeded
    again = fields(first.run())
    return [name for name, value in seeded.items() if not again[name].set_value and own(again[name]) != value]


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("learn", {"q": "確信"}),
        ("glossary", {"q": "確信"}),
        ("compare", {}),
        ("interview", {}),
        ("result", {"sample": "brisk"}),
    ],
)
def test_the_pages_for_everybody(page: str, query: dict[str, str]) -> None:
    assert lost(open_page(page, None, **query)) == []


def test_answers_that_were_kept() -> None:
    answers = {question: 2 for question in assessment().form_questions("quick") if question in assessment().item}
    assert lost(open_page("assessment", answers, "quick")) == []


def test_a_campaigns_form_and_its_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with signed_in(tmp_path, monkeypatch) as browser:
        assert lost(open_page("campaign_new")) == []
        made = browser.store.campaigns.make(browser.who, replace(draft(browser.store), links="personal"))
        assert lost(part(made.id, "people")) == []
        assert lost(part(made.id, "settings")) == []
