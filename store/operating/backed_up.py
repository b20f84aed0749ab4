"""What a backup holds: every table about respondents, by the register, the versions' files, and all that organisers
made: campaigns, workshops.

Of an organiser's sessions it holds none: a restore must not sign anybody in again.
"""

from __future__ import annotations

from sqlalchemy import Column, Table

from store.database.campaign_tables import audit, campaign_keys, campaigns, invitations, members, team_pictures
from store.database.organiser_tables import door_attempts, organiser_sessions, organisers
from store.database.tables import assessment_files, respondents
from store.database.workshop_tables import pictured, snapshots, trainers, workshop_log, workshops
from store.respondents.personal import REGISTER

ORDERS: dict[Table, Column[object]] = {
    assessment_files: assessment_files.c.kept,
    organisers: organisers.c.created,
    campaigns: campaigns.c.created,
    members: members.c.created,
    invitations: invitations.c.position,
    audit: audit.c.number,
    campaign_keys: campaign_keys.c.created,
    team_pictures: team_pictures.c.created,
    workshops: workshops.c.created,
    trainers: trainers.c.created,
    workshop_log: workshop_log.c.number,
    snapshots: snapshots.c.number,
    respondents: respondents.c.created,
    # A sheet names its previous one, which has to be there first.
    **{entry.table: entry.order for entry in REGISTER},
    pictured: pictured.c.snapshot,
}
BACKED_UP = tuple(ORDERS)
"""In the order in which they can be filled."""
LEFT_OUT = (organiser_sessions, door_attempts)
"""What a backup must not hold, even where it is a copy of the whole file."""
