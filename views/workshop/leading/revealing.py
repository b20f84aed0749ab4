"""Revealing: the one moment at which a picture of the room is taken, or it is said why there is none."""

from __future__ import annotations

from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.pictures import Withheld, take
from people.trainer.shapes import Workshop
from people.trainer.workshops import reveal
from views.frame.context import Site
from views.organising.said import say_next
from views.workshop.live import live
from views.workshop.running import assessment_of
from views.workshop.said import sentence_for

AT_STAGE = "stage"


def reveal_now(here: Site, signed: Signed, workshop: Workshop) -> None:
    stage = workshop.stage
    if stage.kind in ("picture", "change"):
        done = take(signed.token, workshop, assessment=assessment_of(here, workshop))
    else:
        asked = live(here, stage.about)
        done = take(signed.token, workshop, question=asked.counted_by if asked else None)
    if isinstance(done, Refused):
        say_next(here.words(sentence_for(done)), AT_STAGE)
        return
    if not isinstance(done, Withheld):
        return
    said = why_withheld(here, done)
    if stage.kind == "check":
        # The answer may be told to any room; how it voted may not.
        shown = reveal(signed.token, workshop)
        said = here.words(sentence_for(shown)) if isinstance(shown, Refused) else here.words("trainer.answer_only")
    say_next(said, AT_STAGE)


def why_withheld(here: Site, why: Withheld) -> str:
    key = f"trainer.withheld.{why.reason}"
    return here.words(key, n=why.missing)
