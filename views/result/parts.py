"""The parts of a result below its pictures: its written sections, and the conditions to match."""

from __future__ import annotations

from reports.told.sections import Line, Section
from reports.told.statements import Statement
from views.frame.context import Site
from views.frame.markup import Markup, details, element, show, sources, tag
from views.frame.role_mark import marked


def written(here: Site, told: Section | None, heading: str = "h3") -> None:
    """A written section of the result; the evidence of each statement and line is folded away below it.

    ``heading``: h3 within a chapter.
    """
    if told is None:
        return
    inner = tag(heading, told.title)
    if told.lead:
        inner += tag("p", told.lead, "fit-muted" if told.statements or told.lines else "")
    if told.statements:
        inner += element("ul", "".join(_statement(here, one) for one in told.statements), "fit-statements")
    if told.lines:
        inner += element("ul", "".join(_line(here, one) for one in told.lines), "fit-list")
    show(element("section", inner, "fit-card fit-section" if told.key == "quality" else "fit-section"))


def _statement(here: Site, said: Statement) -> Markup:
    inner = tag("h4", said.title) + (tag("p", said.text) if said.text else "")
    inner += tag("p", said.reserve, "fit-muted") if said.reserve else ""
    if said.evidence is not None:
        behind = "".join(tag("p", line) for line in said.evidence.lines) + tag("p", said.evidence.because)
        behind += sources(said.evidence.facts, here.content, here.words)
        inner += details(here.words("result.evidence.open"), behind)
    return element("li", inner, "fit-statement")


def _line(here: Site, line: Line) -> Markup:
    found = sources(line.facts, here.content, here.words)
    behind = details(here.words("result.evidence.open"), found) if found else ""
    return element("li", tag("span", line.text) + behind) if line.facts else tag("li", line.text)


def traits_in_words(here: Site) -> None:
    """What each trait is about, folded away."""
    words = here.words
    entries = "".join(
        element("li", tag("strong", words.of(trait.name)) + tag("p", words.of(trait.about)))
        for trait in here.assessment.traits
    )
    show(details(words("method.traits_open"), element("ul", entries, "fit-list")))


def conditions(here: Site) -> None:
    """Wishes that are matched with a role, never scored."""
    words, assessment = here.words, here.assessment
    if assessment.guidance is None or not assessment.guidance.conditions:
        return
    entries = []
    for condition in assessment.guidance.conditions:
        known = "".join(
            element(
                "li",
                element("strong", marked(here, role))
                + tag("p", words.of(cited.text))
                + sources(cited.facts, here.content, words),
            )
            for role, cited in condition.roles.items()
        )
        yourself = element(
            "p",
            tag("strong", words("result.conditions.yourself")) + " " + tag("span", words.of(condition.ask_yourself)),
        )
        look = element(
            "p", tag("strong", words("result.conditions.look")) + " " + tag("span", words.of(condition.look_for))
        )
        entries.append(
            details(words.of(condition.name), yourself + look + element("ul", known, "fit-list"), "fit-fold")
        )
    inner = tag("h3", words("result.conditions.title")) + tag("p", words("result.conditions.lead"), "fit-muted")
    show(element("section", inner + element("div", "".join(entries), "fit-card"), "fit-section"))
