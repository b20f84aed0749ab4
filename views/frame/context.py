"""What every page starts from: the checked files, the reader's language and theme, the assessment in hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
IN_HAND = "assessment_in_hand"


@dataclass(frozen=True, slots=True)
class Site:
    assessments: dict[str, Assessment]
    content: Content
    words: Words
    language: str
    theme: Literal["light", "dark"]
    older: Assessment | None = None
    """The version of an earlier attempt that is looked at."""
    off: Mapping[str, Assessment] = field(default_factory=dict)
    """What the files hold and the site does not offer now."""

    @property
    def known(self) -> Mapping[str, Assessment]:
        """Served or switched off: what a stored result may be of."""
        return {**self.assessments, **self.off}

    @property
    def listed(self) -> tuple[Assessment, ...]:
        """What the site offers to everybody, in the order of the shelf."""
        return tuple(one for one in self.assessments.values() if one.shown == "listed")

    @property
    def assessment(self) -> Assessment:
        """The assessment that this visitor chose; until then the first one that the site offers."""
        return self.older or version_in_use(self.newest.id) or self.newest

    @property
    def newest(self) -> Assessment:
        """The same in the files' own version. One that left the files during the visit is as it was read last."""
        chosen = st.session_state.get(ASSESSMENT, "")
        read = self.assessments.get(chosen) or self.off.get(chosen)
        if read is not None:
            return read
        held = st.session_state.get(IN_HAND)
        if isinstance(held, Assessment) and held.id == chosen:
            return held
        return next(iter((*self.listed, *self.known.values())))

    @property
    def served(self) -> bool:
        """Whether the visitor's assessment can be taken, and its results looked at."""
        return self.newest.id in self.assessments

    @property
    def several(self) -> bool:
        """Whether it has to be said which assessment something is about."""
        return len(self.assessments) > 1 or not self.served

    @property
    def chosen(self) -> bool:
        """Whether it is settled which assessment the visit is about; else the pages about one lead to the shelf."""
        return ASSESSMENT in st.session_state or len(self.listed) == 1

    @property
    def speaking(self) -> Assessment:
        """Whose own words the pages have: the assessment's, or those of today where its version had none yet."""
        shown = self.assessment
        return shown if shown.pages else self.known.get(shown.id, shown)

    @property
    def pages(self) -> Pages:
        """The assessment's own words; all of them left out where it has none."""
        return self.speaking.pages or Pages()


def choose(assessment: Assessment) -> None:
    """From here on the visit is about this assessment."""
    st.session_state[ASSESSMENT], st.session_state[IN_HAND] = assessment.id, assessment


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
    content, served = catalog.content, dict(catalog.assessments)
    here = Site(served, content, content.words(language), language, shown_theme(), off=catalog.off)
    return replace(here, words=content.words(language, here.speaking))


def shown_theme() -> Literal["light", "dark"]:
    """The theme that the browser shows now."""
    return "dark" if st.context.theme.type == "dark" else "light"
