"""The pages, by the visitor's way; the only room that imports streamlit.

It imports neither server nor store: people/ is its way to what is kept.
"""
