"""The site's addresses. A constant without Streamlit in it, so that the server can tell a page from a stale link."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """A page: ``name`` is its key in ``site.pages``, ``slug`` is in the address, ``file`` is its place in views/."""

    name: str
    slug: str
    file: str
    in_menu: bool

    @property
    def speaks_of_one(self) -> bool:
        """Whether it belongs to a visit about an assessment, whose id its address then keeps."""
        return not self.file.startswith(("organising/", "workshop/"))


ADDRESSES = (
    Address("start", "", "person/start.py", True),
    Address("assessment", "assessment", "taking/page.py", True),
    Address("result", "result", "result/page.py", True),
    Address("learn", "learn", "learning/page.py", True),
    Address("compare", "compare", "learning/compare.py", True),
    Address("roles", "roles", "person/roles.py", True),
    Address("lesson", "lesson", "learning/lesson.py", False),
    Address("glossary", "glossary", "learning/glossary.py", False),
    Address("practice", "practice", "learning/practice.py", False),
    Address("interview", "interview", "learning/interview.py", False),
    Address("guide", "guide", "learning/guide.py", False),
    Address("advert", "advert", "advert/page.py", False),
    Address("share", "share", "sharing/page.py", False),
    Address("method", "method", "person/method.py", False),
    Address("about", "about", "person/about.py", False),
    Address("fair", "fair", "person/fair.py", False),
    Address("impact", "impact", "organising/groups/impact.py", False),
    Address("organise", "organise", "organising/page.py", False),
    Address("campaign", "campaign", "organising/campaign.py", False),
    Address("campaign_new", "new-campaign", "organising/new.py", False),
    Address("candidate", "candidate", "organising/reading/candidate.py", False),
    Address("side_by_side", "side-by-side", "organising/reading/side_by_side.py", False),
    Address("team", "team", "organising/reading/team.py", False),
    Address("room", "room", "workshop/phone/room.py", False),
    Address("tells", "what-the-screen-shows", "workshop/phone/tells.py", False),
    Address("workshops", "workshops", "workshop/leading/list.py", False),
    Address("workshop_new", "new-workshop", "workshop/leading/new.py", False),
    Address("workshop", "workshop", "workshop/leading/panel.py", False),
    Address("projector", "projector", "workshop/screen/projector.py", False),
)
SLUGS = frozenset(address.slug for address in ADDRESSES)
BY_NAME = {address.name: address for address in ADDRESSES}
ABOUT_ONE = ("assessment", "result", "roles", "method")
"""Pages that say nothing until it is settled which assessment they are about."""
ASSESSMENT_PARAMETER = "assessment"
"""The query parameter that names the assessment."""
LOST = "lost"
"""The query parameter that tells the start page that somebody followed a stale address."""

AUTHORS = (
    Address("screens", "", "authoring/screens.py", True),
    Address("questions", "questions", "authoring/questions.py", True),
    Address("sentences", "sentences", "authoring/sentences.py", True),
)
"""An author's pages, which no site offers: those of a preview."""
START = "start"
IN_PREVIEW = tuple(one if one.slug else one._replace(slug=START) for one in ADDRESSES)
"""The site's own pages beside them; the first one makes way."""
PREVIEW_SLUGS = frozenset(one.slug for one in (*AUTHORS, *IN_PREVIEW))
VIEW = "view"
"""The query parameter by which a preview's frame knows whose bar it follows."""
TAKE = "take"
"""The query parameter by which a preview's frame is told to begin with a form."""
