"""Which end of each trait helps in which role: the weights of the questionnaire on a line from low to high."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.label import short_name
from charts.lesson.drawing import Drawing, NamedRole, each_once, hidden_from_voice
from charts.sentence import end_of, joined, quoted
from charts.table import Table
from charts.wish import STRONG, WISHES, wish


def fit_map(assessment: Assessment, roles: Mapping[str, NamedRole], words: Words) -> Drawing | None:
    """Every trait that some role weighs. None for an assessment without roles that the comparison knows."""
    drawn = [role for role in assessment.roles if role.id in roles]
    weighed = [
        trait
        for trait in assessment.traits
        if any(trait.id in role.weights and role.weights[trait.id].weight for role in drawn)
    ]
    if not weighed:
        return None
    said = []
    for role in drawn:
        ends = [
            end_of(words, assessment.trait[trait], high=weight.weight > 0)
            for trait, weight in role.weights.items()
            if abs(weight.weight) >= STRONG
        ]
        if ends:
            said.append(words("learn.picture.fit_map.sentence", role=roles[role.id].name, ends=quoted(words, ends)))
    lines, rows = [], []
    for trait in weighed:
        weights = {role.id: role.weights[trait.id].weight if trait.id in role.weights else 0 for role in drawn}
        slots: list[str] = []
        for value in WISHES:
            here = [roles[role] for role, weight in weights.items() if weight == value]
            slots.insert(0, "<span>" + "".join(role.glyph for role in here) + "</span>")
        lines.append(
            f'<div class="fit-slide"><h4>{escape(short_name(assessment, trait.id, words))}</h4>'
            f'<div class="fit-slide-line">{"".join(slots)}</div>'
            f"<small>{escape(words.of(trait.low))}</small><small>{escape(words.of(trait.high))}</small></div>"
        )
        wishes = (wish(words, trait, weights[role.id]) for role in drawn)
        rows.append((words.of(trait.name), *wishes))
    legend = "".join(f"<span>{roles[role.id].glyph} {escape(roles[role.id].short)}</span>" for role in drawn)
    facts = [fact for role in drawn for weight in role.weights.values() if weight.weight for fact in weight.facts]
    return Drawing(
        words("learn.picture.fit_map.title"),
        hidden_from_voice(f'<p class="fit-legend">{legend}</p>{"".join(lines)}', "fit-slides"),
        joined(words, said) if said else words("learn.silent"),
        Table((words("charts.column.trait"), *(roles[role.id].name for role in drawn)), tuple(rows)),
        words("learn.picture.fit_map.caption"),
        each_once(facts),
    )
