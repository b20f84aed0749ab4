"""Up to four people side by side: what all of them shared, in the order in which they were chosen, and no sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from string import ascii_uppercase

import streamlit as st

from charts.plan.people import Kind, Measured, Person, plan_people
from charts.screen.pictures import side_by_side
from people.organiser.asking import Refused
from people.organiser.reading import MOST_TOGETHER, Chosen, open_together
from people.organiser.shapes import Campaign, Share
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from reports.sharing.levels import LEVELS, Level, holds
from reports.sharing.shown import Shown
from reports.told.numbers import Number
from scoring.rule.result import Estimate
from views.frame.context import LANGUAGE, Site, site
from views.frame.head_and_foot import notice
from views.frame.markup import Markup, bullets, element, esc, show, tag
from views.frame.picture import draw_picture
from views.organising.entry import signed_or_door
from views.organising.no_gate import no_gate
from views.organising.reading.names import address, anchor, called, named, seen

FEWEST = 2
OPENED = "opened_together"
BY_TIME = "time"


def main() -> None:
    here = site()
    _speak(here)
    campaign, asked = st.query_params.get("id") or st.query_params.get("campaign", ""), _asked()
    signed = signed_or_door(here, "side-by-side", id=campaign, share=",".join(asked))
    if signed is None:
        return
    words = here.words
    show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("reading.together.title"))}</h1>')
    no_gate(here)
    if len(asked) > MOST_TOGETHER:
        notice(words("reading.together.most", most=MOST_TOGETHER))
    wanted = asked[:MOST_TOGETHER]
    found = _opened(signed, campaign, wanted) if len(wanted) >= FEWEST else None
    if isinstance(found, Chosen) and st.query_params.get("order") == BY_TIME:
        found = replace(found, shares=tuple(sorted(found.shares, key=lambda share: share.shared, reverse=True)))
    if isinstance(found, Refused):
        notice(words("organise.away_now" if found.outcome is Outcome.AWAY else "reading.together.over"))
    elif found is None:
        show(tag("p", words("reading.together.few"), "fit-card"))
    else:
        _compared(here, found)
    if campaign:
        back = anchor(esc(words("reading.together.back")), _table(here, campaign, wanted))
        show(element("p", back))


def _speak(here: Site) -> None:
    """In the language of the table that somebody comes from; its form cannot call the field as other addresses do."""
    wished = st.query_params.pop("language", None)
    if wished in here.content.language_ids and wished != here.language:
        st.session_state[LANGUAGE] = wished
        st.rerun()


def _asked() -> tuple[str, ...]:
    """The shares that the address names, each once."""
    given = (share for text in st.query_params.get_all("share") for share in text.split(","))
    return tuple(dict.fromkeys(share for share in given if share))


def _opened(signed: Signed, campaign: str, wanted: Sequence[str]) -> Chosen | Refused:
    """Opening them goes into the log once a visit."""
    known: set[str] = st.session_state.setdefault(OPENED, set())
    mark = " ".join((signed.organiser.id, *wanted))
    found = open_together(signed.token, campaign, wanted, note=mark not in known)
    if isinstance(found, Chosen):
        known.add(mark)
    return found


def _compared(here: Site, chosen: Chosen) -> None:
    words, shares = here.words, chosen.shares
    pages = [seen(here, share) for share in shares]
    people = [Person(letter, called(here, share)) for letter, share in zip(ascii_uppercase, shares, strict=False)]
    level = _together(share.level for share in shares)
    show(_heads(here, chosen.campaign, shares, people))
    said = words(f"reading.together.level.{level}")
    show(tag("p", said, "fit-muted"))
    if holds(level, "guide"):
        show(_questions(here, people, pages))
    if not holds(level, "fits"):
        return
    show(_verdicts(here, people, pages))
    if len({(page.assessment, page.version) for page in pages}) > 1:
        notice(words("reading.together.versions"))
        return
    roles = _measures(pages, lambda page: [one.fit for one in page.verdict.roles] if page.verdict else [])
    _picture(here, "roles", people, roles, _places(here, pages))
    if holds(level, "traits"):
        groups = _measures(pages, lambda page: [one.number for one in page.groups])
        if groups:
            _picture(here, "groups", people, groups, {})
        traits = _measures(pages, lambda page: [one.number for one in page.traits or ()])
        _picture(here, "traits", people, traits, {})


def _together(levels: Iterable[Level]) -> Level:
    """What all of them shared."""
    return min(levels, key=LEVELS.index)


def _heads(here: Site, campaign: Campaign, shares: Sequence[Share], people: Sequence[Person]) -> Markup:
    words = here.words
    cards = ""
    for share, person in zip(shares, people, strict=True):
        rest = [one.id for one in shares if one is not share]
        name = anchor(named(here, share), address(here, "candidate", share=share.id))
        inner = element("h2", f'<span class="fit-letter">{person.letter}</span> {name}')
        inner += tag("p", words(f"reading.level.{share.level}"), "fit-muted")
        if len(rest) >= FEWEST:
            without = address(here, "side_by_side", id=campaign.id, share=",".join(rest))
            inner += element("p", anchor(esc(words("reading.together.without", name=person.letter)), without))
        cards += element("div", inner, "fit-card")
    return element("div", cards, "fit-side fit-section")


def _questions(here: Site, people: Sequence[Person], pages: Sequence[Shown]) -> Markup:
    """Each one's own questions: they are what a talk begins with, and compare nobody."""
    words = here.words
    cards = ""
    for person, page in zip(people, pages, strict=True):
        asked = [one.ask for one in page.questions or ()]
        inner = element("h3", f'<span class="fit-letter">{person.letter}</span> {esc(words("reading.together.own"))}')
        inner += bullets(asked) if asked else tag("p", words("sharing.shown.no_questions"), "fit-muted")
        cards += element("div", inner, "fit-card")
    return tag("h2", words("reading.together.questions")) + element("div", cards, "fit-side")


