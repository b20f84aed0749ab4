"""The glossary: a search by name, reading or meaning, and every term with its sources."""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from catalog.coverage import coverage
from catalog.lessons.learning import Learning, Term
from teaching.search import matching_terms
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import label_of
from views.frame.markup import Markup, details, element, esc, in_a_row, show, sources, tag
from views.frame.seeds import seeded
from views.learning.shared import address, anchor, learning, nothing_here, own_meaning

WORDS = "glossary_words"
NAMED_LESSONS = 3


def lessons_of(here: Site, taught: Learning) -> Mapping[str, tuple[str, ...]]:
    """The lessons that cite each fact, by the fact's id."""
    known = taught.lesson
    return {
        fact: tuple(place.id for place in places if place.kind == "lesson" and place.id in known)
        for fact, places in coverage(here.content).facts.items()
    }


def entry(here: Site, taught: Learning, term: Term, cited_in: Mapping[str, tuple[str, ...]]) -> Markup:
    words = here.words
    own = words.of(term.term)
    names = [name for name in term.also.get(here.language, ()) if _bare(name) != _bare(own)]
    known = {_bare(name) for name in (own, *names)}
    further = [text for language, text in term.term.root.items() if language != here.language]
    further = [text for text in further if _bare(text) not in known]
    also = tag("p", words("learn.glossary.also", names=in_a_row(words, names)), "fit-muted") if names else ""
    also += tag("p", words("learn.glossary.elsewhere", names=in_a_row(words, further)), "fit-muted") if further else ""
    behind = sources(term.facts, here.content, words)
    lessons = dict.fromkeys(lesson for fact in term.facts for lesson in cited_in.get(fact, ()))
    links = "".join(
        element("li", anchor(words.of(taught.lesson[one].title), address(here, "lesson", id=one)))
        for one in list(lessons)[:NAMED_LESSONS]
    )
    if links:
        behind += tag("p", words("learn.glossary.taught"), "fit-kicker") + element("ul", links, "fit-list")
    folded = details(words("learn.cite.title"), behind) if behind else ""
    mark = _own_mark(here) if term.own else ""
    inner = f"<dt>{esc(words.of(term.term))}{mark}</dt><dd>{tag('p', words.of(term.text))}{also}{folded}</dd>"
    return f'<div class="fit-entry" id="term-{esc(term.id)}">{inner}</div>'


def _bare(name: str) -> str:
    """A name without what does not make it another one: capitals, quotation marks, an English plural, a bracket."""
    plain = re.split(r"[(（]", name.casefold())[0].replace("-", " ")
    return plain.strip('"“”「」 ').removesuffix("s")


def _own_mark(here: Site) -> Markup:
    """The mark for the eye, and for the ear what it means."""
    seen, heard = here.words("learn.glossary.own_mark"), here.words("learn.glossary.own_heard")
    return f' <sup role="img" aria-label="{esc(heard)}">{esc(seen)}</sup>'


def main() -> None:
    here = site()
    words, taught = here.words, learning(here)
    if not taught.glossary:
        nothing_here(here, words("learn.glossary.title"))
        return
    show(tag("h1", words("learn.glossary.title")) + tag("p", words("learn.glossary.lead"), "fit-lead"))
    asked = st.query_params.get("term")
    known = {term.id: term for term in taught.glossary}
    if asked is not None and asked not in known:
        notice(words("learn.lost.term"))
    held = seeded(WORDS, st.query_params.get("q", ""))
    with st.container(key="search"):
        label = words("learn.glossary.label")
        wanted = st.text_input(
            label, held, key=WORDS, type="search", placeholder=words("learn.glossary.example"),
            label_visibility=label_of(label), icon=":material/search:", on_change=_keep_search,
        )  # fmt: skip
    found = matching_terms(taught.glossary, wanted or "", here.language)
    if not wanted and asked in known:
        found = (known[asked], *(term for term in found if term.id != asked))
    if not found:
        show(f'<p class="fit-note" role="status">{esc(words("learn.glossary.nothing", query=wanted))}</p>')
        return
    cited_in = lessons_of(here, taught)
    count = f'<p class="fit-muted" role="status">{esc(words("learn.glossary.found", n=len(found)))}</p>'
    legend = own_meaning(words) if any(term.own for term in found) else ""
    show(count + legend + element("dl", "".join(entry(here, taught, term, cited_in) for term in found), "fit-entries"))


def _keep_search() -> None:
    asked = st.session_state[WORDS].strip()
    st.query_params.pop("term", None)
    if asked:
        st.query_params["q"] = asked
    else:
        st.query_params.pop("q", None)


main()
