"""A page in plain HTML, in the look of the site: for what has to work before Streamlit runs, or without it."""

from __future__ import annotations

import html

from views.frame.style import style_sheet, variables

FONT = '"Hiragino Sans","Hiragino Kaku Gothic ProN","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif'
FRAME = (
    f"body{{margin:0;background:var(--page);color:var(--text);font:16px/1.75 {FONT}}}"
    "main{max-width:30rem;margin:0 auto;padding:2.5rem 1rem}.fit-card{margin-top:.75rem}.fit-form{margin-top:1.25rem}"
    "[hidden]{display:none}"
)


def plain_page(language: str, title: str, site: str, main: str, *, style: str = "", script: str = "") -> str:
    """The whole page. ``main``: markup below the site's name; ``script``: one of views/frame/scripts.py, if any."""
    dark = f"@media(prefers-color-scheme:dark){{{variables('dark', ())}}}"
    run = f"<script>{script}</script>" if script else ""
    return f"""<!doctype html>
<html lang="{html.escape(language)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>{html.escape(title)} | {html.escape(site)}</title>
<style>{variables("light", ())}{dark}{style_sheet()}{FRAME}{style}</style>
</head>
<body><main data-testid="stMain">
<p class="fit-muted">{html.escape(site)}</p>
{main}</main>{run}</body>
</html>"""
