"""What an address asks of its page, kept in the browser's own address."""

from __future__ import annotations

import streamlit as st

ASKED = "asked_of_the_page"


def keep_what_is_asked(at: str) -> None:
    """``at``: the page's name.

    Where a link leads to another part of the same page Streamlit's browser goes on with the old address: the next tap
    on that part would be answered by the first one. Said again, what is asked stands in the address, too.
    """
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    before = st.session_state.get(ASKED)
    st.session_state[ASKED] = (at, asked)
    if before is not None and before[0] == at and before[1] != asked:
        st.query_params.from_dict(asked)
