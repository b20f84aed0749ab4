"""Two to four roles side by side, each statement with its sources; the choice stands in the address."""

from __future__ import annotations

import streamlit as st

from catalog.lessons.learning import Comparison
from charts.lesson.kpi_lists import DIMENSION
from teaching.compare import EVERY, FEWEST_ROLES, MOST_ROLES, Compared, compared
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import label_of, plain
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.popovers import Popovers
from views.frame.seeds import always
from views.learning.figure import drawing, figure
from views.learning.shared import learning, roles_of

REFUSED = "compare_refused"
ROLES, DIMENSIONS = "roles", "dimensions"


def role_key(here: Site) -> str:
    return f"compare_roles_{here.language}"


def dimension_key(here: Site) -> str:
    return f"compare_dimensions_{here.language}"


def choose(here: Site, comparison: Comparison, shown: Compared) -> None:
    words = here.words
    known = roles_of(here)
    names = {role.id: f"{known[role.id].mark.glyph} {plain(known[role.id].name)}" for role in comparison.roles}
    topics = {dimension.id: plain(words.of(dimension.name)) for dimension in comparison.dimensions}
    asked, topic = words("learn.compare.roles"), words("learn.compare.topics")
    with st.container(key="compare_choice"):
        st.pills(
            asked,
            list(names),
            default=always(role_key(here), list(shown.roles)),
            label_visibility=label_of(asked),
            selection_mode="multi",
            format_func=names.__getitem__,
            key=role_key(here),
            on_change=_take_roles,
            args=(here, shown),
        )
        with st.expander(plain(words("learn.compare.dimensions", n=len(shown.dimensions), total=len(topics)))):
            with st.container(key="compare_all", horizontal=True):
                st.button(
                    plain(words("learn.compare.every")),
                    key="compare_every",
                    disabled=len(shown.dimensions) == len(topics),
                    on_click=_keep,
                    args=(shown.roles, EVERY),
                )
                st.button(
                    plain(words("learn.compare.few")), key="compare_few", on_click=_keep, args=(shown.roles, None)
                )
            st.pills(
                topic,
                list(topics),
                default=always(dimension_key(here), list(shown.dimensions)),
                label_visibility=label_of(topic),
                selection_mode="multi",
                format_func=topics.__getitem__,
                key=dimension_key(here),
                on_change=_take_dimensions,
                args=(here, shown),
            )


def _keep(roles: tuple[str, ...], dimensions: str | None) -> None:
    st.query_params[ROLES] = ",".join(roles)
    if dimensions is None:
        st.query_params.pop(DIMENSIONS, None)
    else:
        st.query_params[DIMENSIONS] = dimensions


def _take_roles(here: Site, shown: Compared) -> None:
    """A choice of too few or too many roles is refused with a word, and the last good one stays."""
    roles = st.session_state[role_key(here)]
    if not FEWEST_ROLES <= len(roles) <= MOST_ROLES:
        st.session_state[REFUSED] = True
        roles = shown.roles
    _keep(tuple(roles), st.query_params.get(DIMENSIONS))


def _take_dimensions(here: Site, shown: Compared) -> None:
    dimensions = st.session_state[dimension_key(here)] or shown.dimensions
    _keep(shown.roles, ",".join(dimensions))


def cell(here: Site, comparison: Comparison, popovers: Popovers, dimension: str, role: str) -> Markup:
    known = roles_of(here)[role]
    statements = comparison.cell(dimension, role)
    name = f'<span class="fit-cell-name">{known.glyph} {esc(known.short)}</span>'
    if not statements:
        silent = tag("p", here.words("learn.silent"), "fit-silent")
        return f'<td style="{known.style}">{name}{silent}</td>'
    said = "".join(element("li", esc(here.words.of(one.text)) + " " + popovers.cite(one.facts)) for one in statements)
    return f'<td style="{known.style}">{name}{element("ul", said)}</td>'


def side_by_side(here: Site, comparison: Comparison, shown: Compared) -> None:
    words, known = here.words, roles_of(here)
    popovers = Popovers(here, "cell")
    head = "".join(
        f'<th scope="col" style="{known[role].style}">{known[role].glyph} {esc(known[role].name)}</th>'
        for role in shown.roles
    )
    body = ""
    for dimension in comparison.dimensions:
        if dimension.id in shown.dimensions:
            title = tag("b", words.of(dimension.name)) + " " + tag("small", words.of(dimension.about))
            cells = "".join(cell(here, comparison, popovers, dimension.id, role) for role in shown.roles)
            body += (
                f'<tr class="fit-topic"><th scope="rowgroup" colspan="{len(shown.roles)}">{title}</th></tr>'
                f"<tr>{cells}</tr>"
            )
    caption = tag("caption", words("learn.compare.caption"), "fit-hidden")
    show(
        f'<div class="fit-compare"><table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        + popovers.markup()
    )


def pictures(here: Site, shown: Compared) -> None:
    wanted = [drawing(here, "positioning", shown.roles), drawing(here, "journey", shown.roles)]
    if DIMENSION in shown.dimensions:
        wanted.append(drawing(here, "kpi_lists", shown.roles))
    tools = learning(here).comparison.tools  # type: ignore[union-attr]
    if tools is not None and set(tools.columns) & set(shown.roles):
        wanted.append(drawing(here, "tools_grid"))
    drawn = "".join(figure(here, one) for one in wanted if one)
    if drawn:
        show(element("section", tag("h2", here.words("learn.compare.pictures")) + drawn, "fit-section"))


def main() -> None:
    here = site()
    words = here.words
    comparison = learning(here).comparison
    assert comparison is not None, "where there is none, the entry leads to the front page"
    shown = compared(comparison, st.query_params.get(ROLES), st.query_params.get(DIMENSIONS))
    show(tag("h1", words("learn.compare.title")) + tag("p", words("learn.compare.lead"), "fit-lead"))
    if st.session_state.pop(REFUSED, False):
        notice(words("learn.compare.number", least=FEWEST_ROLES, most=MOST_ROLES))
    elif shown.mended:
        notice(words("learn.lost.compare"))
    choose(here, comparison, shown)
    side_by_side(here, comparison, shown)
    show(tag("p", words("learn.compare.share"), "fit-muted"))
    pictures(here, shown)


main()
