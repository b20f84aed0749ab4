"""The program that reads one PDF: bytes in, its text as JSON out. It knows nothing of the site."""

from __future__ import annotations

import io
import json
import logging
import sys

MOST_PAGES = 12
MOST = 200_000
"""Characters. An advertisement has a page or three; what is far beyond is no advertisement."""


def read(data: bytes) -> dict[str, str]:
    """``text``: that of its pages, or ``fault``: password | no_text."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    file = PdfReader(io.BytesIO(data))
    try:
        if file.is_encrypted and not file.decrypt(""):
            return {"fault": "password"}
        pages = [page.extract_text() for page in file.pages[:MOST_PAGES]]
    except (DependencyError, FileNotDecryptedError):
        return {"fault": "password"}
    text = "\n".join(page.strip() for page in pages)
    return {"text": text[:MOST]} if text.strip() else {"fault": "no_text"}


if __name__ == "__main__":
    # The reader's own complaints about a file would stand in the site's log: what is wrong is the answer.
    logging.disable()
    try:
        found = read(sys.stdin.buffer.read())
    except Exception:
        found = {"fault": "damaged"}
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
