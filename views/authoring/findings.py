"""What ``check`` finds, each with the way to its line: a link for the editor, and the place to copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import streamlit as st

from catalog.interpreter import command, quoted
from catalog.reading.problem import Problem
from people.author.watched import Seen, watched
from views.frame.context import Site
from views.frame.head_and_foot import notice
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.scripts import OPEN_IN_EDITOR

MOST = 40


def draw_findings(here: Site, seen: Seen) -> None:
    """What is to be mended stands open, what is only to be known folds away."""
    words = here.words
    if seen.moving:
        notice(words("preview.moving"))
    if seen.problems:
        title = tag("h2", words("preview.found.title", n=len(seen.problems)))
        inner = title + _list(here, seen.problems) + tag("p", words("preview.found.editor"), "fit-muted")
        _with_links(f'<section class="fit-card fit-found" role="status">{inner}</section>')
    elif seen.catalog is not None and not seen.notes:
        show(f'<p class="fit-muted fit-all-well" role="status">{esc(words("preview.found.none"))}</p>')
    if seen.stale:
        notice(words("preview.stale"))
    if seen.notes:
        summary = tag("summary", words("preview.found.notes", n=len(seen.notes)))
        _with_links(f'<details class="fit-details fit-found">{summary}<div>{_list(here, seen.notes)}</div></details>')


def editor_address(problem: Problem) -> str:
    """``vscode://file/…:line:column``; the path is percent-encoded, for it may hold anything."""
    path = Path(problem.file).resolve().as_posix()
    return f"vscode://file/{quote(path.lstrip('/'), safe='/:')}:{problem.line}:{problem.column}"


def _list(here: Site, problems: Iterable[Problem]) -> Markup:
    every = list(problems)
    rows = "".join(_row(here, one) for one in every[:MOST])
    more = ""
    if len(every) > MOST:
        check = command("catalog", "check", quoted(watched().folder))
        more = tag("p", here.words("preview.found.more", n=len(every) - MOST, command=check), "fit-muted")
    return element("ol", rows, "fit-finding-list") + more


def _row(here: Site, problem: Problem) -> Markup:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    said = problem.in_language(here.language).removeprefix(f"{place}: ")
    open_it = here.words("preview.found.open")
    link = (
        f'<a data-editor="{esc(editor_address(problem))}" aria-label="{esc(f"{open_it} {place}")}">{esc(open_it)}</a>'
    )
    return element("li", tag("p", said) + element("p", f"<code>{esc(place)}</code> {link}", "fit-place"))


def _with_links(markup: Markup) -> None:
    st.html(f"{markup}<script>{OPEN_IN_EDITOR}</script>", unsafe_allow_javascript=True)
