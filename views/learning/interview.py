"""For recruiters, applicants and trainers: what to ask for each role, what the words of adverts mean, and papers."""

from __future__ import annotations

import streamlit as st

from catalog.lessons.learning import Interview, InterviewRole
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.labels import label_of, plain
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.popovers import Popovers
from views.frame.seeds import always
from views.learning.shared import learning, roles_of

ROLE = "interview_role"


def asked_role(here: Site, interview: Interview) -> str:
    """The role of the address; the first one, with a word, where there is no such role."""
    asked = st.query_params.get("role")
    if asked is not None and asked not in interview.roles:
        notice(here.words("learn.lost.role"))
    return asked if asked is not None and asked in interview.roles else next(iter(interview.roles))


def named(here: Site, role: str) -> str:
    """The role with its mark as the comparison knows it; without one the name in the assessment, or the id."""
    known, own = roles_of(here).get(role), here.assessment.role.get(role)
    if known is not None:
        return f"{known.mark.glyph} {known.name}"
    return role if own is None else here.words.of(own.name)


def choose(here: Site, interview: Interview, role: str) -> None:
    names = {name: plain(named(here, name)) for name in interview.roles}
    key, label = f"{ROLE}_{here.language}", here.words("learn.interview.role")

    def take() -> None:
        st.query_params["role"] = st.session_state[key]

    st.pills(
        label,
        list(names),
        default=always(key, role),
        label_visibility=label_of(label),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=take,
    )


def questions(here: Site, role: InterviewRole, popovers: Popovers) -> Markup:
    words = here.words
    rows = "".join(
        element(
            "li",
            tag("h3", words.of(one.ask))
            + element(
                "p", tag("strong", words("learn.interview.listen")) + " " + esc(words.of(one.listen_for)) + " "
                + popovers.cite(one.facts),
            ),
            "fit-statement",
        )
        for one in role.questions
    )  # fmt: skip
    title = tag("h2", words("learn.interview.questions")) + tag("p", words("learn.interview.fair"), "fit-muted")
    return element("section", title + element("ol", rows, "fit-asks"), "fit-section")


def adverts(here: Site, role: InterviewRole, popovers: Popovers) -> Markup:
    words = here.words
    if not role.advert_words:
        return ""
    rows = "".join(
        f'<div class="fit-entry"><dt>{esc(words.of(one.word))}</dt>'
        f"<dd><p>{esc(words.of(one.means))} {popovers.cite(one.facts)}</p></dd></div>"
        for one in role.advert_words
    )
    title = tag("h2", words("learn.interview.adverts")) + tag("p", words("learn.interview.adverts_lead"), "fit-muted")
    return element("section", title + element("dl", rows, "fit-entries"), "fit-section")


def papers(here: Site) -> None:
    """Handout and facilitator's guide of every lesson that has a check."""
    taught, words = learning(here), here.words
    lessons = [lesson for lesson in taught.lessons if lesson.id in taught.quizzes]
    if not lessons:
        return
    with st.container(key="part_papers"):
        show(tag("h2", words("learn.interview.papers")) + tag("p", words("learn.interview.papers_lead"), "fit-muted"))
        with st.container(key="papers"):
            for lesson in lessons:
                minutes = taught.quizzes[lesson.id].guide.minutes
                label = words("learn.interview.paper", title=words.of(lesson.title), minutes=minutes)
                link("guide", label, here, lesson=lesson.id)


def main() -> None:
    here = site()
    words = here.words
    interview = learning(here).interview
    show(tag("h1", words("learn.interview.title")) + tag("p", words("learn.interview.lead"), "fit-lead"))
    if interview is None or not interview.roles:
        notice(words("learn.nothing"))
        return
    role = asked_role(here, interview)
    choose(here, interview, role)
    popovers = Popovers(here, "ask")
    body = questions(here, interview.roles[role], popovers) + adverts(here, interview.roles[role], popovers)
    show(body + popovers.markup())
    with st.container(key="next_fair"):
        if here.content.adverts is not None:
            link("advert", words("advert.to_advert.lesson"), here)
        link("fair", words("learn.interview.to_fair"), here)
    papers(here)


main()
