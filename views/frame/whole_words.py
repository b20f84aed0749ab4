"""Japanese words that browsers break in two where a phrase has to end a line: kept whole on a narrow screen.

``word-break: auto-phrase`` cuts a sentence by a model of the browser's, which takes these for two phrases. No style
sheet can tell it better, so each stands in an element of its own that does not wrap.
"""

from __future__ import annotations

import re

from views.frame.markup import Markup, element, esc

WHOLE = (
    *("ありがたい", "もう", "やる気", "手がかり", "はっきり", "のびのび", "張り切れる", "部屋", "必要", "一人ひとり"),
    *("問い合わせ", "サクセス", "サポート", "にとって", "として", "という"),
)
_WHOLE = re.compile("|".join(WHOLE))


def whole_words(text: object) -> Markup:
    return _WHOLE.sub(r'<span class="fit-whole">\g<0></span>', esc(text))


def whole_tag(name: str, text: object, css: str = "") -> Markup:
    """As ``markup.tag``. Not for an element that lays its contents out in a row: each word would be one of them."""
    return element(name, whole_words(text), css)
