"""Every label that Streamlit gets is one that it shows and says as it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.frame.labels import plain

VIEWS = Path(__file__).resolve().parents[3] / "views"
SHOWN = ("button", "download_button", "expander", "popover", "dialog", "page_link", "form_submit_button")
"""Streamlit shows their label as Markdown, and names them by what is shown."""
NAMED = (
    *("radio", "checkbox", "selectbox", "text_input", "pills", "segmented_control"),
    *("text_area", "number_input", "date_input", "time_input", "file_uploader"),
    *("slider", "toggle"),
)
"""Streamlit shows their label as Markdown, and names them by its letters."""
BARE = ("html", "code", "plotly_chart", "container", "empty", "form", "iframe")
"""They take no label."""
NO_WIDGET = (
    *("App", "Page", "navigation", "switch_page", "set_page_config", "rerun", "fragment", "session_state"),
    *("query_params", "context", "delta_generator", "stop", "error"),
    *("login", "logout", "get_option"),
)


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Each call of one of Streamlit's functions in the pages: where, which, and the call."""
    for path in sorted(VIEWS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and ast.unparse(node.func.value) in ("st", "st.bottom", "st.sidebar")
            ):
                yield f"{path.relative_to(VIEWS)}:{node.lineno}", node.func.attr, node


def test_every_kind_of_widget_is_known() -> None:
    """A kind that is new here needs a look at how Streamlit names it, and a place in tests/browser/every_label.py."""
    known = {*SHOWN, *NAMED, *BARE, *NO_WIDGET}
    assert [f"{where} st.{kind}" for where, kind, _ in calls() if kind not in known] == []


def test_what_is_shown_is_plain() -> None:
    labels = {
        f"{where} st.{kind}": ast.unparse(
            next((word.value for word in call.keywords if word.arg == "label"), None) or call.args[0]
        )
        for where, kind, call in calls()
        if kind in SHOWN
    }
    assert len(labels) > 20
    assert {where: label for where, label in labels.items() if not label.startswith("plain(")} == {}


def test_what_is_named_by_its_letters_is_given_as_written() -> None:
    """And whether Streamlit shows it too is decided by ``label_of``, or it is shown elsewhere on the page already."""
    for where, kind, call in calls():
        if kind in NAMED:
            given = {word.arg: ast.unparse(word.value) for word in call.keywords}
            assert "plain(" not in ast.unparse(call.args[0]), where
            assert given.get("label_visibility", "").startswith(
                ("label_of(", "own_label(", "'collapsed'", "visibility")
            ), where


@pytest.mark.parametrize(
    "text",
    [
        "I do my best work when the steps are clear.",
        "満足度の点数(CSAT)",
        "5段階で+1 - はず!",
        "9時 : 18時",
        "“A”、R/D, 100%",
    ],
)
def test_a_text_without_marks_is_left_alone(text: str) -> None:
    assert plain(text) == text


@given(st.text("ab *_`~:$&<>[](){}#+-.!|\\@/=\n"))
def test_a_label_is_one_line_and_keeps_its_letters(text: str) -> None:
    made = plain(text)
    assert "\n" not in made
    assert ":material/" not in made
    assert made.replace("\\", "").replace("`", "") == " ".join(text.split()).replace("\\", "").replace("`", "")
