"""The pages of joining a workshop, plain HTML: the form for a code, and consent in two sentences with a nickname."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from catalog.content.content import Content
from catalog.content.words import Words
from people.participant.joining import digits
from people.participant.shapes import PublicWorkshop
from people.participant.words import NICKNAME_LENGTH
from people.respondent.rights import how_long
from server.routes.plain_page import plain_page
from views.frame.markup import Markup, details, element, esc, tag

JOIN = "j"
TELLS = "what-the-screen-shows"
PROBLEM = "problem"
MANY = 10_000
"""Nicknames are offered by number."""
STYLE = (
    "main{max-width:32rem}label{display:block;margin:1.25rem 0 .375rem;font-weight:600}"
    "input{box-sizing:border-box;width:100%;min-height:3.25rem;padding:.5rem .875rem;border:1px solid var(--muted);"
    "border-radius:.75rem;background:var(--page);color:var(--text);font:inherit;font-size:1.125rem}"
    "input::placeholder{color:var(--muted);opacity:1}"
    ".fit-code{font-size:clamp(1.375rem,7vw,1.75rem);font-variant-numeric:tabular-nums;letter-spacing:.08em;"
    "text-align:center}"
    ".fit-button{width:100%;min-height:3.25rem;margin-top:1.25rem}.fit-ways .fit-button{margin-top:.75rem}"
    ".fit-note{margin-top:.75rem!important}a:not(.fit-button){color:var(--accent)}.fit-hint{margin:.375rem 0 0}"
    ".fit-muted{word-break:auto-phrase}h1{font-size:1.5rem!important}h1,bdi{overflow-wrap:anywhere}"
)


def code_page(content: Content, language: str, *, typed: str = "", problem: str = "") -> str:
    """``problem``: what was wrong with the last try, in words."""
    words = content.words(language)
    told = f' aria-describedby="{PROBLEM}" aria-invalid="true"' if problem else ""
    form = (
        _hidden({"language": language})
        + f'<label for="code">{esc(words("join.code"))}</label>'
        + f'<input id="code" name="code" class="fit-code" type="text" inputmode="numeric" autocomplete="off" required'
        f' autofocus maxlength="40" placeholder="1234 5678" value="{esc(in_groups(typed))}"{told}>'
        + tag("p", words("join.code_hint"), "fit-muted fit-hint")
        + _button(words("join.next"))
    )
    title = words("join.title")
    main = tag("h1", title) + tag("p", words("join.lead")) + _problem(problem)
    main += f'<form method="post" action="/{JOIN}" class="fit-form">{form}</form>'
    foot = _others(content, language, {})
    return _page(words, title, element("section", main, "fit-card") + foot)


def consent_page(
    content: Content,
    language: str,
    workshop: PublicWorkshop | None,
    typed: str,
    *,
    nickname: str | None = None,
    problem: str = "",
) -> str:
    """``workshop``: None while the store is away. ``nickname``: as it was typed; None: the site offers one."""
    words = content.words(language)
    ready = content.workshops
    offered = nickname or ""
    if nickname is None and ready is not None:
        offered = ready.nickname(language, secrets.randbelow(MANY))
    with_answers = workshop is None or workshop.assessment is not None
    consent = words("join.consent" if with_answers else "join.consent_lessons")
    more = "".join(tag("p", said) for said in _more(words, with_answers))
    name = words("join.title") if workshop is None else workshop.title
    form = (
        _hidden({"language": language, "code": typed})
        + f'<label for="nickname">{esc(words("join.nickname"))}</label>'
        + f'<input id="nickname" name="nickname" type="text" autocomplete="off" maxlength="{NICKNAME_LENGTH}"'
        f' spellcheck="false" value="{esc(offered)}">'
        + tag("p", words("join.nickname_hint"), "fit-muted fit-hint")
        + _button(words("join.sit"))
    )
    title = f'<h1 class="fit-focus" tabindex="-1"><bdi>{esc(name)}</bdi></h1>'
    main = title + _problem(problem) + tag("p", consent) + details(words("join.more"), more)
    tells = f"/{TELLS}?{urlencode({'lang': language})}"
    main += f'<p><a href="{esc(tells)}" target="_blank" rel="noopener">{esc(words("tells.link"))}</a></p>'
    main += f'<form method="post" action="/{JOIN}/sit" class="fit-form">{form}</form>'
    home = f"/?{urlencode({'lang': language})}"
    main += element("div", _link(words("join.decline"), home), "fit-ways")
    foot = _others(content, language, {"c": typed}) if workshop is None or workshop.language is None else ""
    return _page(words, name, element("section", main, "fit-card") + foot)


def in_groups(typed: str) -> str:
    """Eight digits as two groups; anything else as it was typed."""
    plain = digits(typed)
    return f"{plain[:4]} {plain[4:]}" if plain else typed


def _more(words: Words, with_answers: bool) -> list[str]:
    """How long what is kept, and what the projector shows, for whoever wants to know before they join."""
    days = how_long()
    said = [words("join.shown"), words("join.kept")]
    if with_answers:
        said.insert(1, words("join.numbers"))
        said.append(words("join.sheet", open=days.open_days, finished=days.finished_days))
    return [*said, words("join.rights")]


def _problem(problem: str) -> Markup:
    return f'<p class="fit-note" role="alert" id="{PROBLEM}">{esc(problem)}</p>' if problem else ""


def _button(label: str) -> Markup:
    return f'<button type="submit" class="fit-button fit-button-primary">{esc(label)}</button>'


def _link(label: str, address: str) -> Markup:
    return f'<a class="fit-button fit-button-secondary" href="{esc(address)}">{esc(label)}</a>'


def _hidden(given: Mapping[str, str]) -> Markup:
    return "".join(f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">' for name, value in given.items())


def _others(content: Content, language: str, way: Mapping[str, str]) -> Markup:
    """The page in the site's other languages, each named in its own."""
    links = [
        f'<a href="/{JOIN}?{esc(urlencode({**way, "lang": one.id}))}" lang="{esc(one.id)}">{esc(one.name)}</a>'
        for one in content.languages
        if one.id != language
    ]
    return element("p", " ".join(links), "fit-muted")


def _page(words: Words, title: str, main: Markup) -> str:
    return plain_page(words.language, title, words("site.name"), main, style=STYLE)
