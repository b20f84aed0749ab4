"""A result as pictures and the learning pages' drawings: each with a sentence and a table that say the same.

No page and no file is written here, nothing is scored, and no Streamlit is imported: others place what this room gives.
"""
