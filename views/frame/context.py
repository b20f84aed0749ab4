"""What every page starts from: the checked files, the reader's language and theme, the assessment in hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

import streamlit as st

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.questionnaire.pages import Pages
from catalog.site import site_catalog

LANGUAGE = "language"
ASSESSMENT = "assessment_id"
VERSION = "version_in_use_of_"


@dataclass(frozen=True, slots=True)
class Site:
    assessments: dict[str, Assessment]
    content: Content
    words: Words
    language: str
    theme: Literal["light", "dark"]
    older: Assessment | None = None
    """The version of an earlier attempt that is looked at."""

    @property
    def assessment(self) -> Assessment:
        """The assessment that this visitor chose; the first one of the files until then."""
        if self.older is not None:
            return self.older
        chosen = st.session_state.get(ASSESSMENT)
        current = self.assessments[chosen] if chosen in self.assessments else next(iter(self.assessments.values()))
        return version_in_use(current.id) or current

    @property
    def speaking(self) -> Assessment:
        """Whose own words the pages have: the assessment's, or those of today where its version had none yet."""
        shown = self.assessment
        return shown if shown.pages else self.assessments.get(shown.id, shown)

    @property
    def pages(self) -> Pages:
        """The assessment's own words; all of them left out where it has none."""
        return self.speaking.pages or Pages()


def version_in_use(assessment: str) -> Assessment | None:
    """The older version of an assessment with which this visitor's sheet was begun; None for the newest."""
    return cast(Assessment | None, st.session_state.get(VERSION + assessment))


def use_version(assessment: str, version: Assessment | None) -> None:
    """From here on the pages speak of ``version`` of the assessment; None: of the newest."""
    st.session_state.pop(VERSION + assessment, None)
    if version is not None:
        st.session_state[VERSION + assessment] = version


def site() -> Site:
    """The site as this run sees it. Raises DataProblems when no good version of the files was ever read."""
    catalog = site_catalog().get()
    language = st.session_state.get(LANGUAGE) or catalog.content.language_ids[0]
    content = catalog.content
    here = Site(dict(catalog.assessments), content, content.words(language), language, shown_theme())
    return replace(here, words=content.words(language, here.speaking))


def shown_theme() -> Literal["light", "dark"]:
    """The theme that the browser shows now."""
    return "dark" if st.context.theme.type == "dark" else "light"