def _verdicts(here: Site, people: Sequence[Person], pages: Sequence[Shown]) -> Markup:
    cards = ""
    for person, page in zip(people, pages, strict=True):
        if page.verdict is None:
            continue
        inner = element("h3", f'<span class="fit-letter">{person.letter}</span> {esc(page.verdict.headline)}')
        inner += bullets(page.verdict.flags) if page.verdict.flags else ""
        cards += element("div", inner, "fit-card")
    return tag("h2", here.words("reading.together.verdicts")) + element("div", cards, "fit-side")


def _measures(pages: Sequence[Shown], numbers: Callable[[Shown], Sequence[Number]]) -> list[tuple[str, Measured]]:
    """By id, in the files' order of the first one; whoever lacks one is not measured in it."""
    by_page = [{one.id: one for one in numbers(page)} for page in pages]
    names = {one.id: one.name for found in by_page for one in found.values()}
    return [
        (of, Measured(name, None, tuple(_estimate(found.get(of)) for found in by_page))) for of, name in names.items()
    ]


def _estimate(number: Number | None) -> Estimate | None:
    if number is None or number.value is None or number.low is None or number.high is None:
        return None
    return Estimate(number.value, number.low, number.high)


def _places(here: Site, pages: Sequence[Shown]) -> dict[str, int]:
    """Each role's place in its file; those that today's files do not hold come after theirs."""
    known = here.known.get(pages[0].assessment)
    order = [role.id for role in known.roles] if known else []
    shared = (one.fit.id for page in pages if page.verdict for one in page.verdict.roles)
    order += [role for role in dict.fromkeys(shared) if role not in order]
    return {role: place for place, role in enumerate(order)}


def _picture(
    here: Site, kind: Kind, people: Sequence[Person], found: Sequence[tuple[str, Measured]], places: dict[str, int]
) -> None:
    ordered = sorted(found, key=lambda one: places.get(one[0], 0))
    measures = [Measured(one.name, places.get(of), one.estimates) for of, one in ordered]
    plan = plan_people(kind, people, measures, here.words)
    title = here.words(f"reading.together.{kind}")
    draw_picture(side_by_side(plan, here.theme), f"together_{kind}", title, here, plan.sentence if plan else "")


def _table(here: Site, campaign: str, chosen: Sequence[str]) -> str:
    return address(here, "campaign", id=campaign, part="shared", chosen=",".join(chosen))


main()
