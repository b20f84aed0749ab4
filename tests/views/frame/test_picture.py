"""Figures go out unchecked, and are checked here."""

from __future__ import annotations

import pytest
from plotly.tools import return_figure_from_figure_or_data

from views.frame.picture import AsItStands


def test_what_streamlit_sends_is_the_figure_itself() -> None:
    figure = {"data": [{"type": "bar", "x": [1], "y": ["a"]}], "layout": {"template": "none"}}
    assert return_figure_from_figure_or_data(AsItStands(figure), validate_figure=True) is figure


def test_a_page_under_test_is_told_of_a_figure_that_plotly_would_refuse() -> None:
    with pytest.raises(ValueError, match="no_such_thing"):
        AsItStands({"data": [{"type": "bar", "no_such_thing": 1}], "layout": {}}).to_dict()
