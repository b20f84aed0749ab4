"""A drawing on a learning page: title, picture, sentence, and the table and sources that fold away."""

from __future__ import annotations

from charts.lesson.drawing import Drawing
from charts.lesson.fit_map import fit_map
from charts.lesson.journey import journey
from charts.lesson.kpi_lists import kpi_lists
from charts.lesson.positioning import positioning
from charts.lesson.tools_grid import tools_grid
from views.frame.context import Site
from views.frame.markup import Markup, details, element, sources, table, tag
from views.learning.shared import learning, roles_of


def drawing(here: Site, name: str, shown: tuple[str, ...] | None = None) -> Drawing | None:
    """The drawing of that name; None where the files hold nothing to draw. Raises KeyError for an unknown name."""
    comparison = learning(here).comparison
    if comparison is None:
        return None
    roles, words = roles_of(here), here.words
    made = {
        "positioning": lambda: positioning(comparison, roles, words, shown),
        "journey": lambda: journey(comparison, roles, words, shown),
        "kpi_lists": lambda: kpi_lists(comparison, roles, words, shown),
        "tools_grid": lambda: tools_grid(comparison, roles, words),
        "fit_map": lambda: fit_map(here.assessment, roles, words),
    }
    return made[name]()


def figure(here: Site, drawn: Drawing) -> Markup:
    """The drawing in a card of its own."""
    words = here.words
    told = table(drawn.table.columns, drawn.table.rows, drawn.title)
    cited = sources(drawn.facts, here.content, words)
    folded = details(words("result.same_as_table"), told)
    if cited:
        folded += details(words("learn.cite.title"), cited)
    inner = (
        tag("figcaption", drawn.title)
        + (tag("p", drawn.caption, "fit-figure-note") if drawn.caption else "")
        + drawn.markup
        + tag("p", drawn.sentence, "fit-figure-said")
        + folded
    )
    return element("figure", inner, "fit-figure")
