"""The roles: what each one is, what helps in it, and the conditions that the articles mention."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Role
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.markup import Markup, details, element, show, sources, tag
from views.frame.role_mark import mark_style, marked


def tendency(here: Site, trait_id: str, weight: int) -> str:
    """The end of the trait that the weight favours, in its own words."""
    trait = here.assessment.trait[trait_id]
    return here.words.of(trait.high if weight > 0 else trait.low)


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


def role_card(here: Site, role: Role) -> None:
    words = here.words
    about = tag("p", words.of(role.about))
    cited = sources(role.facts, here.content, words)
    behind = details(words("result.evidence.open"), cited) if cited else ""
    inner = f"<h2>{marked(here, role.id)}</h2>{about}{behind}{tag('h3', words('roles.asks_title'))}{asks(here, role)}"
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
    if not here.assessment.roles:
        show(tag("h1", words("roles.title")))
        notice(words("learn.nothing"))
        return
    show(tag("h1", words("roles.title")) + tag("p", words("roles.lead"), "fit-lead"))
    for role in here.assessment.roles:
        role_card(here, role)
    if here.assessment.foundation:
        shared(here)
    with st.container(key="further"):
        link("assessment", words("roles.take"), here)
        link("method", words("site.pages.method"), here)


main()
