"""How a list was read: what its columns were taken for, the first people, and every line that needs a look."""

from __future__ import annotations

from people.organiser.lists.values import LineProblem, ReadList
from views.frame.context import Site
from views.frame.markup import Markup, details, element, esc, in_a_row, show, table, tag

SHOWN = 5
"""So many people are shown, for the eye to see that names and addresses stand in their columns."""
MOST_PROBLEMS = 100


def list_report(here: Site, read: ReadList) -> None:
    words = here.words
    refused = read.refused
    if refused is not None:
        show(element("section", tag("p", words(f"organise.list_fault.{refused.fault}", **refused.values)), "fit-note"))
        if refused.fault != "too_many_people":
            return
    n, wrong = len(read.people), len({problem.line for problem in read.problems} - {None})
    said = tag("h3", words("organise.read.title", n=n + wrong))
    said += tag("p", words("organise.read.good" if not wrong else "organise.read.some", n=n, wrong=wrong))
    said += tag("p", " ".join(_how(here, read)), "fit-hint")
    show(element("section", said + _problems(here, read) + _first(here, read), "fit-card"))


def _how(here: Site, read: ReadList) -> list[str]:
    """In which columns things stood, and what is not kept."""
    words, columns = here.words, read.columns
    said = []
    if read.sheet:
        said.append(words("organise.read.sheet", sheet=read.sheet))
    if read.other_sheets:
        said.append(words("organise.read.other_sheets", sheets=in_a_row(words, read.other_sheets)))
    if columns.header is None:
        said.append(words("organise.read.no_header"))
    else:
        named = [
            words("organise.read.column", field=words(f"mail.column.{field}"), heading=heading)
            for field, heading in columns.read.items()
        ]
        said.append(words("organise.read.header", line=columns.header, columns=in_a_row(words, named)))
    if columns.unread:
        said.append(words("organise.read.unread", columns=in_a_row(words, columns.unread)))
    if read.encoding:
        said.append(words("organise.read.encoding", encoding=read.encoding))
    return said


def _problems(here: Site, read: ReadList) -> Markup:
    lines = [problem for problem in read.problems if problem.line is not None]
    if not lines:
        return ""
    words = here.words
    items = "".join(element("li", _problem(here, problem)) for problem in lines[:MOST_PROBLEMS])
    more = len(lines) - MOST_PROBLEMS
    rest = tag("p", words("organise.read.more", n=more)) if more > 0 else ""
    return tag("p", words("organise.read.mend")) + element("ul", items, "fit-lines") + rest


def _problem(here: Site, problem: LineProblem) -> Markup:
    said = here.words(f"organise.line_fault.{problem.fault}", **problem.values)
    return tag("b", here.words("organise.read.line", line=problem.line)) + " " + esc(said)


def _first(here: Site, read: ReadList) -> Markup:
    if not read.people:
        return ""
    words = here.words
    fields = [field for field in ("name", "address", "reference") if any(getattr(one, field) for one in read.people)]
    rows = [[getattr(one, field) for field in fields] for one in read.people[:SHOWN]]
    shown = table([words(f"mail.column.{field}") for field in fields], rows)
    return details(words("organise.read.first", n=len(rows)), shown)
