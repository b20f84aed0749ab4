"""How it is scored: the rule in plain words, every weight with its reason and facts, the norms; made from the files."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.content.beside import articles_of
from catalog.questionnaire.assessment import ASSUMED, FoundationWeight, Weight
from charts.number import half_up
from views.frame.context import Site, site
from views.frame.markup import Markup, details, element, esc, show, sources, table, tag
from views.frame.role_mark import mark_style, marked
from views.person.norm_data import norm_data, norms_lead

Steps = tuple[str, ...]
STEPS: Steps = ("answers", "error", "foundation", "direction", "fit", "chance", "warning", "quality")
WITH_LIKING: Steps = (
    "answers",
    "error",
    "foundation",
    "direction",
    "liking",
    "fit_liking",
    "chance_liking",
    "warning",
    "quality",
)
TRAITS_ALONE: Steps = ("answers", "error", "quality")
REGRESSED = 2
"""From this rule on the warning regresses a trait's score before it looks at it."""


def steps(here: Site) -> None:
    words, assessment = here.words, here.assessment
    told = WITH_LIKING if assessment.liking else STEPS if assessment.roles else TRAITS_ALONE
    if assessment.rule >= REGRESSED:
        told = tuple("warning_regressed" if step == "warning" else step for step in told)
    if assessment.groups:
        told = (*told[:2], "groups", *told[2:])
    entries = "".join(
        element("li", tag("h3", words(f"method.steps.{step}.title")) + tag("p", words(f"method.steps.{step}.text")))
        for step in told
    )
    title = tag("h2", words("method.rule_title"))
    show(element("section", title + element("ol", entries, "fit-steps"), "fit-card"))


def weight_rows(here: Site, weights: Mapping[str, Weight] | Mapping[str, FoundationWeight]) -> Markup:
    """One block a weight: on a phone a table with sentences in it cannot be read."""
    words, assessment = here.words, here.assessment
    blocks = []
    for trait_id, weight in weights.items():
        shown = f"{weight.weight:+d}" if weight.weight else "0"
        label = words("method.column.weight") + " " + shown.replace("-", "\N{MINUS SIGN}")
        if isinstance(weight, Weight):
            label += f" / {words('method.column.evidence')}: {words('method.evidence.' + weight.evidence)}"
        inner = (
            tag("h3", words.of(assessment.trait[trait_id].name))
            + tag("p", label, "fit-muted")
            + tag("p", words.of(weight.because))
        )
        cited = sources(weight.facts, here.content, words)
        folded = details(words("method.facts", n=len(weight.facts)), cited) if cited else ""
        blocks.append(element("li", inner + folded, "fit-statement"))
    return element("ul", "".join(blocks), "fit-statements")


def weights(here: Site) -> None:
    words, assessment = here.words, here.assessment
    if not assessment.roles:
        return
    show(tag("h2", words("method.weights_title")) + tag("p", words("method.weights_lead"), "fit-muted"))
    folded = details(words("method.foundation_title"), weight_rows(here, assessment.foundation), "fit-fold")
    for role in assessment.roles:
        rows = weight_rows(here, role.weights)
        folded += (
            f'<details class="fit-fold" style="{mark_style(here, role.id)}"><summary>{marked(here, role.id)}</summary>'
            f"<div>{rows}</div></details>"
        )
    show(element("div", folded, "fit-card"))


def norms(here: Site) -> None:
    words, assessment = here.words, here.assessment
    shown = ["items", "mean", "sd", "reliability", "basis"]
    if all(trait.norm.assumed for trait in assessment.traits):
        shown.remove("basis")  # The lead says so; on a phone the column would stand out of sight.
    columns = [words("method.column.trait")] + [words(f"method.norm_column.{key}") for key in shown]
    rows = []
    for trait in assessment.traits:
        n = sum(item.trait == trait.id for item in assessment.items)
        n += sum(trait.id in scenario.options[0].shows for scenario in assessment.scenarios)
        basis = words("method.assumed") if trait.norm.assumed else trait.norm.basis
        mean, sd = (f"{half_up(value, 1):g}" for value in (trait.norm.mean, trait.norm.sd))
        row = (words.of(trait.name), n, mean, sd, trait.norm.reliability, basis)
        rows.append(row[: 1 + len(shown)])
    inner = tag("h2", words("method.norms_title")) + tag("p", words(norms_lead(assessment)), "fit-muted")
    inner += table(columns, rows, words("method.norms_title")) + norm_data(here)
    if assessment.liking:
        liking = assessment.liking
        basis = words("method.assumed") if liking.basis == ASSUMED else liking.basis
        inner += tag(
            "p",
            words(
                "method.liking_norm",
                sd=f"{liking.sd:g}",
                reliability=f"{liking.reliability:g}",
                shared=f"{liking.shared:g}",
                share=f"{100 * liking.share:.0f}",
                basis=basis,
            ),
            "fit-muted",
        )
    show(element("section", inner, "fit-section"))


def traits(here: Site) -> None:
    """What each trait is, and its ends in words."""
    words = here.words
    entries = ""
    for trait in here.assessment.traits:
        ends = words("method.trait_ends", low=words.of(trait.low), high=words.of(trait.high))
        inner = tag("h3", words.of(trait.name)) + tag("p", words.of(trait.about)) + tag("p", ends, "fit-muted")
        entries += element("li", inner, "fit-statement")
    title = words("method.traits_title")
    folded = details(words("method.traits_open"), element("ul", entries, "fit-statements"), "fit-fold")
    show(tag("h2", title) + element("div", folded, "fit-card"))


def articles(here: Site) -> None:
    """The articles that its facts are from, and what else the assessment says that it rests on."""
    words = here.words
    entries = "".join(
        element("li", f"<strong>{esc(words.of(article.mark))}</strong> {esc(words.of(article.title))}")
        for article in articles_of(here.content, here.assessment).values()
    )
    entries += "".join(tag("li", words.of(source)) for source in here.pages.sources)
    if not entries:
        return
    show(
        element(
            "section", tag("h2", words("method.articles_title")) + element("ul", entries, "fit-list"), "fit-section"
        )
    )


def origin(here: Site) -> None:
    """Whose instrument it is, and on what terms."""
    words = here.words
    entries = "".join(
        element("li", f"<strong>{esc(words(f'method.origin.{name}'))}</strong> {esc(words.of(said))}")
        for name, said in here.assessment.origin.items()
    )
    if entries:
        inner = tag("h2", words("method.origin.title")) + element("ul", entries, "fit-list")
        show(element("section", inner, "fit-section"))


def main() -> None:
    here = site()
    words, assessment = here.words, here.assessment
    show(tag("h1", words("method.title")) + tag("p", words("method.lead"), "fit-lead"))
    steps(here)
    traits(here)
    weights(here)
    norms(here)
    articles(here)
    origin(here)
    version = words(
        "method.version",
        title=words.of(assessment.title),
        version=assessment.version,
        hash=assessment.files_hash[:12],
    )
    show(tag("p", version, "fit-muted"))


main()
