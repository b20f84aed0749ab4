"""What the site shows while its data files are broken from the start: every problem, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalog.reading.problem import Problem
from views.frame.markup import esc, show, tag

# The only words outside content/: they must stand when content/ itself cannot be read.
TITLE = "データファイルに直すところがあります / The data files need mending"
LEAD = "直すとこの画面は消えます。This page goes away once they are mended."
COMMAND = "python -m catalog check"


def operator_page(problems: Sequence[Problem]) -> None:
    rows = "".join(tag("li", str(problem)) for problem in problems)
    show(
        tag("h1", TITLE)
        + tag("p", LEAD)
        + f"<p><code>{esc(COMMAND)}</code></p>"
        + f'<ol class="fit-problems">{rows}</ol>'
    )
    st.stop()
