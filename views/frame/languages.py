"""Which of the site's languages a first answer is given in. Without Streamlit in it, so that the server can ask too."""

from __future__ import annotations

import re

LANGUAGE_WISH = re.compile(r"\s*([A-Za-z]{2,3})(?:-[A-Za-z0-9]+)*\s*(?:;\s*q=([0-9.]+))?\s*")


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
