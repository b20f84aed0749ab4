"""Keeps the web server's own logs free of tokens, whatever level an operator sets."""

from __future__ import annotations

import logging


def hush_server_logs() -> None:
    """Below INFO uvicorn writes whole requests, with cookies and the tokens of resume links; the access log, links."""
    for name in ("uvicorn.asgi", "uvicorn.error"):
        _add(name, _above_debug)
    _add("uvicorn.access", _without_query)


def _add(name: str, rule: logging._FilterType) -> None:
    logger = logging.getLogger(name)
    if rule not in logger.filters:
        logger.addFilter(rule)


def _above_debug(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG


def _without_query(record: logging.LogRecord) -> bool:
    """``record.args`` of an access line: client, method, address, version of HTTP, status."""
    if isinstance(record.args, tuple):
        record.args = tuple(part.partition("?")[0] if isinstance(part, str) else part for part in record.args)
    return True
