"""Checks of the contradictions, confusions, comparison, glossary, practice and interview files."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from catalog.questionnaire.check_measure import refer, refer_key
from catalog.reading.check_texts import check_unique
from catalog.reading.document import Node
from catalog.reading.languages import is_language

FEWEST_GOOD = 2
"""So many answers of a practice's step are defensible: work seldom has only one."""


def check_contradictions(root: Node, articles: Mapping[str, Collection[str]] | None) -> None:
    """``articles``: the facts of each article by its id; None: not known."""
    check_unique(root.each())
    for position in (one for contradiction in root.each() for one in contradiction["positions"].each()):
        refer(position["article"], articles, "unknown_article")
        theirs = (articles or {}).get(position["article"].text or "")
        every = {fact for facts in (articles or {}).values() for fact in facts}
        for fact in position["facts"].each():
            if theirs is not None and fact.text in every and fact.text not in theirs:
                fact.report("fact_of_other", name=str(fact.text), article=str(position["article"].text))


def check_confusions(root: Node, lessons: Collection[str]) -> None:
    check_unique(root.each())
    for confusion in root.each():
        refer(confusion["lesson"], lessons, "unknown_lesson")


def check_comparison(root: Node) -> None:
    """Cells, tools and the journey speak of the file's own roles and dimensions."""
    roles = check_unique(root["roles"].each())
    dimensions = check_unique(root["dimensions"].each())
    for _, cells in root["cells"].entries():
        refer_key(cells, dimensions, "unknown_dimension")
        for _, cell in cells.entries():
            refer_key(cell, roles, "unknown_role")
    _check_tools(root["tools"], roles)
    check_unique(root["journey"].each())
    for step in root["journey"].each():
        for _, said in step["roles"].entries():
            refer_key(said, roles, "unknown_role")


def _check_tools(tools: Node, roles: Collection[str]) -> None:
    columns: list[str] = []
    for column in tools["columns"].each():
        if column.text in columns:
            column.report("named_twice", name=str(column.text))
        refer(column, roles, "unknown_role")
        columns.append(column.text or "")
    check_unique(tools["rows"].each())
    for row in tools["rows"].each():
        cells = dict(row["cells"].entries())
        for cell in cells.values():
            refer_key(cell, columns, "unknown_column")
        missing = [column for column in columns if column not in cells]
        if missing and isinstance(row["cells"].value, dict) and set(cells) <= set(columns):
            row["cells"].report("cells_missing", key=True, names=", ".join(missing))


def check_glossary(root: Node, languages: Collection[str] | None) -> None:
    check_unique(root.each())
    for term in root.each():
        for _, words in term["also"].entries():
            if not is_language(str(words.path[-1])):
                refer_key(words, languages, "unknown_language")


def check_practice(root: Node, roles: Collection[str] | None) -> None:
    """Every step has several defensible answers, and one that is not."""
    check_unique(root.each())
    for practice in root.each():
        for role in practice["roles"].each():
            refer(role, roles, "unknown_role")
        for step in practice["steps"].each():
            options = list(step["options"].each())
            check_unique(options)
            if any(not isinstance(option["good"].value, bool) for option in options) or not options:
                continue
            good = sum(option["good"].value is True for option in options)
            if good < FEWEST_GOOD:
                step["options"].report("few_good", key=True, number=good, least=FEWEST_GOOD)
            elif good == len(options):
                step["options"].report("all_right", key=True)


def check_interview(root: Node, roles: Collection[str] | None) -> None:
    for _, role in root["roles"].entries():
        refer_key(role, roles, "unknown_role")
