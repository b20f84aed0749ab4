"""Two advertisements side by side: titles, what they read as, shares, and each condition; blocks on a phone."""

from __future__ import annotations

from collections.abc import Mapping

from adverts.reading import Reading
from views.advert.for_you import fits_in_a_cell
from views.advert.kinds import Kind, percent
from views.advert.unsaid import quotes
from views.advert.verdict import headline
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, tag


def beside(here: Site, kinds: Mapping[str, Kind], readings: tuple[Reading, Reading]) -> Markup:
    words = here.words
    rows = [
        (words("advert.beside.name"), [esc(one.title or words("advert.beside.none")) for one in readings]),
        (words("advert.beside.reads"), [esc(headline(here, kinds, one)) for one in readings]),
        (words("advert.beside.shares"), [_shares(kinds, one) or esc(words("advert.beside.none")) for one in readings]),
    ]
    fits = fits_in_a_cell(here, readings)
    if fits is not None:
        rows.append((words("result.fits.label"), [one or esc(words("advert.beside.none")) for one in fits]))
    for first, second in zip(readings[0].conditions, readings[1].conditions, strict=True):
        cells = [
            tag("span", words("advert.unsaid.missing"), "fit-silent")
            if one.missing
            else esc(quotes(here, reading, one))
            for reading, one in zip(readings, (first, second), strict=True)
        ]
        rows.append((first.name, cells))
    names = [words("advert.field.of_two", n=n) for n in (1, 2)]
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in (words("advert.beside.row"), *names))
    body = "".join(
        f'<tr><th scope="row">{esc(name)}</th>'
        + "".join(
            f"<td>{tag('span', said, 'fit-cell-name')}{cell}</td>" for said, cell in zip(names, cells, strict=True)
        )
        + "</tr>"
        for name, cells in rows
    )
    caption = tag("caption", words("advert.beside.title"), "fit-hidden")
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    inner = tag("h2", words("advert.beside.title")) + element("div", table, "fit-rows fit-advert-beside")
    return element("section", inner, "fit-section")


def _shares(kinds: Mapping[str, Kind], reading: Reading) -> Markup:
    shown = sorted((one for one in reading.scores if percent(one)), key=lambda one: -one.share)
    return "<br>".join(f"{kinds[one.kind].marked} {percent(one)}%" for one in shown)
