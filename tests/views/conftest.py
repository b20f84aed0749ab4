"""What holds for every page that is drawn in a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from plotly.graph_objs import Figure as Checked

from charts.screen.picture import Figure
from views.frame.picture import AsItStands


@pytest.fixture(scope="session", autouse=True)
def _plotly_takes_every_figure() -> Iterator[None]:
    """The site sends its figures unchecked; here Plotly checks each one that a page draws. It raises ValueError."""
    as_it_stands = AsItStands.to_dict

    def checked(figure: AsItStands) -> Figure:
        made = as_it_stands(figure)
        Checked(**made)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AsItStands, "to_dict", checked)
        yield
