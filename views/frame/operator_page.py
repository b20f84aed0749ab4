"""What the site shows while its data files are broken from the start: every problem, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalog.command_language import command_language
from catalog.command_line import check_command
from catalog.reading.problem import Problem
from catalog.reading.wording import command_says, languages
from views.frame.languages import wished_language
from views.frame.markup import esc, show, tag


def operator_page(problems: Sequence[Problem]) -> None:
    """Ends the run. In the browser's language; its words stand in the catalog, for content/ may be what is broken."""
    own = command_language()
    spoken = (own, *(one for one in languages() if one != own))
    language = wished_language(st.query_params.get("lang"), st.context.locale or "", spoken)
    rows = "".join(tag("li", problem.in_language(language)) for problem in problems)
    show(
        tag("h1", command_says("mend_title", language))
        + tag("p", command_says("mend_lead", language))
        + f"<p><code>{esc(check_command(language))}</code></p>"
        + f'<ol class="fit-problems" lang="{language}">{rows}</ol>'
    )
    st.stop()
