"""The security headers. The policy names every inline script by its hash, so nothing a person typed can ever run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def script_hash(script: str) -> str:
    """The source expression that allows one inline script (CSP Level 3, 'sha256-…')."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def inline_scripts(html: str) -> tuple[str, ...]:
    return tuple(INLINE_SCRIPT.findall(html))


def content_security_policy(scripts: Iterable[str], frame_ancestors: str, frames: str = "") -> str:
    """A policy that Streamlit runs under without a console error.

    ``'unsafe-inline'`` stands for styles only: Streamlit's own style sheets are made at run time. ``frames``: whose
    pages may stand in a frame of ours; none unless said.
    """
    allowed = " ".join(script_hash(script) for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {allowed}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {frame_ancestors}",
            *([f"frame-src {frames}"] if frames else []),
        )
    )


def security_headers(scripts: Iterable[str], frame_ancestors: str, frames: str = "") -> dict[str, str]:
    """Header names (lower case) and values for every answer of the site."""
    headers = {
        "content-security-policy": content_security_policy(scripts, frame_ancestors, frames),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
    }
    if frame_ancestors == "'none'":
        headers["x-frame-options"] = "DENY"
    return headers
