"""Keeps the files of each version in the store before anybody answers it."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment
from catalog.site import folders
from catalog.versions import texts_of
from store import Store

_kept: set[tuple[int, str]] = set()


def keep_version(store: Store, assessment: Assessment) -> None:
    """Once a process and version. Files that changed just now are kept with the next sheet. Raises StoreDown."""
    mark = (id(store), assessment.files_hash)
    if mark in _kept:
        return
    texts = texts_of(folders()[0], assessment)
    if texts is not None:
        store.keep_files(assessment.files_hash, texts)
        _kept.add(mark)
