"""Every sentence that a result may say of this assessment: the author's own, and every template filled in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.author.watched import watched
from reports.sentences.filled import Filled, filled, speaks_of
from reports.sentences.rules import broken
from views.authoring.bar import choice, spoken_here
from views.authoring.own_words import own_words
from views.frame.context import Site, site
from views.frame.markup import Markup, details, element, esc, show, tag

PREFIXES = ("result.", "charts.", "report.", "saving.again.")
OPEN, MOST = 3, 60
"""So many sentences of a template stand open; so many more fold away."""
MADE = "sentences_made"
EVIDENCE = "result.evidence.trait"
OF_ROLES = ("result.", "report.", "charts.radar.", "charts.why.", "charts.wish.", "charts.levels.", "saving.again.best")
OF_SEVERAL = (
    "result.verdict.",
    "result.second.",
    "result.next.compare",
    "charts.differences.",
    "charts.p.",
    "charts.people.",
    "charts.team.",
    "charts.levels.directions_are",
    "charts.levels.directions_unordered",
    "charts.levels.directions_missing",
)
OF_ONE_ROLE = ("result.alone.",)
OF_FOUNDATION = ("result.warning.", "result.alone.warning", "charts.levels.low_traits")
OF_TASKS = ("result.liking.", "result.verdict.deciding_liking", "result.second.liking")


def main() -> None:
    here = site()
    words = here.words
    show(tag("p", words("preview.told.lead"), "fit-lead"))
    language = here.language if here.language in spoken_here(here) else spoken_here(here)[0]
    if len(spoken_here(here)) > 1:
        names = {one.id: one.name for one in here.content.languages}
        language = choice(here, "language", spoken_here(here), language, names.__getitem__, "told")
    show(own_words(here, language))
    sentences = _filled(here, language)
    lead = words("preview.told.templates_lead" if here.assessment.roles else "preview.told.templates_lead_traits")
    inner = tag("h2", words("preview.told.templates")) + tag("p", lead, "fit-muted")
    show(element("section", inner + _broken(here, sentences) + _templates(here, sentences), "fit-section fit-told"))


def _filled(here: Site, language: str) -> list[Filled]:
    """Made once for a version of the files."""
    version = (watched().now.number, language)
    held = st.session_state.get(MADE)
    if held is None or held[0] != version:
        keys = [key for key in speaks_of(here.content, PREFIXES) if may_be_said(here.assessment, key)]
        held = (version, list(filled(here.assessment, here.content, language, keys, every=False)))
        st.session_state[MADE] = held
    return list(held[1])


def may_be_said(held: Assessment, key: str) -> bool:
    """Whether any result of the assessment can say a sentence made of the template."""
    roles = len(held.roles)
    return not (
        (key.startswith(OF_TASKS) and not held.tasks)
        or (key.startswith(OF_FOUNDATION) and not held.foundation)
        or (key.startswith(OF_ONE_ROLE) and roles != 1)
        or (key.startswith(OF_SEVERAL) and roles < 2)
        or (key.startswith(OF_ROLES) and key != EVIDENCE and not roles)
    )


def _broken(here: Site, sentences: Iterable[Filled]) -> Markup:
    found = list(dict.fromkeys(one.sentence.text for one in broken(sentences)))
    if not found:
        return ""
    title = here.words("preview.told.broken", n=len(found))
    return f'<div class="fit-note" role="note">{tag("h3", title)}{_list(found[:MOST])}</div>'


def _templates(here: Site, sentences: Iterable[Filled]) -> Markup:
    drawn = ""
    for (key, language), same in groupby(sentences, key=lambda one: (one.key, one.language)):
        texts = list(dict.fromkeys(one.text for one in same))
        inner = _list(texts[:OPEN])
        if len(texts) > OPEN:
            inner += details(here.words("preview.told.more", n=len(texts) - OPEN), _list(texts[OPEN : OPEN + MOST]))
        name = element("p", tag("code", key))
        drawn += f'<div class="fit-template">{name}<div lang="{esc(language)}">{inner}</div></div>'
    return drawn


def _list(texts: Iterable[str]) -> Markup:
    return element("ul", "".join(tag("li", text) for text in texts), "fit-list")


main()
