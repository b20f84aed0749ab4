"""For whoever writes an advertisement: what fair recruitment asks for, what to look at again, a checklist to copy."""

from __future__ import annotations

from urllib.parse import quote

from adverts.fair import FairReading, fair_reading
from adverts.reading import Reading
from catalog.content.fair_adverts import AdvertDuty, FairAdverts
from views.advert.kinds import Kind
from views.advert.unsaid import copied
from views.advert.verdict import Reader, of_title
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import Markup, details, element, esc, show, tag

IN_AN_ADDRESS = "/:?&=%#.-_~"
RECRUITER: Reader = "recruiter"


def fairness(here: Site, kinds: dict[str, Kind], reading: Reading, table: FairAdverts) -> None:
    words = here.words
    found = fair_reading(f"{reading.title}\n{reading.text}", table, here.language)
    inner = tag("h2", words("advert.fair.title")) + tag("p", words("advert.fair.lead"), "fit-muted")
    inner += _words(here, table, found) + _duties(here, table, found) + _laws(here, table)
    show(element("section", inner, "fit-section"))
    show(tag("p", words("advert.fair.checklist_lead"), "fit-muted"))
    copied(words("advert.fair.checklist"), checklist(here, kinds, reading, table, found), "checklist")
    link("fair", words("advert.fair.to_fair"), here)


def checklist(here: Site, kinds: dict[str, Kind], reading: Reading, table: FairAdverts, found: FairReading) -> str:
    """Everything that is to be done on the draft, and what is done, as plain lines."""
    words = here.words

    def line(text: str, done: bool = False) -> str:
        return words(f"advert.list.{'done' if done else 'open'}", line=text)

    lines = [words("advert.list.title"), ""]
    lines += [words("advert.list.work"), line(of_title(here, kinds, reading, RECRUITER), reading.title_says == "same")]
    lines += ["", words("advert.list.unsaid"), *(line(one.name, not one.missing) for one in reading.conditions)]
    lines += ["", words("advert.list.duties")]
    lines += [line(words.of(one.write), one in found.stated) for one in table.duties if one in _concerned(found)]
    if found.words:
        lines += ["", words("advert.list.words")]
        lines += [line(words("advert.fair.word", phrase=one.phrase, matter=one.name)) for one in found.words]
    return "\n".join(lines)


def _concerned(found: FairReading) -> tuple[AdvertDuty, ...]:
    return (*found.stated, *found.unstated)


def _words(here: Site, table: FairAdverts, found: FairReading) -> Markup:
    words = here.words
    inner = tag("h3", words("advert.fair.words"))
    if not found.words:
        return inner + tag("p", words("advert.fair.words_none"))
    by_matter: dict[str, list[str]] = {}
    for one in found.words:
        by_matter.setdefault(one.matter, []).append(one.phrase)
    rows = ""
    for matter, phrases in by_matter.items():
        known = table.matter[matter]
        law = table.law[known.law]
        said = " / ".join(words("charts.list.quoted", phrase=phrase) for phrase in dict.fromkeys(phrases))
        rows += element(
            "li",
            tag("h4", f"{words.of(known.name)}: {said}" if here.language != "ja" else f"{words.of(known.name)}：{said}")
            + tag("p", words.of(known.advice))
            + tag("p", words.of(law.name), "fit-muted"),
            "fit-statement",
        )
    return inner + element("ul", rows, "fit-statements")


def _duties(here: Site, table: FairAdverts, found: FairReading) -> Markup:
    words = here.words
    inner = tag("h3", words("advert.fair.unstated"))
    if found.unstated:
        rows = "".join(_duty(here, table, one) for one in found.unstated)
        inner += element("ul", rows, "fit-list")
    else:
        inner = tag("p", words("advert.fair.all_stated"))
    if found.stated:
        rows = "".join(tag("li", words.of(one.name)) for one in found.stated)
        inner += details(words("advert.fair.stated", n=len(found.stated)), element("ul", rows, "fit-list"))
    return inner


def _duty(here: Site, table: FairAdverts, duty: AdvertDuty) -> Markup:
    words = here.words
    since = words("charts.list.bracketed", value=words.of(duty.since)) if duty.since else ""
    law = tag("span", f"{words.of(table.law[duty.law].name)} {since}".strip(), "fit-muted")
    return element("li", tag("strong", words.of(duty.name)) + "<br>" + esc(words.of(duty.write)) + "<br>" + law)


def _laws(here: Site, table: FairAdverts) -> Markup:
    words = here.words
    rows = "".join(
        element(
            "li",
            tag("strong", words.of(law.name))
            + tag("p", words.of(law.says))
            + f'<p><a href="{esc(quote(law.source, safe=IN_AN_ADDRESS))}" rel="noreferrer" target="_blank">'
            f"{esc(law.source)}</a></p>",
        )
        for law in table.laws
    )
    return details(words("advert.fair.laws"), element("ul", rows, "fit-list"))
