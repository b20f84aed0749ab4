"""The pages of an invitation, plain HTML: the empty one that a link opens, who asks and for what, and why not now.

Everything that a candidate should know stands before anything is asked, and both ways from there are of one size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from catalog.content.content import Content, SiteLanguage
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from people.candidate.asked import Asked, texts_in
from people.respondent.rights import how_long
from reports.sharing.told import told_of
from reports.told.day import moment_in_words
from server.middleware.link_address import INVITED
from server.routes.plain_page import plain_page
from store import CampaignTexts, Offer, PublicCampaign, Why
from store.campaigns.links import CHARACTERS
from views.frame.markup import Markup, bullets, element, esc, tag
from views.frame.scripts import TAKE_INVITATION

STYLE = (
    "main{max-width:38rem}code{display:block;padding:.75rem;border-radius:.5rem;background:var(--page);"
    "font-size:.8125rem;line-height:1.6;overflow-wrap:anywhere}"
    "a:not(.fit-button){color:var(--accent)}main ol.fit-list>li{margin:.75rem 0!important}"
    "ol.fit-list>li>p{margin:.125rem 0 0}"
    ".fit-card h2{font-size:1.0625rem!important}.fit-card>p+h2{margin-top:1rem!important}"
    ".fit-ways{display:grid;gap:.75rem;margin-top:1.25rem;"
    "grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr))}"
    ".fit-ways .fit-form{margin:0}.fit-ways .fit-button{width:100%;min-height:3.25rem}"
)
CHOICES = ("nothing", "took_part", "guide", "fits", "traits")


def arrival_page(words: Words, site: str) -> str:
    """What a link opens: nothing is known of it yet. ``site``: the address that a whole link begins with."""
    # Placeholders, not letters: copied by mistake, they are told from a secret.
    start, rest = esc(f"{site}/{INVITED}#"), "•" * CHARACTERS
    whole = tag("p", words("invited.mangled.whole", n=CHARACTERS))
    whole += f'<p><code>{start}<wbr><span aria-hidden="true">{rest}</span></code></p>'
    steps = bullets([words("invited.mangled.copy"), words("invited.mangled.ask")])
    mangled = tag("h1", words("invited.mangled.title")) + tag("p", words("invited.mangled.text")) + whole + steps
    failed = tag("p", words("invited.failed"))
    failed += f'<p><button type="button" id="again" class="fit-button">{esc(words("invited.again"))}</button></p>'
    main = (
        f'<section class="fit-card" id="without">{tag("p", words("site.shell.without_script"))}{whole}</section>'
        f'<section class="fit-card" id="opening" hidden><p role="status">{esc(words("invited.opening"))}</p></section>'
        f'<section class="fit-card" id="failed" role="alert" hidden>{failed}</section>'
        f'<section class="fit-card" id="mangled" data-characters="{CHARACTERS}" hidden>{mangled}</section>'
    )
    return _page(words, words("invited.title"), main, TAKE_INVITATION)


def mangled_page(words: Words) -> str:
    """For a link that only the server could tell to be no whole one."""
    inner = tag("p", words("invited.mangled.text")) + bullets(
        [words("invited.mangled.copy"), words("invited.mangled.ask")]
    )
    return _said(words, words("invited.mangled.title"), inner)


def offer_page(words: Words, asked: Asked, assessment: Assessment | None, languages: Sequence[SiteLanguage]) -> str:
    """Who asks, what for, what could be shared with whom, how long it is kept, how to withdraw, whom to ask; both ways.

    ``languages``: those of the site, which are offered where the campaign leaves the language open.
    Raises ValueError without an offer.
    """
    offer = asked.offer
    if offer is None or assessment is None:
        raise ValueError("nothing is offered")
    texts = texts_in(offer.campaign, words.language)
    parts = [_asked(words, offer.campaign, texts, assessment), _free(words), _shared(words, offer, assessment)]
    parts += [_who(words, texts), _kept(words, offer.campaign), _contact(words, texts)]
    if texts.consent:
        parts.append(_section(words("invited.offer.consent"), own(texts.consent)))
    others = [one for one in languages if one.id != words.language] if offer.campaign.language is None else []
    head = _head(words, offer.campaign, texts, _switch(asked, others))
    main = head + "".join(parts) + _ways(words, asked, offer)
    return _page(words, words("invited.offer.from", sender=texts.sender), main)


def over_page(words: Words, asked: Asked) -> str:
    """Why nothing can be begun: who asks is told where that is known, so that nobody wonders whose link it was."""
    why: Why | str = "away" if asked.away else asked.why or "unknown"
    title, offer = words(f"invited.over.{why}.title"), asked.offer
    if offer is None:
        return _said(words, title, tag("p", words(f"invited.over.{why}.text")))
    campaign = offer.campaign
    texts, opens = texts_in(campaign, words.language), moment_in_words(words, moment(campaign.opens), campaign.zone)
    inner = tag("p", words(f"invited.over.{why}.text", opens=opens))
    inner += tag("p", words("invited.offer.from", sender=texts.sender)) + element("p", tag("strong", campaign.title))
    return _said(words, title, inner + tag("h2", words("invited.offer.contact")) + own(texts.contact))


def other_page(words: Words, asked: Asked) -> str:
    """This device takes part by another link of the campaign, perhaps as somebody else: nobody's answers are taken."""
    mine = _begin(words, asked, words("invited.other.mine"), "secondary", take_over="1")
    inner = tag("p", words("invited.other.text"))
    back = _link(f"/assessment?lang={words.language}", words("invited.other.back"))
    inner += element("div", mine + back, "fit-ways") + tag("p", words("invited.other.mine_hint"), "fit-muted")
    if asked.offer is not None:
        texts = texts_in(asked.offer.campaign, words.language)
        inner += tag("h2", words("invited.offer.contact")) + own(texts.contact)
    return _said(words, words("invited.other.title"), inner)


