"""Everything there is to learn: the next lesson first, a search over all of it, the lessons, the common beliefs."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from catalog.lessons.learning import Learning, Lesson
from catalog.site import site_catalog
from people.respondent.learned import Progress
from teaching.search import Hit, Index, make_index, search
from views.frame.context import Site, site
from views.frame.head_and_foot import go, link
from views.frame.labels import label_of, plain
from views.frame.markup import Markup, details, element, esc, show, sources, tag
from views.frame.seeds import seeded
from views.learning.progress import progress
from views.learning.shared import address, anchor, learning, nothing_here, role_badges
from views.learning.store_progress import keep_learning, store_is_away

SHOWN_HITS = 12


@lru_cache(maxsize=8)
def index(files_hash: str, assessment: str, language: str) -> Index:
    """The index of the files as they are; ``files_hash`` lets a changed file make a new one."""
    catalog = site_catalog().get()
    roles = catalog.known[assessment].roles if assessment in catalog.known else ()
    return make_index(catalog.content, roles, language)


def opening(here: Site, taught: Learning, held: Progress) -> None:
    """What the reader came for: where to start, or to go on."""
    words = here.words
    minutes = sum(lesson.minutes for lesson in taught.lessons)
    lead = words("learn.lead", n=len(taught.lessons), minutes=minutes)
    show(tag("h1", words("learn.title")) + tag("p", lead, "fit-lead"))
    unread = [lesson for lesson in taught.lessons if lesson.id not in held.read]
    done = len(taught.lessons) - len(unread)
    with st.container(key="go_on"):
        if done:
            label = words("learn.read_of", done=done, total=len(taught.lessons))
            share = 100 * done / len(taught.lessons)
            show(
                f'<div class="fit-bar" role="progressbar" aria-valuemin="0" aria-valuemax="{len(taught.lessons)}" '
                f'aria-valuenow="{done}" aria-label="{esc(label)}"><i style="width:{share:.1f}%"></i></div>'
                f'<div class="fit-bar-text"><span aria-hidden="true">{esc(label)}</span></div>'
            )
        if unread:
            following = unread[0]
            words_for = "learn.go_on" if done else "learn.begin"
            show(tag("p", words(words_for), "fit-kicker") + tag("h2", words.of(following.title)))
            show(tag("p", words.of(following.aim)))
            if st.button(plain(words("learn.open", n=following.minutes)), key="open_next", type="primary"):
                go("lesson", here, id=following.id)
        else:
            show(tag("h2", words("learn.all_read")) + tag("p", words("learn.all_read_then")))
            if st.button(plain(words("site.pages.practice")), key="open_practice", type="primary"):
                go("practice", here)
    due = held.to_come_back
    if due:
        with st.container(key="due"):
            link("practice", words("learn.due", n=len(due)), here, icon=":material/replay:")


def find(here: Site) -> None:
    words = here.words
    with st.container(key="search"):
        held = seeded("search_words", st.query_params.get("q", ""))
        label = words("learn.search.label")
        asked = st.text_input(
            label, held, key="search_words", type="search", placeholder=words("learn.search.example"),
            label_visibility=label_of(label), icon=":material/search:", on_change=_keep_search,
        )  # fmt: skip
        if not asked or not asked.strip():
            return
        hits = search(index(here.content.files_hash, here.assessment.id, here.language), asked)
        if not hits:
            show(f'<p class="fit-note" role="status">{esc(words("learn.search.nothing", query=asked))}</p>')
            return
        rows = "".join(hit_row(here, hit) for hit in hits[:SHOWN_HITS])
        more = "".join(hit_row(here, hit) for hit in hits[SHOWN_HITS:])
        count = f'<p class="fit-muted" role="status">{esc(words("learn.search.found", n=len(hits)))}</p>'
        folded = details(words("learn.search.more", n=len(hits) - SHOWN_HITS), element("ul", more, "fit-hits"))
        show(count + element("ul", rows, "fit-hits") + (folded if more else ""))


def _keep_search() -> None:
    asked = st.session_state["search_words"].strip()
    if asked:
        st.query_params["q"] = asked
    else:
        st.query_params.pop("q", None)


def hit_address(here: Site, hit: Hit) -> str:
    if hit.kind == "glossary":
        return address(here, "glossary", term=hit.to)
    if hit.kind == "comparison":
        return address(here, "compare", dimensions=hit.to)
    if hit.kind == "role":
        return address(here, "roles")
    return address(here, "lesson", id=hit.to)


def hit_row(here: Site, hit: Hit) -> Markup:
    kind = tag("span", here.words(f"learn.search.kind.{hit.kind}"), "fit-chip")
    return element("li", kind + anchor(hit.title, hit_address(here, hit)) + tag("p", hit.excerpt))


def lesson_card(here: Site, taught: Learning, lesson: Lesson, number: int, held: Progress) -> None:
    words = here.words
    check = taught.quizzes.get(lesson.id)
    asked = [question.id for question in check.questions] if check else []
    right = held.right(asked)
    state = tag("span", f"✓ {words('learn.was_read')}", "fit-chip fit-chip-done") if lesson.id in held.read else ""
    if any(question in held.answers for question in asked):
        state += tag("span", words("learn.check_state", right=right, total=len(asked)), "fit-chip")
    with st.container(key=f"lesson_card_{lesson.id}"):
        link("lesson", f"{number}. {words.of(lesson.title)}", here, id=lesson.id)
        meta = tag("span", words("learn.minutes", n=lesson.minutes), "fit-chip") + state
        show(
            tag("p", words.of(lesson.aim))
            + element("div", meta + role_badges(here, lesson.roles), "fit-meta fit-small")
        )


def beliefs(here: Site, taught: Learning) -> None:
    words = here.words
    if not taught.confusions:
        return
    folds = "".join(
        details(
            words.of(one.belief),
            tag("p", words.of(one.answer))
            + element(
                "p",
                anchor(
                    words("learn.more_in", title=words.of(taught.lesson[one.lesson].title)),
                    address(here, "lesson", id=one.lesson),
                ),
            )
            + details(words("learn.cite.title"), sources(one.facts, here.content, words)),
            "fit-fold",
        )
        for one in taught.confusions
    )
    title = tag("h2", words("learn.beliefs.title")) + tag("p", words("learn.beliefs.lead"), "fit-muted")
    show(element("section", title + element("div", folds, "fit-card fit-gap"), "fit-section"))


def ways(here: Site, taught: Learning) -> None:
    """Links to the other pages, those that have something to show."""
    there = {
        "compare": taught.comparison is not None,
        "practice": bool(taught.practice),
        "glossary": bool(taught.glossary),
        "interview": taught.interview is not None and bool(taught.interview.roles),
    }
    if not any(there.values()):
        return
    with st.container(key="ways", horizontal=True):
        for name in (name for name, holds in there.items() if holds):
            link(name, here.words(f"site.pages.{name}"), here)


def main() -> None:
    here = site()
    taught = learning(here)
    words = here.words
    if not taught.lessons:
        nothing_here(here, words("learn.title"))
        ways(here, taught)
        return
    held = progress()
    store_is_away(here)
    opening(here, taught, held)
    find(here)
    ways(here, taught)
    with st.container(key="part_lessons"):
        show(tag("h2", words("learn.lessons")))
        with st.container(key="lesson_cards"):
            for number, lesson in enumerate(taught.lessons, start=1):
                lesson_card(here, taught, lesson, number, held)
    beliefs(here, taught)
    keep_learning(here)


main()
