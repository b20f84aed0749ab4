"""What a result says before anything is scrolled: which role and how sure, how the roles compare, the next step."""

from __future__ import annotations

from reports.told.headline import headline, warning
from reports.told.numbers import numbers
from views.frame.markup import Markup, element, show, tag
from views.frame.role_mark import mark_style
from views.result.bars import bars
from views.result.next_step import next_step
from views.result.shown import Shown

BESIDE = 1
"""So many of the headline's further sentences stand with the first one; the others open the chapter below."""


def first_screen(shown: Shown) -> None:
    """The warning where there is one stands before any role."""
    here, result, words = shown.here, shown.result, shown.here.words
    caution = warning(result, here.assessment, words)
    if caution is not None:
        inner = tag("p", caution.sentence) + "".join(tag("p", text, "fit-muted") for text in caution.further)
        show(f'<section class="fit-warning" role="note">{inner}</section>')
    said = headline(result, here.assessment, words)
    # Without a chapter below everything is said at once.
    beside = said.further[:BESIDE] if shown.scored else said.further
    leads = result.leading if result.verdict.kind != "close" else None
    style = f' style="{mark_style(here, leads)}"' if leads else ""
    inner = tag("h1", said.sentence) + "".join(tag("p", text) for text in beside) + _fits(shown)
    show(f'<section class="fit-verdict"{style}>{inner}{_badges(shown)}</section>')
    next_step(shown)


def _fits(shown: Shown) -> Markup:
    here, result, words = shown.here, shown.result, shown.here.words
    if not shown.scored:
        return ""
    table = numbers(result, here.assessment, words)
    fits = [table["fit", role] for role in result.ranking]
    leads = frozenset(result.verdict.tied or ((result.leading,) if result.leading else ()))
    drawn = bars(here, fits, words("result.fits.label"), leads)
    return drawn + tag("p", words("result.fits.scale"), "fit-bars-scale")


def _badges(shown: Shown) -> Markup:
    words = shown.here.words
    if not shown.answers:
        return ""
    badges = [words("result.form", n=shown.asked, done=len(shown.answers))]
    if shown.result.provisional:
        badges.append(words("result.provisional"))
    return element("p", "".join(tag("span", badge) for badge in badges), "fit-badges")
