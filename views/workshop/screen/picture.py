"""The group picture on the screen, from the kept snapshot: traits, verdicts, roles; and before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from charts.sentence import quoted
from people.trainer.shapes import Snapshot, Workshop
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, in_a_row, tag
from views.workshop.running import assessment_of
from views.workshop.screen.rows import MIDDLE, TraitRow, changes, traits
from views.workshop.screen.tracks import pages, tracks


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a picture as the screen shows at once. ``rows``: what is drawn of ``traits``, empty for the others."""

    kind: Literal["traits", "verdicts", "roles"]
    rows: Sequence[TraitRow] = ()


def parts(here: Site, workshop: Workshop, found: Snapshot) -> tuple[Part, ...]:
    """In the order in which they are turned; none of a question or a poll."""
    if found.kind == "change":
        return tuple(Part("traits", rows) for rows in pages(changes(here, workshop, found)))
    if found.kind != "picture":
        return ()
    of_traits = (Part("traits", rows) for rows in pages(traits(here, workshop, found)))
    return (*of_traits, Part("verdicts"), Part("roles"))


def verdicts(here: Site, found: Snapshot) -> str:
    """How the verdicts divide, in a sentence; kinds that were counted together are named together."""
    words = here.words
    if merged := _merged(here, found):
        return merged
    said = [
        words("projector.verdicts.cell", kinds=_kinds(here, one["kinds"]), n=one["count"])
        for one in found.content.get("verdicts", ())
    ]
    return in_a_row(words, said) if said else ""


def _merged(here: Site, found: Snapshot) -> str:
    """In place of a division that would put all kinds together; "" where there is one to show."""
    cells = found.content.get("verdicts", ())
    all_in_one = len(cells) == 1 and len(cells[0]["kinds"]) > 1
    return here.words("projector.verdicts.merged", n=found.people) if all_in_one else ""


def _kinds(here: Site, kinds: list[str]) -> str:
    return in_a_row(here.words, [here.words(f"projector.verdicts.{kind}") for kind in kinds])


def picture_screen(here: Site, workshop: Workshop, found: Snapshot, part: Part) -> Markup:
    """Of a group picture, and of before and after."""
    if part.kind == "traits":
        return tracks(here, part.rows)
    rows = traits(here, workshop, found)
    return _verdicts(here, found, rows) if part.kind == "verdicts" else _roles(here, workshop, rows)


def legend(here: Site, kind: str, part: Part) -> Markup:
    """What the signs of a picture mean, beside its heading; "" for a part without signs. ``kind``: of the snapshot."""
    words = here.words
    if kind == "change":
        return _sign("fit-dot-before", words("projector.before")) + _sign("fit-dot", words("projector.after"))
    if part.kind != "traits":
        return ""
    return _sign("fit-dot", words("projector.mean")) + _sign("fit-band", words("projector.reach"))


def _sign(css: str, text: str) -> Markup:
    return f'<span class="fit-screen-legend"><i class="{css}"></i>{esc(text)}</span>'


def _verdicts(here: Site, found: Snapshot, rows: Sequence[TraitRow]) -> Markup:
    words = here.words
    cells = "".join(
        element("li", tag("b", words("projector.people", n=one["count"])) + tag("span", _kinds(here, one["kinds"])))
        for one in found.content.get("verdicts", ())
    )
    merged = _merged(here, found)
    inner = tag("p", words("projector.verdicts.lead"))
    inner += tag("p", merged) if merged else element("ul", cells, "fit-screen-counts")
    far = [row.name for row in rows if row.trait in set(found.content.get("far", ()))]
    if far:
        inner += tag("p", words("projector.far", traits=quoted(words, far))) + tag("p", words("projector.far_question"))
    return inner


def _roles(here: Site, workshop: Workshop, rows: Sequence[TraitRow]) -> Markup:
    """For each role, in which traits the room leans to the end that suits it."""
    words, assessment = here.words, assessment_of(here, workshop)
    if assessment is None:
        return ""
    if not any(row.lean for row in rows):
        return tag("p", words("projector.flat"))
    lines = []
    for role in assessment.roles:
        near = [row.name for row in rows if _suits(assessment, role.id, row)]
        said = in_a_row(words, near) if near else words("projector.roles.none")
        lines.append(element("li", tag("b", words.of(role.short or role.name)) + tag("span", said)))
    return tag("p", words("projector.roles.lead")) + element("ul", "".join(lines), "fit-screen-roles")


def _suits(assessment: Assessment, role: str, row: TraitRow) -> bool:
    weight = assessment.role[role].weights.get(row.trait)
    return bool(weight and weight.weight and row.lean and (row.mean > MIDDLE) == (weight.weight > 0))
