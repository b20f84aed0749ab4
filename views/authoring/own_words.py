"""What an author wrote for results: said of each trait, of roles and why, of conditions and limits, and asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from catalog.questionnaire.assessment import Assessment, FoundationWeight, Role, Weight
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag

POLE = ("strength", "talk", "watch", "elsewhere")
Row = tuple[str, str]
"""What it is, and the sentence."""


def own_words(here: Site, language: str) -> Markup:
    """All of it, in ``language``; what the sentences are is said in the reader's."""
    parts = [
        (here.words("preview.told.guidance"), _of_traits(here, language)),
        (here.words("preview.told.roles"), _of_roles(here, language)),
        (here.words("preview.told.conditions"), _conditions(here, language)),
        (here.words("preview.told.limits"), _limits(here, language)),
        (here.words("preview.told.guide"), _guide(here, language)),
    ]
    return "".join(
        element("section", tag("h2", title) + inner, "fit-section fit-told") for title, inner in parts if inner
    )


def _rows(rows: Iterable[Row], language: str) -> Markup:
    inner = "".join(f'<dt>{esc(what)}</dt><dd lang="{esc(language)}">{esc(text)}</dd>' for what, text in rows)
    return element("dl", inner, "fit-told-rows")


def _cards(blocks: Sequence[tuple[str, Sequence[Row]]], language: str) -> Markup:
    cards = "".join(
        element("section", f'<h3 lang="{esc(language)}">{esc(title)}</h3>{_rows(rows, language)}', "fit-card")
        for title, rows in blocks
        if rows
    )
    return element("div", cards, "fit-told-cards") if cards else ""


def _of_traits(here: Site, language: str) -> Markup:
    words, held = here.words, here.assessment
    blocks = []
    for trait in held.traits:
        rows: list[Row] = []
        guided = held.guidance.traits.get(trait.id) if held.guidance is not None else None
        for end, text in (("high", trait.high), ("low", trait.low)):
            name = words(f"preview.items.{end}")
            rows.append((name, text.in_language(language)))
            if guided is not None:
                pole = guided.high if end == "high" else guided.low
                rows += [
                    (
                        words("preview.told.end", name=words(f"preview.told.{what}"), end=name),
                        getattr(pole, what).in_language(language),
                    )
                    for what in POLE
                ]
        if guided is not None:
            rows.append((words("preview.told.explore"), guided.explore.in_language(language)))
        blocks.append((trait.name.in_language(language), rows))
    note = "" if held.guidance is not None else tag("p", words("preview.told.no_guidance"), "fit-muted")
    return note + _cards(blocks, language)


def _of_roles(here: Site, language: str) -> Markup:
    held = here.assessment
    return _cards(
        [(role.name.in_language(language), _role(here, held, role, language)) for role in held.roles], language
    )


def _role(here: Site, held: Assessment, role: Role, language: str) -> list[Row]:
    weights: Mapping[str, FoundationWeight | Weight] = {**held.foundation, **role.weights}
    return [
        (here.words("preview.told.about"), role.about.in_language(language)),
        *(
            (
                here.words(
                    "preview.told.because", name=held.trait[trait].name.in_language(language), weight=f"{one.weight:+d}"
                ),
                one.because.in_language(language),
            )
            for trait, one in weights.items()
            if trait in held.trait
        ),
    ]


def _conditions(here: Site, language: str) -> Markup:
    held, words = here.assessment, here.words
    blocks = [
        (
            one.name.in_language(language),
            [
                (words("preview.told.ask_yourself"), one.ask_yourself.in_language(language)),
                (words("preview.told.look_for"), one.look_for.in_language(language)),
                *(
                    (held.role[role].name.in_language(language), cited.text.in_language(language))
                    for role, cited in one.roles.items()
                    if role in held.role
                ),
            ],
        )
        for one in (held.guidance.conditions if held.guidance is not None else ())
    ]
    return _cards(blocks, language)


def _limits(here: Site, language: str) -> Markup:
    limits = here.assessment.guidance.limits if here.assessment.guidance is not None else ()
    rows = "".join(f'<li lang="{esc(language)}">{esc(one.text.in_language(language))}</li>' for one in limits)
    return element("ul", rows, "fit-list") if rows else ""


def _guide(here: Site, language: str) -> Markup:
    held, words = here.assessment, here.words
    if held.guide is None:
        return ""
    blocks = []
    for trait, asked in held.guide.traits.items():
        rows: list[Row] = []
        for kind, one in (("experience", asked.experience), ("situation", asked.situation)):
            rows += [
                (words(f"preview.told.{kind}"), one.ask.in_language(language)),
                (words("preview.items.low"), one.low.in_language(language)),
                (words("preview.items.high"), one.high.in_language(language)),
            ]
        blocks.append((held.trait[trait].name.in_language(language) if trait in held.trait else trait, rows))
    return _cards(blocks, language)