def language_of(offer: Offer | None, wished: str, content: Content) -> str:
    """The campaign's language where it has one that the site speaks, else the visitor's."""
    fixed = offer.campaign.language if offer is not None else None
    return fixed if fixed in content.language_ids else wished


def moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def own(text: str) -> Markup:
    """What an organiser typed: its lines stay, and its direction turns nothing around it."""
    return element("p", f"<bdi>{esc(text)}</bdi>", "fit-own")


def _switch(asked: Asked, others: Iterable[SiteLanguage]) -> Markup:
    """The same invitation in another language of the site, each named in itself."""
    links = "".join(
        f'<a href="/{INVITED}?lang={one.id}#{asked.secret}" lang="{one.id}" hreflang="{one.id}">{esc(one.name)}</a> '
        for one in others
    )
    return element("p", links, "fit-muted") if links else ""


def _head(words: Words, campaign: PublicCampaign, texts: CampaignTexts, switch: Markup) -> Markup:
    title = words("invited.offer.from", sender=texts.sender)
    inner = f'<h1 class="fit-focus" tabindex="-1"><bdi>{esc(title)}</bdi></h1>'
    inner += element("p", f"<strong><bdi>{esc(campaign.title)}</bdi></strong>")
    if texts.message:
        inner += own(texts.message)
    return element("section", inner + tag("p", words("invited.offer.lead"), "fit-muted") + switch, "fit-card")


def _asked(words: Words, campaign: PublicCampaign, texts: CampaignTexts, assessment: Assessment) -> Markup:
    form = assessment.forms[campaign.form]
    part = words.of(form.title) if form.title else words.of(assessment.title)
    n = len(assessment.form_questions(campaign.form))
    title = words.of(assessment.title)
    said = words("invited.offer.form", title=title, part=part, n=n, minutes=form.minutes)
    return _section(words("invited.offer.purpose"), own(texts.purpose)) + _section(
        words("invited.offer.asked"), _paragraphs([said, words("invited.offer.own_first")])
    )


def _free(words: Words) -> Markup:
    said = [words(f"invited.offer.{key}") for key in ("free", "unseen", "counted")]
    return _section(words("invited.offer.free_title"), _paragraphs(said))


def _shared(words: Words, offer: Offer, assessment: Assessment) -> Markup:
    rows = "".join(
        element("li", tag("strong", words(f"sharing.level.{one}.name")) + tag("p", told_of(one, assessment, words)))
        for one in CHOICES
    )
    inner = tag("p", words("invited.offer.share")) + element("ol", rows, "fit-list")
    inner += tag("p", words("invited.offer.own_words"))
    if offer.personal:
        inner += tag("p", words("invited.offer.personal"))
    return _section(words("invited.offer.share_title"), inner)


def _who(words: Words, texts: CampaignTexts) -> Markup:
    said = [words("invited.offer.who", sender=texts.sender), words("invited.offer.export"), words("invited.offer.gate")]
    return _section(words("invited.offer.who_title"), _paragraphs(said))


def _kept(words: Words, campaign: PublicCampaign) -> Markup:
    days = how_long()
    closes = moment_in_words(words, moment(campaign.closes), campaign.zone)
    kept = [
        words("invited.offer.closes", closes=closes),
        words("invited.offer.keep", until=moment_in_words(words, campaign.until, campaign.zone)),
        words("invited.offer.stored"),
        words("saving.before.how_long", open=days.open_days, finished=days.finished_days),
    ]
    changed = [words("invited.offer.withdraw"), words("invited.offer.exported")]
    return _section(words("invited.offer.keep_title"), bullets(kept)) + _section(
        words("invited.offer.withdraw_title"), _paragraphs(changed)
    )


def _contact(words: Words, texts: CampaignTexts) -> Markup:
    return _section(words("invited.offer.contact"), own(texts.contact))


def _ways(words: Words, asked: Asked, offer: Offer) -> Markup:
    """To begin and not to: of one size, side by side where there is room."""
    hint = words("invited.offer.begun" if offer.begun else "invited.offer.agree")
    label = words("invited.offer.go_on" if offer.begun else "invited.offer.begin")
    both = _begin(words, asked, label, "primary") + _link(f"/?lang={words.language}", words("invited.offer.decline"))
    return tag("p", hint, "fit-muted") + element("div", both, "fit-ways")


def _begin(words: Words, asked: Asked, label: str, kind: str, **further: str) -> Markup:
    given = {"link": asked.secret or "", "language": words.language, **further}
    hidden = "".join(f'<input type="hidden" name="{name}" value="{esc(value)}">' for name, value in given.items())
    button = f'<button type="submit" class="fit-button fit-button-{kind}">{esc(label)}</button>'
    return f'<form method="post" action="/{INVITED}/begin" class="fit-form">{hidden}{button}</form>'


def _link(address: str, label: str) -> Markup:
    return f'<a class="fit-button fit-button-secondary" href="{address}">{esc(label)}</a>'


def _said(words: Words, title: str, inner: Markup) -> str:
    home = _link(f"/?lang={words.language}", words("invited.home"))
    card = f'<h1 class="fit-focus" tabindex="-1">{esc(title)}</h1>{inner}'
    return _page(words, title, element("section", card, "fit-card") + element("p", home))


def _section(title: str, inner: Markup) -> Markup:
    return element("section", tag("h2", title) + inner, "fit-card")


def _paragraphs(texts: Iterable[str]) -> Markup:
    return "".join(tag("p", text) for text in texts)


def _page(words: Words, title: str, main: Markup, script: str = "") -> str:
    return plain_page(words.language, title, words("site.name"), main, style=STYLE, script=script)
