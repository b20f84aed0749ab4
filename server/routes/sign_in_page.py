"""The organisers' door as a page in plain HTML: no password passes through a Streamlit session."""

from __future__ import annotations

import math
from collections.abc import Mapping
from urllib.parse import urlencode

from catalog.content.content import Content
from server.routes.plain_page import plain_page
from views.frame.markup import Markup, element, esc, tag

SIGN_IN = "sign-in"
SIGN_OUT = "sign-out"
STYLE = (
    "label{display:block;margin:1rem 0 .25rem;font-weight:600}"
    "input{box-sizing:border-box;width:100%;min-height:2.875rem;padding:.5rem .875rem;border:1px solid var(--muted);"
    "border-radius:.75rem;background:var(--page);color:var(--text);font:inherit;font-size:1rem}"
    "button{margin-top:1.25rem}.fit-note{margin-top:.75rem!important}.fit-muted{word-break:auto-phrase}a{color:var(--accent)}"
)
PROBLEM = "problem"


def sign_in_page(content: Content, language: str, way: Mapping[str, str], *, name: str = "", problem: str = "") -> str:
    """``way``: where to go on afterwards, as hidden fields. ``problem``: what was wrong with the last try, in words."""
    words = content.words(language)
    told = f' aria-describedby="{PROBLEM}"' if problem else ""
    form = (
        _hidden({"language": language, **way})
        + f'<label for="name">{esc(words("door.name"))}</label>'
        + f'<input id="name" name="name" type="text" value="{esc(name)}" autocomplete="username" required'
        + f' autocapitalize="none" spellcheck="false"{told}{"" if name else " autofocus"}>'
        + f'<label for="password">{esc(words("door.password"))}</label>'
        + '<input id="password" name="password" type="password" autocomplete="current-password" required'
        + f"{told}{' autofocus' if name else ''}>"
        + _button(words("door.go"))
    )
    title = words("door.title")
    main = (
        tag("h1", title)
        + tag("p", words("door.who"), "fit-muted")
        + (f'<p class="fit-note" role="alert" id="{PROBLEM}">{esc(problem)}</p>' if problem else "")
        + f'<form method="post" action="/{SIGN_IN}" class="fit-form">{form}</form>'
        + tag("p", words("door.forgotten"), "fit-muted")
        + element("p", f"{esc(words('door.candidates'))} {_home(words('door.home'), language)}", "fit-muted")
    )
    return plain_page(language, title, words("site.name"), _card(main) + _others(content, language, way), style=STYLE)


def still_in_page(content: Content, language: str) -> str:
    """What is shown where nobody could be signed out: with a button to try again."""
    words = content.words(language)
    again = _hidden({"language": language}) + _button(words("door.out"))
    form = f'<form method="post" action="/{SIGN_OUT}" class="fit-form">{again}</form>'
    main = tag("h1", words("door.out")) + f'<p class="fit-note" role="alert">{esc(words("door.still_in"))}</p>' + form
    return plain_page(language, words("door.out"), words("site.name"), _card(main), style=STYLE)


def seconds(wait_ms: int) -> int:
    """Whole seconds after which another attempt is not too early."""
    return max(1, math.ceil(wait_ms / 1000))


def _card(inner: Markup) -> Markup:
    return element("section", inner, "fit-card")


def _button(label: str) -> Markup:
    return f'<button type="submit" class="fit-button fit-button-primary">{esc(label)}</button>'


def _hidden(fields: Mapping[str, str]) -> Markup:
    return "".join(f'<input type="hidden" name="{esc(name)}" value="{esc(value)}">' for name, value in fields.items())


def _home(label: str, language: str) -> Markup:
    return f'<a href="/?{esc(urlencode({"lang": language}))}">{esc(label)}</a>'


def _others(content: Content, language: str, way: Mapping[str, str]) -> Markup:
    """The page in the site's other languages, each named in its own."""
    links = [
        f'<a href="/{SIGN_IN}?{esc(urlencode({"lang": one.id, **way}))}" lang="{esc(one.id)}">{esc(one.name)}</a>'
        for one in content.languages
        if one.id != language
    ]
    return element("p", " ".join(links), "fit-muted")
