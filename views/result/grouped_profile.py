"""The scores of all traits: group by group where the files group them, else one below the other; then percentiles."""

from __future__ import annotations

from charts.plan.profile import plan_sections
from charts.screen.pictures import groups, section, traits
from scoring.rule.result import Result
from views.frame.context import Site
from views.frame.picture import draw_picture
from views.result.percentiles import beside_others


def profile(here: Site, result: Result, title: str) -> None:
    """``title``: of one picture of them all."""
    words, assessment = here.words, here.assessment
    sections = plan_sections(result, assessment, words)
    if sections:
        draw_picture(
            groups(result, assessment, words, here.theme), "groups", words("result.profile.title"), here, heading="h3"
        )
    else:
        scores = traits(result, assessment, words, here.theme)
        draw_picture(scores, "traits", title, here, heading="h3")
    for at, part in enumerate(sections):
        if any(row.estimate for row in part.rows):
            about = part.group.about if part.group else ""
            draw_picture(section(part, here.theme), f"group_{at}", part.title, here, about, "h3")
    beside_others(here, result)
