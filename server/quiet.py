"""Keeps the web server's own logs free of tokens, whatever level an operator sets."""

from __future__ import annotations

import logging


def hush_server_logs() -> None:
    """Below INFO uvicorn writes whole requests, with their cookies."""
    for name in ("uvicorn.asgi", "uvicorn.error"):
        logger = logging.getLogger(name)
        if _above_debug not in logger.filters:
            logger.addFilter(_above_debug)


def _above_debug(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG
