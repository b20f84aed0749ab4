"""The edition of an assessment that a sheet was begun with, kept in the store so that the sheet can always be read."""

from __future__ import annotations

from functools import lru_cache

from catalog.questionnaire.assessment import Assessment
from catalog.site import folders
from catalog.versions import assessment_from, texts_of
from store import Edition, Sheet, Store
from store.process import process_store

_kept: set[tuple[int, str]] = set()


def edition(assessment: Assessment, form: str, language: str) -> Edition:
    """What a new sheet of this assessment is begun with."""
    return Edition(assessment.id, assessment.version, assessment.files_hash, form, language)


def keep_files(store: Store, assessment: Assessment) -> None:
    """Once a process and version. Files that changed just now are kept with the next sheet. Raises StoreDown."""
    mark = (id(store), assessment.files_hash)
    if mark in _kept:
        return
    texts = texts_of(folders()[0], assessment)
    if texts is not None:
        store.files.keep(assessment.files_hash, texts)
        _kept.add(mark)


def begun_with(assessment: Assessment, row: Sheet) -> Assessment | None:
    """The version that a stored sheet was begun with; None where its files were never kept. Raises StoreDown."""
    return assessment if row.files_hash == assessment.files_hash else _older(row.files_hash)


@lru_cache(maxsize=32)
def _older(files_hash: str) -> Assessment | None:
    texts = process_store().files.texts(files_hash)
    return None if texts is None else assessment_from(texts)
