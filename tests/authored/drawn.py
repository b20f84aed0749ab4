"""Everything that a page draws, as one text: our own HTML without its scripts, and what the widgets say."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from tests.views.pages import text

WIDGETS = (
    "button",
    "download_button",
    "page_link",
    "radio",
    "segmented_control",
    "selectbox",
    "slider",
    "toggle",
    "expander",
    "popover",
    "text_input",
)
SILENT = re.compile(r'<script.*?</script>|<ul class="fit-says">.*?</ul>|<[^>]*>', re.DOTALL)
CUSTOMER_ROLES = re.compile(
    "カスタマー|サクセス|コールセンター|お客さまと向き合う|記事"
    r"|customer (?:success|support|role)|customer.facing|call cent|\b(?:the|five|these) articles",
    re.IGNORECASE,
)
"""What only the shipped assessment is about: its roles, and the articles that it rests on."""
ROLES = re.compile(r"職種|適合度|\broles?\b|\bfit\b", re.IGNORECASE)
"""What nothing may speak of where there are traits alone. The file's own name, fit-result, is not seen."""


def drawn(app: AppTest) -> str:
    said = [unescape(SILENT.sub(" ", text(app)))]
    for kind in WIDGETS:
        for widget in app.get(kind):
            said += [str(widget.proto), *map(str, getattr(widget, "options", ()))]
    said += [str(chart.proto) for chart in app.get("plotly_chart")]
    return "\n".join(_spelt(part) for part in said)


def _spelt(proto: str) -> str:
    """A message prints what is not ASCII as bytes."""
    return re.sub(
        r"(?:\\\d{3})+",
        lambda found: bytes(int(one, 8) for one in found[0].split("\\")[1:]).decode("utf-8", "replace"),
        proto,
    )
