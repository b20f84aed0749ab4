"""A lesson's blocks as a page: terms and sources at a tap, drawings, contradictions told fairly."""

from __future__ import annotations

from catalog.lessons.blocks import (
    Block,
    FactsSpan,
    Heading,
    LinkSpan,
    List,
    Note,
    Paragraph,
    Picture,
    Spans,
    StrongSpan,
    Table,
)
from catalog.lessons.learning import Contradiction, Lesson
from teaching.terms import TermFinder
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, sources, tag
from views.frame.popovers import Popovers
from views.learning.figure import drawing, figure
from views.learning.shared import address, anchor, learning, own_meaning


class LessonBody:
    """Turns blocks into markup, in the order of the file: a term is marked once a section."""

    def __init__(self, here: Site) -> None:
        self._here = here
        self._taught = learning(here)
        self._terms = {term.id: term for term in self._taught.glossary}
        self._finder = TermFinder(self._taught.glossary, here.language, everyday_roles(here))
        self._popovers = Popovers(here, "said")
        self._seen: set[str] = set()

    def markup(self, lesson: Lesson) -> Markup:
        """The whole lesson, its popovers behind it."""
        blocks = "".join(self._block(block) for block in lesson.in_language(self._here.language))
        return element("div", blocks, "fit-lesson") + self._popovers.markup()

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Heading):
            if block.level == 2:
                self._seen = set()
            words = "".join(esc(span.text) for span in block.spans if not isinstance(span, FactsSpan))
            return element(f"h{block.level}", words)
        if isinstance(block, Paragraph):
            return element("p", self._spans(block.spans))
        if isinstance(block, List):
            return element("ul", "".join(element("li", self._spans(entry)) for entry in block.entries), "fit-list")
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Note):
            inner = "".join(self._block(part) for part in block.blocks)
            return f'<div class="fit-aside" role="note">{inner}</div>'
        if isinstance(block, Picture):
            drawn = drawing(self._here, block.name)
            return figure(self._here, drawn) if drawn else ""
        return contradiction_card(self._here, self._taught.contradiction[block.id])

    def _spans(self, spans: Spans) -> Markup:
        made = []
        for span in spans:
            if isinstance(span, FactsSpan):
                made.append(self._popovers.cite(span.facts))
            elif isinstance(span, LinkSpan):
                made.append(anchor(span.text, self._target(span)))
            elif isinstance(span, StrongSpan):
                made.append(element("strong", self._marked(span.text)))
            else:
                made.append(self._marked(span.text))
        return "".join(made)

    def _target(self, span: LinkSpan) -> str:
        if span.to == "lesson":
            return address(self._here, "lesson", id=span.target)
        return address(self._here, span.target)

    def _marked(self, text: str) -> Markup:
        made = []
        for piece in self._finder.pieces(text, self._seen):
            if piece.term is None:
                made.append(esc(piece.text))
                continue
            term = self._terms[piece.term]
            words = self._here.words
            inner = tag("p", words.of(term.text)) + (own_meaning(words) if term.own else "")
            inner += sources(term.facts, self._here.content, words)
            made.append(self._popovers.button(piece.text, words.of(term.term), inner, "fit-term"))
        return "".join(made)

    def _table(self, block: Table) -> Markup:
        """Rows become cards on a phone, where each cell carries the name of its column."""
        names = ["".join(span.text for span in cell if not isinstance(span, FactsSpan)) for cell in block.head]
        head = "".join(f'<th scope="col">{self._spans(cell)}</th>' for cell in block.head)
        body = ""
        for row in block.rows:
            body += "<tr>"
            for place, cell in enumerate(row):
                inner = self._spans(cell)
                if place == 0:
                    body += f'<th scope="row">{inner}</th>'
                else:
                    body += f'<td><span class="fit-cell-name" aria-hidden="true">{esc(names[place])}</span>{inner}</td>'
            body += "</tr>"
        return f'<div class="fit-rows"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def everyday_roles(here: Site) -> frozenset[str]:
    """The roles whose name is one plain word of Latin letters: in running text it often means something else."""
    comparison = learning(here).comparison
    names = {role.id: here.words.of(role.name) for role in (comparison.roles if comparison else ())}
    return frozenset(role for role, name in names.items() if name.isascii() and name.isalpha())


def contradiction_card(here: Site, one: Contradiction) -> Markup:
    """Who says what, and how to read it."""
    words, content = here.words, here.content
    several = len({position.article for position in one.positions}) > 1
    said = "".join(
        element(
            "li",
            tag("strong", words.of(content.articles[position.article].mark))
            + " "
            + tag("span", words.of(position.says))
            + f'<details class="fit-details"><summary>{esc(words("learn.cite.title"))}</summary>'
            + f"<div>{sources(position.facts, content, words)}</div></details>",
        )
        for position in one.positions
    )
    kind = words("learn.lesson.differ" if several else "learn.lesson.one_voice")
    reading = element(
        "p", tag("strong", words("learn.lesson.reading")) + " " + tag("span", words.of(one.reading)), "fit-reading"
    )
    inner = (
        tag("p", kind, "fit-kicker")
        + tag("p", words.of(one.title), "fit-differ-title")
        + element("ul", said, "fit-positions")
        + reading
    )
    return element("section", inner, "fit-differ")
