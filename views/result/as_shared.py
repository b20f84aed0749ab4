"""What somebody shared, as its reader sees it: drawn by the same function where they choose it and where it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from charts.palette import RoleMark, mark_of
from reports.sharing.shown import Shown, ShownGroup, ShownQuestion, ShownTrait, ShownVerdict
from views.frame.context import Site
from views.frame.markup import Markup, bullets, details, element, esc, table, tag
from views.result.bars import bar, bar_list


def as_shared(here: Site, page: Shown, name: str, note: str, heading: str = "h2") -> Markup:
    """The whole of it as one section, in the reader's language. ``name``, ``note``: the person's own, or empty.

    ``heading``: of the name; the parts below it are one level lower.
    """
    part = "h3" if heading == "h2" else "h4"
    inner = _whose(here, page, name, note, heading)
    if page.questions is not None:
        inner += _questions(here, page.questions, part)
    if page.verdict is not None:
        inner += _verdict(here, page.verdict, _marks(here, page), part)
    if page.traits is not None:
        inner += _traits(here, page.traits, page.groups, part)
    return element("section", inner, "fit-shared")


def _whose(here: Site, page: Shown, name: str, note: str, heading: str) -> Markup:
    words = here.words
    meta = words("sharing.shown.meta", title=page.title, part=page.form, version=page.version, date=page.day)
    who = element(heading, own_text(name)) if name else tag(heading, words("sharing.shown.nameless"))
    inner = who + tag("p", meta, "fit-muted")
    if note:
        said = tag("strong", words("sharing.shown.note")) + element("p", own_text(note), "fit-own")
        inner += element("div", said, "fit-aside")
    key = "took_part" if page.level == "took_part" else "use"
    return inner + tag("p", words(f"sharing.shown.{key}"))


def own_text(text: str) -> Markup:
    """What a person typed: escaped, and apart in its direction, so that it turns nothing around it."""
    return f"<bdi>{esc(text)}</bdi>"


def _questions(here: Site, questions: tuple[ShownQuestion, ...], heading: str) -> Markup:
    words = here.words
    title = tag(heading, words("guide.own.title"))
    if not questions:
        return title + tag("p", words("sharing.shown.no_questions"))
    rows = "".join(element("li", _question(here, one), "fit-statement") for one in questions)
    lead = tag("p", words("guide.own.lead"), "fit-muted") + tag("p", words("guide.gate.sides"), "fit-muted")
    return title + lead + element("ol", rows, "fit-asks")


def _question(here: Site, one: ShownQuestion) -> Markup:
    inner = element("p", tag("strong", one.ask)) + tag("p", one.why, "fit-muted")
    ends = [end for end in (one.low, one.high) if end]
    return inner + (tag("p", here.words("guide.listen"), "fit-muted") + bullets(ends) if ends else "")


def _verdict(here: Site, verdict: ShownVerdict, known: Mapping[str, RoleMark], heading: str) -> Markup:
    words = here.words
    inner = tag(heading, words("sharing.shown.result")) + tag("p", words("sharing.shown.result_lead"), "fit-muted")
    if verdict.warning:
        inner += element("div", "".join(tag("p", text) for text in verdict.warning), "fit-warning")
    inner += element("p", tag("strong", verdict.headline)) + "".join(tag("p", text) for text in verdict.further)
    rows = [bar(words, one.fit, known[one.fit.id], one.leads) for one in verdict.roles]
    inner += bar_list(rows, words("result.fits.label")) + tag("p", words("result.fits.scale"), "fit-bars-scale")
    inner += details(words("sharing.shown.numbers"), _numbers(here, verdict))
    if verdict.flags:
        title = tag(f"h{int(heading[1]) + 1}", words("result.quality.title"))
        inner += title + tag("p", words("result.quality.lead"), "fit-muted") + bullets(verdict.flags)
    return inner


def _marks(here: Site, page: Shown) -> dict[str, RoleMark]:
    """Each role as it looks everywhere; one that today's files do not hold comes after theirs."""
    known = here.known.get(page.assessment)
    order = [role.id for role in known.roles] if known else []
    order += [one.fit.id for one in page.verdict.roles if one.fit.id not in order] if page.verdict else []
    return {role: mark_of(place, here.theme) for place, role in enumerate(order)}


def _numbers(here: Site, verdict: ShownVerdict) -> Markup:
    """Every number of the roles, for whoever reads a table; with what a difference is worth."""
    words = here.words
    columns = [words(f"charts.column.{column}") for column in ("role", "score", "range", "chance")]
    levels = [(one.fit, one.chance.shown if one.chance else "") for one in verdict.roles]
    if verdict.foundation is not None:
        levels.append((verdict.foundation, ""))
    rows = [(one.name, one.shown, one.spread, chance) for one, chance in levels]
    made = table(columns, rows, words("result.fits.label"))
    if verdict.differences:
        best = words("charts.differences.heading", best=verdict.differences[0].role)
        columns = [words(f"charts.column.{column}") for column in ("role", "difference", "range", "told_apart")]
        made += table(
            columns,
            [(gap.number.name, gap.number.shown, gap.number.spread, gap.said) for gap in verdict.differences],
            best,
        )
    return made


def _traits(here: Site, traits: tuple[ShownTrait, ...], groups: tuple[ShownGroup, ...], heading: str) -> Markup:
    """The groups side by side and then each with its traits, as on the own page; without groups the traits alone."""
    words, below = here.words, f"h{int(heading[1]) + 1}"
    title = tag(heading, words("sharing.shown.traits")) + tag("p", words("sharing.shown.traits_lead"), "fit-muted")
    if not groups:
        return title + _trait_bars(here, traits, words("sharing.shown.traits"))
    label = words("result.profile.title")
    rows = [bar(words, one.number, mark_of(None, here.theme), leads=True) for one in groups]
    inner = title + tag(below, label) + bar_list(rows, label) + tag("p", words("charts.profile.caption"), "fit-muted")
    by_id, placed = {one.number.id: one for one in traits}, {trait for group in groups for trait in group.traits}
    parts = [(group.number.name, [by_id[trait] for trait in group.traits if trait in by_id]) for group in groups]
    parts.append((words("charts.profile.others"), [one for one in traits if one.number.id not in placed]))
    return inner + "".join(tag(below, name) + _trait_bars(here, some, name) for name, some in parts if some)


def _trait_bars(here: Site, traits: Sequence[ShownTrait], label: str) -> Markup:
    words, rows = here.words, []
    for one in traits:
        poles = tag("span", one.low_pole) + tag("span", one.high_pole)
        rows.append(bar(words, one.number, mark_of(None, here.theme), below=element("span", poles, "fit-poles")))
    return bar_list(rows, label)
