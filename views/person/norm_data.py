"""On whom norms were measured: what may be said of them, and each data set with its people, number and source."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment
from reports.told.norms import data_set_told, data_sets
from views.frame.context import Site
from views.frame.markup import Markup, element, tag


def norms_lead(assessment: Assessment) -> str:
    """The key of what stands above the norms: all assumed, all measured, or some of each."""
    assumed = sum(trait.norm.assumed for trait in assessment.traits)
    if assumed == len(assessment.traits):
        return "method.norms_lead"
    return "method.norms_partly" if assumed else "method.norms_data"


def norm_data(here: Site) -> Markup:
    """Empty where every norm is assumed."""
    words, scoring = here.words, data_sets(here.assessment, scoring=True)
    made = ""
    for sets, further in (
        (scoring, ""),
        (
            {name: norm for name, norm in data_sets(here.assessment).items() if name not in scoring},
            words("method.norm_other"),
        ),
    ):
        lines = [told for norm in sets.values() if (told := data_set_told(norm, words))]
        if lines:
            made += tag("p", further, "fit-muted") if further else tag("h3", words("method.norms_sets"))
            made += element("ul", "".join(tag("li", line) for line in lines), "fit-list")
    return made
