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


@dataclass(frozen=True, slots=True)
class ShellWords:
    title: str
    description: str
    without_script: str
    host_refused: str


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
