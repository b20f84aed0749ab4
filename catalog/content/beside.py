"""The content as it is beside the assessments that are served: whose samples, whose lessons, whose name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog.content.check_workshops import fitted
from catalog.content.content import Article, Content
from catalog.questionnaire.assessment import Assessment, Sample
from catalog.questionnaire.pages import site_words


def beside(content: Content, assessments: Mapping[str, Assessment]) -> Content:
    """``content`` with the samples of ``assessments``, named after a single one, and without what is about others.

    The lessons that the site ships with are about the assessment that it ships with: beside others, none of which
    rests on any of their facts, they would lead nowhere.
    """
    every = list(assessments.values())
    samples = [sample for sample in content.samples if sample.assessment in assessments]
    samples += [sample for one in every for sample in samples_of(one)]
    changed: dict[str, object] = {"samples": tuple(samples)}
    if not any(taught_beside(content, one) for one in every):
        changed |= {"learning": None, "articles": {}, "facts": {}, "adverts": None}
        if content.workshops is not None:
            changed["workshops"] = fitted(content.workshops, None, ())
    if len(every) == 1 and every[0].pages:
        named = {key: text for key, text in site_words(every[0].pages).items() if key not in content.own}
        changed["interface"] = {**content.interface, **named}
    return content.model_copy(update=changed)


def samples_of(assessment: Assessment) -> Iterable[Sample]:
    """The samples beside the assessment's own files, each with its id."""
    return (sample.model_copy(update={"assessment": assessment.id}) for sample in assessment.samples)


def taught_beside(content: Content, assessment: Assessment) -> bool:
    """Whether what is taught has to do with ``assessment``: an author's own always, what is shipped by its facts."""
    return not content.shipped or any(fact in content.facts for fact in assessment.cited)


def articles_of(content: Content, assessment: Assessment) -> dict[str, Article]:
    """The articles behind the facts that ``assessment`` rests on, in the files' order."""
    cited = {article for fact in assessment.cited if fact in content.facts for article in content.facts[fact].articles}
    return {name: article for name, article in content.articles.items() if name in cited}
