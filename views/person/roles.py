"""The roles: what each one is, what is done in it day by day, and what helps in it."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Role
from charts.sentence import end_of
from views.frame.context import Site, site
from views.frame.head_and_foot import link
from views.frame.markup import Markup, details, element, esc, show, sources, tag
from views.frame.popovers import Popovers
from views.frame.role_mark import mark_style, marked


def tendency(here: Site, trait_id: str, weight: int) -> str:
    """The end of the trait that the weight favours, in its own words."""
    return end_of(here.words, here.assessment.trait[trait_id], high=weight > 0)


def asks(here: Site, role: Role) -> Markup:
    """What the role asks for, the strongest weights first."""
    words = here.words
    ordered = sorted(role.weights.items(), key=lambda pair: -abs(pair[1].weight))
    entries = []
    for trait_id, weight in ordered:
        if not weight.weight:
            continue
        behind = tag("p", words.of(weight.because)) + sources(weight.facts, here.content, words)
        entries.append(
            element(
                "li",
                tag("strong", tendency(here, trait_id, weight.weight))
                + details(words.of(here.assessment.trait[trait_id].name), behind),
            )
        )
    return element("ul", "".join(entries), "fit-list")


def daily_work(here: Site, role: Role, popovers: Popovers) -> Markup:
    """The role's tasks with the facts that they rest on; empty where the files have none."""
    words = here.words
    done = [task for task in here.assessment.tasks if task.role == role.id]
    if not done:
        return ""
    known = here.content.facts  # An older version may cite others.
    entries = (
        f"<li>{esc(words.of(task.text))} {popovers.cite(fact for fact in task.facts if fact in known)}</li>"
        for task in done
    )
    return tag("h3", words("roles.tasks_title")) + element("ul", "".join(entries), "fit-list fit-phrases")


def role_card(here: Site, role: Role, popovers: Popovers) -> None:
    words = here.words
    about = tag("p", words.of(role.about))
    cited = sources(role.facts, here.content, words)
    behind = details(words("result.evidence.open"), cited) if cited else ""
    inner = f"<h2>{marked(here, role.id)}</h2>{about}{behind}{daily_work(here, role, popovers)}"
    inner += tag("h3", words("roles.asks_title")) + asks(here, role)
    show(f'<section id="{role.id}" class="fit-role" style="{mark_style(here, role.id)}">{inner}</section>')


def shared(here: Site) -> None:
    words, assessment = here.words, here.assessment
    entries = "".join(
        element(
            "li",
            tag("strong", tendency(here, trait_id, weight.weight))
            + details(
                words.of(assessment.trait[trait_id].name),
                tag("p", words.of(weight.because)) + sources(weight.facts, here.content, words),
            ),
        )
        for trait_id, weight in assessment.foundation.items()
    )
    inner = tag("h2", words("roles.shared_title")) + tag("p", words("roles.shared_lead"), "fit-muted")
    show(element("section", inner + element("ul", entries, "fit-list"), "fit-card"))


def main() -> None:
    here = site()
    words = here.words
    show(tag("h1", words("roles.title")) + tag("p", words("roles.lead"), "fit-lead"))
    if here.assessment.tasks:
        show(tag("p", words("roles.tasks_lead"), "fit-muted"))
    popovers = Popovers(here, "task")
    for role in here.assessment.roles:
        role_card(here, role, popovers)
    if opened := popovers.markup():
        show(opened)
    if here.assessment.foundation:
        shared(here)
    with st.container(key="further"):
        link("assessment", words("roles.take"), here)
        if here.content.adverts is not None:
            link("advert", words("advert.to_advert.roles"), here)
        link("method", words("site.pages.method"), here)


main()
