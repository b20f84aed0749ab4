"""What was shared in a campaign as files to take along: Excel, CSV in a ZIP, JSON. What was not shared is in none."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.time_zone import zone_named
from reports.organising.codebook import codebook, facts
from reports.organising.shared_tables import SharedColumns, newest_first, persons, questions, read
from reports.organising.within import within
from reports.tables.data import ZIP_EPOCH, csv_of
from reports.tables.tables import Table

if TYPE_CHECKING:
    from store import Campaign, Share

VERSION = 1
"""Of the shape of the JSON file."""
PATHS = {
    "about": "about",
    "core": "core",
    "shared": "shared[]",
    "copy": "shared[].content",
    "guide": "shared[].content.guide.own[]",
    "told": "shared[].content.told",
    "fits": "shared[].content.fits[]",
    "chance": "shared[].content.fits[].chance",
    "leading": "shared[].content.leading, .verdict",
    "differences": "shared[].content.differences[]",
    "foundation": "shared[].content.foundation",
    "traits": "shared[].content.traits[]",
    "groups": "shared[].content.groups[]",
    "numbers": "value, low, high",
}
"""Where what the JSON file's codebook explains stands in it."""


def shared_tables(
    shares: Sequence[Share], campaign: Campaign, words: Words, at: datetime, assessment: Assessment | None = None
) -> tuple[Table, ...]:
    """The sheets: what to know, persons, questions. ``at``: now; ``assessment``: for the order of the columns."""
    rows = read(shares, words)
    columns = SharedColumns(rows, campaign, words, assessment)
    about = codebook(facts(campaign, len(shares), words, at), columns, words)
    return about, persons(rows, columns, words), questions(rows, campaign, words)


def shared_xlsx(
    shares: Sequence[Share], campaign: Campaign, words: Words, at: datetime, assessment: Assessment | None = None
) -> bytes:
    """A workbook. Its texts are texts: no cell is a formula or a link."""
    from reports.tables.excel import workbook

    return workbook(shared_tables(shares, campaign, words, at, assessment), _local(campaign, at).date())


def shared_csv_zip(
    shares: Sequence[Share], campaign: Campaign, words: Words, at: datetime, assessment: Assessment | None = None
) -> bytes:
    """A CSV file a sheet, UTF-8 with a byte order mark and CRLF; the header holds the columns' ids."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for sheet in shared_tables(shares, campaign, words, at, assessment):
            archive.writestr(ZipInfo(f"{sheet.id}.csv", ZIP_EPOCH), csv_of(sheet), ZIP_DEFLATED)
    return packed.getvalue()


def shared_json(shares: Sequence[Share], campaign: Campaign, words: Words, at: datetime) -> bytes:
    """For programs, in UTF-8: the copies as they were shared, numbers not rounded; null is what was not shared."""
    told = {one.id: one.said for one in facts(campaign, len(shares), words, at)}
    content: dict[str, Any] = {
        "v": VERSION,
        "about": told | {"not_shared": None},
        "codebook": [{"at": path, "meaning": words(f"reading.json.{part}")} for part, path in PATHS.items()],
        "language": words.language,
        "core": [{"ask": dict(one.ask), "low": dict(one.low), "high": dict(one.high)} for one in campaign.core],
        "shared": [_share(one, campaign) for one in newest_first(shares)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def _share(share: Share, campaign: Campaign) -> dict[str, Any]:
    invited = {"invited": share.invited_name or None, "reference": share.invited_reference or None}
    return {
        "id": share.id,
        "name": share.name or None,
        **(invited if campaign.links == "personal" else {}),
        "level": share.level,
        "shared": _local(campaign, share.shared).isoformat(timespec="seconds"),
        "changed": _local(campaign, share.changed).isoformat(timespec="seconds"),
        "language": share.language,
        "note": share.note or None,
        "content": within(share.level, share.content),
    }


def _local(campaign: Campaign, moment: datetime) -> datetime:
    return moment.astimezone(zone_named(campaign.zone))
