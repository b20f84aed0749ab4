"""A page with every kind of widget that the site uses, labelled with texts full of marks. A test runs it."""

from __future__ import annotations

import streamlit as st

from tests.browser.marks import FEW, TEXTS
from views.frame.labels import label_of, own_label, plain

with st.container(key="options"):
    st.radio("options", list(range(len(TEXTS))), format_func=lambda n: plain(TEXTS[n]), index=None)
with st.container(key="pills"):
    st.pills("pills", list(range(len(FEW))), format_func=lambda n: plain(FEW[n]))

for n, text in enumerate(FEW):
    with st.container(key=f"question_{n}"):
        st.radio(text, ["-"], label_visibility=own_label(text), key=f"radio_{n}")
    with st.container(key=f"checkbox_{n}"):
        st.checkbox(text, label_visibility=own_label(text), key=f"box_{n}")
    with st.container(key=f"select_{n}"):
        st.selectbox(text, ["-"], label_visibility=label_of(text), key=f"list_{n}")
    with st.container(key=f"field_{n}"):
        st.text_input(text, label_visibility=label_of(text), key=f"text_{n}")
    with st.container(key=f"choice_{n}"):
        st.pills(text, ["-"], label_visibility=label_of(text), key=f"pill_{n}")
    with st.container(key=f"segments_{n}"):
        st.segmented_control(text, ["-"], label_visibility=label_of(text), key=f"segment_{n}")
    with st.container(key=f"toggle_{n}"):
        st.toggle(text, label_visibility=label_of(text), key=f"turn_{n}")
    with st.container(key=f"slider_{n}"):
        st.slider(text, 0, 100, 50, label_visibility=label_of(text), key=f"slide_{n}")
    with st.container(key=f"button_{n}"):
        st.button(plain(text), key=f"press_{n}")
    with st.container(key=f"download_{n}"):
        st.download_button(plain(text), b"-", key=f"load_{n}")
    with st.container(key=f"popover_{n}"):
        st.popover(plain(text))
    with st.container(key=f"expander_{n}"):
        st.expander(plain(text)).text("-")
st.html('<p class="st-key-foot">-</p>')
