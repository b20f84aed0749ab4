"""A customer's way through a product, and which role acts at each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from catalog.content.words import Words
from catalog.lessons.learning import Comparison
from charts.lesson.drawing import Drawing, NamedRole, each_once, hidden_from_voice
from charts.sentence import joined, quoted
from charts.table import Table


def journey(
    comparison: Comparison, roles: Mapping[str, NamedRole], words: Words, shown: Sequence[str] | None = None
) -> Drawing | None:
    """The steps with what the roles of ``shown`` (all of them for None) do. None where there are no steps."""
    if not comparison.journey:
        return None
    wanted = [role for role in comparison.roles if shown is None or role.id in shown]
    said = []
    for role in wanted:
        steps = [words.of(step.name) for step in comparison.journey if role.id in step.roles]
        if steps:
            acts = words("learn.picture.journey.acts", role=roles[role.id].name, steps=quoted(words, steps))
            said.append(acts)
    steps_drawn, rows = [], []
    for number, step in enumerate(comparison.journey, start=1):
        acting = [(roles[one.id], step.roles[one.id]) for one in wanted if one.id in step.roles]
        lines = (
            "".join(
                f'<p style="{who.style}"><b>{who.glyph} {escape(who.short)}</b> {escape(words.of(done.text))}</p>'
                for who, done in acting
            )
            or f'<p class="fit-silent">{escape(words("learn.silent"))}</p>'
        )
        heading = f"<h4><i>{number}</i>{escape(words.of(step.name))}</h4>"
        steps_drawn.append(f'<div class="fit-journey-step">{heading}{lines}</div>')
        for who, done in acting:
            rows.append((words.of(step.name), who.name, words.of(done.text)))
    facts = [
        fact for step in comparison.journey for role in wanted if role.id in step.roles
        for fact in step.roles[role.id].facts
    ]  # fmt: skip
    columns = ("learn.picture.journey.step", "charts.column.role", "learn.picture.journey.does")
    return Drawing(
        words("learn.picture.journey.title"),
        hidden_from_voice("".join(steps_drawn), "fit-journey"),
        joined(words, said) if said else words("learn.silent"),
        Table(tuple(words(column) for column in columns), tuple(rows)),
        words("learn.picture.journey.caption"),
        each_once(facts),
    )
