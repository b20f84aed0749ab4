"""Checks of pages.yaml: its hints are of forms that there are."""

from __future__ import annotations

from catalog.questionnaire.check_measure import refer_key
from catalog.questionnaire.files import AssessmentFiles


def check_pages(files: AssessmentFiles) -> None:
    forms = files.root("assessment")["forms"]
    known = list(forms.value) if isinstance(forms.value, dict) else None
    for _, hint in files.root("pages")["forms"].entries():
        refer_key(hint, known, "unknown_form")
