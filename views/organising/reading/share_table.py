"""The rows of what was shared: on a wide screen a table, on a phone one card a person.

No row has a number of its own. Sorted by a score, those between whom no difference can be told stand in one group.
"""

from __future__ import annotations

from collections.abc import Sequence

from charts.palette import RoleMark, mark_of
from people.organiser.reading import MOST_TOGETHER
from people.organiser.shapes import Campaign, Share
from reports.sharing.shown import Shown
from reports.told.numbers import Number
from views.frame.context import Site
from views.frame.markup import Markup, element, esc, show, tag
from views.organising.reading.names import SLUGS, address, anchor, called, marks, moment, named, seen
from views.organising.reading.ties import Tied, number_for, tied
from views.result.as_shared import own_text
from views.result.bars import bar, bar_list

COLUMNS = ("compare", "name", "when", "verdict", "fits")


def share_table(here: Site, campaign: Campaign, shares: Sequence[Share], sort: str, chosen: Sequence[str] = ()) -> None:
    """``sort``: what the rows are sorted by; ``chosen``: shares of other pages that are to be compared as well."""
    pages = [seen(here, share) for share in shares]
    by_number = sort.startswith(("fit:", "group:", "trait:"))
    groups = tied(sort, pages) if by_number else (Tied(tuple(range(len(shares))), True),)
    body = ""
    for group in groups:
        rows = group.rows if not by_number else sorted(group.rows, key=lambda at: shares[at].shared, reverse=True)
        inner = "".join(_row(here, campaign, shares[at], pages[at], sort, chosen) for at in rows)
        title = _group(here, group) if by_number else ""
        body += f'<tbody role="rowgroup" class="{"fit-tied" if title else ""}">{title}{inner}</tbody>'
    head = "".join(
        f'<th scope="col" role="columnheader">{esc(here.words(f"reading.table.{column}"))}</th>' for column in COLUMNS
    )
    caption = tag("caption", here.words("reading.table.caption"), "fit-hidden")
    table = (
        f'<table role="table" class="fit-shares">{caption}<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f"{body}</table>"
    )
    note = tag("p", here.words("reading.table.tied"), "fit-muted") if by_number else ""
    others = [one for one in chosen if one not in {share.id for share in shares}]
    show(note + _form(here, campaign, table, others, by_number=by_number))


def _form(here: Site, campaign: Campaign, table: Markup, others: Sequence[str], *, by_number: bool) -> Markup:
    """A form that opens another page: the choice stands in the address, and nothing is changed by it.

    A browser sends the boxes in the order of the rows. Where that is by a number, the page is told to put them by time.
    Fields cannot be called ``id`` or ``lang`` as in other addresses: what cleans our HTML takes away a name that a form
    has itself.
    """
    words = here.words
    hidden = [("campaign", campaign.id), ("language", here.language), *(("share", share) for share in others)]
    hidden += [("order", "time")] if by_number else []
    fields = "".join(f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">' for name, value in hidden)
    kept = tag("p", words("reading.table.others", n=len(others)), "fit-muted") if others else ""
    hint = tag("p", words("reading.table.compare_hint", most=MOST_TOGETHER), "fit-muted")
    button = f'<button type="submit" class="fit-button">{esc(words("reading.table.go"))}</button>'
    foot = element("div", kept + button + hint, "fit-shares-foot")
    return f'<form method="get" action="/{SLUGS["side_by_side"]}" target="_self">{fields}{table}{foot}</form>'


def _group(here: Site, group: Tied) -> Markup:
    words = here.words
    if not group.valued:
        said = words("reading.table.without", n=len(group.rows))
    elif len(group.rows) == 1:
        said = words("reading.table.alone")
    else:
        said = words("reading.table.alike", n=len(group.rows))
    return f'<tr role="row"><th role="rowheader" scope="rowgroup" colspan="{len(COLUMNS)}">{esc(said)}</th></tr>'


def _row(here: Site, campaign: Campaign, share: Share, page: Shown, sort: str, chosen: Sequence[str]) -> Markup:
    cells = (
        _choice(here, share, share.id in chosen),
        _name(here, share),
        _when(here, campaign, share),
        _verdict(here, page),
        _numbers(here, page, sort),
    )
    return f'<tr role="row">{"".join(cells)}</tr>'


def _choice(here: Site, share: Share, chosen: bool) -> Markup:
    label = here.words("reading.table.choose", name=called(here, share))
    box = f'<input type="checkbox" name="share" value="{esc(share.id)}"{" checked" if chosen else ""}>'
    seen_label = tag("span", here.words("reading.table.compare"), "fit-cell-name")
    inner = f'<label>{box}{seen_label}<span class="fit-hidden">{esc(label)}</span></label>'
    return f'<td role="cell" class="fit-shares-choice">{inner}</td>'


def _name(here: Site, share: Share) -> Markup:
    inner = anchor(named(here, share), address(here, "candidate", share=share.id))
    invited = share.invited_name or share.invited_reference
    if invited:
        inner += element("small", esc(here.words("reading.invited")) + " " + own_text(invited))
    return f'<th role="rowheader" scope="row">{inner}</th>'


def _when(here: Site, campaign: Campaign, share: Share) -> Markup:
    inner = tag("span", here.words(f"reading.level.{share.level}"))
    inner += tag("small", moment(here, campaign, share.shared))
    if share.changed != share.shared:
        inner += tag("small", here.words("reading.changed", date=moment(here, campaign, share.changed)))
    return _cell(here, "when", inner)


def _verdict(here: Site, page: Shown) -> Markup:
    told = page.verdict
    if told is None:
        return _cell(here, "verdict", _unshared(here))
    inner = tag("span", here.words(f"reading.verdict.{told.kind}"))
    if told.warning:
        inner += tag("small", here.words("reading.flag.warning"))
    inner += "".join(tag("small", flag) for flag in told.flags)
    return _cell(here, "verdict", inner)


def _numbers(here: Site, page: Shown, sort: str) -> Markup:
    """The fits with their intervals; first the trait or the group of traits that the rows are sorted by."""
    rows = []
    number = number_for(sort, page) if sort.startswith(("group:", "trait:")) else None
    if number is not None:
        rows.append(bar(here.words, number, mark_of(None, here.theme), leads=True))
    if page.verdict is not None:
        known = marks(here, page)
        rows += [_bar(here, one.fit, known[one.fit.id], one.leads) for one in page.verdict.roles]
    label = here.words("reading.table.fits")
    return _cell(here, "fits", bar_list(rows, label) if rows else _unshared(here))


def _bar(here: Site, number: Number, mark: RoleMark, leads: bool) -> Markup:
    return bar(here.words, number, mark, leads)


def _unshared(here: Site) -> Markup:
    return tag("span", here.words("reading.export.not_shared"), "fit-silent")


def _cell(here: Site, column: str, inner: Markup) -> Markup:
    name = tag("span", here.words(f"reading.table.{column}"), "fit-cell-name")
    return f'<td role="cell">{name}{inner}</td>'
