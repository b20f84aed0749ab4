"""The HTML that every page starts from: Streamlit's own, with the site's language, title and description.

Streamlit ships one index.html for all addresses. Three things in it are wrong for this site: ``lang`` is always
English, the title says Streamlit until the first script run ends, and a page address first looks for a server below
itself (two 404 in the console). The last is mended by naming the server's address before anything else runs.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

BASE_ADDRESS = 'window.__streamlit={BACKEND_BASE_URL:location.origin+"/",MAIN_PAGE_BASE_URL:location.origin+"/"};'
LANGUAGE_WISH = re.compile(r"\s*([A-Za-z]{2,3})(?:-[A-Za-z0-9]+)*\s*(?:;\s*q=([0-9.]+))?\s*")


@dataclass(frozen=True, slots=True)
class ShellWords:
    title: str
    description: str
    without_script: str
    host_refused: str


def wished_language(asked: str | None, accept_language: str, spoken: tuple[str, ...]) -> str:
    """The language of a first answer: the address's, else the browser's first wish that we speak, else the default."""
    if asked in spoken:
        return str(asked)
    wishes = []
    for place, part in enumerate(accept_language.split(",")):
        match = LANGUAGE_WISH.fullmatch(part)
        if match and match[1].lower() in spoken:
            quality = match[2] or "1"
            wishes.append((-float(quality) if re.fullmatch(r"[01](\.\d*)?", quality) else 0.0, place, match[1].lower()))
    return min(wishes)[2] if wishes else spoken[0]


def dress(index: str, language: str, words: ShellWords) -> str:
    """Streamlit's index page with our head. A part that is no longer there is left alone; a test notices."""
    title, description = html.escape(words.title), html.escape(words.description, quote=True)
    page = index.replace('<html lang="en">', f'<html lang="{html.escape(language)}">', 1)
    page = page.replace("<head>", f"<head>\n    <script>{BASE_ADDRESS}</script>", 1)
    page = re.sub(r"<title>.*?</title>", lambda _: f"<title>{title}</title>", page, count=1, flags=re.DOTALL)
    page = re.sub(r"<link\s+rel=\"preload\"[^>]*\.woff2\"[^>]*/>", "", page, count=1)
    extra = (
        f'<meta name="description" content="{description}" />\n    <meta name="color-scheme" content="light dark" />'
    )
    page = page.replace("</head>", f"  {extra}\n  </head>", 1)
    note = f"<noscript>{html.escape(words.without_script)}</noscript>"
    return re.sub(r"<noscript>.*?</noscript>", lambda _: note, page, count=1, flags=re.DOTALL)
