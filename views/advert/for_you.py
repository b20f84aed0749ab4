"""How the advertisement sits with the visitor's own result, in the result's words."""

from __future__ import annotations

from collections.abc import Sequence

from adverts.for_result import ForResult, for_result
from adverts.reading import Reading
from catalog.questionnaire.assessment import Task
from reports.told.numbers import numbers
from reports.told.sections import sections_of_role
from scoring.rule.result import Result
from views.advert.unsaid import quotes
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import Markup, details, element, esc, show, tag
from views.frame.role_mark import marked
from views.result.bars import bars
from views.result.parts import written
from views.result.shown import Shown, what_is_shown


def for_you(here: Site, reading: Reading, heading: str = "h2") -> None:
    words = here.words
    shown = what_is_shown(here)
    if shown is None:
        show(_section(here, heading, tag("p", words("advert.you.away"), "fit-muted")))
        return
    if not shown.answers:
        show(_section(here, heading, tag("p", words("advert.you.none"), "fit-muted")))
        link("assessment", words("advert.you.take"), here)
        return
    if not shown.scored:
        show(_section(here, heading, tag("p", words("advert.you.unscored"), "fit-muted")))
        link("assessment", words("advert.you.take"), here)
        return
    _held_against(shown, reading, heading)


def _section(here: Site, heading: str, inner: Markup) -> Markup:
    return element("section", tag(heading, here.words("advert.you.title")) + inner, "fit-section")


def _held_against(shown: Shown, reading: Reading, heading: str) -> None:
    here, result, words = shown.here, shown.result, shown.here.words
    found = for_result(reading, here.content, here.assessment, result)
    inner = tag("p", words("advert.you.lead"), "fit-muted")
    if not found.roles:
        inner += tag("p", words("advert.you.no_role" if reading.kinds else "advert.you.no_kind"))
    show(_section(here, heading, inner + _fits(here, result, found)))
    for role in found.roles:
        if len(found.roles) > 1:
            show(tag("h3", here.words.of(here.assessment.role[role].name)))
        for told in sections_of_role(result, here.assessment, words, role):
            written(here, told, "h4" if len(found.roles) > 1 else "h3")
    last = (
        _tasks(here, "liked", found.liked)
        + _tasks(here, "disliked", found.disliked)
        + _conditions(here, reading, found)
    )
    if last:
        show(last)


def fits_in_a_cell(here: Site, readings: Sequence[Reading]) -> tuple[Markup, ...] | None:
    """For each reading the fits with its roles; None where the visitor has no result."""
    shown = what_is_shown(here)
    if shown is None or not shown.scored:
        return None
    here, cells = shown.here, []
    table = numbers(shown.result, here.assessment, here.words)
    for reading in readings:
        found = for_result(reading, here.content, here.assessment, shown.result)
        told = [table["fit", role] for role in found.roles if ("fit", role) in table]
        cells.append("<br>".join(f"{marked(here, one.id)} {esc(one.shown)}" for one in told))
    return tuple(cells)


def _fits(here: Site, result: Result, found: ForResult) -> Markup:
    table = numbers(result, here.assessment, here.words)
    levels = [table["fit", role] for role in found.roles if ("fit", role) in table]
    if not levels:
        return ""
    scale = tag("p", here.words("result.fits.scale"), "fit-bars-scale")
    return element("div", bars(here, levels, here.words("result.fits.label")) + scale, "fit-card fit-gap")


def _tasks(here: Site, key: str, tasks: tuple[Task, ...]) -> Markup:
    if not tasks:
        return ""
    rows = "".join(
        element("li", esc(here.words.of(task.text)) + f' <span class="fit-muted">{marked(here, task.role)}</span>')
        for task in tasks
    )
    inner = tag("h3", here.words(f"advert.you.{key}")) + element("ul", rows, "fit-list")
    return element("section", inner, "fit-section")


def _conditions(here: Site, reading: Reading, found: ForResult) -> Markup:
    words = here.words
    if not found.conditions:
        return ""
    rows = "".join(
        details(
            words.of(condition.name),
            element(
                "p",
                tag("strong", words("advert.you.yourself")) + " " + esc(words.of(condition.ask_yourself)),
            )
            + element(
                "p",
                tag("strong", words("advert.you.advert"))
                + " "
                + esc(words("advert.unsaid.missing") if said.missing else quotes(here, reading, said)),
            ),
            "fit-fold",
        )
        for condition, said in found.conditions
    )
    lead = tag("h3", words("advert.you.conditions")) + tag("p", words("advert.you.conditions_lead"), "fit-muted")
    return element("section", lead + element("div", rows, "fit-card fit-folds"), "fit-section")
