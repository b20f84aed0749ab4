"""The page that a link from another device opens: plain HTML with one button, before any cookie is set.

Nothing happens without the tap: a chat program's preview takes no token, and nobody is led into a stranger's sheet by a
link alone. The token stands behind the #, where no server, proxy or log sees it; so only the browser can tell that it
is missing, and the page brings the words for that along. Until a script has run it speaks to somebody without one.
"""

from __future__ import annotations

import html
import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from catalog.content.words import Words
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from server.cookie import behind_tls
from server.middleware.link_address import RESUME
from server.routes.plain_page import plain_page
from store.respondents.secret import CHARACTERS
from views.frame.addresses import ASSESSMENT_PARAMETER
from views.frame.languages import wished_language
from views.frame.markup import bullets, tag
from views.frame.scripts import TAKE_LINK

AFTER_LETTERS = re.compile(r"[^a-z-].*", re.DOTALL)
CODE = (
    "code{display:block;padding:.75rem;border-radius:.5rem;background:var(--page);"
    "font-size:.8125rem;line-height:1.6;overflow-wrap:anywhere}"
)


async def resume_page(request: Request) -> Response:
    try:
        catalog = site_catalog().get()
    except DataProblems:
        return RedirectResponse("/", status_code=303)  # The first page says what is wrong with the files.
    # A mangled address may have its token here, after the language.
    query = {name.lower(): AFTER_LETTERS.sub("", value.lower()) for name, value in request.query_params.items()}
    wished, spoken = request.headers.get("accept-language", ""), catalog.content.language_ids
    language = wished_language(query.get("lang"), wished, spoken)
    asked = next((value for name, value in request.query_params.items() if name.lower() == ASSESSMENT_PARAMETER), "")
    assessment = asked if asked in catalog.known else ""
    site = f"{'https' if behind_tls(request) else 'http'}://{request.headers.get('host', '')}"
    body = page(catalog.content.words(language), language, site, assessment)
    return HTMLResponse(body, headers={"cache-control": "no-store"})


def page(words: Words, language: str, site: str, assessment: str = "") -> str:
    """The page in ``language``; ``site``: the address that a whole link begins with, without a slash.

    ``assessment``: the id of the one that the link speaks of, where it names one.
    """

    def said(key: str) -> str:
        return html.escape(words(key))

    # Placeholders, not letters: copied by mistake, they are told from a token.
    start, rest = f"{html.escape(site)}/{RESUME}?lang={html.escape(language)}#", "•" * CHARACTERS
    whole = tag("p", words("saving.device.mangled.whole", n=CHARACTERS))
    whole += f'<p><code>{start}<wbr><span aria-hidden="true">{rest}</span></code></p>'
    steps = bullets([words("saving.device.mangled.copy"), words("saving.device.mangled.anew")])
    without = tag("p", words("site.shell.without_script")) + whole
    title = said("saving.device.arrive.title")
    about = f'<input type="hidden" name="{ASSESSMENT_PARAMETER}" value="{assessment}">' if assessment else ""
    main = f"""<section class="fit-card" id="without">{without}</section>
<section class="fit-card" id="arrive" hidden><h1>{title}</h1><p>{said("saving.device.arrive.text")}</p>
<form method="post" action="/{RESUME}" class="fit-form"><input type="hidden" name="language" value="{language}">
<input type="hidden" name="link" id="link">{about}
<button type="submit" class="fit-button fit-button-primary">{said("saving.device.arrive.go")}</button></form>
</section>
<section class="fit-card" id="mangled" data-characters="{CHARACTERS}" hidden>
<h1>{said("saving.device.mangled.title")}</h1><p>{said("saving.device.mangled.text")}</p>
{whole}{steps}</section>
"""
    names = (words("saving.device.arrive.title"), words("site.name"))
    return plain_page(language, *names, main, style=CODE, script=TAKE_LINK)
