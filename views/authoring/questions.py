"""Every question with its key, its trait and the hints on its wording, in all languages of the assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from catalog.hints.questions import Hint, TraitHint, hinted, hints_on, hints_on_trait
from catalog.questionnaire.assessment import Item, Scenario, Task, Trait
from catalog.reading.text import Text
from views.authoring.bar import spoken_here
from views.frame.context import Site, site
from views.frame.labels import label_of, plain
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.seeds import index_of, seeded

ONLY, TRAIT = "only_hinted", "trait_of_questions_"
ALL = "*"
HEAD = "fit-asked-head"
Hints = Mapping[str, Sequence[Hint]]


def main() -> None:
    here = site()
    held, words = here.assessment, here.words
    hinted_on: tuple[Item | Task, ...] = (*held.items, *held.tasks)
    hints: Hints = {one.id: hints_on(one) for one in hinted_on}
    on_traits = {trait.id: hints_on_trait(held, trait) for trait in held.traits}
    counts = {"items": len(held.items), "scenarios": len(held.scenarios), "tasks": len(held.tasks)}
    show(tag("p", words("preview.items.lead", **counts), "fit-lead"))
    with st.container(key="question_choice", horizontal=True, vertical_alignment="bottom"):
        trait = _trait(here)
        n = hinted(held)
        label = words("preview.items.hinted", n=n)
        only = st.toggle(label, seeded(ONLY, False), key=ONLY, disabled=not n, label_visibility=label_of(label))
    items = [one for one in held.items if trait in (ALL, one.trait) and (hints[one.id] or not only)]
    rows = [_item(here, one, hints[one.id]) for one in items]
    traits = [one for one in held.traits if trait in (ALL, one.id) and (on_traits[one.id] or not only)]
    _section("", rows)
    _section(words("preview.items.traits"), [_of_trait(here, one, on_traits[one.id]) for one in traits])
    if trait == ALL:
        scenarios = [] if only else [_scenario(here, one) for one in held.scenarios]
        _section(words("preview.items.scenarios"), scenarios)
        tasks = [_task(here, one, hints[one.id]) for one in held.tasks if hints[one.id] or not only]
        _section(words("preview.items.tasks"), tasks)
    if not rows and not traits:
        show(tag("p", words("preview.items.none"), "fit-muted"))


def _trait(here: Site) -> str:
    names = {ALL: here.words("preview.items.all")}
    names |= {trait.id: here.words.of(trait.name) for trait in here.assessment.traits}
    key = TRAIT + here.language
    begins = seeded(key, ALL)
    if begins not in names:
        begins = st.session_state[key] = ALL
    with st.container(key="bar_of_trait", width="content"):
        label = here.words("preview.items.trait")
        chosen = st.selectbox(
            label,
            list(names),
            index=index_of(names, begins),
            format_func=lambda one: plain(names[one]),
            key=key,
            label_visibility=label_of(label),
        )
    return str(chosen)


def _section(title: str, rows: Sequence[Markup]) -> None:
    if rows:
        head = tag("h2", title) if title else ""
        show(element("section", head + element("ul", "".join(rows), "fit-asked"), "fit-section"))


def _texts(here: Site, text: Text) -> Markup:
    spoken = [language for language in text.languages if language in spoken_here(here)] or text.languages[:1]
    return "".join(
        f'<p lang="{esc(language)}" class="fit-asked-text">{esc(text.in_language(language))}</p>' for language in spoken
    )


def _named(here: Site, *parts: object) -> Markup:
    return element("p", "".join(tag("span", part) for part in parts if part), HEAD)


def _item(here: Site, item: Item, hints: Sequence[Hint]) -> Markup:
    said = here.words("preview.items.plus" if item.keyed == "+" else "preview.items.minus")
    sign = "+" if item.keyed == "+" else "−"
    key = f'<abbr class="fit-key" title="{esc(said)}" aria-label="{esc(said)}" role="img">{sign}</abbr>'
    trait = tag("span", here.words.of(here.assessment.trait[item.trait].name))
    head = element("p", key + trait + tag("code", item.id), HEAD)
    return element("li", head + _texts(here, item.text) + _hints(here, hints))


def _task(here: Site, task: Task, hints: Sequence[Hint]) -> Markup:
    head = tag("span", here.words.of(here.assessment.role[task.role].name)) + tag("code", task.id)
    return element("li", element("p", head, HEAD) + _texts(here, task.text) + _hints(here, hints))


def _scenario(here: Site, scenario: Scenario) -> Markup:
    traits = here.assessment.trait
    options = ""
    for option in scenario.options:
        shown = [
            here.words("preview.items.shows", label=here.words.of(traits[trait].name), number=number)
            for trait, number in option.shows.items()
        ]
        options += element("li", _texts(here, option.text) + _named(here, *shown))
    head = element("p", tag("code", scenario.id), HEAD)
    return element("li", head + _texts(here, scenario.text) + element("ol", options, "fit-asked-options"))


def _of_trait(here: Site, trait: Trait, hints: Sequence[TraitHint]) -> Markup:
    words = here.words
    keys = Counter(item.keyed for item in here.assessment.items if item.trait == trait.id)
    count = words("preview.items.count", plus=keys["+"], minus=keys["-"])
    name = tag("strong", words.of(trait.name))
    head = element("p", name + tag("span", count) + tag("code", trait.id), HEAD)
    ends = "".join(
        tag("p", words(f"preview.items.{end}"), "fit-asked-end") + _texts(here, text)
        for end, text in (("low", trait.low), ("high", trait.high))
    )
    said = [
        (one.language, words(f"preview.hint.pole_{one.found}"))
        if one.kind == "pole"
        else (one.language, words(f"preview.hint.{one.kind}", found=one.found))
        for one in hints
    ]
    return element("li", head + ends + _said(here, said))


def _hints(here: Site, hints: Sequence[Hint]) -> Markup:
    return _said(here, [(one.language, here.words(f"preview.hint.{one.kind}", found=one.found)) for one in hints])


def _said(here: Site, hints: Sequence[tuple[str, str]]) -> Markup:
    """With the language that a hint is on, where there are several."""
    if not hints:
        return ""
    names = {one.id: one.name for one in here.content.languages}
    several = len(spoken_here(here)) > 1
    lines = [
        here.words("preview.hint.in", language=names.get(language, language), text=text) if several else text
        for language, text in hints
    ]
    return element("ul", "".join(tag("li", line) for line in lines), "fit-hints")


main()
