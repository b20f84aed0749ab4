"""The organisers' first page: the door, or who is signed in and what is theirs."""

from __future__ import annotations

import streamlit as st

from views.frame.context import site
from views.frame.head_and_foot import link
from views.frame.markup import element, show, tag
from views.organising.campaign_list import campaign_list
from views.organising.entry import signed_or_door
from views.organising.session import sign_out_button


def main() -> None:
    here = site()
    signed = signed_or_door(here, "organise")
    if signed is None:
        return
    campaign_list(here, signed)
    with st.container(key="about_hiring"):
        link("workshops", here.words("organise.to_workshops"), here)
        if here.content.adverts is not None:
            link("advert", here.words("advert.to_advert.recruiter"), here, **{"for": "recruiter"})
        link("fair", here.words("organise.to_fair"), here)
        link("impact", here.words("organise.to_impact"), here)
    who = tag("p", here.words("door.signed", name=signed.organiser.name), "fit-muted")
    show(element("div", who + sign_out_button(here), "fit-section"))


main()
