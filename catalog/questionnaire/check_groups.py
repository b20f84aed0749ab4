"""Checks of the groups in traits.yaml: their names are their own, and a trait is in one of them at most."""

from __future__ import annotations

from catalog.questionnaire.check_measure import refer
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.check_texts import check_unique


def check_groups(files: AssessmentFiles) -> None:
    """A group's scores stand beside the traits' in tables, so that no group may be called like a trait."""
    groups, traits = files.root("traits")["groups"], files.ids("traits")
    check_unique(groups.each(), {one["id"].text or "": one["id"] for one in files.traits.each() if one["id"].text})
    first: dict[str, tuple[int, int]] = {}
    names = [group["id"].text or "?" for group in groups.each()]
    for at, group in enumerate(groups.each()):
        for place, member in enumerate(group["traits"].each()):
            if member.text is None:
                continue
            group_of, before = first.setdefault(member.text, (at, place))
            if group_of != at:
                member.report("grouped_twice", trait=member.text, group=names[group_of])
            elif before != place:
                member.report("named_twice", name=member.text)
            else:
                refer(member, traits, "unknown_trait")
