"""Every link of every learning page names a page and a thing that are there, and keeps the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from catalog.lessons.learning import Learning
from tests.shipped import shipped_content
from tests.views.pages import open_page, text
from views.frame.addresses import ADDRESSES

LEARNING = shipped_content().learning or Learning()
LESSONS = [lesson.id for lesson in LEARNING.lessons]
SLUGS = {address.slug for address in ADDRESSES}
THERE = {
    ("lesson", "id"): LESSONS,
    ("guide", "lesson"): LESSONS,
    ("practice", "case"): [one.id for one in LEARNING.practice],
    ("glossary", "term"): [one.id for one in LEARNING.glossary],
}
PAGES: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in ("learn", "compare", "glossary", "practice", "interview")),
    ("learn", {"q": "CRM"}),
    *(("practice", {"case": one.id}) for one in LEARNING.practice),
    *(("lesson", {"id": one}) for one in LESSONS),
    *(("guide", {"lesson": one}) for one in LESSONS),
]


def links(app: AppTest) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Slug and parameters of what is linked to, by Streamlit's links and by those in our own HTML."""
    for link in app.get("page_link"):
        yield str(link.proto.page).strip("/"), parse_qs(str(link.proto.query_string))
    for href in re.findall(r'href="([^"]+)"', text(app)):
        parts = urlsplit(unescape(href))
        assert not parts.netloc, f"a link leads out of the site: {href}"
        if parts.path:
            yield parts.path.strip("/"), parse_qs(parts.query)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_link_leads_to_what_is_there(language: str) -> None:
    seen = set()
    for name, query in PAGES:
        for slug, parameters in links(open_page(name, lang=language, **query)):
            where = (name, query, slug, parameters)
            assert slug in SLUGS, where
            assert parameters.get("lang", ["ja"])[0] == language, where
            for key, values in parameters.items():
                known = THERE.get((slug, key))
                assert known is None or set(values) <= set(known), where
                seen.add((slug, key))
    assert set(THERE) <= seen, "no link of a kind was seen: the test looks at nothing"
