"""Paper for a group: the facilitator's guide of a lesson and the participants' handout, from the lesson's own data."""

from __future__ import annotations

import streamlit as st

from catalog.content.words import Words
from catalog.lessons.blocks import (
    Block,
    FactsSpan,
    Heading,
    LinkSpan,
    List,
    Note,
    Paragraph,
    Spans,
    Table,
    ToldContradiction,
)
from catalog.lessons.learning import CHOSEN, Learning, Lesson, Question, Quiz
from charts.sentence import quoted
from teaching.quiz import shuffled
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.markup import Markup, element, esc, in_a_row, show, tag
from views.learning.shared import learning, nothing_here

LINES = 3
"""Empty lines on the handout for notes."""


def plain_spans(words: Words, spans: Spans) -> Markup:
    """The text alone; what is a link on the screen stands in quotation marks."""
    return "".join(
        esc(quoted(words, [span.text]) if isinstance(span, LinkSpan) else span.text)
        for span in spans
        if not isinstance(span, FactsSpan)
    )


def handout_block(here: Site, taught: Learning, block: Block) -> Markup:
    """A block as it stands on paper: nothing to tap."""
    if isinstance(block, Heading):
        return element(f"h{block.level + 1}", plain_spans(here.words, block.spans))
    if isinstance(block, Paragraph):
        return element("p", plain_spans(here.words, block.spans))
    if isinstance(block, List):
        return element(
            "ul", "".join(element("li", plain_spans(here.words, entry)) for entry in block.entries), "fit-list"
        )
    if isinstance(block, Table):
        head = "".join(f'<th scope="col">{plain_spans(here.words, cell)}</th>' for cell in block.head)
        body = "".join(
            "<tr>"
            + "".join(
                f'<th scope="row">{inner}</th>' if place == 0 else f"<td>{inner}</td>"
                for place, inner in enumerate(plain_spans(here.words, cell) for cell in row)
            )
            + "</tr>"
            for row in block.rows
        )
        return f'<div class="fit-paper-table"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    if isinstance(block, Note):
        return element("div", "".join(handout_block(here, taught, inner) for inner in block.blocks), "fit-aside")
    if isinstance(block, ToldContradiction):
        words, content, one = here.words, here.content, taught.contradiction[block.id]
        said = "".join(
            element(
                "li",
                tag("strong", words.of(content.articles[position.article].mark)) + f" {esc(words.of(position.says))}",
            )
            for position in one.positions
        )
        inner = tag("strong", words.of(one.title)) + element("ul", said, "fit-list") + tag("p", words.of(one.reading))
        return element("div", inner, "fit-aside")
    return ""


def handout(here: Site, taught: Learning, lesson: Lesson, check: Quiz) -> Markup:
    words = here.words
    body = "".join(handout_block(here, taught, block) for block in lesson.in_language(here.language))
    asked = "".join(element("li", paper_question(here, question)) for question in check.questions)
    notes = "<hr>" * LINES
    return element(
        "section",
        tag("h2", words("learn.guide.handout", title=words.of(lesson.title)))
        + element("p", tag("strong", words("learn.lesson.aim")) + " " + esc(words.of(lesson.aim)), "fit-aim")
        + body
        + tag("h3", words("learn.check.title"))
        + element("ol", asked, "fit-paper-questions")
        + tag("h3", words("learn.guide.notes"))
        + element("div", notes, "fit-paper-lines"),
        "fit-paper",
    )


def paper_question(here: Site, question: Question) -> Markup:
    words = here.words
    targets = in_a_row(here.words, (words.of(target.text) for target in question.targets)) if question.targets else ""
    kind = tag("span", words(f"learn.check.kind.{question.kind}"), "fit-muted")
    box = "☐" if question.kind in CHOSEN else "(\u3000)"
    options = "".join(element("li", f"{box} {esc(words.of(option.text))}") for option in shuffled(question))
    hint = tag("p", words("learn.guide.targets", names=targets), "fit-muted") if targets else ""
    return tag("p", words.of(question.ask)) + kind + hint + element("ul", options, "fit-paper-options")


def right_answer(here: Site, question: Question) -> Markup:
    """What is right, and why, for the facilitator's eyes."""
    words = here.words
    texts = {option.id: words.of(option.text) for option in question.options}
    if question.kind in CHOSEN:
        right = [
            element("li", tag("strong", texts[option.id]) + (f" {esc(words.of(option.why))}" if option.why else ""))
            for option in question.options
            if option.right
        ]
        answer = element("ul", "".join(right), "fit-list")
    elif question.kind == "order":
        answer = element("ol", "".join(tag("li", text) for text in texts.values()), "fit-list")
    else:
        names = {target.id: words.of(target.text) for target in question.targets}
        pairs = (f"{texts[option.id]} → {names[option.target or '']}" for option in question.options)
        answer = element("ul", "".join(tag("li", pair) for pair in pairs), "fit-list")
    why = tag("p", words.of(question.why)) if question.why else ""
    return tag("p", words.of(question.ask)) + answer + why


def for_the_guide(here: Site, lesson: Lesson, check: Quiz) -> Markup:
    words, guide = here.words, check.guide
    asked = "".join(
        element(
            "li",
            tag("h4", words.of(one.ask))
            + "".join(
                element(
                    "div",
                    element("p", tag("strong", words("learn.guide.said")) + " " + esc(words.of(answer.text)))
                    + element("p", tag("strong", words("learn.guide.reply")) + " " + esc(words.of(answer.reply))),
                    "fit-said",
                )
                for answer in one.answers
            ),
        )
        for one in guide.questions
    )
    answers = "".join(element("li", right_answer(here, question)) for question in check.questions)
    steps = [
        words("learn.guide.step.aim"),
        words("learn.guide.step.read", minutes=lesson.minutes),
        words("learn.guide.step.talk", minutes=guide.minutes),
        words("learn.guide.step.check", n=len(check.questions)),
    ]
    return element(
        "section",
        tag("h2", words("learn.guide.facilitator"))
        + element("p", tag("strong", words("learn.lesson.aim")) + " " + esc(words.of(guide.aim)), "fit-aim")
        + tag("h3", words("learn.guide.flow"))
        + element("ol", "".join(tag("li", step) for step in steps), "fit-list")
        + tag("h3", words("learn.guide.talk"))
        + element("ol", asked, "fit-paper-questions")
        + tag("h3", words("learn.guide.answers"))
        + element("ol", answers, "fit-paper-questions"),
        "fit-paper",
    )


def main() -> None:
    here = site()
    words, taught = here.words, learning(here)
    known = [lesson for lesson in taught.lessons if lesson.id in taught.quizzes]
    if not known:
        nothing_here(here, words("site.pages.guide"))
        return
    asked = st.query_params.get("lesson")
    lesson = next((one for one in known if one.id == asked), None)
    show(
        tag("p", words("learn.guide.kicker"), "fit-kicker")
        + tag("h1", words("learn.guide.title", title=words.of((lesson or known[0]).title)))
        + tag("p", words("learn.guide.lead"), "fit-lead")
    )
    if lesson is None:
        lesson = known[0]
        if asked is not None:
            notice(words("learn.lost.lesson"))
    with st.container(key="guide_links", horizontal=True):
        link("lesson", words("learn.guide.to_lesson"), here, id=lesson.id)
        link("interview", words("learn.guide.others"), here)
    check = taught.quizzes[lesson.id]
    show(for_the_guide(here, lesson, check))
    show(handout(here, taught, lesson, check))


main()
