"""The group picture on the screen, from the kept snapshot: traits, verdicts, roles; and before and after."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from charts.sentence import quoted
from people.trainer.shapes import Snapshot, Workshop
from scoring.group.steps import reach_in_room
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, in_a_row, tag
from views.workshop.running import assessment_of

MIDDLE = 50
NAMED = 2
"""So many leanings are put into words under the picture."""
PARTS = ("traits", "verdicts", "roles")


@dataclass(frozen=True, slots=True)
class TraitRow:
    """``mean``, ``after``: multiples of 5. ``lean``: the end to which the room leans, "" for none. ``reach``: how far
    off the mean may be.
    """

    trait: str
    name: str
    mean: int
    reach: float
    lean: str = ""
    apart: str = ""
    after: int | None = None

    @property
    def said(self) -> str:
        return str(self.mean)


def traits(here: Site, workshop: Workshop, found: Snapshot) -> list[TraitRow]:
    """In the files' order; a trait that they do not hold any more is left out."""
    assessment = assessment_of(here, workshop)
    if assessment is None:
        return []
    words, told = here.words, {one["trait"]: one for one in found.content.get("traits", ())}
    rows = []
    for trait in assessment.traits:
        one = told.get(trait.id)
        if one is None:
            continue
        mean, off = int(one["mean"]), reach_in_room(trait.norm.sd, found.people)
        leans = abs(mean - MIDDLE) > off
        end = words.of(trait.high if mean > MIDDLE else trait.low) if leans else ""
        apart = words(f"charts.team.spread.{one['spread']}") if one.get("spread") else ""
        rows.append(TraitRow(trait.id, words.of(trait.short or trait.name), mean, off, end, apart))
    return rows


def changes(here: Site, workshop: Workshop, found: Snapshot) -> list[TraitRow]:
    assessment = assessment_of(here, workshop)
    if assessment is None:
        return []
    told = {one["trait"]: one for one in found.content.get("traits", ())}
    return [
        TraitRow(
            trait.id,
            here.words.of(trait.short or trait.name),
            int(told[trait.id]["before"]),
            reach_in_room(trait.norm.sd, found.people),
            after=int(told[trait.id]["after"]),
        )
        for trait in assessment.traits
        if trait.id in told
    ]


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


def picture_screen(here: Site, workshop: Workshop, found: Snapshot, part: str) -> Markup:
    rows = traits(here, workshop, found)
    if part == "verdicts":
        return _verdicts(here, found, rows)
    if part == "roles":
        return _roles(here, workshop, rows)
    return _tracks(rows) + _leanings(here, rows)


def change_screen(here: Site, workshop: Workshop, found: Snapshot) -> Markup:
    return _tracks(changes(here, workshop, found))


def legend(here: Site, kind: str, part: str) -> Markup:
    """What the signs of a picture mean, beside its heading; "" for a part without signs."""
    words = here.words
    if kind == "change":
        return _sign("fit-dot-before", words("projector.before")) + _sign("fit-dot", words("projector.after"))
    if part != PARTS[0]:
        return ""
    return _sign("fit-dot", words("projector.mean")) + _sign("fit-band", words("projector.reach"))


def _sign(css: str, text: str) -> Markup:
    return f'<span class="fit-screen-legend"><i class="{css}"></i>{esc(text)}</span>'


def _tracks(rows: list[TraitRow]) -> Markup:
    """Two columns, read down; the middle of each track is marked."""
    half = -(-len(rows) // 2)
    return f'<ul class="fit-tracks" style="grid-template-rows:repeat({half},auto)">{"".join(map(_track, rows))}</ul>'


def _track(row: TraitRow) -> Markup:
    right = row.apart
    head = element("span", esc(row.name)) + (tag("em", right) if right else "")
    low, high = max(0.0, row.mean - row.reach), min(100.0, row.mean + row.reach)
    band = "" if row.after is not None else f'<i class="fit-band" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>'
    dots = band + f'<i class="fit-dot" style="left:{row.mean if row.after is None else row.after}%"></i>'
    if row.after is not None:
        first, last = sorted((row.mean, row.after))
        dots = (
            f'<i class="fit-way" style="left:{first}%;width:{last - first}%"></i>'
            f'<i class="fit-dot-before" style="left:{row.mean}%"></i>{dots}'
        )
    voice = f"{row.name}: {row.mean}" + ("" if row.after is None else f" → {row.after}")
    return (
        f'<li><p>{head}</p><div class="fit-track" role="img" aria-label="{esc(voice)}">'
        f'<b aria-hidden="true"></b>{dots}</div></li>'
    )


def _leanings(here: Site, rows: list[TraitRow]) -> Markup:
    """The strongest leanings in words, since no row has room for both of its ends."""
    words = here.words
    strong = sorted((row for row in rows if row.lean), key=lambda row: -abs(row.mean - MIDDLE))[:NAMED]
    if not strong:
        return tag("p", words("projector.flat"), "fit-screen-foot")
    ends = quoted(words, [row.lean for row in strong])
    return tag("p", words("projector.leans", ends=ends), "fit-screen-foot")


def _verdicts(here: Site, found: Snapshot, rows: list[TraitRow]) -> Markup:
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


def _roles(here: Site, workshop: Workshop, rows: list[TraitRow]) -> Markup:
    """For each role, in which traits the room leans to the end that suits it."""
    words, assessment = here.words, assessment_of(here, workshop)
    if assessment is None:
        return ""
    lines = []
    for role in assessment.roles:
        near = [row.name for row in rows if _suits(assessment, role.id, row)]
        said = in_a_row(words, near) if near else words("projector.roles.none")
        lines.append(element("li", tag("b", words.of(role.short or role.name)) + tag("span", said)))
    return tag("p", words("projector.roles.lead")) + element("ul", "".join(lines), "fit-screen-roles")


def _suits(assessment: Assessment, role: str, row: TraitRow) -> bool:
    weight = assessment.role[role].weights.get(row.trait)
    return bool(weight and weight.weight and row.lean and (row.mean > MIDDLE) == (weight.weight > 0))
