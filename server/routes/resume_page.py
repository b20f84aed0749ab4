"""The page that a link from another device opens: plain HTML with one button, before any cookie is set.

Nothing happens without the tap: a chat program's preview takes no token, and nobody is led into a stranger's sheet by a
link alone. The token stands behind the #, where no server, proxy or log sees it.
"""

from __future__ import annotations

import html

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from catalog.content.words import Words
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from views.frame.languages import wished_language
from views.frame.scripts import TAKE_LINK
from views.frame.style import style_sheet, variables

FONT = '"Hiragino Sans","Hiragino Kaku Gothic ProN","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif'
FRAME = (
    f"body{{margin:0;background:var(--page);color:var(--text);font:16px/1.75 {FONT}}}"
    "main{max-width:30rem;margin:0 auto;padding:2.5rem 1rem}.fit-card{margin-top:.75rem}.fit-form{margin-top:1.25rem}"
)


async def resume_page(request: Request) -> Response:
    try:
        content = site_catalog().get().content
    except DataProblems:
        return RedirectResponse("/", status_code=303)  # The first page says what is wrong with the files.
    asked, wish = request.query_params.get("lang"), request.headers.get("accept-language", "")
    language = wished_language(asked, wish, content.language_ids)
    return HTMLResponse(page(content.words(language), language), headers={"cache-control": "no-store"})


def page(words: Words, language: str) -> str:
    def said(key: str) -> str:
        return html.escape(words(key))

    name, title = said("site.name"), said("saving.device.arrive.title")
    dark = f"@media(prefers-color-scheme:dark){{{variables('dark', ())}}}"
    return f"""<!doctype html>
<html lang="{html.escape(language)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>{title} | {name}</title>
<style>{variables("light", ())}{dark}{style_sheet()}{FRAME}</style>
</head>
<body><main data-testid="stMain">
<p class="fit-muted">{name}</p>
<section class="fit-card"><h1>{title}</h1><p>{said("saving.device.arrive.text")}</p>
<form method="post" action="/resume" class="fit-form"><input type="hidden" name="language" value="{language}">
<input type="hidden" name="link" id="link">
<button type="submit" class="fit-button fit-button-primary">{said("saving.device.arrive.go")}</button></form>
<noscript><p class="fit-note">{said("site.shell.without_script")}</p></noscript></section>
</main><script>{TAKE_LINK}</script></body>
</html>"""
