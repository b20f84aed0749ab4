"""How the kinds of work look: the same colour and symbol as everywhere else, for those that no assessment has too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from adverts.reading import KindScore
from catalog.content.adverts import Adverts
from charts.palette import RoleMark, role_mark
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag
from views.frame.role_mark import marked_name
from views.learning.shared import roles_of
from views.result.bars import bar_list


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    mark: RoleMark

    @property
    def style(self) -> str:
        return f"--mark:{self.mark.colour}"

    @property
    def marked(self) -> Markup:
        return marked_name(self.name, self.mark)


def kinds_of(here: Site, adverts: Adverts) -> Mapping[str, Kind]:
    """Every kind by its id. Those that the roles' pages know keep their marks; others take the next places."""
    known = {role: named.mark for role, named in roles_of(here).items()}
    places = {role: place for place, role in enumerate(here.assessment.role)}
    made = {}
    for kind in adverts.kinds:
        same = kind.role or kind.id
        mark = known.get(same) or role_mark(places.setdefault(same, max(len(places), len(known))), here.theme)
        made[kind.id] = Kind(here.words.of(kind.name), mark)
    return made


def bars(here: Site, kinds: Mapping[str, Kind], scores: Iterable[KindScore], leads: frozenset[str]) -> Markup:
    """The share of each kind, with its number and how many places stand behind it."""
    rows = (_bar(here, kinds[one.kind], one, one.kind in leads) for one in scores)
    return bar_list(rows, here.words("advert.bars.label")) + tag("p", here.words("advert.bars.scale"), "fit-bars-scale")


def percent(score: KindScore) -> int:
    return round(100 * score.share)


def _bar(here: Site, kind: Kind, score: KindScore, leads: bool) -> Markup:
    words = here.words
    if score.findings == 1:
        said = words("advert.bars.one_place")
    else:
        said = words("advert.bars.places", n=score.findings) if score.findings else words("advert.bars.no_place")
    if score.against:
        said = words("charts.list.next", left=said, right=words("advert.bars.against", n=score.against))
    value = element("span", tag("b", words("advert.bars.value", share=percent(score))), "fit-bars-value")
    filled = f'<i style="left:0;width:{100 * score.share:.1f}%"></i>' if score.share else ""
    track = f'<span class="fit-bars-track" aria-hidden="true">{filled}</span>'
    name = element("span", kind.marked, "fit-bars-name")
    css = "fit-bars-leads" if leads else ""
    return f'<li class="{css}" style="{esc(kind.style)}">{name}{value}{track}{tag("small", said)}</li>'
